"""How likely two different people are to look as alike as a pair does: the other side of every score.

Sharing a rare value is unlikely between two people, sharing a common one is not; and what follows from
something already shared (the town from the company, the surname from the address) is not counted twice.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .compare import ComparedPairs
from .comparison_levels import (
    AddressLevel,
    BirthdayLevel,
    EmailLevel,
    FirstNameLevel,
    OrderLevel,
    PlaceLevel,
    SurnameLevel,
    TextLevel,
)
from .frequencies import Frequencies
from .normalise_table import People
from .shared_values import SharedRates
from .table import Codes

Floats = npt.NDArray[np.float32]
HOUSEHOLD_SIZE = 5.0  # beyond so many people an address is a home or a barracks, and no family
MISSPELLINGS_OF_A_NAME = 200  # ways to misspell one name; a slip that makes another real name is no better than chance
ALIKE_NAMES_EMAIL_RATE = np.float32(0.3)
NAMESAKE_EMAIL_RATES = np.array([1, 0, 0.12, 0.02, 0.2, 0.6], np.float32)  # addresses are made of names


@dataclass(frozen=True, slots=True)
class WeighedPairs:
    """Compared pairs with what chance alone would say about them."""

    pairs: ComparedPairs
    log_u: dict[str, Floats]
    """The logarithm of the likelihood of each field's level between two people."""
    total_log_u: Floats
    """The logarithm of the likelihood of all levels together."""
    name_rarity: Floats
    """How rare the shared name is, in natural logarithms; 0 where the names do not agree."""

    def __len__(self) -> int:
        return len(self.pairs)


@dataclass(frozen=True, slots=True)
class BackgroundModel:
    """What is known about chance in one file."""

    people: People
    frequencies: Frequencies
    shared_rates: SharedRates

    def weigh(self, pairs: ComparedPairs) -> WeighedPairs:
        """The pairs with the likelihood of their levels between two different people."""
        by_field, total = {}, np.zeros(len(pairs), np.float32)
        for field, level in pairs.levels.items():
            usual = self.shared_rates.random[field].astype(np.float32)[level]
            if field in _U_BY_VALUE and level.any():
                usual = _U_BY_VALUE[field](self, pairs, level, usual)
            by_field[field] = np.log(np.clip(usual, 1e-9, 1))
            total += by_field[field]
        first, last = pairs.levels["first"], pairs.levels["last"]
        agree = (
            (first >= FirstNameLevel.SAME)
            & (first <= FirstNameLevel.SLIP)
            & (last >= SurnameLevel.SAME)
            & (last <= SurnameLevel.PART)
        )
        rarity = np.maximum(-(by_field["first"] + by_field["last"]), 0) * agree
        return WeighedPairs(pairs, by_field, total, rarity)


def _fill_where(u: Floats, where: npt.NDArray[np.bool_], value: Callable[[npt.NDArray[np.int64]], Floats]) -> None:
    at = np.flatnonzero(where)
    if len(at):
        u[at] = value(at)


def _slip_rate(model: BackgroundModel, a: Floats, b: Floats) -> Floats:
    """Two names one slip apart: small when one of them is nobody else's name."""
    alone = np.maximum(np.minimum(a, b) - 1 / model.frequencies.people, 0.05 / model.frequencies.people)
    slip: Floats = np.clip(np.minimum(MISSPELLINGS_OF_A_NAME * alone, 0.04), np.maximum(a, b), 1)
    return slip


def _right_name(pairs: ComparedPairs, straight: Codes, crossed: Codes) -> Codes:
    """The right-hand name that was compared: where names are swapped, the other one."""
    swapped = pairs.levels["order"] == OrderLevel.SWAPPED
    return np.where(swapped, crossed[pairs.right], straight[pairs.right])


def _first_name_u(model: BackgroundModel, pairs: ComparedPairs, level: npt.NDArray[np.uint8], u: Floats) -> Floats:
    p, s, i, j = model.people, model.frequencies, pairs.left, pairs.right
    a, b = s.of("call", p.call[i], i, j), s.of("call", _right_name(pairs, p.call, p.family), i, j)
    whole = (p.given[i] == p.given[j]) & (pairs.levels["order"] == OrderLevel.STRAIGHT)
    same = np.where(whole, np.minimum(s.of("given", p.given[i], i, j), np.maximum(a, b)), np.maximum(a, b))
    initial = s.initial[p.call[i]] * np.float32(s.initial_only_rate)
    rungs = [
        level == FirstNameLevel.SAME,
        level == FirstNameLevel.SHORT,
        level == FirstNameLevel.INITIAL,
        level == FirstNameLevel.SLIP,
    ]
    return np.select(rungs, [same, a + b, initial, _slip_rate(model, a, b)], u).astype(np.float32)


def _surname_u(model: BackgroundModel, pairs: ComparedPairs, level: npt.NDArray[np.uint8], u: Floats) -> Floats:
    p, s, i, j = model.people, model.frequencies, pairs.left, pairs.right
    a, b = s.of("family", p.family[i], i, j), s.of("family", _right_name(pairs, p.family, p.call), i, j)
    high = np.maximum(a, b)
    rungs = [level == SurnameLevel.SAME, level == SurnameLevel.SLIP, level == SurnameLevel.PART]
    u = np.select(rungs, [high, _slip_rate(model, a, b), np.maximum(u, high)], u)
    clan = np.where(pairs.levels["work"] == TextLevel.SAME, model.shared_rates.surname_lift_at_company, 1)
    place = pairs.levels["place"]
    clan = np.where(
        (place == PlaceLevel.SAME) | (place == PlaceLevel.CLOSE),
        np.maximum(model.shared_rates.surname_lift_in_town, clan),
        clan,
    )
    u = np.where(level < SurnameLevel.DIFFERENT, np.minimum(u * clan, np.maximum(u, 0.3)), u)
    home, phone = pairs.levels["address"], pairs.levels["phone"]
    living_there = s.of("address", p.address[i], i, j) * s.people
    same_surname_at_address = model.shared_rates.same_surname_at_address * np.minimum(
        1, HOUSEHOLD_SIZE / np.maximum(living_there, 1)
    )
    kin = np.where((home == AddressLevel.SAME) | (home == AddressLevel.SLIP), same_surname_at_address, 0)
    kin = np.where(phone == TextLevel.SAME, np.maximum(model.shared_rates.same_surname_on_phone, kin), kin)
    return np.where((level == SurnameLevel.SAME) | (level == SurnameLevel.SLIP), u + (1 - u) * kin, u).astype(
        np.float32
    )


def _work_u(model: BackgroundModel, pairs: ComparedPairs, level: npt.NDArray[np.uint8], u: Floats) -> Floats:
    p, s, i, j = model.people, model.frequencies, pairs.left, pairs.right
    a, b = (s.of("company", p.company.codes[row], i, j) for row in (i, j))
    same = np.where(p.company.codes[i] == p.company.codes[j], a, s.of("domain", p.domain.codes[i], i, j))
    close = np.maximum(a, b) + np.minimum(u, 0.002)
    return np.select([level == TextLevel.SAME, level == TextLevel.CLOSE], [same, close], u).astype(np.float32)


def _email_u(model: BackgroundModel, pairs: ComparedPairs, level: npt.NDArray[np.uint8], u: Floats) -> Floats:
    p, s, i, j = model.people, model.frequencies, pairs.left, pairs.right
    address, user = p.email.codes[i], p.user.codes[i]
    _fill_where(u, level == EmailLevel.SAME, lambda at: s.of("email", address[at], i[at], j[at]))
    _fill_where(u, level == EmailLevel.SAME_USER, lambda at: np.maximum(s.of("user", user[at], i[at], j[at]), u[at]))
    first, last = pairs.levels["first"], pairs.levels["last"]
    kin, namesake = (
        (last >= SurnameLevel.SAME) & (last <= SurnameLevel.PART),
        (first >= FirstNameLevel.SAME) & (first <= FirstNameLevel.SLIP),
    )
    some = (level > EmailLevel.SAME) & (level < EmailLevel.DIFFERENT)
    _fill_where(u, some & kin, lambda at: np.maximum(u[at], model.shared_rates.emails_of_same_surname[level[at]]))
    _fill_where(
        u, some & namesake, lambda at: np.maximum(u[at], model.shared_rates.emails_of_same_first_name[level[at]])
    )
    _fill_where(u, kin & namesake & (level > EmailLevel.SAME), lambda at: NAMESAKE_EMAIL_RATES[level[at]])
    alike = (
        (first > 0) & (first <= FirstNameLevel.ALIKE) & (last > 0) & (last <= SurnameLevel.ALIKE) & ~(kin & namesake)
    )
    _fill_where(u, some & alike, lambda at: np.maximum(u[at], ALIKE_NAMES_EMAIL_RATE))
    return u


def _place_u(model: BackgroundModel, pairs: ComparedPairs, level: npt.NDArray[np.uint8], u: Floats) -> Floats:
    p, s, i, j = model.people, model.frequencies, pairs.left, pairs.right
    a, b = p.city.codes[i], p.city.codes[j]
    by_city = np.where((a == b) & (a > 0), s.of("city", a, i, j), 1)
    code = p.postcode[i]
    by_code = np.where((code == p.postcode[j]) & (code > 0), s.of("postcode", code, i, j), 1)
    same = np.minimum(by_city, by_code)
    same = np.where(
        pairs.levels["work"] == TextLevel.SAME, np.maximum(same, model.shared_rates.same_town_at_company), same
    )
    same = np.where(pairs.levels["address"] == AddressLevel.SAME, 1, same)
    near = np.maximum(s.of("city", a, i, j), s.of("city", b, i, j)) * 1.5
    rungs = [
        level == PlaceLevel.SAME,
        level == PlaceLevel.CLOSE,
        level == PlaceLevel.REGION,
        level == PlaceLevel.COUNTRY,
    ]
    rates = [same, near, s.of("region", p.region[i], i, j), s.of("country", p.country[i], i, j)]
    return np.select(rungs, rates, u).astype(np.float32)


def _address_u(model: BackgroundModel, pairs: ComparedPairs, level: npt.NDArray[np.uint8], u: Floats) -> Floats:
    p, s, i, j = model.people, model.frequencies, pairs.left, pairs.right
    a, b = (s.of("address", p.address[row], i, j) for row in (i, j))
    same = np.where((p.box[i] == p.box[j]) & (p.box[i] > 0), s.of("box", p.box[i], i, j), a)
    street = np.maximum(*(s.of("street", p.street.codes[row], i, j) for row in (i, j)))
    rungs = [level == AddressLevel.SAME, level == AddressLevel.SLIP, level == AddressLevel.STREET]
    return np.select(rungs, [same, np.maximum(a, b) * 1.5, street], u).astype(np.float32)


def _u_of_same_value(field: str, codes: Callable[[People], Codes]) -> Callable[..., Floats]:
    """A field where only the same value needs a closer look: how many people have it."""

    def by_value(model: BackgroundModel, pairs: ComparedPairs, level: npt.NDArray[np.uint8], u: Floats) -> Floats:
        of, left, right = model.frequencies.of, pairs.left, pairs.right
        value = codes(model.people)[left]
        _fill_where(u, level == BirthdayLevel.SAME, lambda at: of(field, value[at], left[at], right[at]))
        return u

    return by_value


_U_BY_VALUE: dict[str, Callable[[BackgroundModel, ComparedPairs, npt.NDArray[np.uint8], Floats], Floats]] = {
    "first": _first_name_u,
    "last": _surname_u,
    "work": _work_u,
    "email": _email_u,
    "place": _place_u,
    "address": _address_u,
    "middle": _u_of_same_value("middle", lambda p: p.middle),
    "title": _u_of_same_value("title", lambda p: p.title.codes),
    "phone": _u_of_same_value("phone", lambda p: p.phone.codes),
    "dob": _u_of_same_value("dob", lambda p: p.dob.codes),
    "link": _u_of_same_value("link", lambda p: p.link),
}
