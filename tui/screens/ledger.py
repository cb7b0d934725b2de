"""The ledger: every introduction asked of you, those under way first; here an answer heard elsewhere is noted."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, LiteralString

from textual.binding import BindingType

from models import clock
from models.errors import PickyError
from models.introductions.states import State
from models.reports.ledger import LedgerEntry
from models.verbs import Verb

from ..bindings import Key
from ..keys import LEDGER
from ..lines import BLANK, Line, Span, dim, ends, line
from ..text import Shown, ago, clip, say, shown
from .base import page_bindings
from .listing import ListingScreen

WORDS: dict[State, LiteralString] = {
    State.ASKED: "you have not decided",
    State.DECLINED: "declined kindly",
    State.MENTIONED: "may mention your name",
    State.BLURB_ASKED: "you asked for a blurb",
    State.NO_REPLY: "left without a reply",
    State.NOT_A_REQUEST: "not a request",
    State.TO_ASK: "you are going to ask them",
    State.TARGET_ASKED: "you asked them, no answer yet",
    State.TARGET_YES: "they said yes: introduce them",
    State.TARGET_NO: "they said no",
    State.TARGET_SILENT: "no answer: closed",
    State.UNASKED: "you are going to introduce them, unasked",
    State.INTRODUCED: "introduced",
    State.CAME_OF_IT: "introduced",
}
"""Every state in a few words; “they” is the target."""


def standing_in_words(state: State, *, wrote: bool = False, answered: bool = False) -> Shown:
    """Return where an introduction stands, in a few words; whoever was asked may have written since, and so may you."""
    if answered and state is State.ASKED:
        return Shown("you answered it yourself")
    if wrote and state is State.TARGET_ASKED:
        return Shown("they wrote: was it a yes?")
    return say(WORDS[state])


def done_ago(on: date, export_date: date) -> Shown:
    """Return when something was: of what came after the newest export, only the user's own clock can say."""
    return ago(on, export_date if on <= export_date else clock.today())


class LedgerScreen(ListingScreen):
    """Every introduction asked of you."""

    HELP = """\
# The ledger of introductions
Those under way first. Did the target answer by phone, or over lunch? Right says they said yes, left that they said no.
"""
    KEYS: ClassVar[tuple[Key, ...]] = LEDGER
    BINDINGS: ClassVar[list[BindingType]] = page_bindings(LEDGER)
    NAME = "ledger"

    def __init__(self) -> None:
        super().__init__()
        self._entries: list[LedgerEntry] = []

    def on_mount(self) -> None:
        """Read, then draw."""
        self.reload()
        self.draw()

    def reload(self) -> None:
        """Read the ledger again."""
        self._entries = self.workspace.ledger()

    def title_line(self) -> tuple[Line, Line]:
        """Return how many are under way."""
        moving = sum(entry.is_under_way for entry in self._entries)
        told = say("{} under way", moving) if moving else Shown("none under way")
        return line(Span(Shown("Introductions"), "title")), line(dim(told))

    def length(self) -> int:
        """Return how many there are."""
        return len(self._entries)

    def entry(self, index: int, cells: int) -> Line:
        """Return who to whom, and where it stands."""
        held = self._entries[index]
        who = clip(say("{} → {}", clip(shown(held.asker), cells // 4), shown(held.target)), cells // 2)
        came = say(": {}", shown(held.came_of)) if held.came_of else Shown("")
        when = done_ago(held.since, self.workspace.context().export_date)
        told = say("{}{} · {}", standing_in_words(held.state, wrote=held.wrote, answered=held.is_answered), came, when)
        style: LiteralString = "title" if held.is_under_way else ""
        return ends(line(Span(who, style)), line(dim(told)), cells)

    def when_empty(self) -> list[Line]:
        """Nothing yet."""
        return [
            line(Span(Shown("  Nobody asked you for an introduction yet."), "title")),
            BLANK,
            line(Shown("  I on any card writes one down that you heard elsewhere")),
        ]

    def action_yes(self) -> None:
        """The target said yes."""
        self._answer(Verb.TARGET_YES)

    def action_no(self) -> None:
        """The target said no."""
        self._answer(Verb.TARGET_NO)

    def action_choose(self) -> None:
        """Everything about who asks."""
        if self._entries:
            self.picky.open_screen("person", self._entries[self.cursor].asker_id)

    def _answer(self, verb: Verb) -> None:
        if not self._entries:
            return
        held = self._entries[self.cursor]
        try:
            done = self.workspace.decide("intros", held.id, verb)
        except PickyError as error:
            self.complain(error)
            return
        self.reload()
        self.tell(say("{} · z takes it back", shown(done.sentence)))
