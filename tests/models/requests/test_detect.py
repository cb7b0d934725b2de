"""What reads as a request for an introduction, one table for what does and one for what only looks like it."""

from __future__ import annotations

import pytest

from models.requests.detect import find_request

ASKS = [
    ("Could you introduce me to Vera Haddad?", "Vera Haddad"),
    ("could you intro me to vera haddad?", "vera haddad"),
    ("COULD YOU PLEASE INTRODUCE ME TO VERA HADDAD", "VERA HADDAD"),
    ("Would love to meet your friend at Acme.", "your friend at Acme"),
    ("Do you happen to know Vera well enough to pass on my CV?", "Vera"),
    ("Could you put in a word with Vera Haddad?", "Vera Haddad"),
    ("Would you be open to passing my profile to the hiring manager, Vera Haddad?", "the hiring manager, Vera Haddad"),
    ("Can you put me in touch with someone at Acme?", "someone at Acme"),
    ("Are you still in contact with Vera? I'd love to get in front of her.", "Vera"),
    ("Can you loop me in with Vera?", "Vera"),
    ("You know Vera Haddad. Mind making an e-intro?", "Vera Haddad"),
    ("Any chance of a warm intro to Vera Haddad?", "Vera Haddad"),
    ("Thanks for the intro to Nils! Could you also introduce me to Vera?", "Vera"),
    ("Let me introduce myself: I am Petra. Could you introduce me to Vera?", "Vera"),
    ("can u plz conect me with Vera", "Vera"),
    ("Könntest du mich mit Vera Haddad bekannt machen?", "Vera Haddad"),
    ("Koenntest du mir den Kontakt zu Vera Haddad herstellen?", "Vera Haddad"),
    ("Stellst du mich Vera Haddad vor?", "Vera Haddad"),
    ("¿Podrías presentarme a Vera Haddad?", "Vera Haddad"),
    ("¿Me pones en contacto con Vera Haddad?", "Vera Haddad"),
    ("Pourrais-tu me présenter à Vera Haddad ?", "Vera Haddad"),
    ("Pourriez-vous me mettre en relation avec Vera Haddad ?", "Vera Haddad"),
    ("Could&nbsp;you introduce me to Vera&#39;s boss?", "Vera's boss"),
    ("Here is the deck <https://example.com/introduce>. Could you introduce me to Vera?", "Vera"),
    ("<p>Hi,</p><p>could you introduce me to Vera Haddad?</p>", "Vera Haddad"),
    ("Could you introduce\nme to Vera Haddad?", "Vera Haddad"),
    ("Hi Jonas! How are the kids? I wanted to ask you something. Would you introduce me to Vera? Best, Nils", "Vera"),
]

DECOYS = [
    "Let me introduce myself.",
    "Thanks for the introduction to Vera!",
    "Thank you for introducing me to Vera.",
    "Introducing our new platform for busy people.",
    "Would you like to book an intro call? I'd love to introduce you to our product.",
    "Happy to introduce you to Vera Haddad.",
    "I'd like to introduce you to my colleague Vera.",
    "May I introduce you to an exciting role at a fast growing company?",
    "The introductory course on statistics begins on Monday. Can you come?",
    "Nice to e-meet you!",
    "She introduced me to you last year.",
    "I'd love to connect with you.",
    "Do you know how Vera is doing?",
    "Mark just made an introduction to Vera for me. It was great!",
    "Could you introduce yourself to the group?",
    "No need to introduce me to Vera, we have met.",
    "Please say hello to Vera from me.",
    "Could you connect me to the Wi-Fi?",
    "On Tue, Mar 4, 2025, Jonas Keller wrote:\n> Could you introduce me to Vera Haddad?\n> Thanks!\nSure, gladly.",
    'You wrote: "Could you introduce me to Vera Haddad?" Of course I can.',
    "Ich möchte mich kurz vorstellen.",
    "Danke, dass du mich mit Vera bekannt gemacht hast.",
    "Ich kann dich gern mit Vera vernetzen.",
    "Permíteme presentarme: soy Pablo.",
    "Gracias por presentarme a Vera.",
    "Te presento a Vera cuando quieras.",
    "Je me présente : Sophie, consultante.",
    "Merci de m'avoir présenté à Vera.",
    "Je peux te mettre en relation avec Vera.",
    "",
    "👋",
]


@pytest.mark.parametrize(("text", "target"), ASKS)
def test_these_ask_for_an_introduction_and_name_somebody(text: str, target: str) -> None:
    guess = find_request(text)
    assert guess
    assert guess.target_text == target


@pytest.mark.parametrize("text", DECOYS)
def test_these_only_look_like_it(text: str) -> None:
    assert find_request(text) is None


def test_the_words_are_those_that_ask() -> None:
    guess = find_request("Hi Jonas, long time no see. Would you mind introducing me to Vera Haddad? I need her advice.")
    assert guess
    assert guess.words == "Would you mind introducing me to Vera Haddad"


def test_a_wish_is_less_sure_than_a_question() -> None:
    wish, question = find_request("I'd love to meet your friend Vera."), find_request("Could you introduce me to Vera?")
    assert wish
    assert question
    assert wish.confidence < question.confidence


@pytest.mark.parametrize("much", ["could you pass my ", "could you please introduce ", "könntest du mich mit ", "am "])
def test_a_text_made_to_keep_us_busy_is_listened_to_in_bounds(much: str) -> None:
    assert find_request(much * 3000 + "could you introduce me to Vera?") is None or len(much) < 30
