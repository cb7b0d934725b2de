"""What picky would do with a card, and why: facts in, sentences and a recommendation out.

`facts` are plain values; `rules` read them and answer with a sentence or nothing; the policy file says how
much each sentence counts; `recommend` adds them up. Nothing here decides: the person does.
"""

from .facts import (
    EarlierDecision,
    EarlierRequest,
    IntroFacts,
    InviteFacts,
    LookAlike,
    Meeting,
    ReplyFacts,
    SentFacts,
    StaleFacts,
    Standing,
)
from .phrases import mentioned
from .policy import Bars, Policy
from .policy_file import default_policy_text, load_policy
from .recommend import NO_OPINION, Facts, Reason, Recommendation, recommend, rules_of

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
