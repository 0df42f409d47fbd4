"""The one time of tables whose columns are no periods."""

import pytest

from tests.core.statements.drawn import read_statements

COSTS = """                             Cost    Fair Value
                           ------    ----------
Government bonds            1,200         1,100
Other bonds                   400           390
"""
OPTIONS = """                           Shares         Price
                           ------    ----------
Granted                     1,200         11.00
Exercised                    (400)         3.90
"""
MATURITIES = """                           Leases          Debt
                           ------    ----------
1999                        1,200         1,100
2000                          400           390
Thereafter                    400           390
"""
DAY, YEAR, NONE = "..1998-12-31", "1998-01-01..1998-12-31", ".."


def _periods(lead: str, table: str) -> set[str]:
    """The periods of a table under such a lead-in."""
    text = f"""Notes to Consolidated Financial Statements

Note 1.  Details

{lead}

{table}"""
    return {f"{column.start or ''}..{column.end or ''}" for column in read_statements(text)[0].columns}


@pytest.mark.parametrize(
    ("lead", "table", "period"),
    [
        ("Securities held as of December 31, 1998 were as follows (in millions):", COSTS, DAY),
        ("Options changed as follows during the year ended December 31, 1998:", OPTIONS, YEAR),
        ("A summary of the activity in options during 1998 is presented below:", OPTIONS, YEAR),
        ("Maturities for the five years ended after December 31, 1998 are as follows:", MATURITIES, DAY),
        ("Sales were higher in 1998. Securities held were as follows (in millions):", COSTS, NONE),
        ("Securities held at December 31, 1998 and December 31, 1997 were as follows:", COSTS, NONE),
        ("1998", COSTS, DAY),
    ],
)
def test_the_sentence_before_a_table_says_its_time(lead: str, table: str, period: str) -> None:
    assert _periods(lead, table) == {period}


def test_sections_of_two_years_are_about_neither() -> None:
    head, bonds = COSTS.split("Government", 1)
    twice = f"{head}1998\nGovernment{bonds}1997\nGovernment{bonds}"
    assert _periods("Securities held as of December 31, 1998 were as follows:", twice) == {NONE}


def test_a_day_that_a_title_says_without_a_year_is_that_of_each_column() -> None:
    """Though the fiscal year ends on another."""
    sheet = read_statements("""                    CONSOLIDATED BALANCE SHEETS
                              June 30
                           (In thousands)

                                        1998       1997
                                      -------    -------
Cash                                  $   120    $    90
Inventories                               880        910
                                      -------    -------
Total assets                          $ 1,000    $ 1,000
                                      =======    =======
Accounts payable                      $   300    $   350
Total liabilities                         500        600
Stockholders' equity                      500        400
Total liabilities and equity          $ 1,000    $ 1,000
""")[0]
    assert [f"{column.start or ''}..{column.end}" for column in sheet.columns] == ["..1998-06-30", "..1997-06-30"]
