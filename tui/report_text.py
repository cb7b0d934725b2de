"""The report as plain lines: each number with its interval, each part under its heading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, LiteralString

from models.outcome_kinds import outcome_words
from models.reports.network import outcome_counts
from models.signals import Rate

from .text import Shown, count, day, number, say, shown

if TYPE_CHECKING:
    from models.reports.network.by_event import Yields
    from models.reports.network.numbers import Share, Spread
    from models.reports.network.report import Report

_MOST = 10
"""Lines of one list."""


def report_lines(report: Report) -> Iterator[Shown]:
    """Yield all of it, from what came of it to what changed."""
    yield say("Export of {} · {}", day(report.on), count(len(report.connections.ids), "connection"))
    yield from _diagnosis(report)
    yield from _outcomes(report)
    yield from _yields("Where it began", report.by_event)
    yield from _yields("By year of connecting", report.by_year)
    yield from _made_of(report)
    yield from _mirror(report)
    yield from _business(report)
    yield from _over_time(report)


def _diagnosis(report: Report) -> Iterator[Shown]:
    yield Shown("")
    yield shown(report.diagnosis.sentence[:1].upper() + report.diagnosis.sentence[1:] + ".")
    for finding in report.diagnosis.findings:
        yield say("  {}", shown(finding.sentence))
        for each in finding.proves:
            yield say("    {}", _told(each))


def _outcomes(report: Report) -> Iterator[Shown]:
    found = report.outcomes
    yield from _heading("What came of it")
    yield say("  {}", count(len(found), "outcome"))
    for kind, ids in outcome_counts.by_kind(found).items():
        yield say("  {}  {}", _wide(len(ids)), shown(outcome_words(kind)))
    for title, grouped in (("By year", outcome_counts.by_year(found)), ("By event", outcome_counts.by_event(found))):
        yield from _counted(shown(title), grouped)
    for title, people in (
        ("Thanks to", outcome_counts.by_person(found)),
        ("Introduced by", outcome_counts.by_introducer(found)),
    ):
        yield from _counted(shown(title), {report.people[who][0]: ids for who, ids in list(people.items())[:_MOST]})
    if any(len(each.by) > 1 for each in found):
        yield Shown("  An outcome of several people is one in all totals, and one for each of them here.")
    yield say("  From first knowing them to what came of it: {}", spread_words(report.days_to_outcome, "day"))


def _counted(title: Shown, grouped: Mapping[str, Sequence[int]]) -> Iterator[Shown]:
    if grouped:
        yield say("  {}", title)
    for name, ids in list(grouped.items())[:_MOST]:
        yield say("  {}  {}", _wide(len(ids)), shown(name))


def _yields(title: LiteralString, found: Sequence[Yields]) -> Iterator[Shown]:
    if not found:
        return
    yield from _heading(title)
    for each in found[:_MOST] if title == "Where it began" else found:
        outcomes = count(len(each.outcomes.ids), "outcome") if each.outcomes.ids else Shown("none")
        people = count(len(each.people.ids), "person", "people")
        yield say("  {}: {}, {} · {}", shown(each.name), people, outcomes, rate_words(each.produced))


def _made_of(report: Report) -> Iterator[Shown]:
    yield from _heading("Who it is made of")
    for band, people in report.bands.items():
        yield say("  {}  {}", _wide(len(people.ids)), shown(band.replace("_", " ")))
    for each in report.shares[:4]:
        yield say("  {}", _told(each))
    for title, parts in report.segments.items():
        if not parts:
            continue
        yield say("  By {}", shown(title))
        for part in parts:
            answered, produced = rate_words(part.answered.rate), rate_words(part.produced.rate)
            yield say(
                "    {}: {}, answered {}, produced {}",
                shown(part.name),
                count(part.people, "person", "people"),
                answered,
                produced,
            )


def _mirror(report: Report) -> Iterator[Shown]:
    mirror = report.mirror
    yield from _heading("You, as they see you")
    yield say("  {} you owe", count(len(mirror.replies_owed.ids), "reply", "replies"))
    yield say("  Their messages waited {}", spread_words(mirror.reply_hours, "hour"))
    yield say("  Asked for {}, gave {}", count(len(mirror.asks.ids), "time"), count(len(mirror.gives.ids), "time"))
    for each in mirror.shares:
        yield say("  {}", _told(each))
    for each in mirror.regret_by_reason if len(mirror.regret_by_reason) > 1 else ():
        yield say("    {}: {}", shown(each.name), rate_words(each.rate))


def _business(report: Report) -> Iterator[Shown]:
    yield from _heading("For each hundred people mined")
    for each in report.business:
        yield say("  {} {}", shown(f"{100 * each.rate.value:5.1f}"), _told(each))


def _over_time(report: Report) -> Iterator[Shown]:
    yield from _heading("Over time")
    for snapshot in report.snapshots:
        bands = ", ".join(f"{many} {band.replace('_', ' ')}" for band, many in snapshot.bands.items() if many)
        yield say("  {}: {}; {}", day(snapshot.on), count(snapshot.connected, "connection"), shown(bands))
    words: dict[str, LiteralString] = {
        "unlinked_you": "unlinked you",
        "removed": "removed by you",
        "came_back": "of those came back, or invited you again",
        "changed_jobs": "changed jobs",
    }
    for name, rows in report.changes._asdict().items():
        yield say("  {}  {}", _wide(len(rows.ids)), Shown(words[name]))


def _heading(title: LiteralString) -> Iterator[Shown]:
    yield Shown("")
    yield Shown(title)


def _told(share: Share) -> Shown:
    return say("{} {}", rate_words(share.rate), shown(share.words))


def rate_words(rate: Rate) -> Shown:
    """Return a rate with its interval, or that there are too few to tell."""
    return shown(str(rate)) if rate.enough else say("too few to tell ({})", rate.n)


def spread_words(found: Spread, unit: LiteralString) -> Shown:
    """Return the middle of some numbers, and between which half of them lie."""
    if found.middle is None or found.low is None or found.high is None:
        return Shown("not known")
    middle = count(round(found.middle), unit)
    return say("{} in the middle, half of them {} to {} ({})", middle, round(found.low), round(found.high), found.n)


def _wide(many: int) -> Shown:
    return shown(f"{number(many):>7}")
