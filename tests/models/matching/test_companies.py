from __future__ import annotations

import pytest

from models.matching.companies import acronym, company_core


@pytest.mark.parametrize(
    "written",
    [
        "Acme Tools",
        "ACME TOOLS INC.",
        "Acme Tools, LLC",
        "Acme Tools GmbH & Co. KG",
        "The Acme Tools S.p.A.",
        "Acme Tools B.V.",
        "Acme Tools Sp. z o.o.",
        "Acme Tools S.A.",
        "Acmé Tools Pty Ltd",
        "Acme Tools Co., Ltd.",
    ],
)
def test_a_company_has_one_name_in_all_its_legal_forms(written: str) -> None:
    assert company_core(written) == "acme tools"


def test_a_name_made_of_legal_forms_is_kept() -> None:
    assert company_core("Group") == "group"


@pytest.mark.parametrize("nothing", ["Self-employed", "freelance", "N/A", "Stealth Startup", "", "—"])
def test_having_no_employer_is_no_company(nothing: str) -> None:
    assert company_core(nothing) == ""


def test_an_acronym_needs_two_words() -> None:
    assert (acronym("amber birch and comet"), acronym("amber")) == ("abc", "")
