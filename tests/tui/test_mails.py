"""The man of the October conference: one invitation, three mails about it, and one key."""

from __future__ import annotations

import shutil
from pathlib import Path

from models.workspace import Workspace
from tests.tui.playing import playing

SEEDS = Path(__file__).parents[2] / "seeds"
HIM = "Torsten Kellermann"


def _waits(workspace: Workspace) -> bool:
    return HIM in [item.name for item in workspace.items("invites")]


async def test_his_three_mails_are_one_card_ignored_with_one_key_and_it_never_comes_back(
    demo: Workspace, tmp_path: Path
) -> None:
    async with playing(demo, queue="invites") as play:
        while HIM not in play.text:
            await play.press("tab")
        assert "third mail about this invitation" in play.text
        await play.press("left")
        assert HIM not in [item.name for item in demo.items("invites")]
    again = shutil.copyfile(SEEDS / "mail" / "inbox.mbox", tmp_path / "once more.mbox")
    demo.import_files([SEEDS / "linkedin-export-june", SEEDS / "linkedin-export", SEEDS / "mail" / "inbox.mbox", again])
    assert not _waits(demo)
    with again.open("ab") as file:
        text = "From - Sat Sep 12 08:00:00 2026\nFrom: Torsten Kellermann <torsten.kellermann@post.example>\nTo: ines@falkner.example\n"
        file.write((text + "Date: Sat, 12 Sep 2026 08:00:00 +0000\n\nA fourth mail about my invitation!\n").encode())
    assert demo.import_files([again]).is_news
    assert not _waits(demo)
