"""Which queues there are. Each is imported when it is first asked for."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from ..errors import UsageError
from .base import Queue

QUEUES = ("invites", "intros", "stale", "duplicates", "sent", "replies", "outcomes")
"""Every queue, in the order home shows them: the name of its module, and of the queue."""


@cache
def queue_named(name: str) -> Queue:
    """The queue of this name; raises `UsageError`."""
    if name not in QUEUES:
        raise UsageError(f"There is no queue “{name}”.", f"There are: {', '.join(QUEUES)}.")
    queue: Queue = import_module(f"models.queues.{name}").QUEUE
    return queue


def every_queue() -> list[Queue]:
    """All of them."""
    return [queue_named(name) for name in QUEUES]
