"""A crowd of invented people, so that rare and common mean something."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from models.matching.find_duplicates import Duplicates, find_duplicates
from models.matching.table import Table

Record = dict[str, str]
GIVEN = """
    Amara Bento Cosima Darko Elif Fadil Greta Hamza Ines Jonas Katya Lorenz Mirela Nikos Odile Pavel Quentin
    Rosa Soren Tilda Umar Vera Wendel Xenia Yusuf Zelda Anna Maria David Robert Susan Thomas
"""
STARTS = "Bar Cal Dor Fen Gar Hol Kel Lund Mor Nor Pel Quil Ros Stan Tor Ul Ver Wes Yar Zim"
ENDS = "by dahl ek fort gren ham ick low mann ner oni pin quist ridge son ton vik well yard zi"
COMPANIES = [f"{a} {b}" for a in ("Amber", "Birch", "Comet", "Delta") for b in ("Tools", "Foods", "Labs", "Rail")]
TOWNS = "Aldmoor Brinley Corvale Dunhaven Eastmere Farrow Glenby Hartsea"


def crowd(people: int, seed: int = 3) -> list[Record]:
    """Invented people, every fifth of them written down twice."""
    draw = random.Random(seed)
    records = []

    def pick(words: str) -> str:
        return draw.choice(words.split())

    for number in range(people):
        first, last = pick(GIVEN), pick(STARTS) + pick(ENDS)
        record = {
            "first_name": first,
            "last_name": last,
            "company": draw.choice(COMPANIES),
            "city": pick(TOWNS),
            "email": f"{first}.{last}@mail{number}.test".lower(),
        }
        records.append(record)
        if number % 5 == 0:
            records.append(record | {"city": "" if number % 2 else record["city"]})
    return records


@pytest.fixture
def find() -> Callable[..., Duplicates]:
    """Duplicates among some records standing in a crowd; the records come first."""

    def among(*records: Record, people: int = 400) -> Duplicates:
        return find_duplicates(Table.of([*records, *crowd(people)]))

    return among


@pytest.fixture
def are_one(find: Callable[..., Duplicates]) -> Callable[..., bool]:
    """Whether all of these records, standing in a crowd, are found to be one person."""

    def same(*records: Record) -> bool:
        return len(set(find(*records).clusters[: len(records)].tolist())) == 1

    return same
