"""messages.csv into conversations: whose they are, and which of them are people talking.

The file is walked twice: whom a conversation is with is often told by another of its messages.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from ...store import Invitation, Message, Thread
from ...store.database import insert_rows
from ...store.query import rows, value
from ...text.folding import digest, name_key, slug_of, squeeze
from ..known_people import NOBODY, Known
from ..load import Loading, Run, SourceKeeper
from ..records import MessageDraft, Voices
from .members import Table, who_wrote

_COLUMNS = ("thread_id", "person_id", "name_key", "outgoing", "at", "sort", "subject", "text", "digest")
_BATCH = 5_000
_ADVERT = re.compile(r"spinmail|%FIRSTNAME%", re.IGNORECASE)


@dataclass(slots=True)
class _Talk:
    """A conversation as far as its messages tell: links and names of the others, and what the owner wrote to."""

    links: set[str] = field(default_factory=set)
    names: dict[str, str] = field(default_factory=dict)
    addressed: dict[str, str] = field(default_factory=dict)
    raw_link: str = ""
    owner_wrote: bool = False
    person: Known | None = None
    sort: str = "talk"
    key: str = ""


def load_messages(loading: Loading, table: Table) -> None:
    """Add the messages that are new, each with the one person it was exchanged with, when that is certain."""
    run = loading.start(table.file, table.kind.name, table.sheet.header)
    if not loading.owner_slugs:
        _recognise_owner(loading, table)
    talks = _overhear(loading, table)
    inviting = {row[0] for row in rows(Invitation.select(Invitation.person).where(~Invitation.outgoing))}
    for talk in talks.values():
        _settle(loading, talk)
    loading.roster.write()
    _write(loading, table, run, talks, inviting)
    loading.finish(run)


def _recognise_owner(loading: Loading, table: Table) -> None:
    """Learn the owner's link from what they wrote under the name that another file gave; else guess both."""
    if not loading.owner_names:
        _guess_owner(loading, table)
        return
    links = Counter(
        link
        for heard in who_wrote(table)
        for name, link in ((heard.sender, heard.sender_link), (heard.to, heard.to_links))
        if link and "," not in link and name_key(name) in loading.owner_names
    )
    for link, _ in links.most_common(1):
        loading.meet_owner("", link)


def _guess_owner(loading: Loading, table: Table) -> None:
    """With no other file to tell: the owner is the one who takes part in the most conversations."""
    threads: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for heard in who_wrote(table):
        owner = {"OUTGOING": heard.sender, "INCOMING": heard.to}.get(heard.direction, "")
        threads[owner or heard.sender, "" if owner else heard.sender_link].add(heard.thread or heard.to)
        if not owner and "," not in heard.to_links:
            threads[heard.to, heard.to_links].add(heard.thread or heard.sender)
    named = Counter({who: len(seen) for who, seen in threads.items() if name_key(who[0]) not in NOBODY})
    if named:
        loading.meet_owner(*named.most_common(1)[0][0])


def _overhear(loading: Loading, table: Table) -> dict[str, _Talk]:
    """Who takes part in each conversation."""
    talks: defaultdict[str, _Talk] = defaultdict(_Talk)
    for heard in who_wrote(table):
        outgoing = _by_owner(loading, heard)
        talk = talks[_thread_key(heard, outgoing)]
        if outgoing:
            talk.owner_wrote |= not heard.is_draft
            talk.addressed[name_key(heard.to)] = heard.to
        else:
            talk.names[name_key(heard.sender)] = heard.sender
            if not heard.thread and name_key(heard.to) not in loading.owner_names | NOBODY:
                talk.names[name_key(heard.to)] = heard.to  # "Owner, A, B": a group; nothing else told it before 2020
        for link in (heard.sender_link, *heard.to_links.split(",")):
            slug = slug_of(link)
            if slug and slug not in loading.owner_slugs:
                talk.links.add(slug)
                talk.raw_link = link
    return dict(talks)


def _settle(loading: Loading, talk: _Talk) -> None:
    """Decide whom the conversation is with, or that this cannot be known."""
    roster = loading.roster
    names = {key: name for key, name in talk.names.items() if key not in NOBODY and key not in loading.owner_names}
    if len(talk.links) > 1 or (not talk.links and len(names) > 1):
        talk.sort = "group"
        return
    name = next(iter(names.values()), "")
    if talk.links:
        slug = next(iter(talk.links))
        addressed = name or next((text for text in talk.addressed.values() if name_key(text) not in NOBODY), "")
        linkless = [known for known in roster.by_name.get(name_key(addressed), ()) if not known.slug]
        if slug not in roster.by_slug and len(linkless) > 1:
            talk.sort, talk.key = "ambiguous", name_key(addressed)
        elif addressed or slug in roster.by_slug:
            talk.person = roster.find_or_add(addressed, talk.raw_link)
        return
    _settle_by_name(loading, talk, name)


def _settle_by_name(loading: Loading, talk: _Talk, name: str) -> None:
    roster = loading.roster
    keys = [name_key(name)] if name else [key for key in talk.addressed if key not in loading.owner_names]
    fitting = [known for key in keys if key not in NOBODY for known in roster.by_name.get(key, ())]
    if len(fitting) == 1:
        talk.person = fitting[0]
    elif len(fitting) > 1:
        talk.sort, talk.key = "ambiguous", keys[0]
    else:
        talk.sort = "nobody"


def _write(loading: Loading, table: Table, run: Run, talks: dict[str, _Talk], inviting: set[int]) -> None:
    keeper = SourceKeeper(run)
    seen = {row[0] for row in rows(Message.select(Message.digest))}
    threads = Threads()
    batch: list[tuple[object, ...]] = []
    for draft in loading.drafts(table.drafts(), run):
        if not isinstance(draft, MessageDraft):
            continue
        outgoing = _by_owner(loading, draft)
        key = _thread_key(draft, outgoing)
        talk = talks[key]
        person = talk.person.id if talk.person else None
        keeper.keep(draft.row, person, draft.raw)
        mark = digest(key, str(draft.at), name_key(draft.sender), squeeze(draft.text))
        if mark in seen:
            run.unchanged += 1
            continue
        seen.add(mark)
        run.new += 1
        if person:
            loading.roster.touched.add(person)
        sort = _sort(draft, talk, outgoing=outgoing, inviting=inviting)
        batch.append(
            (
                threads.number(key, draft.title),
                person,
                talk.key,
                outgoing,
                draft.at,
                sort,
                draft.subject,
                draft.text,
                mark,
            )
        )
        if len(batch) >= _BATCH:
            _flush(threads, batch, keeper)
    _flush(threads, batch, keeper)


def _flush(threads: Threads, batch: list[tuple[object, ...]], keeper: SourceKeeper) -> None:
    threads.write()
    insert_rows(Message, _COLUMNS, batch)
    batch.clear()
    keeper.flush()


def _sort(draft: MessageDraft, talk: _Talk, *, outgoing: bool, inviting: set[int]) -> str:
    """What kind of message it is; only `talk` counts as contact."""
    if draft.is_draft:
        return "draft"
    if draft.folder == "SPAM":
        return "spam"
    if name_key(draft.sender) == name_key(draft.to) and draft.sender_link == draft.to_links:
        return "self"
    if talk.sort != "talk":
        return talk.sort
    if not outgoing and _is_advert(draft, talk, inviting):
        return "sponsored"
    return "talk" if talk.person else "nobody"


def _is_advert(draft: MessageDraft, talk: _Talk, inviting: set[int]) -> bool:
    """An advertisement: its HTML from nobody, or a subject line from someone you neither know nor ever answered."""
    if not draft.sender_link and _ADVERT.search(draft.text):
        return True
    if not (draft.subject or draft.title) or talk.owner_wrote:
        return False
    return talk.person is None or (talk.person.spell is None and talk.person.id not in inviting)


def _by_owner(loading: Loading, draft: MessageDraft | Voices) -> bool:
    if draft.direction:
        return draft.direction == "OUTGOING"
    slug = slug_of(draft.sender_link)
    if slug and loading.owner_slugs:
        return slug in loading.owner_slugs
    return name_key(draft.sender) in loading.owner_names


def _thread_key(draft: MessageDraft | Voices, outgoing: bool) -> str:
    return draft.thread or "with " + name_key(draft.to if outgoing else draft.sender)


class Threads:
    """Numbers for conversations, made as they are met."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {key: number for number, key in rows(Thread.select(Thread.id, Thread.key))}
        self._next = int(value(Thread.select(Thread.id).order_by(Thread.id.desc()), 0)) + 1
        self._new: list[tuple[int, str, str]] = []

    def number(self, key: str, title: str) -> int:
        """The conversation's number."""
        found = self._numbers.get(key)
        if found is None:
            found = self._numbers[key] = self._next
            self._next += 1
            self._new.append((found, key, title))
        return found

    def write(self) -> None:
        """Put the new ones into the store."""
        insert_rows(Thread, ("id", "key", "title"), self._new)
        self._new.clear()
