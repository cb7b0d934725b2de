"""Introductions: they spend the goodwill of the person they are made to."""

from __future__ import annotations

from datetime import date

import pytest

from models.policy import EarlierRequest, IntroFacts, Meeting, Standing, load_policy, recommend
from models.signals import Band

POLICY = load_policy()
EXPORT = date(2026, 9, 15)

STRANGER = Standing("Milo Brandt", Band.NEVER, connected_on=date(2024, 8, 1))
FRIEND = Standing("Sam Okafor", Band.ACTIVE, strength=9, messages=34, last_contact=date(2026, 8, 2))
GOOD_WORKER = FRIEND._replace(knows_work=True)
VOUCHED = Standing("Leila Navarro", Band.VOUCHED, messages=12, would_vouch=True)
OLD_FRIEND = GOOD_WORKER._replace(band=Band.DORMANT, strength=0.1, last_contact=date(2019, 3, 1))

CONTACT = Standing("Hanne Dahl", Band.ACTIVE, messages=8, last_contact=date(2026, 6, 1), title="Head of Data")
EX_CEO = Standing("Vera Haddad", Band.VOUCHED, messages=41, title="Former CEO, Fjord Robotics", is_protected=True)
INVESTOR = Standing("Oskar Lindholm", Band.FADING, messages=5, title="Partner")


def request(asker, target, purpose, **known):
    ready = {"says_why": True, "forwardable": True}
    return IntroFacts(asker, EXPORT, target, purpose=purpose, **(ready | known))


def judged(facts):
    return recommend("intros", facts, POLICY)


def said(facts):
    return {reason.rule: reason.text for reason in judged(facts).reasons}


CASES = [
    ("barely known, unknown startup, famous ex-CEO", request(STRANGER, EX_CEO, "pitch"), "decline", 4),
    ("a good worker looks for a job", request(GOOD_WORKER, CONTACT, "job"), "introduce", 3),
    ("a friend whose startup is good", request(VOUCHED, INVESTOR, "pitch"), "introduce", 3),
    ("a friend whose work you know pitches", request(GOOD_WORKER, INVESTOR, "pitch"), "introduce", 3),
    ("vouched, for a job with someone you protect", request(VOUCHED, EX_CEO, "job"), "introduce", 2),
    ("a friend with something to sell", request(FRIEND, CONTACT, "sales"), None, 0),
    ("a friend sells to someone you protect", request(FRIEND, EX_CEO, "sales"), "decline", 2),
    ("barely known, looks for a job", request(STRANGER, INVESTOR, "job"), "decline", 1),
    ("barely known, asks for advice", request(STRANGER, CONTACT, "advice"), None, 0),
    (
        "never answered you, now asks",
        request(STRANGER._replace(band=Band.ONE_WAY_OUT), CONTACT, "job"),
        None,
        0,
    ),
    ("an old friend looks for a job", request(OLD_FRIEND, CONTACT, "job"), "introduce", 3),
    (
        "a friend, to someone you barely know",
        request(FRIEND, CONTACT._replace(band=Band.NEVER), "job"),
        None,
        0,
    ),
    (
        "the fourth ask of a protected target",
        request(GOOD_WORKER, EX_CEO, "advice", asks_of_target_12m=3),
        None,
        0,
    ),
    (
        "met, and not again",
        request(FRIEND._replace(met=Meeting("Expo", impression="not_again")), CONTACT, "job"),
        None,
        0,
    ),
    ("a friend hires", request(FRIEND, CONTACT, "hiring"), "introduce", 2),
    ("press, hardly known", request(STRANGER, EX_CEO, "press"), "decline", 3),
]


@pytest.mark.parametrize(("facts", "verdict", "dots"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_request_is_judged_as_its_user_would(facts, verdict, dots):
    found = judged(facts)
    assert found.verdict == verdict, found
    assert found.dots >= dots, found


JOB = request(GOOD_WORKER, CONTACT, "job")
MUST_OUTSCORE = [
    (request(VOUCHED, CONTACT, "job"), request(FRIEND, CONTACT, "job")),
    (
        request(FRIEND._replace(strength=20), CONTACT, "job"),
        request(FRIEND._replace(strength=1), CONTACT, "job"),
    ),
    (request(FRIEND, CONTACT, "job"), request(FRIEND._replace(band=Band.FADING), CONTACT, "job")),
    (
        request(FRIEND._replace(band=Band.FADING), CONTACT, "job"),
        request(FRIEND._replace(band=Band.DORMANT), CONTACT, "job"),
    ),
    (request(FRIEND._replace(band=Band.DORMANT), CONTACT, "job"), request(STRANGER, CONTACT, "job")),
    (request(STRANGER._replace(knows_well=True), CONTACT, "job"), request(STRANGER, CONTACT, "job")),
    (JOB, request(FRIEND, CONTACT, "job")),
    (JOB, request(GOOD_WORKER, CONTACT, "advice")),
    (request(FRIEND, CONTACT, "advice"), request(FRIEND, CONTACT, "press")),
    (request(FRIEND, CONTACT, "other"), request(FRIEND, CONTACT, "pitch")),
    (request(GOOD_WORKER, CONTACT, "sales"), request(FRIEND._replace(knows_well=False), CONTACT, "sales")),
    (JOB, request(GOOD_WORKER, CONTACT._replace(title="CEO"), "job")),
    (request(GOOD_WORKER, CONTACT._replace(title="CEO"), "job"), request(GOOD_WORKER, EX_CEO, "job")),
    (JOB, request(GOOD_WORKER, CONTACT, "job", asks_of_target_12m=1)),
    (
        request(GOOD_WORKER, CONTACT, "job", asks_of_target_12m=2),
        request(GOOD_WORKER, CONTACT, "job", asks_of_target_12m=3),
    ),
    (JOB, request(GOOD_WORKER, CONTACT, "job", last_ask_of_target=date(2026, 8, 25))),
    (JOB, request(GOOD_WORKER, CONTACT, "job", target_last_answer="silent")),
    (request(GOOD_WORKER, CONTACT, "job", target_last_answer="yes"), JOB),
    (JOB, request(GOOD_WORKER, CONTACT, "job", says_why=False)),
    (JOB, request(GOOD_WORKER, CONTACT, "job", forwardable=False)),
    (JOB, request(GOOD_WORKER, CONTACT, "job", nudges=1)),
    (JOB, request(GOOD_WORKER, CONTACT, "job", text="Could they book a call with us?")),
    (
        request(GOOD_WORKER, CONTACT, "job", earlier=(EarlierRequest(date(2025, 1, 1), "introduce", "job"),)),
        JOB,
    ),
    (
        JOB,
        request(GOOD_WORKER, CONTACT, "job", earlier=(EarlierRequest(date(2025, 1, 1), "introduce", "nothing"),)),
    ),
    (JOB, request(GOOD_WORKER, CONTACT, "job", earlier=(EarlierRequest(date(2026, 3, 1), "decline"),))),
    (JOB, request(GOOD_WORKER, None, "job", candidates=("Anna Holm", "Anna Weiss"), target_text="Anna")),
]


@pytest.mark.parametrize(("better", "worse"), MUST_OUTSCORE)
def test_this_must_outscore_that(better, worse):
    assert judged(better).total > judged(worse).total


@pytest.mark.parametrize("missing", [{"says_why": False}, {"forwardable": False}])
def test_a_request_you_would_help_with_but_cannot_pass_on_asks_for_a_blurb(missing):
    assert judged(JOB).verdict == "introduce"
    assert judged(request(GOOD_WORKER, CONTACT, "job", **missing)).verdict == "blurb"
    assert judged(request(STRANGER, EX_CEO, "pitch", **missing)).verdict == "decline"


def test_an_unclear_target_is_never_introduced():
    unclear = request(VOUCHED, None, "job", candidates=("Anna Holm", "Anna Weiss"), target_text="Anna")
    assert judged(unclear).verdict == "blurb"
    assert said(unclear)["target_unclear"] == "“Anna” may be Anna Holm or Anna Weiss"


@pytest.mark.parametrize(
    ("facts", "rule", "sentence"),
    [
        (request(STRANGER, EX_CEO, "pitch"), "target_protected", "a pitch to someone you protect"),
        (
            request(STRANGER, EX_CEO, "pitch"),
            "asker_barely_known",
            "you barely know Milo: not one message in 2 years",
        ),
        (
            request(STRANGER, EX_CEO, "pitch", asks_of_target_12m=2),
            "asked_target_often",
            "your third ask of Vera this year",
        ),
        (JOB, "forwardable", "the request can be forwarded as it is"),
        (JOB, "asker_work_known", "you know Sam's work"),
        (JOB, "asker_in_touch", "you and Sam are in touch: 34 messages"),
        (request(OLD_FRIEND, CONTACT, "job"), "asker_was_in_touch", "you and Sam last wrote 7 years ago"),
        (
            request(GOOD_WORKER, CONTACT, "job", last_ask_of_target=date(2026, 8, 25)),
            "target_needs_rest",
            "you asked Hanne only 3 weeks ago",
        ),
        (
            request(STRANGER, CONTACT, "job", earlier=(EarlierRequest(date(2026, 6, 10), "decline"),) * 2),
            "declined_before",
            "you turned Milo down twice before, last 3 months ago",
        ),
    ],
)
def test_the_sentence_is_short_and_plain(facts, rule, sentence):
    assert said(facts)[rule] == sentence


def test_a_vice_president_is_not_protected_by_the_word_president():
    vice = request(GOOD_WORKER, CONTACT._replace(title="Vice President Data"), "job")
    assert "target_senior" not in said(vice)
    assert "target_senior" in said(request(GOOD_WORKER, CONTACT._replace(title="President"), "job"))


def test_after_the_months_of_rest_a_target_may_be_asked_again():
    rested = request(GOOD_WORKER, CONTACT, "job", last_ask_of_target=date(2026, 7, 1))
    assert "target_needs_rest" not in said(rested)


def test_not_a_word_is_said_of_a_target_that_is_not_known():
    rules = set(said(request(FRIEND, None, "job", asks_of_target_12m=3, target_last_answer="no")))
    assert {rule for rule in rules if "target" in rule} == {"target_unclear"}
