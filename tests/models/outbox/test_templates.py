"""Reply templates of the user's own: in place of those that ship, and a mistake told with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.errors import TemplateError
from models.outbox.draft_facts import facts_from
from models.outbox.drafts import DraftWriter
from models.outbox.errand_kinds import ErrandKind
from models.outbox.templates import SHIPPED
from models.workspace import Workspace
from tests.factories import workspace_at

OWN = "# mine\n\n[warm]\nDear {first_name}, no.\n\n[brief]\nNo.\n\n[formal]\nDear {name},\n\n#1 is no comment.\n"
FACTS = facts_from("a test", first_name="Nils", name="Nils Ito")


def _own(folder: Path, text: str = OWN, name: str = "en/decline_intro.txt") -> Path:
    path = folder / "replies" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return folder / "replies"


def test_a_template_of_the_users_own_stands_in_place_of_the_shipped_one(tmp_path: Path) -> None:
    replies = DraftWriter(_own(tmp_path))
    assert replies.draft(ErrandKind.DECLINE, FACTS, "warm").text == "Dear Nils, no."
    assert replies.draft(ErrandKind.DECLINE, FACTS, "formal").text == "Dear Nils Ito,\n\n#1 is no comment."
    shipped = DraftWriter()
    assert replies.draft(ErrandKind.DECLINE, FACTS, "warm", "de") == shipped.draft(
        ErrandKind.DECLINE, FACTS, "warm", "de"
    )
    assert replies.draft(ErrandKind.MENTION, FACTS) == shipped.draft(ErrandKind.MENTION, FACTS)


def test_a_language_of_the_users_own_is_a_folder(tmp_path: Path) -> None:
    replies = DraftWriter(_own(tmp_path, OWN, "it/decline_intro.txt"), language="it")
    assert replies.draft(ErrandKind.DECLINE, FACTS).language == "it"
    assert replies.languages(ErrandKind.DECLINE) == ("en", "de", "es", "fr", "it")
    assert replies.languages(ErrandKind.MENTION) == ("en", "de", "es", "fr")
    assert replies.draft(ErrandKind.MENTION, FACTS).language == "en", "there is none of this kind"


def test_every_shipped_template_can_be_copied_as_it_is(tmp_path: Path) -> None:
    for path in SHIPPED.rglob("*.txt"):
        _own(tmp_path, path.read_text(encoding="utf-8"), path.relative_to(SHIPPED).as_posix())
    assert DraftWriter(tmp_path / "replies").draft(ErrandKind.DECLINE, FACTS) == DraftWriter().draft(
        ErrandKind.DECLINE, FACTS
    )


MISTAKES = [
    (OWN.replace("{first_name}", "{frist_name}"), 4, "“{frist_name}” is nothing picky can fill in here", "first_name"),
    (
        OWN.replace("{first_name}", "{target}"),
        4,
        "“{target}” is nothing picky can fill in here",
        "It can be: first_name",
    ),
    (OWN.replace("{first_name}", "{first_name"), 4, "a { or } stands alone", "{first_name}"),
    (OWN.replace("[brief]", "[breif]"), 6, "“[breif]” is no voice", "Did you mean brief?"),
    (OWN.replace("[brief]", "[warm]"), 6, "[warm] stands here a second time", "Leave one"),
    (OWN.replace("[formal]\n", ""), 11, "[formal] is missing", "[warm], [brief] and [formal]"),
    (OWN.replace("No.", ""), 6, "[brief] has no text", "[warm], [brief] and [formal]"),
    (OWN.replace("# mine", "Hello"), 1, "this text stands before any voice", "[warm]"),
    ("", 1, "[warm] is missing", "[warm], [brief] and [formal]"),
]


@pytest.mark.parametrize(("text", "line", "wrong", "hint"), MISTAKES)
def test_a_mistake_is_told_with_its_file_and_line(text: str, line: int, wrong: str, hint: str, tmp_path: Path) -> None:
    folder = _own(tmp_path, text)
    with pytest.raises(TemplateError) as caught:
        DraftWriter(folder)
    assert caught.value.sentence == f"replies/en/decline_intro.txt, line {line}: {wrong}"
    assert hint in caught.value.hint
    assert str(folder / "en" / "decline_intro.txt") in caught.value.hint


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("decline_intro.txt", "replies/decline_intro.txt is in no language"),
        ("english/decline_intro.txt", "replies/english/decline_intro.txt is in no language"),
        ("en/decline.txt", "replies/en/decline.txt is no kind of draft"),
    ],
)
def test_a_file_that_picky_would_never_read_is_told_too(name: str, wrong: str, tmp_path: Path) -> None:
    with pytest.raises(TemplateError) as caught:
        DraftWriter(_own(tmp_path, OWN, name))
    assert caught.value.sentence == wrong


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    folder = _own(tmp_path)
    (folder / "en" / "decline_intro.txt").write_bytes(b"[warm]\n\xff\xfe")
    with pytest.raises(TemplateError, match="is not a UTF-8 text file"):
        DraftWriter(folder)


def test_what_an_editor_leaves_beside_a_template_is_no_template(tmp_path: Path) -> None:
    folder = _own(tmp_path)
    for name in ("decline_intro.txt~", ".decline_intro.txt.swp", "notes.md"):
        (folder / "en" / name).write_text("nothing", encoding="utf-8")
    assert DraftWriter(folder).draft(ErrandKind.DECLINE, FACTS).text == "Dear Nils, no."


def test_a_mistake_is_told_when_picky_starts_and_not_when_a_card_is_decided(tmp_path: Path) -> None:
    _own(tmp_path, "no voice")
    with pytest.raises(TemplateError):
        workspace_at(tmp_path / "network.db")


def test_changing_a_template_changes_the_drafts_that_are_not_sent_yet(demo: Workspace, tmp_path: Path) -> None:
    card = next(item for item in demo.items("intros"))
    demo.decide("intros", card.id, "decline")
    before = demo.outbox()[0].draft
    demo.close()
    _own(tmp_path)
    again = workspace_at(demo.settings.store)
    assert again.outbox()[0].draft != before
    assert again.outbox()[0].draft.endswith(", no.")
    again.close()
