"""Domains of e-mail addresses: free mail, or a company's own."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from .folding import listed

TABLE = Path(__file__).with_name("tables") / "free_mail.txt"
_SECOND_LEVEL = listed("""
    co com ac org net gov edu or ne go
""")
"""Labels that stand between a name and its country: acme.co.uk, acme.or.jp."""


def is_free_mail(domain: str) -> bool:
    """Return whether anybody can have an address there, so that it says nothing about where they work.

    The whole domain counts: orange.fr gives its customers mailboxes, orange.com is where Orange's people write from.
    """
    return domain.lower() in _free_mail()


def company_domain(domain: str) -> str:
    """Return the domain when it can be a company's, and nothing for free mail."""
    return "" if is_free_mail(domain) else domain


def company_label(domain: str) -> str:
    """Return the part of a domain that names its owner, acme of mail.acme.co.uk, and nothing for free mail."""
    if is_free_mail(domain):
        return ""
    labels = [part for part in domain.split(".") if part]
    if len(labels) > 2 and labels[-2] in _SECOND_LEVEL:
        labels.pop()
    return labels[-2] if len(labels) > 1 else "".join(labels)


@cache
def _free_mail() -> frozenset[str]:
    return frozenset(TABLE.read_text("ascii").split("\n"))
