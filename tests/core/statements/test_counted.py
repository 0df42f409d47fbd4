"""What the rows of tables count that do not say it: percentages, people, places, shares."""

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


def test_floor_space_is_no_money() -> None:
    text = """Description of Property

                        Approximate
                        Floor Space
Location                In Sq. Ft.       Use
- --------              -----------      ---
Dayton, OH                 37,000        Offices
Toledo, OH                 30,200        Warehouse
Akron, OH                 112,500        Factory
"""
    assert set(_units(text).values()) == {"number"}


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
