"""Merging: who is asked about, what one person of several rows knows, and that every merge comes apart again."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from models.decisions.capture import Met
from models.errors import NotFoundError, PickyError
from models.importers.load_contacts import Occasion
from models.queues.base import Item, public_id
from models.store import Merge, Person
from models.store.query import rows
from models.verbs import Verb
from models.workspace import Workspace
from tests.models.support import Dump, Export, open_ids, opened, out_of_log

NIGHTLY = os.environ.get("HYPOTHESIS_PROFILE") == "nightly"
HEADER = "Name,Company,Title,Email,City,Phone,LinkedIn\n"
BADGES = HEADER + """\
Samuel Okafor,Hedgehog Software,Platform Engineer,samuel@hedgehog.example,Leeds,,
Ruth Adeyemi,Tidewater Media,Editor,ruth@tidewater.example,Hull,,
Mei Lin Chen,Kestrel Maps,Cartographer,meilin@kestrel.example,Singapore,,
Noor Haddad,Somewhere Else,Baker,noor@bakery.example,,,
Ina Zubizarreta,Txoko Data,Data Chef,ina@txoko.example,Bilbao,,
"""
CARDS = HEADER + "Mei-Lin Chen,Kestrel Maps,Cartographer,,,,https://www.linkedin.com/in/mei-lin-chen\n"
BOOK = HEADER + """\
Sam Okafor,Hedgehog Software,Platform Engineer,sam@mail.example,,+44 7700 900321,
Mei-Lin Chen,Kestrel Maps,Cartographer,mlc@mail.example,Singapore,,
Ina Zubizarreta,Txoko Data,Data Chef,iz@mail.example,Bilbao,,
"""


def export(on: date = date(2026, 9, 15)) -> Export:
    """A small network; three of its people are on the list of badges too, and one shares no more than a name."""
    later = on > date(2026, 9, 15)
    return (
        Export(on)
        .connect("Sam Okafor", 900, company="Hedgehog Software", position="Platform Engineer")
        .connect("Ruth Adeyemi", 800, company="Tidewater Media", position="Chief Editor" if later else "Editor")
        .connect("Noor Haddad", 700, company="Quarry Labs", position="Analyst")
        .invited("Mei-Lin Chen", 10, "Shall we talk maps?")
        .heard("Sam Okafor", 20)
        .wrote("Sam Okafor", 300)
    )


def listed(folder: Path, name: str, text: str) -> Path:
    """A list of people in this folder."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@cache
def lists() -> dict[str, Path]:
    """The files that a program brings in."""
    folder = Path(tempfile.mkdtemp(prefix="picky-merge-"))
    return {
        "export": export().zipped(folder),
        "badges": listed(folder, "badges.csv", BADGES),
        "cards": listed(folder, "cards.csv", CARDS),
        "book": listed(folder, "book.csv", BOOK),
        "newer": export(date(2026, 9, 16)).zipped(folder),
    }


@cache
def template() -> Path:
    """A store that took in the network and the badges."""
    folder = Path(tempfile.mkdtemp(prefix="picky-merge-"))
    workspace = opened(folder)
    workspace.import_files([lists()["export"], lists()["cards"]])
    workspace.import_files([lists()["badges"]], occasion=Occasion("Map Days", date(2026, 5, 14), met=True))
    workspace.close()
    return folder / "network.db"


@contextmanager
def filled() -> Iterator[Workspace]:
    """A copy of that store, open."""
    with tempfile.TemporaryDirectory(prefix="picky-merge-") as folder:
        source = template()
        shutil.copy(source, Path(folder) / "network.db")
        workspace = opened(Path(folder))
        try:
            yield workspace
        finally:
            workspace.close()


@pytest.fixture
def known() -> Iterator[Workspace]:
    """The network and its badges."""
    with filled() as workspace:
        yield workspace


def card(workspace: Workspace, name: str) -> Item:
    """The open card about somebody of this name."""
    return next(item for item in workspace.items("duplicates") if name in [side.values["name"] for side in item.facts.sides])  # type: ignore[union-attr]


def names(workspace: Workspace) -> set[str]:
    """Everybody who is asked about."""
    return {item.name for item in workspace.items("duplicates")}


def said(workspace: Workspace, name: str, verdict: str) -> None:
    """Give this verdict on the card of somebody."""
    workspace.decide("duplicates", card(workspace, name).id, verdict)


# Who is asked about


def test_a_name_alone_is_never_asked_about(known: Workspace) -> None:
    assert len(known.search("Noor Haddad")) == 2
    assert names(known) == {"Sam Okafor", "Ruth Adeyemi", "Mei-Lin Chen"}


def test_two_links_of_linkedin_are_never_a_pair(workspace: Workspace, tmp_path: Path) -> None:
    twins = Export()
    for slug in ("ann-lee", "ann-lee-2"):
        from tests.models.support import person

        twins.connect(person("Ann Lee", slug=slug, company="Acme", position="Painter"), 100)
    workspace.import_files([twins.zipped(tmp_path)])
    workspace.import_files([listed(tmp_path, "list.csv", HEADER + "Ann Lee,Acme,Painter,ann@acme.example,,,\n")])
    for item in workspace.items("duplicates"):
        slugs = [side.slug for side in item.facts.sides[:2]]  # type: ignore[union-attr]
        assert None in slugs


@pytest.mark.parametrize(
    "row",
    [
        "S. Okafor,,,,,,https://www.linkedin.com/in/sam-okafor\n",
        "Samuel Okafor,Somewhere New,,samuel@hedgehog.example,,,\n",
    ],
    ids=["link", "e-mail and name"],
)
def test_exact_identity_needs_no_key(known: Workspace, tmp_path: Path, row: str) -> None:
    before = Person.select().count()
    known.import_files([listed(tmp_path, "more.csv", HEADER + row)])
    assert Person.select().count() == before


def test_an_e_mail_alone_is_no_identity(known: Workspace, tmp_path: Path) -> None:
    before = Person.select().count()
    known.import_files([listed(tmp_path, "more.csv", HEADER + "Olga Petrova,,,samuel@hedgehog.example,,,\n")])
    assert Person.select().count() == before + 1


def test_the_same_list_again_changes_nothing(known: Workspace) -> None:
    path = known.settings.store
    for change in (lambda: None, lambda: said(known, "Sam Okafor", "same")):
        change()
        before = out_of_log(path)
        known.import_files([lists()["badges"]], occasion=Occasion("Map Days", date(2026, 5, 14), met=True))
        assert out_of_log(path) == before


# Groups


def test_three_rows_of_one_person_are_one_card(known: Workspace) -> None:
    known.import_files([lists()["book"]])
    item = card(known, "Samuel Okafor")
    assert [side.values["name"] for side in item.facts.sides].count("Sam Okafor") >= 1  # type: ignore[union-attr]
    assert len(item.others) + 1 == len(item.facts.sides)  # type: ignore[union-attr]
    said(known, "Mei-Lin Chen", "same")
    assert len([one for one in known.items("duplicates") if "Chen" in one.name]) == 0
    merged = Merge.select().join(Person, on=Merge.person).where(Person.name.contains("Chen")).count()
    assert merged == 2


def test_a_new_verdict_on_a_group_replaces_the_whole_of_the_old_one(known: Workspace) -> None:
    known.import_files([lists()["book"]])
    item = card(known, "Mei-Lin Chen")
    assert len(item.others) == 2
    known.decide("duplicates", item.id, "same")
    assert Merge.select().count() == 2
    known.decide("duplicates", item.id, "different")
    assert Merge.select().count() == 0
    known.decide("duplicates", item.id, "same")
    assert Merge.select().count() == 2
    assert not [one for one in known.items("duplicates") if "Chen" in one.name]


# Different


def test_different_is_never_asked_again_not_even_through_a_third(known: Workspace) -> None:
    said(known, "Mei-Lin Chen", "different")
    known.import_files([lists()["book"]])
    linkedin, badge = (person for person, in rows(Person.select(Person.id).where(Person.name.contains("Chen")).limit(2)))
    for _ in range(5):
        for item in known.items("duplicates"):
            assert not {linkedin, badge} <= {item.person, *item.others}
        chens = [item for item in known.items("duplicates") if "Chen" in item.name]
        if not chens:
            break
        known.decide("duplicates", chens[0].id, "same")
    roots = dict(rows(Person.select(Person.id, Person.same_as)))
    assert (roots[linkedin] or linkedin) != (roots[badge] or badge)


def test_what_a_merged_person_is_not_neither_of_them_is_after_a_split(known: Workspace) -> None:
    said(known, "Mei-Lin Chen", "same")
    known.import_files([lists()["book"]])
    said(known, "Mei-Lin Chen", "different")
    known.split("mei-lin-chen")
    [item] = [item for item in known.items("duplicates") if "Chen" in item.name]
    assert len(item.others) == 1, "the third was told apart from both"


# What one person knows


def test_met_under_one_row_invited_under_the_other(known: Workspace) -> None:
    [before] = known.items("invites")
    assert before.values["met"] is None
    said(known, "Mei-Lin Chen", "same")
    [after] = known.items("invites")
    assert after.values["met"]["event"] == "Map Days"
    known.undo()
    [again] = known.items("invites")
    assert again.values["met"] is None


def test_an_invitation_hangs_on_the_card(known: Workspace) -> None:
    assert card(known, "Mei-Lin Chen").facts.hangs_on == "an invitation"  # type: ignore[union-attr]
    assert card(known, "Sam Okafor").facts.hangs_on == ""  # type: ignore[union-attr]


def test_messages_and_values_of_all_rows_are_one_persons(known: Workspace) -> None:
    said(known, "Sam Okafor", "same")
    page = known.person("sam-okafor")
    assert (page.sent, page.received) == (1, 1)
    assert ("city", "Leeds", "Map Days") in page.values
    assert any("Map Days" in moment.text for moment in page.timeline)


def test_a_chosen_value_stands_until_it_is_taken_back(known: Workspace) -> None:
    item = card(known, "Sam Okafor")
    [wanted] = [choice for choice in item.facts.choices if choice.value == "Samuel Okafor"]  # type: ignore[union-attr]
    known.choose_value(item, wanted)
    said(known, "Sam Okafor", "same")
    assert known.person("sam-okafor").name == "Samuel Okafor"
    known.undo()
    known.undo()
    assert known.person("sam-okafor").name == "Sam Okafor"


def test_linkedins_values_stand_even_when_its_export_came_last(workspace: Workspace, tmp_path: Path) -> None:
    workspace.import_files([lists()["badges"]])
    workspace.import_files([lists()["export"]])
    item = card(workspace, "Samuel Okafor")
    assert item.facts.together["name"][0] == "Sam Okafor"  # type: ignore[union-attr]


# Taking apart


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
            done = [each for each in self.workspace.history() if each.sentence.startswith(Verb.SAME.past)]
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
        self.workspace.met(Met(name, event="Harbour Conf", on=date(2026, 8, 1 + number % 20)), person)

    def _note(self, number: int) -> None:
        person, name = rows(Person.select(Person.id, Person.name).order_by(Person.id))[number % 8]
        self.workspace.remark(person, name, "note", f"note {number}")

    def _bring(self, number: int) -> None:
        self.workspace.import_files([lists()[("badges", "book", "newer")[number % 3]]])

    def take_apart(self) -> None:
        """Split everybody who is still merged."""
        while heads := rows(Merge.select(Merge.into).limit(1)):
            self.workspace.split(public_id(heads[0][0]))


_LATE_NUMBERS = ("decision", "errand", "encounter", "remark", "event", "mark", "merge", "judgement", "field_choice", "change")


def kept(workspace: Workspace) -> Dump:
    """Everything known, but for the numbers of rows that a merge may have moved on, and what was known when deciding."""
    found = out_of_log(workspace.settings.store)
    found["decision"] = [row[:-1] for row in found["decision"]]
    return {
        table: sorted((row[1:] for row in held), key=repr) if table in _LATE_NUMBERS else held
        for table, held in found.items()
    }


_STEPS = st.tuples(
    st.sampled_from(("same", "same", "same", "split", "undo_redo", "met", "note", "bring", "decide")), st.integers(0, 23)
)


@settings(
    max_examples=400 if NIGHTLY else 12,
    phases=(Phase.explicit, Phase.generate, Phase.shrink) if NIGHTLY else (Phase.explicit, Phase.generate),
    deadline=None,
    derandomize=not NIGHTLY,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(program=st.lists(_STEPS, min_size=3, max_size=40 if NIGHTLY else 14))
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
