"""Formulas as readers write them: what they are taken for, and what is none."""

from decimal import Decimal

import pytest

from core.years.formula import LONGEST, Call, FormulaError, Function, Name, Number, Operation, names, parsed


def test_arithmetic() -> None:
    assert parsed("a - b * 0.5") == Operation("-", Name("a"), Operation("*", Name("b"), Number(Decimal("0.5"))))
    assert parsed("(a - b) / a") == Operation("/", Operation("-", Name("a"), Name("b")), Name("a"))
    assert parsed("-a") == Operation("-", Number(Decimal(0)), Name("a"))


def test_lines_in_quotes() -> None:
    assert parsed("\"Net sales\" / 'us-gaap:Assets'") == Operation(
        "/", Name("Net sales", quoted=True), Name("us-gaap:Assets", quoted=True)
    )
    assert [one.name for one in names(parsed("growth(a) + average('B c') * before(d)"))] == ["a", "B c", "d"]


def test_functions() -> None:
    assert parsed("cagr(a, 5)") == Call(Function.COMPOUND, Name("a"), 5)
    assert parsed("or_zero(size(a))") == Call(Function.OR_ZERO, Call(Function.SIZE, Name("a")))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no formula"),
        ("a +", "no formula"),
        ("1 + 2", "speaks of no line"),
        ("a ** 9999999", "no part of a formula"),
        ("a.b", "no part of a formula"),
        ("a if b else c", "no part of a formula"),
        ("[a for a in b]", "no part of a formula"),
        ("True * a", "no part of a formula"),
        ("a * ''", "no part of a formula"),
        ("a * 1e999", "no part of a formula"),
        ("__import__('os')", "no function"),
        ("a.f(b)", "no function"),
        ("growth(a, 2)", "takes one amount"),
        ("cagr(a)", "a number of years"),
        ("cagr(a, 0)", "no number of years"),
        ("cagr(a, b)", "no number of years"),
        ("cagr(a, 5000)", "no number of years"),
        ("growth(of=a)", "takes one amount"),
        ("a" * (LONGEST + 1), "at most"),
        ("(" * 240 + "a" + ")" * 240, "no formula"),
        ("a\x00", "no formula"),
    ],
)
def test_what_is_no_formula(text: str, why: str) -> None:
    with pytest.raises(FormulaError, match=why) as raised:
        parsed(text)
    assert len(str(raised.value).splitlines()) == 1


@pytest.mark.filterwarnings("always")
def test_what_python_only_warns_of_is_no_formula(recwarn: pytest.WarningsRecorder) -> None:
    with pytest.raises(FormulaError, match="is no formula"):
        parsed("a if 2if a else b")
    assert not recwarn.list
