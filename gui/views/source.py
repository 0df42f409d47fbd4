"""The filing itself: its text as filed, the places of what is pointed at lit, and every figure a link to its cell."""

from bisect import bisect_right
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.analysis import Analysis
from core.places import Places
from core.read.filing import Document, Format
from core.search import whereabouts
from core.source import Cite, Span
from gui.choice import Choice
from gui.models.titles import calm_place
from gui.session import Pointed, Session, Shown
from gui.text.findbar import FindBar
from gui.text.finder import Finder
from gui.text.page import TextPage
from gui.text.painted import Lit
from gui.theme import Theme, load


class SourceView(QWidget):
    """Shows one document of one filing, and follows what the session points at and shows."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._path: Path | None = None
        self._document = 0
        self._own = False
        self._chosen: int | None = None
        self._build(load("light"))
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._go_to_shown)
        session.shown.connect(self._on_shown)
        session.pointed.connect(self._on_pointed)
        session.opened.connect(self._on_opened)
        session.closed.connect(self._on_closed)
        self._on_shown(session.current)
        self._on_pointed(session.pointing)

    def _build(self, theme: Theme) -> None:
        self.setAccessibleName("Source")
        self.page = TextPage(theme, self)
        self.page.setAccessibleName("The filing's text")
        self.page.clicked.connect(self._on_clicked)
        self.page.scrolled.connect(self._tell_place)
        self.page.link = self._link
        self.page.tip = self._tip
        self.page.viewport().setAccessibleName("The filing's text")
        self.notice = QLabel(self)
        self.notice.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.notice.setWordWrap(True)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.page)
        self._stack.addWidget(self.notice)
        self.find_bar = FindBar(self)
        self.finder = Finder(self)
        self._current = -1
        self.find_bar.asked.connect(self._look)
        self.find_bar.step.connect(self._step_match)
        self.find_bar.closed.connect(self.page.setFocus)
        self.finder.found.connect(self._on_found)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._header())
        column.addWidget(self.find_bar)
        column.addLayout(self._stack, 1)
        self.set_theme(theme)

    def _header(self) -> QHBoxLayout:
        self.title = QLabel("Source", self)
        self.place = QLabel(self)
        self.place.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.documents = Choice(self)
        self.documents.setAccessibleName("Document")
        self.documents.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.documents.setMinimumContentsLength(8)
        self.documents.setMaximumWidth(180)
        self.documents.view().setMinimumWidth(360)
        self.documents.activated.connect(lambda index: self.show_document(index + 1))
        self._steps = QWidget(self)
        steps = QHBoxLayout(self._steps)
        steps.setContentsMargins(0, 0, 0, 0)
        steps.setSpacing(0)
        self.previous = self._stepper("‹", "Previous figure", -1)
        self.following = self._stepper("›", "Next figure", 1)
        self._word = QLabel("figure", self._steps)
        for widget in (self.previous, self._word, self.following):
            steps.addWidget(widget)
        row = QHBoxLayout()
        row.setContentsMargins(8, 10, 8, 6)
        row.setSpacing(8)
        row.addWidget(self.title)
        row.addWidget(self.place, 1)
        row.addWidget(self.documents)
        row.addWidget(self._steps)
        return row

    def _stepper(self, text: str, tip: str, steps: int) -> QToolButton:
        button = QToolButton(self._steps)
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setAutoRaise(True)
        button.setAutoRepeat(True)
        button.clicked.connect(lambda: self.step_figure(steps))
        return button

    def sizeHint(self) -> QSize:
        """Wide enough for most filings' lines at a size one can read."""
        return QSize(560, 640)

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        self.page.set_theme(theme)
        self.find_bar.set_theme(theme)
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), theme.ground)
        self.setPalette(palette)
        self.title.setStyleSheet(f"font-weight: 600; color: {theme.text.name()};")
        grey = f"color: {theme.secondary.name()};"
        for label in (self.place, self._word, self.notice):
            label.setStyleSheet(grey)
        steppers = f"QToolButton {{ border: 0; padding: 1px 5px; {grey} }} QToolButton:hover {{ color: {theme.accent.name()}; }}"
        self._steps.setStyleSheet(steppers)

    # what is shown

    @property
    def _analysis(self) -> Analysis | None:
        return self._session.places(self._path).analysis if self._path and self._session.is_open(self._path) else None

    @property
    def document(self) -> Document | None:
        """The document that is shown."""
        analysis = self._analysis
        return analysis.filing.document(self._document) if analysis is not None and self._document else None

    def show_document(self, sequence: int, path: Path | None = None) -> None:
        """Shows a document of a filing (of the one that is shown already, if none is named) from its top."""
        path = path or self._path
        if path is None or (path, sequence) == (self._path, self._document):
            return
        another = path != self._path
        self._chosen = None
        self._path, self._document = path, sequence
        if another:
            self._fill_documents()
        self.documents.setCurrentIndex(sequence - 1)
        self._load()

    def _fill_documents(self) -> None:
        self.documents.clear()
        analysis = self._analysis
        for document in analysis.filing.documents if analysis is not None else ():
            words = " · ".join(part for part in (document.type or document.filename, document.description) if part)
            self.documents.addItem(words or f"Document {document.sequence}")
        self.documents.setVisible(self.documents.count() > 1)

    def _load(self) -> None:
        analysis, document = self._analysis, self.document
        if analysis is None or document is None:
            return
        layout = analysis.layouts[document.sequence - 1]
        self.page.set_text(document.source, layout.kinds if layout is not None else b"")
        binary = document.format is Format.BINARY
        self.notice.setText(
            f"{document.filename or document.type or 'This document'}\nan attachment, listed, not shown"
        )
        self._stack.setCurrentWidget(self.notice if binary else self.page)
        self._steps.setEnabled(not binary)
        if self.find_bar.isVisible():
            self._look(self.find_bar.line.text())
        self._tell_place()

    def _on_opened(self, analysis: Analysis) -> None:
        if analysis.path == self._path:
            count = len(analysis.filing.documents)
            self._document = min(self._document, count)
            self._fill_documents()
            self.documents.setCurrentIndex(self._document - 1)
            self._load()

    def _on_closed(self, path: Path) -> None:
        if path == self._path:
            self._path, self._document = None, 0
            self.documents.clear()
            self.documents.hide()
            self.place.clear()
            self.finder.stop()
            self.page.set_text(type(self.page.source)(1, ""))

    # following the session

    def _on_shown(self, shown: Shown | None) -> None:
        if shown is not None and not self._own:
            self._later.start()

    def _go_to_shown(self) -> None:
        """Goes to the heading of what is shown, unless something more exact was pointed at in the same breath."""
        shown = self._session.current
        if shown is None or not self._session.is_open(shown.path):
            return
        places = self._session.places(shown.path)
        place = _heading(places, shown)
        if place is None:
            self.show_document(self._document if shown.path == self._path else 1, shown.path)
            return
        self.show_document(place.document, shown.path)
        self._chosen = place.start
        self.page.reveal(place.spans[0], near_top=True)
        self._tell_place()

    def _on_pointed(self, pointed: Pointed | None) -> None:
        if pointed is None:
            self.page.set_lit(())
            self._tell_place()
            return
        if not self._own:
            self._later.stop()
        first = pointed.cites[0]
        self.show_document(first.document, pointed.path)
        self.page.set_lit(tuple(_lit(pointed)))
        if not self._own:
            same = [cite.spans[0] for cite in pointed.cites if cite.document == first.document]
            self.page.reveal_all(same)
        self.page.setAccessibleDescription(self._line_of(first))
        self._tell_place()

    def _line_of(self, cite: Cite) -> str:
        source = self.page.source
        return source.lines[min(source.line_of(cite.start), len(source.lines)) - 1].strip()[:400]

    # the header

    def _tell_place(self) -> None:
        """Where the lit place is, if it is in sight, or the heading that was chosen; or else the page's top."""
        path, pointing = self._path, self._session.pointing
        if path is None or not self._session.is_open(path):
            return
        here = pointing is not None and pointing.path == path and pointing.cites[0].document == self._document
        wanted = pointing.cites[0].start if here and pointing is not None else self._chosen
        seen = wanted is not None and 0 <= self.page.point_of(wanted).y() <= self.page.viewport().height()
        offset = wanted if seen and wanted is not None else self.page.top_offset()
        words = whereabouts(self._session.places(path), self._document, offset)
        self.place.setToolTip(calm_place(words))
        self.place.setText(self._fitting(calm_place(words)))

    def _fitting(self, words: str) -> str:
        """A place in the room there is for it: a long title is cut, page and line stay."""
        metrics, room = self.place.fontMetrics(), self.place.width()
        parts = words.split(" · ")
        rest = metrics.horizontalAdvance(" · ".join(["", *parts[1:]]))
        first = metrics.elidedText(parts[0], Qt.TextElideMode.ElideRight, max(room - rest, 60))
        return metrics.elidedText(" · ".join([first, *parts[1:]]), Qt.TextElideMode.ElideRight, max(room, 60))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The place is said in the new room."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._tell_place)

    # pointing

    @contextmanager
    def _by_hand(self) -> Iterator[None]:
        """What the reader does here must not scroll the page from under the pointer."""
        self._own = True
        try:
            yield
        finally:
            self._own = False

    def _on_clicked(self, offset: int) -> None:
        """A figure points at itself; anywhere else the section is chosen, and nothing is lit."""
        if self._path is None or not self._session.is_open(self._path):
            return
        figure = self._session.places(self._path).figure_at(self._document, offset)
        place = figure.figure.cite if figure is not None else Cite(self._document, (Span(offset, offset),))
        with self._by_hand():
            self._session.point_at(self._path, place)

    def step_figure(self, steps: int) -> None:
        """Points at the next figure of the document, or the one before."""
        if self._path is None or not self._session.is_open(self._path):
            return
        pointing = self._session.pointing
        here = pointing is not None and pointing.path == self._path and pointing.cites[0].document == self._document
        offset = pointing.cites[0].start if here and pointing is not None else self.page.top_offset()
        figure = self._session.places(self._path).next_figure(self._document, offset, steps)
        if figure is not None:
            self._session.point_at(self._path, figure.figure.cite)

    def _link(self, offset: int) -> Span | None:
        if self._path is None or not self._session.is_open(self._path):
            return None
        figure = self._session.places(self._path).figure_at(self._document, offset)
        return Span(figure.figure.cite.start, figure.figure.cite.end) if figure is not None else None

    def _tip(self, offset: int) -> str:
        if self._link(offset) is None or self._path is None:
            return ""
        places = self._session.places(self._path)
        found = places.figure_at(self._document, offset)
        if found is None:
            return ""
        row, columns = places.row_of(found), found.statement.columns
        column = columns[found.figure.column].label if found.figure.column < len(columns) else ""
        said = ", ".join(part for part in (row.label or "(no caption)", column) if part)
        checks = [check.title for check in places.checks_of(found.figure.cite) if check.status == "off"]
        return "\n".join([said, found.statement.title or "", *checks]).strip()

    # finding

    def open_find(self) -> None:
        """Opens the find bar, with the selected words if they are few."""
        start, end = self.page.selected
        words = self.page.source.text[start:end] if end - start < 100 else ""
        self.find_bar.enter(" ".join(words.split()))

    def find_next(self) -> None:
        """To the next match."""
        self._step_match(1)

    def find_previous(self) -> None:
        """To the match before."""
        self._step_match(-1)

    def copy(self) -> None:
        """Copies the selected characters."""
        self.page.copy()

    def zoom(self, steps: int) -> None:
        """Larger (1), smaller (-1), or as the width asks (0)."""
        self.page.zoom(steps)

    def _look(self, words: str) -> None:
        self._current = -1
        self._from = self.page.top_offset()
        self.finder.look(self.page.source.text, words)

    def _on_found(self) -> None:
        matches = self.finder.matches
        if self._current < 0 and matches:
            at = bisect_right(matches, self._from, key=lambda span: span.end)
            if at < len(matches) or self.finder.done:
                self._current = at % len(matches)
                self.page.reveal(matches[self._current])
        self._tell_matches()

    def _step_match(self, steps: int) -> None:
        matches = self.finder.matches
        if matches:
            self._current = (self._current + steps) % len(matches)
            self.page.reveal(matches[self._current])
            self._tell_matches()

    def _tell_matches(self) -> None:
        self.page.set_matches(self.finder.matches, self._current)
        self.find_bar.tell(self._current, len(self.finder.matches), more=not self.finder.done)


def _heading(places: Places, shown: Shown) -> Cite | None:
    """Where what is shown begins: its heading; of a section's second table and those after it, the table."""
    section, statement = places.sections.get(shown.section or ""), places.statements.get(shown.statement or "")
    if section is None:
        return statement.cite if statement is not None else None
    first = next(iter(places.of_section.get(section.id, [])), None)
    if statement is not None and statement is not first and statement.section == section.id:
        return statement.cite
    return Cite(section.document, (section.heading,))


def _lit(pointed: Pointed) -> Iterator[Lit]:
    """The first cite is what is in question, the others what it was made from."""
    document = pointed.cites[0].document
    for index, cite in enumerate(pointed.cites):
        if cite.document == document:
            strong = index == 0 and (len(pointed.cites) > 1 or pointed.figure is not None)
            for span in cite.spans:
                if span.end > span.start:
                    yield Lit(span, strong)
