"""Everyone in the matcher's spelling: kept with the store, always as if spelled anew, and never all over again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from models.decisions.capture import NewEncounter
from models.matching import spelling_cache as kept
from models.matching.blocking import candidate_pairs
from models.matching.normalise_table import concatenate, normalise, normalise_columns, to_people
from models.matching.table import Table
from models.store import Person, SpelledBlock
from models.store.base import database
from models.text.folding import digest
from models.workspace import Workspace
from tests.models.doubles import BADGES, BOOK, HEADER, export, listed
from tests.models.matching.conftest import crowd
from tests.models.support import Export

Spelling = dict[int, dict[str, str]]


def _told(parts: list[kept.CachedPeople]) -> Spelling:
    """How each person is spelled, field by field."""
    found: Spelling = {}
    for ids, table in parts:
        columns = {field: column for field, column in table.columns.items() if not column.is_empty}
        for at, person in enumerate(ids.tolist()):
            cells = {field: column.values[column.codes[at]] for field, column in columns.items()}
            found[person] = {field: cell for field, cell in cells.items() if cell}
    return found


def _anew() -> Spelling:
    """How everyone is spelled when nothing is kept."""
    with database.atomic() as doubt:
        SpelledBlock.delete().execute()
        found = _told(kept.cached_people())
        doubt.rollback()
    return found


def _network(people: int) -> Export:
    made = Export()
    for n in range(people):
        made.connect(f"Kim{n:x} Vale{n:x}", 900, company=f"Quarry {n}")
    return made


def test_what_is_kept_is_what_spelling_everyone_anew_would_give(workspace: Workspace, tmp_path: Path) -> None:
    met = listed(tmp_path, "met.csv", HEADER + "Samuel Okafor,,,samuel@hedgehog.example,Kendal,+44 7700 900999,\n")
    later = export(date(2026, 9, 16)).connect("Zoë Ångström-de Vries, PhD", 5, company="Nørd ApS")
    for files in (
        [export().zipped(tmp_path)],
        [listed(tmp_path, "badges.csv", BADGES)],
        [met],
        [listed(tmp_path, "book.csv", BOOK)],
        [later.zipped(tmp_path)],
    ):
        workspace.import_files(files)
        assert _told(kept.cached_people()) == _anew(), files
    workspace.met(NewEncounter("Ona Castellanos", "Basalt Rail"))
    assert _told(kept.cached_people()) == _anew()
    assert "Ona Castellanos" in {row.name for row in Person.select()}


def test_an_import_spells_only_whom_it_touched(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "BLOCK_SIZE", 16)
    workspace.import_files([_network(100).zipped(tmp_path)])
    rows = []
    monkeypatch.setattr(kept, "normalise_columns", lambda table: rows.append(table.rows) or normalise_columns(table))
    workspace.import_files([listed(tmp_path, "two.csv", HEADER + "Kim7 Valle7,Quarry 7,,,,,\nOdd Wren,Elm,,,,,\n")])
    assert sum(rows) < 10
    assert len(workspace.items("duplicates")) == 1
    assert _told(kept.cached_people()) == _anew()


def test_blocks_of_another_spelling_are_not_read_and_the_next_import_makes_them_anew(
    workspace: Workspace, tmp_path: Path
) -> None:
    workspace.import_files([_network(5).zipped(tmp_path)])
    SpelledBlock.update(version=kept.SPELLING_VERSION - 1, words="not even JSON").execute()
    assert _told(kept.cached_people()) == _anew()
    workspace.import_files([listed(tmp_path, "two.csv", BADGES)])
    assert {block.version for block in SpelledBlock.select()} == {kept.SPELLING_VERSION}
    assert _told(kept.cached_people()) == _anew()


def test_people_whom_nothing_kept_and_people_who_are_gone_make_no_difference(
    workspace: Workspace, tmp_path: Path
) -> None:
    workspace.import_files([_network(5).zipped(tmp_path)])
    Person.create(name="Ada Fenwick", name_key="ada fenwick", source="a list")
    assert _told(kept.cached_people()) == _anew()
    Person.update(id=77).where(Person.name == "Ada Fenwick").execute()
    kept.update_cache([])
    kept.update_cache([77])
    assert _told(kept.cached_people()) == _anew()


def test_a_changed_way_of_spelling_takes_a_new_number() -> None:
    """Spell otherwise, and every store would go on comparing with the old spelling. Raise SPELLING_VERSION, then this mark."""
    odd = [
        {"full_name": "Dr. Zoë Ångström-de Vries, PhD", "company": "Nørd & Sønner ApS", "title": "VP, Sales"},
        {"first_name": "Jean-Marie O.", "last_name": "van der Müller (née Łódź) Jr.", "email": "J.M+x@Mail.Acme.co.uk"},
        {
            "full_name": "王小明",
            "phone": "+86 (10) 5555-0123",
            "link": "https://de.linkedin.com/in/Wang?x=1",
            "city": "北京",
        },
        {
            "full_name": "O'BRIEN, Siobhán",
            "street": "12 High St",
            "postcode": "AB1 2CD",
            "dob": "1990-04-03",
            "po_box": "7",
            "company": "Quarry, S.A.S. de C.V.",
        },
    ]
    marks = _told([kept.CachedPeople(np.arange(4), normalise_columns(Table.of(odd)))])
    told = [f"{person}.{field}={cell}" for person, cells in marks.items() for field, cell in sorted(cells.items())]
    assert (kept.SPELLING_VERSION, f"{digest(*told) & (1 << 64) - 1:016x}") == (2, "0d55730a6ac13d5f")


def test_tables_put_together_are_the_same_people_as_one_table() -> None:
    records = crowd(120)
    fields = dict.fromkeys(records[0], "")
    whole = [fields | record for record in records]
    one = normalise(Table.of(whole))
    two = to_people(concatenate([normalise_columns(Table.of(whole[:50])), normalise_columns(Table.of(whole[50:]))]))
    for name in ("given", "family", "call"):
        ours, theirs = getattr(one, name), getattr(two, name)
        assert [one.names[code] for code in ours] == [two.names[code] for code in theirs]
    assert [one.email.values[code] for code in one.email.codes] == [two.email.values[code] for code in two.email.codes]


def test_looking_for_a_few_rows_finds_every_pair_with_one_of_them() -> None:
    people = normalise(Table.of(crowd(300)))
    fresh = np.arange(people.rows) % 17 == 3
    left, right = candidate_pairs(people)
    wanted = fresh[left] | fresh[right]
    found = candidate_pairs(people, fresh)
    assert np.array_equal(found[0], left[wanted])
    assert np.array_equal(found[1], right[wanted])
