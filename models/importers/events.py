"""Lists of attendees and scanned badges, by the products whose headers are known. Questions come as further columns."""

from __future__ import annotations

from .eventyay import lead_rows
from .layout import Layout, columns, meaning, nothing

EVENTS = (
    Layout(
        "eventbrite",
        "Eventbrite attendee report",
        columns(
            "Order #,Attendee #,Ticket Type", "Order #,Attendee Status,Ticket Type", "Order #,Barcode #,Ticket Type"
        ),
        is_event=True,
    ),
    Layout(
        "luma",
        "Luma guest export",
        columns("api_id,name,email,approval_status", "name,email,approval_status,checked_in_at"),
        means=nothing("qr_code_url", "survey_response_feedback"),
        is_event=True,
    ),
    Layout(
        "tito",
        "Tito tickets",
        columns(
            "Ticket Full Name,Ticket Email,Ticket Reference", "Registration Name,Registration Email,Ticket Reference"
        ),
        # The buyer of a ticket is not who holds it.
        means=nothing("Number", "Order Name", "Order Email", "Order Company Name", "Order Phone Number"),
        is_event=True,
        nobody="the ticket is not assigned to anybody",
    ),
    Layout(
        "pretix",
        "pretix check-in list",
        columns(
            "Order code,Attendee name,Product",
            "Bestellnummer,Name,Produkt",
            "Bestellnummer,Teilnehmername,Produkt",
            "Bestellnummer,Name des Teilnehmers,Produkt",
            "Code de commande,Nom du participant,Produit",
            "Code de la commande,Nom du participant,Produit",
        ),
        means=meaning(event_date="Start date")
        | nothing("Automatically checked in", "Automatisch eingecheckt", "Checked out"),
        is_event=True,
        nobody="the ticket is not assigned to anybody",
    ),
    Layout(
        "eventyay_leads",
        "Eventyay lead scans of an exhibitor",
        columns("Exhibitor,Scanned Date,Scan Time,Attendee Name,Tags"),
        means=nothing("ID", "Exhibitor", "Booth Name", "Device Name", "Scan Type"),
        is_event=True,
        utc=True,
        rows=lead_rows,
    ),
    Layout(
        "open_event",
        "Open Event attendees",
        columns("Ticket ID,Ticket Name,Ticket Type,Email", "Payment Type,Payment Mode,Ticket ID,Email"),
        means=nothing("Ticket Name", "Tax ID"),
        is_event=True,
    ),
    Layout(
        "meetup",
        "Meetup attendees",
        columns("Name,User ID,RSVP,URL of Member Profile"),
        means=meaning(status="RSVP", checked_in="Attendance", link="URL of Member Profile")
        | nothing("Title", "Event Host"),
        is_event=True,
    ),
    Layout(
        "hubspot",
        "HubSpot contacts",
        columns("Record ID,First Name,Last Name,Email"),
        means=nothing("Lead Status", "Contact owner"),
    ),
    Layout(
        "apollo",
        "Apollo people",
        columns("First Name,Last Name,Person Linkedin Url,Company Linkedin Url"),
        means=meaning(link="Person Linkedin Url"),
    ),
)
