"""One verdict on many cards is one operation: kept whole, undone whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from models.errors import CancelledError, NotFoundError, RefusedError
from models.verbs import Verb
from models.workspace import Workspace
from tests.models.support import Export, dump, open_ids, out_of_log


def silently(what: str, count: int) -> None:
    pass


@pytest.fixture
def filled(workspace: Workspace, tmp_path: Path) -> Workspace:
    """Sixty quiet connections; the first of them never answered."""
    export = Export()
    for number in range(60):
        export.connect(f"Quiet Person{number}", 3000 - number)
    export.wrote("Quiet Person0", 2000)
    workspace.import_files([export.zipped(tmp_path / "export")])
    return workspace


def all_of(workspace: Workspace) -> list[int]:
    return workspace.listing("stale").subjects(0, 100)


def test_undo_leaves_the_store_as_it_was_and_redo_brings_all_back(filled: Workspace, tmp_path: Path) -> None:
    store = tmp_path / "network.db"
    before = out_of_log(store)
    done = filled.listing("stale").decide(all_of(filled), Verb.REMOVE, "never wrote", "", silently)
    assert (done.decided, done.sentence) == (60, "decided to remove 60 people")
    assert filled.history(limit=1)[0].sentence == done.sentence
    after = out_of_log(store)
    filled.undo()
    assert out_of_log(store) == before
    filled.redo()
    assert out_of_log(store) == after


def test_each_card_keeps_its_own_evidence_and_reason(filled: Workspace) -> None:
    from models.store import Decision

    filled.listing("stale").decide(all_of(filled), Verb.REMOVE, "never wrote", "", silently)
    kept = list(Decision.select())
    assert {decision.reason for decision in kept} == {"never wrote"}
    assert all(decision.evidence["recommendation"] for decision in kept)
    assert len({str(decision.evidence) for decision in kept}) > 1


def test_cards_put_off_together_come_back_apart(filled: Workspace) -> None:
    from models.store import Decision

    filled.listing("stale").decide(all_of(filled), Verb.LATER, "", "1y", silently)
    days = {(decision.due - decision.at).days for decision in Decision.select()}
    assert min(days) >= 292
    assert max(days) <= 438
    assert len(days) > 20


def test_cards_that_refuse_stay_open_and_are_counted(filled: Workspace) -> None:
    done = filled.listing("stale").decide(all_of(filled), Verb.RECONNECT, "", "", silently)
    assert done.decided == 59
    assert list(done.refused.values()) == [1]
    assert len(open_ids(filled, "stale")) == 1


def test_when_all_refuse_nothing_is_written(filled: Workspace, tmp_path: Path) -> None:
    refusing = [item.subject for item in filled.items("stale") if item.refusals]
    before = dump(tmp_path / "network.db")
    with pytest.raises(RefusedError):
        filled.listing("stale").decide(refusing, Verb.RECONNECT, "", "", silently)
    assert dump(tmp_path / "network.db") == before


def test_cards_decided_meanwhile_are_left_alone(filled: Workspace) -> None:
    subjects = all_of(filled)
    listing = filled.listing("stale")
    filled.decide("stale", str(subjects[0]), "keep")
    assert listing.decide(subjects, Verb.REMOVE, "", "", silently).decided == 59
    with pytest.raises(NotFoundError):
        listing.decide(subjects, Verb.REMOVE, "", "", silently)


def test_stopping_half_way_keeps_nothing(filled: Workspace, tmp_path: Path) -> None:
    def stopping(what: str, count: int) -> None:
        raise CancelledError("Stopped.")

    before = dump(tmp_path / "network.db")
    with pytest.raises(CancelledError):
        filled.listing("stale").decide(all_of(filled), Verb.KEEP, "", "", stopping)
    assert dump(tmp_path / "network.db") == before


@pytest.mark.parametrize("verb", [Verb.KEEP, Verb.REMOVE, Verb.LATER, Verb.PIN])
def test_every_verdict_of_the_queue_works_in_bulk(filled: Workspace, verb: Verb) -> None:
    filled.listing("stale").decide(all_of(filled), verb, "", "", silently)
    assert open_ids(filled, "stale") == []
    filled.undo()
    assert len(open_ids(filled, "stale")) == 60


def test_pages_of_a_list_are_the_queue_in_its_order(filled: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [item.name for item in filled.items("stale")]
    filled.decide("stale", filled.items("stale")[5].id, "later")
    monkeypatch.setenv("PICKY_NOW", "2027-09-17T09:00:00+00:00")
    whole = [item.name for item in filled.items("stale")]
    assert whole == [names[5], *names[:5], *names[6:]]
    listing = filled.listing("stale")
    walk: Callable[[int], str] = lambda index: listing.card(index).name  # type: ignore[union-attr]  # noqa: E731
    assert [walk(index) for index in range(listing.length)] == whole
    windows = [listing.subjects(start, start + 7) for start in range(0, 60, 7)]
    assert [subject for window in windows for subject in window] == listing.subjects(0, 60)
