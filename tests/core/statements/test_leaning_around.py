"""How far a table leans to a time or to a day around its lines: by heads and title, under a heading, behind a closing balance."""

from datetime import date, timedelta

import pytest

from core.source import cite
from core.statements.leaning_around import of_heads, surroundings
from core.statements.statement import Column, Figure, Role, Row, Unit

END = date(1998, 12, 31)


def columns(*days: int) -> list[Column]:
    """Columns of days so many days before the last."""
    return [Column("A", None, END - timedelta(days=each)) for each in days]


@pytest.mark.parametrize(
    ("found", "title", "edges", "leans"),
    [
        (columns(0, 365, 730), "Lamps", [], 1.5),
        (columns(0, 357, 714), "Lamps", [], 1.5),
        (columns(0, 356, 713), "Lamps", [], 0.0),
        (columns(0, 373, 746), "Lamps", [], 1.5),
        (columns(0, 374, 747), "Lamps", [], 0.0),
        (columns(0, 365), "Lamps", [], 0.0),
        (columns(0, 365), "Accumulated other comprehensive loss", [], -5.0),
        (columns(0, 365), "Accumulated other comprehensive loss", [False], -5.0),
        (columns(0, 365), "Accumulated other comprehensive loss", [True], 0.0),
        ([*columns(0), Column("A", END, END)], "Accumulated other comprehensive loss", [], 0.0),
    ],
)
def test_heads_and_title(found: list[Column], title: str, edges: list[bool], leans: float) -> None:
    assert of_heads(found, title, edges) == leans


FIGURE = Figure(0, "1", None, cite(1, 0, 1))


def rows(*labels: str) -> list[Row]:
    """Rows, indented by their depth; those that end in a colon are headings."""
    return [
        Row(
            label.strip().rstrip(":"),
            (len(label) - len(label.lstrip())) // 2,
            Role.LINE,
            Unit.MONEY,
            None,
            cite(1, 0, 1),
            () if label.endswith(":") else (FIGURE,),
        )
        for label in labels
    ]


@pytest.mark.parametrize(
    ("labels", "lines", "leans"),
    [
        (("A", "B"), {0: 2.0, 1: 4.0}, [4.0, 4.0]),
        (("A", "B"), {}, [1.0, 1.0]),
        (("H:", "A", "B"), {1: 2.0, 2: 4.0}, [4.0, 4.0, 4.0]),
        (("A", "H:", "B", "C"), {0: 6.0, 2: 2.0, 3: 1.0}, [4.0, 3.25, 3.25, 3.25]),
        (("A", "  H:", "  B", "C"), {0: 6.0, 2: 2.0, 3: 1.0}, [4.0, 3.5, 3.5, 4.0]),
        (("A", "As of June 30:", "B"), {0: 6.0, 2: 2.0}, [5.0, 1.5, 1.5]),
        (("A", "Lamps:", "B"), {0: 6.0, 2: 2.0}, [5.0, 4.0, 4.0]),
        (("A", "Lamps:"), {0: 6.0}, [7.0, 0.0]),
    ],
)
def test_lines_under_a_heading_count_half(labels: tuple[str, ...], lines: dict[int, float], leans: list[float]) -> None:
    found = rows(*labels)
    told = {(at, 0): leaning for at, leaning in lines.items()}
    assert surroundings(found, [False] * len(found), told, 1.0) == leans


def test_behind_a_closing_balance_lines_lean_by_themselves() -> None:
    labels = ("Balance at beginning", "Sold", "Balance at end", "Lamps", "Balance at beginning", "Lent")
    edges = [True, False, True, False, True, False]
    lines = {(1, 0): 2.0, (3, 0): -4.0, (5, 0): 4.0}
    assert surroundings(rows(*labels), edges, lines, 1.0) == [6.0, 6.0, 6.0, -4.0, 6.0, 6.0]
    assert surroundings(rows(*labels), edges, {}, 1.0) == [3.0, 3.0, 3.0, 0.0, 3.0, 3.0]
