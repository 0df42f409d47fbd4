"""The companies whose filings are open: their names, and which of them are others."""

from dataclasses import replace
from pathlib import Path

import pytest

from core.analysis import Analysis
from gui.models.companies import company_of, filings_of_key, other_companies, short_name


def of_company(analysis: Analysis, name: str | None, cik: str | None = None) -> Analysis:
    header = replace(analysis.filing.header, company=name, cik=cik)
    return replace(analysis, path=Path(f"{name}.txt"), filing=replace(analysis.filing, header=header))


def test_others_by_name(analysis: Analysis) -> None:
    own = of_company(analysis, "HARBOR LAMP CO", "0000000007")
    every = [own, of_company(own, "Zinc Works", "9"), of_company(own, "ALDER MILLS INC", "8"), of_company(own, None)]
    again = of_company(own, "Harbor Lamp Company", "7")
    assert [one.name for one in other_companies([*every, every[1]], [own])] == ["Alder Mills Inc", "Zinc Works"]
    assert other_companies([own, of_company(own, "HARBOR LAMP CO", "0000000007")], [own]) == []
    assert other_companies(every, []) == []
    assert filings_of_key([*every, again], "7") == [own, again]
    assert (company_of([every[1], every[2]]), company_of([])) == ("Alder Mills Inc", "")


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Apple Computer Inc", "Apple Computer"),
        ("Procter & Gamble, Co.", "Procter & Gam…"),
        ("Corp", "Corp"),
        ("Dell Computer Corp", "Dell Computer"),
    ],
)
def test_short(name: str, short: str) -> None:
    assert short_name(name) == short
