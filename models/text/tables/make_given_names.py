"""Write `given_names.tsv`: which given names are spellings or short forms of one another.

    python -m models.text.tables.make_given_names

It fetches its sources from PyPI into a temporary folder; picky itself never needs them. A group holds the spellings of
one name in all scripts and languages, from Wikidata by way of rigour (MIT). Groups that touch no given name are
dropped: rigour mixes in family names. A short form joins every group of the name it is short for. Spellings, and English
nicknames that are full names themselves, are left out where they link a name only men have with one only women have.
"""

from __future__ import annotations

import csv
import importlib
import pkgutil
import subprocess
import sys
import tempfile
import unicodedata
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ..folding import fold_accents

SOURCES = ("rigour==1.8.2", "Faker==40.63.0", "nicknames==1.0.1", "japanese-personal-name-dataset==0.4.0")
"""Wheels, all under the MIT licence. rigour 2 compiles its data in, so 1.8.2 is the last that can be read."""
_FOLDER = Path(__file__).parent
_ALPHABETS = ("CYRILLIC", "GREEK", "ARABIC", "HEBREW", "DEVANAGARI", "BENGALI", "TAMIL", "THAI", "GEORGIAN", "ARMENIAN")
"""Scripts whose transliteration is a key of its own; that of Chinese characters depends on who reads them."""
_SAME_BEGINNING = 3
"""Letters that a nickname as long as the name shares with it: Julie and Julia."""
_SMALL_ENDINGS = ("ie", "y")
_MOST_OF_ONE = 400
"""Forms of a group; larger ones mix several names."""

Group = frozenset[str]


def main() -> None:
    """Fetch the sources, build the groups and write the table."""
    with tempfile.TemporaryDirectory() as folder:
        _fetch(Path(folder))
        table = given_names(Path(folder))
    lines = (f"{name}\t{' '.join(map(str, sorted(groups)))}\n" for name, groups in table.items())
    with (_FOLDER / "given_names.tsv").open("w", encoding="utf-8", newline="") as file:
        file.writelines(sorted(lines, key=lambda line: line.partition("\t")[0].encode()))


def given_names(folder: Path) -> dict[str, set[int]]:
    """Return for every folded name the numbers of its groups; two names that share one are one name."""
    men, women = _faker_names(folder)
    nicknames = list(_nicknames(folder))
    formal = {canonical for canonical, _ in nicknames}
    nicknames = [pair for pair in nicknames if pair[1] not in formal or not _contradicts(pair, men, women)]
    short_forms = [*_pairs_of_list(_FOLDER / "short_forms.txt"), *nicknames]
    givens = men | women | {name for pair in short_forms for name in pair}
    japanese = list(_japanese(folder))
    groups = [group for group in _largest(_wikidata(folder)) if group & givens]
    groups = [part for group in groups for part in _by_sex(group, men, women)]
    table: defaultdict[str, set[int]] = defaultdict(set)
    for number, group in enumerate([*groups, *japanese], start=1):
        for name in group:
            table[name].add(number)
    number = len(groups) + len(japanese)
    of_canonical: dict[str, int] = {}
    for canonical, _ in short_forms:
        if canonical not in of_canonical:
            number += 1
            of_canonical[canonical] = number
    joined = {canonical: {*table[canonical], own} for canonical, own in of_canonical.items()}
    for canonical, groups_of in joined.items():
        table[canonical] |= groups_of
    for canonical, short in short_forms:
        table[short] |= joined[canonical]
    return {name: numbers for name, numbers in _with_latin(table).items() if numbers}


def _fetch(folder: Path) -> None:
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), *SOURCES]
    subprocess.run(command, check=True)  # noqa: S603 — our own list
    for wheel in folder.glob("*.whl"):
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(folder)


def _faker_names(folder: Path) -> tuple[set[str], set[str]]:
    """The given names of men and of women in every country that Faker knows."""
    sys.path.insert(0, str(folder))
    people: Any = importlib.import_module("faker.providers.person")
    men: set[str] = set()
    women: set[str] = set()
    for module in pkgutil.iter_modules(people.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for attribute in (name for name in dir(provider) if name.startswith("first_name")):
            values = getattr(provider, attribute)
            if callable(values) or "nonbinary" in attribute or attribute in ("first_names", "first_name_pairs"):
                continue
            if attribute.startswith("first_names_male") or "_male" in attribute:
                men |= _folded(values)
            elif attribute.startswith("first_names_female") or "_female" in attribute:
                women |= _folded(values)
    return men, women


def _folded(values: Iterable[object]) -> set[str]:
    names = {fold_accents(str(value)) for value in values if isinstance(value, str)}
    return {name for name in names if name and " " not in name}


def _pairs_of_list(path: Path) -> Iterator[tuple[str, str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        canonical, colon, shorts = line.partition(":")
        if colon and not line.startswith("#") and " " not in fold_accents(canonical):
            yield from ((fold_accents(canonical), fold_accents(short)) for short in shorts.split())


def _nicknames(folder: Path) -> Iterator[tuple[str, str]]:
    """The English nicknames: shorter than the name, made small, or spelled nearly like it; Rupert is none of Robert."""
    with (folder / "nicknames" / "names.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            canonical, nickname = fold_accents(row["name1"]), fold_accents(row["name2"])
            is_near = nickname[:_SAME_BEGINNING] == canonical[:_SAME_BEGINNING]
            if len(nickname) < len(canonical) or is_near or nickname.endswith(_SMALL_ENDINGS):
                yield canonical, nickname


def _japanese(folder: Path) -> Iterator[Group]:
    """A reading in kana and Latin letters, with each way to write it in Chinese characters a group of its own."""
    dataset = folder / "japanese_personal_name_dataset" / "dataset"
    for name in ("first_name_man_opti.csv", "first_name_woman_opti.csv"):
        with (dataset / name).open(encoding="utf-8", newline="") as file:
            for kana, latin, *characters in csv.reader(file):
                yield from (frozenset(map(fold_accents, (kana, latin, written))) for written in characters if written)


def _wikidata(folder: Path) -> Iterator[Group]:
    lines = (folder / "rigour" / "data" / "names" / "persons.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        forms = {fold_accents(form) for form in line.partition("=>")[0].split(",")}
        group = frozenset(form for form in forms if form and " " not in form)
        if 1 < len(group) <= _MOST_OF_ONE:
            yield group


def _largest(groups: Iterable[Group]) -> list[Group]:
    """The groups that are not part of another."""
    ordered = sorted(set(groups), key=lambda group: (-len(group), sorted(group)))
    kept: list[Group] = []
    by_name: defaultdict[str, list[Group]] = defaultdict(list)
    for group in ordered:
        rarest = min(group, key=lambda name: len(by_name[name]))
        if any(group <= other for other in by_name[rarest]):
            continue
        kept.append(group)
        for name in group:
            by_name[name].append(group)
    return kept


def _contradicts(pair: tuple[str, str], men: set[str], women: set[str]) -> bool:
    """Whether one name is only men's and the other only women's."""
    sexes = [(name in men) - (name in women) for name in pair]
    return sexes[0] * sexes[1] < 0


def _by_sex(group: Group, men: set[str], women: set[str]) -> Iterator[Group]:
    """The group; without its fewer men's or women's names where it holds both."""
    only_men = {name for name in group if name in men and name not in women}
    only_women = {name for name in group if name in women and name not in men}
    if not (only_men and only_women):
        yield group
        return
    for minority in (only_women, only_men):
        part = group - minority
        if len(part) > 1:
            yield part


def _with_latin(table: dict[str, set[int]]) -> dict[str, set[int]]:
    """The table with the transliteration of every name in another alphabet as one more name of its groups."""
    from anyascii import anyascii

    both = dict(table)
    for name, groups in table.items():
        letter = next((letter for letter in name if letter.isalpha()), "")
        if letter and unicodedata.name(letter, "").startswith(_ALPHABETS):
            latin = fold_accents(anyascii(name)).replace("'", "").replace("`", "")
            if latin and " " not in latin:
                both[latin] = both.get(latin, set()) | groups
    return both


if __name__ == "__main__":
    main()
