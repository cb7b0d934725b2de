"""The keyboard: one page, changed by its user in one file, and never in conflict with itself."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest
from textual.binding import Binding
from textual.screen import Screen

from models.decisions.verdicts import VERDICTS
from models.errors import PickyError
from models.queues.registry import every_queue
from models.settings import load_settings
from models.verbs import Verb
from models.workspace import Workspace
from tests.factories import cards, verdicts, workspace_at
from tests.tui.playing import playing
from tui import key_table, keys
from tui.app import PickyApp

REFUSED = [
    ({"card.maybe": "m"}, "There is no key called “card.maybe”."),
    ({"card.yes": "y"}, "On a card, “y” would mean both card.yes and card.copy."),
    ({"card.yes": "m", "card.no": "m"}, "On a card, “m” would mean both card.yes and card.no."),
    ({"list.mark": "z"}, "In a list, “z” would mean both list.mark and app.undo."),
    ({"app.undo": "l"}, "On a card, “l” would mean both card.yes and app.undo."),
    ({"card.pin": "#"}, "The key “#” is called number_sign."),
    ({"card.pin": "ctrl+s"}, "There is no key “ctrl+s” that every terminal sends and leaves to us."),
    ({"card.pin": "alt+p"}, "There is no key “alt+p” that every terminal sends and leaves to us."),
    ({"card.pin": "f5"}, "There is no key “f5” that every terminal sends and leaves to us."),
    ({"card.pin": "ctrl+Z"}, "There is no key “ctrl+Z” that every terminal sends and leaves to us."),
    ({"card.pin": "m "}, "There is no key “m ” that every terminal sends and leaves to us."),
    ({"card.pin": ""}, "There is no key “” that every terminal sends and leaves to us."),
]
TAKEN = [
    {"card.yes": "m"},
    {"card.yes": "l,m"},
    {"app.undo": "u"},
    {"card.copy": "u", "card.yes": "y"},
    {"card.no": "h"},
]


@pytest.mark.parametrize(("own", "sentence"), REFUSED)
def test_a_key_that_cannot_be_is_refused_in_a_sentence(own: dict[str, str], sentence: str) -> None:
    with pytest.raises(PickyError) as caught:
        key_table.check(own)
    assert caught.value.sentence == sentence


@pytest.mark.parametrize("own", TAKEN)
def test_a_key_that_is_free_is_taken(own: dict[str, str]) -> None:
    key_table.check(own)


def test_our_own_keys_do_not_clash() -> None:
    key_table.check({key.id: key.keys for page in keys.PAGES.values() for key in page})


def test_a_clash_stops_the_app_before_it_draws(tmp_path: Path, demo: Workspace) -> None:
    config = tmp_path / "config"
    config.mkdir()
    (config / "settings.toml").write_text('[keys]\n"card.yes" = "y"\n')
    demo.settings = load_settings()
    with pytest.raises(PickyError, match="would mean both"):
        PickyApp(demo)


async def test_an_own_key_does_what_the_old_one_did(demo_store: Path, tmp_path: Path) -> None:
    import shutil

    path = shutil.copyfile(demo_store, tmp_path / "network.db")
    workspace = workspace_at(path, card_no="d", list_mark="m", app_undo="u")
    first, second, third = cards(workspace, "stale", 3)
    async with playing(workspace, "d", "left", "h", "right", queue="stale") as play:
        assert verdicts("stale") == {first: "remove", second: "keep"}
        await play.press("u", "u")
        assert verdicts("stale") == {}
        await play.press("L", "m", "m", "m", "semicolon", "left")
        assert play.notice.startswith("That key gives no verdict here.")
        await play.press("d", "enter")
    assert verdicts("stale") == dict.fromkeys((first, second, third), "remove")
    workspace.close()


@pytest.mark.parametrize("queue", every_queue(), ids=lambda queue: queue.name)
def test_every_verdict_of_a_queue_has_exactly_one_key(queue: object) -> None:
    given = [key_table.verdict_of(key, queue.verbs) for key in keys.REVIEW]
    assert sorted(verb for verb in given if verb) == sorted(queue.verbs)


def test_every_key_has_an_id_a_label_and_a_sentence() -> None:
    every = [key for page in keys.PAGES.values() for key in page]
    assert len({key.id for key in every}) == len(every)
    for key in every:
        assert 1 <= len(key.label.split()) <= 3, key.id
        assert key.help.endswith("."), key.id
        assert key.action, key.id


def bound(screen: type[Screen[object]]) -> set[str]:
    """The ids of the keys of all our screens made from this one."""
    own = vars(screen).get("BINDINGS", ()) if screen.__module__.startswith("tui.") else ()
    mine = {binding.id for binding in own if isinstance(binding, Binding) and binding.id}
    return mine.union(*map(bound, screen.__subclasses__()))


def test_every_key_on_the_page_works_somewhere_and_no_other_does() -> None:
    for path in Path(keys.__file__).parent.rglob("screens/*.py"):
        import_module(f"tui.screens.{path.stem}")
    assert bound(Screen) == {key.id for page in keys.PAGES.values() for key in page}


@pytest.mark.parametrize("verb", Verb)
def test_every_verdict_can_be_asked_about_in_bulk(verb: Verb) -> None:
    assert all("{}" in spec.question for queue in VERDICTS.values() for spec in queue if spec.verb is verb)
    assert any(spec.verb is verb for queue in VERDICTS.values() for spec in queue)
