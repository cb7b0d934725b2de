"""A draft being edited, above the outbox: its text, and below it what it says and where each of that is known from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static, TextArea

from models.errors import PickyError
from models.outbox.draft_facts import slot_text
from models.outbox.drafts import Draft, gaps_in
from models.outbox.pending import PendingErrand
from models.outbox.templates import Voice, manner_of

from ..bindings import bindings
from ..keys import DRAFT
from ..text import Shown, clip, join, say, shown, whole
from .forms import Form, still


class Kept(NamedTuple):
    """What the user made of a draft."""

    text: str
    """Empty when it is what the template makes."""
    voice: str
    language: str


class Pen(NamedTuple):
    """What the form needs of the app."""

    languages: tuple[str, ...]
    """In which there is a template for this draft."""
    redraft: Callable[[str, str], Draft]
    """The draft in this voice and language."""
    editor: Callable[[str], str]
    """The text as it comes back from the user's own editor; raises `PickyError`."""


class DraftForm(Form[Kept]):
    """Edits a draft. Another voice or language makes it again, after a second press when it was edited."""

    AUTO_FOCUS = "TextArea"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(DRAFT)]
    DEFAULT_CSS = """
    DraftForm > Vertical { width: 78; height: 96%; }
    DraftForm TextArea { height: 1fr; min-height: 4; margin-bottom: 1; }
    DraftForm .title, DraftForm #manner, DraftForm #facts { text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self, todo: PendingErrand, pen: Pen) -> None:
        super().__init__()
        self._todo = todo
        self._pen = pen
        self._draft = todo.written
        self._text = whole(todo.draft)
        self._made = self._text if not todo.written.is_edited else self._template()
        self._asked: tuple[str, str] | None = None

    def compose(self) -> ComposeResult:
        """Title, how it is written, the text, the facts, hint."""
        with Vertical():
            title = say("{}: {}", shown(self._todo.title), shown(self._todo.name))
            yield Static(Content(title), classes="title")
            yield Static(Content(self._manner()), id="manner", classes="hint")
            yield still(TextArea(self._text, tab_behavior="focus", compact=True))
            yield Static(Content(self._facts()), id="facts", classes="hint")
            yield Static(Content(_keys()), id="keys", classes="hint")

    def on_text_area_changed(self) -> None:
        """Say again what is still to be filled in."""
        self.query_one("#manner", Static).update(Content(self._manner(self._area.text)))

    def action_keep(self) -> None:
        """Keep the text as it stands."""
        text = self._area.text.strip() if self._is_edited() else ""
        self.dismiss(Kept(text, self._draft.voice.value, self._draft.language))

    def action_voice(self) -> None:
        """The next voice."""
        self._remake("voice", _next([*Voice], self._draft.voice), self._draft.language)

    def action_language(self) -> None:
        """The next language in which there is a template."""
        self._remake("language", self._draft.voice, _next(self._pen.languages, self._draft.language))

    def action_editor(self) -> None:
        """Edit the text in the user's own editor, which has the terminal until it ends."""
        try:
            self._area.text = whole(self._pen.editor(self._area.text))
        except PickyError as error:
            self._tell(join((shown(error.sentence), shown(error.hint)), " "))

    def _remake(self, what: str, voice: str, language: str) -> None:
        """Make the draft again; edited text goes only when the same key says so twice."""
        if self._is_edited() and self._asked != (what, self._area.text):
            self._asked = (what, self._area.text)
            self._tell(
                say(
                    "You changed the text. The same key again makes it anew in {}, without your changes.",
                    shown(manner_of(voice, language)),
                )
            )
            return
        self._draft = self._pen.redraft(voice, language)
        self._made = self._template()
        self._area.text = self._made
        self._tell(_keys())
        self.query_one("#facts", Static).update(Content(self._facts()))

    def _is_edited(self) -> bool:
        return self._area.text.strip() != self._made.strip()

    def _template(self) -> Shown:
        """Return what voice and language make of it."""
        return whole(self._pen.redraft(self._draft.voice.value, self._draft.language).text)

    def _manner(self, text: str | None = None) -> Shown:
        text = self._text if text is None else text
        edited = Shown("edited") if text.strip() != self._made.strip() else Shown("")
        gaps = gaps_in(text)
        left = say("to fill in: {}", join([shown(gap) for gap in gaps], " ")) if gaps else Shown("")
        return join((shown(manner_of(self._draft.voice, self._draft.language)), edited, left))

    def _facts(self) -> Shown:
        facts, language = self._todo.facts, self._draft.language
        told = [
            _fact(slot, slot_text(slot, facts[slot].value, language), facts[slot].source)
            for slot in self._draft.slots
            if slot in facts
        ]
        return join(told, "\n") if told else Shown("Nothing on record goes into this draft.")

    def _tell(self, text: Shown) -> None:
        self.query_one("#keys", Static).update(Content(text))

    @property
    def _area(self) -> TextArea:
        return self.query_one(TextArea)


def _keys() -> Shown:
    return Shown("ctrl+d keep · ctrl+t voice · ctrl+l language · ctrl+e editor · esc leave")


def _fact(slot: str, value: str, source: str) -> Shown:
    name = shown(f"{slot.replace('_', ' '):<18}")
    return say("{}{}  ({})", name, clip(shown(value), 20), shown(source))


def _next(every: Iterable[str], present: str) -> str:
    """Return the one after the present one, round and round."""
    known = [str(each) for each in every]
    return known[(known.index(present) + 1) % len(known)] if present in known else known[0]
