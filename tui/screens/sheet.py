"""The decision sheet: everything behind a request for an introduction, both sides one after the other."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual.binding import BindingType

from models.introductions.states import State
from models.queues.intros import IntroCard
from models.reports.ledger import Ledger
from models.reports.request_page import RequestPage, RequestSide, RequestWords

from ..bindings import Key
from ..keys import SHEET
from ..lines import BLANK, Line, Span, dim, line
from ..text import Shown, ago, clip, count, day, join, say, shown, times, wrap
from ..widgets.card_intro import evidence
from .base import PageScreen, page_bindings
from .ledger import done_ago, standing_in_words


class SheetScreen(PageScreen):
    """Everything behind a request."""

    HELP = """\
# The decision sheet
The request, what it is for and the words that say so; then who asks and whom they want to meet: what you wrote to
each other, where you met, what you said about them, what was asked before and what came of it. The four questions
have the same keys here as on the card.
"""
    KEYS: ClassVar[tuple[Key, ...]] = SHEET
    BINDINGS: ClassVar[list[BindingType]] = page_bindings(SHEET)
    NAME = "sheet"

    def __init__(self, card: IntroCard) -> None:
        super().__init__()
        self._card = card
        self._read: RequestPage

    def on_mount(self) -> None:
        """Read, then draw."""
        self.reload()
        self.draw()

    def reload(self) -> None:
        """Read the sheet again."""
        card = self.workspace.card(self._card.queue, self._card.id)
        assert isinstance(card, IntroCard)
        self._card = card
        self._read = self.workspace.sheet(card)

    def title_line(self) -> tuple[Line, Line]:
        """Return who to whom, and where it stands."""
        facts = self._read.facts
        target = facts.target.name if facts.target else facts.target_text
        return (
            line(Span(say("{} → {}", clip(shown(facts.asker.name), 24), shown(target)), "title")),
            line(dim(standing_in_words(State(facts.state), wrote=facts.target_wrote_on is not None))),
        )

    def body(self, cells: int, rows: int) -> list[Line]:
        """Return the request, then the two sides."""
        sheet = self._read
        lines = [*_request(sheet, cells), BLANK, *_side(sheet, sheet.asker, cells, is_target=False)]
        if sheet.target:
            return [*lines, BLANK, *_side(sheet, sheet.target, cells, is_target=True)]
        return [*lines, BLANK, line(Span(Shown("It is not clear whom they mean: c on the card chooses."), "look"))]

    def action_asker(self) -> None:
        """The page of who asks."""
        self.picky.open_screen("person", self._card.person)

    def action_target(self) -> None:
        """The page of whom they want to meet."""
        if self._card.target:
            self.picky.open_screen("person", self._card.target.id)
        else:
            self.tell(Shown("It is not clear whom they mean."))

    def action_mark(self, kind: str) -> None:
        """Answer one of the four questions, here as on the card."""
        self.picky.mark(self._card, kind)


def _request(sheet: RequestPage, cells: int) -> list[Line]:
    facts = sheet.facts
    purpose_words = join([say("“{}”", shown(words)) for words in sheet.purpose_words], ", ")
    return [
        *(line(each) for each in wrap(say("“{}”", shown(facts.text, multiline=True)), cells)),
        BLANK,
        _row("Request", say("a guess, from “{}”", shown(sheet.words))),
        _row("Purpose", join([shown(facts.purpose), purpose_words], ": ")),
        _row("Says why", Shown("yes") if facts.says_why else Shown("no")),
        _row("Forward", Shown("as it is") if facts.forwardable else Shown("not as it is: a asks for a blurb")),
        _row("Names", Shown("the target") if facts.target else say("“{}”", shown(facts.target_text))),
        _row("Texts", say("{} about this request", count(facts.nudges + 1, "text")), "look" if facts.nudges else ""),
    ]


def _side(sheet: RequestPage, side: RequestSide, cells: int, *, is_target: bool) -> list[Line]:
    today = sheet.facts.export_date
    standing = sheet.facts.target if is_target else sheet.facts.asker
    assert standing
    name, band, job, said = evidence(standing, today)
    lines = [
        line(Span(name, "title"), dim(Shown("  whom they want to meet") if is_target else Shown("  who asks"))),
        _row("Job", job),
        _row("To you", band),
        _row("Besides", said),
    ]
    lines += [
        _row(
            "Met",
            join([shown(met.event), day(met.on) if met.on else Shown(""), shown(met.impression.replace("_", " "))]),
        )
        for met in side.meetings
    ]
    lines += _quoted("They", side.last_from_them, today, cells) + _quoted("You", side.last_from_you, today, cells)
    if side.notes:
        lines.append(_row("Note", shown(side.notes)))
    lines += ledger_lines(side.ledger, today)
    return [each for each in lines if each]


def _quoted(who: str, words: RequestWords | None, today: date, cells: int) -> list[Line]:
    """Return the last words of one side, on two lines at most."""
    if words is None:
        return []
    when = ago(date.fromisoformat(words.on), today)
    first, *rest = wrap(say("{}: “{}”", when, shown(words.text)), cells - 11)
    if len(rest) > 1:
        rest = [clip(say("{} …", rest[0]), cells - 11)]
    return [_row(who, first), *(_row("", each) for each in rest)]


def ledger_lines(ledger: Ledger, today: date) -> list[Line]:
    """Return what was asked of a person and by them, as far as there is anything."""
    asked, gave = ledger.as_target, ledger.as_asker
    warning = Shown("that is your bar") if ledger.is_full else Shown("let them rest") if ledger.rests else Shown("")
    lines = []
    if asked.last_ask:
        answers = join(
            [
                say("{} {}", asked.answers.count(kind), Shown(kind))
                for kind in ("yes", "no", "silent")
                if kind in asked.answers
            ],
            ", ",
        )
        told = join(
            [
                say("{} in 12 months", count(ledger.asks_in_a_year, "ask")),
                say("last {}", done_ago(asked.last_ask, today)),
                answers,
                join([shown(kind) for kind in asked.came_of], ", "),
                warning,
            ]
        )
        lines.append(_row("You asked", told, "look" if warning else ""))
    if gave.asked:
        lines.append(
            _row(
                "They asked",
                join(
                    [
                        times(gave.asked),
                        say("introduced {}", gave.introduced) if gave.introduced else Shown(""),
                        say("no thanks {}", gave.declined) if gave.declined else Shown(""),
                        say("led to {}", join([shown(kind) for kind in gave.came_of], ", "))
                        if gave.came_of
                        else Shown(""),
                    ]
                ),
            )
        )
    if gave.given_back:
        lines.append(_row("Gave back", times(gave.given_back)))
    return lines


def entry_lines(ledger: Ledger, today: date, cells: int) -> list[Line]:
    """Return each introduction a person has to do with, and where it stands."""
    return [
        (
            Span(clip(say("  {} → {}", clip(shown(entry.asker), cells // 4), shown(entry.target)), cells // 2)),
            dim(
                say(
                    "  {} · {}",
                    standing_in_words(entry.state, wrote=entry.wrote, answered=entry.is_answered),
                    done_ago(entry.since, today),
                )
            ),
        )
        for entry in ledger.entries
    ]


def _row(label: str, text: Shown, style: str = "") -> Line:
    return (dim(shown(f"{label:<11}")), Span(text, "look" if style else "")) if text else BLANK
