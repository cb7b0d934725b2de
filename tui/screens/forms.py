"""Small forms above a screen: a few labelled lines, or a field for longer text. Esc keeps nothing."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, LiteralString, NamedTuple, TypeVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static, TextArea

from models.decisions.capture import NewEncounter
from models.errors import UsageError
from models.queues.duplicates import Choice

from ..bindings import bindings
from ..keys import CHOICES, FORM
from ..lines import blanks, line, width_of
from ..text import Shown, clip, join, say, shown

Answer = TypeVar("Answer")
Typed = TypeVar("Typed", Input, TextArea)


_ROWS, _WIDE = 14, 28
"""Values of a choice that are seen at once, and how much of each."""


class Field(NamedTuple):
    """A line of a form: its label, an example, and what stands there already."""

    label: LiteralString
    example: LiteralString = ""
    value: Shown = Shown("")


class Form(ModalScreen[Answer | None]):
    """A box above the page."""

    DEFAULT_CSS = """
    Form { align: center middle; background: $background 60%; }
    Form > Vertical {
        width: 72; max-width: 96%; height: auto; max-height: 96%;
        border: round $foreground-muted; padding: 0 1; background: $background;
    }
    Form Input { margin-bottom: 1; background: $surface; }
    Form TextArea { height: 12; background: $surface; }
    Form .title { text-style: bold; }
    Form .hint { color: $text-muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(FORM)]

    def action_cancel(self) -> None:
        """Leave without keeping anything."""
        self.dismiss(None)


class LinesForm(Form[list[str]]):
    """Asks for one or a few lines; gives them as typed, or `None`."""

    AUTO_FOCUS = "Input"

    def __init__(self, title: Shown, fields: tuple[Field, ...]) -> None:
        super().__init__()
        self._title = title
        self._fields = fields

    def compose(self) -> ComposeResult:
        """Title, labelled lines, hint."""
        with Vertical():
            yield Static(Content(self._title), classes="title")
            for field in self._fields:
                if len(self._fields) > 1:
                    yield Static(Content(shown(field.label)), classes="hint")
                yield still(Input(field.value, placeholder=field.example, select_on_focus=False, compact=True))
            yield Static(Content(shown("enter: keep · tab: next line · esc: leave")), classes="hint")

    def on_input_submitted(self) -> None:
        """Enter in any line keeps the form."""
        self.action_keep()

    def action_keep(self) -> None:
        """Keep the lines."""
        self.dismiss([line.value for line in self.query(Input)])


class TextForm(Form[str]):
    """Asks for longer text: a note, or a pasted profile. Line breaks are kept; no key in a paste does anything."""

    AUTO_FOCUS = "TextArea"

    def __init__(self, title: Shown) -> None:
        super().__init__()
        self._title = title

    def compose(self) -> ComposeResult:
        """Title, field, hint."""
        with Vertical():
            yield Static(Content(self._title), classes="title")
            yield still(TextArea("", tab_behavior="focus", compact=True))
            yield Static(Content(shown("ctrl+d: keep · esc: leave")), classes="hint")

    def action_keep(self) -> None:
        """Keep the text."""
        self.dismiss(self.query_one(TextArea).text)


class ChoiceForm(Form[Choice]):
    """Asks which value of a field stands: one line for each, under its field."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CHOICES)]

    def __init__(self, title: Shown, choices: tuple[Choice, ...]) -> None:
        super().__init__()
        self._title = title
        self._choices = choices
        self._at = 0

    def compose(self) -> ComposeResult:
        """Title, the values, hint."""
        with Vertical():
            yield Static(Content(self._title), classes="title")
            yield Static(Content(self._listed()), id="choices")
            yield Static(Content(shown("enter: let it stand · ↑ ↓: move · esc: leave")), classes="hint")

    def action_move(self, by: int) -> None:
        """The line above or below."""
        self._at = min(max(self._at + by, 0), len(self._choices) - 1)
        self.query_one("#choices", Static).update(Content(self._listed()))

    def action_choose(self) -> None:
        """Let the value under the cursor stand."""
        self.dismiss(self._choices[self._at])

    def action_keep(self) -> None:
        """The same."""
        self.action_choose()

    def _listed(self) -> Shown:
        """Return the lines around the cursor; `●` marks what stands now."""
        first = max(min(self._at - _ROWS // 2, len(self._choices) - _ROWS), 0)
        lines = []
        for at, choice in enumerate(self._choices[first : first + _ROWS], start=first):
            cursor, stands = Shown("▸" if at == self._at else " "), Shown("●" if choice.stands else "○")
            label = shown(f"{choice.field.capitalize():<9}")
            value, source = clip(shown(choice.value), _WIDE), clip(shown(choice.source), 20)
            gap = blanks(_WIDE + 2 - width_of(line(value)))
            lines.append(say("{} {} {} {}{}{}", cursor, stands, label, value, gap, source))
        return join(lines, "\n")


class PickForm(Form[str]):
    """Asks for one of a few things; gives its name, or `None`."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CHOICES)]

    def __init__(self, title: Shown, options: tuple[tuple[str, Shown], ...], stands: str) -> None:
        super().__init__()
        self._title = title
        self._options = options
        self._stands = stands
        self._at = next((at for at, (name, _) in enumerate(options) if name == stands and name), 0)

    def compose(self) -> ComposeResult:
        """Title, the options, hint."""
        with Vertical():
            yield Static(Content(self._title), classes="title")
            yield Static(Content(self._listed()), id="options")
            yield Static(Content(shown("enter: choose · ↑ ↓: move · esc: leave")), classes="hint")

    def action_move(self, by: int) -> None:
        """The line above or below; from the last on to the first."""
        self._at = (self._at + by) % len(self._options)
        self.query_one("#options", Static).update(Content(self._listed()))

    def action_choose(self) -> None:
        """What is under the cursor."""
        self.dismiss(self._options[self._at][0])

    def action_keep(self) -> None:
        """The same."""
        self.action_choose()

    def _listed(self) -> Shown:
        first = max(min(self._at - _ROWS // 2, len(self._options) - _ROWS), 0)
        lines = []
        for at, (name, told) in enumerate(self._options[first : first + _ROWS], start=first):
            cursor, stands = Shown("▸" if at == self._at else " "), Shown("●" if name == self._stands else "○")
            lines.append(say("{} {} {}", cursor, stands, told))
        return join(lines, "\n")


def still(field: Typed) -> Typed:
    """Return a blinking cursor would send bytes down the line for ever."""
    field.cursor_blink = False
    return field


MET = (
    Field("Who", "Ana K, Acme, pricing talk"),
    Field("Where", "PyCon DE"),
    Field("When", "2026-05-14; today when empty"),
    Field("Impression", "liked, neutral or not again"),
    Field("Note", "what you talked about"),
)
REQUEST = (
    Field("Who asks", "Nils Ito"),
    Field("For whom", "Vera Haddad"),
    Field("In their words", "could you put me in touch …"),
)


def met_in(lines: list[str]) -> NewEncounter:
    """Return the meeting that the form `MET` describes; raises `UsageError` for a day or impression that is none."""
    who, event, when, impression, note = (text.strip() for text in lines)
    name, *rest = (part.strip() for part in who.split(",", 2))
    told = impression.replace(" ", "_").lower()
    if told not in ("", "liked", "neutral", "not_again"):
        raise UsageError(f"“{impression}” is no impression.", "Write liked, neutral or not again.")
    try:
        on = date.fromisoformat(when) if when else None
    except ValueError as error:
        raise UsageError(f"“{when}” is no day.", "Write it as 2026-05-14.") from error
    company = rest[0] if rest else ""
    return NewEncounter(name, company, note or (rest[1] if len(rest) > 1 else ""), event, on, told)
