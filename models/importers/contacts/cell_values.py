"""One cell of an unknown table as a value: addresses, numbers, links, days, and whether someone came."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from enum import StrEnum

from ...text.folding import fold_accents, slug_of, squeeze
from .. import date_formats


class Attendance(StrEnum):
    """What an event's list says about someone's place."""

    ATTENDING = "attending"
    NOT_ATTENDING = "not attending"
    DECLINED = "declined"
    REFUNDED = "refunded"
    CANCELLED = "cancelled"
    PENDING = "pending"
    WAITLIST = "waitlist"


_ATTENDANCE = {
    word: attendance
    for attendance, words in {
        Attendance.ATTENDING: "attending|attended|approved|accepted|going|yes|registered|confirmed|complete|completed|paid|valid|active|ok|"
        "checked in|present|ja|oui|si|sim|angemeldet|zugesagt|bestatigt|bezahlt|inscrit|inscrite|confirme|confirmee|confirmado|confirmada",
        Attendance.NOT_ATTENDING: "not attending|not going|did not attend|no show|noshow|absent|no|nein|non|nao|abwesend|nicht erschienen",
        Attendance.DECLINED: "declined|rejected|denied|abgelehnt|abgesagt|refuse|refusee|rechazado|rechazada|recusado",
        Attendance.REFUNDED: "refunded|refund|partially refunded|erstattet|rembourse|remboursee|reembolsado",
        Attendance.CANCELLED: "cancelled|canceled|void|voided|deleted|storniert|annule|annulee|cancelado|cancelada|annullato",
        Attendance.PENDING: "pending|pending approval|unpaid|invited|maybe|awaiting|ausstehend|eingeladen|en attente|pendiente|pendente",
        Attendance.WAITLIST: "waitlist|waitlisted|waiting list|on waitlist|warteliste|liste d'attente|lista de espera",
    }.items()
    for word in words.split("|")
}
_YES = re.compile(
    r"(?:yes|y|ja|jo|jep|oui|si|sim|tak|da|да|evet|kylla|true|wahr|vrai|vero|verdadero|1|x|✓|✔|✅|☑|はい|是|已签到|checked in|checkedin|"
    r"attended|present|here|arrived|scanned|eingecheckt|anwesend|erschienen|presente?|arrive|incheckad|narvarande)[.!]?"
)
_LONGEST_MOMENT = 60
_MOMENT = re.compile(
    r"\d{1,2}:\d{2}|\d{4}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2}|\d{1,2} [^\W\d_]{3,} \d{2}|[^\W\d_]{3,} \d{1,2},? \d{2}"
)
_AROUND = re.compile(r"[\s<>()\[\],;:\"'|]+")
_NUMBERS = re.compile(r" ::: |[\n\r;,]| / |\bor\b")
_NUMBER_LABEL = re.compile(r"^[^\d+(]*")
_EXTENSION = re.compile(r";(?:ext|extension)=", re.IGNORECASE)
_LINKS = re.compile(r" ::: |[\s,;<>\"]+")
_SITE = re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)+/\S*|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}", re.IGNORECASE)
_SHORT_LINK = re.compile(r"/?in/[^/\s]+/?", re.IGNORECASE)
_LABELS = re.compile(r" ::: |[\n\r;]")
_EVERYBODY = frozenset(("mycontacts", "my contacts", "other contacts", "starred", "all contacts"))
_YEARLESS = re.compile(r"--(\d{2})-?(\d{2})")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T.*)?")
_MONTH_DAY = re.compile(r"([^\W\d_]{3,10})\.? (\d{1,2})")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{2}|\d{4})(?!\d)")
_SHORT_YEAR = re.compile(r"[./-]\d{2}(?!\d)")
_ZONED = re.compile(r"(?:UTC|Z|GMT|[+-]\d{2}:?\d{2})$", re.IGNORECASE)


def emails(cell: str) -> tuple[str, ...]:
    """Return the addresses in a cell, without `mailto:`, names and angle brackets."""
    return tuple(filter(_is_email, _AROUND.split(cell))) if "@" in cell else ()


def without_emails(cell: str) -> str:
    """Return what a cell says beside an address: `Nea Nord` of `Nea Nord <nea@x.example>`, nothing of a bare address."""
    if not emails(cell):
        return squeeze(cell)
    words = cell.replace("<", " <").split()
    return " ".join(word for word in words if not emails(word)).strip(" ,;\"'")


def as_name(cell: str) -> str:
    """Return a cell as a name, spelt as it is: nothing when it holds only an address, a number or the mark for nothing."""
    name = without_emails(cell)
    return name if any(letter.isalpha() or letter > "\x7f" for letter in name) else ""


def _is_email(word: str) -> bool:
    local, at, domain = word.rpartition("@")
    return bool(at and local and "@" not in local and "." in domain.strip("."))


def phones(cell: str) -> tuple[str, ...]:
    """Return the numbers in a cell, without labels; the same number in two spellings once."""
    numbers = (_NUMBER_LABEL.sub("", part).strip() for part in _NUMBERS.split(_EXTENSION.sub(" x", cell)))
    return without_repeats((number for number in numbers if len(digits(number)) >= 5), digits)


def digits(number: str) -> str:
    """Return a number's digits, as numbers are compared."""
    return re.sub(r"\D", "", number).removeprefix("00")


def links(cell: str) -> tuple[str, ...]:
    """Return the links in a cell; `in/nea-nord` is one on LinkedIn."""
    found = []
    for part in _LINKS.split(cell.replace("\\:", ":")):
        if _SHORT_LINK.fullmatch(part):
            found.append(f"https://www.linkedin.com/{part.strip('/')}")
        elif part and "@" not in part and (_SITE.fullmatch(part) or slug_of(part)):
            found.append(part)
    return tuple(found)


def profiles_first(found: Iterable[str]) -> tuple[str, ...]:
    """Links without repetition, profiles on LinkedIn before all others."""
    return tuple(
        sorted(
            without_repeats(found, lambda link: slug_of(link) or link.casefold()),
            key=lambda link: slug_of(link) is None,
        )
    )


def labels(cell: str) -> tuple[str, ...]:
    """Tags and groups, without the marks and groups that every Google contact has."""
    parts = _LABELS.split(cell) if _LABELS.search(cell) else cell.split(",")
    plain = (part.strip().removeprefix("*").strip() for part in parts)
    return tuple(part for part in plain if part and fold_accents(part) not in _EVERYBODY)


def without_repeats(values: Iterable[str], key: Callable[[str], str] = str.casefold) -> tuple[str, ...]:
    """Return the values in order, each once, however it is spelt."""
    first: dict[str, str] = {}
    for value in values:
        first.setdefault(key(value), value)
    return tuple(first.values())


def has_come(cell: str) -> bool:
    """Return whether a check-in cell, or a status, says that someone was there: by a yes, or by a time."""
    return _YES.fullmatch(fold_accents(cell)) is not None or is_moment(cell)


def is_moment(cell: str) -> bool:
    """Return whether a cell holds a day or a time, in any spelling."""
    return len(cell) < _LONGEST_MOMENT and _MOMENT.search(cell) is not None


def attendance(cell: str) -> str:
    """Return the cell's `Attendance`, else its own words in lower case."""
    plain = fold_accents(cell).replace("_", " ").replace("-", " ")
    return _ATTENDANCE.get(plain, plain)


def birthday(cell: str, *, day_first: bool = False) -> str:
    """`YYYY-MM-DD` or `--MM-DD`; nothing for what is no day."""
    text = cell.strip()
    if yearless := _YEARLESS.match(text):
        return _yearless(int(yearless[1]), int(yearless[2]))
    if compact := _COMPACT.fullmatch(text):
        text = "-".join(compact.groups())
    found = date_formats.maybe_day(_dotted(text, day_first=day_first))
    if found is None:
        named = _MONTH_DAY.fullmatch(text)
        found = date_formats.maybe_day(f"{named[1]} {named[2]}, 1604") if named else None
    if found is None:
        return ""
    if found.year == 1604:  # how Apple spells a birthday without its year
        return _yearless(found.month, found.day)
    if found.year > 2015 and _SHORT_YEAR.search(text):  # nobody in an address book was born last year
        found = _century_before(found)
    return found.isoformat()


def _yearless(month: int, number: int) -> str:
    try:
        return f"--{date(2000, month, number):%m-%d}"
    except ValueError:
        return ""


def _century_before(found: date) -> date:
    return found.replace(year=found.year - 100, day=min(found.day, 28) if found.month == 2 else found.day)


def day(cell: str, *, day_first: bool = False) -> str:
    """`YYYY-MM-DD`, else the cell as it is."""
    found = date_formats.maybe_day(_dotted(cell.strip(), day_first=day_first))
    return found.isoformat() if found else squeeze(cell)


def moment(cell: str, *, day_first: bool = False, utc: bool = False) -> str:
    """`YYYY-MM-DDTHH:MM:SS`, with `Z` where the cell or its file (`utc`) says so; else the cell as it is."""
    text = squeeze(cell)
    if len(text) > _LONGEST_MOMENT:
        return text
    try:
        exact = datetime.fromisoformat(text)
        zoned = exact.astimezone(UTC) if exact.tzinfo else exact
    except (ValueError, OverflowError):
        try:
            zoned = datetime.fromtimestamp(date_formats.utc(_dotted(text, day_first=day_first)), UTC)
        except (ValueError, OverflowError, OSError):
            return text
    says_utc = utc or bool(_ZONED.search(text) and zoned.tzinfo)
    return f"{zoned.replace(tzinfo=None):%Y-%m-%dT%H:%M:%S}{'Z' if says_utc else ''}"


def is_day_first(cell: str) -> bool:
    """Return whether a date with slashes can only begin with the day."""
    found = _SLASHED.match(cell.strip())
    return bool(found and int(found[1]) > 12)


def _dotted(text: str, *, day_first: bool) -> str:
    """Return a date whose day comes first, spelt so that it is read that way."""
    return _SLASHED.sub(r"\1.\2.\3", text, count=1) if day_first else text
