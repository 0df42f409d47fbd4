"""Made-up tables for charts, and a chart written as text."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from core.source import cite
from core.statements.statement import Column, Figure, Period, Role, Row, Statement, StatementKind, Unit
from gui.plot.chart import Chart

Line = tuple[str, Unit, Sequence[str | None]]
MONEY, SHARES, EACH = Unit.MONEY, Unit.SHARES, Unit.PER_SHARE


def drawn(chart: Chart) -> str:
    """Title and note, slots, then each series with its values; gaps as dots, years that are missing in brackets."""
    slots = " | ".join(f"[{slot.label}]" if slot.missing else slot.label for slot in chart.slots)
    lines = [chart.title + (f" ({chart.note})" if chart.note else ""), slots]
    for series in chart.series:
        axis = chart.axis_of(series)
        values = [axis.full(point.told) + point.mark.value if point else "." for point in series.points]
        lines.append(f"{series.name}{' (right)' if series.second else ''}: {' | '.join(values)}")
    return "\n".join(lines)


def row(label: str, unit: Unit, values: Sequence[str | None], at: int = 0, role: Role = Role.LINE) -> Row:
    """A row of figures, None where nothing is printed; each stands at a place of its own."""
    figures = tuple(
        Figure(column, text, Decimal(text), cite(1, at * 100 + column, at * 100 + column + 1))
        for column, text in enumerate(values)
        if text is not None
    )
    return Row(label, 0, role, unit, None, cite(1, at * 100, at * 100 + 1), figures)


def table(
    columns: list[Column], *rows: Line | Row, scale: int = 1, kind: StatementKind = StatementKind.OTHER
) -> Statement:
    """A table of these rows."""
    made = tuple(one if isinstance(one, Row) else row(one[0], one[1], one[2], at) for at, one in enumerate(rows))
    return Statement("t", kind, None, None, cite(1, 0, 9), "USD", scale, tuple(columns), made)


def year(of: int) -> Column:
    """A year's column."""
    return Column(str(of), date(of, 1, 1), date(of, 12, 31))


def members(*names: str) -> list[Column]:
    """Columns that are no times."""
    return [Column(name, member=name) for name in names]


def opening(of: Row) -> Row:
    """A row of balances at the beginning of its columns' years, which are 2003 and 2002."""
    days = {0: date(2002, 12, 31), 1: date(2001, 12, 31)}
    return of._replace(figures=tuple(one._replace(time=Period(None, days[one.column])) for one in of.figures))
