"""Where a value of a person came from, in words and as lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.reports.provenance import Origin

from .lines import Line, Span, blanks, dim, line, width_of
from .text import Shown, clip, day, join, shown

_SAID_ABOVE = ("name", "company", "title")
_WIDE = 36


def from_where(origin: Origin) -> Shown:
    """Return the file, and its day."""
    return join([shown(origin.file), day(origin.on) if origin.on else Shown("")], ", ")


def origin_lines(origins: Sequence[Origin]) -> Iterator[Line]:
    """Yield a line for each value with its file and day, the ones that do not stand dim; none when the page says it all above."""
    if len({each.file for each in origins}) < 2 and all(each.field in _SAID_ABOVE for each in origins):
        return
    for each in origins:
        label = dim(shown(f"{each.field.capitalize() if each.stands else '':<10}"))
        value = clip(shown(each.value), _WIDE)
        told = Span(value) if each.stands else dim(value)
        yield line(label, told, blanks(_WIDE + 2 - width_of(line(value))), dim(from_where(each)))
