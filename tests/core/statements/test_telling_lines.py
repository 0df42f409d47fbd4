"""The lines that tell a statement without its title."""

from core.document.plain import lay_out
from core.source import Source
from core.statements.statement import StatementKind
from core.statements.telling_lines import Marks, marks
from core.tables.text.read import grids


def _marks(*captions: str, heads: str = "      1998       1997") -> Marks:
    rows = "\n".join(f"{caption:<40}{1000 + at:>10,}{900 + at:>11,}" for at, caption in enumerate(captions))
    (grid,) = grids(lay_out(Source(1, f"\n{'':<40}{heads}\n{'':<40}   -------    -------\n{rows}\n")))
    return marks(grid)


def test_each_line_counts_once_for_what_it_tells() -> None:
    found = _marks("Cash", "Cash held for others", "Receivables", "Total assets")
    assert (found.assets, found.liabilities, found.income, found.cash_flow, found.equity) == (3, 0, 0, 0, 0)
    assert found.of(StatementKind.BALANCE_SHEET) == 3


def test_cash_tells_assets_only_at_the_beginning_of_a_caption() -> None:
    assert _marks("Net cash", "Petty cash", "Other", "More").assets == 0


def test_a_loss_in_brackets_is_a_loss() -> None:
    assert _marks("Net (loss) income", "Sales", "Other", "More").income == 2


def test_columns_of_equity_count_where_balances_stand() -> None:
    heads = "Common stock  Retained"
    assert _marks("Balance, beginning", "Net income", "Dividends", "Balance, end", heads=heads).equity == 2
    assert _marks("Orders", "Net income", "Dividends", "Returns", heads=heads).equity == 0


def test_equity_by_years_is_told_by_what_moves_it() -> None:
    assert _marks("Beginning balances", "Net income", "Dividends", "Ending balances").equity == 2
    assert _marks("Beginning balances", "Yarn spun", "Yarn sold", "Ending balances").equity == 0
