"""Finding people, everything about one, and who is who."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ..queues.refresh import refresh_people
from ..store import transaction

if TYPE_CHECKING:  # what only some screens need is imported by the method that gives it
    from ..queues.intros import IntroCard
    from ..reports.ledger import Ledger, LedgerEntry
    from ..reports.match import MatchedRow
    from ..reports.person import PersonPage
    from ..reports.request_page import RequestPage
    from ..reports.search import Hit

from .opened import OpenStore


class People(OpenStore):
    """People, and what is known about them."""

    def search(self, query: str, *, limit: int = 50) -> list[Hit]:
        """People that a query names."""
        from ..reports.search import search

        return search(query, limit=limit)

    def find(self, query: str) -> Hit:
        """The one person a query names; raises `NotFoundError`."""
        from ..reports.search import find

        return find(query)

    def person(self, query: str) -> PersonPage:
        """Everything known about the one person a query names."""
        return self.person_page(self.find(query).id)

    def person_page(self, person: int) -> PersonPage:
        """Everything known about this person."""
        from ..reports.person import person_page

        return person_page(person, self.context().export_date)

    def ledger(self) -> list[LedgerEntry]:
        """Every introduction that was asked of the user, those under way first."""
        from ..reports.ledger import all_introductions

        return all_introductions(self.context())

    def ledger_of(self, person: int) -> Ledger:
        """What one person was asked for, asked for themselves, and gave back."""
        from ..reports.ledger import ledger_of

        return ledger_of(person, self.context())

    def sheet(self, card: IntroCard) -> RequestPage:
        """Everything behind a request for an introduction: both sides, and the request itself."""
        from ..reports.request_page import request_page

        return request_page(card, self.context())

    def match(self, path: Path, told: Mapping[str, str] | None = None) -> list[MatchedRow]:
        """Who on a list does the user know."""
        from ..reports.match import match_file

        return match_file(path, told)

    def split(self, query: str) -> str:
        """Take a merged person apart; returns what was done, in a sentence."""
        from ..decisions.merge import split

        self.store.require_writable()
        page = self.person(query)
        with transaction():
            operation, everyone = split(page.id, page.name)
            refresh_people(everyone, operation)
        return f"took {page.name} apart: {len(everyone)} people again"
