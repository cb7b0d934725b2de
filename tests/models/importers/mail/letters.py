"""Mails written line by line, and the files they lie in."""

from __future__ import annotations

from datetime import timedelta
from email.utils import format_datetime
from itertools import count
from pathlib import Path

from tests.models.support import EXPORT, Export

__all__ = ["ME", "boxed", "known", "letter", "mbox"]

ME = "Robin Ash <robin@ash.example>"
_PARTING = b"From nobody@x.example Mon Sep 07 10:00:00 2026\n"
_NUMBERS = count(1)


def letter(sender: str, text: str, days: float = 3, *, to: str = ME, subject: str = "Hello", **headers: str) -> bytes:
    """A mail of so many days before the export; further headers by name, with _ for -."""
    at = format_datetime(Export().ago(days) + timedelta(minutes=5))
    lines = {"From": sender, "To": to, "Date": at, "Subject": subject, "Message-ID": f"<{next(_NUMBERS)}@x.example>"}
    lines |= {name.replace("_", "-"): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\n" for name, value in lines.items() if value)
    return head.encode() + b"\n" + text.encode() + b"\n"


def boxed(*letters: bytes) -> bytes:
    """The bytes of an mbox with these mails."""
    return b"".join(_PARTING + each + b"\n" for each in letters)


def mbox(folder: Path, *letters: bytes, name: str = "mail.mbox") -> Path:
    """An mbox in this folder."""
    path = folder / name
    path.write_bytes(boxed(*letters))
    return path


def known(folder: Path, export: Export) -> list[Path]:
    """The export's archive, and LinkedIn's file of the owner's addresses beside it."""
    folder = folder / "known"
    archive = export.zipped(folder)
    own = folder / f"Addresses_{EXPORT:%Y}.csv"
    own.write_text("Email Address,Confirmed,Primary,Updated On\nrobin@ash.example,Yes,Yes,\n")
    return [archive, own]
