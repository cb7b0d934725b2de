"""The rules: small functions that read a card's facts and answer with a sentence for its user, or nothing."""

from .intros import INTRO_RULES
from .invites import INVITE_RULES
from .stale import STALE_RULES

__all__ = ["INTRO_RULES", "INVITE_RULES", "STALE_RULES"]
