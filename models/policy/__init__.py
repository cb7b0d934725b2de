"""What picky would do with a card, and why: facts in, sentences and a recommendation out.

`facts` are plain values; `rules` read them and answer with a sentence or nothing; the policy file says how
much each sentence counts; `recommend` adds them up. Nothing here decides: the person does.
"""

from .bars import Bars, Policy
from .facts import (
    EarlierDecision,
    EarlierRequest,
    IntroFacts,
    InviteFacts,
    LookAlike,
    Meeting,
    StaleFacts,
    Standing,
)
from .file import default_policy_text, load_policy
from .phrases import mentioned
from .recommend import NO_OPINION, Facts, Reason, Recommendation, recommend, rules_of
from .unanswered import ReplyFacts, SentFacts

__all__ = [
    "NO_OPINION",
    "Bars",
    "EarlierDecision",
    "EarlierRequest",
    "Facts",
    "IntroFacts",
    "InviteFacts",
    "LookAlike",
    "Meeting",
    "Policy",
    "Reason",
    "Recommendation",
    "ReplyFacts",
    "SentFacts",
    "StaleFacts",
    "Standing",
    "default_policy_text",
    "load_policy",
    "mentioned",
    "recommend",
    "rules_of",
]
