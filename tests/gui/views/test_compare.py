"""Two filings side by side: which, what section, how much changed, and the way to each change and figure."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QGuiApplication, QTextCharFormat, QTextOption
from pytestqt.qtbot import QtBot

from core.analysis import Analysis
from core.compare.filings import Aligned, align
from core.document.prose import PassageKind
from gui.session import Session
from gui.text.redline_layout import Folded, Setter
from gui.text.redline_view import Place
from gui.theme import Theme
from gui.views.compare import CompareView
from tests.core.compare.test_filings import side
from tests.gui import made_up

OLDER, NEWER = False, True


@pytest.fixture
def view(session: Session, earlier: Analysis, qtbot: QtBot) -> CompareView:
    session.open(earlier)
    view = CompareView(session)
    qtbot.addWidget(view)
    view.resize(1000, 600)
    view.show()
    timers = (view._timer, view._figuring, view.beside._timer)
    qtbot.waitUntil(lambda: not any(timer.isActive() for timer in timers))
    return view


def drawn(view: CompareView) -> list[str]:
    """The rows side by side as text."""
    texts = ((row.old.text if row.old else "", row.new.text if row.new else "") for row in view.beside.rows)
    return [f"{old} | {new}" for old, new in texts]


def test_building_it_changes_nothing(session: Session, earlier: Analysis, qtbot: QtBot) -> None:
    session.open(earlier)
    told: list[object] = []
    for signal in (session.shown, session.pointed, session.options_changed, session.rows_selected):
        signal.connect(told.append)
    view = CompareView(session)
    qtbot.addWidget(view)
    view.show()
    assert told == []


def test_the_older_stands_left_whatever_was_opened_first(view: CompareView) -> None:
    assert (view.older.currentText(), view.newer.currentText()) == (
        "Harbor Lamp Company · 10-K 2002",
        "Harbor Lamp Company · 10-K 2003",
    )
    assert view.section.currentText() == "Cover"
    assert drawn(view)[1] == (
        "Form 10-K for the fiscal year ended December 31, 2002 | Form 10-K for the fiscal year ended December 31, 2003"
    )
    assert view.count.text() == "1 change"


def test_one_filing_cannot_be_compared(session: Session, qtbot: QtBot) -> None:
    view = CompareView(session)
    qtbot.addWidget(view)
    view.show()
    assert view.notice.isVisible()
    assert view.notice.text() == "Open a second filing to compare it with this one."


def test_the_section_that_is_shown_is_compared(view: CompareView, session: Session, qtbot: QtBot) -> None:
    session.show(made_up.PATH, "part-2/item-7")
    qtbot.waitUntil(lambda: not view._timer.isActive())
    assert view.section.currentText().startswith("Item 7")
    assert view.count.text() == "no changes"


def test_dates_and_figures_can_be_left_out(view: CompareView) -> None:
    view.plain.click()
    assert view.count.text() == "no changes"
    view.plain.click()
    assert view.count.text() == "1 change"


def test_what_stayed_is_folded_and_unfolded_by_a_click(view: CompareView) -> None:
    stays = [f"Passage number {at} stays as it is in the text of both filings." for at in range(9)]
    old, new = "The lamps are made of brass in our works.", "The lamps are made of steel in our works."
    view._rows, view._stops = [], []
    view._unchanged.clear()
    view.beside.set_rows([])
    view._add(align(side(*stays, old, *stays[:3]), side(*stays, new, *stays[:3])), last=True)
    shown = [len(row.rows) if isinstance(row, Folded) else 1 for row in view.beside.rows]
    assert shown == [8, 1, 1, 1, 2]
    assert next(row.says for row in view.beside.rows if isinstance(row, Folded)) == "⋯  8 passages without a change"
    assert view._stops == [(2, 1)]
    view.beside.clicked.emit(0, NEWER)
    assert len(view.beside.rows) == 12
    assert view._stops == [(9, 1)]
    view.fold.click()
    assert len(view.beside.rows) == 13


def test_the_map_shows_where_changes_are_and_leads_there(view: CompareView, qtbot: QtBot) -> None:
    marks = list(view.beside.marks())
    assert len(marks) == 1
    start, end, colour = marks[0]
    assert 0 < start < end <= 1
    assert colour == view.beside.theme.secondary
    qtbot.mouseClick(view.beside.map, Qt.MouseButton.LeftButton)
    assert view.beside.map.width() > 0


def test_all_sections_most_changed_first(view: CompareView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not view._later.isActive())
    view.all.click()
    assert view.stack.currentIndex() == 1
    changed = [one.tally.inserted + one.tally.deleted for one in view.counted.values]
    assert changed
    assert changed == sorted(changed, reverse=True)
    row = next(at for at, one in enumerate(view.counted.values) if one.pair.new and one.pair.new.number == "7")
    view.sections.clicked.emit(view.counted.index(row, 0))
    assert view.stack.currentIndex() == 0
    assert view.section.currentText().startswith("Item 7")


def test_escape_and_the_cross_leave(view: CompareView, qtbot: QtBot) -> None:
    view.all.click()
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.stack.currentIndex() == 0
    with qtbot.waitSignal(view.leave_asked):
        qtbot.keyClick(view.beside, Qt.Key.Key_Escape)
    with qtbot.waitSignal(view.leave_asked):
        view.leave.click()


def test_a_line_of_a_table_keeps_its_length(view: CompareView) -> None:
    font = Setter.font(PassageKind.TABLE, view.beside.font())
    for text in ("Cash \t1 \t2", "A caption that is far too long to stand beside its figures in half a window \t1 \t2"):
        laid = Setter.line_of_table(text, font, QTextOption(), 300.0)
        assert len(laid) == len(text)
    assert "\u2028" in laid


def test_figures_too_wide_for_their_columns_spread_over_their_side(view: CompareView) -> None:
    font, option, width = Setter.font(PassageKind.TABLE, view.beside.font()), QTextOption(), 330.0
    stops = {}
    for text in ("Cash \t1 \t2 \t3 \t4 \t5 \t6", "Cash \t$ 14,121 \t$ 14,121 \t$ 14,121 \t$ 1 \t$ 1 \t$ 14,121"):
        Setter.line_of_table(text, font, option, width)
        stops[len(text)] = [tab.position for tab in option.tabs()]
    narrow, wide = stops.values()
    assert narrow[-1] == wide[-1] == width - 2
    assert wide[1] - wide[0] > narrow[1] - narrow[0]
    assert wide[0] > 0


def test_from_change_to_change_by_keyboard_and_copied(view: CompareView, qtbot: QtBot) -> None:
    qtbot.keyClick(view.beside, Qt.Key.Key_F8)
    assert view.count.text().startswith("1 of 1 change")
    view.copy()
    assert QGuiApplication.clipboard().text().count("\t") == 1
    qtbot.keyClick(view.beside, Qt.Key.Key_F7)
    assert view.count.text().startswith("1 of 1 change")


def test_a_click_on_a_side_points_into_that_filing(view: CompareView, session: Session, earlier: Analysis) -> None:
    view.beside.clicked.emit(1, OLDER)
    assert session.pointing is not None
    assert session.pointing.path == earlier.path
    view.beside.clicked.emit(1, NEWER)
    assert session.pointing is not None
    assert session.pointing.path == made_up.PATH
    source = session.places(made_up.PATH).analysis.filing.document(1).source
    assert source.read(session.pointing.cites[0]).endswith("December 31, 2003")


def test_restated_figures_lead_to_both_filings(view: CompareView, session: Session, earlier: Analysis) -> None:
    model = view.model
    said = [[str(model.data(model.index(row, at))) for at in range(5)] for row in range(model.rowCount())]
    assert ["Net sales", "December 31, 2002", "$12,000", "$11,000", "(1,000)"] in said
    row = [one[0] for one in said].index("Net sales")
    view.table.clicked.emit(model.index(row, 2))
    assert session.pointing is not None
    assert (session.pointing.path, session.pointing.figure is not None) == (earlier.path, True)
    view.table.clicked.emit(model.index(row, 3))
    assert session.pointing is not None
    assert session.pointing.path == made_up.PATH


def test_what_changed_is_coloured_struck_out_or_underlined(view: CompareView, theme: Theme) -> None:
    view.set_theme(theme)
    (row,) = align(side("The lamps are made of brass here."), side("The lamps are made of steel here."))
    setter = Setter(theme)
    (deleted,) = setter.formats(row, newer=False)
    (inserted,) = setter.formats(row, newer=True)
    assert deleted.format.fontStrikeOut()
    assert deleted.format.foreground().color() == theme.loss
    assert inserted.format.fontUnderline()
    assert inserted.format.foreground().color() == theme.gain
    changed = view.beside.rows[1]
    assert isinstance(changed, Aligned)
    (rolled,) = setter.formats(changed, newer=True)
    assert rolled.format.underlineStyle() is QTextCharFormat.UnderlineStyle.DotLine
    assert rolled.format.foreground().color() == theme.secondary
    assert view.grab().toImage().pixelColor(700, 590).name() == theme.ground.name()


def test_what_one_side_knows_for_a_heading_is_set_as_one_on_both(view: CompareView) -> None:
    title, said = side("Results of the lamps", "Results of the stoves")
    row = Aligned(title.passage._replace(kind=PassageKind.HEADING), said.passage, ())
    view.beside.set_rows([row])
    view.beside._lay(0)
    bold = {half.layout.font().weight() for half in view.beside._laid[0] if half is not None}
    assert bold == {QFont.Weight.DemiBold}
    long = said.passage._replace(text="Results of the stoves " * 9)
    view.beside.set_rows([row._replace(new=long)])
    view.beside._lay(0)
    assert [half.layout.font().weight() for half in view.beside._laid[0] if half is not None][1] == QFont.Weight.Normal


def test_how_much_changed_is_not_cut_off(view: CompareView) -> None:
    view.count.setText("1,024 of 2,048 changes  ·  +20,480 −40,960 words  ·  128 moved")
    view.layout().activate()  # type: ignore[union-attr]
    assert view.count.width() >= view.count.sizeHint().width()


def test_closing_one_empties_it(view: CompareView, session: Session, earlier: Analysis) -> None:
    session.close(earlier.path)
    assert view.beside.rows == []
    assert view.notice.isVisible()


def test_selected_words_are_copied(view: CompareView, qtbot: QtBot) -> None:
    """A selection stays on the side where it began, runs over passages, and is copied; a click selects nothing."""
    first, last = Place(0, 0, newer=True), Place(1, 4, newer=True)
    view.beside.select(first, last)
    texts = [row.new.text for row in view.beside.rows[:2] if row.new]
    view.copy()
    assert QGuiApplication.clipboard().text() == f"{texts[0]}\n{texts[1][:4]}"
    view.beside.select(last, first)
    assert view.beside.selected == f"{texts[0]}\n{texts[1][:4]}"
    place = view.beside.place_at(QPoint(view.beside.width() - 200, 15))
    assert place is not None
    assert place.newer
    qtbot.mouseDClick(view.beside.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 15))
    assert view.beside.rows[0].old is not None
    assert view.beside.selected == view.beside.rows[0].old.text.split()[0]


def test_the_shown_company_is_compared(session: Session, analysis: Analysis, earlier: Analysis, qtbot: QtBot) -> None:
    """Another company's newer filing does not come between two of the shown one's."""
    header = replace(analysis.filing.header, company="Other Mills", cik="0000000009", period_end=date(2005, 12, 31))
    other = replace(analysis, path=Path("other.txt"), filing=replace(analysis.filing, name="other.txt", header=header))
    session.open(other)
    session.open(earlier)
    session.show(analysis.path)
    view = CompareView(session)
    qtbot.addWidget(view)
    view.show()
    assert [view.older.currentData(), view.newer.currentData()] == [earlier.path, analysis.path]


def test_another_company_is_compared_only_where_it_is_chosen(
    session: Session, analysis: Analysis, earlier: Analysis, qtbot: QtBot
) -> None:
    header = replace(earlier.filing.header, company="Quarry Bell Company", cik="77")
    session.open(replace(earlier, filing=replace(earlier.filing, header=header)))
    view = CompareView(session)
    qtbot.addWidget(view)
    view.show()
    assert view.notice.text().startswith("No other filing of this company is open")
    assert view.section.count() == 0
    view.choose(earlier.path, analysis.path)
    assert view.section.count() > 0
    assert view.table.isHidden()  # its figures are not restated


def test_it_is_left_by_escape_and_by_its_button(view: CompareView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.leave_asked):
        qtbot.keyClick(view, Qt.Key.Key_Escape)
    with qtbot.waitSignal(view.leave_asked):
        qtbot.mouseClick(view.leave, Qt.MouseButton.LeftButton)
