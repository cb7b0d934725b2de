"""How likely two different people are to look as alike as a pair does: the other side of every score.

Sharing a rare value is unlikely between two people, sharing a common one is not; and what follows from
something already shared (the town from the company, the surname from the address) is not counted twice.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .compare import Compared
from .comparison_levels import Address, Born, Email, First, Last, Order, Place, Text
from .frequencies import Shares
from .normalise_table import People
from .shared_values import Sharing
from .table import Codes

Floats = npt.NDArray[np.float32]
HOUSEHOLD = 5.0  # beyond so many people an address is a home or a barracks, and no family
SPELLINGS = 200  # ways to misspell one name; a slip that makes another real name is no better than chance
LIKE_NAMES_LIKE_EMAILS = np.float32(0.3)
NAMESAKE_EMAILS = np.array([1, 0, 0.12, 0.02, 0.2, 0.6], np.float32)  # addresses are made of names


@dataclass(frozen=True, slots=True)
class Evidence:
    """Compared pairs with what chance alone would say about them."""

    pairs: Compared
    by_field: dict[str, Floats]
    """The logarithm of the likelihood of each field's level between two people."""
    total: Floats
    """The logarithm of the likelihood of all levels together."""
    rarity: Floats
    """How rare the shared name is, in natural logarithms; 0 where the names do not agree."""

    def __len__(self) -> int:
        return len(self.pairs)


@dataclass(frozen=True, slots=True)
class Chance:
    """What is known about chance in one file."""

    people: People
    shares: Shares
    sharing: Sharing

    def weigh(self, pairs: Compared) -> Evidence:
        """The pairs with the likelihood of their levels between two different people."""
        by_field, total = {}, np.zeros(len(pairs), np.float32)
        for field, level in pairs.levels.items():
            usual = self.sharing.random[field].astype(np.float32)[level]
            if field in _BY_VALUE and level.any():
                usual = _BY_VALUE[field](self, pairs, level, usual)
            by_field[field] = np.log(np.clip(usual, 1e-9, 1))
            total += by_field[field]
        first, last = pairs.levels["first"], pairs.levels["last"]
        agree = (first >= First.SAME) & (first <= First.SLIP) & (last >= Last.SAME) & (last <= Last.PART)
        rarity = np.maximum(-(by_field["first"] + by_field["last"]), 0) * agree
        return Evidence(pairs, by_field, total, rarity)


def _fill(u: Floats, where: npt.NDArray[np.bool_], value: Callable[[npt.NDArray[np.int64]], Floats]) -> None:
    at = np.flatnonzero(where)
    if len(at):
        u[at] = value(at)


def _slip(c: Chance, a: Floats, b: Floats) -> Floats:
    """Two names one slip apart: small when one of them is nobody else's name."""
    alone = np.maximum(np.minimum(a, b) - 1 / c.shares.people, 0.05 / c.shares.people)
    slip: Floats = np.clip(np.minimum(SPELLINGS * alone, 0.04), np.maximum(a, b), 1)
    return slip


def _other(pairs: Compared, straight: Codes, crossed: Codes) -> Codes:
    """The right-hand name that was compared: where names are swapped, the other one."""
    swapped = pairs.levels["order"] == Order.SWAPPED
    return np.where(swapped, crossed[pairs.right], straight[pairs.right])


def _first(c: Chance, pairs: Compared, level: npt.NDArray[np.uint8], u: Floats) -> Floats:
    p, s, i, j = c.people, c.shares, pairs.left, pairs.right
    a, b = s.of("call", p.call[i], i, j), s.of("call", _other(pairs, p.call, p.family), i, j)
    whole = (p.given[i] == p.given[j]) & (pairs.levels["order"] == Order.STRAIGHT)
    same = np.where(whole, np.minimum(s.of("given", p.given[i], i, j), np.maximum(a, b)), np.maximum(a, b))
    initial = s.initial[p.call[i]] * np.float32(s.initials_only)
    rungs = [level == First.SAME, level == First.SHORT, level == First.INITIAL, level == First.SLIP]
    return np.select(rungs, [same, a + b, initial, _slip(c, a, b)], u).astype(np.float32)


def _last(c: Chance, pairs: Compared, level: npt.NDArray[np.uint8], u: Floats) -> Floats:
    p, s, i, j = c.people, c.shares, pairs.left, pairs.right
    a, b = s.of("family", p.family[i], i, j), s.of("family", _other(pairs, p.family, p.call), i, j)
    high = np.maximum(a, b)
    rungs = [level == Last.SAME, level == Last.SLIP, level == Last.PART]
    u = np.select(rungs, [high, _slip(c, a, b), np.maximum(u, high)], u)
    clan = np.where(pairs.levels["work"] == Text.SAME, c.sharing.clan_at_work, 1)
    place = pairs.levels["place"]
    clan = np.where((place == Place.SAME) | (place == Place.CLOSE), np.maximum(c.sharing.clan_in_town, clan), clan)
    u = np.where(level < Last.DIFFERENT, np.minimum(u * clan, np.maximum(u, 0.3)), u)
    home, phone = pairs.levels["address"], pairs.levels["phone"]
    living_there = s.of("address", p.address[i], i, j) * s.people
    kin_at_home = c.sharing.kin_at_home * np.minimum(1, HOUSEHOLD / np.maximum(living_there, 1))
    kin = np.where((home == Address.SAME) | (home == Address.SLIP), kin_at_home, 0)
    kin = np.where(phone == Text.SAME, np.maximum(c.sharing.kin_on_phone, kin), kin)
    return np.where((level == Last.SAME) | (level == Last.SLIP), u + (1 - u) * kin, u).astype(np.float32)


def _work(c: Chance, pairs: Compared, level: npt.NDArray[np.uint8], u: Floats) -> Floats:
    p, s, i, j = c.people, c.shares, pairs.left, pairs.right
    a, b = (s.of("company", p.company.codes[row], i, j) for row in (i, j))
    same = np.where(p.company.codes[i] == p.company.codes[j], a, s.of("domain", p.domain.codes[i], i, j))
    close = np.maximum(a, b) + np.minimum(u, 0.002)
    return np.select([level == Text.SAME, level == Text.CLOSE], [same, close], u).astype(np.float32)


def _email(c: Chance, pairs: Compared, level: npt.NDArray[np.uint8], u: Floats) -> Floats:
    p, s, i, j = c.people, c.shares, pairs.left, pairs.right
    address, user = p.email.codes[i], p.user.codes[i]
    _fill(u, level == Email.SAME, lambda at: s.of("email", address[at], i[at], j[at]))
    _fill(u, level == Email.SAME_USER, lambda at: np.maximum(s.of("user", user[at], i[at], j[at]), u[at]))
    first, last = pairs.levels["first"], pairs.levels["last"]
    kin, namesake = (last >= Last.SAME) & (last <= Last.PART), (first >= First.SAME) & (first <= First.SLIP)
    some = (level > Email.SAME) & (level < Email.DIFFERENT)
    _fill(u, some & kin, lambda at: np.maximum(u[at], c.sharing.emails_of_kin[level[at]]))
    _fill(u, some & namesake, lambda at: np.maximum(u[at], c.sharing.emails_of_namesakes[level[at]]))
    _fill(u, kin & namesake & (level > Email.SAME), lambda at: NAMESAKE_EMAILS[level[at]])
    alike = (first > 0) & (first <= First.ALIKE) & (last > 0) & (last <= Last.ALIKE) & ~(kin & namesake)
    _fill(u, some & alike, lambda at: np.maximum(u[at], LIKE_NAMES_LIKE_EMAILS))
    return u


def _place(c: Chance, pairs: Compared, level: npt.NDArray[np.uint8], u: Floats) -> Floats:
    p, s, i, j = c.people, c.shares, pairs.left, pairs.right
    a, b = p.city.codes[i], p.city.codes[j]
    by_city = np.where((a == b) & (a > 0), s.of("city", a, i, j), 1)
    code = p.postcode[i]
    by_code = np.where((code == p.postcode[j]) & (code > 0), s.of("postcode", code, i, j), 1)
    same = np.minimum(by_city, by_code)
    same = np.where(pairs.levels["work"] == Text.SAME, np.maximum(same, c.sharing.town), same)
    same = np.where(pairs.levels["address"] == Address.SAME, 1, same)
    near = np.maximum(s.of("city", a, i, j), s.of("city", b, i, j)) * 1.5
    rungs = [level == Place.SAME, level == Place.CLOSE, level == Place.REGION, level == Place.COUNTRY]
    rates = [same, near, s.of("region", p.region[i], i, j), s.of("country", p.country[i], i, j)]
    return np.select(rungs, rates, u).astype(np.float32)


def _address(c: Chance, pairs: Compared, level: npt.NDArray[np.uint8], u: Floats) -> Floats:
    p, s, i, j = c.people, c.shares, pairs.left, pairs.right
    a, b = (s.of("address", p.address[row], i, j) for row in (i, j))
    same = np.where((p.box[i] == p.box[j]) & (p.box[i] > 0), s.of("box", p.box[i], i, j), a)
    street = np.maximum(*(s.of("street", p.street.codes[row], i, j) for row in (i, j)))
    rungs = [level == Address.SAME, level == Address.SLIP, level == Address.STREET]
    return np.select(rungs, [same, np.maximum(a, b) * 1.5, street], u).astype(np.float32)


def _when_same(field: str, codes: Callable[[People], Codes]) -> Callable[..., Floats]:
    """A field where only the same value needs a closer look: how many people have it."""

    def by_value(c: Chance, pairs: Compared, level: npt.NDArray[np.uint8], u: Floats) -> Floats:
        of, left, right = c.shares.of, pairs.left, pairs.right
        value = codes(c.people)[left]
        _fill(u, level == Born.SAME, lambda at: of(field, value[at], left[at], right[at]))
        return u

    return by_value


_BY_VALUE: dict[str, Callable[[Chance, Compared, npt.NDArray[np.uint8], Floats], Floats]] = {
    "first": _first,
    "last": _last,
    "work": _work,
    "email": _email,
    "place": _place,
    "address": _address,
    "middle": _when_same("middle", lambda p: p.middle),
    "title": _when_same("title", lambda p: p.title.codes),
    "phone": _when_same("phone", lambda p: p.phone.codes),
    "dob": _when_same("dob", lambda p: p.dob.codes),
    "link": _when_same("link", lambda p: p.link),
}
