"""Everything that is read in a filing as lines of plain text: what was decided, by which clues, where, and what it comes to."""

from collections.abc import Iterator
from typing import Any

from core.analysis import Analysis
from core.checks.check import Check
from core.document.block import Layout, Line
from core.evidence import Verdict
from core.finding import Finding
from core.markup.hypertext import Hypertext
from core.outline.section import Section
from core.read.filing import Filing
from core.source import Cite
from core.statements.amount import whole
from core.statements.members import headings_of, members_of
from core.statements.statement import Column, Figure, Period, Row, Statement

_KINDS = {Line.BLANK: " ", Line.WORDS: "w", Line.RULE: "-", Line.FURNITURE: "f", Line.MARKUP: "m"}
"""A letter for each use of a line."""


def drawn_parts(analysis: Analysis) -> list[tuple[str, str]]:
    """The whole reading by part: each with its name. A reading that says the same of a filing is the same text."""
    return [(name, "".join(f"{line}\n" for line in lines)) for name, lines in _parts(analysis)]


def _parts(analysis: Analysis) -> Iterator[tuple[str, Iterator[str]]]:
    yield "filing", _filing(analysis.filing)
    yield "layout", (line for layout in analysis.layouts if layout is not None for line in _layout(layout))
    yield "outline", (line for section in analysis.outline for line in _section(section, 0))
    tables = (*analysis.statements, *analysis.tables)
    yield "tables", (line for statement in tables for line in _statement(statement))
    yield "checks", map(_check, analysis.checks)
    yield "findings", map(_finding, analysis.findings)


def _filing(filing: Filing) -> Iterator[str]:
    header = filing.header
    yield f"filing {filing.format.value} {filing.encoding} {header.form} by {header.company} cik {header.cik}"
    yield f"  period {header.period_end} year {header.fiscal_year} filed {header.filed} ends {header.fiscal_year_end}"
    yield f"  {header.accession} dated {header.dated} with {[one.company for one in header.co_registrants]}"
    for document in filing.documents:
        yield f"  document {document.sequence} {document.type} {document.format.value} {document.description}"


def _layout(layout: Layout) -> Iterator[str]:
    yield f"lines {''.join(_KINDS[Line(kind)] for kind in layout.kinds)}"
    yield f"pages {' '.join(f'{page.number}:{page.span.start}-{page.span.end}' for page in layout.pages)}"
    for block in layout.blocks:
        if block.verdict is not None:
            yield f"block {block.kind.value} {block.first}-{block.last}{_verdict(block.verdict)}"
    if layout.markup is not None:
        yield from _markup(layout.markup)


def _markup(found: Hypertext) -> Iterator[str]:
    yield f"looks {' '.join(map(str, found.looks))} led {found.led} flowing {sorted(found.flowing)}"
    yield f"breaks {sorted(found.breaks)} verbatim {found.verbatim} links {[tuple(link) for link in found.links]}"
    yield f"remarks {[remark.words for remark in found.remarks]} hidden {[fact.concept for fact in found.hidden]}"
    for line in found.text.split("\n"):
        yield f"|{line}"
    for table in found.tables:
        for row in table.rows:
            boxes = " ; ".join(f"{box.left}-{box.right} {box.text!r}@{box.start} {box[4:]}" for box in row.boxes)
            yield f"boxes {boxes} {row.strokes or ''}"


def _section(section: Section, depth: int) -> Iterator[str]:
    told = f"{section.kind.value} {section.number} {section.title!r} {tuple(section.span)} {tuple(section.heading)}"
    refers = f" -> {section.refers_to} {section.refers_in}" if section.incorporated else ""
    lists = f" lists {[f'{item.part} {item.number} {item.title}' for item in section.lists]}" if section.lists else ""
    concept = f" {section.concept}" if section.concept else ""
    extent = _verdict(section.extent) if section.extent is not None else ""
    yield f"{'  ' * depth}{section.id} {told}{concept}{refers}{lists}{extent}{_verdict(section.verdict)}"
    for child in section.children:
        yield from _section(child, depth + 1)


def _statement(statement: Statement) -> Iterator[str]:
    yield f"{statement.kind.value} {statement.id} {statement.title!r} in {statement.section} {_places([statement.cite])}"
    yield f"  {_verdict(statement.verdict)}; {statement.currency}{_verdict(statement.currency_verdict)}"
    scale, shares = _verdict(statement.scale_verdict), _verdict(statement.share_verdict)
    yield f"  x{statement.scale}{scale}; shares x{statement.share_scale}{shares}"
    for column in statement.columns:
        yield f"  | {_column(column)}"
    for row, over in zip(statement.rows, headings_of(statement), strict=True):
        yield f"  {'  ' * row.depth}{_row(row)}"
        for figure in row.figures:
            yield f"  {'  ' * row.depth}    {_figure(statement, row, figure, over)}"


def _column(column: Column) -> str:
    return f"{column.label} = {column.start}..{column.end} {column.member or ''}{_verdict(column.verdict)}"


def _row(row: Row) -> str:
    told = f"{row.label!r} {row.role.value}{_verdict(row.role_verdict)}; {row.unit}{_verdict(row.unit_verdict)}"
    concept = f"; {row.concept} {row.line or ''}{_verdict(row.concept_verdict)}"
    return f"{told}{concept}{' ruled' if row.ruled else ''}{f' of {row.date}' if row.date else ''}"


def _figure(statement: Statement, row: Row, figure: Figure, over: tuple[str, ...]) -> str:
    time = statement.time(row, figure)
    tag = f" {figure.fact.concept}={figure.fact.value}" if figure.fact is not None else ""
    members = "/".join(members_of(statement, figure, over))
    amount = f"{whole(statement, row, figure)} {row.counts(figure)}"
    return f"{figure.column}: {figure.text} = {amount} {time.start}..{time.end} {members}{tag} {_places([figure.cite])}"


def _check(check: Check) -> str:
    told = f"{check.reported} {check.expected} {check.difference} {check.probability}"
    return f"{check.rule.value} {check.status.value} {told} {check.title} {list(check.explains)} {_places(check.cites)}"


def _finding(finding: Finding) -> str:
    return f"finding {finding.severity.value} {finding.kind} {_places(finding.cites)} {finding.message}"


def _places(cites: list[Cite] | tuple[Cite, ...]) -> str:
    return " ".join("+".join(f"{start}-{end}" for start, end in cite.spans) for cite in cites)


def _verdict(verdict: Verdict[Any] | None) -> str:
    """`[rule weight, rule weight; other score]`: what spoke, and the next best."""
    if verdict is None:
        return ""
    clues = ", ".join(f"{clue.rule.partition('/')[2] or clue.rule} {clue.weight:g}" for clue in verdict.clues)
    known = verdict.alternative is not None or verdict.alternative_score
    other = f"; {_thing(verdict.alternative)} {verdict.alternative_score:g}" if known else ""
    return f" [{clues} = {verdict.score:g}{other}]"


def _thing(decided: object) -> str:
    if isinstance(decided, Period):
        return f"{decided.start}..{decided.end}"
    return str(decided)
