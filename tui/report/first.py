"""The first page: what came of it, where it began, who they are, and what is in the way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, LiteralString

from models.outcome_kinds import outcome_words
from models.reports.network import outcome_counts as attribution
from models.reports.network.diagnosis import ANSWER_BAR, DECIDER_BAR, PRODUCED_BAR, YOUR_ANSWER_BAR, YOUR_START_BAR
from models.reports.network.numbers import Rows

from ..text import Shown, count, join, say, shown
from .counting import MOST, named, of_all, sentence, yield_number, yielded
from .parts import Part, Sheet, counted, rated, told

if TYPE_CHECKING:
    from models.reports.network.report import Report

_DIAGNOSED: Mapping[str, tuple[LiteralString, float]] = {
    "you_answered": ("you answer", YOUR_ANSWER_BAR),
    "started_by_you": ("you begin", YOUR_START_BAR),
    "ever_answered": ("they answer", ANSWER_BAR),
    "deciders": ("they decide", DECIDER_BAR),
    "ever_produced": ("led anywhere", PRODUCED_BAR),
}
_IN_SHORT: Mapping[LiteralString, tuple[str, ...]] = {
    "vouched": ("vouched",),
    "active": ("active",),
    "fading": ("fading",),
    "dormant": ("dormant",),
    "one side wrote": ("one_way_in", "one_way_out"),
    "never a word": ("met", "never"),
}


def first_page(report: Report) -> Sheet:
    """Return the four charts that matter most."""
    return Sheet(Shown("Power"), (kinds(report), _began(report), _bands(report), _in_the_way(report)))


def kinds(report: Report) -> Part:
    """Return what came of it, by kind."""
    numbers = [
        counted(
            shown(outcome_words(kind)),
            say("{}: {}", shown(outcome_words(kind)), count(len(ids), "time")),
            Rows("outcomes", ids),
        )
        for kind, ids in attribution.by_kind(report.outcomes).items()
    ]
    share = named(report)["ever_produced"]
    proves = say("{}; {}", count(len(report.outcomes), "outcome"), told(share))
    return Part(
        Shown("What came of it"),
        tuple(numbers),
        sentence(proves),
        Shown("Nothing yet. picky outcome notes it; g o asks."),
    )


def _began(report: Report) -> Part:
    proves = join([yielded(each) for each in report.by_event[:2]], "; ") or Shown(
        "No event is known where you met anybody"
    )
    numbers = [yield_number(each) for each in report.by_event[:MOST]]
    return Part(Shown("Met there, and led somewhere"), tuple(numbers), say("{}.", proves))


def _bands(report: Report) -> Part:
    good = named(report)["good"]
    held = [(Shown(words), _together(report, bands)) for words, bands in _IN_SHORT.items()]
    return Part(Shown("Who they are to you"), of_all(report, held), sentence(told(good)))


def _together(report: Report, bands: Iterable[str]) -> Rows:
    return Rows("people", [person for band in bands for person in report.bands[band].ids])


def _in_the_way(report: Report) -> Part:
    held = named(report)
    guilty = {share.name for finding in report.diagnosis.findings if finding.holds for share in finding.proves}
    numbers = [
        rated(Shown(label), held[name], bar=bar, is_look=name in guilty) for name, (label, bar) in _DIAGNOSED.items()
    ]
    proves = say("{}. In the way is what lies left of ╎", shown(report.diagnosis.sentence))
    return Part(Shown("What is in the way"), tuple(numbers), sentence(proves))
