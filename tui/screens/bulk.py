"""A queue as a list, to do many: mark people, choose one verdict for all of them, confirm the count."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual import events
from textual.binding import BindingType

from models.decisions.bulk import Many
from models.decisions.snooze import LENGTHS
from models.decisions.verdicts import VERDICTS
from models.errors import PickyError
from models.queues.filters import NO_FILTER, Filter
from models.verbs import Verb

from ..bindings import Key
from ..driver import finger_for, on_screen
from ..key_table import verdict_of
from ..keys import LIST, REVIEW
from ..lines import BLANK, Line, Span, dim, line
from ..text import Shown, count, join, number, say, shown
from .base import page_bindings
from .filtering import FilteringScreen
from .list_rows import row
from .list_words import Chosen, left_out, offered, question
from .listing import ListingScreen
from .working import WorkingScreen


class ListScreen(WorkingScreen, FilteringScreen, ListingScreen):
    """One queue, line by line."""

    HELP = """\
# In a list
Mark people with space, a stretch of them with `v` at both ends, or all with `*`. Then `;`, a verdict key as on a
card (a digit before it gives the reason, or the length), and Enter after the count. Esc steps back. One `z` takes
it all back.
"""
    KEYS: ClassVar[tuple[Key, ...]] = LIST
    BINDINGS: ClassVar[list[BindingType]] = page_bindings(LIST)
    NAME = "list"

    def __init__(self, queue: str, wanted: Filter = NO_FILTER) -> None:
        super().__init__()
        self._queue = queue
        self.wanted = wanted
        self.marked: dict[int, None] = {}
        self._anchor: int | None = None
        self._is_armed = False
        self._digit = 0
        self._chosen: Chosen | None = None

    def on_mount(self) -> None:
        """Count, then draw."""
        self._finger = finger_for(self.app)
        self.use_filter(self.wanted)

    def use_filter(self, wanted: Filter) -> None:
        """Begin again, with the cards that this filter lets pass; nothing out of sight stays marked."""
        self.listing = self.workspace.listing(self._queue, wanted)
        self.cursor = 0
        self._let_go()

    def reload(self) -> None:
        """Read the list again."""
        self.listing.reload()

    # Drawing

    def title_line(self) -> tuple[Line, Line]:
        """Return the queue, its filter, and how many wait."""
        title = (Span(shown(self.listing.queue.title), "title"), *self.filter_told())
        return title, line(dim(say("list · {} open", number(self.listing.length))))

    def above(self, cells: int) -> list[Line]:
        """Return what is marked, and what the next key will do, in two lines."""
        if self._is_armed and not self._chosen and not self.work:
            because = say(", because “{}” or for that long", shown(self._reason())) if self._digit else Shown("")
            told = say("{}{}:", self._many(), because)
            return offered(told, VERDICTS[self._queue], cells)
        return [self._stage(), BLANK]

    def length(self) -> int:
        """Return how many cards are open."""
        return self.listing.length

    def entry(self, index: int, cells: int) -> Line:
        """Return whether it is marked, and the card in one line."""
        card = self.listing.card(index)
        if card is None:
            return line(dim(Shown("  decided meanwhile")))
        is_marked = card.subject in self.marked
        mark = Shown("✓ ") if is_marked else Shown("· ") if index in self._range() else Shown("  ")
        return (Span(mark, "yes"), *row(card, cells - 2))

    def when_empty(self) -> list[Line]:
        """Nothing waits, or nothing fits."""
        if self.wanted:
            return self.nothing_fits()
        return [
            line(Span(Shown("  Nothing waits here."), "title")),
            BLANK,
            line(Shown("  g h home · esc back")),
        ]

    def _stage(self) -> Line:
        if self.work:
            told = join([say("{} {}", number(done), shown(what)) for what, done in self.work.told.items()])
            return line(Span(say("  {}: at work … {}", self._many(), told), "look"))
        if self._chosen:
            return line(Span(question(self._chosen, self._many()), "look"), dim(Shown("   enter: yes · esc: no")))
        if self._anchor is not None:
            return line(Span(Shown("  Move to the other end, then v."), "look"))
        return line(say("  {} marked", self._many())) if self.marked else line(dim(Shown("  Nobody is marked.")))

    def _many(self) -> Shown:
        return count(len(self.marked), "person", "people")

    # Keys

    def on_key(self, event: events.Key) -> None:
        """While a verdict is being chosen or confirmed, no other key means what it meant before."""
        if self.work or self.is_too_small or not self._is_armed:
            return
        if self.means(event, "leave", "confirm", "app.quit", "app.help"):
            return
        event.stop()
        event.prevent_default()
        if self._chosen:
            self.tell(Shown("Enter does it, Esc does not."))
        else:
            self._choose(event.key)

    def action_mark(self) -> None:
        """Mark or unmark, and go on to the next."""
        subject = self.listing.subject(self.cursor)
        if subject in self.marked:
            del self.marked[subject]
        elif subject is not None:
            self.marked[subject] = None
        self.action_move(1)

    def action_range(self) -> None:
        """One end of a stretch, then the other."""
        if self._anchor is None:
            self._anchor = self.cursor
        else:
            ends = self._range()
            self.marked |= dict.fromkeys(self.listing.subjects(ends.start, ends.stop))
            self._anchor = None
        self.draw()

    def action_all(self) -> None:
        """Mark all that the filter lets pass; again, and nobody is."""
        if len(self.marked) == self.listing.length:
            self.marked.clear()
        else:
            self.marked = dict.fromkeys(self.listing.subjects(0, self.listing.length))
        self.draw()

    def action_arm(self) -> None:
        """Wait for the verdict."""
        if self.marked:
            self._is_armed = True
            self._anchor = None
            self.draw()
        else:
            self.tell(Shown("Nobody is marked yet: space marks a line, * all of them."))

    def action_confirm(self) -> None:
        """Give the verdict to all that are marked, if the key can have been about that question."""
        if self._chosen is None:
            self.tell(Shown("Mark people with space, then ; and a verdict."))
            return
        batch = self.picky.batch
        refusal = self._finger.accepts(batch.read_at, batch.keys, batch.in_paste)
        if refusal:
            self.tell(refusal.sentence)
            return
        self.begin(partial(self.listing.decide, list(self.marked), *self._chosen[1:]))

    def action_evidence(self) -> None:
        """Everything about this person."""
        card = self.listing.card(self.cursor) if self.listing.length else None
        if card:
            self.picky.open_screen("person", card.person)

    def action_card(self) -> None:
        """Back to cards."""
        self.picky.back()

    def action_leave(self) -> None:
        """A step back: from question, verdict, range, marks and filter, in this order; then to the cards."""
        if self.work:
            super().action_leave()
        elif self._chosen:
            self._chosen = None
        elif self._is_armed:
            self._digit, self._is_armed = 0, self._digit > 0
        elif self._anchor is not None:
            self._anchor = None
        elif self.marked:
            self.marked.clear()
        else:
            super().action_leave()
        self.draw()

    # Deciding

    def finished(self, result: object) -> None:
        """Say what was done, or why not."""
        self.listing.reload()
        if isinstance(result, PickyError):
            self._chosen = None
            self.complain(result)
        elif isinstance(result, Many):
            self._let_go()
            self.tell(join([shown(result.sentence), Shown("z takes it back"), *left_out(result)]))

    def _choose(self, pressed: str) -> None:
        own = self.workspace.settings.keys
        key = next((key for key in REVIEW if pressed in own.get(key.id, key.keys).split(",")), None)
        verb = verdict_of(key, self.listing.queue.verbs) if key else None
        if key and key.action == "digit":
            self._digit = int(pressed)
            self.draw()
        elif verb:
            is_later = verb is Verb.LATER
            self._chosen = Chosen(
                self._queue, verb, "" if is_later else self._reason(), self._length() if is_later else ""
            )
            painted = self._finger.turn()
            self.draw()
            on_screen(self.page, painted)
        else:
            self.tell(Shown("That key gives no verdict here. Esc leaves."))

    def _reason(self) -> str:
        return VERDICTS[self._queue].reasons[self._digit - 1] if self._digit else ""

    def _length(self) -> str:
        return list(LENGTHS)[self._digit - 1] if 0 < self._digit <= len(LENGTHS) else ""

    def _range(self) -> range:
        if self._anchor is None:
            return range(0)
        first, last = sorted((self._anchor, self.cursor))
        return range(first, last + 1)

    def _let_go(self) -> None:
        self.marked.clear()
        self._anchor = self._chosen = None
        self._is_armed, self._digit = False, 0
        self.draw()
