"""Silence is an answer: what you wrote and nobody answered, and why picky drafts no second go.

One go is an errand that was done, or a message of yours that a later export shows. It is over when they write, send
an invitation, ask you for something, or when you note that you met. An errand cancelled before it was done is none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, date, datetime, time
from typing import NamedTuple

from ..errors import ConflictError
from ..outbox.errand_kinds import Kind
from ..store import Encounter, Errand, IntroRequest, Invitation, Message, Person
from ..store.identity import Kin
from ..store.query import chunks, rows
from ..verbs import Verb
from .decidable import Decidable
from .verdicts import errands_of

WRITING = (
    Kind.ASK_WHERE,
    Kind.ASK_BLURB,
    Kind.ASK_TARGET,
    Kind.RECONNECT,
    Kind.REPLY,
    Kind.DECLINE,
    Kind.MENTION,
    Kind.INTRODUCE,
    Kind.INTRODUCE_UNASKED,
    Kind.NO_FROM_TARGET,
)
"""Errands that write to somebody."""

_INVITED = "invitation"
NOT_ACCEPTED = ("pending", "expired", "gone")
"""Fates of invitations that got no yes."""
_NOWHERE = datetime(1, 1, 1, tzinfo=UTC)
_SAID: dict[str, str] = {
    Kind.ASK_WHERE: "You asked {name} on {day} where you met, and they never answered.",
    Kind.ASK_BLURB: "You asked {name} for a blurb on {day}, and they never answered.",
    Kind.ASK_TARGET: "You asked {name} on {day} about this introduction, and they never answered.",
    _INVITED: "You invited {name} on {day}, and they did not accept.",
}
_WROTE = "You wrote to {name} on {day}, and they never answered."
IN_BULK = "You wrote to them and they never answered. Silence is an answer."
"""The same of many people, whose names and days would fill the screen."""
HINT = "picky drafts no second go. Decide something else, or press tab to go on."


class Go(NamedTuple):
    """What you wrote to somebody, to no answer."""

    what: str
    """The kind of errand, or `invitation`."""
    on: date
    queue: str = ""
    subject: int = 0
    errand: int = 0

    def sentence(self, name: str) -> str:
        """Why there is no second one."""
        said = _SAID.get(self.what, _WROTE).format(name=name, day=f"{self.on.day} {self.on:%B %Y}")
        return f"{said} Silence is an answer."


def unanswered(kin: Kin) -> dict[int, tuple[Go, ...]]:
    """Every errand to these people that got no answer, oldest first; in one query when nothing was ever written."""
    errands = [row for some in chunks(kin.rows) for row in rows(_errands(some))]
    if not errands:
        return {}
    heard, sent = _contact(Kin.of(person for row in errands for person in kin.asked[row[1]]))
    found: defaultdict[int, list[Go]] = defaultdict(list)
    for number, row, kind, state, at, queue, subject in errands:
        for person in kin.asked[row]:
            is_gone = state == "done" or sent.get(person, _NOWHERE) > at
            if is_gone and heard.get(person, _NOWHERE) <= at:
                found[person].append(Go(kind, at.date(), queue, subject, number))
    return {person: tuple(sorted(goes, key=lambda go: go.on)) for person, goes in found.items()}


def invited_in_vain(kin: Kin) -> dict[int, tuple[Go, ...]]:
    """Your invitations that these people did not accept, when they have not been heard of since."""
    sent: dict[int, datetime] = {}
    for some in chunks(kin.rows):
        query = Invitation.select(Invitation.person, Invitation.sent_at).where(
            Invitation.person.in_(some), Invitation.outgoing, Invitation.fate.in_(NOT_ACCEPTED)
        )
        for row, at in rows(query.order_by(Invitation.sent_at)):
            sent |= dict.fromkeys(kin.asked[row], at)
    heard = _contact(Kin.of(sent))[0] if sent else {}
    return {person: (Go(_INVITED, at.date()),) for person, at in sent.items() if heard.get(person, _NOWHERE) <= at}


def refusals(queue: str, card: int, name: str, goes: Collection[Go]) -> dict[Verb, str]:
    """The verdicts of a queue that would write to its person once more, each with the sentence that says why not."""
    if not goes:
        return {}
    found = {}
    for verb, kind in errands_of(queue).items():
        if kind in WRITING and kind is not Kind.ASK_TARGET:
            go = next((go for go in goes if _is_second(kind, queue, card, go)), None)
            if go:
                found[verb] = go.sentence(name)
    return found


def why_not(cards: Collection[Decidable], verb: Verb) -> dict[int, str]:
    """Return the cards, by subject, whose verdict would write once more to somebody silent, each with why not."""
    kinds = {queue: errands_of(queue).get(verb) for queue in {card.queue for card in cards}}
    if not any(kind in WRITING for kind in kinds.values()):
        return {}
    goes = unanswered(Kin.of(card.person for card in cards))
    targets = {card.subject: card.recipient(Kind.ASK_TARGET) for card in cards if kinds[card.queue] is Kind.ASK_TARGET}
    asked = Kin.of(target for target in targets.values() if target)
    asks, invited = unanswered(asked), invited_in_vain(asked)
    found = {}
    for card in cards:
        if kinds[card.queue] is Kind.ASK_TARGET:
            target = targets[card.subject] or 0
            why = _asked_target(card, (*asks.get(target, ()), *invited.get(target, ())))
        else:
            why = refusals(card.queue, card.subject, _called(card), goes.get(card.person, ())).get(verb, "")
        if why:
            found[card.subject] = why
    return found


def _is_second(kind: Kind, queue: str, card: int, go: Go) -> bool:
    """Whether an errand of this kind from this card would be a second go after that one."""
    if kind is Kind.RECONNECT:
        return go.what in (Kind.RECONNECT, Kind.ASK_WHERE)
    if kind is Kind.ASK_WHERE:
        return go.what == kind
    return go.what == kind and (go.queue, go.subject) == (queue, card)


def _asked_target(card: Decidable, goes: Iterable[Go]) -> str:
    """One ask for one request, whatever card it stands on; and none of somebody who did not accept your invitation."""
    name = card.draft_facts["target_first_name"].value if "target_first_name" in card.draft_facts else "them"
    askers = {go.subject: 0 for go in goes if go.what == Kind.ASK_TARGET}
    for some in chunks(askers):
        askers |= dict(rows(IntroRequest.select(IntroRequest.id, IntroRequest.asker).where(IntroRequest.id.in_(some))))
    same = set(Kin.of([card.person]).rows)
    for go in goes:
        if go.what == _INVITED or (go.what == Kind.ASK_TARGET and askers[go.subject] in same):
            return go.sentence(name)
    return ""


def _called(card: Decidable) -> str:
    return card.draft_facts["first_name"].value if "first_name" in card.draft_facts else card.name


def _errands(people: Collection[int]) -> object:
    """What was written to these people by an errand; one that waits counts once its message is seen."""
    columns = (Errand.id, Errand.person, Errand.kind, Errand.state, Errand.at, Errand.queue, Errand.subject)
    return Errand.select(*columns).where(
        Errand.person.in_(people), Errand.kind.in_([kind.value for kind in WRITING]), Errand.state.in_(["done", "open"])
    )


def _contact(kin: Kin) -> tuple[Mapping[int, datetime], Mapping[int, datetime]]:
    """When each of them was last heard of, and when you last wrote."""
    heard: dict[int, datetime] = {}
    sent: dict[int, datetime] = {}
    for some in chunks(kin.rows):
        talk = Message.select(Message.person, Message.outgoing, Message.at).where(
            Message.person.in_(some), Message.sort == "talk"
        )
        for row, outgoing, at in rows(talk):
            _later(sent if outgoing else heard, kin.asked[row], at)
        for query in (
            Invitation.select(Invitation.person, Invitation.sent_at).where(
                Invitation.person.in_(some), ~Invitation.outgoing
            ),
            IntroRequest.select(IntroRequest.asker, IntroRequest.received_at).where(
                IntroRequest.asker.in_(some), IntroRequest.by_hand
            ),
            Encounter.select(Encounter.person, Encounter.met_on).where(
                Encounter.person.in_(some), Encounter.kind == "met", Encounter.met_on.is_null(False)
            ),
        ):
            for row, at in rows(query):
                _later(heard, kin.asked[row], at if isinstance(at, datetime) else _start_of(at))
    return heard, sent


def _later(found: dict[int, datetime], people: Iterable[int], at: datetime) -> None:
    for person in people:
        found[person] = max(found.get(person, _NOWHERE), at)


def refuse_again(errands: Collection[int]) -> None:
    """Raise `ConflictError` when one of these, open again, would write once more to whoever did not answer."""
    columns = (Errand.id, Errand.person, Errand.kind, Errand.queue, Errand.subject, Person.name)
    is_open = Errand.state.in_(["open", "staged"]) & Errand.kind.in_([kind.value for kind in WRITING])
    opened = [
        row
        for some in chunks(errands)
        for row in rows(Errand.select(*columns).join(Person).where(Errand.id.in_(some), is_open))
    ]
    goes = unanswered(Kin.of(row[1] for row in opened)) if opened else {}
    for number, person, kind, queue, subject, name in opened:
        for go in goes.get(person, ()):
            if go.errand == number or _is_second(Kind(kind), queue, subject, go):
                raise ConflictError(go.sentence(name), HINT)


def _start_of(day: date) -> datetime:
    """A meeting is noted by its day: one on the day you wrote came before."""
    return datetime.combine(day, time.min, UTC)
