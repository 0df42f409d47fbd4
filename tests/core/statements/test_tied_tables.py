"""Tables that count money because their figures stand in a statement."""

from dataclasses import replace

import pytest

from core.source import Cite
from core.statements.statement import Statement, StatementKind, Unit
from core.statements.tied_tables import with_tied
from tests.core.drawn_statement import drawn

SHEET = """
                      2003      2002
Inventories          7,283     7,641
Land                 1,000       999
Cash                   120        90
"""


def note(text: str, document: int = 1) -> Statement:
    """A table of which nothing says what it counts."""
    found = drawn(text, StatementKind.NOTE, scale=1)
    rows = tuple(row._replace(unit=None) for row in found.rows)
    return replace(found, id="note", rows=rows, currency=None, cite=Cite(document, found.cite.spans))


def units(table: Statement, scale: int = 1) -> tuple[set[Unit | None], str | None]:
    """What the rows of a table count beside the statement, and in which currency."""
    told = with_tied((drawn(SHEET, scale=scale), table))[1]
    return {row.unit for row in told.rows if row.figures}, told.currency


MONEY, NOTHING = ({Unit.MONEY}, "USD"), ({None}, None)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("                  2003      2002\nTotal            7,283     7,641\nOther              3         4", MONEY),
        ("                  2003      2002\nTotal           (7,283)    7,641", MONEY),
        ("                  2003      2002\nTotal            7,283     7,642", NOTHING),  # one alone
        ("                  2003      2002\nTotal            7,641     7,283", NOTHING),  # of other years
        (
            "                  2003      2002\nTotal            1,000       999",
            NOTHING,
        ),  # small ones are alike by chance
        ("                  2003      2002\nTotal              120        90", NOTHING),
    ],
)
def test_figures_that_stand_in_a_statement(lines: str, found: tuple[set[Unit | None], str | None]) -> None:
    assert units(note(lines)) == found


def test_the_scale_of_both_counts() -> None:
    table = note("                  2003      2002\nTotal            7,283     7,641")
    assert units(table, scale=1000) == NOTHING
    assert units(replace(table, scale=1000), scale=1000) == MONEY


def test_another_document_is_no_witness() -> None:
    assert units(note("                  2003      2002\nTotal            7,283     7,641", document=2)) == NOTHING


def test_what_is_told_is_left_alone() -> None:
    table = note("                  2003      2002\nTotal            7,283     7,641")
    shares = replace(table, rows=tuple(row._replace(unit=Unit.SHARES) for row in table.rows))
    assert units(shares) == ({Unit.SHARES}, None)
    euro = replace(table, currency="EUR")
    assert units(euro) == ({Unit.MONEY}, "EUR")
    told = with_tied((drawn(SHEET), table))[1].rows[-1].unit_verdict
    assert told is not None
    assert told.clues[0].rule == "table-unit/ties-to-a-statement"
