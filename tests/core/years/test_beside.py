"""Two companies side by side: lines by concept, years that both have, amounts in one scale, nothing joined that is not sure."""

from dataclasses import replace
from datetime import date

from core.analysis import Analysis
from core.statements.statement import StatementKind
from core.years.beside import Side, beside, placing
from core.years.change import bases
from core.years.period import Period
from core.years.series import stitch
from core.years.stitched import Across
from tests.core.years.test_measures import balances, flows

INCOME, BALANCE = StatementKind.INCOME_STATEMENT, StatementKind.BALANCE_SHEET


def table(one: list[Analysis], other: list[Analysis], kind: StatementKind = INCOME) -> Across:
    *steps, last = placing(one, other, kind, ("One", "Other"))
    assert last is not None
    assert not any(steps)
    return last


def rows(across: Across) -> list[str]:
    columns = range(len(across.statement.columns))
    return [
        f"{row.label}: {' '.join(figure.text if (figure := row.at(at)) else '.' for at in columns)}"
        for row in across.statement.rows
    ]


ONE = [flows(2001, Sales="100", Profit="9"), flows(2002, Sales="110", Research="4", Profit="11")]
OTHER = [flows(2002, Revenue="700", Sales="750", Licences="20", Profit="80"), flows(2003, Sales="800", Profit="88")]


def test_the_years_that_both_have() -> None:
    made = table(ONE, OTHER)
    heads = [(column.label, column.member, column.end) for column in made.statement.columns]
    assert heads == [("2002", "One", date(2002, 12, 31)), ("2002", "Other", date(2002, 12, 31))]
    assert made.statement.title == "One and Other"


def test_lines_of_one_concept_are_one_and_others_keep_their_place() -> None:
    assert rows(table(ONE, OTHER)) == [
        "Revenue: . 700", "Sales: 110 750", "Licences: . 20", "Research: 4 .", "Profit: 11 80",
    ]  # fmt: skip


def test_every_figure_has_its_filing() -> None:
    made = table(ONE, OTHER)
    place = next((row, 1) for row, one in enumerate(made.statement.rows) if one.label == "Sales")
    assert made.cells[place].told.figure.text == "750"
    assert made.cells[place].told.path == OTHER[0].path


def test_without_a_year_in_common_all_years() -> None:
    made = table(ONE[:1], OTHER[1:])
    assert [(column.label, column.member) for column in made.statement.columns] == [("2001", "One"), ("2003", "Other")]
    assert "Sales: 100 800" in rows(made)


def test_what_two_lines_of_a_company_are_is_joined_with_none() -> None:
    twice = [flows(2002, Sales_at_home="70", Sales_abroad="40", Profit="11")]
    made = rows(table(twice, OTHER))
    assert {"Sales at home: 70 .", "Sales abroad: 40 .", "Sales: . 750", "Profit: 11 80"} <= set(made)


def test_common_size_is_of_each_companys_own() -> None:
    def with_revenue(analysis: Analysis) -> Analysis:
        (statement,) = analysis.statements
        known = tuple(row._replace(line="us-gaap:Revenues") if row.label == "Sales" else row for row in statement.rows)
        return replace(analysis, statements=(replace(statement, rows=known),))

    made = table([with_revenue(one) for one in ONE], [with_revenue(one) for one in OTHER])
    assert {at: int(base) for at, base in bases(made.statement).items()} == {0: 110, 1: 750}


def test_balances_some_days_into_the_next_year_and_currencies() -> None:
    one, other = balances(2001, Assets="400"), balances(2001, Assets="900")
    late = stitch([other], BALANCE)
    late = replace(late, periods=(Period(date(2002, 1, 4)),), currency="EUR")
    made = beside(
        Side("One", replace(stitch([one], BALANCE), currency="USD"), {2001: 0}), Side("Other", late, {2001: 0})
    )
    assert rows(made) == ["Assets: 400 900"]
    assert [column.label for column in made.statement.columns] == ["2001", "2001"]
    assert made.statement.currency is None


def test_a_company_without_the_statement() -> None:
    made = table(ONE, [], INCOME).statement
    assert {column.member for column in made.columns} == {"One"}
