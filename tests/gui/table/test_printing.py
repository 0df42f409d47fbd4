"""A table on paper: every line and column once, within its page, whatever its size."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QBuffer, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter

from core.export.one_table import OneTable, Place, TableCell, TableLine
from gui.table.printing import SIZES, Paper, as_pdf, prefers_landscape, set_up


def table(columns: int, lines: int, *, caption: str = "Cash and cash equivalents", figure: int = 1_234_567) -> OneTable:
    """A made-up table."""
    cell = TableCell(f"{figure:,}", Decimal(figure), place=Place(1, 1, "", f"{figure}"))
    rows = [TableLine(f"{caption} {at}", (cell,) * columns, at % 3, total=at % 7 == 6) for at in range(lines)]
    rows.insert(0, TableLine("Assets", (TableCell(""),) * columns, bold=True))
    heads = tuple(f"December 31, {2000 + at}" for at in range(columns))
    return OneTable("Balance Sheets", "Harbor Lamp Company", "in thousands", "10-K 2003", heads, tuple(rows))


@pytest.fixture
def device(qapp: object) -> QPdfWriter:
    """A4, upright."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.buffer = buffer  # type: ignore[attr-defined]
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(15, 15, 15, 15), QPageLayout.Unit.Millimeter)
    return writer


def shown(paper: Paper) -> list[tuple[int, int]]:
    """Every line with every column that some page has."""
    return [
        (line, column)
        for sheet in paper.sheets
        for line in range(sheet.start, sheet.end)
        for column in range(sheet.part.first, sheet.part.first + len(sheet.part.widths))
    ]


@pytest.mark.parametrize(("columns", "lines"), [(1, 3), (2, 30), (5, 120), (9, 40), (14, 90), (30, 60)])
def test_every_cell_is_on_one_page_and_inside_it(device: QPdfWriter, columns: int, lines: int) -> None:
    paper = Paper(table(columns, lines), device, "Sans Serif")
    found = shown(paper)
    assert len(found) == len(set(found)) == (lines + 1) * columns
    for number, sheet in enumerate(paper.sheets):
        part = sheet.part
        assert part.captions + sum(part.widths) <= paper.width + 1
        assert part.captions > 0.2 * paper.width
        used = sum(paper._high(part, line) for line in paper.table.lines[sheet.start : sheet.end])
        assert paper._top(part, first=number == 0) + used + paper._foot() <= paper.height + 1


def test_words_are_as_large_as_fits(device: QPdfWriter) -> None:
    sizes = [Paper(table(columns, 5), device, "Sans Serif").fonts.plain.pointSizeF() for columns in (2, 5, 6, 20)]
    assert sizes[0] == SIZES[0]
    assert sizes[-1] == SIZES[-1]
    assert sizes == sorted(sizes, reverse=True)


def test_wide_tables_lie_on_their_side(device: QPdfWriter) -> None:
    assert not prefers_landscape(table(3, 5), device, "Sans Serif")
    wide = table(10, 5)
    assert prefers_landscape(wide, device, "Sans Serif")
    set_up(device, wide, "Sans Serif")
    assert device.pageLayout().orientation() is QPageLayout.Orientation.Landscape


def test_a_heading_does_not_end_a_page(device: QPdfWriter) -> None:
    for lines in range(40, 60):
        one = table(2, lines)
        heading = TableLine("Liabilities", (TableCell(""),) * 2, bold=True)
        for at in range(35, lines):
            mixed = OneTable(
                **{
                    **{name: getattr(one, name) for name in one.__slots__},
                    "lines": (*one.lines[:at], heading, *one.lines[at:]),
                }
            )
            ends = [sheet.end for sheet in Paper(mixed, device, "Sans Serif").sheets[:-1]]
            assert at + 1 not in ends


def test_long_captions_are_wrapped(device: QPdfWriter) -> None:
    long = Paper(
        table(4, 3, caption="Accumulated other comprehensive loss, net of taxes of $1,234 and " * 3),
        device,
        "Sans Serif",
    )
    part = long.sheets[0].part
    assert long._high(part, long.table.lines[1]) > 2 * long.line


def test_a_pdf_of_all_pages(qapp: object) -> None:
    data = as_pdf(table(5, 120), "Sans Serif")
    assert data.startswith(b"%PDF")
    assert data.count(b"/Type /Page\n") >= 2
