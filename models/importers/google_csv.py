"""Google Contacts, exported as CSV: the header of 2024 and the older one. It grows with the fullest contact."""

from __future__ import annotations

from .layout import Layout, columns, nothing

GOOGLE = Layout(
    "google_csv",
    "Google Contacts, exported as Google CSV",
    columns("File As,Organization Name,Phonetic First Name", "First Name,Last Name,Organization Name,Labels"),
)

GOOGLE_OLD = Layout(
    "google_csv",
    "Google Contacts, exported as Google CSV before 2024",
    columns("Name,Given Name,Family Name,Yomi Name", "Name,Given Name,Family Name,Group Membership"),
    means=nothing("Subject", "Priority", "Location"),
)
