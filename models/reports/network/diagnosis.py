"""If little came of it: is the network powerless, apathetic, or are you the weak link? Or is it too few to tell?

Each finding rests on rates with their intervals. It holds when an interval lies wholly on the bad side of its bar, does
not hold when wholly on the good side, and is not known in between, or when there are too few.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from ...signals import TOO_FEW
from .numbers import Share

ANSWER_BAR = 0.40
"""Of the people you write to, fewer than this answer: they are apathetic."""
YOUR_ANSWER_BAR = 0.50
"""Of the people who write to you, fewer than this get an answer: you are the weak link."""
YOUR_START_BAR = 0.20
"""Of your conversations, fewer than this are begun by you: likewise."""
DECIDER_BAR = 0.10
"""Of your connections with a known title, fewer than this decide over jobs or money, going by the title: powerless."""
PRODUCED_BAR = 0.10
"""Of your connections, more than this had a part in an outcome: whatever their titles say, they are not powerless."""


class DiagnosisFinding(NamedTuple):
    """One of the three, and what it rests on."""

    name: str
    """`weak_link`, `apathetic` or `powerless`."""
    holds: bool | None
    """`None` when there is too little to tell."""
    sentence: str
    proves: tuple[Share, ...]

    def json(self) -> dict[str, Any]:
        """As JSON gives it."""
        return {
            "name": self.name,
            "holds": self.holds,
            "sentence": self.sentence,
            "rests_on": [each.name for each in self.proves],
        }


class Diagnosis(NamedTuple):
    """What is in the way, if anything is."""

    verdict: str
    """The first finding that holds, `none` when none does, `too_few_to_tell` when none can be told to hold or not."""
    sentence: str
    findings: tuple[DiagnosisFinding, ...]

    def json(self) -> dict[str, Any]:
        """As JSON gives it."""
        return {
            "verdict": self.verdict,
            "sentence": self.sentence,
            "findings": [finding.json() for finding in self.findings],
        }


def diagnose(shares: Collection[Share], outcomes: int) -> Diagnosis:
    """Return the three findings from the rates of the report. Yours comes first: whoever never asks cannot be refused."""
    named = {each.name: each for each in shares}
    findings = (_weak_link(named), _apathetic(named), _powerless(named))
    held = next((finding for finding in findings if finding.holds), None)
    came = f"{outcomes} outcome{'' if outcomes == 1 else 's'} so far" if outcomes else "nothing came of it so far"
    if held:
        return Diagnosis(held.name, f"{came}: {held.sentence}", findings)
    if all(finding.holds is None for finding in findings):
        return Diagnosis("too_few_to_tell", f"{came}, and {TOO_FEW} why", findings)
    if any(finding.holds is None for finding in findings):
        return Diagnosis("none", f"{came}; nothing is plainly in the way, and of some there are {TOO_FEW}", findings)
    return Diagnosis("none", f"{came}; neither they nor you are in the way", findings)


def _weak_link(named: Mapping[str, Share]) -> DiagnosisFinding:
    answers, starts = named["you_answered"], named["started_by_you"]
    holds = _either(_below(answers, YOUR_ANSWER_BAR), _below(starts, YOUR_START_BAR))
    says = {
        True: "you are the weak link: you seldom answer, or seldom begin",
        False: "you answer, and you begin",
        None: f"{TOO_FEW} whether you are the weak link",
    }
    return DiagnosisFinding("weak_link", holds, says[holds], (answers, starts))


def _apathetic(named: Mapping[str, Share]) -> DiagnosisFinding:
    answered = named["ever_answered"]
    holds = _below(answered, ANSWER_BAR)
    says = {
        True: "they are apathetic: you write, and they do not answer",
        False: "they answer when you write",
        None: f"{TOO_FEW} whether they answer",
    }
    return DiagnosisFinding("apathetic", holds, says[holds], (answered,))


def _powerless(named: Mapping[str, Share]) -> DiagnosisFinding:
    """Titles stand for power here, which they do not always."""
    deciders, produced = named["deciders"], named["ever_produced"]
    few, nothing = _below(deciders, DECIDER_BAR), _below(produced, PRODUCED_BAR)
    holds = False if few is False or nothing is False else None if few is None or nothing is None else True
    says = {
        True: "they are powerless, going by their titles: few decide over jobs or money, and next to nothing came of them",
        False: "going by their titles or by what came of them, they are not powerless",
        None: f"{TOO_FEW} whether they could do anything for you",
    }
    return DiagnosisFinding("powerless", holds, says[holds], (deciders, produced))


def _below(found: Share, bar: float) -> bool | None:
    """Return whether a rate lies below a bar; `None` when its interval does not say."""
    if not found.rate.enough or found.rate.low < bar <= found.rate.high:
        return None
    return found.rate.high < bar


def _either(one: bool | None, other: bool | None) -> bool | None:
    if one or other:
        return True
    return None if one is None or other is None else False
