from __future__ import annotations

import csv
from pathlib import Path

import pytest

from models.errors import UnreadableFileError
from models.matching.dedupe import dedupe, main, write_clusters, write_pairs


def written(path: Path, *lines: str, encoding: str = "utf-8") -> Path:
    path.write_bytes("\n".join(lines).encode(encoding))
    return path


def clusters(path: Path) -> dict[str, str]:
    with path.open(encoding="utf-8") as file:
        return {row["id"]: row["cluster"] for row in csv.DictReader(file)}


PEOPLE = (
    "Ottilie,Quilgren,ottilie@comet.test",
    "OTTILIE,QUILGREN,ottilie@comet.test",
    "Wilhelm,Zimridge,w@birch.test",
)


def test_every_row_gets_a_cluster_under_its_number(tmp_path: Path) -> None:
    source = written(tmp_path / "list.csv", "First name,Last name,Email", *PEOPLE)
    write_clusters(dedupe([source]), tmp_path / "out.csv")
    assert clusters(tmp_path / "out.csv") == {"1": "1", "2": "1", "3": "2"}


def test_a_file_may_bring_its_own_ids(tmp_path: Path) -> None:
    rows = [f"r{number},{line}" for number, line in enumerate(PEOPLE)]
    source = written(tmp_path / "list.csv", "rec_id,First name,Last name,Email", *rows)
    assert dedupe([source]).ids == ["r0", "r1", "r2"]


def test_several_files_are_one_table(tmp_path: Path) -> None:
    one = written(tmp_path / "badges.csv", "First name,Last name,Email", PEOPLE[0], PEOPLE[2])
    two = written(tmp_path / "liste.csv", "Vorname;Nachname;Firma", "Ottilie;Quilgren;Comet Tools")
    result = dedupe([one, two])
    assert result.ids == ["1", "2", "3"]
    assert result.clusters[0] == result.clusters[2] != result.clusters[1]


def test_pairs_come_surest_first_with_a_probability(tmp_path: Path) -> None:
    source = written(tmp_path / "list.csv", "First name,Last name,Email", *PEOPLE)
    write_pairs(dedupe([source]), tmp_path / "pairs.csv")
    header, pair = (tmp_path / "pairs.csv").read_text().splitlines()
    assert header == "left,right,score"
    assert pair.startswith("1,2,")
    assert 0.5 < float(pair.split(",")[2]) <= 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_old_encodings_and_ragged_rows_are_read(tmp_path: Path, encoding: str) -> None:
    source = written(tmp_path / "l.csv", "Name,Stadt", "Jörg Müller,Köln,extra", "", "Ann", encoding=encoding)
    result = dedupe([source])
    assert len(result.ids) == 2
    assert result.summary()["rows"] == 2


def test_unknown_columns_are_named(tmp_path: Path) -> None:
    source = written(tmp_path / "list.csv", "Name,Shirt size", "Ottilie Quilgren,M")
    assert dedupe([source]).files[0].columns.unknown == ("Shirt size",)


@pytest.mark.parametrize("lines", [(), ("Shirt size,Lunch", "M,yes")])
def test_a_file_without_people_is_refused(tmp_path: Path, lines: tuple[str, ...]) -> None:
    with pytest.raises(UnreadableFileError):
        dedupe([written(tmp_path / "list.csv", *lines)])


def test_the_module_runs_by_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = written(tmp_path / "list.csv", "First name,Last name,Email", *PEOPLE)
    main([str(source), "--clusters", str(tmp_path / "c.csv"), "--pairs", str(tmp_path / "p.csv"), "--json"])
    assert '"people": 2' in capsys.readouterr().out
