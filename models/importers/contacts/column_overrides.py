"""What the user said about the columns of a list, remembered for every list with the same header."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from ...errors import UsageError
from ...store import ColumnOverride
from ...store.query import Query, Statement, param
from ..archive import Member
from .recognise import Reader, readers

_OVERRIDES = Query(
    tuple[str, dict[str, str]], lambda: ColumnOverride.select(ColumnOverride.fingerprint, ColumnOverride.columns)
)
_FORGET = Statement(lambda: ColumnOverride.delete().where(ColumnOverride.fingerprint == param("fingerprint")))
_REMEMBER = Statement(lambda: ColumnOverride.insert(fingerprint=param("fingerprint"), columns=param("columns")))

ColumnOverrides = Mapping[str, Mapping[str, str]]
"""What the user says about columns, by the mark of their header."""


def read_with_overrides(
    members: Iterable[Member],
    told: Mapping[str, str] | None = None,
    corrections: ColumnOverrides = MappingProxyType({}),
) -> list[Reader]:
    """Return the readers among these files, by what is said now, or else what was said last time about such a header.

    `told` is said about every file, `corrections` only about those with that header.
    """
    waiting = list(members)
    found = readers(waiting, told)
    if told:
        return found
    held = _stored() | {mark: dict(said) for mark, said in corrections.items()}
    known = [reader.corrected(held.get(reader.fingerprint, {})) for reader in found]
    taken = {reader.member.name for reader in found}
    left = [member for member in waiting if member.name not in taken]
    return known + [reader for mark, said in held.items() for reader in _overridden(left, mark, said)]


def remembered_overrides(reader: Reader) -> dict[str, str]:
    """Return what was said last time about such a header."""
    return _stored().get(reader.fingerprint, {}) if reader.columns else {}


def remember_overrides(reader: Reader) -> bool:
    """Keep what the user said about these columns; returns whether it is news."""
    is_news = dict(reader.told) != remembered_overrides(reader)
    if is_news:
        _FORGET.run(fingerprint=reader.fingerprint)
        _REMEMBER.run(fingerprint=reader.fingerprint, columns=dict(reader.told))
    return is_news


def _stored() -> dict[str, dict[str, str]]:
    return dict(_OVERRIDES.rows())


def _overridden(members: list[Member], mark: str, said: Mapping[str, str]) -> list[Reader]:
    """Return a header that says nothing of people by itself is known again by what it was said to mean."""
    found = []
    for member in members:
        try:
            found += [reader for reader in readers([member], said) if reader.fingerprint == mark]
        except UsageError:  # these columns are not in that file
            continue
    return found
