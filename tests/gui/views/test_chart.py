"""The chart: what it draws, what stands under the pointer, what a click points at, what is saved."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.plot.paint import Picture
from gui.session import ChartKind, Session, Share
from gui.theme import Theme
from gui.views.chart import ChartView
from tests.gui import made_up
from tests.gui.views.test_sheet import lit, told

PATH = made_up.PATH


@pytest.fixture
def view(qtbot: QtBot, session: Session) -> ChartView:
    """The chart of the income statement, painted once."""
    view = ChartView(session)
    qtbot.addWidget(view)
    view.resize(600, 240)
    view.show()
    session.show(PATH, None, "income-statement")
    view.grab()
    return view


def picture(view: ChartView) -> Picture:
    """What is painted now."""
    view.grab()
    assert view.picture is not None
    return view.picture


def centre(view: ChartView, series: int, category: int) -> QPointF:
    """The middle of a bar."""
    spots = picture(view).spots
    return next(spot.box.center() for spot in spots if (spot.series, spot.category) == (series, category))


def test_building_changes_nothing(qtbot: QtBot, session: Session) -> None:
    session.show(PATH, None, "income-statement")
    heard = told(session)
    view = ChartView(session)
    qtbot.addWidget(view)
    view.grab()
    assert heard == []


def test_a_default_before_anything_is_selected(view: ChartView) -> None:
    assert view.plot.title == "Net sales and net income (loss)"
    assert picture(view).legend == ["Net sales", "Net income (loss)"]
    assert len(picture(view).spots) == 6


def test_selected_rows_are_drawn(view: ChartView, session: Session) -> None:
    session.select_rows((0, 1))
    assert (view.plot.title, picture(view).legend) == ("Selected lines", ["Net sales", "Cost of sales"])
    session.show(PATH, None, "balance-sheet")
    assert view.plot.title == "Total assets"


def test_a_negative_bar_hangs_below_zero(view: ChartView) -> None:
    boxes = {(spot.series, spot.category): spot.box for spot in picture(view).spots}
    assert boxes[1, 1].top() == pytest.approx(boxes[1, 0].bottom(), abs=1)


def move(view: ChartView, at: QPointF) -> None:
    """Moves the pointer over the chart."""
    none = Qt.MouseButton.NoButton
    move = QEvent.Type.MouseMove
    event = QMouseEvent(move, at, view.mapToGlobal(at), none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view, event)


def test_the_value_under_the_pointer(view: ChartView) -> None:
    move(view, centre(view, 1, 2))
    assert view.hovered is not None
    assert view.words(view.hovered) == "Net income (loss), 2003: $600,000"
    move(view, centre(view, 0, 0))
    assert view.words(view.hovered) == "Net sales, 2001: $10,000,000"


def test_a_click_points_at_the_figure_and_keeps_the_lines(qtbot: QtBot, view: ChartView, session: Session) -> None:
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=centre(view, 0, 2).toPoint())
    assert lit(session) == ["$12,000"]
    assert [series.name for series in view.plot.series] == ["Net sales", "Net income (loss)"]


def test_keys_go_from_value_to_value(qtbot: QtBot, view: ChartView, session: Session) -> None:
    for _ in range(2):
        qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.hovered is not None
    assert view.words(view.hovered) == "Net income (loss), 2001: $300,000"
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert lit(session) == ["$300"]


def test_the_menu_chooses_lines(view: ChartView, session: Session) -> None:
    chosen: list[str] = []
    view.kind_changed.connect(chosen.append)
    view.button.menu().actions()[1].trigger()
    assert (chosen, view.kind, session.options.chart) == (["lines"], "lines", ChartKind.LINES)
    assert view.button.text() == "Lines ▾"
    assert len(picture(view).spots) == 6


def test_another_listener_hears_of_the_kind(view: ChartView, session: Session) -> None:
    heard = told(session)
    view.kind = "lines"
    view.kind = "lines"
    assert heard == ["options"]


def test_common_size_is_drawn_too(view: ChartView, session: Session) -> None:
    session.set_options(share=Share.COMMON_SIZE)
    assert view.plot.full(view.plot.values[-1]) == "5.0%"


def test_nothing_to_chart_is_a_quiet_hint(qtbot: QtBot) -> None:
    view = ChartView(Session())
    qtbot.addWidget(view)
    view.show()
    assert (view.plot.hint, view.can_save, view.button.isVisible()) == ("No table to chart", False, False)
    assert picture(view).spots == []


def test_values_above_bars_only_where_all_have_room(view: ChartView) -> None:
    assert picture(view).labelled
    view.resize(230, 240)
    assert not picture(view).labelled


@pytest.mark.parametrize("size", [(120, 60), (40, 20), (2000, 900)])
def test_any_size_is_painted(view: ChartView, size: tuple[int, int]) -> None:
    view.setMinimumHeight(0)
    view.resize(*size)
    assert not view.grab().isNull()


@pytest.mark.parametrize("kind", ["bars", "lines"])
def test_saved_as_png_and_svg(view: ChartView, tmp_path: Path, theme: Theme, kind: str) -> None:
    view.set_theme(theme)
    view.kind = kind
    view.save(tmp_path / "chart.png")
    view.save(tmp_path / "chart.svg")
    image = QImage(str(tmp_path / "chart.png"))
    assert (image.width(), image.height()) == (1200, 480)
    assert image.pixelColor(2, 2) == theme.ground
    svg = (tmp_path / "chart.svg").read_text(encoding="utf-8")
    assert "Net sales" in svg


def test_a_place_that_cannot_be_written_says_so(view: ChartView, tmp_path: Path) -> None:
    for name in ("chart.png", "chart.svg"):
        with pytest.raises(OSError, match="chart"):
            view.save(tmp_path / "missing" / name)
