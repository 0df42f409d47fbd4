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


def _note(lead: str, heads: str, rows: str) -> list[str]:
    """The periods of a note's table under such a lead-in."""
    return _periods(f"""Notes to Consolidated Financial Statements

Note 1.  Details

{lead}

{heads}
{rows}""")


YEARS = """                                   1998         1997
                                 ------       ------"""
DAYS = """                                 December 31,   December 31,
                                         1998           1997
                                 ------------   ------------"""
PLANT = """Land                              1,200        1,100
Buildings                         4,000        3,900
Machines                          7,000        6,800
"""
TAXES = """Provision for income taxes        1,200        1,100
State taxes                         400          390
Research credit                     (70)         (68)
"""
MOVES = """Balance at beginning of year      1,200        1,100
Additions                           400          390
Balance at end of year            1,600        1,490
"""
YEAR, YEAR_BEFORE = "1998-01-01..1998-12-31", "1997-01-01..1997-12-31"
DAY, DAY_BEFORE = "..1998-12-31", "..1997-12-31"


def test_a_day_in_a_head_is_a_day_whatever_prose_says_of_years() -> None:
    lead = "Depreciation for the years was $900 and $870. Property consists of the following:"
    assert _note(lead, DAYS, PLANT) == [DAY, DAY_BEFORE]


def test_what_moves_from_beginning_to_end_lasts_a_year() -> None:
    assert _note("Changes in the allowance as of year-end were:", YEARS, MOVES) == [YEAR, YEAR_BEFORE]


def test_provisions_last_a_year_though_prose_names_a_day() -> None:
    lead = "As of December 31, 1998, the rate was 35%. The provision consists of the following:"
    assert _note(lead, YEARS, TAXES) == [YEAR, YEAR_BEFORE]


def test_months_to_maturity_are_no_period() -> None:
    heads = """                          December 31, 1998
                   Less than 12 Months   12 Months or More
                   -------------------   -----------------"""
    rows = """Government bonds                 1,200               1,100
Other bonds                        400                 390
"""
    lead = "The losses on bonds, by the time for which the bonds had lost in value, were as follows:"
    assert _note(lead, heads, rows) == [DAY, DAY]


def test_years_that_are_compared_are_no_period_but_part_of_sales_is_one() -> None:
    heads = """                   % of Sales    % of Sales    % Change
                         1998          1997   1998/1997
                   ----------    ----------   ---------"""
    rows = """Widgets                  60.2          61.0         1.3
Gadgets                  39.8          39.0         2.1
"""
    assert [period.split("..")[1] for period in _note("Shares of sales:", heads, rows)] == [
        "1998-12-31",
        "1997-12-31",
        "",
    ]


QUARTERS = """                                First    Second     Third    Fourth
                              Quarter   Quarter   Quarter   Quarter
                              -------   -------   -------   -------"""
SALES = """Net sales                      1,200     1,300     1,400     1,500
Gross profit                     300       310       350       360
Net income                        50        60        70        80
"""


def test_quarters_are_of_the_year_of_which_the_sentence_before_them_tells() -> None:
    lead = "Results by quarter of the year ended December 31, 1998 were:"
    assert _note(lead, QUARTERS, SALES) == [
        "1998-01-01..1998-03-31",
        "1998-04-01..1998-06-30",
        "1998-07-01..1998-09-30",
        "1998-10-01..1998-12-31",
    ]


def test_quarters_under_a_sentence_of_two_years_have_no_period() -> None:
    none = [".."] * 4
    lead = "Results by quarter of the years ended December 31, 1998 and 1997 were:"
    assert _note(lead, QUARTERS, SALES) == none


WOODS = """Pine                              1,200        1,100
Oak                               4,000        3,900
Total                             5,200        5,000
"""


def test_what_a_title_calls_of_a_day_does_not_last_as_long_as_prose_says() -> None:
    lead = """Lines of credit are large enough for what is needed in the three months ended March 31, 1999, as they
were in the year ended December 31, 1997, and cover all purchases of the season.

Wood at December 31, 1998 and 1997 was:"""
    assert _note(lead, YEARS, WOODS) == [DAY, DAY_BEFORE]


BY_QUARTER = "Note 1.  Quarters\n\nResults by quarter of the year ended December 31, 1998 (unaudited) were:\n\n"


def test_quarters_by_their_last_days_are_of_the_year_before_the_table() -> None:
    text = f"""{BY_QUARTER}                              Quarter Ended
                      March 31      June 30    September 30   December 31
                      --------      -------    ------------   -----------
Net sales               $1,200       $1,300       $1,400       $1,500
Gross profit               300          310          350          360
"""
    assert _periods(text)[::3] == ["1998-01-01..1998-03-31", "1998-10-01..1998-12-31"]


def test_quarters_down_the_side_are_of_the_year_before_the_table() -> None:
    text = f"""{BY_QUARTER}                     Sales       Net Income
                     -----       ----------
First quarter       $1,200          $300
Second quarter       1,300           310
Year                 2,500           610
"""
    (statement,) = read_statements(text)
    times = [statement.time(row, row.figures[0]) for row in statement.rows]
    assert [f"{start}..{end}" for start, end in times] == [
        "1998-01-01..1998-03-31",
        "1998-04-01..1998-06-30",
        "1998-01-01..1998-12-31",
    ]


def test_a_title_over_all_columns_is_no_part_of_them() -> None:
    text = """<TABLE>
                  CONSOLIDATED BALANCE SHEETS
                   December 31, 1998 and 1997
                           1998         1997
                         --------     --------
Cash                     $ 12,000     $ 11,000
Receivables                 4,500        4,200
Total assets             $ 16,500     $ 15,200
</TABLE>
"""
    (statement,) = read_statements(text)
    assert [column.member for column in statement.columns] == [None, None]
    assert [str(column.end) for column in statement.columns] == ["1998-12-31", "1997-12-31"]
