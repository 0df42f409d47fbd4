"""The views of a window by name, each made when it is first needed and drawn in the window's theme."""

from collections.abc import Callable, Iterable
from itertools import pairwise

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.commands import Commands
from gui.jobs import Jobs
from gui.session import Session
from gui.theme import Theme

CONTENTS, SOURCE, CHART, SHEET, PALETTE = "contents", "source", "chart", "sheet", "palette"
DETAILS = "details"
WELCOME, TABLE, TEXT, COMPARE, CHECKS, YEARS = "welcome", "table", "text", "compare", "checks", "years"
SEARCH, FIGURES = "search", "figures"


class Parts:
    """Makes the views. Their imports happen here and late, so that a window shows before all of them are read."""

    def __init__(self, session: Session, theme: Theme, jobs: Jobs | None = None) -> None:
        self._session, self.theme, self._jobs = session, theme, jobs
        self._made: dict[str, QWidget] = {}

    def add(self, name: str, view: QWidget) -> None:
        """Keeps a view that was made elsewhere."""
        self._made[name] = view
        no_drops(view)

    def view(self, name: str) -> QWidget:
        """The view of this name; made now if this is its first use."""
        if name not in self._made:
            self.add(name, _make(name, self._session, self._jobs))
            _set_theme(self._made[name], self.theme)
        return self._made[name]

    def made(self, name: str) -> QWidget | None:
        """The view of this name if it is there already."""
        return self._made.get(name)

    @property
    def count(self) -> int:
        """How many views there are already."""
        return len(self._made)

    def palette(self, commands: Commands, window: QWidget) -> QWidget:
        """The box that finds lines, Items, amounts and commands."""
        if PALETTE not in self._made:
            from gui.views.palette import Palette

            self.add(PALETTE, Palette(self._session, commands, window))
            _set_theme(self._made[PALETTE], self.theme)
        return self._made[PALETTE]

    def set_theme(self, theme: Theme) -> None:
        """Draws every view in another theme."""
        self.theme = theme
        for view in self._made.values():
            _set_theme(view, theme)


class Place(QWidget):
    """Where a view will stand that is made later."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def hold(self, view: QWidget) -> None:
        """Puts the view here, if it is not here yet."""
        if view.parentWidget() is not self:
            self._layout.addWidget(view)
            polish(view)


def polish(view: QWidget) -> None:
    """Styles a view and all in it now, so that its first appearance takes no longer than another."""
    for widget in (view, *view.findChildren(QWidget)):
        widget.ensurePolished()


def takes_keys(widget: QWidget) -> bool:
    """Whether the Tab key reaches a widget."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def in_tab_order(views: Iterable[QWidget], window: QWidget) -> None:
    """Lets Tab go through the views of a window in this order, and through each from its top."""
    inside = [widget for view in views for widget in (view, *view.findChildren(QWidget)) if takes_keys(widget)]
    for before, after in pairwise(
        widget for widget in inside if widget.focusProxy() is None and widget.window() is window
    ):
        QWidget.setTabOrder(before, after)


def no_drops(view: QWidget) -> None:
    """Lets what is dropped on a view, or on anything in it, fall through to the window."""
    for widget in (view, *view.findChildren(QWidget)):
        widget.setAcceptDrops(False)


def _set_theme(view: QObject, theme: Theme) -> None:
    setter: Callable[[Theme], None] | None = getattr(view, "set_theme", None)
    if setter is not None:
        setter(theme)


def _make(name: str, session: Session, jobs: Jobs | None) -> QWidget:
    """Imports happen here, so that a window shows before the views that it does not need yet are read from disk."""
    match name:
        case "sheet":
            from gui.views.sheet import SheetView

            return SheetView(session)
        case "chart":
            from gui.views.chart import ChartView

            return ChartView(session, jobs=jobs)
        case "source":
            from gui.views.source import SourceView

            return SourceView(session, jobs)
        case "details":
            from gui.views.details import DetailsView

            return DetailsView(session)
        case "text":
            from gui.views.reader import ReaderView

            return ReaderView(session)
        case "compare":
            from gui.views.compare import CompareView

            return CompareView(session)
        case "years":
            from gui.views.chart import ChartView
            from gui.views.years import YearsView

            view = YearsView(session)
            view.hold_chart(ChartView(session, subject=view.subject, jobs=jobs))
            return view
        case "checks":
            from gui.views.checks import ChecksView

            return ChecksView(session)
        case _:
            return _make_of_library(name, session, jobs)


def _make_of_library(name: str, session: Session, jobs: Jobs | None) -> QWidget:
    """The pages that ask the library."""
    match name:
        case "search":
            from gui.views.search import SearchView

            return SearchView(session, jobs or Jobs())
        case "figures":
            from gui.views.chart import ChartView
            from gui.views.figures import FiguresView

            page = FiguresView(session, jobs or Jobs())
            page.hold_chart(ChartView(session, subject=page.subject, jobs=jobs))
            return page
        case _:
            raise KeyError(name)
