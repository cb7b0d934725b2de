"""Who a mail is from: a known address, a known name that the mail agrees with, or a stranger."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import islice

from ...store import Handle, Invitation, Person
from ...store.facts import FactKey, fact
from ...store.query import rows
from ...text.companies import company_key
from ...text.email_domains import company_label
from ...text.folding import name_key, plain_name, slug_of, squeeze
from ..known_people import KnownPeople, KnownPerson
from .files import MailFile, MailFileEntry
from .headers import Mailbox

_GLANCE = 200
_MOST = 50_000
_SENT, _DELIVERED, _NAMED = 50, 20, 5
"""How much it says of an address that its mail lay among those sent, was delivered to it, or bears the owner's name;
merely to stand in a header says 1."""


def own_addresses(file: MailFile, names: set[str]) -> set[str]:
    """Return the owner's addresses. The file is walked only when those known stand in none of its first mails."""
    known = set((fact(FactKey.OWNER_EMAILS) or "").split())
    first = (
        letter.head.addresses(b"from", b"to", b"cc", b"delivered-to") for letter in islice(file.letters(), _GLANCE)
    )
    if any(not known.isdisjoint(addresses) for addresses in first):
        return known
    return known | _guess(file, names)


def _guess(file: MailFile, names: set[str]) -> set[str]:
    """Return the address that most speaks for, and every other from which mails were sent."""
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


def _evidence(letter: MailFileEntry, names: set[str]) -> Counter[str]:
    found = Counter(letter.head.addresses(b"from", b"to"))
    found.update(dict.fromkeys(letter.head.addresses(b"delivered-to")[:1], _DELIVERED))
    if letter.is_sent:
        found[letter.sender] += _SENT
    for named in letter.head.mailboxes(b"from", b"to"):
        if name_key(named.name) in names:
            found[named.address] += _NAMED
    return found


_ABOUT = re.compile(
    r"linked\s?in|\binvitations?\b|\binvited? you\b|\beinladung|\beingeladen\b|\binvitaci[oó]n|\binvitado\b|\bconnection request\b|\bconnect with you\b|"
    r"\bkontaktanfrage|\bvernetz|\bsolicitud\b|\bdemande (?:de connexion|de contact)|\bconnect(?:er|ar) con(?:tigo)?\b",
    re.IGNORECASE,
)
_PROFILE = re.compile(r"linkedin\.com/in/[^\s<>\"')\]]{1,200}", re.IGNORECASE)
_LEAST_WORD = 5
"""Letters that the first word of a company must have to be its domain alone."""


@dataclass(slots=True)
class SenderIndex:
    """Everyone an address or a name may stand for."""

    by_address: defaultdict[str, list[KnownPerson]] = field(default_factory=lambda: defaultdict(list))
    by_name: defaultdict[str, list[KnownPerson]] = field(default_factory=lambda: defaultdict(list))
    """Connections, and people with an invitation that may be pending, by the name without credentials."""
    inviting: set[int] = field(default_factory=set)
    roots: dict[int, int] = field(default_factory=dict)

    @classmethod
    def of(cls, roster: KnownPeople) -> SenderIndex:
        """Return everyone in the store."""
        made = cls()
        waiting = Invitation.select(Invitation.person).where(Invitation.fate.in_(["pending", "unknown"]))
        invited = {row[0] for row in rows(waiting)}
        made.inviting = {row[0] for row in rows(waiting.where(~Invitation.outgoing))}
        made.roots = dict(rows(Person.select(Person.id, Person.same_as).where(Person.same_as.is_null(False))))
        for known in roster.by_id.values():
            if known.email:
                made.by_address[known.email.casefold()].append(known)
            if known.source is None and (known.is_connected or known.id in invited) and " " in known.name:
                made.by_name[plain_name(known.name)].append(known)
        for person, address in rows(Handle.select(Handle.person, Handle.value).where(Handle.kind == "email")):
            if person in roster.by_id:
                made.by_address[address.casefold()].append(roster.by_id[person])
        return made

    def at(self, box: Mailbox) -> KnownPerson | None:
        """Return who is known by this address; of several, whoever has that name, then whoever LinkedIn knows."""
        found = {self.roots.get(known.id, known.id): known for known in reversed(self.by_address.get(box.address, ()))}
        several = list(found.values())
        for fitting in (
            several,
            [known for known in several if plain_name(known.name) == plain_name(box.name)],
            [known for known in several if known.source is None],
        ):
            if len(fitting) == 1:
                return fitting[0]
        return several[-1] if several else None

    def named(self, box: Mailbox) -> list[KnownPerson]:
        """Return who goes by the full name that stands beside the address."""
        return self.by_name.get(plain_name(box.name), []) if " " in box.name else []

    def agrees(self, known: KnownPerson, box: Mailbox, words: str) -> bool:
        """Return whether more than the name says that they wrote this: their company's domain, their profile, their invitation.

        Anybody can write a name and a few words: of someone the user is connected to, only the domain is believed.
        """
        if _is_domain_of(box.address, known.company):
            return True
        if known.id not in self.inviting:
            return False
        slugs = {slug_of(found) for found in _PROFILE.findall(words)}
        return known.slug in slugs if known.slug and slugs else _ABOUT.search(words) is not None


def _is_domain_of(address: str, company: str) -> bool:
    """Return whether an address is at the company's own domain: `hedgehog.example` for Hedgehog Software."""
    domain = company_label(address.rpartition("@")[2])
    words = company_key(company).split()
    if not domain or not words:
        return False
    first = {words[0]} if len(words[0]) >= _LEAST_WORD else set()
    spelled = (words, [word for word in words if word != "and"])  # AT&T is at att.com, Marks & Spencer in full
    return domain in first.union(*({"".join(parts), "-".join(parts)} for parts in spelled))


def name_spellings(box: Mailbox) -> str:
    """Return what to call a stranger: the name beside the address, else the address."""
    return squeeze(box.name) or box.address
