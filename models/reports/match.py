"""Who on a list you already know, without importing the list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from ..errors import UnreadableFileError
from ..importers.archive import members
from ..importers.contacts.column_overrides import read_with_overrides
from ..importers.records import ContactRecord, RowProblem
from ..matching.csv_files import paused_gc
from ..matching.explain import has_more_than_a_name
from ..matching.find_duplicates import find_pairs
from ..matching.normalise_table import concatenate, normalise_columns, to_people
from ..matching.scoring import to_probability
from ..matching.spelling_cache import cached_people, table_from_cells
from ..queues import card_facts
from ..store.identity import Kin, people

_MOST_MATCHES = 5
"""People that a row of the list may be, at most."""


class Match(NamedTuple):
    """Someone you know who may be on the list."""

    name: str
    profile: str | None
    score: float
    """How likely it is the same person, from 0 to 1."""
    band: str


class MatchedRow(NamedTuple):
    """A row of the list, and who it may be, likeliest first."""

    row: int
    name: str
    matches: tuple[Match, ...]

    def json(self) -> dict[str, Any]:
        """Return the row as `picky match --json` gives it."""
        return {"row": self.row, "name": self.name, "matches": [match._asdict() for match in self.matches]}


def match_file(path: Path, column_overrides: Mapping[str, str] | None = None) -> list[MatchedRow]:
    """Return every row of a list with the people it may be; raises `UnreadableFileError` when it names nobody."""
    with paused_gc():
        records = _records(path, column_overrides)
        return _rows(records, _scores(records))


def _scores(records: list[ContactRecord]) -> dict[int, list[tuple[float, int]]]:
    """For each row of the list the people it may be: how likely, and who."""
    parts = cached_people()
    ids = np.concatenate([part.ids for part in parts])
    stored = len(ids)  # rows of the store come first, then those of the list
    listed = normalise_columns(table_from_cells(_cells(records)))
    people = to_people(concatenate([*(part.table for part in parts), listed]))
    scored = find_pairs(people, np.arange(people.rows) >= stored)
    pairs = scored.evidence.pairs
    likely = (scored.scores > 0) & has_more_than_a_name(pairs) & (np.minimum(pairs.left, pairs.right) < stored)
    matches: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    probabilities = to_probability(scored.scores[likely]).tolist()
    for pair, probability in zip(np.flatnonzero(likely).tolist(), probabilities, strict=True):
        low, high = sorted((int(pairs.left[pair]), int(pairs.right[pair])))
        if high >= stored:
            matches[high - stored].append((probability, int(ids[low])))
    return dict(matches)


def _records(path: Path, column_overrides: Mapping[str, str] | None) -> list[ContactRecord]:
    rows = [row for reader in read_with_overrides(members(path), column_overrides) for row in reader.records()]
    records = [row for row in rows if not isinstance(row, RowProblem)]
    if not records:
        raise UnreadableFileError(f"{path.name} names nobody.", "Say which column is which with --map COLUMN=FIELD.")
    return records


def _cells(records: list[ContactRecord]) -> dict[str, list[str]]:
    return {
        "full_name": [record.name for record in records],
        "first_name": [record.given if record.family else "" for record in records],
        "last_name": [record.family if record.given else "" for record in records],
        "company": [record.company for record in records],
        "title": [record.title for record in records],
        "email": [next(iter(record.emails), "") for record in records],
        "phone": [next(iter(record.phones), "") for record in records],
        "link": [next((link for link in record.links if "linkedin" in link), "") for record in records],
        "city": [record.city for record in records],
        "country": [record.country for record in records],
        "source": ["list"] * len(records),
    }


def _rows(records: list[ContactRecord], scores: Mapping[int, list[tuple[float, int]]]) -> list[MatchedRow]:
    best = {row: sorted(matches, reverse=True)[:_MOST_MATCHES] for row, matches in scores.items()}
    kin = Kin.of(person for matches in best.values() for _, person in matches)
    who, signals = people(kin), card_facts.signals(kin)
    rows = []
    for number, record in enumerate(records):
        by_person: dict[int, Match] = {}  # rows of one person count as one
        for score, person in best.get(number, ()):
            band = signals.get(person, card_facts.NO_SIGNALS).band.value
            match = Match(who[person].name, who[person].slug, round(score, 4), band)
            by_person.setdefault(min(kin.asked[person]), match)
        rows.append(MatchedRow(record.row, record.name, tuple(by_person.values())))
    return rows
