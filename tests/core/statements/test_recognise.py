"""Titles of statements as the page prints them."""

from core.document.plain import lay_out
from core.outline.section import Section, SectionKind
from core.source import Source, Span
from core.statements.lead_in import Above
from core.statements.place import Place
from core.statements.recognise import Subject, recognise
from core.statements.statement import StatementKind
from core.statements.telling_lines import marks
from core.tables.text.read import grids

INCOME = """
                                   1998       1997
                                 -------    -------
Net revenues                     $ 8,460    $ 9,750
Cost of revenues                   5,394      6,067
Interest expense                      75         94
Income before income taxes         1,000        900
Provision for income taxes           300        270
Net income                       $   700    $   630
Earnings per share               $  1.75    $  1.68
"""


def _title(*titles: str) -> str | None:
    grid = grids(lay_out(Source(1, INCOME)))[0]
    document = Section("doc", SectionKind.DOCUMENT, None, "EX-13", 1, Span(0, len(INCOME)), Span(0, 0))
    verdict = recognise(Subject(grid, Above(titles, "", ()), Place((document,)), marks(grid)))
    assert verdict.kind is StatementKind.INCOME_STATEMENT
    return verdict.title


def test_a_plain_title_under_a_common_head() -> None:
    assert _title("Consolidated Financial Statements (millions of dollars)", "Income") == "Income"


def test_the_company_beside_a_title_is_left_out() -> None:
    assert (
        _title("CONSOLIDATED STATEMENTS OF INCOME WIDGET WORKS AND SUBSIDIARIES") == "CONSOLIDATED STATEMENTS OF INCOME"
    )


def test_a_title_on_two_lines_is_whole() -> None:
    assert _title("CONSOLIDATED STATEMENT", "OF EARNINGS") == "CONSOLIDATED STATEMENT OF EARNINGS"


def test_years_over_the_columns_are_no_part_of_the_title() -> None:
    assert _title("Income Statement 1998 1997") == "Income Statement"


BALANCE = """
Financial Review
Consolidated Balance Sheets
December 31 (in millions)            1998       1997
                                  -------    -------
Assets
Cash                              $    81    $    44
Accounts receivable, net            1,260      1,175
Inventories                         2,018      1,990
Total current assets                3,359      3,209
Total assets                      $ 3,359    $ 3,209
Liabilities and equity
Accounts payable                  $   776    $   577
Total current liabilities             776        577
Long-term debt                      1,079      1,050
Common shareholders' equity         1,504      1,582
Total liabilities and equity      $ 3,359    $ 3,209
"""


def _kind(text: str) -> StatementKind:
    grid = grids(lay_out(Source(1, text)))[0]
    document = Section("doc", SectionKind.DOCUMENT, None, "EX-13", 1, Span(0, len(text)), Span(0, 0))
    return recognise(Subject(grid, Above((), "", ()), Place((document,)), marks(grid))).kind


def test_a_running_head_before_the_title_of_a_statement_makes_no_selected_data() -> None:
    assert _kind(BALANCE) is StatementKind.BALANCE_SHEET
    assert _kind(BALANCE.replace("Consolidated Balance Sheets", "Five-Year Comparison")) is StatementKind.SELECTED_DATA
    assert _kind(BALANCE.replace("Consolidated Balance Sheets", "Ten Years in Review")) is StatementKind.SELECTED_DATA
