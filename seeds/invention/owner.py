"""The one invented person whose export this is, and the files about nobody else."""

from __future__ import annotations

from seeds.invention.linkedin import MESSAGE_COLUMNS, csv_text
from seeds.invention.world import Person

__all__ = ["ADDRESS", "EXTRAS", "OWNER"]

OWNER = Person("Ines", "Falkner", "ines-falkner", "Harbourlight", "Head of Data Platform")
ADDRESS = "ines@falkner.example"

_COACH = (
    *("2-Y29hY2gtb25lLWludmVudGVkLWNvYWNoLW9uZS1pbnZlbnRlZA==", "", "LinkedIn Coach", "", "Ines Falkner"),
    *("https://www.linkedin.com/in/ines-falkner", "2026-05-02 10:00:00 UTC", ""),
    *("How can I introduce myself to a new team? Could you introduce me to a mentor?", "INBOX"),
)
_GUIDE = (
    *_COACH[:2],
    "LinkedIn Guide",
    *_COACH[3:8],
    "Congratulations on your new role!\nAdd it to your profile.",
    "INBOX",
)

EXTRAS = {
    "Profile.csv": csv_text(
        (
            *(
                "First Name",
                "Last Name",
                "Maiden Name",
                "Address",
                "Birth Date",
                "Headline",
                "Summary",
                "Industry",
            ),
            *("Zip Code", "Geo Location", "Twitter Handles", "Websites", "Instant Messengers"),
        ),
        [
            (
                *(
                    "Ines",
                    "Falkner",
                    "",
                    "",
                    "Mar 15",
                    "Head of Data Platform, Harbourlight · boring pipelines",
                ),
                *("I make data arrive on time, and make nobody notice.", "Software Development", "20457"),
                *("Hamburg, Germany", "", "", ""),
            )
        ],
    ),
    "Positions.csv": csv_text(
        ("Company Name", "Title", "Description", "Location", "Started On", "Finished On"),
        [
            ("Harbourlight", "Head of Data Platform", "", "Hamburg, Germany", "Jan 2022", ""),
            ("Quarry Labs", "Engineering Manager, Data", "", "Kraków, Poland", "Nov 2016", "Dec 2021"),
            (
                "Tidal Systems",
                "Data Engineer",
                "Reports, and the cellar.",
                "Hamburg, Germany",
                "Aug 2011",
                "Oct 2016",
            ),
            (
                "Baltic Trade Fairs",
                "Project Assistant",
                "Expo 2010, among others.",
                "Kiel, Germany",
                "2009",
                "Jul 2011",
            ),
        ],
    ),
    "Education.csv": csv_text(
        ("School Name", "Start Date", "End Date", "Notes", "Degree Name", "Activities"),
        [("Nordhafen University", "2004", "2009", "", "Diplom, Statistics", "Rowing, badly")],
    ),
    "Events.csv": csv_text(
        ("Event Name", "Event Time", "Status", "External Url"),
        [
            ("PyCon DE 2026", "2026-05-14 07:00:00 UTC", "APPROVED", "https://pycon.example/2026"),
            ("DataHarbour 2025", "2025-10-16 07:00:00 UTC", "APPROVED", "https://dataharbour.example/"),
            ("Excellence Summit", "2026-02-03 17:00:00 UTC", "RELINQUISHED", ""),
        ],
    ),
    "Email Addresses.csv": csv_text(
        ("Email Address", "Confirmed", "Primary", "Updated On"),
        [(ADDRESS, "Yes", "Yes", "9/5/18, 8:03 AM")],
    ),
    "PhoneNumbers.csv": csv_text(("Extension", "Number", "Type"), [("+49", "40 5550 0142", "Mobile")]),
    "Skills.csv": csv_text(("Name",), [("Data Engineering",), ("Public Speaking",), ("Python",), ("Herring",)]),
    "guide_messages.csv": csv_text(MESSAGE_COLUMNS[:10], [_GUIDE]),
    "learning_coach_messages.csv": csv_text(MESSAGE_COLUMNS[:10], [_COACH]),
    "LearningCoachMessages.csv": "No conversations found",
}
