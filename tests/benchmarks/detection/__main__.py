"""How well requests for introductions are heard: `python -m tests.benchmarks.detection [--freeze]`.

Prints precision, recall, right target and right purpose of every batch of labelled messages, in each language and in
all, beside what is frozen and a naive floor: looking for "introduc". A batch was written before the rules saw it;
`first sight` is what they made of it then, `first version` what the rules before there was any evidence did. All batches but the last have been learnt from since.
"""

from __future__ import annotations

import argparse
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from .fit import TAUGHT
from .quality import BATCHES, LabelledMessage, batch, floor, quality

FROZEN = Path(__file__).with_name("frozen.json")


def main() -> None:
    """Measure, print beside what is frozen, and freeze when asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--freeze", action="store_true")
    told = parser.parse_args()
    frozen = json.loads(FROZEN.read_text(encoding="utf-8"))
    say(f"{'messages':28} {'P':>6} {'R':>6} {'whom':>6} {'why':>6}   floor P, R      frozen {frozen['date']}")
    results: dict[str, list[float]] = {}
    for name in BATCHES:
        results |= measured(name, frozen["results"])
        for kept in ("first_version", "first_sight"):
            say(f"{name} {kept.replace('_', ' '):20} {_line(frozen[kept].get(name))}")
    if told.freeze:
        kept: dict[str, Any] = {**frozen, "date": f"{datetime.now(UTC):%Y-%m-%d}", "results": results}
        FROZEN.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


def measured(name: str, frozen: dict[str, list[float]]) -> dict[str, list[float]]:
    """The figures of one batch, each printed as soon as it is known."""
    messages = batch(name)
    results = {}
    for language in (*sorted({message["lang"] for message in messages}), "all"):
        some: list[LabelledMessage] = [message for message in messages if language in (message["lang"], "all")]
        title = f"{name} {language}{' (learnt from)' if name in TAUGHT else ''}"
        results[f"{name} {language}"] = figures = list(quality(some))
        least = " ".join(f"{share:6.3f}" for share in floor(some))
        say(f"{title:28} {_line(figures)} {least}   {_line(frozen.get(f'{name} {language}'))}")
    return results


def _line(figures: list[float] | None) -> str:
    return " ".join(f"{share:6.3f}" for share in figures) if figures else "-"


def say(line: str) -> None:
    """A line at once, for those who wait."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
