"""From an offset to what stands there: the section, the statement, the figure. Built once for one analysis."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from core.analysis import Analysis
from core.checks.check import Check, Status
from core.finding import Finding
from core.outline.section import Section
from core.relations import Related
from core.source import Cite
from core.statements.statement import Figure, Row, Statement
from core.tagged import Tagged


class FigurePlace(NamedTuple):
    """A figure of a statement: `row` is the index of its row."""

    statement: Statement
    row: int
    figure: Figure


def walk(sections: tuple[Section, ...]) -> Iterator[Section]:
    """Every section, parents before their children, in reading order."""
    for section in sections:
        yield section
        yield from walk(section.children)


class _Entry(NamedTuple):
    """Where a figure begins, and the figure."""

    start: int
    place: FigurePlace


def _figures(statements: Iterable[Statement]) -> dict[int, list[_Entry]]:
    """All figures by their document, by rising place."""
    found: dict[int, list[_Entry]] = defaultdict(list)
    for statement in statements:
        for index, row in enumerate(statement.rows):
            for figure in row.figures:
                found[figure.cite.document].append(_Entry(figure.cite.start, FigurePlace(statement, index, figure)))
    for entries in found.values():
        entries.sort(key=lambda entry: entry.start)
    return found


class Places:
    """Answers "what stands here?" for one analysis, in a time that does not grow with the filing."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.sections: dict[str, Section] = {section.id: section for section in walk(analysis.outline)}
        self.parents: dict[str, str] = {
            child.id: section.id for section in self.sections.values() for child in section.children
        }
        self.statements: dict[str, Statement] = {
            statement.id: statement for statement in (*analysis.statements, *analysis.tables)
        }
        self.of_section: dict[str, list[Statement]] = defaultdict(list)
        for statement in self.statements.values():
            if statement.section is not None:
                self.of_section[statement.section].append(statement)
        self._figures = _figures(self.statements.values())
        self._checks: dict[Cite, list[Check]] = defaultdict(list)
        for check in analysis.checks:
            if check.cites:
                self._checks[check.cites[0]].append(check)

    def section_at(self, document: int, offset: int) -> Section | None:
        """The innermost section that holds this offset."""
        found: Section | None = None
        level = self.analysis.outline
        while True:
            inside = next((s for s in level if s.document == document and s.span.start <= offset < s.span.end), None)
            if inside is None:
                return found
            found, level = inside, inside.children

    def figure_at(self, document: int, offset: int) -> FigurePlace | None:
        """The figure whose characters hold this offset."""
        entries = self._figures.get(document, [])
        index = bisect_right(entries, offset, key=lambda entry: entry.start) - 1
        if index < 0:
            return None
        place = entries[index].place
        return place if offset < place.figure.cite.end else None

    def next_figure(self, document: int, offset: int, steps: int) -> FigurePlace | None:
        """The first figure that begins after an offset (`steps` 1), or the last one that begins before it (-1)."""
        entries = self._figures.get(document, [])
        if steps > 0:
            index = bisect_right(entries, offset, key=lambda entry: entry.start)
        else:
            index = bisect_left(entries, offset, key=lambda entry: entry.start) - 1
        return entries[index].place if 0 <= index < len(entries) else None

    @cached_property
    def tagged(self) -> Tagged:
        """What is tagged where, in prose too."""
        return Tagged(self.analysis.facts)

    @cached_property
    def related(self) -> Related:
        """What figures have to do with one another."""
        return Related(self.analysis.checks, self.printed)

    def printed(self, cite: Cite) -> Decimal | None:
        """The amount of the figure at a place; None where none is."""
        found = self.figure_at(cite.document, cite.start)
        return found.figure.value if found is not None else None

    def cite_at(self, document: int, offset: int) -> Cite | None:
        """What a click here points at: a figure, a fact in prose, or an amount in a sentence that was checked; None for other
        words, were they part of a tagged note."""
        found = self.figure_at(document, offset)
        if found is not None:
            return found.figure.cite
        placed = self.tagged.at(document, offset)
        if placed is not None and not placed.fact.block:
            return placed.cite
        return self.related.at(document, offset)

    def row_at(self, cite: Cite) -> tuple[Statement, Row] | None:
        """The table and its row whose caption or whole line stands at this cite."""
        return self._rows.get(cite)

    @cached_property
    def _rows(self) -> dict[Cite, tuple[Statement, Row]]:
        return {row.cite: (statement, row) for statement in self.statements.values() for row in statement.rows}

    def row_of(self, place: FigurePlace) -> Row:
        """The row of a figure."""
        return place.statement.rows[place.row]

    def checks_of(self, cite: Cite) -> list[Check]:
        """The checks whose figure in question stands at this cite."""
        return self._checks.get(cite, [])

    def off(self, statement: Statement) -> list[Check]:
        """The checks of a statement's own figures that do not tie."""
        cites = {figure.cite for row in statement.rows for figure in row.figures}
        return [check for cite in cites for check in self._checks.get(cite, []) if check.status is Status.OFF]

    @cached_property
    def _doubts(self) -> dict[str, list[Finding]]:
        """What was left open, by the id of the statement or else the section that it is about."""
        found: dict[str, list[Finding]] = defaultdict(list)
        whole = {statement.cite: statement.id for statement in self.statements.values()}
        for finding in self.analysis.findings:
            for cite in finding.cites:
                section = self.section_at(cite.document, cite.start)
                about = whole.get(cite) or (section.id if section is not None else None)
                if about is not None and finding not in found[about]:
                    found[about].append(finding)
        return found

    def doubts_of(self, about: str) -> list[Finding]:
        """The findings about a statement or a section, by its id."""
        return self._doubts.get(about, [])

    def path_to(self, section: Section) -> list[Section]:
        """The section's ancestors from the outermost, and the section itself."""
        path = [section]
        while (parent := self.parents.get(path[0].id)) is not None:
            path.insert(0, self.sections[parent])
        return path
