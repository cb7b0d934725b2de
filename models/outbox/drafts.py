"""Drafts from templates: only facts on record go in, and a missing one leaves a visible gap."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from .kinds import Kind

_SLOT = re.compile(r"\{(\w+)\}")


def draft(kind: Kind, facts: Mapping[str, str]) -> str:
    """The draft for an errand; empty for kinds that write nothing. A fact not on record shows as `[…]`."""
    template = _template(kind)
    return _SLOT.sub(lambda slot: facts.get(slot[1]) or f"[{slot[1].replace('_', ' ')}]", template).strip()


@cache
def _template(kind: Kind) -> str:
    file = files("models.outbox").joinpath("replies", f"{kind.value}.txt")
    return file.read_text(encoding="utf-8") if file.is_file() else ""
