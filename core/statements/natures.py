"""Whether a line tells what happened over a time or what there was on a day, by its words, where the heads leave it open.

`resources/line_words.tsv` has words and pairs of words with their leaning, learned from the tags of filings that bear them
(`tests/learn_natures.py`): above zero they speak of a time, below of a day. A line leans as the words of its caption, of the
headings over it and of its column's head do together; its table leans as its lines do on the whole.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from enum import Enum
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from core.dates import MONTHS_A_YEAR, said, without_time
from core.evidence import Clue, Recogniser, Rule, Verdict
from core.statements.calendar import FiscalCalendar
from core.statements.column_heads import Length
from core.statements.leaning_around import of_heads, surroundings
from core.statements.statement import Column, Figure, Period, Row, StatementKind, Unit
from core.vocabulary import words
from resources import LINE_WORDS

KINDS = frozenset(
    {
        StatementKind.NOTE,
        StatementKind.OTHER,
        StatementKind.SCHEDULE,
        StatementKind.SELECTED_DATA,
        StatementKind.QUARTERLY,
    }
)
"""Tables whose lines may be of a time or of a day; of a primary statement it is known."""
_WORD = re.compile(r"[a-z]{3,}")
_SILENT = frozenset(("the", "and", "for", "from", "with", "was", "were", "that", "our", "are"))
_HEADINGS = 0.5
"""How much the words of a heading count, those of a caption counting 1."""
_MOST = 5.0
"""A line leans no farther, so that one does not outweigh its table."""
_LINE, _TABLE = 0.55, 0.73
"""How much the leaning of the line counts, and that of its table."""
_SURE = 0.2
"""A leaning nearer to zero tells nothing."""
_OPEN = -1.4
"""What a column with a bare date or year leans by itself: most such are of a day."""
_LEANS = {
    "a-day": -1.5, "spoken-day": -2.3, "spoken": 0.8, "own-length": 0.7, "spanner": 0.7, "tables-length": 0.3,
    "titles-length": 0.3, "prose-length": 0.2, "by-years": 0.0, "by-quarters": 2.0, "beside-a-part": 2.0, "both-ends": 3.0,
    "own-part": 3.0, "year-above-captions": -0.8, "as-of-today": -8.0,
}  # fmt: skip
"""How far a column leans by the rule that told how long its period lasted."""
_FEW = 2
"""A column is of what more figures are of than not: by one in so many of them."""
_EDGE = words("periods", "at_opening", "at_closing")
_BY_TAGS = 4.0
"""How far a column leans whose figures are tagged, or that is a part of a roll-forward."""
LASTING = frozenset(
    f"column-length/{name}"
    for name in ("own-length", "spanner", "own-part", "both-ends", "beside-a-part", "by-quarters")
) | {"column-period/tags"}
"""Rules by which a head says itself of what its column is: single figures may be of something else, not the column."""
_PERCENT = Unit.PERCENT
_new = tuple.__new__
_WEIGHT, _OTHER = 5.0, 3.0
"""The weight of the words against that of the head, where they differ."""


class Nature(Enum):
    """What a line is of."""

    TIME = "time"
    DAY = "day"


_TIME = Nature.TIME


class Leaning(NamedTuple):
    """A figure of which it is asked whether it is of a time or of a day: how far its words lean, and its table, and how far
    its column does by its head."""

    line: float
    table: float
    column: float

    @property
    def whole(self) -> float:
        """All of it: above zero it is of a time."""
        return _LINE * self.line + _TABLE * self.table + self.column


def _by_words(of: Leaning) -> Nature | None:
    whole = of.whole
    if abs(whole) < _SURE:
        return None
    return Nature.TIME if whole > 0 else Nature.DAY


NATURE: Recogniser[Leaning, Nature] = Recogniser(
    "line-nature",
    "Does a line tell what happened over a time, or what there was on a day?",
    (
        Rule(
            "words",
            _WEIGHT,
            "its words and those of the lines around it are found at what happens, or at what there is",
            _by_words,
        ),
    ),
)


@cache
def _leanings() -> dict[str, float]:
    """The leaning of every word and pair of words that is known."""
    lines = LINE_WORDS.read_text("utf-8").splitlines()
    cells = (line.split("\t") for line in lines if line and line[0] != "#")
    return {word: float(leaning) for word, leaning, *_ in cells}


def phrases(text: str) -> Iterator[str]:
    """The words of a text that can lean, and their pairs."""
    words = [word for word in _WORD.findall(text.lower()) if word not in _SILENT]
    yield from words
    for one, other in pairwise(words):
        yield f"{one} {other}"


@lru_cache(maxsize=16384)
def leaning(text: str) -> float:
    """How far a text leans: above zero to a time, below to a day."""
    known = _leanings()
    return sum(known[phrase] for phrase in set(phrases(text)) if phrase in known)


Natures = dict[tuple[int, int], Nature]
"""What the figures of a table are, by row and column."""


class Around(NamedTuple):
    """What is known of times outside the table's lines: the fiscal years, and the length that the table names."""

    calendar: FiscalCalendar
    length: Length | None


def natures_of(columns: Sequence[Column], rows: Sequence[Row], title: str = "") -> Natures:
    """What the figures are of whose column has a day, as far as their words tell."""
    heads = [_leaning_of(column) if column.end is not None else None for column in columns]
    if heads.count(None) == len(heads):
        return {}
    edges = _edges(rows)
    lines = _leanings_of(rows, edges, heads)
    around = surroundings(rows, edges, lines, of_heads(columns, title, edges))
    known: dict[tuple[float, float, float], Nature | None] = {}
    found: Natures = {}
    for (at, column), line in lines.items():
        head = heads[column]
        by = (line, around[at], head.column if head is not None else 0.0)
        if by not in known:
            known[by] = NATURE.decide(_new(Leaning, by))
        if (nature := known[by]) is not None:
            found[at, column] = nature
    return found


def _edges(rows: Sequence[Row]) -> list[bool]:
    """Which rows of figures are opening or closing balances."""
    return [bool(row.figures) and _is_edge(row.label) for row in rows]


@lru_cache(maxsize=16384)
def _is_edge(label: str) -> bool:
    return _EDGE.search(label) is not None


def _leanings_of(
    rows: Sequence[Row], edges: Sequence[bool], heads: Sequence["_Head | None"]
) -> dict[tuple[int, int], float]:
    """How far the figures of all rows lean that are no opening or closing balances, by row and column."""
    found: dict[tuple[int, int], float] = {}
    for at, (row, caption) in enumerate(zip(rows, _captions(rows), strict=True)):
        if row.figures and not edges[at]:
            _add_lines(found, at, row, caption, heads)
    return found


def _add_lines(
    found: dict[tuple[int, int], float], at: int, row: Row, caption: float, heads: Sequence["_Head | None"]
) -> None:
    """Adds how far the figures of a row lean, by their columns; a share as the amount of the same day before it."""
    beside = None
    for figure in row.figures:
        head = heads[figure.column]
        if head is None or figure.value is None:
            continue
        if beside is None or beside.end != head.end or row.counts(figure) is not _PERCENT:
            beside = head
        line = caption + beside.words
        found[at, figure.column] = -_MOST if line < -_MOST else min(line, _MOST)


class _Head(NamedTuple):
    """How far the words of a column's head lean, and the rule that told its length; the last day of its time."""

    words: float
    column: float
    end: date | None


def _leaning_of(column: Column) -> _Head:
    return _Head(leaning(without_time(column.label)), _by_rule(column), column.end)


def rules_of(column: Column) -> list[str]:
    """The rules that told the time of a column."""
    verdict = column.verdict
    return [clue.rule for clue in verdict.clues if clue.says == verdict.decided] if verdict is not None else []


def _is_said(column: Column) -> bool:
    """Whether the head itself says how long its time lasted, or that it is a day."""
    told = not LASTING.isdisjoint(rules_of(column))
    return told or (column.start is None and said(column.label).instant)


def _by_rule(column: Column) -> float:
    rules, lasts = rules_of(column), column.start is not None
    if "column-period/tags" in rules:
        return _BY_TAGS if lasts else -_BY_TAGS
    for rule in rules:
        home, _, name = rule.partition("/")
        if home == "whole-table" and name == "spoken" and not lasts:
            return _LEANS["spoken-day"]
        if home == "column-beside" and name in ("rolls", "balance"):
            return _BY_TAGS if lasts else -_BY_TAGS
        if home in ("column-length", "whole-table"):
            return _LEANS.get(name, 0.0)
    return _OPEN


def _captions(rows: Sequence[Row]) -> Iterator[float]:
    """How far the captions lean with the headings over them."""
    over: list[tuple[int, float]] = []
    for row in rows:
        while over and over[-1][0] >= row.depth:
            over.pop()
        words = leaning(row.label) if row.label else 0.0
        above = over[-1][1] if over else 0.0
        yield words + above
        if not row.figures and row.label:
            over.append((row.depth, above + _HEADINGS * words))


def columns_of(columns: Sequence[Column], natures: Natures, around: Around) -> Sequence[Column]:
    """The columns with the time or the day that most of their lines are of."""
    if not natures:
        return columns
    balance, counts = [0] * len(columns), [0] * len(columns)
    for (_, at), nature in natures.items():
        balance[at] += 1 if nature is _TIME else -1
        counts[at] += 1
    sure = [_FEW * abs(count) >= told for count, told in zip(balance, counts, strict=True)]
    return [
        _column(column, count if certain else 0, around)
        for column, count, certain in zip(columns, balance, sure, strict=True)
    ]


def _column(column: Column, balance: int, around: Around) -> Column:
    """A column of which so many more figures are of a time (or of a day, below zero)."""
    if not balance or _is_said(column):
        return column
    period = _period(column, Nature.TIME if balance > 0 else Nature.DAY, around)
    if period is None:
        return column
    return replace(column, start=period.start, end=period.end, verdict=_verdict(column, period))


def _verdict(column: Column, period: Period) -> Verdict[Period]:
    """The verdict that a column is of this period, against what its head says."""
    before = Period(column.start, column.end)
    clues = tuple(clue._replace(says=before) for clue in (column.verdict.clues if column.verdict else ()))
    ends = tuple(clue._replace(says=period) for clue in clues[:1])
    return Verdict(period, _WEIGHT, (*ends, Clue("line-nature/words", _WEIGHT, period), *clues[1:2]), before, _OTHER)


def _period(column: Column, nature: Nature, around: Around) -> Period | None:
    """The period of a column's figure that is of a time or of a day; None where it is the column's, or not known."""
    end = column.end
    if end is None or (column.start is not None) == (nature is Nature.TIME):
        return None
    if nature is Nature.DAY:
        return Period(None, end)
    if around.calendar.near(end):
        return Period(around.calendar.start(end, MONTHS_A_YEAR, None), end)
    length = around.length
    return Period(around.calendar.start(end, length.months, length.weeks), end) if length is not None else None


def rows_of(rows: tuple[Row, ...], columns: Sequence[Column], natures: Natures, around: Around) -> tuple[Row, ...]:
    """The rows, the figures that are of another nature than their column with their time; those that have one keep it."""
    if not natures:
        return rows
    times = [_period(column, Nature.TIME, around) for column in columns]
    days = [_period(column, Nature.DAY, around) for column in columns]
    apart: dict[int, dict[int, Period]] = defaultdict(dict)
    for (at, column), nature in natures.items():
        time = (times if nature is _TIME else days)[column]
        if time is not None:
            apart[at][column] = time
    found = list(rows)
    for at, own in apart.items():
        found[at] = rows[at]._replace(figures=tuple([_with_time(one, own) for one in rows[at].figures]))
    return tuple(found)


def _with_time(figure: Figure, times: dict[int, Period]) -> Figure:
    """A figure with the time that its line tells for its column, where it has none of its own."""
    time = times.get(figure.column)
    return figure if time is None or figure.time is not None else figure.of(time)
