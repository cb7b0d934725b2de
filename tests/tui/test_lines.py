"""Which cells of a row have to be drawn again."""

from __future__ import annotations

import pytest

from tui.lines import BLANK, Line, Span, line, stretch
from tui.text import Shown


def _cells(old: Line, new: Line) -> range:
    return range(*stretch(old, new))


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("│ Ann Lee          3 │", "│ Ann Roe          3 │", range(6, 9)),
        ("│ Ann Lee          3 │", "│ Ann Lee          4 │", range(19, 20)),
        ("aaaa", "aaaaa", range(4, 5)),
        ("│ 李 Lee │", "│ 王 Lee │", range(2, 4)),
        ("caf\N{LATIN SMALL LETTER E} x", "cafe\N{COMBINING ACUTE ACCENT} x", range(3, 4)),
    ],
)
def test_only_what_differs_is_drawn_again(old: str, new: str, changed: range) -> None:
    found = _cells(line(Shown(old)), line(Shown(new)))
    assert set(changed) <= set(found)
    assert len(found) <= len(changed) + 2, "a letter more on each side is enough"


def test_a_longer_row_is_wiped_to_its_end() -> None:
    assert _cells(line(Shown("Ann Lee, Acme")), line(Shown("Ann Lee"))).stop == 13
    assert _cells(line(Shown("Ann Lee")), BLANK) == range(7)


def test_another_meaning_is_another_picture() -> None:
    plain, meant = (Span(Shown("a")), Span(Shown("bcd")), Span(Shown("e"))), (
        Span(Shown("a")), Span(Shown("bcd"), "yes"), Span(Shown("e")),
    )  # fmt: skip
    assert set(range(1, 4)) <= set(_cells(plain, meant))
