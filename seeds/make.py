"""Writes the invented exports of the demo, always the same bytes: `python -m seeds.make`."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from seeds.invention.chatter import Chatter
from seeds.invention.crowd import gather
from seeds.invention.linkedin import write_archive
from seeds.invention.mail import mbox_bytes
from seeds.invention.noise import add_noise
from seeds.invention.owner import EXTRAS, OWNER
from seeds.invention.play import perform
from seeds.invention.world import Person, World

__all__ = ["EARLIER", "LATEST", "make", "world"]

NUMBER = 20260915
EARLIER, LATEST = date(2026, 6, 2), date(2026, 9, 15)
HERE = Path(__file__).parent


def world() -> World:
    """Ines Falkner's network: the stories, the crowd around them and the noise of any inbox."""
    rng = random.Random(NUMBER)
    everything = World(OWNER)
    chatter = Chatter(_text("chatter.txt"), rng)
    perform(_text("stories.txt"), everything, chatter, rng)
    gather(everything, chatter, rng, ties=588, messages=883)
    add_noise(everything)
    everything.former |= dict(_former_jobs(everything, rng))
    return everything


def make(folder: Path = HERE) -> None:
    """Write both exports into the folder (`linkedin-export`, and the one of three months earlier), and the mailbox."""
    everything = world()
    write_archive(everything.as_of(LATEST), EXTRAS, folder / "linkedin-export")
    earlier = everything.as_of(EARLIER, profiles=everything.former)
    write_archive(earlier, EXTRAS, folder / "linkedin-export-june")
    (folder / "mail").mkdir(exist_ok=True)
    (folder / "mail" / "inbox.mbox").write_bytes(mbox_bytes(everything.mails))


def _text(name: str) -> str:
    return (HERE / "invention" / name).read_text(encoding="utf-8")


def _former_jobs(everything: World, rng: random.Random) -> Iterator[tuple[Person, Person]]:
    """Some of the crowd worked elsewhere in June, one of them under another link."""
    lasting = [tie for tie in everything.ties if tie.since.year < 2025 and not tie.gone]
    settled = [tie.person for tie in lasting if tie.person and tie.person.company]
    movers = rng.sample([p for p in settled if p not in everything.former], 6)
    for person in movers[:5]:
        yield person, replace(person, company="Tidewater Media", position="Consultant")
    yield movers[5], replace(movers[5], slug=movers[5].slug + "-1b215")


if __name__ == "__main__":
    make()
