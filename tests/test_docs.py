"""What the README says is what the code does."""

from __future__ import annotations

import re
from pathlib import Path

from tui import key_table

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def between(mark: str) -> str:
    """The generated part of the README between two marks."""
    found = re.search(rf"<!-- {mark} -->\n(.*?)\n?<!-- /{mark} -->", README, re.DOTALL)
    assert found, f"README.md has no <!-- {mark} --> … <!-- /{mark} -->"
    return found[1].strip()


def test_the_table_of_keys_is_the_keyboard() -> None:
    assert between("keys") == key_table.table()


def test_pictures_that_the_readme_shows_are_there() -> None:
    for path in re.findall(r"\]\((screenshots/[^)]+)\)|src=\"(screenshots/[^\"]+)\"", README):
        picture = Path(__file__).parents[1] / next(filter(None, path))
        assert picture.is_file(), picture


def test_keys_in_examples_of_the_readme_can_be_set() -> None:
    for name, pressed in re.findall(r'`"([a-z]+\.[a-z_]+)" = "([^"]+)"`', README):
        key_table.check({name: pressed})
