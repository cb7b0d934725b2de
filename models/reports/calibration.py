"""How far the policy agrees with what was decided, and what other weights would have said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from ..ids import public_id
from ..policy import Policy
from ..policy.facts_json import facts_from_json
from ..policy.policy import JUDGED_QUEUES
from ..policy.replay import LEANS, Calibration, PastDecision, Replay, Replayed, calibrate, replay
from ..queues import card_facts
from ..signals import Band, Rate
from ..store import Decision, Person
from ..store.identity import Kin
from ..store.query import rows
from ..verbs import Verb
from .network.numbers import Rows, Share

_UNDECIDED = (Verb.LATER.value, Verb.PIN.value, Verb.ASK.value)
_LATELY = 200
"""Decisions by which it is told whether the policy should be quiet: how one decided years ago says less."""
TWO_WAY = frozenset({Band.ACTIVE, Band.FADING, Band.DORMANT, Band.VOUCHED})


class Trial(NamedTuple):
    """Another policy tried on one queue's past decisions."""

    replay: Replay
    refused: tuple[Replayed, ...]
    """What was accepted, introduced or kept, and would have been refused."""
    refused_two_way: int
    """Those of them whose person has become someone you write with both ways, as far as is known today."""

    def json(self) -> dict[str, Any]:
        """Return the trial as `picky replay --json` gives it."""
        held = self.replay
        return {
            "queue": held.queue,
            "before": rate_json("before", held.before),
            "after": rate_json("after", held.after),
            "left_out": held.left_out,
            "refused": len(self.refused),
            "refused_two_way": self.refused_two_way,
            "changed": [
                {
                    "id": each.past.id,
                    "name": each.past.name,
                    "verdict": each.past.verdict,
                    "then": each.past.recommended or None,
                    "now": each.would or None,
                }
                for each in held.changed
            ],
        }


def calibrations() -> list[Calibration]:
    """For every queue with a policy, its agreement with all decisions in force."""
    return [calibrate(queue, decided(queue)) for queue in JUDGED_QUEUES]


def is_quiet(queue: str) -> bool:
    """Return whether the policy has lately been no better in this queue than always saying the commonest verdict."""
    return queue in JUDGED_QUEUES and calibrate(queue, decided(queue, limit=_LATELY, with_facts=False)).is_no_better


def trial(queue: str, policy: Policy) -> Trial:
    """Another policy on the decisions in force, each judged by what was known when it was made."""
    found = replay(queue, decided(queue), policy)
    refused = tuple(each for each in found.changed if _is_refused(each))
    people = [each.past.person for each in refused]
    held = card_facts.signals(Kin.of(people))
    two_way = sum(held.get(person, card_facts.NO_SIGNALS).band in TWO_WAY for person in people)
    return Trial(found, refused, two_way)


def _is_refused(each: Replayed) -> bool:
    said_yes = each.past.decided in (Verb.ACCEPT, Verb.INTRODUCE, Verb.KEEP)
    return said_yes and each.would in (Verb.IGNORE, Verb.DECLINE, Verb.REMOVE)


def decided(queue: str, *, limit: int | None = None, with_facts: bool = True) -> list[PastDecision]:
    """Return the decisions in force in a queue, newest first; those that decide nothing yet are left out."""
    query = (
        Decision.select(Decision.subject, Person.name, Decision.person, Decision.verdict, Decision.evidence)
        .join(Person)
        .where(Decision.queue == queue, Decision.verdict.not_in(_UNDECIDED))
    )
    return list(_past(queue, rows(query.order_by(Decision.at.desc(), Decision.id.desc()).limit(limit)), with_facts))


def _past(queue: str, found: Iterable[tuple[Any, ...]], with_facts: bool) -> Iterable[PastDecision]:
    for subject, name, person, verdict, evidence in found:
        kept = evidence.get("facts") if with_facts else None
        yield PastDecision(
            public_id(subject),
            name,
            person,
            verdict,
            evidence.get("recommendation") or "",
            tuple((rule, weight) for rule, _, weight in evidence.get("reasons", ())),
            facts_from_json(queue, kept) if kept else None,
        )


def rate_json(name: str, held: Rate) -> dict[str, Any]:
    """Return a rate as JSON has it."""
    return {
        "name": name,
        "value": round(held.value, 4),
        "low": round(held.low, 4),
        "high": round(held.high, 4),
        "n": held.n,
        "enough": held.enough,
    }


def calibration_json(found: Calibration) -> dict[str, Any]:
    """One queue as `picky calibrate --json` gives it."""
    return {
        "queue": found.queue,
        "agreement": rate_json("agreement", found.agreement),
        "commonest": found.commonest or None,
        "baseline": rate_json("baseline", found.baseline),
        "no_better": found.is_no_better,
        "rules": [
            {
                "rule": record.rule,
                "overruled": rate_json(record.rule, record.overruled),
                "mostly_overruled": record.is_mostly_overruled,
            }
            for record in found.rules
        ],
    }


class Agreement(NamedTuple):
    """One queue: how often the user did what was recommended, and how often each rule was overruled."""

    calibration: Calibration
    agreed: Share
    """Its rows are those on whose card both agreed."""
    overruled: tuple[Share, ...]
    """A share for each rule that spoke, the worst first; its rows are those where the decision went the other way."""


def agreements() -> list[Agreement]:
    """Return every queue with a policy in which something was decided."""
    found = (_agreement(queue, decided(queue, with_facts=False)) for queue in JUDGED_QUEUES)
    return [each for each in found if each.calibration.agreement.n]


def _agreement(queue: str, past: Sequence[PastDecision]) -> Agreement:
    held = calibrate(queue, past)
    people = [one.person for one in past if one.recommended and one.recommended == one.decided]
    agreed = Share(queue, "of what was recommended you decided so", held.agreement, Rows("people", people))
    against = _against(past)
    words = "of the times it spoke you decided the other way"
    overruled = (
        Share(record.rule, words, record.overruled, Rows("people", against[record.rule])) for record in held.rules
    )
    return Agreement(held, agreed, tuple(overruled))


def _against(past: Sequence[PastDecision]) -> defaultdict[str, list[int]]:
    """On whose cards each rule was overruled."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for one in past:
        lean = LEANS.get(one.verdict, 0)
        for rule, weight in one.reasons:
            if lean and weight and (weight > 0) is not (lean > 0):
                found[rule].append(one.person)
    return found
