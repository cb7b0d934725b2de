"""How far picky agrees with its user, from the shell; other weights tried before they are kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import Picky

pytestmark = pytest.mark.usefixtures("filled")


@pytest.fixture
def decided(filled: None, picky: Picky) -> None:
    """Both invitations are accepted."""
    for item in picky("queue", "invites", "--json").json["items"]:
        picky("decide", "invites", item["id"], "accept")


@pytest.mark.usefixtures("decided")
def test_agreement_is_told_with_its_interval_or_that_it_is_too_little(picky: Picky) -> None:
    by_queue = {each["queue"]: each for each in picky("calibrate", "--json").json["queues"]}
    assert set(by_queue) == {"invites", "intros", "stale", "sent", "replies"}
    agreement = by_queue["invites"]["agreement"]
    assert (agreement["n"], agreement["enough"]) == (2, False)
    assert picky("calibrate").out.splitlines()[0] == "invites: you agreed too few to tell"
    assert "stale: nothing decided yet" in picky("calibrate").out


@pytest.mark.usefixtures("decided")
def test_other_weights_are_tried_and_kept_only_when_told(picky: Picky, tmp_path: Path) -> None:
    file = tmp_path / "config" / "policy.toml"
    tried = picky("replay", "--set", "invites.met_and_liked=-9", "--json").json
    [trial] = tried["trials"]
    assert {each["name"] for each in trial["changed"]} == {"Ina Inviter"}
    assert (trial["refused"], tried["saved"]) == (1, False)
    assert not file.exists()
    ran = picky("replay", "--set", "invites.met_and_liked=-9", "--save")
    assert ran.code == 0
    assert "+met_and_liked = -9.0" in ran.out
    assert file.read_text(encoding="utf-8") == "[invites]\nmet_and_liked = -9.0\n"


@pytest.mark.usefixtures("decided")
def test_another_rule_set_is_tried_from_its_file(picky: Picky, tmp_path: Path) -> None:
    (tmp_path / "strict.toml").write_text("[confidence]\nno_opinion = 20\n", encoding="utf-8")
    trials = picky("replay", "--rules", tmp_path / "strict.toml", "--json").json["trials"]
    assert {each["now"] for trial in trials for each in trial["changed"]} == {None}


@pytest.mark.parametrize(
    ("words", "code"),
    [(("--set", "nonsense"), 2), (("--save",), 2), (("--set", "invites.no_such_rule=1"), 1)],
)
def test_what_cannot_be_tried_is_told(picky: Picky, words: tuple[str, ...], code: int) -> None:
    ran = picky("replay", *words)
    assert (ran.code, ran.out) == (code, "")
