"""Titles of statements as the page prints them, without the company and the years beside them."""

import pytest

from core.outline.section import Section, SectionKind
from core.source import Span
from core.statements.lead_in import Above
from core.statements.place import Place
from core.statements.printed_title import as_printed, untitled
from core.statements.statement import StatementKind
from tests.core.tables.drawing import read

(GRID,) = read(
    "                     1998      1997\n                     ----      ----\nCash                 $ 12      $ 11\n"
)


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("CONSOLIDATED BALANCE SHEETS",), "CONSOLIDATED BALANCE SHEETS"),
        (("Balance Sheets   1998  1997",), "Balance Sheets"),
        (("Balance Sheets Hull Mill Company",), "Balance Sheets"),
        (("Statements of Income and Wool of Ours",), "Statements of Income and Wool of Ours"),
        (("Something else of the Mill",), "Something else of the Mill"),
        (("Consolidated Statements", "OF RETAINED EARNINGS"), "Consolidated Statements OF RETAINED EARNINGS"),
        (("Hull Mill Company", "of retained earnings"), "of retained earnings"),
    ],
)
def test_a_title_without_what_stands_beside_it(lines: tuple[str, ...], title: str) -> None:
    assert as_printed(lines, len(lines) - 1, lines[-1]) == title


@pytest.mark.parametrize(
    ("kind", "titles", "head", "title"),
    [
        (StatementKind.INCOME_STATEMENT, ("Hull Mill Company", "Income"), (), "Income"),
        (StatementKind.INCOME_STATEMENT, ("Results of operations 1998 1997",), (), "Results of operations"),
        (StatementKind.BALANCE_SHEET, ("Hull Mill Company",), ("Financial position",), "Financial position"),
        (StatementKind.BALANCE_SHEET, ("Hull Mill Company",), ("a", "b", "Financial position"), None),
        (StatementKind.CASH_FLOW, ("Cash flows", "Cash flow"), (), "Cash flow"),
        (StatementKind.EQUITY, ("Changes in shareholders' equity",), (), "Changes in shareholders' equity"),
        (StatementKind.EQUITY, ("Equity of the Mill as it was", "Thousands"), (), "Equity of the Mill as it was"),
        (StatementKind.EQUITY, (f"Equity {'of the Mill ' * 8}", "Thousands"), (), None),
        (StatementKind.EQUITY, (), (), None),
    ],
)  # fmt: skip
def test_a_title_for_a_statement_told_by_its_lines(
    kind: StatementKind, titles: tuple[str, ...], head: tuple[str, ...], title: str | None
) -> None:
    assert untitled(kind, GRID, Above(titles, "", head), Place(())) == title


@pytest.mark.parametrize(("named", "title"), [("BALANCE SHEETS", "BALANCE SHEETS"), ("STATEMENTS OF INCOME", None)])
def test_the_section_that_names_it_titles_it(named: str, title: str | None) -> None:
    section = Section("s", SectionKind.STATEMENT, None, named, 1, Span(0, 9), Span(0, 9))
    assert untitled(StatementKind.BALANCE_SHEET, GRID, Above((), "", ()), Place((section,))) == title
