"""Figures as accountants write them, read and written again."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.figures import common, parse, tokens


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234", "1234"),
        ("(1,234)", "-1234"),
        ("$ 1,234", "1234"),
        ("$(1,234)", "-1234"),
        ("($ 1,234)", "-1234"),
        ("( 1,234 )", "-1234"),
        ("-1,234", "-1234"),
        (".28", "0.28"),
        ("34%", "34"),
        ("(3.2)%", "-3.2"),
        ("(4%)", "-4"),
        ("1 1/2", "1.5"),
        ("5-1/8", "5.125"),
        ("37,000*", "37000"),
        ("5(a)", "5"),
        ("-", "0"),
        ("---", "0"),
        ("–", "0"),
        ("$ -", "0"),
        ("US$ 12", "12"),
        ("£1.50", "1.50"),
    ],
)
def test_a_figure_has_its_value(text: str, value: str) -> None:
    assert parse(text) == Decimal(value)


@pytest.mark.parametrize(
    "text", ["", "n/a", "Note 4", "77-0059951", "1,23", "12 Main", "10.25 - 13.00", "1.2.3", "(a)"]
)
def test_what_is_no_number_has_none(text: str) -> None:
    assert parse(text) is None


def test_the_figures_of_a_line_with_their_columns() -> None:
    line = "Cash.....   $  3,598   $ (2,002)   -   1,234 (1)"
    found = [(line[token.left : token.close], str(token.value), token.currency) for token in tokens(line)]
    assert found == [
        ("3,598", "3598", "$"),
        ("(2,002)", "-2002", "$"),
        ("-", "0", ""),
        ("1,234", "1234", ""),
        ("(1)", "-1", ""),
    ]


AMOUNTS = st.decimals(min_value=0, max_value=10**12, places=2, allow_nan=False)
FORMATS = ["{}", "({})", "$ {}", "${}", "$({})", "($ {})", "( {} )", "-{}", "{}%", "({})%", "{}*", "{}(a)"]


@given(AMOUNTS, st.sampled_from(FORMATS))
def test_what_is_written_reads_back(amount: Decimal, form: str) -> None:
    negative = "(" in form.replace("(a)", "") or form.startswith("-")
    assert parse(form.format(f"{amount:,}")) == (-amount if negative else amount)


@given(
    st.lists(
        st.sampled_from(["Cash", "1,234", "$ 56", "$7", "(8.9)", "-", "--", "12%", ".5", "(1)", "  ", "   ", "..", " "])
    )
)
def test_common_figures_read_the_short_way_are_the_same(pieces: list[str]) -> None:
    line = "".join(pieces).rstrip()
    found = common(line)
    assert found is None or found == tokens(line)


def test_a_common_line_is_read_the_short_way() -> None:
    found = common("Cash and equivalents ....  $ 1,234     (56)      9%       -")
    assert found is not None
    assert [str(token.value) for token in found] == ["1234", "-56", "9", "0"]
