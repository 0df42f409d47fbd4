"""One box for everything: a command, an Item, a line, an amount, words of the text."""

import time
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget
from rapidfuzz import fuzz

from core.outline.section import SectionKind
from core.search import PLENTY, Hit, HitKind, Index, search
from gui.commands import Command, Commands
from gui.models.titles import calm_place
from gui.session import Session
from gui.text.entries import EntriesModel, Entry, EntryPainter, under_heads
from gui.theme import Theme, load

_BUDGET = 0.008
_ALIKE = 70
_SHOWN = {HitKind.SECTION: 7, HitKind.STATEMENT: 5, HitKind.LINE: 8, HitKind.AMOUNT: 10, HitKind.TEXT: 12}
_HEADS = {
    HitKind.AMOUNT: "Amounts",
    HitKind.SECTION: "Contents",
    HitKind.STATEMENT: "Statements",
    HitKind.LINE: "Lines",
    HitKind.TEXT: "Text",
}
_COMMANDS = 6
_ALL = 1_000
"""Answers of a kind that a filing gives to one who wants all of them: more than anyone looks through."""
_TOO_MANY = f"The first {_ALL:,} of a filing: more words find fewer"
_HINT = "Find a line, an Item, an amount, a command…"

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}


class PaletteLine(QLineEdit):
    """The box's line: arrows, Enter and Escape are the palette's."""

    def __init__(self, palette: "Palette") -> None:
        super().__init__(palette)
        self._palette = palette

    def event(self, event: QEvent) -> bool:
        """Keeps Escape and the arrows from shortcuts of the window."""
        override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if override and Qt.Key(event.key()) in (Qt.Key.Key_Escape, *_STEPS):  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Everything else is typing."""
        if not self._palette.on_key(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Who turns to something else is done here."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self._palette.leave(back=False)


class Palette(QFrame):
    """Lies over the window while it is open; what is chosen is shown or pointed at through the session."""

    def __init__(self, session: Session, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._commands = commands
        self._indexes: dict[int, Index] = {}
        self._hits: list[Hit] = []
        self._pieces: Iterator[list[Hit]] = iter(())
        self._before: QWidget | None = None
        self._moved = False
        self._unfolded: set[HitKind] = set()
        self._most = PLENTY
        """Kinds of which all that was found is listed."""
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)
        self._build()
        self.set_theme(load("light"))
        self.hide()
        if parent is not None:
            parent.installEventFilter(self)

    def _build(self) -> None:
        self.setObjectName("palette")
        self.setAccessibleName("Find anything")
        self.line = PaletteLine(self)
        self.line.setPlaceholderText(_HINT)
        self.line.setAccessibleName(_HINT)
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self._look)
        self.model = EntriesModel()
        self.model.setParent(self)
        self.painter = EntryPainter()
        self.painter.setParent(self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self.painter)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName("Found")
        self.list.clicked.connect(self._choose)
        self.nothing = QLabel("Nothing found.", self)
        self.nothing.setContentsMargins(14, 10, 14, 12)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 6)
        column.setSpacing(4)
        for widget in (self.line, self.list, self.nothing):
            column.addWidget(widget)

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self.painter.theme = theme
        ground, edge = theme.ground.name(), theme.hairline.name()
        self.setStyleSheet(
            f"#palette {{ background: {ground}; border: 1px solid {theme.secondary.name()}; border-radius: 9px; }}"
            f"QLineEdit {{ border: 0; border-bottom: 1px solid {edge}; border-radius: 0; padding: 10px 12px;"
            f" background: transparent; color: {theme.text.name()}; font-size: 15px; }}"
            f"QListView {{ background: {ground}; border: 0; }}"
            f"QLabel {{ color: {theme.secondary.name()}; }}"
        )

    # opening and closing

    def open(self, words: str = "") -> None:
        """Opens over the window, with these words in the box."""
        window = self.parentWidget()
        self._before = window.window().focusWidget() if window is not None else None
        self._read_filings()
        self.line.setText(words)
        self.line.selectAll()
        self._look(words)
        self._place()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self, *, back: bool = True) -> None:
        """Closes; the focus goes back to where it was."""
        if not self.isVisible():
            return
        self._timer.stop()
        self.hide()
        if back and self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            width = min(720, parent.width() - 32)
            rows = sum(self.list.sizeHintForRow(row) for row in range(min(20, self.model.rowCount())))
            listed = rows + 8 if rows else self.nothing.sizeHint().height()
            height = min(self.line.sizeHint().height() + listed + 14, max(160, parent.height() - 96), 560)
            self.setGeometry(QRect((parent.width() - width) // 2, min(64, parent.height() // 10), width, height))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows the window's size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _read_filings(self) -> None:
        """An index for each open filing; those of filings that were closed or read again are dropped."""
        open_now = [self._session.places(analysis.path) for analysis in self._session.analyses]
        known = self._indexes
        self._indexes = {id(places): known.get(id(places)) or Index(places) for places in open_now}

    # looking

    def _look(self, words: str) -> None:
        self._hits, self._moved = [], False
        self._unfolded, self._most = set(), PLENTY
        only_commands = words.lstrip().startswith(">")
        self._pieces = iter(()) if only_commands else search(self._ordered(), words, self._most)
        self._fill()
        self._go_on()

    def _ordered(self) -> list[Index]:
        """The filing that is shown comes first."""
        shown = self._session.current
        return sorted(self._indexes.values(), key=lambda index: shown is None or index.path != shown.path)

    def _go_on(self) -> None:
        until = time.perf_counter() + _BUDGET
        found = False
        while time.perf_counter() < until:
            piece = next(self._pieces, None)
            if piece is None:
                self._timer.stop()
                break
            self._hits += piece
            found = found or bool(piece)
        else:
            self._timer.start()
        if self._most == PLENTY and found:
            self._fill()
        elif self._most > PLENTY and not self._timer.isActive():
            self._fill()  # all at once: a long list is not made anew with every piece

    def _fill(self) -> None:
        row = self.list.currentIndex().row()
        entries = under_heads(self._groups())
        self.model.set_values(entries)
        row = row if self._moved and row < len(entries) else self.model.step(-1, 1)
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row, 0))
        self.list.setVisible(bool(entries))
        self.nothing.setVisible(not entries)
        if self.isVisible():
            self._place()
        if not self._moved:
            self.list.scrollToTop()  # the head over the first line too

    def _groups(self) -> list[tuple[str, list[Entry]]]:
        words = self.line.text().strip()
        commands = self._matching(words.lstrip(">").strip())
        if not words:
            return [("Contents", self._contents()), ("Commands", commands)]
        groups: list[tuple[float, str, list[Entry]]] = []
        for kind, head in _HEADS.items():
            hits = _best(hit for hit in self._hits if hit.kind is kind)
            best = hits[0].score if hits else 0
            groups.append((best, head, self._listed(kind, hits)))
        groups.sort(key=lambda group: -group[0])
        rest = [(head, entries) for _, head, entries in groups]
        return [("Commands", commands)] if words.startswith(">") else [*rest, ("Commands", commands)]

    def _listed(self, kind: HitKind, hits: list[Hit]) -> list[Entry]:
        """The best hits of a kind, and a way to the others; all of them where that was taken."""
        most = len(hits) if kind in self._unfolded else _SHOWN[kind]
        entries = [self._entry(hit) for hit in hits[:most]]
        fullest = self._fullest(kind)
        if len(hits) > most:
            left = f"{len(hits) - most:,} more" if fullest < PLENTY else "All"
            entries.append(Entry(f"Show {left}", "", "", partial(self._unfold, kind), stays=True))
        elif fullest >= _ALL:
            entries.append(Entry(_TOO_MANY))
        return entries

    def _fullest(self, kind: HitKind) -> int:
        """How many answers of a kind the filing has given that gave the most."""
        return max(Counter(hit.path for hit in self._hits if hit.kind is kind).values(), default=0)

    def _unfold(self, kind: HitKind) -> None:
        self._unfolded.add(kind)
        self._moved = True  # the first of those that come stands where the way to them did
        if self._most == PLENTY and self._fullest(kind) >= PLENTY:
            self._most, self._hits = _ALL, []
            self._pieces = search(self._ordered(), self.line.text(), _ALL)
            self._go_on()
        else:
            self._fill()

    def _contents(self) -> list[Entry]:
        shown = self._session.current
        for index in self._ordered():
            if shown is None or index.path == shown.path:
                kinds = (SectionKind.ITEM, SectionKind.STATEMENT)
                top = [hit for hit in index.entries if hit.section and hit.kind is not HitKind.LINE]
                inside = [hit for hit in top if index.places.sections[hit.section or ""].kind in kinds]
                return [self._entry(hit) for hit in inside[:12]]
        return []

    def _matching(self, words: str) -> list[Entry]:
        scored = []
        for command in self._commands:
            title = command.plain_title.lower()
            score = fuzz.WRatio(words.lower(), title) if words else 100.0
            starts = all(any(part.startswith(word) for part in title.split()) for word in words.lower().split())
            if (starts or (score >= _ALIKE and len(words) > 3)) and self._commands.can(command):
                scored.append((100.0 if starts else score, command))
        scored.sort(key=lambda one: -one[0])
        return [self._of_command(command) for _, command in scored[:_COMMANDS]]

    def _of_command(self, command: Command) -> Entry:
        keys = command.keys[0] if command.keys else ""
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        menu = command.menu.replace("&", "").replace("/", " › ")
        return Entry(command.plain_title, menu, shown, lambda: self._commands.run(command))

    def _entry(self, hit: Hit) -> Entry:
        named = hit.kind in (HitKind.SECTION, HitKind.STATEMENT)
        title = calm_place(hit.title) if named else hit.title
        return Entry(title, calm_place(self._detail(hit)), "", lambda: self._go(hit))

    def _detail(self, hit: Hit) -> str:
        """Where it is; of which filing only where several are open."""
        if len(self._indexes) > 1:
            return hit.detail
        name = next((index.name for index in self._indexes.values()), "")
        return hit.detail.removesuffix(name).rstrip(" ·›")

    def _go(self, hit: Hit) -> None:
        if not self._session.is_open(hit.path):
            return
        if hit.kind in (HitKind.SECTION, HitKind.STATEMENT):
            self._session.show(hit.path, hit.section, hit.statement)
        else:
            self._session.point_at(hit.path, hit.cite)

    # choosing

    def on_key(self, key: Qt.Key) -> bool:
        """What a key does; False where it is typing."""
        if key in _STEPS:
            row = self.model.step(self.list.currentIndex().row(), _STEPS[key])
            if row >= 0:
                self._moved = True
                self.list.setCurrentIndex(self.model.index(row, 0))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.list.currentIndex())
            return True
        if key == Qt.Key.Key_Escape:
            self.leave()
            return True
        return False

    def _choose(self, index: QModelIndex) -> None:
        entry = self.model.value(index.row())
        if entry is not None and entry.run is not None:
            if not entry.stays:
                self.leave()
            entry.run()


def _best(hits: Iterable[Hit]) -> list[Hit]:
    """Each place once, the best first."""
    found = {(hit.path, hit.section, hit.statement, hit.cite): hit for hit in sorted(hits, key=lambda hit: hit.score)}
    return sorted(found.values(), key=lambda hit: -hit.score)
