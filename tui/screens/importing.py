"""Taking in an archive: which one, how far it is, and what it brought."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar

from textual.binding import BindingType

from models import clock
from models.errors import PickyError
from models.importers.downloads import newest_archive
from models.importers.load import Run
from models.intake import ImportSummary

from ..keys import IMPORT, Key
from ..lines import BLANK, Line, Span, dim, line
from ..text import Shown, ago, count, join, number, say, shown, wrap
from .base import page_bindings
from .listing import ListingScreen
from .working import WorkingScreen

_PROBLEMS = 500
"""Rows that could not be read are listed up to here; a broken file has a hundred thousand of them."""
_EXAMPLE = "~/Downloads/Complete_LinkedInDataExport_….zip"


class ImportScreen(WorkingScreen, ListingScreen):
    """First a choice, then progress, then a summary."""

    HELP = """\
# Taking in an archive
The zip that LinkedIn sent, as it came; or its unpacked folder, or one CSV of it. The same archive twice
changes nothing, and a broken one changes nothing either. While it is read, Esc stops it and nothing is kept.
"""
    KEYS: ClassVar[tuple[Key, ...]] = IMPORT
    BINDINGS: ClassVar[list[BindingType]] = page_bindings(IMPORT)
    NAME = "import"

    def __init__(self) -> None:
        super().__init__()
        self._found: Path | None = None
        self._typed = ""
        self._outcome: ImportSummary | PickyError | None = None

    def on_mount(self) -> None:
        """Look for the newest archive, then draw."""
        self._found = newest_archive()
        self.draw()

    # Drawing

    def title_line(self) -> tuple[Line, Line]:
        """Plain."""
        return line(Span(Shown("Taking in an archive"), "title")), BLANK

    def body(self, cells: int, rows: int) -> list[Line]:
        """The choice, the progress or the summary."""
        if self.work:
            return _progress(self.work.told)
        if isinstance(self._outcome, ImportSummary):
            return _summary(self._outcome, cells)
        if self._outcome:
            return _failure(self._outcome, cells)
        return super().body(cells, rows)

    def above(self, cells: int) -> list[Line]:
        """How to come by an archive."""
        told = "" if self._found else "No LinkedIn archive lies in your download folders. "
        how = "On LinkedIn: Settings → Data privacy → Get a copy of your data; the larger archive takes a day."
        return [*(line(dim(say("  {}", each))) for each in wrap(shown(told + how), cells - 4)), BLANK]

    def length(self) -> int:
        """What was found, and another path."""
        return 2 if self._found else 1

    def entry(self, index: int, cells: int) -> Line:
        """An archive that was found; or a path to be typed."""
        if self._found and index == 0:
            return (Span(shown(_short(self._found))), dim(say("   {}", _age(self._found))))
        return line(Shown("another file or folder …") if self._found else Shown("a file or folder …"))

    def action_move(self, step: int) -> None:
        """Move the cursor; a summary stands still."""
        if self._outcome is None:
            super().action_move(step)

    def action_page(self, step: int) -> None:
        """Scroll a long summary."""
        self.top += step * max(self.page.size.height - 6, 1)
        self.draw()

    # Choosing and reading

    def action_choose(self) -> None:
        """Take in what is under the cursor; after the summary go home, after a failure choose again."""
        if isinstance(self._outcome, ImportSummary):
            self.picky.go_to("home")
        elif self._outcome:
            self._outcome = None
            self.draw()
        elif self._found and self.cursor == 0:
            self._take_in(self._found)
        else:
            self._ask_path()

    def finished(self, result: object) -> None:
        """Show what it brought, or why it brought nothing."""
        if isinstance(result, ImportSummary | PickyError):
            self._outcome = result
        self.top = 0
        self.draw()

    def _ask_path(self) -> None:
        from .forms import Field, LinesForm

        form = LinesForm(Shown("Which file or folder"), (Field("Path", _EXAMPLE, shown(self._typed)),))
        self.app.push_screen(form, self._typed_path)

    def _typed_path(self, lines: list[str] | None) -> None:
        if lines and lines[0].strip():
            self._typed = lines[0].strip()
            self._take_in(path_of(self._typed))

    def _take_in(self, path: Path) -> None:
        self.begin(lambda tell: self.workspace.import_files([path], tell))


def path_of(typed: str) -> Path:
    """The path that was typed; or dropped onto the terminal, which quotes it or escapes its blanks."""
    plain = typed.strip()
    if plain[:1] in ("'", '"') and plain[-1:] == plain[:1]:
        plain = plain[1:-1]
    path = Path(plain).expanduser()
    return path if path.exists() else Path(plain.replace("\\ ", " ")).expanduser()


def _short(path: Path) -> str:
    home = Path.home()
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)


def _age(path: Path) -> Shown:
    return ago(datetime.fromtimestamp(path.stat().st_mtime, UTC).date(), clock.today())


def _progress(told: dict[str, int]) -> list[Line]:
    """One line per file, each with the rows read so far."""
    lines = [
        line(shown(f"  {what:<28}"), dim(say("{} rows", number(rows)) if rows else Shown("")))
        for what, rows in told.items()
    ]
    return [*lines, BLANK, line(dim(Shown("  Esc stops it, and nothing is kept.")))]


def _failure(error: PickyError, cells: int) -> list[Line]:
    return [
        *(line(Span(say("  {}", each), "look")) for each in wrap(shown(error.sentence), cells - 4)),
        *(line(say("  {}", each)) for each in wrap(shown(error.hint), cells - 4)),
        BLANK,
        line(dim(Shown("  The store is as it was."))),
        line(Shown("  enter: choose again   esc: back")),
    ]


def _summary(summary: ImportSummary, cells: int) -> list[Line]:
    totals = summary.totals
    lines = [line(Span(say("  {}", each), "title")) for each in wrap(shown(summary.sentence), cells - 4)]
    lines += [BLANK, *(_run(run) for _, run in summary.runs), BLANK]
    if not summary.has_network:
        lines += [
            line(Span(Shown("  There is no network in this archive."), "look")),
            line(Shown("  LinkedIn sends that in a second mail, about a day later: take that one in when it comes.")),
            BLANK,
        ]
    lines += _problems(summary)
    held = (count(totals.connections, "connection"), count(totals.messages, "message"))
    return [
        *lines,
        line(dim(say("  The store holds {} and {}.", *held))),
        BLANK,
        line(Shown("  enter: home")),
    ]


def _run(run: Run) -> Line:
    news = [
        say("{} new", run.new) if run.new else Shown(""),
        say("{} changed", run.changed) if run.changed else Shown(""),
        say("{} gone", run.gone) if run.gone else Shown(""),
        say("{} hidden", run.hidden) if run.hidden else Shown(""),
    ]
    told = join(news) or Shown("nothing new")
    return (Span(shown(f"  {run.file:<28}")), dim(shown(f"{count(run.rows, 'row'):>12}   ")), Span(told))


def _problems(summary: ImportSummary) -> list[Line]:
    problems = summary.problems
    if not problems:
        return []
    lines = [line(Span(say("  {} could not be read", count(len(problems), "row")), "look"))]
    for problem in problems[:_PROBLEMS]:
        place = say("  {} line {}: ", shown(problem.file), shown(str(problem.row)))
        lines.append((dim(place), Span(shown(problem.why))))
    if len(problems) > _PROBLEMS:
        lines.append(line(say("  and {} more: picky import --json lists all", len(problems) - _PROBLEMS)))
    return [*lines, BLANK]
