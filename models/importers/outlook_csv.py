"""Outlook contacts as CSV: the new Outlook, the desktop one, and what Google calls Outlook CSV."""

from __future__ import annotations

from .layout import Layout, columns, meaning, nothing

OUTLOOK = Layout(
    "outlook_csv",
    "Outlook contacts, exported as CSV",
    columns("First Name,Last Name,Title,Suffix,E-mail Address,E-mail 2 Address"),
    # The courtesy title, unlike anywhere else; `Location` is an office.
    means=meaning(courtesy="Title") | nothing("Location"),
)
