"""Values of a card as JSON gives them."""

from __future__ import annotations

from datetime import UTC, datetime

from ..policy.facts import Meeting
from .base import Json


def in_utc(at: datetime) -> str:
    """Return a moment in ISO 8601, in UTC, to the second."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def meeting_json(met: Meeting | None) -> Json | None:
    """Return where and when somebody was met; `None` when they were not."""
    if met is None:
        return None
    return {
        "event": met.event,
        "date": met.on.isoformat() if met.on else None,
        "impression": met.impression or None,
    }
