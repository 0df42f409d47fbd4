"""Cells laid over a grid, what is printed in several of them as one, and which tables hold figures."""

import pytest

from core.markup.boxes import MOST_COLUMNS, Cell, Rows, folded, holds_figures, lines_apart, span
from core.markup.css import DOUBLE, SINGLE
from core.markup.line import Line, add


def cell(text: str, left: int = 0, right: int | None = None) -> Cell:
    """A closed cell with these words, a line for each line of them that is not empty."""
    made = Cell(left, left + 1 if right is None else right, 0, 0)
    lines = text.split("\n") if text else []
    for down, each in enumerate(lines):
        if each:
            line = Line(0, 0.0, 0)
            add(line, each.split(), blank=False, state=0, element=None, tail=False)
            line.down = down
            made.lines.append(line)
    made.high = len(lines)
    made.close()
    return made


def row(*texts: str) -> list[Cell]:
    """Cells side by side."""
    return [cell(text, at) for at, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("text", "most", "wide"),
    [
        ("3", 9, 3),
        (" 3 ", 9, 3),
        ("12", 9, 9),
        ("0", 9, 1),
        ("-2", 9, 1),
        ("1234567", 9, 1),
        ("x", 9, 1),
        ("", 9, 1),
        (None, 9, 1),
    ],
)
def test_a_span(text: str | None, most: int, wide: int) -> None:
    assert span(text, most) == wide


def test_cells_take_the_next_free_place() -> None:
    rows = Rows()
    rows.row()
    spans: list[tuple[str | None, str | None]] = [(None, "2"), ("2", None), (None, None)]
    places = [rows.cell(across, down, 0, 0) for across, down in spans]
    rows.end_row()
    rows.row()
    places += [rows.cell(None, None, 0, 0)]
    rows.end_row()
    places += [rows.cell(None, None, 0, 0)]  # outside of a row: it begins one
    assert [(one.left, one.right) for one in places] == [(0, 1), (1, 3), (3, 4), (1, 2), (0, 1)]
    assert [len(each) for each in rows.rows] == [3, 1, 1]


def test_far_right_all_cells_share_the_last_place() -> None:
    rows = Rows()
    first = rows.cell("1000", None, 0, 0)
    second, third = rows.cell("1000", None, 0, 0), rows.cell(None, None, 0, 0)
    assert (first.left, first.right) == (0, 1000)
    assert (second.left, second.right) == (1000, MOST_COLUMNS + 1)
    assert (third.left, third.right) == (MOST_COLUMNS, MOST_COLUMNS + 1)


@pytest.mark.parametrize(
    ("texts", "together"),
    [
        (("$", "1,234"), ["$ 1,234"]),
        (("(", "1,234", ")"), ["(1,234)"]),
        (("$", "(1,234", ")"), ["$ (1,234)"]),
        (("$ (", "1,234", ")"), ["$ (1,234)"]),
        (("12", "%"), ["12%"]),
        (("-", "%"), ["-%"]),
        (("12", "bps"), ["12 bps"]),
        (("5.2", "x"), ["5.2 x"]),
        (("US$", "5"), ["US$ 5"]),
        (("$", "none"), ["$", "none"]),
        (("Lamps", ")"), ["Lamps", ")"]),
        (("12", "34"), ["12", "34"]),
        (("$", "", "", "5"), ["$ 5"]),
        (("$", "", "", "", "5"), ["$", "5"]),
    ],
)
def test_what_is_printed_in_several_cells_as_one(texts: tuple[str, ...], together: list[str]) -> None:
    found = folded(row(*texts))
    assert [one.text for one in found] == together
    assert found[0].left == 0


def test_a_cell_taken_in_brings_its_lines_and_places() -> None:
    sign, figure = row("$", "1,234")
    figure.under, figure.linked = SINGLE, True
    (found,) = folded([sign, figure])
    assert (found.right, found.under, found.linked, found.numeric) == (2, SINGLE, True, True)
    assert [at for _, at in found.pieces] == [0, 2]


@pytest.mark.parametrize(
    ("text", "drawn"),
    [("-----", SINGLE), ("====", DOUBLE), ("==", DOUBLE), ("---", 0), ("- - - - -", SINGLE), ("—", 0)],
)
def test_a_stroke_is_a_line_under_what_stands_above(text: str, drawn: int) -> None:
    found = cell(text)
    assert found.over == drawn
    assert bool(found.text) is not bool(drawn)


def test_rows_whose_cells_hold_several_figures() -> None:
    apart = lines_apart([row("Lamps\nOil", "1,204\n506", "")])
    assert [[one.text for one in each] for each in apart] == [["Lamps", "1,204"], ["Oil", "506"]]
    apart = lines_apart([row("Lamps\nOil\nWicks", "$\n\n", "1,204\n506\n7", "\n80\n")])
    assert [[one.text for one in each] for each in apart] == [
        ["Lamps", "$", "1,204"],
        ["Oil", "506", "80"],
        ["Wicks", "7"],
    ]
    for whole in (
        row("Lamps\nOil\nWicks", "$\n", "1,204\n506\n7"),
        row("Lamps\nOil", "1,204\n"),
        row("Lamps\nOil", "1,204"),
        row("Lamps\nOil", "of\nbrass"),
        row("Lamps\nOil"),
    ):
        assert lines_apart([whole]) == [whole]


LAMPS = row("Lamps", "1,204")


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([LAMPS, row("Oil", "506")], True),
        ([LAMPS], False),
        ([row("Lamps", "of brass"), row("Oil", "of fish")], False),
        ([row("Lamps", "-"), row("Oil", "—")], False),
        ([row("Lamps", "12"), row("Oil", "none")], False),  # one bare figure alone
        ([row("Lamps", "$12"), row("Oil", "none")], True),
        ([row("1,204", "Lamps"), row("506", "Oil")], False),  # figures in the first column number the rows
        ([row("Item 1", "3"), row("Item 2", "9"), row("Note 4", "12")], False),  # a list of pages
        ([row("Balance sheets", "3"), row("Signatures", "9"), row("Exhibits", "12")], False),
        ([row("Balance sheets", "3"), row("Signatures", "12"), row("Exhibits", "9")], True),
        ([row("Item 1", "3"), row("Item 2", "9"), *([LAMPS] * 3)], True),
    ],
)
def test_tables_that_hold_figures(rows: list[list[Cell]], found: bool) -> None:
    assert holds_figures(rows) is found


def test_figures_that_are_links_are_pages() -> None:
    linked = row("Lamps", "1,204")
    linked[1].linked = True
    assert not holds_figures([linked, linked, LAMPS])
    assert holds_figures([linked, LAMPS])
