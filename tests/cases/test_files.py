"""Small filings that show one fault each of reading a file, its cover or its markup."""

import pytest

from core.analysis import analyse
from core.read.filing import Header
from core.statements.statement import StatementKind
from tests.filings_dir import CASES, needs_cases

pytestmark = needs_cases


def header(name: str) -> Header:
    """The header of a case."""
    return analyse(CASES / name).filing.header


@pytest.mark.parametrize(
    ("name", "form", "company", "period", "year"),
    [
        ("45-fiscal-year-of-a-first-quarter.htm", "10-Q", "ALDER RIVER MILLS, INC.", "2024-08-31", 2025),
        ("62-documents-incorporated-as-company.htm", "10-K", None, "2013-02-02", 2013),
        ("73-transition-period.htm", "10-KT", "ALDER RIVER MILLS, INC.", "2015-12-31", 2015),
        ("76-form-with-another-hyphen.htm", "10-K", "ALDER RIVER MILLS, INC.", "2015-12-31", 2015),
        ("77-amendment-in-words.htm", "10-K/A", "ALDER RIVER MILLS, INC.", "2015-12-31", 2015),
    ],
)
def test_covers(name: str, form: str, company: str | None, period: str, year: int) -> None:
    found = header(name)
    assert (found.form, found.company, str(found.period_end), found.fiscal_year) == (form, company, period, year)


def test_an_exhibit_is_not_named_and_dated_out_of_a_sentence() -> None:
    found = header("63-company-and-date-out-of-a-sentence.htm")
    assert (found.form, found.company, found.dated) == ("EX-99.2", None, None)


@pytest.mark.parametrize(
    "name",
    ["57-words-after-the-end-of-html.htm", "58-comment-that-never-ends.htm", "68-absolutely-placed-page.htm"],
)
def test_nothing_of_the_page_is_lost(name: str) -> None:
    (statement,) = analyse(CASES / name).statements
    assert statement.kind is StatementKind.INCOME_STATEMENT
    assert [str(column.end) for column in statement.columns] == ["2015-12-31", "2014-12-31"]
    assert [[str(figure.value) for figure in row.figures] for row in statement.rows] == [
        ["5400", "5100"], ["3900", "3750"], ["1500", "1350"], ["1100", "1050"], ["400", "300"], ["140", "105"],
        ["260", "195"], ["0.26", "0.20"],
    ]  # fmt: skip


def test_a_header_announces_one_document_more_than_is_sent() -> None:
    assert analyse(CASES / "59-header-count-off-by-one.txt").filing.findings == ()
