"""What a file tells, as the expected JSON beside it spells it: only fields that say something."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from models.importers.archive import members
from models.importers.contacts.recognise import recognise
from models.importers.records import ContactRecord


def told(path: Path) -> dict[str, Any]:
    """The kind of a file, its people and its problems."""
    reader = recognise(members(path)[0])
    assert reader is not None, f"{path.name} is not recognised"
    drafts = list(reader.records())
    return {
        "kind": reader.name,
        "event": reader.is_event_list,
        "people": [said(draft) for draft in drafts if isinstance(draft, ContactRecord)],
        "problems": [
            [draft.row, draft.why, "lost" if draft.lost else "kept"]
            for draft in drafts
            if not isinstance(draft, ContactRecord)
        ],
    }


def said(draft: ContactRecord) -> dict[str, Any]:
    """A draft as JSON, without its raw cells and its blank fields."""
    fields = {name: value for name, value in draft._asdict().items() if name != "raw" and value not in ("", (), None)}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in fields.items()}
