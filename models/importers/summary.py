"""What an import changed, in counts and in one sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ..store import Connection, Invitation, Message, Person
from ..store.facts import FactKey, fact
from .linkedin.members import FILE_KINDS
from .load import Run
from .records import RowProblem

NETWORK = frozenset({"connections", "invitations", "messages"})
"""The files of the export that the sentence in history counts."""

_OWNERS_OWN = frozenset({"profile", "addresses", "positions", "education", "events"})
_LINKEDINS = frozenset(kind.name for kind in FILE_KINDS)


@dataclass(frozen=True, slots=True)
class Totals:
    """How much the store holds."""

    people: int
    connections: int
    hidden_rows: int
    invitations: int
    messages: int


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """What an import brought."""

    runs: tuple[tuple[str, Run], ...]
    """Each file read, with the path it was given under."""
    export_date: date | None
    totals: Totals
    sentence: str
    is_news: bool

    @property
    def problems(self) -> list[RowProblem]:
        """Every row that could not be taken in."""
        return [problem for _, run in self.runs for problem in run.problems]

    @property
    def has_network(self) -> bool:
        """Whether any file told about people; LinkedIn's first, small archive does not."""
        return not all(run.kind in _OWNERS_OWN for _, run in self.runs)

    def json(self) -> dict[str, Any]:
        """Return what `picky import --json` gives."""
        return {
            "runs": [_run_json(path, run) for path, run in self.runs],
            "export_date": self.export_date.isoformat() if self.export_date else None,
            "totals": {name: getattr(self.totals, name) for name in Totals.__slots__},
        }


def _run_json(path: str, run: Run) -> dict[str, Any]:
    counts = {name: getattr(run, name) for name in ("kind", "rows", "new", "changed", "unchanged", "gone")}
    problems = [{"file": problem.file, "row": problem.row, "why": problem.why} for problem in run.problems]
    whole = path if Path(path).name == run.file else f"{path}/{run.file}"
    return {"path": whole, **counts, "hidden": run.hidden, "forgotten": run.forgotten, "problems": problems}


def totals() -> Totals:
    """Return what the store holds now."""
    return Totals(
        people=Person.select().where(Person.same_as.is_null()).count(),
        connections=Connection.select().where(Connection.gone_export.is_null()).count(),
        hidden_rows=int(fact(FactKey.HIDDEN_ROWS) or 0),
        invitations=Invitation.select().count(),
        messages=Message.select().count(),
    )


_ONE = {
    "connections": "connection",
    "invitations": "invitation",
    "messages": "message",
    "people": "person",
    "mails": "mail",
}


def sentence_of(names: Iterable[str], runs: tuple[tuple[str, Run], ...]) -> str:
    """Return what history says of it."""
    by_kind = {kind: sum(run.new for _, run in runs if run.kind == kind) for kind in sorted(NETWORK)}
    by_kind["people"] = sum(run.new for _, run in runs if run.kind not in {*_LINKEDINS, "mail"})
    by_kind["mails"] = sum(run.new for _, run in runs if run.kind == "mail")
    news = ", ".join(f"{count} new {_ONE[kind] if count == 1 else kind}" for kind, count in by_kind.items() if count)
    gone = sum(run.gone for _, run in runs)
    changed = sum(run.changed for _, run in runs)
    parts = [news, f"{changed} changed" if changed else "", f"{gone} no longer connected" if gone else ""]
    return f"imported {names}: " + (", ".join(filter(None, parts)) or _learned(runs))


def _learned(runs: tuple[tuple[str, Run], ...]) -> str:
    return "what its columns mean" if any(run.learned for _, run in runs) else "nothing new"
