"""The smaller files: who the owner is, recommendations, private notes, jobs and schools, events joined."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from peewee import BaseQuery, Expression

from ...store import ImportedNote, JoinedEvent, Position, Recommendation
from ...store.facts import FactKey, fact, set_fact
from ...store.query import Query, Statement, param
from ...text.companies import company_key
from ...text.folding import name_key
from ..known_people import KnownPerson
from ..load import ImportContext, SourceWriter
from ..records import (
    AddressRecord,
    EventRecord,
    NoteRecord,
    PositionRecord,
    ProfileRecord,
    RecommendationRecord,
    Record,
)
from .members import ExportFile

_Table = type[Recommendation] | type[ImportedNote] | type[Position] | type[JoinedEvent]


class _DistinctRows:
    """Rows of a table of which no two are alike in all these columns; an empty day is like any other.

    Args:
        table: The table.
        columns: The columns that are compared and written.
        key: Those of a unique index: of two rows with the same key the later one stands, such as a job that ended since.
    """

    def __init__(self, table: _Table, *columns: str, key: Collection[str] = ()) -> None:
        def is_alike(column: str) -> Expression:
            equal: Expression = getattr(table, column) == param(column)
            return param(column).is_null() | equal if getattr(table, column).null else equal

        def insert() -> BaseQuery:
            added = table.insert(**{column: param(column) for column in columns})
            if not key:
                return added
            later = {column: param(column) for column in columns if column not in key}
            return added.on_conflict(conflict_target=[getattr(table, column) for column in key], update=later)

        self._alike = Query(int, lambda: table.select(table.id).where(*map(is_alike, columns)).limit(1))
        self._insert = Statement(insert)

    def add(self, **values: object) -> bool:
        """Add a row unless one like it is there; return whether it is new."""
        is_new = self._alike.first(**values) is None
        if is_new:
            self._insert.run(**values)
        return is_new


_RECOMMENDATIONS = _DistinctRows(Recommendation, "person", "given", "text", "written_on")
_NOTES = _DistinctRows(ImportedNote, "person", "text", "written_on")
_POSITIONS = _DistinctRows(
    Position,
    "company",
    "company_key",
    "title",
    "started",
    "finished",
    "is_school",
    key=("company", "title", "started", "is_school"),
)
_EVENTS = _DistinctRows(JoinedEvent, "name", "held_at", "status", key=("name", "held_at"))


def load_profile(context: ImportContext, file: ExportFile) -> None:
    """Add the rows of a smaller file that are new."""
    run = context.begin(file.name, file.kind.name, file.table.header)
    sources = SourceWriter(run)
    records: Iterator[Record] = context.records(file.records(), run)
    for record in records:
        person = _person_of(context, record)
        if person:
            context.people.write()  # what is added refers to them
        is_new = _add(context, record, person.id if person else None)
        if is_new and person:
            context.people.touched.add(person.id)
        sources.add(record.row, person.id if person else None, record.raw)
        run.count(is_new=is_new)
    context.people.write()
    sources.write()
    context.end(run)


def _person_of(context: ImportContext, record: Record) -> KnownPerson | None:
    """Return the person a row is about; `None` when it is about the owner."""
    match record:
        case RecommendationRecord():
            return _recommender(context, record)
        case NoteRecord():
            return context.people.find_or_add(record.name, record.link)
    return None


def _recommender(context: ImportContext, record: RecommendationRecord) -> KnownPerson:
    """Return who wrote or got it: the file has names and companies, no links."""
    namesakes = context.people.by_name.get(name_key(record.name), [])
    company = company_key(record.company)
    at_company = [person for person in namesakes if company_key(person.company) == company]
    for fitting in (namesakes, at_company):
        if len(fitting) == 1:
            return fitting[0]
    return context.people.add(record.name)


def _add(context: ImportContext, record: Record, person: int | None) -> bool:
    """Store one row; return whether it is new."""
    match record:
        case ProfileRecord():
            return _add_owner(context, record.name)
        case AddressRecord():
            return _add_address(record.address)
        case RecommendationRecord():
            return _RECOMMENDATIONS.add(
                person=person, given=record.given, text=record.text, written_on=record.written_on
            )
        case NoteRecord():
            return bool(record.text) and _NOTES.add(person=person, text=record.text, written_on=record.written_on)
        case PositionRecord():
            return _POSITIONS.add(
                company=record.company,
                company_key=company_key(record.company),
                title=record.title,
                started=record.started,
                finished=record.finished,
                is_school=record.is_school,
            )
        case EventRecord():
            return _EVENTS.add(name=record.name, held_at=record.held_at, status=record.status)
    return False


def _add_owner(context: ImportContext, name: str) -> bool:
    context.add_owner(name)
    is_new = fact(FactKey.OWNER_NAME) != name
    set_fact(FactKey.OWNER_NAME, name)
    return is_new


def _add_address(address: str) -> bool:
    known = set((fact(FactKey.OWNER_EMAILS) or "").split())
    is_new = "@" in address and not known.issuperset(address.split())
    if is_new:
        set_fact(FactKey.OWNER_EMAILS, " ".join(sorted({*known, address})))
    return is_new
