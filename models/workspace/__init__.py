"""Opens a store and hands out sessions, queues, errands and answers: all that `tui` needs, as plain values."""

from .workspace import Workspace

__all__ = ["Workspace"]
