"""A list read wrong and read again: its people are corrected, nobody comes twice, and what was decided stays."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.importers.contacts.attendance import ListEvent
from models.store import Decision, Encounter, Event, Handle, ImportedNote, Judgement, Merge, Person, SourceRecord
from models.store.query import rows
from models.workspace import Workspace
from tests.models.doubles import BADGES, card, lists
from tests.models.support import Export, dump, opened

ODD = "Wer,Haus,Wo,Adresse im Netz\n"
RIGHT = {"Wer": "full_name", "Haus": "company", "Wo": "city", "Adresse im Netz": "link"}
WRONG = {"Wer": "company", "Haus": "full_name", "Wo": "title", "Adresse im Netz": ""}


_MEANT = st.fixed_dictionaries(
    {name: st.sampled_from(["", "title", "company", "city", "note", "email"]) for name in ("Company", "Title", "City")}
)
_stores = count()


@contextmanager
def a_store() -> Iterator[Workspace]:
    with tempfile.TemporaryDirectory() as folder:
        workspace = opened(Path(folder), f"{next(_stores)}.db")
        try:
            yield workspace
        finally:
            workspace.close()


def listed(folder: Path, text: str, name: str = "list.csv") -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def people() -> list[str]:
    """Everyone, merged people once."""
    return sorted(row[0] for row in rows(Person.select(Person.name).where(Person.same_as.is_null())))


def known() -> list[tuple[Any, ...]]:
    """Everyone in the store with all that lists say of them, without the numbers of rows."""
    found = []
    columns = (Person.id, Person.name, Person.slug, Person.given, Person.company, Person.title, Person.email)
    for number, *own in rows(Person.select(*columns)):
        handles = rows(Handle.select(Handle.kind, Handle.value).where(Handle.person == number))
        visits = Encounter.select(Encounter.event, Encounter.met_on, Encounter.kind, Encounter.note)
        notes = rows(ImportedNote.select(ImportedNote.text).where(ImportedNote.person == number))
        where = rows(visits.where(Encounter.person == number))
        raw = rows(SourceRecord.select(SourceRecord.cells).where(SourceRecord.person == number))
        found.append((*own, sorted(handles), sorted(where, key=repr), sorted(notes), sorted(raw)))
    return sorted(found, key=repr)


def test_a_list_read_wrong_is_corrected_when_it_is_told(workspace: Workspace, tmp_path: Path) -> None:
    path = listed(tmp_path, ODD + "Ana Abara,Kestrel Maps,Lagos,in/ana-abara\nBo Ek,Dune Oy,Oulu,\n")
    workspace.import_files([path], told=WRONG)
    assert people() == ["Dune Oy", "Kestrel Maps"]
    summary = workspace.import_files([path], told=RIGHT)
    [(_, run)] = summary.runs
    assert (run.new, run.changed, run.unchanged) == (0, 2, 0)
    ana = workspace.person("ana-abara")
    assert (ana.name, ana.company, ana.title) == ("Ana Abara", "Kestrel Maps", "")
    assert ("city", "Lagos", "list.csv") in ana.values
    assert people() == ["Ana Abara", "Bo Ek"]


def test_read_again_as_it_was_it_changes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    path = listed(tmp_path, ODD + "Ana Abara,Kestrel Maps,Lagos,in/ana-abara\nBo Ek,Dune Oy,Oulu,\n")
    workspace.import_files([path], told=WRONG)
    workspace.import_files([path], told=RIGHT)
    before = dump(workspace.store.path)
    workspace.import_files([path])
    assert dump(workspace.store.path) == before, "what was said of this header is remembered"
    workspace.import_files([path], told=RIGHT)
    assert dump(workspace.store.path) == before


def test_what_was_said_of_one_list_corrects_another_the_next_time(workspace: Workspace, tmp_path: Path) -> None:
    first = listed(tmp_path, ODD + "Ana Abara,Kestrel Maps,Lagos,\n", "first.csv")
    second = listed(tmp_path, ODD + "Bo Ek,Dune Oy,Oulu,\n", "second.csv")
    workspace.import_files([first], told=WRONG)
    workspace.import_files([second], told=RIGHT)
    assert people() == ["Bo Ek", "Kestrel Maps"]
    workspace.import_files([first])
    assert people() == ["Ana Abara", "Bo Ek"]


def test_decisions_and_merges_stay_and_can_be_taken_back(workspace: Workspace, tmp_path: Path) -> None:
    workspace.import_files([lists()["export"]])
    path = listed(tmp_path, BADGES.replace("City", "Sitz"))
    workspace.import_files([path], told={"Sitz": "note", "Email": "email"})
    decided = workspace.decide("duplicates", card(workspace, "Samuel Okafor").id, "same")
    later = workspace.decide("duplicates", card(workspace, "Ruth Adeyemi").id, "later")
    merged = [name for name in people() if "Okafor" in name]
    workspace.import_files([path], told={"Sitz": "city"})
    sam = workspace.person("sam-okafor")
    assert ("city", "Leeds", "list.csv") in sam.values
    assert sam.notes == ()
    assert [name for name in people() if "Okafor" in name] == merged
    workspace.undo(later.operation)
    assert card(workspace, "Ruth Adeyemi")
    workspace.undo(decided.operation)
    assert len([name for name in people() if "Okafor" in name]) == 2
    workspace.redo(decided.operation)
    assert [name for name in people() if "Okafor" in name] == merged
    assert len(rows(Merge.select())) == 1


def test_what_another_file_says_stays(workspace: Workspace, tmp_path: Path) -> None:
    book = listed(tmp_path, "Name,E-mail,City\nAna Abara,ana@kestrel.example,Lagos\n", "book.csv")
    path = listed(tmp_path, "Name,E-mail,Stadtteil,Sitz\nAna Abara,ana@kestrel.example,Lagos,Abuja\n")
    workspace.import_files([book])
    workspace.import_files([path], told={"Stadtteil": "city", "Sitz": "title"})
    assert ("title", "Abuja", "list.csv") in workspace.person("Ana Abara").values
    workspace.import_files([path], told={"Stadtteil": "", "Sitz": "company"})
    values = workspace.person("Ana Abara").values
    assert ("city", "Lagos", "book.csv") in values
    assert ("company", "Abuja", "list.csv") in values
    assert "title" not in {field for field, _, _ in values}


def test_linkedin_is_never_overwritten(workspace: Workspace, tmp_path: Path) -> None:
    export = Export().connect("Ana Abara", 900, company="Kestrel Maps", position="Cartographer")
    workspace.import_files([export.zipped(tmp_path / "export")])
    path = listed(tmp_path, "Profil,Haus,Amt\nin/ana-abara,Dune Oy,Cartographer\n")
    workspace.import_files([path], told={"Haus": "full_name", "Amt": "title"})
    workspace.import_files([path], told={"Haus": "company", "Amt": ""})
    ana = workspace.person("ana-abara")
    assert (ana.name, ana.company, ana.title) == ("Ana Abara", "Kestrel Maps", "Cartographer")


def test_two_rows_taken_for_one_person_are_told_apart(workspace: Workspace, tmp_path: Path) -> None:
    text = "Firma,Leute,Post\nDune Oy,Bo Ek,info@dune.example\nDune Oy,Cy Dale,info@dune.example\n"
    path = listed(tmp_path, text)
    workspace.import_files([path], told={"Firma": "full_name", "Leute": "", "Post": "email"})
    assert people() == ["Dune Oy"]
    workspace.import_files([path], told={"Firma": "company", "Leute": "full_name"})
    assert people() == ["Bo Ek", "Cy Dale"]


def test_somebody_who_turns_out_to_be_known_is_not_there_twice(workspace: Workspace, tmp_path: Path) -> None:
    workspace.import_files([Export().connect("Ana Abara", 900).zipped(tmp_path / "export")])
    path = listed(tmp_path, "Name,Netz\nA. Abara,in/ana-abara\n")
    workspace.import_files([path], told={"Netz": ""})
    assert people() == ["A. Abara", "Ana Abara"]
    workspace.import_files([path], told={"Netz": "link"})
    assert people() == ["Ana Abara"]
    assert {source["file"] for source in workspace.person("Ana Abara").sources} == {"Connections.csv", "list.csv"}


def test_nobody_goes_about_whom_something_was_written_down(workspace: Workspace, tmp_path: Path) -> None:
    workspace.import_files([Export().connect("Ana Abara", 900).zipped(tmp_path / "export")])
    path = listed(tmp_path, "Name,Netz\nA. Abara,in/ana-abara\n")
    workspace.import_files([path], told={"Netz": ""})
    noted = workspace.remark(workspace.person("A. Abara").id, "A. Abara", "note", "Draws well.")
    workspace.undo(noted.operation)
    workspace.import_files([path], told={"Netz": "link"})
    workspace.redo()
    assert workspace.person("A. Abara").notes == ("Draws well.",)


def test_an_event_told_late_is_where_they_were(workspace: Workspace, tmp_path: Path) -> None:
    path = listed(tmp_path, "Name,Firma\nAna Abara,Kestrel Maps\n")
    workspace.import_files([path])
    assert workspace.person("Ana Abara").timeline == ()
    days = ListEvent("Map Days", date(2026, 5, 14))
    workspace.import_files([path], occasion=days)
    workspace.import_files([path], occasion=days._replace(met=True))
    assert rows(Encounter.select(Encounter.event, Encounter.kind)) == [("Map Days", "met")]
    before = dump(workspace.store.path)
    workspace.import_files([path], occasion=ListEvent("Another Day"))
    workspace.import_files([path])
    assert dump(workspace.store.path) == before, "the same rows at another event say nothing about the first"


def test_a_column_that_named_no_event_leaves_none(workspace: Workspace, tmp_path: Path) -> None:
    path = listed(tmp_path, "Name,Wo\nAna Abara,Lagos\n")
    workspace.import_files([path], told={"Wo": "event"})
    assert rows(Event.select(Event.name)) == [("Lagos",)]
    workspace.import_files([path], told={"Wo": "city"})
    assert rows(Event.select(Event.name)) == []
    assert rows(Encounter.select()) == []


def test_a_correction_that_changes_no_row_is_remembered(workspace: Workspace, tmp_path: Path) -> None:
    path = listed(tmp_path, "Name,Wo\nAna Abara,\n")
    workspace.import_files([path])
    assert workspace.import_files([path], told={"Wo": "city"}).sentence == "imported list.csv: what its columns mean"
    workspace.import_files([listed(tmp_path, "Name,Wo\nBo Ek,Oulu\n")])
    assert ("city", "Oulu", "list.csv") in workspace.person("Bo Ek").values


@settings(max_examples=6, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
@given(
    verdicts=st.lists(st.sampled_from(["same", "different", "later", "undo"]), max_size=6),
    again=st.integers(0, 6),
    told=_MEANT,
)
def test_all_that_was_decided_can_be_taken_back_after_any_reading(
    verdicts: list[str], again: int, told: dict[str, str]
) -> None:
    with a_store() as workspace:
        path = listed(workspace.store.path.parent / "files", BADGES)
        workspace.import_files([lists()["export"], path])
        decided = 0
        for number, verdict in enumerate([*verdicts, "", ""]):
            if number == min(again, len(verdicts)):
                workspace.import_files([path], told=told)
            waiting = workspace.items("duplicates")
            if verdict == "undo" and decided:
                workspace.undo()
                decided -= 1
            elif verdict and verdict != "undo" and waiting:
                workspace.decide("duplicates", waiting[-1].id, verdict)
                decided += 1
        for _ in range(decided):
            workspace.undo()
        found = known()
        for table in (Decision, Merge, Judgement):
            assert rows(table.select()) == []
    with a_store() as workspace:
        path = listed(workspace.store.path.parent / "files", BADGES)
        workspace.import_files([lists()["export"], path])
        workspace.import_files([path], told=told)
        assert found == known()


# Whatever was read first, what is read last is what the store holds.

_HEADER = ("a1", "b2", "c3", "d4", "e5")
_MEANINGS = ("", "full_name", "company", "city", "email", "note", "link", "title", "event")
_cell = st.sampled_from(["", "Ana Abara", "Bo Ek", "Kestrel Maps", "ana@x.example", "bo@x.example", "in/ana", "in/bo"])
_tables = st.lists(st.tuples(*[_cell] * len(_HEADER)), min_size=1, max_size=5, unique=True)
_mappings = st.fixed_dictionaries({name: st.sampled_from(_MEANINGS) for name in _HEADER}).map(
    lambda said: {**said, _HEADER[0]: "full_name"} if "full_name" not in said.values() else said
)


@settings(max_examples=12, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
@given(table=_tables, first=_mappings, then=_mappings)
def test_reading_again_gives_what_reading_right_from_the_start_gives(
    table: list[tuple[str, ...]], first: dict[str, str], then: dict[str, str]
) -> None:
    out = io.StringIO()
    csv.writer(out).writerows([_HEADER, *table])
    with a_store() as workspace:
        path = listed(workspace.store.path.parent / "files", out.getvalue())
        workspace.import_files([path], told=then)
        right = known()
        kept = {row[0] for row in rows(SourceRecord.select(SourceRecord.digest))}
    with a_store() as workspace:
        path = listed(workspace.store.path.parent / "files", out.getvalue())
        workspace.import_files([path], told=first)
        before = {row[0] for row in rows(SourceRecord.select(SourceRecord.digest))}
        workspace.import_files([path], told=then)
        if before <= kept:  # a row that names nobody any more stays as it was
            assert known() == right
        once = dump(workspace.store.path)
        workspace.import_files([path], told=then)
        assert dump(workspace.store.path) == once
