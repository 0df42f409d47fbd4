"""Printed numbers and dates by their formats."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.facts.transforms import _DATES, _NUMBERS, amount, quotient, shown_date, shown_truth

FORMATS = st.one_of(st.sampled_from([*_NUMBERS, *_DATES, "fixed-empty", "fixed-true"]), st.none(), st.text())
TEXTS = st.one_of(
    st.text(), st.text("0123456789.,- '/eE"), st.from_regex(r"[a-z]{3,9} [0-9]{1,2}, [0-9]{1,4}", fullmatch=True)
)


@pytest.mark.parametrize(
    ("text", "form", "value"),
    [
        ("1,234.5", "ixt:num-dot-decimal", "1234.5"),
        ("1234", "ixt:numdotdecimal", "1234"),
        ("1 234\u00a0567.89", "ixt:num-dot-decimal", "1234567.89"),
        (" 12 ", "num-dot-decimal", "12"),
        (".5", "num-dot-decimal", "0.5"),
        ("12,34,567.8", "ixt:num-dot-decimal-in", "1234567.8"),
        ("12,34,567.8", "ixt:numdotdecimalin", "1234567.8"),
        ("1'234.5", "ixt:num-dot-decimal-apos", "1234.5"),
        ("1,234.5", "ixt:numcommadot", "1234.5"),
        ("1 234.5", "ixt:numspacedot", "1234.5"),
        ("1.234,5", "ixt:num-comma-decimal", "1234.5"),
        ("1 234,5", "ixt:numcommadecimal", "1234.5"),
        ("1’234,5", "ixt:num-comma-decimal-apos", "1234.5"),
        ("1.234,5", "ixt:numdotcomma", "1234.5"),
        ("1234,5", "ixt:numcomma", "1234.5"),
        ("1 234,5", "ixt:numspacecomma", "1234.5"),
        ("1,234 dollars 50 cents", "ixt:num-unit-decimal", "1234.50"),
        ("3 dollars 5 cents", "ixt:numunitdecimal", "3.05"),
        ("\u2014", "ixt:zerodash", "0"),
        ("-", "ixt:numdash", "0"),
        ("\u2014", "ixt:fixed-zero", "0"),
        ("immaterial", "ixt:fixed-zero", "0"),
        ("", "ixt:fixed-zero", "0"),
        ("one hundred twenty-three", "ixt-sec:numwordsen", "123"),
        ("None", "ixt-sec:numwordsen", "0"),
        ("four", "num-word-en", "4"),
        ("1234.5", None, "1234.5"),
        ("-7", None, "-7"),
        ("1.5E3", None, "1500"),
    ],
)
def test_a_printed_number_is_read_by_its_format(text: str, form: str | None, value: str) -> None:
    assert str(amount(text, form)) == value


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("", "ixt:num-dot-decimal"),
        (".", "ixt:num-dot-decimal"),
        ("1.", "ixt:num-dot-decimal"),
        ("1.2.3", "ixt:num-dot-decimal"),
        ("(5)", "ixt:num-dot-decimal"),
        ("-5", "ixt:num-dot-decimal"),
        ("1'234", "ixt:num-dot-decimal"),
        ("\u2014", "ixt:num-dot-decimal"),
        ("1,2,3", "ixt:num-comma-decimal"),
        ("3 dollars", "ixt:num-unit-decimal"),
        ("0", "ixt:zerodash"),
        ("--", "ixt:zerodash"),
        ("several", "ixt-sec:numwordsen"),
        ("1,234", None),
        ("NaN", None),
        ("1", "ixt:no-such-format"),
        ("", "ixt:fixed-empty"),
        ("", "ixt:nocontent"),
        ("1", "ixt:fixed-true"),
        ("1", "ixt:booleanfalse"),
        ("9" * 301, "ixt:num-dot-decimal"),
        ("9" * 301, None),
    ],
)
def test_what_does_not_fit_its_format_has_no_value(text: str, form: str | None) -> None:
    assert amount(text, form) is None


@pytest.mark.parametrize(
    ("text", "scale", "sign", "value"),
    [
        ("1,234.5", 6, None, "1234500000"),
        ("1.25", 1, None, "12.5"),
        ("21.0", -2, None, "0.210"),
        ("5", 3, "-", "-5000"),
        ("0", 3, "-", "0"),
        ("5", 0, "+", "5"),
        ("1234567890123456789012345678901234567890.125", 2, "-", "-123456789012345678901234567890123456789012.5"),
    ],
)
def test_scale_and_sign_are_applied_exactly(text: str, scale: int, sign: str | None, value: str) -> None:
    assert str(amount(text, "ixt:num-dot-decimal", scale, sign)) == value


def test_a_scale_beyond_reason_gives_no_value() -> None:
    assert amount("1", None, 65) is None
    assert amount("1", None, -65) is None


def test_a_fraction_with_no_end_is_rounded() -> None:
    assert quotient(Decimal(3), Decimal(4)) == Decimal("0.75")
    assert quotient(Decimal(1), Decimal(3)) == Decimal("0." + "3" * 28)
    assert quotient(Decimal(1), Decimal(0)) is None
    assert quotient(None, Decimal(1)) is None


@pytest.mark.parametrize(
    ("text", "form", "day"),
    [
        ("12/31/2024", "ixt:date-month-day-year", date(2024, 12, 31)),
        ("12/31/24", "ixt:dateslashus", date(2024, 12, 31)),
        ("12.31.2024", "ixt:datemonthdayyear", date(2024, 12, 31)),
        ("31/12/2024", "ixt:date-day-month-year", date(2024, 12, 31)),
        ("31.12.2024", "ixt:datedoteu", date(2024, 12, 31)),
        ("2024-2-29", "ixt:date-year-month-day", date(2024, 2, 29)),
        ("December 31, 2024", "ixt:date-monthname-day-year-en", date(2024, 12, 31)),
        ("Sept. 5, 2024", "ixt:datemonthdayyearen", date(2024, 9, 5)),
        ("JULY\u00a01,\n2023", "ixt:datelongus", date(2023, 7, 1)),
        ("31 December 2024", "ixt:date-day-monthname-year-en", date(2024, 12, 31)),
        ("1 Jan 24", "ixt:dateshortuk", date(2024, 1, 1)),
        ("2024-12-31", None, date(2024, 12, 31)),
        ("2024-12-31T00:00:00", None, date(2024, 12, 31)),
    ],
)
def test_a_printed_date_is_read_by_its_format(text: str, form: str | None, day: date) -> None:
    assert shown_date(text, form) == day


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("December 31", "ixt:date-monthname-day-en"),
        ("12/31", "ixt:date-month-day"),
        ("January 2028", "ixt:date-monthname-year-en"),
        ("2/30/2024", "ixt:date-month-day-year"),
        ("13/1/2024", "ixt:date-month-day-year"),
        ("Smarch 1, 2024", "ixt:date-monthname-day-year-en"),
        ("December 31, 2024", None),
        ("0000-01-01", None),
        ("2024-12-31", "ixt:num-dot-decimal"),
        ("1" * 400, "ixt:date-month-day-year"),
    ],
)
def test_what_is_no_day_has_no_date(text: str, form: str | None) -> None:
    assert shown_date(text, form) is None


@pytest.mark.parametrize(
    ("text", "form", "truth"),
    [
        ("anything", "ixt:fixed-true", True),
        ("true", "ixt:fixed-false", False),
        ("", "ixt:booleantrue", True),
        ("\u2612", "ixt-sec:boolballotbox", True),
        ("\u2610", "ixt-sec:boolballotbox", False),
        ("true", None, True),
        ("Yes", None, None),
    ],
)
def test_check_boxes_say_yes_or_no(text: str, form: str | None, truth: bool | None) -> None:
    assert shown_truth(text, form) is truth


@given(TEXTS, FORMATS, st.integers(), st.sampled_from([None, "-", "+"]))
def test_nothing_raises(text: str, form: str | None, scale: int, sign: str | None) -> None:
    value = amount(text, form, scale, sign)
    assert value is None or value.is_finite()
    day = shown_date(text, form)
    assert day is None or 1 <= day.year <= 9999
    assert shown_truth(text, form) in (True, False, None)


@given(st.decimals(min_value=0, max_value=10**12, places=3), st.integers(-6, 9))
def test_what_is_printed_with_commas_reads_back(number: Decimal, scale: int) -> None:
    assert amount(f"{number:,}", "ixt:num-dot-decimal", scale) == number * Decimal(10) ** scale
    turned = f"{number:,}".translate({ord(","): ".", ord("."): ","})
    assert amount(turned, "ixt:num-comma-decimal", scale) == number * Decimal(10) ** scale
