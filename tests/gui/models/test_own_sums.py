"""The reader's own sums: which of the selected figures is the total, and how the sum comes out."""

from decimal import Decimal

import pytest

from core.analysis import Analysis
from core.checks.check import Status
from core.places import Places
from core.source import cite
from gui.models.own_sums import GONE, check_of, own_sum
from gui.remarks import OwnSum


@pytest.fixture
def places(analysis: Analysis) -> Places:
    return Places(analysis)


def column(places: Places, column: int, *rows: int, statement: str = "balance-sheet") -> list[object]:
    of = places.statements[statement].rows
    return [next(figure.cite for figure in of[row].figures if figure.column == column) for row in rows]


def test_the_figure_at_the_end_that_the_others_come_to_is_the_total(places: Places) -> None:
    cites = column(places, 0, 1, 2, 3, 4)
    for order in (cites, cites[::-1]):
        own = own_sum(places, order, cites[1])  # type: ignore[arg-type]
        assert own is not None
        assert own.total == cites[3]
        assert set(own.parts) == set(cites[:3])
        check = check_of(places, own)
        assert check.status is Status.TIES
        assert check.title == "Total current assets, 2003: 5,000 is what the 3 figures you chose come to."


def test_of_figures_that_do_not_add_up_the_only_total_is_it(places: Places) -> None:
    cites = column(places, 0, 1, 2, 4)
    own = own_sum(places, cites, cites[0])  # type: ignore[arg-type]
    assert own == OwnSum(cites[2], tuple(cites[:2]))  # type: ignore[arg-type]
    check = check_of(places, own)
    assert check.status is Status.OFF
    assert (check.reported, check.expected, check.difference) == (Decimal(5000), Decimal(3500), Decimal(1500))


def test_else_the_figure_chosen_last(places: Places) -> None:
    cites = column(places, 0, 1, 2, 3)
    own = own_sum(places, cites, cites[0])  # type: ignore[arg-type]
    assert own is not None
    assert own.total == cites[0]


def test_what_is_subtracted_is_taken_away_and_is_no_total(places: Places) -> None:
    first, second, third, total = column(places, 0, 1, 2, 3, 4)
    own = own_sum(places, [total, first, second, third], first, {first, second})  # type: ignore[arg-type, list-item]
    assert own == OwnSum(third, (total, first, second), frozenset({first, second}))  # type: ignore[arg-type]
    assert own is not None
    check = check_of(places, own)
    assert check.status is Status.TIES
    assert check.title.endswith("is what the 3 figures you chose, 2 of them subtracted, come to.")
    off = check_of(places, OwnSum(third, (total, first), frozenset({first})))  # type: ignore[arg-type]
    assert off.status is Status.OFF
    assert "; the 2 figures you chose, 1 of them subtracted, come to " in off.title
    assert own_sum(places, [total, first, second], None, {total, first, second}) is None  # type: ignore[arg-type, list-item]


def test_what_cannot_be_added_up_is_no_sum(places: Places) -> None:
    rates = column(places, 0, 0, 4, 5, statement="income-statement")
    assert own_sum(places, rates, None) is None  # type: ignore[arg-type]
    assert own_sum(places, column(places, 0, 1, 2), None) is None  # type: ignore[arg-type]
    assert own_sum(places, [cite(1, 0, 4), *column(places, 0, 1, 2, 3)], None) is None  # type: ignore[list-item]


def test_a_sum_whose_figures_are_not_there_is_not_checked(places: Places) -> None:
    check = check_of(places, OwnSum(cite(1, 0, 2), (cite(1, 3, 4),)))
    assert check.status is Status.NOT_CHECKED
    assert check.title == GONE
