"""`python -m tests.benchmarks`: picky's speed next to the least it could be, and the bars it must hold."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from functools import partial

from .speed.deciding import key_figures
from .speed.detecting import detector_figures
from .speed.duplicates import duplicate_figures
from .speed.figures import Figure
from .speed.importing import import_figures
from .speed.mails import MAILS, mail_figures
from .speed.matching import dedupe_figures, match_figures
from .speed.reporting import report_figures
from .speed.starting import start_figures
from .speed.stores import Bench, bench
from .speed.tables import table_figures

Part = Callable[[Bench, int], Iterator[Figure]]
PARTS: dict[str, Part] = {
    "start": start_figures,
    "key": key_figures,
    "duplicates": duplicate_figures,
    "import": import_figures,
    "detector": detector_figures,
    "tables": table_figures,
    "mail": mail_figures,
    "match": match_figures,
    "dedupe": dedupe_figures,
    "report": report_figures,
}


def main() -> int:
    """Measure, print a line for each figure, and return 1 when a bar was passed."""
    asked = _arguments()
    holds = True
    with bench() as made:
        for part in asked.only or PARTS:
            measure = partial(mail_figures, mails=asked.mails) if part == "mail" else PARTS[part]
            for figure in measure(made, asked.runs):
                print(figure, flush=True)  # noqa: T201 — the report of a script
                holds &= figure.holds
    return 0 if holds else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--runs", type=int, default=30, help="how often each thing is measured (30)")
    parser.add_argument("--mails", type=int, default=MAILS, help=f"how many mails are taken in ({MAILS:,})")
    parser.add_argument("--only", action="append", choices=PARTS, help="a part of it; may be given again")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
