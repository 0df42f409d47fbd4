"""The time of a column whose head names none, by the columns beside it."""

from tests.core.statements.drawn import read_statements


def periods(text: str) -> list[str]:
    head = "Notes to Consolidated Financial Statements\n\nNote 1.  Details\n\nThe amounts were as follows:\n\n"
    return [f"{column.start or ''}..{column.end or ''}" for column in read_statements(head + text)[0].columns]


def test_what_rolls_from_one_balance_to_the_next() -> None:
    told = periods("""                    December 31,                              December 31,
                        1997       Additions    Payments          1998
                    ------------   ---------    --------      ------------
Severance               1,200         300         (400)           1,100
Leases                    400         100          (50)             450
""")
    assert told == ["..1997-12-31", "1998-01-01..1998-12-31", "1998-01-01..1998-12-31", "..1998-12-31"]


def test_parts_of_a_dated_total_are_of_its_day() -> None:
    told = periods("""                    December 31,    Quoted      Other       Other
                        1998         prices     observable  inputs
                    ------------   ---------    ---------   --------
Equities                1,200         900         200          100
Bonds                     400         100         300            -
Funds                     950         500         250          200
Total                   2,550       1,500         750          300
""")
    assert told == ["..1998-12-31"] * 4


def test_columns_that_do_not_add_up_stay_without_a_time() -> None:
    told = periods("""                    December 31,    Quoted      Other       Other
                        1998         prices     observable  inputs
                    ------------   ---------    ---------   --------
Equities                1,200         910         200          100
Bonds                     400         120         300            -
Funds                     950         560         250          200
Total                   2,550       1,590         750          300
""")
    assert told == ["..1998-12-31", "..", "..", ".."]


def test_years_to_come_are_told_as_of_the_last_day() -> None:
    told = periods("""                              1999      2000     2001    Thereafter    Total
                            --------  -------  -------  ----------  --------
Operating leases               1,200    1,100    1,000       2,000     5,300
Purchase obligations             400      300      200         100     1,000
""")
    assert told == ["..1998-12-31"] * 5


def test_captions_that_are_years_to_come() -> None:
    told = periods("""                              Operating   Capital
                                leases     leases
                              ---------   -------
1999                             1,200        300
2000                             1,100        200
2001                             1,000        100
Thereafter                       2,000         50
""")
    assert told == ["..1998-12-31"] * 2
