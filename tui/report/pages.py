"""What each page of the report shows, and the sentence that each chart proves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, LiteralString

from models.reports.network import outcome_counts as attribution

from ..report_text import spread_words
from ..text import Shown, day, join, say, shown
from .agreed import agreed_parts
from .counting import MOST, Counts, counts, groups, named, of_all, outcomes, persons, sentence, yield_number, yielded
from .first import first_page, kinds
from .parts import Part, Sheet, rated, told

if TYPE_CHECKING:
    from models.reports.calibration import Agreement
    from models.reports.network.report import Report

_BANDS: Mapping[str, LiteralString] = {
    "vouched": "vouched",
    "active": "active",
    "fading": "fading",
    "dormant": "dormant",
    "one_way_in": "only they wrote",
    "one_way_out": "only you wrote",
    "met": "only met",
    "never": "never met, never a word",
}
_LABELS: Mapping[str, LiteralString] = {
    "ever_answered": "they answered",
    "ever_started": "they began",
    "ever_produced": "led anywhere",
    "good": "good ones",
    "deciders": "they decide",
    "you_answered": "you answered",
    "started_by_you": "you began",
    "gives": "you gave",
    "never_accepted": "never accepted",
    "wrote_thrice": "wrote thrice",
    "regret": "never a word",
    "asked": "asked",
    "meetings": "a meeting",
    "customers": "a customer",
    "partners": "a partner",
}


def sheets(report: Report, agreements: Sequence[Agreement]) -> tuple[Sheet, ...]:
    """Return every page, the first with the four charts that matter most."""
    return (
        first_page(report),
        Sheet(Shown("What came of it"), _came(report)),
        Sheet(Shown("People and introducers"), _people(report)),
        Sheet(Shown("Who it is made of"), _made_of(report)),
        Sheet(Shown("Over time"), _over_time(report)),
        Sheet(Shown("The mirror"), _mirror(report)),
        Sheet(Shown("Business development"), _business(report)),
        Sheet(Shown("Agreement and regret"), (*agreed_parts(agreements), *_regret(report))),
    )


def _came(report: Report) -> tuple[Part, ...]:
    began = attribution.by_event(report.outcomes)
    by_year = attribution.by_year(report.outcomes)
    elsewhere = len(report.outcomes) - sum(map(len, began.values()))
    return (
        kinds(report)._replace(title=Shown("Outcomes by kind")),
        Part(
            Shown("Of the people met there, who led to something"),
            tuple(yield_number(each) for each in report.by_event[:MOST]),
            say("{}.", join([yielded(each) for each in report.by_event[:3]], "; ") or Shown("No event is known")),
        ),
        Part(
            Shown("Outcomes that began there"),
            tuple(outcomes(name, ids) for name, ids in list(began.items())[:MOST]),
            say("{} began at no event that is known.", elsewhere),
        ),
        Part(
            Shown("Of the people connected in a year, who led to something"),
            tuple(yield_number(each) for each in report.by_year),
            Shown("A young year has had less time to lead anywhere."),
        ),
        Part(
            Shown("Outcomes by year"),
            tuple(outcomes(name, ids) for name, ids in by_year.items()),
            say("From first knowing them to what came of it: {}.", spread_words(report.days_to_outcome, "day")),
        ),
    )


def _people(report: Report) -> tuple[Part, ...]:
    by, via = attribution.by_person(report.outcomes), attribution.by_introducer(report.outcomes)
    shared = "An outcome of several people is one in all totals, and one for each of them here."
    return (
        Part(Shown("Thanks to"), persons(report, by), Shown(shared)),
        Part(Shown("Introduced by"), persons(report, via), Shown("Who introduced somebody that something came of.")),
        *(groups(report, "employer", Shown("Where they work: who led to something"))),
    )


def _made_of(report: Report) -> tuple[Part, ...]:
    held = named(report)
    names = ("ever_answered", "ever_started", "ever_produced", "good", "deciders")
    numbers = tuple(rated(Shown(_LABELS[name]), held[name]) for name in names)
    bands = [(Shown(words), report.bands[band]) for band, words in _BANDS.items()]
    return (
        Part(Shown("Connections in each band"), of_all(report, bands), sentence(told(held["good"]))),
        Part(Shown("Did they ever"), numbers, sentence(told(held["ever_answered"]))),
        *groups(report, "event", Shown("Met at: who answered"), answered=True),
        *groups(report, "employer", Shown("Where they work: who answered"), answered=True),
        *groups(report, "year", Shown("Connected in: who answered"), answered=True),
    )


def _over_time(report: Report) -> tuple[Part, ...]:
    held = report.snapshots
    proves = told(held[-1].good) if held else Shown("No archive names your connections yet")
    changes = report.changes
    changed: Counts = (
        (
            Shown("unlinked you"),
            Shown("gone, and not by your doing; a renamed link is nobody who left"),
            changes.unlinked_you,
        ),
        (Shown("removed by you"), Shown("gone, or gone once, because you removed them"), changes.removed),
        (
            Shown("came back"),
            Shown("removed by you, and connected again, or they invited you again"),
            changes.came_back,
        ),
        (Shown("changed jobs"), Shown("another company or position than in an older archive"), changes.changed_jobs),
    )
    return (
        Part(
            Shown("Good connections, of all, on the day of each archive"),
            tuple(rated(day(each.on), each.good, is_one=True) for each in held),
            sentence(proves),
        ),
        Part(
            Shown("Between the archives"),
            counts(changed),
            Shown("Two archives are needed to see a change: import a new one now and then."),
        ),
    )


def _mirror(report: Report) -> tuple[Part, ...]:
    mirror = report.mirror
    shares = [share for share in mirror.shares if share.name != "regret"]
    counted: Counts = (
        (Shown("replies you owe"), Shown("they wrote last, and asked something"), mirror.replies_owed),
        (Shown("you asked"), Shown("an introduction to somebody, or a recommendation"), mirror.asks),
        (Shown("you gave"), Shown("an introduction, your name, or a recommendation"), mirror.gives),
    )
    return (
        Part(
            Shown("You, as they see you"),
            tuple(rated(Shown(_LABELS[share.name]), share) for share in shares),
            say("Their messages waited for you {}.", spread_words(mirror.reply_hours, "hour")),
        ),
        Part(
            Shown("Owed, asked and given"),
            counts(counted),
            sentence(told(named(report)["gives"])),
        ),
    )


def _business(report: Report) -> tuple[Part, ...]:
    told = [
        say("{} {}", shown(f"{100 * share.rate.value:.1f}"), Shown(_LABELS[share.name])) for share in report.business
    ]
    numbers = tuple(rated(Shown(_LABELS[share.name]), share) for share in report.business)
    proves = say("For each hundred connections: {}", join(told, ", "))
    return (Part(Shown("People mined for business: who led to what"), numbers, sentence(proves)),)


def _regret(report: Report) -> tuple[Part, ...]:
    shares = report.mirror.regret_by_reason
    numbers = tuple(rated(shown(share.name), share, is_one=True) for share in shares[:MOST])
    [everybody] = [share for share in report.mirror.shares if share.name == "regret"]
    title = Shown("Accepted, and never a word since; by the reason you gave")
    return (Part(title, numbers, sentence(told(everybody)), Shown("You accepted nobody yet.")),)
