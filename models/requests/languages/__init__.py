"""The languages in which we hear a request; a new one is a file here and its line in `LANGUAGES`.

A language is a list of cues, tried from the surest on, with the words that spoil them. Patterns are written for small
letters without accents; a plain space in them is any white space.
"""

from __future__ import annotations

from ..patterns import Language
from .english import ENGLISH
from .french import FRENCH
from .german import GERMAN
from .spanish import SPANISH

LANGUAGES: tuple[Language, ...] = (ENGLISH, GERMAN, SPANISH, FRENCH)
"""The one with most messages first."""
