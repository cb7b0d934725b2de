"""Who the network is made of: bands, groups, titles, and what a hundred people led to."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from functools import cache
from typing import NamedTuple

from ...signals import Band
from ...store import Person
from ...store.query import plain_rows
from .conversations import Conversation
from .network_data import Network, year_of
from .numbers import Rows, Share, share
from .outcome_counts import OutcomeRecord

GOOD = frozenset({Band.VOUCHED, Band.ACTIVE})
"""Bands of people you can turn to."""


class Segment(NamedTuple):
    """A group of connections, and how they did."""

    name: str
    people: int
    answered: Share
    """Of those the user wrote to, who ever answered."""
    produced: Share
    """Of all, who ever had a part in an outcome."""


def bands(network: Network) -> dict[str, Rows]:
    """Return who of those connected now is in each band."""
    found: dict[Band, list[int]] = {band: [] for band in Band}
    for person in network.connected:
        found[network.band(person)].append(person)
    return {band.value: Rows("people", people) for band, people in found.items()}


def shares(network: Network, talks: Mapping[int, Conversation], produced: Collection[int]) -> list[Share]:
    """Return who ever answered, began and produced, and who is good, among those connected now."""
    everybody = network.connected
    held = {person: talk for person, talk in talks.items() if person in everybody}
    return [
        answered("ever_answered", held),
        share(
            "ever_started",
            "of your connections ever began a conversation",
            [person for person, talk in held.items() if talk.began],
            len(everybody),
        ),
        share(
            "ever_produced",
            "of your connections ever had a part in an outcome",
            [person for person in produced if person in everybody],
            len(everybody),
        ),
        share(
            "good",
            "of your connections are good ones: vouched for, or in touch",
            [person for person in everybody if network.band(person) in GOOD],
            len(everybody),
        ),
    ]


def answered(name: str, talks: Mapping[int, Conversation]) -> Share:
    """Of the people the user wrote to, who ever answered."""
    written = [(person, talk) for person, talk in talks.items() if talk.sent]
    found = [person for person, talk in written if talk.has_answered]
    return share(name, "of the people you wrote to ever answered", found, len(written))


def segments(
    groups: Mapping[str, Collection[int]], talks: Mapping[int, Conversation], produced: Collection[int], most: int
) -> list[Segment]:
    """Return the largest groups, each with how it answered and what it produced."""
    largest = sorted(groups.items(), key=lambda each: (-len(each[1]), each[0]))[:most]
    made = set(produced)
    return [
        Segment(
            name,
            len(people),
            answered(name, {person: talks[person] for person in people if person in talks}),
            share(
                name,
                "of them ever had a part in an outcome",
                [person for person in people if person in made],
                len(people),
            ),
        )
        for name, people in largest
    ]


# Whoever decides over a job, a budget or an investment; an assistant's title only sounds like it.
_DECIDES = re.compile(
    r"\b(?:c[efotmi]o|ch(?:ief|air(?:man|woman|person)?)|president|founder|co-?founder|owner|partner|director|head|vp|svp|evp|"
    r"vice president|manager|lead|investor|principal|board|hiring|recruiter|talent acquisition|procurement|"
    r"gesch[aä]ftsf[uü]hrer(?:in)?|vorstand|leiter(?:in)?|inhaber(?:in)?|gr[uü]nder(?:in)?|"
    r"director[ae]?|gerente|fundador[ae]?|jefe|jefa|socio|socia|directeur|directrice|fondat(?:eur|rice)|gérante?|associée?)\b"
)
_SOUNDS_LIKE = re.compile(
    r"\b(?:assistant|assistente?n?|assistenz|asistente|office of the|intern|trainee|student|junior)\b"
)


class Reach(NamedTuple):
    """What titles and companies say."""

    deciders: Share
    companies: int
    """How many companies they work for."""
    groups: dict[str, dict[str, set[int]]]
    """Connections by `event`, `employer` and `year` of connecting."""


def read_reach(network: Network) -> Reach:
    """Titles and companies of everyone who is connected now."""
    titled, deciders = 0, []
    employers: defaultdict[str, set[int]] = defaultdict(set)
    spelled: defaultdict[str, Counter[str]] = defaultdict(Counter)
    columns = (Person.id, Person.company_key, Person.company, Person.title)
    query = Person.select(*columns).where((Person.company_key != "") | (Person.title != ""))
    for person, key, company, title in plain_rows(query):
        if person not in network.connected:
            continue
        if key:
            employers[key].add(person)
            spelled[key][company] += 1
        if title:
            titled += 1
            if decides(title):
                deciders.append(person)
    names = {key: spelled[key].most_common(1)[0][0] for key in employers}
    groups = {
        "event": _events(network),
        "employer": {names[key]: people for key, people in employers.items()},
        "year": _years(network),
    }
    words = "of your connections with a known title decide over jobs or money, going by that title"
    return Reach(share("deciders", words, deciders, titled), len(employers), groups)


@cache
def decides(title: str) -> bool:
    """Return whether a title sounds as if its bearer decides over jobs or money: a proxy, no more."""
    small = title.lower()
    return _DECIDES.search(small) is not None and _SOUNDS_LIKE.search(small) is None


def _events(network: Network) -> dict[str, set[int]]:
    found: defaultdict[str, set[int]] = defaultdict(set)
    for person, meetings in network.meetings.items():
        for meeting in meetings:
            if meeting.event and person in network.connected:
                found[meeting.event].add(person)
    return found


def _years(network: Network) -> dict[str, set[int]]:
    found: defaultdict[str, set[int]] = defaultdict(set)
    for person in network.connected:
        found[year_of(network.since.get(person, 0))].add(person)
    return found


BUSINESS_KINDS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "meetings": ("of your connections led to a meeting", ("meeting",)),
    "customers": ("of your connections led to a customer", ("customer",)),
    "partners": ("of your connections led to a partner or a partnership", ("partner", "partnership")),
}


def business_rates(network: Network, found: Collection[OutcomeRecord], asks: Collection[int]) -> list[Share]:
    """People asked, and people who led to a meeting, a customer, a partner, among those connected: a rate times a hundred.

    People are counted, not outcomes: two meetings with one person are one person who led to a meeting.
    """
    asked = {network.root(person) for person in asks} & network.connected
    shares = [share("asked", "of your connections were asked for something", asked, len(network.connected))]
    for name, (words, kinds) in BUSINESS_KINDS.items():
        people = {person for came in found if came.kind in kinds for person in came.people} & network.connected
        shares.append(share(name, words, people, len(network.connected)))
    return shares
