"""The hard cases of invitations, one by one: what happened, and what an export can know of it."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from seeds.invention.world import Invite, Person, Tie
from tests.invented.network import STOCK_NOTE, Case, Network

__all__ = ["accept", "add_invitations", "twin"]


def add_invitations(net: Network, *, zones: bool) -> None:
    """Accepted, pending, expired and removed invitations, namesakes, links in every spelling."""
    for outgoing in (False, True):
        _accepted(net, outgoing=outgoing)
        _unanswered(net, outgoing=outgoing)
        _removed(net, outgoing=outgoing)
    _spellings(net)
    _namesakes(net)
    if zones:
        _late_evening(net)


def accept(net: Network, sent: float, since: float, note: str = "", *, outgoing: bool = False, **who: str) -> Person:
    """Somebody invited and connected so many days ago; an accepted note comes back as a message."""
    person = replace(next(net.people), **who)
    net.connect("never", since, person)
    invite = Invite(person, net.ago(sent), note, outgoing, net.ago(since))
    net.invite(Case(invite, "accepted", "accepted", note_copied=bool(note)))
    return person


def _leave(net: Network, sent: float, note: str = "", *, outgoing: bool = False, fate: str = "pending") -> Person:
    person = next(net.people)
    net.invite(Case(Invite(person, net.ago(sent), note, outgoing), fate, fate))
    return person


def _accepted(net: Network, *, outgoing: bool) -> None:
    for sent, since in ((3, 0.02), (10, 7), (31, 30), (90, 62), (150, 120), (178, 176), (300, 170)):
        accept(net, sent, since, outgoing=outgoing)
    for sent, note in (
        (20, "We met at the harbour, in the rain."),
        (70, STOCK_NOTE),
        (40, "Two\nlines, one hello."),
    ):
        accept(net, sent, sent - 2.3, note, outgoing=outgoing)


def _unanswered(net: Network, *, outgoing: bool) -> None:
    for sent in (0.5, 9, 44, 130, 178):
        _leave(net, sent, outgoing=outgoing)
    for sent, note in ((15, STOCK_NOTE), (65, STOCK_NOTE), (33, "Dear Robin, your bridge was my favourite.")):
        _leave(net, sent, note, outgoing=outgoing)
    for sent in (183, 240, 330):
        _leave(net, sent, outgoing=outgoing, fate="expired")
    if not outgoing:
        _leave(net, 506, "From long ago.", fate="expired")
        nudger = _leave(net, 25, "Shall we meet at the conference?")
        net.write("<", nudger, 18, "stranger")
        net.write("<", nudger, 11, "inmail")
        net.amend(subject="The conference")


def _removed(net: Network, *, outgoing: bool) -> None:
    """Accepted, and no longer connected: only a note can still tell."""
    for sent, note in ((80, "A note only for this invitation."), (50, "")):
        person, accepted = next(net.people), net.ago(sent - 1.5)
        fate = "accepted" if note else "pending"
        invite = Invite(person, net.ago(sent), note, outgoing, accepted)
        net.invite(Case(invite, fate, fate, note_copied=bool(note)))


def _spellings(net: Network) -> None:
    """The same link percent-encoded, decomposed, in capitals."""
    decomposed = unicodedata.normalize("NFD", "chloé-bücher")
    slugs = ("zoë-straßmann-ñandú", "ådne-müller-1f", "Ada-Quill-ENG", decomposed, "渡辺-陽子", "фёдор-100%")
    for n, slug in enumerate(filter(net.spelt, slugs)):
        accept(net, 60 + n, 55 + n, slug=slug)


def _namesakes(net: Network) -> None:
    """Pairs of different people with one name."""
    _old_namesake(net)
    _later_namesake(net)
    _indistinguishable(net, outgoing=False)
    _indistinguishable(net, outgoing=True)
    _both_accepted(net)


def twin(person: Person) -> Person:
    """Somebody else of the same name."""
    return replace(person, slug=person.slug + "-the-other", company="Elsewhere & Sons", email="")


def _old_namesake(net: Network) -> None:
    """Connected for years to one, invited by the other."""
    old = net.connect("never", 900)
    net.invite(Case(Invite(twin(old), net.ago(21)), "pending", "pending"))


def _later_namesake(net: Network) -> None:
    """The other one wrote when the first was connected already."""
    first = accept(net, 100, 95)
    net.invite(Case(Invite(twin(first), net.ago(48)), "pending", "pending"))


def _indistinguishable(net: Network, *, outgoing: bool) -> None:
    """Two invitations, one connection after both: without links nobody knows whose."""
    person = net.connect("never", 60)
    accepted = Invite(person, net.ago(70), "", outgoing, net.ago(60))
    net.invite(Case(accepted, "accepted", "cannot_tell"))
    net.invite(Case(Invite(twin(person), net.ago(75)), "pending", "cannot_tell"))


def _both_accepted(net: Network) -> None:
    person = accept(net, 66, 61)
    other = net.connect("never", 41, twin(person))
    net.namesakes |= {person, other}
    net.invite(Case(Invite(other, net.ago(45), "", False, net.ago(41)), "accepted", "accepted"))


def _late_evening(net: Network) -> None:
    """Sent before midnight in California, tomorrow by UTC; a namesake connected on that Californian day."""
    day = net.ago(27).date()
    sent = datetime.combine(day, time(23, 40), ZoneInfo("America/Los_Angeles")).astimezone(net.ago(0).tzinfo)
    namesake = next(net.people)
    net.ties.append(Tie(namesake, sent.replace(hour=12) - timedelta(days=1)))
    net.bands[namesake] = "never"
    net.invite(Case(Invite(twin(namesake), sent), "pending", "pending"))
    quick = next(net.people)
    net.ties.append(Tie(quick, sent + timedelta(minutes=9)))
    net.bands[quick] = "never"
    net.invite(Case(Invite(quick, sent, "", False, sent + timedelta(minutes=9)), "accepted", "accepted"))
