"""What other files say of people whose list is read otherwise, and whether anybody would miss them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field

from ..normalise import slug_of
from ..store import (
    CAPTURED,
    TABLES,
    Card,
    Change,
    Decision,
    Encounter,
    Handle,
    ImportedNote,
    ImportRun,
    Operation,
    Pair,
    Person,
    PersonSignals,
    SourceRecord,
)
from ..store.query import chunks, rows
from .book import OWN, details
from .contact_drafts import ContactDraft
from .contacts import VCARD
from .readings import row_readers

_FOLLOWS = (Person, Handle, ImportedNote, SourceRecord, PersonSignals, Card, Pair)
"""Tables whose rows about a person go when the person goes."""


@dataclass(slots=True)
class Others:
    """What the rows of other files say of some people."""

    people: set[int] = field(default_factory=set)
    drafts: defaultdict[int, list[ContactDraft]] = field(default_factory=lambda: defaultdict(list))
    said: set[tuple[int, str, str]] = field(default_factory=set)
    cells: defaultdict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    """What stands in the rows of files that are neither lists nor address books."""
    lines: defaultdict[int, str] = field(default_factory=lambda: defaultdict(str))

    @classmethod
    def of(cls, people: Collection[int], but: Collection[int]) -> Others:
        """Everything but these rows."""
        found = cls()
        columns = (SourceRecord.person, SourceRecord.run, SourceRecord.row, SourceRecord.cells, ImportRun.kind)
        query = SourceRecord.select(SourceRecord.id, *columns).join(ImportRun).order_by(SourceRecord.id)
        held = [row for some in chunks(sorted(people)) for row in rows(query.where(SourceRecord.person.in_(some)))]
        held = [row for row in held if row[0] not in but]
        makers = row_readers({row[2] for row in held})
        for _, person, run, number, text, kind in held:
            found.people.add(person)
            cells = json.loads(text)
            draft = makers[run](number, cells) if run in makers else None
            if draft:
                found._hear(person, draft)
            elif kind == VCARD.name:
                found.lines[person] += "\n".join(cells)
            else:
                found.cells[person] |= {cell.strip() for cell in cells}
        return found

    def claim(self, person: int, kind: str, text: str) -> bool:
        """Whether any of them says this of the person; LinkedIn and mails know themselves whom they mean."""
        cells = self.cells.get(person, set())
        if person in self.cells and kind in ("name", "link"):
            return True
        if kind == "email" and any(text in cell for cell in cells):
            return True
        return (person, kind, text) in self.said or text in cells or text in self.lines.get(person, "")

    def _hear(self, person: int, draft: ContactDraft) -> None:
        self.drafts[person].append(draft)
        own = [("name", draft.name), *((attribute, getattr(draft, attribute)) for attribute in OWN)]
        links = [("link", slug) for link in draft.links if (slug := slug_of(link))]
        self.said |= {(person, kind, text) for kind, text in (*own, *details(draft), *links)}


def nobody_misses(people: Collection[int]) -> frozenset[int]:
    """Those of whom nothing is known but what lists say, and about whom nothing was ever decided."""
    missed: set[int] = set()
    for some in chunks(sorted(people)):
        for table in TABLES:
            for reference, target in table._meta.refs.items():
                if target is Person and table not in _FOLLOWS:
                    query = table.select(reference).where(reference.in_(some))
                    missed |= {
                        row[0] for row in rows(query.where(table.id >= CAPTURED) if table is Encounter else query)
                    }
        missed |= {row[0] for row in rows(Operation.select(Operation.person).where(Operation.person.in_(some)))}
    references, pairs = _in_the_log()
    return frozenset({*people} - missed - references - _ends(pairs))


def _in_the_log() -> tuple[set[int], set[int]]:
    """Every row and every pair that a decision or the log refers to: what was taken back may be brought back."""
    of_pairs = Decision.select(Decision.subject).where(Decision.queue == "duplicates")
    references, pairs = set[int](), {row[0] for row in rows(of_pairs)}
    for images in rows(Change.select(Change.before, Change.after)):
        for image in filter(None, images):
            references |= {value for name, value in image.items() if name.endswith("_id") and isinstance(value, int)}
            if image.get("queue") == "duplicates":
                pairs.add(image.get("subject", 0))
    return references, pairs


def _ends(pairs: Collection[int]) -> set[int]:
    found = set[int]()
    for some in chunks(sorted(pairs)):
        found.update(*rows(Pair.select(Pair.left, Pair.right).where(Pair.id.in_(some))))
    return found
