"""Archives of every era, raw or saved again: `archive("2021", folder)` writes one, and says its truth."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path

from seeds.invention.world import Person
from tests.invented.build import new_network
from tests.invented.containers import CONTAINERS, pack
from tests.invented.files import files_of
from tests.invented.forms import FORMS
from tests.invented.network import OWNER, Case, Network
from tests.invented.spelling import Era, Links
from tests.invented.truth import Invented, Sent, Truth, Who, plain

__all__ = [
    "CONNECTIONS",
    "CONTAINERS",
    "ERAS",
    "FILES",
    "INVITATIONS",
    "MESSAGES",
    "archive",
    "key",
    "truth_of",
]

ERAS: tuple[str, ...] = tuple(FORMS)
"""Every form `archive` can write."""
CONNECTIONS, INVITATIONS, MESSAGES = FILES = ("connections.csv", "invitations.csv", "messages.csv")
"""The three files that hold the network."""


def archive(
    era: str,
    folder: Path,
    seed: int = 1,
    n_connections: int = 120,
    *,
    container: str = "zip",
    only: Collection[str] = FILES,
) -> Invented:
    """Write an invented archive of that era into the folder, in one of the CONTAINERS.

    With `only`, the other network files are left out, and the truth is what the rest can tell. A "single
    file" is the first of those, alone: nobody is vouched for. A band that they cannot tell is left out.
    """
    form = FORMS[era]
    network = new_network(seed, form.on, n_connections, spelt=_speller(form), zones=era != "2018")
    if container == "single file":
        only = tuple(only)[:1]
        _forget_praise(network)
    written = files_of(form, network)
    kept = [name for name in written if name.lower() in only or name.lower() not in FILES]
    files = {name: written[name] for name in sorted(kept, key=lambda name: name.lower() not in only)}
    return Invented(pack(files, container, folder, form.on), form.on, truth_of(form, network, only))


def _speller(form: Era) -> Callable[[str], bool]:
    """Excel writes a question mark for what its code page lacks: such people stay out of the archive."""
    codec = "cp1252" if form.encoding == "cp1252" else "utf-8"
    return lambda text: text.encode(codec, errors="ignore").decode(codec) == text


def truth_of(era: Era, network: Network, only: Collection[str] = FILES) -> Truth:
    """What those files of the era can tell about the network."""
    letters = [letter for letter in network.letters if era.shows(letter) and MESSAGES in only]
    cases = network.cases if INVITATIONS in only else []
    ties = network.ties if CONNECTIONS in only else []
    fates = {case: _fate(case, era, network, only) for case in cases}

    def sent(fate: str, *, outgoing: bool = False) -> frozenset[Sent]:
        found = (case.invite for case in cases if fates[case] == fate and case.invite.outgoing is outgoing)
        return frozenset(Sent(plain(invite.person.name), invite.sent) for invite in found)

    return Truth(
        owner=OWNER.name,
        owner_profile=_owner_profile(era, only),
        connections=sum(tie.person is not None for tie in ties),
        hidden=sum(tie.person is None for tie in ties),
        invitations=len(cases),
        message_rows=len(letters),
        messages=len({letter.message for letter in letters}),
        kinds=Counter(letter.kind for letter in letters),
        pending=sent("pending"),
        cannot_tell=sent("cannot_tell"),
        accepted=sent("accepted"),
        expired=sent("expired"),
        sent_pending=sent("pending", outgoing=True),
        sent_cannot_tell=sent("cannot_tell", outgoing=True),
        bands={
            _who(era, tie.person, tie.since.date()): _band(era, network, tie.person, only)
            for tie in ties
            if tie.person and tie.person not in _undecided(network, only)
        },
    )


def _undecided(network: Network, only: Collection[str]) -> set[Person | None]:
    """Without the invitations, the copy of a note looks like any message."""
    if INVITATIONS in only or MESSAGES not in only:
        return set()
    notes = [letter.message for letter in network.letters if letter.kind == "note"]
    return {person for message in notes for person in (message.sender, *message.to)}


def _forget_praise(network: Network) -> None:
    """As if nobody had ever recommended anybody."""
    network.praise.clear()
    network.bands |= {person: "never" for person, band in network.bands.items() if band == "vouched"}


def key(person: Person) -> str:
    """The slug as links are compared: decoded, composed, in small letters."""
    return unicodedata.normalize("NFC", person.slug).casefold()


def _owner_profile(era: Era, only: Collection[str]) -> str | None:
    in_invitations = era.links is Links.EVERYWHERE and INVITATIONS in only
    in_messages = era.links is not Links.NOWHERE and MESSAGES in only
    return OWNER.slug if in_invitations or in_messages else None


def _fate(case: Case, era: Era, network: Network, only: Collection[str]) -> str:
    told = case.by_name if era.by_name else case.with_links
    is_old = (network.on - case.invite.sent.date()).days > 180
    without_witness = "expired" if is_old else "pending"
    if CONNECTIONS in only:
        is_removed = case.note_copied and case.invite.person not in network.bands
        return without_witness if is_removed and MESSAGES not in only else told
    if case.note_copied and MESSAGES in only:
        return "accepted"
    return "expired" if is_old else "cannot_tell"


def _who(era: Era, person: Person, day: date) -> Who:
    return Who(plain(person.name), None if era.named_connections else key(person), day)


def _band(era: Era, network: Network, person: Person, only: Collection[str]) -> str:
    band = network.bands[person]
    nameless = era.named_connections and person in network.namesakes
    return "never" if band != "vouched" and (nameless or MESSAGES not in only) else band
