"""How deep rows lie: under the heading that a total closes, else by indentation."""

from textwrap import dedent

import pytest

from core.source import Cite, Span
from core.statements.nesting import closes, depths
from core.tables.grid import GridCell, GridRow

CELL = GridCell(0, "1", None, Cite(1, (Span(0, 1),)))


@pytest.mark.parametrize(
    ("label", "heading"),
    [
        ("Total current assets", "current assets"),
        ("TOTAL CURRENT ASSETS", "current assets"),
        ("Net cash provided by operating activities", "operating activities"),
        ("Cash used in financing activities", "financing activities"),
        ("Net cash provided", None),
        ("Subtotal", None),
        ("Grand total of assets", None),
        ("Receivables", None),
        ("", None),
    ],
)
def test_what_a_total_closes(label: str, heading: str | None) -> None:
    assert closes(label) == heading


def of(text: str) -> list[int]:
    """The depths of drawn rows: those with a figure end in `1`."""
    rows = []
    for line in dedent(text).strip("\n").split("\n"):
        label = line.strip().removesuffix("1").strip()
        cells = (CELL,) if line.endswith("1") else ()
        rows.append(GridRow(label, None, len(line) - len(line.lstrip()), cells, Span(0, 1)))
    return depths(tuple(rows))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Cash  1\nDebt  1", [0, 0]),
        ("Assets:\n  Cash  1\n  Debt  1\nOwed  1", [0, 1, 1, 0]),
        # closed by its total, though nothing is indented
        ("Current assets\nCash  1\nTotal current assets  1\nLand  1", [0, 1, 0, 0]),
        (
            "Cash flows from operating activities:\nSold  1\nNet cash from operating activities  1\nBought  1",
            [0, 1, 0, 0],
        ),
        # one in another, and both closed by the outer one's total
        (
            "Assets\nCurrent assets\nCash  1\nTotal current assets  1\nLand  1\nTotal assets  1\nOwed  1",
            [0, 1, 2, 1, 1, 0, 0],
        ),
        # an inner heading that nothing closes ends with the outer one
        ("Assets\n  Old\n    Land  1\nTotal assets  1\nOwed  1", [0, 1, 2, 0, 0]),
        # a total that was there before the heading closes nothing
        ("Total assets  1\nAssets\n  Cash  1\nOwed  1", [0, 0, 1, 0]),
        # the heading's total lies outside of what holds the heading: indentation tells
        ("Assets\nEquity\n  Stock  1\nTotal assets  1\nTotal equity  1", [0, 1, 2, 0, 0]),
        # a row without caption lies as deep as the one before it
        ("Assets:\n  Cash  1\n  1\nOwed  1", [0, 1, 1, 0]),
        ("  1\nOwed  1", [0, 0]),
        ("One:\nTwo:\n  Cash  1", [0, 0, 1]),
    ],
)
def test_depths(text: str, found: list[int]) -> None:
    assert of(text) == found
