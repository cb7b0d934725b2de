"""The one door for writes to what the user owns. An operation is one transaction, one history line, one undo."""

from .history import Line, history
from .record import Op, Operating, existing, operation
from .undo import Reversal, last_done, last_undone, redo, undo

__all__ = [
    "Line", "Op", "Operating", "Reversal", "existing", "history", "last_done", "last_undone", "operation", "redo", "undo",
]  # fmt: skip
