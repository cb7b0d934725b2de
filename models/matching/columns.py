"""Which column of a stranger's file means which field, by what people call them in many languages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from models.matching.spelling import listed, words


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


# Folded words, a space for anything that is no letter or digit; many languages, then what transliteration
# makes of Russian and Chinese. A field goes on until the next one begins.
SYNONYMS = """
id: rec id | id | record id | row id | recid
first_name: first name | given name | forename | firstname | givenname | first | given | fname | vorname |
    rufname | prenom | nombre | nombres | nome | primeiro nome | nome proprio | voornaam | imie | fornavn
    | fornamn | etunimi | ad | adi | isim | imya | ming | keresztnev | jmeno | prenume | attendee first
    name | first names | contact first name | christian name
middle_name: middle name | middle initial | middle | mi | middlename | additional name | zweiter vorname |
    deuxieme prenom | segundo nombre | secondo nome | otchestvo | tussenvoegsel
last_name: last name | surname | family name | lastname | familyname | last | family | lname | nachname |
    familienname | zuname | nom | nom de famille | apellido | apellidos | cognome | sobrenome | apelido |
    achternaam | familienaam | nazwisko | etternavn | efternamn | efternavn | sukunimi | soyad | soyadi |
    familiya | xing | vezeteknev | prijmeni | nume | attendee last name | contact last name | second name
full_name: name | full name | fullname | display name | attendee name | attendee | contact | contact name
    | person | participant | participant name | guest | guest name | your name | ticket holder | ticket
    full name | delegate | speaker | nom complet | nom et prenom | prenom et nom | nombre completo |
    nombre y apellidos | nome completo | nome e cognome | vollstandiger name | vor und nachname | name
    vorname | naam | volledige naam | imie i nazwisko | fullt navn | navn | namn | ad soyad | adi soyadi |
    fio | imya i familiya | xing ming | teilnehmer | teilnehmername | participante
company: company | company name | organization | organisation | organization name | organisation name |
    org | employer | employer name | business | affiliation | institution | workplace | company
    organization | company organisation | current company | account name | firma | firmenname |
    unternehmen | arbeitgeber | organisationsname | entreprise | societe | organisme | employeur | empresa
    | compania | organizacion | azienda | societa | ditta | organizzazione | organizacao | bedrijf |
    bedrijfsnaam | organisatie | werkgever | przedsiebiorstwo | organizacja | bolag | foretag | virksomhed
    | selskap | bedrift | yritys | sirket | kurum | kompaniya | organizatsiya | gongsi | company attendee
title: title | job title | jobtitle | position | role | job | occupation | job role | headline | current
    position | designation | function | berufsbezeichnung | stelle | stellenbezeichnung | beruf | funktion
    | poste | fonction | intitule du poste | titre | profession | cargo | puesto | profesion | ruolo |
    qualifica | posizione | mansione | funcao | functie | functietitel | stanowisko | titel | stilling |
    befattning | unvan | pozisyon | dolzhnost | zhiwei | profissao
email: email | e mail | email address | e mail address | mail | emailaddress | attendee email | e mail 1
    value | primary email | work email | business email | contact email | mail address | e mail adresse |
    email adresse | mailadresse | adresse mail | adresse e mail | adresse email | courriel | correo |
    correo electronico | direccion de correo | posta elettronica | indirizzo email | endereco de email | e
    mailadres | emailadres | adres email | adres e mail | e post | epost | e posta | eposta | elektronnaya
    pochta | pochta | youxiang | sahkoposti
phone: phone | phone number | telephone | tel | mobile | mobile phone | mobile number | cell | cell phone
    | phone 1 value | work phone | business phone | contact number | whatsapp | telefon | telefonnummer |
    handy | handynummer | mobil | mobilnummer | telephone portable | portable | numero de telephone |
    telefono | movil | celular | cellulare | numero di telefono | telefone | telemovel | telefoon |
    telefoonnummer | mobiel | numer telefonu | komorka | puhelin | cep telefonu | nomer telefona | dianhua
    | shouji | primary phone
link: url | profile | profile url | profile link | linkedin | linkedin url | linkedin profile | linkedin
    profile url | public profile url | link | profil | linkedin profil | lien profil | perfil | perfil de
    linkedin | profilo | profilo linkedin | profiel | what is your linkedin profile
source: source | data source | quelle | fuente | fonte | bron | zrodlo | kilde
city: city | town | suburb | locality | location | place | municipality | home city | work city | ort |
    stadt | wohnort | ville | commune | ciudad | localidad | poblacion | citta | comune | cidade |
    localidade | plaats | stad | woonplaats | miasto | miejscowosc | by | sted | stad ort | kaupunki |
    sehir | gorod | chengshi
region: state | region | province | county | state province | bundesland | kanton | canton | departement |
    estado | provincia | comunidad autonoma | regione | distrito | provincie | wojewodztwo | lan | fylke |
    il | oblast
country: country | country code | nation | country region | land | staat | pays | pais | paese | nazione |
    kraj | maa | ulke | strana | guojia
postcode: postcode | postal code | zip | zip code | zipcode | post code | pin code | plz | postleitzahl |
    code postal | codigo postal | cp | cap | codice postale | cep | codigo de endereco postal | kod
    pocztowy | postnummer | postinumero | posta kodu | pochtovyy indeks | indeks
address: address | street address | home address | mailing address | postal address | full address |
    address line 1 | address1 | addr | adresse | anschrift | strasse und hausnummer | direccion |
    domicilio | indirizzo | endereco | morada | adres | straat en huisnummer | osoite | adrese | dizhi
street_number: street number | house number | number | hausnummer | hausnr | numero | numero civico |
    huisnummer | nr domu | street no | house no
street: street | street name | road | address 1 | strasse | rue | calle | via | rua | straat | straatnaam
    | ulica | gate | gata | vej | ulitsa
unit: unit | unit number | apartment | apt | flat | suite | wohnung | appartement | piso | interno |
    address 2 unit
po_box: po box | p o box | post office box | pobox | postfach | boite postale | apartado | casella postale
    | postbus | skrytka pocztowa
dob: dob | date of birth | birth date | birthdate | birthday | born | geburtsdatum | geburtstag | geboren
    | date de naissance | naissance | anniversaire | fecha de nacimiento | nacimiento | cumpleanos | data
    di nascita | nascita | compleanno | data de nascimento | geboortedatum | data urodzenia | fodelsedatum
    | fodselsdato | syntymaaika | dogum tarihi | data rozhdeniya
"""
QUALIFIERS = listed("""
    attendee contact participant guest ticket registrant billing work home business primary main your the
    required optional person customer buyer holder delegate speaker member lead owner current personal
    private office company s
""")
WHOLE_OR_PART = frozenset(("name", "nom", "nome", "naam", "navn", "namn", "nombre"))
"""Words that mean the whole name when they stand alone, and a part of it beside the other part."""
_ENTRY = re.compile(r"^(\w+):(.*(?:\n[ ].*)*)", re.M)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """Which column of a file means which field, and which columns mean nothing to us."""

    fields: dict[Field, str]
    unknown: tuple[str, ...]


def map_columns(headers: Sequence[str], told: Mapping[str, str] | None = None) -> ColumnMap:
    """The meaning of a file's columns: what the user told wins, then the first of two with one meaning.

    `told` maps column to field by name; a column told to mean nothing ("-") is left out.
    """
    fields = {Field(name): header for header, name in (told or {}).items() if name != "-"}
    for header in headers:
        field = field_of(header)
        if field and field not in fields and header not in (told or {}):
            fields[field] = header
    fields = _with_whole_names(fields)
    known = set(fields.values())
    return ColumnMap(fields, tuple(header for header in headers if header not in known))


def field_of(header: str) -> Field | None:
    """The field a column's header names, in whichever language, or nothing."""
    for spelled in (_CAMEL.sub(" ", header), header):
        tokens = words(spelled)
        plainer = [token for token in tokens if token not in QUALIFIERS]
        for said in (" ".join(tokens), " ".join(plainer)):
            if said in _FIELD_OF:
                return _FIELD_OF[said]
    return None


def _with_whole_names(fields: dict[Field, str]) -> dict[Field, str]:
    """ "Name" beside "Vorname" is the surname; a first name with no surname beside it is the whole name."""
    first, last, full = Field.FIRST_NAME, Field.LAST_NAME, Field.FULL_NAME
    if first in fields and last not in fields and full in fields and _is_plain(fields[full]):
        return {last if field is full else field: header for field, header in fields.items()}
    for part, other in ((first, last), (last, first)):
        if part in fields and other not in fields and full not in fields and _is_plain(fields[part]):
            return {full if field is part else field: header for field, header in fields.items()}
    return fields


def _is_plain(header: str) -> bool:
    return " ".join(words(header)) in WHOLE_OR_PART


def _entries() -> dict[str, Field]:
    return {
        name.strip(): Field(field)
        for field, names in _ENTRY.findall(SYNONYMS)
        for name in " ".join(names.split()).split("|")
    }


_FIELD_OF = _entries()
