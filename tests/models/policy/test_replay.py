"""Past decisions under another policy: exact, from what was known then, and nothing a later fact can change."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import PolicyFileError, UsageError
from models.policy import load_policy
from models.policy.edit import change, changed_text, difference, save
from models.policy.facts import (
    EarlierDecision,
    EarlierRequest,
    IntroFacts,
    InviteFacts,
    LookAlike,
    Meeting,
    StaleFacts,
    Standing,
)
from models.policy.facts_json import facts_from_json, facts_to_json
from models.policy.recommend import Facts
from models.policy.replay import PastDecision, calibrate, replay
from models.signals import Band
from models.workspace import Workspace
from tests.models.support import Export

DAY = date(2026, 9, 15)
FACTS: list[tuple[str, Facts]] = [
    ("invites", InviteFacts("Ann", DAY)),
    (
        "invites",
        InviteFacts(
            "Ann", DAY, note="Hi", sent_on=DAY, met=Meeting("PyCon", DAY, "liked", keep_in_touch=True), nudges=2,
            texts=("a", "b"), look_alike=LookAlike("namesake", "Ann B"), band=Band.ACTIVE,
            earlier=(EarlierDecision("ignore", DAY, "why"),),
        ),
    ),
    (
        "intros",
        IntroFacts(
            Standing("Nils", Band.DORMANT, 1.5, met=Meeting()), DAY, Standing("Vera", last_contact=DAY), ("A", "B"),
            earlier=(EarlierRequest(DAY, "decline", "job"),), target_wrote_on=DAY,
        ),
    ),
    ("stale", StaleFacts("Ann", DAY, meetings=(Meeting("Expo", None),), event_outcomes=0, outcomes=("job",))),
]  # fmt: skip


@pytest.mark.parametrize(("queue", "facts"), FACTS)
def test_facts_come_back_as_they_were_kept(queue: str, facts: Facts) -> None:
    assert facts_from_json(queue, json.loads(json.dumps(facts_to_json(facts)))) == facts


def test_facts_of_another_version_are_read_as_far_as_they_are_known() -> None:
    assert facts_from_json("invites", {"name": "Ann", "export_date": "2026-09-15", "shoe_size": 38}) == InviteFacts(
        "Ann", DAY
    )


@dataclass
class Made:
    """A decision as simple as can be."""

    verdict: str
    recommended: str
    reasons: tuple[tuple[str, float], ...] = ()

    def past(self) -> PastDecision:
        return PastDecision("1", "Ann", 1, self.verdict, self.recommended, self.reasons, None)


def test_agreement_is_counted_by_queue_and_by_rule() -> None:
    past = [Made("accept", "accept", (("own_note", 1.0),)).past()] * 3 + [
        Made("ignore", "accept", (("own_note", 1.0), ("namesake", -0.5))).past(),
        Made("ignore", "", (("namesake", -0.5),)).past(),
    ]
    found = calibrate("invites", past)
    assert (found.agreement.value, found.agreement.n) == (0.75, 4)
    assert (found.commonest, found.baseline.value) == ("accept", 0.75)
    rules = {record.rule: (record.overruled.value, record.overruled.n) for record in found.rules}
    assert rules == {"own_note": (0.25, 4), "namesake": (0.0, 2)}


def test_a_policy_no_better_than_a_constant_answer_is_told_so_once_there_are_enough() -> None:
    mixed = [Made("accept", "accept").past()] * 12 + [Made("ignore", "accept").past()] * 8
    assert calibrate("invites", mixed).is_no_better
    assert not calibrate("invites", mixed[:19]).is_no_better
    better = [*mixed, *[Made("ignore", "ignore").past()] * 3]
    assert not calibrate("invites", better).is_no_better


def test_a_rule_that_is_surely_mostly_overruled_is_named() -> None:
    past = [Made("accept", "ignore", (("namesake", -0.5),)).past()] * 12
    [record] = calibrate("invites", past).rules
    assert record.is_mostly_overruled
    [record] = calibrate("invites", past[:2]).rules
    assert not record.is_mostly_overruled, "two are too few to tell"


@given(st.lists(st.sampled_from(["accept", "ignore", "no_reply", "ask"]), max_size=30))
def test_the_same_policy_replayed_says_what_it_said(verdicts: list[str]) -> None:
    policy = load_policy()
    facts = InviteFacts("Ann", DAY, met=Meeting("PyCon", DAY, "liked"))
    past = [PastDecision(str(n), "Ann", n, verdict, "accept", (), facts) for n, verdict in enumerate(verdicts)]
    found = replay("invites", past, policy)
    assert found.changed == ()
    assert found.before == found.after


@pytest.fixture
def decided(workspace: Workspace, tmp_path: Path) -> Workspace:
    """Three invitations, one with a note and two without, of which all but one were accepted."""
    made = Export().invited("Ann Lee", 9, "We met at PyCon.").invited("Bo Berg", 8).invited("Cy Cole", 7)
    workspace.import_files([made.zipped(tmp_path)])
    for item in workspace.items("invites"):
        if item.name != "Cy Cole":
            workspace.decide("invites", item.id, "accept")
    return workspace


def test_other_weights_are_tried_on_what_was_known_then_and_nothing_is_kept(decided: Workspace) -> None:
    [trial] = decided.trials({("invites", "blank_note"): 20.0, ("invites", "own_note"): -20.0})
    assert trial.replay.left_out == 0
    assert {each.past.name: each.would for each in trial.replay.changed} == {"Ann Lee": "ignore", "Bo Berg": "accept"}
    assert [each.past.name for each in trial.refused] == ["Ann Lee"]
    assert (trial.replay.before.value, trial.replay.after.value) == (0.0, 0.5)
    assert not decided.settings.policy_file.exists()


def test_a_fact_that_came_later_changes_nothing(decided: Workspace, tmp_path: Path) -> None:
    before = decided.trials({("invites", "blank_note"): -20.0})
    later = Export(date(2026, 10, 1)).heard("Bo Berg", 1, "Remember me? We met, I like you, let us talk.")
    decided.import_files([later.zipped(tmp_path / "later")])
    after = decided.trials({("invites", "blank_note"): -20.0})
    assert [trial.replay for trial in after] == [trial.replay for trial in before]


def test_a_change_is_saved_with_every_comment_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "policy.toml"
    path.write_text("# mine\n[invites]\nnamesake = -0.5  # hm\n", encoding="utf-8")
    before, after = changed_text(path, {("invites", "namesake"): -2.0, ("stale", "noted"): False})
    assert after.startswith("# mine\n[invites]\nnamesake = -2.0  # hm\n")
    assert difference(path, before, after).splitlines()[4:6] == ["-namesake = -0.5  # hm", "+namesake = -2.0  # hm"]
    save(path, after)
    assert load_policy(path).weights["invites"]["namesake"] == -2.0
    assert "noted" not in load_policy(path).weights["stale"]


@pytest.mark.parametrize("typed", ["namesake=1", "invites.namesake", "invites.namesake=many", ""])
def test_what_is_no_change_is_told(typed: str) -> None:
    with pytest.raises(UsageError):
        change(typed)


def test_a_rule_that_does_not_exist_is_not_saved(decided: Workspace) -> None:
    with pytest.raises(PolicyFileError):
        decided.policy_change({("invites", "namesakes"): 1.0}, keep=True)
    assert not decided.settings.policy_file.exists()


def test_where_it_is_quiet_picky_gives_reasons_and_no_verdict(decided: Workspace) -> None:
    (item,) = decided.items("invites")
    assert item.recommendation.verdict
    decided.policy = decided.policy._replace(quiet=frozenset({"invites"}))
    (quiet,) = decided.items("invites")
    assert quiet.recommendation.verdict is None
    assert quiet.recommendation.reasons == item.recommendation.reasons


def test_it_is_quiet_again_after_a_restart_and_speaks_when_it_does_better(decided: Workspace) -> None:
    assert decided.hush("invites") is False
    assert decided.policy.quiet == frozenset()


def test_a_constant_answer_would_do_as_well_so_picky_is_quiet_until_it_does_better(
    workspace: Workspace, tmp_path: Path
) -> None:
    made = Export()
    for number in range(24):
        made.invited(f"Ann Lee{chr(97 + number)}", 9 + number)
    workspace.import_files([made.zipped(tmp_path)])
    cards = workspace.items("invites")
    assert {item.recommendation.verdict for item in cards} == {"ignore"}
    for item in cards[:22]:
        workspace.decide("invites", item.id, "accept")
    assert workspace.hush("invites") is True
    assert {item.recommendation.verdict for item in workspace.items("invites")} == {None}
    reopened = Workspace(workspace.settings)
    assert reopened.policy.quiet == {"invites"}
    reopened.close()
