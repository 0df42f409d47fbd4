"""The readings of any number of filings as a folder of Parquet files, written part by part: what is done stays done.

`filings/000001.parquet` has a row for each of some files, whatever came of it, and `figures/000001.parquet` the figures of
those that were read; `filing` is the key of both, the SHA-256 of the file. A part is there as soon as its file in `filings` is.
"""

import csv
import io
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, NamedTuple, Protocol

from core.analysis import Analysis
from core.bulk import Done
from core.export.corpus_folder import FIGURES, FILINGS, KEY, LINES, Asked, Corpus, Written, hash_of, now_of, opened
from core.export.data import fitting
from core.export.duck import MEMORY, Column, as_parquet, database
from core.export.figures import FIELDS, Kind, figures, row, written
from core.export.filing_rows import FILING_FIELDS, Whole
from core.target import filling

PART = 200
"""Files in a part: what a kill costs at most, and few enough files where there are hundreds of thousands of filings."""
Listener = Callable[[int, int], None]


class Reading(Protocol):
    """Does something with each of some files, in order: by `core.bulk.each` or `core.cluster.each`."""

    def __call__(self, paths: Sequence[Path], work: Callable[[Analysis], "Read"], /) -> "Iterator[Done[Read]]":
        """What came of each."""


class Head(NamedTuple):
    """A column that is known of every file."""

    name: str
    kind: Kind
    says: str


_KEY = Head(KEY, Kind.WORDS, "SHA-256 of the file, the key of a filing")
HEADS = (
    _KEY,
    Head("location", Kind.WORDS, "path of the file, from the folder that was read"),
    Head("size", Kind.COUNT, "bytes of the file"),
    Head("changed", Kind.COUNT, "when the file was last changed, in nanoseconds since 1970"),
    Head("outcome", Kind.WORDS, "read, unreadable, fault (of Tieout), ended (its process was)"),
    Head("why", Kind.WORDS, "why it was not read"),
)
"""The first columns of the table of filings."""
_COLUMNS: dict[str, tuple[Column, ...]] = {FIGURES: (_KEY, *FIELDS), FILINGS: (*HEADS, *FILING_FIELDS)}
"""The columns of both tables. The figures are written first: the list of filings says that they are there."""


class Read(NamedTuple):
    """All that is written of one filing: its cells, and the figures as lines of CSV."""

    sha256: str
    cells: list[str]
    figures: str


def told(analysis: Analysis) -> Read:
    """What is written of a filing."""
    found = Whole.of(analysis, tuple(figures(analysis)))
    lines = io.StringIO()
    sha256 = analysis.filing.sha256
    csv.writer(lines).writerows([sha256, *fitting(row(one))] for one in found.figures)
    return Read(sha256, [written(one.of(found)) for one in FILING_FIELDS], lines.getvalue())


def read(asked: Asked, target: Path, reading: Reading, told_of: Listener) -> Written:
    """Reads what is not read yet, by whoever does the `reading`; `told_of(done, of)` hears of every file, and may raise to stop
    it: what was read until then is kept. Raises CorpusError, OSError where the folder cannot be written, and what `reading`
    raises."""
    done = Written()
    with opened(target) as corpus:
        left = corpus.left(asked, done)
        with _Writer(corpus, asked) as writer:
            for number, one in enumerate(reading(left, told), 1):
                if one.result is not None and one.result.sha256 in corpus.hashes:
                    done.again += 1
                else:
                    writer.add(one)
                    done.read += one.result is not None
                    done.failed += one.result is None
                told_of(number, len(left))
    return done


class _Lines(NamedTuple):
    """A table as lines of CSV on disk."""

    path: Path
    file: IO[str]


@dataclass
class _Writer:
    """Gathers files and writes a part of them at a time, and what is left at the end."""

    corpus: Corpus
    asked: Asked
    count: int = 0
    lines: dict[str, _Lines] = field(default_factory=dict)
    folder: Path = Path()

    def __enter__(self) -> "_Writer":
        self.folder = Path(tempfile.mkdtemp(prefix=LINES, dir=self.corpus.folder))
        return self

    def __exit__(self, *raised: object) -> None:
        try:
            self._write()
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)

    def add(self, one: Done[Read]) -> None:
        """What came of a file."""
        lines, now = self._begun(), now_of(one.path)
        sha256 = one.result.sha256 if one.result is not None else hash_of(one.path)
        head = [sha256, self.asked.path_of(one.path), str(now.size), str(now.changed), one.outcome.value, one.why]
        cells = one.result.cells if one.result is not None else [""] * len(FILING_FIELDS)
        csv.writer(lines[FILINGS].file).writerow([*head, *cells])
        if one.result is not None:
            lines[FIGURES].file.write(one.result.figures)
            self.corpus.hashes.add(sha256)
        self.count += 1
        if self.count == PART:
            self._write()

    def _begun(self) -> dict[str, _Lines]:
        for name, columns in _COLUMNS.items():
            if name not in self.lines:
                path = self.folder / name
                file = path.open("w", encoding="utf-8", errors="replace", newline="")
                self.lines[name] = _Lines(path, file)
                csv.writer(file).writerow([each.name for each in columns])
        return self.lines

    def _write(self) -> None:
        """Makes a part of what was gathered: its figures first, then the list that says that they are there."""
        for lines in self.lines.values():
            lines.file.close()
        if self.count:
            number = max(self.corpus.parts(), default=0) + 1
            with database(MEMORY, str(self.folder)) as tables:
                for name, columns in _COLUMNS.items():
                    with filling(self.corpus.part(name, number)) as part:
                        as_parquet(tables, columns, self.lines[name].path, part)
        self.lines, self.count = {}, 0
