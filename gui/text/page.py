"""The painted text in a reader's hands: selecting, copying, links, scrolling and zooming by mouse and keyboard."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from core.source import Span
from gui.text.monospace_view import PaintedText
from gui.text.selection import line_at, moved, word_at
from gui.theme import Theme

_FAR = 1 << 40
_ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Home: (0, -_FAR),
    Qt.Key.Key_End: (0, _FAR),
}
_ZOOMS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}


class TextPage(PaintedText):
    """A text that is read, selected and copied; its links are asked for as the pointer goes over them."""

    clicked = Signal(int)
    """The offset of the character that was clicked (no drag)."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._pressed: QPoint | None = None
        self._dragged = False
        self._third = False
        self.link: Callable[[int], Span | None] = lambda _offset: None
        """Which characters around an offset are a link, if any."""
        self.tip: Callable[[int], str] = lambda _offset: ""
        """What to say when the pointer rests on an offset."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    def copy(self) -> None:
        """Copies the selected characters."""
        start, end = self.selected
        if start < end:
            QGuiApplication.clipboard().setText(self.source.text[start:end])

    def selected_words(self) -> str:
        """What is selected."""
        return self.source.text[self.selected.start : self.selected.end]

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Copy and select all."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction("Copy", self.copy)
        copy.setEnabled(self.selected.start < self.selected.end)
        menu.addAction("Select all", self.select_all)
        menu.addSeparator()
        menu.addAction("Larger", lambda: self.zoom(1))
        menu.addAction("Smaller", lambda: self.zoom(-1))
        menu.addAction("Fit the width", lambda: self.zoom(0))
        menu.popup(event.globalPos())

    # mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begins a selection, or extends the one there is."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed, self._dragged = event.position().toPoint(), False
        offset = self.offset_at(self._pressed)
        if self._third:
            self.select(*line_at(self.source, offset))
            self._dragged = True
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.select(self._anchor, offset)
            self._dragged = True
        else:
            self.select(offset, offset)
        self._third = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Selects the word; a third click soon after selects the line."""
        self.select(*word_at(self.source.text, self.offset_at(event.position().toPoint(), under=True)))
        self._third, self._dragged = True, True
        QTimer.singleShot(QGuiApplication.styleHints().mouseDoubleClickInterval(), self, self._forget)

    def _forget(self) -> None:
        self._third = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drags the selection, scrolling at the edges; without a button, shows links as such."""
        point = event.position().toPoint()
        if not event.buttons() & Qt.MouseButton.LeftButton or self._pressed is None:
            self._hover_over(point)
            return
        if (
            not self._dragged
            and (point - self._pressed).manhattanLength() < QGuiApplication.styleHints().startDragDistance()
        ):
            return
        self._dragged = True
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if point.y() < 0 or point.y() > height:
            bar.setValue(bar.value() + (point.y() if point.y() < 0 else point.y() - height))
        self.select(self._anchor, self.offset_at(point))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press and release in one place is a click."""
        pressed, self._pressed = self._pressed, None
        if event.button() == Qt.MouseButton.LeftButton and pressed is not None and not self._dragged:
            self.clicked.emit(self.offset_at(pressed, under=True))

    def leaveEvent(self, event: QEvent) -> None:
        """No link under the pointer any more."""
        self._set_hover(None)
        super().leaveEvent(event)

    def _hover_over(self, point: QPoint) -> None:
        self._set_hover(self.link(self.offset_at(point, under=True)))

    def _set_hover(self, span: Span | None) -> None:
        if span != self._hover:
            self._hover = span
            shape = Qt.CursorShape.PointingHandCursor if span is not None else Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Says what is under the pointer when it rests."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip(self.offset_at(event.pos(), under=True)), self.viewport())
            return True
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolls; with Ctrl, zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    # keyboard

    def event(self, event: QEvent) -> bool:
        """Keeps the keys that this page answers from shortcuts of the window, while it has the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            wanted = event.matches(QKeySequence.StandardKey.Copy) or event.matches(QKeySequence.StandardKey.SelectAll)
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if wanted or (control and event.key() in _ZOOMS):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, select all, zoom, scroll; with Shift the arrows select."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        elif modifiers & Qt.KeyboardModifier.ControlModifier and key in _ZOOMS:
            self.zoom(_ZOOMS[key])
        elif modifiers & Qt.KeyboardModifier.ShiftModifier and key in _ARROWS:
            self._extend(*_ARROWS[key])
        elif not self._scroll_by(key):
            super().keyPressEvent(event)

    def _extend(self, lines: int, columns: int) -> None:
        if abs(columns) == _FAR:
            line = self.source.line_span(self.source.line_of(self._caret))
            caret = line.start if columns < 0 else line.end
        else:
            caret = moved(self.source, self._caret, lines, columns)
        self.select(self._anchor, caret)
        self.reveal(Span(caret, caret))

    def _scroll_by(self, key: Qt.Key) -> bool:
        bar = self.verticalScrollBar()
        steps = {
            Qt.Key.Key_PageUp: -bar.pageStep() + 2 * round(self.line_height),
            Qt.Key.Key_PageDown: bar.pageStep() - 2 * round(self.line_height),
            Qt.Key.Key_Up: -round(self.line_height),
            Qt.Key.Key_Down: round(self.line_height),
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
            Qt.Key.Key_Space: bar.pageStep() - 2 * round(self.line_height),
        }
        if key in steps:
            bar.setValue(bar.value() + steps[key])
            return True
        return False
