"""Background model: how likely two *different* people are to agree as a pair does (the u-probabilities).

Splink and the Fellegi-Sunter literature call them u. Sharing a rare value is unlikely between two people, sharing a
common one is not; and what follows from something already shared (the town from the company, the surname from the
address) is not counted twice. Arrays hold one element per pair, in the order of the pairs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

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
from .similarity import Levels
from .table import Codes

Floats = npt.NDArray[np.float32]
_Rates = npt.NDArray[np.floating[Any]]
HOUSEHOLD_SIZE = 5.0
"""People; an address of more is a block of flats or a barracks, and its people no family."""
MISSPELLINGS_OF_A_NAME = 200
"""Ways to misspell one name; a slip that makes another real name is no better than chance."""
ALIKE_NAMES_EMAIL_RATE = np.float32(0.3)
"""How often two people with alike names have alike e-mail users."""
NAMESAKE_EMAIL_RATES = np.array([1, 0, 0.12, 0.02, 0.2, 0.6], np.float32)
"""By e-mail level, for two people of one full name: addresses are made of names."""
_NEAR_VALUE = 1.5
"""A value that is nearly another one is shared by chance this many times as often as the commoner of the two."""


@dataclass(frozen=True, slots=True)
class WeighedPairs:
    """Compared pairs with their u-probabilities. Arrays are float32, one element per pair."""

    pairs: ComparedPairs
    log_u: dict[str, Floats]
    """By field: ln P(level | two different people); 0 where the field is missing."""
    total_log_u: Floats
    """The sum of `log_u` over all fields."""
    name_rarity: Floats
    """How rare the shared name is, in natural logarithms; 0 where the names do not agree."""

    def __len__(self) -> int:
        return len(self.pairs)


@dataclass(frozen=True, slots=True)
class BackgroundModel:
    """The u-probabilities of one table: from the frequencies of its values and rates measured in it."""

    people: People
    frequencies: Frequencies
    shared_rates: SharedRates

    def weigh(self, pairs: ComparedPairs) -> WeighedPairs:
        """Return the pairs with the u-probability of every level."""
        log_u, total = {}, np.zeros(len(pairs), np.float32)
        for field, level in pairs.levels.items():
            u = self.shared_rates.random[field].astype(np.float32)[level]
            if field in _U_BY_VALUE and level.any():
                u = _U_BY_VALUE[field](self, pairs, level, u)
            log_u[field] = np.log(np.clip(u, 1e-9, 1))
            total += log_u[field]
        rarity = np.maximum(-(log_u["first"] + log_u["last"]), 0) * _names_agree(pairs)
        return WeighedPairs(pairs, log_u, total, rarity)


def _names_agree(pairs: ComparedPairs) -> npt.NDArray[np.bool_]:
    first, last = pairs.levels["first"], pairs.levels["last"]
    first_agrees = (first >= FirstNameLevel.SAME) & (first <= FirstNameLevel.SLIP)
    agrees: npt.NDArray[np.bool_] = first_agrees & (last >= SurnameLevel.SAME) & (last <= SurnameLevel.PART)
    return agrees


def _fill_where(u: Floats, where: npt.NDArray[np.bool_], rate: Callable[[npt.NDArray[np.int64]], Floats]) -> None:
    """Set `u` in place where the mask holds; `rate` gets the indices of those pairs."""
    indices = np.flatnonzero(where)
    if len(indices):
        u[indices] = rate(indices)


def _slip_rate(model: BackgroundModel, left_rate: Floats, right_rate: Floats) -> Floats:
    """Two names one slip apart: unlikely by chance when one of them is nobody else's name."""
    people = model.frequencies.people
    rarer = np.maximum(np.minimum(left_rate, right_rate) - 1 / people, 0.05 / people)
    commoner = np.maximum(left_rate, right_rate)
    slip: Floats = np.clip(np.minimum(MISSPELLINGS_OF_A_NAME * rarer, 0.04), commoner, 1)
    return slip


def _right_name(pairs: ComparedPairs, straight: Codes, crossed: Codes) -> Codes:
    """Return the right-hand name that was compared: where names are swapped, the other one."""
    swapped = pairs.levels["order"] == OrderLevel.SWAPPED
    return np.where(swapped, crossed[pairs.right], straight[pairs.right])


def _first_name_u(model: BackgroundModel, pairs: ComparedPairs, level: Levels, u: Floats) -> Floats:
    people, frequencies, left, right = model.people, model.frequencies, pairs.left, pairs.right
    left_rate = frequencies.of("call", people.call[left], left, right)
    right_rate = frequencies.of("call", _right_name(pairs, people.call, people.family), left, right)
    commoner = np.maximum(left_rate, right_rate)
    is_whole = (people.given[left] == people.given[right]) & (pairs.levels["order"] == OrderLevel.STRAIGHT)
    whole_rate = frequencies.of("given", people.given[left], left, right)
    same = np.where(is_whole, np.minimum(whole_rate, commoner), commoner)
    initial = frequencies.initial[people.call[left]] * np.float32(frequencies.initial_only_rate)
    by_level: dict[int, _Rates] = {
        FirstNameLevel.SAME: same,
        FirstNameLevel.SHORT: left_rate + right_rate,
        FirstNameLevel.INITIAL: initial,
        FirstNameLevel.SLIP: _slip_rate(model, left_rate, right_rate),
    }
    return _select(level, by_level, u)


def _surname_u(model: BackgroundModel, pairs: ComparedPairs, level: Levels, u: Floats) -> Floats:
    people, frequencies, left, right = model.people, model.frequencies, pairs.left, pairs.right
    left_rate = frequencies.of("family", people.family[left], left, right)
    right_rate = frequencies.of("family", _right_name(pairs, people.family, people.call), left, right)
    commoner = np.maximum(left_rate, right_rate)
    by_level: dict[int, _Rates] = {
        SurnameLevel.SAME: commoner,
        SurnameLevel.SLIP: _slip_rate(model, left_rate, right_rate),
        SurnameLevel.PART: np.maximum(u, commoner),
    }
    u = _select(level, by_level, u)
    lifted = np.minimum(u * _surname_lift(model, pairs), np.maximum(u, 0.3))
    u = np.where(level < SurnameLevel.DIFFERENT, lifted, u)
    is_surname = (level == SurnameLevel.SAME) | (level == SurnameLevel.SLIP)
    return np.where(is_surname, u + (1 - u) * _family_rate(model, pairs), u).astype(np.float32)


def _surname_lift(model: BackgroundModel, pairs: ComparedPairs) -> Floats:
    """Return how many times more often than by chance two people of one company or town share the surname."""
    shared_rates, place = model.shared_rates, pairs.levels["place"]
    lift = np.where(pairs.levels["work"] == TextLevel.SAME, shared_rates.surname_lift_at_company, 1)
    in_town = (place == PlaceLevel.SAME) | (place == PlaceLevel.CLOSE)
    lifted: Floats = np.where(in_town, np.maximum(shared_rates.surname_lift_in_town, lift), lift)
    return lifted


def _family_rate(model: BackgroundModel, pairs: ComparedPairs) -> Floats:
    """Return how often two people of one address or phone share the surname; 0 where they share neither."""
    people, frequencies, left, right = model.people, model.frequencies, pairs.left, pairs.right
    address, phone = pairs.levels["address"], pairs.levels["phone"]
    living_there = frequencies.of("address", people.address[left], left, right) * frequencies.people
    at_address = model.shared_rates.same_surname_at_address * np.minimum(
        1, HOUSEHOLD_SIZE / np.maximum(living_there, 1)
    )
    rate = np.where((address == AddressLevel.SAME) | (address == AddressLevel.SLIP), at_address, 0)
    family: Floats = np.where(phone == TextLevel.SAME, np.maximum(model.shared_rates.same_surname_on_phone, rate), rate)
    return family


def _work_u(model: BackgroundModel, pairs: ComparedPairs, level: Levels, u: Floats) -> Floats:
    people, frequencies, left, right = model.people, model.frequencies, pairs.left, pairs.right
    company = people.company.codes
    left_rate, right_rate = (frequencies.of("company", company[side], left, right) for side in (left, right))
    domain_rate = frequencies.of("domain", people.domain.codes[left], left, right)
    same = np.where(company[left] == company[right], left_rate, domain_rate)
    close = np.maximum(left_rate, right_rate) + np.minimum(u, 0.002)
    return _select(level, {TextLevel.SAME: same, TextLevel.CLOSE: close}, u)


def _email_u(model: BackgroundModel, pairs: ComparedPairs, level: Levels, u: Floats) -> Floats:
    """Alike addresses of people with alike names say little: addresses are made of names."""
    people, frequencies, left, right = model.people, model.frequencies, pairs.left, pairs.right
    address, user = people.email.codes[left], people.user.codes[left]
    rates = model.shared_rates

    def rate_of(field: str, codes: Codes) -> Callable[[npt.NDArray[np.int64]], Floats]:
        return lambda at: frequencies.of(field, codes[at], left[at], right[at])

    _fill_where(u, level == EmailLevel.SAME, rate_of("email", address))
    user_rate = rate_of("user", user)
    _fill_where(u, level == EmailLevel.SAME_USER, lambda at: np.maximum(user_rate(at), u[at]))
    first, last = pairs.levels["first"], pairs.levels["last"]
    surname = (last >= SurnameLevel.SAME) & (last <= SurnameLevel.PART)
    first_name = (first >= FirstNameLevel.SAME) & (first <= FirstNameLevel.SLIP)
    partly = (level > EmailLevel.SAME) & (level < EmailLevel.DIFFERENT)
    _fill_where(u, partly & surname, lambda at: np.maximum(u[at], rates.emails_of_same_surname[level[at]]))
    _fill_where(u, partly & first_name, lambda at: np.maximum(u[at], rates.emails_of_same_first_name[level[at]]))
    _fill_where(u, surname & first_name & (level > EmailLevel.SAME), lambda at: NAMESAKE_EMAIL_RATES[level[at]])
    alike = (first > 0) & (first <= FirstNameLevel.ALIKE) & (last > 0) & (last <= SurnameLevel.ALIKE)
    _fill_where(u, partly & alike & ~(surname & first_name), lambda at: np.maximum(u[at], ALIKE_NAMES_EMAIL_RATE))
    return u


def _place_u(model: BackgroundModel, pairs: ComparedPairs, level: Levels, u: Floats) -> Floats:
    people, frequencies, left, right = model.people, model.frequencies, pairs.left, pairs.right
    city, other_city, postcode = people.city.codes[left], people.city.codes[right], people.postcode[left]
    city_rate, other_rate = (frequencies.of("city", codes, left, right) for codes in (city, other_city))
    by_city = np.where((city == other_city) & (city > 0), city_rate, 1)
    is_postcode = (postcode == people.postcode[right]) & (postcode > 0)
    same = np.minimum(by_city, np.where(is_postcode, frequencies.of("postcode", postcode, left, right), 1))
    at_company = np.maximum(same, model.shared_rates.same_town_at_company)
    same = np.where(pairs.levels["work"] == TextLevel.SAME, at_company, same)
    by_level: dict[int, _Rates] = {
        PlaceLevel.SAME: np.where(pairs.levels["address"] == AddressLevel.SAME, 1, same),
        PlaceLevel.CLOSE: np.maximum(city_rate, other_rate) * _NEAR_VALUE,
        PlaceLevel.REGION: frequencies.of("region", people.region[left], left, right),
        PlaceLevel.COUNTRY: frequencies.of("country", people.country[left], left, right),
    }
    return _select(level, by_level, u)


def _address_u(model: BackgroundModel, pairs: ComparedPairs, level: Levels, u: Floats) -> Floats:
    people, frequencies, left, right = model.people, model.frequencies, pairs.left, pairs.right
    left_rate, right_rate = (frequencies.of("address", people.address[side], left, right) for side in (left, right))
    is_box = (people.box[left] == people.box[right]) & (people.box[left] > 0)
    by_level: dict[int, _Rates] = {
        AddressLevel.SAME: np.where(is_box, frequencies.of("box", people.box[left], left, right), left_rate),
        AddressLevel.SLIP: np.maximum(left_rate, right_rate) * _NEAR_VALUE,
        AddressLevel.STREET: np.maximum(
            *(frequencies.of("street", people.street.codes[side], left, right) for side in (left, right))
        ),
    }
    return _select(level, by_level, u)


def _select(level: Levels, by_level: dict[int, _Rates], u: Floats) -> Floats:
    """Return the rate of each pair's level; `u` where the level has none of its own."""
    return np.select([level == key for key in by_level], list(by_level.values()), u).astype(np.float32)


def _u_of_same_value(field: str, codes: Callable[[People], Codes]) -> Callable[..., Floats]:
    """Return a field where only the same value needs a closer look: how many people have it."""

    def rate(model: BackgroundModel, pairs: ComparedPairs, level: Levels, u: Floats) -> Floats:
        value, left, right = codes(model.people)[pairs.left], pairs.left, pairs.right
        _fill_where(
            u, level == BirthdayLevel.SAME, lambda at: model.frequencies.of(field, value[at], left[at], right[at])
        )
        return u

    return rate


_U_BY_VALUE: dict[str, Callable[[BackgroundModel, ComparedPairs, Levels, Floats], Floats]] = {
    "first": _first_name_u,
    "last": _surname_u,
    "work": _work_u,
    "email": _email_u,
    "place": _place_u,
    "address": _address_u,
    "middle": _u_of_same_value("middle", lambda people: people.middle),
    "title": _u_of_same_value("title", lambda people: people.title.codes),
    "phone": _u_of_same_value("phone", lambda people: people.phone.codes),
    "dob": _u_of_same_value("dob", lambda people: people.dob.codes),
    "link": _u_of_same_value("link", lambda people: people.link),
}
