"""What stands on a card: the same rows on every card of a queue, so that the eye rests."""

from __future__ import annotations

from datetime import date
from typing import LiteralString

from models.decisions.verdicts import verdict_name
from models.policy.facts import IntroFacts, InviteFacts, LookAlike, Meeting, ReplyFacts, SentFacts, StaleFacts
from models.queues.base import Item

from .lines import BLANK, Line, Span, dim, ends, line
from .text import Shown, ago, clip, count, cut, join, month, profile_link, say, shown, wrap

TALL = 9
"""Rows of a card where there is room."""
LOW = 7
_NARROW = 76
_MORE = Shown(" … e to read")


def face(item: Item, cells: int, rows: int) -> list[Line]:
    """The inside of a card: exactly `rows` lines, at most `cells` wide."""
    match item.facts:
        case InviteFacts():
            lines = _invite(item, item.facts, cells)
        case IntroFacts():
            from .asked import asked

            lines = asked(item, item.facts, cells)
        case StaleFacts():
            lines = _stale(item, item.facts, cells)
        case SentFacts():
            lines = _sent(item, item.facts, cells)
        case ReplyFacts():
            lines = _reply(item, item.facts, cells)
        case _ if item.queue == "outcomes":
            from .came import came

            lines = came(item, cells)
        case _:
            from .compared import compared  # brings its queue along, which other cards do not need

            lines = compared(item, cells)
    if rows < TALL:
        lines = [each for each in lines if each] or lines
    return (lines + [BLANK] * rows)[:rows]


def _invite(item: Item, facts: InviteFacts, cells: int) -> list[Line]:
    sent = say("sent {}", ago(facts.sent_on, facts.export_date)) if facts.sent_on else Shown("")
    certainty = (
        Shown("cannot tell whether it is pending · ") if item.values["certainty"] == "cannot_tell" else Shown("")
    )
    texts = _texts(facts)
    return [
        _headline(item, say("{}{}", certainty, sent), cells),
        _link(item),
        BLANK,
        *quote(facts.note, cells, 2),
        BLANK,
        _fact("Met", _met(facts.met, facts.export_date), cells),
        _fact("Wrote", texts, cells, style="look" if facts.nudges else ""),
        _known(facts, cells),
    ]


def _texts(facts: InviteFacts) -> Shown:
    if facts.nudges:
        return say("{} about this invitation", count(facts.nudges + 1, "text"))
    if facts.messages:
        return say("{} in all, none since the invitation", count(facts.messages, "message"))
    return Shown("once, with this invitation") if facts.note else Shown("nothing")


def _known(facts: InviteFacts, cells: int) -> Line:
    if facts.look_alike:
        return _fact("Mind", _mistaken_for(facts.look_alike), cells, style="look")
    if facts.earlier:
        last = facts.earlier[-1]
        why = say(": {}", shown(last.why)) if last.why else Shown("")
        past = say("you decided {} {}{}", shown(verdict_name(last.verdict)), ago(last.on, facts.export_date), why)
        return _fact("Before", past, cells, style="look")
    if facts.shared_history:
        return _fact("Shared", join([shown(name) for name in facts.shared_history]), cells)
    return _fact(
        "Profile", shown(facts.profile_text) or Shown("not pasted: i"), cells, style="" if facts.profile_text else "dim"
    )


def _mistaken_for(other: LookAlike) -> Shown:
    """Which connection this may be taken for, and how one tells them apart."""
    name = shown(other.name)
    if other.kind == "copy_of_connection":
        return say("you are already connected to {} under another link", name)
    if other.kind == "lookalike_letters":
        return say("imitates your connection {} with look-alike letters", name)
    return say("the name of your connection {}, but another link", name)


def _stale(item: Item, facts: StaleFacts, cells: int) -> list[Line]:
    since = say("connected since {}", shown(str(facts.connected_on.year))) if facts.connected_on else Shown("")
    meeting = facts.meetings[-1] if facts.meetings else None
    return [
        _headline(item, since, cells),
        line(join([shown(item.title), shown(item.company)])),
        _link(item),
        BLANK,
        _fact("Met", _met(meeting, facts.export_date), cells),
        _fact("Wrote", _wrote(facts), cells),
        _fact("Last", _last(facts), cells),
        _fact("You lose", _loss(facts), cells, style="look" if _loss(facts) else ""),
        _fact("Before", _before(facts), cells),
    ]


def _wrote(facts: StaleFacts) -> Shown:
    if not facts.sent and not facts.received:
        return Shown("never, either way")
    return say("you {}, they {}", _times(facts.sent), _times(facts.received))


def _times(number: int) -> Shown:
    return Shown("never") if not number else count(number, "time")


def _last(facts: StaleFacts) -> Shown:
    you = say("you {}", month(facts.last_sent, facts.export_date)) if facts.last_sent else Shown("")
    they = say("they {}", month(facts.last_received, facts.export_date)) if facts.last_received else Shown("")
    return join([you, they])


def _loss(facts: StaleFacts) -> Shown:
    return join(
        [
            say("your only contact at {}", shown(facts.only_contact_at)) if facts.only_contact_at else Shown(""),
            Shown("they recommended you") if facts.recommended_you else Shown(""),
            Shown("you recommended them") if facts.you_recommended else Shown(""),
            say("worked at {} like you", shown(facts.shared_employer)) if facts.shared_employer else Shown(""),
        ]
    )


def _before(facts: StaleFacts | SentFacts) -> Shown:
    if not facts.earlier:
        return Shown("")
    last = facts.earlier[-1]
    return say("you decided {} {}", shown(verdict_name(last.verdict)), ago(last.on, facts.export_date))


def _sent(item: Item, facts: SentFacts, cells: int) -> list[Line]:
    certainty = Shown("") if facts.is_certain else Shown("cannot tell whether it was accepted · ")
    return [
        _headline(item, say("{}invited {}", certainty, ago(facts.sent_on, facts.export_date)), cells),
        _link(item),
        BLANK,
        *quote(facts.note, cells, 2),
        BLANK,
        _fact("Met", _met(facts.met, facts.export_date), cells),
        _fact("Silent", _silent(facts), cells, style="" if facts.wrote_since else "look"),
        _fact("Before", _invited_before(facts), cells),
    ]


def _silent(facts: SentFacts) -> Shown:
    if facts.wrote_since:
        return say("they did not accept, but wrote to you {}", ago(facts.wrote_since, facts.export_date))
    besides = say("you wrote {} besides", count(facts.messages_since, "time")) if facts.messages_since else Shown("")
    return join([say("for {}", count(facts.days_silent, "day")), besides])


def _invited_before(facts: SentFacts) -> Shown:
    unlinked = (
        say("connected until {}", ago(facts.disconnected_on, facts.export_date)) if facts.disconnected_on else Shown("")
    )
    invited = (
        say("you invited them {} before, in vain", count(facts.invited_before, "time"))
        if facts.invited_before
        else Shown("")
    )
    return join([invited, unlinked]) or _before(facts)


def _reply(item: Item, facts: ReplyFacts, cells: int) -> list[Line]:
    band = shown(facts.band.replace("_", " "))
    known = join([band, count(facts.messages, "message"), Shown("") if facts.is_connected else Shown("not connected")])
    yours = (
        say("{}: “{}”", ago(facts.your_last_on, facts.export_date), shown(facts.your_last))
        if facts.your_last_on
        else Shown("nothing yet")
    )
    return [
        _headline(item, say("asked {}", ago(facts.asked_on, facts.export_date)), cells),
        line(join([shown(facts.title), shown(facts.company)])),
        *quote(facts.text, cells, 3),
        BLANK,
        _fact("Yours", yours, cells),
        _fact("Known", known, cells),
        _fact("Waits", _waits(facts), cells, style="look" if facts.texts > 1 else ""),
    ]


def _waits(facts: ReplyFacts) -> Shown:
    if facts.is_answered:
        return Shown("you have written since")
    if facts.texts < 2 or facts.first_asked_on is None:
        return Shown("one message")
    return say("{} since {}", count(facts.texts, "message"), ago(facts.first_asked_on, facts.export_date))


def _headline(item: Item, right: Shown, cells: int) -> Line:
    return ends(line(Span(shown(item.name), "title")), line(dim(right)), cells)


def _link(item: Item) -> Line:
    link = profile_link(item.slug) if item.slug else None
    return line(dim(shown(link.removeprefix("https://www.") if link else "no profile link in the export")))


def quote(text: str, cells: int, rows: int) -> list[Line]:
    """The text in so many rows; what does not fit says how to read it."""
    if not text:
        return [line(dim(Shown("no note"))), *[BLANK] * (rows - 1)]
    wrapped = wrap(say("“{}”", shown(text)), cells)
    if len(wrapped) > rows:
        last = say("{}{}", cut(wrapped[rows - 1], cells - len(_MORE)), _MORE)
        wrapped = [*wrapped[: rows - 1], last]
    return [line(each) for each in wrapped] + [BLANK] * (rows - len(wrapped))


def _met(met: Meeting | None, export_date: date) -> Shown:
    if met is None:
        return Shown("not that you noted")
    when = ago(met.on, export_date) if met.on else Shown("")
    impression = shown(met.impression.replace("_", " ")) if met.impression else Shown("")
    return join([shown(met.event), when, impression, Shown("keep in touch") if met.keep_in_touch else Shown("")])


def _fact(label: LiteralString, text: Shown, cells: int, *, style: LiteralString = "") -> Line:
    """A labelled fact; where there is no room the label shortens."""
    if not text:
        return BLANK
    width = 10 if cells >= _NARROW - 4 else 8
    return (dim(shown(f"{label:<{width}}"[:width])), Span(clip(text, cells - width), style))
