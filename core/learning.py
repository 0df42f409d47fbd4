"""Learns from tagged filings which concepts captions have, and how well what was learnt tells those of other companies.

The table that the program reads (resources/concepts/captions.tsv) is made so: from what is usual (usual.toml) and from every
row of a primary statement that is tagged without dimensions.
"""

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from core.analysis import Analysis, analyse
from core.statements.caption_table import FILE, OWN, Known, ZoneCaptions, printed
from core.statements.caption_words import words_of
from core.statements.naming import FEW, Line, Namer, read
from core.statements.statement import Row
from core.statements.told_concepts import last_day, lines_of, shared, usual_name
from core.statements.zones import Zone

USUAL = FILE.with_name("usual.toml")
_STANDARD = "us-gaap:"
_LONGEST = 9
"""Words. Longer captions are a company's own."""
_HEAD = (
    "# Which concepts captions have, by the part of a statement: part, concept, and captions as `words=companies/filings`, with",
    "# a star where it is usual. Made by `main.py learn FILES --to resources/concepts/captions.tsv`; not to be edited.",
)


class Example(NamedTuple):
    """A row that a filing has tagged: its concept is without prefix, `-` for one of the filer's own."""

    company: str
    filing: str
    line: Line
    concept: str


def examples(paths: Iterable[Path]) -> list[Example]:
    """Every tagged row of the primary statements of these filings; a caption that a filing prints twice counts once."""
    return list(dict.fromkeys(one for path in paths for one in _of_filing(analyse(path))))


def _of_filing(analysis: Analysis) -> Iterator[Example]:
    header = analysis.filing.header
    company = header.cik or header.company or analysis.filing.name
    others = shared(analysis.statements)
    for statement in analysis.statements:
        end = last_day(statement)
        for row, line in zip(statement.rows, lines_of(statement, others), strict=True):
            if line is not None and (concept := _concept(row, end)) is not None:
                yield Example(company, analysis.filing.name, line, concept)


def _concept(row: Row, end: date | None) -> str | None:
    """What most figures of a row are tagged as that are broken down by nothing."""
    told = Counter(
        figure.fact.concept for figure in row.figures if figure.fact is not None and not figure.fact.dimensions
    )
    if not told:
        return None
    concept = told.most_common(1)[0][0]
    return usual_name(concept.removeprefix(_STANDARD), end) if concept.startswith(_STANDARD) else OWN


class _Place(NamedTuple):
    """A cell of the table."""

    zone: str
    words: str
    concept: str


class _Seen:
    """Who has a concept: companies, filings, and those who know what is usual."""

    def __init__(self) -> None:
        self.companies: set[str] = set()
        self.filings: set[str] = set()
        self.listed = False

    def known(self, concept: str) -> Known:
        """The same, counted."""
        return Known(concept, len(self.companies), len(self.filings), self.listed)


Table = Mapping[_Place, _Seen]


def learnt(known: Iterable[Example]) -> Table:
    """The table of what is usual and of these examples."""
    table: dict[_Place, _Seen] = defaultdict(_Seen)
    for place in _usual():
        table[place].listed = True
    for example in known:
        for words in _captions(example.line):
            seen = table[_Place(example.line.zone.value, words, example.concept)]
            seen.companies.add(example.company)
            seen.filings.add(example.filing)
    return table


def _usual() -> Iterator[_Place]:
    for zone, concepts in tomllib.loads(USUAL.read_text("utf-8")).items():
        for concept, captions in concepts.items():
            for caption in captions.split(","):
                yield _Place(zone, " ".join(words_of(caption.strip())), concept)


def _captions(line: Line) -> set[str]:
    """The words by which a line is found again: its own, those before what is told aside, and short ones after the heading."""
    of = read(line)
    found = {of.words, of.short}
    if of.heading and len(of.words) <= FEW:
        found.add((*of.heading, *of.words))
    return {" ".join(words) for words in found if 0 < len(words) <= _LONGEST}


def parts(table: Table) -> Mapping[str, ZoneCaptions]:
    """A table as captions are looked up in it."""
    found: dict[str, ZoneCaptions] = defaultdict(ZoneCaptions)
    for place, seen in table.items():
        found[place.zone].add(place.words, place.concept, printed(seen.known(place.concept)))
    return found


def as_text(table: Table) -> str:
    """A table as the lines of captions.tsv."""
    lines: dict[tuple[str, str], list[str]] = defaultdict(list)
    for place, seen in sorted(table.items()):
        lines[place.zone, place.concept].append(f"{place.words}={printed(seen.known(place.concept))}")
    rows = (f"{zone}\t{concept}\t{'|'.join(captions)}" for (zone, concept), captions in lines.items())
    return "\n".join((*_HEAD, *rows, ""))


# how well it tells


_UNSCORED = frozenset((Zone.COMPREHENSIVE, Zone.CHANGES_IN_EQUITY))


class Score(NamedTuple):
    """Of rows of income statements, balance sheets and cash flows that are tagged with a standard concept: how many there are,
    of how many a concept is told, and how often it is the tag's."""

    rows: int
    told: int
    right: int

    def __str__(self) -> str:
        share, right = self.told / max(self.rows, 1), self.right / max(self.told, 1)
        return f"told {self.told} of {self.rows} ({share:.3f}), right {self.right} of them ({right:.3f})"


def score(tested: Iterable[Example], by: Mapping[str, ZoneCaptions]) -> Score:
    """How well a table tells the concepts of these examples."""
    namer = Namer(by)
    told = [
        (one.concept, namer.name(one.line)) for one in tested if one.concept != OWN and one.line.zone not in _UNSCORED
    ]
    named = [(concept, name) for concept, name in told if name is not None]
    return Score(len(told), len(named), sum(concept == name for concept, name in named))


def left_out(known: Sequence[Example], by_company: bool) -> Score:
    """How well each company's rows (or each filing's) are told by what is learnt from all others."""
    groups: dict[str, list[Example]] = defaultdict(list)
    for example in known:
        groups[example.company if by_company else example.filing].append(example)
    scores = [
        score(
            group,
            parts(learnt(example for example in known if (example.company if by_company else example.filing) != left)),
        )
        for left, group in groups.items()
    ]
    return Score(*(sum(column) for column in zip(*scores, strict=True)))


def report(known: Sequence[Example]) -> str:
    """The scores as lines of text: told by all, with each filing left out, with each company left out, by what is usual."""
    companies, filings = {example.company for example in known}, {example.filing for example in known}
    return "\n".join(
        (
            f"{len(known)} rows of {len(filings)} filings of {len(companies)} companies",
            f"by all of them:       {score(known, parts(learnt(known)))}",
            f"each filing left out: {left_out(known, by_company=False)}",
            f"each company left out: {left_out(known, by_company=True)}",
            f"by what is usual:     {score(known, parts(learnt(())))}",
            "",
        )
    )
