"""What the annotations of a package say its expressions are; mypy makes sure that they say the truth.

No values are known and no call is followed beyond its annotation. What is not understood is `unknown`.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable

OURS = frozenset({"literal", "LiteralString", "value", "int", "float", "bool", "None"})
"""Written by us, or a number."""
BUILT = frozenset({"Content", "Text", "Strip", "Segment", "Span", "Line"})
"""Made of shown text, and never parsed again."""
SHOWN = OURS | BUILT | {"Shown"}
UNKNOWN = "unknown"

_CONTAINERS = frozenset({"list", "tuple", "set", "Sequence", "Iterable", "Iterator", "Collection", "ClassVar"})
_SAME_TEXT = frozenset({"lower", "upper", "capitalize", "strip"})

Names = dict[str, set[str]]
Function = ast.FunctionDef | ast.AsyncFunctionDef
Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp


def merged(kinds: Iterable[str]) -> str:
    """What an expression is that may be any of these."""
    kinds = set(kinds)
    if len(kinds) == 1:
        return next(iter(kinds))
    if kinds <= OURS:
        return "literal"
    return "Shown" if kinds and kinds <= SHOWN else UNKNOWN


def called(node: ast.Call) -> str:
    """The last name of what is called."""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def parameters(node: Function) -> dict[str, ast.expr]:
    """The annotated parameters of a function."""
    every = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    return {each.arg: each.annotation for each in every if each.annotation}


class House:
    """What all files of a package declare."""

    def __init__(self, trees: Iterable[ast.Module]) -> None:
        self.aliases: dict[str, ast.expr] = {}
        self.members: dict[tuple[str, str], set[str]] = defaultdict(set)
        self.returns: dict[str, set[str]] = defaultdict(set)
        trees = list(trees)
        for node in (node for tree in trees for node in tree.body):
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Subscript):
                self.aliases[ast.unparse(node.targets[0])] = node.value
        for node in (node for tree in trees for node in ast.walk(tree)):
            if isinstance(node, Function) and node.returns:
                self.returns[node.name].add(self.named(node.returns))
        for owner in (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)):
            self._learn(owner)

    def _learn(self, owner: ast.ClassDef) -> None:
        for part in ast.walk(owner):
            if isinstance(part, ast.AnnAssign):
                name = ast.unparse(part.target).removeprefix("self.")
                self._member(owner.name, name, self.named(part.annotation))
            if isinstance(part, Function):
                if part.returns:
                    self._member(owner.name, part.name, self.named(part.returns))
                self._learn_attributes(owner, part)

    def _learn_attributes(self, owner: ast.ClassDef, method: Function) -> None:
        """An attribute is what its assignments in methods are given."""
        kinds = Kinds(self, [{name: {self.named(kind)} for name, kind in parameters(method).items()}])
        for part in ast.walk(method):
            for target in part.targets if isinstance(part, ast.Assign) else ():
                if isinstance(target, ast.Attribute) and ast.unparse(target.value) == "self":
                    self._member(owner.name, target.attr, kinds.of(part.value))

    def _member(self, owner: str, name: str, kind: str) -> None:
        for key in ((owner, name), ("", name)):
            self.members[key].add(kind)

    def named(self, annotation: ast.expr) -> str:
        """An annotation as text; that something may be absent is mypy's affair."""
        if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
            return self.named(ast.parse(annotation.value, mode="eval").body)
        if isinstance(annotation, ast.BinOp):
            return merged({self.named(annotation.left), self.named(annotation.right)} - {"None"})
        return ast.unparse(annotation)

    def parts(self, kind: str) -> tuple[str, list[str]]:
        """A container's name, and what it is declared to hold."""
        annotation = self.aliases.get(kind) or ast.parse(kind, mode="eval").body
        if not isinstance(annotation, ast.Subscript):
            return kind, []
        inner = annotation.slice.elts if isinstance(annotation.slice, ast.Tuple) else [annotation.slice]
        held = [self.named(each) for each in inner if ast.unparse(each) != "..."]
        return ast.unparse(annotation.value), held

    def element(self, kind: str) -> str:
        """What one takes out of a container."""
        name, inner = self.parts(kind)
        if kind == "literal":
            return kind
        if name in ("dict", "Mapping"):
            return inner[-1]
        return merged(inner) if name in _CONTAINERS else UNKNOWN


class Kinds:
    """What expressions are, where these names are known."""

    def __init__(self, house: House, scopes: list[Names]) -> None:
        self._house = house
        self.scopes = scopes

    def of(self, node: ast.expr | None) -> str:
        """The declared type, or `literal` for what we wrote ourselves."""
        method = getattr(self, f"_{type(node).__name__.lower()}", None)
        return method(node) if method else UNKNOWN

    def bind(self, target: ast.expr, kind: str, names: Names) -> None:
        """Let names be of this kind; a row of names takes a container apart."""
        if isinstance(target, ast.Name):
            names.setdefault(target.id, set()).add(kind)
        elif isinstance(target, ast.Starred):
            self.bind(target.value, f"list[{kind}]", names)
        elif isinstance(target, ast.Tuple | ast.List):
            name, inner = self._house.parts(kind)
            if name != "tuple" or len(inner) != len(target.elts):
                inner = [self._house.element(kind)] * len(target.elts)
            for part, own in zip(target.elts, inner, strict=True):
                self.bind(part, own, names)

    def loop(self, target: ast.expr, over: ast.expr, names: Names) -> None:
        """Let names be what a loop takes one by one."""
        self.bind(target, self._taken(over), names)

    def comprehended(self, node: Comprehension) -> Names:
        """The names inside a comprehension."""
        names: Names = {}
        self.scopes.append(names)
        for part in node.generators:
            self.loop(part.target, part.iter, names)
        self.scopes.pop()
        return names

    def _taken(self, over: ast.expr) -> str:
        if not isinstance(over, ast.Call):
            return self._house.element(self.of(over))
        name = called(over)
        if name in ("enumerate", "zip"):
            taken = [self._taken(each) for each in over.args]
            return f"tuple[{', '.join(['int', *taken] if name == 'enumerate' else taken)}]"
        if name in ("items", "values", "keys") and isinstance(over.func, ast.Attribute):
            inner = self._house.parts(self.of(over.func.value))[1] or [UNKNOWN] * 2
            return {"items": f"tuple[{', '.join(inner)}]", "keys": inner[0], "values": inner[-1]}[name]
        return self._house.element(self.of(over))

    def _constant(self, node: ast.Constant) -> str:
        return "literal" if isinstance(node.value, str) else "value"

    def _name(self, node: ast.Name) -> str:
        return next((merged(scope[node.id]) for scope in reversed(self.scopes) if node.id in scope), UNKNOWN)

    def _attribute(self, node: ast.Attribute) -> str:
        members, name = self._house.members, node.attr
        return merged(members.get((self.of(node.value), name)) or members.get(("", name)) or {UNKNOWN})

    def _call(self, node: ast.Call) -> str:
        name, house = called(node), self._house
        if name in BUILT or name in ("Shown", "len"):
            return "value" if name == "len" else name
        if not isinstance(node.func, ast.Attribute):
            return merged(house.returns.get(name) or {UNKNOWN})
        receiver = self.of(node.func.value)
        if receiver == "literal":
            given = {house.element(self.of(each)) for each in node.args} if name == "join" else set()
            return merged(given | {"literal"}) if name in _SAME_TEXT | {"join"} else UNKNOWN
        if name == "from_markup" and ast.unparse(node.func.value) in BUILT:
            return "Content"
        return merged(house.members.get((receiver, name)) or house.returns.get(name) or {UNKNOWN})

    def _joinedstr(self, node: ast.JoinedStr) -> str:
        parts = (part.value if isinstance(part, ast.FormattedValue) else part for part in node.values)
        return merged({"literal", *map(self.of, parts)})

    def _ifexp(self, node: ast.IfExp) -> str:
        return merged({self.of(node.body), self.of(node.orelse)})

    def _boolop(self, node: ast.BoolOp) -> str:
        return merged(map(self.of, node.values))

    def _binop(self, node: ast.BinOp) -> str:
        return merged({self.of(node.left), self.of(node.right)}) if isinstance(node.op, ast.Add) else UNKNOWN

    def _namedexpr(self, node: ast.NamedExpr) -> str:
        return self.of(node.value)

    def _starred(self, node: ast.Starred) -> str:
        return self._house.element(self.of(node.value))

    def _subscript(self, node: ast.Subscript) -> str:
        kind = self.of(node.value)
        return kind if isinstance(node.slice, ast.Slice) and kind != "Shown" else self._house.element(kind)

    def _dict(self, node: ast.Dict) -> str:
        keys, values = ({self.of(each) for each in row} or {"value"} for row in (node.keys, node.values))
        return f"dict[{merged(keys)}, {merged(values)}]"

    def _list(self, node: ast.List | ast.Tuple) -> str:
        kinds = {self.of(part) for part in node.elts}
        return "literal" if kinds <= OURS else f"list[{merged(kinds)}]"

    _tuple = _list

    def _listcomp(self, node: ast.ListComp | ast.GeneratorExp) -> str:
        self.scopes.append(self.comprehended(node))
        kind = self.of(node.elt)
        self.scopes.pop()
        return f"list[{kind}]"

    _generatorexp = _listcomp
