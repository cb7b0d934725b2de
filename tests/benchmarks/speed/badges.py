"""A list of badges: some people of an archive as a conference would spell them, among many who are nobody known."""

from __future__ import annotations

import csv
import io
import random
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

BADGES, KNOWN = 1_000, 300
Row = dict[str, str]


def connections(archive: Path) -> Iterator[Row]:
    """The rows of an archive's list of connections that name somebody."""
    with ZipFile(archive) as inside:
        text = inside.read("Connections.csv").decode()
    header = text.index("First Name")
    return (row for row in csv.DictReader(io.StringIO(text[header:])) if row["URL"])


def write_badges(archive: Path, path: Path, seed: int = 5) -> Path:
    """A CSV of a thousand badges; the same archive and seed give the same file."""
    draw, people = random.Random(seed), list(connections(archive))
    badges = [_misspelt(draw, person) for person in draw.sample(people, KNOWN)]
    badges += [_stranger(draw, people) for _ in range(BADGES - KNOWN)]
    draw.shuffle(badges)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("First Name", "Last Name", "Company", "Job Title"))
        writer.writerows(badges)
    return path


def _misspelt(draw: random.Random, who: Row) -> tuple[str, ...]:
    first, last, luck = who["First Name"], who["Last Name"], draw.random()
    if luck < 0.3:
        first, last = _bare(first), _bare(last)
    elif luck < 0.5:
        first = first.split()[0]
    elif luck < 0.6:
        first = first[0] + "."
    elif luck < 0.7:
        first, last = first.upper(), last.upper()
    elif luck < 0.75:
        first, last = last, first
    elif luck < 0.9:
        at = draw.randrange(1, max(2, len(last)))
        last = last[:at] + last[at + 1 :]
    return first, last, who["Company"], who["Position"] if draw.random() < 0.7 else ""


def _stranger(draw: random.Random, people: list[Row]) -> tuple[str, ...]:
    """Everybody's given name, surname, company and title, but never one person's."""
    one, two, three = draw.sample(people, 3)
    return one["First Name"].split()[0], two["Last Name"].split("-")[-1], three["Company"], one["Position"]


def _bare(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
