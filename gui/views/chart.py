"""The chart under the sheet: the selected rows over the periods, drawn by pyqtgraph once that is imported."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QMenu, QSizePolicy, QVBoxLayout, QWidget

from core.statements.statement import Unit
from gui import format as shown
from gui.jobs import Jobs
from gui.options import CHART_NAMES, ChartKind
from gui.plot import library
from gui.plot.chart import Chart, Form
from gui.plot.geometry import Spot, is_line
from gui.plot.head import Entry, Head, label_of
from gui.plot.look import Look, looks
from gui.plot.plot import Wanted, plot
from gui.plot.subject import ShownTable, Subject
from gui.session import Session
from gui.theme import Theme, load

if TYPE_CHECKING:
    from gui.plot.canvas import Canvas

AFTER = 250
"""Milliseconds after a table is shown until the plotting library is asked for: the panes draw the filing first."""
PATIENCE = 8
"""How often it is put off for other work: two threads at work beside each other hold up the window's thread."""
COMING = "The chart is coming…"
SMALLEST = QSize(480, 270)
"""Pixels of the screen that a picture has at least."""
LETTERS = "ablshigrcm"
"""The key of each kind, while the chart has the keyboard."""
LOG, HOME, COPY = "&Logarithmic Scale", "Show &All", "&Copy as Picture"


class ChartView(QWidget):
    """Draws the selected rows of a subject (the shown table), or what a reader asks for first. A click on a value points
    at its figure."""

    kind_changed = Signal(str)
    """The kind that the reader chose here."""
    save_asked = Signal()
    """The reader wants it as a file."""

    def __init__(
        self,
        session: Session,
        parent: QWidget | None = None,
        subject: Subject | None = None,
        jobs: Jobs | None = None,
    ) -> None:
        super().__init__(parent)
        self.session, self._jobs = session, jobs
        self.subject = subject or ShownTable(session, self)
        self.theme = load("light")
        self.canvas: Canvas | None = None
        self.hidden: frozenset[str] = frozenset()
        self._chart, self._full = Chart(hint="No table to chart"), Chart()
        self._drawn: tuple[object, ...] = ()
        self._stale, self._asked = True, False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Chart")
        self.head = Head(self)
        self.head.switched.connect(self.switch)
        self.words = label_of("", self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)
        self._column.addWidget(self.words, 1)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.draw)
        self._later = QTimer(self, singleShot=True, interval=AFTER)
        self._later.timeout.connect(self._fetch)
        self._put_off = 0
        self._make_menu()
        self.subject.changed.connect(self._renew)
        session.options_changed.connect(lambda _: self._renew())
        self._renew()

    # the menu

    def _make_menu(self) -> None:
        menu, group = QMenu(self.head.button), QActionGroup(self)
        self._kinds: dict[ChartKind, QAction] = {}
        for kind, letter in zip(ChartKind, LETTERS, strict=True):
            action = menu.addAction(f"{CHART_NAMES[kind]}\t{letter.upper()}")
            action.setCheckable(True)
            action.triggered.connect(lambda _, kind=kind: self.choose(kind))
            group.addAction(action)
            self._kinds[kind] = action
        menu.addSeparator()
        self._log = menu.addAction(f"{LOG}\tO", self._switch_log)
        self._log.setCheckable(True)
        self._home = menu.addAction(f"{HOME}\tHome", self.show_all)
        menu.addSeparator()
        menu.addAction(COPY, self.copy)
        menu.addAction("&Save as PNG or SVG…").triggered.connect(self.save_asked)
        self.menu = menu
        self.head.button.setMenu(menu)

    @property
    def kind(self) -> str:
        """How the lines are drawn, by the name of a ChartKind."""
        return self.session.options.chart.value

    @kind.setter
    def kind(self, kind: str) -> None:
        self.session.set_options(chart=ChartKind(kind))

    def choose(self, kind: ChartKind) -> None:
        """Draws another kind."""
        self.session.set_options(chart=kind)
        self.kind_changed.emit(kind.value)

    def _switch_log(self) -> None:
        self.session.set_options(log=not self.session.options.log)

    # what is drawn

    @property
    def chart(self) -> Chart:
        """What is drawn, or will be as soon as it can."""
        if self._stale:
            self._stale = False
            self._plot()
        return self._chart

    def _plot(self) -> None:
        options, subject = self.session.options, self.subject
        wanted = Wanted(
            kind=options.chart,
            log=options.log,
            shares=subject.in_shares,
            bases=subject.bases,
            pair=subject.pair,
            mark=subject.mark,
            title=subject.title,
        )
        statement, rows = subject.statement, subject.rows
        self._full = plot(statement, rows, wanted)
        self.hidden &= {series.name for series in self._full.series}
        if len(self.hidden) == len(self._full.series):
            self.hidden = frozenset()
        self._chart = plot(statement, rows, replace(wanted, hidden=self.hidden)) if self.hidden else self._full

    def _renew(self) -> None:
        self._stale = True
        self._soon.start()

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self.theme = theme
        palette = self.palette()
        palette.setColor(palette.ColorRole.Window, theme.ground)
        palette.setColor(palette.ColorRole.WindowText, theme.secondary)
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        self._renew()

    def sizeHint(self) -> QSize:
        """Room for a title, an axis and some bars."""
        return QSize(480, 250)

    def minimumSizeHint(self) -> QSize:
        """Room for a line of words and some bars."""
        return QSize(200, 96)

    @property
    def ready(self) -> bool:
        """Whether it is drawn, or says why it is not."""
        return not self._soon.isActive() and (self.canvas is not None or bool(self.chart.hint) or not self.isVisible())

    def draw(self) -> None:
        """Draws what there is now; until it can be drawn the room is kept, with a word."""
        self._soon.stop()
        chart = self.chart
        kind = self.session.options.chart
        self.head.button.setText(f"{CHART_NAMES[chart.kind if kind is ChartKind.AUTO else kind]} ▾")
        self.head.button.setVisible(self.subject.statement is not None)
        self._kinds[kind].setChecked(True)
        self._log.setChecked(self.session.options.log)
        state = chart, self._full, self.theme.name, self.font().toString(), self.hidden, self.canvas is None
        if state == self._drawn:
            return
        self._drawn = state
        self.setAccessibleDescription(f"{chart.title}: {len(chart.series)} lines over {len(chart.slots)}")
        entries = [] if chart.hint or chart.form is Form.STEPS or chart.panels else self._entries()
        note = "; ".join(part for part in (chart.axis.name, chart.note) if part)
        self.head.show_words(chart.title, note, entries, self.theme, repeats=chart.title_repeats)
        self.words.setText(chart.hint or ("" if self.canvas else COMING))
        self.words.setVisible(bool(chart.hint) or self.canvas is None)
        if self.canvas is not None:
            self.canvas.setVisible(not chart.hint)
            self.canvas.show_chart(chart, self._looks(), self.theme, self.font())
        elif not chart.hint:
            self._want_library()

    def _look_of(self) -> dict[str, Look]:
        """The look of each line by its name: it keeps it while others are switched off."""
        names = [series.name for series in self._full.series]
        return dict(zip(names, looks(self.theme, len(names)), strict=True))

    def _looks(self) -> dict[int, Look]:
        of = self._look_of()
        return {at: of[series.name] for at, series in enumerate(self._chart.series)}

    def _entries(self) -> list[Entry]:
        of = self._look_of()
        return [
            Entry(
                f"{series.name} (right)" if series.second else series.name,
                of[series.name],
                is_line(self._full, series),
                series.name not in self.hidden,
            )
            for series in self._full.series
        ]

    def switch(self, at: int) -> None:
        """Shows or hides a line of the legend; the last one stays."""
        if at >= len(self._full.series):
            return
        hidden = self.hidden ^ {self._full.series[at].name}
        if len(hidden) < len(self._full.series):
            self.hidden = hidden
        self._drawn = ()  # an entry that stays on has switched itself off
        self._renew()

    # the library

    def showEvent(self, event: QShowEvent) -> None:
        """What was not needed while nobody looked is fetched now."""
        super().showEvent(event)
        if self.canvas is None and not self.chart.hint:
            self._want_library()

    def _want_library(self) -> None:
        if self.isVisible() and not self._asked:
            self._asked = True
            self._later.start(0 if library.is_here() else AFTER)

    def _fetch(self) -> None:
        if not self.isVisible():  # the window was closed meanwhile, or the pane: asked again when it is shown
            self._asked = False
            return
        if library.is_here() or self._jobs is None:
            self._make_canvas()
        elif self._jobs.busy() and self._put_off < PATIENCE:
            self._put_off += 1
            self._later.start(AFTER)
        else:
            self._jobs.run(library.SLOT, lambda _: library.fetch(), lambda _: self._make_canvas(), self._failed)

    def _failed(self, error: Exception) -> None:
        self.words.setText(f"No chart: {error}")

    def _make_canvas(self) -> None:
        """Makes the view in one step, and draws it in the next: the window answers in between."""
        canvas = library.canvas()(self)
        canvas.pointed.connect(self._point)
        canvas.years_chosen.connect(self._choose_years)
        canvas.menu_wanted.connect(self._show_menu)
        canvas.looked.connect(self._tell_looked)
        self._column.addWidget(canvas, 1)
        self.canvas = canvas
        self._renew()

    # pointing

    def said(self, spot: Spot) -> str:
        """What stands at a point: its row, its period, its value in full."""
        return self.chart.told(spot.series, spot.slot)

    def _tell_looked(self) -> None:
        if self.canvas is not None and self.canvas.hovered is not None:
            self.setAccessibleDescription(self.said(self.canvas.hovered))

    def _rows(self) -> tuple[int, ...]:
        """The rows that are drawn."""
        return self.subject.rows or tuple(dict.fromkeys(point.row for point in self._full.points()))

    def _point(self, spot: Spot) -> None:
        """Points at a figure, and keeps the rows that are drawn."""
        self.subject.point(spot.point.row, spot.point.figure, self._rows())

    def _choose_years(self, first: int, last: int) -> None:
        self.subject.choose(self._rows(), self.chart.columns(first, last))

    def show_all(self) -> None:
        """Sees all of it again."""
        if self.canvas is not None:
            self.canvas.whole()

    def _show_menu(self, at: QPoint) -> None:
        self.menu.popup(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from value to value, Enter points at its figure; plus and minus zoom, a letter chooses a kind."""
        if self.canvas is None or not (self._chooses_by(event) if self.chart.hint else self._does(event)):
            super().keyPressEvent(event)

    def _chooses_by(self, event: QKeyEvent) -> bool:
        """Where nothing can be drawn of this kind another one can still be chosen."""
        return not event.text().isdigit() and self._chooses(event.text().lower())

    def _does(self, event: QKeyEvent) -> bool:
        assert self.canvas is not None  # noqa: S101
        canvas, key, text = self.canvas, event.key(), event.text().lower()
        steps = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
        if key in steps:
            slots, series = steps[Qt.Key(key)]
            before = canvas.slot
            canvas.step(slots, series)
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and slots and canvas.slot is not None:
                begun = canvas.years[0] if canvas.years else before if before is not None else canvas.slot
                canvas.choose_years((begun, canvas.slot))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and canvas.hovered is not None:
            self._point(canvas.hovered)
        elif text in _ZOOMS and text:
            canvas.closer(_ZOOMS[text])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_Escape):
            return self._goes_back(everything=key == Qt.Key.Key_Home)
        else:
            return self._chooses(text)
        return True

    def _goes_back(self, *, everything: bool) -> bool:
        """Sees all again; Escape is left to others where there is nothing to go back from."""
        assert self.canvas is not None  # noqa: S101
        if not everything and self.canvas.is_whole and self.canvas.years is None:
            return False
        self.canvas.whole()
        return True

    def _chooses(self, text: str) -> bool:
        """A letter chooses a kind, O the scale, a number a line of the legend."""
        if text and text in LETTERS:
            self.choose(tuple(ChartKind)[LETTERS.index(text)])
        elif text == "o":
            self._switch_log()
        elif text.isdigit() and text != "0":
            self.switch(int(text) - 1)
        else:
            return False
        return True

    # frame

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ring where it has the keyboard."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(self.theme.accent, 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
            painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hides the ring."""
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Measures anew where the font changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_soon"):
            self._renew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The lines of the head are broken anew first."""
        super().resizeEvent(event)
        self.head.arrange()

    # out

    @property
    def can_save(self) -> bool:
        """Whether there is a chart to save."""
        return not self.chart.hint and self.canvas is not None

    def unit(self) -> str:
        """What the figures count, in words."""
        axis = self.chart.axis
        words = {Unit.MONEY: shown.currency_words(axis.currency), Unit.PER_SHARE: "Per share", Unit.SHARES: "Shares"}
        named = words.get(axis.unit, "") if axis.unit is not None else ""
        return axis.name or named[:1].upper() + named[1:]

    def size_of_picture(self) -> QSize:
        """The size of the chart on the screen, or the smallest that is good to read."""
        return self.size().expandedTo(SMALLEST)

    def copy(self) -> None:
        """Copies it as a picture."""
        if self.can_save:
            from gui.plot.printed import Printed

            printed = Printed(self.chart, self.subject.credit, self.unit(), self.font(), self.size_of_picture())
            QApplication.clipboard().setImage(printed.image())

    def save(self, path: Path, size: QSize | None = None) -> None:
        """Writes it into a PNG or, by the file's ending, an SVG. Raises OSError where it cannot."""
        from gui.plot.printed import Printed

        printed = Printed(self.chart, self.subject.credit, self.unit(), self.font(), size or self.size_of_picture())
        printed.save(path)


_ZOOMS = {"+": 1, "=": 1, "-": -1}
