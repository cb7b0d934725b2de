"""After whatever the user did, cards stand where a computation of all of them would put them."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from models.decisions.capture import NewEncounter
from models.errors import PickyError
from models.ids import public_id
from models.queues.duplicate_groups import connected_rows, groups
from models.queues.duplicates import DuplicateCard
from models.queues.identities import settle_identities
from models.queues.registry import every_queue
from models.store import Card, Merge, Person
from models.store.base import database
from models.store.query import rows
from models.verbs import Verb
from models.workspace import Workspace
from tests.effort import IS_NIGHTLY, examples
from tests.models.doubles import HEADER, listed
from tests.models.support import Export, opened, person

LISTS = {
    "chain": HEADER
    + """\
Ruth Adeyemi,Tidewater Media,,ruth.a@mail.example,,,
Ruth Adeyemi,Tidewater,,ruth@tidewater.example,,,
Samuel Okafor,Hedgehog,,so@mail.example,,,
Sam Okafor,Hedgehog Software,,so@mail.example,,,
Olu Bright,Kestrel Maps,,olu@kestrel.example,,,
Olu Bright,Kestrel Maps Ltd,,ob@mail.example,,,
""",
    "namesakes": HEADER
    + """\
Ann Lee,Acme,Painter,ann@acme.example,,,
Ann Lee,Acme,Painter,al@mail.example,Leeds,,
A. Lee,Acme,Painter,ann.lee@mail.example,,,
""",
    "later": HEADER
    + """\
Ann Lee,Acme,Sculptor,,,,
Olu Bright,Kestrel Maps,,ob@mail.example,,,
""",
}


@cache
def template() -> Path:
    """A store with people of one name and company: two with links of LinkedIn's, and rows of lists that may be either."""
    folder = Path(tempfile.mkdtemp(prefix="picky-incremental-"))
    network = Export().connect("Sam Okafor", 900, company="Hedgehog Software").heard("Sam Okafor", 20, "Shall we talk?")
    network.connect("Ruth Adeyemi", 800, company="Tidewater Media").wrote("Ruth Adeyemi", 700)
    network.invited(person("Olu Bright", company="Kestrel Maps"), 10, "Shall we talk maps?")
    for slug in ("ann-lee", "ann-lee-2"):
        network.connect(person("Ann Lee", slug=slug, company="Acme", position="Painter"), 600)
    workspace = opened(folder)
    workspace.import_files([network.zipped(folder)])
    for name in ("chain", "namesakes"):
        workspace.import_files([listed(folder, f"{name}.csv", LISTS[name])])
    workspace.close()
    return folder


@contextmanager
def filled() -> Iterator[Workspace]:
    """A copy of that store, open."""
    with tempfile.TemporaryDirectory(prefix="picky-incremental-") as name:
        folder = Path(name)
        shutil.copy(template() / "network.db", folder / "network.db")
        workspace = opened(folder)
        try:
            yield workspace
        finally:
            workspace.close()


class World:
    """A store under a random program of verdicts, captures, imports and undoing."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.folder = workspace.settings.store.parent
        self.check()

    def step(self, kind: str, number: int) -> None:
        """Do one thing, and see that nothing would move if all were computed again."""
        with suppress(PickyError):
            getattr(self, f"_{kind}")(number)
        self.check()

    def check(self) -> None:
        """Compare the cards with a computation of everything."""
        with database.atomic() as transaction:
            assert settle_identities() == set(), "somebody stands for another"
            transaction.rollback()
        context = self.workspace.context()
        for queue in every_queue():
            places = {place.subject: place for place in queue.places(context.export_date, None)}
            columns = (Card.subject, Card.person, Card.rank1, Card.rank2)
            stored = rows(Card.select(*columns).where(Card.queue == queue.name, Card.member))
            wanted = [(place.subject, place.person, place.rank1, place.rank2) for place in places.values()]
            assert sorted(stored) == sorted(wanted), queue.name

    def _cards(self) -> list[DuplicateCard]:
        return [card for card in self.workspace.items("duplicates") if isinstance(card, DuplicateCard)]

    def _verdict(self, number: int) -> None:
        cards = self._cards()
        if cards:
            verdict = ("same", "different", "later")[number % 3]
            self.workspace.decide("duplicates", cards[number % len(cards)].id, verdict)

    def _again(self, number: int) -> None:
        """Another verdict on a card that has one."""
        decided = rows(Card.select(Card.subject).where(Card.queue == "duplicates", Card.state != "open"))
        if decided:
            card = decided[number % len(decided)][0]
            self.workspace.decide("duplicates", str(card), ("same", "different", "later")[number % 3])

    def _without(self, number: int) -> None:
        cards = [card for card in self._cards() if card.can_leave_out]
        if cards:
            card = cards[number % len(cards)]
            stranger = public_id(card.members[number % len(card.members)])
            self.workspace.decide("duplicates", card.id, "same", without=[stranger])

    def _split(self, number: int) -> None:
        heads = [into for (into,) in rows(Merge.select(Merge.into).distinct().order_by(Merge.into))]
        if heads:
            self.workspace.split(public_id(heads[number % len(heads)]))

    def _met(self, number: int) -> None:
        """Somebody known, under a name that a file has; or nobody known."""
        names = ("Sam Okafor", "Ruth Adeyemi", "Nobody Known", "Olu Bright")
        self.workspace.met(NewEncounter(names[number % 4], event=f"Event {number}"))

    def _other_queue(self, number: int) -> None:
        queue, verdict = (("invites", "accept"), ("stale", "keep"), ("replies", "later"), ("invites", "ask"))[
            number % 4
        ]
        cards = self.workspace.items(queue)
        if cards:
            self.workspace.decide(queue, cards[number % len(cards)].id, verdict)

    def _undo(self, number: int) -> None:
        lines = self.workspace.history()
        self.workspace.undo(lines[number % len(lines)].id if number % 3 == 0 else None)

    def _redo(self, number: int) -> None:
        self.workspace.redo()

    def _bring(self, number: int) -> None:
        name = ("later", "chain", "namesakes")[number % 3]
        self.workspace.import_files([listed(self.folder, f"{name}.csv", LISTS[name])])


_STEPS = st.tuples(
    st.sampled_from(
        (
            "verdict",
            "verdict",
            "verdict",
            "again",
            "without",
            "split",
            "met",
            "other_queue",
            "undo",
            "undo",
            "redo",
            "bring",
        )
    ),
    st.integers(0, 23),
)


@settings(
    max_examples=examples(30, quick=8, nightly=300),
    phases=(Phase.explicit, Phase.generate, Phase.shrink) if IS_NIGHTLY else (Phase.explicit, Phase.generate),
    deadline=None,
    derandomize=not IS_NIGHTLY,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(program=st.lists(_STEPS, min_size=4, max_size=40 if IS_NIGHTLY else 16))
def test_no_card_stands_elsewhere_than_a_computation_of_all_would_put_it(program: list[tuple[str, int]]) -> None:
    with filled() as workspace:
        world = World(workspace)
        for step in program:
            world.step(*step)


@pytest.fixture
def connected() -> Iterator[Workspace]:
    """A store with groups of two and more."""
    with filled() as workspace:
        yield workspace


def test_the_groups_around_somebody_are_those_that_they_are_in_when_all_are_computed(connected: Workspace) -> None:
    everything = groups()
    assert max(len(group.members) for group in everything) > 2
    people = [number for (number,) in rows(Person.select(Person.id))]
    for number in people:
        around = connected_rows([number])
        assert groups([number]) == [group for group in everything if around & set(group.members)]
    assert groups(people) == everything


def test_putting_a_card_off_moves_no_other_card(connected: Workspace) -> None:
    first, *others = connected.items("duplicates")
    versions = {card.subject: card.version for card in others}
    connected.decide("duplicates", first.id, "later")
    assert {card.subject: card.version for card in connected.items("duplicates")} == versions


def test_a_merge_that_is_taken_back_takes_back_whom_rows_stand_for_over_any_number_of_merges(
    workspace: Workspace,
) -> None:
    numbers = range(1, 5)
    for number in numbers:
        Person.insert(id=number, name="Ann Lee", name_key="ann lee").execute()
    roots = lambda: dict(rows(Person.select(Person.id, Person.same_as)))  # noqa: E731
    for number, into in ((4, 3), (3, 2), (2, 1)):
        Merge.insert(id=number, person=number, into=into).execute()
        settle_identities([number, into])
        assert settle_identities() == set()
    assert roots() == {1: None, 2: 1, 3: 1, 4: 1}
    Merge.delete().where(Merge.id == 2).execute()
    assert settle_identities([2, 1]) == {1, 2, 3, 4}
    assert roots() == {1: None, 2: None, 3: 2, 4: 2}
    assert settle_identities() == set()


def test_one_verdict_on_many_cards_moves_what_follows_from_each(connected: Workspace) -> None:
    world = World(connected)
    listing = connected.listing("duplicates")
    listing.decide(listing.subjects(0, 2), Verb.SAME, "", "", lambda what, many: None)
    world.check()
    connected.undo()
    world.check()
    asked = connected.listing("invites")
    asked.decide(asked.subjects(0, 9), Verb.ASK, "", "", lambda what, many: None)
    world.check()
