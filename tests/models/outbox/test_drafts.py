"""What drafts say: every kind in every voice and language as approved, and never a word that nobody is known to have said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.errors import PickyError
from models.outbox.draft_facts import DraftFact, Facts, facts_for_errand, facts_from_store, slot_text
from models.outbox.drafts import NO_DRAFT, DraftWriter, gaps_in
from models.outbox.errand_kinds import SLOTS, TEMPLATES, WRITTEN_LIKE, ErrandKind
from models.outbox.templates import LANGUAGES, SHIPPED, SLOT, Voice, shipped_templates

APPROVED = Path(__file__).with_name("approved_drafts.txt")
FACTS: Facts = {
    slot: DraftFact(value, "told by the test")
    for slot, value in {
        "first_name": "Nils", "name": "Nils Ito", "asker": "Nils Ito", "target": "Vera Haddad",
        "target_first_name": "Vera", "words": "We build robots that fold laundry. Could you introduce me to Vera Haddad?",
        "last_contact": "2024-08-11", "my_name": "Ines Falkner",
    }.items()
}  # fmt: skip
EVERY = [(kind, language, voice) for kind in TEMPLATES for language in LANGUAGES for voice in Voice]
WRITTEN = st.sampled_from(EVERY)
VALUES = st.text(min_size=1, max_size=80)


def _page() -> str:
    """Every draft there is, to be read by somebody who speaks the language."""
    lines = ["What picky drafts, from the same facts in every voice and language.", ""]
    for kind in TEMPLATES:
        for language, name in LANGUAGES.items():
            for voice in Voice:
                draft = DraftWriter().draft(kind, FACTS, voice, language)
                lines += [f"═══ {kind.value} · {name} · {voice.value}", "", draft.text, ""]
    return "\n".join(lines)


def test_every_kind_voice_and_language_reads_as_approved(request: pytest.FixtureRequest) -> None:
    """`pytest tests/models/outbox/test_drafts.py --snapshot-update` writes the page anew; read it before it is kept."""
    if request.config.option.update_snapshots:
        APPROVED.write_text(_page(), encoding="utf-8")
    assert _page() == APPROVED.read_text(encoding="utf-8")


def test_every_kind_that_writes_ships_in_every_language_and_no_file_is_left_over() -> None:
    files = {path.relative_to(SHIPPED).as_posix() for path in SHIPPED.rglob("*") if path.is_file()}
    assert files == {f"{language}/{kind.value}.txt" for kind in TEMPLATES for language in LANGUAGES}


@pytest.mark.parametrize("path", sorted(SHIPPED.rglob("*.txt")), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_template_tells_whoever_copies_it_which_slots_there_are(path: Path) -> None:
    told = next(line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("# Slots: "))
    assert tuple(SLOT.findall(told)) == SLOTS[ErrandKind(path.stem)]


@settings(deadline=None)
@given(WRITTEN, st.dictionaries(st.sampled_from(sorted({slot for slots in SLOTS.values() for slot in slots})), VALUES))
def test_no_word_of_a_draft_is_neither_in_its_template_nor_in_a_fact(
    written: tuple[ErrandKind, str, Voice], values: dict[str, str]
) -> None:
    kind, language, voice = written
    values |= {"last_contact": "2021-03-09"} if "last_contact" in values else {}
    facts = {slot: DraftFact(value, "somewhere") for slot, value in values.items()}
    text = DraftWriter().draft(kind, facts, voice, language).text
    template = shipped_templates(language, kind)
    assert template is not None
    # Going through the template piece by piece leaves nothing of the draft over.
    for position, piece in enumerate(SLOT.split(template[voice])):
        if position % 2:
            fact = facts.get(piece)
            piece = slot_text(piece, fact.value, language) if fact else f"[{piece.replace('_', ' ')}]"
        assert text.startswith(piece)
        text = text.removeprefix(piece)
    assert text == ""


@settings(deadline=None)
@given(WRITTEN, st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=40))
def test_what_stands_in_a_fact_is_never_taken_for_a_slot(written: tuple[ErrandKind, str, Voice], value: str) -> None:
    kind, language, voice = written
    braced = f"{{my_name}} {value} {{words}}"
    facts = {**FACTS, "first_name": DraftFact(braced, "their invitation")}
    draft = DraftWriter().draft(kind, facts, voice, language)
    template = shipped_templates(language, kind)
    assert template is not None
    assert draft.text.count(braced) >= template[voice].count("{first_name}")


@pytest.mark.parametrize("kind", TEMPLATES)
def test_a_missing_fact_leaves_a_gap_and_no_gap_is_left_without_one(kind: ErrandKind) -> None:
    for language in LANGUAGES:
        for voice in Voice:
            template = shipped_templates(language, kind)
            assert template is not None
            slots = dict.fromkeys(SLOT.findall(template[voice]))
            nothing, everything = (
                DraftWriter().draft(kind, {}, voice, language),
                DraftWriter().draft(kind, FACTS, voice, language),
            )
            assert nothing.gaps == tuple(f"[{slot.replace('_', ' ')}]" for slot in slots)
            assert everything.gaps == (("[your answer]",) if kind is ErrandKind.REPLY else ())


def test_gaps_are_found_in_edited_text_too() -> None:
    assert gaps_in("Hi [first name], see [1] and [your answer]. [your answer]") == ("[first name]", "[your answer]")


@pytest.mark.parametrize(
    "kind", [ErrandKind.NO_FROM_TARGET, ErrandKind.DECLINE, ErrandKind.MENTION, ErrandKind.ASK_BLURB]
)
def test_what_the_asker_gets_can_hold_nothing_of_the_target_but_the_name_the_asker_used(kind: ErrandKind) -> None:
    private = {
        **FACTS,
        "answer": DraftFact("not that bore again", "their reply"),
        "note": DraftFact("ill", "your note"),
    }
    assert set(facts_for_errand(kind, private)) <= {"first_name", "name", "target", "my_name"}


def test_a_no_and_silence_give_the_asker_the_very_same_words() -> None:
    assert "answer" not in " ".join(SLOTS[ErrandKind.NO_FROM_TARGET])
    for language in LANGUAGES:
        template = shipped_templates(language, ErrandKind.NO_FROM_TARGET)
        assert template is not None
        telling = r"\b(?:said no|refused|declined|no answer|silen\w+|abgelehnt|abgesagt|geantwortet|respond\w+|rechaz\w+|répond\w+|refus\w+)\b"
        assert not re.search(telling, " ".join(template.values()), re.IGNORECASE)


@pytest.mark.parametrize(("kind", "other"), WRITTEN_LIKE.items())
def test_a_kind_that_reads_like_another_says_the_very_same(kind: ErrandKind, other: ErrandKind) -> None:
    assert SLOTS[kind] == SLOTS[other]
    assert DraftWriter().draft(kind, FACTS) == DraftWriter().draft(other, FACTS)


def test_facts_come_back_from_the_store_as_they_were_kept() -> None:
    assert facts_from_store(facts_for_errand(ErrandKind.RECONNECT, FACTS)) == {
        slot: FACTS[slot] for slot in SLOTS[ErrandKind.RECONNECT] if slot in FACTS
    }


def test_a_kind_that_writes_nothing_has_no_draft() -> None:
    assert DraftWriter().draft(ErrandKind.REMOVE, FACTS) == NO_DRAFT


def test_without_a_template_in_the_language_the_users_own_language_speaks() -> None:
    assert DraftWriter(language="de").draft(ErrandKind.DECLINE, FACTS, language="pt").language == "de"
    assert DraftWriter().draft(ErrandKind.DECLINE, FACTS, language="").language == "en"
    assert DraftWriter(language="de").draft(ErrandKind.DECLINE, FACTS, language="fr").language == "fr"


def test_the_users_own_voice_speaks_unless_the_errand_has_one() -> None:
    assert DraftWriter(voice="brief").draft(ErrandKind.DECLINE, FACTS).voice is Voice.BRIEF
    assert DraftWriter(voice="brief").draft(ErrandKind.DECLINE, FACTS, "formal").voice is Voice.FORMAL


@pytest.mark.parametrize("manner", [{"voice": "wram"}, {"language": "xx"}])
def test_a_voice_or_language_that_is_none_is_refused_with_those_that_are(manner: dict[str, str]) -> None:
    with pytest.raises(PickyError, match=r"settings\.toml: ") as caught:
        DraftWriter(**manner)
    assert caught.value.hint.startswith("It can be: ")
