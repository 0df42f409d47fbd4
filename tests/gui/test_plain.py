"""A filing whose every name is markup is shown as it stands: nowhere does Qt take a word of it for markup."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import Qt as Gui
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from core.analysis import analyse
from gui.main_window import MainWindow
from gui.plain import PlainLabel, tip
from gui.settings import Settings

BAIT = '<img src="/nonexistent/picture">'
SUBMISSION = f"""<SEC-DOCUMENT>0000000000-04-000009.txt : 20040322
<SEC-HEADER>0000000000-04-000009.hdr.sgml : 20040322
ACCESSION NUMBER:		0000000000-04-000009
CONFORMED SUBMISSION TYPE:	10-K {BAIT}
CONFORMED PERIOD OF REPORT:	20031231
FILER:
	COMPANY DATA:
		COMPANY CONFORMED NAME:			LATHE & {BAIT} WORKS
		FISCAL YEAR END:			1231
</SEC-HEADER>
<DOCUMENT>
<TYPE>10-K {BAIT}
<SEQUENCE>1
<FILENAME>{BAIT}lathe.txt
<DESCRIPTION>{BAIT} YEARLY REPORT
<TEXT>
ITEM 1. BUSINESS {BAIT}

We turn wood on lathes, and sell what comes of it.

ITEM 8. FINANCIAL STATEMENTS AND SUPPLEMENTARY DATA {BAIT}

                     BALANCE SHEETS {BAIT}
                       December 31,

                                     2003        2002
                                   --------    --------
Cash {BAIT}                         $  1,000    $    900
Receivables                           2,000       1,900
Inventories                           3,000       2,700
                                   --------    --------
Total current assets {BAIT}         $  6,001    $  5,500
                                   ========    ========
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-99 {BAIT}
<SEQUENCE>2
<DESCRIPTION>{BAIT} A LETTER
<TEXT>
Dear holders.
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
"""


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    folder = tmp_path / '<img src="a">'
    folder.mkdir()
    path = folder / "lathe.txt"
    path.write_text(SUBMISSION)
    made = MainWindow(Settings(tmp_path / "tieout.ini"))
    qtbot.addWidget(made)
    made.show()
    made.session.open(analyse(path))
    made.panes.fill()
    yield made
    made.close()


def tips(model: QAbstractItemModel, parent: QModelIndex | None = None) -> Iterator[str]:
    """What every cell and head of a model says on hover."""
    parent = parent or QModelIndex()
    for column in range(model.columnCount(parent)):
        yield str(model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole) or "")
        for row in range(model.rowCount(parent)):
            index = model.index(row, column, parent)
            yield str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
            if column == 0:
                yield from tips(model, index)


def shown(widget: QWidget) -> Iterator[str]:
    """What a widget shows that Qt may take for markup."""
    yield widget.toolTip()
    if isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText:
        yield widget.text()
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from tips(widget.model())
    if isinstance(widget, QComboBox):
        yield from tips(widget.model())


@pytest.mark.parametrize("page", ["statement", "section", "checks", "compare", "years"])
def test_no_word_of_the_filing_is_markup(qtbot: QtBot, window: MainWindow, page: str) -> None:
    (analysis,) = window.session.analyses
    statement = (*analysis.statements, *analysis.tables)[0]
    if page == "section":
        window.session.show(analysis.path, section=analysis.outline[0].id)
    else:
        window.session.show(analysis.path, statement=statement.id)
        window.session.point_at(analysis.path, statement.rows[0].figures[0].cite)
    for command in window.commands:
        if command.id == page and window.commands.can(command):
            window.commands.run(command)
    qtbot.wait(30)
    words = [text for widget in QApplication.allWidgets() for text in shown(widget)]
    assert any("nonexistent" in text for text in words)
    assert [text for text in words if "<img" in text and Gui.mightBeRichText(text)] == []


def test_a_plain_label_shows_markup_as_it_stands(qtbot: QtBot) -> None:
    label = PlainLabel("<b>x</b>")
    qtbot.addWidget(label)
    assert (label.text(), label.textFormat()) == ("<b>x</b>", Qt.TextFormat.PlainText)


def test_a_tip_is_escaped_where_it_looks_like_markup() -> None:
    assert tip("Cash & equivalents\nline 3") == "Cash & equivalents\nline 3"
    assert tip('<img src="x">\n& more') == "<span>&lt;img src=&quot;x&quot;&gt;<br>&amp; more</span>"
