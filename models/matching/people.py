"""Normalise: a table of people in one spelling, ready to be compared."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.matching.spelled import spelled
from models.matching.table import Codes, Column, Table, combine


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
    """The table's people, each distinct value cleaned once."""
    return gathered(spelled(table))


def gathered(table: Table) -> People:
    """The people of a table that is spelled already, with what only the whole table tells."""
    p = table.column
    street, number, domain, source = p("street"), p("number"), p("domain"), p("source")
    return People(
        rows=table.rows,
        names=p("given").values,
        given=p("given").codes,
        call=p("call").codes,
        family=p("family").codes,
        first_surname=p("first_surname").codes,
        last_surname=p("last_surname").codes,
        second=p("second").codes,
        middle=p("middle").codes,
        generation=p("generation").codes,
        company=_with_domains(p("company"), domain),
        title=p("title"),
        email=p("email"),
        user=p("user"),
        domain=domain,
        phone=p("phone"),
        link=p("link").codes,
        site=p("host").codes * np.int32(len(source.values)) + source.codes,
        city=p("city"),
        region=p("region").codes,
        country=p("country").codes,
        postcode=p("postcode").codes,
        street=street,
        number=number,
        address=_renumbered(combine(street.codes, number.codes)),
        box=p("box").codes,
        dob=p("dob"),
    )


def _with_domains(company: Column, domain: Column) -> Column:
    """A missing company is read off the e-mail domain: the company most often written beside that domain."""
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


def _renumbered(keys: npt.NDArray[np.int64]) -> Codes:
    """The same numbers made small, 0 staying 0."""
    order = np.argsort(keys, kind="stable")
    fresh = np.zeros(len(keys), dtype=bool)
    fresh[1:] = keys[order[1:]] != keys[order[:-1]]
    codes = np.empty(len(keys), np.int32)
    codes[order] = np.cumsum(fresh) + (len(keys) > 0 and keys[order[0]] > 0)
    return codes
