"""Why an introduction should be made, or kindly declined: who asks, for what, and of whom."""

from __future__ import annotations

from ..bars import Rule
from ..facts import IntroFacts
from .askers import ASKER_RULES
from .requests import REQUEST_RULES
from .targets import TARGET_RULES

RULES: tuple[Rule[IntroFacts], ...] = (*ASKER_RULES, *REQUEST_RULES, *TARGET_RULES)
"""In the order ties are shown."""
