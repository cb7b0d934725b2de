"""Programs of decisions, captures, imports and restarts, run in a store beside the model of what should hold."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from unittest.mock import patch

from models.decisions.capture import NewEncounter
from models.errors import NotFoundError, PickyError, RefusedError
from models.journal.undo import Reversal
from models.reports.outcome_text import OutcomeText
from models.verbs import Verb
from tests.models.support import Dump, dump, opened
from tests.models.undo.archives import START, exports, template
from tests.models.undo.model import Effects, Key, Model

_QUEUES = ("invites", "intros", "stale")
_VERDICTS = {
    "invites": ("accept", "ignore", "ask", "later", "pin"),
    "intros": ("introduce", "decline", "mention", "blurb", "no_reply", "not_a_request", "later", "pin"),
    "stale": ("keep", "remove", "reconnect", "later", "pin"),
    "outcomes": ("customer", "nothing", "job", "later", "pin"),
}
_NAMES = ("Quinn Quiet", "Una Unheard", "Ulla Arrives", "Vera Invites", "Nobody Known")


class Run:
    """A program as it runs, in a store of its own, beside the model."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.path = folder, folder / "network.db"
        shutil.copy(template(), self.path)
        self.workspace = opened(folder)
        self.model = Model()
        self.now = START
        self.imports: list[tuple[datetime, str]] = []

    # Steps

    def decide(self, which: int, verdict: int, reason: int) -> None:
        cards = self._rows(
            f"SELECT queue, subject, person_id, member OR state <> 'open' FROM card WHERE queue IN {_QUEUES} ORDER BY 1, 2"
        )
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
        if queue == "outcomes":  # the card stands on an errand that was done
            request = self._done_by(subject // 2)
        self.model.keep(done.operation, effects, frozenset({request} if request else ()))

    def _done_by(self, errand: int) -> int:
        held = self.model.held["errand", errand]
        assert isinstance(held, tuple)
        return int(held[1])

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
        captured = self.workspace.met(NewEncounter(_NAMES[which % len(_NAMES)], event=("", "Harbour Conf")[event % 2]))
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

    def outcome(self, which: int, kind: int, via: int) -> None:
        """Tell what came of knowing somebody, who may be new."""
        names = [(_NAMES[number % len(_NAMES)],) for number in (which, via)]
        told = OutcomeText(
            ("customer", "job")[kind % 2], names[0], names[1] if via % 3 else (), on=("", "2025")[kind % 2]
        )
        captured = self.workspace.outcome(told)
        parts = self._rows(
            "SELECT person_id FROM outcome_person WHERE outcome_id = (SELECT MAX(id) FROM outcome) ORDER BY id"
        )
        self._captured(captured.operation, *(person for (person,) in parts))

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
        self.workspace.import_files([exports()[name]])

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
    closed = {"ask": "waiting", "blurb": "waiting", "reconnect": "waiting", "introduce": "waiting", "later": "later", "keep": "kept",
              "pin": "pinned"}  # fmt: skip
    state = closed.get(verdict, "decided") if verdict else "open"
    return "pinned" if pinned and state != "decided" else state


@contextmanager
def running() -> Iterator[Run]:
    with tempfile.TemporaryDirectory(prefix="picky-undo-") as folder, patch.dict(os.environ):
        os.environ["PICKY_NOW"] = START.isoformat()
        run = Run(Path(folder))
        try:
            yield run
        finally:
            run.workspace.close()
