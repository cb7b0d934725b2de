"""Names as people write them: honorifics, credentials, initials, particles and double surnames."""

from __future__ import annotations

import re

from models.matching.spelling import fold

HONORIFICS = frozenset(
    "dr prof professor mr mrs ms miss mx sir dame lord lady rev fr hon herr frau mme mlle monsieur madame sr sra "
    "srta don dona dott dottssa ing dipl mag drs ir eng engr capt col maj gen sgt shri smt pan pani".split()
)
CREDENTIALS = frozenset(
    "phd md mba pmp cpa cfa jd esq msc bsc ma ba mph rn dds dvm pe cissp csm cspo shrm sphr phr llm llb edd psyd frcs "
    "md ph mcse ccie acca fca aca mbbs meng beng pgmp prince2 itil cma cia cism cisa bs ms mpa cfp dba".split()
)
GENERATIONS = {"jr": "jr", "junior": "jr", "jnr": "jr", "sr": "sr", "snr": "sr", "senior": "sr", "ii": "2", "iii": "3", "iv": "4"}
PARTICLES = frozenset(
    "van von der den de del della di da do dos das du la le les el al bin ibn ben bint ter ten te zu zum zur af av "
    "vom y e van't 't op".split()
)
_BRACKETS = re.compile(r"[(\[{\"“„«].*?[)\]}\"”“»]|\b(?:nee|born|geb)\b\.?", re.I)
_JOINERS = re.compile(r"['’`´ʼ]")
_GAP = re.compile(r"[^a-z0-9\-]+")
_NOT_LETTERS = re.compile(r"[^a-z]+")
_UMLAUT = re.compile(r"(?<=[a-z])([aou])e(?=[a-z])")


def _tokens(text: str) -> list[str]:
    return [t.strip("-") for t in _GAP.split(_JOINERS.sub("", fold(text))) if t.strip("-")]


def given_tokens(raw: str) -> list[str]:
    """The parts of a given name without honorifics and nicknames in brackets: Dr. Mary-Ann J. is [maryann, j]."""
    tokens = [t.replace("-", "") for t in _tokens(_BRACKETS.sub(" ", raw).split(",")[0]) or _tokens(raw)]
    kept = [t for t in tokens if t not in HONORIFICS or len(tokens) == 1]
    return kept or tokens


def given_name(raw: str) -> str:
    """The given name joined, initials of middle names left out; only initials when there is nothing else."""
    tokens = given_tokens(raw)
    return "".join(t for t in tokens if len(t) > 1) or "".join(tokens[:1])


def call_name(raw: str) -> str:
    """The first part of the given name that is more than an initial."""
    tokens = given_tokens(raw)
    return next((t for t in tokens if len(t) > 1), tokens[0] if tokens else "")


def middle_initial(raw: str) -> str:
    """The initial of the second given name, when it is written."""
    tokens = given_tokens(raw)
    if len(tokens) < 2:
        return ""
    return tokens[0][:1] if len(tokens[0]) == 1 and len(tokens[1]) > 1 else tokens[1][:1]


def _surname_tokens(raw: str) -> list[str]:
    before_comma = raw.split(",")[0] if "," in raw else raw
    tokens = [part for t in _tokens(before_comma) for part in t.split("-") if part]
    while len(tokens) > 1 and (tokens[-1] in CREDENTIALS or tokens[-1] in GENERATIONS):
        tokens.pop()
    while len(tokens) > 1 and tokens[0] in HONORIFICS and tokens[0] not in PARTICLES:
        tokens.pop(0)
    return [t for t in tokens if t not in PARTICLES] or tokens


def family_name(raw: str) -> str:
    """The surname in one word: no particles, credentials or generation; van der Müller-Lüdenscheidt, PhD is mullerludenscheidt."""
    return _UMLAUT.sub(r"\1", "".join(_surname_tokens(raw)))


def first_surname(raw: str) -> str:
    """The first of two surnames; the whole of a single one."""
    return _UMLAUT.sub(r"\1", next(iter(_surname_tokens(raw)), ""))


def last_surname(raw: str) -> str:
    """The last of two surnames; the whole of a single one."""
    return _UMLAUT.sub(r"\1", next(iter(_surname_tokens(raw)[::-1]), ""))


def generation(raw: str) -> str:
    """Junior, senior or a number after the surname."""
    tokens = _tokens(raw)
    return GENERATIONS.get(tokens[-1], "") if len(tokens) > 1 else ""


def split_full_name(raw: str) -> tuple[str, str]:
    """Given names and surname of a name written in one piece: "Ana de la Cruz", "CRUZ, Ana", "王小明", "Björk"."""
    text = _BRACKETS.sub(" ", raw).strip()
    before, comma, after = text.partition(",")
    if comma and after.strip() and not _is_suffix(after) and before.strip():
        return after.strip(), before.strip()
    parts = (before if comma else text).split()
    while len(parts) > 2 and _is_suffix(parts[-1]):
        parts.pop()
    while len(parts) > 2 and fold(parts[0]).strip(".") in HONORIFICS:
        parts.pop(0)
    if len(parts) == 1:
        return _split_without_space(parts[0])
    start = len(parts) - 1
    while start > 1 and fold(parts[start - 1]) in PARTICLES:
        start -= 1
    return " ".join(parts[:start]), " ".join(parts[start:])


def _is_suffix(text: str) -> bool:
    return all(t in CREDENTIALS or t in GENERATIONS for t in _tokens(text.replace(".", "")))


def _split_without_space(name: str) -> tuple[str, str]:
    """Chinese, Japanese and Korean names put the surname first and no space; any other single word is all there is."""
    is_cjk = all("\u3400" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7af" for c in name)
    if is_cjk and 2 <= len(name) <= 4:
        surname = 2 if len(name) == 4 else 1
        return name[surname:], name[:surname]
    return name, ""
