"""Which lines a total adds up, and with which signs."""

import pytest

from core.checks import sums
from core.checks.amounts import Line
from core.checks.sums import Addend, Signs, Sum, addend
from tests.core.drawn_statement import drawn


def lines(*rows: tuple[str, tuple[int | None, ...]]) -> list[Line]:
    """Lines with these captions and amounts."""
    row = drawn("""
                  2003    2002
        Cash      12      25
        """).rows[0]
    return [Line(row._replace(label=label), values) for label, values in rows]


def stack(*rows: tuple[str, tuple[int | None, ...]]) -> list[Addend]:
    return [addend(line) for line in lines(*rows)]


def best_sum(above: list[Addend], line: Line) -> Sum | None:
    return sums.best_sum(above, line, [1] * len(line.values))


def plain_sum(above: list[Addend], line: Line) -> Sum | None:
    return sums.plain_sum(above, line, [1] * len(line.values))


def total(*values: int | None) -> Line:
    return lines(("Total", values))[0]


def told(found: Sum | None) -> tuple[Signs, list[tuple[int, str]], tuple[int, ...], tuple[int, ...]] | None:
    if found is None:
        return None
    return found.signs, [(sign, a.line.row.label) for sign, a in found.addends], found.ties, found.off


@pytest.mark.parametrize(
    ("label", "values", "plain", "cost"),
    [
        ("Cash", (12, 25), 1, 1),
        ("Less depreciation", (12, 25), -1, -1),
        ("Deduct treasury stock", (12, 25), -1, -1),
        ("Less depreciation", (-12, 25), 1, 1),
        ("Interest expense", (12, 25), 1, -1),
        ("Interest expense", (-12, -25), 1, 1),
        ("Income before taxes", (12, 25), 1, 1),
        ("Tax benefit", (12, 25), 1, 1),
        ("Unless otherwise", (12, 25), 1, 1),
    ],
)
def test_the_sign_of_a_line(label: str, values: tuple[int, ...], plain: int, cost: int) -> None:
    line = addend(lines((label, values))[0])
    assert (line.plain, line.cost) == (plain, cost)


def test_the_lines_above_are_added() -> None:
    found = best_sum(stack(("Land", (90, 80)), ("Cash", (120, 100)), ("Debt", (330, 310))), total(450, 410))
    assert told(found) == (Signs.PLAIN, [(1, "Cash"), (1, "Debt")], (0, 1), ())


def test_costs_are_taken_away() -> None:
    found = best_sum(
        stack(("Sales", (900, 800)), ("Cost of sales", (500, 470)), ("Interest expense", (60, 50))), total(340, 280)
    )
    assert told(found) == (
        *(Signs.COSTS, [(1, "Sales"), (-1, "Cost of sales"), (-1, "Interest expense")]),
        *((0, 1), ()),
    )


def test_all_that_follows_is_taken_away() -> None:
    found = best_sum(stack(("Income", (900, 800)), ("Dividends", (500, 470)), ("Bonus", (60, 50))), total(340, 280))
    assert told(found) == (Signs.RUNNING, [(1, "Income"), (-1, "Dividends"), (-1, "Bonus")], (0, 1), ())


def test_signs_are_searched_where_nothing_plain_ties() -> None:
    found = best_sum(stack(("A", (9000, 8000)), ("B", (500, 470)), ("C", (6000, 5000))), total(14500, 12530))
    assert told(found) == (Signs.SEARCHED, [(1, "A"), (-1, "B"), (1, "C")], (0, 1), ())


def test_searched_signs_must_tie_in_two_columns() -> None:
    assert best_sum(stack(("A", (9000, 8000)), ("B", (500, 470)), ("C", (6000, 5000))), total(14500, 1)) is None


def test_a_column_that_does_not_tie_is_off() -> None:
    found = best_sum(stack(("Cash", (120, 100)), ("Debt", (330, 310))), total(450, 510))
    assert found is not None
    assert (found.ties, found.off) == ((0,), (1,))
    assert (found.total(1), found.missing(total(450, 510), 1)) == (410, 100)


@pytest.mark.parametrize(("printed", "ties"), [(451, (0, 1)), (449, (0, 1)), (452, (1,)), (448, (1,))])
def test_two_lines_may_be_rounded_by_one(printed: int, ties: tuple[int, ...]) -> None:
    found = best_sum(stack(("Cash", (120, 100)), ("Debt", (330, 310))), total(printed, 410))
    assert found is not None
    assert found.ties == ties


def test_a_tiny_total_says_nothing() -> None:
    assert best_sum(stack(("Cash", (3, 4)), ("Debt", (4, 3))), total(7, 7)) is None
    assert best_sum(stack(("Cash", (50, 43)), ("Debt", (40, 37))), total(90, 80)) is not None


def test_nothing_ties_where_nothing_is_printed() -> None:
    assert best_sum(stack(("Cash", (120, 100))), total(None, 1)) is None
    assert best_sum([], total(120, 100)) is None


def test_one_line_repeated_in_two_columns_ties() -> None:
    found = best_sum(stack(("Cash", (120, 100))), total(120, 100))
    assert told(found) == (Signs.PLAIN, [(1, "Cash")], (0, 1), ())
    assert best_sum(stack(("Cash", (120, 100))), total(120, 500)) is None


def test_a_row_that_is_no_total_adds_up_in_every_column() -> None:
    above = stack(("Cash", (120, 100)), ("Debt", (330, 310)))
    assert told(plain_sum(above, total(450, 410))) == (Signs.PLAIN, [(1, "Cash"), (1, "Debt")], (0, 1), ())
    assert plain_sum(above, total(450, 510)) is None
    assert plain_sum(above, total(450, None)) is None
    assert plain_sum(above[:1], total(120, 100)) is None


def test_a_row_that_is_no_total_may_be_what_is_left() -> None:
    above = stack(("Cash", (400, 300)), ("Debt", (330, 210)))
    assert told(plain_sum(above, total(70, 90))) == (Signs.RUNNING, [(1, "Cash"), (-1, "Debt")], (0, 1), ())
    four = stack(*((f"Line {number}", (1000 * number, 900 * number)) for number in (9, 1, 2, 3)))
    assert plain_sum(four, total(3000, 2700)) is None


def test_an_amount_net_of_the_line_above_it_is_read_though_one_column_does_not_hold() -> None:
    left = lines(("Inventories at LIFO cost", (17_076, 15_998)))[0]
    above = stack(("At replacement cost", (17_549, 16_300)), ("Less LIFO reserve", (473, 311)))
    assert told(sums.net_sum(above, left, [1, 1])) == (
        Signs.RUNNING,
        [(1, "At replacement cost"), (-1, "Less LIFO reserve")],
        (0,),
        (1,),
    )
    other = stack(("At replacement cost", (17_549, 16_300)), ("Supplies", (473, 311)))
    assert sums.net_sum(other, left, [1, 1]) is None


def test_lines_below_a_heading_of_costs_are_taken_away_as_costs_are() -> None:
    debt, gain = lines(("Debt", (520, 331)), ("Gain on sale", (60, 45)))
    assert (addend(debt).cost, addend(debt, "Interest costs:").cost) == (1, -1)
    assert addend(gain, "Interest costs:").cost == 1
