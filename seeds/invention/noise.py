"""What else fills an inbox: advertisements, closed accounts, drafts, notes to oneself, a row twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from seeds.invention.world import Message, Person, World

__all__ = ["add_noise"]

_ADVERTISER = Person("Velvet Cloud", "Events", "")
_BREAK = '<p class="spinmail-quill-editor__spin-break">'
_SPINMAIL = (
    f"{_BREAK}Hi %FIRSTNAME%,</p>{_BREAK}<strong>Your data deserves velvet.</strong> Join our free breakfast "
    "&amp; learn how others&rsquo; costs melted.</p><ul><li>Croissants</li><li>Slides</li></ul>"
    '<p><a href="https://velvet.example/">Register now</a></p>'
)
_CLOSED_ACCOUNTS = (
    ("2016-11-03 09:12", "Hello Ines, are you looking for a new challenge in insurance?"),
    ("2018-02-14 10:00", "Roses are red, our platform is blue. Book a demo?"),
    ("2019-06-30 08:44", "Thank you for connecting!"),
    ("2021-10-09 21:10", "hi"),
    ("2024-03-17 03:03", "I saw your profile and felt a deep connection with your SQL."),
    ("2026-02-28 11:30", "Please ignore my last message, my account was borrowed by my nephew."),
)


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def add_noise(world: World) -> None:
    """Add every odd kind of message row that a real export holds at least once."""
    owner = world.owner
    for at, text in _CLOSED_ACCOUNTS:
        world.messages.append(Message(f"closed {at}", None, (owner,), _moment(at), text))
    closed = f"closed {_CLOSED_ACCOUNTS[1][0]}"
    world.messages.append(Message(closed, owner, (None,), _moment("2018-02-15 07:31"), "No, thank you."))
    for n, at in enumerate(("2025-10-21 07:00", "2026-03-24 07:00", "2026-08-25 07:00")):
        ad = Message(f"ad {n}", _ADVERTISER, (owner,), _moment(at), _SPINMAIL)
        world.messages.append(replace(ad, title="A breakfast like velvet", subject="A breakfast like velvet"))
    reminder = "Note to self: renew the passport, call mum."
    world.messages.append(Message("self", owner, (owner,), _moment("2025-05-05 22:15"), reminder))
    world.messages.append(Message("odd", Person("", "", ""), (owner,), _moment("2017-08-01 00:00"), ""))
    _drafts(world)
    world.messages.append(next(m for m in world.messages if m.sender == owner and m.thread == "sam-okafor"))


def _drafts(world: World) -> None:
    """Begun and never sent: to somebody quiet for years, and to somebody who waits for an answer."""
    people = {tie.person.slug: tie.person for tie in world.ties if tie.person}
    for slug, at, text in (
        (
            "katja-lund",
            "2026-04-02 21:40",
            "Dear Katja, sixteen years! I found your card in my winter coat and",
        ),
        ("hugo-lemaire", "2026-07-16 06:20", "Hugo, the fish place is still there, the fish is not. I"),
        ("nils-ito", "2026-01-05 09:00", "Nils, the beer mat"),
    ):
        draft = Message(slug, world.owner, (people[slug],), _moment(at), text, draft=True)
        world.messages.append(draft)
