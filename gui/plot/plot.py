"""What a chart of a statement's rows draws: series over periods or members, all of one unit."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import NamedTuple

from core.statements.statement import Figure, Row, Statement, StatementKind, Unit
from core.years.change import CHARTED, alike, default_rows, has_values, length, share
from gui import format as shown
from gui.models.titles import calm

MOST = 8
"""More series than this cannot be told apart."""
PERIODS = {0: "", 12: "years", 3: "quarters"}


class Point(NamedTuple):
    """A value to draw (money not scaled down), and the figure it is from."""

    value: Decimal
    figure: Figure


@dataclass(frozen=True, slots=True)
class Series:
    """A row drawn: a point for each category, None where the filing prints none."""

    row: int
    name: str
    points: tuple[Point | None, ...]


@dataclass(frozen=True, slots=True)
class Plot:
    """A chart: `note` says what was left out and why; `hint` stands alone where there is nothing to draw."""

    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: Unit | None
    currency: str | None
    note: str = ""
    hint: str = ""
    title_repeats: bool = False
    """Whether the title says no more than the legend."""

    @property
    def values(self) -> list[Decimal]:
        """Every value that is drawn."""
        return [point.value for series in self.series for point in series.points if point is not None]

    def ticks(self, most: int) -> tuple[Decimal, ...]:
        """Where the axis is marked: at most so many round values that hold all of the chart's and zero."""
        values = [*self.values, Decimal(0)]
        return ticks(min(values), max(values), most)

    def label(self, value: Decimal, apart: Decimal) -> str:
        """A value at the axis, whose ticks stand `apart`."""
        return shown.compact(value, self.unit, self.currency, apart)

    def full(self, value: Decimal) -> str:
        """A value in full: `$39,256,438`, `$1.41`, `54.7%`."""
        symbol = shown.SYMBOLS.get(self.currency or "", "") if self.unit in (Unit.MONEY, Unit.PER_SHARE) else ""
        places = max(0, -int(value.normalize().as_tuple().exponent)) if value else 0
        least = 2 if self.unit is Unit.PER_SHARE else 1 if self.unit is Unit.PERCENT else 0
        text = shown.number(abs(value), min(4 if self.unit is not Unit.PERCENT else 1, max(places, least)))
        sign = shown.MINUS if value < 0 else ""
        return f"{sign}{symbol}{text}{'%' if self.unit is Unit.PERCENT else ''}"


def ticks(least: Decimal, largest: Decimal, most: int) -> tuple[Decimal, ...]:
    """Round values (1, 2, 2.5 or 5 times a power of ten apart), at most `most`, from below `least` to above `largest`."""
    if least == largest:
        return (Decimal(0), Decimal(1))
    rough = (largest - least) / max(1, most - 1)
    power = Decimal(10) ** rough.adjusted()
    for times in (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10), Decimal(20), Decimal(50)):
        apart = power * times
        first = (least / apart).to_integral_value(ROUND_FLOOR)
        last = (largest / apart).to_integral_value(ROUND_CEILING)
        if last - first < most:
            break
    return tuple(apart * index for index in range(int(first), int(last) + 1))


def plot(
    statement: Statement | None, rows: tuple[int, ...], bases: dict[int, Decimal] | None = None, most: int = MOST
) -> Plot:
    """The chart of these rows of a statement, or, where none are given, of those a reader asks for first.

    Rows of another unit than the first are left out, and the note says so: they have no place on its axis. `bases`
    turns money into shares of them.
    """
    if statement is None:
        return Plot("", (), (), None, None, hint="No table to chart")
    columns, note = _columns(statement)
    chosen = tuple(row for row in rows if row < len(statement.rows) and has_values(statement.rows[row]))
    wanted = chosen or default_rows(statement)
    drawn = [row for row in wanted if any(_value(statement.rows[row], column) is not None for column in columns)]
    if not drawn:
        return Plot("", (), (), None, None, hint="No figures to chart here")
    unit = statement.rows[drawn[0]].unit
    same = [row for row in drawn if statement.rows[row].unit is unit]
    notes = [note, _left_out(statement, drawn, same), f"first {most} of {len(same)}" if len(same) > most else ""]
    if not statement.columns[columns[0]].end:
        columns = tuple(at for at in columns if any(_value(statement.rows[row], at) is not None for row in same[:most]))
    shares = bases if bases and unit is Unit.MONEY else None
    series = tuple(_series(statement, row, columns, shares) for row in same[:most])
    title = "Selected lines" if chosen else _title(statement, series)
    heads = shown.heads(statement.columns)
    categories = tuple(heads[column] or "Total" for column in columns)
    text = "; ".join(part for part in notes if part)
    said = not chosen and title.casefold().startswith(series[0].name.casefold())
    unit = Unit.PERCENT if shares else unit
    return Plot(title, categories, series, unit, statement.currency, text, title_repeats=said)


def _columns(statement: Statement) -> tuple[tuple[int, ...], str]:
    """The columns to draw: periods of one length in order of time, or else every column as filed."""
    periods = alike(statement.columns)
    every = tuple(range(len(statement.columns)))
    if not periods or statement.kind is StatementKind.EQUITY:
        return every, ""
    if len({statement.columns[column].end for column in periods}) < len(periods):
        return tuple(sorted(periods, key=lambda at: (statement.columns[at].end, at))), ""
    if len(periods) == len(every):
        return periods, ""
    months = length(statement.columns[periods[0]]) or 0
    kept = PERIODS.get(months, f"{months}-month periods")
    return periods, f"{kept} only" if kept else ""


def _left_out(statement: Statement, drawn: list[int], same: list[int]) -> str:
    others = [name_of(statement.rows[row]) for row in drawn if row not in same]
    if not others:
        return ""
    names = others[0] if len(others) == 1 else f"{others[0]} and {len(others) - 1} more"
    return f"not on this axis: {names}"


def _value(row: Row, column: int) -> Decimal | None:
    figure = row.at(column)
    return figure.value if figure else None


def _series(statement: Statement, row: int, columns: tuple[int, ...], shares: dict[int, Decimal] | None) -> Series:
    of = statement.rows[row]
    scale = statement.scale if of.unit is Unit.MONEY else 1
    points: list[Point | None] = []
    for column in columns:
        figure = of.at(column)
        if figure is not None and figure.unit is not None:
            figure = None
        value = figure.value if figure else None
        if shares is not None:
            value = share(value, shares.get(column))
        elif value is not None:
            value *= scale
        points.append(Point(value, figure) if figure is not None and value is not None else None)
    return Series(row, name_of(of), tuple(points))


def name_of(row: Row) -> str:
    """What a row is called in a legend."""
    return calm(row.label.strip(" :.")) or "(no caption)"


def _title(statement: Statement, series: tuple[Series, ...]) -> str:
    """`Net sales and net income`: what is drawn before any row is chosen."""
    if statement.kind is StatementKind.CASH_FLOW:
        return "Cash flows"
    if statement.kind is StatementKind.EQUITY:
        return "Balances"
    names = [each.name for each in series]
    if statement.kind not in CHARTED or len(names) > 3 or sum(map(len, names)) > 70:
        return "First lines"
    names[1:] = [name if name[1:] != name[1:].lower() else name[:1].lower() + name[1:] for name in names[1:]]
    return " and ".join(names) if len(names) < 3 else f"{', '.join(names[:-1])} and {names[-1]}"
