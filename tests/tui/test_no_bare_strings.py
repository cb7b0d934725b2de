from __future__ import annotations

from pathlib import Path

import pytest

import tui
from tests.tui.bare_strings import offences_in, sources_of

HOUSE = """
class Shown(str): ...
class Span(NamedTuple):
    text: Shown
    style: LiteralString = ""
Line = tuple[Span, ...]
def shown(raw: str) -> Shown: ...
def clip(text: Shown, cells: int) -> Shown: ...
def wrap(text: Shown, cells: int) -> list[Shown]: ...
def say(template: LiteralString, *parts: Shown | int) -> Shown: ...
def folded(text: str) -> str: ...
"""
PASSES = """
Static("Nothing waits here.")
Static(Content(shown(item.name)))
Static(shown(item.name), markup=False)
Static(id="card")
Label(Content(say("{} of {}", done, total)))
Content.from_markup("[b]$name[/b]", name=shown(name))
self.notify(shown(name), markup=False, title="picky")
self.notify("Nothing is unsaved.")
self.query_one(Static).update(Content("picky"))
widget.border_title = Content(shown(name))
widget.tooltip = "What the arrows do"
self.title = shown(name)
app.sub_title = None
click.echo(shown(line))
click.echo(f"{shown(name)}: {3} of {len(rows)}")
click.echo(" · ".join([shown(one) for one in rows]))
click.echo(say("{}", name) + "…", err=True)
print("[not markup here]")
Input(shown(value), placeholder="a name")
table.add_row(Text(shown(name)), Text("x"))
table.add_row(*[Text(shown(name)) for name in names])
names.update({"a": "b"})
self.workspace.confirm([todo.id for todo in todos])
SystemCommand("Undo", "Take it back", self.undo)
for key, title in (("h", "Home"), ("i", "Invites")): SystemCommand(title, f"Go to {title.lower()}", self.go)
def draw(line: Line) -> Strip: return Strip([Segment(span.text) for span in line])
def draw(name: Shown) -> None: Static(Content(name))
def draw(name: Shown | None) -> None: click.echo(name or "nobody")
def draw(names: list[Shown]) -> None: click.echo(names[0])
def draw(names: list[Shown]) -> None: print(*names)
def draw(*names: Shown) -> None: print(*names)
def draw(a: list[Shown], b: list[Shown]) -> None: [Span(x if n else y) for n, (x, y) in enumerate(zip(a, b))]
def draw(kinds: dict[str, LiteralString]) -> None: say(kinds["x"], shown(name))
def draw(text: str) -> None: head, *rest = wrap(shown(text), 9); Span(head); [Span(each) for each in rest]
def draw(text: str) -> None: label = shown(text) if text else "nobody"; click.echo(label)
class Form:
    def __init__(self, title: Shown) -> None: self._title = title
    def compose(self): yield Static(Content(self._title))
class Card:
    name: Shown
    def draw(self) -> None: click.echo(self.name)
"""
FAILS = """
Static(item.name)
Static(shown(item.name))
Static(str(item.name))
Static(f"Hello {name}")
Static(f"Hello {shown(name)}")
Static("Hello " + name)
Static("[b]Hello[/b]")
Static(Content(item.name))
Static(Content(name.strip()))
Static(content=item.name)
Label(Text(item.name))
Content.from_markup(f"[b]{name}[/b]")
Content.from_markup(template)
Button(label=name)
Option(name)
OptionList(*names)
Segment(item.name)
Span(item.name)
self.notify(item.name)
self.notify(shown(item.name))
self.notify("fine", title=item.name)
self.query_one(Static).update(item.name)
table.add_row("x", item.name)
table.add_row(*row)
table.add_row(shown(name))
table.add_column(item.name)
widget.border_title = item.name
widget.border_title = shown(item.name)
widget.border_subtitle = f"{item.name}"
widget.tooltip = item.name
self.title = item.name
app.sub_title = name
print(item.name)
print("Hello", name)
print(*names)
click.echo(item.name)
click.echo(f"{item.name} is here")
click.echo("{}".format(item.name))
click.echo("%s" % item.name)
click.echo(" ".join(names))
click.echo(shown(name).upper())
click.echo(shown(name)[3:])
click.echo(folded(name))
click.echo(message=item.name, err=True)
echo(item.name)
click.confirm(f"Import {path}?")
Input(item.name)
Input(placeholder=item.name)
SystemCommand(item.name, "x", self.undo)
say(item.name)
say(f"{item.name} {{}}", 3)
Shown(item.name)
Shown(shown(a) + shown(b))
for name in names: click.echo(name)
for key, name in rows.items(): click.echo(name)
def draw(name: str) -> None: Static(Content(name))
def draw(name): Static(Content(name))
def draw(names: list[str]) -> None: print(*names)
def draw(text: str) -> None: label = shown(text); label = text; click.echo(label)
def draw(text: str) -> None: label = shown(text) if text else text; click.echo(label)
class Card:
    name: str
    def draw(self) -> None: click.echo(self.name)
class Form:
    def __init__(self, title: Shown) -> None: self._title = title
    def rename(self, title: str) -> None: self._title = title
    def compose(self): yield Static(Content(self._title))
"""


def snippets(text: str) -> list[str]:
    """One per line; a class reaches as far as its indented lines."""
    found: list[str] = []
    for line in text.strip().splitlines():
        if line.startswith(" "):
            found[-1] += f"\n{line}"
        else:
            found.append(line)
    return found


@pytest.mark.parametrize("snippet", snippets(PASSES))
def test_a_literal_or_what_went_through_the_door_may_be_shown(snippet: str) -> None:
    assert offences_in({"house.py": HOUSE, "screen.py": snippet}) == []


@pytest.mark.parametrize("snippet", snippets(FAILS))
def test_a_bare_string_may_not(snippet: str) -> None:
    assert {offence.file for offence in offences_in({"house.py": HOUSE, "screen.py": snippet})} == {"screen.py"}


def test_a_field_of_the_same_name_that_is_not_shown_makes_every_unknown_owner_suspect() -> None:
    other = "class Row:\n    text: str"
    assert offences_in({"house.py": HOUSE, "row.py": other, "screen.py": "click.echo(row.text)"})
    assert not offences_in({"house.py": HOUSE, "screen.py": "click.echo(span.text)"})


def test_a_value_of_ours_may_be_called_like_a_widget() -> None:
    assert not offences_in({"screen.py": "from models.people import Hit\nHit(person, item.name)"})
    assert offences_in({"screen.py": "from textual.command import Hit\nHit(1.0, item.name, run)"})


def test_no_file_of_the_terminal_shows_a_bare_string() -> None:
    offences = offences_in(sources_of(Path(tui.__file__).parent))
    assert offences == [], "\n".join(f"tui/{each.file}:{each.line} {each.what}" for each in offences)
