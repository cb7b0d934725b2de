"""The least it could be: every name of a list against every name of an archive with rapidfuzz, and the best of each."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import numpy as np
from rapidfuzz.fuzz import ratio
from rapidfuzz.process import cdist

from tests.benchmarks.speed.badges import connections

archive, badges = map(Path, sys.argv[1:])
known = [f"{row['First Name']} {row['Last Name']}".lower() for row in connections(archive)]
with badges.open(encoding="utf-8", newline="") as file:
    asked = [f"{row['First Name']} {row['Last Name']}".lower() for row in csv.DictReader(file)]
alike = cdist(asked, known, scorer=ratio, dtype=np.uint8, workers=-1)
sys.stdout.write(f"{int((alike.max(axis=1) >= 85).sum())}\n")
