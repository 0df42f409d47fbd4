"""All of it for one filing, in order: the only door that the window and the command line use."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from core.checks.check import Check
from core.checks.equation import Equation
from core.checks.prose.tie import tie_prose
from core.checks.tag_ties import tie_tags
from core.checks.tie_out import NOTHING, between, checks, proposed
from core.collector import resting
from core.document.block import Layout
from core.document.plain import lay_out
from core.doubts import WholeReading, doubts
from core.facts.fact import PlacedFact
from core.finding import Finding, Severity
from core.outline.build import Outline, drafted, settled
from core.outline.section import Section
from core.read.filing import READ, Document, Filing
from core.read.submission import read
from core.source import Cite, Source, cite
from core.statements.build import statements
from core.statements.judgement import JudgedTable, judge, stands
from core.statements.statement import PRIMARY, Statement
from core.tables.grid import Grid
from core.tables.text.read import grids

Step = Callable[[int, int], None]
"""`step(done, total)`, called often while a filing is read; it may raise to cancel."""

LONG_LINE, LONGEST_LINE, MOST_LONG = 2_000, 20_000, 200_000
"""Characters. A document with a longer line than LONGEST_LINE, or with more than MOST_LONG in lines over LONG_LINE, has
no columns and paragraphs to read; it is shown as it stands. A paragraph on one line is within these bounds."""

FAULT = "fault"
"""The kind of a finding that tells a bug of ours; no filing should ever show one."""

_PASSES = 5
"""How often the text is gone over: for lines, outline, tables, statements and checks."""
T = TypeVar("T")


def no_step(done: int, total: int) -> None:
    """Nobody listens, nobody cancels."""


@dataclass(frozen=True, eq=False)
class Analysis:
    """What Tieout reads out of one file.

    `layouts[n - 1]` is the layout of document n (None where a document is not text); `outline` the top sections in
    order (one DOCUMENT section for each document of a submission; for a bare document its own sections);
    `statements` the primary statements, `tables` every other table with figures; `findings` those of every stage;
    `facts` all that is tagged in inline XBRL, by rising place.
    """

    path: Path
    filing: Filing
    layouts: tuple[Layout | None, ...]
    outline: tuple[Section, ...]
    statements: tuple[Statement, ...]
    tables: tuple[Statement, ...]
    checks: tuple[Check, ...]
    findings: tuple[Finding, ...]
    seconds: float
    facts: tuple[PlacedFact, ...] = ()


def analyse(path: Path, step: Step = no_step) -> Analysis:
    """Reads a file and everything in it. Raises UnreadableError where it is no filing, and whatever `step` raises."""
    with resting():
        return _analysed(path, step)


def _analysed(path: Path, step: Step) -> Analysis:
    began = time.perf_counter()
    step(0, 1)
    filing = read(path)
    stages = _Stages(filing, step)
    layouts = stages.layouts()
    drafted = stages.outline(layouts)
    tables = stages.judged(layouts, drafted.sections, stages.grids(layouts))
    sections = stages.settled(drafted, tables)
    statements = stages.statements(layouts, sections, tables)
    facts = _facts(layouts, statements)
    checks = stages.checks(layouts, statements, facts)
    stages.doubts(layouts, sections, statements)
    return Analysis(
        path=path,
        filing=filing,
        layouts=layouts,
        outline=sections,
        statements=tuple(one for one in statements if one.kind in PRIMARY),
        tables=tuple(one for one in statements if one.kind not in PRIMARY),
        checks=checks,
        findings=(*filing.findings, *stages.findings),
        seconds=time.perf_counter() - began,
        facts=facts,
    )


def _facts(layouts: tuple[Layout | None, ...], statements: tuple[Statement, ...]) -> tuple[PlacedFact, ...]:
    """What the documents tag; where they tag nothing, what a separate instance says of the figures they print."""
    tagged = tuple(one for layout in layouts if layout is not None and layout.markup for one in layout.markup.facts)
    return tagged or tuple(
        PlacedFact(figure.fact, figure.cite)
        for statement in statements
        for row in statement.rows
        for figure in row.figures
        if figure.fact is not None
    )


class _Stages:
    """Runs one stage after the other. A stage that fails is our bug: its finding says so, and the filing still opens."""

    def __init__(self, filing: Filing, step: Step) -> None:
        self.filing = filing
        self.findings: list[Finding] = []
        self._step = step
        self._texts = [d for d in filing.documents if d.format in READ]
        characters = sum(len(document.source.text) for document in self._texts)
        self._total = max(1, characters * _PASSES)
        self._done = 0
        self._characters = characters

    def layouts(self) -> tuple[Layout | None, ...]:
        """The layout of every text, None for other documents."""
        return tuple(self._layout(document) for document in self.filing.documents)

    def outline(self, layouts: tuple[Layout | None, ...]) -> Outline:
        """The sections of all documents, before the tables are judged."""
        return self._run("outline", lambda: drafted(self.filing, layouts), Outline((), ()), self._characters)

    def grids(self, layouts: tuple[Layout | None, ...]) -> tuple[tuple[Grid, ...], ...]:
        """The tables of every document."""
        return tuple(self._grids(layout) for layout in layouts)

    def judged(
        self, layouts: tuple[Layout | None, ...], sections: tuple[Section, ...], grids: tuple[tuple[Grid, ...], ...]
    ) -> tuple[JudgedTable, ...]:
        """Every table with what it was taken for."""
        return self._run("judgement", lambda: judge(layouts, sections, grids), (), 0)

    def settled(self, found: Outline, tables: tuple[JudgedTable, ...]) -> tuple[Section, ...]:
        """The sections of all documents, those of statements where one of the tables is a statement."""
        return self._run("outline", lambda: settled(self.filing, found, stands(tables)), found.sections, 0)

    def statements(
        self, layouts: tuple[Layout | None, ...], sections: tuple[Section, ...], tables: tuple[JudgedTable, ...]
    ) -> tuple[Statement, ...]:
        """Every table with its meaning."""
        return self._run("statements", lambda: statements(self.filing, layouts, sections, tables), (), self._characters)

    def checks(
        self, layouts: tuple[Layout | None, ...], found: tuple[Statement, ...], facts: tuple[PlacedFact, ...]
    ) -> tuple[Check, ...]:
        """Every sum and agreement that was checked, in the order of the filing."""
        equations: list[Equation] = []
        told: list[Check] = []
        for statement in found:
            own = self._run("checks", partial(proposed, statement), NOTHING, 0)
            equations += own.equations
            told += own.unread
        equations += self._run("checks", lambda: between(found), [], self._characters)
        told += self._run("checks", lambda: checks(equations, found), (), 0)
        told += self._run("checks", lambda: tie_prose(layouts, found), (), 0)
        if facts:
            texts = {layout.source.document: layout.source.text for layout in layouts if layout is not None}
            told += self._run("checks", lambda: tuple(tie_tags(found, facts, texts)), (), 0)
        return tuple(told)

    def doubts(
        self, layouts: tuple[Layout | None, ...], sections: tuple[Section, ...], found: tuple[Statement, ...]
    ) -> None:
        """Adds what the reading leaves open to the findings."""
        reading = WholeReading(self.filing, layouts, sections, found)
        self.findings += self._run("doubts", lambda: doubts(reading), (), 0)

    def _layout(self, document: Document) -> Layout | None:
        if document.format not in READ:
            return None
        source, markup = document.source, document.hypertext
        if markup is not None and markup.flat:
            return None
        if markup is not None:
            from core.document.html import lay_out_html  # late: a start does without what reads HTML

            return self._run("layout", lambda: lay_out_html(source, markup), None, len(source.text))
        if (place := _unlaid(source)) is not None:
            longest = place.end - place.start
            message = (
                f"Document {document.sequence} has lines of up to {longest:,} characters: it is shown, but not read."
            )
            self.findings.append(Finding(Severity.WARNING, message, (place,), "not-laid-out"))
            return None
        return self._run("layout", lambda: lay_out(source), None, len(source.text))

    def _grids(self, layout: Layout | None) -> tuple[Grid, ...]:
        if layout is None:
            return ()
        markup = layout.markup
        if markup is None:
            return self._run("tables", partial(grids, layout), (), len(layout.source.text))
        from core.tables.html.read import html_grids

        return self._run("tables", partial(html_grids, layout, markup), (), len(layout.source.text))

    def _run(self, stage: str, work: Callable[[], T], otherwise: T, characters: int) -> T:
        self._step(self._done, self._total)
        self._done += characters
        try:
            return work()
        except Exception as error:  # noqa: BLE001 - whatever a filing holds, it opens
            message = (
                f"Fault in Tieout: a part of the filing could not be read ({stage}: {type(error).__name__}: {error})"
            )
            self.findings.append(Finding(Severity.ERROR, message, (cite(1, 0, 0),), FAULT))
            return otherwise


def _unlaid(source: Source) -> Cite | None:
    """The longest line of a text whose lines are too long to lay out; None for what is written in lines."""
    longest = max(map(len, source.lines))
    if longest <= LONG_LINE:
        return None
    lengths = list(map(len, source.lines))
    if longest <= LONGEST_LINE and sum(length for length in lengths if length > LONG_LINE) <= MOST_LONG:
        return None
    return Cite(source.document, (source.line_span(lengths.index(longest) + 1),))
