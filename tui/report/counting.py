"""Numbers of the report as bars: what several pages show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from models.reports.network.numbers import Rows
from models.signals import Rate, rate

from ..report_text import rate_words
from ..text import Shown, count, profile_link, say, shown
from .parts import Number, Part, counted, rated

if TYPE_CHECKING:
    from models.reports.network.by_event import Yields
    from models.reports.network.composition import Segment as Group
    from models.reports.network.numbers import Share
    from models.reports.network.report import Report

MOST = 15
"""Bars of one chart; the rest is in `picky report --json`."""
Counts: TypeAlias = tuple[tuple[Shown, Shown, Rows], ...]
"""Label, explanation, rows."""


def of_all(report: Report, held: Iterable[tuple[Shown, Rows]]) -> tuple[Number, ...]:
    """Groups of connections, each with its part of all."""
    everybody = len(report.connections.ids)
    return tuple(
        counted(
            label,
            say("{} of {}: {}", len(rows.ids), count(everybody, "connection"), label),
            rows,
            _percent(len(rows.ids), everybody),
        )
        for label, rows in held
    )


def named(report: Report) -> Mapping[str, Share]:
    """Return the shares of the report by name."""
    return {share.name: share for share in report.shares}


def sentence(text: Shown) -> Shown:
    """Words of our own with a capital and a full stop; what strangers wrote would go through the door twice."""
    return say("{}{}.", shown(text[:1].upper()), shown(text[1:]))


def _percent(many: int, everybody: int) -> Shown:
    if not rate(many, everybody).enough:
        return Shown("")
    return Shown("<1%") if 0 < many < everybody / 100 else shown(f"{many / max(everybody, 1):.0%}")


def yielded(each: Yields) -> Shown:
    """Return an event or a year in one line: people, and what began there."""
    outcomes = count(len(each.outcomes.ids), "outcome") if each.outcomes.ids else Shown("none")
    return say("{}: {}, {}", shown(each.name), count(len(each.people.ids), "person", "people"), outcomes)


def yield_number(each: Yields) -> Number:
    """Return an event or a year: of its people, who led to something."""
    led = Shown(" of them led to something") if each.produced.enough else Shown(" whether they led to anything")
    words = say("{} · {}{}", yielded(each), rate_words(each.produced), led)
    return Number(shown(each.name), words, each.people, len(each.people.ids), each.produced)


def counts(counts: Counts) -> tuple[Number, ...]:
    """Counts, each with what it means."""
    return tuple(counted(label, say("{}: {} · {}", label, len(rows.ids), words), rows) for label, words, rows in counts)


def outcomes(name: str, ids: Sequence[int]) -> Number:
    """Outcomes under one name."""
    return counted(shown(name), say("{}: {}", shown(name), count(len(ids), "outcome")), Rows("outcomes", ids))


def persons(report: Report, grouped: Mapping[int, Sequence[int]]) -> tuple[Number, ...]:
    """People with the outcomes they had a part in."""
    return tuple(_person(*report.people[who], ids) for who, ids in list(grouped.items())[:MOST])


def _person(name: str, slug: str | None, ids: Sequence[int]) -> Number:
    return outcomes(name, ids)._replace(link=profile_link(slug) if slug else None)


def groups(report: Report, by: str, title: Shown, *, answered: bool = False) -> Iterable[Part]:
    """Yield the largest groups as a chart, if there is any: who answered, or who led to something."""
    held: Sequence[Group] = report.segments.get(by, ())
    numbers = tuple(rated(shown(each.name), each.answered if answered else each.produced, is_one=True) for each in held)
    if numbers:
        enough = [each for each in held if _rate(each, answered=answered).enough]
        proves = say("The largest groups; {} of {} are large enough to tell.", len(enough), len(held))
        yield Part(title, numbers, proves)


def _rate(group: Group, *, answered: bool) -> Rate:
    return group.answered.rate if answered else group.produced.rate
