"""E-mail addresses, phone numbers, dates, streets and profile links in one spelling each."""

from __future__ import annotations

import re

from models.matching.spelling import fold, words

FREE_MAIL = frozenset(
    "gmail googlemail hotmail outlook live msn yahoo ymail rocketmail aol icloud me mac protonmail proton pm gmx web freenet t-online "
    "mail email inbox yandex ya rambler bk list qq 163 126 sina foxmail naver daum hanmail libero virgilio tiscali alice orange "
    "wanadoo free laposte sfr neuf wp o2 onet interia op seznam centrum ukr zoho fastmail tutanota hey comcast verizon sbcglobal att "
    "bellsouth cox charter btinternet sky talktalk virginmedia ntlworld blueyonder bigpond optusnet shaw rogers sympatico uol bol "
    "terra ig rediffmail telefonica ziggo kpnmail planet hetnet home xs4all telia bluewin sunrise hispeed chello aon example".split()
)
_SECOND_LEVEL = frozenset("co com ac org net gov edu or ne go".split())
_DIGITS = re.compile(r"\D+")
_LINK = re.compile(r"^(?:https?://)?(?:[a-z]{2,3}\.)?(?:www\.)?", re.I)
_MONTHS = {m: i + 1 for i, m in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split())}


def email_address(raw: str) -> str:
    """The address in lower case without a +tag; nothing when it is no address."""
    user, at, domain = raw.strip().lower().rpartition("@")
    return f"{user.partition('+')[0]}@{domain}" if at and user and domain else ""


def email_parts(raw: str) -> tuple[str, str, str]:
    """Address, user and company domain."""
    address = email_address(raw)
    return address, email_user(address), email_domain(address)


def email_user(address: str) -> str:
    """What stands before the @, without dots, so that ana.k and anak are one."""
    return address.partition("@")[0].translate(_DOTS)


_DOTS = str.maketrans("", "", "._-")


def email_domain(address: str) -> str:
    """The domain of a company's address; nothing for free-mail, which says nothing about where one works."""
    domain = address.partition("@")[2]
    name = domain_name(domain)
    return "" if name in FREE_MAIL else domain


def domain_name(domain: str) -> str:
    """The part of a domain that names its owner: acme of mail.acme.co.uk."""
    labels = [part for part in domain.split(".") if part]
    if len(labels) > 2 and labels[-2] in _SECOND_LEVEL:
        labels.pop()
    return labels[-2] if len(labels) > 1 else "".join(labels)


def phone_number(raw: str) -> str:
    """The last nine digits of a number, which survive every way of writing the country code."""
    digits = _DIGITS.sub("", raw)
    return digits[-9:] if len(digits) >= 6 else ""


def profile_link(raw: str) -> str:
    """A profile address without protocol, www, query and closing slash."""
    link = _LINK.sub("", raw.strip()).split("?")[0].split("#")[0].rstrip("/")
    return link.lower()


def date_digits(raw: str) -> str:
    """A date as eight digits, year first; a bare number of eight digits is taken as it stands."""
    text = raw.strip().lower()
    parts = re.findall(r"\d+|[a-z]+", text)
    parts = [f"{_MONTHS[p[:3]]:02d}" if p[:3] in _MONTHS else p for p in parts]
    numbers = [p for p in parts if p.isdigit()]
    if len(numbers) >= 3 and len(numbers[0]) == 4:
        return f"{numbers[0]}{numbers[1]:0>2}{numbers[2]:0>2}"
    if len(numbers) >= 3 and len(numbers[2]) == 4:
        day, month = (numbers[1], numbers[0]) if parts[0] in "".join(parts) and "/" in text else (numbers[0], numbers[1])
        return f"{numbers[2]}{month:0>2}{day:0>2}"
    return "".join(numbers)


_STREET_WORDS = {
    "st": "street", "str": "street", "ave": "avenue", "av": "avenue", "rd": "road", "dr": "drive", "ln": "lane", "ct": "court",
    "cir": "circle", "blvd": "boulevard", "pl": "place", "pkwy": "parkway", "hwy": "highway", "ter": "terrace", "sq": "square",
    "cres": "crescent", "n": "north", "s": "south", "e": "east", "w": "west", "ne": "northeast", "nw": "northwest",
    "se": "southeast", "sw": "southwest", "apt": "apartment", "strasse": "street",
}  # fmt: skip


def street_name(raw: str) -> str:
    """A street in full words, without its number."""
    tokens = [t for t in words(fold(raw).replace("ß", "ss")) if not t.isdigit()]
    return " ".join(_STREET_WORDS.get(t, t) for t in tokens)


def house_number(raw: str) -> str:
    """The first number in an address line."""
    found = re.search(r"\d+", raw)
    return found.group().lstrip("0") if found else ""
