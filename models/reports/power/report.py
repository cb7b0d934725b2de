"""The whole report: every number, put together from a few readings of the store."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from ...errors import NotFoundError
from . import came as attribution
from .business import mined
from .came import Came, read_outcomes
from .changes import Changes, changes
from .diagnosis import Diagnosis, diagnose
from .made_of import Part, bands, parts, shares
from .mirror import Mirror, mirror
from .network import read_network
from .numbers import Rows, Share, Spread
from .opened import named
from .reach import Reach, read_reach
from .snapshots import Snapshot, snapshots
from .talks import read_talks
from .yields import Yield, days_to_outcome, yields_by_event, yields_by_year

MOST_PARTS = 10
"""So many events, employers and years are told one by one."""


class Report(NamedTuple):
    """The power of a network, in numbers. Each `Share` and `Rows` can be opened with `opened`."""

    on: date
    """The newest export's day."""
    connections: Rows
    outcomes: tuple[Came, ...]
    bands: Mapping[str, Rows]
    """Who of those connected now is in each band."""
    shares: tuple[Share, ...]
    """Every rate, the user's own part and the business ones too."""
    diagnosis: Diagnosis
    by_event: tuple[Yield, ...]
    by_year: tuple[Yield, ...]
    days_to_outcome: Spread
    segments: Mapping[str, tuple[Part, ...]]
    """By `event`, `employer` and `year`: the largest groups, and how they answered and produced."""
    reach: Reach
    mirror: Mirror
    business: tuple[Share, ...]
    snapshots: tuple[Snapshot, ...]
    changes: Changes
    people: Mapping[int, tuple[str, str | None]]
    """Name and slug of whoever had a part in an outcome."""

    def rows(self, name: str) -> Rows:
        """What the number of this name rests on; raises `NotFoundError`."""
        known = self._every_row()
        if name not in known:
            raise NotFoundError(f"The report has no number “{name}”.", f"There are: {', '.join(known)}.")
        return known[name]

    def _every_row(self) -> dict[str, Rows]:
        found = {each.name: each.rows for each in self.shares}
        found |= {"connections": self.connections, "replies_owed": self.mirror.replies_owed}
        found |= {"asks": self.mirror.asks, "gives": self.mirror.gives, **self.changes._asdict()}
        found |= {"outcomes": Rows("outcomes", [came.id for came in self.outcomes])}
        found |= {f"kind:{kind}": Rows("outcomes", ids) for kind, ids in attribution.by_kind(self.outcomes).items()}
        found |= {f"year:{year}": Rows("outcomes", ids) for year, ids in attribution.by_year(self.outcomes).items()}
        found |= {f"event:{each.name}": each.outcomes for each in self.by_event}
        found |= {f"band:{band}": people for band, people in self.bands.items()}
        return found | {f"people:{each.name}": each.people for each in self.by_event}

    def json(self) -> dict[str, Any]:
        """What `picky report --json` gives."""
        from .as_json import as_json

        return as_json(self)


def report(tell: Callable[[str], None] = lambda _: None) -> Report:
    """Everything, as the store is now; `tell` is told what is read next, and may raise to have it stop."""
    tell("connections")
    network = read_network()
    tell("messages")
    talks = read_talks(network)
    tell("outcomes")
    outcomes = read_outcomes(network)
    produced = attribution.producers(outcomes)
    tell("titles")
    reach, self_seen = read_reach(network), mirror(network, talks)
    tell("archives")
    business = mined(network, outcomes, self_seen.asks.ids)
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
        segments={
            name: tuple(parts(groups, talks, produced, MOST_PARTS)) for name, groups in reach.groups.items()
        },
        reach=reach,
        mirror=self_seen,
        business=tuple(business),
        snapshots=tuple(snapshots(network, talks, outcomes)),
        changes=changes(network),
        people=named(produced),
    )  # fmt: skip
