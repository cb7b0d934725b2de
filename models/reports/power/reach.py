"""How much those people could do, going by their titles: a proxy, and named as one. And the groups they come from."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache
from typing import NamedTuple

from ...store import Person
from ...store.query import plain_rows
from .network import Network, year_of
from .numbers import Share, share

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
    """Titles and companies of everybody who is connected now."""
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
    """Whether a title sounds as if its bearer decides over jobs or money: a proxy, no more."""
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
