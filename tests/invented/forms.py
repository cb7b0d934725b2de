"""The eras of the export, and the ways people saved its files again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from seeds.invention.linkedin import (
    CONNECTION_COLUMNS,
    INVITATION_COLUMNS,
    MESSAGE_COLUMNS,
    PREAMBLE,
    connected_on,
    short_moment,
)
from tests.invented.spelling import Era, Links

__all__ = ["FORMS"]

_NO_URL = tuple(column for column in CONNECTION_COLUMNS if column != "URL")
_TEN = MESSAGE_COLUMNS[:10]
_NINE = tuple(column for column in _TEN if column != "RECIPIENT PROFILE URLS")
_OF_2018 = ("From", "To", "Date", "Subject", "Content", "Direction", "Folder")
_SAME_IN_SPANISH = {2: "feb", 3: "mar", 5: "may", 6: "jun", 7: "jul", 9: "sep", 10: "oct", 11: "nov"}


def _english_excel(moment: datetime) -> str:
    day, month, year = connected_on(moment.date()).split()
    return f"{int(day)}-{month}-{year[2:]}"


def _german_excel(moment: datetime) -> str:
    return f"{moment:%d.%m.%Y}"


def _spanish_excel(moment: datetime) -> str:
    """Excel knows only the months that Spanish abbreviates as English does."""
    month = _SAME_IN_SPANISH.get(moment.month)
    return f"{moment:%d}-{month}-{moment:%y}" if month else connected_on(moment.date())


def _iso(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%S}"


def _padded(text: str) -> str:
    """Every line as wide as the table, as spreadsheets save it."""
    return "".join(f"{line},,,,,,\n" for line in text.splitlines())


_NOW = Era("2026", date(2026, 9, 15))
_UNQUOTED = replace(_NOW, quote_all=False)
_DECEMBER_2023 = replace(_UNQUOTED, name="2023-12", on=date(2023, 12, 18), messages=_TEN)
_BY_NAME = replace(_UNQUOTED, links=Links.ONLY_IN_MESSAGES, connections=_NO_URL, invitations=INVITATION_COLUMNS[:5])
_OLD = replace(_BY_NAME, links=Links.NOWHERE, opening="")
_SAVED = replace(_NOW, newline="\r\n", encoding="utf-8-sig", opening="")

_ALL = (
    replace(
        _OLD,
        name="2018",
        on=date(2018, 11, 4),
        messages=_OF_2018,
        messages_file="Messages.csv",
        connected=short_moment,
        written=short_moment,
    ),
    replace(_OLD, name="2019", on=date(2019, 12, 3), messages=tuple(map(str.upper, _OF_2018)), written=_iso),
    replace(_BY_NAME, name="2021", on=date(2021, 9, 20), messages=_NINE),
    replace(_BY_NAME, name="2023-spring", on=date(2023, 4, 11), messages=_TEN),
    replace(_DECEMBER_2023, links=Links.NOT_IN_INVITATIONS),
    replace(_DECEMBER_2023, name="2023-12-all-bare", links=Links.ONLY_IN_MESSAGES),
    replace(_UNQUOTED, name="2024-12", on=date(2024, 12, 9), messages=(*_TEN, *MESSAGE_COLUMNS[11:])),
    replace(_UNQUOTED, name="2025", on=date(2025, 11, 6), messages=MESSAGE_COLUMNS[:12]),
    _NOW,
    replace(_NOW, name="2026-drafts", messages=MESSAGE_COLUMNS),
    replace(_SAVED, name="excel-english", connected=_english_excel, closing=",,,,,,\n,,,,,,\n"),
    replace(
        _SAVED,
        name="excel-german",
        connected=_german_excel,
        delimiter=";",
        encoding="cp1252",
        headers={"Connected On": "Connected on"},
        closing=";;;;;;\n",
    ),
    replace(_SAVED, name="excel-spanish", connected=_spanish_excel, delimiter=";"),
    replace(_SAVED, name="excel-unicode", delimiter="\t", encoding="utf-16"),
    replace(_SAVED, name="cleared-preamble", opening="\n\n"),
    replace(_SAVED, name="numbers", encoding="utf-8", opening=_padded(PREAMBLE), newline="\r\n"),
    replace(
        _SAVED,
        name="rearranged",
        connections=("Connected On", "Company", "Last Name", "First Name", "Location", "URL", "Position"),
        invitations=("Direction", "Sent At", *INVITATION_COLUMNS[:2], *INVITATION_COLUMNS[5:], "Message"),
        headers={"Sent At": "Date Sent"},
        short_rows=True,
        closing="\n\n\n",
    ),
)

FORMS = {era.name: era for era in _ALL}
