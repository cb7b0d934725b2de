"""A card as one line of a list: the facts by which one person is told from the next."""

from __future__ import annotations

from models.decisions.verdicts import verdict_name
from models.policy.facts import IntroFacts, InviteFacts, ReplyFacts, SentFacts, StaleFacts
from models.queues.base import Item
from models.queues.duplicates import DuplicateFacts
from models.queues.outcomes import OutcomeFacts

from ..came import done
from ..lines import Line, Span, dim, pad
from ..text import Shown, ago, clip, join, say, shown

_NAME, _SHORT_NAME = 22, 18
_NARROW = 64
_OPINION = 14
_SURE = ("○○○○", "●○○○", "●●○○", "●●●○", "●●●●")


def row(item: Item, cells: int) -> Line:
    """Name, facts, and what picky would do."""
    name = _NAME if cells > _NARROW else _SHORT_NAME
    room = cells - name - _OPINION - 2
    return (
        *pad((Span(shown(item.name)),), name),
        Span(Shown(" ")),
        *pad((dim(clip(_facts(item), room)),), room + 1),
        *pad((Span(_opinion(item)),), _OPINION),
    )


def _facts(item: Item) -> Shown:
    match item.facts:
        case InviteFacts() as facts:
            met = say("met · ") if facts.met else Shown("")
            sent = say("{} · ", ago(facts.sent_on, facts.export_date)) if facts.sent_on else Shown("")
            return say("{}{}{}", met, sent, say("“{}”", shown(facts.note)) if facts.note else Shown("no note"))
        case IntroFacts() as facts:
            target = shown(facts.target.name) if facts.target else say("“{}”", shown(facts.target_text))
            return say("to {} · {}", target, shown(facts.purpose))
        case StaleFacts() as facts:
            since = shown(str(facts.connected_on.year)) if facts.connected_on else Shown("    ")
            return say("{}{}  {}", shown(f"{facts.band.replace('_', ' '):<12}"), since, shown(item.company))
        case SentFacts() as facts:
            return say("{} · {}", ago(facts.sent_on, facts.export_date), _quoted(facts.note))
        case ReplyFacts() as facts:
            return say("{} · {}", ago(facts.asked_on, facts.export_date), _quoted(facts.text))
        case DuplicateFacts() as facts:
            others = [shown(side.values.get("name", "")) for side in facts.sides[1:]]
            return say("and {} · {}", join(others, ", "), join([shown(side.source) for side in facts.sides], ", "))
        case OutcomeFacts() as facts:
            return say("{} · {}", done(facts), shown(facts.text)) if facts.text else done(facts)


def _quoted(text: str) -> Shown:
    return say("“{}”", shown(text)) if text else Shown("no note")


def _opinion(item: Item) -> Shown:
    verdict, dots = item.recommendation.verdict, shown(_SURE[item.recommendation.dots])
    word = shown(verdict_name(verdict)) if verdict else Shown("no opinion")
    return join((clip(word, _OPINION - 5), dots), " ") if verdict else word
