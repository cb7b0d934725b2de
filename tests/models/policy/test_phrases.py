"""Listening: the words are found in whatever letters they hide."""

from __future__ import annotations

import pytest

from models.policy import load_policy, mentioned
from models.policy.phrases import Phrases

WORDS = load_policy().bars.words


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("never turn* down * request*", "I NEVER turned down any requests."),
        ("industry leader", "𝗜𝗻𝗱𝘂𝘀𝘁𝗿𝘆 𝗟𝗲𝗮𝗱𝗲𝗿, father of two"),
        ("industry leader", "an indus\u200btry\n   lea\u00adder"),
        ("líder del sector", "Lider del Sector"),
        ("j'accepte toutes les demandes", "J’accepte toutes les demandes"),
        ("große freude", "GROSSE FREUDE"),
        ("*k+ connections", "now 30K+ connections strong"),
        ("(lion)", "Chip Sterling (LION)"),
        ("社長", "弊社の社長です"),
        ("visionari*", "una visionaria"),
    ],
)
def test_a_phrase_is_heard(phrase, text):
    assert Phrases((phrase,)).heard_in(text)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("we met", "we methodically tested it"),
        ("ceo", "oceonography"),
        ("president", "presidential"),
        ("*k+ connections", "500+ connections"),
        ("never turn* down * request*", "never turn down a challenge"),
        ("(lion)", "Pierre Lion"),
    ],
)
def test_a_phrase_inside_other_words_is_not_heard(phrase, text):
    assert not Phrases((phrase,)).heard_in(text)


def test_what_is_heard_is_quoted_as_the_policy_writes_it_or_as_it_was_matched():
    phrases = Phrases(
        (
            "CEO",
            "never turn* down",
        )
    )
    assert phrases.heard_in("former ceo of Fjord. I never turned down, no!") == ("CEO", "never turned down")


def test_each_phrase_is_heard_once_in_however_many_texts():
    assert Phrases(("we met",)).heard_in("we met, we met", "We met") == ("we met",)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("open_networker", "Ich nehme jede Kontaktanfrage an!"),
        ("open_networker", "Acepto todas las solicitudes"),
        ("open_networker", "Je ne refuse jamais une demande"),
        ("industry_leader", "Vordenkerin mit riesigem Herz"),
        ("industry_leader", "Leader d’opinion et visionnaire"),
        ("pitch", "Kostenloses Erstgespräch gefällig?"),
        ("pitch", "¿Podemos agendar una llamada?"),
        ("pitch", "Je vous propose de réserver un appel"),
        ("claims_meeting", "nos conocimos en Sevilla"),
        ("protected_titles", "Chief Happiness Officer"),
        ("protected_titles", "Geschäftsführerin, Nordkai"),
    ],
)
def test_the_default_lists_listen_in_several_languages(words, text):
    assert getattr(WORDS, words).heard_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "I read your post on late data twice. May I ask you about the third part?",
        "Thank you for the talk. My team and I argued about it for a whole evening.",
        "Wir sitzen im selben Verein und kennen uns vom Sehen.",
        "Senior engineer at Quarry Labs, 500+ connections, hikes with the president of the alpine club.",
    ],
)
def test_honest_words_raise_no_flag(text):
    for words in (WORDS.open_networker, WORDS.industry_leader, WORDS.pitch, WORDS.claims_meeting):
        assert words.heard_in(text) == ()


def test_places_of_the_owner_are_found_in_what_they_wrote():
    places = ["Quarry Labs", "PyCon DE 2026", "PyCon DE", "Box", "Nordhafen University", ""]
    assert mentioned(["Back at quarry labs we had a box.", "See you at PyCon DE?"], places) == (
        "Quarry Labs",
        "PyCon DE",
    )
    assert mentioned(["I am at Box now"], places) == ("Box",)
    assert mentioned([""], places) == ()


def test_a_wall_of_symbols_is_read_quickly():
    text = "!" * 7_900 + " k+ connections " + "never " * 50_000
    assert Phrases(
        (
            "*k+ connections",
            "never turn* down * request*",
        )
    ).heard_in(text) == ("k+ connections",)
