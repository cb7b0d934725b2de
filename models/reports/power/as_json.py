"""The report as `picky report --json` gives it. Field names are a contract."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ...queues.base import public_id
from . import came as attribution

if TYPE_CHECKING:
    from .made_of import Part
    from .report import Report


def as_json(report: Report) -> dict[str, Any]:
    """Everything but the rows, which have a command of their own."""
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
            "replies_owed": len(report.mirror.replies_owed.ids), "reply_hours": report.mirror.reply_hours.json(),
            "asks": len(report.mirror.asks.ids), "gives": len(report.mirror.gives.ids),
            "regret_by_reason": [each.json() for each in report.mirror.regret_by_reason],
        },
        "per_hundred": [_per_hundred(each.json()) for each in report.business],
        "snapshots": [
            {"on": each.on.isoformat(), "connections": each.connected, "bands": each.bands} for each in report.snapshots
        ],
        "changes": {name: len(rows.ids) for name, rows in report.changes._asdict().items()},
    }  # fmt: skip


def _outcomes(report: Report) -> dict[str, Any]:
    found = report.outcomes
    by_event = attribution.by_event(found)
    return {
        "total": len(found),
        "by_kind": _counts(attribution.by_kind(found)),
        "by_year": _counts(attribution.by_year(found)),
        "by_event": _counts(by_event),
        "without_event": len(found) - sum(map(len, by_event.values())),
        "by_person": _people(report, attribution.by_person(found)),
        "by_introducer": _people(report, attribution.by_introducer(found)),
    }


def _counts(grouped: Mapping[str, Sequence[int]]) -> dict[str, int]:
    return {name: len(ids) for name, ids in grouped.items()}


def _people(report: Report, grouped: Mapping[int, Sequence[int]]) -> list[dict[str, Any]]:
    named = [(report.people[person], person, ids) for person, ids in grouped.items()]
    return [
        {"id": public_id(person), "name": name, "profile": slug, "outcomes": len(ids)}
        for (name, slug), person, ids in sorted(named, key=lambda each: (-len(each[2]), each[0][0].casefold(), each[1]))
    ]


def _part(part: Part) -> dict[str, Any]:
    return {
        "name": part.name, "people": part.people,
        "answered": _share(part.answered.json()), "produced": _share(part.produced.json()),
    }  # fmt: skip


def _share(told: dict[str, Any]) -> dict[str, Any]:
    return {name: told[name] for name in ("value", "low", "high", "n", "enough")}


def _per_hundred(told: dict[str, Any]) -> dict[str, Any]:
    scaled = {name: round(100 * told[name], 4) for name in ("value", "low", "high")}
    return {"name": told["name"], **scaled, "n": told["n"], "enough": told["enough"]}
