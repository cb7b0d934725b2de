from __future__ import annotations

import pytest

from models.requests.tokenize import read, readable, words_of


def sentences(text: str) -> list[str]:
    message = read(text)
    return [message.text[some.start : some.end].strip() for some in message.sentences]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Hello Vera. How are you? Fine!", ["Hello Vera.", "How are you?", "Fine!"]),
        ("I know Mr. Ito and Dr. Haddad well.", ["I know Mr. Ito and Dr. Haddad well."]),
        ("Short line\nAnother line", ["Short line", "Another line"]),
        ("Somebody pressed enter\nin the middle", None),
        ("A line that a mail program broke because it was far too long\nfor it", None),
        ("", []),
    ],
)
def test_sentences_end_where_people_end_them(text: str, parts: list[str] | None) -> None:
    assert sentences(text) == ([text] if parts is None else parts)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("I&rsquo;d love&nbsp;to &amp; will", "I’d love\xa0to & will"),
        ("one<br>two<strong>three</strong>", "one\ntwo three "),
        ("see <https://example.com/a?b=c> for more", "see <https://example.com/a?b=c> for more"),
        ("cafe\u0301", "café"),
    ],
)
def test_a_text_is_read_as_it_was_meant_to_be_seen(text: str, seen: str) -> None:
    assert readable(text) == seen


@pytest.mark.parametrize(
    "text",
    [
        "Könntest du Çağla Łukasz ẞ İpek vorstellen? 👋 Straße",
        "Ligatures ﬁ and Ａwide letters, ½ and ™",
        "> quoted\nmine <https://example.com>",
    ],
)
def test_a_place_in_the_small_letters_is_a_place_in_the_text(text: str) -> None:
    message = read(text)
    assert len(message.small) == len(message.text)


@pytest.mark.parametrize(
    "text",
    [
        "> could you introduce me\nYes",
        "Yes\n\nOn 3 June 2025 at 10:11, Jonas Keller wrote:\nHi, could you introduce me?",
        "Ja\n\nAm 3.6.2025 um 10:11 schrieb Jonas Keller:\nHi, could you introduce me?",
        "Yes\n-----Original Message-----\ncould you introduce me",
        'He asked me: "Could you introduce me?" Funny.',
    ],
)
def test_what_is_quoted_is_not_listened_to(text: str) -> None:
    assert "introduce" not in read(text).small
    assert "introduce" in read(text).text


def test_links_and_addresses_are_not_listened_to() -> None:
    assert "introduce" not in read("see https://example.com/introduce-me or introduce@example.com").small


def test_no_sentence_and_no_message_is_endless() -> None:
    message = read("word " * 10_000)
    assert len(message.text) <= 20_000
    assert max(some.end - some.start for some in message.sentences) <= 500


def test_a_possessive_is_no_part_of_a_name() -> None:
    assert [word.text for word in words_of("Vera's and O'Rourke's and Jonas' friends")] == [
        "Vera", "and", "O'Rourke", "and", "Jonas", "friends",
    ]  # fmt: skip
