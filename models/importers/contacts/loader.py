"""Address books and lists of attendees into people: the same person only by link, or by e-mail and name together.

Who else may be the same is the matcher's question, and the user's answer. A list never overwrites what LinkedIn says.
"""

from __future__ import annotations

from ...store import ImportRun, SourceRecord
from ...store.query import rows
from ...text.folding import digest
from ..load import ImportContext, Run, SourceWriter
from ..records import ContactRecord
from .attendance import ListEvent
from .column_history import keep_run_columns
from .contact_writer import ContactWriter
from .recognise import Reader
from .reinterpret import KeptRow, reinterpret, reinterpret_rows


def load_contacts(loading: ImportContext, reader: Reader, occasion: ListEvent) -> Run:
    """Bring the people of one file in; rows the store holds already change nothing, unless they were read otherwise."""
    run = loading.begin(reader.file, reader.name, reader.header)
    keeper = SourceWriter(run)
    known_rows = {row[0] for row in rows(SourceRecord.select(SourceRecord.digest).join(ImportRun))}
    otherwise = reinterpret_rows(reader, occasion)
    fresh, again = list[ContactRecord](), list[tuple[KeptRow, ContactRecord]]()
    book = ContactWriter.of(loading, run, occasion, _label(reader))
    for draft in loading.records(reader.records(), run):
        mark = digest(*draft.raw)
        if kept := otherwise.get(mark):
            again.append((kept, draft))
        elif mark in known_rows:
            run.unchanged += 1
        elif otherwise:  # whom it is depends on what is corrected first
            fresh.append(draft)
        else:
            keeper.add(draft.row, book.take(draft).id, draft.raw)
    if again:
        book.occasion = occasion.over(again[-1][0].reading.occasion)
        reinterpret(book, again, occasion, reader.sample)
    for draft in fresh:
        keeper.add(draft.row, book.take(draft).id, draft.raw)
    keep_run_columns(run.id, reader, book.occasion)
    book.write()
    keeper.write()
    loading.end(run)
    return run


def _label(reader: Reader) -> str:
    """Return what to call the file when no event gives it a name."""
    return reader.file if reader.name == "table" or reader.is_event_list else reader.label
