"""The whole keyboard, on one page. Footer, help, palette and the table in the README are made from it."""

from __future__ import annotations

from models.verbs import Verb

from .bindings import Key

REVIEW: tuple[Key, ...] = (
    Key("card.yes", "right,l", "yes", "yes", "Say yes: accept, introduce, keep, reply; or open what came of it.", "→"),
    Key("card.no", "left,h", "no", "no", "Say no: ignore, decline kindly, remove, let it go.", "←"),
    Key("card.later", "down,j", "later", "later", "Put the card off: a week, then twice as long each time.", "↓"),
    Key("card.back", "up,k,shift+tab", "back", "back", "Go back a card.", "↑"),
    Key("card.skip", "tab", "skip", "next", "Go on without deciding.", "tab"),
    Key("card.ask", "a", "ask", "ask", "Ask: where did we meet, or for a blurb.", is_shown=True),
    Key("card.mention", "n", "verdict('mention')", "mention me", "Let them mention your name.", is_shown=True),
    Key(
        "card.single",
        "S",
        "verdict('introduce_unasked')",
        "no asking",
        "Introduce them without asking the target first, on purpose.",
    ),
    Key(
        "card.know_well",
        "K",
        "mark('knows_well')",
        "know well",
        "You know who asks well, or no longer say so (intro requests).",
    ),
    Key(
        "card.know_work",
        "W",
        "mark('knows_work')",
        "know work",
        "You know their work, or no longer say so (intro requests).",
    ),
    Key(
        "card.vouch",
        "V",
        "mark('vouched')",
        "vouch",
        "You would vouch for who asks, or no longer would (intro requests).",
    ),
    Key(
        "card.protect",
        "P",
        "mark('protected')",
        "protect",
        "Protect whom they want to meet, or no longer (intro requests).",
    ),
    Key("card.reconnect", "r", "verdict('reconnect')", "reconnect", "Write again, with a draft.", is_shown=True),
    Key("card.no_reply", "x", "verdict('no_reply')", "no reply", "Leave it without a reply.", is_shown=True),
    Key(
        "card.not_a_request",
        "number_sign",
        "verdict('not_a_request')",
        "not a request",
        "This asks for no introduction.",
        "#",
        True,
    ),
    Key("card.pin", "p", "verdict('pin')", "never ask", "Pin the person: never ask again.", is_shown=True),
    Key("card.met", "M", "met", "met", "Note that you met this person.", is_shown=False),
    Key("card.capture", "I", "capture", "request", "Write down a request for an introduction."),
    Key("card.paste", "i", "paste", "profile", "Paste profile text onto the card; rules read it, nothing is decided."),
    Key("card.note", "N", "note", "note", "Write a private note."),
    Key(
        "card.choose",
        "c",
        "choose",
        "choose value",
        "Choose whose value stands (duplicates), or whom they mean (intro requests).",
        is_shown=True,
    ),
    Key(
        "card.apart",
        "space",
        "apart",
        "not this one",
        "On a card of three or more: the next one is somebody else (duplicates).",
        "space",
        True,
    ),
    Key("card.same", "full_stop", "same", "same", "The same verdict as last time.", "."),
    Key("card.evidence", "e", "evidence", "evidence", "Everything behind the card.", is_shown=True),
    Key("card.copy", "y", "copy", "copy link", "Copy the profile link with OSC 52."),
    Key("card.open", "o", "open", "open link", "Open the profile in a browser, on a local terminal."),
    Key("card.list", "L", "list", "list", "Turn the queue into a list, to do many.", is_shown=False),
    Key(
        "card.digit",
        "1,2,3,4,5,6,7,8,9",
        "digit",
        "digit",
        "With later: 1 week, 2 month, 3 quarter, 4 year; else a reason.",
        "1–9",
    ),
)

OUTBOX: tuple[Key, ...] = (
    Key("outbox.done", "right,l", "done", "done", "You did it by hand.", "→", True),
    Key("outbox.not_found", "x", "not_found", "not found", "The person is not on LinkedIn any more.", is_shown=True),
    Key("outbox.cancel", "left,h", "cancel", "changed my mind", "The card comes back to its queue.", "←", True),
    Key(
        "outbox.edit",
        "E",
        "edit",
        "edit",
        "Edit the draft; see what it says and where that is known from.",
        is_shown=True,
    ),
    Key("outbox.copy", "y", "copy", "copy", "Copy the link, then the draft, and move on.", is_shown=True),
    Key("outbox.open", "o", "open", "open link", "Open the profile in a browser, on a local terminal."),
    Key("outbox.up", "up,k", "move(-1)", "up", "The errand above.", "↑"),
    Key("outbox.down", "down,j", "move(1)", "down", "The errand below.", "↓"),
)

STAGED: tuple[Key, ...] = (
    Key("staged.confirm", "enter", "confirm", "confirm all", "Let all that is listed count.", "enter", True),
    Key("staged.drop", "left,h", "drop", "drop", "Drop this one: the card comes back.", "←", True),
    Key("staged.up", "up,k", "move(-1)", "up", "The line above.", "↑"),
    Key("staged.down", "down,j", "move(1)", "down", "The line below.", "↓"),
)

HISTORY: tuple[Key, ...] = (
    Key(
        "history.undo",
        "enter,left,h",
        "undo_line",
        "take back",
        "Take this line back, or bring it back.",
        "enter",
        True,
    ),
    Key("history.up", "up,k", "move(-1)", "up", "The line above.", "↑"),
    Key("history.down", "down,j", "move(1)", "down", "The line below.", "↓"),
)

LIST: tuple[Key, ...] = (
    Key("list.up", "up,k", "move(-1)", "up", "The line above.", "↑"),
    Key("list.down", "down,j", "move(1)", "down", "The line below.", "↓"),
    Key("list.mark", "space", "mark", "mark", "Mark or unmark this line.", "space", True),
    Key("list.range", "v", "range", "range", "Mark from here to where you press it again.", is_shown=True),
    Key("list.all", "asterisk", "all", "all", "Mark all shown.", "*", True),
    Key(
        "list.verdict",
        "semicolon",
        "arm",
        "verdict",
        "Then a verdict key for all that is marked, then Enter.",
        ";",
        True,
    ),
    Key("list.confirm", "enter", "confirm", "confirm", "Give the verdict, after the count.", "enter"),
    Key("list.evidence", "e", "evidence", "evidence", "Everything about the person on this line.", is_shown=True),
    Key("list.card", "L", "card", "cards", "Back to cards.", is_shown=True),
)

HOME: tuple[Key, ...] = (
    Key("home.start", "enter,right,l", "start", "start", "Open the line under the cursor.", "enter", True),
    Key("home.up", "up,k", "move(-1)", "up", "The line above.", "↑"),
    Key("home.down", "down,j", "move(1)", "down", "The line below.", "↓"),
    Key("home.met", "M", "met", "met", "Note that you met somebody."),
    Key("home.capture", "I", "capture", "request", "Write down a request for an introduction."),
)

FOUND: tuple[Key, ...] = (
    Key("found.choose", "enter,right,l", "choose", "open", "Open the person.", "enter", True),
    Key("found.up", "up,k", "move(-1)", "up", "The line above.", "↑"),
    Key("found.down", "down,j", "move(1)", "down", "The line below.", "↓"),
)

IMPORT: tuple[Key, ...] = (
    Key(
        "import.choose",
        "enter,right,l",
        "choose",
        "choose",
        "See what the file would bring, then take it in; on a column, change what it means.",
        "enter",
        True,
    ),
    Key(
        "import.columns", "c", "columns", "columns", "Every column of a list, and what it is taken for.", is_shown=True
    ),
    Key("import.event", "e", "event", "event", "Say at which event these people were.", is_shown=True),
    Key("import.met", "M", "met", "met", "You met them there; or they were there too.", is_shown=True),
    Key("import.up", "up,k", "move(-1)", "up", "The line above.", "↑"),
    Key("import.down", "down,j", "move(1)", "down", "The line below.", "↓"),
)

FORM: tuple[Key, ...] = (
    Key("form.leave", "escape", "cancel", "leave", "Leave without keeping anything.", "Esc"),
    Key(
        "form.keep",
        "ctrl+d",
        "keep",
        "keep",
        "Keep what was typed; Enter does in single lines.",
        "ctrl+d",
        is_first=True,
    ),
    Key("form.quit", "ctrl+c", "app.quit", "quit", "Quit at once.", is_first=True),
)

DRAFT: tuple[Key, ...] = (
    Key(
        "draft.voice",
        "ctrl+t",
        "voice",
        "voice",
        "Make the draft anew in the next voice: warm, brief, formal.",
        is_first=True,
    ),
    Key("draft.language", "ctrl+l", "language", "language", "Make the draft anew in the next language.", is_first=True),
    Key("draft.editor", "ctrl+e", "editor", "editor", "Open the text in $VISUAL or $EDITOR.", is_first=True),
)

CHOICES: tuple[Key, ...] = (
    Key("choice.choose", "enter,right,l", "choose", "choose", "Let the value under the cursor stand.", "enter"),
    Key("choice.up", "up,k", "move(-1)", "up", "The line above.", "↑"),
    Key("choice.down", "down,j", "move(1)", "down", "The line below.", "↓"),
)

LEDGER: tuple[Key, ...] = (
    Key(
        "ledger.yes", "right,l", "yes", "said yes", "Whom you asked said yes, in whatever way you heard it.", "→", True
    ),
    Key("ledger.no", "left,h", "no", "said no", "Whom you asked said no.", "←", True),
    Key("ledger.open", "enter,e", "choose", "open", "Everything about who asks.", "enter", True),
    Key("ledger.up", "up,k", "move(-1)", "up", "The line above.", "↑"),
    Key("ledger.down", "down,j", "move(1)", "down", "The line below.", "↓"),
)

SHEET: tuple[Key, ...] = (
    Key("sheet.asker", "enter,e", "asker", "who asks", "The page of who asks.", "enter", True),
    Key("sheet.target", "t", "target", "the target", "The page of whom they want to meet.", is_shown=True),
    Key(
        "sheet.know_well",
        "K",
        "mark('knows_well')",
        "know",
        "You know who asks well, or no longer say so.",
        is_shown=True,
    ),
    Key(
        "sheet.know_work", "W", "mark('knows_work')", "work", "You know their work, or no longer say so.", is_shown=True
    ),
    Key(
        "sheet.vouch",
        "V",
        "mark('vouched')",
        "vouch",
        "You would vouch for who asks, or no longer would.",
        is_shown=True,
    ),
    Key(
        "sheet.protect",
        "P",
        "mark('protected')",
        "protect",
        "Protect whom they want to meet, or no longer.",
        is_shown=True,
    ),
)

KINDS: tuple[Key, ...] = (
    Key(
        "kind.choose",
        "enter,right",
        "choose",
        "choose",
        "Choose the kind under the cursor; its letter does too.",
        "enter",
    ),
    Key("kind.up", "up", "move(-1)", "up", "The line above.", "↑"),
    Key("kind.down", "down", "move(1)", "down", "The line below.", "↓"),
    Key("kind.leave", "escape,left", "cancel", "leave", "Leave without choosing.", "Esc"),
)

REPORT: tuple[Key, ...] = (
    Key(
        "report.open",
        "enter,right,l",
        "open",
        "rows",
        "Open the rows behind the number under the cursor.",
        "enter",
        True,
    ),
    Key("report.up", "up,k", "move(-1)", "up", "The number above.", "↑"),
    Key("report.down", "down,j", "move(1)", "down", "The number below.", "↓"),
    Key("report.next", "space", "page(1)", "next page", "The next page of the report; PgDn does too.", "space", True),
    Key("report.back", "backspace", "page(-1)", "page before", "The page before; PgUp does too.", "backspace"),
)

PERSON: tuple[Key, ...] = (
    Key("person.met", "M", "met", "met", "Note that you met this person.", is_shown=True),
    Key("person.note", "N", "note", "note", "Write a private note.", is_shown=True),
    Key(
        "person.know_well",
        "K",
        "mark('knows_well')",
        "know",
        "You know them well, or no longer say so.",
        is_shown=True,
    ),
    Key(
        "person.know_work",
        "W",
        "mark('knows_work')",
        "work",
        "You know their work, or no longer say so.",
        is_shown=True,
    ),
    Key(
        "person.vouch", "V", "mark('vouched')", "vouch", "You would vouch for them, or no longer would.", is_shown=True
    ),
    Key(
        "person.protect",
        "P",
        "mark('protected')",
        "protect",
        "Protect them from requests, or no longer.",
        is_shown=True,
    ),
    Key("person.copy", "y", "copy", "copy link", "Copy the profile link with OSC 52.", is_shown=True),
)

EVERYWHERE: tuple[Key, ...] = (
    Key("app.undo", "z", "undo", "undo", "Take back the last thing you did.", is_shown=True),
    Key("app.redo", "Z", "redo", "redo", "Bring it back."),
    Key(
        "app.go",
        "g",
        "go",
        "go to",
        "Then: h home, i invites, r intros, s stale, d duplicates, t sent, y replies, o outcomes, b outbox, p power, l ledger of introductions.",
    ),
    Key("app.search", "slash", "app.search", "search", "Find a person.", "/"),
    Key("app.filter", "f", "filter", "filter", "Only some cards: company:Acme band:never met:2014."),
    Key("app.staged", "dollar_sign", "app.staged", "staged", "Review what is staged.", "$"),
    Key("app.history", "at", "app.history", "history", "What was done; any line can be taken back.", "@"),
    Key("app.import", "plus", "app.import", "import", "Take in a file: archive, address book, attendees.", "+"),
    Key("app.palette", "colon", "app.command_palette", "commands", "All commands by name.", ":"),
    Key("app.help", "question_mark", "app.help", "help", "All keys.", "?", True),
    Key("app.up", "pageup", "page(-1)", "page up", "Scroll up.", "PgUp"),
    Key("app.down", "pagedown", "page(1)", "page down", "Scroll down.", "PgDn"),
    Key("app.back", "escape", "leave", "back", "Back, or clear a digit.", "Esc"),
    Key("app.quit", "q,ctrl+c", "app.quit", "quit", "Quit at once: nothing is unsaved.", is_shown=True),
)

GO = {
    "h": ("home", "Home"),
    "i": ("invites", "Invites"),
    "r": ("intros", "Intro requests"),
    "s": ("stale", "Gone quiet"),
    "d": ("duplicates", "Duplicates"),
    "t": ("sent", "Sent"),
    "y": ("replies", "Replies"),
    "o": ("outcomes", "What came of it"),
    "b": ("outbox", "Outbox"),
    "p": ("report", "Power"),
    "l": ("ledger", "Ledger"),
}
"""After `g`: where to."""

VERBS_OF_KEY: dict[str, tuple[Verb, ...]] = {
    "card.later": (Verb.LATER,),
    "card.ask": (Verb.ASK, Verb.BLURB),
    "card.mention": (Verb.MENTION,),
    "card.single": (Verb.INTRODUCE_UNASKED,),
    "card.reconnect": (Verb.RECONNECT,),
    "card.no_reply": (Verb.NO_REPLY,),
    "card.not_a_request": (Verb.NOT_A_REQUEST,),
    "card.pin": (Verb.PIN,),
}
"""The verdicts a key of a card may give; yes and no are the first two of the queue."""

PAGES: dict[str, tuple[Key, ...]] = {
    "On a card": REVIEW,
    "In a list": LIST,
    "In the outbox": OUTBOX,
    "Reviewing what is staged": STAGED,
    "In history": HISTORY,
    "After a search": FOUND,
    "In the report": REPORT,
    "On a person": PERSON,
    "In the ledger of introductions": LEDGER,
    "On a decision sheet": SHEET,
    "Taking in a file": IMPORT,
    "In a form": FORM,
    "In a draft": DRAFT,
    "Choosing a value": CHOICES,
    "Saying what came of it": KINDS,
    "At home": HOME,
    "Everywhere": EVERYWHERE,
}
"""Every key there is, by where it works."""
