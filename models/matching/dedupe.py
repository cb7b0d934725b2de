"""Files in; for every row its cluster."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np

from models.matching.columns import Field, map_columns
from models.matching.table import Column, Table, Vocabulary


def read_table(path: Path) -> tuple[Table, list[str], tuple[str, ...]]:
    import gc
    gc.disable()
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file)
        header = next(reader)
        mapping = map_columns(header)
        wanted = {f: header.index(c) for f, c in mapping.fields.items() if f is not Field.ID}
        id_at = header.index(mapping.fields[Field.ID]) if Field.ID in mapping.fields else None
        vocab = {f: Vocabulary() for f in wanted}
        codes = {f: [] for f in wanted}
        ids: list[str] = []
        while chunk := list(islice(reader, 20_000)):
            columns = list(zip(*chunk, strict=True))
            for f, at in wanted.items():
                codes[f].append(vocab[f].encode(columns[at]))
            if id_at is not None:
                ids.extend(columns[id_at])
        n = sum(map(len, next(iter(codes.values()))))
        cols = {str(f): Column(np.concatenate(codes[f]), vocab[f].values) for f in wanted}
        return Table(cols, n), ids or [str(i + 1) for i in range(n)], mapping.unknown
