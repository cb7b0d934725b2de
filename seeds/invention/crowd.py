"""The hundreds around the stories: who they are, since when, and the little that most of them ever wrote."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from seeds.invention.chatter import Chatter
from seeds.invention.words import COMPANIES, CULTURES, FIRM_ENDINGS, FIRM_STARTS, JOBS, Culture
from seeds.invention.world import Invite, Message, Person, Tie, World

__all__ = ["gather", "strangers"]

_CREDENTIALS = (", PhD", ", MBA", ", CSM®, PMP", ", Ph.D.", " (she/her)", " 🌍", ", M.Sc.", " 📚")
_GREETINGS = (
    "Congrats on your work anniversary!",
    "Happy new year! May all your pipelines be green.",
    "Great to be connected. My calendar link is below, feel free to book a slot.",
    "Congratulations on the new position 🎉",
    "Please like my post about resilience. It took me a whole train ride.",
    "We are hiring! Please share with your network.",
)
_UNANSWERED = (
    "Thank you for the talk yesterday, I have been thinking about it all day.",
    "Are you going to the meetup on Thursday?",
    "Here is the paper I mentioned: <https://papers.example/17>.",
)


def strangers(rng: random.Random) -> Iterator[Person]:
    """Endless people, no two with the same name or link."""
    seen: set[str] = set()
    cultures, weights = CULTURES, [culture.weight for culture in CULTURES]
    while True:
        culture = rng.choices(cultures, weights)[0]
        first, last = rng.choice(culture.given), rng.choice(culture.family)
        if f"{first} {last}" not in seen:
            seen.add(f"{first} {last}")
            yield _dressed(rng, culture, first, last)


def _dressed(rng: random.Random, culture: Culture, first: str, last: str) -> Person:
    slug, company = _slug(rng, culture, first, last), _company(rng)
    email = f"{slug.split('-')[0]}@mail.example" if rng.random() < 0.033 and slug.isascii() else ""
    luck = rng.random()
    if luck < 0.06:
        last += rng.choice(_CREDENTIALS)
    elif luck < 0.075:
        first, last = first.upper(), last.upper()
    elif luck < 0.08:
        first, last = first.lower(), last.lower()
    elif luck < 0.1:
        first += " "
    return Person(first, last, slug, company, rng.choice(JOBS) if company and rng.random() < 0.98 else "", email)


def _slug(rng: random.Random, culture: Culture, first: str, last: str) -> str:
    raw = f"{first}-{last}".lower().replace(" ", "-").replace("'", "").replace("’", "").replace(".", "")
    plain = str(unicodedata.normalize("NFKD", raw).encode("ascii", "ignore"), "ascii").strip("-")
    if not culture.latin or (not raw.isascii() and rng.random() < 0.15):
        plain = raw
    return plain if rng.random() < 0.35 and len(plain) > 3 else f"{plain}-{rng.randrange(16**6):06x}"


def _company(rng: random.Random) -> str:
    luck = rng.random()
    if luck < 0.016:
        return ""
    if luck < 0.38:
        return rng.choice(COMPANIES)
    return f"{rng.choice(FIRM_STARTS)} {rng.choice(FIRM_ENDINGS)}"


def gather(world: World, chatter: Chatter, rng: random.Random, *, ties: int, messages: int) -> None:
    """Fill the world up to that many named connections, and messages (a few more or less)."""
    names = {tie.person.name for tie in world.ties if tie.person} | {i.person.name for i in world.invites}
    people = (person for person in strangers(rng) if person.name not in names)
    recent = _recent_days(rng)
    for since in [*recent, *_older_days(rng, ties - len(_still(world)) - len(recent))]:
        world.ties.append(Tie(next(people), since))
    world.ties += [Tie(None, since) for since in _older_days(rng, 12)]
    fresh = {since: n % 2 == 1 for n, since in enumerate(recent)}
    for tie in world.ties:
        if tie.person and tie.since in fresh:
            _invite(world, rng, tie.person, tie.since, outgoing=fresh[tie.since])
    _talk(world, chatter, rng, messages)


def _still(world: World) -> list[Tie]:
    return [tie for tie in world.ties if not tie.gone]


def _recent_days(rng: random.Random) -> list[datetime]:
    """Those whose invitations are still in the exports: 20 in the winter, 17 in the spring of 2026."""
    spring, winter = datetime(2026, 3, 20, 6, tzinfo=UTC), datetime(2025, 11, 2, 6, tzinfo=UTC)
    days = [winter + timedelta(days=rng.randrange(136), minutes=rng.randrange(900)) for _ in range(20)]
    return days + [spring + timedelta(days=rng.randrange(72), minutes=rng.randrange(900)) for _ in range(17)]


def _older_days(rng: random.Random, count: int) -> Iterator[datetime]:
    """2008 to October 2025; a third of them in bunches, on the days after some conference."""
    first, span = datetime(2008, 4, 1, tzinfo=UTC), (date(2025, 10, 20) - date(2008, 4, 1)).days
    events = [rng.randrange(span) for _ in range(14)]
    for _ in range(count):
        bunched = rng.random() < 0.33
        day = rng.choice(events) + rng.randrange(4) if bunched else int(span * rng.random() ** 0.8)
        yield first + timedelta(days=day, minutes=rng.randrange(1440))


def _invite(world: World, rng: random.Random, person: Person, since: datetime, *, outgoing: bool) -> None:
    sent = since - timedelta(days=rng.choice((0, 0, 0, 1, 2, 6, 17)), minutes=rng.randrange(1, 400))
    note = "I'd like to join your network." if rng.random() < 0.2 else ""
    world.invites.append(Invite(person, sent, note, outgoing, since))
    if note:
        ends = (world.owner, person) if outgoing else (person, world.owner)
        world.messages.append(Message(person.slug, ends[0], (ends[1],), since, note))


def _talk(world: World, chatter: Chatter, rng: random.Random, wanted: int) -> None:
    """Conversations with some of the crowd until there are enough messages in the world."""
    written = {m.thread for m in world.messages}
    quiet = [t for t in world.ties if t.person and not t.gone and t.person.slug not in written]
    rng.shuffle(quiet)
    for n, tie in enumerate(quiet):
        if len(world.messages) >= wanted:
            return
        world.messages += _single(world, rng, tie) if n % 5 == 4 else _several(world, chatter, rng, tie)


def _single(world: World, rng: random.Random, tie: Tie) -> Iterator[Message]:
    assert tie.person
    at = tie.since + timedelta(days=rng.randrange(1, 300), minutes=rng.randrange(1000))
    message = Message(tie.person.slug, tie.person, (world.owner,), at, rng.choice(_GREETINGS))
    if rng.random() < 0.3:
        message = replace(message, sender=world.owner, to=(tie.person,), text=rng.choice(_UNANSWERED))
    if at.date() < date(2026, 9, 1):
        yield message


def _several(world: World, chatter: Chatter, rng: random.Random, tie: Tie) -> Iterator[Message]:
    assert tie.person
    latest = datetime(2026, 9, 1, tzinfo=UTC)
    start = tie.since + timedelta(days=2)
    end = start + (latest - start) * rng.random() ** 0.7
    if start < end:
        yield from chatter.between(world.owner, tie.person, rng.choice((2, 2, 3, 4, 5, 7, 9, 14)), start, end)
