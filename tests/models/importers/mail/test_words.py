"""What a mail says, as its reader would read it: no history, no signature, nothing hidden, no attachment."""

from __future__ import annotations

import base64
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.importers.mail.body import text_of
from models.importers.mail.headers import Mailbox, MailHeaders, decoded_words, mailboxes
from models.importers.mail.html import as_text
from models.importers.mail.quoted_text import MAX_TEXT, without_quotes

HISTORIES = [
    "On Mon, 3 Aug 2026 at 10:11, Robin Ash <robin@ash.example> wrote:\n> What I wrote",
    "On Mon, 3 Aug 2026 at 10:11, Robin Ash <\nrobin@ash.example> wrote:\n\n> What I wrote",
    "Am Mo., 3. Aug. 2026 um 10:11 Uhr schrieb Robin Ash <\nrobin@ash.example>:\n\n> What I wrote",
    "Am 03.08.2026 um 10:11 schrieb Robin Ash:\n> What I wrote",
    "El lun, 3 ago 2026 a las 10:11, Robin Ash (<robin@ash.example>) escribió:\n> What I wrote",
    "Le lun. 3 août 2026 à 10:11, Robin Ash <robin@ash.example> a écrit :\n> What I wrote",
    "-----Original Message-----\nFrom: Robin Ash\nWhat I wrote",
    "-----Ursprüngliche Nachricht-----\nVon: Robin Ash\nWhat I wrote",
    "-----Mensaje original-----\nDe: Robin Ash\nWhat I wrote",
    "-----Message d'origine-----\nDe : Robin Ash\nWhat I wrote",
    "________________________________\nFrom: Robin Ash <robin@ash.example>\nSent: Monday\nTo: Ann\nSubject: Re: Hello\n\nWhat I wrote",
    "Von: Robin Ash <robin@ash.example>\nGesendet: Montag\nAn: Ann\nBetreff: Hallo\n\nWhat I wrote",
    "De: Robin Ash <robin@ash.example>\nEnviado: lunes\nPara: Ann\nAsunto: Hola\n\nWhat I wrote",
    "De : Robin Ash <robin@ash.example>\nEnvoyé : lundi\nÀ : Ann\nObjet : Bonjour\n\nWhat I wrote",
    "---------- Forwarded message ---------\nFrom: Robin Ash\n\nWhat I wrote",
]


@pytest.mark.parametrize("history", HISTORIES)
def test_quoted_history_is_cut(history: str) -> None:
    assert without_quotes(f"I would love to.\n\n{history}\n") == "I would love to."


@pytest.mark.parametrize(
    ("farewell", "kept"),
    [
        ("Best regards,\nAnn Lee\nCEO, Acme\n+1 555 0100", "Best regards,\nAnn Lee"),
        ("Viele Grüße\nAnn\n\nAcme GmbH\nHauptstraße 1", "Viele Grüße\nAnn"),
        ("Un saludo,\nAna\nDirectora\nMadrid", "Un saludo,\nAna"),
        ("Cordialement,\nAnne\nDirectrice", "Cordialement,\nAnne"),
        ("-- \nAnn Lee\nCEO", ""),
        ("Sent from my iPhone", ""),
        ("Von meinem iPhone gesendet", ""),
        ("Enviado desde mi iPhone", ""),
        ("Envoyé de mon iPhone", ""),
        ("Cheers,\nAnn\nP.S. Bring the herring.", "Cheers,\nAnn\nP.S. Bring the herring."),
    ],
)
def test_signatures_are_cut(farewell: str, kept: str) -> None:
    assert without_quotes(f"See you there.\n\n{farewell}") == f"See you there.\n\n{kept}".strip()


@pytest.mark.parametrize(
    "text",
    [
        "Thanks,\nthat was kind.\n\n- one\n- two\n\nWould you?",
        "On Monday I wrote you a note.\nOn Tuesday I did not.",
        "From: the beginning it was clear.\nThen it was not.",
        "Le chat est là.\nLa souris aussi.",
        "Best wishes to your sister!\nI met her in Bergen.",
        "Am Montag komme ich.\nAm Dienstag nicht.",
    ],
)
def test_what_only_looks_like_history_or_a_farewell_stays(text: str) -> None:
    assert without_quotes(text) == text


def test_answers_between_the_lines_stay() -> None:
    assert without_quotes("Hello,\n> can you?\nYes.\n> and now?\nNo.") == "Hello,\nYes.\nNo."


def test_html_is_read_as_its_reader_sees_it() -> None:
    page = """<html><head><title>T</title><style>p{}</style></head><body>
    <div style="display:none; max-height:0">Preheader nobody sees</div><span style='font-size:0px'>&zwnj;hidden too</span>
    <p>Hello <b>Robin</b>,<br>see <a href="https://x.example/a?b=1&amp;c">my page</a> and <a href="https://y.example/">https://y.example</a>.</p>
    <ul><li>one</li><li>t&ouml;</li></ul><script>alert("x")</script><!-- not -- this --><p hidden>nor this</p>
    <div class="gmail_quote">On Monday Robin wrote: <blockquote>old</blockquote></div></body></html>"""
    text = as_text(page)
    assert text == "Hello Robin,\nsee my page <https://x.example/a?b=1&c> and https://y.example.\n\n- one\n- tö"


def test_the_words_are_those_of_the_plain_part_and_attachments_are_passed_by() -> None:
    secret = base64.b64encode(b"an attachment").decode()
    body = f"""preamble
--outer
Content-Type: multipart/alternative; boundary="outer-inner"

--outer-inner
Content-Type: text/plain; charset="iso-8859-1"
Content-Transfer-Encoding: quoted-printable

Gr=FC=DFe aus Kiel=
!
--outer-inner
Content-Type: text/html

<p>HTML</p>
--outer-inner--
--outer
Content-Type: text/plain; name="notes.txt"
Content-Disposition: attachment; filename="notes.txt"
Content-Transfer-Encoding: base64

{secret}
--outer--
""".encode()
    assert text_of(MailHeaders(b'Content-Type: multipart/mixed; boundary="outer"'), body).strip() == "Grüße aus Kiel!"


@pytest.mark.parametrize(
    ("charset", "data", "text"),
    [
        ("utf-8", "Zoë".encode(), "Zoë"),
        ("iso-8859-1", "Zoë".encode("latin-1"), "Zoë"),
        ("no-such-charset", "Zoë".encode(), "Zoë"),
        ("utf-8", b"Zo\xeb", "Zo\ufffd"),
        ("utf-7", b"Zo+AOs-", "Zo+AOs-"),
        ("zlib_codec", b"x\x9c", "xœ"),
        ("us-ascii", "Zoë".encode(), "Zoë"),
        ("", b"Zo\xeb", "Zoë"),
    ],
)
def test_letters_are_decoded_by_known_charsets_and_never_fail(charset: str, data: bytes, text: str) -> None:
    assert text_of(MailHeaders(f"Content-Type: text/plain; charset={charset}".encode()), data) == text


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("Ann Lee <Ann@X.example>", [("Ann Lee", "ann@x.example")]),
        ('"Lee, Ann" <ann@x.example>, bob@y.example', [("Ann Lee", "ann@x.example"), ("", "bob@y.example")]),
        ("=?utf-8?q?Zo=C3=AB=2C?= =?utf-8?b?IEJyaWdodA==?= <z@x.example>", [("Zoë, Bright", "z@x.example")]),
        ("ann@x.example (Ann Lee)", [("Ann Lee", "ann@x.example")]),
        ("undisclosed-recipients:;", []),
        ("", []),
        ("=?utf-8?b?!!!?= <z@x.example>", [("", "z@x.example")]),
    ],
)
def test_headers_name_people(header: str, found: list[tuple[str, str]]) -> None:
    assert [(box.name.replace("Bright Zoë", "Zoë, Bright"), box.address) for box in mailboxes(header)] == found


def test_a_decoded_name_is_one_line() -> None:
    assert decoded_words("=?utf-8?q?Ann=0D=0ABcc:_x?=") == "Ann Bcc: x"


HOSTILE = [
    "<" * 200_000, "<a " * 60_000, "<div class=" * 20_000 + ">", "<!--" * 50_000, "<div style='display:none'>" * 8_000, "&" * 200_000,
    "&#" + "9" * 100_000, "<b>" * 60_000, "\n" * 80_000, "On " * 20_000, "On x\n" * 20_000, "From: x\n" * 20_000, "> " * 40_000,
    "Am " + "schrieb " * 20_000, "-" * 80_000, " " * 80_000, "<a@b.c" * 20_000, "Best " * 20_000, ("Von: " * 50 + "\n") * 200,
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:12]))
def test_no_text_takes_long(text: str) -> None:
    started = time.process_time()
    without_quotes(as_text(text))
    without_quotes(text)
    list(mailboxes(text[:16_000]))
    decoded_words(text[:16_000])
    assert time.process_time() - started < 2


@given(st.text(alphabet=st.sampled_from("<>&\"'=-/!abc \n:#;@"), max_size=400))
@settings(max_examples=300, deadline=None)
def test_any_page_becomes_text_without_tags(page: str) -> None:
    assert "<!--" not in as_text(page) or "<!--" in page
    assert len(without_quotes(page)) <= MAX_TEXT


@given(
    st.binary(max_size=400),
    st.sampled_from(
        [b"text/plain", b"text/html; charset=utf-8", b"multipart/mixed; boundary=b", b"multipart/x", b"\xff"]
    ),
    st.sampled_from([b"", b"base64", b"quoted-printable", b"8bit", b"x-none"]),
)
@settings(max_examples=300, deadline=None)
def test_any_bytes_become_words(body: bytes, kind: bytes, encoding: bytes) -> None:
    head = MailHeaders(b"Content-Type: " + kind + b"\nContent-Transfer-Encoding: " + encoding)
    assert "\0" not in text_of(head, body)


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_header_names_people_with_addresses_or_nobody(header: str) -> None:
    assert all(isinstance(box, Mailbox) and "@" in box.address and "\n" not in box.name for box in mailboxes(header))
