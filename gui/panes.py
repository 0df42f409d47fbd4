"""The panes of the window and what stands in them: contents, the middle's pages, source. Views are made when first shown."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from gui.commands import Commands
from gui.session import Pointed, Session, Shown
from gui.settings import Settings
from gui.theme import Theme
from gui.views.notice import NoticeBar
from gui.views.outline import OutlineView
from gui.views.welcome import WelcomeView

CONTENTS, SOURCE, CHART = "contents", "source", "chart"
SHEET = "sheet"
WELCOME, TABLE, TEXT, COMPARE, CHECKS = "welcome", "table", "text", "compare", "checks"
COLUMNS, MIDDLE = (51, 49), (62, 38)
"""Shares of the width beside the contents for middle and source; of the middle's height for table and chart."""


class Panes(QSplitter):
    """Contents at the left, the middle, the source at the right."""

    page_changed = Signal(str)

    def __init__(self, session: Session, settings: Settings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("panes")
        self._session, self._settings, self._theme = session, settings, theme
        self._made: dict[str, QWidget] = {}
        self._hidden = {name for name in (CONTENTS, SOURCE, CHART) if not settings.flag(f"panes/{name}", default=True)}
        self._full = False
        self.outline = OutlineView(session, theme)
        self.notices = NoticeBar(theme)
        self.welcome = WelcomeView(settings, theme)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.welcome)
        self._named: dict[str, QWidget] = {WELCOME: self.welcome}
        middle = QWidget()
        middle.setObjectName("middle")
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self.pages, 1)
        self._source_place = QWidget()
        QVBoxLayout(self._source_place).setContentsMargins(0, 0, 0, 0)
        for widget in (self.outline, middle, self._source_place):
            self.addWidget(widget)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.outline.setMinimumWidth(160)
        middle.setMinimumWidth(320)
        self._source_place.setMinimumWidth(200)
        for at, stretch in enumerate((0, 1, 1)):
            self.setStretchFactor(at, stretch)
        session.shown.connect(self._follow)
        session.pointed.connect(self._pointed)
        self._follow(session.current)

    # pages

    @property
    def page(self) -> str:
        """The name of the page in the middle."""
        current = self.pages.currentWidget()
        return next((name for name, widget in self._named.items() if widget is current), WELCOME)

    def show_page(self, name: str) -> None:
        """Shows a page; asked for the one that is shown already, goes back to what the session shows."""
        if name == self.page and name in (COMPARE, CHECKS):
            name = self._natural(self._session.current)
        if name not in self._named:
            self._named[name] = self._build_table() if name == TABLE else self.view(name)
            self.pages.addWidget(self._named[name])
        self.pages.setCurrentWidget(self._named[name])
        self._arrange()
        self.page_changed.emit(name)

    @staticmethod
    def _natural(shown: object) -> str:
        if not isinstance(shown, Shown):
            return WELCOME
        return TABLE if shown.statement is not None else TEXT

    def _follow(self, shown: object) -> None:
        if self.page != COMPARE or not isinstance(shown, Shown):
            self.show_page(self._natural(shown))

    def _pointed(self, pointed: object) -> None:
        if isinstance(pointed, Pointed) and self.page == CHECKS:
            self.show_page(self._natural(self._session.current))

    # views

    def view(self, name: str) -> QWidget:
        """The view of this name; made now if this is its first use."""
        if name not in self._made:
            made = _make(name, self._session)
            _set_theme(made, self._theme)
            self._made[name] = made
            no_drops(made)
        return self._made[name]

    def made(self, name: str) -> QWidget | None:
        """The view of this name if it is there already."""
        return self.outline if name == CONTENTS else self._made.get(name)

    def _build_table(self) -> QWidget:
        split = QSplitter(Qt.Orientation.Vertical)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(self.view(SHEET))
        self._chart_place = QWidget()
        QVBoxLayout(self._chart_place).setContentsMargins(0, 0, 0, 0)
        split.addWidget(self._chart_place)
        self._split = split
        state = self._settings.state("layout/middle")
        if state is None or not split.restoreState(state):
            split.setSizes([share * 10 for share in MIDDLE])
        return split

    def fill(self) -> None:
        """Makes what was left out for a quick first paint, one view at a time: the chart, and what a filing will need."""
        self._full = True
        self._arrange()
        missing = next((name for name in (SHEET, SOURCE, TEXT, CHART) if name not in self._made), None)
        if missing is not None:
            self.view(missing)
            QTimer.singleShot(0, self.fill)

    def _arrange(self) -> None:
        """Shows and makes what belongs beside the page."""
        open_now = self._session.current is not None
        appears = open_now and CONTENTS not in self._hidden and self.outline.isHidden()
        self.outline.setVisible(open_now and CONTENTS not in self._hidden)
        if appears:
            self.outline.tree.setFocus()
        source = open_now and SOURCE not in self._hidden and self.page != COMPARE
        if source and SOURCE not in self._made:
            self._put(self._source_place, self.view(SOURCE))
        self._source_place.setVisible(source)
        if self.page == TABLE:
            self._chart_place.setVisible(CHART not in self._hidden)
            if self._full and CHART not in self._hidden and CHART not in self._made:
                self._put(self._chart_place, self.view(CHART))

    @staticmethod
    def _put(place: QWidget, view: QWidget) -> None:
        layout = place.layout()
        if layout is not None:
            layout.addWidget(view)

    # what the reader arranges

    def shows(self, name: str) -> bool:
        """Whether a pane (contents, chart, source) is wanted."""
        return name not in self._hidden

    def toggle(self, name: str) -> None:
        """Shows or hides a pane."""
        self._hidden ^= {name}
        self._settings.set_flag(f"panes/{name}", value=name not in self._hidden)
        self._arrange()

    def restore(self) -> None:
        """Puts the splitters where they were last, or where they belong at first."""
        state = self._settings.state("layout/columns")
        if state is None or not self.restoreState(state):
            self._first_sizes()

    def keep(self) -> None:
        """Keeps where the splitters are."""
        if self._session.current is not None:
            self._settings.set_state("layout/columns", self.saveState())
        if TABLE in self._named:
            self._settings.set_state("layout/middle", self._split.saveState())

    def reset(self) -> None:
        """Puts every pane back to where it was at first."""
        self._settings.forget("layout")
        self._settings.forget("panes")
        self._hidden.clear()
        self._arrange()
        self._first_sizes()
        if TABLE in self._named:
            self._split.setSizes([share * self.height() // 100 for share in MIDDLE])

    def _first_sizes(self) -> None:
        whole = max(self.width(), 640)
        left = min(272, max(200, whole * 2 // 11))
        right = (whole - left) * COLUMNS[1] // sum(COLUMNS)
        self.setSizes([left, whole - left - right, right])

    def set_theme(self, theme: Theme) -> None:
        """Draws everything in another theme."""
        self._theme = theme
        for view in (self.outline, self.notices, self.welcome, *self._made.values()):
            _set_theme(view, theme)

    # keyboard

    def focus(self, name: str) -> None:
        """Gives a pane the keyboard; shows it first where it is hidden."""
        if name in self._hidden:
            self.toggle(name)
        for widget in self._focusable(name):
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def cycle(self, steps: int, focused: QWidget | None) -> None:
        """Gives the next pane (or the one before) the keyboard."""
        ring = [name for name in (CONTENTS, TABLE, CHART, SOURCE) if self._focusable(name)]
        here = next((at for at, name in enumerate(ring) if self._holds(name, focused)), -1 if steps > 0 else 0)
        if ring:
            self.focus(ring[(here + steps) % len(ring)])

    def _focusable(self, name: str) -> list[QWidget]:
        """The widget of a pane that takes the keyboard: none where the pane is not on the screen."""
        if name == "filter":
            return [self.outline.filter]
        if name == CONTENTS:
            return [self.outline.tree] if self.outline.isVisible() else []
        view = self._pane(name)
        if view is None or not view.isVisible():
            return []
        inside = [child for child in view.findChildren(QWidget) if _takes_keys(child) and child.isVisible()]
        first = [view] if _takes_keys(view) else inside
        large = sorted(first, key=lambda child: -child.width() * child.height())
        return large[:1]

    def _pane(self, name: str) -> QWidget | None:
        if name == TABLE:
            return self._made.get(SHEET) if self.page == TABLE else self.pages.currentWidget()
        return self.made(name)

    def _holds(self, name: str, focused: QWidget | None) -> bool:
        pane = self._pane(name)
        return pane is not None and focused is not None and (pane is focused or pane.isAncestorOf(focused))

    def palette_of(self, commands: Commands, parent: QWidget) -> QWidget:
        """The palette that finds lines, Items, amounts and commands."""
        from gui.views.palette import Palette

        if "palette" not in self._made:
            self._made["palette"] = Palette(self._session, commands, parent)
            _set_theme(self._made["palette"], self._theme)
        return self._made["palette"]


def no_drops(view: QWidget) -> None:
    """Lets what is dropped on a view, or on anything in it, fall through to the window."""
    for widget in (view, *view.findChildren(QWidget)):
        widget.setAcceptDrops(False)


def _takes_keys(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _set_theme(view: QObject, theme: Theme) -> None:
    setter: Callable[[Theme], None] | None = getattr(view, "set_theme", None)
    if setter is not None:
        setter(theme)


def _make(name: str, session: Session) -> QWidget:
    """Imports happen here, so that a window shows before the views that it does not need yet are read from disk."""
    match name:
        case "sheet":
            from gui.views.sheet import SheetView

            return SheetView(session)
        case "chart":
            from gui.views.chart import ChartView

            return ChartView(session)
        case "source":
            from gui.views.source import SourceView

            return SourceView(session)
        case "text":
            from gui.views.reader import ReaderView

            return ReaderView(session)
        case "compare":
            from gui.views.compare import CompareView

            return CompareView(session)
        case "checks":
            from gui.views.checks import ChecksView

            return ChecksView(session)
        case _:
            raise KeyError(name)
