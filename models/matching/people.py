"""Normalise: a table of people in one spelling, ready to be compared."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.matching import companies, contacts, names, spelling
from models.matching.table import Codes, Column, Table, Vocabulary, combine


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
    vocabulary = Vocabulary()
    first, last = table.column("first_name"), table.column("last_name")
    if not table.column("full_name").is_empty:
        first, last = _from_full_names(table.column("full_name"), first, last)
    fresh = (Vocabulary(), Vocabulary(), Vocabulary())
    email, user, domain = table.column("email").parts(contacts.email_parts, *fresh)
    street = table.column("street").or_else(table.column("address"))
    number = table.column("street_number").or_else(street).map(contacts.house_number)
    street = street.map(contacts.street_name)
    middle = table.column("middle_name").map(lambda text: spelling.plain(text)[:1])
    words = (vocabulary, vocabulary, vocabulary, Vocabulary())
    given, call, second, initial = first.parts(names.given_parts, *words)
    family, first_surname, last_surname = last.parts(names.family_parts, vocabulary, vocabulary, vocabulary)
    link = table.column("link").map(contacts.profile_link)
    return People(
        rows=table.rows,
        names=vocabulary.values,
        given=given.codes,
        call=call.codes,
        family=family.codes,
        first_surname=first_surname.codes,
        last_surname=last_surname.codes,
        second=second.codes,
        middle=middle.or_else(initial).codes,
        generation=last.map(names.generation).codes,
        company=_with_domains(table.column("company").map(companies.company_core), domain),
        title=table.column("title").map(spelling.plain),
        email=email,
        user=user,
        domain=domain,
        phone=table.column("phone").map(contacts.phone_number),
        link=link.codes,
        site=_sites(link, table.column("source").map(spelling.plain)),
        city=table.column("city").map(spelling.plain),
        region=table.column("region").map(spelling.plain).codes,
        country=table.column("country").map(spelling.plain).codes,
        postcode=table.column("postcode").map(lambda text: spelling.plain(text).replace(" ", "")).codes,
        street=street,
        number=number,
        address=_renumbered(combine(street.codes, number.codes)),
        box=table.column("po_box").map(contacts.house_number).codes,
        dob=table.column("dob").map(contacts.date_digits),
    )


def _from_full_names(full: Column, first: Column, last: Column) -> tuple[Column, Column]:
    split = [names.split_full_name(value) for value in full.values]
    givens = Column(full.codes, [s[0] for s in split]).map(str)
    families = Column(full.codes, [s[1] for s in split]).map(str)
    return first.or_else(givens), last.or_else(families)


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


def _sites(link: Column, source: Column) -> Codes:
    host = link.map(lambda address: address.partition("/")[0])
    return host.codes * np.int32(len(source.values)) + source.codes


def _renumbered(keys: npt.NDArray[np.int64]) -> Codes:
    """The same numbers made small, 0 staying 0."""
    order = np.argsort(keys, kind="stable")
    fresh = np.zeros(len(keys), dtype=bool)
    fresh[1:] = keys[order[1:]] != keys[order[:-1]]
    codes = np.empty(len(keys), np.int32)
    codes[order] = np.cumsum(fresh) + (len(keys) > 0 and keys[order[0]] > 0)
    return codes
