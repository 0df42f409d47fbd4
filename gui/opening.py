"""Opens filings: from paths, folders, drops and pastes to readings in the session; watches their files."""

import os
import time
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QMimeData, QObject, QTimer, QUrl, Signal

from core.analysis import Analysis
from core.folder import SUFFIXES
from core.outline.section import SectionKind
from core.places import Places, walk
from core.statements.statement import PRIMARY
from gui.jobs import Jobs, Step
from gui.session import Session, Shown
from gui.settings import Settings

MOST = 100
"""Filings taken from one folder."""
PAUSE = 12
"""Milliseconds between what a new filing brings about, so that the window answers in between."""
SETTLE = 400
"""Milliseconds a file is left alone after a change before it is looked at: programs write in several goes."""


def filings_in(folder: Path) -> list[Path]:
    """The filings of a folder in order of name: of those below it where it has none of its own."""
    own = sorted(path for path in folder.iterdir() if path.is_file() and path.suffix.lower() in SUFFIXES)
    if own:
        return own[:MOST]
    below = (path for path in folder.rglob("*") if path.is_file() and path.suffix.lower() in SUFFIXES)
    return sorted(islice(below, MOST))


def paths_of(data: QMimeData) -> list[Path]:
    """The files that something dropped or pasted speaks of: URLs, or paths as text, one a line."""
    if data.hasUrls():
        return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    found = []
    for line in data.text().splitlines()[:MOST] if data.hasText() else ():
        words = line.strip().strip("\"'")
        if words.startswith("file:"):
            words = QUrl(words).toLocalFile()
        if words and len(words) < 4096 and "\0" not in words:
            path = Path(words).expanduser()
            if path.is_absolute() and path.exists():
                found.append(path)
    return found


def first_shown(places: Places) -> Shown:
    """What a filing opens with: its first statement, else its first Item or heading."""
    analysis = places.analysis
    statement = next((s for s in analysis.statements if s.kind in PRIMARY), None)
    if statement is not None:
        return Shown(analysis.path, statement.section, statement.id)
    sections = list(islice(walk(analysis.outline), 200))
    wanted = next((s for s in sections if s.kind is SectionKind.ITEM), None)
    wanted = wanted or next((s for s in sections if s.kind is SectionKind.HEADING), None)
    wanted = wanted or (sections[0] if sections else None)
    return Shown(analysis.path, wanted.id if wanted else None)


def read(path: Path, step: Step) -> tuple[Analysis, Places]:
    """Reads a filing and what stands where in it: the work of a job."""
    from core.analysis import analyse

    analysis = analyse(path, step)
    places = Places(analysis)
    places.tagged  # noqa: B018 - made here, so that the window need not wait for it
    return analysis, places


class Opener(QObject):
    """Reads filings into the session, off the UI thread, and says when their files change or vanish."""

    began = Signal(object)
    """Path: a reading has begun."""
    progress = Signal(object, int, int)
    """Path, done, total."""
    ended = Signal(object)
    """Path: a reading has ended, well or not."""
    failed = Signal(object, str)
    """Path and the reason, for a reader."""
    changed = Signal(object)
    """Path: the file is not what was read any more."""
    vanished = Signal(object)
    """Path: the file is gone."""
    settled = Signal(object)
    """Path: read (again), so that what was said of its file no longer holds."""

    def __init__(self, session: Session, settings: Settings, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._settings, self._jobs = session, settings, jobs
        self._loading: list[Path] = []
        self._show_next = False
        self._stamps: dict[Path, tuple[int, int] | None] = {}
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._settle.timeout.connect(self.look)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._settle.start)
        session.closed.connect(self._forget)

    @property
    def loading(self) -> tuple[Path, ...]:
        """The files being read, the first one first."""
        return tuple(self._loading)

    def open(self, paths: Iterable[Path]) -> None:
        """Opens files, and the filings of folders; the first of them is shown as soon as it is read."""
        self._show_next = True
        for given in paths:
            path = Path(os.path.abspath(given))  # noqa: PTH100 - `resolve` would follow links
            try:
                files = filings_in(path) if path.is_dir() else [path]
            except OSError as error:
                self.failed.emit(path, error.strerror or str(error))
                continue
            if not files:
                self.failed.emit(path, "no filings in this folder (.htm, .txt, .nc, .sgml)")
            for file in files:
                self._open(file)

    def reload(self, path: Path) -> None:
        """Reads an open filing again."""
        self._read(path)

    def cancel(self) -> None:
        """Stops reading; what is open stays."""
        stopped, self._loading = tuple(self._loading), []
        for path in stopped:
            self._jobs.cancel(f"read:{path}")
            self.ended.emit(path)

    def look(self) -> None:
        """Looks at the files of the open filings: which have changed or vanished since they were read."""
        for path, stamp in tuple(self._stamps.items()):
            now = _stamp(path)
            if now != stamp:
                self._stamps[path] = now
                (self.vanished if now is None else self.changed).emit(path)
            if now is not None and str(path) not in self._watcher.files():
                self._watcher.addPath(str(path))

    def _open(self, path: Path) -> None:
        if self._session.is_open(path):
            if self._show_next:
                self._show_next = False
                self._session.show(path, *_tail(first_shown(self._session.places(path))))
        elif path not in self._loading:
            self._read(path)

    def _read(self, path: Path) -> None:
        """One after the other: threads that share an interpreter read no faster, and the first is wanted first."""
        if path not in self._loading:
            self._loading.append(path)
            self.began.emit(path)
        if self._loading[0] == path:
            self._start(path)

    def _start(self, path: Path) -> None:
        stamp = _stamp(path)
        began = time.perf_counter()

        def done(answer: tuple[Analysis, Places]) -> None:
            self._end(path)
            self._keep(answer[0], answer[1], stamp)

        def failed(error: Exception) -> None:
            self._end(path)
            self.failed.emit(path, str(error) or type(error).__name__)
            if not _is_told(error):
                raise error

        self._jobs.run(
            f"read:{path}",
            lambda step: read(path, step),
            done,
            failed,
            lambda at, of: self.progress.emit(path, at, of) if time.perf_counter() - began > 0.1 else None,
        )

    def _keep(self, analysis: Analysis, places: Places, stamp: tuple[int, int] | None) -> None:
        self._stamps[analysis.path] = stamp
        self._watcher.addPath(str(analysis.path))
        again = self._session.is_open(analysis.path)
        self._session.open(analysis, places)
        self.settled.emit(analysis.path)
        wanted = self._show_next and not again
        self._show_next = self._show_next and again
        # shown in a turn of its own: the window answers between the two
        QTimer.singleShot(PAUSE, self, lambda: self._show(first_shown(places), only_if_idle=not wanted))
        QTimer.singleShot(SETTLE, self, lambda: self._settings.add_recent(analysis.path))

    def _show(self, first: Shown, *, only_if_idle: bool) -> None:
        if self._session.is_open(first.path) and not (only_if_idle and self._session.current is not None):
            self._session.show(first.path, *_tail(first))

    def _end(self, path: Path) -> None:
        if path in self._loading:
            self._loading.remove(path)
        self.ended.emit(path)
        if self._loading:
            self._start(self._loading[0])

    def _forget(self, path: Path) -> None:
        self._stamps.pop(path, None)
        if str(path) in self._watcher.files():
            self._watcher.removePath(str(path))


def _stamp(path: Path) -> tuple[int, int] | None:
    """What changes when a file does; None where it is gone."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _tail(shown: Shown) -> tuple[str | None, str | None]:
    return shown.section, shown.statement


def _is_told(error: Exception) -> bool:
    """Whether a failure is the file's fault, which a line can tell, and not the program's."""
    from core.read.unreadable import UnreadableError

    return isinstance(error, UnreadableError | OSError)
