"""E-mail addresses, phone numbers, dates, streets and profile links in one spelling each."""

from __future__ import annotations

import re

from .dates import month_number
from .email_domains import company_domain
from .folding import listed, transliterate, words

_DIGITS = re.compile(r"\D+")
_LINK = re.compile(r"^(?:https?://)?(?:www\.|[a-z]{2,3}\.(?=linkedin\.))?", re.I)
_STREET_WORDS = dict(
    pair.split("=")
    for pair in listed("""
    st=street | str=street | strasse=street | ave=avenue | av=avenue | rd=road | dr=drive | ln=lane | ct=court
    | cir=circle | blvd=boulevard | pl=place | pkwy=parkway | hwy=highway | ter=terrace | sq=square
    | cres=crescent
    | n=north | s=south | e=east | w=west | ne=northeast | nw=northwest | se=southeast | sw=southwest
""")
)


def email_parts(raw: str) -> tuple[str, str, str]:
    """Return an address without its +tag, its user without dots (ana.k is anak), and the domain of a company."""
    user, _, domain = raw.strip().lower().rpartition("@")
    user = user.partition("+")[0]
    if not (user and domain):
        return "", "", ""
    return f"{user}@{domain}", user.replace(".", "").replace("_", "").replace("-", ""), company_domain(domain)


def phone_number(raw: str) -> str:
    """Return the last nine digits of a number, which survive every way of writing the country code."""
    digits = _DIGITS.sub("", raw)
    return digits[-9:] if len(digits) >= 6 else ""


def profile_link(raw: str) -> str:
    """Return a profile address without protocol, www, query and closing slash."""
    link = _LINK.sub("", raw.strip()).split("?")[0].split("#")[0].rstrip("/")
    return link.lower()


def profile_parts(raw: str) -> tuple[str, str]:
    """Return a profile address as it is compared, and whose site it is on."""
    link = profile_link(raw)
    return link, link.partition("/")[0]


def date_digits(raw: str) -> str:
    """Return a date as eight digits, year first; of 03/04/1990 the month is first, as exports write it."""
    parts = re.findall(r"\d+|[^\W\d_]+", raw.lower())
    numbers = [f"{number:02d}" if (number := _month(part)) else part for part in parts]
    numbers = [part for part in numbers if part.isdigit()]
    if len(numbers) < 3:
        return "".join(numbers)
    if len(numbers[0]) == 4:
        year, month, day = numbers[:3]
    else:
        month, day, year = numbers[:3]
        if int(month) > 12 or "." in raw or (parts[1:] and _month(parts[1])):
            month, day = day, month
    return f"{year:0>4}{month:0>2}{day:0>2}"


def _month(word: str) -> int | None:
    return month_number(word) or month_number(word[:3])


def street_name(raw: str) -> str:
    """Return a street in full words, without its number."""
    tokens = [t for t in words(transliterate(raw).replace("ß", "ss")) if not t.isdigit()]
    return " ".join(_STREET_WORDS.get(t, t) for t in tokens)


def house_number(raw: str) -> str:
    """Return the first number in an address line."""
    found = re.search(r"\d+", raw)
    return found.group().lstrip("0") if found else ""
