"""Every merge comes apart again: splitting all of them gives what never merging would have given."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from models.decisions.capture import NewEncounter
from models.errors import NotFoundError, PickyError
from models.ids import public_id
from models.store import Merge, Person
from models.store.query import rows
from models.workspace import Workspace
from tests.effort import IS_NIGHTLY, examples
from tests.models.doubles import filled, lists, said
from tests.models.support import Dump, open_ids, out_of_log


@pytest.fixture
def known() -> Iterator[Workspace]:
    """The network and its badges."""
    with filled() as workspace:
        yield workspace


def test_a_split_brings_everybody_back_over_several_merges(known: Workspace) -> None:
    before = {hit.id for hit in known.search("Chen")}
    said(known, "Mei-Lin Chen", "same")
    known.import_files([lists()["book"]])
    said(known, "Mei-Lin Chen", "same")
    assert len(known.search("Chen")) == 1
    known.split("mei-lin-chen")
    assert len(known.search("Chen")) == 3
    assert before <= {hit.id for hit in known.search("Chen")}
    known.undo()
    assert len(known.search("Chen")) == 1


def test_who_was_never_merged_cannot_be_split(known: Workspace) -> None:
    with pytest.raises(NotFoundError, match="not merged"):
        known.split("sam-okafor")


class World:
    """A store under a random program; with `merging` off, the same program without its merges."""

    def __init__(self, workspace: Workspace, *, merging: bool) -> None:
        self.workspace = workspace
        self.merging = merging

    def step(self, kind: str, number: int) -> None:
        """Do one thing; what is refused is refused in both."""
        with suppress(PickyError):
            getattr(self, f"_{kind}")(number)

    def _same(self, number: int) -> None:
        items = self.workspace.items("duplicates")
        if self.merging and items:
            self.workspace.decide("duplicates", items[number % len(items)].id, "same")

    def _split(self, number: int) -> None:
        heads = [into for (into,) in rows(Merge.select(Merge.into).distinct().order_by(Merge.into))]
        if self.merging and heads:
            self.workspace.split(public_id(heads[number % len(heads)]))

    def _undo_redo(self, number: int) -> None:
        """Any number of merges back and forth; nothing else, so that both worlds know the same."""
        if self.merging:
            done = [each for each in self.workspace.history() if each.sentence.startswith("one person:")]
            if done:
                self.workspace.undo(done[number % len(done)].id)
                if number % 2:
                    self.workspace.redo()

    def _decide(self, number: int) -> None:
        queue, verdict = (("stale", "keep"), ("invites", "accept"), ("stale", "remove"), ("invites", "ask"))[number % 4]
        subjects = sorted(item.subject for item in self.workspace.items(queue))
        if subjects:
            self.workspace.decide(queue, public_id(subjects[number % len(subjects)]), verdict)

    def _met(self, number: int) -> None:
        person, name = rows(Person.select(Person.id, Person.name).order_by(Person.id))[number % 8]
        self.workspace.met(NewEncounter(name, event="Harbour Conf", on=date(2026, 8, 1 + number % 20)), person)

    def _note(self, number: int) -> None:
        person, name = rows(Person.select(Person.id, Person.name).order_by(Person.id))[number % 8]
        self.workspace.remark(person, name, "note", f"note {number}")

    def _bring(self, number: int) -> None:
        self.workspace.import_files([lists()[("badges", "book", "newer")[number % 3]]])

    def take_apart(self) -> None:
        """Split everybody who is still merged."""
        while heads := rows(Merge.select(Merge.into).limit(1)):
            self.workspace.split(public_id(heads[0][0]))


_LATE_NUMBERS = (
    "decision",
    "errand",
    "encounter",
    "remark",
    "event",
    "mark",
    "merge",
    "judgement",
    "field_choice",
    "change",
)


def kept(workspace: Workspace) -> Dump:
    """Everything known, but for the numbers of rows that a merge may have moved on, and what was known when deciding."""
    found = out_of_log(workspace.settings.store)
    found["decision"] = [row[:-1] for row in found["decision"]]
    return {
        table: sorted((row[1:] for row in held), key=repr) if table in _LATE_NUMBERS else held
        for table, held in found.items()
    }


_STEPS = st.tuples(
    st.sampled_from(("same", "same", "same", "split", "undo_redo", "met", "note", "bring", "decide")),
    st.integers(0, 23),
)


@settings(
    max_examples=examples(12, quick=12, nightly=400),
    phases=(Phase.explicit, Phase.generate, Phase.shrink) if IS_NIGHTLY else (Phase.explicit, Phase.generate),
    deadline=None,
    derandomize=not IS_NIGHTLY,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(program=st.lists(_STEPS, min_size=3, max_size=40 if IS_NIGHTLY else 14))
def test_splitting_everything_gives_what_never_merging_would_have_given(program: list[tuple[str, int]]) -> None:
    with filled() as workspace:
        world = World(workspace, merging=True)
        for step in program:
            world.step(*step)
        world.take_apart()
        merged, open_after = kept(workspace), open_ids(workspace, "duplicates")
    with filled() as workspace:
        world = World(workspace, merging=False)
        for step in program:
            world.step(*step)
        assert kept(workspace) == merged
        assert open_ids(workspace, "duplicates") == open_after
