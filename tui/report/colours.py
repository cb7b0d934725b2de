"""The colours of the page in a browser, light and dark; a test computes their contrasts."""

from __future__ import annotations

from collections.abc import Mapping

LIGHT: Mapping[str, str] = {
    "ground": "#fdfdfb",
    "text": "#1a1c1e",
    "dim": "#55595e",
    "bar": "#5b8fc7",
    "whisker": "#111315",
    "limit": "#9a3b00",
    "edge": "#8a8f94",
    "link": "#0b57a4",
}
DARK: Mapping[str, str] = {
    "ground": "#16181b",
    "text": "#ebe9e5",
    "dim": "#b3b0ab",
    "bar": "#5b8fc7",
    "whisker": "#ffffff",
    "limit": "#ffb27a",
    "edge": "#7f858b",
    "link": "#8fc1ff",
}


def variables(colours: Mapping[str, str]) -> str:
    """As the style sheet names them."""
    return " ".join(f"--{name}: {colour};" for name, colour in colours.items())
