"""The exit code of everything that can go wrong, a sentence for it on stderr, and a store that stays as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import Picky
from tests.models.support import dump

pytestmark = pytest.mark.usefixtures("filled")

_FAILURES: dict[str, tuple[int, tuple[object, ...]]] = {
    "an unknown card": (1, ("decide", "invites", "9999", "accept")),
    "a card of another queue": (1, ("decide", "invites", "c1", "accept")),
    "a card that is no number": (1, ("decide", "invites", "ann", "accept")),
    "a card of endless digits": (1, ("decide", "invites", "9" * 30, "accept")),
    "a card of more digits than Python reads": (1, ("decide", "invites", "9" * 5000, "accept")),
    "a captured card of endless digits": (1, ("decide", "intros", "c" + "9" * 30, "decline")),
    "a card numbered zero": (1, ("decide", "intros", "c0", "decline")),
    "a negative card": (2, ("decide", "invites", "-1", "accept")),
    "an unknown verdict": (2, ("decide", "invites", "1", "adore")),
    "an unknown verdict on an unknown card": (2, ("decide", "invites", "9999", "adore")),
    "a verdict of another queue": (2, ("decide", "invites", "1", "keep")),
    "an unknown queue": (2, ("queue", "enemies")),
    "an unknown queue to decide in": (2, ("decide", "enemies", "1", "keep")),
    "an unknown length": (2, ("decide", "invites", "1", "later", "--for", "2y")),
    "a length without later": (2, ("decide", "invites", "1", "accept", "--for", "1w")),
    "too few words": (2, ("decide", "invites")),
    "an unknown command": (2, ("adore",)),
    "an unknown option": (2, ("queue", "--colour")),
    "a limit of nothing": (2, ("queue", "stale", "--limit", "0")),
    "nobody of that name": (1, ("person", "Nobody Known")),
    "an empty name": (1, ("person", "")),
    "a person of endless digits": (1, ("person", "9" * 30)),
    "a person of more digits than Python reads": (1, ("person", "9" * 5000)),
    "an operation that never was": (1, ("undo", "999")),
    "an operation of endless digits": (1, ("undo", "9" * 30)),
    "an operation that is no number": (2, ("undo", "all")),
    "an import to undo": (1, ("undo", "1")),
    "something to redo that was not undone": (1, ("redo", "2")),
    "nothing to redo": (1, ("redo",)),
    "an errand that never was": (1, ("outbox", "done", "999")),
    "an errand of endless digits": (1, ("outbox", "done", "9" * 30)),
    "an errand that is no number": (2, ("outbox", "done", "first")),
    "a file that is not there": (1, ("import", "/nowhere/at/all.zip")),
    "meeting nobody": (2, ("met", "")),
    "meeting a comma": (2, ("met", " , Acme, nice")),
    "meeting on no day": (2, ("met", "Ann Lee", "--date", "yesterday")),
    "an unknown impression": (2, ("met", "Ann Lee", "--impression", "adored")),
    "asking from nobody": (2, ("ask", "", "Tara Target")),
    "asking for nobody": (2, ("ask", "Ask Asker", "  ")),
    "an unknown purpose": (2, ("ask", "Ask Asker", "Tara Target", "--purpose", "love")),
    "a refused verdict": (1, ("decide", "stale", "{one_way_out}", "reconnect")),
    "the app without a terminal": (1, ()),
    "a queue in the app without a terminal": (1, ("review", "stale")),
    "a store in a place that cannot be": (1, ("--store", "/dev/null/x.db", "queue")),
    "a page in a place that cannot be": (1, ("outbox", "--html", "/dev/null/x.html")),
}  # fmt: skip


@pytest.mark.parametrize(("code", "words"), _FAILURES.values(), ids=_FAILURES)
def test_what_goes_wrong_has_its_exit_code_a_sentence_on_stderr_and_changes_nothing(
    code: int, words: tuple[object, ...], picky: Picky, store: Path
) -> None:
    stale = picky("queue", "stale", "--json").json["items"]
    one_way_out = next(item["id"] for item in stale if item["band"] == "one_way_out")
    before = dump(store)
    ran = picky(*(str(word).replace("{one_way_out}", one_way_out) for word in words))
    assert ran.code == code, ran.err
    assert ran.out == ""
    assert ran.err.strip()
    assert "Traceback" not in ran.err
    assert dump(store) == before


def test_undoing_with_nothing_done_is_told(picky: Picky, tmp_path: Path) -> None:
    ran = picky("--store", tmp_path / "empty.db", "undo")
    assert (ran.code, ran.out) == (1, "")
    assert "nothing to undo" in ran.err
