"""The address book that the user once uploaded to LinkedIn: Contacts.csv or ImportedContacts.csv, in both spellings."""

from __future__ import annotations

from .layout import Layout, columns, meaning

LINKEDIN_CONTACTS = Layout(
    "linkedin_contacts",
    "the address book you once uploaded to LinkedIn",
    columns("Companies,Title,Phone Numbers,Instant Message Handles,Bookmarked At"),
    means=meaning(title="Title", source="Source", link="Profiles", website="Sites"),
)
