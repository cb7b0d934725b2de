"""Gone quiet: who is kept, who is removed, and whom to write to once more."""

from __future__ import annotations

from datetime import date

import pytest

from models.policy import EarlierDecision, Meeting, StaleFacts, load_policy, recommend
from models.signals import Band

POLICY = load_policy()
EXPORT = date(2026, 9, 15)
EXPO = (Meeting("Expo 2010", date(2010, 5, 3)),)


def quiet(band, **known):
    known.setdefault("connected_on", date(2010, 6, 1))
    return StaleFacts("Katja Lund", EXPORT, band, **known)


def dormant(**known):
    last = {"last_sent": date(2019, 1, 1), "last_received": date(2019, 2, 2)}
    return quiet(Band.DORMANT, **({"sent": 3, "received": 4} | last | known))


def judged(facts):
    return recommend("stale", facts, POLICY)


def said(facts):
    return {reason.rule: reason.text for reason in judged(facts).reasons}


CASES = [
    ("met once in 2010, never heard from again", quiet(Band.MET, meetings=EXPO), "remove", 3),
    ("the same, in a store that calls it never", quiet(Band.NEVER, meetings=EXPO), "remove", 3),
    ("never a word in sixteen years", quiet(Band.NEVER), "remove", 3),
    ("never a word, connected last year", quiet(Band.NEVER, connected_on=date(2025, 9, 1)), "remove", 1),
    (
        "never a word, but the only contact",
        quiet(Band.NEVER, only_contact_at="Tidewater", shared_employer="Acme"),
        "remove",
        1,
    ),
    (
        "met two years ago and liked",
        quiet(Band.MET, meetings=(Meeting("PyCon", date(2024, 5, 1), "liked"),)),
        "keep",
        2,
    ),
    (
        "met and not again",
        quiet(Band.MET, meetings=(Meeting("PyCon", date(2024, 5, 1), "not_again"),)),
        "remove",
        3,
    ),
    ("you wrote, they never did", quiet(Band.ONE_WAY_OUT, sent=1), "remove", 2),
    (
        "you wrote, they never did, a former colleague",
        quiet(Band.ONE_WAY_OUT, sent=2, shared_employer="Acme"),
        "remove",
        2,
    ),
    ("they wrote, you never did", quiet(Band.ONE_WAY_IN, received=2), None, 0),
    ("an old tie both ways", dormant(), "reconnect", 1),
    ("an old tie that was strong", dormant(sent=40, received=40, has_decayed=True), "reconnect", 3),
    (
        "an old tie, and not again",
        dormant(meetings=(Meeting("Expo", date(2018, 1, 1), "not_again"),)),
        "remove",
        2,
    ),
    ("a fading tie that stopped", quiet(Band.FADING, sent=9, received=9, has_decayed=True), "reconnect", 2),
    ("vouched", quiet(Band.VOUCHED), "keep", 4),
    ("vouched, long silent", quiet(Band.VOUCHED, has_decayed=True, sent=9, received=9), "keep", 4),
    ("pinned", quiet(Band.NEVER, is_pinned=True), "keep", 1),
    ("never a word, but a recommendation", quiet(Band.ONE_WAY_IN, recommended_you=True), "keep", 2),
    ("in touch", quiet(Band.ACTIVE), "keep", 3),
]


@pytest.mark.parametrize(("facts", "verdict", "dots"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_quiet_connection_is_judged_as_its_user_would(facts, verdict, dots):
    found = judged(facts)
    assert found.verdict == verdict, found
    assert found.dots >= dots, found


NEVER = quiet(Band.NEVER)
MUST_OUTSCORE = [
    (quiet(Band.NEVER, connected_on=date(2022, 1, 1)), NEVER),
    (quiet(Band.NEVER, only_contact_at="Tidewater Media"), NEVER),
    (quiet(Band.NEVER, only_contact_from="Expo 2010"), NEVER),
    (quiet(Band.NEVER, shared_employer="Acme"), quiet(Band.NEVER, shared_school="Nordhafen")),
    (quiet(Band.NEVER, shared_school="Nordhafen"), NEVER),
    (quiet(Band.NEVER, has_note=True), NEVER),
    (quiet(Band.NEVER, knows_well=True), quiet(Band.NEVER, knows_work=True)),
    (quiet(Band.NEVER, is_protected=True), NEVER),
    (quiet(Band.NEVER, outcomes=("job",)), NEVER),
    (quiet(Band.NEVER, earlier=(EarlierDecision("keep", date(2025, 1, 1)),)), NEVER),
    (NEVER, quiet(Band.NEVER, earlier=(EarlierDecision("remove", date(2025, 1, 1)),))),
    (quiet(Band.ONE_WAY_IN, received=1), NEVER),
    (NEVER, quiet(Band.ONE_WAY_OUT, sent=3)),
    (quiet(Band.ONE_WAY_OUT, sent=1), quiet(Band.ONE_WAY_OUT, sent=3)),
    (dormant(sent=30, received=30), dormant(sent=1, received=1)),
    (dormant(), NEVER),
    (quiet(Band.ACTIVE), dormant()),
    (quiet(Band.MET, meetings=(Meeting("Expo", date(2020, 5, 1)),)), quiet(Band.MET, meetings=EXPO)),
    (quiet(Band.MET, meetings=EXPO * 3), quiet(Band.MET, meetings=EXPO)),
    (quiet(Band.MET, meetings=EXPO), quiet(Band.MET, meetings=EXPO, event_people=41, event_outcomes=0)),
    (
        quiet(Band.MET, meetings=EXPO, event_people=3, event_outcomes=0),
        quiet(Band.MET, meetings=EXPO, event_people=41, event_outcomes=0),
    ),
]


@pytest.mark.parametrize(("better", "worse"), MUST_OUTSCORE)
def test_this_must_outscore_that(better, worse):
    assert judged(better).total > judged(worse).total


def test_who_never_wrote_back_is_never_written_to_again():
    for sent in range(1, 40):
        silent = quiet(Band.ONE_WAY_OUT, sent=sent, has_decayed=True, shared_employer="Acme", knows_well=True)
        assert judged(silent).verdict != "reconnect"


def test_an_old_tie_is_written_to_once_only():
    tried = (EarlierDecision("reconnect", date(2025, 3, 1)),)
    assert judged(dormant(earlier=tried)).verdict == "reconnect"  # decided, and not yet written
    in_vain = dormant(earlier=tried, last_sent=date(2025, 3, 4))
    assert judged(in_vain).verdict == "remove"
    assert said(in_vain)["reconnected_in_vain"] == "you wrote again 1 year ago, to no answer"
    answered = dormant(earlier=tried, last_sent=date(2025, 3, 4), last_received=date(2025, 3, 9))
    assert "reconnected_in_vain" not in said(answered)


@pytest.mark.parametrize(
    ("facts", "rule", "sentence"),
    [
        (
            quiet(Band.MET, meetings=EXPO),
            "met_and_forgotten",
            "met once, 16 years ago, and never heard from again",
        ),
        (
            quiet(Band.MET, meetings=EXPO * 2),
            "met_and_forgotten",
            "met twice, last 16 years ago, and never heard from again",
        ),
        (
            quiet(Band.MET, meetings=EXPO, event_people=41, event_outcomes=0),
            "event_led_to_nothing",
            "nobody from Expo 2010 ever led to anything (41 people)",
        ),
        (NEVER, "never_wrote", "not one message either way in 16 years"),
        (
            quiet(Band.NEVER, only_contact_at="Tidewater Media"),
            "only_contact_at_company",
            "your only contact at Tidewater Media",
        ),
        (quiet(Band.ONE_WAY_OUT, sent=2), "never_wrote_back", "you wrote twice, and Katja never wrote back"),
        (
            quiet(Band.ONE_WAY_IN, received=1, last_received=date(2021, 3, 1)),
            "you_never_answered",
            "Katja wrote once, last 5 years ago; you never answered",
        ),
        (dormant(), "old_tie", "an old tie: 7 messages both ways, last 7 years ago"),
    ],
)
def test_the_sentence_is_short_and_plain(facts, rule, sentence):
    assert said(facts)[rule] == sentence


def test_a_few_people_from_an_event_prove_nothing():
    assert "event_led_to_nothing" not in said(quiet(Band.MET, meetings=EXPO, event_people=9, event_outcomes=0))
    assert "event_led_to_nothing" not in said(quiet(Band.MET, meetings=EXPO, event_people=41, event_outcomes=1))


def test_nothing_is_said_of_an_event_where_nobody_kept_count():
    assert "event_led_to_nothing" not in said(quiet(Band.MET, meetings=EXPO, event_people=41))
