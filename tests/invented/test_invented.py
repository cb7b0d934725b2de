"""The generators check themselves, by rules written a second time."""

from __future__ import annotations

import csv
import io
import zipfile
from collections import Counter, defaultdict
from datetime import UTC, date, timedelta
from itertools import permutations
from pathlib import Path

import pytest

from seeds.invention.world import Person
from tests.invented.broken import BROKEN, with_broken_rows
from tests.invented.build import new_network
from tests.invented.eras import CONTAINERS, ERAS, MESSAGES, archive, key
from tests.invented.forms import FORMS
from tests.invented.later import two_exports
from tests.invented.network import OWNER, Case, Network
from tests.invented.truth import plain

NETWORK = new_network(7, FORMS["2026"].on, 130)


def test_the_same_seed_gives_the_same_bytes_and_another_seed_other_people(tmp_path: Path) -> None:
    for name, seed in (("a", 3), ("b", 3), ("c", 4)):
        (tmp_path / name).mkdir()
        archive("2025", tmp_path / name, seed=seed)
    first, again, other = (next((tmp_path / name).iterdir()).read_bytes() for name in "abc")
    assert first == again != other


@pytest.mark.parametrize("era", ERAS)
def test_every_era_can_be_read_with_its_own_dialect_and_has_as_many_rows_as_the_truth(era: str, tmp_path: Path) -> None:
    form, made = FORMS[era], archive(era, tmp_path, n_connections=130)
    people, invitations, messages = (
        table(made.path, name, *dialect)
        for name, *dialect in (
            ("Connections.csv", form.encoding, form.delimiter),
            ("Invitations.csv", form.encoding, form.delimiter),
            (form.messages_file, "utf-8", ","),
        )
    )
    connected = form.headers.get("Connected On", "Connected On")
    named = [row for row in people if row["First Name"]]
    assert len(named) == made.truth.connections == 130 == len(made.truth.bands)
    assert sum(bool(row[connected]) and not row["First Name"] for row in people) == made.truth.hidden
    assert sum(bool(row["Direction"]) for row in invitations) == made.truth.invitations
    assert len(messages) == made.truth.message_rows == made.truth.messages + 1


def table(path: Path, member: str, encoding: str, delimiter: str) -> list[dict[str, str]]:
    text = zipfile.ZipFile(path).read(member).decode(encoding)
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    names = {name.strip().casefold() for name in ("First Name", "Direction", "Content")}
    start = next(n for n, row in enumerate(rows) if names & {cell.casefold() for cell in row})
    width = len(rows[start])
    full = (row + [""] * (width - len(row)) for row in rows[start + 1 :] if row)
    return [dict(zip(rows[start], row, strict=True)) for row in full]


@pytest.mark.parametrize("container", CONTAINERS)
def test_every_container_holds_the_connections(container: str, tmp_path: Path) -> None:
    path = archive("2026", tmp_path, container=container).path
    if zipfile.is_zipfile(path):
        blobs = [zipfile.ZipFile(path).read(name) for name in zipfile.ZipFile(path).namelist()]
    else:
        blobs = [file.read_bytes() for file in ([path] if path.is_file() else path.rglob("*.csv"))]
    assert sum(b"Connected On" in blob for blob in blobs) == 1


def test_invitations_match_their_fates_by_link() -> None:
    for case in NETWORK.cases:
        slugs = {key(tie.person) for tie in NETWORK.ties if tie.person}
        linked = key(case.invite.person) in slugs
        assert case.with_links == fate_of(case, NETWORK, accepted=linked), case


def test_invitations_match_their_fates_by_name() -> None:
    groups: defaultdict[str, list[Case]] = defaultdict(list)
    for case in NETWORK.cases:
        groups[plain(case.invite.person.name)].append(case)
    for name, cases in groups.items():
        days = [t.since.date() for t in NETWORK.ties if t.person and plain(t.person.name) == name]
        for case, told in zip(cases, told_by_dates(cases, days), strict=True):
            expected = "cannot_tell" if told is None else fate_of(case, NETWORK, accepted=told)
            assert case.by_name == expected, case


def fate_of(case: Case, network: Network, *, accepted: bool) -> str:
    if accepted or case.note_copied:
        return "accepted"
    return "pending" if network.on - case.invite.sent.date() <= timedelta(days=180) else "expired"


def told_by_dates(cases: list[Case], days: list[date]) -> list[bool | None]:
    """Whether each was accepted in all, none or some of the fullest pairings with later connections."""
    pool = [*days, *[None] * len(cases)]
    pairings = {
        tuple(bool(day) for day in order)
        for order in permutations(pool, len(cases))
        if all(day is None or day >= c.invite.sent.date() for c, day in zip(cases, order, strict=True))
    }
    fullest = [pairing for pairing in pairings if sum(pairing) == max(map(sum, pairings))]
    return [column[0] if len(set(column)) == 1 else None for column in zip(*fullest, strict=True)]


def test_nobody_accepts_before_being_invited() -> None:
    for case in NETWORK.cases:
        assert case.invite.accepted is None or case.invite.accepted > case.invite.sent


def test_bands_follow_from_the_messages_that_count() -> None:
    vouched = {paper.person for paper in NETWORK.praise}
    for person, band in NETWORK.bands.items():
        assert band == ("vouched" if person in vouched else band_of(person)), person


def band_of(person: Person) -> str:
    counted = [letter.message for letter in NETWORK.letters if letter.kind == "conversation"]
    received = [m.at for m in counted if m.sender == person]
    written = [m.at for m in counted if m.to == (person,)]
    if not (received and written):
        return "one_way_in" if received else "one_way_out" if written else "never"
    silent = (NETWORK.on - max(received + written).date()).days
    return "active" if silent <= 365 else "fading" if silent <= 3 * 365 else "dormant"


def test_every_band_and_every_kind_of_message_occurs() -> None:
    assert set(NETWORK.bands.values()) == {
        *("never", "one_way_in", "one_way_out", "active", "fading", "dormant", "vouched"),
    }
    assert {letter.kind for letter in NETWORK.letters} == {
        *(
            "conversation",
            "stranger",
            "inmail",
            "note",
            "group",
            "draft",
            "spam",
            "sponsored",
            "nobody",
            "self",
        ),
    }


@pytest.mark.parametrize("era", ERAS)
def test_the_newest_date_is_the_day_of_the_export(era: str) -> None:
    on = FORMS[era].on
    network = new_network(1, on, 120, zones=era != "2018")
    moments = [tie.since for tie in network.ties] + [letter.message.at for letter in network.letters]
    assert max(moments).astimezone(UTC).date() == on
    assert max(tie.since for tie in network.ties).date() == on


def test_what_is_left_out_of_an_archive_is_left_out_of_its_truth(tmp_path: Path) -> None:
    silent = archive("2026", tmp_path, only=("connections.csv",)).truth
    assert set(silent.bands.values()) == {"never", "vouched"}
    assert silent.invitations == silent.messages == 0
    (tmp_path / "b").mkdir()
    unconnected = archive("2026", tmp_path / "b", only=("invitations.csv", MESSAGES)).truth
    assert not unconnected.pending
    assert len(unconnected.cannot_tell) > 20


def test_two_exports_differ_by_their_changes(tmp_path: Path) -> None:
    then, now, changes = two_exports(tmp_path)
    before, after = ({who.profile for who in made.truth.bands} for made in (then, now))
    assert changes.gone | {old for old, _ in changes.renamed} == before - after
    assert changes.new | {new for _, new in changes.renamed} == after - before
    assert changes.changed <= before & after
    assert len(before) == then.truth.connections
    assert len(after) == now.truth.connections


def test_broken_rows_stand_in_the_files(tmp_path: Path) -> None:
    files = zipfile.ZipFile(with_broken_rows(tmp_path).path)
    assert Counter(row.file for row in BROKEN if row.text in files.read(row.file).decode()) == {
        "Connections.csv": 3,
        "Invitations.csv": 2,
        "messages.csv": 1,
    }


def test_the_owner_writes_and_is_written_to() -> None:
    assert any(letter.message.sender == OWNER for letter in NETWORK.letters)
    assert all(m.sender == OWNER or OWNER in m.to for m in (letter.message for letter in NETWORK.letters))
