"""Which figures of a table a chart is of, and how they make lines: over periods, over the dates of rows, or side by side."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from core.facts.readable import concept_words
from core.statements.amount import scale_of
from core.statements.statement import Figure, Period, Role, Row, Statement, StatementKind, Unit
from core.years.change import alike, length
from gui.models.titles import calm, column_heads
from gui.plot.chart import Mark, Point, Series, Slot
from gui.plot.times import NEAR, ends_of, slots_of

PERIODS = {0: "", 12: "years", 3: "quarters"}
_SCALED = (Unit.MONEY, Unit.SHARES)
SUMMED = (Role.SUBTOTAL, Role.TOTAL)
_FEW_ROWS = 2
"""Of one column so many rows stand as lines of a legend; more stand beside each other."""
MarkOf = Callable[[int, Figure], Mark]


class Drawn(NamedTuple):
    """A figure that is drawn, the row it is of, what it counts, and its amount, money and shares not scaled down."""

    row: int
    figure: Figure
    unit: Unit | None
    amount: Decimal
    time: Period

    def point(self, mark: MarkOf) -> Point:
        """The figure as it stands for itself."""
        return Point(self.row, self.figure, self.amount, self.amount, self.amount, mark=mark(self.row, self.figure))


@dataclass(frozen=True, slots=True)
class Lines:
    """Slots, and lines over them of whatever unit, in the order of the table; `timed` whether slots are times; `notes`
    says what has no place."""

    slots: tuple[Slot, ...]
    series: tuple[Series, ...]
    timed: bool
    notes: tuple[str, ...] = ()


def name_of(row: Row) -> str:
    """What a row is called in a legend; without a caption, by its concept."""
    nameless = "Unnamed total" if row.role in SUMMED else "(no caption)"
    if not row.label and row.known:
        nameless = f"{concept_words(row.known)} ({nameless.lower().strip('()')})"
    return calm(row.label.strip(" :.")) or nameless


def lines(statement: Statement, rows: Sequence[int], mark: MarkOf) -> Lines:
    """The lines that these rows make."""
    columns, notes = _columns(statement)
    drawn = _drawn(statement, rows, columns)
    if len({one.figure.column for one in drawn}) == 1 and len(drawn) > _FEW_ROWS:
        return _down(statement, drawn, mark)
    if _over_dates(statement, drawn):
        return _by_date(statement, drawn, mark)
    ends = [statement.columns[column].end for column in columns]
    if all(ends) and len(set(ends)) == len(ends):
        made = _by_period(statement, drawn, columns, mark)
        if made is not None:
            return Lines(made.slots, made.series, timed=True, notes=(*notes, *made.notes))
    made = _side_by_side(statement, drawn, columns, mark)
    return Lines(made.slots, made.series, timed=False, notes=notes)


class _Columns(NamedTuple):
    columns: tuple[int, ...]
    notes: tuple[str, ...] = ()


def _columns(statement: Statement) -> _Columns:
    """The columns to draw: periods of one length in order of time, or else every column as filed."""
    periods = alike(statement.columns)
    every = tuple(range(len(statement.columns)))
    if not periods or _by_component(statement):
        return _Columns(every)
    if len({statement.columns[column].end for column in periods}) < len(periods):
        return _Columns(tuple(sorted(periods, key=lambda at: (statement.columns[at].end, at))))
    if len(periods) == len(every):
        return _Columns(periods)
    months = length(statement.columns[periods[0]]) or 0
    kept = PERIODS.get(months, f"{months}-month periods")
    return _Columns(periods, (f"{kept} only",) if kept else ())


def _drawn(statement: Statement, rows: Sequence[int], columns: Sequence[int]) -> list[Drawn]:
    found: list[Drawn] = []
    for at in rows:
        row = statement.rows[at]
        for column in columns:
            figure = row.at(column)
            if figure is None or figure.value is None:
                continue
            unit = row.counts(figure)
            amount = figure.value * (scale_of(statement, row, figure) if unit in _SCALED else 1)
            found.append(Drawn(at, figure, unit, amount, statement.time(row, figure)))
    return found


def _by_component(statement: Statement) -> bool:
    """Whether the columns of a statement of equity are its parts; where they are periods, the parts stand below each other."""
    periods = all(column.start is not None and column.member is None for column in statement.columns)
    return statement.kind is StatementKind.EQUITY and not periods


def _over_dates(statement: Statement, drawn: Sequence[Drawn]) -> bool:
    """Whether the rows are of different times, and the columns are none: a statement of equity, a table in blocks."""
    columns = {statement.columns[one.figure.column].end for one in drawn}
    if len(columns - {None}) > 1 and not _by_component(statement):
        return False
    own = {one.time.end for one in drawn if statement.rows[one.row].date is not None or one.figure.time is not None}
    return len(own - {None}) > 1 and all(one.time.end is not None for one in drawn)


# over periods


class _Made(NamedTuple):
    slots: tuple[Slot, ...]
    series: tuple[Series, ...]
    notes: tuple[str, ...] = ()


def _by_period(statement: Statement, drawn: Sequence[Drawn], columns: Sequence[int], mark: MarkOf) -> _Made | None:
    """Each row over the times of its own figures; None where two figures of a row would stand at one time."""
    fitting = [one for one in drawn if _is_of_length(statement, one)]
    left = len(drawn) - len(fitting)
    known = [(one, one.time.end or statement.columns[one.figure.column].end) for one in fitting]
    days = [end for _, end in known if end is not None]
    ends = ends_of(statement.columns, columns, days)
    timed = slots_of(ends, statement.columns)
    placed: dict[int, dict[int, Drawn]] = {}
    for one, end in known:
        day = ends.of(end) if end is not None else None
        slot = timed.places[day] if day is not None else None
        if slot is None or slot in placed.setdefault(one.row, {}):
            return None
        placed[one.row][slot] = one
    series = _merged(statement, placed, len(timed.slots), mark)
    note = f"{left} of another length of time left out" if left else ""
    return _Made(timed.slots, series, (note,) if note else ())


def _is_of_length(statement: Statement, one: Drawn) -> bool:
    """Whether a figure is of a day, or of a time as long as its column's."""
    column = statement.columns[one.figure.column]
    start, end = one.time
    if start is None or end is None or column.start is None or column.end is None:
        return True
    return abs((end - start) - (column.end - column.start)) <= 2 * NEAR


def _merged(statement: Statement, placed: dict[int, dict[int, Drawn]], count: int, mark: MarkOf) -> tuple[Series, ...]:
    """Rows as lines. Two of one name are one line where neither says what the other does; else each says its heading."""
    rows: list[tuple[str, dict[int, Drawn]]] = []
    for at, points in placed.items():
        name = name_of(statement.rows[at])
        twin = next((has for other, has in rows if other == name and _goes_on(has, points)), None)
        if twin is None:
            rows.append((name, dict(points)))
        else:
            twin.update(points)
    several = Counter(name for name, _ in rows)
    return tuple(
        _series(_told_apart(statement, points, name) if several[name] > 1 else name, points, count, mark)
        for name, points in rows
    )


def _goes_on(one: dict[int, Drawn], other: dict[int, Drawn]) -> bool:
    """Whether a line of the same name goes on where another stops."""
    units = {drawn.unit for drawn in (*one.values(), *other.values())}
    return len(units) == 1 and not one.keys() & other.keys()


def _told_apart(statement: Statement, points: dict[int, Drawn], name: str) -> str:
    """A name with the heading above its row; of a balance the heading, which says whose it is."""
    at = next(iter(points.values())).row
    depth = statement.rows[at].depth
    above = (row for row in reversed(statement.rows[:at]) if not row.figures and row.label and row.depth <= depth)
    heading = next(above, None)
    if heading is None:
        return name
    balance = statement.kind is StatementKind.EQUITY and all(one.time.start is None for one in points.values())
    return name_of(heading) if balance else f"{name} ({name_of(heading)})"


def _series(name: str, points: dict[int, Drawn], count: int, mark: MarkOf) -> Series:
    """A line of the unit that most of its figures count."""
    unit = Counter(one.unit for one in points.values()).most_common(1)[0][0]
    same = {slot: one for slot, one in points.items() if one.unit is unit}
    return Series(name, unit, tuple(same[at].point(mark) if at in same else None for at in range(count)))


# over the dates of rows


def _by_date(statement: Statement, drawn: Sequence[Drawn], mark: MarkOf) -> Lines:
    """Columns are lines over the dates of the rows; rows of several captions, each with each column."""
    ends = ends_of((), (), (one.time.end for one in drawn if one.time.end is not None))
    timed = slots_of(ends, ())
    heads = column_heads(statement.columns)
    several = len({_caption(statement, one) for one in drawn}) > 1
    placed: dict[tuple[str, int], dict[int, Drawn]] = {}
    for one in drawn:
        day = ends.of(one.time.end or date.min)
        if day is not None:
            key = _caption(statement, one), one.figure.column
            placed.setdefault(key, {}).setdefault(timed.places[day], one)
    columns = {column for _, column in placed}
    made = []
    for (caption, column), points in sorted(placed.items(), key=lambda each: each[0][1]):
        head = heads[column] or "Total"
        name = f"{caption}, {head}" if caption and len(columns) > 1 else caption if several and caption else head
        made.append(_series(name, points, len(timed.slots), mark))
    return Lines(timed.slots, tuple(made), timed=True)


def _caption(statement: Statement, one: Drawn) -> str:
    """What a row is called, but for the date of a balance, which the axis says."""
    row = statement.rows[one.row]
    return "" if row.date is not None else name_of(row)


# side by side


def _down(statement: Statement, drawn: Sequence[Drawn], mark: MarkOf) -> Lines:
    """One column: its rows stand beside each other, but for their sums."""
    unit = drawn[0].unit
    lines_only = [one for one in drawn if statement.rows[one.row].role not in SUMMED]
    kept = [one for one in (lines_only or drawn) if one.unit is unit]
    slots = tuple(
        Slot(name_of(statement.rows[one.row]), float(at), None, (one.figure.column,)) for at, one in enumerate(kept)
    )
    head = column_heads(statement.columns)[kept[0].figure.column] or calm(statement.title or "") or "Amounts"
    series = Series(head, unit, tuple(one.point(mark) for one in kept))
    sums = len(drawn) - len(kept)
    return Lines(slots, (series,), timed=False, notes=(f"{sums} left out: sums or of another unit",) if sums else ())


def _side_by_side(statement: Statement, drawn: Sequence[Drawn], columns: Sequence[int], mark: MarkOf) -> _Made:
    """Each row over the columns as filed; those in which none of the rows prints anything are left out."""
    used = [at for at in columns if any(one.figure.column == at for one in drawn)]
    placed: dict[int, dict[int, Drawn]] = {}
    for one in drawn:
        placed.setdefault(one.row, {})[used.index(one.figure.column)] = one
    series = _merged(statement, placed, len(used), mark)
    kept = [at for at in range(len(used)) if any(one.points[at] for one in series)]
    names = _heads(statement, [used[at] for at in kept])
    slots = tuple(
        Slot(names[at], float(at), statement.columns[used[place]].end, (used[place],)) for at, place in enumerate(kept)
    )
    return _Made(slots, tuple(replace(one, points=tuple(one.points[at] for at in kept)) for one in series))


def _heads(statement: Statement, columns: Sequence[int]) -> list[str]:
    """What columns are called; with their year where one is called as another."""
    heads = column_heads(statement.columns)
    names = [heads[column] or "Total" for column in columns]
    several = Counter(names)
    ends = [statement.columns[column].end for column in columns]
    return [
        f"{name}, {end.year}" if several[name] > 1 and end is not None else name
        for name, end in zip(names, ends, strict=True)
    ]
