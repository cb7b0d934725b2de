"""Invitations: who is accepted, who is ignored, and who is asked where you met."""

from __future__ import annotations

from datetime import date

import pytest

from models.policy import EarlierDecision, InviteFacts, LookAlike, Meeting, load_policy, recommend
from models.signals import Band

POLICY = load_policy()
STOCK = "I'd like to add you to my professional network on LinkedIn."
LIKED = Meeting("PyCon DE", date(2026, 5, 14), "liked")
COPY = LookAlike("copy_of_connection", "Yuki Tanabe")


def invite(note="", **known):
    return InviteFacts(known.pop("name", "Dario Petrov"), date(2026, 9, 15), note=note, **known)


def judged(facts):
    return recommend("invites", facts, POLICY)


def said(facts):
    return {reason.rule: reason.text for reason in judged(facts).reasons}


OCTOBER = invite(
    "I saw you on the list of the conference in October. Let us connect before it starts!",
    name="Torsten Keller",
    nudges=3,
    nudge_channel="mail",
    shared_history=("DataHarbour",),
)

CASES = [
    ("met and liked", invite(met=LIKED), "accept", 3),
    ("met and liked, with the stock text", invite(STOCK, met=LIKED), "accept", 3),
    (
        "introduced by someone vouched",
        invite("Hello from Ana's team!", introduced_by="Ana Abara"),
        "accept",
        3,
    ),
    ("met, nothing noted", invite(met=Meeting("Expo")), "accept", 1),
    (
        "a note of their own and a shared employer in writing",
        invite("We shared the desk next to the broken radiator.", shared_history=("Quarry Labs",)),
        "accept",
        2,
    ),
    ("wrote before", invite("Shall we go on with our talk?", band=Band.FADING, messages=12), "accept", 3),
    ("a note of their own and nothing else", invite("Your paper on forgetting changed how I work."), None, 0),
    ("the stock text and nothing known", invite(STOCK), "ignore", 1),
    ("no note and nothing known", invite(), "ignore", 1),
    (
        "met, and not again",
        invite("Great to see you!", met=Meeting("Expo", impression="not_again")),
        "ignore",
        3,
    ),
    ("an open networker", invite("I never turn down a request, ever. Ask away!"), "ignore", 3),
    ("an industry leader", invite("As an industry leader I choose whom I know."), "ignore", 3),
    (
        "both, with a fantastic network to offer",
        invite("Thought leader here. I never turn down a request and offer you my fantastic network."),
        "ignore",
        4,
    ),
    (
        "an open networker by the pasted profile",
        invite(STOCK, profile_text="LION | open networker"),
        "ignore",
        4,
    ),
    ("a pitch", invite("We help companies like yours 10x your pipeline. Book a call?"), "ignore", 3),
    ("the man of the October conference", OCTOBER, "ignore", 3),
    (
        "a copy of a connection, with all the right words",
        invite("My old account is locked.", look_alike=COPY, shared_history=("Quarry Labs",), met=LIKED),
        "ignore",
        1,
    ),
    ("a copy of a connection", invite("Please add me again, Yuki.", look_alike=COPY), "ignore", 4),
    (
        "look-alike letters",
        invite("Hello dear, my new account.", look_alike=LookAlike("lookalike_letters", "Vera Haddad")),
        "ignore",
        4,
    ),
    ("says you met", invite("We met in the queue at the harbour festival."), "ask", 1),
    ("says so in German", invite("Schön, dass wir uns kennengelernt haben, in Göttingen!"), "ask", 1),
    (
        "removed before",
        invite("We were disconnected by mistake.", earlier=(EarlierDecision("remove", date(2026, 7, 1)),)),
        "ignore",
        3,
    ),
]


@pytest.mark.parametrize(("facts", "verdict", "dots"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_an_invitation_is_judged_as_its_user_would(facts, verdict, dots):
    found = judged(facts)
    assert found.verdict == verdict, found
    assert found.dots >= dots, found
    assert bool(found.dots) is (verdict is not None)


MUST_OUTSCORE = [
    (invite(met=LIKED), invite(met=Meeting("PyCon DE", impression="neutral"))),
    (invite(met=Meeting("Expo", keep_in_touch=True)), invite(met=Meeting("Expo"))),
    (invite(met=Meeting("Expo")), invite("Your paper changed how I work with data.")),
    (invite("Your paper changed how I work with data."), invite()),
    (invite(), invite(STOCK)),
    (invite(STOCK), invite("I never turn down a request, so accept me please.")),
    (
        invite("Ana sends me, about trains.", introduced_by="Ana"),
        invite("Ana sends me.", names_vouched="Ana"),
    ),
    (invite("Ana sends me, about trains.", names_vouched="Ana"), invite("Someone sends me, about trains.")),
    (invite(STOCK), invite(STOCK, nudges=1)),
    (invite(STOCK, nudges=1), invite(STOCK, nudges=2)),
    (invite(met=LIKED, nudges=1), invite(STOCK)),
    (invite(STOCK), invite(STOCK, look_alike=LookAlike("namesake", "Thomas Weber"))),
    (invite(STOCK, look_alike=LookAlike("namesake", "Thomas Weber")), invite(STOCK, look_alike=COPY)),
    (invite(STOCK), invite(STOCK, earlier=(EarlierDecision("ignore", date(2024, 3, 1)),))),
    (invite(STOCK), invite(STOCK, has_hidden_characters=True)),
    (invite("Tell me more, please!"), invite("Tell me more, please!", wants_to_meet="Vera Haddad")),
    (invite("So good, that talk of yours."), invite("So good, that talk.", disconnected_on=date(2026, 7, 1))),
    (invite(STOCK, profile_text="Book a call with me"), invite("Book a call with me")),
]


@pytest.mark.parametrize(("better", "worse"), MUST_OUTSCORE)
def test_this_must_outscore_that(better, worse):
    assert judged(better).total > judged(worse).total


@pytest.mark.parametrize(
    "text",
    [
        STOCK,
        "Hi Ines, I'd like to join your LinkedIn network.",
        "Hi Ines, I’d like to connect",
        "I'D LIKE TO JOIN YOUR NETWORK.",
        "Dear Ines, please add me to your LinkedIn network. Best regards, Dario Petrov",
        "Ich möchte Sie gerne zu meinem beruflichen Netzwerk auf LinkedIn hinzufügen.",
        "Hallo Ines, ich würde mich gerne mit Ihnen vernetzen. Viele Grüße",
        "Me gustaría añadirte a mi red profesional en LinkedIn.",
        "Bonjour Ines, j'aimerais rejoindre votre réseau. Cordialement, Dario",
        "Gostaria de adicioná-lo à minha rede profissional no LinkedIn.",
        "Vorrei aggiungerti alla mia rete professionale su LinkedIn.",
        "Hello!",
    ],
)
def test_a_stock_text_is_known_in_many_languages(text):
    assert "stock_note" in said(invite(text))
    assert "own_note" not in said(invite(text))


@pytest.mark.parametrize(
    "text",
    [
        "I'd like to add you to my professional network. We spoke about late data for an hour on the train.",
        "Thanks for the talk!",
        "مرحبا إيناس، أعجبتني محاضرتك",
        "昨日はお話しできて嬉しかったです",
        "Vera says you know about herring AND databases. We need both.",
    ],
)
def test_words_of_their_own_make_a_note_their_own(text):
    assert "own_note" in said(invite(text))


def test_a_note_that_sells_is_nobodys_own():
    assert "own_note" not in said(invite("Worth a quick 15-minute call about how we help companies like yours?"))


def test_the_stock_text_does_not_count_against_somebody_you_met():
    assert set(said(invite(STOCK, met=LIKED))) == {"met_and_liked"}


@pytest.mark.parametrize(
    ("facts", "rule", "sentence"),
    [
        (invite(met=LIKED), "met_and_liked", "you met in person at PyCon DE, and liked them"),
        (
            invite(introduced_by="Ana Abara"),
            "introduced_by_vouched",
            "Ana Abara, whom you vouch for, introduced you",
        ),
        (invite("See you at sea."), "own_note", "a note of their own, not the stock text"),
        (OCTOBER, "nudged", "third mail about this invitation"),
        (invite(nudges=1), "nudged", "wrote again about this invitation"),
        (
            invite("I never turn down a request"),
            "open_networker",
            "collects connections, and says so: “never turn down a request”",
        ),
        (
            invite(shared_history=("Quarry Labs", "Nordhafen")),
            "shared_history",
            "writes of Quarry Labs and Nordhafen, where you were too",
        ),
        (
            invite(earlier=(EarlierDecision("ignore", date(2024, 3, 1), "never heard of them"),)),
            "ignored_before",
            "you ignored Dario in 2024: never heard of them",
        ),
        (invite(look_alike=COPY), "copy_of_connection", None),
    ],
)
def test_the_sentence_is_short_and_plain(facts, rule, sentence):
    text = said(facts)[rule]
    assert sentence in (None, text)
    assert "!" not in text
    assert len(text) <= 76


def test_where_you_met_is_asked_once_only_and_not_of_those_a_friend_stands_for():
    claim = "We met in the queue at the harbour festival."
    asked = (EarlierDecision("ask", date(2026, 8, 1)),)
    assert judged(invite(claim)).verdict == "ask"
    assert judged(invite(claim, earlier=asked)).verdict is None
    assert judged(invite(claim, introduced_by="Ana Abara")).verdict == "accept"
    assert judged(invite(claim, nudges=3)).verdict == "ignore"
    assert judged(invite(claim, met=LIKED)).verdict == "accept"


def test_a_name_can_say_that_somebody_collects_connections():
    assert "open_networker" in said(invite("Good to know you better.", name="Chip Sterling 🦁 LION"))
    assert "open_networker" not in said(invite("Good to know you better.", name="Pierre Lion"))
