"""An archive in which some rows cannot be read, and all others can."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.invented.build import new_network
from tests.invented.containers import pack
from tests.invented.eras import truth_of
from tests.invented.files import files_of
from tests.invented.forms import FORMS
from tests.invented.truth import Invented

__all__ = ["BROKEN", "BrokenRow", "with_broken_rows"]


@dataclass(frozen=True, slots=True)
class BrokenRow:
    """A row that must be told as a problem of its file; the mark is a text that stands only there."""

    file: str
    mark: str
    text: str


BROKEN = (
    BrokenRow("Connections.csv", "Never", "Never,Ever,https://www.linkedin.com/in/never,,A,B,31 Foo 2026"),
    BrokenRow("Connections.csv", "Short", "Short,Row"),
    BrokenRow("Connections.csv", "Thirty", "Thirty,Feb,https://www.linkedin.com/in/thirty,,A,B,30 Feb 2024"),
    BrokenRow("Invitations.csv", "Some Day", "Some Day,Robin,yesterday,Hello,INCOMING,,"),
    BrokenRow("Invitations.csv", "Side Ways", 'Side Ways,Robin,"9/1/26, 1:12 AM",Hi,SIDEWAYS,,'),
    BrokenRow("messages.csv", "undated text", '"2-=","","A","","B","","soon","","undated text","INBOX",""'),
)


def with_broken_rows(folder: Path, seed: int = 1) -> Invented:
    """An archive of 2026 with the BROKEN rows at the top of its files; the truth is that of all others."""
    form = FORMS["2026"]
    network = new_network(seed, form.on, 120)
    files = files_of(form, network)
    headers = {"Connections.csv": b"Connected On\n", "Invitations.csv": b"inviteeProfileUrl\n"}
    for row in BROKEN:
        head, header, rest = files[row.file].partition(headers.get(row.file, b'"ATTACHMENTS"\n'))
        files[row.file] = head + header + row.text.encode() + b"\n" + rest
    return Invented(pack(files, "zip", folder, form.on), form.on, truth_of(form, network))
