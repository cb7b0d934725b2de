"""Two exports of one network, three months apart, and what a reader of both must see."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from seeds.invention.world import Person, Tie
from tests.invented.build import new_network
from tests.invented.containers import pack
from tests.invented.eras import CONNECTIONS, key, truth_of
from tests.invented.files import files_of
from tests.invented.forms import FORMS
from tests.invented.network import Network
from tests.invented.truth import Invented

__all__ = ["EARLIER", "Changes", "two_exports"]

EARLIER = date(2026, 6, 17)


@dataclass(slots=True)
class Changes:
    """Who is new, gone or changed, by slug; who has another link, as pairs of slugs (before, after)."""

    new: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)
    changed: set[str] = field(default_factory=set)
    """Another name, company or position under the same link."""
    renamed: set[tuple[str, str]] = field(default_factory=set)
    """Surely the same person. Who only looks so is among the new and the gone."""


def two_exports(folder: Path, seed: int = 1, n_connections: int = 120) -> tuple[Invented, Invented, Changes]:
    """The earlier export (of Connections only), the later one (of everything), and what changed between."""
    form = FORMS["2026"]
    later = new_network(seed, form.on, n_connections)
    earlier, changes = _rewound(later)
    old_form = replace(form, on=EARLIER)
    kept = {"Connections.csv": files_of(old_form, earlier)["Connections.csv"]}
    then = Invented(pack(kept, "zip", folder, EARLIER), EARLIER, truth_of(old_form, earlier, (CONNECTIONS,)))
    now = Invented(pack(files_of(form, later), "zip", folder, form.on), form.on, truth_of(form, later))
    return then, now, changes


def _rewound(later: Network) -> tuple[Network, Changes]:
    """The network as it was in June; those who arrive under another link are added to the later one."""
    changes = Changes()
    extras = _Extras(later, changes)
    before = dict(extras.play())
    ties = [tie for tie in later.ties if tie.since.date() <= EARLIER]
    changes.new |= {key(t.person) for t in later.ties if t.person and t.since.date() > EARLIER}
    past = [replace(tie, person=_then(before, tie)) for tie in ties if tie not in extras.newcomers]
    earlier = replace(later, on=EARLIER, ties=past + extras.leavers)
    earlier.bands = later.bands | {tie.person: "never" for tie in earlier.ties if tie.person}
    return earlier, changes


def _then(before: dict[Person, Person], tie: Tie) -> Person | None:
    return before.get(tie.person, tie.person) if tie.person else None


class _Extras:
    """The people something happens to, taken from those who never wrote."""

    def __init__(self, later: Network, changes: Changes) -> None:
        self.later, self.changes = later, changes
        self.leavers: list[Tie] = []
        self.newcomers: list[Tie] = []
        busy = {case.invite.person for case in later.cases} | later.namesakes
        self.quiet = iter(
            [
                tie
                for tie in later.ties
                if tie.person and tie.since.year < 2026 and tie.person not in busy and self._is_quiet(tie.person)
            ]
        )

    def _is_quiet(self, person: Person) -> bool:
        return self.later.bands[person] == "never" and all(
            person not in (letter.message.sender, *letter.message.to) for letter in self.later.letters
        )

    def play(self) -> Iterator[tuple[Person, Person]]:
        """Everybody's profile of today with the one they had, where they are the same person."""
        for position in ("Trainee", "Deputy Trainee"):
            yield self._changed(position=position)
        yield self._changed(company="Before & Co", position="Clerk")
        yield self._changed(last="Maiden-Name")
        for slug in ("old-link-1b215", "früher-ånd-før"):
            yield self._renamed(slug)
        self._left()
        self._hidden()
        self._same_name_elsewhere()
        self._two_candidates(before=2)
        self._two_candidates(before=1)

    def _someone(self) -> tuple[Tie, Person]:
        tie = next(self.quiet)
        assert tie.person
        return tie, tie.person

    def _changed(self, **then: str) -> tuple[Person, Person]:
        _, person = self._someone()
        self.changes.changed.add(key(person))
        return person, replace(person, **then)

    def _renamed(self, slug: str) -> tuple[Person, Person]:
        _, person = self._someone()
        old = replace(person, slug=slug)
        self.changes.renamed.add((key(old), key(person)))
        return person, old

    def _leave(self, person: Person, tie: Tie) -> None:
        self.leavers.append(replace(tie, person=person))
        self.changes.gone.add(key(person))

    def _arrive(self, person: Person, tie: Tie) -> None:
        """In the later export only, though connected for long: under another link than before."""
        arrived = replace(tie, person=person)
        if arrived not in self.later.ties:
            self.later.ties.append(arrived)
            self.later.bands[person] = "never"
        self.newcomers.append(arrived)
        self.changes.new.add(key(person))

    def _left(self) -> None:
        tie, _ = self._someone()
        self._leave(next(self.later.people), tie)

    def _hidden(self) -> None:
        tie, _ = self._someone()
        self._leave(next(self.later.people), tie)
        self.later.ties.append(replace(tie, person=None))
        self.newcomers.append(self.later.ties[-1])

    def _same_name_elsewhere(self) -> None:
        """Another link and another firm: nobody can say that this is the same person."""
        tie, person = self._someone()
        self._leave(replace(person, slug=person.slug + "-was", company="Another Firm"), tie)
        self._arrive(person, tie)

    def _two_candidates(self, before: int) -> None:
        """The same name, firm and day twice: which of the new ones is the old one?"""
        tie, person = self._someone()
        for n in range(before):
            self._leave(replace(person, slug=f"{person.slug}-before-{n}"), tie)
        self._arrive(person, tie)
        self._arrive(replace(person, slug=person.slug + "-after"), tie)
        self.later.namesakes |= {person}
