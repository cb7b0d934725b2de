from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from models.errors import PickyError
from tests.tui.hostile import HONEST, HOSTILE, LAYOUT_ONLY, MARKUP_ONLY
from tui.gate import TOKENS
from tui.text import (
    CLIPBOARD_BYTES,
    Shown,
    age,
    ago,
    as_json,
    clip,
    clipboard_text,
    count,
    day,
    is_odd,
    join,
    month,
    number,
    profile_link,
    say,
    shown,
    wrap,
)

TODAY = date(2026, 11, 22)
COMMANDS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")
"""What a terminal obeys, wherever it stands."""
BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
NEVER = re.compile(
    "[\u200b\u2060-\u206f\ufeff\u00ad\u2028\u2029\u3164\u115f\u1160\uffa0\u2800\ufff9-\ufffc\ud800-\udfff]"
)
"""What no name needs."""
NUMBERS = {name: char for char, name in TOKENS.items()}


def raw_of(text: str) -> str:
    """What the door was given, read back from its tokens."""
    return re.sub(
        r"⟨(?:U\+([0-9A-F]{4,6})|([A-Z]+\d?))⟩",
        lambda token: chr(int(token[1], 16)) if token[1] else NUMBERS[token[2]],
        text,
    )


@pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("multiline", [False, True])
def test_nothing_a_terminal_obeys_or_hides_passes_the_door(raw: str, multiline: bool) -> None:
    text = shown(raw, multiline=multiline)
    for pattern in (COMMANDS, BIDI, NEVER):
        assert not pattern.search(text)
    assert multiline or "\n" not in text
    assert text.count("\n") < 40
    text.encode()


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_what_was_hidden_can_be_read_back(name: str) -> None:
    raw = HOSTILE[name].replace("\t", "").replace("\r\n", "\n")
    assert raw_of(shown(raw, limit=len(raw), lines=len(raw) + 1, multiline=True)) == raw


@pytest.mark.parametrize("name", sorted(HOSTILE.keys() - MARKUP_ONLY - {*LAYOUT_ONLY}))
def test_text_with_something_hidden_says_that_it_is_odd(name: str) -> None:
    raw = HOSTILE[name]
    assert is_odd(shown(raw, limit=len(raw)))


@pytest.mark.parametrize("name", sorted(MARKUP_ONLY))
def test_markup_is_text_like_any_other(name: str) -> None:
    assert shown(HOSTILE[name]) == HOSTILE[name]
    assert not is_odd(shown(HOSTILE[name]))


@pytest.mark.parametrize("name", HONEST)
def test_an_honest_name_is_untouched_however_it_is_composed(name: str) -> None:
    assert shown(name) == name
    for form in ("NFC", "NFD"):
        spelled = unicodedata.normalize(form, name)
        assert shown(spelled) == spelled
    assert not is_odd(shown(name))


def test_the_corpus_is_large_enough_to_mean_something() -> None:
    assert len(HOSTILE) >= 100
    assert len(HONEST) >= 25


@given(st.text(st.characters() | st.sampled_from("\x1b\u202e\u200d\u200c\ufe0f\u0301\u0335⟨⟩👩❤クक्ش\U000e0100\n\r\t")))
def test_whatever_is_typed_the_door_holds_and_composing_opens_nothing(raw: str) -> None:
    text = shown(raw)
    for form in (text, unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)):
        assert not COMMANDS.search(form)
        assert not BIDI.search(form)
        assert not NEVER.search(form)
        assert "\n" not in form
    assert shown(text) is not text or shown(text) == text


@given(st.text(st.characters(exclude_characters="\t\r\n"), max_size=200))
def test_every_text_can_be_read_back(raw: str) -> None:
    assert raw_of(shown(raw)) == raw


def test_a_mark_that_would_stick_to_our_own_text_is_shown_instead() -> None:
    assert shown("\u0336x") == "⟨U+0336⟩x"
    assert shown("x \u0336") == "x ⟨U+0336⟩"


def test_a_token_cannot_be_forged() -> None:
    assert shown("⟨ESC⟩") == "⟨U+27E8⟩ESC⟩"
    assert shown("⟨ψ⟩") == "⟨ψ⟩"


def test_the_text_is_cut_before_it_is_looked_at() -> None:
    assert shown("a" * 5_000) == "a" * 4_000 + "…"
    assert shown("abc", limit=2) == "ab…"
    assert shown("\n".join("abcd"), lines=2, multiline=True) == "a\nb…"
    assert shown("a" * 4_000) == "a" * 4_000


def test_newlines_stay_only_where_there_is_room_for_lines() -> None:
    assert shown("Dear Ann,\r\n\tthanks") == "Dear Ann, ⏎     thanks"
    assert shown("Dear Ann,\nthanks", multiline=True) == "Dear Ann,\nthanks"
    assert shown(shown("Dear Ann,\nthanks", multiline=True)) == "Dear Ann, ⏎ thanks"


def test_shown_text_is_not_shown_twice() -> None:
    once = shown("Ann\x1b[c")
    assert shown(once) == once == "Ann⟨ESC⟩[c"


def test_a_sentence_takes_data_and_numbers_but_never_reads_them_as_template() -> None:
    assert say("{} of {} for {}", 3, 120_000, shown("{0}\x07")) == "3 of 99,999+ for {0}⟨BEL⟩"
    assert isinstance(say("Invites"), Shown)


def test_parts_are_joined_and_empty_ones_left_out() -> None:
    assert join([shown("Ann"), shown(""), shown("Lee")]) == "Ann · Lee"


def test_json_is_printable_ascii_and_still_the_same_value() -> None:
    value = {"name": "".join(HOSTILE.values()), "n": 3}
    assert re.fullmatch(r"[ -~\n]*", as_json(value))
    assert json.loads(as_json(value)) == value


@pytest.mark.parametrize("cells", [0, 1, 2, 7, 20])
@pytest.mark.parametrize("texts", [HONEST, HOSTILE.values()], ids=["honest", "hostile"])
def test_clipped_and_wrapped_text_fits_its_cells(texts: Iterable[str], cells: int) -> None:
    for text in map(shown, texts):
        assert_fits(text, cells)


def assert_fits(text: Shown, cells: int) -> None:
    assert cell_len(clip(text, cells)) <= cells
    assert all(cell_len(line) <= max(cells, 2) for line in wrap(text, cells))
    assert "".join(wrap(text, cells)).replace(" ", "") == text.replace(" ", "")


def test_clipping_says_that_something_is_missing_and_splits_no_character() -> None:
    assert clip(shown("Katarzyna Wójcik"), 16) == "Katarzyna Wójcik"
    assert clip(shown("Katarzyna Wójcik"), 11) == "Katarzyna…"
    assert clip(shown("山田太郎"), 6) == "山田…"
    assert clip(shown("👩🏽\u200d💻👩🏽\u200d💻"), 3) == "👩🏽\u200d💻…"
    assert clip(shown("one\ntwo", multiline=True), 20) == "one ⏎ two"


def test_lines_break_at_spaces_and_long_words_where_they_must() -> None:
    assert wrap(shown("Great talk at PyCon"), 10) == ["Great talk", "at PyCon"]
    assert wrap(shown("Wirtschaftsinformatik x"), 8) == ["Wirtscha", "ftsinfor", "matik x"]
    assert wrap(shown("a\n\nb", multiline=True), 8) == ["a", "", "b"]
    assert wrap(shown("山田太郎"), 5) == ["山田", "太郎"]


@pytest.mark.parametrize(
    ("then", "words"),
    [
        (date(2026, 11, 22), "today"),
        (date(2026, 11, 21), "yesterday"),
        (date(2026, 11, 10), "12 days ago"),
        (date(2026, 9, 15), "68 days ago"),
        (date(2026, 6, 22), "5 months ago"),
        (date(2024, 11, 23), "23 months ago"),
        (date(2024, 11, 22), "2 years ago"),
        (date(2010, 3, 1), "16 years ago"),
        (date(2026, 11, 23), "tomorrow"),
        (date(2026, 11, 29), "in 7 days"),
        (datetime(2026, 11, 10, 23, 59, tzinfo=UTC), "12 days ago"),
    ],
)
def test_ages_are_words(then: date, words: str) -> None:
    assert ago(then, TODAY) == words


def test_an_age_is_the_same_forwards_and_backwards() -> None:
    assert age(TODAY, date(2026, 11, 23)) == age(date(2026, 11, 23), TODAY) == "1 day"


def test_dates_name_the_year_only_when_it_is_another() -> None:
    assert day(date(2026, 11, 29), TODAY) == "29 Nov"
    assert day(date(2027, 1, 3), TODAY) == "3 Jan 2027"
    assert day(date(2026, 5, 14)) == "14 May 2026"
    assert month(date(2026, 6, 1), TODAY) == "in June"
    assert month(date(2025, 11, 30), TODAY) == "in November 2025"


def test_counts_agree_with_their_noun_and_never_boast() -> None:
    assert count(1, "invitation") == "1 invitation"
    assert count(3, "invitation") == "3 invitations"
    assert count(0, "person", "people") == "0 people"
    assert number(99_999) == "99,999"
    assert number(100_000) == "99,999+"


@pytest.mark.parametrize(
    ("given", "link"),
    [
        ("https://www.linkedin.com/in/ann-lee-4f1a", "ann-lee-4f1a"),
        ("http://de.linkedin.com/in/ann-lee/", "ann-lee"),
        ("www.linkedin.com/in/ann-lee?trk=mail#top", "ann-lee"),
        ("HTTPS://LinkedIn.com/in/Ann-Lee/de", "Ann-Lee"),
        ("https://www.linkedin.com/in/zo%C3%AB-brandt", "zo%C3%AB-brandt"),
        ("https://www.linkedin.com/in/zoë-brandt", "zo%C3%AB-brandt"),
        ("zoë-brandt", "zo%C3%AB-brandt"),
        ("山田", "%E5%B1%B1%E7%94%B0"),
    ],
)
def test_a_profile_link_is_built_anew_from_its_slug(given: str, link: str) -> None:
    assert profile_link(given) == f"https://www.linkedin.com/in/{link}"


@pytest.mark.parametrize(
    "given",
    [
        "",
        "https://www.linkedin.com/in",
        "https://www.linkedin.com/in/",
        "https://www.linkedin.com/company/quarry",
        "https://www.linkedin.com/in/../feed",
        "https://www.linkedin.com/in/..",
        "https://www.linkedin.com/in/%2e%2e",
        "https://www.linkedin.com/in/a%2fb",
        "https://www.linkedin.com/in/a%252fb",
        "https://www.linkedin.com/in/%ff",
        "https://www.linkedin.com/in/a%00b",
        "https://www.linkedin.com/in/a%0d%0ab",
        "https://www.linkedin.com/in/a%E2%80%AEb",
        "https://www.linkedin.com/in/a b",
        "https://www.linkedin.com/in/ann\n",
        "https://www.linkedin.com:8080/in/ann",
        "https://ann:pw@www.linkedin.com/in/ann",
        "https://www.linkedin.com@evil.example/in/ann",
        "https://evil.example/www.linkedin.com/in/ann",
        "https://evil.example?https://www.linkedin.com/in/ann",
        "https://www.linkedin.com.evil.example/in/ann",
        "https://evillinkedin.com/in/ann",
        "https://www.linkedin.com\\@evil.example/in/ann",
        "https://www.lin\u212aedin.com/in/ann",
        "https://www.linked\u0131n.com/in/ann",
        "https:\\\\www.linkedin.com\\in\\ann",
        "//www.linkedin.com/in/ann",
        "ftp://www.linkedin.com/in/ann",
        "javascript:alert(1)//www.linkedin.com/in/ann",
        "file:///etc/passwd",
        "data:text/html,x",
        "--renderer-cmd-prefix=/bin/reboot",
        "/in/ann",
        "ann\x1b[2J",
        "ann\u200b",
        "ann\ud800",
        "a" * 201,
    ],
)
def test_no_other_address_becomes_a_link(given: str) -> None:
    assert profile_link(given) is None


def test_what_looks_like_an_option_is_harmless_inside_an_address() -> None:
    assert profile_link("--new-window=1") == "https://www.linkedin.com/in/--new-window%3D1"


def test_the_clipboard_gets_all_of_a_text_or_nothing() -> None:
    draft = "Dear Ann,\r\n" + "x" * 5_000 + "\n" * 60 + "\x1b[201~Lee"
    assert clipboard_text(draft) == draft.replace("\r\n", "\n").replace("\x1b", "⟨ESC⟩")
    assert len(clipboard_text("x" * CLIPBOARD_BYTES)) == CLIPBOARD_BYTES
    for too_long in ("x" * (CLIPBOARD_BYTES + 1), "ë" * CLIPBOARD_BYTES, "\x1b" * CLIPBOARD_BYTES):
        with pytest.raises(PickyError):
            clipboard_text(too_long)


def test_the_clipboard_of_nothing_is_nothing() -> None:
    assert clipboard_text("") == ""
