"""vCards 2.1, 3.0 and 4.0, one or many in a file, as drafts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ...text.folding import squeeze
from ..archive import Member
from ..records import ContactRecord, RowProblem
from . import cell_values as read
from .vcard_lexer import RawCard, is_vcard, name_of, raw_cards

__all__ = ["cards", "is_vcard"]

# What is handed to the parser; all else stays in the raw lines.
_READ = frozenset(
    (
        "VERSION",
        "N",
        "FN",
        "NICKNAME",
        "ORG",
        "TITLE",
        "ROLE",
        "EMAIL",
        "TEL",
        "URL",
        "ADR",
        "BDAY",
        "NOTE",
        "CATEGORIES",
        "KIND",
        "SOCIALPROFILE",
        "X-SOCIALPROFILE",
        "X-LINKEDIN",
        "X-LINKEDIN-URL",
        "X-MAIDENNAME",
        "X-ABSHOWAS",
        "X-ADDRESSBOOKSERVER-KIND",
    )
)
_LINKED = ("X-LINKEDIN", "X-LINKEDIN-URL", "X-SOCIALPROFILE", "SOCIALPROFILE", "URL")


@dataclass(slots=True)
class _Property:
    """A property as the parser gives it: its parts, and its parameters' words in capitals."""

    parts: tuple[str, ...]
    types: frozenset[str]
    user: str = ""


@dataclass(slots=True)
class _Card:
    properties: dict[str, list[_Property]] = field(default_factory=dict)

    def all(self, *names: str) -> list[_Property]:
        """Return every property of these names, those of the first name first."""
        return [found for name in names for found in self.properties.get(name, ())]

    def text(self, *names: str) -> str:
        """Return the first of them that says anything."""
        return next((text for found in self.all(*names) if (text := found.parts[0].strip())), "")

    def parts(self, name: str, count: int) -> list[str]:
        """Return the first structured value of the name that is not empty, in so many parts."""
        filled = next((found.parts for found in self.all(name) if any(part.strip() for part in found.parts)), ())
        return [squeeze(part) for part in (*filled, *[""] * count)[:count]]


def cards(member: Member) -> Iterator[ContactRecord | RowProblem]:
    """Yield every person of the file; groups, companies and broken cards come as problems."""
    for raw in raw_cards(member):
        draft = _draft(raw, member.base)
        if isinstance(draft, ContactRecord):
            yield from (RowProblem(member.base, line, why, lost=False) for line, why in raw.faults)
        yield draft


def _draft(raw: RawCard, file: str) -> ContactRecord | RowProblem:
    from vobject.base import VObjectError  # type: ignore[import-untyped]

    try:
        card = _parsed(raw.lines)
    except (VObjectError, ValueError) as error:
        return RowProblem(file, raw.row, f"the card cannot be read ({type(error).__name__})")
    if why := _is_nobody(card):
        return RowProblem(file, raw.row, why)
    draft = _person(card, raw)
    if draft.name or draft.emails or draft.phones or draft.links:
        return draft
    return RowProblem(file, raw.row, raw.faults[0][1] if raw.faults else "it names nobody")


def _parsed(lines: Iterable[str]) -> _Card:
    """Return the card through the parser, line by line: its own way over whole cards takes four times as long."""
    from vobject.base import parseLine  # 40 ms, and only vCards need it

    card = _Card()
    for line in lines:
        if name_of(line) in _READ:
            name, parameters, value, _ = parseLine(line)
            words = [word for parameter in parameters for word in ",".join(parameter).split(",")]
            user = next((given for key, *given in parameters if key.upper() == "X-USER"), [""])[0]
            found = _Property(_parts(name.upper(), value), frozenset(map(str.upper, words)), user)
            card.properties.setdefault(name.upper(), []).append(found)
    return card


def _parts(name: str, value: str) -> tuple[str, ...]:
    """Return a value unescaped: of a structured one the parts in the order of the standard, lists with their commas put back."""
    from vobject.icalendar import stringToTextValues  # type: ignore[import-untyped]
    from vobject.vcard import splitFields  # type: ignore[import-untyped]

    if name not in ("N", "ADR", "ORG"):
        return (stringToTextValues(value)[0],)
    return tuple(part if isinstance(part, str) else _joined(part) for part in splitFields(value))


def _joined(part: Iterable[str]) -> str:
    return ", ".join(piece.strip() for piece in part if piece.strip())


def _is_nobody(card: _Card) -> str:
    kind = card.text("KIND", "X-ADDRESSBOOKSERVER-KIND").lower()
    if kind == "group":
        return "it is a group of contacts, not a person"
    if kind in ("org", "location", "device", "application") or card.text("X-ABSHOWAS").upper() == "COMPANY":
        return "it is no person"
    return ""


def _person(card: _Card, raw: RawCard) -> ContactRecord:
    family, given, additional, _, suffix = map(read.as_name, card.parts("N", 5))
    together = (
        squeeze(" ".join((given, additional.replace(",", ""), family, suffix.replace(",", ""))))
        if given or family
        else ""
    )
    _, _, street, city, region, postcode, country = card.parts("ADR", 7)
    every = "\n".join
    addresses = read.emails(every(found.parts[0] for found in card.all("EMAIL", "FN")))
    numbers = (read.phones(found.parts[0]) for found in card.all("TEL") if _is_voice(found))
    return ContactRecord(
        raw.row,
        tuple(raw.lines),
        read.as_name(card.text("FN")) or together,
        given,
        family,
        nickname=card.text("NICKNAME").split(",")[0].strip(),
        maiden=card.text("X-MAIDENNAME"),
        company=card.parts("ORG", 1)[0],
        title=card.text("TITLE", "ROLE"),
        emails=read.without_repeats(addresses),
        phones=read.without_repeats((number for found in numbers for number in found), read.digits),
        links=read.profiles_first(link for found in card.all(*_LINKED) for link in _links(found)),
        street=street,
        city=city,
        region=region,
        postcode=postcode,
        country=country,
        birthday=read.birthday(card.text("BDAY")),
        note=every(found.parts[0].strip() for found in card.all("NOTE")).strip(),
        tags=read.without_repeats(tag for found in card.all("CATEGORIES") for tag in read.labels(found.parts[0])),
    )


def _is_voice(found: _Property) -> bool:
    return not found.types & {"FAX", "PAGER", "TLX"} or bool(found.types & {"CELL", "VOICE"})


def _links(found: _Property) -> tuple[str, ...]:
    """Return the links of a property; a LinkedIn profile that is given only as a user name too."""
    links = read.links(found.parts[0])
    if not links and "LINKEDIN" in found.types and (user := found.user or found.parts[0].strip()):
        return (f"https://www.linkedin.com/in/{user.rpartition(':')[2].strip('/')}",)
    return links
