"""The two sample filings are read completely, and everything in them ties but the misprint that their README names."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.analysis import Analysis, analyse
from core.checks.check import Status
from core.outline.section import Section, SectionKind
from core.statements.statement import StatementKind
from core.years.series import stitch

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
YEARS = (2002, 2003)
ITEMS = {
    2002: ["1", "2", "3", "4", "5", "6", "7", "7A", "8", "9", "10", "11", "12", "13", "14", "15"],
    2003: ["1", "2", "3", "4", "5", "6", "7", "7A", "8", "9", "9A", "10", "11", "12", "13", "14", "15"],
}
NOTES = (
    "Summary of Significant Accounting Policies", "Inventories", "Long-Term Debt", "Leases", "Income Taxes", "Pension Plans",
    "Stock Options", "Net Income Per Share", "Accumulated Other Comprehensive Loss", "Segments",
    "Commitments and Contingencies", "Quarterly Results of Operations (Unaudited)",
)  # fmt: skip


@pytest.fixture(scope="module", params=YEARS)
def sample(request: pytest.FixtureRequest) -> Analysis:
    """Each of the samples."""
    return analyse(SAMPLES / f"pellwick-ladder-10k-{request.param}.txt")


def sections(analysis: Analysis, kind: SectionKind) -> list[Section]:
    """All sections of one kind, in reading order."""

    def walk(level: tuple[Section, ...]) -> Iterator[Section]:
        for section in level:
            yield section
            yield from walk(section.children)

    return [section for section in walk(analysis.outline) if section.kind is kind]


def test_parts_and_items(sample: Analysis) -> None:
    year = sample.filing.header.fiscal_year
    assert year in YEARS
    assert [section.number for section in sections(sample, SectionKind.PART)] == ["I", "II", "III", "IV"]
    assert [section.number for section in sections(sample, SectionKind.ITEM)] == ITEMS[year]


def test_notes(sample: Analysis) -> None:
    found = sections(sample, SectionKind.NOTE)
    assert all("part-2/item-8/" in section.id for section in found)
    assert [section.number for section in found] == [str(number) for number in range(1, 13)]
    assert [section.title.lower() for section in found] == [title.lower() for title in NOTES]


def test_company_and_period(sample: Analysis) -> None:
    header = sample.filing.header
    assert (header.form, header.period_end and header.period_end.month) == ("10-K", 12)
    assert header.company is not None
    assert header.company.upper().startswith("PELLWICK LADDER CO")


def test_four_statements(sample: Analysis) -> None:
    assert sorted(statement.kind.value for statement in sample.statements) == [
        "balance_sheet", "cash_flow", "equity", "income_statement",
    ]  # fmt: skip
    assert {statement.scale for statement in sample.statements} == {1000}
    sizes = {statement.kind.value: sum(len(row.figures) for row in statement.rows) for statement in sample.statements}
    assert sizes["balance_sheet"] == 74
    assert sizes["cash_flow"] == 90


def test_everything_ties_but_the_misprint(sample: Analysis) -> None:
    off = [check for check in sample.checks if check.status is Status.OFF]
    titles = [check.title for check in off]
    if sample.filing.header.fiscal_year == YEARS[0]:
        assert titles == []
        return
    assert titles == [
        (
            "Total current assets, 2003: printed 16,170; its five lines add to 16,870, and only so Total assets, 2003 would "
            "add up (one digit wrong)."
        )
    ]
    source = sample.filing.document(1).source
    place = off[0].cites[0]
    assert (source.read(place), source.line_of(place.start)) == ("16,170", 556)
    readme = (SAMPLES / "README.md").read_text("utf-8")
    assert "line 594" in readme
    assert "line 556" in readme
    assert "16,170" in sample.path.read_text("ascii").split("\n")[593]


def test_many_sums_are_checked(sample: Analysis) -> None:
    assert sum(1 for check in sample.checks if check.status is Status.TIES) > 200


def test_years_agree_but_for_the_restated_line() -> None:
    analyses = [analyse(SAMPLES / f"pellwick-ladder-10k-{year}.txt") for year in YEARS]
    restated = {
        (row.label, period.label)
        for kind in (StatementKind.BALANCE_SHEET, StatementKind.INCOME_STATEMENT, StatementKind.CASH_FLOW)
        for stitched in [stitch(analyses, kind)]
        for row in stitched.rows
        for period, cell in zip(stitched.periods, row.cells, strict=True)
        if cell is not None and cell.restated
    }
    assert restated == {("Selling, general and administrative expenses", year) for year in ("2001", "2002")}
