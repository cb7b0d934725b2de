"""Taking in a file: which one, how far it is, what it would bring, and what it brought."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import ClassVar

from textual.binding import BindingType

from models import clock
from models.errors import PickyError, UsageError
from models.importers.archive import newest_archive
from models.importers.contacts.attendance import ListEvent
from models.importers.dry_run import Column, DryRun, TriedFile
from models.importers.summary import ImportSummary

from .. import import_page as page
from ..bindings import Key
from ..keys import IMPORT
from ..lines import BLANK, Line, Span, dim, line
from ..text import Shown, ago, clip, say, shown, wrap
from .base import page_bindings
from .listing import ListingScreen
from .working import WorkingScreen

_EXAMPLE = "~/Downloads/Complete_LinkedInDataExport_….zip"


class ImportScreen(WorkingScreen, ListingScreen):
    """First a choice, then what it would bring, with its columns to be looked at; then progress, then a summary."""

    HELP = """\
# Taking in a file
The zip that LinkedIn sent, as it came; its unpacked folder, or one CSV of it; an address book (.vcf, CSV); a list of
attendees. First you see what it would bring, and nothing is kept. `c` shows what each column of a list is taken for:
enter there changes it, and that is remembered for lists with the same header. `e` says at which event the people were,
`M` that you met them. Enter takes it in. The same file twice changes nothing, and a broken one changes nothing either.
"""
    KEYS: ClassVar[tuple[Key, ...]] = IMPORT
    BINDINGS: ClassVar[list[BindingType]] = page_bindings(IMPORT)
    NAME = "import"

    def __init__(self) -> None:
        super().__init__()
        self._found: Path | None = None
        self._typed = ""
        self._path = Path()
        self._tried: DryRun | None = None
        self._outcome: ImportSummary | PickyError | None = None
        self._occasion = ListEvent()
        self._corrections: dict[str, dict[str, str]] = {}
        self._at_columns = False

    def on_mount(self) -> None:
        """Look for the newest archive, then draw."""
        self._found = newest_archive()
        self.draw()

    # Drawing

    def title_line(self) -> tuple[Line, Line]:
        """Return what is being taken in, and that it is not kept yet."""
        if self._at_columns:
            title = say("What the columns of {} mean", clip(shown(self._column_at()[0].run.file), 30))
        elif self._tried and not self._outcome:
            title = say("Taking in {}", clip(shown(self._path.name), 40))
        else:
            title = Shown("Taking in a file")
        kept = line(dim(Shown("nothing is kept yet"))) if self._tried and not self._outcome else BLANK
        return line(Span(title, "title")), kept

    def body(self, cells: int, rows: int) -> list[Line]:
        """Return the choice, the progress, what it would bring, or what it brought."""
        if self.work:
            return page.progress(self.work.told)
        if isinstance(self._outcome, ImportSummary):
            return page.summary(self._outcome, cells)
        if self._outcome:
            return page.failure(self._outcome, cells)
        if self._tried and not self._at_columns:
            return page.dry_run(self._tried, self._occasion, cells)
        return super().body(cells, rows)

    def above(self, cells: int) -> list[Line]:
        """Return how to come by an archive; over columns, what they come to."""
        if self._at_columns:
            return [*page.over_columns(self._column_at()[0], cells), BLANK]
        told = "" if self._found else "No LinkedIn archive lies in your download folders. "
        how = "On LinkedIn: Settings → Data privacy → Get a copy of your data; the larger archive takes a day."
        return [*(line(dim(say("  {}", each))) for each in wrap(shown(told + how), cells - 4)), BLANK]

    def length(self) -> int:
        """Return what was found, and another path; or the columns."""
        if self._at_columns:
            return len(self._columns())
        return 2 if self._found else 1

    def entry(self, index: int, cells: int) -> Line:
        """Return a column; or an archive that was found, or a path to be typed."""
        if self._at_columns:
            return page.column_line(self._columns()[index][1], cells)
        if self._found and index == 0:
            return (Span(shown(_short(self._found))), dim(say("   {}", _age(self._found))))
        return line(Shown("another file or folder …") if self._found else Shown("a file or folder …"))

    def footer_keys(self) -> tuple[Key, ...]:
        """Enter says what it will do here."""
        label = "change" if self._at_columns else "take it in" if self._tried and not self._outcome else "choose"
        return tuple(key._replace(label=label) if key.id == "import.choose" else key for key in self.KEYS)

    def offers(self, key: Key) -> bool:
        """Columns, event and meeting belong to what is about to be taken in."""
        if key.id == "import.columns":
            return bool(self._is_trying and self._columns())
        return key.id not in ("import.event", "import.met") or self._is_about_people

    @property
    def _is_trying(self) -> bool:
        return self._tried is not None and self._outcome is None and self.work is None

    @property
    def _is_about_people(self) -> bool:
        return bool(self._is_trying and self._tried and not all(each.is_of_the_export for each in self._tried.files))

    # Moving

    def action_move(self, step: int) -> None:
        """Move the cursor; what would come in is scrolled, and a summary stands still."""
        if self._is_trying and not self._at_columns:
            self.top = max(self.top + step, 0)
            self.draw()
        elif self._outcome is None:
            super().action_move(step)

    def action_page(self, step: int) -> None:
        """Scroll what is long."""
        rows = max(self.page.size.height - 6, 1)
        if self._at_columns:
            self.cursor += step * rows
        else:
            self.top += step * rows
        self.draw()

    def action_leave(self) -> None:
        """From the columns to what it would bring, from there to the choice, and out."""
        if self.work or self._outcome or not self._tried:
            super().action_leave()
        elif self._at_columns:
            self._show_columns(open_them=False)
        else:
            self._start_over()
            self.tell(Shown("Nothing of it was kept."))

    # Choosing, trying and taking in

    def action_choose(self) -> None:
        """Try what is under the cursor; take it in once seen; change a column; go home; after a failure choose again."""
        if isinstance(self._outcome, ImportSummary):
            self.picky.go_to("home")
        elif self._outcome:
            self._start_over()
        elif self._at_columns:
            self._ask_field()
        elif self._tried:
            self._take_in(self._tried)
        elif self._found and self.cursor == 0:
            self._try(self._found)
        else:
            self._ask_path()

    def action_columns(self) -> None:
        """Look at the columns, or back."""
        if self._is_trying and self._columns():
            self._show_columns(open_them=not self._at_columns)

    def action_event(self) -> None:
        """Ask at which event they were."""
        if self._is_about_people and self._tried:
            visit = next((each.run.visit for each in self._tried.files if each.run.visit), None)
            name = self._occasion.event or (visit.event if visit else "")
            on = self._occasion.on.isoformat() if self._occasion.on else (visit.on if visit else "") or ""
            self._ask_event(name, on, self._occasion.place)

    def action_met(self) -> None:
        """You met them there; or they were there too."""
        if not self._is_about_people or not self._tried:
            return
        if not self._occasion.event and not any(each.run.visit for each in self._tried.files):
            self.tell(Shown("At which event? e says so first."))
        else:
            self._occasion = self._occasion._replace(met=not self._occasion.met)
            self._try(self._path)

    def finished(self, result: object) -> None:
        """Show what it would bring or brought, or why it brought nothing."""
        if isinstance(result, DryRun):
            self._tried = result
            if any(tried.lacks_people for tried in result.files) and not self._at_columns:
                self._show_columns(open_them=True)
        elif isinstance(result, ImportSummary | PickyError):
            self._outcome, self._at_columns = result, False
        if not self._at_columns:
            self.top = 0
        self.draw()

    def _ask_path(self) -> None:
        from .forms import Field, LinesForm

        form = LinesForm(Shown("Which file or folder"), (Field("Path", _EXAMPLE, shown(self._typed)),))
        self.app.push_screen(form, self._typed_path)

    def _typed_path(self, lines: list[str] | None) -> None:
        if lines and lines[0].strip():
            self._typed = lines[0].strip()
            self._try(path_of(self._typed))

    def _try(self, path: Path) -> None:
        self._path = path
        occasion, corrections = self._occasion, dict(self._corrections)
        self.begin(lambda tell: self.workspace.try_files([path], tell, occasion, corrections))

    def _take_in(self, tried: DryRun) -> None:
        if any(each.lacks_people for each in tried.files):
            self.tell(Shown("Nobody is found in it yet. c: say which column is the name."))
        elif tried.summary.is_news:
            path, occasion, corrections = self._path, self._occasion, dict(self._corrections)
            self.begin(lambda tell: self.workspace.import_files([path], tell, occasion, corrections=corrections))
        else:
            self.tell(Shown("There is nothing in it that picky does not know already."))

    def _start_over(self) -> None:
        self._tried = self._outcome = None
        self._occasion, self._corrections = ListEvent(), {}
        self._at_columns, self.cursor, self.top = False, 0, 0
        self.draw()

    # Columns and event

    def _columns(self) -> list[tuple[TriedFile, Column]]:
        files = self._tried.files if self._tried else ()
        return [(tried, column) for tried in files for column in tried.columns]

    def _column_at(self) -> tuple[TriedFile, Column]:
        columns = self._columns()
        return columns[max(0, min(self.cursor, len(columns) - 1))]

    def _show_columns(self, *, open_them: bool) -> None:
        self._at_columns, self.cursor, self.top = open_them, 0, 0
        self.draw()

    def _ask_field(self) -> None:
        from .forms import PickForm

        _, column = self._column_at()
        title = say("What “{}” means", clip(shown(column.name), 40))
        self.app.push_screen(PickForm(title, page.field_options(), column.field), self._field_told)

    def _field_told(self, field: str | None) -> None:
        if field is not None:
            tried, column = self._column_at()
            said = {**tried.told, column.name: field}
            if field == page.UNTOLD:
                del said[column.name]
            self._corrections[tried.mark] = said
            self._try(self._path)

    def _ask_event(self, name: str, on: str, place: str) -> None:
        from .forms import Field, LinesForm

        fields = (
            Field("Event", "PyCon DE", shown(name)),
            Field("Day", "2026-05-14", shown(on)),
            Field("Place", "Berlin", shown(place)),
        )
        self.app.push_screen(LinesForm(Shown("Where they were"), fields), self._event_told)

    def _event_told(self, lines: list[str] | None) -> None:
        if lines is None:
            return
        name, when, place = (text.strip() for text in lines)
        try:
            on = date.fromisoformat(when) if when else None
        except ValueError:
            self.complain(UsageError(f"“{when}” is no day.", "Write it as 2026-05-14."))
            self._ask_event(name, when, place)
            return
        self._occasion = ListEvent(name, on, place, self._occasion.met)
        self._try(self._path)


def path_of(typed: str) -> Path:
    """Return the path that was typed; or dropped onto the terminal, which quotes it or escapes its blanks."""
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
