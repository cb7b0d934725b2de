"""A person: a page, not a card. Facts with their sources, a timeline by year, decisions."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from models.reports.ledger import Ledger
from models.reports.person import PersonPage, TimelineEntry

from ..bindings import Key
from ..keys import PERSON
from ..lines import BLANK, Line, Span, dim, line
from ..origins import origin_lines
from ..text import Shown, count, day, join, profile_link, say, shown, wrap
from ..widgets.card_intro import you_say
from .base import PageScreen, page_bindings


class PersonScreen(PageScreen):
    """Everything known about one person."""

    HELP = """\
# A person
Everything known, newest first, and which file said so. PgUp and PgDn scroll. What you say about them with `K`, `W`, `V`
and `P` holds until the same key takes it back.
"""
    KEYS: ClassVar[tuple[Key, ...]] = PERSON
    BINDINGS: ClassVar[list[BindingType]] = page_bindings(PERSON)
    NAME = "person"

    def __init__(self, person: int) -> None:
        super().__init__()
        self._person = person
        self._page: PersonPage
        self._ledger: Ledger

    def on_mount(self) -> None:
        """Read, then draw."""
        self.reload()
        self.draw()

    def reload(self) -> None:
        """Read the page again."""
        self._page = self.workspace.person_page(self._person)
        self._ledger = self.workspace.ledger_of(self._person)

    def title_line(self) -> tuple[Line, Line]:
        """Return the name and the band."""
        return line(Span(shown(self._page.name), "title")), line(dim(shown(self._page.band.replace("_", " "))))

    def body(self, cells: int, rows: int) -> list[Line]:
        """Facts, notes, timeline, sources."""
        page = self._page
        lines = [line(join([shown(page.title), shown(page.company)])), self._link(), self._connected(), self._written()]
        if marked := _marked(page):
            lines.append(line(marked))
        for sentence in page.silence.sentences:
            lines += [line(Span(each, "look")) for each in wrap(shown(sentence), cells)]
        if page.ambiguous_messages:
            lines.append(
                line(
                    Span(
                        say(
                            "{} under this name fit a namesake too, and count for neither",
                            count(page.ambiguous_messages, "message"),
                        ),
                        "look",
                    )
                )
            )
        known = [*origin_lines(page.origins)]
        lines += [BLANK, *known] if known else []
        for note in page.notes:
            lines += [BLANK, *(line(say("note: {}", each)) for each in wrap(shown(note, multiline=True), cells - 8))]
        if self._ledger:
            lines += [BLANK, *self._introductions(cells)]
        return [*lines, *self._timeline(cells), *self._sources()]

    def _introductions(self, cells: int) -> list[Line]:
        """Return what was asked of them and by them, and each introduction with where it stands."""
        from .sheet import entry_lines, ledger_lines

        today = self.workspace.context().export_date
        return [*ledger_lines(self._ledger, today), *entry_lines(self._ledger, today, cells)]

    def _link(self) -> Line:
        link = profile_link(self._page.slug) if self._page.slug else None
        return line(dim(link or Shown("no profile link in the export")))

    def _connected(self) -> Line:
        page = self._page
        if page.connected_on:
            return line(say("connected since {}", day(page.connected_on)))
        return line(Shown("connected") if page.is_connected else Shown("not connected"))

    def _written(self) -> Line:
        return line(
            say("{} from you, {} from them", count(self._page.sent, "message"), count(self._page.received, "message"))
        )

    def _timeline(self, cells: int) -> list[Line]:
        lines: list[Line] = []
        year = 0
        for moment in self._page.timeline:
            if moment.on and moment.on.year != year:
                year = moment.on.year
                lines += [BLANK, line(Span(shown(str(year)), "title"))]
            when = _when(moment)
            first, *rest = wrap(shown(moment.text), cells - 10)
            lines.append((Span(Shown("  ")), dim(when), Span(first)))
            lines += [line(say("          {}", each)) for each in rest]
        return lines

    def _sources(self) -> list[Line]:
        lines: list[Line] = [
            BLANK,
            line(dim(Shown("picky sees only what is written on LinkedIn; people also talk elsewhere."))),
        ]
        for source in self._page.sources:
            export = say(", export of {}", shown(str(source["export_date"]))) if source["export_date"] else Shown("")
            lines.append(
                line(dim(say("from {}, line {}{}", shown(str(source["file"])), shown(str(source["row"])), export)))
            )
        return lines

    def action_copy(self) -> None:
        """The link, to the terminal's clipboard."""
        self.picky.copy_link(self._page.slug)

    def action_met(self) -> None:
        """Note a meeting."""
        self.picky.ask_met(self._person, self._page.name)

    def action_mark(self, kind: str) -> None:
        """Say something about them that holds until taken back by the same key."""
        self.picky.mark_person(self._person, self._page.name, kind)

    def action_note(self) -> None:
        """Write a private note."""
        self.picky.ask_remark(self._person, self._page.name, "note")


def _marked(page: PersonPage) -> Shown:
    """Return what you said about them."""
    said = you_say(vouch="vouched" in page.marks, well="knows_well" in page.marks, work="knows_work" in page.marks)
    protects = Shown("you protect them") if "protected" in page.marks else Shown("")
    return join([said, protects, Shown("pinned: never asked about") if page.is_pinned else Shown("")])


def _when(entry: TimelineEntry) -> Shown:
    """Return the day under its year, as far as it is known."""
    if entry.on is None or len(entry.partial) == len("2025"):
        return Shown("        ")
    return shown(f"   {entry.on:%b}  " if entry.partial else f"{entry.on:%d %b}  ")
