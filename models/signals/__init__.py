"""Who people are to you, from what was written and where you met: bands, tie strength, and honest rates.

Pure functions over plain values. The messages of one person are read once into a `TalkSummary`; everything a
card or a queue asks afterwards is arithmetic on that summary, at whatever export date.
"""

from .bands import Band, band, strength
from .intervals import TOO_FEW, Rate, rate
from .talk import NO_TALK, TalkSummary, decayed, last_contact, summarise

__all__ = [
    "NO_TALK",
    "TOO_FEW",
    "Band",
    "Rate",
    "TalkSummary",
    "band",
    "decayed",
    "last_contact",
    "rate",
    "strength",
    "summarise",
]
