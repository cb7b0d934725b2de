"""A card about several people of whom some are somebody else, while the others are one."""

from __future__ import annotations

from collections.abc import Callable, Collection

from ..errors import NotFoundError
from ..store.who import choices_of, chosen_by
from .base import Item, public_id, row_id
from .duplicates import DuplicateFacts, by_trust, together
from .groups import main_of


def sides_on(item: Item) -> list[int]:
    """The people on a card about several, in the order in which it shows them."""
    return [side.person for side in item.facts.sides] if isinstance(item.facts, DuplicateFacts) else []


def next_left_out(item: Item) -> Item:
    """The card with the next of its people left out, one at a time; after the last, with nobody."""
    sides = sides_on(item)
    following = sides.index(item.apart[0]) + 1 if item.apart else 0
    return leaving_out(item, sides[following : following + 1])


def leaving_out(item: Item, apart: Collection[int]) -> Item:
    """The card with some of its people marked as somebody else, and what the others would be together."""
    facts = item.facts
    assert isinstance(facts, DuplicateFacts)
    marked = facts._replace(apart=tuple(sorted(apart)))
    rest = [side.person for side in marked.kept]
    stands = together(by_trust(marked.kept), choices_of(chosen_by(rest), rest))
    names = {side.person: side.values.get("name", "") for side in facts.sides}
    name = names[main_of(rest)] if rest else item.name
    return item._replace(facts=marked._replace(together=stands), apart=marked.apart, name=name)


def on_card(item: Item, query: str, find: Callable[[str], int]) -> int:
    """Whom of the people on a card a query means; raises `NotFoundError` when it is none of them."""
    members = (item.person, *item.others)
    person = row_id(query)
    if person not in members:
        person = find(query)
    if person not in members:
        listed = ", ".join(map(public_id, members))
        raise NotFoundError(f"“{query}” is not on card {item.id}.", f"On it are {listed}.")
    return person
