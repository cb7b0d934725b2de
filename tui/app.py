"""The app: screens, theme and signals. No decisions about the domain are made here."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, ClassVar, LiteralString

from textual import events
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.screen import Screen

from models.errors import PickyError

from . import key_table, terminal
from .keystream import Batch, batch_of
from .screens.base import PageScreen
from .text import Shown, clip, clipboard_text, profile_link, say, shown, whole

if TYPE_CHECKING:
    from models.decisions.capture import Captured
    from models.outbox.pending import PendingErrand
    from models.outcome_kinds import OutcomeVerdict
    from models.queues.base import QueueCard
    from models.queues.intros import IntroCard
    from models.reports.search import Hit
    from models.workspace import Workspace

    from .screens.edit_draft import Kept


class PickyApp(App[None]):
    """picky, full screen."""

    CSS_PATH = "app.tcss"
    TITLE = "picky"
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "ctrl+p"
    ALLOW_SELECT = False
    # Before any field or box above a page takes it: ctrl+c quits at once, wherever one is.
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "quit", "quit", show=False, priority=True, system=True)]

    def __init__(self, workspace: Workspace, queue: str | None = None) -> None:
        super().__init__()
        key_table.check(workspace.settings.keys)  # before there is a screen: what is refused is told in the shell
        self.workspace = workspace
        self._first = queue
        self.key = ""
        self.batch = Batch(0.0)
        self._bindings.key_to_bindings.pop("ctrl+q", None)  # XOFF's neighbour; quitting is q and ctrl+c

    def get_driver_class(self) -> type[Driver]:
        """Our own reading of the terminal; a test brings another."""
        from .driver import PickyDriver

        return PickyDriver

    def get_default_screen(self) -> Screen[Any]:
        """Return the first screen, at once: nothing is mounted under it."""
        return self.screen_named(self._first or "home")

    def on_mount(self) -> None:
        """Set up the terminal."""
        if self.workspace.settings.keys:
            self.set_keymap(self.workspace.settings.keys)
        terminal.leave_on_signals(asyncio.get_running_loop(), self._leave_with)

    async def on_event(self, event: events.Event) -> None:
        """Note which read the key under way came in: an action runs here, after the next key may have come."""
        if isinstance(event, events.Key):
            self.key, self.batch = event.key, batch_of(event)
        await super().on_event(event)

    def screen_named(self, name: str, *args: Any) -> PageScreen:
        """Return a new screen: `home`, `outbox`, `history` … or a queue's name."""
        from .screens import registry

        return registry.screen_for(name, *args)

    def go_to(self, name: str, *args: Any) -> None:
        """Show a screen above the first one, which Textual cannot replace."""
        while len(self.screen_stack) > 1:
            self.pop_screen()
        if not (name == "home" and self.page_screen.NAME == "home"):
            self.push_screen(self.screen_named(name, *args))

    def open_screen(self, name: str, *args: Any) -> None:
        """Show a screen above the present one."""
        self.push_screen(self.screen_named(name, *args))

    def back(self) -> None:
        """Close the present screen; under the last one is home."""
        if self.page_screen.NAME == "home":
            return
        if len(self.screen_stack) > 1:
            self.pop_screen()
        else:
            self.go_to("home")

    def undo(self, number: int | None = None) -> None:
        """Take back an operation, and let the screen show what came back."""
        self._reverse(self.workspace.undo, "undone: {}", number)

    def redo(self, number: int | None = None) -> None:
        """Bring back an operation."""
        self._reverse(self.workspace.redo, "back again: {}", number)

    def _reverse(self, how: Callable[[int | None], Any], words: LiteralString, number: int | None) -> None:
        screen = self.page_screen
        try:
            reversal = how(number)
        except PickyError as error:
            screen.complain(error)
            return
        screen.reload()
        screen.show_again(reversal)
        screen.tell(say(words, shown(reversal.sentence)))

    @property
    def page_screen(self) -> PageScreen:
        """The uppermost screen of ours."""
        return next(screen for screen in reversed(self.screen_stack) if isinstance(screen, PageScreen))

    # What every screen may ask of the terminal or the user

    def copy_link(self, slug: str | None) -> None:
        """Send a profile link to the terminal's clipboard."""
        link = profile_link(slug) if slug else None
        if link is None:
            self.page_screen.tell(Shown("The export has no profile link for this person."))
        else:
            self.copy_text(link)

    def copy_text(self, text: str) -> None:
        """Send text to the terminal's clipboard; no terminal ever says whether it took it."""
        try:
            gated = clipboard_text(text)
        except PickyError as error:
            self.page_screen.complain(error)
            return
        self.copy_to_clipboard(gated)
        self.page_screen.tell(say("sent to the terminal's clipboard: {}", clip(gated, 40)))

    def open_profile(self, slug: str | None) -> None:
        """Open a profile in a browser on this machine."""
        try:
            terminal.open_link(slug or "")
        except PickyError as error:
            self.page_screen.complain(error)

    def ask_met(self, person: int | None = None, name: str = "") -> None:
        """Ask about a meeting, with this person or someone new, and keep it."""
        from .screens.forms import MET, LinesForm

        first, *rest = MET
        fields = (first._replace(value=shown(name)), *rest)
        self.push_screen(LinesForm(Shown("You met"), fields), lambda lines: self._keep_met(lines, person))

    def _keep_met(self, lines: list[str] | None, person: int | None) -> None:
        from .screens.forms import met_in

        if lines and lines[0].strip():
            self._keep(lambda: self.workspace.met(met_in(lines), person))

    def ask_remark(self, person: int, name: str, kind: str) -> None:
        """Ask for a private note, or for pasted profile text, and keep it."""
        from .screens.forms import TextForm

        title = say("Profile text of {}", shown(name)) if kind == "profile" else say("A note on {}", shown(name))
        self.push_screen(TextForm(title), lambda text: self._keep_remark(person, name, kind, text))

    def _keep_remark(self, person: int, name: str, kind: str, text: str | None) -> None:
        if text and text.strip():
            self._keep(lambda: self.workspace.remark(person, name, kind, text.strip()))

    def ask_request(self, asker: str = "") -> None:
        """Ask who wants to be introduced to whom, and keep it."""
        from .screens.forms import REQUEST, LinesForm

        first, *rest = REQUEST
        fields = (first._replace(value=shown(asker)), *rest)
        self.push_screen(LinesForm(Shown("An introduction is asked of you"), fields), self._keep_request)

    def _keep_request(self, lines: list[str] | None) -> None:
        if lines and lines[0].strip() and lines[1].strip():
            asker, target, text = lines
            self._keep(lambda: self.workspace.ask(asker.strip(), target.strip(), text.strip()))

    def choose_value(self, card: QueueCard) -> None:
        """Ask whose value stands for a field of the people on a card, and keep it."""
        from models.queues.duplicates import DuplicateCard

        from .screens.forms import ChoiceForm

        assert isinstance(card, DuplicateCard)
        choices = card.facts.choices
        if not choices:
            self.page_screen.tell(Shown("They agree in every field: there is nothing to choose."))
            return
        form = ChoiceForm(say("What stands for {}", shown(card.name)), choices)
        self.push_screen(
            form, lambda chosen: self._keep(lambda: self.workspace.choose_value(card, chosen)) if chosen else None
        )

    def choose_target(self, card: QueueCard) -> None:
        """Ask whom a request means, among who fits its words or by name, and keep it."""
        from models.queues.duplicates import Choice
        from models.queues.intros import IntroCard

        from .screens.forms import ChoiceForm

        assert isinstance(card, IntroCard)
        hits = self.workspace.candidates(card)
        if not hits:
            self._ask_target(card)
            return
        choices = tuple(
            Choice("", hit.name, hit.id, hit.company, card.target is not None and hit.id == card.target.id)
            for hit in hits
        )
        others = Choice("", "somebody else …", 0, "", False)
        form = ChoiceForm(say("Whom does {} mean", shown(card.name)), (*choices, others))
        found = {hit.id: hit for hit in hits}
        self.push_screen(form, lambda chosen: self._keep_target(card, found.get(chosen.person)) if chosen else None)

    def _ask_target(self, card: IntroCard) -> None:
        from .screens.forms import Field, LinesForm

        form = LinesForm(say("Whom does {} mean", shown(card.name)), (Field("Name", "a name, or a profile link"),))
        self.push_screen(form, lambda lines: self._found_target(card, lines[0]) if lines and lines[0].strip() else None)

    def _found_target(self, card: IntroCard, name: str) -> None:
        self._keep(lambda: self.workspace.choose_target(card, self.workspace.find(name)))

    def _keep_target(self, card: IntroCard, target: Hit | None) -> None:
        if target is None:
            self._ask_target(card)
        else:
            self._keep(lambda: self.workspace.choose_target(card, target))

    def mark(self, card: QueueCard, kind: str) -> None:
        """Set a mark on who asks, or, to protect them, on whom they want to meet; again takes it back."""
        marked = card.marked(kind)
        if marked is None:
            self.page_screen.tell(Shown("It is not clear whom they mean: c chooses."))
        else:
            self.mark_person(*marked, kind)

    def mark_person(self, person: int, name: str, kind: str) -> None:
        """Set a mark on anybody; again takes it back."""
        self._keep(lambda: self.workspace.mark(person, name, kind))

    def choose_kind(self, card: QueueCard, chosen: Callable[[OutcomeVerdict], None]) -> None:
        """Ask what came of it, and tell it on."""
        from models.queues.outcomes import OutcomeCard

        from .screens.kinds import KindForm

        assert isinstance(card, OutcomeCard)
        form = KindForm(say("What came of it: {}", shown(card.name)), self.workspace.kinds(), card.facts.guess)
        self.push_screen(form, lambda kind: chosen(kind) if kind else None)

    def edit_draft(self, todo: PendingErrand) -> None:
        """Open the draft of an errand, and keep what is made of it."""
        from .screens.edit_draft import DraftForm, Pen

        pen = Pen(
            self.workspace.replies.languages(todo.kind),
            lambda voice, language: self.workspace.redraft(todo, voice, language),
            self._edit_outside,
        )
        self.push_screen(DraftForm(todo, pen), lambda kept: self._keep_draft(todo, kept))

    def _keep_draft(self, todo: PendingErrand, kept: Kept | None) -> None:
        text = whole(todo.draft) if todo.written.is_edited else ""
        if kept and kept != (text, todo.written.voice, todo.written.language):
            self._keep(lambda: self.workspace.keep_draft(todo, *kept))

    def _edit_outside(self, text: str) -> str:
        """Return the text as the user's own editor leaves it; the terminal is the editor's until it ends."""
        from .editor import command, edited

        words = command()
        with self.suspend():
            return edited(text, self.workspace.settings.store.parent, words)

    def _keep(self, write: Callable[[], Captured]) -> None:
        screen = self.page_screen
        try:
            captured = write()
        except PickyError as error:
            screen.complain(error)
            return
        screen.reload()
        screen.tell(say("{} · z takes it back", shown(captured.sentence)))

    def action_search(self) -> None:
        """Ask for a name, and show who fits."""
        from .screens.forms import Field, LinesForm

        form = LinesForm(Shown("Find a person"), (Field("Name", "a name, a part of it, or a profile link"),))
        self.push_screen(
            form, lambda lines: self.open_screen("search", lines[0]) if lines and lines[0].strip() else None
        )

    def action_history(self) -> None:
        """What was done."""
        self.open_screen("history")

    def action_staged(self) -> None:
        """Review what is staged."""
        self.open_screen("staged")

    def action_import(self) -> None:
        """Take in an archive."""
        self.open_screen("import")

    # Leaving

    def _leave_with(self, code: int) -> None:
        self.exit(return_code=code)

    @property
    def crash(self) -> Exception | None:
        """What stopped the app, when it was a mistake of its own."""
        return self._exception

    def _fatal_error(self) -> None:
        """Leave without Textual's traceback: it prints local variables, and they hold other people's data."""
        self._close_messages_no_wait()

    def panic(self, *renderables: Any) -> None:
        """Leave, likewise."""
        self._return_code = 1
        self._close_messages_no_wait()

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Yield the palette: places and actions. No screenshot: the screen holds private data."""
        for name, title in (
            ("home", "Home"),
            ("invites", "Invites"),
            ("intros", "Intro requests"),
            ("stale", "Gone quiet"),
            ("outcomes", "What came of it"),
            ("outbox", "Outbox"),
            ("report", "Power"),
            ("history", "History"),
            ("import", "Import an archive"),
        ):
            yield SystemCommand(title, f"Go to {title.lower()}", lambda name=name: self.go_to(name))
        yield SystemCommand("Undo", "Take back the last thing you did", self.undo)
        yield SystemCommand("Redo", "Bring it back", self.redo)
        yield SystemCommand("Dark or light", "Change between the dark and the light theme", self.toggle_theme)
        yield SystemCommand("Keys", "All keys", self.action_help)
        yield SystemCommand("Quit", "Nothing is unsaved", self.exit)

    def toggle_theme(self) -> None:
        """Dark to light and back."""
        self.theme = "textual-light" if self.theme == "textual-dark" else "textual-dark"

    def action_help(self) -> None:
        """Show or hide all keys."""
        from textual.widgets import HelpPanel

        if self.screen.query(HelpPanel):
            self.action_hide_help_panel()
        else:
            self.action_show_help_panel()
