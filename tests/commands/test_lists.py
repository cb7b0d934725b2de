"""Lists of people from the shell: who is known, who is who, where they were met, and what their columns mean."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

import seeds
from tests.commands.conftest import Picky

SEEDS = Path(seeds.__file__).parent
LIST = "Name,Company,Title\nAnn Lee,Acme & Söhne,\nBea Stranger,Nowhere Ltd,Painter\nThomas Weber,Somewhere Else,\n"
ODD = "Wer,Wo arbeiten Sie?,Pseudonym\nAnn Lee,Acme & Söhne,al\nBea Stranger,Nowhere Ltd,bs\n"
TABLE = "rec_id,first_name,last_name,company,shoe size\na1,Ann,Lee,Acme,38\na2,Anne,Lee,Acme Inc,38\nb1,Bea,Quist,Nowhere,41\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the lists are."""
    for name, text in (("list.csv", LIST), ("odd.csv", ODD), ("table.csv", TABLE)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def cells(path: Path) -> list[list[str]]:
    """A CSV file, header first."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


# Matching


@pytest.mark.usefixtures("filled")
def test_match_says_who_on_a_list_is_known_and_takes_nobody_in(picky: Picky, folder: Path) -> None:
    before = picky("queue", "duplicates", "--json").json
    found = picky("match", folder / "list.csv", "--json").json
    assert set(found) == {"rows"}
    assert [(row["row"], row["name"]) for row in found["rows"]] == [
        (2, "Ann Lee"), (3, "Bea Stranger"), (4, "Thomas Weber")
    ]  # fmt: skip
    [known] = found["rows"][0]["matches"]
    assert set(known) == {"name", "profile", "score", "band"}
    assert (known["name"], known["profile"], known["band"]) == ("Ann Lee", "ann-lee", "never")
    assert 0.5 < known["score"] <= 1
    assert found["rows"][1]["matches"] == []
    assert found["rows"][2]["matches"] == [], "a name alone is nobody"
    assert picky("queue", "duplicates", "--json").json == before


@pytest.mark.usefixtures("filled")
def test_match_tells_people_in_sentences(picky: Picky, folder: Path) -> None:
    ran = picky("match", folder / "list.csv")
    assert (ran.code, ran.out) == (0, "Ann Lee  is  Ann Lee, never\n")


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("missing.csv",), 1, "missing.csv"),
        (("list.csv", "--map", "Company"), 2, "--map takes COLUMN=FIELD"),
        (("list.csv", "--map", "Firm=company"), 2, "no column “Firm”"),
        (("list.csv", "--map", "Company=firmament"), 2, "no field “firmament”"),
    ],
)
def test_match_refuses_with_a_hint(picky: Picky, folder: Path, words: tuple[str, ...], code: int, said: str) -> None:
    ran = picky("match", folder / words[0], *words[1:])
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
    assert "Traceback" not in ran.err


# Deduplicating


def test_dedupe_writes_a_cluster_for_every_row_and_needs_no_store(picky: Picky, folder: Path, store: Path) -> None:
    out, pairs = folder / "clusters.csv", folder / "pairs.csv"
    found = picky("dedupe", folder / "table.csv", "--clusters", out, "--pairs", pairs, "--json").json
    assert (found["rows"], found["people"], found["pairs"]) == (3, len({row[1] for row in cells(out)[1:]}), 1)
    assert found["files"][0]["unknown"] == ["shoe size"]
    assert [row[0] for row in cells(out)[1:]] == ["a1", "a2", "b1"]
    [first, second, third] = [row[1] for row in cells(out)[1:]]
    assert first == second != third
    assert [row[:2] for row in cells(pairs)[1:]] == [["a1", "a2"]]
    assert 0.5 < float(cells(pairs)[1][2]) <= 1
    assert not store.exists()


def test_dedupe_numbers_rows_that_have_no_id_and_names_what_it_did_not_use(picky: Picky, folder: Path) -> None:
    text = "\n".join(line.split(",", 1)[1] for line in TABLE.strip().split("\n")) + "\n"
    (folder / "plain.csv").write_text(text, encoding="utf-8")
    ran = picky("dedupe", folder / "plain.csv", "--clusters", folder / "out.csv")
    assert ran.code == 0
    assert "shoe size" in ran.err
    assert [row[0] for row in cells(folder / "out.csv")[1:]] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("missing.csv", "--clusters", "out.csv"), 1),
        (("table.csv",), 2),
        (("table.csv", "--clusters", "o.csv", "--map", "x"), 2),
    ],
)
def test_dedupe_refuses_with_a_hint(
    picky: Picky, folder: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], code: int
) -> None:
    monkeypatch.chdir(folder)
    ran = picky("dedupe", *words)
    assert (ran.code, ran.out) == (code, "")
    assert ran.err


@pytest.mark.parametrize(
    ("targets", "code", "said"),
    [
        (("--clusters", "table.csv"), 2, "table.csv would be written over"),
        (("--clusters", "out.csv", "--pairs", "./table.csv"), 2, "table.csv would be written over"),
        (("--clusters", "out.csv", "--pairs", "out.csv"), 2, "out.csv would be written over"),
        (("--clusters", "nowhere/out.csv"), 1, "Cannot write nowhere/out.csv: No such file or directory."),
    ],
)
def test_dedupe_never_writes_over_what_it_reads(
    picky: Picky, folder: Path, monkeypatch: pytest.MonkeyPatch, targets: tuple[str, ...], code: int, said: str
) -> None:
    monkeypatch.chdir(folder)
    before = (folder / "table.csv").read_bytes()
    ran = picky("dedupe", "table.csv", *targets)
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
    assert "Traceback" not in ran.err
    assert (folder / "table.csv").read_bytes() == before
    assert not (folder / "out.csv").exists()


# Columns by hand


def test_a_table_with_columns_nobody_knows_says_how_to_name_them(picky: Picky, folder: Path) -> None:
    (folder / "odd.csv").write_text("Wer,Kram\nOlga Petrova,x\nBo Ek,y\n", encoding="utf-8")
    ran = picky("import", folder / "odd.csv")
    assert (ran.code, "--map “Wer=name”" in ran.err) == (1, True)
    assert picky("import", folder / "odd.csv", "--map", "Wer=name").code == 0
    assert picky("person", "Olga Petrova", "--json").json["name"] == "Olga Petrova"


@pytest.mark.parametrize("field", ["name", "full name", "birthday", "profile link", "event’s day"])
def test_a_field_may_be_called_as_the_app_calls_it(picky: Picky, folder: Path, field: str) -> None:
    (folder / "odd.csv").write_text("Wer,Kram\nOlga Petrova,x\nBo Ek,y\n", encoding="utf-8")
    assert "no field" not in picky("import", folder / "odd.csv", "--map", "Wer=name", "--map", f"Kram={field}").err


# Lists of an event


def timeline(picky: Picky, query: str) -> list[dict[str, Any]]:
    """What is known of somebody, newest first."""
    return list(picky("person", query, "--json").json["timeline"])


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("extra", "kind", "words"), [((), "there", "was there too at Map Days"), (("--met",), "met", "met at Map Days")]
)
def test_a_list_belongs_to_the_event_that_is_told(
    picky: Picky, folder: Path, extra: tuple[str, ...], kind: str, words: str
) -> None:
    told = ("--event", "Map Days", "--date", "2026-05-14", "--place", "Leeds", *extra)
    assert picky("import", folder / "list.csv", *told, "--json").json["runs"][0]["new"] == 3
    [moment] = timeline(picky, "Bea Stranger")
    assert moment == {"on": "2026-05-14", "kind": kind, "text": words}
    assert picky("import", folder / "list.csv", *told, "--json").json["runs"][0]["unchanged"] == 3
    assert len(timeline(picky, "Bea Stranger")) == 1


@pytest.mark.usefixtures("filled")
def test_a_day_that_is_none_is_wrong_usage(picky: Picky, folder: Path) -> None:
    ran = picky("import", folder / "list.csv", "--event", "Map Days", "--date", "yesterday")
    assert (ran.code, ran.out) == (2, "")


# Columns


def value_of(picky: Picky, query: str, field: str) -> str | None:
    """What stands for a field of somebody."""
    values = picky("person", query, "--json").json["values"]
    return next((each["value"] for each in values if each["field"] == field), None)


def test_a_correction_is_used_and_remembered_for_that_header(picky: Picky, folder: Path) -> None:
    told = ("--map", "Wer=full_name", "--map", "Pseudonym=title")
    assert picky("import", folder / "odd.csv", *told, "--json").json["runs"][0]["new"] == 2
    assert value_of(picky, "Ann Lee", "title") == "al"
    later = folder / "later.csv"
    later.write_text("Wer,Wo arbeiten Sie?,Pseudonym\nCy Young,Quince,cy\n", encoding="utf-8")
    assert picky("import", later, "--json").json["runs"][0]["new"] == 1
    assert value_of(picky, "Cy Young", "title") == "cy"
    other = folder / "other.csv"
    other.write_text("Name,Wo arbeiten Sie?,Pseudonym\nDi Dorn,Quince,dd\n", encoding="utf-8")
    picky("import", other)
    assert value_of(picky, "Di Dorn", "title") is None, "another header is another list"


def test_what_is_said_now_counts_more_than_what_was_said_before(picky: Picky, folder: Path) -> None:
    picky("import", folder / "odd.csv", "--map", "Wer=full_name", "--map", "Pseudonym=title")
    later = folder / "later.csv"
    later.write_text("Wer,Wo arbeiten Sie?,Pseudonym\nCy Young,Quince,cy\n", encoding="utf-8")
    picky("import", later, "--map", "Wer=full_name", "--map", "Pseudonym=city")
    assert (value_of(picky, "Cy Young", "city"), value_of(picky, "Cy Young", "title")) == ("cy", None)


def test_match_reads_a_list_as_it_was_read_before(picky: Picky, folder: Path) -> None:
    assert picky("match", folder / "odd.csv").code == 1
    picky("import", folder / "odd.csv", "--map", "Wer=full_name", "--map", "Wo arbeiten Sie?=company")
    rows = picky("match", folder / "odd.csv", "--json").json["rows"]
    assert [[match["name"] for match in row["matches"]] for row in rows] == [["Ann Lee"], ["Bea Stranger"]]


@pytest.mark.parametrize(
    ("told", "said"),
    [("Company", "COLUMN=FIELD"), ("Nickname=title", "no column “Nickname”"), ("Company=shoes", "no field “shoes”")],
)
def test_an_unknown_column_or_field_is_wrong_usage(picky: Picky, folder: Path, told: str, said: str) -> None:
    ran = picky("import", folder / "list.csv", "--map", told)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_a_column_misspelt_in_a_list_that_says_nothing_by_itself_is_named(picky: Picky, folder: Path) -> None:
    ran = picky("import", folder / "odd.csv", "--map", "Wre=full_name")
    assert (ran.code, ran.out) == (1, "")
    assert "Wre" in ran.err


# Duplicates


@pytest.fixture
def badges(picky: Picky) -> None:
    """The invented network and its badge list."""
    for name in ("linkedin-export", "badges/pycon-de-2026.csv"):
        assert picky("import", SEEDS / name).code == 0


@pytest.mark.usefixtures("badges")
def test_a_pair_is_decided_split_and_asked_about_again(picky: Picky) -> None:
    items = picky("queue", "duplicates", "--json").json["items"]
    assert {"id", "score", "left", "right", "levels", "recommendation", "reasons"} <= set(items[0])
    assert all(set(level) == {"field", "level", "weight"} for item in items for level in item["levels"])
    [sam] = [item for item in items if item["left"]["name"] == "Sam Okafor"]
    assert (sam["left"]["profile"], sam["right"]["profile"]) == ("sam-okafor", None)
    assert sam["score"] > 0.99
    done = picky("decide", "duplicates", sam["id"], "same", "--json").json
    assert set(done) == {"operation", "queue", "id", "verdict", "sentence", "errand"}
    assert sam["id"] not in json.dumps(
        [item["id"] for item in picky("queue", "duplicates", "--json").json["items"]]
    ).split('"')
    assert any(
        source["file"] == "pycon-de-2026.csv" for source in picky("person", "sam-okafor", "--json").json["sources"]
    )
    ran = picky("split", "sam-okafor")
    assert (ran.code, ran.out) == (0, "took Sam Okafor apart: 2 people again\n")
    assert picky("queue", "duplicates", "--json").json["items"] == items


@pytest.mark.usefixtures("badges")
def test_one_of_three_is_left_out_by_a_script(picky: Picky) -> None:
    assert picky("import", SEEDS / "address-books").code == 0
    items = picky("queue", "duplicates", "--json").json["items"]
    [petra] = [item for item in items if item["left"]["name"] == "Petra Svensson"]
    [third] = petra["others"]
    done = picky("decide", "duplicates", petra["id"], "same", "--without", third["person"], "--json").json
    assert done["sentence"].endswith("Petra Svensson: 2 of 3")
    assert picky("person", third["person"], "--json").json["name"] == "Petra Svensson"
    left = picky("queue", "duplicates", "--json").json["items"]
    assert len(left) == len(items) - 1
    assert picky("undo").code == 0
    assert picky("queue", "duplicates", "--json").json["items"] == items


@pytest.mark.usefixtures("badges")
def test_leaving_out_is_refused_where_it_means_nothing(picky: Picky) -> None:
    items = picky("queue", "duplicates", "--json").json["items"]
    [sam] = [item for item in items if item["left"]["name"] == "Sam Okafor"]
    for words, code, said in (
        (("different", "--without", "1"), 2, "goes with same alone"),
        (("same", "--without", "vera-haddad"), 1, "is not on card"),
        (("same", "--without", sam["left"]["person"]), 1, "nobody is left"),
    ):
        ran = picky("decide", "duplicates", sam["id"], *words)
        assert (ran.code, ran.out) == (code, "")
        assert said in ran.err


@pytest.mark.usefixtures("filled")
def test_split_refuses_who_was_never_merged_and_whom_nobody_knows(picky: Picky) -> None:
    for query, said in (("Ann Lee", "not merged"), ("Nobody At All", "Nobody here")):
        ran = picky("split", query)
        assert (ran.code, ran.out) == (1, "")
        assert said in ran.err
