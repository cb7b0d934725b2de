"""What to look at next: who is in which queue, in what order, and what stands on each card."""

from __future__ import annotations

from .base import Count, Item, Place, Queue
from .intros import IntrosQueue
from .invites import InvitesQueue
from .stale import StaleQueue

QUEUES: tuple[Queue, ...] = (InvitesQueue(), IntrosQueue(), StaleQueue())
"""Every queue there is, in the order home shows them."""

__all__ = ["QUEUES", "Count", "Item", "Place", "Queue"]
