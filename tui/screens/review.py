"""Review: one card, one key, next card."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import BindingType

from models import clock
from models.decisions.snooze import LENGTHS
from models.decisions.verdicts import VERDICTS, spec_of
from models.errors import PickyError
from models.outcome_kinds import Verdict
from models.queues.base import Choosing, QueueCard
from models.queues.filters import Filter
from models.queues.session import ReviewSession, later_until
from models.verbs import Verb

if TYPE_CHECKING:
    from models.journal.undo import Reversal

from ..bindings import Key
from ..driver import finger_for, on_screen
from ..keys import REVIEW
from ..lines import BLANK, Frame, Line, Span, dim, ends, line, pad
from ..text import Shown, clip, day, join, number, say, shown
from ..widgets.card import LOW, TALL, face
from ..widgets.recommendation import arrow, end_of, recommended
from .base import page_bindings
from .filtering import FilteringScreen

_VERBS_BY_ACTION: dict[str, tuple[Verb, ...]] = {
    "card.ask": (Verb.ASK, Verb.BLURB),
    "card.mention": (Verb.MENTION,),
    "card.single": (Verb.INTRODUCE_UNASKED,),
    "card.reconnect": (Verb.RECONNECT,),
    "card.no_reply": (Verb.NO_REPLY,),
    "card.not_a_request": (Verb.NOT_A_REQUEST,),
    "card.pin": (Verb.PIN,),
}
_TURNING = ("yes", "no", "later", "skip", "back")
"""Actions that always end in a new picture."""
_ENOUGH_ROWS = 19
_PAUSE = 0.040
"""Seconds after a new card until what no card waits for is done: its picture goes out first."""


class ReviewScreen(FilteringScreen):
    """One queue, card by card."""

    HELP = """\
# On a card
Left is no, right is yes, down is later. The card says what each will do. Nothing is sent: what has to be done on
LinkedIn waits in the outbox. Everything can be undone, for ever.
"""
    KEYS: ClassVar[tuple[Key, ...]] = REVIEW
    BINDINGS: ClassVar[list[BindingType]] = page_bindings(REVIEW)

    def __init__(self, queue: str) -> None:
        super().__init__()
        self._queue = queue
        self._digit = 0
        self._last: tuple[Verdict, str, str] | None = None
        self.session: ReviewSession
        self.card: QueueCard | None = None

    def on_mount(self) -> None:
        """Begin the sitting and show the first card."""
        self.session = self.workspace.review(self._queue)
        self._finger = finger_for(self.app)
        self._turn()

    def use_filter(self, wanted: Filter) -> None:
        """Begin a sitting with the cards that this filter lets pass."""
        self.session = self.workspace.review(self._queue, wanted)
        self._turn()

    def reload(self) -> None:
        """Read the present card again."""
        self.session.recount()
        before, card = self.card, self.session.present()
        self.card = card.as_before(before) if card else None

    def show_again(self, reversal: Reversal) -> None:
        """Go to the card that an undo reopened."""
        mine = [subject for queue, subject in reversal.cards if queue == self._queue]
        if mine:
            self.session.go_to(min(mine))
        self._turn()

    # Drawing

    def title_line(self) -> tuple[Line, Line]:
        """Return the queue, and where one is in it."""
        title = (Span(shown(self.session.queue.title), "title"), *self.filter_told())
        opened = say("{} open", number(self.session.open)) if self.session.open is not None else Shown("")
        if self.card is None:
            return title, line(dim(opened))
        place = join([say("{} of {} in this sitting", self.session.position, self.session.length), opened], ", ")
        return title, line(dim(place))

    def body(self, cells: int, rows: int) -> list[Line]:
        """Return the card, the recommendation and the arrows; or the end of the sitting."""
        if self.card is None:
            summary = self.session.summary()
            return self.nothing_fits() if self.wanted and not summary.cards else end_of(summary)
        card = self.card
        tall = rows >= _ENOUGH_ROWS
        frame = Frame(cells)
        lines = [frame.top(), *map(frame.row, face(card, cells - 4, TALL if tall else LOW)), frame.bottom()]
        if tall:
            lines.append(BLANK)
        lines += recommended(card, cells, 4 if tall else 3)
        return [*lines, BLANK, self._arrows(card, cells)]

    def _arrows(self, card: QueueCard, cells: int) -> Line:
        third = cells // 3
        yes, no = card.arrows
        until = later_until(card, self._length())
        left = (Span(Shown(" ←  "), "no"), Span(arrow(no, card)))
        later = spec_of(card.queue, Verb.LATER).on_card.format(day(until.date(), clock.today()))
        middle = (Span(Shown("↓  "), "key"), Span(shown(later)))
        right = (Span(clip(arrow(yes, card), cells - 2 * third - 7)), Span(Shown("  →"), "yes"))
        return (*pad(left, third), *pad(middle, third), *ends((), right, cells - 2 * third))

    def footer_keys(self) -> tuple[Key, ...]:
        """This queue's own verdicts first."""
        return tuple(sorted(self.KEYS, key=lambda key: key.id not in _VERBS_BY_ACTION))

    def offers(self, key: Key) -> bool:
        """Return whether the key is a verdict of this queue, or none at all."""
        if key.action == "choose":
            return self._offers_choice
        if key.action.startswith("mark("):
            return self.session.queue.card_type.has_marks
        if key.action == "apart":
            return self._can_leave_out()
        verbs = _VERBS_BY_ACTION.get(key.id)
        return verbs is None or any(verb in self.session.queue.verbs for verb in verbs)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide verdicts that are not of this queue; grey those this card refuses."""
        if action == "verdict" and parameters:
            verb = Verb(str(parameters[0]))
            if verb not in self.session.queue.verbs:
                return False
            # A refused verdict still answers, with the sentence that says why.
        if action == "apart":
            return self._can_leave_out()
        if action == "mark":
            return self.session.queue.card_type.has_marks
        return action != "choose" or self._offers_choice

    @property
    def _offers_choice(self) -> bool:
        return self.session.queue.card_type.choosing is not None

    def _can_leave_out(self) -> bool:
        """Return whether someone on the card may be left out while the others are one."""
        return self.card is not None and self.card.can_leave_out

    # Keys

    def on_key(self, event: events.Key) -> None:
        """Enter at the end of a sitting goes on."""
        super().on_key(event)
        if self.card is None and event.key == "enter":
            self.workspace.hush(self._queue)  # between two sittings nobody waits for a card
            self.session.begin()
            self._turn()

    def is_going_to_draw(self, event: events.Key) -> bool:
        """Return a verdict brings the next card, or a sentence that says why not."""
        return self.card is not None and self.means(event, *_TURNING)

    def action_yes(self) -> None:
        """The first verdict of this queue; what came of it is chosen first."""
        if self.card is None:
            return
        yes, _ = self.card.arrows
        if yes is Verb.CAME:
            self.picky.choose_kind(self.card, self._decide)
        else:
            self._decide(yes)

    def action_no(self) -> None:
        """The second."""
        if self.card:
            self._decide(self.card.arrows[1])

    def action_later(self) -> None:
        """Put the card off."""
        self._decide(Verb.LATER)

    def action_ask(self) -> None:
        """Ask, in the way of this queue."""
        self._decide(Verb.BLURB if Verb.BLURB in self.session.queue.verbs else Verb.ASK)

    def action_verdict(self, verb: str) -> None:
        """A verdict by its name."""
        self._decide(Verb(verb))

    def action_same(self) -> None:
        """The last verdict again."""
        if self._last is None:
            self.tell(Shown("There is no last verdict yet."))
        elif self.card and self.card.offers(self._last[0]):
            self._decide(self._last[0], because=self._last[1], length=self._last[2])

    def action_skip(self) -> None:
        """On, undecided."""
        self.session.skip()
        self._turn()

    def action_back(self) -> None:
        """Back a card."""
        if self.session.back():
            self._turn()
        else:
            self.tell(Shown("This is the first card of the sitting."))

    def action_digit(self) -> None:
        """A length for later, a reason for any other verdict."""
        if self.picky.key.isdecimal() and self.card:
            self._digit = int(self.picky.key)
            because = VERDICTS[self._queue].reasons[self._digit - 1]
            self.draw()
            self.tell(say("{}: because “{}”, or later by the date shown. Esc clears.", self._digit, shown(because)))

    def action_leave(self) -> None:
        """Clear the digit, else back home."""
        if self._digit:
            self._digit = 0
            self.draw()
        else:
            super().action_leave()

    def action_evidence(self) -> None:
        """Everything behind the card."""
        if self.card and self.card.has_page:
            self.picky.open_screen("sheet", self.card)
        elif self.card:
            self.picky.open_screen("person", self.card.person)

    def action_copy(self) -> None:
        """The link, to the terminal's clipboard."""
        if self.card:
            self.picky.copy_link(self.card.slug)

    def action_open(self) -> None:
        """The profile, in a browser on this machine."""
        if self.card:
            self.picky.open_profile(self.card.slug)

    def action_list(self) -> None:
        """Many cards at once."""
        self.picky.open_screen("list", self._queue, self.wanted)

    def action_met(self) -> None:
        """Note a meeting with this person."""
        if self.card:
            self.picky.ask_met(self.card.person, self.card.name)

    def action_note(self) -> None:
        """Write a private note."""
        if self.card:
            self.picky.ask_remark(self.card.person, self.card.name, "note")

    def action_paste(self) -> None:
        """Paste profile text; rules read it, nothing is decided."""
        if self.card:
            self.picky.ask_remark(self.card.person, self.card.name, "profile")

    def action_choose(self) -> None:
        """Choose whose value stands for a field, once they are one; or whom a request means."""
        if self.card and self.card.choosing is Choosing.TARGET:
            self.picky.choose_target(self.card)
        elif self.card:
            self.picky.choose_value(self.card)

    def action_mark(self, kind: str) -> None:
        """Answer one of the four questions: three are about who asks, one is about whom they want to meet."""
        if self.card:
            self.picky.mark(self.card, kind)

    def action_apart(self) -> None:
        """Mark the next of several people as someone else; after the last, nobody."""
        if self.card:
            self.card = self.card.leaving_out_next()
            self.draw()
            left = join([shown(str(number)) for number in self.card.left_out], ", ")
            self.tell(say("{} is somebody else, if you say same.", left) if left else Shown("Nobody is left out."))

    def action_capture(self) -> None:
        """Write down a request for an introduction."""
        self.picky.ask_request(self.card.name if self.card else "")

    # Deciding

    def _decide(self, verb: Verdict, *, because: str = "", length: str = "") -> None:
        """Decide the card that is on the screen, if the key can have been about it."""
        card = self.card
        if card is None or not card.offers(verb):
            self.draw()
            return
        refusal = self._refused_key()
        if refusal:
            self.tell(refusal)
            return
        length = length or (self._length() if verb is Verb.LATER else "")
        because = because or (self._reason() if verb is not Verb.LATER else "")
        try:
            done = self.session.decide(card, verb, reason=because, length=length)
        except PickyError as error:
            self._finger.put_back()
            self.complain(error)
            return
        self._last, self._digit = (verb, because, length), 0
        self._turn(say("{} · z takes it back", shown(done.sentence)))

    def _refused_key(self) -> Shown | None:
        batch = self.picky.batch
        refusal = self._finger.accepts(batch.read_at, batch.keys, batch.in_paste)
        return refusal.sentence if refusal else None

    def _reason(self) -> str:
        return VERDICTS[self._queue].reasons[self._digit - 1] if self._digit else ""

    def _length(self) -> str:
        lengths = list(LENGTHS)
        return lengths[self._digit - 1] if 0 < self._digit <= len(lengths) else ""

    def _turn(self, notice: Shown = Shown("")) -> None:  # noqa: B008 — an immutable, empty text
        """Show the present card, and let no key decide it before it is on the screen."""
        self.card = self.session.present()
        self.top = 0
        painted = self._finger.turn()
        self.tell(notice)
        on_screen(self.page, painted)
        if self.app.is_headless:
            self.call_after_refresh(self._when_idle)
        else:
            self.set_timer(_PAUSE, self._when_idle)

    def _when_idle(self) -> None:
        """What no card waits for: how many are open, and what stands on the next one."""
        if self.session.open is None:
            self.session.recount()
            self.draw()
        self.session.look_ahead()
