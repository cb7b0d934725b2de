from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.columns import Field
from models.errors import UsageError
from models.importers.archive import Member, members
from models.importers.contacts.recognise import LAYOUTS, Reader, readers, recognise
from models.importers.records import ContactRecord
from seeds import make
from tests.models.importers.contacts.told import told

HERE = Path(__file__).parent
SEEDS = make.HERE
INPUTS = sorted(path for path in HERE.iterdir() if path.suffix in (".csv", ".tsv", ".vcf"))


def written(folder: Path, text: str, name: str = "list.csv") -> Member:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return members(path)[0]


def read(folder: Path, text: str, name: str = "list.csv") -> list[ContactRecord]:
    reader = recognised(written(folder, text, name))
    return [draft for draft in reader.records() if isinstance(draft, ContactRecord)]


def recognised(member: Member, corrections: dict[str, str] | None = None) -> Reader:
    reader = recognise(member, corrections)
    assert reader is not None
    return reader


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.name)
def test_a_file_gives_the_people_that_stand_beside_it(path: Path) -> None:
    assert told(path) == json.loads(Path(f"{path}.json").read_text(encoding="utf-8"))


def test_every_known_product_has_an_input_here() -> None:
    kinds = {json.loads(path.read_text(encoding="utf-8"))["kind"] for path in HERE.glob("*.json")}
    assert {layout.name for layout in LAYOUTS} <= kinds


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.name)
def test_reading_twice_gives_the_same_and_keeps_the_raw_row(path: Path) -> None:
    reader = recognised(members(path)[0])
    first, second = list(reader.records()), list(reader.records())
    assert first == second
    for draft in first:
        if isinstance(draft, ContactRecord):
            assert any(draft.raw)
            assert not reader.header or len(draft.raw) >= len(reader.header)


@pytest.mark.parametrize("export", ["linkedin-export", "linkedin-export-june"])
def test_no_file_of_linkedins_export_is_taken_for_an_address_book(export: str) -> None:
    assert readers(members(SEEDS / export)) == []
    assert [member.name for member in members(SEEDS / export) if recognise(member)] == []


@pytest.mark.parametrize(
    "header",
    [
        "First Name,Last Name,Email Address,Company,Position,Connected On",
        "First Name,Last Name,Address,Email Address,Company,Position,Connected On,Websites,Instant Messengers",
        "From,To,Sent At,Message,Direction",
        "From,To,Date,Subject,Content,Direction,Folder",
        "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,Websites",
        "First Name,Last Name,Company,Job Title,Text,Creation Date,Status",
        "Email Address,Confirmed,Primary,Updated On",
        "Registered At,Registration Ip,Subscription Types",
        "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,Endorsement Status",
        "Date,Status,FullName",
        "First name,Middle name,Last name,Verification type,Organization name,Email address,Verified date",
        "Name",
        "Name,Description,Position,Started On,Finished On",
        "Organization,Followed On",
        "Time,Search Query",
        "Date,Type,Link",
    ],
)
def test_linkedins_other_headers_are_nobodys_address_book(tmp_path: Path, header: str) -> None:
    cells = ",".join(f"cell {number}" for number, _ in enumerate(header.split(",")))
    assert recognise(written(tmp_path, f"{header}\n{cells}\n")) is None


def test_beside_linkedins_files_only_known_products_are_read(tmp_path: Path) -> None:
    written(tmp_path, "Name,Company\nAna Abara,Kestrel Maps\n", "Groups.csv")
    written(tmp_path, (HERE / "linkedin-contacts.csv").read_text(encoding="utf-8"), "ImportedContacts.csv")
    assert [reader.file for reader in readers(members(tmp_path))] == ["Groups.csv", "ImportedContacts.csv"]
    written(tmp_path, "First Name,Last Name,Company,Position,Connected On\nBo,Ek,,,12 Feb 2026\n", "Connections.csv")
    assert [reader.file for reader in readers(members(tmp_path))] == ["ImportedContacts.csv"]


def test_a_list_of_attendees_with_a_headline_is_no_profile(tmp_path: Path) -> None:
    [ana] = read(tmp_path, "First Name,Last Name,Headline,Email\nAna,Abara,Principal Engineer,ana@kestrel.example\n")
    assert (ana.name, ana.title) == ("Ana Abara", "Principal Engineer")


def test_a_lone_column_called_name_is_a_list_of_people_only_when_told(tmp_path: Path) -> None:
    member = written(tmp_path, "Name\nAna Abara\nBo Ek\n")
    assert recognise(member) is None
    people = list(recognised(member, {"Name": "full_name"}).records())
    assert [person.name for person in people if isinstance(person, ContactRecord)] == ["Ana Abara", "Bo Ek"]


def test_what_the_user_says_of_a_column_counts_and_can_be_remembered(tmp_path: Path) -> None:
    member = written(tmp_path, "Wer,Titel,Haus\nAna Abara,Prof.,Kestrel Maps\nBo Ek,,Dune Oy\n")
    said = {"Wer": "full_name", "Haus": "company"}
    reader = recognised(member, said)
    assert reader.fingerprint == recognised(member, {"wer": "full_name"}).fingerprint
    [ana, bo] = list(reader.records())
    assert isinstance(ana, ContactRecord)
    assert (ana.name, ana.title, ana.company) == ("Ana Abara", "", "Kestrel Maps")
    again = list(reader.corrected({"Wer": "company", "Haus": "full_name"}).records())[1]
    assert isinstance(again, ContactRecord)
    assert isinstance(bo, ContactRecord)
    assert (again.name, again.company) == ("Dune Oy", "Bo Ek") == (bo.company, bo.name)


def test_a_correction_of_a_column_that_is_not_there_is_refused_with_a_sentence(tmp_path: Path) -> None:
    reader = recognised(written(tmp_path, "Name,Company\nAna Abara,Kestrel Maps\n"))
    with pytest.raises(UsageError, match="no column “Nane”"):
        reader.corrected({"Nane": "full_name"})
    with pytest.raises(UsageError, match="no field “compny”"):
        reader.corrected({"Company": "compny"})


def test_the_buyer_of_a_ticket_is_never_taken_for_its_holder() -> None:
    reader = recognised(members(HERE / "tito.csv")[0])
    assert not any(
        "Buyer" in str(draft._replace(raw=())) for draft in reader.records() if isinstance(draft, ContactRecord)
    )


@pytest.mark.parametrize(
    ("cell", "checked_in", "scanned_at"),
    [
        ("2026-05-14T07:31:05Z", True, "2026-05-14T07:31:05Z"),
        ("2026-05-14T09:31:05+02:00", True, "2026-05-14T07:31:05Z"),
        ("14.05.2026 09:31", True, "2026-05-14T09:31:00"),
        ("5/14/26 9:31 AM", True, "2026-05-14T09:31:00"),
        ("Yes", True, ""),
        ("x", True, ""),
        ("nein", False, ""),
        ("0", False, ""),
        ("-", False, ""),
        ("", False, ""),
    ],
)
def test_a_check_in_is_a_yes_or_a_time(tmp_path: Path, cell: str, checked_in: bool, scanned_at: str) -> None:
    [_, ana] = read(tmp_path, f"Name,Checked in\nBo Ek,yes\nAna Abara,{cell}\n")
    assert (ana.checked_in, ana.scanned_at) == (checked_in, scanned_at)


def test_where_nobody_was_checked_in_a_blank_says_nothing(tmp_path: Path) -> None:
    [ana] = read(tmp_path, "Name,Checked in,Company\nAna Abara,,Kestrel Maps\n")
    assert ana.checked_in is None


def test_no_city_of_one_address_is_put_beside_the_country_of_another(tmp_path: Path) -> None:
    [ana] = read(
        tmp_path, "Name,Business City,Business Country,Home City,Home Country\nAna Abara,Kiel,,Bern,Switzerland\n"
    )
    assert (ana.city, ana.country) == ("Kiel", "")


def test_one_day_after_the_twelfth_tells_that_the_day_comes_first(tmp_path: Path) -> None:
    text = "Name,Birthday\nAna Abara,03/04/1980\nBo Ek,21/05/1980\n"
    assert [draft.birthday for draft in read(tmp_path, text)] == ["1980-04-03", "1980-05-21"]
    assert [draft.birthday for draft in read(tmp_path, text.replace("21/05", "05/06"))] == ["1980-03-04", "1980-05-06"]


def test_a_quote_never_closed_costs_its_own_row_only(tmp_path: Path) -> None:
    rows = "".join(f"Person {number},Firm {number},p{number}@mail.example\n" for number in range(1000))
    people = read(tmp_path, 'Name,Company,E-mail\n"Ana Abara,Kestrel Maps,ana@kestrel.example\n' + rows)
    assert len(people) == 1000


def test_the_header_is_found_under_a_preamble_and_a_separator_line(tmp_path: Path) -> None:
    [ana] = read(tmp_path, "sep=;\nAttendees of the day\n\nNachname;Vorname;Firma\nAbara;Ana;Kestrel, Maps\n")
    assert (ana.given, ana.family, ana.company, ana.row) == ("Ana", "Abara", "Kestrel, Maps", 5)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_encoding_that_excel_saves_comes_in(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("Vorname\tNachname\tE-Mail\nJörg\tWeiß\tj@mail.example\n".encode(encoding))
    assert told(path)["people"][0]["name"] == "Jörg Weiß"


def test_headers_of_questions_with_commas_quotes_and_line_breaks_are_understood(tmp_path: Path) -> None:
    text = '"What\'s your name, please?","Your company,\nif any","What is your ""LinkedIn""?"\nAna Abara,Kestrel Maps,in/ana-abara\n'
    reader = recognised(written(tmp_path, text))
    assert reader.columns is not None
    assert list(reader.columns.columns) == [Field.FULL_NAME, Field.COMPANY, Field.LINK]
    assert told(tmp_path / "list.csv")["people"] == [
        {"row": 3, "name": "Ana Abara", "company": "Kestrel Maps", "links": ["https://www.linkedin.com/in/ana-abara"]}
    ]


@pytest.mark.parametrize(
    "text", ["", "\n\n", "just a letter to somebody, dear", "\0\0\0\0", '"', "a,b\n1,2\n", "BEGIN:VCALENDAR\n"]
)
def test_what_is_no_list_of_people_is_not_recognised(tmp_path: Path, text: str) -> None:
    assert recognise(written(tmp_path, text)) is None


def in_memory(content: bytes) -> Member:
    return Member("list.csv", len(content), lambda: io.BytesIO(content))


CELLS = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        [
            "ana@x.example",
            "Ana <ana@x.example>",
            "+49 30 555010",
            "31/12/1999",
            "0/0/00",
            "yes",
            "2026-05-14",
            "in/ana",
            '"',
            "-",
        ]
    ),
)
HEADERS = st.one_of(st.text(max_size=12), st.sampled_from([field.value.replace("_", " ") for field in Field]))


@given(
    st.lists(HEADERS, min_size=1, max_size=8),
    st.lists(st.lists(CELLS, max_size=9), max_size=6),
    st.sampled_from(",;\t"),
)
def test_no_table_breaks_the_reader(header: list[str], rows: list[list[str]], delimiter: str) -> None:
    text = "\n".join(delimiter.join(cells) for cells in [header, *rows])
    reader = recognise(in_memory(text.encode("utf-8", "replace")))
    for draft in reader.records() if reader else ():
        assert draft.row > 0


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader(content: bytes) -> None:
    reader = recognise(in_memory(content))
    assert reader is None or list(reader.records()) is not None


NAMES = st.text(st.characters(categories=["L"], include_characters=" -.,;'\""), min_size=1, max_size=30).filter(
    lambda name: any(letter.isalpha() for letter in name)
)


@given(
    st.lists(NAMES, min_size=1, max_size=5), st.sampled_from(",;\t"), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"])
)
def test_a_name_in_a_table_is_never_lost(names: list[str], delimiter: str, encoding: str) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(
        [["Name", "Company", "E-mail"], *([name, "Dune Oy", "x@dune.example"] for name in names)]
    )
    drafts = list(recognised(in_memory(out.getvalue().encode(encoding))).records())
    assert [draft.name for draft in drafts if isinstance(draft, ContactRecord)] == [
        " ".join(name.split()) for name in names
    ]
