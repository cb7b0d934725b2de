"""Address books and lists of attendees: which file is which, told by its content, and its people as drafts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ...columns import ColumnMap, Field, fingerprint, map_columns
from ..archive import Member
from ..csv_rows import CsvTable, column_key, open_table
from ..linkedin.members import FILE_KINDS
from ..records import ContactRecord, RowProblem
from . import vcard
from .find_header import bare_table, find_table
from .layouts import GOOGLE, GOOGLE_OLD, LINKEDIN_CONTACTS, OTHER_PRODUCTS, OUTLOOK, Layout
from .table_rows import contact_records, sample, table_reading

VCARD = Layout("vcard", "vCards, one file with one or many (.vcf)", ())
ANY_TABLE = Layout("table", "any other table of people: its columns are found by what they are called", ())

LAYOUTS = (LINKEDIN_CONTACTS, GOOGLE, GOOGLE_OLD, OUTLOOK, *OTHER_PRODUCTS)
"""Tables known by their header; the first that fits wins."""

_VISIT = (Field.EVENT, Field.EVENT_DATE, Field.STATUS, Field.CHECKED_IN, Field.SCANNED_AT)
_TABLES = (".csv", ".tsv", ".tab", ".txt")
_ADDRESSES = frozenset(map(column_key, ("Email", "E-mail", "Email Address", "E-mail Address")))

# Columns of LinkedIn's other files, which name people and firms but are nobody's address book.
_LINKEDINS_OWN = tuple(
    frozenset(map(column_key, header.split(",")))
    for header in (
        "Email Address,Confirmed,Primary",
        "Extension,Number,Type",
        "Number,Extension,Is_WhatsApp_Number",
        "Registered At,Registration Ip",
        "Registration Date,Registration IP Address",
        "Date,Status,FullName",
        "Endorsement Date,Skill Name",
        "Organization,Followed On",
        "Name,Description,Position,Started On",
        "Name,Url,Authority,Started On",
        "First name,Last name,Verification type",
        "Application Date,Contact Email",
        "Company Name,Role,Cause",
        "Title,Description,Url,Started On",
        "Name,Proficiency",
        "First Name,Last Name,Maiden Name,Headline",
    )
)


def layout_named(name: str) -> Layout:
    """Return the layout that an import run keeps under this name."""
    return next((layout for layout in LAYOUTS if layout.name == name), ANY_TABLE)


@dataclass(frozen=True, slots=True)
class Reader:
    """A recognised address book or list, ready to be read, as often as asked."""

    member: Member
    layout: Layout
    table: CsvTable | None = None
    columns: ColumnMap | None = None
    """What its columns mean; `None` for vCards, which say so themselves."""
    told: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The kind of file, as an import run keeps it."""
        return self.layout.name

    @property
    def label(self) -> str:
        """What the file is, in words for the user."""
        return self.layout.label

    @property
    def file(self) -> str:
        """The file's own name."""
        return self.member.base

    @property
    def header(self) -> tuple[str, ...]:
        """Its columns as it names them; none for vCards."""
        return self.table.header if self.table else ()

    @property
    def fingerprint(self) -> str:
        """Under which a correction of its columns is remembered."""
        return fingerprint(self.header)

    @property
    def is_event_list(self) -> bool:
        """Whether the file speaks of an event: a product's list of attendees, or any table with a column about a visit."""
        return self.layout.is_event or bool(self.columns and self.columns.of(*_VISIT))

    def corrected(self, told: Mapping[str, str]) -> Reader:
        """Return the same file read with these columns as the user says; raises `UsageError` for a column or field unknown."""
        return _reading(self.member, self.layout, self.table, told) if self.table else self

    @property
    def sample(self) -> list[list[str]]:
        """Its first rows."""
        return sample(self.table) if self.table else []

    def records(self) -> Iterator[ContactRecord | RowProblem]:
        """Its people; a row or card that cannot be read comes as a `RowProblem` in its place."""
        if self.table is None or self.columns is None:
            return vcard.cards(self.member)
        reading = table_reading(self.columns, sample(self.table), self.layout.nobody, utc=self.layout.utc)
        return contact_records(self.file, self.layout.rows(self.table), reading)


def recognise(member: Member, told: Mapping[str, str] | None = None, *, guess: bool = True) -> Reader | None:
    """Return the reader of an address book or a list of attendees, `None` for anything else and for LinkedIn's own files.

    With `guess`, any table with a column of names, addresses or profile links is one.
    """
    if vcard.is_vcard(member):
        return Reader(member, VCARD)
    if "." in member.base and not member.base.lower().endswith(_TABLES):
        return None
    table = open_table(member, lambda keys: is_linkedins_own(keys) or any(layout.fits(keys) for layout in LAYOUTS))
    if table is not None:
        keys = frozenset(map(column_key, table.header))
        layout = next((layout for layout in LAYOUTS if layout.fits(keys)), None)
        return _reading(member, layout, table, told or {}) if layout else None
    found = find_table(member, tuple(told or ())) if guess else None
    return _reading(member, ANY_TABLE, found, told or {}) if found else None


def readers(members: Iterable[Member], told: Mapping[str, str] | None = None) -> list[Reader]:
    """Return the readers among the files of an archive, a folder or a lone file; beside LinkedIn's own files nothing is guessed."""
    waiting = list(members)
    guess = not any(_is_linkedins(member) for member in waiting)
    return [reader for member in waiting if (reader := recognise(member, told, guess=guess))]


def unread(member: Member) -> Reader | None:
    """Return the reader of a table in which nobody was found, to be told what its columns mean; `None` for what is no table."""
    if not member.base.lower().endswith(_TABLES) or _is_linkedins(member):
        return None
    table = bare_table(member)
    return _reading(member, ANY_TABLE, table, {}) if table else None


def is_linkedins_own(keys: frozenset[str]) -> bool:
    """Return whether a header is that of a file of LinkedIn's export other than the uploaded address book.

    Only `Connections.csv` of the network files has addresses: a list of attendees with a headline is not a profile.
    """
    if LINKEDIN_CONTACTS.fits(keys):
        return False
    network = (kind for kind in FILE_KINDS if kind.name == "connections" or not keys & _ADDRESSES)
    return any(kind.columns <= keys for kind in network) or any(columns <= keys for columns in _LINKEDINS_OWN)


def _is_linkedins(member: Member) -> bool:
    return member.base.lower().endswith(".csv") and open_table(member, is_linkedins_own) is not None


def _reading(member: Member, layout: Layout, table: CsvTable, told: Mapping[str, str]) -> Reader:
    columns = map_columns(table.header, {**layout.meant(table.header), **told}, sample(table))
    return Reader(member, layout, table, columns, told)
