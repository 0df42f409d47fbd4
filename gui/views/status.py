"""The status bar: what is shown, whether its sums tie, and how a reading goes."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QStatusBar, QWidget

from core.analysis import Analysis
from core.checks.check import Status
from core.read.filing import Filing, Format
from gui.models.noted import Counts, counts
from gui.plain import PlainLabel, tip
from gui.session import Session, Shown
from gui.theme import Theme

FORMATS = {
    Format.TEXT: "plain text",
    Format.SUBMISSION: "EDGAR submission",
    Format.HTML: "HTML",
    Format.IXBRL: "inline XBRL",
    Format.DATA: "data",
    Format.BINARY: "binary",
}
SELDOM = 250
"""Milliseconds between two counts that are shown: a bar that moves draws the window there and then."""
LONGEST_NAME = 240
"""Pixels of what is being read: a window does not grow for a long name."""


def described(filing: Filing) -> str:
    """`10-K · fiscal year 2003 · plain text`."""
    header = filing.header
    year = (
        f"fiscal year {header.fiscal_year}" if header.fiscal_year else f"dated {header.dated}" if header.dated else ""
    )
    return "  ·  ".join(part for part in (header.form or "", year, FORMATS[filing.format]) if part)


class StatusBar(QStatusBar):
    """Tells of the shown filing; while one is read: a bar and a way to stop."""

    checks_asked = Signal()
    """The reader clicked on the sums."""
    keep_asked = Signal()
    """The reader wants to keep the sum of the selected figures as a check."""
    stop_asked = Signal()
    """The reader wants the reading to stop."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._reads: tuple[Path, int] | None = None
        self._counted: tuple[int, int] | None = None
        """A count that is not shown yet."""
        self._seldom = QTimer(self, singleShot=True, interval=SELDOM)
        self._seldom.timeout.connect(self._count)
        self.setSizeGripEnabled(False)
        self.what, self.took, self.reading, self.figures = (PlainLabel() for _ in range(4))
        self.ties, self.off, self.look = (QPushButton(flat=True, autoDefault=True) for _ in range(3))
        self.bar = QProgressBar(textVisible=False)
        self.bar.setFixedWidth(160)
        self.stop = QPushButton("Stop", flat=True, autoDefault=True)
        self.addWidget(self.what)
        self.keep = QPushButton("Keep as Check", flat=True, autoDefault=True)
        self.keep.clicked.connect(self.keep_asked)
        for widget in (self.figures, self.keep, self.reading, self.bar, self.stop, self.took):
            self.addPermanentWidget(widget)
        for button in (self.ties, self.off, self.look):
            self.addWidget(button)
            button.setToolTip("Every check of this filing (Ctrl+J)")
            button.clicked.connect(self.checks_asked)
        self.stop.clicked.connect(self.stop_asked)
        self.figures.hide()
        self.keep.hide()
        self.figures.setAccessibleName("The selected figures")
        session.figures_told.connect(self._tell_figures)
        session.shown.connect(self._tell)
        session.opened.connect(self._on_opened)
        session.remarked.connect(lambda _: self._tell(session.current))
        self.set_theme(theme)
        self.not_reading()
        self._tell(session.current)

    def _on_opened(self, analysis: Analysis) -> None:
        """A new reading of the shown filing may tell other sums."""
        shown = self._session.current
        if shown is not None and shown.path == analysis.path:
            self._tell(shown)

    def reads(self, path: Path, done: int, total: int) -> None:
        """Shows how far a reading is; a total of 0 is not known."""
        if self._reads == (path, total):  # told many times while another thread works: no more than what is new
            self.bar.setValue(done)
            return
        self._reads, self._counted = (path, total), None
        said = f"Reading {path.name}"
        self.reading.setText(self.reading.fontMetrics().elidedText(said, Qt.TextElideMode.ElideMiddle, LONGEST_NAME))
        self.reading.setToolTip(tip(said))
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        for widget in (self.reading, self.bar, self.stop):
            widget.show()
        self.took.hide()

    def counts(self, read: int, of: int) -> None:
        """Shows how many of several filings are read; of many that come one after the other now and then the last."""
        self._counted = read, of
        if not self._seldom.isActive():
            self._count()

    def _count(self) -> None:
        if self._counted is None:
            return
        read, of = self._counted
        self._reads, self._counted = None, None
        self.reading.setText(f"Reading filing {min(read + 1, of):,} of {of:,}")
        self.bar.setRange(0, of)
        self.bar.setValue(read)
        for widget in (self.reading, self.bar, self.stop):
            widget.show()
        self.took.hide()
        self._seldom.start()

    def not_reading(self) -> None:
        """Nothing is being read."""
        self._reads, self._counted = None, None
        self._seldom.stop()
        for widget in (self.reading, self.bar, self.stop):
            widget.hide()
        self.took.show()

    def set_theme(self, theme: Theme) -> None:
        """Colours the words."""
        self._theme = theme
        self.setStyleSheet(
            f"QStatusBar {{ min-height: 26px; }} QLabel {{ color: {theme.secondary.name()}; padding: 0 8px; }}"
            "QPushButton { background: transparent; border: 1px solid transparent; padding: 1px 6px; min-height: 16px; }"
            f"QPushButton:hover, QPushButton:focus {{ border-color: {theme.accent.name()}; }}"
        )
        self._tell(self._session.current)

    def _tell_figures(self, words: str) -> None:
        """What is selected comes to this; it stands where the time of opening stood."""
        self.figures.setText(words)
        self.figures.setVisible(bool(words))
        self._offer(self._session.current)
        self.took.setVisible(not words and self.bar.isHidden() and self._session.current is not None)

    def _offer(self, shown: Shown | None) -> None:
        """Offers to keep the sum that the selected figures are; the button says how it comes out."""
        offered = self._session.offered
        self.keep.setVisible(offered is not None and shown is not None)
        if offered is not None and shown is not None:
            from gui.models.own_sums import check_of  # a start does without it

            check = check_of(self._session.places(shown.path), offered)
            self.keep.setText(f"{'✓' if check.status is Status.TIES else '▲'} Keep as Check")
            self.keep.setToolTip(tip(f"{check.title} (Ctrl+Shift+K)"))

    def _counts(self, shown: Shown) -> Counts:
        places = self._session.places(shown.path)
        return counts(places, self._session.remarks.of(places.analysis.filing.sha256))

    def _tell(self, shown: object) -> None:
        self.keep.hide()
        self.figures.hide()  # they were of what was shown before
        if not isinstance(shown, Shown):
            for widget in (self.what, self.ties, self.off, self.look, self.took):
                widget.hide()
            return
        analysis = self._session.places(shown.path).analysis
        self.what.setText(described(analysis.filing))
        self.what.setToolTip(tip(_reading_notes(analysis)))
        counted = self._counts(shown)
        ties, off = counted.ties, counted.off
        self.ties.setText(f"✓ {ties:,} sum{'s tie' if ties != 1 else ' ties'}" if ties else "no sums to check")
        accepted = f", {counted.accepted:,} accepted" if counted.accepted else ""
        self.off.setText(f"▲ {off:,} {'do' if off != 1 else 'does'} not tie{accepted}" if off else f"☑{accepted[1:]}")
        self.ties.setStyleSheet(f"color: {(self._theme.gain if ties else self._theme.secondary).name()}")
        self.off.setStyleSheet(f"color: {(self._theme.warning if off else self._theme.secondary).name()}")
        self.look.setText(f"{counted.look:,} worth a look")
        self.look.setStyleSheet(f"color: {self._theme.secondary.name()}")
        self.took.setText(f"opened in {analysis.seconds:.2f} s")
        self.what.show()
        self.ties.setVisible(bool(ties) or not off)
        self.off.setVisible(bool(off or counted.accepted))
        self.look.setVisible(bool(counted.look))
        self.took.setVisible(self.bar.isHidden() and self.figures.isHidden())


def _reading_notes(analysis: Analysis) -> str:
    lines = [f"{analysis.path}", f"{analysis.filing.size:,} bytes, read as {analysis.filing.encoding}"]
    lines += [finding.message for finding in analysis.findings[:12]]
    return "\n".join(lines)
