"""What they want, and how they ask for it."""

from __future__ import annotations

from ..bars import Bars, Finding, Rule, Said
from ..facts import IntroFacts
from ..wording import first_name, insistence, ordinal, quotes


def about_work(facts: IntroFacts) -> Said:
    """It is about a job, on either side of it."""
    return {"job": "it is about a job", "hiring": "there is a job to fill"}.get(facts.purpose)


def about_advice(facts: IntroFacts) -> Said:
    """It asks for advice."""
    return "asks for advice only" if facts.purpose == "advice" else None


def about_press(facts: IntroFacts) -> Said:
    """It is for something to be published."""
    return "press: what is said may be printed" if facts.purpose == "press" else None


def pitch_you_believe_in(facts: IntroFacts) -> Said:
    """It is a pitch, of work that you know or would vouch for."""
    if facts.purpose == "pitch" and facts.asker.stands_for_work:
        return f"a pitch, and you know what {first_name(facts.asker.name)} can do"
    return None


def pitch_of_the_unknown(facts: IntroFacts) -> Said:
    """It is a pitch, of work that you do not know."""
    if facts.purpose == "pitch" and not facts.asker.stands_for_work:
        return "a pitch of something you know nothing about"
    return None


def sales_call(facts: IntroFacts) -> Said:
    """It is a sale; half as heavy when you know their work."""
    if facts.purpose != "sales":
        return None
    return Finding("wants to sell something", 0.5 if facts.asker.stands_for_work else 1.0)


def pitch_words(facts: IntroFacts, bars: Bars) -> Said:
    """The request sounds like one that was sent to many."""
    words = bars.words.pitch.heard_in(facts.text)
    return f"sounds like sent to many: {quotes(words)}" if words else None


def says_why(facts: IntroFacts) -> Said:
    """They say what it is for, and why this person."""
    return "says what for, and why this person" if facts.says_why else None


def says_no_why(facts: IntroFacts) -> Said:
    """They do not say what it is for."""
    return None if facts.says_why else "does not say why"


def forwardable(facts: IntroFacts) -> Said:
    """The request can be passed on without a word changed."""
    return "the request can be forwarded as it is" if facts.forwardable else None


def asked_again(facts: IntroFacts) -> Said:
    """They wrote again, and again, about the same request."""
    if not facts.nudges:
        return None
    return Finding(f"{ordinal(facts.nudges + 1)} message about this request", insistence(facts.nudges))


REQUEST_RULES: tuple[Rule[IntroFacts], ...] = (
    about_work,
    about_advice,
    about_press,
    pitch_you_believe_in,
    pitch_of_the_unknown,
    sales_call,
    pitch_words,
    says_why,
    says_no_why,
    forwardable,
    asked_again,
)
