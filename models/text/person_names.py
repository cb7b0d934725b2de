"""Names as people write them: honorifics, credentials, initials, particles and double surnames."""

from __future__ import annotations

import re

from .folding import joined_up, listed, transliterate

HONORIFICS = listed("""
    dr prof professor mr mrs ms miss mx sir dame lord lady rev fr hon herr frau mme mlle monsieur madame
    sr sra srta don dona dott dottssa ing dipl mag drs ir eng engr capt col maj gen sgt shri smt pan pani
""")
CREDENTIALS = listed("""
    phd md mba pmp cpa cfa jd esq msc bsc ma ba mph rn dds dvm pe cissp csm cspo shrm sphr phr llm llb edd
    psyd frcs md ph mcse ccie acca fca aca mbbs meng beng pgmp prince2 itil cma cia cism cisa bs ms mpa
    cfp dba
""")
GENERATIONS = {
    "jr": "jr",
    "junior": "jr",
    "jnr": "jr",
    "sr": "sr",
    "snr": "sr",
    "senior": "sr",
    "ii": "2",
    "iii": "3",
    "iv": "4",
}
PARTICLES = listed("""
    van von der den de del della di da do dos das du la le les el al bin ibn ben bint ter ten te zu zum
    zur af av vom y e van't 't op
""")
_BRACKETS = re.compile(r"[(\[{\"“„«].*?[)\]}\"”“»]|\b(?:nee|born|geb)\b\.?", re.I)
_MAIDEN = re.compile(r"[(\[]|\b(?:n[ée]e|born|geb)\b\.?", re.I)
_GAP = re.compile(r"[^a-z0-9\-]+")
_NOT_LETTERS = re.compile(r"[^a-z]+")
_UMLAUT = re.compile(r"(?<=[a-z])([aou])e(?=[a-z])")


def _tokens(text: str) -> list[str]:
    if text.isascii() and text.isalpha():
        return [text.lower()]
    return [t.strip("-") for t in _GAP.split(joined_up(transliterate(text))) if t.strip("-")]


def given_tokens(raw: str) -> list[str]:
    """Return the parts of a given name, no honorifics, nothing in brackets: Dr. Mary-Ann J. is [maryann, j]."""
    if raw.isascii() and raw.isalpha():
        return [raw.lower()]
    tokens = [t.replace("-", "") for t in _tokens(_BRACKETS.sub(" ", raw).split(",")[0]) or _tokens(raw)]
    return [t for t in tokens if t not in HONORIFICS] or tokens


def given_parts(raw: str) -> tuple[str, str, str, str]:
    """Return a given name in one word, the part one is called by, the next part, and the other initial.

    Dr. Mary-Ann J. is (maryann, maryann, "", j); J. Robert is (robert, robert, "", j); Jean Pierre is
    (jeanpierre, jean, pierre, p).
    """
    if raw.isascii() and raw.isalpha():
        name = raw.lower()
        return name, name, "", ""
    tokens = given_tokens(raw)
    full = [t for t in tokens if len(t) > 1] or tokens[:1]
    if not full:
        return "", "", "", ""
    other = next((t for t in tokens if t is not full[0]), "")
    return "".join(full), full[0], "".join(full[1:2]), other[:1]


def surname_tokens(raw: str) -> list[str]:
    """Return the parts of a surname without particles, credentials, generation and honorifics."""
    tokens = [part for t in _tokens(raw.split(",")[0] or raw) for part in t.split("-") if part]
    while len(tokens) > 1 and (tokens[-1] in CREDENTIALS or tokens[-1] in GENERATIONS):
        tokens.pop()
    while len(tokens) > 1 and tokens[0] in HONORIFICS and tokens[0] not in PARTICLES:
        tokens.pop(0)
    return [t for t in tokens if t not in PARTICLES] or tokens


def family_parts(raw: str) -> tuple[str, str, str]:
    """Return a surname in one word, and the first and last of its parts, a maiden name being the last.

    van der Müller-Lüdke, PhD is (mullerludke, muller, ludke).
    """
    if raw.isascii() and raw.isalpha():
        whole = _without_umlaut(raw.lower())
        return whole, whole, whole
    now, *before = _MAIDEN.split(raw, maxsplit=1)
    tokens = [_without_umlaut(t) for t in surname_tokens(now) or surname_tokens(raw)]
    if not tokens:
        return "", "", ""
    maiden = [_without_umlaut(t) for part in before for t in surname_tokens(part)]
    return "".join(tokens), tokens[0], (maiden or tokens)[-1]


def _without_umlaut(word: str) -> str:
    """Mueller as Muller; most words have no such pair, and asking is cheaper than trying."""
    return _UMLAUT.sub(r"\1", word) if "ue" in word or "oe" in word or "ae" in word else word


def generation(raw: str) -> str:
    """Junior, senior or a number after the surname."""
    if raw.isalpha():
        return ""
    tokens = _tokens(raw)
    return GENERATIONS.get(tokens[-1], "") if len(tokens) > 1 else ""


def split_full_name(raw: str) -> tuple[str, str]:
    """Given names and surname of a name written in one piece: Ana de la Cruz; CRUZ, Ana; 王小明; Björk."""
    text = _BRACKETS.sub(" ", raw).strip()
    before, comma, after = text.partition(",")
    if comma and after.strip() and not _is_suffix(after) and before.strip():
        return after.strip(), before.strip()
    parts = (before if comma else text).split()
    while len(parts) > 2 and _is_suffix(parts[-1]):
        parts.pop()
    while len(parts) > 2 and transliterate(parts[0]).strip(".") in HONORIFICS:
        parts.pop(0)
    if len(parts) == 1:
        return _split_without_space(parts[0])
    start = len(parts) - 1
    while start > 1 and transliterate(parts[start - 1]) in PARTICLES:
        start -= 1
    return " ".join(parts[:start]), " ".join(parts[start:])


def _is_suffix(text: str) -> bool:
    return all(t in CREDENTIALS or t in GENERATIONS for t in _tokens(text.replace(".", "")))


def _split_without_space(name: str) -> tuple[str, str]:
    """Chinese, Japanese and Korean names have no space and the surname first; other single words are all."""
    is_cjk = all("\u3400" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7af" for c in name)
    if is_cjk and 2 <= len(name) <= 4:
        surname = 2 if len(name) == 4 else 1
        return name[surname:], name[:surname]
    return name, ""
