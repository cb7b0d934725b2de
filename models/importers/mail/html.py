"""An HTML mail as the text it shows: no scripts, nothing hidden, links as words, in one pass."""

from __future__ import annotations

import re
from html import unescape

MAX_ATTRIBUTES = 1_000

_TAG = re.compile(r"<(?:!--|(/?)([a-zA-Z][a-zA-Z0-9]{0,15}+)\b([^<>]*+)>|[!?/][^<>]*+>)")
_HREF = re.compile(r"\bhref\s*=\s*[\"']?\s*((?:https?://|mailto:)[^\s\"'<>]{1,300})", re.IGNORECASE)
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|(?:max-height|max-width|opacity)\s*:\s*0(?![.\d]*[1-9])|"
    r"font-size\s*:\s*[01](?:px|pt)?\s*(?:[;\"']|$)",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    r"\b(?:class|id)\s*=\s*[\"']?[^\"'<>]*\b(?:gmail_quote|gmail_signature|gmail_attr|moz-cite-prefix|moz-signature|yahoo_quoted|"
    r"protonmail_quote|divRplyFwdMsg|appendonsend)\b|\btype\s*=\s*[\"']?cite",
    re.IGNORECASE,
)
_VALUES = re.compile(r"\"[^\"]*+\"|'[^']*+'")
_IS_HIDDEN = re.compile(r"(?:^|\s)hidden(?:[\s=/]|$)", re.IGNORECASE)
_UNSEEN = frozenset(("script", "style", "head", "title", "template", "noscript", "svg", "select", "textarea"))
_VOID = frozenset(("br", "img", "hr", "input", "meta", "link", "wbr", "area", "col", "base", "source"))
_BLOCKS = frozenset(
    ("p", "div", "table", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "section", "article")
)
_LINES = frozenset(("br", "tr", "hr", "li", "dt", "dd", "address", "header", "footer"))
_ENDLESS = re.compile(r"&#[xX]?[0-9a-fA-F]{9,}+;?")  # Python refuses to make a number of so many digits
_BLANKS = re.compile(r"[^\S\n\xa0]+|\xa0+")
_EDGES = re.compile(r" ?\n ?")
_GAPS = re.compile(r"\n{3,}")


def as_text(page: str) -> str:
    """Return the words that a reader of the page would see, and where its links lead."""
    return _Page().read(page)


class _Page:
    """A page on its way to text."""

    def __init__(self) -> None:
        self._said: list[str] = []
        self._skipped = ""
        self._depth = 0
        self._link = ""
        self._link_begins = 0

    def read(self, page: str) -> str:
        at = 0
        while found := _TAG.search(page, at):
            self._say(page[at : found.start()])
            at = found.end()
            if found[0] == "<!--":
                closed = page.find("-->", at)
                at = closed + 3 if closed >= 0 else len(page)
            elif found[2]:
                self._tag(found[2].lower(), found[3], closes=bool(found[1]))
        self._say(page[at:])
        text = _EDGES.sub("\n", _BLANKS.sub(" ", "".join(self._said)))
        return _GAPS.sub("\n\n", text).strip()

    def _say(self, raw: str) -> None:
        if not self._skipped and raw:
            self._said.append(_unescaped(raw.replace("\n", " ").replace("\r", " ")))

    def _tag(self, name: str, attributes: str, *, closes: bool) -> None:
        if self._skipped:
            if name == self._skipped:
                self._depth += -1 if closes else 1
                self._skipped = name if self._depth else ""
            return
        if not closes and name not in _VOID and self._is_left_out(name, attributes):
            self._skipped, self._depth = name, 1
        elif name in _BLOCKS:
            self._said.append("\n\n" if closes or name not in ("div", "table") else "\n")
        elif name in _LINES:
            self._said.append("\n- " if name == "li" and not closes else "\n" if name != "li" else "")
        elif name == "a":
            self._anchor(attributes, closes=closes)
        elif name in ("td", "th"):
            self._said.append(" ")

    def _is_left_out(self, name: str, attributes: str) -> bool:
        said = attributes[:MAX_ATTRIBUTES]
        return name in _UNSEEN or bool(
            said and (_HIDDEN.search(said) or _QUOTED.search(said) or _IS_HIDDEN.search(_VALUES.sub("", said)))
        )

    def _anchor(self, attributes: str, *, closes: bool) -> None:
        if closes and self._link:
            shown = "".join(self._said[self._link_begins :])
            target = self._link.removeprefix("mailto:")
            if target.rstrip("/") not in shown:
                self._said.append(f" <{target}>")
        found = None if closes else _HREF.search(attributes[:MAX_ATTRIBUTES])
        self._link, self._link_begins = (_unescaped(found[1]) if found else ""), len(self._said)


def _unescaped(text: str) -> str:
    return unescape(_ENDLESS.sub("", text)) if "&" in text else text
