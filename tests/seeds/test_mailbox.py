"""The invented mailbox: what the demo keeps of it, and how it reads."""

from __future__ import annotations

from models.store import Message, Person
from models.store.query import rows
from models.workspace import Workspace


def test_six_mails_are_kept_in_words_without_what_hangs_on_them(demo: Workspace) -> None:
    kept = Message.select(Person.given, Message.outgoing, Message.text).join(Person).where(Message.channel == "mail")
    texts = [(given, bool(outgoing), text) for given, outgoing, text in rows(kept.order_by(Message.at))]
    assert texts[:3] == [
        ("Katarzyna", False, "Liebe Ines,\n\nschöne Grüße aus Kraków! Die neue Plattform hält.\n\nViele Grüße\nKasia"),
        ("Katarzyna", True, "Dann darf ich ruhig schlafen."),
        ("Katarzyna", False, "The harbour, in the rain. See the three boats?"),
    ]
    torsten = [text for _, _, text in texts[3:]]
    assert [text[:22] for text in torsten] == [
        "Dear Ines, I sent you ",
        "Dear Ines, perhaps you",
        "Ines, third attempt! M",
    ]
    assert torsten[0].endswith("in October.")
    assert torsten[1].endswith("quickly.\n\nBest regards\nTorsten Kellermann")
    assert torsten[2].endswith("next to the coffee.")


def test_the_other_four_are_counted_and_leave_nobody_behind(demo: Workspace) -> None:
    assert rows(Person.select(Person.name).where(Person.source == "mail")) == []
