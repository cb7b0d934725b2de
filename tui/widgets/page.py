"""One widget that draws whole pages of lines and, when they change, repaints only the cells that differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from ..lines import Line, stretch

_MEANINGS = ("title", "dim", "yes", "no", "look", "key", "frame", "cursor")


class Page(Widget):
    """Lines of spans, top to bottom. Cheap to change: a decided card sends only its changed cells down the line."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"page--{meaning}" for meaning in _MEANINGS}
    DEFAULT_CSS = """
    Page { width: 1fr; height: 1fr; }
    Page > .page--title { text-style: bold; }
    Page > .page--dim { color: $text-muted; }
    Page > .page--yes { color: $text-success; text-style: bold; }
    Page > .page--no { color: $text-error; text-style: bold; }
    Page > .page--look { color: $text-warning; text-style: bold; }
    Page > .page--key { text-style: bold; }
    Page > .page--frame { color: $foreground-muted; }
    Page > .page--cursor { text-style: reverse; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines: list[Line] = []
        self._strips: list[Strip] = []
        self._styles: dict[str, Style] = {}

    @property
    def text(self) -> str:
        """The page as plain text, for tests and the copy of a screen."""
        return "\n".join("".join(span.text for span in line).rstrip() for line in self._lines)

    def show(self, lines: Sequence[Line]) -> None:
        """Draw these lines in place of the present ones."""
        if not self._styles:
            self._learn_styles()
        held, strips, changed = self._lines, self._strips, list[Region]()
        self._lines, self._strips = list(lines), []
        for y, line in enumerate(self._lines):
            if y < len(held) and line == held[y]:
                self._strips.append(strips[y])
                continue
            first, last = stretch(held[y], line) if y < len(held) else (0, self.size.width)
            # Textual repaints whole segments, so the row is cut where the change begins and ends.
            self._strips.append(_cut(self._strip(line), first, last))
            changed.append(Region(first, y, min(last, self.size.width) - first, 1))
        changed += [Region(0, y, self.size.width, 1) for y in range(len(lines), len(held))]
        if changed:
            self.refresh(*changed)

    def render_line(self, y: int) -> Strip:
        """Return the strip of one row."""
        if not self._styles:
            self._restyle()
        blank = self._styles[""]
        if y >= len(self._strips):
            return Strip.blank(self.size.width, blank)
        return self._strips[y].adjust_cell_length(self.size.width, blank)

    def notify_style_update(self) -> None:
        """The theme changed. What the classes mean is known only after this: they are looked up when painting."""
        super().notify_style_update()
        self._styles.clear()

    def _restyle(self) -> None:
        self._learn_styles()
        self._strips = [self._strip(line) for line in self._lines]

    def _learn_styles(self) -> None:
        """Mix each meaning's colour with the background now: a page paints strips, and those know no opacity."""
        # A terminal's own colours cannot be mixed, only dimmed.
        faint = Style(dim=True) if self.app.current_theme.ansi else Style()
        self._styles = {"": self.rich_style}
        for meaning in _MEANINGS:
            style = self.get_component_rich_style(f"page--{meaning}")
            self._styles[meaning] = style + faint if meaning in ("dim", "frame") else style

    def _strip(self, line: Line) -> Strip:
        styles = self._styles
        return Strip([Segment(span.text, styles[span.style]) for span in line if span.text])


def _cut(strip: Strip, first: int, last: int) -> Strip:
    cuts = [cell for cell in (first, last) if 0 < cell < strip.cell_length]
    return Strip.join(strip.divide([*cuts, strip.cell_length])) if cuts else strip
