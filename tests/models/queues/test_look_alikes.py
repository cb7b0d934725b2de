"""Invitations that may be taken for a connection: through the store, in both directions, and what the card says."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.policy.facts import InviteFacts
from models.workspace import Workspace
from tests.models.support import Export, person


def marked(
    workspace: Workspace, tmp_path: Path, invited: str, connected: str, company: str = "", note: str = ""
) -> str:
    """How an invitation from somebody of this name is marked, by somebody who is connected to the other."""
    export = Export().connect(person(connected, slug="the-real-one", company=company), 900)
    export.invited(person(invited, slug="another-link"), 3, note)
    workspace.import_files([export.zipped(tmp_path)])
    [item] = workspace.items("invites")
    held = item.json()["look_alike_of"]
    assert held is None or (held["name"], held["profile"]) == (connected, "the-real-one")
    return held["kind"] if held else ""


@pytest.mark.parametrize(
    ("invited", "connected", "kind"),
    [
        ("Vera Haddad", "Vera Haddad", "namesake"),
        ("Vera Haddad", "Vera Hadad", ""),
        ("José García", "Jose Garcia", "namesake"),
        ("Sinead O’Connor", "Sinead O'Connor", "namesake"),
        ("Vеra Haddad", "Vera Haddad", "lookalike_letters"),
        ("J0hn Miller", "John Miller", "lookalike_letters"),
        ("Torn Baker", "Tom Baker", "lookalike_letters"),
        ("Ивaн Петров", "Иван Петров", "lookalike_letters"),
        ("Bepa Xoca", "Вера Хоса", "lookalike_letters"),
        ("Вера Хоса", "Bepa Xoca", "lookalike_letters"),
        ("Иван Петров", "Ivan Petrov", ""),
    ],
)
def test_an_invitation_is_marked(workspace: Workspace, tmp_path: Path, invited: str, connected: str, kind: str) -> None:
    assert marked(workspace, tmp_path, invited, connected) == kind


def test_a_copy_is_told_with_company_and_link(workspace: Workspace, tmp_path: Path) -> None:
    note = "It is me, from Fjord Robotics, on a new account."
    assert marked(workspace, tmp_path, "Vera Haddad", "Vera Haddad", "Fjord Robotics", note) == "copy_of_connection"
    [item] = workspace.items("invites")
    said = [reason.text for reason in item.recommendation.reasons]
    assert "already connected to Vera Haddad at Fjord Robotics, under another link" in said


def test_the_letters_are_named_and_not_told_twice(workspace: Workspace, tmp_path: Path) -> None:
    assert marked(workspace, tmp_path, "Vеra Haddad", "Vera Haddad") == "lookalike_letters"
    [item] = workspace.items("invites")
    assert isinstance(item.facts, InviteFacts)
    assert item.facts.mixes_alphabets
    said = [reason.text for reason in item.recommendation.reasons]
    assert "the name imitates Vera Haddad with look-alike letters: Cyrillic “е”" in said
    assert "letters of two alphabets in one word of the name" not in said


def test_mixed_alphabets_are_told_whoever_is_meant(workspace: Workspace, tmp_path: Path) -> None:
    assert marked(workspace, tmp_path, "Vеra Haddad", "Olga Stern") == ""
    [item] = workspace.items("invites")
    assert "letters of two alphabets in one word of the name" in [reason.text for reason in item.recommendation.reasons]
