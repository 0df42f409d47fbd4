"""A filing as a row of data: what it is, how much was read of it, and how sure that is."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from core.analysis import FAULT, Analysis
from core.export.figures import BETWEEN, Kind, Of, Ties, Value, quarter
from core.export.heads import KINDS, tables
from core.finding import Severity
from core.judgements import unsure
from core.outline.section import Section, SectionKind


class Whole(NamedTuple):
    """A filing with all its figures, once."""

    analysis: Analysis
    figures: tuple[Of, ...]
    sections: Counter[SectionKind]
    ties: Counter[Ties]

    @classmethod
    def of(cls, analysis: Analysis, figures: tuple[Of, ...]) -> "Whole":
        """Counts what is counted in several columns."""
        sections = Counter(one.kind for one in _walk(analysis.outline))
        return cls(analysis, figures, sections, Counter(one.ties for one in figures))


class Told(NamedTuple):
    """A column: its name, what it holds, what it says, and how it is told of a filing."""

    name: str
    kind: Kind
    says: str
    of: Callable[[Whole], Value]


def _walk(sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _walk(section.children)


def _characters(one: Whole) -> int:
    return sum(len(layout.source.text) for layout in one.analysis.layouts if layout is not None)


def _statements(one: Whole) -> str:
    return BETWEEN.join(dict.fromkeys(KINDS[each.kind] for each in one.analysis.statements))


def _doubts(one: Whole) -> int:
    return sum(1 for each in one.analysis.findings if each.severity is not Severity.INFO)


def _faults(one: Whole) -> int:
    return sum(1 for each in one.analysis.findings if each.kind == FAULT)


def _unsure(one: Whole) -> int:
    return sum(1 for _ in unsure(one.analysis.outline, tables(one.analysis)))


FILING_FIELDS: tuple[Told, ...] = (
    Told("company", Kind.WORDS, "name of the filer", lambda one: one.analysis.filing.header.company),
    Told("cik", Kind.WORDS, "the Commission's number of the filer", lambda one: one.analysis.filing.header.cik),
    Told("form", Kind.WORDS, "form of the filing: 10-K, 10-Q", lambda one: one.analysis.filing.header.form),
    Told("accession", Kind.WORDS, "accession number", lambda one: one.analysis.filing.header.accession),
    Told("filed", Kind.DAY, "day of filing", lambda one: one.analysis.filing.header.filed),
    Told("period_end", Kind.DAY, "last day reported on", lambda one: one.analysis.filing.header.period_end),
    Told("fiscal_year", Kind.COUNT, "year in which its year ends", lambda one: one.analysis.filing.header.fiscal_year),
    Told("fiscal_quarter", Kind.COUNT, "quarter of a quarterly report", lambda one: quarter(one.analysis.filing.header)),
    Told("documents", Kind.COUNT, "documents in the filing", lambda one: len(one.analysis.filing.documents)),
    Told("characters", Kind.COUNT, "characters of text that was read", _characters),
    Told("items", Kind.COUNT, "Items found", lambda one: one.sections[SectionKind.ITEM]),
    Told("notes", Kind.COUNT, "notes of the statements found", lambda one: one.sections[SectionKind.NOTE]),
    Told("statements", Kind.WORDS, "kinds of primary statements found, parted by ' | '", _statements),
    Told("tables", Kind.COUNT, "other tables with figures", lambda one: len(one.analysis.tables)),
    Told("figures", Kind.COUNT, "figures", lambda one: len(one.figures)),
    Told("timed", Kind.COUNT, "figures whose day or time is told", lambda one: sum(1 for each in one.figures if each.time.end)),
    Told("counted", Kind.COUNT, "figures of which is told what they count", lambda one: sum(map(_is_counted, one.figures))),
    Told("ties", Kind.COUNT, "figures that tie", lambda one: one.ties[Ties.TIES]),
    Told("off", Kind.COUNT, "figures that are off", lambda one: one.ties[Ties.OFF]),
    Told("worth_a_look", Kind.COUNT, "figures that may be off", lambda one: one.ties[Ties.WORTH_A_LOOK]),
    Told("unsure", Kind.COUNT, "decisions for which little more speaks than for another", _unsure),
    Told("doubts", Kind.COUNT, "findings that something may be lacking or wrong", _doubts),
    Told("faults", Kind.COUNT, "stages of the reading that failed, by a fault of Tieout", _faults),
    Told("seconds", Kind.AMOUNT, "seconds that the reading took", lambda one: f"{one.analysis.seconds:.3f}"),
)  # fmt: skip
"""The columns, in order."""


def _is_counted(one: Of) -> bool:
    return one.row.counts(one.figure) is not None
