"""What the rows of tables count that do not say it: percentages, people, places, shares."""

from pathlib import Path

from core.analysis import analyse
from tests.core.statements.drawn import read_statements


def _units(text: str) -> dict[str, str]:
    statement = read_statements(text)[0]
    return {row.label: row.unit.value for row in statement.rows if row.unit is not None}


def test_rows_beside_percentages_are_percentages() -> None:
    text = """Income Taxes

The effective rate differs from the statutory rate as follows:

                                     1998      1997
                                     ----      ----
Statutory rate                       35.0%     35.0%
State taxes, net                      1.2       1.4
Other                                 (.6)      (.2)
                                     ----      ----
Effective rate                       35.6%     36.2%
"""
    assert _units(text) == dict.fromkeys(("Statutory rate", "State taxes, net", "Other", "Effective rate"), "percent")


def test_amounts_over_percentages_in_one_column_stay_amounts() -> None:
    text = """Gross Margin

Gross margin and its percentage of sales were as follows (in millions):

                                     1998        1997
                                     ----        ----
Lamps                            $ 22,993    $ 21,761
Oil                                20,725      17,917
Both                             $ 43,718    $ 39,678
Lamps, percentage of sales           34.5%       35.3%
Oil, percentage of sales             75.6%       74.0%
Both, percentage of sales            46.5%       46.3%
"""
    units = _units(text)
    assert [units[name] for name in ("Lamps", "Oil", "Both")] == ["money"] * 3
    assert units["Oil, percentage of sales"] == "percent"


def test_what_floor_space_counts_is_not_known() -> None:
    text = """Description of Property

                        Approximate
                        Floor Space
Location                In Sq. Ft.       Use
- --------              -----------      ---
Dayton, OH                 37,000        Offices
Toledo, OH                 30,200        Warehouse
Akron, OH                 112,500        Factory
"""
    assert set(_units(text).values()) == set()


def test_options_granted_are_shares_and_their_lives_are_years() -> None:
    text = """Stock Options

A summary of the option plans follows:

                                       1998         1997
                                    ---------    ---------
Outstanding at beginning of year      120,400      110,300
Granted                                25,000       30,100
Exercised                             (12,000)     (20,000)
                                    ---------    ---------
Outstanding at end of year            133,400      120,400
                                    =========    =========
Expected life (in years)                  5.0          4.5
"""
    units = _units(text)
    assert units.pop("Expected life (in years)") == "number"
    assert set(units.values()) == {"shares"}


def test_a_currency_sign_anywhere_says_money() -> None:
    text = """Rent

                                Square Feet      1998         1997
                                                ------       ------
Dayton                             37,000      $ 1,200      $ 1,100
Toledo                             30,200        1,340        1,050
Akron                             112,500        4,000        3,900
"""
    assert set(_units(text).values()) == {"money"}


def test_signs_of_prices_alone_do_not_make_money_of_the_options_beside_them() -> None:
    text = """Stock Options

Transactions of the plans were as follows:

                                  Long-Term                 Option
                                  Incentive   Employees   Price Range
                                    Plans       Plan       Per Share
                                  ---------   ---------  ---------------
Balance, December 31, 1991        4,322,000     833,700  $25.30 - $60.50
  Canceled                           93,800     404,400
  Exercised                         255,400     218,400  $25.30 - $44.70
"""
    assert "money" not in _units(text).values()


PROPERTIES = """                                   FORM 10-K
        ANNUAL REPORT PURSUANT TO SECTION 13 OR 15(d) OF THE SECURITIES EXCHANGE ACT OF 1934

PART I

Item 1.  Business

We make widgets, and sell them to those who want them.

Item 2.  Properties

The works that are owned and leased are:

                                  Owned        Leased
                                -------       -------
North America                        15             3
Europe                                4             1

Item 3.  Legal Proceedings

There are none.
"""


def test_what_lies_among_the_properties_is_no_money(tmp_path: Path) -> None:
    (file := tmp_path / "widgets.txt").write_text(PROPERTIES)
    (found,) = analyse(file).tables
    assert [row.unit for row in found.rows if row.figures] == [None, None]


def test_what_nothing_calls_money_is_not_known() -> None:
    text = """Operating statistics

                                   1998         1997
                                -------      -------
Revenue ton-miles                 409.7        413.3
Average train speed                23.6         24.1
Other                               8.1          8.0
"""
    assert set(_units(text).values()) == set()


def test_a_term_is_in_years_as_the_heading_over_it_says() -> None:
    text = """Leases

                                             1998         1997
                                          -------      -------
Rent                                      $ 1,200      $ 1,100
Weighted average remaining term (years)
  Operating                                   5.4          5.0
  Finance                                     2.8          3.1
"""
    assert list(_units(text).values()) == ["money", "number", "number"]


def _counts(text: str) -> list[str]:
    """What the figures of the first table count, by row."""
    statement = read_statements(text)[0]
    return [" ".join(row.counts(figure) or "-" for figure in row.figures) for row in statement.rows if row.figures]


def test_high_and_low_are_prices_and_what_is_beside_them_a_dividend() -> None:
    text = """Market for Common Stock

                                               Dividend
     1998              High         Low        Declared
- -------------------------------------------------------
First Quarter         $14.87      $11.85       $0.00
Second Quarter         16.22       12.00        0.00
Third Quarter          15.35       11.80        0.00
"""
    assert _counts(text) == ["per_share per_share per_share"] * 3


def test_the_parts_of_diluted_shares_are_shares() -> None:
    text = """Earnings Per Share

                                                   1998         1997
                                               ----------   ----------
Net income                                     $2,147,132   $3,022,828
Denominator for basic earnings per share -
  weighted average shares                       1,523,429    1,921,612
Employee stock options                             30,899       35,949
                                               ----------   ----------
Total                                           1,554,328    1,957,561
Basic earnings per share                       $     1.41   $     1.57
Effect of accounting changes                          .02            -
Dividends declared                                   0.10         0.08
"""
    assert _counts(text) == [f"{unit} {unit}" for unit in ("money", *["shares"] * 3, *["per_share"] * 3)]


def test_numbers_beside_a_price_are_shares() -> None:
    text = """Stock Options

The options were as follows:

                                             Exercise
                                Number        Price
                               --------      --------
Vested at end of period          74,207       $13.92
Exercisable at end of period     53,445        12.37
"""
    assert _counts(text) == ["shares per_share"] * 2
    plain = text.replace("Exercise", "  Cost  ").replace("  Price", "       ").replace("Number  ", "Quantity")
    assert _counts(plain)[0].startswith("number")
