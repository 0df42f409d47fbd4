"""Holds what is read of made-up filings against what must be read: how much is right, by kind and by trait."""

import difflib
import re
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from core.analysis import Analysis, analyse
from core.outline.section import Section, SectionKind
from core.places import walk
from core.statements.statement import PRIMARY, Figure, Row, Statement
from tests.typeset.draw import Drawn
from tests.typeset.truth import TrueFigure, TrueRow, TrueSection, TrueTable, Truth, truth

KINDS = ("Items", "notes", "statements", "tables", "cells", "periods", "members", "scale", "currency", "units")
LEAST_SHARED = 0.3
"""A table that is read is one of the filing's own where it has at least this part of its figures."""
NUMERALS = {"I": 1, "II": 2, "III": 3, "IV": 4}


@dataclass(frozen=True, slots=True)
class Fault:
    """Something read wrongly: of which kind, in which filing, what, and the traits that shaped it."""

    kind: str
    filing: str
    says: str
    traits: frozenset[str]


@dataclass(slots=True)
class Score:
    """How many of each kind were right, of how many; and the same for each trait."""

    right: Counter[str] = field(default_factory=Counter)
    all: Counter[str] = field(default_factory=Counter)
    trait_right: Counter[tuple[str, str]] = field(default_factory=Counter)
    trait_all: Counter[tuple[str, str]] = field(default_factory=Counter)
    faults: list[Fault] = field(default_factory=list)

    def count(self, kind: str, fault: Fault | None, traits: frozenset[str]) -> None:
        """One more of a kind; a fault where it is wrong."""
        self.all[kind] += 1
        self.right[kind] += fault is None
        for trait in traits:
            self.trait_all[trait, kind] += 1
            self.trait_right[trait, kind] += fault is None
        if fault is not None:
            self.faults.append(fault)

    def share(self, kind: str) -> float:
        """The part of a kind that is right; 1 where there are none."""
        return self.right[kind] / self.all[kind] if self.all[kind] else 1.0

    def of_trait(self, trait: str, kind: str) -> float:
        """The same where a trait is at work."""
        there = self.trait_all[trait, kind]
        return self.trait_right[trait, kind] / there if there else 1.0

    def without_trait(self, trait: str, kind: str) -> float:
        """The same where it is not."""
        there = self.all[kind] - self.trait_all[trait, kind]
        return (self.right[kind] - self.trait_right[trait, kind]) / there if there else 1.0


def plain(words: str) -> str:
    """Letters and digits alone: how captions and titles are compared."""
    return re.sub(r"[^a-z0-9]", "", words.lower())


def read(drawn: Drawn, folder: Path) -> Analysis:
    """What the program makes of it."""
    path = folder / f"typeset-{drawn.seed}{drawn.suffix}"
    path.write_bytes(drawn.data)
    return analyse(path)


def hold(drawn: Drawn, analysis: Analysis, score: Score) -> None:
    """Counts what is right of one filing."""
    _Held(drawn, truth(drawn), analysis, score).all()


class _Held:
    """One filing against its truth."""

    def __init__(self, drawn: Drawn, true: Truth, analysis: Analysis, score: Score) -> None:
        self.drawn, self.true, self.analysis, self.score = drawn, true, analysis, score
        self.text = {document.sequence: document.source.text for document in analysis.filing.documents}

    def all(self) -> None:
        sections = list(walk(self.analysis.outline))
        parts = [section for section in sections if section.kind is SectionKind.PART]
        items = [section for section in sections if section.kind is SectionKind.ITEM]
        self.sections("Items", self.true.items, items, parts)
        self.sections(
            "notes", self.true.notes, [section for section in sections if section.kind is SectionKind.NOTE], []
        )
        self.tables()

    def count(self, kind: str, right: bool, says: str, traits: frozenset[str]) -> None:
        self.score.count(kind, None if right else Fault(kind, self.drawn.name, says, traits), traits)

    def sections(self, kind: str, true: tuple[TrueSection, ...], read: list[Section], parts: list[Section]) -> None:
        """Each section has its number, its title and its own text, and nothing of the others."""
        left = list(read)
        for one in true:
            found = next((section for section in left if self._is(one, section, parts)), None)
            if found is not None:
                left.remove(found)
            wrong = "is not found" if found is None else self._strange(one, found, true)
            self.count(kind, not wrong, f"{one.number} {one.title}: {wrong}", one.traits)
        for section in left:
            self.count(kind, False, f"{section.number} {section.title}: is none", frozenset())

    def _is(self, one: TrueSection, section: Section, parts: list[Section]) -> bool:
        part = next((own.number for own in parts if section.span.start in range(*own.span)), None)
        same_part = not one.part or _roman(part) == NUMERALS[one.part]
        return section.number == one.number and same_part and plain(section.title) == plain(one.title)

    def _strange(self, one: TrueSection, section: Section, true: tuple[TrueSection, ...]) -> str:
        text = self.text[section.document][slice(*section.span)]
        if one.mark not in text:
            return "lacks its own words"
        strange = [other.number for other in true if other is not one and other.mark in text]
        return f"holds {', '.join(strange)} too" if strange else ""

    def tables(self) -> None:
        """Each table is read once, and nothing else is."""
        read = [*self.analysis.statements, *self.analysis.tables]
        pairs = _paired(self.true.tables, read)
        for index, table in enumerate(self.true.tables):
            found = read[pairs[index]] if index in pairs else None
            name = table.title or " / ".join(row.caption for row in table.rows[:2])
            if table.kind in PRIMARY:
                right = found is not None and found.kind is table.kind
                self.count("statements", right, f"{name}: is {found.kind if found else 'not found'}", table.traits)
            self.count("tables", found is not None, f"{name}: is not found", table.traits)
            self.table(table, found, name)
        for index, statement in enumerate(read):
            if index not in pairs.values():
                kind = "statements" if statement.kind in PRIMARY else "tables"
                self.count(kind, False, f"{statement.title}: is none ({statement.kind})", frozenset())

    def table(self, table: TrueTable, found: Statement | None, name: str) -> None:
        """Its scale, its currency, its figures."""
        if found is None:
            for row in table.rows:
                for _ in row.figures:
                    self.count("cells", False, f"{name}: no table", table.traits)
            return
        if table.counted:
            self.count("scale", found.scale == table.scale, f"{name}: {found.scale} for {table.scale}", table.traits)
            if table.currency:
                self.count("currency", found.currency == table.currency, f"{name}: {found.currency}", table.traits)
        rows = _aligned(table, found)
        columns = _columns(rows)
        for true, read in rows:
            self.row(table, true, read, columns, (found, name))
        self._strange_cells(table, found, rows, columns, name)
        self._members(table, found, columns, name)

    def _members(self, table: TrueTable, found: Statement, columns: dict[int, int], name: str) -> None:
        """What each column stands for; nothing where columns are times alone."""
        for place in columns.values() if table.timed else ():
            said = found.columns[place].member
            self.count("members", not said, f"{name}: {said!r} for a time", table.traits)
        for column, member in enumerate(table.members):
            if member is not None and column in columns:
                own = found.columns[columns[column]].member or ""
                self.count("members", plain(own) == plain(member), f"{name}: {own!r} for {member!r}", table.traits)

    def row(
        self, table: TrueTable, true: TrueRow, read: Row | None, columns: dict[int, int], at: tuple[Statement, str]
    ) -> None:
        """Each figure in its place, with its value, its time and its unit."""
        found, name = at
        for figure in true.figures:
            own = read.at(columns[figure.column]) if read is not None and figure.column in columns else None
            right = own is not None and own.value == figure.value
            told = f"{name}: {true.caption!r} {figure.text}"
            self.count("cells", right, f"{told}: {_wrongly(read, own)}", table.traits)
            if own is None or read is None or not right:
                continue
            if true.day is not None:
                end = found.time(read, own).end
                self.count("periods", end == true.day, f"{told}: {end} for {true.day}", table.traits)
            elif figure.time is not None:
                start, end = found.time(read, own)
                label = found.columns[own.column].label
                says = f"{told}: {start}..{end} for {figure.time.start}..{figure.time.end} ({label})"
                self.count("periods", (start, end) == tuple(figure.time), says, table.traits)
            if figure.unit is not None:
                unit = read.counts(own)
                self.count("units", unit is figure.unit, f"{told}: {unit} for {figure.unit}", table.traits)

    def _strange_cells(
        self,
        table: TrueTable,
        found: Statement,
        rows: list[tuple[TrueRow, Row | None]],
        columns: dict[int, int],
        name: str,
    ) -> None:
        """Figures that are read and not printed, in columns of figures."""
        true = {
            id(read): {columns.get(figure.column) for figure in one.figures} for one, read in rows if read is not None
        }
        known = set(columns.values())
        for row in found.rows:
            for figure in row.figures:
                if (
                    figure.value is not None
                    and figure.column in known
                    and figure.column not in true.get(id(row), set())
                ):
                    self.count("cells", False, f"{name}: {row.label!r} {figure.text} is none", table.traits)


def _roman(number: str | None) -> int:
    return NUMERALS.get(number or "", 0)


def _wrongly(read: Row | None, own: Figure | None) -> str:
    if read is None:
        return "no such row"
    return "no figure there" if own is None else f"is {own.value}"


def _paired(true: tuple[TrueTable, ...], read: list[Statement]) -> dict[int, int]:
    """Which table that is read is which of the filing: those that share most figures first."""
    wanted = [Counter(figure.value for row in table.rows for figure in row.figures) for table in true]
    have = [
        Counter(figure.value for row in one.rows for figure in row.figures if figure.value is not None) for one in read
    ]
    shared = [
        ((own & other).total() - (other - own).total() / 10, index, place)
        for index, own in enumerate(wanted)
        for place, other in enumerate(have)
        if (own & other).total() >= LEAST_SHARED * own.total()
    ]
    pairs: dict[int, int] = {}
    for _, index, place in sorted(shared, reverse=True):
        if index not in pairs and place not in pairs.values():
            pairs[index] = place
    return pairs


def _aligned(table: TrueTable, found: Statement) -> list[tuple[TrueRow, Row | None]]:
    """Each line with the row that is it: captions in their order."""
    rows = [row for row in found.rows if row.figures]
    true, read = [plain(row.caption) for row in table.rows], [plain(row.label) for row in rows]
    matched: dict[int, Row] = {}
    for block in difflib.SequenceMatcher(None, true, read, autojunk=False).get_matching_blocks():
        matched |= {block.a + step: rows[block.b + step] for step in range(block.size)}
    return [(row, matched.get(index)) for index, row in enumerate(table.rows)]


def _columns(rows: list[tuple[TrueRow, Row | None]]) -> dict[int, int]:
    """Which column that is read is which: those with most figures the same."""
    votes: Counter[tuple[int, int]] = Counter()
    for true, read in rows:
        for figure in true.figures:
            votes.update((figure.column, own.column) for own in _same(figure, read))
    columns: dict[int, int] = {}
    for (column, own), _ in votes.most_common():
        if column not in columns and own not in columns.values():
            columns[column] = own
    return columns


def _same(figure: TrueFigure, read: Row | None) -> Iterator[Figure]:
    return (own for own in (read.figures if read else ()) if own.value == figure.value)


def scored(filings: Iterable[Drawn]) -> Score:
    """The score of many filings."""
    score = Score()
    with tempfile.TemporaryDirectory() as folder:
        for drawn in filings:
            hold(drawn, read(drawn, Path(folder)), score)
    return score
