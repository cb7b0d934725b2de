from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.finger import Finger, Refusal


def at_a_card(seen_at: float = 0.0) -> Finger:
    finger = Finger()
    finger.turn()(seen_at)
    return finger


def test_a_key_for_a_card_on_the_screen_decides() -> None:
    assert at_a_card().accepts(0.031) is None


def test_nothing_counts_before_the_first_card() -> None:
    assert Finger().accepts(1_000.0) is Refusal.UNSEEN


def test_a_key_within_thirty_milliseconds_of_the_card_decides_nothing() -> None:
    assert at_a_card(seen_at=5.0).accepts(5.029) is Refusal.UNSEEN
    assert at_a_card(seen_at=5.0).accepts(5.031) is None


def test_a_key_typed_while_the_terminal_stood_still_decides_nothing_when_it_moves_again() -> None:
    finger = Finger()
    painted = finger.turn()
    assert finger.accepts(1.0) is Refusal.UNSEEN
    painted(3.0)
    assert finger.accepts(2.0) is Refusal.UNSEEN


def test_one_decision_spends_the_card() -> None:
    finger = at_a_card()
    assert finger.accepts(1.0) is None
    assert finger.accepts(1.2) is Refusal.UNSEEN


def test_the_next_card_counts_once_its_own_frame_is_out() -> None:
    finger = at_a_card()
    assert finger.accepts(1.0) is None
    painted = finger.turn()
    assert finger.accepts(1.1) is Refusal.UNSEEN
    painted(1.15)
    assert finger.accepts(1.25) is None


def test_the_frame_of_a_card_that_was_left_does_not_vouch_for_the_next() -> None:
    finger = Finger()
    late = finger.turn()
    finger.turn()
    late(1.0)
    assert finger.accepts(2.0) is Refusal.UNSEEN


def test_painting_a_card_again_does_not_make_it_younger() -> None:
    finger = at_a_card()
    finger.painted(0.99)
    assert finger.accepts(1.0) is None


@pytest.mark.parametrize(("keys", "refusal"), [(1, None), (2, None), (3, Refusal.SEVERAL), (400, Refusal.SEVERAL)])
def test_three_keys_in_one_read_decide_nothing(keys: int, refusal: Refusal | None) -> None:
    assert at_a_card().accepts(1.0, keys) is refusal


def test_two_keys_in_one_read_decide_one_card() -> None:
    finger = at_a_card()
    assert finger.accepts(1.0, 2) is None
    finger.turn()(1.0)
    assert finger.accepts(1.0, 2) is not None


def test_a_paste_decides_nothing() -> None:
    assert at_a_card().accepts(1.0, 1, in_paste=True) is Refusal.PASTED


def test_taps_a_tenth_of_a_second_apart_all_count() -> None:
    finger = at_a_card()
    for tap in range(1, 51):
        assert finger.accepts(tap / 10) is None
        finger.turn()(tap / 10 + 0.02)


def test_a_key_held_down_decides_at_its_first_stroke_and_once_when_the_repeat_sets_in() -> None:
    finger = at_a_card()
    strokes = [1.0, *(1.5 + n / 30 for n in range(60))]
    decided = []
    for at in strokes:
        if finger.accepts(at) is None:
            decided.append(at)
            finger.turn()(at + 0.002)
    assert decided == [1.0, 1.5]


def test_a_refused_decision_leaves_the_card_open() -> None:
    finger = at_a_card()
    assert finger.accepts(1.0) is None
    finger.put_back()
    assert finger.accepts(1.2) is None


def test_putting_back_does_not_bring_back_a_card_that_was_left() -> None:
    finger = at_a_card()
    assert finger.accepts(1.0) is None
    finger.turn()
    finger.put_back()
    assert finger.accepts(1.2) is Refusal.UNSEEN


def test_without_a_terminal_a_test_may_type_as_fast_as_it_likes() -> None:
    finger = Finger(settle=0.0, repeat=0.0)
    for _ in range(3):
        finger.turn()(1.0)
        assert finger.accepts(1.0) is None


def test_every_refusal_says_why_in_a_sentence() -> None:
    sentences = {refusal.sentence for refusal in Refusal}
    assert len(sentences) == len(Refusal)
    assert all(sentence.endswith(".") for sentence in sentences)


@given(st.lists(st.tuples(st.floats(0, 0.2), st.booleans()), max_size=60))
def test_no_order_of_keys_and_frames_decides_a_card_nobody_could_have_seen(
    steps: list[tuple[float, bool]],
) -> None:
    finger, now, seen_at = Finger(), 0.0, None
    painted = finger.turn()
    for wait, is_frame in steps:
        now += wait
        if is_frame:
            painted(now)
            seen_at = now if seen_at is None else seen_at
        elif finger.accepts(now) is None:
            assert seen_at is not None
            assert now >= seen_at + 0.030
            painted, seen_at = finger.turn(), None
