"""What the window shows when nothing is open: where to drop a filing, recent files, the samples."""

from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gui.plain import tip
from gui.settings import Settings
from gui.theme import Theme

SAMPLES = Path(__file__).parent.parent.parent / "resources" / "samples"
WIDTH = 560


def samples() -> tuple[Path, ...]:
    """The filings that come with the program."""
    return tuple(sorted((*SAMPLES.glob("*.txt"), *SAMPLES.glob("*.htm"))))


class DropZone(QWidget):
    """A dashed field that says what to do."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme, self.lit = theme, False
        self.setFixedHeight(176)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draws the dashes; lit while something is held over the window."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self.theme.accent if self.lit else self.theme.secondary
        painter.setPen(QPen(colour, 2 if self.lit else 1, Qt.PenStyle.DashLine))
        painter.setBrush(self.theme.selection if self.lit else self.theme.panel)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()


class WelcomeView(QWidget):
    """Opens filings with one click or drop."""

    choose_asked = Signal()
    """The reader wants the file dialog."""
    open_asked = Signal(list)
    """list[Path]: the reader chose these."""

    def __init__(self, settings: Settings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings, self._theme = settings, theme
        self.zone = DropZone(theme)
        self.title = QLabel("Drop a filing here")
        self.hint = QLabel(
            "A 10-K, 10-Q, 8-K or 20-F as plain text, as HTML or as a full EDGAR submission;\nseveral at once, or a folder."
        )
        self.choose = QPushButton("Open…", autoDefault=True)
        self.choose.clicked.connect(self.choose_asked)
        inside = QVBoxLayout(self.zone)
        inside.setSpacing(8)
        inside.addStretch()
        for widget in (self.title, self.hint, self.choose):
            inside.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addStretch()
        self.hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.lists = QHBoxLayout()
        self.lists.setSpacing(32)
        self._links: list[QPushButton] = []
        self._columns: list[QWidget] = []
        self._place()
        settings.recent_changed.connect(lambda: self.fill() if self.isVisible() else None)
        self.set_theme(theme)

    def showEvent(self, event: QShowEvent) -> None:
        """Lists what is recent now."""
        super().showEvent(event)
        self.fill()

    def _place(self) -> None:
        body = QWidget()
        body.setFixedWidth(WIDTH)
        column = QVBoxLayout(body)
        column.setSpacing(24)
        column.addWidget(self.zone)
        column.addLayout(self.lists)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addWidget(body, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def fill(self) -> None:
        """Lists the recent files and the samples."""
        for old in self._columns:
            self.lists.removeWidget(old)
            old.deleteLater()
        self._links.clear()
        self._columns = []
        recent = self._settings.recent[:6]
        if recent:
            self._columns.append(self._column("Recent", [(self._settings.title_of(path), [path]) for path in recent]))
        ours = samples()
        if ours:
            entries = [(sample_title(path), [path]) for path in ours]
            entries += [("All, to compare the years", list(ours))] if len(ours) > 1 else []
            self._columns.append(self._column("Samples", entries))
        for made in self._columns:
            self.lists.addWidget(made, 1)
        self._colour()

    def light(self, *, lit: bool) -> None:
        """Lights the field while something that can be opened is held over the window."""
        self.zone.lit = lit
        self.zone.update()

    def set_theme(self, theme: Theme) -> None:
        """Colours the words."""
        self._theme = self.zone.theme = theme
        self._colour()
        self.zone.update()

    def _column(self, head: str, entries: list[tuple[str, list[Path]]]) -> QWidget:
        made = QWidget()
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        title = QLabel(head)
        title.setProperty("head", True)  # noqa: FBT003
        layout.addWidget(title)
        for words, paths in entries:
            link = QPushButton(flat=True, autoDefault=True)
            link.setText(self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, WIDTH // 2 - 40))
            link.setAccessibleName(words)
            link.setToolTip(tip("\n".join(map(str, paths))))
            link.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            link.clicked.connect(lambda _=False, paths=paths: self.open_asked.emit(paths))
            self._links.append(link)
            layout.addWidget(link)
        layout.addStretch()
        return made

    def _colour(self) -> None:
        theme = self._theme
        large = self.title.font()
        large.setPixelSize(18)
        self.title.setFont(large)
        self.setStyleSheet(
            f"WelcomeView {{ background: {theme.ground.name()}; }}"
            f"QLabel {{ color: {theme.secondary.name()}; }} QLabel[head=true] {{ padding: 0 4px 4px 4px; }}"
            f"QPushButton[flat=true] {{ color: {theme.accent.name()}; background: transparent; text-align: left;"
            " border: 1px solid transparent; border-radius: 4px; padding: 2px 4px; }"
            f"QPushButton[flat=true]:focus {{ border-color: {theme.accent.name()}; }}"
            "QPushButton[flat=true]:hover { text-decoration: underline; }"
        )
        self.title.setStyleSheet(f"color: {theme.text.name()}")


def sample_title(path: Path) -> str:
    """A sample's name as a person says it: `harbor-lamp-10k-2003.txt` is `Harbor Lamp 10-K 2003`."""
    words = path.stem.replace("_", "-").split("-")
    return " ".join("10-K" if word.lower() == "10k" else word.capitalize() for word in words)
