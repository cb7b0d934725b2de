from __future__ import annotations

import sqlite3
from contextlib import closing
from importlib import import_module
from pathlib import Path

from models.decisions.capture import NewEncounter
from models.store import Person, transaction
from models.store.base import database
from tests.models.support import Export, opened, person


def test_a_store_of_an_earlier_version_gets_the_keys_of_companies_of_today(tmp_path: Path) -> None:
    workspace = opened(tmp_path)
    workspace.import_files([Export().connect(person("Ann Lee", company="Acme Kft."), 300).zipped(tmp_path)])
    workspace.met(NewEncounter("Ona Castellanos", "Basalt Rail Ltda"))
    met = workspace.history()[0].id
    workspace.close()
    with closing(sqlite3.connect(tmp_path / "network.db")) as plain:
        plain.execute("UPDATE person SET company_key = lower(company)")
        changed = plain.execute("""UPDATE change SET after = replace(after, '"basalt rail"', '"basalt rail ltda"')""")
        assert changed.rowcount
        plain.commit()

    workspace = opened(tmp_path)
    with transaction():  # the step alone: what later steps add is there already
        import_module("models.store.migrations.0004_company_keys").up(database.obj)
    assert {who.name: who.company_key for who in Person.select() if who.company} == {
        "Ann Lee": "acme",
        "Ona Castellanos": "basalt rail",
    }
    workspace.undo(met)
    assert not Person.select().where(Person.name == "Ona Castellanos").exists()
    workspace.close()
