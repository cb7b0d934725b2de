"""Lists of attendees and scanned badges, by the products whose headers are known. Questions come as further columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from ...columns import Field
from ..csv_rows import CsvTable, column_key
from .eventyay import lead_rows
from .table_rows import NumberedRows, rows_with_quotes_closed

NOBODY = "it names nobody"


@dataclass(frozen=True, slots=True)
class Layout:
    """How one product writes people down."""

    name: str
    label: str
    """What it is, for the user."""
    tells: tuple[frozenset[str], ...]
    """Any of these sets of columns is enough to know it."""
    means: Mapping[str, str] = field(default_factory=dict)
    """Columns whose field is not what their name says; blank for columns to leave alone."""
    is_event: bool = False
    nobody: str = NOBODY
    utc: bool = False
    rows: Callable[[CsvTable], NumberedRows] = rows_with_quotes_closed

    def fits(self, keys: frozenset[str]) -> bool:
        """Return whether a header with these column keys is this product's."""
        return any(told <= keys for told in self.tells)

    def meant(self, header: tuple[str, ...]) -> dict[str, str]:
        """Return the columns of this header whose meaning the product fixes."""
        means = {column_key(column): meaning for column, meaning in self.means.items()}
        return {name: means[column_key(name)] for name in header if column_key(name) in means}


def columns(*headers: str) -> tuple[frozenset[str], ...]:
    """Header lines, shortened to what tells a product, as sets of column keys."""
    return tuple(frozenset(map(column_key, header.split(","))) for header in headers)


def nothing(*names: str) -> dict[str, str]:
    """Columns that are not about the person, whatever they are called."""
    return dict.fromkeys(names, "")


def fields_of_columns(**fields: str) -> dict[str, str]:
    """Columns by the field they mean: `meaning(courtesy="Title")`."""
    return {column: Field(name).value for name, column in fields.items()}


GOOGLE = Layout(
    "google_csv",
    "Google Contacts, exported as Google CSV",
    columns("File As,Organization Name,Phonetic First Name", "First Name,Last Name,Organization Name,Labels"),
)

GOOGLE_OLD = Layout(
    "google_csv",
    "Google Contacts, exported as Google CSV before 2024",
    columns("Name,Given Name,Family Name,Yomi Name", "Name,Given Name,Family Name,Group Membership"),
    means=nothing("Subject", "Priority", "Location"),
)


OUTLOOK = Layout(
    "outlook_csv",
    "Outlook contacts, exported as CSV",
    columns("First Name,Last Name,Title,Suffix,E-mail Address,E-mail 2 Address"),
    # The courtesy title, unlike anywhere else; `Location` is an office.
    means=fields_of_columns(courtesy="Title") | nothing("Location"),
)


LINKEDIN_CONTACTS = Layout(
    "linkedin_contacts",
    "the address book you once uploaded to LinkedIn",
    columns("Companies,Title,Phone Numbers,Instant Message Handles,Bookmarked At"),
    means=fields_of_columns(title="Title", source="Source", link="Profiles", website="Sites"),
)


OTHER_PRODUCTS = (
    Layout(
        "eventbrite",
        "Eventbrite attendee report",
        columns(
            "Order #,Attendee #,Ticket Type", "Order #,Attendee Status,Ticket Type", "Order #,Barcode #,Ticket Type"
        ),
        is_event=True,
    ),
    Layout(
        "luma",
        "Luma guest export",
        columns("api_id,name,email,approval_status", "name,email,approval_status,checked_in_at"),
        means=nothing("qr_code_url", "survey_response_feedback"),
        is_event=True,
    ),
    Layout(
        "tito",
        "Tito tickets",
        columns(
            "Ticket Full Name,Ticket Email,Ticket Reference", "Registration Name,Registration Email,Ticket Reference"
        ),
        # The buyer of a ticket is not who holds it.
        means=nothing("Number", "Order Name", "Order Email", "Order Company Name", "Order Phone Number"),
        is_event=True,
        nobody="the ticket is not assigned to anybody",
    ),
    Layout(
        "pretix",
        "pretix check-in list",
        columns(
            "Order code,Attendee name,Product",
            "Bestellnummer,Name,Produkt",
            "Bestellnummer,Teilnehmername,Produkt",
            "Bestellnummer,Name des Teilnehmers,Produkt",
            "Code de commande,Nom du participant,Produit",
            "Code de la commande,Nom du participant,Produit",
        ),
        means=fields_of_columns(event_date="Start date")
        | nothing("Automatically checked in", "Automatisch eingecheckt", "Checked out"),
        is_event=True,
        nobody="the ticket is not assigned to anybody",
    ),
    Layout(
        "eventyay_leads",
        "Eventyay lead scans of an exhibitor",
        columns("Exhibitor,Scanned Date,Scan Time,Attendee Name,Tags"),
        means=nothing("ID", "Exhibitor", "Booth Name", "Device Name", "Scan Type"),
        is_event=True,
        utc=True,
        rows=lead_rows,
    ),
    Layout(
        "open_event",
        "Open Event attendees",
        columns("Ticket ID,Ticket Name,Ticket Type,Email", "Payment Type,Payment Mode,Ticket ID,Email"),
        means=nothing("Ticket Name", "Tax ID"),
        is_event=True,
    ),
    Layout(
        "meetup",
        "Meetup attendees",
        columns("Name,User ID,RSVP,URL of Member Profile"),
        means=fields_of_columns(status="RSVP", checked_in="Attendance", link="URL of Member Profile")
        | nothing("Title", "Event Host"),
        is_event=True,
    ),
    Layout(
        "hubspot",
        "HubSpot contacts",
        columns("Record ID,First Name,Last Name,Email"),
        means=nothing("Lead Status", "Contact owner"),
    ),
    Layout(
        "apollo",
        "Apollo people",
        columns("First Name,Last Name,Person Linkedin Url,Company Linkedin Url"),
        means=fields_of_columns(link="Person Linkedin Url"),
    ),
)
