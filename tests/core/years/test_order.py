"""The order of the lines of a series: the latest filing's, with what it lacks where earlier ones have it."""

from core.statements.statement import Statement
from core.years.clusters import Cluster, clustered
from core.years.order import Entry, ordered
from tests.core.drawn_statement import drawn
from tests.core.years.test_joins import read


def lines(*statements: Statement) -> list[str]:
    """The lines of statements, the latest first, in their common order, indented as deep as they lie."""
    sources = read(*statements)
    found: list[Cluster] = []
    for step in clustered(sources):
        found = list(step)
    entries: list[Entry] = ordered(sources, found)
    return ["  " * entry.depth + entry.line.row.label for entry in entries]


NEW = """
                        2003      2002
Current assets
  Cash                 1,201       904
  Wool                 8,803     9,105
Land                   5,006     5,007
Total assets          15,010    15,016
"""
OLD = """
                        2002      2001
Current assets
  Cash                   904       812
  Yarn                   333       444
  Wool                 9,105     9,222
Other assets
  Boats                  712       713
Land                   5,007     5,011
Total assets          15,016    16,202
"""


def test_the_latest_filing_gives_the_order() -> None:
    assert lines(drawn(NEW)) == ["Current assets", "  Cash", "  Wool", "Land", "Total assets"]


def test_what_it_lacks_stands_behind_what_stood_before_it_under_its_heading() -> None:
    assert lines(drawn(NEW), drawn(OLD)) == [
        "Current assets", "  Cash", "  Yarn", "  Wool", "Other assets", "  Boats", "Land", "Total assets",
    ]  # fmt: skip


def test_a_line_that_came_stands_where_the_latest_has_it() -> None:
    newer = drawn(OLD.replace("2002", "2004").replace("2001", "2003"))
    assert lines(newer, drawn(NEW)) == [
        "Current assets", "  Cash", "  Yarn", "  Wool", "Other assets", "  Boats", "Land", "Total assets",
    ]  # fmt: skip


def test_a_heading_without_lines_in_an_older_filing_is_left_out() -> None:
    older = drawn(OLD.replace("  Boats                  712       713\n", ""))
    assert "Other assets" not in lines(drawn(NEW), older)
