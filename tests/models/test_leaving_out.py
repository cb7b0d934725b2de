"""Some of a card about several are somebody else: the others are one, and nobody is asked about them again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import combinations

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from models.errors import NotFoundError, PickyError, RefusedError
from models.ids import public_id
from models.queues.duplicates import DuplicateCard, DuplicateFacts
from models.store import Judgement, Merge, Operation, Person
from models.store.query import rows
from models.workspace import Workspace
from tests.effort import IS_NIGHTLY, examples
from tests.models.doubles import card, facts, filled, lists
from tests.models.support import Dump, out_of_log


@pytest.fixture
def known() -> Iterator[Workspace]:
    """The network, its badges and the address book: three rows of Mei-Lin Chen are one card."""
    with filled() as workspace:
        workspace.import_files([lists()["book"]])
        yield workspace


def chens(workspace: Workspace) -> list[DuplicateCard]:
    """The open cards about her."""
    return [item for item in workspace.items("duplicates") if "Chen" in item.name]


def leave_out(workspace: Workspace, item: DuplicateCard, *people: int) -> None:
    """Say that the others on a card are one."""
    workspace.decide("duplicates", item.id, "same", without=[public_id(person) for person in people])


@pytest.mark.parametrize("which", [0, 1, 2])
def test_the_others_are_one_and_nobody_is_asked_again(known: Workspace, which: int) -> None:
    item = card(known, "Mei-Lin Chen")
    members = [item.person, *item.others]
    before, operations = out_of_log(known.settings.store), Operation.select().count()
    leave_out(known, item, members[which])
    assert Operation.select().count() == operations + 1
    first, second = (person for person in members if person != members[which])
    roots = dict(rows(Person.select(Person.id, Person.same_as)))
    assert (roots[first] or first) == (roots[second] or second)
    assert roots[members[which]] is None
    assert {frozenset(pair) for pair in rows(Judgement.select(Judgement.left, Judgement.right))} == {
        frozenset((members[which], first)),
        frozenset((members[which], second)),
    }
    known.import_files([lists()["badges"], lists()["book"], lists()["newer"]])
    assert chens(known) == []
    known.undo()
    assert [len(each.others) for each in chens(known)] == [2]
    assert Merge.select().count() == Judgement.select().count() == 0
    if which == 0:
        assert out_of_log(known.settings.store).keys() == before.keys()


def test_taken_apart_they_are_still_not_the_one_who_was_left_out(known: Workspace) -> None:
    item = card(known, "Mei-Lin Chen")
    stranger = item.others[-1]
    leave_out(known, item, stranger)
    known.split(public_id(item.person))
    for each in chens(known):
        assert stranger not in (each.person, *each.others)


def test_two_must_be_left(known: Workspace) -> None:
    item = card(known, "Mei-Lin Chen")
    with pytest.raises(RefusedError, match="nobody is left"):
        leave_out(known, item, *item.others)
    assert Merge.select().count() == 0


def test_only_who_is_on_the_card_can_be_left_out(known: Workspace) -> None:
    with pytest.raises(NotFoundError, match="not on card"):
        known.decide("duplicates", card(known, "Mei-Lin Chen").id, "same", without=["sam-okafor"])


def test_a_new_verdict_replaces_all_of_the_old_one(known: Workspace) -> None:
    item = card(known, "Mei-Lin Chen")
    leave_out(known, item, item.others[0])
    known.decide("duplicates", item.id, "same")
    assert (Merge.select().count(), Judgement.select().count()) == (2, 0)
    leave_out(known, item, item.others[1])
    assert (Merge.select().count(), Judgement.select().count()) == (1, 2)
    known.decide("duplicates", item.id, "different")
    assert (Merge.select().count(), Judgement.select().count()) == (0, 3)


def test_the_history_says_how_many(known: Workspace) -> None:
    item = card(known, "Mei-Lin Chen")
    leave_out(known, item, item.others[0])
    assert known.history(limit=1)[0].sentence.endswith("Chen: 2 of 3")


class World:
    """A store under a random program of verdicts, imports and undoing."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.brought: list[str] = []

    def step(self, kind: str, number: int) -> None:
        """Do one thing, and see that nobody is one with somebody they are not."""
        with suppress(PickyError):
            getattr(self, f"_{kind}")(number)
        roots = {person: root or person for person, root in rows(Person.select(Person.id, Person.same_as))}
        said = [(roots[a], roots[b]) for a, b in rows(Judgement.select(Judgement.left, Judgement.right))]
        assert all(one != other for one, other in said), "merged with somebody they are not"
        differ = {frozenset(pair) for pair in said}
        for item in self.workspace.items("duplicates"):
            members = {roots[side.person] for side in facts(item).sides}
            assert not any(frozenset(pair) in differ for pair in combinations(members, 2)), "asked again"

    def _without(self, number: int) -> None:
        items = self.workspace.items("duplicates")
        if items:
            item = items[number % len(items)]
            assert isinstance(item.facts, DuplicateFacts)
            sides = [side.person for side in item.facts.sides]
            leave_out(self.workspace, item, sides[number % len(sides)])

    def _verdict(self, number: int) -> None:
        items = self.workspace.items("duplicates")
        if items:
            self.workspace.decide(
                "duplicates", items[number % len(items)].id, ("same", "different", "later")[number % 3]
            )

    def _split(self, number: int) -> None:
        heads = [into for (into,) in rows(Merge.select(Merge.into).distinct().order_by(Merge.into))]
        if heads:
            self.workspace.split(public_id(heads[number % len(heads)]))

    def _undo(self, number: int) -> None:
        lines = self.workspace.history()
        self.workspace.undo(lines[number % len(lines)].id if number % 3 == 0 else None)

    def _redo(self, number: int) -> None:
        self.workspace.redo()

    def _bring(self, number: int) -> None:
        name = ("badges", "book", "newer", "cards")[number % 4]
        self.workspace.import_files([lists()[name]])
        self.brought.append(name)

    def undo_everything(self) -> None:
        """Take back line after line until there is none."""
        with suppress(NotFoundError):
            while True:
                self.workspace.undo()


_STEPS = st.tuples(
    st.sampled_from(("without", "without", "without", "verdict", "split", "undo", "redo", "bring")), st.integers(0, 23)
)


@settings(
    max_examples=examples(12, quick=12, nightly=300),
    phases=(Phase.explicit, Phase.generate, Phase.shrink) if IS_NIGHTLY else (Phase.explicit, Phase.generate),
    deadline=None,
    derandomize=not IS_NIGHTLY,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(program=st.lists(_STEPS, min_size=3, max_size=40 if IS_NIGHTLY else 14))
def test_undoing_everything_leaves_what_only_the_imports_would_have(program: list[tuple[str, int]]) -> None:
    program = [("bring", 1), *program]
    with filled() as workspace:
        world = World(workspace)
        for step in program:
            world.step(*step)
        world.undo_everything()
        after = _shown(workspace)
    with filled() as workspace:
        for name in world.brought:
            workspace.import_files([lists()[name]])
        assert _shown(workspace) == after


def _shown(workspace: Workspace) -> Dump:
    """What two stores share whose imports are the same and whose every decision was taken back."""
    found = out_of_log(workspace.settings.store)
    return {table: held for table, held in found.items() if table not in ("fact", "spelled_block")}
