"""Opens filings: from paths, folders, drops and pastes to readings in the session; watches their files."""

import os
import time
from collections.abc import Iterable
from importlib import import_module
from itertools import islice
from pathlib import Path
from threading import Event
from typing import NamedTuple

from PySide6.QtCore import QFileSystemWatcher, QMimeData, QObject, QTimer, QUrl, Signal

from core.analysis import Analysis, no_step
from core.folder import ALONE, CORES, SUFFIXES, Crew
from core.outline.section import SectionKind
from core.places import Places, walk
from core.statements.share_scale import multiple_in
from core.statements.statement import PRIMARY
from core.store.disk import own_store
from gui.jobs import EVERY, Jobs, Step
from gui.models.titles import filing_title
from gui.session import Session, Shown, View
from gui.settings import Settings

YEARS = "core.years.stitched"
"""What tells whether two filings are of one company and have the same tables."""
MOST = 200
"""Filings taken from one folder: what is open stays in memory. What is over it is told."""
LARGE = 8_000_000
"""Bytes: the largest file that is read beside the window, in its process. A few in a hundred filings are larger."""
OFTEN = 256
"""Names in a folder between two looks at whether they are still wanted."""
PAUSE = 12
"""Milliseconds between what a new filing brings about, so that the window answers in between."""
LONGEST_ADDRESS = 2000
"""Characters of what may be an address."""
SETTLE = 400
"""Milliseconds a file is left alone after a change before it is looked at: programs write in several goes."""


def filings_in(folder: Path, step: Step = no_step) -> list[Path]:
    """The files at any depth of a folder that may be filings, in order of name."""
    found = []
    for number, path in enumerate(folder.rglob("*")):
        if number % OFTEN == 0:
            step(0, 0)
        if path.suffix.lower() in SUFFIXES and path.is_file():
            found.append(path)
    return sorted(found)


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


def edgar_words(data: QMimeData) -> str:
    """The filing or company of EDGAR that something dropped or pasted means by its number or address; empty for anything else."""
    words = data.urls()[0].toString() if data.hasUrls() else data.text().strip() if data.hasText() else ""
    if not words or len(words) > LONGEST_ADDRESS:
        return ""
    from core.edgar.names import company_of, filing_of  # a start does without it

    return words if filing_of(words) or company_of(words) else ""


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


def _fetch_years(here: Event) -> None:
    try:
        import_module(YEARS)
    finally:
        here.set()


class Reading(NamedTuple):
    """What a job read. `unkept`: whether the store has yet to keep it."""

    analysis: Analysis
    places: Places
    unkept: bool


def read(path: Path, step: Step, crew: Crew | None = None, until: Event | None = None) -> Reading:
    """A filing and what stands where in it, out of the store, or read here or by others, and not before something else is
    there too: the work of a job."""
    from core.analysis import analyse

    found = own_store().find(path)
    analysis = found or (crew.read(path, step) if crew is not None else analyse(path, step))
    analysis.layouts, analysis.checks  # noqa: B018 - made here, as all below, so that the window need not wait for them
    places = Places(analysis)
    places.tagged  # noqa: B018
    places.doubts_of("")
    places.related  # noqa: B018
    multiple_in("in thousands")  # whose words are parsed with the first that is asked
    while until is not None and not until.wait(EVERY):
        step(1, 1)
    return Reading(analysis, places, unkept=found is None and crew is None)


class Count(NamedTuple):
    """Of so many files so many are read."""

    read: int
    of: int


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
    counted = Signal(int, int)
    """How many of several files are read, and how many there are."""
    no_filings = Signal(object, object)
    """Path of a folder, and by path why files of it are none."""
    too_many = Signal(object, int)
    """Path of a folder, and how many files in it may be filings: only the first MOST are opened."""

    def __init__(self, session: Session, settings: Settings, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._settings, self._jobs = session, settings, jobs
        self._crew = Crew(own_store())
        self._resumed: View | None = None
        self._listing: list[Path] = []
        self._loading: list[Path] = []
        self._running: set[Path] = set()
        self._read_of = Count(0, 0)
        self._folder_of: dict[Path, Path] = {}
        self._years: Event | None = None
        """Set where what two filings of a company need is imported; none as long as there is one."""
        self._left_out: dict[Path, dict[Path, str]] = {}
        self._show_next = False
        self._stamps: dict[Path, tuple[int, int] | None] = {}
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._settle.timeout.connect(self.look)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._settle.start)
        session.closed.connect(self._forget)

    @property
    def loading(self) -> tuple[Path, ...]:
        """The folders looked through and the files being read, the first one first."""
        return (*self._listing, *self._loading)

    @property
    def count(self) -> Count:
        """How many files of those that were asked for together are read, and how many they are."""
        return self._read_of

    def open(self, paths: Iterable[Path]) -> None:
        """Opens files, and the filings of folders; the first of them is shown as soon as it is read."""
        paths = list(paths)
        self._show_next = self._show_next or bool(
            paths
        )  # nothing opened takes nothing away from what the reader looks at
        for given in paths:
            path = Path(os.path.abspath(given))  # noqa: PTH100 - `resolve` would follow links
            if path.is_dir():
                self._look_through(path)
            else:
                self._open(path)

    def resume(self, paths: Iterable[Path], view: View | None) -> None:
        """Opens files again, and shows what was shown of the first one."""
        self._resumed = view
        self.open(paths)

    def _look_through(self, folder: Path) -> None:
        """Looks for filings in a folder, which may hold any number of files."""
        if folder in self._listing:
            return
        self._listing.append(folder)
        self.began.emit(folder)

        def done(files: list[Path]) -> None:
            self._listing.remove(folder)
            if not files:
                self.failed.emit(folder, "no filings in this folder (.htm, .txt, .nc, .sgml)")
            if len(files) > MOST:
                self.too_many.emit(folder, len(files))
            if files:
                self._settings.add_recent(folder, f"{folder.name} · {len(files[:MOST]):,} filings")
            for file in files[:MOST]:
                self._folder_of.setdefault(file, folder)
                self._open(file)
            self.ended.emit(folder)

        def failed(error: Exception) -> None:
            self._listing.remove(folder)
            self.failed.emit(folder, str(error))
            self.ended.emit(folder)

        self._jobs.run(f"list:{folder}", lambda step: filings_in(folder, step), done, failed)

    def reload(self, path: Path) -> None:
        """Reads an open filing again."""
        self._read(path)

    def cancel(self) -> None:
        """Stops reading; what is open stays."""
        stopped = self.loading
        self._loading, self._listing, self._running = [], [], set()
        self._crew.stop()
        for path in stopped:
            self._jobs.cancel(f"read:{path}")
            self._jobs.cancel(f"list:{path}")
        self._rest()
        for path in stopped:
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
        if path not in self._loading:
            if not self._loading:
                self._read_of = Count(0, 0)
            self._loading.append(path)
            self._read_of = Count(self._read_of.read, self._read_of.of + 1)
            self.began.emit(path)
        self._go_on()

    def _go_on(self) -> None:
        """Begins what can be begun. The first is wanted first and is read here; many more are read by others, side by side;
        few one after the other, for threads that share an interpreter read no faster. A large one is read elsewhere too."""
        self._want_years()
        many = self._read_of.read > 0 and len(self._loading) > ALONE
        waiting = [path for path in self._loading if path not in self._running]
        for path in waiting[: max(0, (CORES if many else 1) - len(self._running))]:
            self._running.add(path)
            self._start(path, self._crew if many or _is_large(path) else None)

    def _want_years(self) -> None:
        """What tells whether two filings are of one company comes by another thread before the second one is shown: importing
        it takes longer than the window may wait."""
        if self._years is None and len(self._session.analyses) + len(self._loading) > 1:
            self._years = here = Event()
            self._jobs.run(YEARS, lambda _: _fetch_years(here), lambda _: None, lambda _: None)

    def _start(self, path: Path, crew: Crew | None) -> None:
        stamp, years = _stamp(path), self._years
        began = time.perf_counter()

        def done(answer: Reading) -> None:
            of_folder = self._folder_of.get(path) is not None
            self._end(path)
            self._keep(answer, stamp, recent=not of_folder)

        def failed(error: Exception) -> None:
            folder = self._folder_of.get(path)
            told = _is_told(error)
            if folder is not None and told:
                self._left_out.setdefault(folder, {})[path] = str(error)
            self._end(path)
            if folder is None or not told:
                self.failed.emit(path, str(error) or type(error).__name__)
            if not told:
                raise error

        self._jobs.run(
            f"read:{path}",
            lambda step: read(path, step, crew, years),
            done,
            failed,
            lambda at, of: self._tell(path, at, of) if time.perf_counter() - began > 0.1 else None,
            breaks=True,
        )

    def _tell(self, path: Path, at: int, of: int) -> None:
        if self._read_of.of == 1:
            self.progress.emit(path, at, of)

    def _keep(self, reading: Reading, stamp: tuple[int, int] | None, *, recent: bool) -> None:
        analysis, places, unkept = reading
        self._stamps[analysis.path] = stamp
        self._watcher.addPath(str(analysis.path))
        again = self._session.is_open(analysis.path)
        self._session.open(analysis, places)
        self.settled.emit(analysis.path)
        wanted = self._show_next and not again
        self._show_next = self._show_next and again
        # shown in a turn of its own: the window answers between the two
        QTimer.singleShot(PAUSE, self, lambda: self._show(first_shown(places), only_if_idle=not wanted))
        if recent:
            title = filing_title(analysis.filing)
            QTimer.singleShot(SETTLE, self, lambda: self._settings.add_recent(analysis.path, title))
        if unkept:
            QTimer.singleShot(SETTLE, self, lambda: self._store(analysis))

    def _store(self, analysis: Analysis) -> None:
        """Keeps a reading once it is on the screen."""
        self._jobs.run(f"keep:{analysis.path}", lambda _: own_store().keep(analysis), _nothing, _nothing)

    def _show(self, first: Shown, *, only_if_idle: bool) -> None:
        view = self._resumed
        if view is not None and view.shown.path == first.path and self._session.is_open(first.path):
            self._resumed = None
            self._session.resume(view)
            return
        if self._session.is_open(first.path) and not (only_if_idle and self._session.current is not None):
            self._session.show(first.path, *_tail(first))

    def _end(self, path: Path) -> None:
        if path in self._loading:
            self._loading.remove(path)
            self._read_of = Count(self._read_of.read + 1, self._read_of.of)
        self._running.discard(path)
        self._folder_of.pop(path, None)
        self.ended.emit(path)
        if self._loading:
            self.counted.emit(*self._read_of)
            self._go_on()
        else:
            self._tell_left_out()
            self._rest()

    def _tell_left_out(self) -> None:
        """Tells of all files of a folder that are no filings at once."""
        left, self._left_out = self._left_out, {}
        for folder, reasons in left.items():
            self.no_filings.emit(folder, reasons)

    def _rest(self) -> None:
        """Nothing is read any more: no other process need wait for it."""
        self._folder_of.clear()
        self._left_out.clear()
        self._crew.close()

    def _forget(self, path: Path) -> None:
        self._stamps.pop(path, None)
        if str(path) in self._watcher.files():
            self._watcher.removePath(str(path))


def _is_large(path: Path) -> bool:
    """Whether a file is better read by a process of its own, which begins in a moment and may be ended at any."""
    stamp = _stamp(path)
    return stamp is not None and stamp[1] > LARGE


def _nothing(_: object) -> None:
    """Nothing comes of it."""


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
