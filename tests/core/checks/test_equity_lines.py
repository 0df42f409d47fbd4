"""The lines of a statement of equity that other statements print too."""

from dataclasses import replace
from datetime import date

from core.checks.check import Status
from core.checks.tie_out import tie
from core.statements.statement import Column, Statement, StatementKind
from tests.core.drawn_statement import drawn

ENDS = (date(2003, 12, 31), date(2002, 12, 31))


def _timed(statement: Statement, *, days: bool) -> Statement:
    columns = [Column(str(end.year), None if days else date(end.year, 1, 1), end) for end in ENDS]
    return replace(statement, columns=tuple(columns))


SHEET = _timed(
    drawn(
        """
                                        2003        2002
    Common stock                       5,120       4,880
    Retained earnings                 14,022      11,875
    """,
        StatementKind.BALANCE_SHEET,
        scale=1000,
    ),
    days=True,
)
FLOW = _timed(
    drawn(
        """
                                        2003        2002
    Dividends paid                    (1,218)     (1,140)
    Treasury shares bought            (3,300)     (2,170)
    """,
        StatementKind.CASH_FLOW,
        scale=1000,
    ),
    days=False,
)


def _equity(retained: str = "14,022", dividends: str = "(1,218)", bought: str = "(3,300)") -> Statement:
    table = drawn(
        f"""
                                  Stock         Retained earnings
    Balance at December 31, 2001     4,700          10,200
    Net income                          --           2,815
    Dividends paid                      --          (1,140)
    Treasury shares bought              --          (2,170)
    Balance at December 31, 2002     4,880          11,875
    Net income                          --           3,365
    Dividends paid                      --          {dividends}
    Treasury shares bought              --          {bought}
    Balance at December 31, 2003     5,120          {retained}
    """,
        StatementKind.EQUITY,
        scale=1000,
    )
    rows = [
        row._replace(date=date(int(row.label[-4:]), 12, 31)) if row.label[-4:].isdigit() else row for row in table.rows
    ]
    heads = (Column("Common stock", member="Common stock"), Column("Retained earnings", member="Retained earnings"))
    return replace(table, rows=tuple(rows), columns=heads)


def _told(equity: Statement, status: Status) -> list[str]:
    return [check.title for check in tie((SHEET, FLOW, equity), ()) if check.status is status]


def test_components_and_moves_stand_in_other_statements() -> None:
    told = _told(_equity(), Status.TIES)
    assert "Common stock, 2003: 5,120 in the statement of equity and in the balance sheet." in told
    assert "Retained earnings, 2002: 11,875 in the statement of equity and in the balance sheet." in told
    assert "Dividends paid, 2003: (1,218) in the statement of equity and in the statement of cash flows." in told
    assert not _told(_equity(), Status.OFF)


def test_a_balance_that_differs_is_told_with_both_places() -> None:
    checks = tie((SHEET, FLOW, _equity("41,022")), ())
    apart = [check for check in checks if check.status is not Status.TIES]
    assert [str(check.expected) for check in apart] == ["14022"]
    assert "the balance sheet has 14,022" in apart[0].title


def test_what_was_paid_may_differ_from_what_was_bought() -> None:
    assert not [check for check in tie((SHEET, FLOW, _equity(bought="(3,308)")), ()) if check.worth_a_look]
    assert not _told(_equity(bought="(3,308)"), Status.OFF)


def test_the_amount_of_another_day_puts_the_days_in_doubt() -> None:
    assert not [check for check in tie((SHEET, FLOW, _equity("11,875")), ()) if check.status is not Status.TIES]


def test_columns_of_years_have_their_balances_below_headings() -> None:
    table = drawn(
        """
                                        2003        2002
    Retained earnings
    Balance, end of year              14,022      11,875
    """,
        StatementKind.EQUITY,
        scale=1000,
    )
    assert _told(_timed(table, days=False), Status.TIES) == [
        "Retained earnings, 2003: 14,022 in the statement of equity and in the balance sheet.",
        "Retained earnings, 2002: 11,875 in the statement of equity and in the balance sheet.",
    ]
