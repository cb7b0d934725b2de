"""Random walks through introductions, with imports in between: no forbidden state, no second ask, nothing leaks."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import Phase, given, seed, settings
from hypothesis import strategies as st

from models.decisions.capture import capture_remark
from models.errors import PickyError
from models.introductions.record import introductions
from models.introductions.states import State
from models.outbox.pending import PendingErrand
from models.store import Errand
from tests.effort import examples
from tests.models.support import EXPORT, Export, opened

START = datetime(2026, 9, 17, 9, tzinfo=UTC)
ASK = "Could you introduce me to Vera Haddad? We are looking for a head of data, and she knows everybody."
SECRET = ("kumquat", "tamarind", "rambutan")
"""Words that stand only in what the target answers, and in private notes on both."""
VERBS = (
    "introduce", "introduce", "target_yes", "target_no", "introduce_unasked", "decline", "mention", "blurb",
    "no_reply", "not_a_request", "later",
)  # fmt: skip


@cache
def _archives() -> tuple[Path, ...]:
    """What may come in: nothing new, an answer, a nudge, a long silence, a late answer."""
    folder = Path(tempfile.mkdtemp(prefix="picky-walks-"))
    nudge = "Any news? Could you introduce me to Vera Haddad?"
    made = (
        _archive(0),
        _archive(20),
        _archive(21).heard("Vera Haddad", 1, "Your kumquat friend? Sure."),
        _archive(22).heard("Nils Ito", 1, nudge),
        _archive(70),
        _archive(80).heard("Vera Haddad", 1, "A late kumquat from me: no."),
        _archive(81).heard("Nils Ito", 1, nudge).heard("Nils Ito", 2, "A few lines about me, as you asked."),
    )
    return tuple(export.zipped(folder / str(number)) for number, export in enumerate(made))


def _archive(days: int) -> Export:
    made = Export(EXPORT + timedelta(days=days))
    made.connect("Nils Ito", 900 + days, company="Acme").connect("Vera Haddad", 2000 + days, company="Fjord Robotics")
    made.heard("Nils Ito", 400 + days).wrote("Nils Ito", 399 + days)
    return made.heard("Vera Haddad", 300 + days).wrote("Vera Haddad", 299 + days).heard("Nils Ito", 20 + days, ASK)


@cache
def _template() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="picky-walks-"))
    with _clock(START):
        workspace = opened(folder)
        workspace.import_files([_archives()[0]])
        for name, note in (("Nils Ito", "tamarind"), ("Vera Haddad", "rambutan")):
            capture_remark(workspace.find(name).id, name, "note", note)
        (item,) = workspace.items("intros")
        assert (item.id, item.target.id) == CARD
        workspace.close()
    return folder / "network.db"


@contextmanager
def _clock(now: datetime) -> Iterator[None]:
    with patch.dict(os.environ, PICKY_NOW=now.isoformat()):
        yield


CARD = ("1", 2)
"""The request's card, and Vera's number, in every copy of the template."""


class Walk:
    """One walk, and what it has heard so far."""

    def __init__(self, folder: Path) -> None:
        shutil.copy(_template(), folder / "network.db")
        self.workspace = opened(folder)
        self.card, self.target = CARD

    def decide(self, number: int) -> None:
        self._try(lambda: self.workspace.decide("intros", self.card, VERBS[number % len(VERBS)]))

    def close(self, number: int) -> None:
        todos = self.workspace.outbox()
        if todos:
            todo = todos[number % len(todos)]
            state = ("done", "done", "cancelled", "not_found")[number % 4]
            self._try(lambda: self.workspace.close_errand(todo.id, state))

    def undo(self, _: int) -> None:
        self._try(self.workspace.undo)

    def redo(self, _: int) -> None:
        self._try(self.workspace.redo)

    def take_in(self, number: int) -> None:
        self.workspace.import_files([_archives()[number % len(_archives())]])

    def _try(self, what: Callable[[], object]) -> None:
        try:
            what()
        except PickyError as error:
            assert error.sentence  # noqa: PT017 — a refusal is an answer, and says why

    # What must hold after every step

    def check(self) -> None:
        written = self._written()
        state = self._state()
        self._never_twice(written)
        if state in (State.INTRODUCED, State.CAME_OF_IT):
            assert self._said_yes() or any(kind == "introduce_unasked" for kind, _ in written)
        if state is State.TARGET_SILENT:
            assert ("introduce", "open") not in written

    def end(self) -> None:
        """Whatever was ever to be written, also what is done or cancelled by now, told nothing."""
        for todo in self.workspace.outbox(everything=True):
            self._tells_nothing(todo)
        assert self.workspace.card("intros", self.card).json()["state"] == self._state()

    def _state(self) -> State:
        request = int(self.card)
        known_until = self.workspace.export_date()
        assert known_until
        return introductions({request: self.target})[request].state(known_until, 30)

    def _written(self) -> list[tuple[str, str]]:
        return [
            (kind, state)
            for kind, state in Errand.select(Errand.kind, Errand.state).where(Errand.subject == int(self.card)).tuples()
        ]

    def _never_twice(self, written: list[tuple[str, str]]) -> None:
        """The target is asked once; what was done is not to be done again."""
        for kind in ("ask_target", "introduce", "introduce_unasked"):
            states = [state for held, state in written if held == kind]
            assert states.count("done") <= 1
            assert not ("done" in states and "open" in states), f"{kind} is to be done a second time"

    def _said_yes(self) -> bool:
        """The history holds the target's yes, not undone."""
        return any("heard a yes" in line.sentence and not line.undone for line in self.workspace.history())

    def _tells_nothing(self, todo: PendingErrand) -> None:
        """What the asker gets to read, alone or with the target: no answer of the target's, nothing private."""
        if todo.kind != "ask_target":
            assert not [word for word in SECRET if word in todo.draft]
        assert not [word for word in SECRET[1:] if word in todo.draft]


Step = Callable[[Walk, int], None]
_steps = st.tuples(
    st.sampled_from([Walk.decide] * 4 + [Walk.close] * 3 + [Walk.undo, Walk.redo] + [Walk.take_in] * 2),
    st.integers(0, 27),
)


@pytest.mark.parametrize("part", range(16))
def test_no_walk_reaches_a_forbidden_state_or_lets_anything_leak(part: int) -> None:
    """A thousand walks, in parts that several workers share; `quick` goes every fourth of them."""

    @seed(part)
    @settings(max_examples=examples(63, quick=16), deadline=None, database=None, phases=(Phase.generate,))
    @given(walk=st.lists(_steps, min_size=3, max_size=7))
    def walks(walk: list[tuple[Step, int]]) -> None:
        _go(walk)

    walks()


def _go(walk: list[tuple[Step, int]]) -> None:
    with tempfile.TemporaryDirectory(prefix="picky-walk-") as folder, _clock(START):
        run = Walk(Path(folder))
        for number, (step, choice) in enumerate(walk):
            with _clock(START + timedelta(hours=number)):
                step(run, choice)
                run.check()
        run.end()
        run.workspace.close()
