"""Normalise: a table of people with every value in one spelling, ready to be compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt

from ..text import contacts, folding, person_names
from ..text.companies import employer_key
from .table import Codes, Column, Table, Vocabulary, combine

RowIndices = npt.NDArray[np.intp]
NAME_COLUMNS = ("given", "call", "second", "family", "first_surname", "last_surname")
"""Columns of a normalised table that share their values, so that swapped names compare."""


def normalise_columns(table: Table) -> Table:
    """Return the table with every distinct value cleaned once; columns without any value are left out."""
    words = Vocabulary()
    first, last = table.column("first_name"), table.column("last_name")
    if not table.column("full_name").is_empty:
        first, last = _from_full_names(table.column("full_name"), first, last)
    given, call, second, initial = first.parts(person_names.given_parts, words, words, words, Vocabulary())
    family, first_surname, last_surname = last.parts(person_names.family_parts, words, words, words)
    fresh = (Vocabulary(), Vocabulary(), Vocabulary())
    email, user, domain = table.column("email").parts(contacts.email_parts, *fresh)
    link, host = table.column("link").parts(contacts.profile_parts, Vocabulary(), Vocabulary())
    street = table.column("street").or_else(table.column("address"))
    found = {
        "middle": table.column("middle_name").map(lambda text: folding.plain(text)[:1]).or_else(initial),
        "generation": last.map(person_names.generation),
        "company": table.column("company").map(employer_key),
        "email": email,
        "user": user,
        "domain": domain,
        "phone": table.column("phone").map(contacts.phone_number),
        "link": link,
        "host": host,
        "postcode": table.column("postcode").map(lambda text: folding.plain(text).replace(" ", "")),
        "street": street.map(contacts.street_name),
        "number": table.column("street_number").or_else(street).map(contacts.house_number),
        "box": table.column("po_box").map(contacts.house_number),
        "dob": table.column("dob").map(contacts.date_digits),
    }
    for field in ("title", "source", "city", "region", "country"):
        found[field] = table.column(field).map(folding.plain)
    named = zip(NAME_COLUMNS, (given, call, second, family, first_surname, last_surname), strict=True)
    return normalised_table(words.values, {name: column.codes for name, column in named}, found)


def normalised_table(words: list[str], named: dict[str, Codes], others: dict[str, Column]) -> Table:
    """Return a normalised table from the codes of its names (into `words`) and its other columns."""
    columns = {name: Column(codes, words) for name, codes in named.items()}
    columns |= {field: column for field, column in others.items() if not column.is_empty}
    return Table(columns, len(named["given"]))


def take_rows(table: Table, rows: RowIndices) -> Table:
    """Return these rows of a normalised table, with the values that occur in them."""
    codes = np.stack([table.column(name).codes[rows] for name in NAME_COLUMNS])
    used, places = np.unique(np.append(0, codes), return_inverse=True)
    values = table.column("given").values
    named = dict(zip(NAME_COLUMNS, places[1:].astype(np.int32).reshape(len(NAME_COLUMNS), -1), strict=True))
    others = {field: column.take(rows) for field, column in table.columns.items() if field not in NAME_COLUMNS}
    return normalised_table([values[code] for code in used.tolist()], named, others)


def concatenate(tables: Sequence[Table]) -> Table:
    """Return normalised tables below one another as one."""
    words = Vocabulary()
    places = [words.encode(table.column("given").values) for table in tables]
    named = {
        name: np.concatenate([at[table.column(name).codes] for at, table in zip(places, tables, strict=True)])
        for name in NAME_COLUMNS
    }
    fields = dict.fromkeys(chain.from_iterable(table.columns for table in tables))
    others = {
        field: _concatenate_columns([table.column(field) for table in tables])
        for field in fields
        if field not in NAME_COLUMNS
    }
    return normalised_table(words.values, named, others)


def _concatenate_columns(columns: Sequence[Column]) -> Column:
    words = Vocabulary()
    codes = [words.encode(column.values)[column.codes] for column in columns]
    return Column(np.concatenate(codes), words.values)


def _from_full_names(full: Column, first: Column, last: Column) -> tuple[Column, Column]:
    split = [person_names.split_full_name(value) for value in full.values]
    givens = Column(full.codes, [s[0] for s in split]).map(str)
    families = Column(full.codes, [s[1] for s in split]).map(str)
    return first.or_else(givens), last.or_else(families)


@dataclass(frozen=True, slots=True)
class People:
    """Every record's fields in one spelling; parts of names share a vocabulary, so swapped names compare."""

    rows: int
    names: list[str]
    given: Codes
    call: Codes
    second: Codes
    family: Codes
    first_surname: Codes
    last_surname: Codes
    middle: Codes
    generation: Codes
    company: Column
    title: Column
    email: Column
    user: Column
    domain: Column
    phone: Column
    link: Codes
    site: Codes
    """Whose profile it is and who says so: two links are only alike or unlike within one of these."""
    city: Column
    region: Codes
    country: Codes
    postcode: Codes
    street: Column
    number: Column
    address: Codes
    box: Codes
    dob: Column


def normalise(table: Table) -> People:
    """Return the people of a raw table, each distinct value cleaned once."""
    return to_people(normalise_columns(table))


def to_people(table: Table) -> People:
    """Return the people of a normalised table, with what only the whole table tells."""
    column = table.column
    street, number, domain, source = column("street"), column("number"), column("domain"), column("source")
    return People(
        rows=table.rows,
        names=column("given").values,
        given=column("given").codes,
        call=column("call").codes,
        family=column("family").codes,
        first_surname=column("first_surname").codes,
        last_surname=column("last_surname").codes,
        second=column("second").codes,
        middle=column("middle").codes,
        generation=column("generation").codes,
        company=_company_from_domain(column("company"), domain),
        title=column("title"),
        email=column("email"),
        user=column("user"),
        domain=domain,
        phone=column("phone"),
        link=column("link").codes,
        site=column("host").codes * np.int32(len(source.values)) + source.codes,
        city=column("city"),
        region=column("region").codes,
        country=column("country").codes,
        postcode=column("postcode").codes,
        street=street,
        number=number,
        address=_compact_codes(combine(street.codes, number.codes)),
        box=column("box").codes,
        dob=column("dob"),
    )


def _company_from_domain(company: Column, domain: Column) -> Column:
    """Return a missing company is read off the e-mail domain: the company most often written beside that domain."""
    both = np.flatnonzero((company.codes > 0) & (domain.codes > 0))
    if not len(both):
        return company
    pair = domain.codes[both].astype(np.int64) * len(company.values) + company.codes[both]
    distinct, counts = np.unique(pair, return_counts=True)
    order = np.argsort(counts, kind="stable")
    usual = np.zeros(len(domain.values), dtype=np.int32)
    usual[distinct[order] // len(company.values)] = distinct[order] % len(company.values)
    codes = np.where(company.codes > 0, company.codes, usual[domain.codes])
    return Column(codes.astype(np.int32), company.values)


def _compact_codes(keys: npt.NDArray[np.int64]) -> Codes:
    """Return the same numbers made small, 0 staying 0."""
    order = np.argsort(keys, kind="stable")
    fresh = np.zeros(len(keys), dtype=bool)
    fresh[1:] = keys[order[1:]] != keys[order[:-1]]
    codes = np.empty(len(keys), np.int32)
    codes[order] = np.cumsum(fresh) + (len(keys) > 0 and keys[order[0]] > 0)
    return codes
