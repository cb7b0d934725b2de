"""Only some cards: what may be typed, what it means, and what it may cost."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from models.decisions.capture import NewEncounter
from models.errors import UsageError
from models.queues.filters import NO_FILTER, Filter, parse
from models.workspace import Workspace
from tests.models.support import Export, person

TYPED = [
    ("", ()),
    ("   ", ()),
    ("anna", (("word", "anna"),)),
    ("company:Acme band:never met:2014", (("company", "Acme"), ("band", "never"), ("met", "2014"))),
    ('company:"Acme  Labs" data', (("company", "Acme Labs"), ("word", "data"))),
    ('"data lead"', (("word", "data lead"),)),
    ("BAND:One-Way-In", (("band", "one_way_in"),)),
    ('band:"one way out"', (("band", "one_way_out"),)),
    ("50%_\\", (("word", "50%_\\"),)),
]
NONE = [
    ("colour:blue", "There is no filter “colour:”."),
    ("company:", "Nothing stands after “company:”."),
    ('company:""', "Nothing stands after “company:”."),
    ("band:warm", "There is no band “warm”."),
    ('company:"Acme', "A quotation mark is missing in the filter."),
    ('ann"a', "A quotation mark is missing in the filter."),
]


@pytest.mark.parametrize(("text", "terms"), TYPED)
def test_what_is_typed_becomes_terms(text: str, terms: tuple[tuple[str, str], ...]) -> None:
    assert parse(text) == Filter(terms)


@pytest.mark.parametrize("text", [text for text, terms in TYPED if terms])
def test_a_filter_reads_back_as_it_was_typed(text: str) -> None:
    assert parse(parse(text).text) == parse(text)


@pytest.mark.parametrize(("text", "sentence"), NONE)
def test_a_bad_filter_says_so_in_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse(text)
    assert caught.value.sentence == sentence
    assert caught.value.hint


@pytest.fixture
def filled(workspace: Workspace, tmp_path: Path) -> Workspace:
    """Five quiet connections, each found by another filter."""
    export = Export().connect("Ann Lee", 3000, company="Acme Labs GmbH", position="Data lead")
    export.connect(person("Łucja Wójcik", slug="lucja-wojcik", company="100% Cotton"), 2900)
    export.connect("Nils Ito", 2800, company="Acme").wrote("Nils Ito", 2000)
    export.connect("Vera Haddad", 2700).heard("Vera Haddad", 1900)
    export.connect("Katja Lund", 2600, company="Tidewater Media")
    workspace.import_files([export.zipped(tmp_path / "export")])
    workspace.met(NewEncounter("Katja Lund", event="Expo 2010", on=date(2014, 5, 3)))
    return workspace


FITTING = [
    ("", {"Ann Lee", "Łucja Wójcik", "Nils Ito", "Vera Haddad", "Katja Lund"}),
    ("company:acme", {"Ann Lee", "Nils Ito"}),
    ('company:"ACME Labs"', {"Ann Lee"}),
    ("company:100%", {"Łucja Wójcik"}),
    ("company:_", set()),
    ("band:never", {"Ann Lee", "Łucja Wójcik"}),
    ("band:one_way_out", {"Nils Ito"}),
    ("band:met", {"Katja Lund"}),
    ("met:2014", {"Katja Lund"}),
    ("met:2010", {"Katja Lund"}),
    ("met:expo", {"Katja Lund"}),
    ("met:2013", set()),
    ("wójcik", {"Łucja Wójcik"}),
    ("wojcik", {"Łucja Wójcik"}),
    ("DATA", {"Ann Lee"}),
    ("tidewater", {"Katja Lund"}),
    ("acme data", {"Ann Lee"}),
    ("company:acme band:one_way_out nils", {"Nils Ito"}),
    ("%", {"Łucja Wójcik"}),
    ("'; drop table card; --", set()),
]


@pytest.mark.parametrize(("text", "names"), FITTING)
def test_only_cards_that_fit_wait(filled: Workspace, text: str, names: set[str]) -> None:
    wanted = parse(text)
    listing = filled.listing("stale", wanted)
    assert {listing.card(index).name for index in range(listing.length)} == names  # type: ignore[union-attr]
    session = filled.review("stale", wanted)
    session.recount()
    assert session.open == len(names)


def test_a_request_is_found_by_whom_it_wants(filled: Workspace) -> None:
    filled.ask("Nils Ito", "Vera Haddad")
    filled.ask("Ann Lee", "somebody at the harbour")
    found = [filled.listing("intros", parse(text)) for text in ("haddad", "harbour", "nils", "xyzzy")]
    assert [listing.length for listing in found] == [1, 1, 1, 0]


def test_a_filter_costs_no_query_for_each_row(filled: Workspace) -> None:
    def asked(text: str) -> int:
        from models.store.base import database

        seen: list[object] = []
        database.obj.query_hooks.append(seen.append)
        filled.listing("stale", parse(text)).subjects(0, 50)
        database.obj.query_hooks.remove(seen.append)
        return len(seen)

    assert asked("company:acme band:never ann met:2014") == asked("")


def test_no_filter_lets_all_pass() -> None:
    assert not NO_FILTER
    assert not parse("")
