"""All that `tui` needs of a store, in one object."""

from __future__ import annotations

from .cards import Cards
from .errands import Errands
from .files import Files
from .history import History
from .judging import Judging
from .notes import Notes
from .people import People


class Workspace(Cards, History, Errands, Notes, People, Judging, Files):
    """An open store: sessions, queues, errands and answers, as plain values."""
