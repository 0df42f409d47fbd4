"""The made-up company keeps the laws that real analyses keep, so that views are tested on something true."""

from decimal import Decimal

from core.places import walk
from tests.gui.made_up import amount, analysis, off


def test_cites_read_back_what_is_printed() -> None:
    made = analysis()
    source = made.filing.documents[0].source
    figures = [f for s in (*made.statements, *made.tables) for row in s.rows for f in row.figures]
    assert all(source.read(figure.cite) == figure.text for figure in figures)
    assert all(amount(figure.text) == figure.value for figure in figures)


def test_one_sum_is_off() -> None:
    assert [(check.subject, check.difference) for check in off(analysis())] == [
        ("Total liabilities and equity, 2002", Decimal(10000))
    ]


def test_children_lie_inside_their_parents() -> None:
    for section in walk(analysis().outline):
        assert all(section.span.holds(child.span) for child in section.children)
