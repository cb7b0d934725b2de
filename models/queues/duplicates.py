"""People who may be one: surest first, then those an invitation or a request hangs on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from math import exp
from typing import Any, NamedTuple

from ..decisions.merge import judge
from ..errors import NotFoundError, RefusedError
from ..journal.record import Operating
from ..outcome_kinds import Verdict
from ..policy import Reason, Recommendation
from ..store import Decision, Handle, IntroRequest, Invitation, Judgement, Pair, Person
from ..store.identity import Who, choices_of, chosen_by, raw_people
from ..store.query import chunks, rows
from ..verbs import Verb
from . import card_facts
from .base import CardStatus, Choosing, Context, Json, Place, Queue, QueueCard, public_id, row_id


class Group(NamedTuple):
    """People who may all be one."""

    pair: int
    """The surest pair: the group's number."""
    score: float
    members: tuple[int, ...]


def groups() -> list[Group]:
    """Everyone who may be one with somebody, surest groups first; no group holds two who differ."""
    roots = dict(rows(Person.select(Person.id, Person.same_as).where(Person.same_as.is_null(False))))
    pairs = rows(Pair.select(Pair.id, Pair.left, Pair.right, Pair.score).order_by(Pair.score.desc(), Pair.id))
    ends = [(number, roots.get(left, left), roots.get(right, right), score) for number, left, right, score in pairs]
    differ = _differing(roots, {person for pair in ends for person in pair[1:3]})
    members: dict[int, set[int]] = {}
    heads: dict[int, tuple[int, float]] = {}
    for number, a, b, score in ends:
        mine, theirs = members.get(a, {a}), members.get(b, {b})
        if a == b or mine is theirs or any(differ(x, y) for x in mine for y in theirs):
            continue
        both = mine | theirs
        first = min(
            (heads[min(group)] for group in (mine, theirs) if min(group) in heads),
            default=(number, score),
            key=lambda head: -head[1],
        )
        for member in both:
            members[member] = both
        heads[min(both)] = first
    unique = {id(group): group for group in members.values()}
    found = [Group(*heads[min(group)], tuple(sorted(group))) for group in unique.values()]
    return sorted(found, key=lambda group: (-group.score, group.pair))


def _differing(roots: Mapping[int, int], people: Collection[int]) -> Callable[[int, int], bool]:
    """Whether two differ: the user said so, or one source gives each a profile link of their own."""
    said = {
        frozenset((roots.get(left, left), roots.get(right, right)))
        for left, right in rows(Judgement.select(Judgement.left, Judgement.right))
    }
    linked: defaultdict[int, set[str]] = defaultdict(set)
    for some in chunks({*people, *roots}):
        query = Person.select(Person.id, Person.source).where(Person.id.in_(some), Person.slug.is_null(False))
        for person, source in rows(query):
            linked[roots.get(person, person)].add(source or "")
    return lambda one, other: frozenset((one, other)) in said or bool(linked[one] & linked[other])


def main_of(members: Collection[int]) -> int:
    """Whose row the others are pointed at: the lowest number. Whose values stand is another question."""
    return min(members)


SURE, LIKELY = 4.0, 1.0
"""Natural logarithms of the odds: above, hardly a doubt (55 to 1); above, rather one than two (3 to 1)."""

FIELDS = ("name", "company", "title", "email", "phone", "city", "country", "birthday", "street", "postcode")
_OWN = ("name", "company", "title", "email")
_LEAST = 2
"""People of whom one may be another."""


class Side(NamedTuple):
    """One of the people, as one source knows them."""

    person: int
    source: str
    slug: str | None
    values: Mapping[str, str]
    """Field to value, for those of `FIELDS` that are known."""


class Level(NamedTuple):
    """How alike two sides are in one field, in words, and how much that says."""

    field: str
    level: str
    weight: float


class Choice(NamedTuple):
    """One of several values of a field: whose it is, and whether it would stand."""

    field: str
    value: str
    person: int
    source: str
    stands: bool


class DuplicateFacts(NamedTuple):
    """What stands on the card: two sides or more, the levels between the first two, and what they would be together."""

    sides: tuple[Side, ...]
    score: float
    levels: tuple[Level, ...]
    together: Mapping[str, tuple[str, int]]
    """Field to the value that would stand, and whose it is."""
    hangs_on: str = ""
    """The invitation or request that waits for the answer."""
    apart: tuple[int, ...] = ()
    """Those whom the user marked as somebody else: they take no part in what the others are together."""

    @property
    def kept(self) -> tuple[Side, ...]:
        """The sides that would be one person."""
        return tuple(side for side in self.sides if side.person not in self.apart)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Every value of the fields in which the sides disagree, each value once."""
        found = []
        for field in FIELDS:
            own = {side.values[field]: side for side in reversed(self.kept) if side.values.get(field)}
            if len(own) > 1:
                stands = self.together[field][0]
                found += [
                    Choice(field, text, own[text].person, own[text].source, text == stands) for text in reversed(own)
                ]
        return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class DuplicateCard(QueueCard):
    """People who may be one."""

    queue, choosing = "duplicates", Choosing.VALUE
    facts: DuplicateFacts
    others: tuple[int, ...]
    """Everybody on the card but the person whose row the others would be pointed at."""

    @property
    def members(self) -> tuple[int, ...]:
        """Everybody on the card."""
        return (self.person, *self.others)

    @property
    def can_leave_out(self) -> bool:
        """Whether there are more than two."""
        return len(self.others) > 1

    @property
    def left_out(self) -> tuple[int, ...]:
        """The numbers, as the card shows them, of those who are marked as somebody else."""
        return tuple(number for number, side in enumerate(self.facts.sides, 1) if side.person in self.facts.apart)

    def leaving_out_next(self) -> DuplicateCard:
        """Return the card with the next of its people left out, one at a time; after the last, with nobody."""
        sides, apart = [side.person for side in self.facts.sides], self.facts.apart
        following = sides.index(apart[0]) + 1 if apart else 0
        return leaving_out(self, sides[following : following + 1])

    def as_before(self, before: QueueCard | None) -> DuplicateCard:
        """Return the card, read again, with the same people left out."""
        if isinstance(before, DuplicateCard) and before.subject == self.subject and before.facts.apart:
            return leaving_out(self, before.facts.apart)
        return self

    def own_label(self, verb: Verb) -> str:
        """Return how many would be one while some are left out."""
        if not self.left_out or verb is not Verb.SAME:
            return ""
        apart = ", ".join(map(str, self.left_out))
        return f"same: {len(self.members) - len(self.left_out)} of {len(self.members)}, not {apart}"

    def check(self, verdict: Verdict) -> None:
        """Raise `RefusedError` when nobody is left to be one with another."""
        if self.facts.apart and len({*self.members} - {*self.facts.apart}) < _LEAST:
            raise RefusedError(
                "Leaving them out, nobody is left to be one with another.", "Say that they are different."
            )

    def sentence(self, verdict: Verdict) -> str:
        """Return what was done, and for how many when some were left out."""
        said = QueueCard.sentence(self, verdict)
        if not self.facts.apart or verdict is not Verb.SAME:
            return said
        return f"{said}: {len(self.members) - len(self.facts.apart)} of {len(self.members)}"

    def carry_out(self, op: Operating, verdict: Verdict, now: datetime) -> None:
        """Write that they are one, or different; any other verdict takes back what was said before."""
        if isinstance(verdict, Verb):
            judge(op, self.members, verdict, self.facts.apart)

    def affected_by(self, verdict: Verdict) -> tuple[int, ...]:
        """Return everybody on the card, when something is said about them or taken back."""
        return self.members if {verdict, self.decided} & {Verb.SAME, Verb.DIFFERENT} else ()

    def evidence(self) -> Json:
        """Return what the decision keeps of the card: also who was on it, since a merged group is no group any more."""
        apart: Json = {"apart": list(self.facts.apart)} if self.facts.apart else {}
        return {**QueueCard.evidence(self), "people": list(self.members), **apart}

    def values(self) -> Json:
        """Return the sides, and how alike they are."""
        facts = self.facts
        left, right, *others = (_side_json(side) for side in facts.sides)
        return {
            "score": round(1 / (1 + exp(-facts.score)), 4),
            "left": left,
            "right": right,
            "others": others,
            "levels": [level._asdict() for level in facts.levels],
            "together": {field: value for field, (value, _) in facts.together.items()},
        }


class DuplicatesQueue(Queue):
    """Pairs and groups of people who may be one."""

    title, card_type = "Duplicates", DuplicateCard
    is_local = False

    def places(self, export_date: date, people: Collection[int] | None) -> Iterator[Place]:
        """Surest first, then those something hangs on."""
        found = groups()
        waiting = _waiting({member for group in found for member in group.members})
        for group in found:
            rank = 0 if group.score >= SURE else 1 if group.score >= LIKELY else 2
            hangs = any(member in waiting for member in group.members)
            yield Place(group.pair, main_of(group.members), rank, 0 if hangs else 1)

    def cards(self, subjects: Sequence[int], context: Context) -> list[QueueCard]:
        """Return the cards with all their sides."""
        members = _judged(subjects) | {group.pair: group.members for group in groups()}
        pairs = _pairs(subjects)
        ids = {person for pair in pairs.values() for person in pair[:2]} | {
            person for subject in subjects for person in members.get(subject, ())
        }
        known = _Known(
            raw_people(ids),
            sides_of(ids),
            _waiting(ids),
            chosen_by(ids),
            card_facts.statuses(self.name, subjects),
        )
        return [
            known.card(subject, pairs[subject], members.get(subject) or pairs[subject][:2])
            for subject in subjects
            if subject in pairs
        ]


class _Known(NamedTuple):
    """All that was gathered for a page of groups."""

    people: dict[int, Who]
    sides: dict[int, Side]
    waiting: dict[int, str]
    choices: dict[int, dict[str, int]]
    statuses: dict[int, CardStatus]

    def card(self, subject: int, pair: tuple[int, int, float, list[Any]], members: Sequence[int]) -> DuplicateCard:
        main = main_of(members)
        ordered = sorted(members, key=lambda member: (member not in pair[:2], member))  # levels are about these two
        sides = tuple(self.sides[member] for member in ordered)
        levels = tuple(Level(*level) for level in pair[3])
        facts = DuplicateFacts(
            sides,
            pair[2],
            levels,
            together(by_trust(sides), choices_of(self.choices, members)),
            next((self.waiting[member] for member in ordered if member in self.waiting), ""),
        )
        return DuplicateCard(
            subject=subject,
            who=self.people[main],
            facts=facts,
            recommendation=_recommended(facts),
            others=tuple(sorted({*members} - {main})),
            status=self.statuses[subject],
        )


def together(sides: Sequence[Side], chosen: Mapping[str, int]) -> dict[str, tuple[str, int]]:
    """The values a merged person would show: the user's choice, else LinkedIn's, else the first that is known."""
    by_person = {side.person: side for side in sides}
    found = {}
    for field in FIELDS:
        picked = by_person.get(chosen.get(field, 0))
        for side in (picked, *sides) if picked else sides:
            if side and side.values.get(field):
                found[field] = (side.values[field], side.person)
                break
    return found


def by_trust(sides: Iterable[Side]) -> list[Side]:
    """LinkedIn's side first, then in the order in which they came."""
    return sorted(sides, key=lambda side: (side.slug is None, side.person))


def _judged(subjects: Iterable[int]) -> dict[int, tuple[int, ...]]:
    """Who was on these cards when they were decided: a group that was merged is no group any more."""
    found = {}
    for some in chunks(subjects):
        decided = Decision.select(Decision.subject, Decision.evidence)
        for subject, evidence in rows(decided.where(Decision.queue == DuplicateCard.queue, Decision.subject.in_(some))):
            if evidence.get("people"):
                found[subject] = tuple(evidence["people"])
    return found


def _pairs(subjects: Iterable[int]) -> dict[int, tuple[int, int, float, list[Any]]]:
    return {
        row[0]: tuple(row[1:])
        for some in chunks(subjects)
        for row in rows(Pair.select(Pair.id, Pair.left, Pair.right, Pair.score, Pair.levels).where(Pair.id.in_(some)))
    }


def sides_of(ids: Iterable[int]) -> dict[int, Side]:
    """These people, each as their own source knows them."""
    found: dict[int, Side] = {}
    details: defaultdict[int, dict[str, str]] = defaultdict(dict)
    columns = (Person.id, Person.source, Person.slug, Person.name, Person.company, Person.title, Person.email)
    for some in chunks(set(ids)):
        for person, kind, value in rows(
            Handle.select(Handle.person, Handle.kind, Handle.value).where(Handle.person.in_(some)).order_by(Handle.id)
        ):
            details[person].setdefault(kind, value)
        for person, source, slug, *own in rows(Person.select(*columns).where(Person.id.in_(some))):
            values = {**details[person], **{field: text for field, text in zip(_OWN, own, strict=True) if text}}
            found[person] = Side(person, source or ("LinkedIn" if slug else "your notes"), slug, values)
    return found


def _waiting(ids: Iterable[int]) -> dict[int, str]:
    """Those of these people an open invitation or request hangs on."""
    found: dict[int, str] = {}
    for some in chunks(set(ids)):
        requests = IntroRequest.select(IntroRequest.asker).where(IntroRequest.asker.in_(some), ~IntroRequest.answered)
        found |= {row[0]: "a request for an introduction" for row in rows(requests)}
        invitations = Invitation.select(Invitation.person).where(
            Invitation.person.in_(some), ~Invitation.outgoing, Invitation.fate == "pending"
        )
        found |= {row[0]: "an invitation" for row in rows(invitations)}
    return found


def _recommended(facts: DuplicateFacts) -> Recommendation:
    dots = sum(facts.score >= bar for bar in (0.0, LIKELY, 2.5, SURE))
    reasons = tuple(
        Reason(level.level, round(level.weight, 2), level.field)
        for level in sorted(facts.levels, key=lambda level: -abs(level.weight))
    )
    return Recommendation(Verb.SAME if facts.score > 0 else None, dots, round(facts.score, 3), reasons)


def _side_json(side: Side) -> dict[str, Any]:
    return {"person": public_id(side.person), "profile": side.slug, "source": side.source, **side.values}


def leaving_out(card: DuplicateCard, apart: Collection[int]) -> DuplicateCard:
    """Return the card with some of its people marked as somebody else, and what the others would be together."""
    marked = card.facts._replace(apart=tuple(sorted(apart)))
    rest = [side.person for side in marked.kept]
    stands = together(by_trust(marked.kept), choices_of(chosen_by(rest), rest))
    names = {side.person: side.values.get("name", "") for side in marked.sides}
    name = names[main_of(rest)] if rest else card.name
    return replace(card, who=card.who._replace(name=name), facts=marked._replace(together=stands))


def on_card(card: DuplicateCard, query: str, find: Callable[[str], int]) -> int:
    """Return the person on a card whom a query names; raises `NotFoundError` when it is none of them."""
    person = row_id(query)
    if person not in card.members:
        person = find(query)
    if person not in card.members:
        listed = ", ".join(map(public_id, card.members))
        raise NotFoundError(f"“{query}” is not on card {card.id}.", f"On it are {listed}.")
    return person
