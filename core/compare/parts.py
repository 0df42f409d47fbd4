"""What of a table is compared as a table: not the end of a sentence that a table reader took for its head, nor prose between its
rows, nor a list with hardly a figure. In a text such things hang on where its lines break, which is no change."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from core.document.block import Layout, Line
from core.source import Cite, Span
from core.statements.statement import PRIMARY, Row, Statement

_SENTENCE = 8
"""Words that a row of prose has at least."""
_FIGURES = 4
"""Figures that a table has at least."""
_GAP = " " * 3
"""Between a caption and a figure, or two captions, and not in a sentence."""
_STOPS = ".:;?!"


class Part(NamedTuple):
    """A table, or rows of it between prose, and where they stand."""

    key: str
    statement: Statement
    spans: tuple[Span, ...]


def parts(layout: Layout, statement: Statement) -> Iterator[Part]:
    """The parts of a table that are compared as tables; none where it is compared as words."""
    spans = statement.cite.spans
    if layout.markup is not None:
        yield Part(statement.id, statement, spans)
        return
    begin = _begin(layout, statement, spans[0].start)
    rows = list(_whole([row for row in statement.rows if row.figures or row.cite.start >= begin], layout))
    runs = [list(run) for is_prose, run in groupby(rows, key=_is_prose) if not is_prose]
    for number, run in enumerate(runs):
        last = number + 1 == len(runs)
        within = Span(
            begin if not number else _line_start(layout, run[0]), spans[-1].end if last else _line_end(layout, run[-1])
        )
        if statement.kind in PRIMARY or _has_figures(run):
            yield Part(f"{statement.id}#{number}", replace(statement, rows=tuple(run)), tuple(_inside(spans, within)))


def _whole(rows: Sequence[Row], layout: Layout) -> Iterator[Row]:
    """The rows, with a caption in one piece that a page break parted."""
    held: Row | None = None
    for row in rows:
        if held is not None and _is_rest(held, row, layout):
            row = row._replace(
                label=f"{held.label} {row.label}", cite=Cite(row.cite.document, held.cite.spans + row.cite.spans)
            )
        elif held is not None:
            yield held
        held = row
    if held is not None:
        yield held


def _is_rest(above: Row, row: Row, layout: Layout) -> bool:
    """Whether a caption begins over a page break, and ends in this row."""
    if (
        above.figures
        or not above.label
        or above.label.endswith(":")
        or not (row.label[:1].islower() or row.label[:1] == "(")
    ):
        return False
    between = range(layout.source.line_of(above.cite.end), layout.source.line_of(row.cite.start))
    return any(layout.kinds[index] == Line.FURNITURE for index in between)


def _inside(spans: Sequence[Span], within: Span) -> Iterator[Span]:
    for span in spans:
        start, end = max(span.start, within.start), min(span.end, within.end)
        if start < end:
            yield Span(start, end)


def _has_figures(rows: Sequence[Row]) -> bool:
    """Whether at least every second row has figures, and they are some."""
    telling = [row for row in rows if row.figures]
    return len(telling) * 2 >= len(rows) and sum(len(row.figures) for row in telling) >= _FIGURES


def _is_prose(row: Row) -> bool:
    """Whether a row is a sentence."""
    return not row.figures and row.label.endswith(".") and len(row.label.split()) >= _SENTENCE


def _line_start(layout: Layout, row: Row) -> int:
    source = layout.source
    return source.starts[source.line_of(row.cite.start) - 1]


def _line_end(layout: Layout, row: Row) -> int:
    source = layout.source
    at = source.line_of(max(span.end for span in row.cite.spans) - 1) - 1
    return source.starts[at] + len(source.lines[at])


# the end of a sentence above a table


def _begin(layout: Layout, statement: Statement, start: int) -> int:
    """Where a table begins, after the lines that the sentence above it ends with."""
    source = layout.source
    figures = min((figure.cite.start for row in statement.rows for figure in row.figures), default=start)
    at = source.line_of(start) - 1
    while _goes_on(layout, at) and source.starts[at] + len(source.lines[at]) < figures:
        at += 1
    return max(start, source.starts[at])


def _goes_on(layout: Layout, at: int) -> bool:
    """Whether the line with this index goes on with the sentence of the line right above it, or over a page break."""
    before = _above(layout, at)
    if before is None or layout.kinds[at] != Line.WORDS:
        return False
    above, line = (layout.source.lines[each].strip() for each in (before, at))
    return above[-1] not in _STOPS and _GAP not in above and _GAP not in line and " " in above


def _above(layout: Layout, at: int) -> int | None:
    """The line of words that stands right above the line with this index, or over a page break; None where none does."""
    before, over_a_break = at - 1, False
    while before >= 0 and layout.kinds[before] != Line.WORDS:
        over_a_break |= layout.kinds[before] == Line.FURNITURE
        before -= 1
    return before if before >= 0 and (over_a_break or before == at - 1) else None
