"""The `picky` command: which subcommands there are. Each is imported only when it runs, so `--help` stays quick."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module

import click

_COMMANDS = {
    "demo": ("demo", "The app on a throwaway store filled with invented people."),
    "import": ("import_", "Take in a LinkedIn archive, an address book, a list of attendees."),
    "review": ("review", "The app, in a queue."),
    "queue": ("queue", "What waits: counts, or the cards with recommendation and reasons."),
    "decide": ("queue", "Decide a card, for scripts."),
    "met": ("capture", "Note that you met somebody."),
    "ask": ("capture", "Note that somebody asked you for an introduction."),
    "ledger": ("ledger", "Every introduction asked of you, and where it stands."),
    "outcome": ("capture", "Note what came of knowing somebody."),
    "match": ("lists", "Who on this attendee list do you know?"),
    "dedupe": ("lists", "Find duplicates in any table of people, without a store."),
    "person": ("person", "Everything known about a person, and where it came from."),
    "report": ("report", "What came of your network, who it is made of, and who is the weak link."),
    "split": ("history", "Take a merge apart."),
    "outbox": ("outbox", "What is left to do by hand on LinkedIn."),
    "calibrate": ("policy", "How far picky agrees with you, and which of its rules do not."),
    "replay": ("policy", "Other weights on the decisions of the past."),
    "replies": ("replies", "The templates of drafts, to be read and changed."),
    "history": ("history", "What was done, newest first."),
    "undo": ("history", "Take back the last operation, or one from history."),
    "redo": ("history", "Bring back what was undone last."),
}
"""For each command its module, and what the list of commands says about it."""
_FUNCTIONS = {"import": "import_"}
"""Commands whose function cannot have their name."""


class _Lazy(click.Group):
    """Lists its commands without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order of a first day with picky."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the one command that is to run."""
        if cmd_name not in _COMMANDS:
            return None
        module, _ = _COMMANDS[cmd_name]
        command = getattr(import_module(f"tui.commands.{module}"), _FUNCTIONS.get(cmd_name, cmd_name))
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, from the table above."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, explanation) for name, (_, explanation) in _COMMANDS.items()])


@click.group(cls=_Lazy, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--store", metavar="PATH", help="The store to use (also PICKY_STORE).")
@click.version_option(package_name="picky-network", prog_name="picky")
@click.pass_context
def picky(ctx: click.Context, store: str | None) -> None:
    """Decide, card by card and offline, who belongs in your LinkedIn network.

    Without a command: the app. Nothing is ever sent anywhere.
    """
    ctx.ensure_object(dict)
    ctx.obj["store"] = store
    if ctx.invoked_subcommand is None:
        from .commands.review import start

        start(store, None)


def main() -> None:
    """Run the command line and leave with its exit code."""
    from models.errors import PickyError

    from .terminal import prepare

    prepare()
    gc.set_threshold(100_000)  # a start makes many objects and no garbage: looking for some costs a tenth of it
    try:
        code = picky.main(standalone_mode=False)
        sys.exit(code if isinstance(code, int) else 0)
    except PickyError as error:
        from .commands.output import complain

        complain(error)
        sys.exit(error.exit_code)
    except click.ClickException as error:
        from .commands.output import complain_usage

        complain_usage(error)
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except BrokenPipeError:  # the reader of a pipe has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
