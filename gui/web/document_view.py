"""A document as text or as filed, whichever is chosen and can be shown; and a line that says what is to be said of it."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from core.document.original import MARKED_UP
from core.read.filing import Document, Filing, Format
from core.source import Source, Span
from gui.jobs import Jobs
from gui.plain import PlainLabel
from gui.text.monospace_view import Lit
from gui.text.page import TextPage
from gui.theme import Theme
from gui.web import engine
from gui.web.drawn_document import Filed, page_of

if TYPE_CHECKING:
    from gui.web.page_view import RenderedPage

SLOT = "page"
STEP = 2
"""Milliseconds between the steps in which the engine is started."""
NEAR = 200
"""Characters at the top of one side, of which the first is looked for on the other."""


class Paper(QWidget):
    """Holds the painted text, which is always there, and over it the drawn page, made when the first one is shown."""

    clicked = Signal(int)
    """The offset of the character that was clicked (no drag)."""
    scrolled = Signal()
    """What is visible has changed."""
    linked = Signal(str)
    """The reader followed a link to another document of the submission; its file name."""
    sides_changed = Signal()
    """Whether there are two ways to show this document, or which one is shown, has changed."""

    def __init__(self, theme: Theme, jobs: Jobs | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._drawn: RenderedPage | None = None
        self._filed: Filed | None = None
        self._wants_filed = True
        self._amiss = ""
        self._document: tuple[Path, int] | None = None
        self._wanted: tuple[tuple[Span, ...], bool] | None = None
        self._matches: tuple[Sequence[Span], int] = ((), -1)
        self._open = False
        self.text = TextPage(theme, self)
        self.notice = PlainLabel(parent=self)
        self.notice.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.notice.setWordWrap(True)
        self.word = PlainLabel(parent=self)
        self.word.setContentsMargins(8, 3, 8, 4)
        self.word.setWordWrap(True)
        self.word.hide()
        self._stack = QStackedLayout()
        self._stack.addWidget(self.text)
        self._stack.addWidget(self.notice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._stack, 1)
        column.addWidget(self.word)
        self._cover = QLabel(self)
        self._cover.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._cover.hide()
        self.text.clicked.connect(self.clicked)
        self.text.scrolled.connect(self.scrolled)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A picture of the text is taken anew: the page below it is not there yet."""
        super().resizeEvent(event)
        if self._cover.isVisible():
            self._picture()

    def set_links(self, link: Callable[[int], Span | None], tip: Callable[[int], str]) -> None:
        """Which characters around an offset are a link, and what to say of them."""
        self.text.link, self.text.tip = link, tip

    def set_theme(self, theme: Theme) -> None:
        """Other colours; the filing's own paper stays white."""
        self.text.set_theme(theme)
        for label in (self.notice, self.word):
            label.setStyleSheet(f"color: {theme.secondary.name()};")

    # what is shown

    def show_document(self, path: Path, filing: Filing, document: Document, kinds: bytes) -> None:
        """Shows a document from its top; `kinds` are those of its lines. Its page follows when it is ready."""
        self._document = (path, document.sequence)
        self._forget()
        self.text.set_text(document.source, kinds)
        self.notice.setText(
            f"{document.filename or document.type or 'This document'}\nan attachment, listed, not shown"
        )
        self._stack.setCurrentWidget(self.notice if document.format is Format.BINARY else self.text)
        if self._jobs is not None and document.format in MARKED_UP:
            here = self._document
            self._jobs.run(
                SLOT,
                lambda _: page_of(path, filing, document),
                lambda filed: self._take(here, filed),
                lambda error: self._fail(str(error)),
            )
        self.sides_changed.emit()

    def clear(self) -> None:
        """Shows nothing."""
        self._document = None
        self._forget()
        if self._drawn is not None:
            self._drawn.clear()
        self.text.set_text(Source(1, ""))
        self._stack.setCurrentWidget(self.text)
        self.sides_changed.emit()

    def _forget(self) -> None:
        if self._jobs is not None:
            self._jobs.cancel(SLOT)
        self._filed, self._wanted, self._open, self._amiss = None, None, False, ""
        self._matches = ((), -1)
        self._cover.hide()
        self._say("")

    def _take(self, document: tuple[Path, int], filed: Filed | None) -> None:
        if filed is None or document != self._document:
            return
        self._filed = filed
        self.sides_changed.emit()
        if self._wants_filed:
            self._turn()

    # the two sides

    @property
    def has_sides(self) -> bool:
        """Whether this document can be shown as filed and as text."""
        return self._filed is not None and not self._amiss

    @property
    def as_filed(self) -> bool:
        """Whether the page is shown, and not the text."""
        return self._drawn is not None and self._stack.currentWidget() is self._drawn

    @property
    def page(self) -> "RenderedPage | None":
        """The drawn page, once one was needed."""
        return self._drawn

    @property
    def waiting(self) -> bool:
        """Whether a page is on its way that does not show yet what was asked of it."""
        if self._jobs is not None and self._jobs.busy(SLOT):
            return True
        wanted = self._wants_filed and self.has_sides
        return wanted and (self._drawn is None or not self.as_filed or not self._drawn.settled)

    def prefer(self, *, as_filed: bool) -> None:
        """How documents are shown that are still to come."""
        self._wants_filed = as_filed

    def show_as_filed(self, *, wanted: bool) -> None:
        """Shows documents as filed, or as text, from now on; at the place where the reader is."""
        self._wants_filed = wanted
        at = self.top_offset()
        stays = self._wanted is not None and self.sees(self._wanted[0][0].start)
        if wanted and self._filed is not None:
            self._turn()
        elif self.as_filed:
            self._cover.hide()
            self._stack.setCurrentWidget(self.text)
            self._say("")
            if self._wanted is not None:
                self.text.reveal_all(self._wanted[0])
        if not stays:
            self._shown.reveal(Span(at, at + NEAR), near_top=True)
        self.sides_changed.emit()

    def _turn(self) -> None:
        """Puts the page over the text. The first time it takes a while, in steps: the window answers in between."""
        if self._drawn is not None:
            self._show_page()
            return
        libraries = [partial(engine.load, library) for library in engine.LIBRARIES]
        page = (self._make_page, self._open_page, self._show_page)
        steps: tuple[Callable[[], object], ...] = (*libraries, engine.lacking, _read_in, *page)
        self._step(iter(steps))

    def _step(self, steps: Iterator[Callable[[], object]]) -> None:
        """Takes one step, and the others after it."""
        if (step := next(steps, None)) is not None:
            step()
            QTimer.singleShot(STEP, self, lambda: self._step(steps))

    def _make_page(self) -> None:
        self._amiss = self._amiss or engine.lacking()
        if self._wants_filed and self._filed is not None and not self._amiss:
            self._rendered()

    def _open_page(self) -> None:
        if self._wants_filed and self._filed is not None and not self._amiss and not self._open:
            self._open = True
            self._rendered().open(self._filed)

    def _show_page(self) -> None:
        """Where the page cannot be drawn, says why, and the text stays."""
        self._make_page()
        if not self._wants_filed or self._filed is None:
            return
        if self._amiss:
            self._fail(self._amiss)
            return
        self._open_page()
        drawn = self._rendered()
        drawn.set_lit(self.text.lit)
        drawn.set_matches(*self._matches)
        if self._wanted is not None:
            spans, near_top = self._wanted
            drawn.reveal(spans[0], near_top=True) if near_top else drawn.reveal_all(spans)
        if not drawn.settled:
            self._cover_up()
        self._stack.setCurrentWidget(drawn)
        self._cover.raise_()  # the layout has put the page before all others
        self._tell_refused(len(drawn.page.refused.addresses))
        self.sides_changed.emit()

    def _cover_up(self) -> None:
        """The text stays in sight, as a picture over the page, until the page is there and scrolled to its place."""
        if self._stack.currentWidget() is self.text and self.text.isVisible():
            self._picture()
            self._cover.show()

    def _picture(self) -> None:
        """Puts a picture of the text where the page is, in the size that there is now: the text itself may not be laid out."""
        room = self.rect()
        if self.word.isVisible():
            room.setBottom(room.bottom() - self.word.height())
        self.text.setGeometry(room)
        self._cover.setPixmap(self.text.grab())
        self._cover.setGeometry(room)

    def _uncover(self) -> None:
        if self._drawn is None or self._drawn.settled:
            self._cover.hide()

    def _rendered(self) -> "RenderedPage":
        if self._drawn is None:
            from gui.web.page_view import RenderedPage

            self._drawn = drawn = RenderedPage(self)
            drawn.link, drawn.tip = self.text.link, self.text.tip
            drawn.clicked.connect(self.clicked)
            drawn.scrolled.connect(self._uncover)
            drawn.scrolled.connect(self.scrolled)
            drawn.linked.connect(self.linked)
            drawn.refused.connect(self._tell_refused)
            drawn.failed.connect(self._fail)
            self._stack.addWidget(drawn)
        return self._drawn

    def _fail(self, why: str) -> None:
        """The text takes the page's place."""
        self._amiss = why
        self._cover.hide()
        self._stack.setCurrentWidget(self.text)
        if self._wanted is not None:
            self.text.reveal(self._wanted[0][0])
        self._say(f"Shown as text: the page cannot be drawn here ({why}).")
        self.sides_changed.emit()

    def _tell_refused(self, count: int) -> None:
        what = "1 request to another place was" if count == 1 else f"{count:,} requests to other places were"
        self._say(f"{what} refused." if count and self.as_filed else "")

    def _say(self, words: str) -> None:
        self.word.setText(words)
        self.word.setVisible(bool(words))

    @property
    def _shown(self) -> "TextPage | RenderedPage":
        return self._drawn if self._drawn is not None and self.as_filed else self.text

    @property
    def _seen(self) -> "TextPage | RenderedPage":
        """What the reader sees: the text until the page is there."""
        return self.text if self._cover.isVisible() else self._shown

    # places

    def set_lit(self, lit: tuple[Lit, ...]) -> None:
        """Lights these places and no others."""
        self.text.set_lit(lit)
        if self.as_filed and self._drawn is not None:
            self._drawn.set_lit(lit)

    def set_matches(self, matches: Sequence[Span], current: int = -1) -> None:
        """Marks what was found, in order, and which of it is being looked at."""
        self._matches = (matches, current)
        self.text.set_matches(matches, current)
        if self.as_filed and self._drawn is not None:
            self._drawn.set_matches(matches, current)

    def reveal(self, span: Span, *, near_top: bool = False) -> None:
        """Scrolls until a place is visible, and only if it is not comfortably so."""
        self._wanted = ((span,), near_top)
        self._shown.reveal(span, near_top=near_top)

    def reveal_all(self, spans: Sequence[Span]) -> None:
        """Scrolls until the first place is visible, and the others with it if there is room for all."""
        self._wanted = (tuple(spans), False)
        self._shown.reveal_all(spans)

    def top_offset(self) -> int:
        """The first code point that is visible."""
        return self._seen.top_offset()

    def sees(self, offset: int) -> bool:
        """Whether a place is visible."""
        return self._seen.sees(offset)

    # the reader's hands

    def selected_words(self) -> str:
        """What is selected."""
        return self._shown.selected_words()

    def copy(self) -> None:
        """Copies what is selected."""
        self._shown.copy()

    def zoom(self, steps: int) -> None:
        """Larger (1), smaller (-1), or as the width asks (0)."""
        self._shown.zoom(steps)

    def take_focus(self) -> None:
        """Gives what is shown the keyboard."""
        self._shown.setFocus()


def _read_in() -> None:
    """Reads the page's modules from disk, where there can be one."""
    if not engine.lacking():
        import_module("gui.web.page_view")
