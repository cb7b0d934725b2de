"""A big invented mailbox as Gmail's Takeout would give it: mostly newsletters and receipts, some strangers, a few people one knows."""

from __future__ import annotations

import base64
import csv
import io
import random
import sys
import zipfile
from collections.abc import Iterator
from datetime import timedelta
from email.utils import format_datetime
from pathlib import Path

from tests.benchmarks.big_archive import NOON, OWNER, TALK

__all__ = ["write_mailbox"]

OWN = "robin@achterberg.example"
PARTING = "From 17{:017d}@xxx Tue Sep 15 12:00:00 +0000 2026\n"
KINDS = ("letter",) * 8 + ("receipt",) * 4 + ("stranger",) * 4 + ("known", "known", "sent", "attached")
_STRANGERS = (
    "Hello Robin,\n\nare you at the harbour on Thursday? The boat leaves at nine, and there is room for one more.\n\nSee you\nKim",
    "Hallo Robin,\n\nanbei die Zahlen von gestern. Drei davon sehen zu gut aus.\n\nViele Grüße\nMaren\n\nAm 3. August 2026 schrieb Robin:\n> Wo bleiben die Zahlen?",
    "Dear Robin,\n\nwe build a platform that makes every team faster. Would you have twenty minutes next week for a short call?\n\nBest regards\nChip",
    "Bonjour Robin,\n\nmerci pour hier. Le train avait deux heures de retard.\n\nCordialement,\nAnne",
)
_ROW = '<tr><td style="padding:4px;font-size:14px"><a href="https://shop.example/{0}">Item {0}</a></td><td>&euro; {0}.90</td></tr>\n'
_PARAGRAPH = '<p style="margin:0">The {0} best ways to paint a lighthouse, and <a href="https://news.example/{0}?utm=1">why</a>.</p>\n'


def write_mailbox(path: Path, archive: Path, count: int, seed: int = 1) -> None:
    """Write that many mails to and from the owner of an archive into one mbox; the same seed gives the same bytes."""
    rng = random.Random(seed)
    people = list(_people(archive))
    attached = base64.encodebytes(rng.randbytes(60_000)).decode()
    with path.open("wb") as file:
        for number in range(count):
            mail = _mail(rng, number, people, attached)
            file.write(f"{PARTING.format(number)}{mail}\n".encode())


def _people(archive: Path) -> Iterator[tuple[str, str]]:
    """Some connections, each with an address at their company's domain."""
    with zipfile.ZipFile(archive) as opened:
        text = opened.read("Connections.csv").decode()
    for row in csv.DictReader(io.StringIO(text[text.index("First Name,") :])):
        company = "".join(letter for letter in row["Company"].lower() if letter.isascii() and letter.isalnum())
        if company and row["First Name"].isascii():
            yield f"{row['First Name']} {row['Last Name']}", f"{row['First Name'].split()[0].lower()}@{company}.example"


def _mail(rng: random.Random, number: int, people: list[tuple[str, str]], attached: str) -> str:
    kind = rng.choice(KINDS)
    at = format_datetime(NOON - timedelta(minutes=number))
    name, address = people[number % len(people)]
    stranger = f"Kim {number} <kim{number}@elsewhere.example>"
    own, other = f"{OWNER} <{OWN}>", f'"{name}" <{address}>'
    sender = {
        "letter": "News <news@news.example>",
        "receipt": "Shop <no-reply@shop.example>",
        "known": other,
        "sent": own,
    }
    head = (
        f"X-GM-THRID: {number}\nX-Gmail-Labels: {'Sent' if kind == 'sent' else 'Inbox,Opened'}\nDelivered-To: {OWN}\n"
        + "".join(f"Received: by 10.0.0.{hop} with SMTP id x{number}-{hop};\n        {at}\n" for hop in range(4))
        + f"DKIM-Signature: v=1; a=rsa-sha256; d=x.example;\n        b={'A' * 300}\n"
        + f"From: {sender.get(kind, stranger)}\nTo: {other if kind == 'sent' else own}\nDate: {at}\n"
        + f"Subject: =?UTF-8?Q?Lighthouse_{number % 97}=E2=80=A6?=\nMessage-ID: <{number}@mail.example>\nMIME-Version: 1.0\n"
    )
    return head + _body(rng, kind, attached)


def _body(rng: random.Random, kind: str, attached: str) -> str:
    if kind == "letter":
        page = "<html><body>" + "".join(_PARAGRAPH.format(n) for n in range(90)) + "</body></html>\n"
        return f"List-Id: <news.example>\nContent-Type: text/html; charset=utf-8\n\n{page}"
    if kind == "receipt":
        page = "<html><body><table>" + "".join(_ROW.format(n) for n in range(40)) + "</table></body></html>\n"
        return _parts("alternative", "Thank you for your order.\n", page)
    text = rng.choice(_STRANGERS if kind == "stranger" else TALK) + "\n"
    if kind == "attached":
        return (
            f'Content-Type: multipart/mixed; boundary="mix"\n\n--mix\nContent-Type: text/plain; charset=utf-8\n\n{text}\n--mix\n'
            'Content-Type: application/pdf; name="a.pdf"\nContent-Disposition: attachment; filename="a.pdf"\n'
            f"Content-Transfer-Encoding: base64\n\n{attached}\n--mix--\n"
        )
    return _parts("alternative", text, f"<div>{text}</div>\n")


def _parts(kind: str, text: str, page: str) -> str:
    return (
        f'Content-Type: multipart/{kind}; boundary="part"\n\n--part\nContent-Type: text/plain; charset="UTF-8"\n\n{text}\n'
        f'--part\nContent-Type: text/html; charset="UTF-8"\n\n{page}\n--part--\n'
    )


if __name__ == "__main__":
    write_mailbox(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
