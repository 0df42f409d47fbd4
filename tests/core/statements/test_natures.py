"""Lines are of a time or of a day by their words: tables whose heads leave it open, and lines apart from their table."""

from core.statements.natures import leaning, phrases
from core.statements.statement import Statement
from tests.core.statements.drawn import read_statements
from tests.learn_natures import Line, known, learned

HEAD = """Notes to Consolidated Financial Statements

Note 1.  Details

{lead}

                                     December 31,   December 31,
                                         1998           1997
                                     ------------   ------------
"""


def table(rows: str, lead: str = "The following table has the amounts:") -> Statement:
    return read_statements(HEAD.format(lead=lead) + rows)[0]


def starts(statement: Statement) -> list[bool]:
    """Of every row whether its figures have a first day."""
    return [statement.time(row, row.figures[0]).start is not None for row in statement.rows if row.figures]


def test_words_lean_to_a_time_or_to_a_day() -> None:
    assert leaning("Amortization expense") > 0
    assert leaning("Proceeds from sales of securities") > 0
    assert leaning("Accumulated depreciation") < 0
    assert leaning("Total assets") < 0
    assert leaning("") == 0


def test_phrases_are_words_and_pairs() -> None:
    assert list(phrases("Cost of the goods sold, net")) == [
        "cost",
        "goods",
        "sold",
        "net",
        "cost goods",
        "goods sold",
        "sold net",
    ]


def test_what_is_earned_lasts_though_the_head_is_a_day() -> None:
    told = table("""Service cost                             1,200          1,100
Interest cost                            4,000          3,900
Amortization of prior service cost         300            280
Net pension expense                      5,500          5,280
""")
    assert [f"{column.start}..{column.end}" for column in told.columns] == [
        "1998-01-01..1998-12-31",
        "1997-01-01..1997-12-31",
    ]
    assert starts(told) == [True] * 4


def test_what_there_is_stays_of_a_day() -> None:
    told = table("""Land                                     1,200          1,100
Buildings                                4,000          3,900
Machinery and equipment                  7,000          6,800
Less accumulated depreciation           (5,000)        (4,700)
""")
    assert starts(told) == [False] * 4


def test_assets_among_results_are_of_the_last_day() -> None:
    text = HEAD.format(lead="Results by segment were as follows for the years ended:") + (
        """Net sales                               12,000         11,000
Depreciation expense                       700            680
Operating income                         2,000          1,900
Capital expenditures                       900            870
Total assets                            15,000         14,000
"""
    )
    assert starts(read_statements(text)[0]) == [True, True, True, True, False]


def test_words_are_learned_from_lines_of_two_companies() -> None:
    data = [
        Line(company, {word: 1.0}, flow)
        for company in ("A", "B")
        for word, flow in (("spent", True), ("spent", True), ("owed", False), ("owed", False))
    ]
    data += [Line("A", {"own": 1.0}, flow=True)] * 6
    weights = learned(data, known(data))
    assert set(weights) == {"spent", "owed"}
    assert weights["spent"] > 0 > weights["owed"]


def test_what_stands_behind_a_roll_forward_is_of_its_last_day() -> None:
    told = table("""Benefit obligation at beginning of year  3,000          2,500
Service cost                               200            180
Interest cost                              190            170
Benefit obligation at end of year        3,390          2,850
Funded status                             (970)          (640)
Unrecognized prior service cost             15             17
""")
    assert starts(told) == [False, True, True, False, False, False]


def test_lines_under_year_end_position_are_of_the_last_day() -> None:
    text = HEAD.format(lead="Results were as follows for the years ended:") + (
        """Net sales                               12,000         11,000
Depreciation expense                       700            680
YEAR-END POSITION
Total assets                            15,000         14,000
Number of employees                        154            161
"""
    )
    assert starts(read_statements(text)[0]) == [True, True, False, False]


def test_days_of_three_years_are_years() -> None:
    text = HEAD.replace("December 31,   December 31,", "December 31,   December 31,   December 31,")
    text = text.replace("1998           1997", "1998           1997           1996")
    told = read_statements(
        text.format(lead="The following table has the amounts:")
        + """Doors                                    1,200          1,100          1,050
Windows                                  4,000          3,900          3,100
Other                                      300            280            250
"""
    )[0]
    assert starts(told) == [True] * 3


def test_what_is_due_in_years_to_come_is_told_as_of_a_day_whatever_its_words() -> None:
    text = """                              FORM 10-K
          For the fiscal year ended December 31, 1998

Note 1.  Details

The amortization expense of the years to come is expected to be:

                                 1999     2000     2001
Amortization expense            1,200    1,100    1,000
Interest expense                4,000    3,900    3,000
"""
    (told,) = read_statements(text)
    assert [(column.start, str(column.end)) for column in told.columns] == [(None, "1998-12-31")] * 3
    assert starts(told) == [False] * 2
