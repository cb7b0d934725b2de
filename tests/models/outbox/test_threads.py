"""Drafts are in the language of the thread, and keep the distance that they keep."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.outbox.pending import Todo
from models.workspace import Workspace
from tests.models.support import Export, open_ids

GERMAN = "Hallo Robin, wie geht es dir? Ich habe schon lange nichts mehr von dir gehört."
POLITE = "Guten Tag, ich würde mich gern mit Ihnen über Ihre Pläne unterhalten."
SPANISH = "Hola Robin, ¿qué tal estás? Hace mucho que no hablamos."
FRENCH = "Bonjour, je serais ravi d'échanger avec vous sur vos projets."
ENGLISH = "Hi Robin, how are you? It has been a long time since we met."


def _reconnected(workspace: Workspace, folder: Path, export: Export) -> Todo:
    """The errand that is left by writing again to the one connection there is."""
    workspace.import_files([export.connect("Ann Lee", 3000).zipped(folder)])
    (card,) = open_ids(workspace, "stale")
    workspace.decide("stale", card, "reconnect")
    (todo,) = workspace.outbox()
    return todo


@pytest.mark.parametrize(
    ("text", "language", "voice"),
    [
        (GERMAN, "de", "warm"),
        (POLITE, "de", "formal"),
        (SPANISH, "es", "warm"),
        (FRENCH, "fr", "formal"),
        (ENGLISH, "en", "warm"),
        ("Olá, tudo bem? Você ainda trabalha com logística?", "en", "warm"),
        ("👍", "en", "warm"),
    ],
)
def test_a_draft_is_written_as_they_write(
    text: str, language: str, voice: str, workspace: Workspace, tmp_path: Path
) -> None:
    export = Export().wrote("Ann Lee", 2000, "Good day to you, and thanks.").heard("Ann Lee", 1999, text)
    todo = _reconnected(workspace, tmp_path, export)
    assert (todo.written.language, todo.written.voice.value) == (language, voice)


def test_the_last_messages_count_and_the_users_own_only_when_theirs_say_nothing(
    workspace: Workspace, tmp_path: Path
) -> None:
    export = Export().heard("Ann Lee", 2500, "👍")
    for day in range(7):
        export.wrote("Ann Lee", 2000 - day, GERMAN)
    assert _reconnected(workspace, tmp_path, export).written.language == "de"


def test_older_messages_than_the_last_few_do_not_count(workspace: Workspace, tmp_path: Path) -> None:
    export = Export().wrote("Ann Lee", 2900)
    for day in range(20):
        export.heard("Ann Lee", 2800 - day, GERMAN)
    for day in range(6):
        export.heard("Ann Lee", 2000 - day, ENGLISH)
    assert _reconnected(workspace, tmp_path, export).written.language == "en"


def test_an_invitation_says_its_language_in_its_note(workspace: Workspace, tmp_path: Path) -> None:
    workspace.import_files([Export().invited("Ann Lee", 3, POLITE).zipped(tmp_path)])
    workspace.decide("invites", *open_ids(workspace, "invites"), "ask")
    (todo,) = workspace.outbox()
    assert todo.draft.startswith("Guten Tag Ann Lee,")
    assert todo.facts["name"].source == "their invitation of 12 Sep 2026"


def test_a_request_that_was_written_down_says_its_language_in_its_words(workspace: Workspace, tmp_path: Path) -> None:
    workspace.import_files([Export().connect("Ask Asker", 300).connect("Tara Target", 400).zipped(tmp_path)])
    workspace.ask("Ask Asker", "Tara Target", "Kannst du mich mit Tara bekannt machen? Ich suche eine neue Stelle.")
    workspace.decide("intros", "c1", "decline")
    assert workspace.outbox()[0].draft.startswith("Hallo Ask,")
    workspace.decide("intros", "c1", "introduce")
    (todo,) = workspace.outbox()
    assert todo.draft.startswith("Hi Tara,"), "what the asker writes says nothing of the target"


def test_every_fact_of_a_draft_says_where_it_is_known_from(workspace: Workspace, tmp_path: Path) -> None:
    export = Export().connect("Ask Asker", 300).connect("Tara Target", 400)
    export.heard("Ask Asker", 5, "Hi Robin, long story. I am looking for a job. Could you introduce me to Tara Target?")
    workspace.import_files([export.zipped(tmp_path)])
    workspace.decide("intros", *open_ids(workspace, "intros"), "introduce")
    (todo,) = workspace.outbox()
    assert {slot: tuple(fact) for slot, fact in todo.facts.items()} == {
        "target_first_name": ("Tara", "Connections.csv of 15 Sep 2026"),
        "target": ("Tara Target", "Connections.csv of 15 Sep 2026"),
        "asker": ("Ask Asker", "Connections.csv of 15 Sep 2026"),
        "words": (
            "I am looking for a job. Could you introduce me to Tara Target?",
            "their message of 10 Sep 2026",
        ),
        "my_name": ("Robin Ash", "your profile in LinkedIn"),
    }
    assert f"“{todo.facts['words'].value}”" in todo.draft


def test_the_users_own_language_speaks_where_the_thread_does_not(workspace: Workspace, tmp_path: Path) -> None:
    workspace.settings = workspace.settings._replace(language="es", voice="brief")
    todo = _reconnected(workspace, tmp_path, Export().wrote("Ann Lee", 2000, "👋").heard("Ann Lee", 1999, "👍"))
    assert (todo.written.language, todo.written.voice.value) == ("es", "brief")
    assert "septiembre" in todo.draft or " de 20" in todo.draft
