"""The filing as filed: its page on white paper, places lit, figures as links, and a line that says what was refused."""

import atexit
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from weakref import WeakSet

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QResizeEvent
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from shiboken6 import delete, isValid

from core.source import Span
from gui.text.monospace_view import Lit
from gui.theme import load
from gui.web import engine
from gui.web.drawn_document import Filed
from gui.web.page import FiledPage
from gui.web.runs import Mark, Place, Runs
from gui.web.watch import Watch

STEP = 1.1
"""By how much a step of zooming enlarges."""
SMALLEST, LARGEST = 0.5, 4.0
READABLE = 0.6
"""How far a page is made smaller that is too wide for the room there is, and is scrolled sideways."""
SCROLL_BAR = 14
"""Its width in the page's own pixels."""
NEAR = 400
"""Characters after a place in which a sign is looked for that can be scrolled to."""
MOST = 400
"""Matches that are marked around the one that is looked at."""
ENDED = "it ended by itself"
_NOTHING = Filed(b"<!DOCTYPE html>", {}, Runs("", ()))


class PageView(QWebEngineView):
    """The view of a page, with a menu of our own."""

    menu_wanted = Signal(QPoint)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Asks for the menu."""
        self.menu_wanted.emit(event.globalPos())


class RenderedPage(QWidget):
    """Shows one page. What is asked of it before it is `ready` is done when it is; then it is `settled`."""

    clicked = Signal(int)
    """The offset of the character that was clicked (no drag)."""
    scrolled = Signal()
    """What is visible has changed."""
    failed = Signal(str)
    """Nothing is shown any more; why, in words."""
    linked = Signal(str)
    """The reader followed a link to another document of the submission; its file name."""
    refused = Signal(int)
    """How many requests to other places were refused."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.link: Callable[[int], Span | None] = lambda _offset: None
        self.tip: Callable[[int], str] = lambda _offset: ""
        self.ready = self.settled = False
        self._runs = Runs("", ())
        self._lit: tuple[Lit, ...] = ()
        self._matches: tuple[Span, ...] = ()
        self._match = -1
        self._wanted: tuple[tuple[Span, ...], bool] | None = None
        self._top, self._seen, self._needs, self._steps = 0, False, 0, 0
        self._over: Span | None = None
        with engine.quiet():
            self._profile = QWebEngineProfile()
            self.page = FiledPage(self._profile, self)
            self.view = PageView(self.page, self)
            self._profile.setParent(self)  # after the page: a profile must outlive its pages, and children end in order
        self._watch = Watch(self.page.renderProcessPid, self)
        self._why = ENDED
        self._build()

        _LIVE.add(self)

    def end(self) -> None:
        """Ends the page's process; called before the program ends, when nothing ends in order any more."""
        self.ready = False
        if isValid(self._watch):
            self._watch.stop()
        for part in (self.page, self._profile):
            if isValid(part):
                delete(part)

    def _build(self) -> None:
        self.view.setAccessibleName("The filing as filed")
        self.page.setBackgroundColor(Qt.GlobalColor.white)
        self.setFocusProxy(self.view)
        for widget in (self, self.view, *self.view.findChildren(QWidget)):
            widget.setAcceptDrops(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.page.told.connect(self._on_told)
        self.page.linked.connect(self.linked)
        self.page.refused.changed.connect(self.refused)
        self.page.renderProcessTerminated.connect(self._on_ended)
        self.page.loadFinished.connect(self._on_loaded)
        self.view.menu_wanted.connect(self._show_menu)
        self._watch.ended.connect(self._on_too_much)

    # what is shown

    def open(self, filed: Filed) -> None:
        """Shows a page from its top; nothing is lit in it."""
        self._put(filed)
        self._watch.begin()

    def clear(self) -> None:
        """Shows nothing, and has nothing drawn any more."""
        self._put(_NOTHING)
        self._watch.stop()

    def _put(self, filed: Filed) -> None:
        self.ready = self.settled = False
        self._why = ENDED
        self._wanted, self._over = None, None
        self._runs = filed.runs
        self._lit, self._matches, self._match = (), (), -1
        self._top, self._seen, self._needs = 0, False, 0
        self.view.setZoomFactor(1.0)  # at which the page says how wide it is
        self.page.open(filed.html, filed.pictures)

    def set_lit(self, lit: tuple[Lit, ...]) -> None:
        """Lights these places and no others."""
        self._lit = lit
        if self.ready:
            self._light()

    def _light(self) -> None:
        strong, soft = ([lit.span for lit in self._lit if lit.strong is wanted] for wanted in (True, False))
        self.page.ask("light", self._marks(strong), self._marks(soft))

    def set_matches(self, matches: Sequence[Span], current: int = -1) -> None:
        """Marks what was found near the match that is looked at."""
        begin = max(0, current - MOST // 2)
        self._matches = tuple(islice(matches, begin, begin + MOST))
        self._match = current - begin if current >= 0 else -1
        if self.ready:
            self._mark_found()

    def _mark_found(self) -> None:
        current = self._matches[self._match : self._match + 1] if self._match >= 0 else ()
        self.page.ask("drawn", "found", self._marks(self._matches), 2)
        self.page.ask("drawn", "current", self._marks(current), 5)

    def reveal(self, span: Span, *, near_top: bool = False) -> None:
        """Scrolls until a place is visible, and only if it is not comfortably so."""
        self._reveal((span,), near_top)

    def reveal_all(self, spans: Sequence[Span]) -> None:
        """Scrolls until the first place is visible, and the others with it if there is room for all."""
        self._reveal(tuple(spans), near_top=False)

    def _reveal(self, spans: tuple[Span, ...], near_top: bool) -> None:
        self._wanted = (spans, near_top)
        if self.ready:
            self.page.ask("reveal", self._places(spans), near_top)

    def _places(self, spans: Iterable[Span]) -> list[Mark]:
        """Where to scroll to: a place without signs of its own is where the next one stands."""
        marks = ((span, self._runs.mark(span)) for span in spans)
        found = (mark or self._runs.mark(Span(span.start, span.start + NEAR)) for span, mark in marks)
        return [mark for mark in found if mark is not None]

    def _marks(self, spans: Iterable[Span]) -> list[Mark]:
        return [mark for span in spans if (mark := self._runs.mark(span)) is not None]

    def top_offset(self) -> int:
        """The first code point that is visible, as far as the page has told."""
        return self._top

    def sees(self, offset: int) -> bool:
        """Whether a place is visible, as far as the page has told."""
        return self._seen if any(lit.span.start == offset for lit in self._lit[:1]) else offset == self._top

    # what the page tells

    def _on_told(self, kind: str, value: object) -> None:
        match kind, value:
            case "click", [int(at), int(number)]:
                self.clicked.emit(self._runs.offset(Place(at, number)))
            case "over", [int(at), int(number)]:
                self._hover(self._runs.offset(Place(at, number)))
            case "over", None:
                self._set_hover(None, "")
            case "view", {"top": top, "seen": seen}:
                self._look(top, bool(seen))
            case "settled", None:
                self._settle()
            case "ready", int(needs):
                self._begin(needs)
            case "zoom", int(steps):
                self.zoom(steps)
            case "whole", int(needs) if needs > self._needs:
                self._needs = needs
                self._fit()

    def _look(self, top: object, seen: bool) -> None:
        match top:
            case [int(at), int(number)]:
                self._top = self._runs.offset(Place(at, number))
        self._seen = seen
        self.scrolled.emit()

    def _settle(self) -> None:
        """The page is drawn where it was to be scrolled to."""
        self.settled = self.ready
        self.scrolled.emit()

    def _begin(self, needs: int) -> None:
        """The page is read: it gets its size, and what was asked of it."""
        self.ready, self._needs = True, needs
        self._watch.drawn()
        self.page.ask("dress", _rules())
        self._fit()
        self._light()
        self._mark_found()
        if self._wanted is not None:
            self._reveal(*self._wanted)
        self.page.ask("settle")

    def _on_loaded(self, well: bool) -> None:
        """A refused request ends a loading too; only a page that never came is a failure."""
        if not well and not self.ready and not self.page.refused.addresses:
            self.failed.emit(self._why)

    def _on_too_much(self, why: str) -> None:
        self._why = why

    def _on_ended(self, *_: object) -> None:
        self.ready = False
        self._watch.stop()
        self.failed.emit(self._why)

    def _hover(self, offset: int) -> None:
        span = self.link(offset)
        self._set_hover(span, self.tip(offset) if span is not None else "")

    def _set_hover(self, span: Span | None, words: str) -> None:
        if span != self._over:
            self._over = span
            self.page.ask("hover", self._runs.mark(span) if span is not None else None, words)

    # size

    def zoom(self, steps: int) -> None:
        """Larger (1), smaller (-1), or as the width asks (0)."""
        self._steps = 0 if steps == 0 else self._steps + steps
        self._fit()

    def _fit(self) -> None:
        self.view.setZoomFactor(max(SMALLEST, min(LARGEST, self._fitting() * STEP**self._steps)))

    def _fitting(self) -> float:
        """The size at which the page is as wide as the room: its own at most, and one that can be read at least."""
        room = self.view.width()
        if self._needs <= 0 or room <= 0:
            return 1.0
        fitting = min(1.0, room / (self._needs + SCROLL_BAR))
        return fitting if fitting >= SMALLEST else READABLE

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits the page to the new width; its script keeps in sight what was."""
        super().resizeEvent(event)
        if self.ready:
            self._fit()

    # the reader's hands

    def copy(self) -> None:
        """Copies the selected words."""
        self.page.triggerAction(QWebEnginePage.WebAction.Copy)

    def select_all(self) -> None:
        """Selects the whole page."""
        self.page.triggerAction(QWebEnginePage.WebAction.SelectAll)

    def selected_words(self) -> str:
        """What is selected."""
        return self.page.selectedText()

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction("Copy", self.copy)
        copy.setEnabled(self.page.hasSelection())
        request = self.view.lastContextMenuRequest()
        if request is not None and not request.linkUrl().isEmpty():
            menu.addAction("Copy link", lambda: self.page.triggerAction(QWebEnginePage.WebAction.CopyLinkToClipboard))
        menu.addAction("Select all", self.select_all)
        menu.addSeparator()
        menu.addAction("Larger", lambda: self.zoom(1))
        menu.addAction("Smaller", lambda: self.zoom(-1))
        menu.addAction("Fit the width", lambda: self.zoom(0))
        menu.popup(at)


_LIVE: WeakSet[RenderedPage] = WeakSet()


@atexit.register
def _end_all() -> None:
    """Pages end before Qt does: the engine crashes where one is left when its profile goes."""
    for page in list(_LIVE):
        page.end()


def _rules() -> str:
    """How what is lit and found looks. The paper is white in every theme, so the light one's colours serve."""
    theme = load("light")
    grounds = {
        "soft": _tint(theme.cite, 0.55),
        "found": _tint(theme.accent, 0.22),
        "current": _tint(theme.accent, 0.55),
    }
    rules = [f"::highlight({name}) {{ background-color: {colour}; }}" for name, colour in grounds.items()]
    figure = f"background-color: {theme.cite.name()}; color: {theme.text.name()};"
    rules.append(f"::highlight(strong) {{ {figure} text-decoration: underline 2px {theme.warning.name()}; }}")
    rules.append(f"::highlight(hover) {{ text-decoration: underline 1px {theme.accent.name()}; }}")
    rules.append(f"::-webkit-scrollbar {{ width: {SCROLL_BAR}px; height: {SCROLL_BAR}px; background: transparent; }}")
    thumb = _tint(theme.secondary, 0.6)
    rules.append(
        f"::-webkit-scrollbar-thumb {{ background: {thumb}; border: 3px solid white; border-radius: {SCROLL_BAR // 2}px;"
        " min-height: 48px; min-width: 48px; }"
    )
    rules.append("*, *::before, *::after { animation: none !important; transition: none !important; }")
    rules.append(
        "td, td *, th, th * { word-break: normal !important; overflow-wrap: normal !important; }"
    )  # no broken figure
    rules.append(".tieout-fits { overflow-x: hidden !important; }")
    rules.append(".tieout-link, .tieout-link * { cursor: pointer; }")
    return "\n".join(rules)


def _tint(colour: QColor, share: float) -> str:
    return f"rgb({colour.red()} {colour.green()} {colour.blue()} / {share})"
