"""The tree of open filings, drawn as text."""

import textwrap
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from core.analysis import Analysis
from gui.models.outline import Ask, OutlineModel
from gui.session import Session, Shown
from tests.gui import judged
from tests.gui.drawn import tree

DRAWN = """\
    Harbor Lamp Company · 10-K 2003
      Cover
      Part I
        1 Business
        2 Properties
      Part II
        7 Management's Discussion and Analysis of Financial Condition and Results of Operations
        8 Financial Statements
          Balance Sheets ▲1
          Statements of Income
          1 Significant Accounting Policies
          2 Inventories
            # Inventories
      Part III
        10 Directors ~"""


def test_the_tree_shows_sections_tables_and_marks(session: Session, qtmodeltester: ModelTester) -> None:
    model = OutlineModel(session)
    qtmodeltester.check(model)
    assert tree(model) == textwrap.dedent(DRAWN)


def test_filings_come_and_go(session: Session, earlier: Analysis, qtmodeltester: ModelTester) -> None:
    model = OutlineModel(session)
    qtmodeltester.check(model)
    session.open(earlier)
    assert model.rowCount() == 2
    session.close(session.analyses[0].path)
    assert tree(model).splitlines()[0] == "Harbor Lamp Company · 10-K 2002"
    session.close(earlier.path)
    assert tree(model) == ""


def test_a_filing_read_again_keeps_its_place(session: Session, earlier: Analysis) -> None:
    model = OutlineModel(session)
    session.open(earlier)
    first = session.analyses[0]
    session.open(replace(first, outline=first.outline[:1]))
    assert tree(model).splitlines()[:2] == ["Harbor Lamp Company · 10-K 2003", "  Cover"]
    assert [model.index(row, 0).data() for row in range(2)] == [
        "Harbor Lamp Company · 10-K 2003",
        "Harbor Lamp Company · 10-K 2002",
    ]


@pytest.mark.parametrize(
    ("section", "statement", "title"),
    [
        ("part-2/item-8/balance-sheets", "balance-sheet", "Balance Sheets"),
        ("part-2/item-8/note-2", "inventories", "Inventories"),
        ("part-2/item-8/note-2", "not-there", "Inventories"),
        (None, None, "Harbor Lamp Company · 10-K 2003"),
    ],
)
def test_what_is_shown_is_found(session: Session, section: str | None, statement: str | None, title: str) -> None:
    model = OutlineModel(session)
    found = model.find(Shown(session.analyses[0].path, section, statement))
    assert found.data() == title


def test_an_index_of_another_place_has_no_parent_and_no_data(session: Session) -> None:
    model = OutlineModel(session)
    assert not model.index(5, 0).isValid()
    assert not model.parent(model.index(0, 0)).isValid()
    assert model.data(model.index(9, 9)) is None


def test_what_is_open_is_marked_and_said(session: Session) -> None:
    session.open(judged.analysis())
    model = OutlineModel(session)
    marked = [index for index in model.walk() if index.data(Ask.DOUBTS)]
    (about,) = marked
    node = model.node(about)
    assert node is not None
    assert "? The time of column 1 is not known." in about.data(Qt.ItemDataRole.ToolTipRole).splitlines()
    assert "(1 finding)" in about.data(Qt.ItemDataRole.AccessibleTextRole)
    above = model.node(about.parent())
    assert above is not None
    assert (node.doubts, model.doubts_inside(above)) == (1, 1)
