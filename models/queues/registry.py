"""Which queues there are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

from ..errors import UsageError
from ..policy import Bars
from .base import Queue


def _invites() -> Queue:
    from .invites import InvitesQueue

    return InvitesQueue()


def _intros() -> Queue:
    from .intros import IntrosQueue

    return IntrosQueue()


def _stale() -> Queue:
    from .stale import StaleQueue

    return StaleQueue()


def _duplicates() -> Queue:
    from .duplicates import DuplicatesQueue

    return DuplicatesQueue()


def _sent() -> Queue:
    from .sent import SentQueue

    return SentQueue()


def _replies() -> Queue:
    from .replies import RepliesQueue

    return RepliesQueue()


def _outcomes() -> Queue:
    from .outcomes import OutcomesQueue

    return OutcomesQueue()


class Entry(NamedTuple):
    """A queue that need not be imported to be counted."""

    load: Callable[[], Queue]
    """Imports it: all seven take 70 ms of CPU, and whoever counts cards or reviews one queue needs none or one."""
    days_until_asked: Callable[[Bars], int] | None = None
    """How many days a card waits, by the policy, before it is asked about; `None` where it need not wait."""


QUEUES: Mapping[str, Entry] = {
    "invites": Entry(_invites),
    "intros": Entry(_intros),
    "stale": Entry(_stale),
    "duplicates": Entry(_duplicates),
    "sent": Entry(_sent),
    "replies": Entry(_replies),
    "outcomes": Entry(_outcomes, days_until_asked=lambda bars: bars.days_until_asked),
}
"""Every queue by its name, in the order home shows them."""


@cache
def queue_named(name: str) -> Queue:
    """Return the queue of this name; raises `UsageError`."""
    if name not in QUEUES:
        raise UsageError(f"There is no queue “{name}”.", f"There are: {', '.join(QUEUES)}.")
    return QUEUES[name].load()


def every_queue() -> list[Queue]:
    """Return all of them."""
    return [queue_named(name) for name in QUEUES]
