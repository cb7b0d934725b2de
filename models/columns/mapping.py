"""Map a whole header to fields: what the user said, what the words say, then what neighbours and cells suggest."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice

from ..errors import UsageError
from ..text.folding import slug_of
from .fields import Field
from .headers import field_of, is_about_others, is_question, words_of

_SAMPLED = 200
_LOOKED_AT = 300
_EMAIL_CELL = re.compile(r"(?:mailto:|[^@]*<)?[^\s@<>:]+@[^\s@<>]+\.[^\s@<>]+>?", re.IGNORECASE)
_NAME_CELL = re.compile(r"[^\W\d_][^\d\s,;:@/|()]*+(?:[ -][^\W\d_][^\d\s,;:@/|()]*+){1,4}")
_COURTESY_CELL = re.compile(
    r"(?:mrs?|ms|miss|mx|dr|prof|professor|sir|dame|herrn?|frau|mme?|mlle|monsieur|madame|sra?|srta|sig|sig\.?ra|dott)\.?(?: dr\.?)?",
    re.IGNORECASE,
)


def _key(header: str) -> str:
    return "".join(words_of(header))


def _keys(*headers: str) -> frozenset[str]:
    return frozenset(map(_key, headers))


# Words that mean one thing alone and another beside their sibling.
_WHOLE_OR_LAST = _keys("name", "nom", "naam", "namn", "navn", "nimi")
_FIRST_OR_WHOLE = _keys("nome", "nombre", "имя", "ad", "adi", "isim", "名", "名前", "이름")
_COURTESY_OR_JOB = _keys("title", "titel", "titre", "titolo")
_NAMES = (Field.FULL_NAME, Field.FIRST_NAME, Field.LAST_NAME)


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """Which columns of a file mean which field, in the order of the file, and which mean nothing to us."""

    header: tuple[str, ...]
    columns: Mapping[Field, tuple[int, ...]]
    """The indices of every column of a field, told ones first. Indices, since a header may say a word twice."""

    @property
    def fields(self) -> dict[Field, str]:
        """The first column of each field by its name."""
        return {field: self.header[found[0]] for field, found in self.columns.items()}

    @property
    def unknown(self) -> tuple[str, ...]:
        """The names of the columns nobody could place."""
        known = {index for found in self.columns.values() for index in found}
        return tuple(name for index, name in enumerate(self.header) if index not in known)

    def of(self, *fields: Field) -> tuple[int, ...]:
        """Return the columns of these fields, those of the first field first."""
        return tuple(index for field in fields for index in self.columns.get(field, ()))

    @property
    def names_people(self) -> bool:
        """Whether a row says who it is about: by a name or an e-mail address."""
        return any(field in self.columns for field in (*_NAMES, Field.EMAIL))


def map_columns(
    headers: Sequence[str], told: Mapping[str, str] | None = None, sample: Iterable[Sequence[str]] = ()
) -> ColumnMap:
    """Return the mapping of a file's columns; `told` maps a header to a field's name, or to "" for none, and comes first.

    A `sample` of rows helps where the header says nothing or too much. Raises `UsageError` when `told` names a column
    or a field that does not exist.
    """
    said = _overridden_columns(headers, told or {})
    found = {index: field for index, name in enumerate(headers) if index not in said and (field := field_of(name))}
    _in_context([*map(_key, headers)], found, {field for field in said.values() if field})
    _by_cells(headers, found, said, list(islice(sample, _SAMPLED)))
    columns: dict[Field, list[int]] = {}
    guessed = sorted(found.items(), key=lambda column: (is_question(headers[column[0]]), column[0]))
    for index, field in (*said.items(), *guessed):
        if field:
            columns.setdefault(field, []).append(index)
    return ColumnMap(tuple(headers), {field: tuple(indices) for field, indices in columns.items()})


def _overridden_columns(headers: Sequence[str], told: Mapping[str, str]) -> dict[int, Field | None]:
    said: dict[int, Field | None] = {}
    for column, name in told.items():
        matches = [index for index, header in enumerate(headers) if header == column]
        matches = matches or [index for index, header in enumerate(headers) if _key(header) == _key(column)]
        if not matches:
            raise UsageError(f"There is no column “{column}” in this file.", f"It has: {', '.join(headers)}.")
        said |= dict.fromkeys(matches, _field_named(name))
    return said


_CALLED = {
    "name": "full_name",
    "birthday": "dob",
    "date_of_birth": "dob",
    "profile_link": "link",
    "events_day": "event_date",
}
"""What the app calls a field, for those who type it."""


def _field_named(name: str) -> Field | None:
    if name in ("", "-"):
        return None
    words = "_".join(words_of(name))
    try:
        return Field(_CALLED.get(words, words))
    except ValueError:
        near = get_close_matches(name, [*Field, *_CALLED], n=3) or list(Field)
        raise UsageError(f"There is no field “{name}”.", f"Say one of {', '.join(near)}.") from None


def _in_context(keys: Sequence[str], found: dict[int, Field], told: set[Field]) -> None:
    """Settle what a header means by the headers beside it: `Name` next to `Vorname` is the last name."""
    present = told | set(found.values())
    jobs = sum(1 for field in found.values() if field is Field.TITLE)
    for index, field in list(found.items()):
        key = keys[index]
        if field is Field.FULL_NAME and key in _WHOLE_OR_LAST and _only(present, Field.FIRST_NAME, Field.LAST_NAME):
            found[index] = Field.LAST_NAME
        elif field is Field.FIRST_NAME and key in _FIRST_OR_WHOLE and Field.LAST_NAME not in present:
            found[index] = Field.FULL_NAME
        elif field is Field.TITLE and key in _COURTESY_OR_JOB and (jobs > 1 or Field.TITLE in told):
            found[index] = Field.COURTESY
        elif (
            field is Field.STREET_NUMBER and key in ("number", "numero") and not present & {Field.STREET, Field.ADDRESS}
        ):
            del found[index]  # a ticket's number, not a house's


def _only(present: set[Field], there: Field, missing: Field) -> bool:
    return there in present and missing not in present


def _by_cells(
    headers: Sequence[str], found: dict[int, Field], said: Mapping[int, object], rows: list[Sequence[str]]
) -> None:
    """Let the cells speak: a column with an @ in every cell holds addresses, one without any does not."""
    columns = {
        index: [row[index].strip()[:_LOOKED_AT] for row in rows if index < len(row) and row[index].strip()]
        for index in range(len(headers))
        if index not in said
    }
    for index, cells in columns.items():
        if found.get(index) is Field.EMAIL and len(cells) > 2 and not any("@" in cell for cell in cells):
            del found[index]
        elif found.get(index) is Field.TITLE and _mostly(_COURTESY_CELL.fullmatch, cells):
            found[index] = Field.COURTESY
    silent = {
        index: cells for index, cells in columns.items() if index not in found and not is_about_others(headers[index])
    }
    taken = {*found.values(), *said.values()}
    _guess(Field.EMAIL, _EMAIL_CELL.fullmatch, silent, found, taken)
    _guess(Field.LINK, slug_of, silent, found, taken)
    if taken.isdisjoint(_NAMES) and not taken.isdisjoint((Field.EMAIL, Field.LINK)):
        _guess(Field.FULL_NAME, _NAME_CELL.fullmatch, silent, found, taken)


def _guess(
    field: Field,
    test: Callable[[str], object],
    silent: Mapping[int, list[str]],
    found: dict[int, Field],
    taken: set[object],
) -> None:
    """Give the field, when no header claims it, to the first silent column whose cells look like it."""
    if field not in taken:
        index = next((index for index, cells in silent.items() if index not in found and _mostly(test, cells)), None)
        if index is not None:
            found[index] = field
            taken.add(field)


def _mostly(test: Callable[[str], object], cells: Sequence[str]) -> bool:
    return bool(cells) and sum(1 for cell in cells if test(cell)) * 10 >= len(cells) * 8
