"""messages.csv into conversations: whose they are, and which of them are people talking.

The file is read twice: whom a conversation is with is often only known from another of its messages.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from ...store import Invitation, Message
from ...store.database import insert_rows
from ...store.query import Query
from ...text.folding import digest, name_key, slug_of, squeeze
from ..known_people import NOBODY, KnownPeople, KnownPerson
from ..load import ImportContext, Run, SourceWriter
from ..records import MessageRecord, Participants
from ..threads import Threads
from .members import ExportFile
from .rows import participants

_COLUMNS = ("thread_id", "person_id", "name_key", "outgoing", "at", "sort", "subject", "text", "digest")
_BATCH = 5_000
"""Messages that are written at once."""
_ADVERT = re.compile(r"spinmail|%FIRSTNAME%", re.IGNORECASE)

_INVITING = Query(int, lambda: Invitation.select(Invitation.person).where(~Invitation.outgoing))
_DIGESTS = Query(int, lambda: Message.select(Message.digest))


@dataclass(slots=True)
class _Conversation:
    """A conversation as far as its messages tell: links and names of the others, and whom the owner wrote to."""

    slugs: set[str] = field(default_factory=set)
    link: str = ""
    """Of the others, as the last message that gives one spells it."""
    names: dict[str, str] = field(default_factory=dict)
    """Of those who wrote, by `name_key`, those of the first messages in the file first."""
    addressed: dict[str, str] = field(default_factory=dict)
    """Of those the owner wrote to."""
    owner_wrote: bool = False
    person: KnownPerson | None = None
    """The one other person, when that is certain."""
    sort: str = "talk"
    key: str = ""
    """The name that fits several people."""

    def listen(self, context: ImportContext, message: Participants) -> str:
        """Learn from one message who takes part; return the link of another that it gives, empty when none."""
        outgoing, given = _is_by_owner(context, message), ""
        if outgoing:
            self.owner_wrote |= not message.is_draft
            self.addressed[name_key(message.to)] = message.to
        else:
            self.names[name_key(message.sender)] = message.sender
            if not message.thread and name_key(message.to) not in context.owner_names | NOBODY:
                self.names[name_key(message.to)] = message.to  # "Owner, A, B": before 2020 nothing else shows a group
        for link in (message.sender_link, *message.to_links.split(",")):
            slug = slug_of(link)
            if slug and slug not in context.owner_slugs:
                self.slugs.add(slug)
                given = link
        return given

    def settle(self, people: KnownPeople, owner_names: set[str]) -> None:
        """Decide whom the conversation is with, or that this cannot be known."""
        names = {key: name for key, name in self.names.items() if key not in NOBODY and key not in owner_names}
        name = next(iter(names.values()), "")
        if len(self.slugs) > 1 or (not self.slugs and len(names) > 1):
            self.sort = "group"
        elif self.slugs:
            self._settle_by_link(people, name)
        else:
            keys = [name_key(name)] if name else [key for key in self.addressed if key not in owner_names]
            self._settle_by_name(people, keys)

    def _settle_by_link(self, people: KnownPeople, name: str) -> None:
        is_known = any(slug in people.by_slug for slug in self.slugs)
        addressed = name or next((text for key, text in self.addressed.items() if key not in NOBODY), "")
        key = name_key(addressed)
        linkless = [person for person in people.by_name.get(key, ()) if not person.slug]
        if not is_known and len(linkless) > 1:
            self.sort, self.key = "ambiguous", key
        elif addressed or is_known:
            self.person = people.find_or_add(addressed, self.link)

    def _settle_by_name(self, people: KnownPeople, keys: list[str]) -> None:
        fitting = [person for key in keys if key not in NOBODY for person in people.by_name.get(key, ())]
        if len(fitting) == 1:
            self.person = fitting[0]
        elif fitting:
            self.sort, self.key = "ambiguous", keys[0]
        else:
            self.sort = "nobody"


def load_messages(context: ImportContext, file: ExportFile) -> None:
    """Add the messages that are new, each with the one person it was exchanged with, when that is certain."""
    run = context.begin(file.name, file.kind.name, file.table.header)
    if not context.owner_slugs:
        _recognise_owner(context, participants(file.table))
    conversations = _conversations(context, participants(file.table))
    inviting = set(_INVITING.rows())
    for conversation in conversations.values():
        conversation.settle(context.people, context.owner_names)
    context.people.write()
    _write(context, file, run, conversations, inviting)
    context.end(run)


def _recognise_owner(context: ImportContext, messages: Iterable[Participants]) -> None:
    """Learn the owner's link from what they wrote under the name that another file gave; else guess both."""
    if not context.owner_names:
        _guess_owner(context, messages)
        return
    links = Counter(
        link
        for message in messages
        for name, link in ((message.sender, message.sender_link), (message.to, message.to_links))
        if link and "," not in link and name_key(name) in context.owner_names
    )
    for link, _ in links.most_common(1):
        context.add_owner("", link)


def _guess_owner(context: ImportContext, messages: Iterable[Participants]) -> None:
    """With no other file to tell: the owner is the one who takes part in the most conversations."""
    threads: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for message in messages:
        owner = {"OUTGOING": message.sender, "INCOMING": message.to}.get(message.direction, "")
        threads[owner or message.sender, "" if owner else message.sender_link].add(message.thread or message.to)
        if not owner and "," not in message.to_links:
            threads[message.to, message.to_links].add(message.thread or message.sender)
    counts = Counter({who: len(keys) for who, keys in threads.items() if name_key(who[0]) not in NOBODY})
    if counts:
        context.add_owner(*counts.most_common(1)[0][0])


def _conversations(context: ImportContext, messages: Iterable[Participants]) -> dict[str, _Conversation]:
    """Return who takes part in each conversation, by its key."""
    conversations: defaultdict[str, _Conversation] = defaultdict(_Conversation)
    learned: dict[Participants, tuple[_Conversation, str]] = {}
    for message in messages:
        if message not in learned:
            conversation = conversations[_thread_key(message, outgoing=_is_by_owner(context, message))]
            learned[message] = conversation, conversation.listen(context, message)
        conversation, link = learned[message]
        conversation.link = link or conversation.link
    return dict(conversations)


def _write(
    context: ImportContext, file: ExportFile, run: Run, conversations: dict[str, _Conversation], inviting: set[int]
) -> None:
    sources, threads, known = SourceWriter(run), Threads.load(), set(_DIGESTS.rows())
    batch: list[tuple[object, ...]] = []

    def write() -> None:
        threads.write()
        insert_rows(Message, _COLUMNS, batch)
        batch.clear()
        sources.write()

    for record in context.records(file.records(), run):
        if not isinstance(record, MessageRecord):
            continue
        outgoing = _is_by_owner(context, record)
        key = _thread_key(record, outgoing=outgoing)
        conversation = conversations[key]
        person = conversation.person.id if conversation.person else None
        sources.add(record.row, person, record.raw)
        mark = digest(key, str(record.at), name_key(record.sender), squeeze(record.text))
        is_new = mark not in known
        run.count(is_new=is_new)
        if not is_new:
            continue
        known.add(mark)
        if person:
            context.people.touched.add(person)
        thread, sort = threads.number(key, record.title), _sort(record, conversation, inviting, outgoing=outgoing)
        batch.append(
            (thread, person, conversation.key, int(outgoing), record.at, sort, record.subject, record.text, mark)
        )
        if len(batch) >= _BATCH:
            write()
    write()


def _sort(record: MessageRecord, conversation: _Conversation, inviting: set[int], *, outgoing: bool) -> str:
    """Return what kind of message it is; only `talk` counts as contact."""
    if record.is_draft:
        return "draft"
    if record.folder == "SPAM":
        return "spam"
    if record.sender_link == record.to_links and name_key(record.sender) == name_key(record.to):
        return "self"
    if conversation.sort != "talk":
        return conversation.sort
    if not outgoing and _is_advert(record, conversation, inviting):
        return "sponsored"
    return "talk" if conversation.person else "nobody"


def _is_advert(record: MessageRecord, conversation: _Conversation, inviting: set[int]) -> bool:
    """Say whether it is an advertisement: HTML from nobody, or a subject line from a stranger never answered."""
    if not record.sender_link and _ADVERT.search(record.text):
        return True
    if not (record.subject or record.title) or conversation.owner_wrote:
        return False
    person = conversation.person
    return person is None or (person.connection is None and person.id not in inviting)


def _is_by_owner(context: ImportContext, message: MessageRecord | Participants) -> bool:
    if message.direction:
        return message.direction == "OUTGOING"
    slug = slug_of(message.sender_link)
    if slug and context.owner_slugs:
        return slug in context.owner_slugs
    return name_key(message.sender) in context.owner_names


def _thread_key(message: MessageRecord | Participants, *, outgoing: bool) -> str:
    """Return what all messages of a conversation share: its id, before 2020 the name of the other."""
    return message.thread or "with " + name_key(message.to if outgoing else message.sender)
