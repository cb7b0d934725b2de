"""One card, one key, next card."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.workspace import Workspace
from tests.factories import archive_of, cards, verdicts
from tests.tui.playing import playing


async def test_twenty_cards_get_twenty_verdicts_and_then_a_summary(demo: Workspace) -> None:
    expected = cards(demo, "stale", 20)
    async with playing(demo, *["right", "left"] * 10, queue="stale") as play:
        assert "20 cards in" in play.text
        assert "keep 10 · remove 10" in play.text
        assert "enter: 20 more" in play.text
        await play.press("enter")
        assert "1 of 20 in this sitting, 481 open" in play.text
    assert verdicts(demo, "stale") == dict(zip(expected, ["keep", "remove"] * 10, strict=True))


VERDICTS = [
    ("invites", "right", "accept"),
    ("invites", "l", "accept"),
    ("invites", "left", "ignore"),
    ("invites", "h", "ignore"),
    ("invites", "down", "later"),
    ("invites", "j", "later"),
    ("invites", "a", "ask"),
    ("invites", "p", "pin"),
    ("stale", "right", "keep"),
    ("stale", "left", "remove"),
    ("stale", "r", "reconnect"),
    ("stale", "p", "pin"),
]
INTROS = [
    ("right", "introduce"),
    ("left", "decline"),
    ("n", "mention"),
    ("a", "blurb"),
    ("x", "no_reply"),
    ("number_sign", "not_a_request"),
    ("down", "later"),
]


@pytest.fixture
def asked(empty: Workspace, tmp_path: Path) -> Workspace:
    """Nils Ito asks to be introduced to Vera Haddad; both are connections."""
    empty.import_files([archive_of(tmp_path / "export", "Nils Ito", "Vera Haddad")])
    empty.ask("Nils Ito", "Vera Haddad", "Could you put me in touch?")
    return empty


@pytest.mark.parametrize(("queue", "key", "verdict"), VERDICTS)
async def test_a_key_gives_its_verdict(demo: Workspace, queue: str, key: str, verdict: str) -> None:
    [first] = cards(demo, queue, 1)
    async with playing(demo, key, queue=queue) as play:
        assert "z takes it back" in play.notice
    assert verdicts(demo, queue) == {first: verdict}


@pytest.mark.parametrize(("key", "verdict"), INTROS)
async def test_a_key_gives_its_verdict_on_a_request(asked: Workspace, key: str, verdict: str) -> None:
    async with playing(asked, key, queue="intros"):
        pass
    assert verdicts(asked, "intros") == {"Nils Ito": verdict}


async def test_keys_of_other_queues_do_nothing(demo: Workspace) -> None:
    async with playing(demo, "r", "n", "x", "number_sign", queue="invites"):
        pass
    assert verdicts(demo, "invites") == {}
