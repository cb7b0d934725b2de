"""Takes the pictures of the README from the running app: `python -m screenshots.take`."""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from pathlib import Path

__all__ = ["SCENES", "take"]

HERE = Path(__file__).parent
SIZE = (80, 24)

_DAY = ("g", "i", "right", "right", "left", "a", "g", "s", "left", "left", "r")
"""A few decisions, so that there is something to do by hand."""
SCENES: dict[str, tuple[str, ...]] = {
    "home": (),
    "invite": ("g", "i"),
    "intro": ("g", "r"),
    "stale": ("g", "s", "f", *"katja", "enter"),
    "list": ("g", "s", "L", "space", "space", "down", "space", "semicolon", "4", "left"),
    "outbox": (*_DAY, "g", "b", "down", "down", "down"),
    "report": ("g", "p"),
}
"""Picture to keys; each begins at home, on a store that nobody has touched."""

TOLD = (
    ("customer", "Sam Okafor", "2026-05"),
    ("customer", "Katrin Roth", "2025-11"),
    ("meeting", "Katja Lund", "2011"),
    ("job", "Katrin Roth", "2021-03"),
    ("advice", "Sam Okafor", "2023"),
)
"""What came of that network, for the picture of the report."""


_FONT_ELSEWHERE = re.compile(r",\s*url\(\"https:[^)]*\) format\([^)]*\)")


def take(folder: Path = HERE) -> None:
    """Write every picture into the folder; the same code gives the same bytes."""
    # Nobody's own taste may show, and Textual reads it when it is imported.
    for name in [name for name in os.environ if name.startswith("TEXTUAL") or name in ("NO_COLOR", "COLORTERM")]:
        del os.environ[name]
    os.environ.update(PICKY_NOW="2026-09-17T09:00:00+00:00", TZ="UTC")
    for name, keys in SCENES.items():
        path = folder / f"{name}.svg"
        path.write_text(asyncio.run(_picture(keys, TOLD if name == "report" else ())), encoding="utf-8")
        print(path.name)


async def _picture(keys: tuple[str, ...], told: tuple[tuple[str, str, str], ...]) -> str:
    from models.reports.outcome_text import OutcomeText
    from models.settings import Settings
    from models.workspace import Workspace
    from tui.app import PickyApp
    from tui.commands.demo import fill

    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Settings(Path(folder) / "demo.db", Path(folder) / "policy.toml", folder=Path(folder)))
        try:
            fill(workspace)
            for kind, who, on in told:
                workspace.outcome(OutcomeText(kind, (who,), on=on))
            app = PickyApp(workspace)
            async with app.run_test(size=SIZE) as pilot:
                await pilot.press(*keys)
                await pilot.pause()
                await app.workers.wait_for_complete()
                await pilot.pause()
                return _FONT_ELSEWHERE.sub("", app.export_screenshot(title="picky"))
        finally:
            workspace.close()


if __name__ == "__main__":
    take()
