"""The chart: what it draws, what stands under the pointer, what a click points at, what is saved."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.jobs import Jobs
from gui.options import ChartKind, Share
from gui.plot import library
from gui.plot.canvas import Canvas
from gui.plot.chart import Mark
from gui.plot.field import PAD
from gui.plot.head import in_a_row
from gui.plot.look import Fonts, looks
from gui.plot.plot import plot
from gui.session import Session
from gui.theme import Theme
from gui.views.chart import COMING, PATIENCE, ChartView
from tests.gui import made_up
from tests.gui.plot.hands import canvas, click, drag, move, spot, wheel
from tests.gui.plot.tables import MONEY, members, table, year
from tests.gui.views.test_sheet import lit, told

PATH = made_up.PATH


@pytest.fixture
def view(qtbot: QtBot, session: Session) -> ChartView:
    """The chart of the income statement, drawn."""
    view = ChartView(session)
    qtbot.addWidget(view)
    view.resize(600, 260)
    view.show()
    session.show(PATH, None, "income-statement")
    canvas(view)
    return view


def legend(view: ChartView) -> list[str]:
    """The names above the chart; those that are switched off in brackets."""
    canvas(view)
    shown = [button for button in view.head.entries if not button.isHidden()]
    return [button.text() if button.isChecked() else f"({button.text()})" for button in shown]


def test_building_changes_nothing(qtbot: QtBot, session: Session) -> None:
    session.show(PATH, None, "income-statement")
    heard = told(session)
    view = ChartView(session)
    qtbot.addWidget(view)
    view.show()
    canvas(view)
    assert heard == []


def test_a_default_before_anything_is_selected(view: ChartView) -> None:
    assert view.head.title.text() == "Net sales and net income (loss)"
    assert legend(view) == ["Net sales", "Net income (loss)"]
    assert len(canvas(view).spots) == 6


def test_selected_rows_are_drawn(view: ChartView, session: Session) -> None:
    session.select_rows((0, 1))
    assert (view.chart.title, legend(view)) == ("Selected lines", ["Net sales", "Cost of sales"])
    session.show(PATH, None, "balance-sheet")
    assert view.chart.title == "Total assets"


def test_a_negative_bar_hangs_below_zero(view: ChartView) -> None:
    assert spot(view, 1, 1).box.top() == pytest.approx(spot(view, 1, 0).box.bottom(), abs=1)


def test_the_value_under_the_pointer_and_the_whole_year(view: ChartView) -> None:
    move(view, spot(view, 1, 2).box.center())
    hovered = canvas(view).hovered
    assert hovered is not None
    assert view.said(hovered) == "Net income (loss), 2003: $600,000"
    assert [line[1:] for line in canvas(view).card(2)] == [
        ("Net sales", "$12,000,000", "+9.1%"),
        ("Net income (loss)", "$600,000", ""),
    ]
    move(view, QPointF(canvas(view).panels[0].field.left() + 2, canvas(view).panels[0].field.top() + 2))
    assert (canvas(view).slot, canvas(view).hovered) == (0, None)


def test_a_click_points_at_the_figure_and_keeps_the_lines_and_what_is_seen(view: ChartView, session: Session) -> None:
    wheel(view, spot(view, 0, 2).box.center(), 2)
    seen = canvas(view).panels[0].box.viewRange()[0]
    click(view, spot(view, 0, 2).box.center())
    assert lit(session) == ["$12,000"]
    assert [series.name for series in view.chart.series] == ["Net sales", "Net income (loss)"]
    canvas(view)
    click(view, spot(view, 0, 1).box.center())
    assert lit(session) == ["$11,000"]
    assert canvas(view).panels[0].box.viewRange()[0] == seen


def test_keys_go_from_value_to_value(qtbot: QtBot, view: ChartView, session: Session) -> None:
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(view, key)
    hovered = canvas(view).hovered
    assert hovered is not None
    assert view.said(hovered) == "Net income (loss), 2002: −$150,000"
    assert view.accessibleDescription() == view.said(hovered)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert lit(session) == ["$(150)"]


def test_keys_choose_kinds_and_lines_and_the_scale(qtbot: QtBot, view: ChartView, session: Session) -> None:
    qtbot.keyClick(view, Qt.Key.Key_L)
    assert session.options.chart is ChartKind.LINES
    qtbot.keyClick(view, Qt.Key.Key_O)
    assert session.options.log
    qtbot.keyClick(view, Qt.Key.Key_2)
    assert legend(view) == ["Net sales", "(Net income (loss))"]
    assert view.chart.log


def test_where_a_kind_has_nothing_to_draw_another_can_be_chosen_by_its_key(qtbot: QtBot, view: ChartView) -> None:
    view.choose(ChartKind.BRIDGE)
    view.session.select_rows((0,))
    assert view.chart.hint
    qtbot.keyClick(view, Qt.Key.Key_G)
    assert not view.chart.hint
    assert view.session.options.chart is ChartKind.GROWTH


def test_bars_on_a_scale_of_powers_are_lines_and_are_called_so(view: ChartView, session: Session) -> None:
    session.show(PATH, None, "balance-sheet")
    session.set_options(log=True)
    canvas(view)
    assert view.head.button.text() == "Lines ▾"


def test_the_menu_chooses_a_kind(view: ChartView, session: Session) -> None:
    chosen: list[str] = []
    view.kind_changed.connect(chosen.append)
    view.menu.actions()[2].trigger()
    assert (chosen, view.kind, session.options.chart) == (["lines"], "lines", ChartKind.LINES)
    canvas(view)
    assert view.head.button.text() == "Lines ▾"
    assert len(canvas(view).spots) == 6


def test_another_listener_hears_of_the_kind(view: ChartView, session: Session) -> None:
    heard = told(session)
    view.kind = "lines"
    view.kind = "lines"
    assert heard == ["options"]


def test_the_legend_switches_lines_but_never_the_last(qtbot: QtBot, view: ChartView) -> None:
    qtbot.mouseClick(view.head.entries[0], Qt.MouseButton.LeftButton)
    assert legend(view) == ["(Net sales)", "Net income (loss)"]
    assert len(canvas(view).spots) == 3
    qtbot.mouseClick(view.head.entries[1], Qt.MouseButton.LeftButton)
    assert legend(view) == ["(Net sales)", "Net income (loss)"]
    qtbot.mouseClick(view.head.entries[0], Qt.MouseButton.LeftButton)
    assert legend(view) == ["Net sales", "Net income (loss)"]


def test_common_size_is_drawn_too(view: ChartView, session: Session) -> None:
    session.set_options(share=Share.COMMON_SIZE)
    point = view.chart.series[1].points[2]
    assert point is not None
    assert view.chart.axis.full(point.told) == "5.0%"


def test_a_figure_that_does_not_tie_is_marked(view: ChartView, session: Session) -> None:
    session.show(PATH, None, "balance-sheet")
    statement, places = session.statement, session.places(PATH)
    assert statement is not None
    off = {check.cites[0] for check in places.off(statement)}
    rows = [at for at, row in enumerate(statement.rows) if any(figure.cite in off for figure in row.figures)]
    session.select_rows(tuple(rows))
    assert Mark.OFF in {point.mark for point in view.chart.points()}
    assert not view.grab().isNull()


def test_nothing_to_chart_is_a_quiet_hint(qtbot: QtBot) -> None:
    view = ChartView(Session())
    qtbot.addWidget(view)
    view.show()
    qtbot.waitUntil(lambda: view.ready)
    assert (view.words.text(), view.can_save, view.head.button.isVisible()) == ("No table to chart", False, False)
    assert view.canvas is None


def test_the_room_is_kept_with_a_word_until_the_library_is_there(qtbot: QtBot, session: Session) -> None:
    jobs = Jobs()
    view = ChartView(session, jobs=jobs)
    qtbot.addWidget(view)
    view.resize(600, 260)
    view.show()
    session.show(PATH, None, "income-statement")
    view.draw()
    assert (view.words.text(), view.canvas) == (COMING, None)
    height = view.height()
    canvas(view)
    assert (view.words.isVisible(), view.height()) == (False, height)
    jobs.shut()


def test_the_library_waits_for_other_work_but_not_for_ever(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs, let_go = Jobs(), threading.Event()
    monkeypatch.setattr(library, "is_here", lambda: False)
    view = ChartView(session, jobs=jobs)
    qtbot.addWidget(view)
    view.show()
    jobs.run("page", lambda _: let_go.wait(30), lambda _: None, lambda _: None)
    for _ in range(PATIENCE):
        view._fetch()
        assert not jobs.busy(library.SLOT)
    view._fetch()
    assert jobs.busy(library.SLOT)
    let_go.set()
    jobs.shut()


def test_a_window_that_was_closed_asks_for_no_library(qtbot: QtBot, session: Session) -> None:
    """Its threads have ended."""
    jobs = Jobs()
    view = ChartView(session, jobs=jobs)
    qtbot.addWidget(view)
    view.show()
    session.show(PATH, None, "income-statement")
    view.draw()
    jobs.shut()
    view.close()
    view._fetch()
    assert not jobs.busy()


# zoom


def test_the_wheel_zooms_in_time_around_the_pointer(view: ChartView) -> None:
    panel, at = canvas(view).panels[0], spot(view, 0, 2).box.center()
    time = panel.scale.at(at.x())
    wheel(view, at, 3)
    assert not canvas(view).is_whole
    assert panel.scale.at(at.x()) == pytest.approx(time, abs=0.02)
    canvas(view).whole()
    assert canvas(view).is_whole


def test_with_control_the_wheel_zooms_in_height(view: ChartView) -> None:
    panel = canvas(view).panels[0]
    low, high = panel.box.viewRange()[1]
    wheel(view, panel.field.center(), 3, Qt.KeyboardModifier.ControlModifier)
    assert panel.box.viewRange()[1][1] - panel.box.viewRange()[1][0] < high - low
    assert panel.box.viewRange()[0] == pytest.approx([-0.5, 2.5], abs=0.01)
    view.show_all()
    assert panel.box.viewRange()[1] == pytest.approx([low, high])


def test_a_drag_moves_what_is_seen_and_never_beyond_it(view: ChartView) -> None:
    field = canvas(view).panels[0].field
    wheel(view, field.center(), 4)
    first = canvas(view).panels[0].box.viewRange()[0][0]
    drag(view, field.center(), field.center() - QPointF(60, 0))
    moved = canvas(view).panels[0].box.viewRange()[0][0]
    assert moved > first
    for _ in range(6):
        drag(view, field.center(), field.center() + QPointF(250, 0))
    assert canvas(view).panels[0].box.viewRange()[0][0] == pytest.approx(-0.5, abs=0.01)


def test_a_band_is_zoomed_to_and_a_double_click_goes_back(qtbot: QtBot, view: ChartView) -> None:
    field = canvas(view).panels[0].field
    start = QPointF(spot(view, 0, 1).box.left() - 20, field.top() + 10)
    drag(view, start, QPointF(field.right() - 1, field.bottom() - 10), Qt.KeyboardModifier.ShiftModifier)
    assert {spot.slot for spot in canvas(view).spots} == {1, 2}
    corner, port = QPointF(field.left() + 2, field.top() + 2).toPoint(), canvas(view).viewport()
    qtbot.mouseDClick(port, Qt.MouseButton.LeftButton, pos=corner)
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=corner)
    assert canvas(view).is_whole


def test_keys_zoom_and_go_back(qtbot: QtBot, view: ChartView) -> None:
    for text in ("+", "+", "-"):
        qtbot.keyClicks(view, text)
    assert not canvas(view).is_whole
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert canvas(view).is_whole


@pytest.mark.parametrize("below", [True, False])
def test_years_chosen_in_the_chart_are_told(view: ChartView, session: Session, below: bool) -> None:
    """By a drag below the field, or with Ctrl on it."""
    chosen: list[object] = []
    session.cells_chosen.connect(lambda rows, columns: chosen.append((rows, columns)))
    field = canvas(view).panels[0].field
    y = field.bottom() + 8 if below else field.top() + 4
    keys = Qt.KeyboardModifier.NoModifier if below else Qt.KeyboardModifier.ControlModifier
    drag(view, QPointF(spot(view, 0, 1).tip.x(), y), QPointF(spot(view, 0, 2).tip.x(), y), keys)
    assert chosen == [((0, 4), (0, 1))]
    assert canvas(view).years == (1, 2)


def test_shift_and_arrows_choose_years(qtbot: QtBot, view: ChartView, session: Session) -> None:
    chosen: list[object] = []
    session.cells_chosen.connect(lambda _, columns: chosen.append(columns))
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert chosen == [(1, 2)]


@pytest.mark.parametrize("kind", list(ChartKind))
@pytest.mark.parametrize("size", [(120, 60), (40, 20), (2000, 900)])
def test_any_size_of_any_kind_is_painted(view: ChartView, size: tuple[int, int], kind: ChartKind) -> None:
    view.kind = kind.value
    view.resize(*size)
    canvas(view)
    assert not view.grab().isNull()


def test_a_low_chart_names_its_first_lines_and_keeps_its_room(view: ChartView, session: Session) -> None:
    session.select_rows((0, 1, 2, 3, 4))
    canvas(view)
    high = view.head.height()
    view.resize(300, 110)
    canvas(view)
    assert view.head.height() < high
    assert 0 < len(legend(view)) < 5
    assert not view.grab().isNull()


@pytest.mark.parametrize(
    ("widths", "room", "fit"),
    [
        ([60, 70], 200, [60, 70]),
        ([60, 300, 300], 400, [60, 170, 170]),
        ([300, 300, 300], 200, [100, 100]),
        ([300], 50, [50]),
        ([], 50, []),
    ],
)
def test_names_in_a_row_share_its_room(widths: list[int], room: int, fit: list[int]) -> None:
    assert in_a_row(widths, room) == fit


@pytest.mark.parametrize(("least", "has"), [("-99000", True), ("-60000", False), ("10000", False)])
def test_the_value_of_a_bar_that_goes_down_to_the_end_of_its_axis_has_room(
    view: ChartView, theme: Theme, least: str, has: bool
) -> None:
    fields = canvas(view)
    made = plot(table([year(2002), year(2001)], ("Income", MONEY, [least, "80000"])), (0,))
    fields.show_chart(made, dict(enumerate(looks(theme, 1))), theme, view.font())
    panel = fields.panels[0]
    free = panel.foot.pos().y() - panel.field.bottom()
    line = Fonts(view.font()).small_metrics.height()
    assert (free > line / 2) is has


@pytest.mark.parametrize(("height", "lines"), [(60, 1), (120, 2), (260, 4), (600, 4)])
def test_a_low_chart_has_few_lines_of_names_below_it(theme: Theme, qapp: QApplication, height: int, lines: int) -> None:
    names = ["Cost of goods sold and of services", "Selling, general and administrative expenses"]
    rows = [("Income", MONEY, ["8", "5"])]
    made = plot(table(members(*names), *rows), (0,))
    fields = Canvas()
    fields.resize(130, height)
    fields.show_chart(made, dict(enumerate(looks(theme, 1))), theme, qapp.font())
    panel, line = fields.panels[0], Fonts(qapp.font()).small_metrics.height()
    below = panel.foot.size().height()
    assert round((below - PAD) / line) <= lines
    assert panel.field.height() > 0
    fields.deleteLater()


def test_small_fields_are_zoomed_together(view: ChartView) -> None:
    view.kind = "multiples"
    assert len(canvas(view).panels) == 2
    wheel(view, canvas(view).panels[0].field.center(), 2)
    first, second = (panel.box.viewRange()[0] for panel in canvas(view).panels)
    assert first == second
    assert not canvas(view).is_whole


# out


@pytest.mark.parametrize("kind", ["bars", "lines", "multiples", "bridge"])
def test_saved_light_with_its_source_in_any_theme(view: ChartView, tmp_path: Path, theme: Theme, kind: str) -> None:
    view.set_theme(theme)
    view.kind = kind
    canvas(view)
    view.save(tmp_path / "chart.png", QSize(800, 500))
    view.save(tmp_path / "chart.svg", QSize(800, 500))
    image = QImage(str(tmp_path / "chart.png"))
    assert (image.width(), image.height()) == (1600, 1000)
    assert image.pixelColor(2, 2).name() == "#ffffff"
    svg = (tmp_path / "chart.svg").read_text(encoding="utf-8")
    for words in ("Harbor Lamp", "Source: 10-K 2003", "U.S. dollars", "2003"):
        assert words in svg, words


def test_copied_as_a_picture(view: ChartView) -> None:
    view.copy()
    image = QApplication.clipboard().image()
    assert image.size() == view.size().expandedTo(QSize(480, 270)) * 2


def test_a_place_that_cannot_be_written_says_so(view: ChartView, tmp_path: Path) -> None:
    for name in ("chart.png", "chart.svg"):
        with pytest.raises(OSError, match="chart"):
            view.save(tmp_path / "missing" / name)


def test_the_library_is_not_imported_with_the_window() -> None:
    """Numpy and the plotting library take most of a second, what stitches years takes another twentieth: nothing of them
    may come before the first paint."""
    code = (
        "import sys, gui.start, gui.main_window, gui.views.chart;"
        "print([name for name in ('numpy', 'pyqtgraph', 'rapidfuzz', 'core.years.series') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_window_with_a_chart_ends_in_peace(tmp_path: Path) -> None:
    """Views of the library have crashed interpreters at their end."""
    sample = Path(__file__).parents[3] / "resources" / "samples" / "pellwick-ladder-10k-2003.txt"
    command = [sys.executable, "main.py", "snapshot", str(sample), "--to", str(tmp_path / "out.png")]
    done = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[3], check=False)
    assert (done.returncode, done.stderr) == (0, "")
