"""What introductions cost: how often each target was asked, how they took it, and what came of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from ..store import Errand, IntroRequest, Outcome, OutcomePerson, Recommendation
from ..store.identity import Kin
from ..store.query import Query, params
from .record import ASK, Introduction, introductions
from .states import State

YEAR = timedelta(days=365)
_ANSWERS = {State.TARGET_NO: "no", State.TARGET_SILENT: "silent"}


class Goodwill(NamedTuple):
    """What was asked of one target, the asks that are still to be made included."""

    asked_on: tuple[date, ...] = ()
    """Oldest first."""
    answers: tuple[str, ...] = ()
    """`yes`, `no` or `silent`, one for each ask that was answered or closed, oldest first."""
    came_of: tuple[str, ...] = ()
    """The kinds of outcome; `nothing` left out."""

    def asks_since(self, day: date) -> int:
        """Return how often they were asked from this day on."""
        return sum(on >= day for on in self.asked_on)

    @property
    def last_ask(self) -> date | None:
        """The day of the last ask."""
        return self.asked_on[-1] if self.asked_on else None

    @property
    def last_answer(self) -> str:
        """How they took the last ask that was answered or closed."""
        return self.answers[-1] if self.answers else ""

    @property
    def said_yes(self) -> int:
        """How often they said yes."""
        return self.answers.count("yes")


class AskerFavours(NamedTuple):
    """What one asker wanted, what they got, and what they gave back."""

    asked: int = 0
    introduced: int = 0
    declined: int = 0
    came_of: tuple[str, ...] = ()
    given_back: int = 0
    """Things that came to you through them, and recommendations they wrote for you."""


NO_ASKS, NO_FAVOURS = Goodwill(), AskerFavours()


class _Ask(NamedTuple):
    person: int
    at: datetime
    subject: int


class _Request(NamedTuple):
    asker: int
    id: int
    target: int | None


_ASKS = Query(
    _Ask,
    lambda: (
        Errand.select(Errand.person, Errand.at, Errand.subject)
        .where(Errand.person.in_(params("people")), Errand.kind == ASK, Errand.state != "cancelled")
        .order_by(Errand.at)
    ),
)
_REQUESTS = Query(
    _Request,
    lambda: IntroRequest.select(IntroRequest.asker, IntroRequest.id, IntroRequest.target).where(
        IntroRequest.asker.in_(params("people"))
    ),
)
_OUTCOMES_VIA = Query(
    int,
    lambda: (
        OutcomePerson.select(OutcomePerson.person)
        .join(Outcome)
        .where(OutcomePerson.person.in_(params("people")), OutcomePerson.role == "via", Outcome.kind != "nothing")
    ),
)
_RECOMMENDATIONS = Query(
    int,
    lambda: Recommendation.select(Recommendation.person).where(
        Recommendation.person.in_(params("people")), ~Recommendation.given
    ),
)


def year_before(export_date: date) -> date:
    """Return the first day of the 12 months in which asks are counted."""
    return export_date - YEAR


def goodwill(targets: Iterable[int], export_date: date, patience: int) -> dict[int, Goodwill]:
    """Return what was asked of these people; whoever is missing was never asked. A fixed number of queries."""
    asks = asks_of(targets)
    known = introductions({request: person for person, held in asks.items() for _, request in held})
    return goodwill_of_asks(asks, known, export_date, patience)


def asks_of(targets: Iterable[int]) -> dict[int, list[tuple[datetime, int]]]:
    """Return when each of these people was asked, or is going to be, and for which request; oldest first."""
    kin = Kin.of(targets)
    asks: defaultdict[int, list[tuple[datetime, int]]] = defaultdict(list)
    for ask in _ASKS.rows(people=kin.rows):
        for person in kin.asked[ask.person]:
            asks[person].append((ask.at, ask.subject))
    return {person: sorted(of_person) for person, of_person in asks.items()}


def goodwill_of_asks(
    asks: Mapping[int, Sequence[tuple[datetime, int]]],
    known: Mapping[int, Introduction],
    export_date: date,
    patience: int,
) -> dict[int, Goodwill]:
    """Return the goodwill behind these asks, given what is on record about their requests."""
    return {person: _of_target(held, known, export_date, patience) for person, held in asks.items()}


def _of_target(
    asks: Sequence[tuple[datetime, int]], known: Mapping[int, Introduction], export_date: date, patience: int
) -> Goodwill:
    stood = [known[request] for _, request in asks]
    answers = (answer_of(one, export_date, patience) for one in stood)
    came_of = (one.record.came_of for one in stood)
    return Goodwill(
        tuple(at.astimezone(UTC).date() for at, _ in asks),
        tuple(filter(None, answers)),
        tuple(kind for kind in came_of if kind not in ("", "nothing")),
    )


def answer_of(one: Introduction, export_date: date, patience: int) -> str:
    """Return how the target took it: `yes`, `no`, `silent`, or empty while that is open."""
    state = one.state(export_date, patience)
    if state is State.TARGET_YES or (state in (State.INTRODUCED, State.CAME_OF_IT) and one.was_yes):
        return "yes"
    return _ANSWERS.get(state, "")


def favours_of_askers(askers: Iterable[int]) -> dict[int, AskerFavours]:
    """Return what these askers wanted of the user, and gave back."""
    kin = Kin.of(askers)
    asked: defaultdict[int, dict[int, int | None]] = defaultdict(dict)
    for request in _REQUESTS.rows(people=kin.rows):
        for person in kin.asked[request.asker]:
            asked[person][request.id] = request.target
    known = introductions({request: target for held in asked.values() for request, target in held.items()})
    back = _given_back(kin)
    return {
        person: _of_asker([known[request] for request in asked.get(person, ())], back[person])
        for person in {*asked, *back}
    }


def _of_asker(stood: Sequence[Introduction], back: int) -> AskerFavours:
    real = [one for one in stood if one.record.verdict != "not_a_request"]
    came_of = [one.record.came_of for one in real]
    return AskerFavours(
        asked=len(real),
        introduced=sum(one.record.introduced_on is not None for one in real),
        declined=sum(one.record.verdict in ("decline", "no_reply", "target_no") for one in real),
        came_of=tuple(kind for kind in came_of if kind not in ("", "nothing")),
        given_back=back,
    )


def _given_back(kin: Kin) -> Counter[int]:
    """Return what came to the user through each of them: outcomes they introduced, recommendations they wrote."""
    count: Counter[int] = Counter()
    for query in (_OUTCOMES_VIA, _RECOMMENDATIONS):
        for row in query.rows(people=kin.rows):
            count.update(kin.asked[row])
    return count
