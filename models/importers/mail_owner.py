"""Which addresses are the owner's own: those LinkedIn knows, else what the mails themselves tell."""

from __future__ import annotations

from collections import Counter
from itertools import islice

from ..normalise import name_key
from ..store.facts import fact
from .mail import Letter, MailFile

OWN_ADDRESSES = "owner_emails"
"""The fact under which the addresses in LinkedIn's own file are kept."""

_GLANCE = 200
_MOST = 50_000
_SENT, _DELIVERED, _NAMED = 50, 20, 5
"""How much it says of an address that its mail lay among those sent, was delivered to it, or bears the owner's name;
merely to stand in a header says 1."""


def own_addresses(file: MailFile, names: set[str]) -> set[str]:
    """The owner's addresses. The file is walked only when those known stand in none of its first mails."""
    known = set((fact(OWN_ADDRESSES) or "").split())
    first = (
        letter.head.addresses(b"from", b"to", b"cc", b"delivered-to") for letter in islice(file.letters(), _GLANCE)
    )
    if any(not known.isdisjoint(addresses) for addresses in first):
        return known
    return known | _guess(file, names)


def _guess(file: MailFile, names: set[str]) -> set[str]:
    """The address that most speaks for, and every other from which mails were sent."""
    said: Counter[str] = Counter()
    sent: set[str] = set()
    for letter in file.letters():
        if len(said) > _MOST:
            said = Counter(dict(said.most_common(_MOST // 2)))
        if letter.is_sent and letter.sender:
            sent.add(letter.sender)
        said.update(_evidence(letter, names))
    best = [address for address, weight in said.most_common(2) if weight > 1]
    if len(best) == 2 and said[best[0]] == said[best[1]]:
        return sent  # two who wrote to each other: either may be the owner
    return sent | set(best[:1])


def _evidence(letter: Letter, names: set[str]) -> Counter[str]:
    found = Counter(letter.head.addresses(b"from", b"to"))
    found.update(dict.fromkeys(letter.head.addresses(b"delivered-to")[:1], _DELIVERED))
    if letter.is_sent:
        found[letter.sender] += _SENT
    for named in letter.head.mailboxes(b"from", b"to"):
        if name_key(named.name) in names:
            found[named.address] += _NAMED
    return found
