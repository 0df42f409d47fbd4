"""The chart of a table: which rows of it, and what the kind that is asked for makes of their lines."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import NamedTuple

from core.checks.footing import Part as Added
from core.checks.footing import parts_of
from core.statements.statement import PRIMARY, Figure, Role, Row, Statement, StatementKind, Unit
from core.years.change import (
    CHARTED,
    HUNDRED,
    NET_INCOME,
    REVENUES,
    change,
    default_rows,
    first_rows,
    has_values,
    row_of,
    share,
)
from gui.options import ChartKind
from gui.plot.axis import Axis
from gui.plot.bridge import bridged
from gui.plot.chart import ZERO, Chart, Form, Mark, Point, Series
from gui.plot.rows import SUMMED, Lines, MarkOf, lines, name_of

MOST = 8
"""More series than this cannot be told apart."""
MANY_SLOTS = 6
"""More times than this are a line rather than bars."""
MANY_FLOWS = 12
"""The same of cash flows, which go up and down around zero."""
_WHOLE_KINDS = frozenset({ChartKind.STACKED, ChartKind.SHARE})
_TIMED_KINDS = {
    ChartKind.LINES: "lines",
    ChartKind.INDEX: "an index",
    ChartKind.GROWTH: "growth",
}


def _unmarked(_row: int, _figure: Figure) -> Mark:
    return Mark.NONE


@dataclass(frozen=True, slots=True)
class Wanted:
    """How rows are drawn: the kind, `log` for a scale of powers of ten, what money is a share of by columns, the columns
    (later, earlier) that are compared, what is the matter with a figure, the names of lines that are switched off, and what the
    chart is called where no rows are chosen.
    `shares` draws shares where amounts would be."""

    kind: ChartKind = ChartKind.AUTO
    log: bool = False
    shares: bool = False
    bases: dict[int, Decimal] = field(default_factory=dict)
    pair: tuple[int, int] | None = None
    mark: MarkOf = _unmarked
    hidden: frozenset[str] = frozenset()
    title: str = ""
    most: int = MOST


class Part(NamedTuple):
    """The lines that are drawn, and what is said of those that are not."""

    series: tuple[Series, ...]
    notes: tuple[str, ...] = ()


def plot(statement: Statement | None, rows: tuple[int, ...], wanted: Wanted | None = None) -> Chart:
    """The chart of these rows of a statement, or, where none are given, of those a reader asks for first."""
    wanted = wanted or Wanted()
    if statement is None:
        return Chart(hint="No table to chart")
    chosen = tuple(row for row in rows if row < len(statement.rows) and has_values(statement.rows[row]))
    if wanted.kind is ChartKind.BRIDGE:
        return bridged(statement, chosen, wanted.pair, wanted.mark)
    drawn = lines(statement, chosen or _default(statement, wanted.kind), wanted.mark)
    if not drawn.series:
        return Chart(hint="No figures to chart here")
    seen = tuple(one for one in drawn.series if one.name not in wanted.hidden)
    drawn = replace(drawn, series=seen or drawn.series)
    kind = _kind(statement, drawn, wanted)
    made = _MAKERS[kind](statement, drawn, wanted)
    if made.hint:
        return made
    title = "Selected lines" if chosen else wanted.title or _title(statement, made, wanted.kind)
    without = _without(statement, wanted.kind) if not chosen else ()
    said = not chosen and title.casefold().startswith(made.series[0].name.casefold())
    notes = (*drawn.notes, *_why_other(wanted.kind, kind, drawn), made.note, *without)
    kind = (
        ChartKind.LINES if kind is ChartKind.BARS and made.form is Form.LINES else kind
    )  # no bars on a scale of powers
    return replace(made, title=title, kind=kind, note="; ".join(filter(None, notes)), title_repeats=said)


def _default(statement: Statement, kind: ChartKind) -> tuple[int, ...]:
    """The rows to draw before any are chosen: those a reader asks for first; of a whole, what it is made of."""
    whole = _whole(statement) if kind in _WHOLE_KINDS and statement.kind not in _NO_WHOLES else None
    if (
        whole is None
        and statement.kind not in PRIMARY
        and len({column for row in statement.rows for column in _used(row)}) == 1
    ):
        return first_rows(statement, MOST_ROWS)
    return whole.rows if whole is not None else default_rows(statement)


def _without(statement: Statement, kind: ChartKind) -> tuple[str, ...]:
    """What is not among the lines of a whole that were not chosen."""
    whole = _whole(statement) if kind in _WHOLE_KINDS and statement.kind not in _NO_WHOLES else None
    if whole is None or not whole.without:
        return ()
    more = f" and {len(whole.without) - 1} more" if len(whole.without) > 1 else ""
    return (f"without {name_of(statement.rows[whole.without[0]])}{more}",)


def _used(row: Row) -> set[int]:
    """The columns in which a row prints a number."""
    return {figure.column for figure in row.figures if figure.value is not None}


MOST_ROWS = 16
"""Rows of a table with one column that stand beside each other."""


_NO_WHOLES = frozenset({StatementKind.CASH_FLOW, StatementKind.EQUITY})


class Whole(NamedTuple):
    """The rows that make a whole, what they are called, and what is not in them."""

    rows: tuple[int, ...]
    title: str
    without: tuple[int, ...] = ()


def _whole(statement: Statement) -> Whole | None:
    """What revenue went to; else the parts of the first sum that is no part of another. None where none is plain."""
    sums = parts_of(statement)
    revenue = row_of(statement, REVENUES)
    if statement.kind is StatementKind.INCOME_STATEMENT and revenue is not None:
        ends = (row_of(statement, NET_INCOME), *reversed(sums))
        spent = (_spent(statement, sums, end, revenue) for end in ends if end is not None and end in sums)
        return next(filter(None, spent), None)
    plain = [row for row, parts in sums.items() if all(part.sign > 0 for part in parts)]
    inside = {part.row for row in plain for part in sums[row]}
    whole = [row for row in plain if row not in inside]
    first = next((row for row in whole if statement.rows[row].unit is Unit.MONEY), next(iter(whole), None))
    if first is None:
        return None
    return Whole(tuple(part.row for part in sums[first]), f"Parts of {_small(name_of(statement.rows[first]))}")


def _spent(statement: Statement, sums: dict[int, tuple[Added, ...]], net: int, revenue: int) -> Whole | None:
    """The costs between revenue and net income, and net income: sums are taken apart only on the way to revenue."""
    parts = list(sums[net])
    while all(part.row != revenue for part in parts):
        at = next((at for at, part in enumerate(parts) if revenue in _within(sums, part.row)), None)
        if at is None or len(parts) > MOST_ROWS:
            return None
        sign = parts[at].sign
        parts[at : at + 1] = [Added(sign * inner.sign, inner.row) for inner in sums[parts[at].row]]
    costs = tuple(part.row for part in parts if part.sign < 0)
    if not costs:
        return None
    others = tuple(part.row for part in parts if part.sign > 0 and part.row != revenue)
    return Whole((*costs, net), f"Where {_small(name_of(statement.rows[revenue]))} went", others)


def _small(name: str) -> str:
    """A caption in the middle of a sentence: `net sales`, but `EBITDA`."""
    return name if name[1:] != name[1:].lower() else name[:1].lower() + name[1:]


def _kind(statement: Statement, drawn: Lines, wanted: Wanted) -> ChartKind:
    """The kind that is made: the one asked for where it suits the table."""
    kind = wanted.kind
    if kind is ChartKind.AUTO:
        many = MANY_FLOWS if statement.kind is StatementKind.CASH_FLOW else MANY_SLOTS
        kind = ChartKind.LINES if drawn.timed and len(drawn.slots) > many else ChartKind.BARS
    if kind in _TIMED_KINDS and not drawn.timed:
        return ChartKind.BARS
    return kind


def _why_other(asked: ChartKind, made: ChartKind, drawn: Lines) -> tuple[str, ...]:
    if asked in _TIMED_KINDS and made is not asked and not drawn.timed:
        return (f"bars: the columns are no times for {_TIMED_KINDS[asked]}",)
    return ()


def _title(statement: Statement, made: Chart, kind: ChartKind) -> str:
    """`Net sales and net income`: what is drawn before any row is chosen."""
    if kind in _WHOLE_KINDS and statement.kind not in _NO_WHOLES and (whole := _whole(statement)) is not None:
        return whole.title
    if statement.kind is StatementKind.CASH_FLOW:
        return "Cash flows"
    if statement.kind is StatementKind.EQUITY:
        return "Balances"
    names = [each.name for each in made.series]
    if statement.kind not in CHARTED or len(names) > _NAMED or sum(map(len, names)) > _LONG_TITLE:
        return "First lines"
    names[1:] = [_small(name) for name in names[1:]]
    return " and ".join(names) if len(names) < _NAMED else f"{', '.join(names[:-1])} and {names[-1]}"


_NAMED, _LONG_TITLE = 3, 70
"""Lines that a title names at most, and its signs."""


# which lines


def _first(series: Sequence[Series], most: int) -> Part:
    if len(series) <= most:
        return Part(tuple(series))
    return Part(tuple(series[:most]), (f"first {most} of {len(series)}",))


def _named(what: str, series: Sequence[Series]) -> tuple[str, ...]:
    """`not on this axis: Earnings per share and 2 more`."""
    if not series:
        return ()
    more = f" and {len(series) - 1} more" if len(series) > 1 else ""
    return (f"{what}: {series[0].name}{more}",)


def _of_unit(series: Sequence[Series], unit: Unit | None, most: int) -> Part:
    """The lines that count this."""
    same = [one for one in series if one.unit is unit]
    part = _first(same, most)
    return Part(
        part.series, (*_named("not on this axis", [one for one in series if one.unit is not unit]), *part.notes)
    )


def _parts(statement: Statement, drawn: Lines, most: int) -> Part:
    """The lines of a whole, of the first one's unit: sums of others among them are left out, which would count twice."""
    part = _of_unit(drawn.series, drawn.series[0].unit, most)
    sums = parts_of(statement)
    rows = {one.row for one in part.series}
    plain = any(statement.rows[row].role is Role.LINE for row in rows)

    def is_sum(one: Series) -> bool:
        if one.row in sums:
            return bool(_within(sums, one.row) & rows)
        return plain and statement.rows[one.row].role in SUMMED

    twice = [one for one in part.series if is_sum(one) or _adds_up(one, part.series, statement.scale)]
    kept = tuple(one for one in part.series if one not in twice)
    return Part(kept, (*part.notes, *_named("sums left out", twice))) if kept else part


def _adds_up(one: Series, series: Sequence[Series], scale: int) -> bool:
    """Whether a line is the sum of all the others wherever it prints anything, but for rounding."""
    others = [other for other in series if other is not one]
    if len(others) < _SEVERAL:
        return False
    slack = Decimal(len(series) * scale) / 2
    for at, point in enumerate(one.points):
        beside = [other.points[at] for other in others]
        if point is not None and abs(sum((p.amount for p in beside if p is not None), ZERO) - point.amount) > slack:
            return False
    return True


_SEVERAL = 2
"""Lines that a sum has at least."""


def _within(sums: dict[int, tuple[Added, ...]], row: int) -> set[int]:
    """The rows that a sum takes in, whole and in part; not those that it is less by."""
    inside: set[int] = set()
    waiting = [Added(1, row)]
    while waiting:
        sign, at = waiting.pop()
        for part in sums.get(at, ()):
            if part.row not in inside and sign * part.sign > 0:
                inside.add(part.row)
            if part.row != row:
                waiting.append(Added(sign * part.sign, part.row))
    return inside


# kinds


def _amounts(statement: Statement, drawn: Lines, wanted: Wanted) -> Chart:
    """Bars, or lines over times; what counts something else than the first line stands on a second axis."""
    unit = drawn.series[0].unit
    if wanted.shares and wanted.bases and unit is Unit.MONEY:
        return replace(_shares_of_base(statement, drawn, wanted), form=_bars_or_lines(drawn, wanted))
    first = [one for one in drawn.series if one.unit is unit]
    other = next((one.unit for one in drawn.series if one.unit is not unit), None)
    seconds = [] if wanted.log else [one for one in drawn.series if one.unit is other and other is not unit]
    left = [one for one in drawn.series if one not in first and one not in seconds]
    part = _first([*first, *seconds], wanted.most)
    series = tuple(replace(one, second=one in seconds) for one in part.series)
    second = Axis(other, statement.currency) if any(one.second for one in series) else None
    log, why = _log(series, wanted)
    notes = (*_named("not on this axis", left), *part.notes, *why)
    form = _bars_or_lines(drawn, wanted)
    if log and form is Form.BARS:
        form = Form.LINES if drawn.timed else Form.DOTS
    axis = Axis(unit, statement.currency)
    return Chart(
        form=form,
        slots=drawn.slots,
        series=series,
        axis=axis,
        second=second,
        timed=drawn.timed,
        log=log,
        note=_said(notes),
    )


def _bars_or_lines(drawn: Lines, wanted: Wanted) -> Form:
    lines_asked = wanted.kind is ChartKind.LINES or (wanted.kind is ChartKind.AUTO and len(drawn.slots) > MANY_SLOTS)
    return Form.LINES if drawn.timed and lines_asked else Form.BARS


class _Log(NamedTuple):
    log: bool
    why: tuple[str, ...] = ()


def _log(series: Sequence[Series], wanted: Wanted) -> _Log:
    """Whether a scale of powers of ten can be drawn: it has no zero, and nothing below it."""
    if not wanted.log:
        return _Log(log=False)
    low = [one for one in series if any(point is not None and point.value <= 0 for point in one.points)]
    return _Log(log=False, why=_named("no log scale: not all above zero", low)) if low else _Log(log=True)


def _said(notes: Sequence[str]) -> str:
    return "; ".join(filter(None, notes))


def _mapped(one: Series, change_of: Callable[[int, Point], Point | None], unit: Unit | None = None) -> Series:
    points = tuple(None if point is None else change_of(at, point) for at, point in enumerate(one.points))
    return replace(one, points=points, unit=unit or one.unit)


def _stacked(statement: Statement, drawn: Lines, wanted: Wanted) -> Chart:
    """Bars on each other: what is above zero upwards, what is below downwards."""
    part = _parts(statement, drawn, wanted.most)
    tops: dict[tuple[int, bool], Decimal] = {}

    def put(slot: int, point: Point) -> Point:
        key = slot, point.amount < 0
        foot = tops.get(key, ZERO)
        tops[key] = foot + point.amount
        return point._replace(foot=foot)

    series = tuple(_mapped(one, put) for one in part.series)
    axis = Axis(drawn.series[0].unit, statement.currency)
    return Chart(
        form=Form.STACK, slots=drawn.slots, series=series, axis=axis, timed=drawn.timed, note=_said(part.notes)
    )


def _share_of_total(statement: Statement, drawn: Lines, wanted: Wanted) -> Chart:
    """Bars on each other that make a hundred percent of what is drawn; where something is below zero, none."""
    part = _parts(statement, drawn, wanted.most)
    slots = range(len(drawn.slots))
    amounts = [[one.points[at].amount for one in part.series if one.points[at]] for at in slots]  # type: ignore[union-attr]
    wholes = [sum(column, ZERO) if column and min(column) >= 0 else ZERO for column in amounts]
    feet = [ZERO for _ in slots]

    def put(slot: int, point: Point) -> Point | None:
        if not wholes[slot]:
            return None
        percent = point.amount / wholes[slot] * HUNDRED
        feet[slot] += percent
        return point._replace(value=percent, told=percent, foot=feet[slot] - percent)

    series = tuple(_mapped(one, put) for one in part.series)
    empty = [drawn.slots[at].label for at in slots if amounts[at] and not wholes[at]]
    if len(empty) == sum(bool(column) for column in amounts):
        return Chart(hint="No shares of a total: something in every period is below zero")
    notes = (*part.notes, f"left out, something below zero: {', '.join(empty)}" if empty else "")
    axis = Axis(Unit.PERCENT, statement.currency, "Share of the lines drawn")
    return Chart(form=Form.STACK, slots=drawn.slots, series=series, axis=axis, timed=drawn.timed, note=_said(notes))


def _shares_of_base(statement: Statement, drawn: Lines, wanted: Wanted) -> Chart:
    """Money as percent of revenue or of total assets."""
    if not wanted.bases:
        return Chart(hint="Nothing to take shares of here: no revenue and no total assets")
    part = _of_unit(drawn.series, Unit.MONEY, wanted.most)

    def put(_slot: int, point: Point) -> Point | None:
        percent = share(point.figure.value, wanted.bases.get(point.figure.column))
        return None if percent is None else point._replace(value=percent, told=percent)

    series = tuple(one for one in (_mapped(one, put) for one in part.series) if any(one.points))
    if not series:
        return Chart(hint="Nothing to take shares of here: no money in these lines")
    name = "Share of total assets" if statement.kind is StatementKind.BALANCE_SHEET else "Share of revenue"
    axis = Axis(Unit.PERCENT, statement.currency, name)
    many = drawn.timed and len(drawn.slots) > MANY_SLOTS
    form = Form.LINES if many else Form.BARS
    return Chart(form=form, slots=drawn.slots, series=series, axis=axis, timed=drawn.timed, note=_said(part.notes))


def _index(statement: Statement, drawn: Lines, wanted: Wanted) -> Chart:
    """Every line as percent of its own first figure, at the first time that most of them print."""
    printed = [sum(_above_zero(one.points[at]) for one in drawn.series) for at in range(len(drawn.slots))]
    base = printed.index(max(printed))
    fit = [one for one in drawn.series if _above_zero(one.points[base])]
    if not fit:
        return Chart(hint="No index: nothing here begins above zero")
    part = _first(fit, wanted.most)

    def against(one: Series) -> Callable[[int, Point], Point]:
        first = one.points[base]
        whole = first.amount if first is not None else ZERO

        def put(_slot: int, point: Point) -> Point:
            index = point.amount / whole * HUNDRED
            return point._replace(value=index, told=index.quantize(_TENTH))

        return put

    series = tuple(_mapped(one, against(one)) for one in part.series)
    log, why = _log(series, wanted)
    left = _named("begins at or below zero", [one for one in drawn.series if one not in fit])
    axis = Axis(Unit.NUMBER, statement.currency, f"Index, {drawn.slots[base].label} = 100", plain=True)
    notes = _said((*part.notes, *left, *why))
    return Chart(form=Form.LINES, slots=drawn.slots, series=series, axis=axis, timed=True, log=log, note=notes)


_TENTH = Decimal("0.1")


def _above_zero(point: Point | None) -> bool:
    return point is not None and point.amount > 0


def _growth(statement: Statement, drawn: Lines, wanted: Wanted) -> Chart:
    """The percent from each time to the next; none across a gap, from zero, or across signs."""
    part = _first(drawn.series, wanted.most)

    def grown(one: Series) -> Series:
        def put(slot: int, point: Point) -> Point | None:
            before = one.points[slot - 1] if slot else None
            percent = change(point.amount, before.amount).percent if before is not None else None
            return None if percent is None else point._replace(value=percent, told=percent)

        return _mapped(one, put)

    series = tuple(one for one in map(grown, part.series) if any(one.points))
    if not series:
        return Chart(hint="No growth to draw: it needs two times after each other, above zero")
    lost = [one for one in part.series if not any(grown(one).points)]
    axis = Axis(Unit.PERCENT, statement.currency, "Change on the period before")
    notes = _said((*part.notes, *_named("no growth", lost)))
    return Chart(
        form=Form.BARS,
        slots=drawn.slots[1:],
        series=tuple(_later(one) for one in series),
        axis=axis,
        timed=True,
        note=notes,
    )


def _later(one: Series) -> Series:
    """A line without the first time, before which there is none."""
    return replace(one, points=one.points[1:])


def _multiples(statement: Statement, drawn: Lines, wanted: Wanted) -> Chart:
    """A field for each line, each on its own scale."""
    part = _first(drawn.series, wanted.most)
    many = drawn.timed and len(drawn.slots) > MANY_SLOTS
    log, why = _log(part.series, wanted)
    form = Form.LINES if many or (log and drawn.timed) else Form.DOTS if log else Form.BARS
    axis = Axis(drawn.series[0].unit, statement.currency)
    notes = _said((*part.notes, "each on its own scale", *why))
    return Chart(
        form=form, slots=drawn.slots, series=part.series, axis=axis, timed=drawn.timed, log=log, panels=True, note=notes
    )


_MAKERS: dict[ChartKind, Callable[[Statement, Lines, Wanted], Chart]] = {
    ChartKind.BARS: _amounts,
    ChartKind.LINES: _amounts,
    ChartKind.STACKED: _stacked,
    ChartKind.SHARE: _share_of_total,
    ChartKind.INDEX: _index,
    ChartKind.GROWTH: _growth,
    ChartKind.COMMON_SIZE: _shares_of_base,
    ChartKind.MULTIPLES: _multiples,
}
