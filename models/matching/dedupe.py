"""Files in, and a person number for every row: duplicates in any table of people, without a store."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import numpy as np

from ..errors import UnwritableFileError, UsageError
from .csv_files import FileSummary, paused_gc, read_tables
from .find_duplicates import find_duplicates
from .scoring import Scores, to_probability
from .table import Codes


@dataclass(frozen=True, slots=True)
class DedupeResult:
    """Who is who in some files."""

    files: list[FileSummary]
    ids: list[str]
    clusters: Codes
    """For every row the number of its person, counted from 1 in the order of the rows."""
    left: Codes
    right: Codes
    scores: Scores
    """How likely the rows at `left` and `right` are one person; only pairs more likely one than two."""

    @property
    def people(self) -> int:
        """How many different people there are."""
        return int(self.clusters.max(initial=0))

    def summary(self) -> dict[str, object]:
        """Return the result in numbers, and how each file's columns were understood."""
        files = [
            {
                "path": str(file.path),
                "rows": file.rows,
                "columns": {str(field): column for field, column in file.columns.fields.items()},
                "unknown": list(file.columns.unknown),
            }
            for file in self.files
        ]
        return {"rows": len(self.ids), "people": self.people, "pairs": len(self.scores), "files": files}


def dedupe(paths: Sequence[Path], column_overrides: Mapping[str, str] | None = None) -> DedupeResult:
    """Find the duplicates within and between these files; `column_overrides` maps columns to fields by hand."""
    with paused_gc():
        table, ids, files = read_tables(paths, column_overrides)
        duplicates = find_duplicates(table)
        _, numbered = np.unique(duplicates.clusters, return_inverse=True)
        likely = duplicates.scores > 0
        pairs = duplicates.evidence.pairs.take(likely)
        scores = to_probability(duplicates.scores[likely])
    return DedupeResult(files, ids, numbered.astype(np.int32) + 1, pairs.left, pairs.right, scores)


def refuse_to_overwrite(sources: Sequence[Path], *targets: Path | None) -> None:
    """Raise `UsageError` when what is written would take the place of what is read, or of something else written."""
    taken = {path.resolve() for path in sources}
    for target in filter(None, targets):
        if target.resolve() in taken:
            raise UsageError(f"{target} would be written over.", "Give each file that is written a name of its own.")
        taken.add(target.resolve())


def write_clusters(result: DedupeResult, path: Path) -> None:
    """Write a row for every row that was read: its id and the number of its person."""
    with _open_for_writing(path) as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("id", "cluster"))
        writer.writerows(zip(result.ids, result.clusters.tolist(), strict=True))


def write_pairs(result: DedupeResult, path: Path) -> None:
    """Write a row for every pair that is more likely one person than two: both ids and how likely, surest first."""
    order = np.argsort(-result.scores, kind="stable")
    ids = result.ids
    with _open_for_writing(path) as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("left", "right", "score"))
        columns = (column[order].tolist() for column in (result.left, result.right, result.scores))
        writer.writerows((ids[a], ids[b], f"{score:.4f}") for a, b, score in zip(*columns, strict=True))


@contextmanager
def _open_for_writing(path: Path) -> Iterator[TextIO]:
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            yield file
    except OSError as error:
        raise UnwritableFileError(
            f"Cannot write {path}: {error.strerror}.", "Name a file in a folder of yours."
        ) from None


def main(arguments: Sequence[str] | None = None) -> None:
    """Run as a command of its own, on machines that have no terminal library."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--clusters", required=True, type=Path)
    parser.add_argument("--pairs", type=Path)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    refuse_to_overwrite(options.files, options.clusters, options.pairs)
    result = dedupe(options.files)
    write_clusters(result, options.clusters)
    if options.pairs:
        write_pairs(result, options.pairs)
    if options.json:
        sys.stdout.write(json.dumps(result.summary()) + "\n")


if __name__ == "__main__":
    main()
