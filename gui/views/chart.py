"""The chart under the sheet: the selected rows over the periods."""

from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from gui.plot.paint import Picture, Spot
from gui.plot.plot import Plot, plot
from gui.plot.subject import ShownTable, Subject
from gui.session import ChartKind, Session
from gui.theme import Theme, load

SHARP = 2
"""How many pixels of a saved picture stand for one of the screen."""


class ChartView(QWidget):
    """Draws the selected rows of a subject (the shown table), or what a reader asks for first. A click on a value points
    at its figure."""

    kind_changed = Signal(str)
    """`bars` or `lines`, when the reader chose it here."""

    def __init__(self, session: Session, parent: QWidget | None = None, subject: Subject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.subject = subject or ShownTable(session, self)
        self.theme = load("light")
        self.plot: Plot = plot(None, ())
        self.picture: Picture | None = None
        self.hovered: Spot | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Chart")
        self._make_menu()
        self.subject.changed.connect(self._renew)
        session.options_changed.connect(lambda _: self._renew())
        self._renew()

    def _make_menu(self) -> None:
        self.button = QToolButton(self)
        self.button.setAutoRaise(True)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.button.setToolTip("How the lines are drawn")
        menu, group = QMenu(self.button), QActionGroup(self)
        self._kinds: dict[ChartKind, QAction] = {}
        for kind in ChartKind:
            action = menu.addAction(kind.value.capitalize())
            action.setCheckable(True)
            action.triggered.connect(lambda _, kind=kind: self._choose(kind))
            group.addAction(action)
            self._kinds[kind] = action
        self.button.setMenu(menu)

    @property
    def kind(self) -> str:
        """How the lines are drawn: `bars` or `lines`."""
        return self.session.options.chart.value

    @kind.setter
    def kind(self, kind: str) -> None:
        self.session.set_options(chart=ChartKind(kind))

    def _choose(self, kind: ChartKind) -> None:
        self.session.set_options(chart=kind)
        self.kind_changed.emit(kind.value)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self.theme = theme
        self._renew()

    def sizeHint(self) -> QSize:
        """Room for a title, an axis and some bars."""
        return QSize(480, 250)

    def _renew(self) -> None:
        self.plot = plot(self.subject.statement, self.subject.rows, self.subject.shares)
        self.picture, self.hovered = None, None
        self.button.setText(f"{self.kind.capitalize()} ▾")
        self.button.setVisible(not self.plot.hint)
        self._kinds[self.session.options.chart].setChecked(True)
        self.setAccessibleDescription(
            f"{self.plot.title}: {len(self.plot.series)} lines over {len(self.plot.categories)}"
        )
        self._place_button()
        self.update()

    def _place_button(self) -> None:
        self.button.adjustSize()
        self.button.move(self.width() - self.button.width() - 8, 4)

    def _picture(self) -> Picture:
        return Picture(self.plot, self.theme, self.font(), lines=self.session.options.chart is ChartKind.LINES)

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """The chart, and what stands under the pointer."""
        painter = QPainter(self)
        self.picture = self.picture or self._picture()
        self.picture.paint(painter, QRectF(self.rect()), self.button.width() + 8)
        if self.hovered is not None:
            self._paint_hover(painter, self.hovered)
        if self.hasFocus():
            painter.setPen(QPen(self.theme.accent, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def words(self, spot: Spot) -> str:
        """What stands at a point: its row, its period, its value in full."""
        series = self.plot.series[spot.series]
        value = self.plot.full(spot.point.value)
        return f"{series.name}, {self.plot.categories[spot.category]}: {value}"

    def _paint_hover(self, painter: QPainter, spot: Spot) -> None:
        text = self.words(spot)
        metrics = self.fontMetrics()
        width = min(float(metrics.horizontalAdvance(text) + 16), self.width() - 8.0)
        height = metrics.height() + 10.0
        left = min(max(4.0, spot.tip.x() - width / 2), self.width() - width - 4)
        top = max(2.0, min(spot.tip.y() - height - 6, self.height() - height - 2))
        painter.setPen(QPen(self.theme.text, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.session.options.chart is ChartKind.LINES:
            painter.drawEllipse(spot.tip, 6.0, 6.0)
        else:
            painter.drawRect(spot.box)
        painter.setPen(self.theme.hairline)
        painter.setBrush(QColor(self.theme.panel))
        box = QRectF(left, top, width, height)
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(self.font())
        painter.setPen(self.theme.text)
        fitting = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, round(width - 14))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, fitting)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the menu in its corner."""
        super().resizeEvent(event)
        self.hovered = None
        self._place_button()

    def changeEvent(self, event: QEvent) -> None:
        """Measures anew where the font changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.picture = None

    # pointing

    def spot_at(self, at: QPointF) -> Spot | None:
        """The point under the pointer; in a bar's column also above or below it."""
        spots = self.picture.spots if self.picture else []
        inside = [spot for spot in spots if spot.box.adjusted(-1, -2, 1, 2).contains(at)]
        if inside:
            return inside[-1]
        if self.session.options.chart is ChartKind.LINES:
            near = [spot for spot in spots if (spot.tip - at).manhattanLength() < 24]
            return min(near, key=lambda spot: (spot.tip - at).manhattanLength(), default=None)
        beside = [spot for spot in spots if spot.box.left() <= at.x() <= spot.box.right() and at.y() > 40]
        return beside[0] if beside else None

    def _hover(self, spot: Spot | None) -> None:
        if spot != self.hovered:
            self.hovered = spot
            self.setCursor(Qt.CursorShape.PointingHandCursor if spot else Qt.CursorShape.ArrowCursor)
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Shows the value under the pointer."""
        self._hover(self.spot_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Shows none."""
        super().leaveEvent(event)
        self._hover(None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Points at the figure of a value that is clicked."""
        spot = self.spot_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and spot is not None:
            self._point(spot)

    def _point(self, spot: Spot) -> None:
        """Points at a figure, and keeps the rows that are drawn."""
        series = self.plot.series
        rows = self.subject.rows or tuple(one.row for one in series)
        self.subject.point(series[spot.series].row, spot.point.figure, rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go from value to value, Enter points at its figure."""
        spots = self.picture.spots if self.picture else []
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and spots:
            ordered = sorted(spots, key=lambda spot: (spot.category, spot.series))
            step = 1 if event.key() == Qt.Key.Key_Right else -1
            at = ordered.index(self.hovered) + step if self.hovered in ordered else 0
            self._hover(ordered[at % len(ordered)])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.hovered is not None:
            self._point(self.hovered)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hides the ring."""
        super().focusOutEvent(event)
        self.update()

    # saving

    @property
    def can_save(self) -> bool:
        """Whether there is a chart to save."""
        return not self.plot.hint

    def save(self, path: Path) -> None:
        """Writes the chart as it stands into a PNG or, by the file's ending, an SVG. Raises OSError where it cannot."""
        size = QSize(max(self.width(), 480), max(self.height(), 240))
        area = QRectF(QPointF(0, 0), size)
        if path.suffix.lower() == ".svg":
            self._save_svg(path, size, area)
            return
        image = QPixmap(size * SHARP)
        image.setDevicePixelRatio(SHARP)
        painter = QPainter(image)
        self._picture().paint(painter, area)
        painter.end()
        if not image.save(str(path), "PNG"):
            raise OSError(f"cannot write {path}")

    def _save_svg(self, path: Path, size: QSize, area: QRectF) -> None:
        from PySide6.QtCore import QBuffer
        from PySide6.QtSvg import QSvgGenerator

        buffer = QBuffer()
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        svg = QSvgGenerator()
        svg.setOutputDevice(buffer)
        svg.setSize(size)
        svg.setViewBox(area)
        svg.setTitle(self.plot.title)
        painter = QPainter(svg)
        self._picture().paint(painter, area)
        painter.end()
        path.write_bytes(buffer.data().data())
