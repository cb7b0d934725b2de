"""Your side of the network: replies you owe, how fast you answer, who starts, what you ask and give."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from ...outbox.errand_kinds import INTRODUCTIONS, ErrandKind
from ...store import Card, Decision, Errand, Invitation, PersonSignals, Recommendation
from ...store.query import plain_rows
from .conversations import Conversation
from .network_data import Network
from .numbers import Rows, Share, Spread, share, spread

THRICE = 3
"""So many days of writing without an answer."""


class YourHabits(NamedTuple):
    """What the user would see of themselves."""

    shares: tuple[Share, ...]
    """`you_answered`, `started_by_you`, `gives`, `never_accepted`, `wrote_thrice`, `regret`."""
    replies_owed: Rows
    reply_hours: Spread
    """How long their messages waited for the user's answer, in hours."""
    asks: Rows
    """Of whom something was asked, once for each time."""
    gives: Rows
    """To whom something was given, likewise."""
    regret_by_reason: tuple[Share, ...]


def your_habits(network: Network, talks: Mapping[int, Conversation]) -> YourHabits:
    """Return the user's own part; talk with people who are connected no more counts too."""
    wrote = [(person, talk) for person, talk in talks.items() if talk.received]
    begun = [person for person, talk in talks.items() for _ in range(talk.begun)]
    began = sum(talk.began for talk in talks.values())
    asks, gives = _asks(), _gives()
    unheard = [person for person, talk in talks.items() if talk.unanswered_days >= THRICE]
    shares = (
        share(
            "you_answered",
            "of the people who wrote to you got an answer",
            [person for person, talk in wrote if talk.was_answered],
            len(wrote),
        ),
        share("started_by_you", "of your conversations were begun by you", begun, len(begun) + began),
        share("gives", "of what you asked for and gave was given", gives, len(asks) + len(gives)),
        _never_accepted(),
        share(
            "wrote_thrice",
            "of the people you wrote to did you write to three times or more without an answer",
            unheard,
            sum(1 for talk in talks.values() if talk.sent),
        ),
        *(regret := _regret(network))[:1],
    )
    waits = [seconds / 3_600 for talk in talks.values() for seconds in talk.waits]
    return YourHabits(shares, _owed(), spread(waits), Rows("people", asks), Rows("people", gives), tuple(regret[1:]))


def _owed() -> Rows:
    """Cards of the replies queue that got no verdict yet."""
    query = Card.select(Card.person).where(
        Card.queue == "replies",
        Card.member == True,  # noqa: E712 — spelled so, the query uses the index
        Card.state.in_(["open", "later"]),
    )
    return Rows("people", [row[0] for row in plain_rows(query)])


def _asks() -> list[int]:
    """Of whom something was asked: targets of an introduction, and whose recommendation was got."""
    asked = Errand.select(Errand.person).where(Errand.kind == ErrandKind.ASK_TARGET.value, Errand.state != "cancelled")
    got = Recommendation.select(Recommendation.person).where(~Recommendation.given)
    return [row[0] for query in (asked, got) for row in plain_rows(query)]


def _gives() -> list[int]:
    """To whom something was given: an introduction, the user's name, a recommendation."""
    kinds = [*(kind.value for kind in INTRODUCTIONS), ErrandKind.MENTION.value]
    given = Errand.select(Errand.person).where(Errand.kind.in_(kinds), Errand.state == "done")
    written = Recommendation.select(Recommendation.person).where(Recommendation.given)
    return [row[0] for query in (given, written) for row in plain_rows(query)]


def _never_accepted() -> Share:
    """Invitations the user sent whose fate is settled: how many nobody accepted."""
    query = Invitation.select(Invitation.id, Invitation.fate).where(
        Invitation.outgoing, Invitation.fate.in_(["accepted", "removed", "expired", "gone"])
    )
    settled = plain_rows(query)
    refused = [number for number, fate in settled if fate in ("expired", "gone")]
    return share(
        "never_accepted", "of the invitations you sent were never accepted", refused, len(settled), "invitations"
    )


def _regret(network: Network) -> list[Share]:
    """Of those whose invitation the user accepted: how many never exchanged a word; of all first, then by reason."""
    accepted: dict[int, str] = {
        network.root(row[0]): ""
        for row in plain_rows(
            Invitation.select(Invitation.person).where(
                ~Invitation.outgoing, Invitation.fate.in_(["accepted", "removed"])
            )
        )
    }
    decided = Decision.select(Decision.person, Decision.reason).where(
        Decision.queue == "invites", Decision.verdict == "accept"
    )
    accepted |= {network.root(person): reason for person, reason in plain_rows(decided)}
    spoke = {
        row[0]
        for row in plain_rows(
            PersonSignals.select(PersonSignals.person).where((PersonSignals.sent > 0) | (PersonSignals.received > 0))
        )
    }
    reasons: defaultdict[str, list[int]] = defaultdict(list)
    for person, reason in accepted.items():
        reasons[reason].append(person)
    words = "of the people you accepted never exchanged a word with you"
    return [
        share("regret", words, [person for person in accepted if person not in spoke], len(accepted)),
        *(
            share(reason or "no reason given", words, [person for person in people if person not in spoke], len(people))
            for reason, people in sorted(reasons.items(), key=lambda each: (-len(each[1]), each[0]))
        ),
    ]
