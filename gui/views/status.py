"""The status bar: what is shown, whether its sums tie, and how a reading goes."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QStatusBar, QWidget

from core.analysis import Analysis
from core.checks.check import Status
from core.read.filing import Filing, Format
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


def described(filing: Filing) -> str:
    """`10-K · fiscal year 2003 · plain text`."""
    header = filing.header
    year = (
        f"fiscal year {header.fiscal_year}" if header.fiscal_year else f"dated {header.dated}" if header.dated else ""
    )
    return "  ·  ".join(part for part in (header.form or "", year, FORMATS[filing.format]) if part)


def tally(analysis: Analysis) -> tuple[int, int]:
    """How many sums tie, and how many do not."""
    states = [check.status for check in analysis.checks]
    return states.count(Status.TIES), states.count(Status.OFF)


class StatusBar(QStatusBar):
    """Tells of the shown filing; while one is read: a bar and a way to stop."""

    checks_asked = Signal()
    """The reader clicked on the sums."""
    stop_asked = Signal()
    """The reader wants the reading to stop."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._reads: tuple[Path, int] | None = None
        self.setSizeGripEnabled(False)
        self.what, self.took, self.reading, self.figures = (PlainLabel() for _ in range(4))
        self.ties, self.off = (QPushButton(flat=True, autoDefault=True) for _ in range(2))
        self.bar = QProgressBar(textVisible=False)
        self.bar.setFixedWidth(160)
        self.stop = QPushButton("Stop", flat=True, autoDefault=True)
        self.addWidget(self.what)
        for widget in (self.figures, self.reading, self.bar, self.stop, self.took):
            self.addPermanentWidget(widget)
        for button in (self.ties, self.off):
            self.addWidget(button)
            button.setToolTip("Every check of this filing (Ctrl+J)")
            button.clicked.connect(self.checks_asked)
        self.stop.clicked.connect(self.stop_asked)
        self.figures.hide()
        self.figures.setAccessibleName("The selected figures")
        session.figures_told.connect(self._tell_figures)
        session.shown.connect(self._tell)
        session.opened.connect(lambda _: self._tell(session.current))
        self.set_theme(theme)
        self.not_reading()
        self._tell(session.current)

    def reads(self, path: Path, done: int, total: int) -> None:
        """Shows how far a reading is; a total of 0 is not known."""
        if self._reads == (path, total):  # told many times while another thread works: no more than what is new
            self.bar.setValue(done)
            return
        self._reads = path, total
        self.reading.setText(f"Reading {path.name}")
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        for widget in (self.reading, self.bar, self.stop):
            widget.show()
        self.took.hide()

    def counts(self, read: int, of: int) -> None:
        """Shows how many of several filings are read."""
        self._reads = None
        self.reading.setText(f"Reading filing {min(read + 1, of):,} of {of:,}")
        self.bar.setRange(0, of)
        self.bar.setValue(read)
        for widget in (self.reading, self.bar, self.stop):
            widget.show()
        self.took.hide()

    def not_reading(self) -> None:
        """Nothing is being read."""
        self._reads = None
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
        self.took.setVisible(not words and self.bar.isHidden() and self._session.current is not None)

    def _tell(self, shown: object) -> None:
        self.figures.hide()  # they were of what was shown before
        if not isinstance(shown, Shown):
            for widget in (self.what, self.ties, self.off, self.took):
                widget.hide()
            return
        analysis = self._session.places(shown.path).analysis
        self.what.setText(described(analysis.filing))
        self.what.setToolTip(tip(_reading_notes(analysis)))
        ties, off = tally(analysis)
        self.ties.setText(f"✓ {ties:,} sum{'s tie' if ties != 1 else ' ties'}" if ties else "no sums to check")
        self.off.setText(f"▲ {off:,} {'do' if off != 1 else 'does'} not tie")
        self.ties.setStyleSheet(f"color: {(self._theme.gain if ties else self._theme.secondary).name()}")
        self.off.setStyleSheet(f"color: {self._theme.warning.name()}")
        self.took.setText(f"opened in {analysis.seconds:.2f} s")
        self.what.show()
        self.ties.setVisible(bool(ties) or not off)
        self.off.setVisible(bool(off))
        self.took.setVisible(self.bar.isHidden() and self.figures.isHidden())


def _reading_notes(analysis: Analysis) -> str:
    lines = [f"{analysis.path}", f"{analysis.filing.size:,} bytes, read as {analysis.filing.encoding}"]
    lines += [finding.message for finding in analysis.findings[:12]]
    return "\n".join(lines)
