"""Companies without their legal clothes, so that Acme Inc. and ACME Corporation are one spelling."""

from __future__ import annotations

from ..text.latin import listed, words

LEGAL_FORMS = listed("""
    inc incorporated llc llp lp ltd limited plc corp corporation co company gmbh mbh ag kg kgaa ohg ug se
    sa sas sasu sarl sl slu srl spa sro bv nv vof ab as asa aps oy oyj kk pty pte pvt private ltda eirl
    sca scs scrl sprl bvba zoo doo ood eood kft zrt nyrt rt ao ooo zao pao jsc cv aktiengesellschaft
    aktiebolag holding holdings group sanayi ticaret sirketi anonim limitada cia
""")
_JOINED_FORMS = {
    ("s", "a"),
    ("s", "l"),
    ("b", "v"),
    ("n", "v"),
    ("a", "g"),
    ("a", "s"),
    ("k", "k"),
    ("s", "e"),
}
_DOTTED = {
    ("s", "p", "a"),
    ("s", "r", "l"),
    ("l", "l", "c"),
    ("s", "a", "s"),
    ("l", "t", "d"),
    ("p", "l", "c"),
    ("sp", "z", "o"),
    ("g", "mbh"),
}
NO_COMPANY = listed("""
    self employed | selfemployed | self | freelance | freelancer | independent | independent consultant |
    unemployed | retired | student | none | na | n a | stealth | stealth startup | stealth mode |
    confidential | private | looking for work | open to work | homemaker | various | unknown | null | not
    applicable | tbd | test
""")


def _without_legal_forms(tokens: list[str]) -> list[str]:
    kept = list(tokens)
    while len(kept) > 1:
        if kept[-1] in LEGAL_FORMS:
            kept.pop()
        elif len(kept) > 2 and (tuple(kept[-2:]) in _JOINED_FORMS or kept[-2:] == ["o", "o"]):
            del kept[-2:]
        elif len(kept) > 3 and tuple(kept[-3:]) in _DOTTED:
            del kept[-3:]
        elif len(kept) > 2 and kept[-1] in {"and", "z", "sp"}:
            kept.pop()
        else:
            return kept
    return kept


def company_core(raw: str) -> str:
    """The name without legal form, punctuation, leading "the"; nothing for "self-employed" and its like."""
    tokens = words(raw.replace("&", " and "))
    if len(tokens) > 1 and tokens[0] == "the":
        tokens = tokens[1:]
    core = " ".join(_without_legal_forms(tokens))
    return "" if core in NO_COMPANY else core


def acronym(core: str) -> str:
    """The initials of a company's name of two or more words: nova bright systems is nbs."""
    if " " not in core:
        return ""
    initials = [word[0] for word in core.split() if word not in {"and", "of", "the", "de", "for"}]
    return "".join(initials) if len(initials) > 1 else ""
