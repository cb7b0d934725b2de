"""Undo for ever: random programs of decisions, captures, imports and restarts, taken back and brought back.

`HYPOTHESIS_PROFILE=nightly` runs many more of them, and longer ones.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from unittest.mock import patch

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from models.decisions.capture import Met
from models.errors import NotFoundError, PickyError, RefusedError
from models.journal.undo import Reversal
from models.verbs import Verb
from tests.models.support import Dump, Export, dump, opened, out_of_log, person

_START = datetime(2026, 7, 1, 9, tzinfo=UTC)
_NIGHTLY = os.environ.get("HYPOTHESIS_PROFILE") == "nightly"
_QUEUES = ("invites", "intros", "stale")
_VERDICTS = {
    "invites": ("accept", "ignore", "ask", "later", "pin"),
    "intros": ("introduce", "decline", "mention", "blurb", "no_reply", "not_a_request", "later", "pin"),
    "stale": ("keep", "remove", "reconnect", "later", "pin"),
}
_NAMES = ("Quinn Quiet", "Una Unheard", "Ulla Arrives", "Vera Invites", "Nobody Known")
_PLEA = "Could you introduce me to Quinn Quiet? I am looking for a job at their firm."


@cache
def _exports() -> dict[str, Path]:
    """An older, the first and a newer export of one small network; the newer one refutes, answers and renames."""
    folder = Path(tempfile.mkdtemp(prefix="picky-undo-"))
    old = Export(date(2025, 12, 1)).connect("Quinn Quiet", 900).connect("Otto Over", 700).invited("Una Unheard", 20)
    first = (
        Export(date(2026, 6, 30))
        .connect("Quinn Quiet", 1100, company="Quiet & Sons")
        .connect(person("Rhea Renamed", slug="rhea-old"), 800)
        .connect("Gil Gone", 600)
        .connect("Mona Talks", 500)
        .connect("Ask Asker", 300)
        .heard("Mona Talks", 450)
        .wrote("Ask Asker", 200)
        .heard("Ask Asker", 100, _PLEA)
        .invited("Vera Invites", 10, "We met at the harbour.")
        .invited("Una Unheard", 30)
        .invited("Iggy Ignored", 170)
    )
    new = (
        Export(date(2026, 9, 15))
        .connect("Quinn Quiet", 1177, company="Loud Ltd")
        .connect(person("Rhea Renamed", slug="rhea-new"), 877)
        .connect("Mona Talks", 577)
        .connect("Ask Asker", 377)
        .connect("Ulla Arrives", 300)
        .connect("Vera Invites", 40)
        .wrote("Ask Asker", 277)
        .heard("Ask Asker", 177, _PLEA)
        .heard("Ask Asker", 5, "Here are a few lines about me.")
        .heard("Una Unheard", 3, "We met in Kiel, remember?")
        .invited("Una Unheard", 107)
        .invited("Iggy Ignored", 2, "Once more.")
    )
    return {name: made.zipped(folder / name) for name, made in (("old", old), ("first", first), ("new", new))}


@cache
def _template() -> Path:
    """A store that has taken in the first export."""
    folder = Path(tempfile.mkdtemp(prefix="picky-undo-"))
    with patch.dict(os.environ, PICKY_NOW=_START.isoformat()):
        workspace = opened(folder)
        workspace.import_files([_exports()["first"]])
        workspace.close()
    return folder / "network.db"


Key = tuple[object, ...]
Effects = dict[Key, tuple[object, object]]


@dataclass
class _Op:
    """An operation as the model remembers it: each thing it changed, from what to what; whose work it builds on."""

    effects: Effects
    needs: frozenset[int] = frozenset()
    is_undone: bool = False


@dataclass
class _Model:
    """What should hold: plain values, and for each operation what it did to them."""

    held: dict[Key, object] = field(default_factory=dict)
    ops: dict[int, _Op] = field(default_factory=dict)
    made_by: dict[Key, int] = field(default_factory=dict)
    """Which operation captured this person or this request."""

    def keep(self, number: int, effects: Effects, needs: frozenset[int] = frozenset()) -> None:
        self.ops[number] = _Op(effects, needs)
        self.held.update((key, after) for key, (_, after) in effects.items())

    def may_undo(self, number: int) -> bool:
        op = self.ops.get(number)
        if op is None or op.is_undone or self._is_carried_out(op):
            return False
        alive = (other for other in self.ops.values() if not other.is_undone)
        return not any(number in other.needs for other in alive) and all(
            self.held.get(key) == after for key, (_, after) in op.effects.items()
        )

    def may_redo(self, number: int) -> bool:
        op = self.ops.get(number)
        return (
            op is not None
            and op.is_undone
            and not any(self.ops[need].is_undone for need in op.needs)
            and all(self.held.get(key) == before for key, (before, _) in op.effects.items())
        )

    def reverse(self, number: int) -> None:
        op = self.ops[number]
        for key, (before, after) in op.effects.items():
            self.held[key] = after if op.is_undone else before
        op.is_undone = not op.is_undone

    def _is_carried_out(self, op: _Op) -> bool:
        errands = (key for key, (before, _) in op.effects.items() if key[0] == "errand" and before is None)
        return any(isinstance(held := self.held.get(key), tuple) and held[0] == "done" for key in errands)


class _Run:
    """A program as it runs, in a store of its own, beside the model."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.path = folder, folder / "network.db"
        shutil.copy(_template(), self.path)
        self.workspace = opened(folder)
        self.model = _Model()
        self.now = _START
        self.imports: list[tuple[datetime, str]] = []

    # Steps

    def decide(self, which: int, verdict: int, reason: int) -> None:
        cards = self._rows("SELECT queue, subject, person_id, member OR state <> 'open' FROM card ORDER BY 1, 2")
        queue, subject, who, is_there = cards[which % len(cards)]
        verb = _VERDICTS[queue][verdict % len(_VERDICTS[queue])]
        public = f"c{subject - (1 << 40) + 1}" if subject >= 1 << 40 else str(subject)
        effects = self._effects_of(queue, subject, who, verb)
        before = self._dump()
        try:
            done = self.workspace.decide(queue, public, verb, reason=("", "we met")[reason % 2])
        except (RefusedError, NotFoundError) as error:
            assert self._dump() == before, "what was refused has written something"
            assert isinstance(error, RefusedError) is bool(is_there)  # noqa: PT017 — either may be right
            return
        assert is_there, "a card that has left the queue was decided"
        if done.errand is not None:
            effects["errand", done.errand] = (None, ("staged" if verb == "remove" else "open", done.operation))
            self.model.made_by["errand", done.errand] = done.operation
        effects["decision", queue, subject] = (
            self.model.held.get(("decision", queue, subject)),
            (verb, done.operation),
        )
        request = self.model.made_by.get(("request", subject)) if queue == "intros" else None
        self.model.keep(done.operation, effects, frozenset({request} if request else ()))

    def bulk(self, which: int, verdict: int, many: int) -> None:
        """One verdict on several open cards of a queue."""
        queue = _QUEUES[which % len(_QUEUES)]
        verb = _VERDICTS[queue][verdict % len(_VERDICTS[queue])]
        listing = self.workspace.listing(queue)
        subjects = listing.subjects(0, 1 + many % 5)
        people = dict(self._rows(f"SELECT subject, person_id FROM card WHERE queue = '{queue}'"))
        refused = {item.subject for item in self.workspace.items(queue) if Verb(verb) in item.refusals}
        effects: Effects = {}
        for subject in (one for one in subjects if one not in refused):
            for key, (before, after) in self._effects_of(queue, subject, people[subject], verb).items():
                effects[key] = (effects.get(key, (before, None))[0], after)
        known = {number for (number,) in self._rows("SELECT id FROM errand")}
        before_all = self._dump()
        try:
            done = listing.decide(subjects, Verb(verb), "", "", lambda *_: None)
        except PickyError:
            assert self._dump() == before_all, "what was refused has written something"
            assert not set(subjects) - refused
            return
        assert done.decided == len(set(subjects) - refused)
        for (number,) in self._rows("SELECT id FROM errand"):
            if number not in known:
                effects["errand", number] = (None, ("staged" if verb == "remove" else "open", done.operation))
                self.model.made_by["errand", number] = done.operation
        for subject in set(subjects) - refused:
            key = ("decision", queue, subject)
            effects[key] = (self.model.held.get(key), (verb, done.operation))
        requests = (self.model.made_by.get(("request", subject)) for subject in subjects if queue == "intros")
        self.model.keep(done.operation, effects, frozenset(request for request in requests if request))

    def _effects_of(self, queue: str, subject: int, who: int, verb: str) -> Effects:
        """What the verdict does beside the decision itself: to the errands of the card, and to the pin."""
        effects: Effects = {}
        before = self.model.held.get(("decision", queue, subject))
        for (number,) in self._rows(f"SELECT id FROM errand WHERE queue = '{queue}' AND subject = {subject}"):
            held = self.model.held["errand", number]
            if before and isinstance(held, tuple) and held[0] in ("open", "staged"):
                effects["errand", number] = (held, ("cancelled", self.now))
        pinned = bool(self.model.held.get(("pin", who)))
        if verb == "pin" and not pinned:
            effects["pin", who] = (self.model.held.get(("pin", who)), True)
        elif (
            verb != "pin"
            and isinstance(before, tuple)
            and before[0] == "pin"
            and pinned
            and not self._pinned_elsewhere(queue, subject, who)
        ):
            effects["pin", who] = (True, False)
        return effects

    def _pinned_elsewhere(self, queue: str, subject: int, who: int) -> bool:
        query = f"SELECT 1 FROM decision WHERE person_id = {who} AND verdict = 'pin'"
        return bool(self._rows(f"{query} AND NOT (queue = '{queue}' AND subject = {subject})"))

    def errand(self, which: int, how: int, _: int) -> None:
        """Done, not found, or changed my mind."""
        errands = self._rows("SELECT id, queue, subject FROM errand ORDER BY id")
        if not errands:
            return
        number, queue, subject = errands[which % len(errands)]
        wanted = ("done", "not_found", "cancelled")[how % 3]
        before = self._dump()
        try:
            operation, _ = self.workspace.close_errand(number, wanted)
        except PickyError:
            assert self._dump() == before, "what was refused has written something"
            return
        effects: Effects = {("errand", number): (self.model.held["errand", number], (wanted, operation))}
        decision = self.model.held.get(("decision", queue, subject))
        is_behind = isinstance(decision, tuple) and decision[1] == self.model.made_by["errand", number]
        if wanted == "cancelled" and is_behind:
            effects["decision", queue, subject] = (decision, None)
        self.model.keep(operation, effects)

    def confirm(self, *_: int) -> None:
        staged = [number for (number,) in self._rows("SELECT id FROM errand WHERE state = 'staged'")]
        if staged:
            operation, _ = self.workspace.confirm(staged)
            held = self.model.held
            self.model.keep(operation, {("errand", n): (held["errand", n], ("open", operation)) for n in staged})

    def met(self, which: int, event: int, _: int) -> None:
        captured = self.workspace.met(Met(_NAMES[which % len(_NAMES)], event=("", "Harbour Conf")[event % 2]))
        self._captured(captured.operation, captured.person)

    def ask(self, which: int, target: int, _: int) -> None:
        captured = self.workspace.ask(_NAMES[which % len(_NAMES)], _NAMES[target % len(_NAMES)], "please, a job")
        ((request, wanted),) = self._rows(
            "SELECT id, target_id FROM intro_request WHERE id >= 1 << 40 ORDER BY id DESC LIMIT 1"
        )
        self._captured(captured.operation, captured.person, wanted)
        self.model.made_by["request", request] = captured.operation

    def note(self, which: int, kind: int, _: int) -> None:
        people = self._rows("SELECT id, name FROM person ORDER BY id")
        number, name = people[which % len(people)]
        captured = self.workspace.remark(number, name, ("note", "profile")[kind % 2], "Plays the cello.")
        self._captured(captured.operation, number)

    def _captured(self, operation: int, *people: int | None) -> None:
        makers = {self.model.made_by[key] for who in people if (key := ("person", who)) in self.model.made_by}
        alive = frozenset(maker for maker in makers if not self.model.ops[maker].is_undone)
        created = self._rows(f"SELECT row FROM change WHERE operation_id = {operation} AND table_name = 'person'")
        for (who,) in created:
            self.model.made_by["person", who] = operation
        self.model.keep(operation, {("capture", operation): (None, True)}, alive)

    def undo(self, *_: int) -> None:
        """Take back the newest."""
        done = [number for number, op in self.model.ops.items() if not op.is_undone]
        self._reverse(self.workspace.undo, None, max(done, default=None), self.model.may_undo)

    def redo(self, *_: int) -> None:
        """Bring back what was undone last."""
        query = "SELECT o.target_id FROM operation o JOIN operation t ON t.id = o.target_id"
        last = self._rows(f"{query} WHERE o.kind = 'undo' AND t.undone_at IS NOT NULL ORDER BY o.id DESC LIMIT 1")
        self._reverse(self.workspace.redo, None, last[0][0] if last else None, self.model.may_redo)

    def undo_any(self, which: int, *_: int) -> None:
        """Take back any line of the history, imports included."""
        self._any(self.workspace.undo, which, self.model.may_undo)

    def redo_any(self, which: int, *_: int) -> None:
        """Bring back any line of the history."""
        self._any(self.workspace.redo, which, self.model.may_redo)

    def _any(self, how: Callable[[int | None], Reversal], which: int, may: Callable[[int], bool]) -> None:
        lines = self.workspace.history()
        number = lines[which % len(lines)].id
        self._reverse(how, number, number, may)

    def _reverse(
        self, how: Callable[[int | None], Reversal], given: int | None, number: int | None, may: Callable[[int], bool]
    ) -> None:
        before = self._dump()
        try:
            reversal = how(given)
        except PickyError:
            assert self._dump() == before, "a conflict has written something"
            assert number is None or not may(number), f"operation {number} could have been reversed"
            return
        assert reversal.target == number
        assert may(reversal.target), f"operation {number} should have been a conflict"
        self.model.reverse(reversal.target)

    def bring_in(self, which: int, *_: int) -> None:
        name = ("first", "new", "old")[which % 3]
        self.imports.append((self.now, name))
        self.workspace.import_files([_exports()[name]])

    def restart(self, *_: int) -> None:
        self.workspace.close()
        self.workspace = opened(self.folder)

    # Checks

    def step(self, name: str, numbers: tuple[int, int, int], days: int) -> None:
        self.now += timedelta(days=days, seconds=1)
        os.environ["PICKY_NOW"] = self.now.isoformat()
        before = self._operations()
        getattr(self, name)(*numbers)
        assert self._operations() - before in (0, 1), "an operation is one line"
        self.check()

    def check(self) -> None:
        """The store says of decisions, errands, pins and cards what the model says."""
        decisions = {(queue, subject): verdict for queue, subject, verdict in self._rows(
            "SELECT queue, subject, verdict FROM decision")}  # fmt: skip
        assert decisions == {key[1:]: held[0] for key, held in self._held("decision") if isinstance(held, tuple)}
        errands = dict(self._rows("SELECT id, state FROM errand"))
        assert errands == {key[1]: held[0] for key, held in self._held("errand") if isinstance(held, tuple)}
        pinned = {who for (who,) in self._rows("SELECT person_id FROM mark WHERE kind = 'pinned'")}
        assert pinned == {key[1] for key, held in self._held("pin") if held}
        for queue, subject, who, state in self._rows("SELECT queue, subject, person_id, state FROM card"):
            assert state == _state(decisions.get((queue, subject)), who in pinned), (queue, subject, state)

    def undo_everything(self) -> int:
        """Take back line after line until there is none; say how many there were."""
        for count in range(1000):
            try:
                reversal = self.workspace.undo()
            except NotFoundError:
                return count
            self.model.reverse(reversal.target)
            self.check()
        raise AssertionError("undo never ends")

    def _held(self, kind: str) -> Iterator[tuple[Key, object]]:
        return ((key, held) for key, held in self.model.held.items() if key[0] == kind)

    def _operations(self) -> int:
        return int(self._rows("SELECT COUNT(*) FROM operation")[0][0])

    def _dump(self) -> Dump:
        return dump(self.path)

    def _rows(self, query: str) -> list[tuple]:
        with closing(sqlite3.connect(f"file:{self.path}?mode=ro", uri=True)) as database:
            return database.execute(query).fetchall()


def _state(verdict: str | None, pinned: bool) -> str:
    """Where a card stands: never asked about again, put off, kept for a year, waiting, decided or open."""
    closed = {"ask": "waiting", "blurb": "waiting", "later": "later", "keep": "kept", "pin": "pinned"}
    state = closed.get(verdict, "decided") if verdict else "open"
    return "pinned" if pinned and state != "decided" else state


@contextmanager
def _running() -> Iterator[_Run]:
    with tempfile.TemporaryDirectory(prefix="picky-undo-") as folder, patch.dict(os.environ):
        os.environ["PICKY_NOW"] = _START.isoformat()
        run = _Run(Path(folder))
        try:
            yield run
        finally:
            run.workspace.close()


def _only_imports(imports: list[tuple[datetime, str]]) -> Dump:
    """The store as if nothing but these imports had ever run."""
    with tempfile.TemporaryDirectory(prefix="picky-undo-") as folder, patch.dict(os.environ):
        shutil.copy(_template(), Path(folder) / "network.db")
        workspace = opened(Path(folder))
        for when, name in imports:
            os.environ["PICKY_NOW"] = when.isoformat()
            workspace.import_files([_exports()[name]])
        workspace.close()
        return out_of_log(Path(folder) / "network.db")


_COMMON = ("decide", "decide", "decide", "decide", "undo", "redo", "undo_any", "redo_any", "errand")
_RARE = ("confirm", "bulk", "met", "ask", "note", "bring_in", "restart")
_number = st.integers(0, 23)
_steps = st.tuples(
    st.sampled_from(_COMMON + _RARE), st.tuples(_number, _number, _number), st.sampled_from((0, 1, 8, 40))
)


@settings(
    max_examples=1500 if _NIGHTLY else 45,
    phases=(Phase.explicit, Phase.generate, Phase.shrink) if _NIGHTLY else (Phase.explicit, Phase.generate),
    deadline=None,
    derandomize=not _NIGHTLY,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(program=st.lists(_steps, min_size=4, max_size=60 if _NIGHTLY else 22))
def test_everything_undone_is_the_store_of_the_imports_alone_and_redone_what_it_was(
    program: list[tuple[str, tuple[int, int, int], int]],
) -> None:
    with _running() as run:
        for step in program:
            run.step(*step)
        before = out_of_log(run.path)
        count = run.undo_everything()
        assert out_of_log(run.path) == _only_imports(run.imports)
        run.restart()
        for _ in range(count):
            run.model.reverse(run.workspace.redo().target)
            run.check()
        assert out_of_log(run.path) == before
