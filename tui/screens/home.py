"""Home: what waits, what is left to do, what the newest export brought. Numbers of people are never an achievement."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import ClassVar

from textual.binding import BindingType

from models import clock
from models.reports.home import HomePage
from models.signals import Band

from ..bindings import Key
from ..keys import GO, HOME
from ..lines import BLANK, Line, Span, dim, line, pad
from ..text import Shown, age, ago, count, day, join, number, say, shown, wrap
from .base import PageScreen, page_bindings

_TITLES = dict(GO.values())
_THREE = 3
_SHORTCUT = {name: key for key, (name, _) in GO.items()}


class HomeScreen(PageScreen):
    """The front page."""

    HELP = """\
# Home
What waits for you, and what is left to do by hand. Enter opens the line under the cursor.
"""
    KEYS: ClassVar[tuple[Key, ...]] = HOME
    BINDINGS: ClassVar[list[BindingType]] = page_bindings(HOME)
    NAME = "home"

    def __init__(self) -> None:
        super().__init__()
        self._front = HomePage(None)
        self._cursor = 0

    def on_mount(self) -> None:
        """Read, then draw."""
        self.reload()
        self.draw()

    def reload(self) -> None:
        """Read the front page again."""
        self._front = self.workspace.front()

    def title_line(self) -> tuple[Line, Line]:
        """Return the name, and how old the export is."""
        title = line(Span(Shown("picky"), "title"))
        exported = self._front.export_date
        if exported is None:
            return title, BLANK
        today = clock.today()
        old = say("export of {} · {}", day(exported), _old(age(exported, today)) if exported < today else Shown("new"))
        return title, line(dim(old))

    def body(self, cells: int, rows: int) -> list[Line]:
        """Queues, outbox, news."""
        if self._front.is_empty:
            return _nothing_here()
        lines: list[Line] = [line(Span(Shown("  Waiting for you"), "title"))]
        places = self._places()
        for index, (name, waiting, detail) in enumerate(places):
            if name == "outbox":
                lines += [BLANK, line(Span(Shown("  Left to do on LinkedIn"), "title"))]
            lines.append(self._entry(name, waiting, detail, cells, has_cursor=index == self._cursor))
        lines += self._news(cells)
        return lines if len(lines) <= rows else [each for each in lines if each]

    def _entry(self, name: str, waiting: int, detail: Shown, cells: int, *, has_cursor: bool) -> Line:
        mark = Span(Shown("  ▸ "), "key") if has_cursor else Span(Shown("    "))
        title = _TITLES.get(name, "Outbox")
        head = (mark, Span(say("{}{}   ", shown(f"{title:<15}"), shown(f"{number(waiting):>7}"))), dim(detail))
        return (*pad(head, cells - 4), Span(say("g {}", shown(_SHORTCUT[name])), "key"))

    def _places(self) -> list[tuple[str, int, Shown]]:
        front = self._front
        details: dict[str, Callable[[], Shown]] = {
            "invites": lambda: say("{} you met", front.met_inviters) if front.met_inviters else Shown(""),
            "intros": lambda: self._oldest(front.oldest_request),
            "stale": self._quiet_detail,
            "sent": lambda: self._oldest(front.oldest_sent),
            "replies": lambda: self._oldest(front.oldest_reply),
        }
        places = [(held.name, held.open, details.get(held.name, Shown)()) for held in front.counts]
        staged = say("{}, not confirmed yet", count(front.errands_staged, "removal staged", "removals staged"))
        errands = front.errands_open + front.errands_staged
        return [*places, ("outbox", errands, staged if front.errands_staged else Shown(""))]

    def _oldest(self, day: date | None) -> Shown:
        exported = self._front.export_date
        return say("the oldest {}", ago(day, exported)) if day and exported else Shown("")

    def _quiet_detail(self) -> Shown:
        quiet = self._front.quiet
        never, met = quiet.get(Band.NEVER, 0), quiet.get(Band.MET, 0)
        return join(
            [say("{} never wrote", never) if never else Shown(""), say("{} only met", met) if met else Shown("")]
        )

    def _news(self, cells: int) -> list[Line]:
        front, lines = self._front, list[Line]()
        if since := front.since:
            news = [
                count(since.new, "is new", "are new") if since.new else Shown(""),
                say("{} no longer connected", since.gone) if since.gone else Shown(""),
                say("{} changed", since.changed) if since.changed else Shown(""),
            ]
            told = join(news) or Shown("nothing has changed")
            lines += [
                BLANK,
                line(Span(say("  Since the export of {}", day(since.export)), "title")),
                line(say("    {}", told)),
            ]
        if told := self._mirror():
            lines += [BLANK, *(line(dim(say("  {}", each))) for each in wrap(told, cells - 4))]
        return lines

    def _mirror(self) -> Shown:
        """Return the questions you leave open, and where you are the one who does not take silence for an answer."""
        owed = next((held.open for held in self._front.counts if held.name == "replies"), 0)
        owing = say("You owe {}.", count(owed, "reply", "replies")) if owed else Shown("")
        if self._front.unanswered is None:
            return owing
        name, times = self._front.unanswered
        often = Shown("three") if times == _THREE else number(times)
        return join([owing, say("You wrote {} times to {} without an answer.", often, shown(name))], " ")

    def action_move(self, step: int) -> None:
        """Move the cursor."""
        self._cursor = (self._cursor + step) % max(len(self._places()), 1)
        self.draw()

    def action_met(self) -> None:
        """Note that you met someone."""
        self.picky.ask_met()

    def action_capture(self) -> None:
        """Write down a request for an introduction."""
        self.picky.ask_request()

    def action_start(self) -> None:
        """Open the line under the cursor."""
        if self._front.is_empty:
            self.picky.open_screen("import")
            return
        self.picky.open_screen(self._places()[self._cursor][0])


def _old(how: Shown) -> Shown:
    return say("{} old", how)


def _nothing_here() -> list[Line]:
    return [
        line(Span(Shown("  Nothing here yet."), "title")),
        BLANK,
        line(Shown("  1  On LinkedIn: Settings → Data privacy → Get a copy of your data.")),
        line(Shown("     Choose the larger archive; it takes a day.")),
        line(Shown("  2  picky import ~/Downloads/Complete_LinkedInDataExport_….zip")),
        line(Shown("     or press enter here and give the path.")),
        line(dim(Shown("     The first of two mails may hold no network: picky says so,"))),
        line(dim(Shown("     and waits for the second."))),
        BLANK,
        line(Shown("  Or look around first:  picky demo")),
    ]
