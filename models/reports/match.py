"""Who on a list does the user know already: before the conference, without taking the list in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from ..errors import UnreadableFileError
from ..importers.archive import members
from ..importers.contacts.column_overrides import read_as_told
from ..importers.records import ContactRecord, RowProblem
from ..queues import card_facts
from ..store.identity import Kin, people

_MOST = 5  # people a row of the list may be


class Match(NamedTuple):
    """Somebody known who may be on the list."""

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
        """The row as `picky match --json` gives it."""
        return {"row": self.row, "name": self.name, "matches": [match._asdict() for match in self.matches]}


def match_file(path: Path, told: Mapping[str, str] | None = None) -> list[MatchedRow]:
    """Every row of a list with the people it may be; raises `UnreadableFileError` when it names nobody."""
    from ..matching.csv_files import paused_gc

    with paused_gc():
        return _matched(_drafts(path, told))


def _matched(drafts: list[ContactRecord]) -> list[MatchedRow]:
    import numpy as np

    from ..matching.explain import has_more_than_a_name
    from ..matching.find_duplicates import find_pairs
    from ..matching.normalise_table import concatenate, normalise_columns, to_people
    from ..matching.scoring import to_probability
    from ..matching.spelling_cache import cached_people, table_from_cells

    parts = cached_people()
    ids = np.concatenate([ids for ids, _ in parts])
    known = len(ids)
    people = to_people(
        concatenate([*(table for _, table in parts), normalise_columns(table_from_cells(_cells(drafts)))])
    )
    found = find_pairs(people, np.arange(people.rows) >= known)
    pairs = found.evidence.pairs
    likely = (found.scores > 0) & has_more_than_a_name(pairs) & (np.minimum(pairs.left, pairs.right) < known)
    hits: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    for at, score in zip(np.flatnonzero(likely).tolist(), to_probability(found.scores[likely]).tolist(), strict=True):
        low, high = sorted((int(pairs.left[at]), int(pairs.right[at])))
        if high >= known:
            hits[high - known].append((score, int(ids[low])))
    return _told(drafts, hits)


def _drafts(path: Path, told: Mapping[str, str] | None) -> list[ContactRecord]:
    found = [draft for reader in read_as_told(members(path), told) for draft in reader.records()]
    drafts = [draft for draft in found if not isinstance(draft, RowProblem)]
    if not drafts:
        raise UnreadableFileError(f"{path.name} names nobody.", "Say which column is which with --map COLUMN=FIELD.")
    return drafts


def _cells(drafts: list[ContactRecord]) -> dict[str, list[str]]:
    return {
        "full_name": [draft.name for draft in drafts],
        "first_name": [draft.given if draft.family else "" for draft in drafts],
        "last_name": [draft.family if draft.given else "" for draft in drafts],
        "company": [draft.company for draft in drafts],
        "title": [draft.title for draft in drafts],
        "email": [next(iter(draft.emails), "") for draft in drafts],
        "phone": [next(iter(draft.phones), "") for draft in drafts],
        "link": [next((link for link in draft.links if "linkedin" in link), "") for draft in drafts],
        "city": [draft.city for draft in drafts],
        "country": [draft.country for draft in drafts],
        "source": ["list"] * len(drafts),
    }


def _told(drafts: list[ContactRecord], hits: Mapping[int, list[tuple[float, int]]]) -> list[MatchedRow]:
    hits = {at: sorted(found, reverse=True)[:_MOST] for at, found in hits.items()}
    kin = Kin.of(person for found in hits.values() for _, person in found)
    who, signals = people(kin), card_facts.signals(kin)
    rows = []
    for at, draft in enumerate(drafts):
        best: dict[int, Match] = {}
        for score, person in hits.get(at, ()):
            root = min(kin.asked[person])
            band = signals.get(person, card_facts.NO_SIGNALS).band.value
            best.setdefault(root, Match(who[person].name, who[person].slug, round(score, 4), band))
        rows.append(MatchedRow(draft.row, draft.name, tuple(best.values())))
    return rows
