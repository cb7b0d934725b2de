from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.columns import Field, field_of, fingerprint, known_headers, map_columns
from models.columns.fields import SYNONYMS
from models.errors import UsageError

F = Field


@pytest.mark.parametrize("field", list(Field))
def test_every_synonym_is_understood_however_it_is_spelt(field: Field) -> None:
    for name in SYNONYMS.get(field, "").split("|"):
        if name:
            for spelt in (name, name.upper(), name.replace(" ", "_"), f" {name.title()} ", f"{name}*"):
                assert field_of(spelt) is field, spelt


def test_no_word_means_two_fields() -> None:
    names = [name for names in SYNONYMS.values() for name in {name.replace(" ", "") for name in names.split("|")}]
    assert sorted(name for name in names if names.count(name) > 1) == []


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("firstName", F.FIRST_NAME), ("E-mail 2 Address", F.EMAIL), ("Phone 1 - Value", F.PHONE), ("Address 1 - City", F.CITY),
        ("Ticket Company Name", F.COMPANY), ("Attendee name: Family name", F.LAST_NAME), ("Teilnehmername: Vorname", F.FIRST_NAME),
        ("What's your LinkedIn?", F.LINK), ("Your company?", F.COMPANY), ("What is your job title?", F.TITLE),
        ("What is your full name?", F.FULL_NAME), ("Where do you work?", F.COMPANY), ("Which company do you represent?", F.COMPANY), ("What do you do?", F.TITLE),
        ("LinkedIn profile\n(so that we can connect)", F.LINK), ("Your company, or the one you wish you worked for", F.COMPANY),
        ("In welcher Firma arbeiten Sie?", F.COMPANY), ("Quelle est votre entreprise ?", F.COMPANY), ("¿Cuál es tu cargo?", F.TITLE),
        ("Nom de l’entreprise", F.COMPANY), ("Telefon geschäftlich", F.PHONE), ("Person Linkedin Url", F.LINK),
        ("Full name * (as on your badge)", F.FULL_NAME), ("checked_in_at", F.CHECKED_IN), ("Where did we meet?", F.EVENT),
        ("May we share your e-mail with sponsors?", None), ("Is your company hiring?", None), ("Order Email", None),
        ("Company Linkedin Url", None), ("Company Main Phone", None), ("Assistant's Phone", None), ("Business Fax", None),
        ("E-mail 1 - Type", None), ("Email Status", None), ("Lead Status", None), ("Contact owner", None), ("Event Host", None),
        ("Attendee #", None), ("Ticket Name", None), ("Phonetic First Name", None), ("How did you hear about this event?", None),
        ("", None), ("???", None),
    ],
)  # fmt: skip
def test_phrases_and_questions_name_their_field(header: str, field: Field | None) -> None:
    assert field_of(header) is field


def mapped(
    *headers: str, told: dict[str, str] | None = None, sample: list[list[str]] | None = None
) -> dict[str, Field]:
    columns = map_columns(headers, told, sample or [])
    return {headers[index]: field for field, found in columns.columns.items() for index in found}


@pytest.mark.parametrize(
    "header",
    [
        {"Full name": F.FULL_NAME, "Company (as on the badge)": F.COMPANY, "Your role?": F.TITLE, "T-shirt size": None},
        {
            "Badge ID": None,
            "GivenName": F.FIRST_NAME,
            "Surname": F.LAST_NAME,
            "Affiliation": F.COMPANY,
            "Scanned at": F.SCANNED_AT,
        },
        {
            "Attendee": F.FULL_NAME,
            "Work email": F.EMAIL,
            "Mobile": F.PHONE,
            "Town": F.CITY,
            "Notes": F.NOTE,
            "Talk rating": None,
        },
        {
            "Anrede": F.COURTESY,
            "Name": F.LAST_NAME,
            "Vorname": F.FIRST_NAME,
            "Firma": F.COMPANY,
            "E-Mail-Adresse": F.EMAIL,
        },
        {
            "Nom": F.LAST_NAME,
            "Prénom": F.FIRST_NAME,
            "Société": F.COMPANY,
            "Fonction": F.TITLE,
            "Courriel": F.EMAIL,
            "Repas": None,
        },
        {
            "Nombre": F.FIRST_NAME,
            "Apellidos": F.LAST_NAME,
            "Empresa": F.COMPANY,
            "Cargo": F.TITLE,
            "Correo electrónico": F.EMAIL,
        },
        {"姓名": F.FULL_NAME, "公司": F.COMPANY, "职位": F.TITLE, "邮箱": F.EMAIL, "手机号": F.PHONE, "备注": F.NOTE},
        {
            "Name": F.FULL_NAME,
            "Organisation": F.COMPANY,
            "What's your LinkedIn?": F.LINK,
            "Checked in": F.CHECKED_IN,
            "Diet": None,
        },
        {
            "Title": F.COURTESY,
            "First": F.FIRST_NAME,
            "Last": F.LAST_NAME,
            "Job title": F.TITLE,
            "Country": F.COUNTRY,
            "Zip": F.POSTCODE,
        },
        {
            "Nome": F.FIRST_NAME,
            "Cognome": F.LAST_NAME,
            "Azienda": F.COMPANY,
            "Qualifica": F.TITLE,
            "Città": F.CITY,
            "Pranzo": None,
        },
    ],
    ids=lambda header: " ".join(header),
)
def test_ten_invented_headers_are_mapped(header: dict[str, Field | None]) -> None:
    found = mapped(*header)
    assert {name: found.get(name) for name in header} == header


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        (("Nom", "Entreprise"), F.FULL_NAME),
        (("Nome", "Empresa"), F.FULL_NAME),
        (("Name", "Given Name", "Family Name"), F.FULL_NAME),
        (("Title", "Name"), F.TITLE),
        (("Number", "Street", "Name"), F.STREET_NUMBER),
        (("Number", "Name"), None),
    ],
)
def test_what_a_word_means_depends_on_its_neighbours(headers: tuple[str, ...], expected: Field | None) -> None:
    assert mapped(*headers).get(headers[0]) is expected


def test_all_columns_of_a_field_are_given_in_order_and_told_ones_first() -> None:
    headers = ("E-mail 1", "Name", "E-mail 2", "Sonstiges", "E-mail 1")
    assert map_columns(headers).columns[F.EMAIL] == (0, 2, 4)
    columns = map_columns(headers, {"Sonstiges": "email"})
    assert columns.columns[F.EMAIL] == (3, 0, 2, 4)
    assert columns.fields[F.EMAIL] == "Sonstiges"
    assert columns.of(F.FULL_NAME, F.EMAIL) == (1, 3, 0, 2, 4)
    assert map_columns(headers).unknown == ("Sonstiges",)


def test_the_user_can_say_that_a_column_means_nothing() -> None:
    assert mapped("Name", "Company", told={"company": ""}) == {"Name": F.FULL_NAME}


def test_a_wrong_correction_says_what_would_be_right() -> None:
    with pytest.raises(UsageError) as refused:
        map_columns(["Name"], {"Name": "ful_name"})
    assert "full_name" in refused.value.hint


def test_cells_tell_where_the_header_says_nothing() -> None:
    sample = [
        ["Ana Abara", "ana@kestrel.example", "https://linkedin.com/in/ana"],
        ["Bo Ek", "mailto:bo@dune.example", ""],
    ]
    assert mapped("Wer", "Wohin", "Wo noch", sample=sample) == {"Wer": F.FULL_NAME, "Wohin": F.EMAIL, "Wo noch": F.LINK}


def test_cells_take_back_what_the_header_promised() -> None:
    sample = [["Ana", "yes", "Dr."], ["Bo", "no", "Herr"], ["Cy", "yes", "Mrs"]]
    assert mapped("First name", "E-mail", "Title", sample=sample) == {"First name": F.FIRST_NAME, "Title": F.COURTESY}


def test_somebody_elses_address_is_not_the_persons() -> None:
    assert mapped("Name", "Account owner", sample=[["Ana", "sales@vendor.example"]] * 3) == {"Name": F.FULL_NAME}


def test_a_header_is_known_again_whatever_its_case_spacing_and_order() -> None:
    mark = fingerprint(["First Name", "E-mail", "Company?"])
    assert mark == fingerprint(["company", "first_name", "E-Mail "])
    assert mark != fingerprint(["First Name", "E-mail"])
    assert known_headers(["First Name", "E-mail", "Diet"]) == 2


@given(st.lists(st.text(max_size=40), max_size=8), st.lists(st.lists(st.text(max_size=20), max_size=8), max_size=4))
def test_no_header_and_no_cells_break_the_mapper(headers: list[str], sample: list[list[str]]) -> None:
    columns = map_columns(headers, sample=sample)
    found = [index for indices in columns.columns.values() for index in indices]
    assert sorted(found) == sorted(set(found))
    assert len(columns.unknown) + len(found) == len(headers)
    assert len(fingerprint(headers)) == 16


@given(st.text(max_size=30), st.text(max_size=30), st.permutations(["First name", "Nachname", "Company"]))
def test_a_name_column_is_never_lost_beside_strange_ones(before: str, after: str, known: list[str]) -> None:
    columns = map_columns([before, *known, after])
    assert 1 + known.index("First name") in columns.columns[F.FIRST_NAME]
    assert 1 + known.index("Nachname") in columns.columns[F.LAST_NAME]


@pytest.mark.parametrize("letters", ["(", "a-", "l'", "aB", "?", "[(", "  "])
def test_no_header_and_no_cell_takes_long(letters: str) -> None:
    long = letters * 100_000
    assert field_of(long) is None
    assert map_columns([long, "Name"], sample=[["a@" + "." * 100_000 + "@", "<" * 100_000], [long, long]]).names_people
