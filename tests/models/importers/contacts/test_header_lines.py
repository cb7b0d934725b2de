"""Header lines of products and their variants, each over one invented row, and the words people use for a column."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from models.columns import Field, field_of
from models.importers.archive import members
from models.importers.contacts.recognise import readers
from models.importers.records import ContactRecord

F = Field
ANA = {"name": "Ana Abara", "emails": ("ana@kestrel.example",)}
AT_WORK = {**ANA, "company": "Kestrel Maps", "title": "Cartographer"}
CELLS = {
    "first": "Ana", "last": "Abara", "whole": "Ana Abara", "mail": "ana@kestrel.example", "firm": "Kestrel Maps",
    "job": "Cartographer", "land": "Nigeria", "link": "https://www.linkedin.com/in/ana-abara",
}  # fmt: skip

VARIANTS = [
    (
        "eventbrite",
        "Order #,Order Date,First Name,Surname,Email,Quantity,Ticket Type,Attendee #,Order Status,Event Name,Barcode #,Job Title,Company",
        "118,11/29/24 22:28,{first},{last},{mail},1,General,77,Checked In,Map Days,990011,{job},{firm}",
        {**AT_WORK, "event": "Map Days", "checked_in": True},
    ),
    (
        "eventbrite",
        'Order #,First Name,Last Name,Email,Ticket Type,Attendee #,Attendee Status,"Where do you work, and as what?",Company',
        "118,{first},{last},{mail},General,77,Not Attending,here and there,{firm}",
        {**ANA, "company": "Kestrel Maps", "status": "not attending", "checked_in": False},
    ),
    (
        "luma",
        "api_id,name,first_name,last_name,email,phone_number,created_at,approval_status,custom_source,checked_in_at,qr_code_url,amount,ticket_name,What's your LinkedIn?",
        "gst-1,{whole},,,{mail},,2026-05-01T10:00:00Z,approved,,2026-05-14T07:31:05Z,https://x.example/qr,$0,Standard,{link}",
        {**ANA, "links": (CELLS["link"],), "checked_in": True, "scanned_at": "2026-05-14T07:31:05Z"},
    ),
    (
        "luma",
        "name,email,approval_status,checked_in_at",
        "{whole},{mail},waitlist,",
        {**ANA, "status": "waitlist", "checked_in": False},
    ),
    (
        "tito",
        "Number,Ticket Created Date,Ticket,Registration Name,Registration Email,Ticket Reference,Tags,Order Name,Order Email",
        "1,2026-05-01,Early,{whole},{mail},REF-1,speaker,Bo Buyer,bo@dune.example",
        {**ANA, "tags": ("speaker",)},
    ),
    (
        "pretix",
        "Order code;Attendee name;Attendee name: Given name;Attendee name: Family name;Product;Price;Checked in;Checked out;"
        "Automatically checked in;Paid;Secret;E-mail;Company;Order date;Comment;Seat number",
        "A1B2C;{whole};{first};{last};Ticket;10.00;05/14/2026 9:31 a.m.;;No;Yes;s3cret;{mail};{firm};05/01/2026;;12",
        {**ANA, "given": "Ana", "family": "Abara", "company": "Kestrel Maps", "checked_in": True},
    ),
    (
        "table",  # the speakers of a conference, as Sessionize lists them
        "Speaker Id,FirstName,LastName,Email,TagLine,Bio,LinkedIn",
        "0c1,{first},{last},{mail},{job},Draws maps.,{link}",
        {**ANA, "title": "Cartographer", "links": (CELLS["link"],)},
    ),
    (
        "table",  # the leads of an exhibitor, with the fields that Swapcard names
        "First Name,Last Name,Job Title,Company,Email Address,Country,Badge number",
        "{first},{last},{job},{firm},{mail},{land},4711",
        {**AT_WORK, "country": "Nigeria"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "header", "row", "expected"), VARIANTS, ids=lambda part: str(part)[:40])
def test_a_variant_of_a_header_gives_the_right_fields(
    tmp_path: Path, kind: str, header: str, row: str, expected: dict[str, object]
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"\ufeff{header}\n{row.format(**CELLS)}\n", encoding="utf-8")
    [reader] = readers(members(path))
    [draft] = reader.records()
    assert isinstance(draft, ContactRecord)
    said = draft._asdict()
    assert reader.name == kind
    assert {name: said[name] for name in expected} == expected


WORDS = {
    F.FULL_NAME: "Name|Full Name|full_name|Attendee Name|Ticket Full Name|fullName",
    F.FIRST_NAME: "First Name|FirstName|Given Name|Fornamn",
    F.LAST_NAME: "Surname|Last name|Nachname|Efternamn",
    F.EMAIL: "Email|E-mail|E-Mail|Email Address|email_address|E-mail Address|E-post|Ticket Email|Work Email",
    F.COMPANY: "Company|Company Name|Organization|Organisation|Organization Name|Affiliation|Account Name|Ticket Company Name|"
    "What's your company?",
    F.TITLE: "Job Title|Title|Position|Role|Headline|designation",
    F.LINK: "LinkedIn|LinkedIn URL|Person Linkedin Url|What's your LinkedIn?|URL",
    F.SCANNED_AT: "Scanned At|Scan Time|Scanned Date",
    F.CHECKED_IN: "checked_in_at|Check-in time",
}


@pytest.mark.parametrize(("field", "words"), WORDS.items())
def test_every_word_seen_for_a_column_names_its_field(field: Field, words: str) -> None:
    assert {word: field_of(word) for word in words.split("|")} == dict.fromkeys(words.split("|"), field)


@pytest.mark.parametrize("when", ["created_at", "Order Date"])
def test_when_a_ticket_was_bought_is_not_when_its_holder_came(when: str) -> None:
    assert field_of(when) is None


@pytest.mark.parametrize(
    ("cell", "name", "mail", "phone"),
    [
        ("Nea Nord <NEA@X.EXAMPLE>", "Nea Nord", "NEA@X.EXAMPLE", ""),
        ("mailto:nea@x.example", "", "nea@x.example", ""),
        ("p:+46 70 555 01 01", "", "", "+46 70 555 01 01"),
    ],
)
def test_cells_with_more_than_their_value_give_the_value(
    tmp_path: Path, cell: str, name: str, mail: str, phone: str
) -> None:
    path, out = tmp_path / "list.csv", io.StringIO()
    cells = ["Nea Nord", cell if mail else "", cell if phone else ""]
    csv.writer(out, delimiter=";").writerows([["Name", "E-mail", "Phone"], cells])
    path.write_text(f"sep=;\n{out.getvalue()}", encoding="utf-8")
    [reader] = readers(members(path))
    [draft] = reader.records()
    assert isinstance(draft, ContactRecord)
    assert (draft.name, draft.emails, draft.phones) == ("Nea Nord", (mail,) if mail else (), (phone,) if phone else ())
