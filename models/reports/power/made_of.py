"""Who the network is made of: bands, who answered, began and produced, and how many of all are good connections."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from ...signals import Band
from .network import Network
from .numbers import Rows, Share, share
from .talks import Talk

GOOD = frozenset({Band.VOUCHED, Band.ACTIVE})
"""Bands of people you can turn to."""


class Part(NamedTuple):
    """A group of connections, and how they did."""

    name: str
    people: int
    answered: Share
    """Of those the user wrote to, who ever answered."""
    produced: Share
    """Of all, who ever had a part in an outcome."""


def bands(network: Network) -> dict[str, Rows]:
    """Who of those connected now is in each band."""
    found: dict[Band, list[int]] = {band: [] for band in Band}
    for person in network.connected:
        found[network.band(person)].append(person)
    return {band.value: Rows("people", people) for band, people in found.items()}


def shares(network: Network, talks: Mapping[int, Talk], produced: Collection[int]) -> list[Share]:
    """Who ever answered, began and produced, and who is good, among those connected now."""
    everybody = network.connected
    held = {person: talk for person, talk in talks.items() if person in everybody}
    return [
        answered("ever_answered", held),
        share(
            "ever_started", "of your connections ever began a conversation",
            [person for person, talk in held.items() if talk.began], len(everybody),
        ),
        share(
            "ever_produced", "of your connections ever had a part in an outcome",
            [person for person in produced if person in everybody], len(everybody),
        ),
        share(
            "good", "of your connections are good ones: vouched for, or in touch",
            [person for person in everybody if network.band(person) in GOOD], len(everybody),
        ),
    ]  # fmt: skip


def answered(name: str, talks: Mapping[int, Talk]) -> Share:
    """Of the people the user wrote to, who ever answered."""
    written = [(person, talk) for person, talk in talks.items() if talk.sent]
    found = [person for person, talk in written if talk.has_answered]
    return share(name, "of the people you wrote to ever answered", found, len(written))


def parts(
    groups: Mapping[str, Collection[int]], talks: Mapping[int, Talk], produced: Collection[int], most: int
) -> list[Part]:
    """The largest groups, each with how it answered and what it produced."""
    largest = sorted(groups.items(), key=lambda each: (-len(each[1]), each[0]))[:most]
    made = set(produced)
    return [
        Part(
            name, len(people),
            answered(name, {person: talks[person] for person in people if person in talks}),
            share(
                name, "of them ever had a part in an outcome", [person for person in people if person in made], len(people)
            ),
        )
        for name, people in largest
    ]  # fmt: skip
