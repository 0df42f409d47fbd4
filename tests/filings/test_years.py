"""The real filings of a dozen companies over the years: the schedules' figures in one row, differences told for what they are."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import pytest

from core.folder import read_all
from core.years.differences import Difference
from core.years.history import History, history
from core.years.series import StitchedCell
from core.years.sources import KINDS
from tests.filings_dir import FILINGS, needs_filings
from tests.over_years import Measure, Measures, left_out, measured

pytestmark = [needs_filings, pytest.mark.filings]


@cache
def of(company: str) -> History:
    return history(read_all(sorted((FILINGS / "text-10k").glob(f"{company}_10-K*"))).analyses)


class Placed(NamedTuple):
    kind: str
    label: str
    year: int
    cell: StitchedCell

    @property
    def texts(self) -> list[str]:
        return ["".join(one.figure.text.split()) for one in (self.cell.told, *self.cell.others)]


def cells(company: str) -> Iterator[Placed]:
    """Every cell of the company's own series."""
    for series in of(company).series:
        for row in series.rows if series.member is None else ():
            for period, cell in zip(series.periods, row.cells, strict=True):
                if cell is not None:
                    yield Placed(series.kind.value, row.label, period.end.year, cell)


@pytest.mark.parametrize(
    ("company", "label", "year", "texts", "kind"),
    [
        ("ADSK", "Total stockholders' equity", 1998, {"332,939", "303,132"}, Difference.RESTATED),
        ("ADSK", "Goodwill", 1998, {"44,982", "16,995"}, Difference.RESTATED),
        ("WMT", "Deferred Income Taxes and Other", 1996, {"400", "731"}, Difference.RECLASSIFIED),
        ("WMT", "Cost of sales", 1997, {"83,510", "83,663"}, Difference.RECLASSIFIED),
        ("MSFT", "Diluted earnings per share", 1998, {"0.84", "1.67"}, Difference.SPLIT),
        ("MSFT", "Total assets", 1999, {"$38,625", "$37,156"}, Difference.RESTATED),
        ("TXN", "Net income", 1994, {"$3.63", "$7.27"}, Difference.SPLIT),
    ],
)
def test_differences_that_are_known(company: str, label: str, year: int, texts: set[str], kind: Difference) -> None:
    found = [one for one in cells(company) if one.label == label and one.year == year and set(one.texts) == texts]
    assert found, [
        (one.texts, one.cell.difference) for one in cells(company) if one.label == label and one.year == year
    ]
    assert {one.cell.difference for one in found} == {kind}


@pytest.mark.parametrize("company", ["MSFT", "WMT", "KO", "AAPL", "TXN", "ADSK", "CSCO"])
def test_laws(company: str) -> None:
    """No mark where all agree; never two figures of one statement in one cell; no filing without a figure or an entry."""
    told = of(company)
    for one in cells(company):
        values = {one.cell.value, *(other.value for other in one.cell.others)}
        assert (one.cell.difference is not None) == (len(values) > 1), one
        statements = [(each.path, each.statement) for each in (one.cell.told, *one.cell.others)]
        assert len(set(statements)) == len(statements), one
    followed = {path for series in told.series for path in series.paths}
    assert followed == {one.path for one in told.filings if any(each.kind in KINDS for each in one.statements)}


@pytest.mark.parametrize(
    ("company", "kind", "label", "amounts"),
    [
        ("WMT", "cash_flow", "Net cash provided by operating activities",
         ["1,278", "2,195", "2,906", "2,383", "5,930", "7,123", "7,580"]),
        ("KO", "income_statement", "NET INCOME",
         ["2,986", "3,492", "4,129", "3,533", "2,431", "2,177", "3,969", "3,050"]),
        ("MSFT", "income_statement", "Net income",
         ["708", "953", "1,146", "1,453", "2,195", "3,454", "4,490", "7,785", "9,421", "7,346"]),
        ("WMT", "income_statement",
         "Income Before Income Taxes, Minority Interest and Equity in Unconsolidated Subsidiaries",
         ["3,166", "3,691", "4,262", "4,359", "4,877", "5,719", "7,323"]),
        ("ADI", "income_statement", "Net income after cumulative effect of change in accounting principle",
         ["14,935", "44,457", "74,496", "171,901", "178,219", "82,408"]),
        ("ADP", "income_statement", "Earnings before income taxes",
         ["341,580", "386,560", "446,330", "534,280", "635,390", "890,717", "1,084,500", "1,289,600"]),
        ("DELL", "income_statement", "Income before income taxes and extraordinary loss",
         ["73,415", "143,292", "(38,766)", "212,996", "747", "1,368", "2,084"]),
        ("XRX", "balance_sheet", "Cash", ["35", "130", "104", "75", "79", "126"]),
        ("KO", "balance_sheet", "TOTAL CURRENT ASSETS",
         ["5,910", "5,969", "6,380", "6,480", "6,620", "7,171", "7,352"]),
    ],
)  # fmt: skip
def test_rows_written_by_hand(company: str, kind: str, label: str, amounts: list[str]) -> None:
    found = [one for one in cells(company) if one.kind == kind and one.label == label and one.cell.told.scale > 1]
    assert [one.texts[0].strip("$") for one in found] == amounts


@pytest.mark.parametrize("company", ["WMT", "KO", "TXN"])
def test_leaving_one_filing_out_changes_no_line_that_keeps_its_evidence(company: str) -> None:
    measures: Measures = defaultdict(Measure)
    left_out(of(company), company, measures)
    (stays,) = measures.values()
    assert stays.right >= 0.99 * stays.of > 300, stays.missed


def test_two_companies_with_all_that_is_measured_over_the_years() -> None:
    """One with text of many years, one with tags, of which it changed two."""
    paths = [*(FILINGS / "text-10k").glob("ADSK_10-K*"), *(FILINGS / "ixbrl-2025").glob("pg-*")]
    for what, found in measured(read_all(sorted(paths)).analyses).items():
        assert found.right >= 0.97 * found.of > 0, (what, found.missed)


@pytest.mark.parametrize(
    ("company", "label", "year", "text"),
    [
        # "CASH" of 2000 alone is without the investments that those of 1997 to 1999 are with
        ("MSFT", "Cash and equivalents", 2000, "$4,846"),
        # "NET-INCOME" of these years is after preferred dividends
        ("MSFT", "Net income available for common shareholders", 1997, "$3,439"),
        ("MSFT", "Net income available for common shareholders", 1998, "$4,462"),
        # "TOTAL-REVENUES" of 1995 is before commissions, that of 1999 after
        ("ADSK", "Revenues", 1995, "$465,278"),
        ("ADSK", "Net revenues", 1999, "$740,167"),
    ],
)
def test_schedules_that_take_other_lines_than_those_of_other_years(
    company: str, label: str, year: int, text: str
) -> None:
    """These figures of schedules stand in no one row with those of other years, and rightly so. Besides, that of TXN 1999 is of
    a filing without an income statement, whose schedule of earnings per share alone prints it."""
    assert any(text in one.texts for one in cells(company) if one.label == label and one.year == year)
