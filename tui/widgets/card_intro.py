"""A request for an introduction: the asker and the target side by side, how it is asked, what was asked before."""

from __future__ import annotations

from datetime import UTC, date
from typing import LiteralString

from models.policy.facts import IntroFacts, Standing
from models.queues.base import QueueCard
from models.queues.intros import IntroCard

from ..lines import Line, Span, dim, ends, line, pad, width_of
from ..text import Shown, ago, clip, count, day, join, month, say, shown, times
from .card_lines import quote

_SAID = 3
"""The row of `evidence` with what you said about them."""
_ASKS_OF_YOU = Shown("K know them · W their work · V vouch")
_STYLES: dict[int, LiteralString] = {0: "title", -1: "dim"}


def face(card: QueueCard, cells: int) -> list[Line]:
    """Return the inside of the card: what is asked and how, then both sides, row by row."""
    assert isinstance(card, IntroCard)
    facts, half = card.facts, cells // 2
    left = [*evidence(facts.asker, facts.export_date, half - 1), _asked_before(facts)]
    right = (
        [*evidence(facts.target, facts.export_date, cells - half), _asks_of_target(facts)]
        if facts.target
        else _unclear(facts)
    )
    left[_SAID] = left[_SAID] or _ASKS_OF_YOU
    return [
        *(_their_answer(card, cells) if card.asks_what_they_said else _their_request(card, cells)),
        *(
            (
                *pad((Span(clip(a, half - 1), _STYLES.get(row if a is not _ASKS_OF_YOU else -1, "")),), half),
                Span(clip(b, cells - half), _STYLES.get(row, "")),
            )
            for row, (a, b) in enumerate(zip(left, right, strict=True))
        ),
    ]


def row_facts(card: QueueCard) -> Shown:
    """Return what a list says about it."""
    assert isinstance(card, IntroCard)
    facts = card.facts
    target = shown(facts.target.name) if facts.target else say("“{}”", shown(facts.target_text))
    return say("to {} · {}", target, shown(facts.purpose))


def _their_request(card: IntroCard, cells: int) -> list[Line]:
    """Return what they want, and how they ask for it."""
    facts = card.facts
    wanted = shown(facts.target.name) if facts.target else say("“{}”", shown(facts.target_text))
    received = ago(card.received_at.astimezone(UTC).date(), facts.export_date)
    head = (
        Span(shown(card.name), "title"),
        Span(Shown("  asks you to introduce them to  ")),
        Span(wanted, "title"),
    )
    how = join(
        [
            shown(facts.purpose),
            Shown("says why") if facts.says_why else Shown("does not say why"),
            Shown("can be forwarded") if facts.forwardable else Shown("cannot be forwarded as it is"),
            say("{} about it", count(facts.nudges + 1, "text")) if facts.nudges else Shown(""),
        ]
    )
    words = shown(card.words)
    guess = clip(say(" · a guess, from “{}”", words), cells - width_of(line(how)))
    return [
        ends(head, line(dim(received)), cells),
        *quote(facts.text, cells, 2),
        (Span(how, "look" if facts.nudges else ""), dim(guess)),
    ]


def _their_answer(card: IntroCard, cells: int) -> list[Line]:
    """Return what the target wrote after being asked; whether that is a yes, only the user can tell."""
    facts = card.facts
    assert facts.target
    wrote = facts.target_wrote_on
    head = (
        Span(clip(shown(facts.target.name), cells // 3), "title"),
        Span(Shown("  wrote after you asked them about  ")),
        Span(shown(card.name), "title"),
    )
    when = ago(wrote, facts.export_date) if wrote else Shown("")
    return [
        ends(head, line(dim(when)), cells),
        *quote(facts.target_words, cells, 2),
        line(dim(say("you asked on {}", day(facts.asked_target_on)) if facts.asked_target_on else Shown(""))),
    ]


def evidence(standing: Standing, export_date: date, cells: int = 0) -> list[Shown]:
    """Return who it is to you: the band with its evidence, the job, and what else speaks for them; shorter to fit the cells."""
    connected = (
        say("connected {}", shown(str(standing.connected_on.year))) if standing.connected_on else Shown("not connected")
    )
    written = say("you {}, they {}", standing.sent, standing.received) if standing.messages else Shown("")
    band = join([shown(standing.band.replace("_", " ")), written or connected])
    job = join([shown(standing.title), shown(standing.company)], ", ")
    return [
        shown(standing.name),
        _with_last(band, standing.last_contact, export_date, cells),
        job,
        join(_said_of(standing)),
    ]


def _with_last(band: Shown, last: date | None, export_date: date, cells: int) -> Shown:
    """Return the band, and the month of the last contact in as many letters as there is room for."""
    if last is None:
        return band
    words = month(last, export_date)
    told = join([band, say("last {}", words)])
    if not cells or width_of(line(told)) <= cells:
        return told
    short = f"{last:%b}" if str(last.year) not in words else f"{last:%b %Y}"
    told = join([band, say("last {}", shown(short))])
    return told if width_of(line(told)) <= cells else join([band, shown(short)])


def you_say(*, vouch: bool, well: bool, work: bool) -> Shown:
    """Return what you said about someone, in one clause."""
    known = (
        "know them and their work" if well and work else "know them well" if well else "know their work" if work else ""
    )
    parts = [Shown(words) for words in ("vouch" if vouch else "", known) if words]
    return say("you {}", join(parts, ", ")) if parts else Shown("")


def _said_of(standing: Standing) -> list[Shown]:
    """Return what speaks for them besides messages: your own marks first."""
    both = standing.recommended_you and standing.you_recommended
    claims: tuple[tuple[bool, Shown], ...] = (
        (standing.is_protected, Shown("protected")),
        (True, you_say(vouch=standing.would_vouch, well=standing.knows_well, work=standing.knows_work)),
        (both, Shown("you recommended each other")),
        (standing.recommended_you and not both, Shown("recommended you")),
        (standing.you_recommended and not both, Shown("you recommended them")),
    )
    met = standing.met
    where = say("met at {}", shown(met.event)) if met and met.event else Shown("met" if met else "")
    liked = shown(met.impression.replace("_", " ")) if met else Shown("")
    return [*(words for holds, words in claims if holds), join([where, liked], ", ")]


def _unclear(facts: IntroFacts) -> list[Shown]:
    if facts.candidates:
        names = join([shown(name) for name in facts.candidates], ", ")
        return [Shown("not clear whom they mean: c chooses"), names, *[Shown("")] * 3]
    return [Shown("nobody you know by that name: c chooses"), *[Shown("")] * 4]


def _asked_before(facts: IntroFacts) -> Shown:
    """Return what this asker wanted before, and what became of it."""
    if not facts.earlier:
        return Shown("never asked you before")
    declined = sum(one.verdict in ("decline", "no_reply") for one in facts.earlier)
    came = [one.came_of for one in facts.earlier if one.came_of not in ("", "nothing")]
    return join(
        [
            say("asked you {} before", times(len(facts.earlier))),
            say("no thanks: {}", declined) if declined else Shown(""),
            say("led to: {}", shown(came[-1])) if came else Shown(""),
        ],
        ", ",
    )


def _asks_of_target(facts: IntroFacts) -> Shown:
    said_yes = say("yes: {}", facts.target_said_yes) if facts.target_said_yes else Shown("")
    if not facts.asks_of_target_12m:
        return join([Shown("not asked in 12 months"), said_yes], ", ")
    return join([say("asked {} in 12 months", times(facts.asks_of_target_12m)), said_yes], ", ")
