"""Which language a few sentences are in: enough of them told, and hardly any told wrongly."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.outbox.templates import LANGUAGES
from models.text.language import language_of, language_scores, possible_languages

HERE = Path(__file__).parent


def _sentences() -> Iterator[tuple[str, str]]:
    """Invented sentences with their language; `--` is none of ours."""
    language = ""
    for line in (HERE / "sentences.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            language = line.strip("[]")
        elif not line.startswith("#"):
            yield language, line


def _messages() -> Iterator[tuple[str, str]]:
    """The invented requests for introductions, which say in what language they are."""
    for name in ("rounds.jsonl", "labelled_messages.jsonl"):
        for line in (HERE.parent / "requests" / name).read_text(encoding="utf-8").splitlines():
            held = json.loads(line)
            yield held["lang"], held["text"]


@pytest.mark.parametrize("texts", [_sentences, _messages], ids=["single sentences", "messages"])
def test_the_language_is_told_for_nearly_all_and_never_wrongly(texts: object) -> None:
    told = [(language, language_of(text)) for language, text in texts() if language in LANGUAGES]  # type: ignore[operator]
    assert len(told) >= 140
    assert {pair for pair in told if pair[1] not in (pair[0], "")} == set()
    assert sum(language == guess for language, guess in told) / len(told) >= 0.97


@pytest.mark.parametrize("text", [text for language, text in _sentences() if language == "--"])
def test_a_language_that_is_none_of_ours_is_not_guessed(text: str) -> None:
    assert language_of(text) == ""


@pytest.mark.parametrize("text", ["", "   ", "42", "👍", "OK", "Vera Haddad", "https://example.com/le/la/der/the"])
def test_too_little_to_tell_is_not_guessed(text: str) -> None:
    assert language_of(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Bonjour, pourriez-vous me présenter à Vera Haddad ?",
        "Pourrais-tu me mettre en relation avec Vera Haddad ?",
        "pourrais-tu me presenter a vera haddad ?",
    ],
)
def test_a_request_in_french_is_french_with_and_without_accents(text: str) -> None:
    assert language_of(text) == "fr"
    assert language_scores(text).likeliest == "fr"


def test_the_likeliest_language_of_a_text_that_says_nothing_is_english() -> None:
    assert language_scores("Vera Haddad").likeliest == "en"


def test_a_text_in_two_languages_may_be_in_either() -> None:
    assert possible_languages("hallo ich bin es und wir are you with me for the") == ["en", "de"]
