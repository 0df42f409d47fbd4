"""A chart as data: slots in time or by name, series of points, and the axes they stand on. Nothing here is drawn."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from core.statements.statement import Figure, Unit
from core.years.change import change
from gui.options import ChartKind
from gui.plot.axis import Axis

ZERO = Decimal(0)
_PLAIN = Axis(None)


class Mark(Enum):
    """What is the matter with a figure, as the table marks it."""

    NONE = ""
    OFF = "▲"
    RESTATED = "◆"


class Form(Enum):
    """How points are drawn."""

    BARS = "bars"
    LINES = "lines"
    STACK = "stack"
    STEPS = "steps"
    DOTS = "dots"


class Slot(NamedTuple):
    """A place on the axis below: `at` counts periods (or just slots); `columns` are those of the table that stand there,
    none where a year is missing."""

    label: str
    at: float
    end: datetime.date | None = None
    columns: tuple[int, ...] = ()
    missing: bool = False


class Point(NamedTuple):
    """A figure drawn. `value` is where it stands on its axis (from `foot` on), `told` what is said of it there, `amount`
    the figure itself, money not scaled down."""

    row: int
    figure: Figure
    amount: Decimal
    value: Decimal
    told: Decimal
    foot: Decimal = ZERO
    mark: Mark = Mark.NONE


@dataclass(frozen=True, slots=True)
class Series:
    """A line of the table drawn: a point for each slot, None where nothing is printed; `unit` is what its figures count,
    `second` whether it stands on the second axis."""

    name: str
    unit: Unit | None
    points: tuple[Point | None, ...]
    second: bool = False

    @property
    def row(self) -> int:
        """The first row that it is drawn from; -1 where it has none."""
        return next((point.row for point in self.points if point is not None), -1)


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: `note` says what was left out and why; `hint` stands alone where there is nothing to draw. `kind` is what
    was made, `form` how it is drawn; `timed` whether slots are times; `panels` whether each series has a field of its own."""

    title: str = ""
    kind: ChartKind = ChartKind.BARS
    form: Form = Form.BARS
    slots: tuple[Slot, ...] = ()
    series: tuple[Series, ...] = ()
    axis: Axis = _PLAIN
    second: Axis | None = None
    timed: bool = False
    log: bool = False
    panels: bool = False
    note: str = ""
    hint: str = ""
    title_repeats: bool = False
    """Whether the title says no more than the legend."""

    def axis_of(self, series: Series) -> Axis:
        """What a series is measured by."""
        if self.panels:
            return Axis(series.unit, self.axis.currency)
        return self.second if series.second and self.second is not None else self.axis

    def points(self) -> Iterator[Point]:
        """Every point that is drawn."""
        return (point for series in self.series for point in series.points if point is not None)

    def columns(self, first: int, last: int) -> tuple[int, ...]:
        """The columns of the table from one slot to another."""
        lower, upper = sorted((first, last))
        return tuple(sorted({column for slot in self.slots[lower : upper + 1] for column in slot.columns}))

    def told(self, at: int, slot: int) -> str:
        """What stands at a point: its line, its time, its value in full; beside a share or index the amount too."""
        series = self.series[at]
        point = series.points[slot]
        if point is None:
            return ""
        own = Axis(series.unit, self.axis.currency)
        value = self.axis_of(series).full(point.told)
        if self.axis_of(series) != own:
            value += f" ({own.full(point.amount)})"
        mark = {Mark.OFF: ", does not tie", Mark.RESTATED: ", told otherwise by another filing"}.get(point.mark, "")
        return f"{series.name}, {self.slots[slot].label}: {value}{mark}"

    def growth(self, at: int, slot: int) -> Decimal | None:
        """Percent from the slot before to this one; None at the first, across a gap, from zero and across signs."""
        points = self.series[at].points
        if not self.timed or slot == 0 or self.form is Form.STEPS:
            return None
        now, before = points[slot], points[slot - 1]
        return change(now.amount, before.amount).percent if now is not None and before is not None else None
