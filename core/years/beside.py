"""Two companies side by side: one kind of statement, a line a concept, for every year the columns of both."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import NamedTuple

from core.analysis import Analysis
from core.statements.statement import Column, StatementKind
from core.years.line import caption_key
from core.years.period import NEAR, Period
from core.years.series import Stitched, StitchedCell, StitchedRow, stitching
from core.years.stitched import Across, Group, across, groups, year_end


class Side(NamedTuple):
    """A company: its name, its series, and the numbers of its yearly periods by fiscal year."""

    name: str
    series: Stitched
    years: Mapping[int, int]


class _Column(NamedTuple):
    """A column of the table: which company's (0 or 1), and the number of the period in its series."""

    side: int
    period: int


def placing(
    one: Sequence[Analysis], other: Sequence[Analysis], kind: StatementKind, names: Sequence[str]
) -> Iterator[Across | None]:
    """The statements of two companies side by side, in steps: None after each piece of work, and the table at last."""
    sides: list[Side] = []
    for name, filings in zip(names, (one, other), strict=True):
        for made in stitching(filings, kind):
            if made is None:
                yield None
            else:
                sides.append(Side(name, made, _years(made, filings)))
    yield beside(*sides)


def _years(series: Stitched, filings: Iterable[Analysis]) -> dict[int, int]:
    """The numbers of the yearly periods, or of balances at the ends of years, by fiscal year."""
    found = groups(series, year_end(filings))
    return {_year(series.periods[at]): at for at in (found[0].periods if found else ())}


def _year(period: Period) -> int:
    """The fiscal year that a period ends in, some days into the next year too."""
    return (period.end - timedelta(days=NEAR)).year


def beside(one: Side, other: Side) -> Across:
    """The table: of the years that both have, or of all where they have none in common; the lines in the order of the first
    company, those that only the other has after the one that they follow there."""
    both = sorted(one.years.keys() & other.years.keys()) or sorted(one.years.keys() | other.years.keys())
    one, other = (
        side._replace(years={year: at for year, at in side.years.items() if year in both}) for side in (one, other)
    )
    columns = [
        _Column(number, side.years[year])
        for year in both
        for number, side in enumerate((one, other))
        if year in side.years
    ]
    periods = tuple((one, other)[column.side].series.periods[column.period] for column in columns)
    rows = tuple(row for pair in _pairs(one, other) if any((row := _row(pair, columns)).cells))
    currency = one.series.currency if one.series.currency == other.series.currency else None
    series = Stitched(
        one.series.kind,
        f"{one.name} and {other.name}",
        currency,
        periods,
        rows,
        (*one.series.paths, *other.series.paths),
    )
    made = across(series, Group("", tuple(range(len(columns)))))
    heads = tuple(
        Column(str(_year(period)), drawn.start, drawn.end, (one, other)[column.side].name)
        for column, period, drawn in zip(columns, periods, made.statement.columns, strict=True)
    )
    return replace(made, statement=replace(made.statement, columns=heads), lines=())


# rows

_Pair = tuple[StitchedRow | None, StitchedRow | None]
"""A line of the first company and the one of the other that is of the same concept."""


def _pairs(one: Side, other: Side) -> list[_Pair]:
    mine, theirs = _told(one), _told(other)
    keys, others = _keys(mine), _keys(theirs)
    of_other = {others[at]: at for at in range(len(theirs)) if others[at] is not None}
    matched = {at: of_other[key] for at, key in enumerate(keys) if key is not None and key in of_other}
    pairs: list[_Pair] = []
    after = {their: at for at, their in matched.items()}
    waiting = _following(range(len(theirs)), after)
    pairs += [(None, theirs[their]) for their in waiting.get(None, ())]
    for at, row in enumerate(mine):
        pairs.append((row, theirs[matched[at]] if at in matched else None))
        pairs += [(None, theirs[their]) for their in waiting.get(at, ())]
    return pairs


def _following(theirs: Iterable[int], after: Mapping[int, int]) -> dict[int | None, list[int]]:
    """The lines that only the other company has, by the first company's line that they come after; None at the top."""
    found: dict[int | None, list[int]] = {}
    last: int | None = None
    for their in theirs:
        if their in after:
            last = after[their]
        else:
            found.setdefault(last, []).append(their)
    return found


def _told(side: Side) -> list[StitchedRow]:
    """The lines of a company that print something of its years."""
    return [row for row in side.series.rows if any(row.cells[at] is not None for at in side.years.values())]


def _keys(rows: Sequence[StitchedRow]) -> list[str | None]:
    """What each line is known by: its concept, else its caption; None where another line is known by it too."""
    keys = [row.concept or caption_key(row.label) or None for row in rows]
    often = Counter(keys)
    return [key if often[key] == 1 else None for key in keys]


def _row(pair: _Pair, columns: Sequence[_Column]) -> StitchedRow:
    one, other = pair
    row = one or other
    if row is None:
        raise ValueError("a pair has a line")
    cells = tuple(_cell(pair[column.side], column.period) for column in columns)
    return replace(row, cells=cells, unit=row.unit if one is None or other is None or one.unit is other.unit else None)


def _cell(row: StitchedRow | None, period: int) -> StitchedCell | None:
    return row.cells[period] if row is not None else None
