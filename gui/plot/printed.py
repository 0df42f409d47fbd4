"""A chart as a picture: light whatever the theme, with title, company, legend, unit and source. Imports pyqtgraph."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QPixmap

from core.target import put
from gui.plot.canvas import Canvas
from gui.plot.chart import Chart, Form
from gui.plot.geometry import is_line
from gui.plot.look import Look, looks
from gui.plot.subject import Credit
from gui.theme import Theme, load

SHARP = 2
"""How many pixels of a saved picture stand for one of the screen."""
PAD, GAP, SWATCH, BETWEEN = 20.0, 16.0, 10.0, 8.0
_TITLE = 1.35
"""Height of a picture's title beside its font."""
_LEADING = 5.0


class Printed:
    """A picture of a chart at a size, in pixels of the screen."""

    def __init__(self, chart: Chart, credit: Credit, unit: str, font: QFont, size: QSize) -> None:
        self.chart, self.credit, self.unit, self.size = chart, credit, unit, size
        self.theme: Theme = load("light")
        self.font = QFont(font)
        self.title = QFont(font)
        self.title.setPixelSize(round(max(font.pixelSize(), 1) * _TITLE))
        self.title.setWeight(QFont.Weight.DemiBold)
        self.looks: list[Look] = looks(self.theme, len(chart.series))
        self.metrics = QFontMetricsF(self.font)

    def paint(self, painter: QPainter) -> None:
        """All of it, from the top."""
        whole = QRectF(0, 0, self.size.width(), self.size.height())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(whole, self.theme.ground)
        top = self._paint_head(painter)
        line = self.metrics.height() + _LEADING
        below = [words for words in (_sentence(self.chart.note), self._source()) if words]
        bottom = whole.bottom() - PAD / 2 - line * len(below)
        self._paint_chart(painter, QRectF(PAD / 2, top, whole.width() - PAD, bottom - top - _LEADING))
        painter.setFont(self.font)
        for at, words in enumerate(below):
            self._write(painter, PAD, bottom + at * line, whole.width() - 2 * PAD, words)

    def _source(self) -> str:
        return f"Source: {self.credit.source}" if self.credit.source else ""

    def _write(self, painter: QPainter, x: float, y: float, width: float, words: str) -> None:
        painter.setPen(self.theme.secondary)
        fitting = QFontMetricsF(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRectF(x, y, width, self.metrics.height() + 2), int(Qt.AlignmentFlag.AlignLeft), fitting)

    def _paint_head(self, painter: QPainter) -> float:
        """Title, company and unit, legend; where the chart may begin."""
        width, y = self.size.width() - 2 * PAD, PAD * 0.75
        title = QFontMetricsF(self.title)
        painter.setFont(self.title)
        painter.setPen(self.theme.text)
        words = title.elidedText(self.chart.title, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRectF(PAD, y, width, title.height()), int(Qt.AlignmentFlag.AlignLeft), words)
        y += title.height() + 2
        painter.setFont(self.font)
        said = " · ".join(part for part in (self.credit.company, self.unit) if part)
        if said:
            self._write(painter, PAD, y, width, said)
            y += self.metrics.height() + _LEADING
        if self.chart.form is Form.STEPS or self.chart.panels:
            return y + _LEADING
        return self._paint_legend(painter, y + 2, width) + _LEADING

    def _paint_legend(self, painter: QPainter, y: float, width: float) -> float:
        x, line = PAD, self.metrics.height() + _LEADING
        for series, look in zip(self.chart.series, self.looks, strict=True):
            name = series.name + (" (right)" if series.second else "")
            wide = SWATCH + BETWEEN + self.metrics.horizontalAdvance(name)
            if x + wide > PAD + width and x > PAD:
                x, y = PAD, y + line
            look.swatch(painter, QRectF(x, y + (line - SWATCH) / 2, SWATCH, SWATCH), lines=is_line(self.chart, series))
            painter.setPen(self.theme.text)
            room = QRectF(x + SWATCH + BETWEEN, y, min(wide, width), line)
            words = self.metrics.elidedText(name, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)
            x += wide + GAP
        return y + line

    def _paint_chart(self, painter: QPainter, place: QRectF) -> None:
        canvas = Canvas()
        canvas.place(QSizeF(place.size()))
        canvas.show_chart(self.chart, dict(enumerate(self.looks)), self.theme, self.font)
        painter.save()
        painter.translate(place.topLeft())
        canvas.paint_all(painter)
        painter.restore()
        canvas.close()
        canvas.deleteLater()

    def image(self) -> QImage:
        """As a picture, sharp enough for print."""
        image = QImage(self.size * SHARP, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(SHARP)
        painter = QPainter(image)
        self.paint(painter)
        painter.end()
        return image

    def save(self, path: Path) -> None:
        """Writes a PNG or, by the file's ending, an SVG. Raises OSError where it cannot."""
        buffer = QBuffer()
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        if path.suffix.lower() == ".svg":
            self._write_svg(buffer)
        else:
            QPixmap.fromImage(self.image()).save(buffer, "PNG")
        put(path, bytes(buffer.data().data()))

    def _write_svg(self, buffer: QBuffer) -> None:
        from PySide6.QtSvg import QSvgGenerator

        svg = QSvgGenerator()
        svg.setOutputDevice(buffer)
        svg.setSize(self.size)
        svg.setViewBox(QRectF(0, 0, self.size.width(), self.size.height()))
        svg.setTitle(self.chart.title)
        svg.setDescription(self._source())
        painter = QPainter(svg)
        self.paint(painter)
        painter.end()


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
