"""Rows that sentences speak of, found by the words of their captions."""

from core.checks.prose.printed import Tables
from core.checks.prose.said import stems
from core.statements.statement import StatementKind
from tests.core.drawn_statement import drawn

SALES = """
                            2003      2002
Sales of kettles           4,118     3,902
Sales of pots              2,204     2,377
Sales of lids                806       711
"""


def test_rows_are_called_from_the_top_whatever_the_order_of_the_words() -> None:
    tables = Tables([drawn(SALES, StatementKind.OTHER)])
    for words in ("sales of lids, pots and kettles", "kettles, pots and lids, their sales"):
        assert [line.row.label for line in tables.called(stems(words), 0.5)] == [
            "Sales of kettles",
            "Sales of pots",
            "Sales of lids",
        ]


def test_only_rows_of_statements_are_called_where_those_are_asked_for() -> None:
    assert not Tables([drawn(SALES, StatementKind.OTHER)]).called(stems("sales of kettles"), 0.5, primary=True)
