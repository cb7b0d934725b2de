"""Word tables: names of many scripts, companies, jobs and the topics of small talk."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

__all__ = ["COMPANIES", "CULTURES", "FILLERS", "FIRM_ENDINGS", "FIRM_STARTS", "JOBS", "Culture"]


@dataclass(frozen=True, slots=True)
class Culture:
    """Given and family names that go together; `latin` tells whether an ASCII slug can be made of them."""

    weight: int
    given: tuple[str, ...]
    family: tuple[str, ...]
    latin: bool = True


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.replace("_", " ") for word in text.split())


_TABLES = tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))

CULTURES = tuple(
    Culture(table["weight"], _words(table["given"]), _words(table["family"]), table.get("latin", True))
    for table in _TABLES["culture"]
)
COMPANIES: tuple[str, ...] = tuple(name for name, tickets in _TABLES["companies"].items() for _ in range(tickets))
FIRM_STARTS = _words(_TABLES["firms"]["starts"])
FIRM_ENDINGS = _words(_TABLES["firms"]["endings"])
JOBS = _words(_TABLES["jobs"]["titles"])
FILLERS = {slot: _words(text) for slot, text in _TABLES["fillers"].items()}
