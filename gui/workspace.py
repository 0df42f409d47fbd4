"""The panes of the window and what stands in them: contents, the middle's pages, source. Views are made when first shown."""

from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from gui.heights import Heights
from gui.jobs import Jobs
from gui.session import Pointed, Session, Shown
from gui.settings import Settings
from gui.theme import Theme
from gui.view_factory import (
    CHART,
    CHECKS,
    COMPARE,
    CONTENTS,
    DETAILS,
    FIGURES,
    SEARCH,
    SHEET,
    SOURCE,
    TABLE,
    TEXT,
    WELCOME,
    YEARS,
    Parts,
    Place,
    in_tab_order,
    polish,
    takes_keys,
)
from gui.views.notice import NoticeBar, Weight
from gui.views.outline import OutlineView
from gui.views.welcome import WelcomeView

COLUMNS = (57, 43)
"""Shares of the width beside the contents for middle and source."""
WIDE = (YEARS, FIGURES)
"""Pages of many years, which need the room."""
WIDE_COLUMNS = (73, 27)
"""The same while one of those is shown; the reader's own shares are kept for each."""

TURNED = (COMPARE, CHECKS, YEARS, SEARCH, FIGURES)
"""Pages that the reader turns to; the others follow from what is shown."""
AS_FILED = "source/as_filed"

PAUSE = 2
"""Milliseconds between one pane's drawing of another filing and the next one's."""

ARRIVING = 30
"""Milliseconds that the panes wait for what is shown of a filing that has just come: till then there is little to draw."""

SOON = 250
"""Milliseconds after a filing's first drawing till the page is made that it does not begin with."""


def _share_of_contents(whole: int) -> int:
    """How wide the contents are in a window of this width, both in pixels."""
    return min(340, max(196, max(whole, 640) * 37 // 200))


class Panes(QSplitter):
    """Contents at the left, the middle, the source at the right."""

    page_changed = Signal(str)
    open_asked = Signal(list)
    """list[Path]: the filing of what was found in the library."""
    save_chart_asked = Signal()
    """The reader wants the chart as a file."""

    def __init__(
        self, session: Session, settings: Settings, theme: Theme, jobs: Jobs, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("panes")
        self._session, self._settings = session, settings
        self._path: Path | None = None
        self._waiting: list[QWidget] = []
        self._held: QWidget | None = None
        self._ordered = 0
        self._shares: dict[bool, list[int]] = {}
        """Where the panes are parted, with all years shown and without."""
        self._next_pane = QTimer(self, singleShot=True)
        self._next_pane.timeout.connect(self._draw_next)
        self.parts = Parts(session, theme, jobs)
        panes = {CONTENTS: True, SOURCE: True, CHART: True, DETAILS: False}
        self._hidden = {name for name, shown in panes.items() if not settings.flag(f"panes/{name}", default=shown)}
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
        self._source_place, self._details_place = Place(), Place()
        self._heights = Heights(settings, wanted=CHART not in self._hidden)
        self._right = QSplitter(Qt.Orientation.Vertical)
        self._right.setHandleWidth(1)
        self._right.setChildrenCollapsible(False)
        self._right.addWidget(self._source_place)
        self._right.addWidget(self._details_place)
        self._right.setStretchFactor(0, 1)
        self._right.hide()
        self.parts.add(CONTENTS, self.outline)
        self.parts.add(WELCOME, self.welcome)
        self.parts.add("notices", self.notices)
        for widget in (self.outline, middle, self._right):
            self.addWidget(widget)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.outline.setMinimumWidth(160)
        middle.setMinimumWidth(320)
        self._right.setMinimumWidth(240)
        for at, stretch in enumerate((0, 1, 1)):
            self.setStretchFactor(at, stretch)
        session.opened.connect(lambda _: QTimer.singleShot(PAUSE, self, self._arrive))
        session.stays = self._stays
        session.turned.connect(self._turned)
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
        """Turns to a page; asked for the one that is shown already, goes back to what the session shows."""
        if name in TURNED and self._session.current is not None:
            self._session.turn("" if name == self._session.page else name)
        else:
            self._display(name)

    def _display(self, name: str) -> None:
        before, focused = self.page, QApplication.focusWidget()
        inside = focused is not None and self._named[before].isAncestorOf(focused)
        self.pages.setCurrentWidget(self._page(name))
        if inside and before == TEXT and name == TABLE:
            QTimer.singleShot(
                0, self, lambda: self.focus(TABLE)
            )  # else the keyboard would go on to whatever comes next
        self._make_room(before)
        self._arrange()
        self.page_changed.emit(name)

    def _make_room(self, before: str) -> None:
        """Gives all years the room that they need, and the source its own when they go."""
        if (before in WIDE) == (self.page in WIDE):
            return
        self._shares[before in WIDE] = self.sizes()
        kept, (left, middle, right) = self._shares.get(self.page in WIDE), self.sizes()
        if kept is not None and sum(kept) == left + middle + right:
            self.setSizes(kept)
        elif right:
            shares = WIDE_COLUMNS if self.page in WIDE else COLUMNS
            right = (middle + right) * shares[1] // sum(shares)
            self.setSizes([left, sum(self.sizes()) - left - right, right])

    @staticmethod
    def _natural(shown: object) -> str:
        if not isinstance(shown, Shown):
            return WELCOME
        return TABLE if shown.statement is not None else TEXT

    def _follow(self, shown: object) -> None:
        if isinstance(shown, Shown) and shown.path != self._path:
            self._one_by_one()
        self._path = shown.path if isinstance(shown, Shown) else None
        wanted = self._session.page or self._natural(shown)
        if wanted != self.page or not isinstance(shown, Shown):
            self._display(wanted)
        else:
            self._heights.share_soon(self)

    def _turned(self, page: str) -> None:
        """The reader turned to another page of what is shown."""
        self._display(page or self._natural(self._session.current))

    def _stays(self, page: str, shown: Shown) -> bool:
        """Whether a page goes on with what is shown next."""
        keeps: Callable[[Shown], bool] | None = getattr(self._named.get(page), "keeps", None)
        return page == COMPARE or (keeps is not None and keeps(shown))

    def _pointed(self, pointed: object) -> None:
        """What is pointed at from elsewhere is not looked for in the list of checks."""
        if isinstance(pointed, Pointed) and self.page == CHECKS and not self._stays(CHECKS, Shown(pointed.path)):
            self._session.turn()

    # places

    def _arrive(self) -> None:
        """The first filing is there: contents and source get their room before anything is put into them."""
        if self._session.current is None:
            self._one_by_one(ARRIVING)
            self._arrange()
            self._arrange_source()
            self.refresh()

    def _one_by_one(self, after: int = PAUSE) -> None:
        """Lets the panes draw another filing one after the other: the window answers in between."""
        before, sheet = self._waiting, self.parts.made(SHEET)
        # the table, not the sheet: Qt would draw an opaque widget with all inside, and then what is inside again
        middle = [self.pages] if sheet is None else [sheet.table, self._heights.chart]  # type: ignore[attr-defined]
        self._waiting = [self.outline, *middle, self._right]
        for pane in before:
            pane.setUpdatesEnabled(pane not in self._waiting)
        for pane in self._waiting:
            pane.setUpdatesEnabled(False)
        self._next_pane.start(after)

    @property
    def drawing(self) -> bool:
        """Whether some pane has yet to draw the filing that is shown."""
        return bool(self._waiting)

    def _draw_next(self) -> None:
        self._waiting.pop(0).setUpdatesEnabled(True)
        if self._waiting:
            self._next_pane.start(PAUSE)
        else:
            self._heights.share()
            self._prepare_text()

    def _prepare_text(self) -> None:
        """Makes the page that a filing does not begin with, bit by bit: the window answers in between."""
        if TEXT not in self._named:
            imports = ("core.document.prose", "gui.text.flow", "gui.views.reader")
            steps: list[Callable[[], object]] = [partial(import_module, name) for name in imports]
            for at, step in enumerate((*steps, lambda: self._page(TEXT))):
                QTimer.singleShot(SOON + 20 * at, self, step)

    def _page(self, name: str) -> QWidget:
        if name not in self._named:
            self._named[name] = self._build_table() if name == TABLE else self.parts.view(name)
            if name in TURNED:
                self._named[name].leave_asked.connect(self._leave)  # type: ignore[attr-defined]
            if name == CHECKS:
                say = partial(self.notices.say, "remarks")
                self._named[name].failed.connect(lambda words: say(words, Weight.ERROR))  # type: ignore[attr-defined]
            if name in (SEARCH, FIGURES):
                self._named[name].arrival.open_asked.connect(self.open_asked)  # type: ignore[attr-defined]
            if name == YEARS:
                self._named[name].source_wanted.connect(lambda: self.focus(SOURCE))  # type: ignore[attr-defined]
                self._named[name].chart.save_asked.connect(self.save_chart_asked)  # type: ignore[attr-defined]
            self.pages.addWidget(self._named[name])
            polish(self._named[name])
        return self._named[name]

    def _leave(self) -> None:
        """Back from a page to what is shown, or to where a window begins."""
        if self._session.current is not None:
            self._session.turn()
        else:
            self._display(WELCOME)

    def _build_table(self) -> QWidget:
        sheet = self.parts.view(SHEET)
        sheet.source_wanted.connect(lambda: self.focus(SOURCE))  # type: ignore[attr-defined]
        sheet.links_wanted.connect(lambda: self.parts.view(DETAILS).show_links())  # type: ignore[attr-defined]
        sheet.years_wanted.connect(lambda: self.show_page(YEARS))  # type: ignore[attr-defined]
        self._heights.build(sheet)
        return self._heights

    def fill(self) -> None:
        """Makes what was left out for a quick first paint, one view at a time: what a filing will need."""
        steps = (
            lambda: self._page(TABLE),
            self._hold_source,
            self._hold_chart,
            self._hold_details,
        )
        for after, step in enumerate(steps):
            QTimer.singleShot(after, self, step)

    def _arrange(self) -> None:
        """Shows what belongs beside the page; the source in a turn of its own, so that the window answers between."""
        open_now = bool(self._session.analyses)
        appears = open_now and CONTENTS not in self._hidden and self.outline.isHidden()
        self.outline.setVisible(open_now and CONTENTS not in self._hidden)
        if appears:
            self.outline.tree.setFocus()
        elif not open_now and self.page == WELCOME and self._session.current is None:
            self.welcome.choose.setFocus()
        self._heights.want(chart=CHART not in self._hidden)
        QTimer.singleShot(1, self, self._arrange_source)
        self._heights.share_soon(self)

    def _arrange_source(self) -> None:
        wanted = bool(self._session.analyses) and SOURCE not in self._hidden and self.page != COMPARE
        if wanted:
            self._hold_source()
        self._source_place.setVisible(wanted)
        unfolded = bool(self._session.analyses) and DETAILS not in self._hidden and self.page != COMPARE
        if unfolded:
            self._hold_details()
        self._details_place.setVisible(wanted or unfolded)
        self._right.setVisible(wanted or unfolded)

    def _hold_chart(self) -> None:
        """Puts the chart under the table."""
        first = self.parts.made(CHART) is None
        view = self.parts.view(CHART)
        if first:
            view.save_asked.connect(self.save_chart_asked)  # type: ignore[attr-defined]
        self._heights.chart.hold(view)

    def _hold_source(self) -> None:
        """Puts the source in its place, as filed or as text, whichever was chosen last."""
        first = self.parts.made(SOURCE) is None
        view = self.parts.view(SOURCE)
        if first:
            view.paper.prefer(as_filed=self._settings.flag(AS_FILED, default=True))  # type: ignore[attr-defined]
            keep = partial(self._settings.set_flag, AS_FILED)
            view.bar.side_chosen.connect(lambda filed: keep(value=filed))  # type: ignore[attr-defined]
        self._source_place.hold(view)

    def _hold_details(self) -> None:
        """Puts the details under the source: a strip, or unfolded as high as they were last."""
        first = self.parts.made(DETAILS) is None
        view = self.parts.view(DETAILS)
        self._details_place.hold(view)
        if first:
            view.fold_asked.connect(lambda: self.toggle(DETAILS))  # type: ignore[attr-defined]
        folded = DETAILS in self._hidden
        if first or view.folded is not folded:  # type: ignore[attr-defined]
            self._keep_details()
            view.fold(folded=folded)  # type: ignore[attr-defined]
            self._details_place.setMaximumHeight(view.maximumHeight())
            self._size_details(view, folded=folded)

    def _size_details(self, view: QWidget, *, folded: bool) -> None:
        """Shares out the height between source and details: the splitter does not when only a limit changes."""
        state = self._settings.state("layout/right")
        if folded or state is None or not self._right.restoreState(state):
            high = min(view.sizeHint().height(), self.height() // 2)
            self._right.setSizes([self.height() - high, high])

    def _keep_details(self) -> None:
        """Keeps how high the details are, where they are unfolded."""
        view = self.parts.made(DETAILS)
        if view is not None and view.isVisible() and not view.folded and self._source_place.isVisible():  # type: ignore[attr-defined]
            self._settings.set_state("layout/right", self._right.saveState())

    # what the reader arranges

    def shows(self, name: str) -> bool:
        """Whether a pane (contents, chart, source, details unfolded) is wanted."""
        return name not in self._hidden

    def toggle(self, name: str) -> None:
        """Shows or hides a pane."""
        if name == CHART and self.page == TABLE and self._heights.gave_way:
            self._heights.insist()
            return
        self._hidden ^= {name}
        self._settings.set_flag(f"panes/{name}", value=name not in self._hidden)
        if name == DETAILS:
            self._hold_details()
            self._arrange_source()
        self._arrange()

    def restore(self) -> None:
        """Puts the splitters where they were last, or where they belong at first."""
        state = self._settings.state("layout/columns")
        if state is None or not self.restoreState(state):
            self._first_sizes()

    def keep(self) -> None:
        """Keeps where the splitters are."""
        self._keep_details()
        if self._session.current is not None:
            if self.page in WIDE and False in self._shares:
                self.setSizes(self._shares[False])
            self._settings.set_state("layout/columns", self.saveState())
        self._heights.keep()

    def reset(self) -> None:
        """Puts every pane back to where it was at first."""
        self._settings.forget("layout")
        self._settings.forget("panes")
        self._hidden = {DETAILS}
        if self.parts.made(DETAILS) is not None:
            self._hold_details()
            self._settings.forget("layout/right")
        self._arrange()
        self._first_sizes()
        self._heights.reset(self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives the contents their share of the new width, unless the reader has chosen another."""
        untouched = abs(self.sizes()[0] - _share_of_contents(event.oldSize().width())) <= 1
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._heights.share)
        left, middle, right = self.sizes()
        more = _share_of_contents(event.size().width()) - left
        if untouched and left and more:
            aside = more * right // max(middle + right, 1)
            self.setSizes([left + more, middle - more + aside, right - aside])

    def _first_sizes(self) -> None:
        whole = max(self.width(), 640)
        left = _share_of_contents(whole)
        right = (whole - left) * COLUMNS[1] // sum(COLUMNS)
        self.setSizes([left, whole - left - right, right])

    # keyboard

    def order_tabs(self, first: QWidget, last: QWidget) -> None:
        """Lets Tab go from `first`, left to right through what is there by now, to `last`."""
        if self._ordered != self.parts.count:
            self._ordered = self.parts.count
            names = (
                "notices",
                CONTENTS,
                WELCOME,
                SHEET,
                CHART,
                TEXT,
                COMPARE,
                YEARS,
                CHECKS,
                SEARCH,
                FIGURES,
                SOURCE,
                DETAILS,
            )
            made = [view for name in names if (view := self.parts.made(name)) is not None]
            in_tab_order([first, *made, last], self.window())

    def focus(self, name: str) -> None:
        """Gives a pane the keyboard; shows it first where it is hidden."""
        if name in self._hidden:
            self.toggle(name)
        for widget in self._focusable(name):
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def cycle(self, steps: int, focused: QWidget | None) -> None:
        """Gives the next pane (or the one before) the keyboard."""
        ring = [name for name in (CONTENTS, TABLE, CHART, SOURCE, DETAILS) if self._focusable(name)]
        here = next((at for at, name in enumerate(ring) if self._holds(name, focused)), -1 if steps > 0 else 0)
        if ring:
            self.focus(ring[(here + steps) % len(ring)])

    def hold(self, paths: Sequence[Path]) -> None:
        """Shows what a drop of these would do: on the first page its field, else over all that is shown."""
        if self.welcome.isVisible():
            self.welcome.light(lit=True)
            return
        from gui.views.drop import DropCover, drop_words  # a start does without it

        self.hold_nothing()
        self._held = DropCover(drop_words(paths), self.parts.theme, self.window())

    def hold_nothing(self) -> None:
        """What was held over the window has gone."""
        self.welcome.light(lit=False)
        if self._held is not None:
            self._held.hide()
            self._held.deleteLater()
            self._held = None

    def _focusable(self, name: str) -> list[QWidget]:
        """The widget of a pane that takes the keyboard: none where the pane is not on the screen."""
        if name == "filter":
            return [self.outline.filter]
        if name == CONTENTS:
            return [self.outline.tree] if self.outline.isVisible() else []
        view = self._pane(name)
        if view is None or not view.isVisible() or (name == DETAILS and name in self._hidden):
            return []
        inside = [child for child in view.findChildren(QWidget) if takes_keys(child) and child.isVisible()]
        first = [view] if takes_keys(view) else inside
        large = sorted(first, key=lambda child: -child.width() * child.height())
        return large[:1]

    def _pane(self, name: str) -> QWidget | None:
        if name == TABLE:
            return self.parts.made(SHEET) if self.page == TABLE else self.pages.currentWidget()
        return self.parts.made(name)

    def _holds(self, name: str, focused: QWidget | None) -> bool:
        pane = self._pane(name)
        return pane is not None and focused is not None and (pane is focused or pane.isAncestorOf(focused))
