"""Tables that say no multiple, and whose figures a statement prints in one."""

from dataclasses import replace

import pytest

from core.evidence import single
from core.source import Cite
from core.statements.statement import Statement, StatementKind, Unit
from core.statements.tied_scales import with_tied_scales
from tests.core.drawn_statement import drawn

SHEET = """
                      2003      2002
Inventories          7,283     7,641
Land                 1,000       999
Cash                   120        90
"""
SAID, UNSAID = 8.0, 1.0


def table(text: str, document: int = 1, weight: float = UNSAID) -> Statement:
    """A table that is printed in units, told so with this weight."""
    found = drawn(text, StatementKind.OTHER, scale=1)
    return replace(found, id="t", scale_verdict=single("scale/some", 1, weight), cite=Cite(document, found.cite.spans))


def told(one: Statement, scale: int = 1000) -> int:
    """In what multiple a table is beside the statement."""
    return with_tied_scales((drawn(SHEET, scale=scale), one))[1].scale


@pytest.mark.parametrize(
    ("lines", "scale"),
    [
        ("                  2003      2002\nTotal            7,283     7,641", 1000),
        ("                  2003      2002\nTotal           (7,283)    7,641\nOther    5,000   6,000", 1000),
        ("                  2003      2002\nTotal            7,283     7,642", 1),  # one alone
        ("                  2003      2002\nTotal            7,641     7,283", 1),  # of other years
        ("                  2003      2002\nTotal              120        90", 1),  # small ones are alike by chance
        ("                  2003      2002\nTotal            7,283         -\nAgain    7,283   -", 1),  # one, twice
    ],
)
def test_amounts_that_stand_in_a_statement(lines: str, scale: int) -> None:
    assert told(table(lines)) == scale


LINES = "                  2003      2002\nTotal            7,283     7,641"


def test_what_is_said_is_left_alone() -> None:
    assert told(table(LINES, weight=SAID)) == 1
    assert told(replace(table(LINES), scale_verdict=None)) == 1
    assert told(table(LINES), scale=1) == 1
    shares = replace(table(LINES), rows=tuple(row._replace(unit=Unit.SHARES) for row in table(LINES).rows))
    assert told(shares) == 1
    assert told(table(LINES, document=2)) == 1


def test_statements_in_two_multiples_say_nothing() -> None:
    other = replace(drawn(SHEET, scale=1_000_000), id="other")
    assert with_tied_scales((drawn(SHEET, scale=1000), other, table(LINES)))[2].scale == 1


def test_the_verdict_says_why() -> None:
    verdict = with_tied_scales((drawn(SHEET, scale=1000), table(LINES)))[1].scale_verdict
    assert verdict is not None
    assert verdict.clues[0].rule == "scale/ties-to-a-statement"
