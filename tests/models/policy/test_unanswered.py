"""Invitations you sent and replies you owe: what is withdrawn, what is left, what is answered, what is let go."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from models.policy import EarlierDecision, Meeting, ReplyFacts, SentFacts, load_policy, recommend
from models.signals import Band

POLICY = load_policy()
EXPORT = date(2026, 9, 15)
LIKED = Meeting("PyCon", date(2026, 5, 1), "liked")
REGRETTED = Meeting("Expo", date(2026, 5, 1), "not_again")


def sent(days, **known):
    return SentFacts("Nils Ito", EXPORT, EXPORT - timedelta(days=days), **({"note": "Nice talk."} | known))


def owed(days=10, **known):
    asked = EXPORT - timedelta(days=days)
    return ReplyFacts("Nils Ito", EXPORT, asked, "Are you coming?", **({"first_asked_on": asked} | known))


def friend(days=10, **known):
    return owed(days, **({"band": Band.ACTIVE, "messages": 12} | known))


SENT = [
    ("three months of silence", sent(90), "withdraw", 2),
    ("the same, with no note", sent(90, note=""), "withdraw", 3),
    ("four weeks exactly", sent(28), "withdraw", 1),
    ("two days", sent(2), "leave", 2),
    ("a month, and met", sent(30, met=LIKED), None, 0),
    ("three months, and met", sent(90, met=LIKED), "withdraw", 2),
    ("met, and not again", sent(9, met=REGRETTED), "withdraw", 1),
    ("they wrote since", sent(50, wrote_since=date(2026, 9, 1)), "leave", 2),
    ("the second time, fresh", sent(9, invited_before=1), None, 0),
    ("the second time, silent", sent(40, invited_before=1), "withdraw", 3),
    ("you wrote three times besides", sent(60, messages_since=3), "withdraw", 3),
    ("they unlinked you", sent(30, disconnected_on=date(2026, 1, 1)), "withdraw", 3),
    ("perhaps accepted already", sent(30, is_certain=False), None, 0),
]
REPLIES = [
    ("a friend asks", friend(), "reply", 2),
    ("someone you vouch for, long ago", owed(200, band=Band.VOUCHED, messages=40), "reply", 3),
    ("someone you never wrote to", owed(50, band=Band.ONE_WAY_IN, messages=1), "let_go", 1),
    ("the same, lately", owed(5, band=Band.ONE_WAY_IN, messages=1), None, 0),
    ("the third text of a stranger", owed(50, band=Band.ONE_WAY_IN, messages=3, texts=3), "let_go", 3),
    ("someone you met and liked", owed(band=Band.ONE_WAY_IN, messages=1, met=LIKED), "reply", 2),
    ("met, and not again", friend(met=REGRETTED), "let_go", 1),
    (
        "a stranger who sells",
        owed(band=Band.ONE_WAY_IN)._replace(text="Can we book a call? Our solution helps."),
        "let_go",
        3,
    ),
    ("you know their work", owed(50, band=Band.FADING, messages=4, knows_work=True), "reply", 3),
    ("you have written since", friend(is_answered=True), "let_go", 2),
]


@pytest.mark.parametrize(("facts", "verdict", "dots"), [case[1:] for case in SENT], ids=[case[0] for case in SENT])
def test_a_sent_invitation_is_judged(facts, verdict, dots):
    found = recommend("sent", facts, POLICY)
    assert (found.verdict, found.dots) == (verdict, dots), found


@pytest.mark.parametrize(
    ("facts", "verdict", "dots"), [case[1:] for case in REPLIES], ids=[case[0] for case in REPLIES]
)
def test_a_question_is_judged(facts, verdict, dots):
    found = recommend("replies", facts, POLICY)
    assert (found.verdict, found.dots) == (verdict, dots), found


MORE = [
    ("sent", "longer silence", sent(90), sent(30)),
    ("sent", "silence besides silence", sent(60, messages_since=2), sent(60)),
    ("sent", "strangers before people met", sent(60), sent(60, met=LIKED)),
    ("sent", "the unknown before the known", sent(60), sent(60, band=Band.DORMANT)),
    ("replies", "a friend before a stranger", friend(), owed(band=Band.ONE_WAY_IN)),
    ("replies", "fresh before stale", friend(5), friend(200)),
    ("replies", "a long conversation before a short one", friend(messages=40), friend(messages=2)),
    ("replies", "an answer to you before out of nothing", friend(your_last_on=date(2026, 9, 1)), friend()),
    ("replies", "one text of a stranger before three", owed(band=Band.ONE_WAY_IN), owed(band=Band.ONE_WAY_IN, texts=3)),
    ("replies", "let go before", friend(), friend(earlier=(EarlierDecision("let_go", date(2025, 1, 1)),))),
]  # fmt: skip


@pytest.mark.parametrize(
    ("queue", "more", "less"), [(case[0], *case[2:]) for case in MORE], ids=[case[1] for case in MORE]
)
def test_this_outscores_that(queue, more, less):
    assert recommend(queue, more, POLICY).total > recommend(queue, less, POLICY).total


def test_every_sentence_reads_as_one():
    facts = sent(90, note="", messages_since=1, invited_before=2, disconnected_on=date(2026, 1, 1))
    assert [reason.text for reason in recommend("sent", facts, POLICY).reasons] == [
        "12 weeks without an answer; silence is one",
        "you were connected until 8 months ago",
        "you invited Nils twice before, in vain",
        "you wrote once besides, to no answer",
        "you wrote nothing with it",
    ]
