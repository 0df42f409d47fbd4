"""Which filings are of one company."""

import pytest

from core.read.filing import Header
from core.years.company import company, company_name, same_company


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Hull Mill Co.", "hull mill"),
        ("THE HULL MILL COMPANY, INC.", "hull mill"),
        ("Hull Mill plc", "hull mill"),
        ("Hull Mill Company and Subsidiary Companies", "hull mill"),
        ("Hull Mill Corp. & its consolidated affiliates", "hull mill"),
        ("The Company", None),
        ("", None),
        (None, None),
    ],
)
def test_a_name_without_what_is_written_one_way_or_another(name: str | None, key: str | None) -> None:
    assert company_name(Header(company=name)) == key
    assert company(Header(company=name)) == key
    assert company(Header(company=name, cik="12")) == "12"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Header(company="Hull Mill Co", cik="1"), Header(company="York Mill Co", cik="1"), True),
        (Header(company="Hull Mill Co", cik="1"), Header(company="Hull Mill Co", cik="2"), False),
        (Header(company="Hull Mill Co", cik="1"), Header(company="Hull Mill Inc"), True),
        (Header(company="Hull Mill Co"), Header(company="York Mill Co"), False),
        (Header(), Header(), False),
    ],
)
def test_two_filings_of_one_company(one: Header, other: Header, same: bool) -> None:
    assert same_company(one, other) is same
    assert same_company(other, one) is same
