"""Figures as accountants write them, read and written again."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.figures import cell_figure, common, has_minus_behind, is_numeric, parse, tokens


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
        ("\u221230", "-30"),
        ("–12", "-12"),
        ("\u201115", "-15"),
        ("$ \u22121.5", "-1.5"),
        ("12–", "-12"),
        ("15-", "-15"),
        ("(5,400 (1))", "-5400"),
        ("$8, 356", "8356"),
        ("8, 356,120", "8356120"),
        ("-0-", "0"),
        ("\u2212", "0"),
    ],
)
def test_a_figure_has_its_value(text: str, value: str) -> None:
    assert parse(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "n/a",
        "Note 4",
        "77-0059951",
        "1,23",
        "12 Main",
        "10.25 - 13.00",
        "1.2.3",
        "(a)",
        "2015-",
        "5,400 (1))",
        "8, 35",
    ],
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


def test_a_dash_behind_a_figure_of_a_line_is_that_of_a_range() -> None:
    assert [str(token.value) for token in tokens("Prices  $ 5.31-   8.50   7.5-")] == ["8.50"]


def test_a_mark_inside_of_a_bracket_is_no_part_of_the_figure() -> None:
    (token,) = tokens("Loss    (5,400 (a))")
    assert (token.value, token.mark) == (Decimal(-5400), "(a)")


@pytest.mark.parametrize("line", ["Rent   $8, 356   12", "Rent   $ 8, 356   12"])
def test_digits_broken_behind_a_comma_are_one_figure_where_a_sign_tells(line: str) -> None:
    assert [str(token.value) for token in tokens(line)] == ["8356", "12"]


def test_digits_behind_a_comma_are_no_part_of_a_figure_without_a_sign() -> None:
    assert [str(token.value) for token in tokens("Notes 8, 356   12")] == ["356", "12"]


@pytest.mark.parametrize(
    "text", ["(1,234", "$ 5", "—", "-0-", "\u22125", "1.234.567", "1 234", "5-", "12%)", "(7 (1))"]
)
def test_pieces_of_figures_are_numeric(text: str) -> None:
    assert is_numeric(text)


@pytest.mark.parametrize("text", ["", "Note 5", "1.2.3", "June 30, 2005", "5 years"])
def test_words_are_not_numeric(text: str) -> None:
    assert not is_numeric(text)


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


def test_a_minus_behind_a_figure_of_a_line_counts_where_the_table_writes_it_so() -> None:
    line = "Interest expense            351-      1,371-     2,000"
    assert [str(token.value) for token in tokens(line, behind=True)] == ["-351", "-1371", "2000"]
    assert has_minus_behind(f"{line}\nOther    12-  \n")
    assert has_minus_behind("Other        12-        14-\n")
    assert has_minus_behind("Other        $12-  $214-\nTaxes   $1-")
    assert has_minus_behind("Other        $ 10, 200-   $ 10, 604-")
    assert not has_minus_behind("Other        12-        14\nForm 10-\nDue 1998-  1999-  2000\n")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("261,946 (1)", "261946"),
        ("$ 1.32 (2)", "1.32"),
        ("(46 (1))", "-46"),
        ("739 (1)", "739"),
        ("8.5% (12)", "8.5"),
        ("12 (3)", None),
        ("180 (45)", None),
        ("1,234 (567)", None),
        ("1,234  (1)", None),
        ("1998 (1)", "1998"),
    ],
)
def test_a_footnote_mark_may_stand_apart_in_the_cell_of_a_figure(text: str, value: str | None) -> None:
    assert parse(text) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    "text", ["9" * 23, "1,000,000,000,000,000,000", "(" + "8" * 400 + ")", "0." + "3" * 30, "٣" * 5000]
)
def test_what_is_longer_than_any_amount_has_no_value(text: str) -> None:
    assert cell_figure(text) is not None
    assert parse(text) is None


def test_the_longest_amounts_are_exact_to_the_last_digit() -> None:
    assert parse("(12345678901234567890)") == Decimal("-12345678901234567890")
    assert parse("1,234,567,890,123,456") == Decimal("1234567890123456")
