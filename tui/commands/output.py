"""Where commands write: answers to stdout, everything else to stderr, and nothing past the door for untrusted text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from models.errors import PickyError
from models.settings import load_settings
from models.workspace import Workspace

from ..text import Shown, as_json, say, shown

Command = TypeVar("Command", bound=Callable[..., Any])


NUMBER = click.IntRange(min=0, max=(1 << 63) - 1, clamp=True)
"""The number of an operation or an errand. One too long for any store is merely unknown, like any other."""


def words(value: str) -> str:
    """Words of the user's. A terminal that does not speak UTF-8 sends bytes that no store can keep: a usage error."""
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise click.BadParameter("What you typed is not UTF-8: set your terminal to it.") from error
    return value


def answer(text: Shown) -> None:
    """A line of the answer, on stdout."""
    click.echo(text)


def answer_json(value: object) -> None:
    """The answer as JSON, ASCII only, on stdout."""
    click.echo(as_json(value))


def remark(text: Shown) -> None:
    """Something beside the answer, on stderr."""
    click.echo(text, err=True)


def complain(error: PickyError) -> None:
    """What happened, and what to do: two lines on stderr."""
    remark(say("picky: {}", shown(error.sentence)))
    if error.hint:
        remark(say("  {}", shown(error.hint)))


def complain_usage(error: click.ClickException) -> None:
    """A mistake in the words of a command."""
    remark(say("picky: {}", shown(error.format_message())))
    remark(Shown("  picky --help lists the commands, picky COMMAND --help their options."))


def report_crash(error: BaseException, folder: Path) -> None:
    """Say that picky itself failed, and where the report is. It holds no names and no values."""
    from ..terminal import crash_report

    path = crash_report(error, folder / "crashes")
    remark(Shown("picky: stopped by a mistake of its own. What was shown as decided is kept."))
    remark(say("  A report without names is in {}", shown(str(path))))


def with_store(command: Command) -> Command:
    """Let `--store` stand after the subcommand too."""
    option = click.option("--store", metavar="PATH", expose_value=False, callback=_keep_store, help="The store to use.")
    return option(command)


def _keep_store(ctx: click.Context, _: click.Parameter, value: str | None) -> None:
    if value:
        ctx.ensure_object(dict)["store"] = value


@contextmanager
def workspace() -> Iterator[Workspace]:
    """The store that the command line names, closed at the end."""
    chosen = click.get_current_context().ensure_object(dict).get("store")
    opened = Workspace(load_settings(chosen))
    try:
        if opened.store.read_only:
            remark(Shown("This store was written by a newer picky: it is open for reading only."))
        yield opened
    finally:
        opened.close()
