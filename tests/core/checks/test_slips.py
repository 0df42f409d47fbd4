"""What slip a figure looks like, and how easily by chance."""

from decimal import Decimal

import pytest

from core.checks.equation import Term
from core.checks.slips import Slip, seen, seen_in_digits
from tests.core.drawn_statement import drawn

TABLE = drawn("""
                  2003      2002      2001
    Sales         48,120    51,300    47,900
    Costs         31,070    51,300    30,555
    Taxes         31,070    4,210     (3,990)
""")


def term(row: int, column: int) -> Term:
    figure = TABLE.rows[row].figures[column]
    assert figure.value is not None
    return Term(1, int(figure.value), figure, TABLE.rows[row], TABLE)


@pytest.mark.parametrize(
    ("column", "wanted", "slip"),
    [
        (0, 48_720, Slip.DIGIT),
        (0, 48_210, Slip.SWAPPED),
        (0, 4_820, Slip.EXTRA),
        (0, 481_120, Slip.LOST),
        (0, -48_120, Slip.SIGN),
        (0, 48_120_000, Slip.SCALE),
        (0, 48_120_744, Slip.SCALE),
        (0, 51_300, Slip.EXCHANGED),
        (1, 38_000, Slip.ROW),
        (0, 36_911, Slip.NONE),
        (0, -48_720, Slip.NONE),
    ],
)
def test_the_slip_that_a_figure_looks_like(column: int, wanted: int, slip: Slip) -> None:
    assert seen(term(0, column), Decimal(wanted), 4).slip is slip


def test_a_figure_that_stands_in_two_columns_may_be_last_years() -> None:
    table = drawn("""
                  2003      2002
    Sales         48,120    48,120
    Costs         31,070    30,200
    """)
    figure = table.rows[0].figures[0]
    found = seen(Term(1, 48_120, figure, table.rows[0], table), Decimal(41_777), 3)
    assert found.slip is Slip.STALE


def test_a_large_difference_of_one_digit_is_no_accident() -> None:
    small, large = (seen(term(0, 0), Decimal(wanted), 4).odds for wanted in (48_123, 78_120))
    assert small < 0 < 3 < large


def test_the_more_figures_there_are_the_likelier_one_looks_like_a_slip() -> None:
    few, many = (seen(term(0, 0), Decimal(4_820), figures).odds for figures in (2, 20))
    assert few > many + 0.9


def test_where_places_may_agree_for_a_reason_only_digits_count() -> None:
    assert seen_in_digits(term(0, 0), Decimal(51_300), 2).slip is Slip.NONE
    assert seen_in_digits(term(0, 0), Decimal(48_720), 2).slip is Slip.DIGIT


def test_segments_have_equal_figures_more_often_than_years() -> None:
    """A figure that stands in two columns says more where they are years."""
    rows = """
    Sales         48,120    48,120
    Costs         31,070    30,200
    """
    odds = []
    for heads in ("2003      2002", "Pots      Lids"):
        table = drawn(f"\n                  {heads}{rows}")
        figure = table.rows[0].figures[0]
        odds.append(seen(Term(1, 48_120, figure, table.rows[0], table), Decimal(39_000), 4).odds)
    assert odds[0] > odds[1] + 0.5
