"""The sheet: what it shows, what it points at, what it hears, what it copies."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from core.analysis import Analysis
from core.statements.statement import Column
from core.tagged import Rows
from gui.models.sheet_words import names_of
from gui.options import Share
from gui.reasons import WHY
from gui.session import Session
from gui.theme import Theme
from gui.views.sheet import NO_TABLES, NOTHING_OPEN, SheetView
from tests.gui import made_up

PATH = made_up.PATH


@pytest.fixture
def view(qtbot: QtBot, session: Session) -> SheetView:
    """The sheet with the balance sheet shown."""
    view = SheetView(session)
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    session.show(PATH, None, "balance-sheet")
    return view


def told(session: Session) -> list[str]:
    """What the session tells from here on, as words."""
    heard: list[str] = []
    session.shown.connect(lambda _: heard.append("shown"))
    session.pointed.connect(lambda _: heard.append("pointed"))
    session.rows_selected.connect(lambda rows: heard.append(f"rows {rows}"))
    session.options_changed.connect(lambda _: heard.append("options"))
    return heard


def current(view: SheetView) -> tuple[int, int]:
    """The current cell."""
    index = view.table.currentIndex()
    return index.row(), index.column()


def pick(view: SheetView, row: int, column: int) -> None:
    """Selects a cell as a click or an arrow key does."""
    flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
    view.table.selectionModel().setCurrentIndex(view.model.index(row, column), flag)


def lit(session: Session) -> list[str]:
    """The characters the session points at."""
    pointing = session.pointing
    assert pointing is not None
    source = session.places(pointing.path).analysis.filing.document(1).source
    return [source.read(cite).strip() for cite in pointing.cites]


def test_building_changes_nothing(qtbot: QtBot, session: Session) -> None:
    session.show(PATH, None, "balance-sheet")
    heard = told(session)
    view = SheetView(session)
    qtbot.addWidget(view)
    view.show()
    assert heard == []
    assert session.pointing is None


def test_title_periods_currency_and_scale(view: SheetView) -> None:
    assert "Balance Sheets" in view.title.text()
    assert "December 31 · U.S. dollars, in thousands, as filed" in view.title.text()


def test_a_cell_points_at_its_figure(view: SheetView, session: Session) -> None:
    heard = told(session)
    pick(view, 1, 2)
    assert lit(session) == ["$1,100"]
    assert heard == ["rows (1,)", "pointed"] or heard == ["pointed", "rows (1,)"]


def test_a_change_points_at_both_figures_and_lights_them(view: SheetView, session: Session) -> None:
    pick(view, 1, 3)
    assert lit(session) == ["$1,200", "$1,100"]
    assert current(view) == (1, 3)
    assert [view.model.is_lit(1, column) for column in range(4)] == [False, True, True, False]


def test_a_caption_points_at_its_row(view: SheetView, session: Session) -> None:
    pick(view, 5, 0)
    (words,) = lit(session)
    assert words.startswith("Equipment")
    assert session.statement is view.model.statement


def test_a_caption_whose_line_is_in_another_section_leaves_the_sheet(qtbot: QtBot, analysis: Analysis) -> None:
    session = Session()
    moved = replace(analysis.statements[0], section="part-2/item-8")
    session.open(replace(analysis, statements=(moved, analysis.statements[1])))
    view = SheetView(session)
    qtbot.addWidget(view)
    session.show(PATH, None, "balance-sheet")
    pick(view, 5, 0)
    assert session.statement is moved
    assert lit(session)[0].startswith("Equipment")


def test_pointing_elsewhere_selects_the_cell_without_echo(view: SheetView, session: Session) -> None:
    figure = session.places(PATH).statements["balance-sheet"].rows[5].figures[1]
    heard = told(session)
    session.point_at(PATH, figure.cite)
    assert current(view) == (5, 2)
    assert heard.count("pointed") == 1


def test_pointing_at_another_statement_shows_it(view: SheetView, session: Session) -> None:
    figure = session.places(PATH).statements["inventories"].rows[0].figures[0]
    session.point_at(PATH, figure.cite)
    assert view.model.statement.id == "inventories"
    assert current(view) == (0, 1)


def test_keys_move_and_point(qtbot: QtBot, view: SheetView, session: Session) -> None:
    pick(view, 1, 1)
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    qtbot.keyClick(view.table, Qt.Key.Key_Right)
    assert lit(session) == ["2,250"]
    qtbot.keyClick(view.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert current(view) == (13, 4)


def test_a_click_points(qtbot: QtBot, view: SheetView, session: Session) -> None:
    at = view.table.visualRect(view.model.index(3, 1)).center()
    qtbot.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert lit(session) == ["1,500"]


def test_several_rows_reach_the_chart_and_headings_do_not(view: SheetView, session: Session) -> None:
    view.table.selectAll()
    assert session.selected_rows == (1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13)


def test_the_notice_shows_the_arithmetic(view: SheetView, session: Session) -> None:
    assert view.notice.isVisible()
    assert view.notice.text.endswith("its three lines add to 7,900. One digit too many?")
    view.notice.arithmetic.click()
    assert lit(session) == ["$17,900", "3,500", "1,000", "3,400"]
    assert current(view) == (13, 2)
    assert view.model.is_lit(10, 2)


def test_no_notice_where_all_ties(view: SheetView, session: Session) -> None:
    session.show(PATH, None, "income-statement")
    assert not view.notice.isVisible()


def test_another_pair_keeps_the_selection(view: SheetView, session: Session) -> None:
    session.show(PATH, None, "income-statement")
    pick(view, 3, 1)
    heard = told(session)
    menu = view.menu_of_head(1)
    assert [action.text() for action in menu.actions()[:2]] == ["Compare 2003 with 2002", "Compare 2003 with 2001"]
    menu.actions()[1].trigger()
    assert session.options.compare == (0, 2)
    assert view.model.cell(0, 4).text == "2,000"
    assert current(view) == (3, 1)
    assert heard == ["options"]


def test_two_selected_columns_can_be_compared(view: SheetView, session: Session) -> None:
    session.show(PATH, None, "income-statement")
    pick(view, 0, 2)
    view.table.selectionModel().select(view.model.index(0, 3), QItemSelectionModel.SelectionFlag.Select)
    texts = [action.text() for action in view.menu_of_cells().actions()]
    arranging = ["", "Hide This Row", "Hide the Others", "Pin This Row to the Top", ""]
    before = ["Copy", "Show in Source", "Links of This Figure", "Compare 2002 with 2001", "Copy with Its Place"]
    before.append("Subtract from the Sum\t−")
    assert texts == [*before, *arranging, WHY, "", "Change and Percent", "Common Size"]


def test_common_size_by_its_menu(view: SheetView, session: Session) -> None:
    view.menu_of_cells().actions()[-1].trigger()
    assert session.options.share is Share.COMMON_SIZE
    assert view.model.cell(1, 1).text == "15.0%"
    assert "share of total assets" in view.title.text()


def test_copy_by_key(qtbot: QtBot, view: SheetView) -> None:
    pick(view, 1, 1)
    view.table.selectionModel().select(view.model.index(1, 2), QItemSelectionModel.SelectionFlag.Select)
    qtbot.keyClick(view.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "\t2003\t2002\nCash and cash equivalents\t1200\t1100\n"


def test_tables_of_one_section_can_be_switched(qtbot: QtBot, analysis: Analysis) -> None:
    second = replace(analysis.tables[0], id="second", title="Second")
    session = Session()
    session.open(replace(analysis, tables=(*analysis.tables, second)))
    view = SheetView(session)
    qtbot.addWidget(view)
    view.show()
    session.show(PATH, None, "inventories")
    assert [view.tables.itemText(at) for at in range(2)] == ["1 of 2  Inventories", "2 of 2  Second"]
    view.tables.activated.emit(1)
    assert view.model.statement.id == "second"
    assert view.tables.currentIndex() == 1


def test_tables_of_one_title_are_told_apart_by_their_first_captions(analysis: Analysis) -> None:
    (table,) = analysis.tables
    assert names_of([table, replace(table, rows=table.rows[1:])]) == ["Raw materials", "Finished lamps"]
    assert names_of([table, replace(table, title="Other")]) == ["Inventories", "Other"]


def test_hints_where_there_is_nothing(qtbot: QtBot, analysis: Analysis) -> None:
    session = Session()
    view = SheetView(session)
    qtbot.addWidget(view)
    assert view.empty.text() == NOTHING_OPEN
    session.open(replace(analysis, statements=(), tables=()))
    session.show(PATH)
    assert view.empty.text() == NO_TABLES
    session.close(PATH)
    assert view.empty.text() == NOTHING_OPEN


def sheet_of(qtbot: QtBot, analysis: Analysis, columns: tuple[Column, ...], width: int) -> SheetView:
    """The balance sheet in a window of so many pixels across, the first figure of each row in every one of these columns."""
    sheet = analysis.statements[0]
    rows = tuple(
        row._replace(figures=tuple(row.figures[0]._replace(column=at) for at in range(len(columns))))
        if row.figures
        else row
        for row in sheet.rows
    )
    session = Session()
    session.open(replace(analysis, statements=(replace(sheet, columns=columns, rows=rows),)))
    view = SheetView(session)
    qtbot.addWidget(view)
    view.resize(width, 400)
    view.show()
    session.show(PATH, None, "balance-sheet")
    return view


def test_captions_stay_while_figures_scroll(qtbot: QtBot, analysis: Analysis) -> None:
    columns = tuple(Column(f"Component {at}", member=str(at)) for at in range(12))
    view = sheet_of(qtbot, analysis, columns, width=500)
    assert not view.table.captions.isVisible()
    pick(view, 1, 12)
    view.table.scrollTo(view.model.index(1, 12))
    assert view.table.captions.isVisible()
    pick(view, 1, 2)
    view.table.scrollTo(view.model.index(1, 2))
    assert view.table.visualRect(view.model.index(1, 2)).left() >= view.table.columnWidth(0)


def test_heads_of_two_words_wrap_before_anything_has_to_scroll(qtbot: QtBot, analysis: Analysis) -> None:
    columns = tuple(Column(f"September {25 + at}, {2003 - at}") for at in range(3))
    view = sheet_of(qtbot, analysis, columns, width=520)
    assert view.table.horizontalScrollBar().maximum() == 0
    assert view.table.head.height_of_heads > 40


def test_long_captions_wrap_and_are_never_cut(view: SheetView) -> None:
    view.resize(330, 500)
    row = 2
    assert view.table.rowHeight(row) > view.table.rowHeight(3)
    view.resize(1200, 500)
    assert view.table.rowHeight(row) == view.table.rowHeight(3)


def test_a_new_reading_of_the_file_is_shown(view: SheetView, session: Session) -> None:
    again = made_up.analysis()
    session.open(replace(again, statements=(replace(again.statements[0], title="Read again"), again.statements[1])))
    assert "Read again" in view.title.text()


def test_themes_are_painted(view: SheetView, theme: Theme) -> None:
    view.set_theme(theme)
    pick(view, 13, 2)
    picture = view.grab().toImage()
    corner = picture.pixelColor(picture.width() // 2, picture.height() - 4)
    assert corner == theme.ground


def test_what_is_shown_survives_a_file_that_is_closed(view: SheetView, session: Session) -> None:
    session.open(made_up.analysis(Path("other.txt"), 2002))
    session.show(Path("other.txt"), None, "balance-sheet")
    session.close(Path("other.txt"))
    assert session.current is not None
    assert session.current.path == PATH
    assert view.table.visualRect(view.model.index(0, 0)).topLeft() == QPoint(0, 0)


@pytest.fixture
def tagged(qtbot: QtBot) -> SheetView:
    """The sheet of a filing with tags; its balance sheet is shown."""
    session = Session()
    session.open(made_up.with_tags())
    view = SheetView(session)
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    session.show(PATH, None, "balance-sheet")
    return view


def shown_rows(view: SheetView) -> list[str]:
    """The captions that are shown."""
    return [view.model.row(row).label for row in range(view.model.rowCount())]


def test_tagged_rows_only_and_back(qtbot: QtBot, tagged: SheetView) -> None:
    assert not tagged.filtered.isVisible()
    heard = told(tagged.session)
    tagged.session.set_options(rows=Rows.TAGGED)
    assert shown_rows(tagged) == ["Current assets:", "Cash and cash equivalents", "Inventories"]
    assert tagged.filtered.label.text() == "Tagged rows only: 2 of 12."
    qtbot.mouseClick(tagged.filtered.all, Qt.MouseButton.LeftButton)
    assert not tagged.filtered.isVisible()
    assert len(shown_rows(tagged)) == 14
    assert heard == ["options", "options"]


def test_the_selection_stays_where_its_row_does(tagged: SheetView) -> None:
    pick(tagged, 3, 2)
    heard = told(tagged.session)
    tagged.session.set_options(rows=Rows.TAGGED)
    assert current(tagged) == (2, 2)
    assert tagged.session.selected_rows == (3,)
    tagged.session.set_options(rows=Rows.ALL)
    assert current(tagged) == (3, 2)
    assert heard == ["options", "options"]


def test_the_selection_goes_with_its_row(tagged: SheetView) -> None:
    pick(tagged, 5, 1)
    tagged.session.set_options(rows=Rows.TAGGED)
    assert tagged.session.selected_rows == ()
    assert tagged.filtered.label.text().endswith("The figure pointed at is in another row.")


def test_of_a_wide_selection_the_shown_part_stays(tagged: SheetView) -> None:
    tagged.table.selectAll()
    tagged.session.set_options(rows=Rows.TAGGED)
    assert tagged.session.selected_rows == (1, 3)
    tagged.copy()
    lines = QApplication.clipboard().text().splitlines()
    assert [line.split("\t")[0] for line in lines] == [
        "",
        "Current assets:",
        "Cash and cash equivalents",
        "Inventories",
    ]


def test_pointing_at_a_row_that_is_not_shown_says_so(tagged: SheetView) -> None:
    tagged.session.set_options(rows=Rows.TAGGED)
    pick(tagged, 1, 1)
    figure = tagged.session.places(PATH).statements["balance-sheet"].rows[5].figures[0]
    tagged.session.point_at(PATH, figure.cite)
    assert not tagged.table.selectionModel().hasSelection()
    assert "another row" in tagged.filtered.label.text()
    pick(tagged, 2, 1)
    assert lit(tagged.session) == ["1,500"]
    assert "another row" not in tagged.filtered.label.text()


def test_a_table_without_such_rows_says_so(tagged: SheetView) -> None:
    tagged.session.set_options(rows=Rows.UNTAGGED)
    tagged.session.show(PATH, None, "inventories")
    assert shown_rows(tagged) == ["Raw materials"]
    tagged.session.set_options(rows=Rows.TAGGED)
    tagged.session.show(PATH, None, "income-statement")
    assert tagged.filtered.label.text() == "Tagged rows only: 2 of 6."


def test_cells_chosen_in_the_chart_are_selected_and_the_chart_keeps_its_rows(view: SheetView, session: Session) -> None:
    heard = told(session)
    session.choose_cells((1, 4), (0, 1))
    chosen = {(index.row(), index.column()) for index in view.table.selectionModel().selectedIndexes()}
    assert chosen == {(1, 1), (1, 2), (4, 1), (4, 2)}
    assert heard == []
    assert session.selected_rows == ()


def act(menu: QMenu, words: str) -> None:
    next(action for action in menu.actions() if action.text() == words).trigger()


def test_rows_are_hidden_and_sorted_by_menus_and_come_back(view: SheetView) -> None:
    whole = view.model.rowCount()
    pick(view, 2, 1)
    act(view.menu_of_cells(), "Hide This Row")
    assert view.model.rowCount() == whole - 1
    assert view.filtered.isVisible()
    assert view.filtered.label.text() == "1 row hidden. The figure pointed at is in a row that is hidden."
    act(view.menu_of_head(1), "Largest First")
    raws = [view.model.cell(row, 1).raw for row in range(3)]
    assert raws == sorted(raws, reverse=True)  # type: ignore[type-var]
    pick(view, 2, 1)
    act(view.menu_of_cells(), "Pin This Row to the Top")
    view.filtered.all.click()
    assert view.model.rowCount() == whole
    assert not view.filtered.isVisible()


def test_pinned_rows_stay_in_sight_while_the_others_scroll(view: SheetView) -> None:
    view.resize(700, 260)
    last = view.model.rowCount() - 1
    pick(view, last, 1)
    label = view.model.row(last).label
    act(view.menu_of_cells(), "Pin This Row to the Top")
    table, down = view.table, view.table.verticalScrollBar()
    down.setValue(0)
    assert not table.pinned.isVisible()
    down.setValue(down.maximum())
    assert table.pinned.isVisible()
    assert table.pinned.height() == table.rowHeight(0)
    assert table.pinned.rowAt(0) == 0
    assert view.model.row(0).label == label
    pick(view, 0, 1)
    assert down.value() == down.maximum()  # it is in sight: nothing scrolls
    pick(view, 1, 1)
    assert table.visualRect(view.model.index(1, 1)).top() >= table.pinned.height()
    act(view.menu_of_cells(), "Show All Rows as Filed")
    down.setValue(down.maximum())
    assert not table.pinned.isVisible()


def test_a_figure_is_taken_away_by_minus_and_added_again_by_plus(
    qtbot: QtBot, view: SheetView, session: Session
) -> None:
    flags, model, heard = QItemSelectionModel.SelectionFlag, view.table.selectionModel(), list[str]()
    session.figures_told.connect(heard.append)
    rows = [row for row in range(view.model.rowCount()) if view.model.figure(row, 1) is not None]
    total, parts = rows[3], rows[:3]
    pick(view, total, 1)
    for row in parts[:2]:
        model.setCurrentIndex(view.model.index(row, 1), flags.NoUpdate)
        qtbot.keyClick(view.table, Qt.Key.Key_Minus)
    assert [view.model.is_subtracted(row, 1) for row in (*parts[:2], total)] == [True, True, False]
    values = [view.model.cell(row, 1).raw for row in (*parts[:2], total)]
    assert None not in values
    rest = values[2] - values[0] - values[1]  # type: ignore[operator]
    thousands = "" if view.model.statement.scale == 1 else ",000"
    assert heard[-1] == f"Sum ${rest:,}{thousands}   2 subtracted   Count 3"
    assert session.offered is not None
    assert len(session.offered.minus) == 2
    qtbot.keyClick(view.table, Qt.Key.Key_Plus)
    assert not view.model.is_subtracted(parts[1], 1)
    assert len(session.offered.minus) == 1
    pick(view, total, 1)
    assert view.model.minus == frozenset()


def test_a_tables_words_are_zoomed_and_stay_so(view: SheetView, session: Session) -> None:
    row, font = view.table.rowHeight(1), QFontInfo(view.table.cells.font).pixelSize()
    view.zoom(1)
    view.zoom(1)
    assert session.options.table_zoom == 2
    assert QFontInfo(view.table.cells.font).pixelSize() > font
    assert view.table.rowHeight(1) > row
    assert QFontInfo(view.table.head.bold()).pixelSize() > font
    view.zoom(0)
    assert QFontInfo(view.table.cells.font).pixelSize() == font
    assert view.table.rowHeight(1) == row
