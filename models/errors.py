"""Every failure a user can meet: an exit code, one sentence that says what happened, one that says what to do."""

from __future__ import annotations


class PickyError(Exception):
    """An expected failure, shown once as a sentence and a hint, never as a traceback."""

    exit_code = 1

    def __init__(self, sentence: str, hint: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint


class UsageError(PickyError):
    """The words of a command were wrong: an unknown queue, verdict or option value."""

    exit_code = 2


class NotFoundError(PickyError):
    """Nothing, or more than one thing, answers to the name or id that was given."""


class UnreadableFileError(PickyError):
    """A file cannot be taken in at all; nothing of it was."""


class UnwritableFileError(PickyError):
    """What was found cannot be put where the user said."""


class StoreError(PickyError):
    """The store cannot be opened or written."""


class ReadOnlyError(StoreError):
    """The store was written by a newer picky and is open for reading only."""


class ConflictError(PickyError):
    """What should be changed has itself changed since; nothing was written."""


class RefusedError(PickyError):
    """The verdict is not possible for this card, and the sentence says why."""


class PolicyFileError(PickyError):
    """The policy file has a mistake; the sentence names the line."""


class CancelledError(PickyError):
    """The user stopped a long piece of work; nothing of it was kept."""


class TemplateError(PickyError):
    """A reply template of the user's has a mistake; the sentence names the file and the line."""
