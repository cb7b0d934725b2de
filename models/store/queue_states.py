"""What is remembered about each queue: whether the policy is quiet there, and which cards were passed over."""

from __future__ import annotations

from collections.abc import Sequence

from .decisions import QueueState
from .query import Query, Statement, param

_QUIET = Query(str, lambda: QueueState.select(QueueState.queue).where(QueueState.is_quiet))
_SKIPPED = Query(list[int], lambda: QueueState.select(QueueState.skipped).where(QueueState.queue == param("queue")))
_ADD = Statement(lambda: QueueState.insert(queue=param("queue")))
_SET_QUIET = Statement(lambda: QueueState.update(is_quiet=param("is_quiet")).where(QueueState.queue == param("queue")))
_SET_SKIPPED = Statement(lambda: QueueState.update(skipped=param("skipped")).where(QueueState.queue == param("queue")))


def quiet_queues() -> frozenset[str]:
    """Return the queues in which the policy was found to be no better than a constant answer."""
    return frozenset(_QUIET.rows())


def set_quiet(queue: str, *, is_quiet: bool) -> None:
    """Remember whether the policy is quiet in a queue."""
    _know(queue)
    _SET_QUIET.run(queue=queue, is_quiet=is_quiet)


def skipped_in(queue: str) -> list[int]:
    """Return the cards of a queue that were passed over, the first one first."""
    return _SKIPPED.first(queue=queue) or []


def set_skipped(queue: str, cards: Sequence[int]) -> None:
    """Remember the cards of a queue that were passed over."""
    _know(queue)
    _SET_SKIPPED.run(queue=queue, skipped=list(cards))


def _know(queue: str) -> None:
    if _SKIPPED.first(queue=queue) is None:
        _ADD.run(queue=queue)
