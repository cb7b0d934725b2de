"""The tables, and the file they live in. Nothing here decides anything.

Import tables (people, messages, invitations …) are written by the intake alone; the user's own tables (decisions, marks,
remarks, encounters, errands) by the journal alone; derived ones (signals, cards, the matcher's spellings) by the module that owns them. So an
import and a decision never change the same column, and undo never meets an import.
"""

from ..ids import CAPTURED
from .base import Table
from .database import Store, open_store, transaction
from .decisions import Card, Decision, Errand, Mark, QueueState, Remark
from .events import Encounter, Event, JoinedEvent
from .journal import Change, Operation
from .matches import FieldChoice, Judgement, Merge, Pair, SpelledBlock
from .messages import Message, Thread
from .outcomes import Outcome, OutcomeMessage, OutcomePerson
from .people import MAIL, Connection, Fact, Handle, ImportedNote, Person, Position, Recommendation
from .requests import ChosenTarget, IntroRequest, Invitation
from .signals import PersonSignals
from .sources import ColumnOverride, ImportRun, SourceRecord

TABLES = (
    Fact,
    Person,
    Handle,
    Connection,
    Position,
    Recommendation,
    ImportedNote,
    ImportRun,
    ColumnOverride,
    SourceRecord,
    Thread,
    Message,
    Invitation,
    IntroRequest,
    JoinedEvent,
    PersonSignals,
    SpelledBlock,
    Event,
    Encounter,
    ChosenTarget,
    Outcome,
    OutcomePerson,
    OutcomeMessage,
    QueueState,
    Pair,
    Judgement,
    Merge,
    FieldChoice,
    Decision,
    Mark,
    Remark,
    Errand,
    Card,
    Operation,
    Change,
)

__all__ = [
    "CAPTURED",
    "MAIL",
    "TABLES",
    "Card",
    "Change",
    "ChosenTarget",
    "ColumnOverride",
    "Connection",
    "Decision",
    "Encounter",
    "Errand",
    "Event",
    "Fact",
    "FieldChoice",
    "Handle",
    "ImportRun",
    "ImportedNote",
    "IntroRequest",
    "Invitation",
    "JoinedEvent",
    "Judgement",
    "Mark",
    "Merge",
    "Message",
    "Operation",
    "Outcome",
    "OutcomeMessage",
    "OutcomePerson",
    "Pair",
    "Person",
    "PersonSignals",
    "Position",
    "QueueState",
    "Recommendation",
    "Remark",
    "SourceRecord",
    "SpelledBlock",
    "Store",
    "Table",
    "Thread",
    "open_store",
    "transaction",
]
