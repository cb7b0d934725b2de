"""Spell: a table of people with every value in its one spelling, and several such tables put together.

What a value is spelled like depends on nothing but the value. So a spelled table may be kept, and added to later.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np
import numpy.typing as npt

from models.matching import companies, contacts, names, spelling
from models.matching.table import Codes, Column, Table, Vocabulary

Rows = npt.NDArray[np.intp]
NAMES = ("given", "call", "second", "family", "first_surname", "last_surname")
"""Columns of a spelled table that share their values, so that swapped names compare."""


def spelled(table: Table) -> Table:
    """The table with every distinct value cleaned once; columns without any value are left out."""
    words = Vocabulary()
    first, last = table.column("first_name"), table.column("last_name")
    if not table.column("full_name").is_empty:
        first, last = _from_full_names(table.column("full_name"), first, last)
    given, call, second, initial = first.parts(names.given_parts, words, words, words, Vocabulary())
    family, first_surname, last_surname = last.parts(names.family_parts, words, words, words)
    fresh = (Vocabulary(), Vocabulary(), Vocabulary())
    email, user, domain = table.column("email").parts(contacts.email_parts, *fresh)
    link, host = table.column("link").parts(contacts.profile_parts, Vocabulary(), Vocabulary())
    street = table.column("street").or_else(table.column("address"))
    found = {
        "middle": table.column("middle_name").map(lambda text: spelling.plain(text)[:1]).or_else(initial),
        "generation": last.map(names.generation),
        "company": table.column("company").map(companies.company_core),
        "email": email,
        "user": user,
        "domain": domain,
        "phone": table.column("phone").map(contacts.phone_number),
        "link": link,
        "host": host,
        "postcode": table.column("postcode").map(lambda text: spelling.plain(text).replace(" ", "")),
        "street": street.map(contacts.street_name),
        "number": table.column("street_number").or_else(street).map(contacts.house_number),
        "box": table.column("po_box").map(contacts.house_number),
        "dob": table.column("dob").map(contacts.date_digits),
    }
    for field in ("title", "source", "city", "region", "country"):
        found[field] = table.column(field).map(spelling.plain)
    named = zip(NAMES, (given, call, second, family, first_surname, last_surname), strict=True)
    return table_of(words.values, {name: column.codes for name, column in named}, found)


def table_of(words: list[str], named: dict[str, Codes], others: dict[str, Column]) -> Table:
    """A spelled table from the codes of its names and its other columns."""
    columns = {name: Column(codes, words) for name, codes in named.items()}
    columns |= {field: column for field, column in others.items() if not column.is_empty}
    return Table(columns, len(named["given"]))


def part_of(table: Table, rows: Rows) -> Table:
    """These rows of a spelled table, with the values that occur in them."""
    codes = np.stack([table.column(name).codes[rows] for name in NAMES])
    used, places = np.unique(np.append(0, codes), return_inverse=True)
    values = table.column("given").values
    named = dict(zip(NAMES, places[1:].astype(np.int32).reshape(len(NAMES), -1), strict=True))
    others = {field: column.take(rows) for field, column in table.columns.items() if field not in NAMES}
    return table_of([values[code] for code in used.tolist()], named, others)


def joined(tables: Sequence[Table]) -> Table:
    """Spelled tables below one another."""
    words = Vocabulary()
    places = [words.encode(table.column("given").values) for table in tables]
    named = {
        name: np.concatenate([at[table.column(name).codes] for at, table in zip(places, tables, strict=True)])
        for name in NAMES
    }
    fields = dict.fromkeys(chain.from_iterable(table.columns for table in tables))
    others = {field: _below([table.column(field) for table in tables]) for field in fields if field not in NAMES}
    return table_of(words.values, named, others)


def _below(columns: Sequence[Column]) -> Column:
    words = Vocabulary()
    codes = [words.encode(column.values)[column.codes] for column in columns]
    return Column(np.concatenate(codes), words.values)


def _from_full_names(full: Column, first: Column, last: Column) -> tuple[Column, Column]:
    split = [names.split_full_name(value) for value in full.values]
    givens = Column(full.codes, [s[0] for s in split]).map(str)
    families = Column(full.codes, [s[1] for s in split]).map(str)
    return first.or_else(givens), last.or_else(families)
