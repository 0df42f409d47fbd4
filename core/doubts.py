"""What the reading of a filing leaves open: told as findings, each with its places, so that nothing is wrong in silence.

One finding a kind and subject, with several places where there are several: a reader looks at each once.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from core.document.block import WORDS, Layout
from core.figures import GROUPED
from core.finding import Finding, Severity
from core.judgements import Judgement, Question, unsure
from core.outline.missing import missing_items
from core.outline.section import ListedItem, Section, SectionKind
from core.outline.titles import statement_kind
from core.read.filing import READ, Filing
from core.source import Cite, Source, Span, cite
from core.statements.statement import PRIMARY, Statement, StatementKind
from core.wording import decided, listed, thing


class Doubt(StrEnum):
    """The kinds of findings made here."""

    THIN_MARGIN = "thin-margin"
    UNREAD_TABLE = "unread-table"
    STATEMENT_MISSING = "statement-missing"
    COLUMN_WITHOUT_TIME = "column-without-time"
    NOTE_GAP = "note-gap"
    ITEM_MISSING = "item-missing"
    NO_WORDS = "no-words"


@dataclass(frozen=True)
class WholeReading:
    """What was read of a filing, as far as doubts look at it."""

    filing: Filing
    layouts: Sequence[Layout | None]
    outline: tuple[Section, ...]
    statements: tuple[Statement, ...]

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """Every section, parents before their children."""
        return tuple(_walk(self.outline))


_NAMES_SHOWN = 4
"""Names that a message tells; of more it says the number."""


def doubts(read: WholeReading) -> tuple[Finding, ...]:
    """Every doubt about a filing, the gravest kinds first."""
    return tuple(finding for look in _LOOKS for finding in look(read))


def _walk(sections: Iterable[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _walk(section.children)


# nothing to read

_LEAST_LETTERS = 40
"""A document with fewer letters has no words: a page of pictures, or an empty body."""


_LOOKED_AT = 4000
"""Characters at the beginning of the main document in which its letters are counted."""


def _no_words(read: WholeReading) -> Iterator[Finding]:
    """A main document without any words."""
    main = read.filing.documents[0]
    if main.format in READ and sum(map(str.isalpha, main.source.text[:_LOOKED_AT])) < _LEAST_LETTERS:
        what = "The main document has no words: what it shows may be pictures."
        yield Finding(Severity.WARNING, what, (cite(main.sequence, 0, len(main.source.text)),), Doubt.NO_WORDS)


# statements


def _statement_missing(read: WholeReading) -> Iterator[Finding]:
    """Titles of primary statements below which no such statement was found, by document."""
    found = [one for one in read.statements if one.kind in PRIMARY]
    lacking: dict[int, list[Section]] = defaultdict(list)
    for section in read.sections:
        if (wanted := _announced(section)) and not any(one.kind in wanted and _holds(section, one) for one in found):
            lacking[section.document].append(section)
    for here in lacking.values():
        one = len(here) == 1
        names = listed((f"“{section.title}”" for section in here), _NAMES_SHOWN)
        statements, titles = ("statement was", "title") if one else ("statements were", "titles")
        what = f"No such {statements} found below the {titles} {names}."
        yield Finding(Severity.WARNING, what, tuple(section.cite for section in here), Doubt.STATEMENT_MISSING)


def _announced(section: Section) -> frozenset[StatementKind]:
    """The statements that a section's title announces, any of which would do."""
    kind = statement_kind(section.title) if section.kind is SectionKind.STATEMENT else None
    if kind is None:
        return frozenset()
    return _ALIKE.get(StatementKind(kind), frozenset({StatementKind(kind)}))


_INCOME = frozenset({StatementKind.INCOME_STATEMENT, StatementKind.COMPREHENSIVE_INCOME})
_ALIKE = dict.fromkeys(_INCOME, _INCOME)
"""Statements that one title may name together, or one for the other."""


def _holds(section: Section, statement: Statement) -> bool:
    """Whether a statement stands in a section, if only in part: the title may be the second line of its table."""
    return statement.cite.document == section.document and any(
        _meet(section.span, span) for span in statement.cite.spans
    )


_BY_MEMBERS = frozenset({StatementKind.EQUITY})
"""Statements whose columns are no periods."""
_FIGURES_OF_A_COLUMN = 3
"""A column with fewer figures is none that a reader would look for a time of."""


def _column_without_time(read: WholeReading) -> Iterator[Finding]:
    """Columns of figures whose time is not known: one finding for each primary statement, one for all other tables."""
    others: list[Statement] = []
    for statement in read.statements:
        timeless = [] if statement.kind in _BY_MEMBERS else _timeless(statement)
        if timeless and statement.kind in PRIMARY:
            names = listed(timeless, _NAMES_SHOWN)
            what = f"{statement.title or 'A statement'}: the time of {names} is not known."
            yield Finding(Severity.WARNING, what, (statement.cite,), Doubt.COLUMN_WITHOUT_TIME)
        elif timeless:
            others.append(statement)
    if others:
        many = "one table" if len(others) == 1 else f"{len(others):,} tables"
        what = f"The time of columns of figures in {many} is not known."
        yield Finding(Severity.INFO, what, tuple(one.cite for one in others), Doubt.COLUMN_WITHOUT_TIME)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _timeless(statement: Statement) -> list[str]:
    """The columns of figures that have no time and stand for nothing else, by their heads."""
    bare = [at for at, column in enumerate(statement.columns) if column.end is None and column.member is None]
    if not bare:
        return []
    figures = Counter(
        figure.column
        for row in statement.rows
        for figure in row.figures
        if figure.value is not None and (figure.time is None or figure.time.end is None)
    )
    named = [(at, statement.columns[at].label) for at in bare if figures[at] >= _FIGURES_OF_A_COLUMN]
    return [f"“{label}”" if label else f"column {at + 1}" for at, label in named]


# tables

_AMOUNT = rf"(?<![\d,.])(?:{GROUPED}(?:\.\d++)?|\d{{1,3}}\.\d{{1,2}})(?![\d,])"
"""What is certainly a figure: grouped by commas, or with decimals."""
_SIGNS = r"[ \t$(£€–—-]{0,80}"
_APART = re.compile(rf"{_AMOUNT}[)%]{{0,2}}[ \t]{{0,2}}[ \t]{{2}}{_SIGNS}{_AMOUNT}")
"""Two figures of a row: between them stand blanks and signs, and no word."""
_MAYBE_APART = re.compile(rf"  (?<=[\d)%]  ){_SIGNS}\d")
"""A gap behind a figure and a digit after it: a quick look, which begins with what is rare in prose."""
_LINES_OF_FIGURES = 2
"""So many such lines near one another are rows of a table; one alone may be a sentence with odd blanks."""
_NEAR = 3
"""Lines. Rows that are farther apart are of two tables."""
_NO_TABLES = frozenset({SectionKind.COVER, SectionKind.CONTENTS, SectionKind.EXHIBIT_INDEX, SectionKind.SIGNATURES})


def _unread_table(read: WholeReading) -> Iterator[Finding]:
    """Rows of figures that are in no table that was read."""
    for layout in read.layouts:
        if layout is None:
            continue
        document = layout.source.document
        left = [Cite(document, (span,)) for span in _runs(layout, _taken(read, document))]
        if left:
            many = "A table that holds figures is" if len(left) == 1 else f"{len(left):,} tables that hold figures are"
            where = f" in document {document}" if len(read.filing.documents) > 1 else ""
            yield Finding(Severity.INFO, f"{many} not read{where}.", tuple(left), Doubt.UNREAD_TABLE)


def _taken(read: WholeReading, document: int) -> list[Span]:
    """The stretches of a document in which no unread table is looked for, in order."""
    tables = (span for one in read.statements if one.cite.document == document for span in one.cite.spans)
    shut = (one.span for one in read.sections if one.document == document and one.kind in _NO_TABLES)
    return sorted((*tables, *shut))


def _runs(layout: Layout, taken: list[Span]) -> Iterator[Span]:
    """The stretches of rows of figures outside of these."""
    source = layout.source
    run: list[int] = []
    for line in _rows(layout, taken):
        if run and line - run[-1] > _NEAR:
            yield from _long(source, run)
            run = []
        run.append(line)
    yield from _long(source, run)


def _rows(layout: Layout, taken: list[Span]) -> Iterator[int]:
    """The numbers of the lines that hold two figures apart, outside of the stretches that are taken."""
    source, kinds = layout.source, layout.kinds
    bare, starts = source.bare, [*source.starts, len(source.text)]
    for lines in _free(source, taken):
        before = -1
        for gap in _MAYBE_APART.finditer(source.text, starts[lines.start], starts[max(lines.start, lines.stop)]):
            index = bisect_right(starts, gap.start()) - 1
            if index != before and kinds[index] == WORDS and _APART.search(bare[index]):
                yield index + 1
            before = index


def _free(source: Source, taken: list[Span]) -> Iterator[range]:
    """The lines, by index, that begin outside of these stretches."""
    first = 0
    for span in (*taken, Span(len(source.text), len(source.text))):
        yield range(first, bisect_left(source.starts, span.start))
        first = max(first, bisect_left(source.starts, span.end))


def _long(source: Source, run: list[int]) -> Iterator[Span]:
    if len(run) >= _LINES_OF_FIGURES:
        yield Span(source.line_span(run[0]).start, source.line_span(run[-1]).end)


# notes


def _note_gap(read: WholeReading) -> Iterator[Finding]:
    """Numberings of notes in which numbers are left out."""
    notes = [
        _Numbered(int(section.number), section)
        for section in read.sections
        if section.kind is SectionKind.NOTE and section.number and section.number.isdecimal()
    ]
    gaps = [(before, after) for before, after in pairwise(notes) if after.leaves_out(before)]
    if gaps:
        told = listed((f"{after.number} follows {before.number}" for before, after in gaps), _NAMES_SHOWN)
        what = f"The numbering of the notes has {'a gap' if len(gaps) == 1 else 'gaps'}: {told}."
        yield Finding(Severity.WARNING, what, tuple(after.section.cite for _, after in gaps), Doubt.NOTE_GAP)


class _Numbered(NamedTuple):
    """A note with a number."""

    number: int
    section: Section

    def leaves_out(self, before: "_Numbered") -> bool:
        """Whether numbers are missing between the note before it and this one; a lower number begins anew."""
        return self.section.document == before.section.document and self.number - before.number > 1


# Items


def _item_missing(read: WholeReading) -> Iterator[Finding]:
    """Items that the contents page of a document lists and its text lacks."""
    lacking: dict[int, list[ListedItem]] = defaultdict(list)
    for item in missing_items(read.outline):
        lacking[item.cite.document].append(item)
    for items in lacking.values():
        word, were = ("Item", "was") if len(items) == 1 else ("Items", "were")
        names = listed(dict.fromkeys(item.number for item in items), _NAMES_SHOWN)
        what = f"The contents page lists {word} {names}, which {were} not found."
        yield Finding(Severity.WARNING, what, tuple(item.cite for item in items), Doubt.ITEM_MISSING)


# verdicts

_SUBJECTS = {
    Question.HEADING: "The heading",
    Question.STATEMENT: "The table",
    Question.SCALE: "The scale of",
    Question.SHARE_SCALE: "The scale of the shares of",
    Question.CURRENCY: "The currency of",
    Question.PERIOD: "The time of",
    Question.ROLE: "The role of",
    Question.UNIT: "What is counted in",
}


def _thin_margin(read: WholeReading) -> Iterator[Finding]:
    """Decisions for which little more speaks than for another one: one finding a question."""
    thin: dict[Question, list[Judgement]] = defaultdict(list)
    for judgement in unsure(read.outline, read.statements):
        if judgement.verdict is not None and _matters(judgement, judgement.verdict.alternative):
            thin[judgement.question].append(judgement)
    for question, judgements in thin.items():
        yield Finding(
            Severity.INFO, _unsure(question, judgements), tuple(one.cite for one in judgements), Doubt.THIN_MARGIN
        )


def _matters(judgement: Judgement, alternative: Hashable) -> bool:
    """Whether a reader should know what else it could be: among tables that are no statements the kind is but a name."""
    return judgement.question is not Question.STATEMENT or not PRIMARY.isdisjoint({judgement.decided, alternative})


def _unsure(question: Question, judgements: list[Judgement]) -> str:
    first = judgements[0]
    other = thing(first.verdict.alternative, question) if first.verdict is not None else ""
    more = f"; {len(judgements) - 1:,} more like it" if len(judgements) > 1 else ""
    return f"{_SUBJECTS[question]} “{first.name}” was taken for {decided(first)}, and could as well be {other}{more}."


_LOOKS: tuple[Callable[[WholeReading], Iterator[Finding]], ...] = (
    _no_words,
    _statement_missing,
    _item_missing,
    _note_gap,
    _unread_table,
    _column_without_time,
    _thin_margin,
)
"""Each kind of doubt, the gravest first."""
