"""Two tables side by side, line by line: what is changed is a figure of a period that both print, a new line, one that went."""

import re
from collections import Counter, defaultdict
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from rapidfuzz.distance import Indel

from core.compare.change import Aligned, Change, ChangeKind
from core.compare.steps import Pause
from core.compare.words import folded
from core.date_forms import FULL_MONTH, YEAR
from core.document.prose import Passage, PassageKind
from core.statements.statement import Figure, Row, Statement, Unit
from core.years.amounts import amount
from core.years.clusters import Cluster, clustered
from core.years.differences import Difference, differs
from core.years.line import caption_key, lines
from core.years.period import NEAR, Period
from core.years.sources import Source

_MONTH = 30.44
"""Days, on average."""
_DATED = re.compile(rf"\b(?:{YEAR}|{FULL_MONTH}|\d{{1,2}})\b")
_YEAR = re.compile(rf"\b{YEAR}\b")
_NO_LETTER = re.compile(r"[^a-z]+")
_TITLE, _OF_FIGURES = 0.3, 0.6
"""What alike titles add to the part of the captions that two tables share, and what equal figures add."""
_PAIRED = 0.45
"""How much two tables must have in common to be one."""
_MOVED_ON = 0.5
"""Where more of the figures differ whose time is not told, the table is of another time."""
_NOUGHT = Decimal(0)
_FEW = 4
"""Figures; of fewer a part tells nothing."""


class Cell(NamedTuple):
    """A figure of a table: `key` says of what time and of what else it is, in either filing."""

    key: tuple[object, ...]
    figure: Figure
    timed: bool


class Line(NamedTuple):
    """A row as it is compared: `name` is its caption without what changes every year, `block` the day or the year that it and
    the rows around it are of, where rows carry it."""

    at: int
    row: Row
    name: str
    under: str
    block: object
    cells: tuple[Cell, ...]


@dataclass(frozen=True, eq=False)
class Sheet:
    """A table as it is compared."""

    statement: Statement
    path: Path

    @cached_property
    def names(self) -> Counter[str]:
        """The captions of the rows with figures."""
        return Counter(caption_key(row.label) for row in self.statement.rows if row.figures)

    @cached_property
    def figures(self) -> Counter[str]:
        """The figures as printed, but those of one digit."""
        return Counter(
            one.text
            for row in self.statement.rows
            for one in row.figures
            if one.value is not None and abs(one.value) > _FEW
        )

    @cached_property
    def title(self) -> str:
        """The words of its title."""
        return " ".join(folded(self.statement.title or ""))

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Its rows."""
        return tuple(_lines(self.statement))

    @cached_property
    def blocks(self) -> frozenset[object]:
        """The days and years that its rows are of."""
        return frozenset(line.block for line in self.lines)


class Paired(NamedTuple):
    """A table of the older filing and the one of the newer filing that it became, by their index; None where there is none."""

    old: int | None
    new: int | None


def paired(old: Sequence[Sheet], new: Sequence[Sheet]) -> list[Paired]:
    """Which table became which, the likest first; those of the newer filing in order, then those that went."""
    of_new: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in sorted(_likely(old, new), reverse=True):
        if i not in taken and j not in of_new:
            taken.add(i)
            of_new[j] = i
    stayed = [Paired(of_new.get(j), j) for j in range(len(new))]
    return [*stayed, *(Paired(i, None) for i in range(len(old)) if i not in taken)]


def _likely(old: Sequence[Sheet], new: Sequence[Sheet]) -> Iterator[tuple[float, int, int, int]]:
    with_name: dict[str, list[int]] = defaultdict(list)
    for i, sheet in enumerate(old):
        for name in sheet.names:
            with_name[name].append(i)
    for j, sheet in enumerate(new):
        for i in {i for name in sheet.names for i in with_name.get(name, ())}:
            alike = _alike(old[i], sheet)
            if alike >= _PAIRED:
                yield alike, -abs(i - j), i, j


def _alike(old: Sheet, new: Sheet) -> float:
    """0 to 1.9: the part of the captions that both have, the part of the figures, and whether they have one title."""
    names = (old.names & new.names).total() / max(1, min(old.names.total(), new.names.total()))
    size = min(old.names.total(), new.names.total()) / max(1, old.names.total(), new.names.total())
    figures = (old.figures & new.figures).total() / max(1, min(old.figures.total(), new.figures.total()))
    title = _TITLE * (old.title == new.title or Indel.normalized_similarity(old.title, new.title))
    return names * (1 + size) / 2 + _OF_FIGURES * figures + title * (bool(old.title) and bool(new.title))


# rows


def _lines(statement: Statement) -> Iterator[Line]:
    open_headings: list[tuple[int, str]] = []
    block: object = None
    called = _called(statement)
    for index, row in enumerate(statement.rows):
        while open_headings and open_headings[-1][0] >= row.depth:
            open_headings.pop()
        block = _block(row) or block
        under = open_headings[-1][1] if open_headings else ""
        name = caption_key(row.label) if row.label else ""
        cells = tuple(_cell(statement, row, figure, called) for figure in row.figures)
        yield Line(index, row, name, under, block, cells)
        if not row.figures:
            open_headings.append((row.depth, name))


def _block(row: Row) -> object:
    """The day that a row is of, or the year that is all its caption says."""
    if row.date is not None:
        return row.date
    year = _YEAR.search(row.label)
    return int(year[0]) if year is not None and (not row.figures or _is_dated(row)) else None


def _is_dated(row: Row) -> bool:
    """Whether a caption is a date and no more."""
    return bool(row.label) and not _letters(row.label)


def _letters(label: str) -> str:
    """The letters of a label without those of dates."""
    return _NO_LETTER.sub("", _DATED.sub("", label.lower()))


class _Called(NamedTuple):
    """What tells a column from others of its time: its name where there are several, and the how manieth it is of that name."""

    name: str
    nth: int


def _called(statement: Statement) -> dict[int, _Called]:
    """What its columns are called."""
    times = Counter((column.start, column.end) for column in statement.columns)
    seen: Counter[object] = Counter()
    found: dict[int, _Called] = {}
    for at, column in enumerate(statement.columns):
        time = (column.start, column.end)
        alone = column.end is not None and times[time] == 1
        name = _letters(column.member or ("" if alone else column.label))
        found[at] = _Called(name, seen[time, name])
        seen[time, name] += 1
    return found


def _cell(statement: Statement, row: Row, figure: Figure, called: Mapping[int, _Called]) -> Cell:
    """A figure with what it is of: its time, and what its column is called but for that."""
    time = statement.time(row, figure)
    column = called.get(figure.column, _Called("", 0))
    if time.end is None:
        return Cell(tuple(column), figure, timed=False)
    months = round((time.end - time.start).days / _MONTH) if time.start is not None else 0
    return Cell((_near(time.end), months, *column), figure, timed=True)


def _near(day: date) -> tuple[int, int]:
    """The month that a day is of, the last days of one and the first of the next being one."""
    middle = day - timedelta(days=NEAR)
    return middle.year, middle.month


def _joined(old: Sheet, new: Sheet) -> Generator[Pause, None, dict[int, int]]:
    """Which row of the newer table is which of the older one: by caption and place, and the rest by all that speaks for it."""
    found = _by_name(old.lines, new.lines)
    taken = set(found.values())
    left_old = {line.at for line in old.lines if line.at not in taken and line.cells}
    left_new = {line.at for line in new.lines if line.at not in found and line.cells}
    if left_old and left_new:
        for i, j in (yield from _by_evidence(old, new)):
            if i in left_old and j in left_new and new.lines[j].block == old.lines[i].block:
                found[j] = i
    return found


def _by_name(old: Sequence[Line], new: Sequence[Line]) -> dict[int, int]:
    found: dict[int, int] = {}
    keyed = [dict(_keyed(side)) for side in (old, new)]
    for key, line in keyed[1].items():
        other = keyed[0].get(key)
        if other is not None:
            found[line.at] = other.at
    return found


def _keyed(side: Sequence[Line]) -> Iterator[tuple[object, Line]]:
    seen: Counter[object] = Counter()
    for line in side:
        key = (line.name, line.under, line.block, bool(line.cells))
        seen[key] += 1
        yield (key, seen[key]), line


def _by_evidence(old: Sheet, new: Sheet) -> Generator[Pause, None, list[tuple[int, int]]]:
    """The rows that are one line by the evidence that joins the years."""
    known: dict[tuple[object, ...], Period] = {}
    sources = []
    for number, sheet in enumerate((new, old)):
        sources.append(lines(_source(sheet, known), number))
        yield ()
    every: list[Cluster] = []
    for step in clustered(sources):
        every = step or every
        yield ()
    pairs = (cluster.lines for cluster in every)
    return [(pair[1].index, pair[0].index) for pair in pairs if len(pair) == len(sources)]


def _source(sheet: Sheet, known: dict[tuple[object, ...], Period]) -> Source:
    columns: dict[int, Period] = {}
    for line in sheet.lines:
        for cell in line.cells:
            period = known.setdefault(cell.key, Period(date.min + timedelta(days=len(known))))
            columns.setdefault(cell.figure.column, period)
    return Source(sheet.path, sheet.statement, columns)


# what changed


def rows(old: Sheet | None, new: Sheet | None) -> Generator[Pause, None, tuple[Aligned, ...]]:
    """The rows of two tables, in the order of the newer one, those that went where they stood; a head of its columns first. An
    empty answer after every bounded piece of work."""
    heads = [_head(one.statement) if one is not None else None for one in (old, new)]
    made = [_as_it_is(heads[0], heads[1])]
    if old is not None and new is not None:
        joined = yield from _joined(old, new)
        yield ()
        made += _Both(old, new, joined).rows()
    else:
        made += (
            _alone(line, newer=old is None, rolled=False)
            for one in (old, new)
            for line in (one.lines if one is not None else ())
        )
    return tuple(made)


def _as_it_is(old: Passage | None, new: Passage | None) -> Aligned:
    """Nothing of it is a change."""
    counts = [len(folded(one.text)) if one is not None else 0 for one in (old, new)]
    return Aligned(old, new, (Change(ChangeKind.EQUAL, 0, counts[0], 0, counts[1]),) if any(counts) else ())


class _Both:
    """Two tables, and what is the same row in both (by the index of the newer one)."""

    def __init__(self, old: Sheet, new: Sheet, joined: Mapping[int, int]) -> None:
        self._old, self._new, self._joined = old, new, joined
        untimed = [
            self._same(mine, theirs)
            for j, i in joined.items()
            for mine, theirs in _together(old.lines[i], new.lines[j])
            if not mine.timed
        ]
        self._moved_on = len(untimed) >= _FEW and untimed.count(False) > _MOVED_ON * len(untimed)

    def _same(self, old: Cell, new: Cell) -> bool:
        one, other = old.figure, new.figure
        if one.value is None or other.value is None:
            return folded(one.text) == folded(other.text)
        if one.value == other.value and one.text == other.text:
            return True
        scales = (self._old.statement.scale, self._new.statement.scale)
        prints = [amount(each, each.value or _NOUGHT, scale) for each, scale in zip((one, other), scales, strict=True)]
        plain = differs(*prints) in (None, Difference.ROUNDING)
        return plain or (one.value == other.value and one.unit not in (None, Unit.MONEY))

    def rows(self) -> Iterator[Aligned]:
        """Every row of both."""
        taken = set(self._joined.values())
        at = 0
        for line in self._new.lines:
            mine = self._joined.get(line.at)
            if mine is None:
                yield self.came(line)
                continue
            yield from (self.gone(one) for one in self._old.lines[at:mine] if one.at not in taken)
            at = max(at, mine + 1)
            yield self.row(self._old.lines[mine], line)
        yield from (self.gone(one) for one in self._old.lines[at:] if one.at not in taken)

    def row(self, old: Line, new: Line) -> Aligned:
        """A row that both have."""
        together = {id(theirs): mine for mine, theirs in _together(old, new)}
        changed_new = {
            id(theirs)
            for theirs in new.cells
            if (mine := together.get(id(theirs))) is not None
            and not (self._moved_on and not mine.timed)
            and not self._same(mine, theirs)
        }
        changed_old = {id(together[one]) for one in changed_new}
        caption = _caption_changed(old.row.label, new.row.label)
        left, right = _Written(old, changed_old, caption=caption), _Written(new, changed_new, caption=caption)
        return Aligned(left.passage, right.passage, tuple(_beside(left.parts, right.parts)))

    def came(self, line: Line) -> Aligned:
        """A row that only the newer table has."""
        return _alone(line, newer=True, rolled=self._is_rolled(line, self._old))

    def gone(self, line: Line) -> Aligned:
        """A row that only the older table has."""
        return _alone(line, newer=False, rolled=self._is_rolled(line, self._new))

    def _is_rolled(self, line: Line, other: Sheet) -> bool:
        """Whether a row is of a day or a year that the other table does not tell of."""
        return line.block is not None and line.block not in other.blocks


def _together(old: Line, new: Line) -> Iterator[tuple[Cell, Cell]]:
    """The figures of two rows that are of one time and one column."""
    known = {cell.key: cell for cell in old.cells}
    for cell in new.cells:
        if cell.key in known:
            yield known[cell.key], cell


def _caption_changed(old: str, new: str) -> bool:
    """Whether captions differ in more than dates and figures."""
    return old != new and _letters(old) != _letters(new)


_TAB = " \t"
"""Before a figure of a row."""


class _Part(NamedTuple):
    """A caption or a figure: its words, and whether it is changed."""

    words: int
    changed: bool


class _Written:
    """A row as a passage: caption and figures, a tab before each figure for every column it lies on."""

    def __init__(self, line: Line, changed: Iterable[int], *, caption: bool) -> None:
        changed = set(changed)
        text = " ".join(line.row.label.split())
        self.parts = [_Part(len(folded(text)), caption)]
        column = -1
        for cell in line.cells:
            text += _TAB * max(1, cell.figure.column - column) + cell.figure.text
            column = max(column, cell.figure.column)
            self.parts.append(_Part(len(folded(cell.figure.text)), id(cell) in changed))
        spans = (*line.row.cite.spans, *(span for cell in line.cells for span in cell.figure.cite.spans))
        self.passage = Passage(PassageKind.TABLE, text, tuple(sorted(set(spans))), line.row.depth)


def _beside(old: Sequence[_Part], new: Sequence[_Part]) -> Iterator[Change]:
    """The changes of a row: each side's parts in order, those that are changed beside each other."""
    sides = [_stretches(old), _stretches(new)]
    for left, right in zip(*sides, strict=True):
        if left[2] - left[1] or right[2] - right[1] or left[0]:
            kind = ChangeKind.REPLACE if left[0] else ChangeKind.EQUAL
            yield Change(kind, left[1], left[2], right[1], right[2])


def _stretches(parts: Sequence[_Part]) -> list[tuple[bool, int, int]]:
    """Words of a side, alternately unchanged (maybe none) and changed; unchanged ones at the end."""
    found: list[tuple[bool, int, int]] = []
    start = at = 0
    for part in parts:
        if part.changed:
            found += [(False, start, at), (True, at, at + part.words)]
            start = at + part.words
        at += part.words
    return [*found, (False, start, at)]


def _alone(line: Line, *, newer: bool, rolled: bool) -> Aligned:
    """A row that only one side has; one that is of another time is no change."""
    written = _Written(line, (), caption=False)
    words = sum(part.words for part in written.parts)
    kind = ChangeKind.EQUAL if rolled else ChangeKind.INSERT if newer else ChangeKind.DELETE
    change = Change(kind, 0, 0, 0, words) if newer else Change(kind, 0, words, 0, 0)
    return Aligned(None if newer else written.passage, written.passage if newer else None, (change,) if words else ())


def _head(statement: Statement) -> Passage:
    """What the columns are called."""
    text = "".join(_TAB + " ".join(column.label.split()) for column in statement.columns)
    return Passage(PassageKind.TABLE, text, statement.cite.spans[:1])
