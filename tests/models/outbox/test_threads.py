"""How people write to each other."""

from __future__ import annotations

import pytest

from models.outbox.threads import is_distant

DISTANCE = [
    ("de", "Könnten Sie mich vorstellen?", True),
    ("de", "Sie ist nett, und ich mag ihre Arbeit.", False),
    ("de", "Kannst du mir Ihre Nummer geben?", False),
    ("es", "¿Tendría usted diez minutos?", True),
    ("es", "¿Tienes diez minutos?", False),
    ("fr", "Auriez-vous dix minutes ?", True),
    ("fr", "Tu aurais dix minutes pour vous deux ?", False),
    ("en", "Would you have ten minutes?", False),
]


@pytest.mark.parametrize(("language", "text", "distant"), DISTANCE)
def test_who_keeps_a_distance_is_told_from_how_they_say_you(language: str, text: str, distant: bool) -> None:
    assert is_distant(text, language) is distant
