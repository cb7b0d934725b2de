"""Invented people written down more than once, by different hands.

Names are made of syllables, common ones more common than others; what goes wrong between two records of one
person (slips, initials, missing cells, another job, names swapped) goes wrong at the rates below.
"""

from __future__ import annotations

import csv
import random
import string
from collections.abc import Sequence
from pathlib import Path

FIELDS = ("rec_id", "cluster_id", "first_name", "last_name", "company", "title", "email", "phone", "city")
STARTS = (
    *(
        "Ba",
        "Ce",
        "Di",
        "Fo",
        "Gu",
        "Ha",
        "Je",
        "Ki",
        "Lo",
        "Mu",
        "Na",
        "Pe",
        "Ri",
        "So",
        "Tu",
        "Va",
        "We",
        "Xi",
    ),
    *(
        "Yo",
        "Zu",
        "Bra",
        "Cle",
        "Dri",
        "Flo",
        "Gru",
        "Sta",
        "Tre",
        "Al",
        "El",
        "Il",
        "Ol",
        "Ur",
        "Ka",
        "Mi",
        "Re",
    ),
)
MIDDLES = (
    "",
    "la",
    "men",
    "ri",
    "von",
    "sta",
    "del",
    "kur",
    "tha",
    "bel",
    "nar",
    "zo",
    "pi",
    "que",
    "shan",
    "go",
)
FIRST_ENDS = ("a", "an", "e", "el", "en", "i", "ia", "in", "is", "o", "on", "ra", "ro", "us", "y")
LAST_ENDS = (
    *("berg", "dahl", "er", "ez", "ford", "ham", "ic", "in", "ini", "ka", "land", "mann", "ner", "ov", "sen"),
    *(
        "ski",
        "son",
        "ton",
        "vik",
        "witz",
        "ard",
        "bach",
        "combe",
        "dorf",
        "elli",
        "feld",
        "gate",
        "hart",
        "idis",
    ),
)
TRADES = ("Tools", "Foods", "Labs", "Rail", "Energy", "Media", "Health", "Software", "Bank", "Insurance")
TITLES = (
    *("Engineer", "Designer", "Founder", "Analyst", "Director", "Recruiter", "Architect", "Consultant"),
    *("Manager", "Professor", "Editor", "Chemist", "Controller", "Buyer", "Planner", "Translator"),
)
RATES = {
    "slip in a name": 0.12,
    "initial": 0.05,
    "swapped": 0.02,
    "moved": 0.12,
    "no company": 0.15,
    "no email": 0.45,
    "no phone": 0.7,
    "no city": 0.3,
    "no title": 0.25,
    "capitals": 0.05,
}
TWICE = 0.25
PER_COMPANY, PER_TOWN = 6, 100
Person = dict[str, str]


def write_people(path: Path, rows: int, seed: int) -> None:
    """A CSV of that many rows; the same seed gives the same file."""
    world = _World(random.Random(seed), rows)
    records: list[Person] = []
    while len(records) < rows:
        person = world.person(len(records))
        records.append(_record(world, person, careful=True))
        while world.draw.random() < TWICE:
            records.append(_record(world, person, careful=False))
    records = records[:rows]
    world.draw.shuffle(records)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, FIELDS)
        writer.writeheader()
        writer.writerows(record | {"rec_id": f"r{at}"} for at, record in enumerate(records))


class _World:
    """Where invented people live and work; few companies and towns are large and many are small."""

    def __init__(self, draw: random.Random, rows: int) -> None:
        self.draw = draw
        self.addresses: set[str] = set()
        self.companies = [f"{self.name(LAST_ENDS)} {draw.choice(TRADES)}" for _ in range(1 + rows // PER_COMPANY)]
        self.towns = [f"{self.name(LAST_ENDS)}stad" for _ in range(10 + rows // PER_TOWN)]

    def name(self, ends: Sequence[str]) -> str:
        return "".join(self.often_first(parts) for parts in (STARTS, MIDDLES, ends))

    def often_first(self, choices: Sequence[str]) -> str:
        return choices[int(len(choices) * self.draw.random() ** 1.6)]

    def job(self) -> Person:
        return {"company": self.often_first(self.companies), "title": self.draw.choice(TITLES)}

    def person(self, number: int) -> Person:
        first, last, job = self.name(FIRST_ENDS), self.name(LAST_ENDS), self.job()
        address = f"{first}.{last}@{job['company'].replace(' ', '')}.test".lower()
        if address in self.addresses:
            address = address.replace("@", f"{number}@")
        self.addresses.add(address)
        phone = f"+99 {self.draw.randrange(10**8, 10**9)}"
        names = {"cluster_id": str(number), "first_name": first, "last_name": last}
        return job | names | {"email": address, "phone": phone, "city": self.often_first(self.towns)}


def _record(world: _World, person: Person, *, careful: bool) -> Person:
    draw, record = world.draw, dict(person)

    def happens(what: str) -> bool:
        return draw.random() < RATES[what] * (0.3 if careful else 1)

    for field in ("first_name", "last_name"):
        if happens("slip in a name"):
            record[field] = slip(draw, record[field])
    if happens("initial"):
        record["first_name"] = record["first_name"][0] + "."
    if happens("swapped"):
        record["first_name"], record["last_name"] = record["last_name"], record["first_name"]
    if happens("moved"):
        record |= world.job() | {"email": ""}
    if happens("capitals"):
        record |= {field: record[field].upper() for field in ("first_name", "last_name")}
    for field in ("company", "email", "phone", "city", "title"):
        record[field] = "" if happens(f"no {field}") else record[field]
    return record


def slip(draw: random.Random, name: str) -> str:
    """The name with one slip of the pen: a letter lost, doubled, changed, or two swapped."""
    at = draw.randrange(1, len(name))
    kinds = (
        name[:at] + name[at + 1 :],
        name[:at] + name[at - 1] + name[at:],
        name[:at] + draw.choice(string.ascii_lowercase) + name[at + 1 :],
        name[: at - 1] + name[at] + name[at - 1] + name[at + 1 :],
    )
    return draw.choice(kinds)
