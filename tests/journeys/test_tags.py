"""A reader works on a tagged filing: unfolds the details, follows a fact to its other place, shows tagged rows only."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.models.details import Detail
from gui.views.details import DetailsView
from gui.views.sheet import SheetView
from tests.gui.web.made_up import BALANCE
from tests.journeys.conftest import Hand

CONCEPTS = {"Cash and cash equivalents": "CashAndCashEquivalentsAtCarryingValue", "Inventories": "InventoryNet"}
HEAD = """<html xmlns:ix="http://www.xbrl.org/2013/inlineXBRL" xmlns:xbrli="http://www.xbrl.org/2003/instance"
 xmlns:ixt="http://www.xbrl.org/inlineXBRL/transformation/2020-02-12" xmlns:us-gaap="http://fasb.org/us-gaap/2023"
 xmlns:iso4217="http://www.xbrl.org/2003/iso4217"><body><div style="display:none"><ix:header><ix:resources>"""
UNIT = "<xbrli:unit id='usd'><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unit>"


def context(year: str) -> str:
    """The end of a year."""
    who = "<xbrli:entity><xbrli:identifier scheme='http://www.sec.gov/CIK'>12345</xbrli:identifier></xbrli:entity>"
    when = f"<xbrli:period><xbrli:instant>{year}-12-31</xbrli:instant></xbrli:period>"
    return f"<xbrli:context id='c{year}'>{who}{when}</xbrli:context>"


def tag(caption: str, figure: str, year: str) -> str:
    """A figure, tagged where its caption has a concept."""
    if caption not in CONCEPTS:
        return figure
    said = f"name='us-gaap:{CONCEPTS[caption]}' contextRef='c{year}' unitRef='usd' scale='3' decimals='-3'"
    return f"<ix:nonFraction {said} format='ixt:num-dot-decimal'>{figure}</ix:nonFraction>"


def filing() -> str:
    """A 10-K with two tagged lines, one of which is told in prose too."""
    cells = "".join(
        f"<tr><td>{caption}</td><td align='right'>{tag(caption, later, '2003')}</td>"
        f"<td align='right'>{tag(caption, earlier, '2002')}</td></tr>"
        for caption, later, earlier in BALANCE
    )
    words = "<p>The Company makes lamps for harbors and sells them to harbors.</p>" * 20
    stock = f"<p>Inventories of ${tag('Inventories', '1,506', '2003')} were held at the end of the year.</p>"
    return (
        f"{HEAD}{context('2003')}{context('2002')}{UNIT}</ix:resources></ix:header></div>"
        "<p align='center'><b>FORM 10-K</b></p><p align='center'><b>HARBOR LAMP COMPANY</b></p>"
        f"<p><b>Item 1. Business</b></p>{words}{stock}<p><b>Item 2. Properties</b></p>{words}"
        "<p><b>Item 8. Financial Statements and Supplementary Data</b></p>"
        "<p align='center'><b>CONSOLIDATED BALANCE SHEETS</b></p><p align='center'>December 31, (in thousands)</p>"
        f"<table width='100%'><tr><td></td><td><b>2003</b></td><td><b>2002</b></td></tr>{cells}</table></body></html>"
    )


@pytest.fixture
def tagged(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> MainWindow:
    """The window with that filing's balance sheet and its details."""
    path = tmp_path / "harbor-lamp.htm"
    path.write_text(filing())
    window.opener.open([path])
    qtbot.waitUntil(lambda: window.session.statement is not None, timeout=10_000)
    qtbot.waitUntil(lambda: bool(window.panes.parts.made("details")), timeout=10_000)
    qtbot.wait(500)
    return window


def parts(window: MainWindow) -> tuple[SheetView, DetailsView]:
    """The table and the details."""
    sheet, details = window.panes.parts.view("sheet"), window.panes.parts.view("details")
    assert isinstance(sheet, SheetView)
    assert isinstance(details, DetailsView)
    return sheet, details


def cell(sheet: SheetView, row: int, column: int) -> QPoint:
    """A point in a cell."""
    return sheet.table.visualRect(sheet.model.index(row, column)).center()


def line(details: DetailsView, name: str) -> Detail | None:
    """A line of the details."""
    return next((one for one in details.lines.lines.values if one.name == name), None)


def test_from_a_cell_to_the_other_place_of_its_fact_and_back(qtbot: QtBot, tagged: MainWindow, hand: Hand) -> None:
    sheet, details = parts(tagged)
    hand.click(sheet.table.viewport(), cell(sheet, 2, 1))
    qtbot.waitUntil(lambda: details.summary.toolTip().startswith("$1,506,000"), timeout=5000)
    hand.click(details.button)
    qtbot.waitUntil(lambda: line(details, "Also at") is not None and details.lines.isVisible(), timeout=5000)
    qtbot.wait(200)
    row = [one.name for one in details.lines.lines.values].index("Also at")
    hand.move(details.lines.viewport())
    hand.wheel(-9)  # in a low window it is out of sight
    rect = details.lines.visualRect(details.lines.lines.index(row, 1))
    hand.click(details.lines.viewport(), QPoint(rect.left() + 20, rect.center().y()))
    source = tagged.session.analyses[0].filing.document(1).source
    qtbot.waitUntil(lambda: tagged.panes.page == "text", timeout=5000)
    pointed = tagged.session.pointing
    assert pointed is not None
    assert pointed.figure is None
    assert "were held" in source.lines[source.line_of(pointed.cites[0].start) - 1]
    there = line(details, "Also at")
    assert there is not None
    hand.key("ctrl+5", "ctrl+End", "Return")
    qtbot.waitUntil(lambda: tagged.panes.page == "table", timeout=5000)
    assert tagged.session.pointing is not None
    assert tagged.session.pointing.cites == (there.cite,)


def test_tagged_rows_by_key_and_all_rows_by_the_line_above_them(qtbot: QtBot, tagged: MainWindow, hand: Hand) -> None:
    sheet, _ = parts(tagged)
    hand.click(sheet.table.viewport(), cell(sheet, 2, 1))
    hand.key("ctrl+t")
    qtbot.waitUntil(lambda: sheet.model.rowCount() == 2, timeout=5000)
    assert sheet.table.currentIndex().row() == 1
    hand.key("ctrl+a", "ctrl+c")
    qtbot.waitUntil(lambda: "1506" in QApplication.clipboard().text(), timeout=5000)
    assert "Total" not in QApplication.clipboard().text()
    hand.click(sheet.filtered.all)
    qtbot.waitUntil(lambda: sheet.model.rowCount() == len(BALANCE), timeout=5000)


def test_the_key_unfolds_and_folds(qtbot: QtBot, tagged: MainWindow, hand: Hand) -> None:
    sheet, details = parts(tagged)
    hand.click(sheet.table.viewport(), cell(sheet, 1, 1))
    hand.key("F7")
    qtbot.waitUntil(lambda: not details.folded, timeout=5000)
    hand.key("F7")
    qtbot.waitUntil(lambda: details.folded, timeout=5000)
    hand.key("ctrl+alt+c")
    qtbot.waitUntil(lambda: QApplication.clipboard().text().startswith("us-gaap:"), timeout=5000)
