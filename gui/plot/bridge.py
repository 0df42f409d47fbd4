"""A bridge: from one year's total to the next by the change of each of its lines, or from opening to closing cash."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from core.checks.footing import Part, parts_of
from core.statements.amount import scale_of
from core.statements.statement import Figure, Statement, StatementKind, Unit
from core.years.change import ACTIVITIES, ASSETS, CASH_FLOWS, NET_INCOME, row_of
from gui.models.titles import column_heads
from gui.options import ChartKind
from gui.plot.axis import Axis
from gui.plot.chart import ZERO, Chart, Form, Mark, Point, Series, Slot
from gui.plot.rows import SUMMED, MarkOf, name_of

MOST_STEPS = 10
"""Steps of a bridge that can be told apart."""
NO_SUM = "No bridge: no line here is read as a sum of others"
NO_PAIR = "No bridge: it needs two periods of one length"
REST = "Other"
_NEAR = 3
"""Days between the end of one year and the beginning of the next."""
_SLACK = 2
"""Printed units that a bridge may be off by rounding, and one more for each step."""


class Step(NamedTuple):
    """A step: its row and figure (those of the later period), and by how much it goes up or down."""

    row: int
    figure: Figure
    by: Decimal


class Bridge(NamedTuple):
    """From one figure to another: the steps between, and what they leave unexplained."""

    first: Step
    steps: tuple[Step, ...]
    last: Step
    names: tuple[str, str]
    title: str

    @property
    def rest(self) -> Decimal:
        """What the steps do not explain."""
        return self.last.by - self.first.by - sum((step.by for step in self.steps), ZERO)


def bridged(statement: Statement, rows: Sequence[int], pair: tuple[int, int] | None, mark: MarkOf) -> Chart:
    """The bridge of the first of these rows that is a sum, else of what a reader asks for first in such a statement."""
    found = _cash(statement, pair) if statement.kind is StatementKind.CASH_FLOW and not rows else None
    if found is None:
        if pair is None:
            return Chart(hint=NO_PAIR)
        found = _of_total(statement, rows, pair)
    if found is None:
        return Chart(hint=NO_SUM)
    return _drawn(statement, found, mark)


# what it goes through


def _of_total(statement: Statement, rows: Sequence[int], pair: tuple[int, int]) -> Bridge | None:
    sums = parts_of(statement)
    wanted = [row_of(statement, (*NET_INCOME, *ASSETS)), *sorted(sums, reverse=True)] if not rows else list(rows)
    total = next((row for row in wanted if row is not None and _both(statement, row, pair) and row in sums), None)
    if total is None:
        return None
    later, earlier = pair
    steps = []
    for part in unfolded(sums, total):
        now, before = statement.rows[part.row].at(later), statement.rows[part.row].at(earlier)
        by = (_amount(statement, part.row, now) - _amount(statement, part.row, before)) * part.sign
        figure = now or before
        if figure is not None and by:
            steps.append(Step(part.row, figure, by))
    heads = column_heads(statement.columns)
    name = name_of(statement.rows[total])
    figures = [_at(statement, total, at) for at in (earlier, later)]
    ends = [Step(total, figure, _amount(statement, total, figure)) for figure in figures if figure is not None]
    title = f"{name}: from {heads[earlier]} to {heads[later]}"
    return Bridge(ends[0], tuple(steps), ends[1], (heads[earlier], heads[later]), title)


def unfolded(sums: dict[int, tuple[Part, ...]], total: int) -> list[Part]:
    """The lines of a total: sums among them taken apart, as long as the steps can be told apart."""
    parts = list(sums[total])
    while True:
        at = next((at for at, part in enumerate(parts) if part.row in sums and _fits(parts, sums[part.row])), None)
        if at is None:
            return parts
        sign = parts[at].sign
        parts[at : at + 1] = [Part(sign * inner.sign, inner.row) for inner in sums[parts[at].row]]


def _fits(parts: Sequence[Part], inner: Sequence[Part]) -> bool:
    return len(parts) - 1 + len(inner) <= MOST_STEPS


def _both(statement: Statement, row: int, pair: tuple[int, int]) -> bool:
    return all(_at(statement, row, at) is not None for at in pair) and statement.rows[row].unit is Unit.MONEY


def _at(statement: Statement, row: int, column: int) -> Figure | None:
    figure = statement.rows[row].at(column)
    return figure if figure is not None and figure.value is not None else None


def _amount(statement: Statement, row: int, figure: Figure | None) -> Decimal:
    if figure is None or figure.value is None:
        return ZERO
    return figure.value * scale_of(statement, statement.rows[row], figure)


def _cash(statement: Statement, pair: tuple[int, int] | None) -> Bridge | None:
    """From opening to closing cash of the latest year, by the three activities and what stands after them."""
    column = pair[0] if pair is not None else 0
    start, end = statement.columns[column].start, statement.columns[column].end
    flows = [_flow(statement, concepts, word, column) for concepts, word in zip(CASH_FLOWS, ACTIVITIES, strict=True)]
    if start is None or end is None or None in flows:
        return None
    after = max(row for row in flows if row is not None)
    first = last = None
    extra = []
    for at, row in enumerate(statement.rows):
        figure = _at(statement, at, column)
        if at <= after or figure is None or row.unit is not Unit.MONEY:
            continue
        time = statement.time(row, figure)
        if time.start is None and time.end is not None and time.end != end and abs((time.end - start).days) <= _NEAR:
            first = first or Step(at, figure, _amount(statement, at, figure))
        elif time.start is None and time.end == end:
            last = last or Step(at, figure, _amount(statement, at, figure))
        elif first is None and last is None and "effect" in row.label.casefold():
            extra.append(at)
    if first is None or last is None:
        return None
    rows = [row for row in (*flows, *extra) if row is not None]
    steps = [
        Step(row, figure, _amount(statement, row, figure)) for row in rows if (figure := _at(statement, row, column))
    ]
    names = (name_of(statement.rows[first.row]), name_of(statement.rows[last.row]))
    return Bridge(first, tuple(steps), last, names, f"Cash: through {column_heads(statement.columns)[column]}")


def _flow(statement: Statement, concepts: tuple[str, ...], word: str, column: int) -> int | None:
    known = row_of(statement, concepts)
    if known is not None:
        return known if _at(statement, known, column) is not None else None
    rows = [at for at, row in enumerate(statement.rows) if row.role in SUMMED and word in row.label.casefold()]
    return next((at for at in reversed(rows) if _at(statement, at, column) is not None), None)


# how it is drawn


def _drawn(statement: Statement, bridge: Bridge, mark: MarkOf) -> Chart:
    unit = Axis(Unit.MONEY, statement.currency)
    level = bridge.first.by
    names, points = [bridge.names[0]], [_end(bridge.first, mark)]
    for step in bridge.steps:
        names.append(name_of(statement.rows[step.row]))
        amount = _amount(statement, step.row, step.figure)
        points.append(Point(step.row, step.figure, amount, step.by, step.by, level, mark(step.row, step.figure)))
        level += step.by
    note = ""
    if bridge.rest:
        slack = (len(bridge.steps) + _SLACK) * statement.scale
        note = f"{unit.full(bridge.rest)} {'by rounding' if abs(bridge.rest) <= slack else 'not told by these lines'}"
        names.append(REST)
        figure = bridge.last.figure
        points.append(Point(bridge.last.row, figure, bridge.last.by, bridge.rest, bridge.rest, level, Mark.NONE))
    names.append(bridge.names[1])
    points.append(_end(bridge.last, mark))
    columns = sorted({point.figure.column for point in points})
    slots = tuple(Slot(name, float(at), None, tuple(columns)) for at, name in enumerate(names))
    series = (Series(name_of(statement.rows[bridge.last.row]), Unit.MONEY, tuple(points)),)
    return Chart(bridge.title, ChartKind.BRIDGE, Form.STEPS, slots, series, unit, note=note, title_repeats=True)


def _end(step: Step, mark: MarkOf) -> Point:
    return Point(step.row, step.figure, step.by, step.by, step.by, mark=mark(step.row, step.figure))
