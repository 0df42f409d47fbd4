"""Table and chart, one over the other: the height is shared so that the table has its rows before the chart gets more."""

from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QSplitter

from gui.settings import Settings
from gui.view_factory import Place

MIDDLE = (62, 38)
"""Shares of the height for table and chart."""
DRAGGED, STATE = "layout/dragged", "layout/middle"
"""Whether the reader has shared the height out between table and chart, and how."""
ONCE_AND_AGAIN = (1, 90)
"""Milliseconds after which the height is shared out: at once, and when the rows have their heights."""
ROWS, FEWEST_ROWS = 12, 8
"""Rows of a table that are seen before the chart gets more than its least height; before it is there at all."""


class Heights(QSplitter):
    """Holds the table, and a place for the chart that is filled later. The chart gives way where the window is too low."""

    def __init__(self, settings: Settings, *, wanted: bool) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._settings = settings
        self._sheet: Any = None
        self._wanted, self._anyway = wanted, False
        self.chart = Place()
        self.splitterMoved.connect(lambda *_: settings.set_flag(DRAGGED, value=True))

    @property
    def _dragged(self) -> bool:
        """Whether the reader has shared the height out."""
        return self._settings.flag(DRAGGED, default=False)

    def build(self, sheet: Any) -> None:
        """Puts the table here: a widget that tells its `height_of_rows`."""
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self._sheet = sheet
        self.addWidget(sheet)
        self.addWidget(self.chart)
        self.chart.setVisible(self._wanted)
        state = self._settings.state(STATE) if self._dragged else None
        if state is None or not self.restoreState(state):
            self.setSizes([share * 10 for share in MIDDLE])

    def want(self, *, chart: bool) -> None:
        """Shows the chart, or not; where it gave way, it stays away till there is room."""
        gave_way, self._wanted = self.gave_way, chart
        if not chart:
            self._anyway = False
        if self._sheet is not None and not (chart and gave_way):
            self.chart.setVisible(chart)  # before it has no parent, and would be a window

    def insist(self) -> None:
        """Shows a chart that gave way, however low the window is."""
        self._anyway = True
        self.share()

    @property
    def gave_way(self) -> bool:
        """Whether the chart is wanted, but not here because the table needs its room."""
        return self._wanted and self._sheet is not None and self.chart.isHidden()

    def share_soon(self, context: QObject) -> None:
        """Shares the height in a turn of its own, and again when the rows have their heights."""
        for after in ONCE_AND_AGAIN:
            QTimer.singleShot(after, context, self.share)

    def share(self) -> None:
        """Gives the table its rows before the chart gets more than the least, unless the reader has shared the height."""
        if self._sheet is None or not self.isVisible() or self._dragged:
            return
        whole, least = self.height(), self.chart.minimumSizeHint().height()
        crowded = self._sheet.height_of_rows(FEWEST_ROWS) + least > whole
        self.chart.setVisible(self._wanted and (not crowded or self._anyway))
        if not self.chart.isVisible():
            return
        wanted = max(whole * MIDDLE[0] // 100, self._sheet.height_of_rows(ROWS) + self.handleWidth())
        table = min(wanted, whole - least)
        if whole > 0 and abs(table - self.sizes()[0]) > 1:
            self.setSizes([table, whole - table])

    def keep(self) -> None:
        """Keeps how the height is shared."""
        if self._sheet is not None:
            self._settings.set_state(STATE, self.saveState())

    def reset(self, whole: int) -> None:
        """As it was at first, in a window of this height."""
        self._anyway = False
        if self._sheet is not None:
            self.setSizes([share * whole // 100 for share in MIDDLE])
            self.share()
