"""Invented people written down more than once, by different hands.

Names are made of syllables, common ones far more common than others; what goes wrong between two records of one
person (slips, initials, missing cells, another job, names swapped) goes wrong at the rates below.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Callable, Iterator
from pathlib import Path

FIELDS = ("rec_id", "cluster_id", "first_name", "last_name", "company", "title", "email", "phone", "city")
STARTS = "Ba Ce Di Fo Gu Ha Je Ki Lo Mu Na Pe Ri So Tu Va We Xi Yo Zu Bra Cle Dri Flo Gru Sta Tre".split()
MIDDLES = ["", "", "la", "men", "ri", "von", "sta", "del", "kur", "tha", "bel", "nar"]
FIRST_ENDS = "a an e el en i ia in is o on ra ro us y".split()
LAST_ENDS = "berg dahl er ez ford ham ic in ini ka land mann ner ov sen ski son ton vik witz".split()
TRADES = "Tools Foods Labs Rail Energy Media Health Software Bank Insurance".split()
TITLES = "Engineer Designer Founder Analyst Director Recruiter Architect Consultant Manager Professor".split()
RATES = {
    "slip in a name": 0.12, "initial": 0.05, "swapped": 0.02, "moved": 0.12, "no company": 0.15, "no e-mail": 0.45,
    "no phone": 0.7, "no city": 0.3, "no title": 0.25, "capitals": 0.05,
}  # fmt: skip
TWICE = 0.25
Person = dict[str, str]


def write_people(path: Path, rows: int, seed: int) -> None:
    """A CSV of that many rows; the same seed gives the same file."""
    draw = random.Random(seed)
    records: list[Person] = []
    while len(records) < rows:
        person = _person(draw, len(records))
        records.append(_record(draw, person, careful=True))
        while draw.random() < TWICE:
            records.append(_record(draw, person, careful=False))
    records = records[:rows]
    draw.shuffle(records)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, FIELDS)
        writer.writeheader()
        writer.writerows(record | {"rec_id": f"r{at}"} for at, record in enumerate(records))


def _common_first(draw: random.Random, choices: list[str]) -> str:
    return choices[min(int(draw.paretovariate(0.7)) - 1, len(choices) - 1)]


def _name(draw: random.Random, ends: list[str]) -> str:
    return _common_first(draw, STARTS) + _common_first(draw, MIDDLES) + _common_first(draw, ends)


def _job(draw: random.Random, seeds: int) -> Person:
    company = f"{_name(random.Random(int(draw.paretovariate(0.6)) % seeds), LAST_ENDS)} {draw.choice(TRADES)}"
    return {"company": company, "title": draw.choice(TITLES)}


def _person(draw: random.Random, number: int) -> Person:
    first, last = _name(draw, FIRST_ENDS), _name(draw, LAST_ENDS)
    job = _job(draw, 5_000)
    work = job["company"].replace(" ", "").lower()
    return job | {
        "cluster_id": str(number),
        "first_name": first,
        "last_name": last,
        "email": f"{first}.{last}@{work}.test".lower(),
        "phone": f"+99 {draw.randrange(10**8, 10**9)}",
        "city": _name(draw, LAST_ENDS) + "stad",
    }


def _record(draw: random.Random, person: Person, *, careful: bool) -> Person:
    happens: Callable[[str], bool] = lambda what: draw.random() < RATES[what] * (0.3 if careful else 1)  # noqa: E731
    record = dict(person)
    for field in ("first_name", "last_name"):
        if happens("slip in a name"):
            record[field] = slip(draw, record[field])
    if happens("initial"):
        record["first_name"] = record["first_name"][0] + "."
    if happens("swapped"):
        record["first_name"], record["last_name"] = record["last_name"], record["first_name"]
    if happens("moved"):
        record |= _job(draw, 5_000) | {"email": ""}
    if happens("capitals"):
        record |= {field: record[field].upper() for field in ("first_name", "last_name")}
    for field, what in (
        ("company", "no company"),
        ("email", "no e-mail"),
        ("phone", "no phone"),
        ("city", "no city"),
    ):
        record[field] = "" if happens(what) else record[field]
    return record | {"title": "" if happens("no title") else record["title"]}


def slip(draw: random.Random, name: str) -> str:
    """The name with one slip of the pen: a letter lost, doubled, changed, or two swapped."""
    at = draw.randrange(1, len(name))
    kinds: Iterator[str] = iter(
        (
            name[:at] + name[at + 1 :],
            name[:at] + name[at - 1] + name[at:],
            name[:at] + draw.choice("abcdefghijklmnopqrstuvwxyz") + name[at + 1 :],
            name[: at - 1] + name[at : at + 1] + name[at - 1] + name[at + 1 :],
        )
    )
    return draw.choice(list(kinds))
