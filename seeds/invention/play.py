"""Reads the stories, a play in plain text, into the world."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from seeds.invention.chatter import Chatter
from seeds.invention.world import Invite, Message, Paper, Person, Tie, World

__all__ = ["perform"]

_PERSON = re.compile(r"\[(?P<slug>[^\]]+)\] (?P<rest>.+)")
_GROUP = re.compile(r"\(\((?P<title>.+)\)\) (?P<slugs>.+)")
_LINE = re.compile(r"(?P<word>[<>]?\S*) (?P<when>\d{4}-\d\d-\d\d(?: \d\d:\d\d)?)(?: \| ?(?P<text>.*))?$")


def perform(script: str, world: World, chatter: Chatter, rng: random.Random) -> None:
    """Put every person, invitation and message of the script on the stage."""
    cast: dict[str, Person] = {}
    for head, *lines in _blocks(script):
        if found := _GROUP.fullmatch(head):
            _group(world, cast, found["title"], found["slugs"].split(), lines)
        else:
            scene = _Scene(world, chatter, rng, head, lines)
            cast[scene.person.slug] = scene.person
            scene.play()


def _blocks(script: str) -> Iterator[list[str]]:
    block: list[str] = []
    for line in script.splitlines():
        if line.startswith(("[", "((")) and block:
            yield block
            block = []
        if line and not line.startswith("#"):
            block.append(line)
    yield block


def _moment(text: str) -> datetime:
    parsed = datetime.fromisoformat(text).replace(tzinfo=UTC)
    return parsed if " " in text else parsed.replace(hour=12, minute=34)


def _group(world: World, cast: dict[str, Person], title: str, slugs: list[str], lines: list[str]) -> None:
    members = [world.owner, *(cast[slug] for slug in slugs)]
    for line in lines:
        slug, day, time, text = re.split(r" \|? ?", line, maxsplit=3)
        sender = world.owner if slug == "me" else cast[slug]
        to = tuple(person for person in members if person != sender)
        at = _moment(f"{day} {time}")
        world.messages.append(Message(f"group {title}", sender, to, at, text, title=title))


class _Scene:
    """One person of the script, and everything between them and the owner."""

    def __init__(self, world: World, chatter: Chatter, rng: random.Random, head: str, lines: list[str]) -> None:
        self.world, self.chatter, self.rng, self.lines = world, chatter, rng, lines
        found = _PERSON.fullmatch(head)
        assert found, head
        first, last, company, position, since = (part.strip() for part in found["rest"].split("|"))
        self.since = _moment(since) if since else None
        facts = dict(line.split(" ", 1) for line in lines)
        email = facts.get("email", "")
        self.person = Person(first, last, found["slug"], company, position, email)
        self.gone = date.fromisoformat(facts["gone"]) if "gone" in facts else None
        if "june" in facts:
            company, position, slug = (part.strip() for part in facts["june"].split("|"))
            world.former[self.person] = replace(
                self.person, company=company, position=position, slug=slug or self.person.slug
            )

    def play(self) -> None:
        """Act every line out."""
        if self.since:
            self.world.ties.append(Tie(self.person, self.since, self.gone))
        for line in self.lines:
            if line.startswith("chat "):
                self._chat(*line.split()[1:])
            elif found := _LINE.fullmatch(line):
                self._act(found["word"], _moment(found["when"]), found["text"] or "")

    def _act(self, word: str, at: datetime, text: str) -> None:
        if word in ("invite", "invited"):
            self._invitation(at, text, outgoing=word == "invite")
        elif word in ("praise", "praised"):
            self.world.praise.append(Paper(self.person, at, text, given=word == "praise"))
        elif word == "note":
            self.world.notes.append(Paper(self.person, at, text))
        elif word[0] in "<>":
            self._message(word, at, text)

    def _invitation(self, at: datetime, note: str, *, outgoing: bool) -> None:
        accepted = self.since if self.since and self.since >= at else None
        self.world.invites.append(Invite(self.person, at, note, outgoing, accepted))
        if accepted and note:
            self._message(">" if outgoing else "<", accepted, note)

    def _message(self, word: str, at: datetime, text: str) -> None:
        text, _, subject = text.replace("\\n", "\n").partition(" || ")
        ends = (self.world.owner, self.person) if word[0] == ">" else (self.person, self.world.owner)
        message = Message(self.person.slug, ends[0], (ends[1],), at + self._seconds(), text, subject=subject)
        if word[1:] == "mail":
            self.world.mails.append(message)
            return
        match word[1:]:
            case "spam" | "archive" as folder:
                message = replace(message, folder=folder.upper())
            case "draft":
                message = replace(message, draft=True)
            case "file":
                message = replace(message, attachment=f"https://www.linkedin.com/dms/invented/{at:%y%m%d%H%M}")
        self.world.messages.append(message)

    def _seconds(self) -> timedelta:
        return timedelta(seconds=self.rng.randrange(60))

    def _chat(self, count: str, start: str, end: str) -> None:
        span = (_moment(start), _moment(end))
        self.world.messages += self.chatter.between(self.world.owner, self.person, int(count), *span)
