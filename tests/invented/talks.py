"""The hard cases of messages: bands near their edges, and everything that is no conversation."""

from __future__ import annotations

from dataclasses import replace

from seeds.invention.world import Message, Paper, Person
from tests.invented.invitations import accept, twin
from tests.invented.network import OWNER, Letter, Network

__all__ = ["add_bands", "add_noise"]

_SPINMAIL = '<p class="spinmail-quill-editor__spin-break">Hi %FIRSTNAME%,&nbsp;buy<br>now &amp; here</p>'


def add_bands(net: Network) -> None:
    """People in every band, near its edges, and people whose messages must not count."""
    for band, arrows in _TALKS:
        person = net.connect(band, 3400)
        for arrow, days in arrows:
            net.write(arrow, person, days)
    _counted(net)
    _not_counted(net)
    _vouched(net)
    _namesakes_talk(net)


_TALKS: tuple[tuple[str, tuple[tuple[str, float], ...]], ...] = (
    ("one_way_in", (("<", 20),)),
    ("one_way_in", (("<", 2000), ("<", 1200))),
    ("one_way_out", ((">", 800),)),
    ("one_way_out", ((">", 90), (">", 60), (">", 30))),
    ("active", (("<", 0), (">", 2500))),
    ("active", ((">", 362), ("<", 363))),
    ("active", (("<", 50), (">", 49), ("<", 3))),
    ("fading", (("<", 369), (">", 370))),
    ("fading", ((">", 1090), ("<", 1500))),
    ("fading", ((">", 700), ("<", 699), (">", 640))),
    ("dormant", (("<", 1101), (">", 1102))),
    ("dormant", (("<", 3300), (">", 3299), ("<", 1900))),
)


def _counted(net: Network) -> None:
    """A blank reply (a photo, a shared post), an archived one, one with a subject, a name with commas."""
    person = net.connect("active", 1000)
    net.write(">", person, 30)
    net.write("<", person, 29)
    net.amend(text="", attachment="https://www.linkedin.com/dms/invented/photo")
    person = net.connect("fading", 1500)
    net.write("<", person, 600)
    net.amend(subject="Re: the bridge")
    net.write(">", person, 590)
    net.amend(folder="ARCHIVE")
    doctor = net.connect("active", 700, replace(next(net.people), first="Dr. Maren", last="Holt, Ph.D., CSM"))
    net.write(">", doctor, 100)
    net.write("<", doctor, 99)
    silent = net.connect("one_way_out", 700, replace(next(net.people), first="Enzo", last="Vale, MBA"))
    net.write(">", silent, 500)
    keen = accept(net, 100, 98, "Hello from the second row!")
    net.bands[keen] = "active"
    net.write(">", keen, 97)
    net.write("<", keen, 96)
    loose = net.connect("one_way_in", 900)
    net.write("<", loose, 400)
    net.amend(thread="")


def _not_counted(net: Network) -> None:
    """Spam, drafts and groups are no conversation."""
    net.write("<", net.connect("never", 800), 70, "spam")
    net.amend(folder="SPAM")
    net.write(">", net.connect("never", 800), 15, "draft")
    net.amend(draft=True)
    heard = net.connect("one_way_in", 800)
    net.write("<", heard, 90)
    net.write(">", heard, 14, "draft")
    net.amend(draft=True)
    _group(net, [net.connect("never", 800) for _ in range(3)])


def _group(net: Network, members: list[Person]) -> None:
    everybody: list[Person | None] = [OWNER, *members, None]
    for n, sender in enumerate((members[0], OWNER, members[1])):
        to = tuple(person for person in everybody if person != sender)
        message = Message("group", sender, to, net.ago(120 - n), f"In a group {n}", title="Rowing")
        net.letters.append(Letter(message, "group"))


def _vouched(net: Network) -> None:
    for days, given in ((2000, True), (400, False), (30, False)):
        person = net.connect("vouched", 2500)
        net.praise.append(Paper(person, net.ago(days), "Steady hands, clear words.", given))
    net.write("<", person, 2000)
    stranger = next(net.people)
    net.praise.append(Paper(stranger, net.ago(500), "Written by somebody no longer connected.", given=False))


def _namesakes_talk(net: Network) -> None:
    """Two connections of one name; one of them writes."""
    person = net.connect("active", 1300)
    other = net.connect("never", 1200, twin(person))
    net.namesakes |= {person, other}
    net.write("<", person, 110)
    net.write(">", person, 109)


def add_noise(net: Network) -> None:
    """Closed accounts, advertisements, strangers, notes to oneself; on the last day, a row twice."""
    for days in (1500, 800, 20):
        net.write("<", None, days, "nobody")
    net.write(">", None, 799, "nobody")
    net.write("<", Person("", "", ""), 60, "nobody")
    net.amend(thread="blank")
    net.write("<", Person("Velvet", "Events", ""), 35, "sponsored")
    net.amend(thread="ad", subject="Breakfast", title="Breakfast", text=_SPINMAIL)
    net.write(">", OWNER, 77, "self")
    stranger = next(net.people)
    net.write("<", stranger, 210, "stranger")
    net.write(">", stranger, 209, "stranger")
    twice = net.connect("one_way_in", 600)
    net.write("<", twice, 0.01)
    net.letters.append(net.letters[-1])
