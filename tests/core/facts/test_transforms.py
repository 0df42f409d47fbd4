"""Printed numbers by their formats."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.facts.transforms import _NUMBERS, amount, quotient

FORMATS = st.one_of(
    st.sampled_from([*_NUMBERS, "date-month-day-year", "fixed-empty", "fixed-true"]), st.none(), st.text()
)
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
        ("12/31/2024", "ixt:date-month-day-year"),
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


@given(TEXTS, FORMATS, st.integers(), st.sampled_from([None, "-", "+"]))
def test_nothing_raises(text: str, form: str | None, scale: int, sign: str | None) -> None:
    value = amount(text, form, scale, sign)
    assert value is None or value.is_finite()


@given(st.decimals(min_value=0, max_value=10**12, places=3), st.integers(-6, 9))
def test_what_is_printed_with_commas_reads_back(number: Decimal, scale: int) -> None:
    assert amount(f"{number:,}", "ixt:num-dot-decimal", scale) == number * Decimal(10) ** scale
    turned = f"{number:,}".translate({ord(","): ".", ord("."): ","})
    assert amount(turned, "ixt:num-comma-decimal", scale) == number * Decimal(10) ** scale
