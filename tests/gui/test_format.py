"""Amounts and heads as people read them."""

from datetime import date
from decimal import Decimal

import pytest

from core.source import cite
from core.statements.statement import Column, Figure, Unit
from gui import format as shown
from gui.options import Scale
from tests.gui import made_up


@pytest.mark.parametrize(
    ("value", "decimals", "brackets", "text"),
    [
        ("1234567", 0, True, "1,234,567"),
        ("-1234.5", 1, True, "(1,234.5)"),
        ("-1234.5", 1, False, "−1,234.5"),
        ("11.25", 1, False, "11.3"),
        ("-0.04", 1, True, "0.0"),
    ],
)
def test_numbers(value: str, decimals: int, brackets: bool, text: str) -> None:
    assert shown.number(Decimal(value), decimals, brackets=brackets) == text


@pytest.mark.parametrize(
    ("printed", "value", "unit", "scale", "text"),
    [
        ("$ 1,200", "1200", Unit.MONEY, Scale.AS_FILED, "1,200"),
        ("1,200", "1200", Unit.MONEY, Scale.UNITS, "1,200,000"),
        ("1,250", "1250", Unit.MONEY, Scale.MILLIONS, "1.3"),
        ("(150)", "-150", Unit.MONEY, Scale.THOUSANDS, "(150)"),
        ("-", "0", Unit.MONEY, Scale.MILLIONS, "–"),
        (".60", "0.60", Unit.PER_SHARE, Scale.UNITS, "0.60"),
        ("34%", "34", Unit.PERCENT, Scale.MILLIONS, "34%"),
        ("(3.5)%", "-3.5", Unit.PERCENT, Scale.AS_FILED, "(3.5%)"),
    ],
)
def test_figures_of_a_statement_in_thousands(printed: str, value: str, unit: Unit, scale: Scale, text: str) -> None:
    figure = Figure(0, printed, Decimal(value), cite(1, 0, 1))
    assert shown.figure(figure, unit, 1000, scale, brackets=True) == text


def test_words_stay_as_printed() -> None:
    figure = Figure(0, "see note 4", None, cite(1, 0, 1))
    assert shown.figure(figure, None, 1000, Scale.UNITS, brackets=True) == "see note 4"


@pytest.mark.parametrize(
    ("value", "apart", "unit", "text"),
    [
        ("12500000", "2500000", Unit.MONEY, "$12.5M"),
        ("10000000", "5000000", Unit.MONEY, "$10M"),
        ("-20000", "10000", Unit.MONEY, "−$20K"),
        ("0", "5000000", Unit.MONEY, "$0"),
        ("1.5", "0.5", Unit.PER_SHARE, "$1.50"),
        ("15", "5", Unit.PERCENT, "15%"),
        ("2500000000", "500000000", Unit.SHARES, "2.5B"),
        ("400", "100", Unit.NUMBER, "400"),
    ],
)
def test_ticks_of_an_axis(value: str, apart: str, unit: Unit, text: str) -> None:
    assert shown.compact(Decimal(value), unit, "USD", Decimal(apart)) == text


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        ("39256438", Unit.MONEY, "39.3M"),
        ("2147132", Unit.MONEY, "2.15M"),
        ("-529642", Unit.MONEY, "−530K"),
        ("1.41", Unit.PER_SHARE, "1.41"),
        ("54.66", Unit.PERCENT, "54.7%"),
        ("41", Unit.NUMBER, "41"),
        ("4", Unit.MONEY, "4"),
        ("12.5", Unit.MONEY, "12.5"),
        ("0", Unit.MONEY, "0"),
    ],
)
def test_values_above_bars(value: str, unit: Unit, text: str) -> None:
    assert shown.brief(Decimal(value), unit) == text


def test_years_head_columns_where_that_says_all() -> None:
    year = Column("Year ended December 31 2003", date(2003, 1, 1), date(2003, 12, 31))
    before = Column("Year ended December 31 2002", date(2002, 1, 1), date(2002, 12, 31))
    assert shown.heads((year, before)) == ("2003", "2002")
    assert shown.period_words((year, before)) == "Year ended December 31"
    restated = Column("2002 (restated)", date(2002, 1, 1), date(2002, 12, 31))
    assert shown.heads((year, restated)) == ("Year ended December 31 2003", "2002 (restated)")
    assert shown.period_words((year, restated)) == ""
    assert shown.heads((Column("", member="Common Stock"),)) == ("Common Stock",)


def test_facts_in_words() -> None:
    sheet = made_up.analysis().statements[0]
    assert shown.scale_words(sheet, Scale.AS_FILED) == "in thousands, as filed"
    assert shown.scale_words(sheet, Scale.MILLIONS) == "in millions"
    assert [shown.currency_words(code) for code in ("USD", "XYZ", None)] == ["U.S. dollars", "XYZ", ""]


def test_words_that_all_heads_begin_with_are_said_once() -> None:
    columns = tuple(Column(f"Pension Benefits {year}") for year in (2003, 2002))
    assert shown.heads(columns) == ("2003", "2002")
    assert shown.period_words(columns) == "Pension Benefits"
    assert shown.heads((Column("Common Stock"), Column("Common Shares"))) == ("Common Stock", "Common Shares")
    assert shown.heads((Column("Balance Sheet Total"),)) == ("Balance Sheet Total",)
    assert shown.heads((Column("Twice the same"), Column("Twice the same"))) == ("same", "same")


def test_a_month_stays_with_its_day() -> None:
    columns = tuple(Column(f"Year Ended Jan {day}, {year}") for day, year in ((26, 2025), (28, 2024)))
    assert (shown.heads(columns), shown.period_words(columns)) == (("Jan 26, 2025", "Jan 28, 2024"), "Year Ended")
