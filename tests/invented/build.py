"""Builds a network: every hard case first, then quiet people up to the number wanted."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import date

from seeds.invention.crowd import strangers
from seeds.invention.world import Person
from tests.invented.invitations import add_invitations
from tests.invented.network import OWNER, Network
from tests.invented.talks import add_bands, add_noise
from tests.invented.truth import plain

__all__ = ["new_network"]


def new_network(
    seed: int,
    on: date,
    connections: int,
    *,
    spelt: Callable[[str], bool] = lambda name: True,
    zones: bool = True,
) -> Network:
    """A network of that many named connections, with people whose names the files can spell.

    `zones` is whether it has cases that hang on the hour, which 2018 cannot tell.
    """
    rng = random.Random(f"{seed} {on}")
    people = (person for person in strangers(rng) if spelt(f"{person.name} {person.slug}"))
    network = Network(on, rng, _distinct(people), spelt)
    add_invitations(network, zones=zones)
    add_bands(network)
    add_noise(network)
    assert connections >= len(network.ties), f"the hard cases alone need {len(network.ties)} connections"
    for n in range(connections - len(network.ties)):
        network.connect("never", 190 + 17 * n % 3300)
    for n in range(max(2, connections // 50)):
        network.hide(200 + 40 * n)
    return network


def _distinct(people: Iterator[Person]) -> Iterator[Person]:
    """People no two of whom could be taken for one another, however a reader trims or folds names."""
    seen = {plain(OWNER.name).casefold()}
    for person in people:
        key = plain(person.name).casefold()
        if key not in seen:
            seen.add(key)
            yield person
