"""The filing itself: its text as filed, the places of what is pointed at lit, and every figure a link to its cell."""

from bisect import bisect_right
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.analysis import Analysis
from core.facts.readable import concept_words
from core.places import Places
from core.read.filing import Document, Format
from core.search import whereabouts
from core.source import Cite, Span
from gui.jobs import Jobs
from gui.models.titles import calm_place, document_title
from gui.session import Pointed, Session, Shown
from gui.text.findbar import FindBar
from gui.text.finder import Finder
from gui.text.monospace_view import Lit
from gui.text.sourcebar import SourceBar
from gui.theme import Theme, load
from gui.web.document_view import Paper


class SourceView(QWidget):
    """Shows one document of one filing, and follows what the session points at and shows. Without `jobs`, as text only."""

    def __init__(self, session: Session, jobs: Jobs | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self._path: Path | None = None
        self._document = 0
        self._own = False
        self._chosen: int | None = None
        self._build(load("light"))
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._go_to_shown)
        session.shown.connect(self._on_shown)
        session.pointed.connect(self._on_pointed)
        session.opened.connect(self._on_opened)
        session.closed.connect(self._on_closed)
        self._on_shown(session.current)
        self._on_pointed(session.pointing)

    def _build(self, theme: Theme) -> None:
        self.setAccessibleName("Source")
        self.bar = SourceBar(self)
        self.place, self.documents = self.bar.place, self.bar.documents
        self.bar.document_chosen.connect(self.show_document)
        self.bar.stepped.connect(self.step_figure)
        self.paper = Paper(theme, self._jobs, self)
        self.bar.side_chosen.connect(lambda filed: self.paper.show_as_filed(wanted=filed))
        self.paper.sides_changed.connect(self._tell_sides)
        self.paper.set_links(self._link, self._tip)
        self.paper.clicked.connect(self._on_clicked)
        self.paper.scrolled.connect(self._tell_place)
        self.paper.linked.connect(self._follow_link)
        self.page, self.notice = self.paper.text, self.paper.notice
        self.page.setAccessibleName("The filing's text")
        self.page.viewport().setAccessibleName("The filing's text")
        self.find_bar = FindBar(self)
        self.finder = Finder(self)
        self._current = -1
        self.find_bar.asked.connect(self._look)
        self.find_bar.step.connect(self._step_match)
        self.find_bar.closed.connect(self.paper.take_focus)
        self.finder.found.connect(self._on_found)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.find_bar)
        column.addWidget(self.paper, 1)
        self.set_theme(theme)

    def sizeHint(self) -> QSize:
        """Wide enough for most filings' lines at a size one can read."""
        return QSize(560, 640)

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        self.bar.set_theme(theme)
        self.paper.set_theme(theme)
        self.find_bar.set_theme(theme)
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), theme.ground)
        self.setPalette(palette)

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
        analysis = self._analysis
        self.bar.fill([_named(document) for document in analysis.filing.documents] if analysis is not None else [])

    def _load(self) -> None:
        analysis, document = self._analysis, self.document
        if analysis is None or document is None:
            return
        layout = analysis.layouts[document.sequence - 1]
        self.paper.show_document(analysis.path, analysis.filing, document, layout.kinds if layout is not None else b"")
        self.bar.steps.setEnabled(document.format is not Format.BINARY)
        if self.find_bar.isVisible():
            self._look(self.find_bar.line.text())
        self._tell_place()

    @property
    def waiting(self) -> bool:
        """Whether the document's page is on its way and not drawn yet."""
        return self.paper.waiting

    def _tell_sides(self) -> None:
        self.bar.show_sides(there=self.paper.has_sides, as_filed=self.paper.as_filed)
        QTimer.singleShot(0, self, self._tell_place)

    def _follow_link(self, name: str) -> None:
        """Shows the document of this file name, if the filing has it."""
        analysis = self._analysis
        for document in analysis.filing.documents if analysis is not None else ():
            if (document.filename or "").lower() == name.lower():
                self.show_document(document.sequence)

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
            self.bar.fill([])
            self.place.clear()
            self.finder.stop()
            self.paper.clear()

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
            self.show_document(1, shown.path)
            self.paper.reveal(Span(0, 0), near_top=True)
            return
        self.show_document(place.document, shown.path)
        self._chosen = place.start
        self.paper.reveal(place.spans[0], near_top=True)
        self._tell_place()

    def _on_pointed(self, pointed: Pointed | None) -> None:
        if pointed is None:
            self.paper.set_lit(())
            self._tell_place()
            return
        if not self._own:
            self._later.stop()
        first = pointed.cites[0]
        self.show_document(first.document, pointed.path)
        self.paper.set_lit(tuple(_lit(pointed)))
        if not self._own:
            same = [cite.spans[0] for cite in pointed.cites if cite.document == first.document]
            self.paper.reveal_all(same)
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
        offset = wanted if wanted is not None and self.paper.sees(wanted) else self.paper.top_offset()
        words = whereabouts(self._session.places(path), self._document, offset)
        self.bar.tell_place(calm_place(words))

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
        """A figure and what is tagged point at themselves; anywhere else the section is chosen, and nothing is lit."""
        if self._path is None or not self._session.is_open(self._path):
            return
        places = self._session.places(self._path)
        place = places.cite_at(self._document, offset) or Cite(self._document, (Span(offset, offset),))
        with self._by_hand():
            self._session.point_at(self._path, place)

    def step_figure(self, steps: int) -> None:
        """Points at the next figure of the document, or the one before."""
        if self._path is None or not self._session.is_open(self._path):
            return
        pointing = self._session.pointing
        here = pointing is not None and pointing.path == self._path and pointing.cites[0].document == self._document
        offset = pointing.cites[0].start if here and pointing is not None else self.paper.top_offset()
        figure = self._session.places(self._path).next_figure(self._document, offset, steps)
        if figure is not None:
            self._session.point_at(self._path, figure.figure.cite)

    def _link(self, offset: int) -> Span | None:
        if self._path is None or not self._session.is_open(self._path):
            return None
        place = self._session.places(self._path).cite_at(self._document, offset)
        return Span(place.start, place.end) if place is not None else None

    def _tip(self, offset: int) -> str:
        if self._link(offset) is None or self._path is None:
            return ""
        places = self._session.places(self._path)
        found, placed = places.figure_at(self._document, offset), places.tagged.at(self._document, offset)
        if found is None:
            return concept_words(placed.fact.concept) if placed is not None else ""
        row, columns = places.row_of(found), found.statement.columns
        column = columns[found.figure.column].label if found.figure.column < len(columns) else ""
        said = ", ".join(part for part in (row.label or "(no caption)", column) if part)
        checks = [check.title for check in places.checks_of(found.figure.cite) if check.status == "off"]
        return "\n".join([said, found.statement.title or "", *checks]).strip()

    # finding

    def open_find(self) -> None:
        """Opens the find bar, with the selected words if they are few."""
        words = " ".join(self.paper.selected_words().split())
        self.find_bar.enter(words if len(words) < 100 else "")

    def find_next(self) -> None:
        """To the next match."""
        self._step_match(1)

    def find_previous(self) -> None:
        """To the match before."""
        self._step_match(-1)

    def copy(self) -> None:
        """Copies the selected characters."""
        self.paper.copy()

    def zoom(self, steps: int) -> None:
        """Larger (1), smaller (-1), or as the width asks (0)."""
        self.paper.zoom(steps)

    def _look(self, words: str) -> None:
        self._current = -1
        self._from = self.paper.top_offset()
        self.finder.look(self.page.source.text, words)

    def _on_found(self) -> None:
        matches = self.finder.matches
        if self._current < 0 and matches:
            at = bisect_right(matches, self._from, key=lambda span: span.end)
            if at < len(matches) or self.finder.done:
                self._current = at % len(matches)
                self.paper.reveal(matches[self._current])
        self._tell_matches()

    def _step_match(self, steps: int) -> None:
        matches = self.finder.matches
        if matches:
            self._current = (self._current + steps) % len(matches)
            self.paper.reveal(matches[self._current])
            self._tell_matches()

    def _tell_matches(self) -> None:
        self.paper.set_matches(self.finder.matches, self._current)
        self.find_bar.tell(self._current, len(self.finder.matches), more=not self.finder.done)


def _named(document: Document) -> tuple[str, str]:
    """A document in full and in short: `Exhibit 13 · Annual Report` and `EX-13`."""
    words = " · ".join(part for part in document_title(document) if part)
    return words, document.type or words


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
