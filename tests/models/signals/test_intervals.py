"""Rates: Wilson's interval, and silence where there is too little to say."""

from __future__ import annotations

import pytest

from models.signals import TOO_FEW, rate


@pytest.mark.parametrize(
    ("successes", "n", "low", "high"),
    [
        (0, 10, 0.0, 0.27753),
        (5, 10, 0.23659, 0.76341),
        (10, 10, 0.72247, 1.0),
        (20, 100, 0.13337, 0.28883),
    ],
)
def test_the_interval_is_wilsons(successes, n, low, high):
    found = rate(successes, n)
    assert (found.low, found.high) == (pytest.approx(low, abs=1e-5), pytest.approx(high, abs=1e-5))
    assert found.value == successes / n


@pytest.mark.parametrize(("successes", "n", "enough"), [(5, 10, False), (11, 22, True), (0, 10, True), (0, 4, False)])
def test_a_wide_interval_reads_too_few_to_tell(successes, n, enough):
    found = rate(successes, n)
    assert found.enough is enough
    assert (str(found) == TOO_FEW) is not enough


def test_no_cases_are_too_few():
    assert (rate(0, 0).low, rate(0, 0).high, str(rate(0, 0))) == (0.0, 1.0, TOO_FEW)


def test_a_rate_is_never_shown_without_its_interval():
    assert str(rate(20, 100)) == "20% (13% to 29%, n = 100)"
