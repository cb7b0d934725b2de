from __future__ import annotations

import pytest

from models.matching.columns import Field, map_columns

HEADERS = [
    ("First Name,Last Name,Company,Job Title,E-mail Address",
     "first_name last_name company title email"),
    ("Attendee First Name,Attendee Last Name,Attendee Email,Ticket,Cell",
     "first_name last_name email - phone"),
    ("full_name,organisation,role,emailAddress,linkedin_url", "full_name company title email link"),
    ("GivenName,FamilyName,EmployerName,Town,Zip Code", "first_name last_name company city postcode"),
    ("Name,Affiliation,Country Code,Shirt size", "full_name company country -"),
    ("given_name,surname,street_number,address_1,suburb,postcode,date_of_birth",
     "first_name last_name street_number street city postcode dob"),
    ("Vorname,Name,Firma,Straße,Hausnummer,PLZ,Ort,Geburtsdatum,E-Mail-Adresse",
     "first_name last_name company street street_number postcode city dob email"),
    ("Prénom,Nom,Société,Fonction,Téléphone,Ville", "first_name last_name company title phone city"),
    ("Nombre,Apellidos,Empresa,Cargo,Correo electrónico,País",
     "first_name last_name company title email country"),
    ("Imię,Nazwisko,Stanowisko,Kod pocztowy,Miejscowość", "first_name last_name title postcode city"),
    ("Nome,Cognome,Azienda,Qualifica,Indirizzo,Data di nascita",
     "first_name last_name company title address dob"),
    ("Имя,Фамилия,Компания,Должность,Город", "first_name last_name company title city"),
    ("Ad,Soyad,Şirket,Unvan,E-posta", "first_name last_name company title email"),
    ("Nome,Empresa", "full_name company"),
]  # fmt: skip


@pytest.mark.parametrize(("header", "fields"), HEADERS)
def test_columns_are_found_in_many_languages(header: str, fields: str) -> None:
    columns = header.split(",")
    meant = {
        Field(field): column for column, field in zip(columns, fields.split(), strict=True) if field != "-"
    }
    assert map_columns(columns).fields == meant


def test_what_means_nothing_is_named() -> None:
    assert map_columns(["Name", "Shirt size", "Lunch"]).unknown == ("Shirt size", "Lunch")


def test_the_first_of_two_columns_with_one_meaning_wins() -> None:
    mapping = map_columns(["Name", "E-mail 1 - Value", "Work email"])
    assert mapping.fields[Field.EMAIL] == "E-mail 1 - Value"
    assert mapping.unknown == ("Work email",)


def test_what_the_user_told_wins() -> None:
    mapping = map_columns(["Name", "Email", "Reach me at"], {"Reach me at": "email", "Name": "-"})
    assert mapping.fields == {Field.EMAIL: "Reach me at"}
