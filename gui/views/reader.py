"""Headings, notes and prose, set to be read; every paragraph and figure leads back to its place in the filing."""

from html import escape
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QMouseEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QVBoxLayout, QWidget

from core.analysis import Analysis
from core.document.prose import Mark, Passage, passages
from core.outline.section import Section, SectionKind
from core.places import Places
from core.search import titled, whereabouts
from core.source import Cite, Span
from gui.models.titles import calm, calm_place
from gui.options import zoomed
from gui.session import Session, Shown
from gui.text import summary
from gui.text.findbar import FindBar
from gui.text.finder import Finder
from gui.text.flow import Flow
from gui.text.links import follow, to
from gui.text.utf16 import Units
from gui.theme import Theme, load, pixels_of, tabular

_MEASURE = 74
SMALLEST = 8
"""Pixels of the smallest font."""
_MARKED = 2000


class ReaderView(QWidget):
    """Shows one section: its text as flowing paragraphs and tables, or, for a whole filing, what it is and holds."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = load("light")
        self._key: tuple[Path, str | None] | None = None
        self._passages: tuple[Passage, ...] = ()
        self._document = 1
        self._own = self._stale = False
        self._anchor: str | None = None
        self._pressed: QPoint | None = None
        self._build()
        session.shown.connect(self._on_shown)
        session.options_changed.connect(lambda _: self._on_options())
        session.opened.connect(self._on_opened)
        self._on_shown(session.current)

    def _build(self) -> None:
        self.setAccessibleName("Reader")
        self.browser = QTextBrowser(self)
        self.browser.setAccessibleName("The section's text")
        self.browser.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.browser.setOpenLinks(False)
        self.browser.setUndoRedoEnabled(False)
        self.browser.document().setDocumentMargin(24)
        self.browser.anchorClicked.connect(self._on_link)
        self.browser.viewport().installEventFilter(self)
        self.browser.document().setDefaultFont(self._letters())
        self.flow = Flow(self.browser.document(), self._theme, self)
        self.flow.close = self._session.options.close_text
        self.flow.done.connect(self._on_set)
        self.find_bar = FindBar(self)
        self.finder = Finder(self)
        self._current = -1
        self._units = Units("")
        self.find_bar.asked.connect(self._look)
        self.find_bar.step.connect(self._step_match)
        self.find_bar.closed.connect(self.browser.setFocus)
        self.finder.found.connect(self._on_found)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.find_bar)
        column.addWidget(self.browser, 1)

    def _pixels(self) -> int:
        """The size of the text: a little more than that of the window, as it is read at length, and as the reader zooms it."""
        return max(SMALLEST, pixels_of("text") + self._session.options.text_zoom)

    def _letters(self) -> QFont:
        """The font of the text: the reader's choice, or the window's."""
        font, family = tabular(self.font()), self._session.options.text_font
        if family:
            font.setFamilies([family, *font.families()])
        font.setPixelSize(self._pixels())
        return font

    def set_theme(self, theme: Theme) -> None:
        """Other colours; the page is set anew."""
        self._theme = self.flow.theme = theme
        palette = self.browser.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.ground)
        palette.setColor(QPalette.ColorRole.Text, theme.text)
        palette.setColor(QPalette.ColorRole.Link, theme.accent)
        palette.setColor(QPalette.ColorRole.Highlight, theme.selection)
        palette.setColor(QPalette.ColorRole.HighlightedText, theme.text)
        self.browser.setPalette(palette)
        self.browser.setStyleSheet(f"QTextBrowser {{ background: {theme.ground.name()}; color: {theme.text.name()}; }}")
        self.find_bar.set_theme(theme)
        self._key = None
        self._on_shown(self._session.current)

    # what is shown

    def _on_opened(self, analysis: Analysis) -> None:
        if self._key is not None and self._key[0] == analysis.path:
            self._key = None

    def _on_shown(self, shown: Shown | None) -> None:
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        if shown is None:
            self._key = None
            self.flow.stop()
            self.browser.clear()
            return
        places = self._session.places(shown.path)
        section = places.sections.get(shown.section or "")
        whole = unit(places, section) if section is not None else None
        key = (shown.path, whole.id if whole is not None else None)
        self._anchor = section.id if section is not None and whole is not None and section.id != whole.id else None
        if key != self._key:
            self._key = key
            self._show(places, whole)
        elif not self._own:
            self._to_anchor()

    def showEvent(self, event: QShowEvent) -> None:
        """What was chosen while this was hidden is set now."""
        super().showEvent(event)
        if self._stale:
            self._on_shown(self._session.current)

    def _show(self, places: Places, section: Section | None) -> None:
        self.flow.stop()
        self.finder.stop()
        self._passages = ()
        self.browser.clear()
        if section is None or section.kind is SectionKind.DOCUMENT:
            self.browser.setHtml(self._summary(places, section))
            self._fit()
            return
        self._document = section.document
        self.browser.setHtml(self._head(places, section))
        layout = places.analysis.layouts[section.document - 1]
        if layout is not None:
            self._passages = passages(layout, own_text(section), marks(places, section))
            self.flow.write(self._passages, places.statements)
        self._fit()

    def _summary(self, places: Places, section: Section | None) -> str:
        if section is None or len(places.analysis.filing.documents) == 1:
            return summary.as_html(places.analysis, self._theme)
        inside = summary.contents(section.children, self._theme)
        return f"<h1>{escape(calm(section.title))}</h1>{inside}"

    def _head(self, places: Places, section: Section) -> str:
        grey = self._theme.secondary.name()
        words = [f'<h2 style="margin-bottom:2px">{escape(calm_place(titled(section)))}</h2>']
        where = whereabouts(places, section.document, section.heading.start)
        where = calm_place(where.removeprefix(f"{section.title} · "))
        where = where[:1].upper() + where[1:]
        words.append(f'<p style="color:{grey};margin-top:0">{escape(where)}</p>')
        if section.incorporated:
            words.append(self._incorporated(places, section))
        if is_container(section):
            words.append(summary.contents(section.children, self._theme))
        return "".join(words)

    def _incorporated(self, places: Places, section: Section) -> str:
        said = "Incorporated by reference"
        if section.refers_to is not None:
            exhibit = places.analysis.filing.document(section.refers_to)
            name = (exhibit.type or exhibit.description or "the exhibit").replace("EX-", "Exhibit ")
            href = to("document", str(section.refers_to))
            said += f' — <a href="{href}" style="color:{self._theme.accent.name()}">open {escape(name)}</a>'
        return f'<p style="color:{self._theme.secondary.name()}">{said}</p>'

    def _on_set(self) -> None:
        self._to_anchor()
        if self.find_bar.isVisible():
            self._look(self.find_bar.line.text())

    def _to_anchor(self) -> None:
        """Scrolls to the sub-heading that was chosen."""
        wanted = next((number for number, one in enumerate(self._passages) if one.key == self._anchor), None)
        if self._anchor is None:
            self.browser.verticalScrollBar().setValue(0)
            return
        block = self.browser.document().begin()
        while block.isValid():
            if wanted is not None and block.userState() == wanted:
                top = self.browser.document().documentLayout().blockBoundingRect(block).top()
                self.browser.verticalScrollBar().setValue(round(top) - 12)
                return
            block = block.next()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps lines at a length that is read with ease."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        font = self.browser.document().defaultFont()
        measure = QFontMetricsF(font).averageCharWidth() * _MEASURE + 48
        width = round(min(measure, self.browser.viewport().width()))
        self.browser.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.browser.setWordWrapMode(QTextOption.WrapMode.WordWrap)  # tables too break no word by its letters
        if self.browser.lineWrapColumnOrWidth() != width:
            self.browser.setLineWrapColumnOrWidth(width)

    # pointing

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click on a paragraph (not a drag, not a link) points at its place."""
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            point = event.position().toPoint()
            if event.type() == QEvent.Type.MouseButtonPress:
                self._pressed = point
            elif event.type() == QEvent.Type.MouseButtonRelease and self._is_click(point):
                self._point(self.browser.cursorForPosition(point))
        return super().eventFilter(watched, event)

    def _is_click(self, point: QPoint) -> bool:
        chosen = self.browser.textCursor().hasSelection()
        return self._pressed == point and not chosen and not self.browser.anchorAt(point)

    def _point(self, cursor: QTextCursor) -> None:
        number = cursor.block().userState()
        if self._key is None or not 0 <= number < len(self._passages):
            return
        self._own = True
        try:
            self._session.point_at(self._key[0], Cite(self._document, self._passages[number].spans))
        finally:
            self._own = False

    def _on_link(self, url: QUrl) -> None:
        if self._key is not None:
            follow(self._session, self._key[0], url.toString())

    # finding

    def open_find(self) -> None:
        """Opens the find bar, with the selected words."""
        words = self.browser.textCursor().selectedText()
        self.find_bar.enter(words if len(words) < 100 else "")

    def find_next(self) -> None:
        """To the next match."""
        self._step_match(1)

    def find_previous(self) -> None:
        """To the match before."""
        self._step_match(-1)

    def copy(self) -> None:
        """Copies the selected words."""
        self.browser.copy()

    def zoom(self, steps: int) -> None:
        """Larger (1), smaller (-1), or as it was (0)."""
        self._session.set_options(text_zoom=zoomed(self._session.options.text_zoom, steps))

    def _on_options(self) -> None:
        """Sets the page anew where its words are to be of another font or size, or its lines closer."""
        font, now, close = self._letters(), self.browser.document().defaultFont(), self._session.options.close_text
        alike = font.pixelSize() == now.pixelSize() and font.families() == now.families()
        if alike and self.flow.close is close:
            return
        self.flow.close = close
        self.browser.document().setDefaultFont(font)
        self._key = None
        self._on_shown(self._session.current)

    def _look(self, words: str) -> None:
        self._current = -1
        text = self.browser.document().toPlainText()
        self._units = Units(text)
        self.finder.look(text, words)

    def _on_found(self) -> None:
        if self._current < 0 and self.finder.matches:
            self._step_match(1)
            return
        self._tell_matches()

    def _step_match(self, steps: int) -> None:
        if self.finder.matches:
            self._current = (self._current + steps) % len(self.finder.matches)
            self.browser.setTextCursor(self._cursor(self.finder.matches[self._current], collapsed=True))
            self.browser.ensureCursorVisible()
        self._tell_matches()

    def _tell_matches(self) -> None:
        marks = []
        for number, span in enumerate(self.finder.matches[:_MARKED]):
            mark = QTextEdit.ExtraSelection()
            colour = QColor(self._theme.accent)
            colour.setAlphaF(0.5 if number == self._current else 0.2)
            mark.cursor = self._cursor(span)
            mark.format.setBackground(colour)
            marks.append(mark)
        self.browser.setExtraSelections(marks)
        self.find_bar.tell(self._current, len(self.finder.matches), more=not self.finder.done)

    def _cursor(self, span: Span, *, collapsed: bool = False) -> QTextCursor:
        cursor = QTextCursor(self.browser.document())
        cursor.setPosition(self._units.to_qt(span.start))
        if not collapsed:
            cursor.setPosition(self._units.to_qt(span.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor


def is_container(section: Section) -> bool:
    """Whether a section is made of sections that are read on their own, such as Item 8 of its notes."""
    return any(child.kind is not SectionKind.HEADING for child in section.children)


def unit(places: Places, section: Section) -> Section:
    """What is read at once: an Item or a note with its sub-headings."""
    while section.kind is SectionKind.HEADING and (parent := places.parents.get(section.id)) is not None:
        above = places.sections[parent]
        if is_container(above):
            break
        section = above
    return section


def own_text(section: Section) -> Span:
    """A section's text; of one that is made of others, what comes before the first of them."""
    end = section.children[0].span.start if is_container(section) else section.span.end
    return Span(min(section.heading.end, end), end)


def marks(places: Places, section: Section) -> tuple[Mark, ...]:
    """The sub-headings and tables inside a section, in order."""
    found: list[Mark] = []

    def descend(inside: Section, depth: int) -> None:
        for statement in places.of_section.get(inside.id, []):
            found.extend(Mark(statement.id, span, None) for span in statement.cite.spans)
        for child in inside.children:
            found.append(Mark(child.id, child.heading, depth))
            descend(child, depth + 1)

    descend(section, 1)
    return tuple(sorted(found, key=lambda mark: mark.span))
