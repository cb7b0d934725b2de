"""Pairs that may be one person: surest first, then those that an invitation or request depends on."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from math import exp
from typing import NamedTuple

from ..decisions.merge import QUEUE, judge
from ..errors import NotFoundError, RefusedError
from ..ids import public_id, row_id
from ..journal.record import Operating
from ..outcome_kinds import Verdict
from ..policy import Reason, Recommendation
from ..store import Decision, IntroRequest, Invitation, Pair
from ..store.identity import Who, choices_of, chosen_by, raw_people
from ..store.query import Query, params
from ..verbs import Verb
from . import card_status
from .base import Choosing, Context, Json, Place, Queue, QueueCard
from .card_status import CardStatus
from .duplicate_groups import connected_rows, groups
from .sides import FIELDS, Side, by_trust, merged_values, sides_of

SURE, LIKELY = 4.0, 1.0
"""Natural logarithms of the odds: above, hardly a doubt (55 to 1); above, rather one than two (3 to 1)."""

_DOTS = (0.0, LIKELY, 2.5, SURE)
_LEAST = 2
"""People of whom one may be another."""


class _Pair(NamedTuple):
    """The pair that a card is named after."""

    id: int
    left: int
    right: int
    score: float
    levels: list[tuple[str, str, float]]


_PAIRS = Query(
    _Pair,
    lambda: Pair.select(Pair.id, Pair.left, Pair.right, Pair.score, Pair.levels).where(Pair.id.in_(params("pairs"))),
)
_DECISIONS = Query(
    tuple[int, dict[str, list[int]]],
    lambda: Decision.select(Decision.subject, Decision.evidence).where(
        Decision.queue == QUEUE, Decision.subject.in_(params("subjects"))
    ),
)
_ASKERS = Query(
    int,
    lambda: IntroRequest.select(IntroRequest.asker).where(
        IntroRequest.asker.in_(params("people")), ~IntroRequest.answered
    ),
)
_INVITERS = Query(
    int,
    lambda: Invitation.select(Invitation.person).where(
        Invitation.person.in_(params("people")), ~Invitation.outgoing, Invitation.fate == "pending"
    ),
)


class Level(NamedTuple):
    """How alike two sides are in one field, in words, and how much that says."""

    field: str
    level: str
    weight: float


class Choice(NamedTuple):
    """One of several values of a field: whose it is, and whether it would stand."""

    field: str
    value: str
    person: int
    source: str
    stands: bool


class DuplicateFacts(NamedTuple):
    """What stands on the card: two sides or more, the levels between the first two, and what they would be together."""

    sides: tuple[Side, ...]
    score: float
    """The natural logarithm of the odds that the first two are one person."""
    levels: tuple[Level, ...]
    together: Mapping[str, tuple[str, int]]
    """Field to the value that would stand, and whose it is."""
    hangs_on: str = ""
    """The invitation or request that waits for the answer."""
    apart: tuple[int, ...] = ()
    """Those the user marked as someone else: they take no part in what the others are together."""

    @property
    def kept(self) -> tuple[Side, ...]:
        """The sides that would be one person."""
        return tuple(side for side in self.sides if side.person not in self.apart)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Every value of the fields in which the sides disagree, each value once."""
        found = []
        for field in FIELDS:
            own = {side.values[field]: side for side in reversed(self.kept) if side.values.get(field)}
            if len(own) > 1:
                stands = self.together[field][0]
                found += [
                    Choice(field, text, own[text].person, own[text].source, text == stands) for text in reversed(own)
                ]
        return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class DuplicateCard(QueueCard):
    """People who may be one."""

    queue, choosing = QUEUE, Choosing.VALUE
    facts: DuplicateFacts
    others: tuple[int, ...]
    """Everyone on the card but the person whose row the others would be pointed at."""

    @property
    def members(self) -> tuple[int, ...]:
        """Everyone on the card."""
        return (self.person, *self.others)

    @property
    def can_leave_out(self) -> bool:
        """Whether there are more than two."""
        return len(self.others) > 1

    @property
    def left_out(self) -> tuple[int, ...]:
        """The numbers, as the card shows them, of those who are marked as someone else."""
        return tuple(number for number, side in enumerate(self.facts.sides, 1) if side.person in self.facts.apart)

    def leaving_out_next(self) -> DuplicateCard:
        """Return the card with the next of its people left out, one at a time; after the last, with nobody."""
        sides, apart = [side.person for side in self.facts.sides], self.facts.apart
        following = sides.index(apart[0]) + 1 if apart else 0
        return leaving_out(self, sides[following : following + 1])

    def as_before(self, before: QueueCard | None) -> DuplicateCard:
        """Return the card, read again, with the same people left out."""
        if isinstance(before, DuplicateCard) and before.subject == self.subject and before.facts.apart:
            return leaving_out(self, before.facts.apart)
        return self

    def own_label(self, verb: Verb) -> str:
        """Return how many would be one while some are left out."""
        if not self.left_out or verb is not Verb.SAME:
            return ""
        apart = ", ".join(map(str, self.left_out))
        return f"same: {len(self.members) - len(self.left_out)} of {len(self.members)}, not {apart}"

    def check(self, verdict: Verdict) -> None:
        """Raise `RefusedError` when nobody is left to be one with another."""
        if self.facts.apart and len({*self.members} - {*self.facts.apart}) < _LEAST:
            raise RefusedError(
                "Leaving them out, nobody is left to be one with another.", "Say that they are different."
            )

    def sentence(self, verdict: Verdict) -> str:
        """Return what was done, and for how many when some were left out."""
        said = QueueCard.sentence(self, verdict)
        if not self.facts.apart or verdict is not Verb.SAME:
            return said
        return f"{said}: {len(self.members) - len(self.facts.apart)} of {len(self.members)}"

    def carry_out(self, op: Operating, verdict: Verdict, now: datetime) -> None:
        """Write that they are one, or different; any other verdict takes back what was said before."""
        if isinstance(verdict, Verb):
            judge(op, self.members, verdict, self.facts.apart)

    def affected_by(self, verdict: Verdict) -> tuple[int, ...]:
        """Return everyone on the card, when something is said about them or taken back."""
        return self.members if {verdict, self.decided} & {Verb.SAME, Verb.DIFFERENT} else ()

    def evidence(self) -> Json:
        """Return what the decision keeps of the card: also who was on it, since a merged group is no group any more."""
        apart: Json = {"apart": list(self.facts.apart)} if self.facts.apart else {}
        return {**QueueCard.evidence(self), "people": list(self.members), **apart}

    def values(self) -> Json:
        """Return the sides, and how alike they are."""
        facts = self.facts
        left, right, *others = (_side_json(side) for side in facts.sides)
        return {
            "score": round(1 / (1 + exp(-facts.score)), 4),
            "left": left,
            "right": right,
            "others": others,
            "levels": [level._asdict() for level in facts.levels],
            "together": {field: value for field, (value, _) in facts.together.items()},
        }


class DuplicatesQueue(Queue):
    """Pairs and groups of people who may be one."""

    title, card_type = "Duplicates", DuplicateCard
    recomputed_by_every_import = True

    def places(self, export_date: date, people: Collection[int] | None) -> Iterator[Place]:
        """Yield the surest first, then those something hangs on."""
        found = groups(people)
        waiting = _waiting({member for group in found for member in group.members})
        for group in found:
            rank = 0 if group.score >= SURE else 1 if group.score >= LIKELY else 2
            hangs = any(member in waiting for member in group.members)
            yield Place(group.pair, group.main, rank, 0 if hangs else 1)

    def concerned(self, people: Collection[int]) -> Collection[int]:
        """Return everyone who is connected with these people by pairs: their groups may fall apart or join."""
        return connected_rows(people)

    def cards(self, subjects: Sequence[int], context: Context) -> list[QueueCard]:
        """Return the cards with all their sides."""
        pairs = {pair.id: pair for pair in _PAIRS.rows(pairs=subjects)}
        ends = {end for pair in pairs.values() for end in (pair.left, pair.right)}
        members = _judged(subjects) | {group.pair: group.members for group in groups(ends)}
        people = {person for subject in pairs for person in members.get(subject, ())} | ends
        page = _Page(
            raw_people(people),
            sides_of(people),
            _waiting(people),
            chosen_by(people),
            card_status.statuses(self.name, subjects),
        )
        known = [pairs[subject] for subject in subjects if subject in pairs]
        return [page.card(pair, members.get(pair.id) or (pair.left, pair.right)) for pair in known]


class _Page(NamedTuple):
    """What is on record about a page of groups."""

    people: dict[int, Who]
    sides: dict[int, Side]
    waiting: dict[int, str]
    choices: dict[int, dict[str, int]]
    statuses: dict[int, CardStatus]

    def card(self, pair: _Pair, members: Sequence[int]) -> DuplicateCard:
        """Return the card of a group; the levels on it are about the two of its pair, who stand first."""
        main = min(members)
        ordered = sorted(members, key=lambda member: (member not in (pair.left, pair.right), member))
        sides = tuple(self.sides[member] for member in ordered)
        facts = DuplicateFacts(
            sides,
            pair.score,
            tuple(Level(*level) for level in pair.levels),
            merged_values(by_trust(sides), choices_of(self.choices, members)),
            next((self.waiting[member] for member in ordered if member in self.waiting), ""),
        )
        return DuplicateCard(
            subject=pair.id,
            who=self.people[main],
            facts=facts,
            recommendation=_recommended(facts),
            others=tuple(sorted({*members} - {main})),
            status=self.statuses[pair.id],
        )


def _judged(subjects: Iterable[int]) -> dict[int, tuple[int, ...]]:
    """Return who was on these cards when they were decided: a group that was merged is no group any more."""
    decisions = _DECISIONS.rows(subjects=subjects)
    return {subject: tuple(evidence["people"]) for subject, evidence in decisions if evidence.get("people")}


def _waiting(people: Iterable[int]) -> dict[int, str]:
    """Those of these people an open invitation or request hangs on."""
    wanted = set(people)
    requests = dict.fromkeys(_ASKERS.rows(people=wanted), "a request for an introduction")
    return requests | dict.fromkeys(_INVITERS.rows(people=wanted), "an invitation")


def _recommended(facts: DuplicateFacts) -> Recommendation:
    dots = sum(facts.score >= bar for bar in _DOTS)
    reasons = tuple(
        Reason(level.level, round(level.weight, 2), level.field)
        for level in sorted(facts.levels, key=lambda level: -abs(level.weight))
    )
    return Recommendation(Verb.SAME if facts.score > 0 else None, dots, round(facts.score, 3), reasons)


def _side_json(side: Side) -> Json:
    return {"person": public_id(side.person), "profile": side.slug, "source": side.source, **side.values}


def leaving_out(card: DuplicateCard, apart: Collection[int]) -> DuplicateCard:
    """Return the card with some of its people marked as someone else, and what the others would be together."""
    marked = card.facts._replace(apart=tuple(sorted(apart)))
    rest = [side.person for side in marked.kept]
    stands = merged_values(by_trust(marked.kept), choices_of(chosen_by(rest), rest))
    names = {side.person: side.values.get("name", "") for side in marked.sides}
    name = names[min(rest)] if rest else card.name
    return replace(card, who=card.who._replace(name=name), facts=marked._replace(together=stands))


def on_card(card: DuplicateCard, query: str, find: Callable[[str], int]) -> int:
    """Return the person on a card whom a query names; raises `NotFoundError` when it is none of them."""
    person = row_id(query)
    if person not in card.members:
        person = find(query)
    if person not in card.members:
        listed = ", ".join(map(public_id, card.members))
        raise NotFoundError(f"“{query}” is not on card {card.id}.", f"On it are {listed}.")
    return person
