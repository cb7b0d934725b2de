"""A chart as an inline picture, with its title and its text for whoever does not see it."""

from __future__ import annotations

from html import escape

from ..text import Shown, clip, join
from .parts import Number, Part

_WIDE, _ROW, _TOP = 480, 24, 4
_FROM, _TO = 150, 350
_LABEL = 20
"""Letters of a label; the table has all of it."""


def picture(part: Part, name: str) -> str:
    """Return the chart; `name` is unique in the page."""
    height = _TOP * 2 + _ROW * len(part.numbers) + (_ROW if part.has_rates else 0)
    bars = "".join(_bar(part, each, _TOP + _ROW * at) for at, each in enumerate(part.numbers))
    scale = _scale(_TOP + _ROW * len(part.numbers)) if part.has_rates else ""
    return (
        f'<svg role="img" aria-labelledby="{name}-title {name}-text" viewBox="0 0 {_WIDE} {height}">'
        f'<title id="{name}-title">{escape(part.title)}</title><desc id="{name}-text">{escape(_told(part))}</desc>'
        f"{scale}{bars}</svg>"
    )


def _told(part: Part) -> str:
    """Return the chart in words; it is short enough to be listened to."""
    return ". ".join([*(each.words for each in part.numbers[:8]), part.proves])


def _bar(part: Part, number: Number, top: int) -> str:
    middle = top + _ROW // 2
    label = _text(_FROM - 8, middle, clip(number.label, _LABEL), "end", is_look=number.is_look)
    if number.rate is None:
        drawn = _rect(top, number.many / part.most)
        return label + drawn + _text(_TO + 8, middle, join([Shown(f"{number.many:,}"), number.note]), "start")
    if not number.rate.enough:
        return label + _text(_FROM + 8, middle, number.value, "start", is_dim=True)
    return label + _share(number, top) + _text(_TO + 8, middle, number.value, "start")


def _share(number: Number, top: int) -> str:
    """Return a bar up to the share, its interval over it, and where the way would be barred."""
    assert number.rate is not None
    value, low, high, *_ = number.rate
    middle = top + _ROW // 2
    limit = _line(_x(number.bar), top, _x(number.bar), top + _ROW, "limit") if number.bar is not None else ""
    whisker = _line(_x(low), middle, _x(high), middle, "whisker")
    ends = "".join(_line(_x(at), middle - 4, _x(at), middle + 4, "whisker") for at in (low, high))
    return f'{_rect(top, value)}{limit}{whisker}{ends}<circle class="value" cx="{_x(value)}" cy="{middle}" r="3"/>'


def _scale(top: int) -> str:
    """From nothing to all, under the bars."""
    edge = _line(_FROM, _TOP, _FROM, top, "edge") + _line(_FROM, top, _TO, top, "edge")
    marks = zip((0.0, 0.5, 1.0), (Shown("0%"), Shown("50%"), Shown("100%")), strict=True)
    return edge + "".join(_text(_x(at), top + _ROW // 2, mark, "middle", is_dim=True) for at, mark in marks)


def _x(share: float) -> str:
    return f"{_FROM + (_TO - _FROM) * share:g}"


def _rect(top: int, share: float) -> str:
    return f'<rect class="bar" x="{_FROM}" y="{top + 5}" width="{(_TO - _FROM) * share:g}" height="{_ROW - 10}"/>'


def _line(x1: object, y1: int, x2: object, y2: int, kind: str) -> str:
    return f'<line class="{kind}" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"/>'


def _text(x: object, y: int, text: Shown, anchor: str, *, is_dim: bool = False, is_look: bool = False) -> str:
    kind = ' class="dim"' if is_dim else ' class="look"' if is_look else ""
    return f'<text{kind} x="{x}" y="{y}" dy=".35em" text-anchor="{anchor}">{escape(text)}</text>'
