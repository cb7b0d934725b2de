"""The rule that keeps untrusted text out of widgets: a sink is given a literal, or what is declared shown."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from tests.tui.declared import BUILT, OURS, SHOWN, Comprehension, Function, House, Kinds, called, parameters

# What a sink shows: at which positions, under which keywords.
FIRST, ALL = range(1), range(99)
_LABEL = (FIRST, ("label", "prompt", "content"))
_TEXT = (FIRST, ("text", "content", "value", "placeholder", "message", "default"))
# These parse markup: shown text must be wrapped, in Content for instance.
PARSED = {
    **dict.fromkeys(("Static", "Label", "Button", "Checkbox", "RadioButton", "Option", "Tab"), _LABEL),
    **dict.fromkeys(("Link", "Selection", "Tree", "Placeholder", "add_column", "add_leaf", "set_label"), _LABEL),
    **dict.fromkeys(("update", "Markdown"), (FIRST, ("content", "markdown"))),
    **dict.fromkeys(("OptionList", "SelectionList", "add_columns", "add_row"), (ALL, ("label",))),
    **dict.fromkeys(("add_option", "add_options"), (FIRST, ())),
    **dict.fromkeys(("TabPane", "notify"), (FIRST, ("title", "message"))),
    "Collapsible": ((), ("title",)),
    "SystemCommand": (range(2), ("title", "help")),
    "Hit": (range(1, 2), ("match_display", "help")),
    "DiscoveryHit": (FIRST, ("display", "help")),
}
PLAIN = {
    **dict.fromkeys(("Content", "Text", "Segment", "Span", "Input", "TextArea", "Digits"), _TEXT),
    **dict.fromkeys(("echo", "secho", "confirm", "prompt"), _TEXT),
    "print": (ALL, ()),
}
WRITTEN = {"Shown": (range(1), ()), "say": (range(1), ("template",)), "from_markup": (range(1), ())}
"""Must be written by us, here or where it is declared a LiteralString."""
ASSIGNED_PARSED = frozenset({"border_title", "border_subtitle", "tooltip"})
ASSIGNED_PLAIN = frozenset({"title", "sub_title", "placeholder", "TITLE", "SUB_TITLE"})
OF_CLICK = frozenset({"echo", "secho", "confirm", "prompt"})
DOOR = "text.py"
"""The one file that may make shown text."""


class Offence(NamedTuple):
    """A sink that is given something nobody declared to be shown."""

    file: str
    line: int
    what: str


class Reader(ast.NodeVisitor):
    """Reads one file, and notes offences."""

    def __init__(self, house: House, file: str) -> None:
        self._house = house
        self._file = file
        self._kinds = Kinds(house, [{}])
        self._own: set[str] = set()
        self.offences: list[Offence] = []

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        # A value of ours may be called like a widget.
        if node.module and node.module.startswith("models"):
            self._own |= {each.asname or each.name for each in node.names}

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._inside(node, {"self": {node.name}})

    def visit_FunctionDef(self, node: Function) -> None:
        names = {name: {self._house.named(kind)} for name, kind in parameters(node).items()}
        if (rest := node.args.vararg) and rest.annotation:
            names[rest.arg] = {f"list[{self._house.named(rest.annotation)}]"}
        self._inside(node, names)

    visit_AsyncFunctionDef = visit_FunctionDef  # noqa: N815

    def visit_ListComp(self, node: Comprehension) -> None:
        self._inside(node, self._kinds.comprehended(node))

    visit_SetComp = visit_DictComp = visit_GeneratorExp = visit_ListComp  # noqa: N815

    def _inside(self, node: ast.AST, names: dict[str, set[str]]) -> None:
        self._kinds.scopes.append(names)
        self.generic_visit(node)
        self._kinds.scopes.pop()

    def visit_For(self, node: ast.For) -> None:
        self._kinds.loop(node.target, node.iter, self._kinds.scopes[-1])
        self.generic_visit(node)

    def visit_NamedExpr(self, node: ast.NamedExpr) -> None:
        self._kinds.bind(node.target, self._kinds.of(node.value), self._kinds.scopes[-1])
        self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if isinstance(node.target, ast.Name):
            self._kinds.scopes[-1][node.target.id] = {self._house.named(node.annotation)}
        if node.value:
            self._check_assignment(node.target, node.value)
        self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        for target in node.targets:
            self._kinds.bind(target, self._kinds.of(node.value), self._kinds.scopes[-1])
            self._check_assignment(target, node.value)
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        name = called(node)
        is_literal = "markup=False" in (f"{each.arg}={ast.unparse(each.value)}" for each in node.keywords)
        for table, allowed in (
            (PARSED, SHOWN if is_literal else OURS | BUILT),
            (PLAIN, SHOWN),
            ({} if self._file == DOOR else WRITTEN, frozenset({"literal", "LiteralString"})),
        ):
            if name in table and self._is_sink(node, name):
                for given in shown_arguments(node, *table[name]):
                    self._expect(given, allowed, name, parsed=table is PARSED and not is_literal)
        self.generic_visit(node)

    def _is_sink(self, node: ast.Call, name: str) -> bool:
        owner = ast.unparse(node.func.value) if isinstance(node.func, ast.Attribute) else ""
        return name not in self._own and not (name in OF_CLICK and owner not in ("", "click"))

    def _check_assignment(self, target: ast.expr, value: ast.expr) -> None:
        name = target.attr if isinstance(target, ast.Attribute) else ast.unparse(target)
        if isinstance(target, ast.Attribute) or name.isupper():
            if name in ASSIGNED_PARSED:
                self._expect(value, OURS | BUILT, name, parsed=True)
            elif name in ASSIGNED_PLAIN:
                self._expect(value, SHOWN, name, parsed=False)

    def _expect(self, given: ast.expr, allowed: frozenset[str], sink: str, *, parsed: bool) -> None:
        kind = self._kinds.of(given)
        if sink == "update" and kind.startswith(("dict[", "set[")):
            return  # of a dictionary, not of a widget
        if kind not in allowed or (parsed and "[" in written(given)):
            self.offences.append(Offence(self._file, given.lineno, f"{sink} is given {ast.unparse(given)}"))


def shown_arguments(node: ast.Call, positions: Iterable[int], keywords: Iterable[str]) -> Iterator[ast.expr]:
    """The arguments that a sink shows."""
    yield from (node.args[at] for at in positions if at < len(node.args))
    yield from (each.value for each in node.keywords if each.arg in keywords)


def written(given: ast.expr) -> str:
    """The literal text of an expression, but for what a call wraps."""
    if isinstance(given, ast.Call):
        return ""
    return "".join(str(part.value) for part in ast.walk(given) if isinstance(part, ast.Constant))


def offences_in(sources: dict[str, str]) -> list[Offence]:
    """Every sink in these files that is given a bare string."""
    trees = {file: ast.parse(source) for file, source in sources.items()}
    house = House(trees.values())
    found: list[Offence] = []
    for file, tree in trees.items():
        reader = Reader(house, file)
        reader.visit(tree)
        found += reader.offences
    return found


def sources_of(folder: Path) -> dict[str, str]:
    """The files of a package, by their path in it."""
    return {str(path.relative_to(folder)): path.read_text("utf-8") for path in sorted(folder.rglob("*.py"))}
