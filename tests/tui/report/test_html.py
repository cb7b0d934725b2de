"""The report as a page for a browser: whole in one file, readable by everybody it is shown to, and by nobody else."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from models.reports.outcome_text import OutcomeText
from models.workspace import Workspace
from tests.commands.conftest import Picky, picky, store
from tests.factories import hostile_archive
from tests.models.support import Export, person
from tests.tui.report.told import tell
from tui.report.colours import DARK, LIGHT
from tui.report.html import page
from tui.report.pages import sheets

__all__ = ["picky", "store"]

NAME = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&\u202e"
VOID = {"meta", "rect", "line", "circle"}


class Read(HTMLParser):
    """Notes what stands in the page, and that every tag is closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append((self.open[-1] if self.open else "", data))

    def all(self, *names: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.tags if tag in names]


def written(workspace: Workspace) -> str:
    return page(workspace.report(), workspace.agreements())


def test_it_needs_nothing_from_anywhere_and_runs_nothing(demo: Workspace) -> None:
    text = written(tell(demo))
    read = Read(text)
    assert {tag for tag, _ in read.tags} <= {
        "html", "head", "meta", "title", "style", "body", "header", "main", "section", "h1", "h2", "h3", "p", "figure",
        "figcaption", "svg", "desc", "rect", "line", "circle", "text", "details", "summary", "table", "caption", "thead",
        "tbody", "tr", "th", "td", "a",
    }  # fmt: skip
    for tag, attributes in read.tags:
        assert not {"src", "srcset", "data", "action", "style", "background", "xlink:href"} & set(attributes), tag
        assert not any(name.startswith("on") for name in attributes)
    assert all(link["href"].startswith("https://www.linkedin.com/in/") for link in read.all("a"))
    assert "url(" not in text
    assert "@import" not in text
    policy = next(each["content"] for each in read.all("meta") if each.get("http-equiv") == "Content-Security-Policy")
    assert policy == "default-src 'none'; style-src 'unsafe-inline'"


def test_every_chart_has_its_words_and_its_table(demo: Workspace) -> None:
    text = written(tell(demo))
    parts = [part for sheet in sheets(demo.report(), demo.agreements()) for part in sheet.parts if part.numbers]
    read = Read(text)
    ids = [attributes["id"] for _, attributes in read.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    charts = read.all("svg")
    assert len(charts) == len(read.all("table")) == len(read.all("figure")) == len(parts)
    for chart in charts:
        assert chart["role"] == "img"
        assert set(chart["aria-labelledby"].split()) <= set(ids)
    assert len([1 for tag, _ in read.texts if tag == "desc"]) == len(parts)
    rows = [attributes for attributes in read.all("th") if attributes["scope"] == "row"]
    assert len(rows) == sum(len(part.numbers) for part in parts)


def test_it_has_a_language_landmarks_and_headings_in_order(demo: Workspace) -> None:
    read = Read(written(demo))
    assert read.all("html") == [{"lang": "en"}]
    assert (
        len(read.all("main"))
        == len(read.all("h1"))
        == len(read.all("header"))
        == len(read.all("title")) - len(read.all("svg"))
        == 1
    )
    levels = [int(tag[1]) for tag, _ in read.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_name_that_means_no_good_is_text(empty: Workspace, tmp_path: Path) -> None:
    export = Export()
    for number in range(4):
        who = person(f"{NAME} {number}", slug=f"nils-{number}", company=NAME, position=NAME)
        export.connect(who, 1000).wrote(who, 900, "Hello")
    empty.import_files([export.zipped(tmp_path / "export"), hostile_archive(tmp_path / "two", NAME)])
    empty.outcome(OutcomeText("customer", (f"{NAME} 1",), event=NAME, on="2025"))
    text = written(empty)
    read = Read(text)
    assert not read.all("script", "img")
    assert "<script" not in text
    assert "\u202e" not in text
    assert any("<script>alert(1)</script>" in told for _, told in read.texts)
    assert any("⟨RLO⟩" in told for _, told in read.texts)
    assert "U+27E8" not in text, "what went through the door went through it again"


def test_the_file_is_for_its_owner_alone_and_written_in_one_step(picky: Picky, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text("older")
    path.chmod(0o644)
    told = picky("report", "--html", path)
    assert told.out == f"{path} written, readable by you alone.\n"
    assert path.stat().st_mode & 0o777 == 0o600
    assert Read(path.read_text(encoding="utf-8")).all("main")
    assert not list(tmp_path.glob(".report.html*"))
    failed = picky("report", "--html", tmp_path / "nowhere" / "report.html")
    assert failed.code == 1
    assert "cannot be written" in failed.err


def luminance(colour: str) -> float:
    """As WCAG defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_text_and_bars_stand_out_in_both_schemes(colours: dict[str, str]) -> None:
    for text in ("text", "dim", "link"):
        assert contrast(colours[text], colours["ground"]) >= 4.5, text
    for drawn in ("bar", "whisker", "limit", "edge"):
        assert contrast(colours[drawn], colours["ground"]) >= 3, drawn
    assert contrast(colours["whisker"], colours["bar"]) >= 3


def test_both_schemes_name_the_same_colours() -> None:
    assert LIGHT.keys() == DARK.keys()
