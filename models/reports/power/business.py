"""For whoever mines a network for business: what a hundred people gave."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from .came import Came
from .network import Network
from .numbers import Share, share

MINED: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "meetings": ("of your connections led to a meeting", ("meeting",)),
    "customers": ("of your connections led to a customer", ("customer",)),
    "partners": ("of your connections led to a partner or a partnership", ("partner", "partnership")),
}


def mined(network: Network, found: Collection[Came], asks: Collection[int]) -> list[Share]:
    """People asked, and people who led to a meeting, a customer, a partner, among those connected: a rate times a hundred.

    People are counted, not outcomes: two meetings with one person are one person who led to a meeting.
    """
    asked = {network.root(person) for person in asks} & network.connected
    shares = [share("asked", "of your connections were asked for something", asked, len(network.connected))]
    for name, (words, kinds) in MINED.items():
        people = {person for came in found if came.kind in kinds for person in came.people} & network.connected
        shares.append(share(name, words, people, len(network.connected)))
    return shares
