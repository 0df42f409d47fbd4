"""Tables of figures in lines: what belongs under one another stands so, whatever cells the markup puts it in."""

import pytest

from tests.core.markup.drawing import text_of


def _row(*cells: str) -> str:
    return f"<tr>{''.join(cells)}</tr>"


def _cell(text: str, across: int = 1, align: str = "left") -> str:
    return f"<td colspan='{across}' style='text-align:{align}'>{text}</td>"


def _lines(*rows: str) -> list[str]:
    return text_of(f"<table>{''.join(rows)}</table>").rstrip("\n").split("\n")


def test_a_percent_sign_in_a_cell_of_its_own_stands_behind_the_digits() -> None:
    lines = _lines(
        _row(_cell("Year"), _cell("Increase or decrease", 2, "center")),
        _row(_cell("Sales"), _cell("18"), _cell("%")),
        _row(_cell("Fees"), _cell("2"), _cell("")),
        _row(_cell("Rents"), _cell("(4"), _cell(")%")),
    )
    ends = [line.index(digit) for line, digit in zip(lines[1:], "824", strict=True)]
    assert len(set(ends)) == 1
    assert lines[1].endswith("18%")
    assert lines[3].endswith("(4)%")


def test_figures_stand_at_the_right_of_a_head_that_reaches_over_empty_cells() -> None:
    head, *rows = _lines(
        _row(_cell(""), _cell("As of the last day", 3, "right"), _cell("Before", 3, "right")),
        _row(_cell("Cash"), _cell("$"), _cell("12"), _cell(""), _cell("$"), _cell("345"), _cell("")),
        _row(_cell("Debt"), _cell(""), _cell("6"), _cell(""), _cell(""), _cell("78"), _cell("")),
    )
    first, last = head.index("day") + len("day"), len(head)
    assert [row[:first].rstrip()[-1] for row in rows] == ["2", "6"]
    assert [len(row) for row in rows] == [last, last]


def test_figures_stay_left_of_the_column_that_begins_next() -> None:
    _, first, second = _lines(
        _row(_cell(""), _cell("2003", 2), _cell("2002", 2)),
        _row(_cell("Cash"), _cell("1"), _cell("2"), _cell("3"), _cell("4")),
        _row(_cell("Debt"), _cell("10"), _cell("20"), _cell("30"), _cell("40")),
    )
    assert first.split() == ["Cash", "1", "2", "3", "4"]
    assert [first.index(figure) - 1 for figure in "1234"] == [second.index(f"{figure}0") for figure in "1234"]


@pytest.mark.parametrize(("align", "left"), [("center", True), ("right", False)])
def test_a_spanner_stands_in_the_middle_of_its_columns(align: str, left: bool) -> None:
    spanner, heads, *_ = _lines(
        _row(_cell(""), _cell("Ended", 2, align)),
        _row(_cell("Millions"), _cell("October 31, 2003", 1, "right"), _cell("October 31, 2002", 1, "right")),
        _row(_cell("Sales"), _cell("1,234"), _cell("5,678")),
    )
    room_left = spanner.index("Ended") - heads.index("October")
    room_right = len(heads) - len(spanner)
    assert abs(room_left - room_right) <= 1 if left else room_right == 0


def test_a_head_over_one_column_stands_flush_with_its_figures() -> None:
    head, row = _lines(
        _row(_cell("Millions"), _cell("2003", 1, "center"), _cell("2002", 1, "center")),
        _row(_cell("Sales"), _cell("1,234,567"), _cell("5,678,901")),
    )
    assert head.index("2003") + len("2003") == row.index("1,234,567") + len("1,234,567")
    assert len(head) == len(row)
