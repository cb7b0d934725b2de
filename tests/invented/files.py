"""A network as the files of an era, byte for byte."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from seeds.invention.linkedin import MESSAGE_COLUMNS, PAPER_COLUMNS, csv_text, latest_first
from seeds.invention.world import Message
from tests.invented.network import OWNER, Network
from tests.invented.spelling import (
    Era,
    connection_cells,
    invitation_cells,
    message_cells,
    praise_cells,
)

__all__ = ["files_of"]

_DECOY = ("2-coach", "", "LinkedIn Coach", "", OWNER.name, "", "2017-01-01 10:00:00 UTC", "", "Hi!", "INBOX")


def files_of(era: Era, network: Network) -> dict[str, bytes]:
    """Every file of the archive by its name."""
    messages = _unsorted([letter.message for letter in network.letters if era.shows(letter)])
    texts = {
        era.messages_file: csv_text(
            era.messages, _rows(era.messages, message_cells(era, messages)), quote_all=era.quote_all
        ),
        "Profile.csv": csv_text(("First Name", "Last Name", "Headline"), [(OWNER.first, OWNER.last, "Bridges")]),
        "Positions.csv": csv_text(
            ("Company Name", "Title", "Description", "Location", "Started On", "Finished On"),
            [("Harbourlight", "Engineer", "", "Kiel", "Jan 2016", "")],
        ),
        "guide_messages.csv": csv_text(MESSAGE_COLUMNS[:10], [_DECOY]),
        "LearningCoachMessages.csv": "No conversations found",
    }
    for name, given in (("Recommendations_Given.csv", True), ("Recommendations_Received.csv", False)):
        cells = praise_cells(paper for paper in network.praise if paper.given is given)
        texts[name] = csv_text(PAPER_COLUMNS, _rows(PAPER_COLUMNS, cells))
    files = {name: text.encode() for name, text in texts.items()}
    files["Connections.csv"] = _opened(
        era, era.connections, connection_cells(era, network.ties), era.opening, ends_bare=True
    )
    files["Invitations.csv"] = _opened(era, era.invitations, invitation_cells(era, network.cases), "")
    return files


def _unsorted(messages: list[Message]) -> list[Message]:
    """Conversations contiguous and newest first, but the file as a whole is not sorted."""
    ordered = latest_first(messages)
    last = ordered[-1].thread
    return [m for m in ordered if m.thread == last] + [m for m in ordered if m.thread != last]


def _rows(columns: Sequence[str], cells: Iterable[dict[str, str]]) -> list[list[str]]:
    return [[row.get(column, "") for column in columns] for row in cells]


def _opened(
    era: Era,
    columns: Sequence[str],
    cells: Iterable[dict[str, str]],
    opening: str,
    *,
    ends_bare: bool = False,
) -> bytes:
    """A file that may have been opened and saved again; raw Connections end without a newline."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=era.delimiter, lineterminator="\n")
    writer.writerow([era.headers.get(column, column) for column in columns])
    for row in _rows(columns, cells):
        writer.writerow(_shortened(row) if era.short_rows else row)
    body = out.getvalue()
    is_raw = era.newline == "\n"
    text = opening + (body.rstrip("\n") if is_raw and ends_bare else body) + era.closing
    return text.replace("\n", era.newline).encode(era.encoding, errors="replace")


def _shortened(row: list[str]) -> list[str]:
    while row and not row[-1]:
        row.pop()
    return row
