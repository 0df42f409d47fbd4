"""What each figure counts: by its sign, its caption, its column, its table."""

import csv
import io
from pathlib import Path

import pytest

from core.analysis import analyse
from core.contract import as_json
from core.export.tables import tidy
from core.statements.statement import Statement, Unit
from tests.core.statements.drawn import read_statements
from tests.core.tables.html.drawing import table

_SHORT = {"money": "$", "percent": "%", "shares": "s", "per_share": "p", "number": "n"}


def _counted(text: str) -> tuple[Statement, list[str]]:
    """The first table of a text, and its rows, each figure with what it counts."""
    statement = read_statements(text)[0]
    rows = []
    for row in statement.rows:
        units = [row.counts(figure) for figure in row.figures]
        if units:
            rows.append(f"{row.label}: " + " ".join(_SHORT[unit.value] if unit else "-" for unit in units))
    return statement, rows


def test_shares_and_their_prices_stand_in_columns_beside_each_other() -> None:
    text = """Stock Options

Activity in 1998 was as follows:

                            Number of      Weighted Average      Aggregate
                              Options        Exercise Price      Value (in
                       (in thousands)                            millions)
                            ---------      ----------------      ---------
Outstanding, January 1          4,210               $ 12.40
Granted                         1,200                 15.10
Exercised                        (800)                10.05           $ 12
Outstanding, December 31        4,610                 13.20             41
"""
    statement, rows = _counted(text)
    assert statement.scale == 1_000_000
    assert rows == [
        "Outstanding, January 1: s p",
        "Granted: s p",
        "Exercised: s p $",
        "Outstanding, December 31: s p $",
    ]
    assert [row.unit.value for row in statement.rows if row.unit] == ["shares"] * 4


def test_percentages_stand_in_columns_beside_amounts() -> None:
    text = """Revenue by region

                          1998                    1997
                    ----------------        ----------------
United States       $ 1,200      47%        $ 1,100      46%
Europe                  900      35             800      34
Asia                    450      18             480      20
"""
    _, rows = _counted(text)
    assert rows == ["United States: $ % $ %", "Europe: $ % $ %", "Asia: $ % $ %"]


def test_a_percent_sign_speaks_for_its_row_where_it_stands_in_no_column_of_percentages() -> None:
    text = """Results of operations

                            1998         1997
                         ---------    ---------
Revenue                    $ 1,200      $ 1,100
Cost                           800          770
Gross margin                 33.3%         30.0
Tax                             90           95
"""
    _, rows = _counted(text)
    assert rows == ["Revenue: $ $", "Cost: $ $", "Gross margin: % %", "Tax: $ $"]


def test_flows_of_cash_are_no_rates() -> None:
    text = """STATEMENTS OF CASH FLOWS
(In millions)
                                        1998         1997
                                     ---------    ---------
Net income                             $ 1,200      $ 1,100
Depreciation                               800          770
Net cash provided by operations          2,000        1,870
Capital spending                        (1,500)      (1,400)
Effect of exchange rates                   (10)         (62)
Net change in cash                         490          408
"""
    _, rows = _counted(text)
    assert rows[-2] == "Effect of exchange rates: $ $"


def test_a_figure_of_which_it_is_not_known_what_it_counts_does_not_count_what_the_others_do() -> None:
    text = """Weeks ahead of the target

                    Weeks         Payout       Rate
                    -----         ------      ------
Maximum                 8         175.0%      8.125%
Target                  4         142.5%      8.125%
"""
    statement, _ = _counted(text)
    assert [row.unit for row in statement.rows] == [None, None]
    assert [figure.unit and figure.unit.value for figure in statement.rows[0].figures] == [None, "percent", "percent"]


@pytest.mark.parametrize(
    ("caption", "figures", "expected"),
    [
        ("Notes due 2026 at 4.5%", "500          600", "$ $"),
        ("Effective rate, 4.5%", "500          600", "% %"),
        ("Effect of dilutive securities", "77,407       66,766", "s s"),
        ("Weighted average shares outstanding (1)", "77,407       66,766", "s s"),
        ("Stock (average shares outstanding 12)", "77,407       66,766", "$ $"),
        ("Income effect of dilutive notes", "77,407       66,766", "$ $"),
        ("Anti-dilutive awards excluded from income per share", "51          150", "s s"),
        ("Fair value of options granted", "10.28         9.84", "p p"),
        ("Fair value of options vested", "299          244", "$ $"),
        ("Average debt outstanding", "52,100       51,000", "$ $"),
        ("Stock issued to employees for services", "319          177", "$ $"),
        ("Number of employees", "319          177", "n n"),
        ("Earnings reallocated to Class A shares", "4,072        5,124", "$ $"),
    ],
)
def test_captions(caption: str, figures: str, expected: str) -> None:
    text = f"""Other data

                                                         1998         1997
                                                    ---------    ---------
Revenue                                               $ 1,200      $ 1,100
Cost                                                      800          770
{caption:<54} {figures}
"""
    assert _counted(text)[1][-1] == f"{caption}: {expected}"


def test_what_is_added_to_shares_is_shares() -> None:
    text = """Earnings per share

                                                         1998         1997
                                                    ---------    ---------
Net income                                            $ 1,200      $ 1,100
Weighted average common shares outstanding              305.1        304.2
Dilutive effect:
  Restricted stock                                        2.7          5.9
  Warrants                                                0.3          1.6
Diluted weighted average common shares                  308.1        311.7
"""
    assert [row.rpartition(" ")[0][-1] for row in _counted(text)[1]] == ["$", "s", "s", "s", "s"]


def test_shares_in_a_statement_of_equity_are_no_money() -> None:
    text = """Consolidated Statements of Stockholders' Equity
(In thousands)

                                    Common Stock            Retained
                                 Shares       Amount        Earnings        Total
                                 ------       ------        --------      -------
Balance, January 1, 1998          1,000       $  100        $  5,000      $ 5,100
Stock issued                         50            5                            5
Net income                                                       700          700
Balance, December 31, 1998        1,050       $  105        $  5,700      $ 5,805
"""
    statement, rows = _counted(text)
    assert rows == [
        "Balance, January 1, 1998: s $ $ $",
        "Stock issued: s $ $",
        "Net income: $ $",
        "Balance, December 31, 1998: s $ $ $",
    ]
    assert {row.unit.value for row in statement.rows if row.unit} == {"money"}


def test_a_table_of_shares_says_so_in_its_lead() -> None:
    text = """Stockholders' Equity

Shares of common stock outstanding were as follows (in millions):

                                   1998         1997
                                 ------       ------
Balance, beginning of year        8,376        8,668
Issued                              147          155
Repurchased                        (142)        (447)
                                 ------       ------
Balance, end of year              8,381        8,376
"""
    assert {row.rpartition(" ")[2] for row in _counted(text)[1]} == {"s"}


def test_years_beside_amounts_are_no_amounts(tmp_path: Path) -> None:
    rows = """
              |      | Net sales | Net earnings
    Beauty    | 2025 | $3,490    | $539
              | 2024 | 3,550     | 587
    Grooming  | 2025 | 1,505     | 321
              | 2024 | 1,539     | 303
    """
    (file := tmp_path / "segments.htm").write_text(
        f"<html><body><p>Segments</p><table>{table(rows)}</table></body></html>"
    )
    (found,) = analyse(file).tables
    units = {
        column.label: {row.counts(figure) for row in found.rows if (figure := row.at(at))}
        for at, column in enumerate(found.columns)
    }
    assert units == {"": {Unit.NUMBER}, "Net sales": {Unit.MONEY}, "Net earnings": {Unit.MONEY}}


def test_only_what_is_money_is_multiplied(tmp_path: Path) -> None:
    rows = """
    In millions   | 2024   | % of sales
    United States | $1,200 | 47%
    Europe        | 900    | 35
    """
    (file := tmp_path / "regions.htm").write_text(
        f"<html><body><p>Regions</p><table>{table(rows)}</table></body></html>"
    )
    analysis = analyse(file)
    lines = [line for line in csv.DictReader(io.StringIO(tidy(analysis))) if line["caption"] == "Europe"]
    assert [(line["value"], line["unit"]) for line in lines] == [("900000000", "money"), ("35", "percent")]
    europe = as_json(analysis)["tables"][0]["rows"][-1]
    assert [europe["unit"], *(cell["unit"] for cell in europe["cells"])] == ["money", None, "percent"]
