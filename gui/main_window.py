"""The main window: puts panes, menus and bars together and passes commands on; no rules of its own."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QMainWindow

from gui import last_session, theme
from gui.actions import WindowDesk
from gui.commands import Commands
from gui.jobs import Jobs
from gui.menus import Menus
from gui.opening import MOST, Opener, edgar_words, paths_of
from gui.options import ChartKind, Scale, zoom_of
from gui.remarks import Remarks
from gui.session import Session
from gui.settings import Settings
from gui.views.notice import Weight
from gui.views.status import StatusBar
from gui.workspace import Panes

Kind = TypeVar("Kind", bound=StrEnum)
SIZE = (1280, 800)
REMARKS = "remarks.json"
"""The file beside the settings in which the reader's notes are kept."""
KEPT_AFTER = 1500
"""Milliseconds after a change until what is open and shown is kept: a crash costs no more."""
NAMED = 3
"""Files that a notice names."""
FRAMED = 60
"""Milliseconds after the first paint by which a window manager has told the frame that it put around the window."""


class MainWindow(QMainWindow):
    """The window of one session."""

    def __init__(self, settings: Settings, jobs: Jobs | None = None) -> None:
        super().__init__()
        self.settings = settings
        remarks = settings.beside(REMARKS)
        self.session = Session(self, Remarks(remarks), remarks.parent)
        self.jobs = jobs or Jobs(self)
        self.theme = theme.load(theme.chosen(settings.text("theme", "system")))
        self.opener = Opener(self.session, settings, self.jobs, self)
        self.panes = Panes(self.session, settings, self.theme, self.jobs)
        self.desk = WindowDesk(self, self.session, settings, self.jobs, self.opener, self.panes)
        self.commands = Commands(self.desk)
        self.desk.bind(self.commands, self.apply_theme)
        self.menus = Menus(self.commands, self.session, settings, self)
        self.status = StatusBar(self.session, self.theme)
        self._painted: Callable[[], object] | None = None
        self._kept = QTimer(self, singleShot=True, interval=KEPT_AFTER)
        self._kept.timeout.connect(lambda: last_session.keep(self.session, self.settings))
        self._later = QTimer(self, singleShot=True, interval=20)  # many signals, one refreshing
        self._later.timeout.connect(self._refresh)
        self._build()
        self._connect()
        self._restore()

    def _build(self) -> None:
        self.setObjectName("window")
        self.setWindowTitle("Tieout")
        self.setAcceptDrops(True)
        self.menus.fill(self.menuBar())
        self.bar = self.menus.toolbar()
        self.addToolBar(self.bar)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setCentralWidget(self.panes)
        self.setStatusBar(self.status)
        self.menus.refresh()
        self.menus.name_buttons()
        self.panes.welcome.choose.setFocus()

    def _connect(self) -> None:
        session, opener, panes = self.session, self.opener, self.panes
        self.menus.open_asked.connect(opener.open)
        panes.welcome.open_asked.connect(opener.open)
        panes.welcome.choose_asked.connect(self.desk.choose_files)
        panes.outline.compare_asked.connect(self.desk.compare)
        panes.outline.close_asked.connect(self.desk.close)
        panes.outline.reload_asked.connect(opener.reload)
        panes.page_changed.connect(lambda _: self._later.start())
        panes.open_asked.connect(opener.open)
        panes.save_chart_asked.connect(self.desk.save_chart)
        self.status.checks_asked.connect(lambda: panes.show_page("checks"))
        self.status.keep_asked.connect(self.desk.keep_sum)
        self.status.stop_asked.connect(opener.cancel)
        opener.began.connect(self._begin)
        opener.progress.connect(self.status.reads)
        opener.counted.connect(self.status.counts)
        opener.no_filings.connect(self._tell_no_filings)
        opener.too_many.connect(self._tell_too_many)
        opener.ended.connect(lambda _: None if opener.loading else self.status.not_reading())
        opener.ended.connect(lambda _: self._later.start())
        opener.failed.connect(self._tell_failed)
        opener.changed.connect(self._tell_changed)
        opener.vanished.connect(self._tell_vanished)
        opener.settled.connect(lambda path: panes.notices.put_away(f"file:{path}"))
        session.closed.connect(panes.notices.put_away_of)
        told = (session.options_changed, session.figures_told, session.remarked, session.turned)
        for signal in (session.shown, session.opened, session.closed, session.pointed, *told):
            signal.connect(lambda _: self._later.start())
        for signal in (session.shown, session.opened, session.closed, session.pointed, session.turned):
            signal.connect(lambda _: self._kept.start())
        session.options_changed.connect(lambda _: self._keep_options())
        QGuiApplication.styleHints().colorSchemeChanged.connect(lambda _: self.apply_theme())

    def _refresh(self) -> None:
        self.menus.refresh()
        self.menus.name_buttons()
        self.panes.order_tabs(self.bar, self.status)
        shown = self.session.current
        name = self.session.places(shown.path).analysis.filing.name if shown else ""
        self.setWindowTitle(f"{name} – Tieout" if name else "Tieout")

    def _begin(self, path: Path) -> None:
        """A reading that takes no longer than a blink is not worth a word."""
        self._later.start()
        QTimer.singleShot(100, self, lambda: self._tell_begun(path))

    def _tell_begun(self, path: Path) -> None:
        if path in self.opener.loading and self.opener.count.of > 1:
            self.status.counts(*self.opener.count)
        elif path in self.opener.loading:
            self.status.reads(path, 0, 0)

    # what is kept between starts

    def _restore(self) -> None:
        state = self.settings.state("window/geometry")
        if state is None or not self.restoreGeometry(state):
            self.resize(*SIZE)
        self.session.set_options(
            scale=_choice(Scale, self.settings.text("options/scale"), Scale.AS_FILED),
            chart=_choice(ChartKind, self.settings.text("options/chart"), ChartKind.AUTO),
            brackets=self.settings.flag("options/brackets", default=True),
            changes=self.settings.flag("options/changes", default=True),
            compact=self.settings.flag("options/compact", default=False),
            close_text=self.settings.flag("options/close_text", default=False),
            table_font=self.settings.text("options/table_font"),
            text_font=self.settings.text("options/text_font"),
            table_zoom=zoom_of(self.settings.text("options/table_zoom")),
            text_zoom=zoom_of(self.settings.text("options/text_zoom")),
        )

    def _keep_options(self) -> None:
        options = self.session.options
        self.settings.set_text("options/scale", options.scale.value)
        self.settings.set_text("options/chart", options.chart.value)
        self.settings.set_flag("options/brackets", value=options.brackets)
        self.settings.set_flag("options/changes", value=options.changes)
        self.settings.set_flag("options/compact", value=options.compact)
        self.settings.set_flag("options/close_text", value=options.close_text)
        self.settings.set_text("options/table_font", options.table_font)
        self.settings.set_text("options/text_font", options.text_font)
        self.settings.set_text("options/table_zoom", str(options.table_zoom))
        self.settings.set_text("options/text_zoom", str(options.text_zoom))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keeps the layout and ends what is under way."""
        self.settings.set_state("window/geometry", self.saveGeometry())
        self.panes.keep()
        last_session.keep(self.session, self.settings)
        self.settings.sync()
        self.hide()  # it is gone for the reader, whatever is still under way
        self.opener.cancel()
        self.jobs.shut()
        super().closeEvent(event)

    def fit_to_screen(self) -> None:
        """Brings the window into the screen with the frame that its window manager has put around it."""
        if QGuiApplication.platformName() == "offscreen":  # its screen is none that anyone looks at
            return
        frame, inside, screen = self.frameGeometry(), self.geometry(), self.screen().availableGeometry()
        if frame == inside or self.isMaximized() or self.isFullScreen() or screen.contains(frame):
            return
        around = frame.size() - inside.size()
        self.resize(inside.size().boundedTo(screen.size() - around))
        wanted = self.frameGeometry().size()
        left = max(screen.left(), min(frame.left(), screen.right() + 1 - wanted.width()))
        top = max(screen.top(), min(frame.top(), screen.bottom() + 1 - wanted.height()))
        self.move(left, top)

    def resume(self) -> None:
        """After the first paint of a start without files: what was left out, and what was open last."""
        self.panes.fill()
        self.desk.resume()

    def when_painted(self, call: Callable[[], object]) -> None:
        """Calls once, right after the window's first paint."""
        self._painted = call

    def paintEvent(self, event: QPaintEvent) -> None:
        """After the first paint come the parts that were left out for its sake."""
        super().paintEvent(event)
        call, self._painted = self._painted, None
        if call is not None:
            QTimer.singleShot(0, call)
            QTimer.singleShot(FRAMED, self, self.fit_to_screen)

    # notices

    def _tell_failed(self, path: Path, reason: str) -> None:
        words = reason if path.name in reason else f"{path.name}: {reason}"
        self.panes.notices.say(f"failed:{path}", words, Weight.ERROR, of=path)

    def _tell_no_filings(self, folder: Path, reasons: dict[Path, str]) -> None:
        """One notice for all files of a folder that are no filings."""
        many = f"{len(reasons):,} files in {folder.name} are no filings and are left out"
        one = f"1 file in {folder.name} is no filing and is left out"
        named = ", ".join(path.name for path in list(reasons)[:NAMED]) + (", …" if len(reasons) > NAMED else "")
        whole = "\n".join(f"{path}: {reason}" for path, reason in reasons.items())
        copy = ("Copy the List", lambda: QApplication.clipboard().setText(whole))
        words = f"{one if len(reasons) == 1 else many}: {named}"
        self.panes.notices.say(f"failed:{folder}", words, Weight.HINT, copy)

    def _tell_too_many(self, folder: Path, many: int) -> None:
        words = f"{folder.name} has {many:,} files that may be filings: the first {MOST:,} are opened."
        self.panes.notices.say(f"many:{folder}", words, Weight.WARNING)

    def _tell_changed(self, path: Path) -> None:
        words = f"{path.name} has changed on disk. What you see is as it was read."
        reload = ("Reload", lambda: self.opener.reload(path))
        self.panes.notices.say(f"file:{path}", words, Weight.WARNING, reload, of=path)

    def _tell_vanished(self, path: Path) -> None:
        words = f"{path.name} is no longer on disk. What was read stays readable here."
        close = ("Close It", lambda: self.session.close(path))
        self.panes.notices.say(f"file:{path}", words, Weight.WARNING, close, of=path)

    def report(self, summary: str, details: str) -> None:
        """Tells of a fault in the program itself."""
        copy = ("Copy the Details", lambda: QApplication.clipboard().setText(details))
        self.panes.notices.say("fault", f"Something went wrong in Tieout: {summary}", Weight.ERROR, copy)

    # drops

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and folders are welcome anywhere in the window."""
        paths = paths_of(event.mimeData())
        if paths or edgar_words(event.mimeData()):
            event.acceptProposedAction()
            self.panes.hold(paths)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """What was held over the window has gone."""
        self.panes.hold_nothing()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Opens what is dropped, or asks about the filing of EDGAR that it means."""
        self.panes.hold_nothing()
        paths = paths_of(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.activateWindow()
            self.opener.open(paths)
        elif words := edgar_words(event.mimeData()):
            event.acceptProposedAction()
            self.desk.get_filings(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape, where nobody else had use for it, leaves a page that the reader turned to."""
        if event.key() == Qt.Key.Key_Escape and self.session.page:
            self.session.turn()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Coming back to the window, looks at the files of what is open."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.opener.look()

    # theme

    def apply_theme(self) -> None:
        """Draws the window in the chosen theme, at once."""
        self.theme = theme.load(theme.chosen(self.settings.text("theme", "system")))
        theme.apply(self.theme)
        self.panes.parts.set_theme(self.theme)
        self.status.set_theme(self.theme)


def _choice(kind: type[Kind], value: str, default: Kind) -> Kind:
    """The option of this value, or the default where the settings say something else."""
    return next((option for option in kind if option.value == value), default)
