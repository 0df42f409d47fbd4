"""What a table and its titles say of time outside its columns' heads: a day, a length, the one time of the whole table."""

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from core.date_forms import YEAR
from core.dates import MONTHS_A_QUARTER, NOTHING, Day, Said, said
from core.outline.titles import is_statement_title
from core.statements.column_heads import ColumnHead, Length
from core.statements.lead_in import Above
from core.statements.parts_of_year import LONGEST_PART, part_of
from core.statements.statement import PRIMARY, StatementKind
from core.tables.grid import Grid
from core.vocabulary import words

_UNTIMED = (StatementKind.NOTE, StatementKind.OTHER)
"""Tables whose columns may be no periods, while all of the table is about one."""
_NEAR = 320
"""Characters of the prose before a table that lead up to it."""
_SEVERAL = 3
"""Balances are printed for two years; what is printed for more is what happened in them."""
_FLOW, _BALANCE, _OPENING = words("periods", "flow"), words("periods", "balance"), words("periods", "opening")
_STANDING, _ENDED, _LASTS = (
    words("periods", "standing"),
    words("periods", "ended"),
    words("periods", "ended", "lasting"),
)
_FOR_A_YEAR = re.compile(rf"\bfor (?:fiscal |calendar )?{YEAR}")
_SENTENCE = re.compile(r"(?<=[a-z\d)])[.;] +(?=[A-Z])")
_TO_COME = re.compile(rf"\bthereafter\b|\b{YEAR} ?(?:-|–|to) ?{YEAR}\b|^{YEAR}$")


class TableContext(NamedTuple):
    """What a table says of time outside its columns' heads.

    `day` (and whether only the prose above says it) and `title_day`, the one of its titles; `days` those that one title line
    prints side by side; `ends` its titles' whole dates and `years` their years, in order; `year` the one above its captions;
    `length` of its periods (and whether only prose says it), or `instant`: it is a balance; `begins` the first day of the time
    that a title tells by both its ends; `flows` whether its lines are those of a time and not of a day, None where they do not
    tell; `spoken` the one time of the whole table; `year_ended` the last day of the one year of which prose announces the
    quarters; `head_years` the years in its heads, and `row_years` those with which two captions or more begin; `blocks`: its
    headings name several times, so that its titles' year is not that of its columns.
    """

    day: Day | None = None
    day_in_prose: bool = False
    title_day: Day | None = None
    days: tuple[Day, ...] = ()
    ends: tuple[date, ...] = ()
    years: tuple[int, ...] = ()
    year: int | None = None
    length: Length | None = None
    length_in_prose: bool = False
    instant: bool = False
    begins: date | None = None
    flows: bool | None = None
    spoken: "Spoken | None" = None
    year_ended: date | None = None
    head_years: tuple[int, ...] = ()
    row_years: tuple[int, ...] = ()
    blocks: bool = False

    def is_later(self, day: Day, until: date | None) -> bool:
        """Whether titles print this day in a year that lies behind the last day the filing reports on: a report was signed
        then, and no time of a table ends."""
        same = (end for end in self.ends if (end.month, end.day) == (day.month, day.day))
        return until is not None and any(end > until for end in same)


class _Heard(NamedTuple):
    """What each text around a table says: `above` its stub and its titles, `head` the lines of its head, `lead` the prose
    before it, None where that does not count."""

    stub: Said
    titles: tuple[Said, ...]
    head: tuple[Said, ...]
    whole_head: Said
    lead: Said | None

    @property
    def above(self) -> tuple[Said, ...]:
        return (self.stub, *self.titles)

    @property
    def printed(self) -> tuple[Said, ...]:
        """All but the prose."""
        return (*self.above, *self.head, self.whole_head)


def context(grid: Grid, over: Above, kind: StatementKind, heads: Sequence[ColumnHead] = ()) -> TableContext:
    """What the table and its titles say of time; a note's lead-in counts too, a primary statement's does not."""
    titles = _own_titles(over)
    lead = said(over.lead[-_NEAR:]) if kind not in PRIMARY and over.lead else None
    heard = _Heard(
        _said_of(grid.stub), tuple(map(_said_of, titles)), tuple(map(_said_of, over.head)), _said_of(grid.head), lead
    )
    told = _printed_context(heard, heads)
    if lead is not None:
        told = _with_prose(told, lead)
    if told.day is not None and told.length is None:
        told = told._replace(instant=True)
    if kind in PRIMARY:
        return told
    year_ended = _year_of_quarters(grid, over, heads)
    one = _spoken_over(grid, over, kind, heads, titles) if year_ended is None else None
    lines = _Lines(one, year_ended, _row_years(grid), _of_blocks(grid, heads))
    return _with_lines(
        told, heard, lines, _tells_flows(grid, len({head.year for head in heads if head.year is not None}))
    )


class _Lines(NamedTuple):
    """What the rows of a table and what stands over it tell of time: see Context."""

    spoken: "Spoken | None"
    year_ended: date | None
    row_years: tuple[int, ...]
    blocks: bool


def _year_of_quarters(grid: Grid, over: Above, heads: Sequence[ColumnHead]) -> date | None:
    """The last day of the one year that the sentence before a table of quarters names. Where a quarter is there twice, or a
    heading or a caption names a year of its own, the columns are of several years."""
    quarters: list[Hashable] = [part for head in heads if (part := _part_of_year(head)) is not None]
    ended = _ENDED if quarters else _YEAR_ENDED
    quarters = quarters or _quarters_down(grid)
    if len(quarters) < 2 or len(set(quarters)) < len(quarters) or any(_names_time(row.label) for row in grid.rows):
        return None
    for text in (*reversed(over.titles), _SENTENCE.split(over.lead)[-1]):
        if _tells(time := said(text)):
            return _one_end(time) if ended.search(text.lower()) else None
    return None


def _one_end(time: Said) -> date | None:
    """The one date that is said, and no year besides."""
    return time.dates[0] if len(time.dates) == 1 and not time.years else None


_YEAR_ENDED = re.compile(r"\byear end(?:ed|ing)\b")


def _quarters_down(grid: Grid) -> list[Hashable]:
    """The quarters that rows name."""
    labels = [row.label for row in grid.rows if row.cells and len(row.label) <= LONGEST_PART]
    named = [part_of(label) for label in labels if "uarter" in label or "UARTER" in label]
    return [part for part in named if part is not None and part.quarter is not None]


def _part_of_year(head: ColumnHead) -> int | Day | None:
    """The quarter that a head names, or the day on which it ends, without the year."""
    if head.said.quarter is not None:
        return head.said.quarter
    return head.day if head.said.months == MONTHS_A_QUARTER and head.year is None else None


def _of_blocks(grid: Grid, heads: Sequence[ColumnHead]) -> bool:
    """Whether the rows stand in blocks of several times under columns that are parts of any of them."""
    parts = any(head.year is None and (head.is_part or head.day is not None) for head in heads)
    return parts and _sections_differ(grid)


def _printed_context(heard: _Heard, heads: Sequence[ColumnHead]) -> TableContext:
    """What is printed over and in a table. Where heads say how long their periods last, the lines of the table's head say
    nothing more: they are the spanners of these."""
    titles = (*heard.titles, *heard.head)
    said_in_heads = any(head.said.lasting for head in heads)
    return TableContext(
        day=_day_of(heard.printed),
        title_day=_day_of(heard.above),
        days=_days_beside(heard.titles),
        ends=_ends(titles),
        years=tuple(year for piece in titles for year in piece.years),
        year=heard.stub.years[0] if len(heard.stub.years) == 1 else None,
        length=_length_of(heard.above if said_in_heads else heard.printed),
        instant=any(piece.instant for piece in heard.printed),
        begins=next((piece.begins for piece in titles if piece.begins is not None), None),
        head_years=_head_years(heads),
    )


def _head_years(heads: Sequence[ColumnHead]) -> tuple[int, ...]:
    """The years in which the heads' times end, each once."""
    years = {head.whole.year if head.whole is not None else head.year for head in heads}
    return tuple(year for year in years if year is not None)


def _days_beside(titles: Sequence[Said]) -> tuple[Day, ...]:
    """The days of the first title that prints several side by side."""
    return next((piece.days for piece in titles if len(piece.days) > 1), ())


def _ends(titles: Sequence[Said]) -> tuple[date, ...]:
    """The dates of titles that are the ends of periods: not those of a time from its beginning on."""
    return tuple(end for piece in titles if not piece.inception and piece.begins is None for end in piece.dates)


def _with_prose(told: TableContext, lead: Said) -> TableContext:
    """The same with what the prose before the table says, where the table itself does not."""
    return told._replace(
        day=told.day or _day_of([lead]),
        day_in_prose=told.day is None,
        length=told.length or _length_of([lead]),
        instant=told.instant or lead.instant,
    )


def _with_lines(told: TableContext, heard: _Heard, lines: _Lines, flows: bool | None) -> TableContext:
    """The same with what the captions of the table tell: what happened over a time is no balance because prose names a day,
    nor does what a title calls of a day last as long as something else of which prose tells."""
    titled_instant = any(piece.instant for piece in heard.printed)
    length_in_prose = not any(piece.lasting for piece in heard.printed)
    return told._replace(
        flows=flows,
        instant=told.instant and not (flows and told.day_in_prose and not titled_instant),
        length=None if titled_instant and length_in_prose and not flows else told.length,
        length_in_prose=length_in_prose,
        spoken=lines.spoken,
        year_ended=lines.year_ended,
        row_years=lines.row_years,
        blocks=lines.blocks,
    )


def _spoken_over(
    grid: Grid, over: Above, kind: StatementKind, heads: Sequence[ColumnHead], titles: tuple[str, ...]
) -> "Spoken | None":
    """The one time of a table whose columns name none."""
    if kind not in _UNTIMED or any(head.dated or (_names_time(head.label) and not head.origin) for head in heads):
        return None
    if any(head.origin for head in heads):
        return _printed_day(grid, over)
    return spoken(grid, over, titles if kind is StatementKind.NOTE else ())


def _printed_day(grid: Grid, over: Above) -> "Spoken | None":
    """The one day that the head of a table of years of origination prints, or the sentence before it."""
    dates = {day for text in (grid.stub, *over.head) for day in said(text).dates}
    near = (*over.titles[-1:], _SENTENCE.split(over.lead)[-1])
    for time in map(said, () if dates else reversed(near)):
        dates = dates or set(() if time.years else time.dates)
    return Spoken(NOTHING._replace(dates=tuple(dates)), lasted=False) if len(dates) == 1 else None


def _row_years(grid: Grid) -> tuple[int, ...]:
    """The years with which captions begin, where several do."""
    years = [
        int(found["year"]) for row in grid.rows if row.cells and (found := _YEAR_FIRST.match(row.label)) is not None
    ]
    return tuple(years) if len(years) > 1 else ()


_YEAR_FIRST = re.compile(rf"(?i)\s*(?:fiscal )?(?:years? )?(?P<year>{YEAR})(?![\d%]|,\d)")


@lru_cache(maxsize=4096)
def _said_of(text: str) -> Said:
    """What a text says, where it can say anything of time."""
    return said(text) if _TIMELY.search(text) is not None else NOTHING


_TIMELY = re.compile(r"(?i)\d|year|month|week|quarter| at |half|ytd")


def _names_time(label: str) -> bool:
    """Whether a head names a time, be it to compare it with another."""
    time = said(label)
    return bool(time.dates or time.years or time.days)


def _own_titles(over: Above) -> tuple[str, ...]:
    """The titles from the statement's own on: what stands above may be another page's, an auditor's date."""
    if any(is_statement_title(line) for line in over.head):
        return ()
    at = next((n for n in range(len(over.titles) - 1, -1, -1) if is_statement_title(over.titles[n])), 0)
    return over.titles[at:]


def _day_of(pieces: Iterable[Said]) -> Day | None:
    """The day of the first of these that says one; of several days side by side the last, of whole dates the first."""
    for piece in pieces:
        if piece.days:
            return piece.days[-1]
        if piece.dates:
            return Day(piece.dates[0].month, piece.dates[0].day)
    return None


def _length_of(pieces: Iterable[Said]) -> Length | None:
    """The length that the first of these to say one says."""
    return next((Length(piece.months, piece.weeks) for piece in pieces if piece.lasting), None)


def _tells_flows(grid: Grid, years: int) -> bool | None:
    """Whether the captions of a table speak of what happened over a time (True) or of what there was on a day (False); None
    where they speak of neither, or of both, and the years of its columns do not tell."""
    captions = [row.label for row in grid.rows if row.label]
    lower = "\n".join(captions).lower()
    if _OPENING.in_any(captions, lower):
        return True
    flow, balance = _FLOW.in_any(captions, lower), _BALANCE.in_any(captions, lower)
    if flow is not balance:
        return flow
    return True if years >= _SEVERAL else None


class Spoken(NamedTuple):
    """The words that name the time, what they say, and whether it is one that lasted; a day if not."""

    time: Said
    lasted: bool


def spoken(grid: Grid, over: Above, titles: tuple[str, ...]) -> Spoken | None:
    """The one time that is said over a table: in its head or its first heading, in its titles, or in the sentence that
    leads up to it; None where there is none, or more than one."""
    if _sections_differ(grid):
        return None
    for text in _texts(grid, over, titles):
        if not _tells(one := said(text)):
            continue
        if _key(one) is None:
            return None
        to_come = _is_to_come(grid) or (_is_bare(text) and _stands(grid))
        return Spoken(one, _lasted(text, one) and not to_come)
    return None


def _sections_differ(grid: Grid) -> bool:
    """Whether the headings in a table name different times: its sections are of several."""
    sections = [said(row.label) for row in grid.rows if not row.cells and row.label]
    return len({_key(one) for one in sections if _tells(one)}) > 1


def _texts(grid: Grid, over: Above, titles: tuple[str, ...]) -> Iterator[str]:
    """The places where the time may be said, the nearest first."""
    yield grid.stub
    yield from (row.label for row in grid.rows if not row.cells)
    yield from reversed((*titles, *over.head))
    if over.lead:
        yield _SENTENCE.split(over.lead)[-1]


def _tells(time: Said) -> bool:
    return bool(time.dates or time.years)


def _key(time: Said) -> tuple[object, ...] | None:
    """The one date or year that is said; None where several are."""
    dates, years = set(time.dates), set(time.years)
    if len(dates) == 1 and years <= {date.year for date in dates}:
        return (*dates, time.months)
    return (*years, *time.days[:1]) if len(years) == 1 and not dates and len(time.days) < 2 else None


def _lasted(text: str, time: Said) -> bool:
    """Whether the time is one that lasted: `the year ended`, `during 2024`, a year by itself."""
    lower = text.lower()
    if time.dates or time.days:
        return time.lasting and _ENDED.search(lower) is not None
    told = _is_bare(text) or _LASTS.search(lower) is not None or _FOR_A_YEAR.search(lower) is not None
    return told and not time.instant


def _is_bare(text: str) -> bool:
    """Whether a text is a year and no more."""
    return not any(map(str.isalpha, text))


def _stands(grid: Grid) -> bool:
    """Whether the columns are what there is on a day: values, and what they cost."""
    return any(_STANDING.search(column.label) for column in grid.columns)


def _is_to_come(grid: Grid) -> bool:
    """Whether the rows are years to come: what is due in them is owed today."""
    return sum(_TO_COME.search(row.label.lower().strip()) is not None for row in grid.rows if row.cells) > 1
