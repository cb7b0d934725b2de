"""The sum: verdict, dots and reasons."""

from __future__ import annotations

from datetime import date

import pytest

from models.policy import NO_OPINION, InviteFacts, Meeting, load_policy, recommend, rules_of
from models.policy.policy import JUDGED_QUEUES
from models.policy.wording import ago, first_name, listed, ordinal

POLICY = load_policy()
MET = InviteFacts("Ana Abara", date(2026, 9, 15), met=Meeting("Expo", impression="liked", keep_in_touch=True))


def with_weights(**weights):
    return POLICY._replace(weights={**POLICY.weights, "invites": weights})


@pytest.mark.parametrize(
    ("weight", "verdict", "dots"),
    [
        (0.99, None, 0),
        (1.0, "accept", 1),
        (2.0, "accept", 2),
        (3.5, "accept", 3),
        (5.5, "accept", 4),
        (-0.99, None, 0),
        (-1.0, "ignore", 1),
        (-5.5, "ignore", 4),
    ],
)
def test_the_dots_follow_the_sum(weight, verdict, dots):
    found = recommend("invites", MET, with_weights(met_and_liked=weight))
    assert (found.verdict, found.dots, found.total) == (verdict, dots, weight)


def test_reasons_stand_strongest_first_whatever_their_sign():
    found = recommend("invites", MET, with_weights(met_and_liked=1.0, wanted_to_stay_in_touch=-2.0))
    assert [(reason.rule, reason.weight) for reason in found.reasons] == [
        ("wanted_to_stay_in_touch", -2.0),
        ("met_and_liked", 1.0),
    ]


def test_the_reasons_add_up_to_the_total():
    nudged = MET._replace(nudges=2, note="We help companies like yours.")
    found = recommend("invites", nudged, POLICY)
    assert found.total == pytest.approx(sum(reason.weight for reason in found.reasons))


def test_no_opinion_still_gives_its_reasons():
    found = recommend("invites", MET, with_weights(met_and_liked=0.5))
    assert found.verdict is None
    assert [reason.text for reason in found.reasons] == ["you met in person at Expo, and liked them"]


def test_a_weight_of_zero_is_said_and_not_counted():
    found = recommend("invites", MET, with_weights(met_and_liked=0.0))
    assert (found.total, len(found.reasons)) == (0.0, 1)


def test_a_queue_without_weights_has_no_opinion():
    assert recommend("invites", MET, with_weights()) == NO_OPINION


def test_changing_a_weight_changes_the_card():
    assert recommend("invites", MET, POLICY).verdict == "accept"
    disliked = {**POLICY.weights["invites"], "met_and_liked": -9.0}
    assert recommend("invites", MET, with_weights(**disliked)).verdict == "ignore"


@pytest.mark.parametrize("queue", JUDGED_QUEUES)
def test_every_rule_has_a_weight_and_every_weight_a_rule(queue):
    assert set(POLICY.weights[queue]) == set(rules_of(queue))


def test_every_rule_explains_itself_to_users_and_no_two_alike():
    explained = [text for queue in JUDGED_QUEUES for text in rules_of(queue).values()]
    assert all(text.endswith(".") and text[0].isupper() for text in explained)
    assert len(set(explained)) == len(explained)


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Vera Haddad", "Vera"),
        ("Dr. Vera Haddad, PhD", "Vera"),
        ("Prof. Dr. Jo Li", "Jo"),
        ("秀英", "秀英"),
        ("Ana, MBA", "Ana"),
        ("", "this person"),
    ],
)
def test_people_are_called_by_their_first_name(name, first):
    assert first_name(name) == first


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 9, 15), "today"),
        (date(2026, 9, 14), "1 day ago"),
        (date(2026, 9, 1), "2 weeks ago"),
        (date(2026, 6, 15), "3 months ago"),
        (date(2025, 9, 20), "1 year ago"),
        (date(2010, 5, 3), "16 years ago"),
        (date(2027, 1, 1), "today"),
    ],
)
def test_times_past_read_as_one_says_them(day, words):
    assert ago(day, date(2026, 9, 15)) == words


def test_counting_words():
    assert [ordinal(n) for n in (1, 3, 10, 11, 12, 21, 22, 113)] == [
        "first",
        "third",
        "tenth",
        "11th",
        "12th",
        "21st",
        "22nd",
        "113th",
    ]
    assert [listed(names) for names in ((), ("a",), ("a", "b"), ("a", "b", "c"))] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
