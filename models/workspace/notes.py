"""What the user writes down or chooses: meetings, requests, outcomes, marks, whom a request means."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ..errors import RefusedError
from ..queues.refresh import refresh_people
from ..store import transaction

if TYPE_CHECKING:  # what only some screens need is imported by the method that gives it
    from ..decisions.capture import Captured, NewEncounter
    from ..outcome_kinds import OutcomeKind
    from ..queues.duplicates import Choice, DuplicateCard
    from ..queues.intros import IntroCard
    from ..reports.outcome_text import OutcomeText
    from ..reports.search import Hit

from .opened import OpenStore


class Notes(OpenStore):
    """What only the user knows."""

    def met(self, met: NewEncounter, person: int | None = None) -> Captured:
        """Keep a meeting; who it was is found by name when no person is given, now or when a later import brings them."""
        from ..decisions.capture import capture_encounter
        from ..reports.search import person_named

        known = person if person is not None else person_named(met.name, met.company)
        return self._captured(lambda: capture_encounter(met, known))

    def ask(self, asker: str, target: str, text: str = "", purpose: str = "") -> Captured:
        """Keep a request for an introduction heard elsewhere; its purpose is guessed from the text unless given."""
        from ..decisions.capture import NewRequest, capture_request
        from ..reports.search import person_meant
        from ..requests.purpose import wish_of
        from ..requests.tokenize import read

        wish = wish_of(read(text))
        asked = NewRequest(asker, target, purpose or wish.purpose.value, text, says_why=wish.says_why)
        return self._captured(lambda: capture_request(asked, person_meant(asker), person_meant(target)))

    def outcome(self, told: OutcomeText) -> Captured:
        """Keep what came of knowing somebody. Raises `UsageError` for a kind, a day or a name that is none."""
        from ..decisions.outcomes import capture_outcome
        from ..reports.outcome_text import parse_outcome

        self.store.require_writable()
        with transaction():
            captured, everybody = capture_outcome(parse_outcome(told))
            refresh_people(everybody, captured.operation)
        return captured

    def kinds(self) -> tuple[OutcomeKind, ...]:
        """Every kind of outcome there is for this user."""
        from ..decisions.outcomes import own_kinds
        from ..outcome_kinds import all_kinds

        return all_kinds(own_kinds())

    def remark(self, person: int, name: str, kind: str, text: str) -> Captured:
        """Keep a private `note`, or pasted `profile` text, on a person."""
        from ..decisions.capture import capture_remark

        return self._captured(lambda: capture_remark(person, name, kind, text))

    def mark(self, person: int, name: str, kind: str) -> Captured:
        """Say something about a person to hold until taken back (`knows_well`, `vouched` …), or take it back."""
        from ..decisions.capture import capture_mark

        return self._captured(lambda: capture_mark(person, name, kind))

    def _captured(self, write: Callable[[], Captured]) -> Captured:
        self.store.require_writable()
        with transaction():
            captured = write()
            refresh_people([captured.person], captured.operation)
        return captured

    def candidates(self, card: IntroCard) -> list[Hit]:
        """Who may be meant by a request, the likeliest first."""
        from ..reports.search import candidates_of

        return candidates_of(card.subject)

    def choose_target(self, card: IntroCard, target: Hit) -> Captured:
        """Say whom a request means. Raises `RefusedError` once somebody was asked for it."""
        from ..decisions.capture import choose_target
        from ..introductions.states import SETTLED

        if card.facts.state in SETTLED:
            raise RefusedError("You have decided to ask somebody.", "z takes decisions back, the newest first.")
        if target.id == card.person:
            raise RefusedError(f"{target.name} is who asks.", "Choose whom they want to meet.")
        return self._captured(lambda: choose_target(card.subject, (card.person, card.name), (target.id, target.name)))

    def choose_value(self, card: DuplicateCard, choice: Choice) -> Captured:
        """Let this value stand for a field of the people on a duplicates card, once they are one."""
        from ..decisions.capture import Captured
        from ..decisions.merge import choose_value

        self.store.require_writable()
        sentence = f"chose {choice.value} as {choice.field} of {card.name}"
        with transaction():
            rest = {*card.members} - {*card.facts.apart}
            operation = choose_value(min(rest), choice.field, choice.person, sentence)
            refresh_people(card.members, operation)
        return Captured(operation, card.person, sentence)
