"""Why a place of a filing is read as it is: what stands there, what was decided of it, and what was not."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from core.document.block import Block, BlockKind, Layout, Line
from core.glimpse import Looks, Tried, looks_of, tried_on
from core.judgements import Judgement, Question, of_column, of_row, of_section, of_statement
from core.outline.section import Section, SectionKind
from core.places import Places
from core.source import Cite, Span
from core.statements.statement import Figure, Statement
from core.statements.told_concepts import counts_of, shared

_LINE = re.compile(r"(?:(?P<document>\d+):)?(?P<line>\d+)$")
_CELL = re.compile(r"(?P<id>[^:]+):(?P<row>\d*)(?::(?P<column>\d+))?$")


class PlaceError(ValueError):
    """A place that is not in the filing. Its message is one line and says what there is."""


class Standing(StrEnum):
    """What a line is."""

    BLANK = "blank"
    FURNITURE = "page furniture"
    RULE = "rule"
    MARKUP = "markup"
    HEADING = "heading"
    CONTENTS = "line of the contents page"
    TABLE_ROW = "table row"
    TABLE_HEAD = "table head"
    TABLE_LINE = "line of a table"
    PROSE = "prose"
    UNREAD = "not read"


class Miss(NamedTuple):
    """What a line looks like and was not taken for: `kind` it would have opened, its number, and `elsewhere`, the section of
    that kind and number that the filing does have; `listed` where it stands on a contents page."""

    kind: SectionKind
    number: str
    elsewhere: Section | None
    listed: bool


class Answer(NamedTuple):
    """Why a place is read so. `cite` is the place; `standing` what it is, None where a whole table or section was asked
    for; `path` the sections that hold it from the outermost; `judgements` what was decided; `misses` what it looks like
    and was not taken for; `tried` what the rules for headings say of a line of words that was not taken for one."""

    cite: Cite
    words: str
    standing: Standing | None
    path: tuple[Section, ...]
    judgements: tuple[Judgement, ...]
    figure: Figure | None = None
    misses: tuple[Miss, ...] = ()
    tried: tuple[Tried, ...] = ()


def why(places: Places, place: str) -> Answer:
    """The answer for a place: a line (`120`, `2:120` in document 2), the id of a section or statement, a row, column or
    figure of a statement (`income-statement:3`, `income-statement::1`, `income-statement:3:1`; both count from 1).
    Raises PlaceError where the filing has no such place."""
    line = _LINE.match(place)
    if line is not None:
        return of_line(places, int(line["document"] or 1), int(line["line"]))
    if (section := places.sections.get(place)) is not None:
        return _of_section(places, section)
    cell = _CELL.match(place)
    statement = places.statements.get(cell["id"] if cell is not None else place)
    if statement is None:
        raise PlaceError(f"there is no line, section or statement {place}{_near(places, place)}")
    if cell is None:
        return _whole(places, statement)
    return of_cell(places, statement, _at(cell["row"], statement, "row"), _at(cell["column"], statement, "column"))


def _near(places: Places, place: str) -> str:
    """Names like the one asked for, as a help."""
    last = place.partition(":")[0].rpartition("/")[2]
    known = [name for name in (*places.statements, *places.sections) if last and last in name]
    return f"; there is {known[0]}" if known else ""


def _at(number: str | None, statement: Statement, what: str) -> int | None:
    """A row or column that counts from 1 as an index."""
    if not number:
        return None
    there = len(statement.rows if what == "row" else statement.columns)
    if not 1 <= int(number) <= there:
        raise PlaceError(f"{statement.id} has {there} {what}s, there is no {what} {number}")
    return int(number) - 1


def _of_section(places: Places, section: Section) -> Answer:
    inside = tuple(one for statement in places.of_section.get(section.id, [])[:1] for one in of_statement(statement))
    own = inside if section.kind is SectionKind.STATEMENT else ()
    return _answer(places, section.cite, (of_section(section), *own), Standing.HEADING)


def _whole(places: Places, statement: Statement) -> Answer:
    columns = tuple(of_column(statement, at) for at in range(len(statement.columns)))
    return _answer(places, statement.cite, (*of_statement(statement), *columns), None)


def of_cell(places: Places, statement: Statement, row: int | None, column: int | None) -> Answer:
    """Why a row, a column, or the figure where they meet is read so; both are indexes from 0."""
    told: list[Judgement] = []
    if row is not None:
        told += _of_row(places, statement, row)
    if column is not None:
        told.append(of_column(statement, column))
    told += of_statement(statement)
    figure = statement.rows[row].at(column) if row is not None and column is not None else None
    if figure is not None:
        return _answer(places, figure.cite, tuple(told), Standing.TABLE_ROW)._replace(figure=figure)
    cite = statement.rows[row].cite if row is not None else statement.cite
    return _answer(places, cite, tuple(told), Standing.TABLE_ROW if row is not None else Standing.TABLE_HEAD)


def _of_row(places: Places, statement: Statement, row: int) -> Iterator[Judgement]:
    """What was decided of a row, its concept with how often filers decide so."""
    for judgement in of_row(statement, row):
        if judgement.question is Question.CONCEPT:
            counts = counts_of(statement, row, shared(places.analysis.statements))
            yield judgement._replace(counts=counts)
        else:
            yield judgement


def _answer(places: Places, cite: Cite, judgements: tuple[Judgement, ...], standing: Standing | None) -> Answer:
    source = places.analysis.filing.document(cite.document).source
    section = places.section_at(cite.document, cite.start)
    path = tuple(places.path_to(section)) if section is not None else ()
    line = source.line_span(source.line_of(cite.start))
    return Answer(cite, source.read(line).strip(), standing, path, judgements)


# a line


def of_line(places: Places, document: int, number: int) -> Answer:
    """Why a line (from 1) is read as it is."""
    documents = places.analysis.filing.documents
    if not 1 <= document <= len(documents):
        raise PlaceError(f"there are {len(documents)} documents, there is no document {document}")
    source = documents[document - 1].source
    if not 1 <= number <= len(source.lines):
        raise PlaceError(f"document {document} has {len(source.lines):,} lines, there is no line {number}")
    span = source.line_span(number)
    cite = Cite(document, (span,))
    if (section := _opened(places, document, span)) is not None:
        return _of_section(places, section)
    layout = places.analysis.layouts[document - 1]
    if layout is None:
        return _answer(places, cite, (), Standing.UNREAD)
    if (found := _row_on(places, cite)) is not None:
        return _answer(places, cite, (*_of_row(places, *found), *of_statement(found[0])), Standing.TABLE_ROW)
    return _words(places, cite, layout, number - 1)


def _opened(places: Places, document: int, line: Span) -> Section | None:
    """The section whose heading stands on a line; the innermost of several."""
    inside = [
        section
        for section in places.sections.values()
        if section.document == document
        and section.heading.start < section.heading.end
        and section.heading.start <= max(line.start, line.end - 1)
        and line.start < section.heading.end
    ]
    return inside[-1] if inside else None


def _row_on(places: Places, line: Cite) -> tuple[Statement, int] | None:
    """The table and the index of its row that stands on a line."""
    for statement in places.statements.values():
        if statement.cite.document != line.document or not statement.cite.start <= line.end <= statement.cite.end + 1:
            continue
        for at, row in enumerate(statement.rows):
            if any(_meets(cite, line) for cite in (row.cite, *(figure.cite for figure in row.figures))):
                return statement, at
    return None


def _meets(cite: Cite, line: Cite) -> bool:
    return cite.start < line.end and line.start < cite.end


def _words(places: Places, cite: Cite, layout: Layout, index: int) -> Answer:
    """A line that is no heading and no row."""
    answer = _answer(places, cite, (), _standing(places, cite, layout, index))
    if answer.standing is Standing.TABLE_HEAD:
        table = _table_around(places, cite)
        return answer._replace(judgements=_whole(places, table).judgements) if table is not None else answer
    if answer.standing not in (Standing.PROSE, Standing.CONTENTS):
        return answer
    tried = tried_on(layout, places.analysis.filing.header.company, index)
    return answer._replace(misses=tuple(_misses(places, cite, layout, index)), tried=tried)


_STANDINGS = {
    Line.BLANK: Standing.BLANK,
    Line.RULE: Standing.RULE,
    Line.FURNITURE: Standing.FURNITURE,
    Line.MARKUP: Standing.MARKUP,
}


def _standing(places: Places, cite: Cite, layout: Layout, index: int) -> Standing:
    kind = Line(layout.kinds[index])
    if kind in _STANDINGS:
        return _STANDINGS[kind]
    if _table_around(places, cite) is not None:
        return Standing.TABLE_HEAD
    section = places.section_at(cite.document, cite.start)
    if section is not None and section.kind is SectionKind.CONTENTS:
        return Standing.CONTENTS
    block = _block(layout, index)
    return Standing.TABLE_LINE if block is not None and block.kind is BlockKind.TABLE else Standing.PROSE


def _table_around(places: Places, cite: Cite) -> Statement | None:
    """The table whose lines hold this one."""
    for statement in places.statements.values():
        if statement.cite.document == cite.document and any(span.holds(cite.spans[0]) for span in statement.cite.spans):
            return statement
    return None


def _block(layout: Layout, index: int) -> Block | None:
    return next((block for block in layout.blocks if block.first <= index < block.last), None)


def _misses(places: Places, cite: Cite, layout: Layout, index: int) -> Iterator[Miss]:
    """What a line looks like at first sight and was not taken for."""
    section = places.section_at(cite.document, cite.start)
    listed = section is not None and section.kind is SectionKind.CONTENTS
    for look in dict.fromkeys(looks_of(layout, index)):
        yield Miss(look.kind, look.number, _elsewhere(places, cite.document, look), listed)


def _elsewhere(places: Places, document: int, look: Looks) -> Section | None:
    """The section of the same document that has this kind and number."""
    same = (
        section
        for section in places.sections.values()
        if section.document == document and section.kind is look.kind and section.number == look.number
    )
    return next(same, None) if look.number else None
