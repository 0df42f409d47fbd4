"""The tree of the open filings with its filter box."""

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QMenu,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from core.outline.section import SectionKind
from gui.models.filings import COMPANY
from gui.models.found import FoundModel
from gui.models.outline import OutlineModel
from gui.models.outline_node import DOUBT_MARK, GROUPS, ROOT, TABLE, Node
from gui.reasons import WHY
from gui.session import Session, Shown
from gui.theme import Theme, blend

Index = QModelIndex | QPersistentModelIndex
ROW, STEP, GAP = 24, 14, 8
OFF_MARK = "▲"
_STATEMENT_OF = re.compile(r"(?i)^(?:condensed\s+)?(?:consolidated\s+)?statements?\s+of\s+")
LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
QUIET = frozenset({SectionKind.PART.value, SectionKind.DOCUMENT.value})
PAUSE = 90
"""Milliseconds without a keystroke until the filter looks."""
SCREEN, MOST_OPEN = 80, 3000
"""Lines that are opened at once when the filter has found them, and that are opened at all."""
SLICE = 0.008
"""Seconds in which more of them are opened before the window may answer again."""
PLANT_AFTER, PLANT_EVERY = 400, 20
"""Milliseconds after the last filing came till the sections of those not looked at are made, and between one and the next."""
OPEN_AT_FIRST = frozenset({ROOT, SectionKind.PART.value, SectionKind.DOCUMENT.value})


class RowPainter(QStyledItemDelegate):
    """Draws a line of the tree: number column, title, then at the right the exhibit's link and the amber mark."""

    def __init__(self, theme: Theme, parent: "Tree") -> None:
        super().__init__(parent)
        self.theme = theme
        self.tree = parent
        self._fonts: tuple[tuple[QFont, QFontMetrics], tuple[QFont, QFontMetrics]] | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Rows of one height."""
        return QSize(120, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one line."""
        node = self.tree.node(index)
        if node is None:
            return
        painter.save()
        rect, theme = option.rect, self.theme
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.selection)
        font, fonts = self._font(node)
        painter.setFont(font)
        left = rect.left() + 2
        if node.number:
            width = max(fonts.horizontalAdvance(node.number), fonts.horizontalAdvance("0" * self.tree.width_of(node)))
            painter.setPen(theme.warning if node.off else theme.secondary)
            painter.drawText(QRect(left, rect.top(), width, ROW), LINE, node.number)
            left += width + GAP
        right = self._right_side(painter, fonts, node, index, rect)
        painter.setPen(self._colour(node))
        room = QRect(left, rect.top(), max(0, right - left), ROW)
        painter.drawText(room, LINE, _elided(fonts, node, room.width()))
        if option.state & QStyle.StateFlag.State_HasFocus and self.tree.hasFocus():
            painter.setPen(QPen(theme.accent, 1))
            painter.drawRect(rect.adjusted(0, 0, -2, -1))
        painter.restore()

    def link_rect(self, rect: QRect, node: Node) -> QRect:
        """Where the link to an exhibit is drawn in a row; empty where there is none."""
        if not node.link:
            return QRect()
        width = self._font(node)[1].horizontalAdvance(f"{node.link} ›")
        return QRect(rect.right() - width - GAP, rect.top(), width, ROW)

    def _right_side(self, painter: QPainter, fonts: QFontMetrics, node: Node, index: Index, rect: QRect) -> int:
        """Draws the link or the mark; the first pixel that is taken."""
        link = self.link_rect(rect, node)
        if not link.isEmpty():
            painter.setPen(self.theme.accent)
            painter.drawText(link, LINE, f"{node.link} ›")
            return link.left() - GAP
        right = rect.right() - GAP
        folded = not self.tree.isExpanded(index)
        if off := node.off or (folded and self.tree.off_inside(node)):
            ink = self.theme.warning if node.off else blend(self.theme.warning, self.theme.panel, 0.3)
            right = self._mark(painter, fonts, f"{OFF_MARK} {off}", ink, QRect(0, rect.top(), right, ROW))
        if node.doubts or (folded and self.tree.doubts_inside(node)):
            ink = self.theme.secondary if node.doubts else blend(self.theme.secondary, self.theme.panel, 0.45)
            right = self._mark(painter, fonts, DOUBT_MARK, ink, QRect(0, rect.top(), right, ROW))
        return right

    @staticmethod
    def _mark(painter: QPainter, fonts: QFontMetrics, mark: str, ink: QColor, room: QRect) -> int:
        """Draws a mark at the right end of a room; the first pixel that is taken."""
        width = fonts.horizontalAdvance(mark)
        place = QRect(room.right() - width + 1, room.top(), width, ROW)
        painter.setPen(ink)
        painter.drawText(place, LINE, mark)
        return place.left() - GAP

    def _font(self, node: Node) -> tuple[QFont, QFontMetrics]:
        plain = self.tree.font()
        if self._fonts is None or self._fonts[0][0] != plain:
            bold = QFont(plain)
            bold.setWeight(QFont.Weight.DemiBold)
            self._fonts = (plain, QFontMetrics(plain)), (bold, QFontMetrics(bold))
        return self._fonts[node.kind == COMPANY or (node.kind == ROOT and node.parent == 0)]

    def _colour(self, node: Node) -> QColor:
        if node.off:
            return self.theme.warning
        return self.theme.secondary if node.faint or node.kind in QUIET else self.theme.text


def _elided(fonts: QFontMetrics, node: Node, width: int) -> str:
    """The title cut to a width; of a filing's the company is cut, so that form and year stay."""
    company, dot, form = node.title.rpartition(" · ") if node.kind == ROOT else ("", "", node.title)
    cut = Qt.TextElideMode.ElideRight
    room = width - fonts.horizontalAdvance(dot + form)
    if company and room > 40:
        return fonts.elidedText(company, cut, room) + dot + form
    title = node.title
    if node.kind == SectionKind.STATEMENT and fonts.horizontalAdvance(title) > width:
        bare = _STATEMENT_OF.sub("", title)  # what tells it from the other statements
        title = bare[:1].upper() + bare[1:]
    return fonts.elidedText(title, cut, width)


class Tree(QTreeView):
    """The tree itself; says which node the reader chose by mouse or keyboard."""

    chosen = Signal(object)
    """Node: by a click, or by moving with the keyboard."""
    link_chosen = Signal(object)
    """Node: its exhibit's link was clicked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outline")
        self.setAccessibleName("Contents")
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(STEP)
        self.setExpandsOnDoubleClick(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.painter = RowPainter(theme, self)
        self.setItemDelegate(self.painter)

    def show_nodes(self, nodes: OutlineModel, shown: OutlineModel | FoundModel) -> None:
        """Sets the model that knows the nodes, and the one that is shown: the same, or a part of it."""
        self._nodes, self._shown_nodes = nodes, shown
        self.setModel(shown)

    def node(self, index: Index) -> Node | None:
        """The node of an index of this view."""
        return self._shown_nodes.node(index)

    def width_of(self, node: Node) -> int:
        """Characters of the number column that a node stands in."""
        return self._nodes.number_width(node)

    def off_inside(self, node: Node) -> int:
        """How many sums inside a node do not tie."""
        return self._nodes.off_inside(node)

    def doubts_inside(self, node: Node) -> int:
        """How many findings are about what lies inside a node."""
        return self._nodes.doubts_inside(node)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moving with the keyboard chooses."""
        before = self.currentIndex()
        super().keyPressEvent(event)
        if self.currentIndex() != before or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The right button asks for the menu of a line, and moves nothing."""
        if event.button() is not Qt.MouseButton.RightButton:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses; a click on an exhibit's link follows it."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        if not self.visualRect(index).contains(event.position().toPoint()):
            return  # the arrow that opens and closes
        node = self.node(index)
        if node is not None and self.painter.link_rect(self.visualRect(index), node).contains(
            event.position().toPoint()
        ):
            self.link_chosen.emit(node)
        else:
            self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        node = self.node(index)
        if node is not None:
            self.chosen.emit(node)


def _place(node: Node) -> str | None:
    """A section's id, or a table's: what is asked about a line of the tree."""
    return node.shown.statement if node.kind == TABLE else node.shown.section


class OutlineView(QWidget):
    """The filter box and the tree. What is chosen here is shown by the session; what the session shows is selected."""

    compare_asked = Signal(object)
    """Shown: what is compared with another year's filing."""
    close_asked = Signal(object)
    """Path: the reader asks to close this filing."""
    reload_asked = Signal(object)
    """Path: the reader asks to read this filing again."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model = OutlineModel(session, self)
        self.found = FoundModel(self.model, self)
        self.filter = QLineEdit(self, placeholderText="Filter", clearButtonEnabled=True)
        self.filter.setAccessibleName("Filter the contents")
        self.whole, self.part = Tree(theme, self), Tree(theme, self)
        self.whole.show_nodes(self.model, self.model)
        self.part.show_nodes(self.model, self.found)
        self._unfolded: set[Path] = set()
        self._path: Path | None = None
        """The filing that was shown last."""
        self._planting = QTimer(self, singleShot=True)
        self._planting.timeout.connect(self._plant)
        self._opening: Iterator[QModelIndex] = iter(())
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(self.look)
        self._next = QTimer(self, interval=0)
        self._next.timeout.connect(self._open_more)
        self._sighting = QTimer(self, singleShot=True, interval=0)
        self._sighting.timeout.connect(self._into_sight)
        self._trees = QStackedLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, 0, 0)
        layout.setSpacing(GAP)
        bar = QVBoxLayout()
        bar.setContentsMargins(0, 0, GAP, 0)
        bar.addWidget(self.filter)
        layout.addLayout(bar)
        for tree in (self.whole, self.part):
            tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            self._trees.addWidget(tree)
        layout.addLayout(self._trees, 1)
        self._connect()

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._filter)
        self.filter.installEventFilter(self)
        for tree in (self.whole, self.part):
            tree.chosen.connect(self._show)
            tree.link_chosen.connect(self.follow)
            tree.customContextMenuRequested.connect(self._menu)
        self.model.rowsAboutToBeInserted.connect(lambda *_: self._keep_in_sight())
        self._session.opened.connect(self._opened)
        self._session.closed.connect(self._unfolded.discard)
        self._session.shown.connect(self._follow)
        self.found.modelReset.connect(self._open_found)
        for analysis in self._session.analyses:
            self._opened(analysis)
        self._select(self._session.current)

    @property
    def tree(self) -> Tree:
        """The tree that is shown: the whole, or what the filter found."""
        return self.part if self._trees.currentWidget() is self.part else self.whole

    def set_theme(self, theme: Theme) -> None:
        """Draws in another theme."""
        for tree in (self.whole, self.part):
            tree.painter.theme = theme
            tree.viewport().update()

    def follow(self, node: Node) -> None:
        """Goes to the exhibit that a node refers to."""
        places = self._session.places(node.shown.path)
        exhibit = next((s for s in places.analysis.outline if s.document == node.refers_to), None)
        if exhibit is not None:
            self._session.show(node.shown.path, exhibit.id)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """In the filter box: Down and Return go to the first match, or to the tree; Escape empties the box."""
        if watched is self.filter and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down and self.filter.text():
                self.choose_first()
                return True
            if event.key() == Qt.Key.Key_Down:
                self.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.choose_first()
                return True
            if event.key() == Qt.Key.Key_Escape and self.filter.text():
                self.filter.clear()
                return True
        return False

    def choose_first(self) -> None:
        """Shows the first line whose own title has the words of the filter: of the filing that is shown before others."""
        self.look()
        shown = self._session.current
        filing = self.model.find(Shown(shown.path)) if shown is not None else QModelIndex()
        index = self.found.first(filing.internalId() if filing.isValid() else 0)
        node = self.part.node(index)
        if node is not None:
            self.part.setCurrentIndex(index)
            self.part.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._show(node)

    # the tree tells the session

    def _show(self, node: Node) -> None:
        if node.kind not in GROUPS and node.shown != self._session.current:
            self._session.show(node.shown.path, node.shown.section, node.shown.statement)

    def _menu(self, point: QPoint) -> None:
        node = self.tree.node(self.tree.indexAt(point))
        if node is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        (self._group_menu if node.kind in GROUPS else self._filing_menu)(menu, node)
        menu.popup(self.tree.viewport().mapToGlobal(point))

    def _group_menu(self, menu: QMenu, node: Node) -> None:
        """What can be done with all filings of a company or a year."""
        paths = self.model.filings_of(node)
        menu.addAction("Expand All", self.tree.expandAll)
        menu.addAction("Collapse All", self.tree.collapseAll)
        menu.addSeparator()
        menu.addAction(f"Close These {len(paths)} Filings", lambda: self._close(paths))

    def _close(self, paths: list[Path]) -> None:
        for path in paths:
            self.close_asked.emit(path)

    def _filing_menu(self, menu: QMenu, node: Node) -> None:
        path: Path = node.shown.path
        if node.refers_to is not None:
            menu.addAction(f"Go to {node.link}", lambda: self.follow(node))
            menu.addSeparator()
        menu.addAction(WHY, lambda: self._ask(node))
        compare = menu.addAction("Compare Text with Another Year", lambda: self.compare_asked.emit(node.shown))
        compare.setEnabled(len(self._session.analyses) > 1)
        menu.addSeparator()
        menu.addAction("Expand All", self.tree.expandAll)
        menu.addAction("Collapse All", self.tree.collapseAll)
        menu.addSeparator()
        menu.addAction("Reload Filing", lambda: self.reload_asked.emit(path))
        menu.addAction("Close Filing", lambda: self.close_asked.emit(path))

    def place_asked(self) -> str | None:
        """The place of the current line, for one who asks why it is read so."""
        node = self.tree.node(self.tree.currentIndex())
        return _place(node) if node is not None and node.kind not in GROUPS else None

    def _ask(self, node: Node) -> None:
        self._show(node)
        self._session.ask(node.shown.path, _place(node))

    # the session tells the tree

    def _opened(self, analysis: object) -> None:
        path = getattr(analysis, "path", None)
        if path is None:
            return
        if path in self._unfolded or self._session.current is None:
            self._unfold(path)
        self._open_above(self.model.find(Shown(path)))
        self._planting.start(PLANT_AFTER)

    def _unfold(self, path: Path) -> None:
        """Opens what should be open of a filing at first."""
        self._unfolded.add(path)
        self._open_below(self.model.find(Shown(path)))

    def _open_above(self, index: QModelIndex) -> None:
        """Opens the company and the year of a filing, so that the filing is in sight."""
        above = index.parent()
        if above.isValid():
            self._open_above(above)
            node = self.model.node(above)
            if node is not None and node.kind in GROUPS:
                self.whole.expand(above)

    def _plant(self) -> None:
        """Makes the sections of one more filing that nobody has looked at, so that the filter need not wait for them."""
        if self.model.plant_next():
            self._planting.start(PLANT_EVERY)

    def _open_below(self, index: QModelIndex) -> None:
        """Opens what should be open at first, from this index down; goes no deeper than what is open."""
        node = self.model.node(index)
        if node is not None and self._opens(index, node):
            self.model.fetchMore(index)
            self.whole.expand(index)
            for row in range(self.model.rowCount(index)):
                self._open_below(self.model.index(row, 0, index))

    def _opens(self, index: QModelIndex, node: Node) -> bool:
        return node.kind in OPEN_AT_FIRST or self.model.holds(index, SectionKind.STATEMENT)

    def _follow(self, shown: object) -> None:
        """Selects what is shown; a filter that finds nothing in another filing that is shown now is over."""
        path = shown.path if isinstance(shown, Shown) else None
        if path is not None and path != self._path and self.tree is self.part:
            index = self.model.find(Shown(path))
            if not (index.isValid() and self.found.has_filing_of(index.internalId())):
                self.filter.clear()
        self._path = path
        self._select(shown)

    def _select(self, shown: object) -> None:
        if isinstance(shown, Shown) and shown.path not in self._unfolded:
            self._unfold(shown.path)
        index = self.model.find(shown) if isinstance(shown, Shown) else QModelIndex()
        found = self.found.of(index.internalId()) if index.isValid() and self.tree is self.part else QModelIndex()
        self.whole.setCurrentIndex(index)
        self.part.setCurrentIndex(found)
        if self.tree.currentIndex().isValid():
            self._sighting.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is shown stays in sight where it was."""
        super().resizeEvent(event)
        self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        """What is shown and seen now stays so, whatever comes above it; who has scrolled away from it stays there."""
        if self._sighting.isActive():
            return
        rect = self.tree.visualRect(self.tree.currentIndex())
        if rect.isValid() and 0 <= rect.top() < self.tree.viewport().height():
            self._sighting.start()

    def _into_sight(self) -> None:
        """Later, when the tree has its height: scrolled no further than it must be."""
        bar, index = self.tree.verticalScrollBar(), self.tree.currentIndex()
        if index.isValid() and self.tree.visualRect(index).bottom() + bar.value() * ROW < self.tree.viewport().height():
            bar.setValue(0)
        elif index.isValid():
            self.tree.scrollTo(index)

    # the filter

    def _filter(self, words: str) -> None:
        """Looks when the reader pauses; an emptied box shows the whole at once, as it was."""
        if words:
            self._soon.start()
        else:
            self.look()

    def look(self) -> None:
        """Shows what has the words of the filter, opened as far as it is seen; the rest is opened bit by bit."""
        self._soon.stop()
        self._next.stop()
        words = self.filter.text()
        if self.found.words == words.casefold():
            return
        had = self.tree.hasFocus()
        self.found.look(words)
        self._trees.setCurrentWidget(self.part if words else self.whole)
        if had:
            self.tree.setFocus()
        self._select(self._session.current)

    def _open_found(self) -> None:
        """Opens what was found, at first as far as it is seen: what was typed is another, or another filing is open."""
        if self.found.words:
            self._opening = self._lines_to_open()
            self._open(lambda opened: opened < SCREEN)
            self._next.start()

    def _lines_to_open(self) -> Iterator[QModelIndex]:
        shown = 0
        for root in self.found.roots:
            shown += self.found.size(root)
            yield from self.found.open_below(root)
            if shown > MOST_OPEN:
                return

    def _open(self, more: Callable[[int], bool]) -> bool:
        """Opens lines while there is to be more; whether some are left. The count is of the lines that they show."""
        opened = 0
        while more(opened):
            index = next(self._opening, None)
            if index is None:
                return False
            self.part.expand(index)
            opened += self.found.rowCount(index)
        return True

    def _open_more(self) -> None:
        until = time.perf_counter() + SLICE
        if not self._open(lambda _: time.perf_counter() < until):
            self._next.stop()
