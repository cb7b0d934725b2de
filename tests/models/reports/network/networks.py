"""Three networks in which little came of anything, each for a reason of its own, in whatever size."""

from __future__ import annotations

from pathlib import Path

from tests.models.support import Export, person

__all__ = ["NETWORKS", "archive"]

_SENIOR = ("Director of Sales", "Head of Research", "Founder", "VP Engineering")
_JUNIOR = ("Engineer", "Painter", "Clerk", "Student")


def powerless(export: Export, size: int) -> None:
    """They answer, and so does the user; nobody's title decides over anything."""
    for number in range(size):
        who = person(f"Pia Painter{number}", company=f"Shed {number}", position=_JUNIOR[number % 4])
        export.connect(who, 2000).wrote(who, 900).heard(who, 899).heard(who, 300).wrote(who, 299)


def apathetic(export: Export, size: int) -> None:
    """Important people to whom the user writes and whom the user answers; few of them ever answer."""
    for number in range(size):
        who = person(f"Dina Director{number}", company=f"Tower {number}", position=_SENIOR[number % 4])
        export.connect(who, 2000).wrote(who, 900)
        if number % 4 == 0:
            export.heard(who, 300).wrote(who, 299)


def weak_link(export: Export, size: int) -> None:
    """Important people who write, and answer when they are written to; the user hardly does either."""
    for number in range(size):
        who = person(f"Fay Founder{number}", company=f"Tower {number}", position=_SENIOR[number % 4])
        export.connect(who, 2000).heard(who, 900, "Shall we meet?").heard(who, 300, "Are you there?")
        if number % 5 == 0:
            export.wrote(who, 299).heard(who, 298)


NETWORKS = {"powerless": powerless, "apathetic": apathetic, "weak_link": weak_link}


def archive(folder: Path, name: str, size: int) -> Path:
    """The archive of such a network."""
    export = Export()
    NETWORKS[name](export, size)
    return export.zipped(folder)
