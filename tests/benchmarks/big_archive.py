"""A big invented archive of the 2026 form, written fast: for measuring what size does to picky."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import cycle, islice
from pathlib import Path
from urllib.parse import quote
from zipfile import ZIP_DEFLATED, ZipFile

from seeds.invention.crowd import strangers
from seeds.invention.linkedin import (
    CONNECTION_COLUMNS,
    INVITATION_COLUMNS,
    MESSAGE_COLUMNS,
    PREAMBLE,
    connected_on,
    conversation_id,
    sent_at,
)
from seeds.invention.words import CULTURES

__all__ = ["write_big"]

NOON = datetime(2026, 9, 15, 12, tzinfo=UTC)
PROFILE = "https://www.linkedin.com/in/"
OWNER, OWNER_LINK = "Robin Achterberg", PROFILE + "robin-achterberg"
PER_PERSON = 20
TALK = (
    "Thank you for the afternoon, and for the two pages you left on my desk. I read them on the train.",
    "See you on Tuesday.",
    "The numbers arrived. I have marked three that look too good; the others look as bad as they should.",
    "Here is the paper: <https://papers.example/7>\n\nThe second half is the better one.",
    "Ich bin ab Donnerstag wieder in Kiel. Passt es dir um vier?",
    "ありがとうございます。来週またお話ししましょう。",
    "Congratulations!",
    "",
)
NOTES = ("", "", "", "I'd like to join your network.", "We met at the harbour, in the rain.")

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """A connection, with what its rows need, spelt once."""

    first: str
    last: str
    slug: str
    escaped: str
    company: str
    position: str
    days: int
    """Connected so long before the export."""

    @property
    def name(self) -> str:
        return f"{self.first} {self.last}"


def write_big(
    folder: Path,
    connections: int = 30_000,
    messages: int = 100_000,
    invitations: int = 5_000,
    seed: int = 1,
    asking: float = 0.05,
) -> Path:
    """Write a zip with that many rows of each kind into the folder; the same seed gives the same rows.

    One connection in fifty is hidden, one in a hundred has a namesake. Of the invitations 60 % were accepted,
    36 % are pending, 4 % expired; a seventh is outgoing. One person for twenty messages ever wrote, and of those the
    share `asking` asks for an introduction.
    """
    rng = random.Random(seed)
    known = list(_known(rng, connections - connections // 50, recent=invitations * 6 // 10))
    path = folder / f"Complete_LinkedInDataExport_{NOON:%m-%d-%Y}.zip"
    hidden = ["", "", "", "", "", ""]
    with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        people = [_connection(person) for person in known]
        people += [(*hidden, _DAYS[200 + n % 5000]) for n in range(connections - len(known))]
        archive.writestr("Connections.csv", PREAMBLE + _text(CONNECTION_COLUMNS, people).rstrip("\n"))
        archive.writestr("Invitations.csv", _text(INVITATION_COLUMNS, _invitations(rng, known, invitations)))
        letters = islice(_messages(rng, known, messages // PER_PERSON, asking), messages)
        archive.writestr("messages.csv", _text(MESSAGE_COLUMNS[:11], letters, quote_all=True))
        archive.writestr("Profile.csv", "First Name,Last Name,Headline\nRobin,Achterberg,Bridges\n")
    return path


def _known(rng: random.Random, count: int, recent: int) -> Iterator[Known]:
    """Newest first; as many recent ones as there are accepted invitations."""
    pool = list(islice(strangers(rng), 700))
    escaped = [quote(person.slug) for person in pool]
    families = [family for culture in CULTURES for family in culture.family if culture.latin]
    which, turn = 0, 0
    for n in range(count):
        if n % 100:  # else a namesake of the one before
            which, turn = rng.randrange(len(pool)), rng.randrange(len(families) * 20)
        person, ending = pool[which], f"-{n:x}"
        first, last = person.first + f" {chr(65 + turn % 20)}.", f"{families[turn // 20]}-{person.last}"
        days = n * 170 // recent if n < recent else 185 + (n - recent) * 6000 // count
        links = (person.slug + ending, escaped[which] + ending)
        yield Known(first, last, *links, person.company, person.position, days)


_DAYS = [connected_on((NOON - timedelta(days=days)).date()) for days in range(6_500)]


def _text(header: Row, rows: Iterable[Row], *, quote_all: bool = False) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL if quote_all else csv.QUOTE_MINIMAL)
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def _connection(who: Known) -> Row:
    link, day = PROFILE + who.escaped, _DAYS[who.days]
    return (who.first, who.last, link, "", who.company, who.position, day)


def _invitations(rng: random.Random, known: list[Known], count: int) -> Iterator[Row]:
    """Outgoing ones first; those of the newest connections were accepted."""
    accepted = count * 6 // 10
    for n in sorted(range(count), key=lambda n: n % 7 != 0):
        if n < accepted:
            name, slug, days = known[n].name, known[n].slug, known[n].days + rng.choice((0.1, 0.4, 2, 5))
        else:
            name, slug = f"Stranger {n:x} O'Hara", f"stranger-{n:x}-ö"
            days = 185 + n % 100 if n % 10 == 0 else n % 178
        sent, note = sent_at(NOON - timedelta(days=days, minutes=300)), NOTES[n % len(NOTES)]
        link = PROFILE + slug
        if n % 7 == 0:
            yield (OWNER, name, sent, note, "OUTGOING", OWNER_LINK, link)
        else:
            yield (name, OWNER, sent, note, "INCOMING", link, OWNER_LINK)


def _messages(rng: random.Random, known: list[Known], people: int, asking: float) -> Iterator[Row]:
    """Conversation by conversation, each newest first; more rows than asked for."""
    talkers = rng.sample(known, min(people, len(known)))
    for number, who in enumerate(cycle(talkers)):
        yield from _conversation(rng, who, f"{number} {who.slug}", known, asking)


def _conversation(rng: random.Random, who: Known, thread: str, known: list[Known], asking: float) -> Iterator[Row]:
    """Two in a hundred with closed accounts, four in a hundred in groups."""
    ident, link, luck = conversation_id(thread), PROFILE + who.slug, rng.random()
    at = NOON - timedelta(minutes=int(rng.random() ** 2 * (who.days + 1) * 1440))
    name, link = ("LinkedIn Member", "") if luck < 0.02 else (who.name, link)
    also = f",{PROFILE}{known[7].slug}" if 0.02 <= luck < 0.06 else ""
    also_name = f", {known[7].name}" if also else ""
    for n in range(rng.randrange(1, PER_PERSON * 2)):
        text = TALK[rng.randrange(len(TALK))]
        if luck > 1 - asking and n == 0:
            text = f"Could you introduce me to {rng.choice(known).name}? We are looking for an adviser."
        when = f"{at:%Y-%m-%d %H:%M:%S} UTC"
        if rng.random() < 0.5:
            ends = (name, link, OWNER + also_name, OWNER_LINK + also)
        else:
            ends = (OWNER, OWNER_LINK, name + also_name, link + also)
        yield (ident, "", *ends, when, "", text, "INBOX", "")
        at -= timedelta(seconds=rng.randrange(60, 9_000_000 // PER_PERSON))
