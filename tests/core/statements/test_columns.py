"""The periods of tables whose heads say only a year or a quarter."""

from tests.core.statements.drawn import read_statements


def _periods(text: str) -> list[str]:
    return [f"{column.start or ''}..{column.end or ''}" for column in read_statements(text)[0].columns]


def test_years_over_sales_are_durations() -> None:
    text = """Geographic Areas

                           1998         1997
                         --------     --------
Net sales
  United States          $ 12,000     $ 11,000
  Europe                    4,500        4,200
Operating income            3,100        2,900
"""
    assert _periods(text) == ["1998-01-01..1998-12-31", "1997-01-01..1997-12-31"]


def test_years_over_inventories_are_balance_dates() -> None:
    text = """Inventories

Inventories are stated at the lower of cost or market, and cost is determined by the
first-in, first-out method. They consist of the following amounts in thousands:

                           1998         1997
                         --------     --------
Finished goods           $ 12,000     $ 11,000
Raw materials               4,500        4,200
Total inventories          16,500       15,200
"""
    assert _periods(text) == ["..1998-12-31", "..1997-12-31"]


def test_a_quarter_is_three_months_of_its_fiscal_year() -> None:
    text = """Quarterly Results (unaudited)

                      Q1 1998      Q2 1998      Q3 1998      Q4 1998
                      -------      -------      -------      -------
Net sales              $1,200       $1,300       $1,400       $1,500
Gross profit              300          310          350          360
Net income                 50           60           70           80
"""
    assert _periods(text) == [
        "1998-01-01..1998-03-31",
        "1998-04-01..1998-06-30",
        "1998-07-01..1998-09-30",
        "1998-10-01..1998-12-31",
    ]
