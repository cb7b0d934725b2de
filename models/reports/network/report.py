"""The whole report: every number, put together from a few readings of the store."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from ...errors import NotFoundError
from ...ids import public_id
from . import outcome_counts
from .by_event import Yields, days_to_outcome, yields_by_event, yields_by_year
from .composition import Reach, Segment, bands, business_rates, read_reach, segments, shares
from .conversations import read_conversations
from .diagnosis import Diagnosis, diagnose
from .drill_down import names_of
from .network_data import read_network
from .numbers import Rows, Share, Spread
from .outcome_counts import OutcomeRecord, read_outcomes
from .over_time import Changes, Snapshot, changes, snapshots
from .your_habits import YourHabits, your_habits

if TYPE_CHECKING:
    from .composition import Segment


MOST_PARTS = 10
"""So many events, employers and years are told one by one."""


class Report(NamedTuple):
    """The power of a network, in numbers. Each `Share` and `Rows` can be opened with `opened`."""

    on: date
    """The newest export's day."""
    connections: Rows
    outcomes: tuple[OutcomeRecord, ...]
    bands: Mapping[str, Rows]
    """Who of those connected now is in each band."""
    shares: tuple[Share, ...]
    """Every rate, the user's own part and the business ones too."""
    diagnosis: Diagnosis
    by_event: tuple[Yields, ...]
    by_year: tuple[Yields, ...]
    days_to_outcome: Spread
    segments: Mapping[str, tuple[Segment, ...]]
    """By `event`, `employer` and `year`: the largest groups, and how they answered and produced."""
    reach: Reach
    mirror: YourHabits
    business: tuple[Share, ...]
    snapshots: tuple[Snapshot, ...]
    changes: Changes
    people: Mapping[int, tuple[str, str | None]]
    """Name and slug of whoever had a part in an outcome."""

    def rows(self, name: str) -> Rows:
        """Return what the number of this name rests on; raises `NotFoundError`."""
        known = self._every_row()
        if name not in known:
            raise NotFoundError(f"The report has no number “{name}”.", f"There are: {', '.join(known)}.")
        return known[name]

    def _every_row(self) -> dict[str, Rows]:
        found = {each.name: each.rows for each in self.shares}
        found |= {"connections": self.connections, "replies_owed": self.mirror.replies_owed}
        found |= {"asks": self.mirror.asks, "gives": self.mirror.gives, **self.changes._asdict()}
        found |= {"outcomes": Rows("outcomes", [came.id for came in self.outcomes])}
        found |= {f"kind:{kind}": Rows("outcomes", ids) for kind, ids in outcome_counts.by_kind(self.outcomes).items()}
        found |= {f"year:{year}": Rows("outcomes", ids) for year, ids in outcome_counts.by_year(self.outcomes).items()}
        found |= {f"event:{each.name}": each.outcomes for each in self.by_event}
        found |= {f"band:{band}": people for band, people in self.bands.items()}
        return found | {f"people:{each.name}": each.people for each in self.by_event}

    def json(self) -> dict[str, Any]:
        """Return what `picky report --json` gives."""

        return as_json(self)


def report(tell: Callable[[str], None] = lambda _: None) -> Report:
    """Return everything, as the store is now; `tell` is told what is read next, and may raise to have it stop."""
    tell("connections")
    network = read_network()
    tell("messages")
    talks = read_conversations(network)
    tell("outcomes")
    outcomes = read_outcomes(network)
    produced = outcome_counts.producers(outcomes)
    tell("titles")
    reach, self_seen = read_reach(network), your_habits(network, talks)
    tell("archives")
    business = business_rates(network, outcomes, self_seen.asks.ids)
    every = (*shares(network, talks, produced), reach.deciders, *self_seen.shares, *business)
    return Report(
        on=date.fromordinal(network.today),
        connections=Rows("people", network.connected),
        outcomes=tuple(outcomes),
        bands=bands(network),
        shares=every,
        diagnosis=diagnose(every, len(outcomes)),
        by_event=tuple(yields_by_event(network, outcomes)),
        by_year=tuple(yields_by_year(network, outcomes)),
        days_to_outcome=days_to_outcome(network, outcomes),
        segments={name: tuple(segments(groups, talks, produced, MOST_PARTS)) for name, groups in reach.groups.items()},
        reach=reach,
        mirror=self_seen,
        business=tuple(business),
        snapshots=tuple(snapshots(network, talks, outcomes)),
        changes=changes(network),
        people=names_of(produced),
    )


def as_json(report: Report) -> dict[str, Any]:
    """Return everything but the rows, which have a command of their own."""
    return {
        "export_date": report.on.isoformat(),
        "connections": len(report.connections.ids),
        "outcomes": _outcomes(report),
        "bands": {name: len(rows.ids) for name, rows in report.bands.items()},
        "rates": [each.json() for each in report.shares],
        "diagnosis": report.diagnosis.json(),
        "events": [each.json() for each in report.by_event],
        "years": [each.json() for each in report.by_year],
        "days_to_outcome": report.days_to_outcome.json(),
        "segments": {name: [_part(part) for part in parts] for name, parts in report.segments.items()},
        "reach": {"companies": report.reach.companies, "proxies": ["deciders", "companies"]},
        "mirror": {
            "replies_owed": len(report.mirror.replies_owed.ids),
            "reply_hours": report.mirror.reply_hours.json(),
            "asks": len(report.mirror.asks.ids),
            "gives": len(report.mirror.gives.ids),
            "regret_by_reason": [each.json() for each in report.mirror.regret_by_reason],
        },
        "per_hundred": [_per_hundred(each.json()) for each in report.business],
        "snapshots": [
            {"on": each.on.isoformat(), "connections": each.connected, "bands": each.bands} for each in report.snapshots
        ],
        "changes": {name: len(rows.ids) for name, rows in report.changes._asdict().items()},
    }


def _outcomes(report: Report) -> dict[str, Any]:
    found = report.outcomes
    by_event = outcome_counts.by_event(found)
    return {
        "total": len(found),
        "by_kind": _counts(outcome_counts.by_kind(found)),
        "by_year": _counts(outcome_counts.by_year(found)),
        "by_event": _counts(by_event),
        "without_event": len(found) - sum(map(len, by_event.values())),
        "by_person": _people(report, outcome_counts.by_person(found)),
        "by_introducer": _people(report, outcome_counts.by_introducer(found)),
    }


def _counts(grouped: Mapping[str, Sequence[int]]) -> dict[str, int]:
    return {name: len(ids) for name, ids in grouped.items()}


def _people(report: Report, grouped: Mapping[int, Sequence[int]]) -> list[dict[str, Any]]:
    named = [(report.people[person], person, ids) for person, ids in grouped.items()]
    return [
        {"id": public_id(person), "name": name, "profile": slug, "outcomes": len(ids)}
        for (name, slug), person, ids in sorted(named, key=lambda each: (-len(each[2]), each[0][0].casefold(), each[1]))
    ]


def _part(part: Segment) -> dict[str, Any]:
    return {
        "name": part.name,
        "people": part.people,
        "answered": _share(part.answered.json()),
        "produced": _share(part.produced.json()),
    }


def _share(told: dict[str, Any]) -> dict[str, Any]:
    return {name: told[name] for name in ("value", "low", "high", "n", "enough")}


def _per_hundred(told: dict[str, Any]) -> dict[str, Any]:
    scaled = {name: round(100 * told[name], 4) for name in ("value", "low", "high")}
    return {"name": told["name"], **scaled, "n": told["n"], "enough": told["enough"]}
