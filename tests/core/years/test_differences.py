"""What it means that two filings print one figure differently."""

from dataclasses import replace

from core.statements.statement import Role, Statement, StatementKind, Unit
from core.years.differences import Difference
from core.years.series import stitch
from tests.core.drawn_statement import drawn
from tests.core.years.test_series import filed

INCOME, BALANCE = StatementKind.INCOME_STATEMENT, StatementKind.BALANCE_SHEET


def marked(*statements: Statement) -> dict[str, Difference | None]:
    """The mark of each line of the year 2002, which all statements print; the latest filing first."""
    filings = [filed(2010 - at, one) for at, one in enumerate(statements)]
    series = stitch(filings, statements[0].kind)
    at = next(number for number, period in enumerate(series.periods) if period.end.year == 2002)
    return {row.label: row.cells[at].difference for row in series.rows if row.cells[at] is not None}  # type: ignore[union-attr]


def total(statement: Statement) -> Statement:
    """The same with its last row as the total."""
    *rows, last = statement.rows
    return replace(statement, rows=(*rows, last._replace(role=Role.TOTAL)))


def balance(cash: str, taxes: str, other: str | None, assets: str, scale: int = 1) -> Statement:
    lines = [f"Cash on hand    {cash}", f"Deferred taxes    {taxes}", f"Other receivables    {other}" if other else ""]
    text = "\n    ".join(["              2002", *filter(None, lines), f"Total assets    {assets}"])
    return total(drawn(text, BALANCE, scale=scale))


def test_equal_amounts_bear_no_mark() -> None:
    assert set(marked(balance("1,200", "731", None, "1,931"), balance("1,200", "731", None, "1,931")).values()) == {
        None
    }


def test_rounding() -> None:
    found = marked(balance("1", "7", None, "8", 1000), balance("1,204", "7,131", None, "8,335"))
    assert set(found.values()) == {Difference.ROUNDING}


def test_restated_where_the_total_changed() -> None:
    found = marked(balance("1,200", "900", None, "2,100"), balance("1,200", "731", None, "1,931"))
    assert found == {"Cash on hand": None, "Deferred taxes": Difference.RESTATED, "Total assets": Difference.RESTATED}


def test_reclassified_where_the_total_stayed() -> None:
    found = marked(balance("1,200", "400", "331", "1,931"), balance("1,200", "731", None, "1,931"))
    assert found == {
        "Cash on hand": None,
        "Deferred taxes": Difference.RECLASSIFIED,
        "Other receivables": None,
        "Total assets": None,
    }


def test_a_misprint_is_one_digit_with_nothing_else_changed() -> None:
    found = marked(balance("1,200", "7,319", None, "8,519"), balance("1,200", "7,391", None, "8,519"))
    assert found["Deferred taxes"] is Difference.MISPRINT


def test_the_other_sign() -> None:
    new = drawn("              2002\n    Other expenses      (259)\n    Net sales    9,000", INCOME)
    old = drawn("              2002\n    Other expenses      259\n    Net sales    9,000", INCOME)
    assert marked(new, old)["Other expenses"] is Difference.SIGN


def shares(per_share: str, count: str, income: str) -> Statement:
    text = f"              2002\n    Net income    {income}\n    Earnings a share    {per_share}\n    Shares    {count}"
    made = drawn(text, INCOME, {"Net income": "us-gaap:NetIncomeLoss"})
    units = (Unit.MONEY, Unit.PER_SHARE, Unit.SHARES)
    return replace(made, rows=tuple(row._replace(unit=unit) for row, unit in zip(made.rows, units, strict=True)))


def test_a_stock_split_changes_what_is_per_share_and_the_shares() -> None:
    found = marked(shares(".58", "2,000", "1,160"), shares("1.16", "1,000", "1,160"))
    assert found == {"Net income": None, "Earnings a share": Difference.SPLIT, "Shares": Difference.SPLIT}


def test_earnings_per_share_that_follow_income_are_restated() -> None:
    found = marked(shares(".70", "2,000", "1,400"), shares(".58", "2,000", "1,160"))
    assert found == {"Net income": Difference.RESTATED, "Earnings a share": Difference.RESTATED, "Shares": None}


def test_earnings_per_share_that_are_a_multiple_are_no_split_where_the_shares_are_as_they_were() -> None:
    found = marked(shares(".99", "2,000", "1,980"), shares(".33", "2,000", "660"))
    assert found == {"Net income": Difference.RESTATED, "Earnings a share": Difference.RESTATED, "Shares": None}


def test_the_gravest_of_several() -> None:
    found = marked(
        balance("1,200", "900", None, "2,100"),
        balance("1,200", "900", None, "2,100"),
        balance("1,200", "731", None, "1,931"),
    )
    assert found["Deferred taxes"] is Difference.RESTATED


def test_a_point_for_a_comma_is_a_misprint_whatever_else_changed() -> None:
    found = marked(balance("9,200", "6,738", "12", "15,950"), balance("1,200", "6.738", None, "7,938"))
    assert found["Deferred taxes"] is Difference.MISPRINT
    assert found["Total assets"] is Difference.RESTATED


def test_total_assets_that_changed_are_no_reclassification_where_no_concept_is_told() -> None:
    text = "              2002\n    Net income    {}\n    Short-term debt    {}\n    Total assets    {}"
    new, old = (
        total(drawn(text.format(*amounts), StatementKind.SELECTED_DATA))
        for amounts in (("472", "3,274", "26,008"), ("472", "3,265", "25,969"))
    )
    assert marked(new, old)["Short-term debt"] is Difference.RESTATED
