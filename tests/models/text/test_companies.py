from __future__ import annotations

import time

import pytest

from models.text import companies
from models.text.companies import acronym, company_key, employer_key

FORMS = """
DE: Zylofon GmbH | Zylofon GmbH & Co. KG | Zylofon UG (haftungsbeschränkt)       AT: Zylofon Ges.m.b.H. | Zylofon OG
FR: Zylofon SARL | Zylofon S.A.S. | SARL Zylofon       BE: Zylofon BVBA | Zylofon SRL       CH: Zylofon AG
IT: Zylofon S.p.A. | Zylofon S.r.l.       ES: Zylofon, S.L.U. | Zylofon S. Coop.       PT: Zylofon Unipessoal Lda.
BR: Zylofon Ltda. | Zylofon S/A | Zylofon EIRELI       MX: Zylofon, S.A. de C.V. | Zylofon S. de R.L. de C.V.
NL: Zylofon B.V. | Zylofon N.V.       DK: Zylofon A/S | Zylofon ApS       SE: Zylofon AB (publ)       NO: Zylofon ASA
FI: Zylofon Oyj | Oy Zylofon Ab       EE: Zylofon OÜ       LV: SIA Zylofon       LT: UAB „Zylofon“
PL: Zylofon Sp. z o.o. | Zylofon sp. z o.o. sp.k.       CZ: Zylofon, spol. s r.o. | Zylofon a. s.       HU: Zylofon Kft.
HR: Zylofon d.o.o. | Zylofon d.d.       BG: Zylofon EOOD       RU: ООО «Zylofon»       UA: ТОВ Zylofon
TR: Zylofon A.Ş. | Zylofon San. ve Tic. Ltd. Şti.       GR: Zylofon A.E.       IL: Zylofon בע"מ
GB: Zylofon PLC | Zylofon LLP       US: Zylofon, Inc. | Zylofon L.L.C. | The Zylofon Co       AU: Zylofon Pty Ltd
SG: Zylofon Pte. Ltd.       MY: Zylofon Sdn. Bhd.       ID: PT Zylofon Tbk       IN: Zylofon Pvt. Ltd.
AE: Zylofon FZ-LLC       JP: 株式会社Zylofon | Zylofon K.K.       CN: Zylofon有限公司       KR: ㈜Zylofon
TH: บริษัท Zylofon จำกัด (มหาชน)       VN: Công ty TNHH Zylofon
"""
DIFFERENT = """
Orange Labs / Orange Bank | AS Roma / Roma | Sia Partners / Partners | Deloitte UK / Deloitte | Deloitte US / Deloitte UK
Siemens Energy / Siemens | SAS Institute / Institute | SC Johnson / Johnson | UAB Medicine / Medicine
Bain & Company / Bain Capital | Capital Group / Capital | Trading Company / Trading | PT Solutions / Solutions
Zylofon Holding / Zylofon Bank Holding | Zylofon Group / Zylofon Labs Group | AB InBev / InBev | SE Ranking / Ranking
Zylofon Joint Stock Bank / Zylofon | Zylofon EU / Zylofon | Air France / Air | Group One / One | CO Architects / Architects
Zylofon Foundation / Zylofon | Co-op / Co | Zylofon NL / Zylofon | Creative Ad / Creative | Zylofon EV / Zylofon
"""


def _forms() -> list[str]:
    countries = FORMS.replace("\n", "       ").split("       ")
    return [form.strip() for country in countries if country for form in country.split(":", 1)[1].split("|")]


def _pairs() -> list[list[str]]:
    return [pair.split(" / ") for pair in DIFFERENT.strip().replace("\n", " | ").split(" | ")]


@pytest.mark.parametrize("written", _forms())
def test_a_legal_form_falls_away(written: str) -> None:
    assert company_key(written) == "zylofon"


@pytest.mark.parametrize(("one", "other"), _pairs())
def test_companies_that_differ_in_another_word_stay_apart(one: str, other: str) -> None:
    assert company_key(one) != company_key(other)


@pytest.mark.parametrize(
    "written",
    [
        "Acme",
        "ACME SARL",
        "Acme Holding",
        "Acme Group",
        "Acmé Ltda",
        "Acme Kft.",
        "Acme Sp. z o.o.",
        "The Acme Co",
        "Acme & Co. KG",
        "Acme y Cía. Ltda.",
        "Acme et Cie",
        "Acme Holding B.V.",
        "Acme Company, Inc.",
        "Acme (Pty) Ltd",
    ],
)
def test_a_company_has_one_key_in_all_its_spellings(written: str) -> None:
    assert company_key(written) == "acme"


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Group", "group"),
        ("GmbH", "gmbh"),
        ("AT&T Inc.", "at and t"),
        ("Smith and Sons", "smith and sons"),
        ("L’Oréal S.A.", "loreal"),
        ("ПАО Газпром", "gazprom"),
        ("トヨタ自動車株式会社", company_key("トヨタ自動車")),
        ("The Capital Group", "capital group"),
    ],
)
def test_what_names_the_company_stays(written: str, key: str) -> None:
    assert company_key(written) == key


@pytest.mark.parametrize("nothing", ["Self-employed", "freelance", "N/A", "Stealth Startup", "", "—"])
def test_nobody_is_recognised_by_having_no_employer(nothing: str) -> None:
    assert employer_key(nothing) == ""


def test_an_acronym_needs_two_words() -> None:
    assert (acronym("amber birch and comet"), acronym("amber")) == ("abc", "")


def test_the_table_loads_within_five_milliseconds_of_processor_time() -> None:
    companies._forms.cache_clear()
    took = []
    for _ in range(5):
        started = time.process_time()
        company_key("Zylofon GmbH")
        took.append(time.process_time() - started)
        companies._forms.cache_clear()
        company_key.cache_clear()
    assert min(took) <= 0.005
