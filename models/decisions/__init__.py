"""What was done: a verdict on a card, its errand, and how both are taken back."""

from . import waits
from .capture import capture_met, capture_remark
from .decide import Done, decide
from .standing import settle
from .undo import redo, undo

__all__ = ["Done", "capture_met", "capture_remark", "decide", "redo", "settle", "undo", "waits"]
