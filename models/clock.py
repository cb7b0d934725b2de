"""The only place that asks the machine what time it is.

Two clocks rule picky: the newest export's date, for everything said about people, and this one, for what the user did
and when a card comes back. `PICKY_NOW` (ISO 8601) freezes it for tests, demos and screenshots.
"""

from __future__ import annotations

import os
from datetime import UTC, date, datetime


def now() -> datetime:
    """Return the present moment, aware, in UTC, to the second."""
    frozen = os.environ.get("PICKY_NOW")
    if frozen:
        moment = datetime.fromisoformat(frozen)
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return datetime.now(UTC).replace(microsecond=0)


def today() -> date:
    """Return the present day where the user is."""
    return now().date() if os.environ.get("PICKY_NOW") else datetime.now().astimezone().date()
