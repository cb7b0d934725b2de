"""Which column of a stranger's file means which field, by what people call them in many languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from models.matching.spelling import words


class Field(StrEnum):
    """What a column can say about a person."""

    ID = "id"
    FIRST_NAME = "first_name"
    MIDDLE_NAME = "middle_name"
    LAST_NAME = "last_name"
    FULL_NAME = "full_name"
    COMPANY = "company"
    TITLE = "title"
    EMAIL = "email"
    PHONE = "phone"
    LINK = "link"
    SOURCE = "source"
    CITY = "city"
    REGION = "region"
    COUNTRY = "country"
    POSTCODE = "postcode"
    ADDRESS = "address"
    STREET_NUMBER = "street_number"
    STREET = "street"
    UNIT = "unit"
    PO_BOX = "po_box"
    DOB = "dob"


# Folded words, spaces for anything that is not a letter or digit. English first, then German, French, Spanish,
# Italian, Portuguese, Dutch, Polish, Scandinavian, Turkish, and what transliteration makes of Russian and Chinese.
SYNONYMS: Mapping[Field, str] = {
    Field.ID: "rec id|id|record id|row id|recid",
    Field.FIRST_NAME: "first name|given name|forename|firstname|givenname|first|given|fname|vorname|rufname|prenom|nombre|nombres|nome|"
    "primeiro nome|nome proprio|voornaam|imie|fornavn|fornamn|etunimi|ad|adi|isim|imya|ming|keresztnev|jmeno|prenume|"
    "attendee first name|first names|contact first name|christian name",
    Field.MIDDLE_NAME: "middle name|middle initial|middle|mi|middlename|additional name|zweiter vorname|deuxieme prenom|segundo nombre|"
    "secondo nome|otchestvo|tussenvoegsel",
    Field.LAST_NAME: "last name|surname|family name|lastname|familyname|last|family|lname|nachname|familienname|zuname|nom|nom de famille|"
    "apellido|apellidos|cognome|sobrenome|apelido|achternaam|familienaam|nazwisko|etternavn|efternamn|efternavn|sukunimi|soyad|soyadi|"
    "familiya|xing|vezeteknev|prijmeni|nume|attendee last name|contact last name|second name",
    Field.FULL_NAME: "name|full name|fullname|display name|attendee name|attendee|contact|contact name|person|participant|participant name|guest|"
    "guest name|your name|ticket holder|ticket full name|delegate|speaker|nom complet|nom et prenom|prenom et nom|nombre completo|"
    "nombre y apellidos|nome completo|nome e cognome|vollstandiger name|vor und nachname|name vorname|naam|volledige naam|"
    "imie i nazwisko|fullt navn|navn|namn|ad soyad|adi soyadi|fio|imya i familiya|xing ming|teilnehmer|teilnehmername|participante",
    Field.COMPANY: "company|company name|organization|organisation|organization name|organisation name|org|employer|employer name|business|"
    "affiliation|institution|workplace|company organization|company organisation|current company|account name|firma|firmenname|unternehmen|"
    "arbeitgeber|organisationsname|entreprise|societe|organisme|employeur|empresa|compania|organizacion|azienda|societa|ditta|"
    "organizzazione|organizacao|bedrijf|bedrijfsnaam|organisatie|werkgever|przedsiebiorstwo|organizacja|bolag|foretag|virksomhed|"
    "selskap|bedrift|yritys|sirket|kurum|kompaniya|organizatsiya|gongsi|company attendee",
    Field.TITLE: "title|job title|jobtitle|position|role|job|occupation|job role|headline|current position|designation|function|"
    "berufsbezeichnung|stelle|stellenbezeichnung|beruf|funktion|poste|fonction|intitule du poste|titre|profession|cargo|puesto|"
    "profesion|ruolo|qualifica|posizione|mansione|funcao|functie|functietitel|stanowisko|titel|stilling|befattning|unvan|"
    "pozisyon|dolzhnost|zhiwei|profissao",
    Field.EMAIL: "email|e mail|email address|e mail address|mail|emailaddress|attendee email|e mail 1 value|primary email|work email|"
    "business email|contact email|mail address|e mail adresse|email adresse|mailadresse|adresse mail|adresse e mail|adresse email|"
    "courriel|correo|correo electronico|direccion de correo|posta elettronica|indirizzo email|endereco de email|e mailadres|"
    "emailadres|adres email|adres e mail|e post|epost|e posta|eposta|elektronnaya pochta|pochta|youxiang|sahkoposti",
    Field.PHONE: "phone|phone number|telephone|tel|mobile|mobile phone|mobile number|cell|cell phone|phone 1 value|work phone|business phone|"
    "contact number|whatsapp|telefon|telefonnummer|handy|handynummer|mobil|mobilnummer|telephone portable|portable|numero de telephone|"
    "telefono|movil|celular|cellulare|numero di telefono|telefone|telemovel|telefoon|telefoonnummer|mobiel|numer telefonu|"
    "komorka|puhelin|cep telefonu|nomer telefona|dianhua|shouji|primary phone",
    Field.LINK: "url|profile|profile url|profile link|linkedin|linkedin url|linkedin profile|linkedin profile url|public profile url|link|"
    "profil|linkedin profil|lien profil|perfil|perfil de linkedin|profilo|profilo linkedin|profiel|what is your linkedin profile",
    Field.SOURCE: "source|data source|quelle|fuente|fonte|bron|zrodlo|kilde",
    Field.CITY: "city|town|suburb|locality|location|place|municipality|home city|work city|ort|stadt|wohnort|ville|commune|ciudad|localidad|"
    "poblacion|citta|comune|cidade|localidade|plaats|stad|woonplaats|miasto|miejscowosc|by|sted|stad ort|kaupunki|sehir|gorod|chengshi",
    Field.REGION: "state|region|province|county|state province|bundesland|kanton|canton|departement|estado|provincia|comunidad autonoma|"
    "regione|distrito|provincie|wojewodztwo|lan|fylke|il|oblast",
    Field.COUNTRY: "country|country code|nation|country region|land|staat|pays|pais|paese|nazione|kraj|maa|ulke|strana|guojia",
    Field.POSTCODE: "postcode|postal code|zip|zip code|zipcode|post code|pin code|plz|postleitzahl|code postal|codigo postal|cp|cap|"
    "codice postale|cep|codigo de endereco postal|kod pocztowy|postnummer|postinumero|posta kodu|pochtovyy indeks|indeks",
    Field.ADDRESS: "address|street address|home address|mailing address|postal address|full address|address line 1|address1|addr|adresse|"
    "anschrift|strasse und hausnummer|direccion|domicilio|indirizzo|endereco|morada|adres|straat en huisnummer|osoite|adrese|dizhi",
    Field.STREET_NUMBER: "street number|house number|number|hausnummer|hausnr|numero|numero civico|huisnummer|nr domu|street no|house no",
    Field.STREET: "street|street name|road|address 1|strasse|rue|calle|via|rua|straat|straatnaam|ulica|gate|gata|vej|ulitsa",
    Field.UNIT: "unit|unit number|apartment|apt|flat|suite|wohnung|appartement|piso|interno|address 2 unit",
    Field.PO_BOX: "po box|p o box|post office box|pobox|postfach|boite postale|apartado|casella postale|postbus|skrytka pocztowa",
    Field.DOB: "dob|date of birth|birth date|birthdate|birthday|born|geburtsdatum|geburtstag|geboren|date de naissance|naissance|anniversaire|"
    "fecha de nacimiento|nacimiento|cumpleanos|data di nascita|nascita|compleanno|data de nascimento|geboortedatum|data urodzenia|"
    "fodelsedatum|fodselsdato|syntymaaika|dogum tarihi|data rozhdeniya",
}  # fmt: skip
_FIELD_OF = {name: field for field, names in SYNONYMS.items() for name in names.split("|")}
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Mapping_:
    """Which column of a file means which field, and which columns mean nothing to us."""

    fields: dict[Field, str]
    unknown: tuple[str, ...]


def field_of(header: str) -> Field | None:
    """The field a column's header names, in whichever language."""
    spaced = " ".join(words(_CAMEL.sub(" ", header)))
    if spaced in _FIELD_OF:
        return _FIELD_OF[spaced]
    return _FIELD_OF.get(" ".join(words(header)))


def map_columns(headers: Sequence[str], told: Mapping[str, str] | None = None) -> Mapping_:
    """The mapping of a file's columns; what the user told wins, the first of two columns with one meaning wins."""
    fields: dict[Field, str] = {}
    for header, name in (told or {}).items():
        fields[Field(name)] = header
    for header in headers:
        field = field_of(header)
        if field and field not in fields and header not in fields.values():
            fields[field] = header
    known = set(fields.values())
    return Mapping_(fields, tuple(h for h in headers if h not in known))


def known_headers(headers: Iterable[str]) -> int:
    """How many of the headers name a field; tells a header row from a row of data."""
    return sum(1 for header in headers if field_of(header))
