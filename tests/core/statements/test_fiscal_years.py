"""When fiscal years end, where no header says it."""

from datetime import date

import pytest

from core.read.filing import Header
from core.source import Cite, Span
from core.statements.column_heads import heads_of
from core.statements.columns import ColumnReading
from core.statements.fiscal_years import YEAR_END, Filed, Seen, fiscal_years
from core.statements.statement import StatementKind
from core.statements.table_period import TableContext
from core.tables.grid import Grid, GridColumn

QUARTERLY = Header(form="10-Q", period_end=date(1998, 6, 30))


def _seen(kind: StatementKind, *heads: tuple[str, ...]) -> Seen:
    columns = tuple(
        GridColumn(" ".join(parts), parts, Cite(1, (Span(0, 1),)), at, at + 1) for at, parts in enumerate(heads)
    )
    return Seen(kind, ColumnReading(heads_of(columns), TableContext()), Grid(1, Span(0, 1), columns, ()))


@pytest.mark.parametrize(
    ("seen", "rule", "day"),
    [
        (_seen(StatementKind.BALANCE_SHEET, ("June 30, 1998",), ("September 30, 1997",)), "balance-before", (9, 30)),
        (_seen(StatementKind.OTHER, ("Nine Months Ended June 30, 1998",)), "after-nine-months", (9, 30)),
        (_seen(StatementKind.OTHER, ("39 Weeks Ended June 27, 1998",)), "after-nine-months", (9, 26)),
        (_seen(StatementKind.CASH_FLOW, ("Six Months Ended June 30, 1998",)), "after-six-months", (12, 31)),
        (_seen(StatementKind.OTHER, ("H1 1998",)), "after-a-half", (12, 31)),
    ],
)
def test_a_quarterly_report_tells_the_end_of_the_year(seen: Seen, rule: str, day: tuple[int, int]) -> None:
    filed = Filed(QUARTERLY, [seen])
    verdict = YEAR_END.first(filed)
    assert verdict is not None
    assert (verdict.clues[0].rule, verdict.decided) == (f"year-end/{rule}", day)
    assert fiscal_years(filed).day == day


def test_a_date_in_a_quarterly_report_is_not_the_end_of_the_year() -> None:
    seen = _seen(StatementKind.INCOME_STATEMENT, ("Three Months Ended June 30, 1998",))
    assert fiscal_years(Filed(QUARTERLY, [seen])).day is None


def test_the_header_is_asked_first() -> None:
    header = Header(form="10-Q", period_end=date(1998, 6, 30), fiscal_year_end=(3, 31))
    seen = _seen(StatementKind.OTHER, ("Nine Months Ended June 30, 1998",))
    assert fiscal_years(Filed(header, [seen])).day == (3, 31)
