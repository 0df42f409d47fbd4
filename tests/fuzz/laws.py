"""What must hold of every reading, however broken the file is."""

from collections.abc import Iterator

from core.analysis import FAULT, Analysis
from core.places import walk
from core.source import Cite
from core.statements.statement import Row, Statement


def broken(analysis: Analysis) -> list[str]:
    """The laws that do not hold, each with its place."""
    return [
        *(finding.message for finding in analysis.findings if finding.kind == FAULT),
        *_outline(analysis),
        *(words for statement in (*analysis.statements, *analysis.tables) for words in _statement(analysis, statement)),
        *_outside(analysis),
    ]


def _outline(analysis: Analysis) -> Iterator[str]:
    seen: set[str] = set()
    for section in walk(analysis.outline):
        if section.id in seen:
            yield f"{section.id} stands twice"
        seen.add(section.id)
        if not section.span.holds(section.heading) and section.heading.end > section.heading.start:
            yield f"the heading of {section.id} is outside of it"
        last = None
        for child in section.children:
            if child.document == section.document and not section.span.holds(child.span):
                yield f"{child.id} is outside of {section.id}"
            if last is not None and child.document == last.document and child.span.start < last.span.end:
                yield f"{child.id} lies over {last.id}"
            last = child
    ids = [statement.id for statement in (*analysis.statements, *analysis.tables)]
    if len(ids) != len(set(ids)):
        yield "two tables have one id"


def _statement(analysis: Analysis, statement: Statement) -> Iterator[str]:
    for row in statement.rows:
        columns = [figure.column for figure in row.figures]
        if len(set(columns)) != len(columns):
            yield f"{statement.id}: two figures of {row.label[:40]!r} in one column"
        if columns and not 0 <= min(columns) <= max(columns) < len(statement.columns):
            yield f"{statement.id}: a figure of {row.label[:40]!r} in no column"
        yield from _cites_hold(analysis, statement, row)


def _cites_hold(analysis: Analysis, statement: Statement, row: Row) -> Iterator[str]:
    """The digits at each figure's place are those of its value: sign, point and all."""
    for figure in row.figures:
        printed = _at(analysis, figure.cite)
        if printed is None or figure.value is None or "/" in printed or not figure.value:
            continue
        if _digits(f"{figure.value:f}") not in _digits(printed):
            yield f"{statement.id}: {figure.value} is not what is printed, {printed[:40]!r}"


def _digits(text: str) -> str:
    """The digits of a number, in whatever script, without the zeros that a multiple takes away or adds."""
    return "".join(str(int(each)) for each in text if each.isdecimal()).strip("0")


def _at(analysis: Analysis, cite: Cite) -> str | None:
    text = analysis.filing.documents[cite.document - 1].source.text
    return text[cite.start : cite.end] if 0 <= cite.start <= cite.end <= len(text) else None


def _outside(analysis: Analysis) -> Iterator[str]:
    places = [
        *(("a section", Cite(one.document, (one.span,))) for one in walk(analysis.outline)),
        *(("a table", one.cite) for one in (*analysis.statements, *analysis.tables)),
        *(
            ("a figure", figure.cite)
            for one in (*analysis.statements, *analysis.tables)
            for row in one.rows
            for figure in row.figures
        ),
        *(("a fact", placed.cite) for placed in analysis.facts),
        *(("a check", cite) for check in analysis.checks for cite in check.cites),
    ]
    for what, cite in places:
        if _at(analysis, cite) is None:
            yield f"{what} outside of its document: {cite}"
