"""Tables of the reading page."""

import re
from dataclasses import replace
from decimal import Decimal

from core.source import cite
from core.statements.statement import Column, Figure, Role, Row, Statement, StatementKind, Unit
from gui.text.tables import as_html
from gui.theme import load


def test_a_heading_runs_on_over_the_cells_beside_it_and_wide_tables_are_smaller() -> None:
    heading = Row("Weighted average shares outstanding:", 0, Role.HEADING, None, None, cite(1, 0, 12), ())
    columns = tuple(Column(str(2000 + at)) for at in range(5))
    table = Statement("t", StatementKind.OTHER, None, None, cite(1, 0, 48), None, 1, columns, (heading,))
    html = as_html(table, load("light"), 12)
    assert '<td colspan="6" style="padding-left:0px"><b>Weighted' in html
    assert "font-size:12px;" in html
    assert "font-size" not in as_html(replace(table, columns=columns[:3]), load("light"), 12)


def test_words_stand_at_the_left_and_break_between_words_and_figures_stay_on_one_line() -> None:
    cells = (
        Figure(0, "Wood and aluminum ladders", None, cite(1, 13, 38)),
        Figure(1, "$ 231", Decimal(231), cite(1, 40, 45)),
        Figure(2, "-", None, cite(1, 47, 48)),
    )
    row = Row("Harrow Falls", 0, Role.LINE, Unit.NUMBER, None, cite(1, 0, 12), cells)
    columns = (Column("Use"), Column("Cost"), Column("Rent"))
    table = Statement("t", StatementKind.OTHER, None, None, cite(1, 0, 48), None, 1, columns, (row,))
    html = as_html(table, load("light"))
    found = re.findall(r'<td align="(\w+)"[^>]*>(.*?)</td>', html)
    assert [(side, re.sub(r"<[^>]+>", "", words)) for side, words in found] == [
        ("left", "Use"),
        ("right", "Cost"),
        ("right", "Rent"),
        ("left", "Wood and aluminum ladders"),
        ("right", "$&nbsp;231"),
        ("right", "-"),
    ]
