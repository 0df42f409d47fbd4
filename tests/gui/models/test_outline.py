"""The tree of open filings, drawn as text."""

import textwrap
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from core.analysis import Analysis
from gui.models.outline import Ask, OutlineModel
from gui.session import Session, Shown
from tests.gui import judged, made_up
from tests.gui.drawn import tree

KINDS = frozenset(("Inc", "Company", "Fiscal", "10-K", "10-K/A", "10-Q", "8-K"))
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
    assert [line for line in tree(model).splitlines() if "10-K" in line or "Company" in line] == [
        "Harbor Lamp Company",
        "  10-K 2003",
        "  10-K 2002",
    ]
    session.close(session.analyses[0].path)
    assert tree(model).splitlines()[0] == "Harbor Lamp Company · 10-K 2002"
    session.close(earlier.path)
    assert tree(model) == ""


def test_a_filing_read_again_keeps_its_place(session: Session, earlier: Analysis, qtmodeltester: ModelTester) -> None:
    model = OutlineModel(session)
    qtmodeltester.check(model)
    session.open(earlier)
    first = session.analyses[0]
    session.open(replace(first, outline=first.outline[:1]))
    lines = [line for line in tree(model).splitlines() if "#" not in line]
    assert lines[:4] == ["Harbor Lamp Company", "  10-K 2003", "    Cover", "  10-K 2002"]


def test_sections_are_made_when_they_are_asked_for(session: Session, earlier: Analysis) -> None:
    model = OutlineModel(session)
    session.open(earlier)
    company = model.index(0, 0)
    filing = model.index(1, 0, company)
    assert filing.data() == "10-K 2002"
    assert (model.hasChildren(filing), model.rowCount(filing)) == (True, 0)
    assert model.find(Shown(earlier.path, "part-1/item-2")).data() == "Properties"
    assert model.rowCount(filing) > 0


def test_one_after_the_other_is_made(session: Session, earlier: Analysis) -> None:
    model = OutlineModel(session)
    session.open(earlier)
    while model.plant_next():
        pass
    assert all(model.rowCount(model.index(row, 0, model.index(0, 0))) for row in range(2))


def test_a_company_is_marked_for_its_filings(session: Session, earlier: Analysis) -> None:
    model = OutlineModel(session)
    session.open(earlier)
    list(model.walk())
    company = model.node(model.index(0, 0))
    assert company is not None
    assert model.off_inside(company) == 2
    assert model.filings_of(company) == [session.analyses[0].path, earlier.path]
    assert "2 filings" in model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)


def filed(name: str, **header: Any) -> Analysis:
    made = made_up.analysis(Path(name), 2003)
    return replace(made, filing=replace(made.filing, name=name, header=replace(made.filing.header, **header)))


def test_many_filings_of_two_companies(session: Session, qtmodeltester: ModelTester) -> None:
    model = OutlineModel(session)
    qtmodeltester.check(model)
    other = "AMBER TILE INC"
    for one in (
        filed("q2", form="10-Q", period_end=date(2003, 6, 30)),
        filed("fixed", form="10-K/A"),
        filed("tile", company=other, cik="0000000077"),
        filed("q1", form="10-Q", period_end=date(2003, 3, 31)),
        filed("news", form="8-K", period_end=date(2003, 4, 17)),
        filed("old", period_end=date(2001, 12, 31)),
        filed("tile 2", company=other, cik=None, period_end=date(2002, 12, 31)),
    ):
        session.open(one)
    assert [line for line in tree(model).splitlines() if KINDS & set(line.split())] == [
        "Amber Tile Inc",
        "  10-K 2003",
        "  10-K 2002",
        "Harbor Lamp Company",
        "  Fiscal 2003",
        "    10-K 2003",
        "      10-K/A 2003",
        "    10-Q 2003 · Q1",
        "    10-Q 2003 · Q2",
        "    8-K 2003-04-17",
        "  Fiscal 2001",
        "    10-K 2001",
    ]
    session.close(session.analyses[0].path)
    lines = tree(model).splitlines()
    assert "    10-K/A 2003" in lines  # what it amends is gone
    for analysis in session.analyses[1:]:
        session.close(analysis.path)
    assert len(session.analyses) == 1
    assert tree(model).splitlines()[0] == "Harbor Lamp Company · 10-Q 2003"


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


def test_tables_of_one_title_are_told_apart_by_their_first_captions(qapp: object, analysis: Analysis) -> None:
    table = analysis.tables[0]
    last = replace(table, id=f"{table.id}-2", rows=table.rows[1:])
    session = Session()
    session.open(replace(analysis, tables=(table, last)))
    first, second = (next(row.label for row in one.rows if row.label) for one in (table, last))
    drawn = [line.strip() for line in tree(OutlineModel(session)).splitlines()]
    assert f"# {first}" in drawn
    assert f"# {second}" in drawn
    assert f"# {table.title}" not in drawn
