"""What should hold after a program of operations: a model of plain values, and what each operation did to them."""

from __future__ import annotations

from dataclasses import dataclass, field

Key = tuple[object, ...]
Effects = dict[Key, tuple[object, object]]


@dataclass
class Op:
    """An operation as the model remembers it: each thing it changed, from what to what; whose work it builds on."""

    effects: Effects
    needs: frozenset[int] = frozenset()
    is_undone: bool = False


@dataclass
class Model:
    """What should hold: plain values, and for each operation what it did to them."""

    held: dict[Key, object] = field(default_factory=dict)
    ops: dict[int, Op] = field(default_factory=dict)
    made_by: dict[Key, int] = field(default_factory=dict)
    """Which operation captured this person or this request."""

    def keep(self, number: int, effects: Effects, needs: frozenset[int] = frozenset()) -> None:
        self.ops[number] = Op(effects, needs)
        self.held.update((key, after) for key, (_, after) in effects.items())

    def may_undo(self, number: int) -> bool:
        op = self.ops.get(number)
        if op is None or op.is_undone or self._is_carried_out(op):
            return False
        alive = (other for other in self.ops.values() if not other.is_undone)
        return not any(number in other.needs for other in alive) and all(
            self.held.get(key) == after for key, (_, after) in op.effects.items()
        )

    def may_redo(self, number: int) -> bool:
        op = self.ops.get(number)
        return (
            op is not None
            and op.is_undone
            and not any(self.ops[need].is_undone for need in op.needs)
            and all(self.held.get(key) == before for key, (before, _) in op.effects.items())
        )

    def reverse(self, number: int) -> None:
        op = self.ops[number]
        for key, (before, after) in op.effects.items():
            self.held[key] = after if op.is_undone else before
        op.is_undone = not op.is_undone

    def _is_carried_out(self, op: Op) -> bool:
        errands = (key for key, (before, _) in op.effects.items() if key[0] == "errand" and before is None)
        return any(isinstance(held := self.held.get(key), tuple) and held[0] == "done" for key in errands)
