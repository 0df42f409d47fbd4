"""Menu bar and toolbar, made from the list of commands; menus whose lines depend on what is open."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QMenu, QMenuBar, QSizePolicy, QToolBar, QToolButton, QWidget

from core.statements.statement import Statement
from core.years.change import latest_two, length
from gui.commands import Command, Commands
from gui.plain import tip
from gui.session import Session
from gui.settings import Settings

MENUS = ("&File", "&Edit", "&View", "&Go", "&Years", "&Help")
RADIO = ("scale.", "theme.", "chart.", "rows.")
"""Commands of which one is on: they share a group."""
FIND = "Find a line, an Item, an amount…    Ctrl+K"
FIND_BRIEFLY = "Find…    Ctrl+K"
BETWEEN = 14
"""Pixels that a button takes besides its own width, and that are left free at the end."""


class _Bar(QToolBar):
    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tells that there is other room."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.resized.emit()

    def lay_out_again(self) -> None:
        """Gives the buttons the room that their words need now: Qt does not hear of one that is hidden for want of room."""
        layout = self.layout()
        if layout is not None:
            layout.invalidate()
            layout.activate()

    @property
    def needed(self) -> int:
        """Pixels that the buttons need for all their words."""
        buttons = self.findChildren(QToolButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
        named = [button for button in buttons if button.objectName() != "qt_toolbar_ext_button"]
        return sum(button.sizeHint().width() + BETWEEN for button in named)


class Menus(QObject):
    """The window's actions: one for each command, in menus and toolbar."""

    open_asked = Signal(list)
    """list[Path]: chosen among the recent files."""

    def __init__(self, commands: Commands, session: Session, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._commands, self._session, self._settings = commands, session, settings
        self.actions: dict[str, QAction] = {}
        groups = {prefix: QActionGroup(self) for prefix in RADIO}
        for command in commands:
            action = self._action(command, window)
            for prefix, group in groups.items():
                if command.id.startswith(prefix):
                    group.addAction(action)
            self.actions[command.id] = action

    def _action(self, command: Command, window: QWidget) -> QAction:
        action = QAction(command.title, window)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.setCheckable(command.checked is not None)
        action.triggered.connect(lambda: self._run(command))
        role = {"quit": QAction.MenuRole.QuitRole, "about": QAction.MenuRole.AboutRole}.get(command.id)
        action.setMenuRole(role or QAction.MenuRole.NoRole)
        window.addAction(action)
        return action

    def _run(self, command: Command) -> None:
        self._commands.run(command)
        self.refresh()

    def refresh(self) -> None:
        """Enables what can act now and checks what is on."""
        for command in self._commands:
            action = self.actions[command.id]
            action.setEnabled(self._commands.can(command))
            if command.checked is not None:
                action.setChecked(self._commands.checked(command))

    # menus

    def fill(self, bar: QMenuBar) -> None:
        """Makes the menus."""
        for title in MENUS:
            menu = bar.addMenu(title)
            menu.setToolTipsVisible(True)
            menu.aboutToShow.connect(self.refresh)
            self._lines(menu, title.replace("&", ""))

    def _lines(self, menu: QMenu, name: str) -> None:
        inside: dict[str, QMenu] = {}
        for command in self._commands:
            top, _, below = command.menu.partition("/")
            if top != name:
                continue
            target = menu
            if below:
                if below not in inside:
                    if command.line:
                        menu.addSeparator()
                    inside[below] = menu.addMenu(below)
                target = inside[below]
            if command.line and target.actions():
                target.addSeparator()
            target.addAction(self.actions[command.id])
            if command.id == "open.samples":
                self._dynamic(menu.addMenu("Open Rece&nt"), self._recent)
            if command.id == "common_size":
                self._dynamic(menu.addMenu("Com&pare Columns"), self._years)

    def _dynamic(self, menu: QMenu, fill: Callable[[QMenu], None]) -> None:
        def refill() -> None:
            menu.clear()
            fill(menu)

        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(refill)

    def _recent(self, menu: QMenu) -> None:
        for at, path in enumerate(self._settings.recent):
            title = f"&{(at + 1) % 10}  " + self._settings.title_of(path).replace("&", "&&")
            action = menu.addAction(title, partial(self.open_asked.emit, [path]))
            action.setToolTip(tip(str(path)))
        if menu.isEmpty():
            menu.addAction("Nothing opened yet").setEnabled(False)
        else:
            menu.addSeparator()
            menu.addAction("Clear the List", self._settings.clear_recent)

    def _years(self, menu: QMenu) -> None:
        statement = self._session.table
        pairs = column_pairs(statement) if statement is not None else []
        chosen = self._session.options.compare or (latest_two(statement) if statement is not None else None)
        for later, earlier in pairs:
            title = compared(statement, (later, earlier)) if statement else ""
            action = menu.addAction(title.replace("&", "&&"), partial(self._compare, (later, earlier)))
            action.setCheckable(True)
            action.setChecked(chosen == (later, earlier))
        if menu.isEmpty():
            menu.addAction("No two columns to compare").setEnabled(False)

    def _compare(self, pair: tuple[int, int]) -> None:
        self._session.set_options(compare=pair, changes=True)

    # toolbar

    def toolbar(self) -> QToolBar:
        """Back, forward, open, and the menus most used; at the right the way to find anything."""
        self.bar = bar = _Bar("Toolbar")
        bar.resized.connect(self.name_buttons)
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        bar.setFloatable(False)
        bar.toggleViewAction().setEnabled(False)
        for ident, sign in (("back", "‹"), ("forward", "›")):
            button = self._button(bar, sign, self.actions[ident])
            button.setProperty("bare", True)  # noqa: FBT003
        self._button(bar, "Open…", self.actions["open"])
        self.years = self._menu_button(bar, "Years", "years")
        self._dynamic(self._menu_of(self.years), self._years_all)
        self.show = self._menu_button(bar, "Show", "show")
        menu = self._menu_of(self.show)
        for ident in ("scale.as_filed", "scale.units", "scale.thousands", "scale.millions"):
            menu.addAction(self.actions[ident])
        menu.addSeparator()
        menu.addAction(self.actions["brackets"])
        self.exports = self._menu_button(bar, "Export", "export")
        export = self._menu_of(self.exports)
        for ident in (
            "export.table",
            "export.xlsx",
            "export.csv",
            "export.json",
            "export.years",
            "export.checks",
            "export.chart",
        ):
            export.addAction(self.actions[ident])
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(gap)
        self.find = self._button(bar, FIND, self.actions["palette"])
        self.find.setObjectName("find")
        self.find.setAccessibleName("Find anything")
        return bar

    def name_buttons(self) -> None:
        """Says on the toolbar what is compared and how money is shown."""
        options, statement = self._session.options, self._session.table
        chosen = options.compare or (latest_two(statement) if statement is not None else None)
        named = ""
        if statement is not None and chosen and options.changes:
            named = compared(statement, chosen, brief=True)
        self.years.setEnabled(bool(self._session.analyses))
        self.exports.setEnabled(self._session.current is not None)
        self.show.setEnabled(statement is not None)
        years, show = f"Years: {named}" if named else "Years", f"Show: {options.scale.value}"
        for find, of_years, of_show in (
            (FIND, years, show),
            (FIND_BRIEFLY, years, show),
            (FIND_BRIEFLY, years, "Show"),
            (FIND_BRIEFLY, "Years", "Show"),
            ("Find…", "Years", "Show"),
        ):  # whole words go, the least needed first, until all buttons have room
            self.find.setText(find)
            self.years.setText(of_years)
            self.show.setText(of_show)
            if self.bar.needed <= self.bar.width():
                break
        self.bar.lay_out_again()

    def _years_all(self, menu: QMenu) -> None:
        self._years(menu)
        menu.addSeparator()
        for ident in ("changes", "common_size", "years", "compare"):
            menu.addAction(self.actions[ident])

    @staticmethod
    def _button(bar: QToolBar, title: str, action: QAction) -> QToolButton:
        button = QToolButton()
        button.setText(title)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        plain = action.text().replace("&", "").rstrip("…")
        button.setToolTip(f"{plain} ({keys})" if keys else plain)
        button.setAccessibleName(plain)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(action.trigger)
        button.setEnabled(action.isEnabled())
        action.enabledChanged.connect(button.setEnabled)
        bar.addWidget(button)
        return button

    @staticmethod
    def _menu_button(bar: QToolBar, title: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setText(title)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setMenu(QMenu(button))
        bar.addWidget(button)
        return button

    def _menu_of(self, button: QToolButton) -> QMenu:
        menu = button.menu()
        menu.aboutToShow.connect(self.refresh)
        return menu


def column_pairs(statement: Statement) -> list[tuple[int, int]]:
    """Pairs of columns worth comparing, (later, earlier): of instants or of periods of one length, the nearest first."""
    columns = statement.columns
    pairs = []
    for later, one in enumerate(columns):
        for earlier, other in enumerate(columns):
            same = length(one) == length(other) and one.member == other.member
            if same and one.end and other.end and one.end > other.end:
                pairs.append(((one.end - other.end).days, -one.end.toordinal(), later, earlier))
    nearest = min((gap for gap, *_ in pairs), default=0)
    pairs.sort(key=lambda pair: (pair[0] > nearest + 10, pair[1], pair[0]))
    return [(later, earlier) for _, _, later, earlier in pairs[:12]]


def compared(statement: Statement, pair: tuple[int, int], *, brief: bool = False) -> str:
    """`2003 against 2002`: the years where those tell the columns apart, else the columns' own heads.

    What both heads begin with is said once; `brief`, where there is little room: not at all.
    """
    later, earlier = (statement.columns[at] for at in pair)
    same = sum(1 for column in statement.columns if column.end and later.end and column.end.year == later.end.year)
    if later.end and earlier.end and later.end.year != earlier.end.year and same == 1:
        return f"{later.end.year} against {earlier.end.year}"
    lead, one, other = _apart(later.label, earlier.label)
    return f"{_short(one)} against {_short(other)}" if brief else f"{lead} {one} against {other}".strip()


def _apart(later: str, earlier: str) -> tuple[str, str, str]:
    """The words that both heads begin with, and what is left of each (all of both where one begins the other)."""
    one, other = later.split(), earlier.split()
    alike = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)
    return " ".join(one[:alike]), " ".join(one[alike:]), " ".join(other[alike:])


def _short(label: str) -> str:
    return label if len(label) <= 20 else f"{label[:19].rstrip()}…"
