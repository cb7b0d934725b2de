"""What a verdict costs in Duplicates: CPU from the key to the next card, without the screen, however many cards wait.

As a program it gives verdicts in the store that it is told, and prints the CPU seconds of each as JSON.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import process_time

from models.settings import Settings
from models.verbs import Verb
from models.workspace import Workspace
from tests.models.support import Export, person

from .figures import Figure, ratio
from .stores import Bench, say

CARDS = (280, 2_800)
_KEYS, _WARM_UP = 60, 12
_VERBS = (Verb.SAME, Verb.DIFFERENT, Verb.LATER)
_BAR = 10.0
"""Milliseconds of CPU a key may take."""
_SYLLABLES = [consonant + vowel for consonant in "bdfgklmn" for vowel in "aeio"]


def duplicate_figures(bench: Bench, runs: int) -> Iterator[Figure]:
    """CPU of a verdict at both sizes, each kind of verdict by itself, and large ÷ small."""
    taken: dict[int, dict[str, list[float]]] = {}
    for cards in CARDS:
        say(f"building a store in which {cards:,} people may be another …")
        store = bench.fresh()
        _fill(store, bench.folder, cards)
        command = [sys.executable, "-m", __name__, str(store), str(max(_KEYS, 3 * runs))]
        answer = subprocess.run(command, env=bench.environment, check=True, capture_output=True)
        taken[cards] = json.loads(answer.stdout)
    small, large = (taken[cards] for cards in CARDS)
    for verb in _VERBS:
        detail = f"(at {CARDS[0]:,} cards {1000 * median(small[verb]):.1f} ms)"
        yield Figure(f"CPU of {verb}, {CARDS[1]:,} duplicates", 1000 * median(large[verb]), _BAR, " ms", detail)
    both = ([second for seconds in keys.values() for second in seconds] for keys in (large, small))
    yield ratio(f"CPU of a key, {CARDS[1]:,} ÷ {CARDS[0]:,} duplicates", *both, 1.5)


def _fill(store: Path, folder: Path, cards: int) -> None:
    """So many connections, and a list on which each of them stands again with another address."""
    draw = random.Random(cards)
    names = sorted({f"{_word(draw, 3)} {_word(draw, 4)}" for _ in range(2 * cards)})[:cards]
    export, listed = Export(), ["Name,Company,Email"]
    for number, name in enumerate(names):
        company = f"{_word(draw, 4)} {_word(draw, 3)}"
        export.connect(person(name, slug=f"{number}-person", company=company), 400 + number % 3_000)
        if number % 3 == 0:
            export.heard(person(name, slug=f"{number}-person"), 200).wrote(person(name, slug=f"{number}-person"), 100)
        listed.append(f"{name},{company},{number}@mail.example")
    badges = folder / f"{cards}-badges.csv"
    badges.write_text("\n".join(listed) + "\n", encoding="utf-8")
    workspace = Workspace(Settings(store, folder / "policy.toml", folder=folder))
    workspace.import_files([export.zipped(folder / f"{cards}-duplicates"), badges])
    workspace.close()


def _word(draw: random.Random, syllables: int) -> str:
    return "".join(draw.choices(_SYLLABLES, k=syllables)).capitalize()


def _cpu_of_keys(store: Path, keys: int) -> dict[str, list[float]]:
    """Give verdicts in turn; the first few find everything cold."""
    workspace = Workspace(Settings(store, store.parent / "policy.toml", folder=store.parent))
    session, taken = workspace.review("duplicates"), {verb.value: list[float]() for verb in _VERBS}
    card = session.present()
    for number in range(_WARM_UP + keys):
        verb, started = _VERBS[number % len(_VERBS)], process_time()
        if card is None:  # the end of a sitting
            session.begin()
            card = session.present()
            started = process_time()
        assert card
        session.decide(card, verb)
        card = session.present()
        session.look_ahead()
        if number >= _WARM_UP:
            taken[verb.value].append(process_time() - started)
    workspace.close()
    return taken


if __name__ == "__main__":
    print(json.dumps(_cpu_of_keys(Path(sys.argv[1]), int(sys.argv[2]))))  # noqa: T201 — read by the benchmark
