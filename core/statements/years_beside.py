"""The time of rows under columns that tell none, by the year printed beside them: in a column of years, or as their caption.

A head that names a part of a year (`Nine Months Ended March 31`) makes it that part of the year printed beside a row.
"""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date

from core.date_forms import YEAR
from core.dates import MONTHS_A_YEAR, Said, on, said, without_time
from core.statements.calendar import FiscalCalendar
from core.statements.natures import leaning
from core.statements.statement import Column, Period, Row
from core.vocabulary import words

_A_YEAR = re.compile(rf"(?i)(?:fiscal )?({YEAR})\W*(?:\(\w\))?")
_LEAST = 2
"""Rows, and years, from which on years beside rows tell their time."""
_NO_TIME = words("periods", "begun")
"""Of what a year is that tells when something began or will be due."""


def with_years(rows: tuple[Row, ...], columns: Sequence[Column], calendar: FiscalCalendar) -> tuple[Row, ...]:
    """The rows, their figures in columns without a time with that of the year printed beside them."""
    untold = {at for at, column in enumerate(columns) if column.end is None}
    if not untold or calendar.until is None:
        return rows
    beside = _year_column(rows, untold)
    years = [_year_of(row, beside) for row in rows]
    if not _tell(years, calendar) or _are_of_something_else(rows, columns):
        return rows
    heads = _heads(columns, untold - {beside})
    return tuple(
        row if year is None else _timed(row, {at: _period(head, year, calendar) for at, head in heads.items()})
        for row, year in zip(rows, years, strict=True)
    )


def _heads(columns: Sequence[Column], untold: AbstractSet[int | None]) -> dict[int, str]:
    """The heads of the columns that have no time of their own; one that names a thing by a year says nothing of it."""
    heads = {at: columns[at].label for at in range(len(columns)) if at in untold}
    named = [at for at, column in enumerate(columns) if _names_a_thing_by_a_year(column)]
    return heads | dict.fromkeys(named, "") if len(named) < len(heads) else heads


def _tell(years: Sequence[int | None], calendar: FiscalCalendar) -> bool:
    """Whether there are several years beside rows, none of them too long ago or to come."""
    known = {year for year in years if year is not None}
    return len(known) >= _LEAST and all(_has_been(year, calendar) for year in known)


def _are_of_something_else(rows: Sequence[Row], columns: Sequence[Column]) -> bool:
    """Whether heads tell that the years are those in which something began, or rows print words beside their figures."""
    return any(_NO_TIME.search(column.label) for column in columns) or any(map(_has_words, rows))


def _names_a_thing_by_a_year(column: Column) -> bool:
    """Whether a head has a year among other words: `2017 Tax Act Payments`, beside years that rows are of."""
    time = said(column.label)
    return len(time.years) == 1 and not (time.dates or time.days or time.lasting) and bool(without_time(column.label))


def _has_words(row: Row) -> bool:
    """Whether a row prints words beside its figures: people, what is owed."""
    return any(figure.value is None and any(map(str.isalpha, figure.text)) for figure in row.figures)


def _has_been(year: int, calendar: FiscalCalendar) -> bool:
    """Whether a year has begun when the filing's last time ends."""
    until = calendar.until
    return until is not None and until.year - _OLDEST <= year <= until.year + 1


_OLDEST = 12
"""Years that a table goes back, at most."""


def _year_column(rows: Sequence[Row], untold: set[int]) -> int | None:
    """The first column, where it holds years and nothing else."""
    at = min((figure.column for row in rows for figure in row.figures), default=-1)
    texts = [figure.text for row in rows for figure in row.figures if figure.column == at]
    years = at in untold and len(texts) >= _LEAST and all(map(_A_YEAR.fullmatch, texts))
    return at if years else None


def _year_of(row: Row, beside: int | None) -> int | None:
    """The year printed beside a row of figures."""
    if not row.figures:
        return None
    figure = row.at(beside) if beside is not None else None
    text = figure.text if figure is not None else row.label if beside is None else ""
    found = _A_YEAR.fullmatch(text)
    return int(found[1]) if found is not None else None


def _timed(row: Row, periods: Mapping[int, Period | None]) -> Row:
    """A row, its figures with the time of their column."""
    figures = (
        figure if figure.time is not None else figure._replace(time=periods.get(figure.column))
        for figure in row.figures
    )
    return row._replace(figures=tuple(figures))


def _period(head: str, year: int, calendar: FiscalCalendar) -> Period | None:
    """The time of a column with this head in this year; None where it is not told, or not over."""
    time = said(head)
    if time.dates or time.years or time.begins or time.quarter is not None or time.half is not None:
        return None
    end = on(year, *time.days[-1]) if time.days else calendar.end(year)
    if end is None or calendar.until is None or end > calendar.until:
        return None
    return Period(_first_day(head, end, time, calendar), end)


def _first_day(head: str, end: date, time: Said, calendar: FiscalCalendar) -> date | None:
    """The first day of the time that ends on this one; None for a day."""
    if time.lasting:
        return calendar.start(end, time.months, time.weeks)
    return calendar.start(end, MONTHS_A_YEAR, None) if not time.days and leaning(head) >= 0 else None
