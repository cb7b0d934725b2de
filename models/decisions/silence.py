"""Silence is an answer: what you wrote without a reply, and why picky drafts no second attempt.

An attempt is an errand that was done, or a message of yours that a later export shows. It is over when they write, send
an invitation, ask you for something, or when you note that you met. An errand cancelled before it was done is none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import UTC, date, datetime, time
from typing import NamedTuple

from ..errors import ConflictError
from ..outbox.errand_kinds import ErrandKind
from ..store import Encounter, Errand, IntroRequest, Invitation, Message, Person
from ..store.identity import Kin
from ..store.query import Query, params
from ..verbs import Verb
from .decidable import Decidable
from .verdicts import errands_of

WRITING = (
    ErrandKind.ASK_WHERE,
    ErrandKind.ASK_BLURB,
    ErrandKind.ASK_TARGET,
    ErrandKind.RECONNECT,
    ErrandKind.REPLY,
    ErrandKind.DECLINE,
    ErrandKind.MENTION,
    ErrandKind.INTRODUCE,
    ErrandKind.INTRODUCE_UNASKED,
    ErrandKind.NO_FROM_TARGET,
)
"""Errands that write to someone."""

NOT_ACCEPTED = ("pending", "expired", "gone")
"""What became of invitations that got no yes."""
IN_BULK = "You wrote to them and they never answered. Silence is an answer."
"""The same of many people, whose names and days would fill the screen."""
HINT = "picky drafts no second go. Decide something else, or press tab to go on."

_INVITED = "invitation"
_NEVER = datetime.min.replace(tzinfo=UTC)
_SENTENCES: dict[str, str] = {
    ErrandKind.ASK_WHERE: "You asked {name} on {day} where you met, and they never answered.",
    ErrandKind.ASK_BLURB: "You asked {name} for a blurb on {day}, and they never answered.",
    ErrandKind.ASK_TARGET: "You asked {name} on {day} about this introduction, and they never answered.",
    _INVITED: "You invited {name} on {day}, and they did not accept.",
}
_WROTE = "You wrote to {name} on {day}, and they never answered."


class Attempt(NamedTuple):
    """What you wrote to someone, to no answer."""

    what: str
    """The kind of errand, or `invitation`."""
    on: date
    queue: str = ""
    subject: int = 0
    errand: int = 0

    def sentence(self, name: str) -> str:
        """Return why there is no second one."""
        said = _SENTENCES.get(self.what, _WROTE).format(name=name, day=f"{self.on.day} {self.on:%B %Y}")
        return f"{said} Silence is an answer."


class _Errand(NamedTuple):
    """An errand that writes to someone."""

    id: int
    person: int
    kind: str
    state: str
    at: datetime
    queue: str
    subject: int

    @property
    def attempt(self) -> Attempt:
        """What was written by it."""
        return Attempt(self.kind, self.at.date(), self.queue, self.subject, self.id)


class _OpenErrand(NamedTuple):
    id: int
    person: int
    kind: str
    queue: str
    subject: int
    name: str


class _Invitation(NamedTuple):
    person: int
    sent_at: datetime


class _Message(NamedTuple):
    person: int
    outgoing: bool
    at: datetime


_WRITING = [kind.value for kind in WRITING]
_ERRANDS = Query(
    _Errand,
    lambda: Errand.select(
        Errand.id, Errand.person, Errand.kind, Errand.state, Errand.at, Errand.queue, Errand.subject
    ).where(Errand.person.in_(params("people")), Errand.kind.in_(_WRITING), Errand.state.in_(["done", "open"])),
)
_OPEN_ERRANDS = Query(
    _OpenErrand,
    lambda: (
        Errand.select(Errand.id, Errand.person, Errand.kind, Errand.queue, Errand.subject, Person.name)
        .join(Person)
        .where(Errand.id.in_(params("errands")), Errand.state.in_(["open", "staged"]), Errand.kind.in_(_WRITING))
    ),
)
_INVITED_IN_VAIN = Query(
    _Invitation,
    lambda: (
        Invitation.select(Invitation.person, Invitation.sent_at)
        .where(Invitation.person.in_(params("people")), Invitation.outgoing, Invitation.fate.in_(NOT_ACCEPTED))
        .order_by(Invitation.sent_at)
    ),
)
_MESSAGES = Query(
    _Message,
    lambda: Message.select(Message.person, Message.outgoing, Message.at).where(
        Message.person.in_(params("people")), Message.sort == "talk"
    ),
)
_INVITATIONS = Query(
    tuple[int, datetime],
    lambda: Invitation.select(Invitation.person, Invitation.sent_at).where(
        Invitation.person.in_(params("people")), ~Invitation.outgoing
    ),
)
_REQUESTS_BY_HAND = Query(
    tuple[int, datetime],
    lambda: IntroRequest.select(IntroRequest.asker, IntroRequest.received_at).where(
        IntroRequest.asker.in_(params("people")), IntroRequest.by_hand
    ),
)
_MEETINGS = Query(
    tuple[int, date],
    lambda: Encounter.select(Encounter.person, Encounter.met_on).where(
        Encounter.person.in_(params("people")), Encounter.kind == "met", Encounter.met_on.is_null(False)
    ),
)
_ASKERS = Query(
    tuple[int, int],
    lambda: IntroRequest.select(IntroRequest.id, IntroRequest.asker).where(IntroRequest.id.in_(params("requests"))),
)


def unanswered(kin: Kin) -> dict[int, tuple[Attempt, ...]]:
    """Return every errand to these people that got no answer, oldest first; one query when nothing was ever written.

    An errand that is still open counts once its message is seen in an export.
    """
    errands = _ERRANDS.rows(people=kin.rows)
    if not errands:
        return {}
    contact = _contact(Kin.of(person for errand in errands for person in kin.asked[errand.person]))
    found: defaultdict[int, list[Attempt]] = defaultdict(list)
    for errand in errands:
        for person in kin.asked[errand.person]:
            is_sent = errand.state == "done" or contact.sent[person] > errand.at
            if is_sent and contact.heard[person] <= errand.at:
                found[person].append(errand.attempt)
    return {person: tuple(sorted(attempts, key=lambda attempt: attempt.on)) for person, attempts in found.items()}


def invited_in_vain(kin: Kin) -> dict[int, tuple[Attempt, ...]]:
    """Return your invitations that these people did not accept, when they have not been heard of since."""
    sent: dict[int, datetime] = {}
    for invitation in _INVITED_IN_VAIN.rows(people=kin.rows):
        sent |= dict.fromkeys(kin.asked[invitation.person], invitation.sent_at)
    heard = _contact(Kin.of(sent)).heard if sent else {}
    return {person: (Attempt(_INVITED, at.date()),) for person, at in sent.items() if heard[person] <= at}


def refusals(queue: str, card: int, name: str, attempts: Collection[Attempt]) -> dict[Verb, str]:
    """Return the verdicts of a queue that would write to its person once more, each with the sentence why not.

    Args:
        queue: the queue.
        card: the subject of the card.
        name: what the person is called.
        attempts: what was written to them, to no answer.
    """
    if not attempts:
        return {}
    found = {}
    for verb, kind in errands_of(queue).items():
        if kind in WRITING and kind is not ErrandKind.ASK_TARGET:
            earlier = next((attempt for attempt in attempts if _is_second(kind, queue, card, attempt)), None)
            if earlier:
                found[verb] = earlier.sentence(name)
    return found


def why_not(cards: Collection[Decidable], verb: Verb) -> dict[int, str]:
    """Return the cards, by subject, whose verdict would write once more to someone silent, each with why not."""
    kinds = {queue: errands_of(queue).get(verb) for queue in {card.queue for card in cards}}
    if not any(kind in WRITING for kind in kinds.values()):
        return {}
    attempts = unanswered(Kin.of(card.person for card in cards))
    targets = {
        card.subject: card.recipient(ErrandKind.ASK_TARGET)
        for card in cards
        if kinds[card.queue] is ErrandKind.ASK_TARGET
    }
    asked = Kin.of(target for target in targets.values() if target)
    asks, invited = unanswered(asked), invited_in_vain(asked)
    found = {}
    for card in cards:
        if kinds[card.queue] is ErrandKind.ASK_TARGET:
            target = targets[card.subject] or 0
            why = _asked_target(card, (*asks.get(target, ()), *invited.get(target, ())))
        else:
            why = refusals(card.queue, card.subject, _called(card), attempts.get(card.person, ())).get(verb, "")
        if why:
            found[card.subject] = why
    return found


def _is_second(kind: ErrandKind, queue: str, card: int, attempt: Attempt) -> bool:
    """Return whether an errand of this kind from this card would be a second one after that attempt."""
    if kind is ErrandKind.RECONNECT:
        return attempt.what in (ErrandKind.RECONNECT, ErrandKind.ASK_WHERE)
    if kind is ErrandKind.ASK_WHERE:
        return attempt.what == kind
    return attempt.what == kind and (attempt.queue, attempt.subject) == (queue, card)


def _asked_target(card: Decidable, attempts: Iterable[Attempt]) -> str:
    """One ask for one request, whatever card it stands on; and none of someone who did not accept your invitation."""
    name = card.draft_facts["target_first_name"].value if "target_first_name" in card.draft_facts else "them"
    askers = dict(
        _ASKERS.rows(requests=[attempt.subject for attempt in attempts if attempt.what == ErrandKind.ASK_TARGET])
    )
    same = set(Kin.of([card.person]).rows)
    for attempt in attempts:
        if attempt.what == _INVITED or (attempt.what == ErrandKind.ASK_TARGET and askers.get(attempt.subject) in same):
            return attempt.sentence(name)
    return ""


def _called(card: Decidable) -> str:
    return card.draft_facts["first_name"].value if "first_name" in card.draft_facts else card.name


class _Contact(NamedTuple):
    """When each of some people was last heard of, and when the user wrote last; long ago, if never."""

    heard: defaultdict[int, datetime]
    sent: defaultdict[int, datetime]


def _contact(kin: Kin) -> _Contact:
    contact = _Contact(defaultdict(lambda: _NEVER), defaultdict(lambda: _NEVER))
    for message in _MESSAGES.rows(people=kin.rows):
        _note(contact.sent if message.outgoing else contact.heard, kin.asked[message.person], message.at)
    for query in (_INVITATIONS, _REQUESTS_BY_HAND):
        for row, at in query.rows(people=kin.rows):
            _note(contact.heard, kin.asked[row], at)
    for row, day in _MEETINGS.rows(people=kin.rows):
        _note(contact.heard, kin.asked[row], _start_of(day))
    return contact


def _note(last: dict[int, datetime], people: Iterable[int], at: datetime) -> None:
    for person in people:
        last[person] = max(last[person], at)


def refuse_again(errands: Collection[int]) -> None:
    """Raise `ConflictError` when one of these, open again, would write once more to whoever did not answer."""
    opened = _OPEN_ERRANDS.rows(errands=errands)
    attempts = unanswered(Kin.of(errand.person for errand in opened)) if opened else {}
    for errand in opened:
        for attempt in attempts.get(errand.person, ()):
            if attempt.errand == errand.id or _is_second(
                ErrandKind(errand.kind), errand.queue, errand.subject, attempt
            ):
                raise ConflictError(attempt.sentence(errand.name), HINT)


def _start_of(day: date) -> datetime:
    """Return a meeting is noted by its day: one on the day you wrote came before."""
    return datetime.combine(day, time.min, UTC)
