"""How well the statements of companies hold together over the years: `python -m tests.over_years [--show N] [FILE or FOLDER …]`.

Filings are parted by company. Of each company with two filings or more it is counted: what stands in no series and is not told
to be left out; which rows with one rare amount of one period, and which captions under equal headings, are one line; which
rows of one tag are one line when read without tags; how many lines stay as they are where one filing is left out; and whether
Compare says of two filings what Years says of them. `--show N` prints N of what falls short of each.
"""

import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from pathlib import Path
from typing import NamedTuple

from core.analysis import Analysis
from core.compare.figures import changed_figures
from core.folder import read_all
from core.source import Cite
from core.statements.concepts import fold
from core.statements.statement import PRIMARY, Figure, Row, Statement
from core.years.amounts import Printed, amount, digits
from core.years.company import same_company
from core.years.differences import Difference
from core.years.history import History, history
from core.years.period import Period
from core.years.series import Stitched, StitchedCell, StitchedRow, Told
from tests.articulation import filings
from tests.filings.test_untagged import untagged

RARE = 4
"""Digits of an amount that hardly stands in two lines by chance."""
_TAGGED = 20
"""Figures with tags that a filing has at least which is read without them too."""


class Missed(NamedTuple):
    """What falls short: of which company, and what it is."""

    company: str
    what: str


@dataclass(slots=True)
class Measure:
    """How many of how many, and what falls short."""

    right: int = 0
    of: int = 0
    missed: list[Missed] = field(default_factory=list)

    def count(self, company: str, *, right: bool, what: str) -> None:
        """One more."""
        self.of += 1
        self.right += right
        if not right:
            self.missed.append(Missed(company, what))


Measures = dict[str, Measure]


class Place(NamedTuple):
    """Where a figure stands."""

    path: Path
    cite: Cite


class At(NamedTuple):
    """A row of a series, by their numbers in the history."""

    series: int
    row: int


def told(cell: StitchedCell) -> tuple[Told, ...]:
    """All that filings say of a figure."""
    return cell.told, *cell.others


def rows_of(whole: History) -> dict[Place, At]:
    """In which row of a series every figure stands."""
    return {
        Place(one.path, one.cite): At(number, index)
        for number, series in enumerate(whole.series)
        for index, row in enumerate(series.rows)
        for cell in row.cells
        if cell is not None
        for one in told(cell)
    }


def companies(analyses: Iterable[Analysis]) -> Iterator[tuple[Analysis, ...]]:
    """The filings of each company that has two or more."""
    found: list[list[Analysis]] = []
    for one in analyses:
        mine = next((some for some in found if same_company(some[0].filing.header, one.filing.header)), None)
        if mine is None:
            found.append([one])
        else:
            mine.append(one)
    yield from (tuple(some) for some in found if len(some) > 1)


# nothing dropped


def dropped(whole: History, name: str, measures: Measures) -> None:
    """Every primary statement stands in a series or among what is left out; so does every filing."""
    followed = {Place(one.path, one.cite) for one in _every_told(whole.series)}
    left = {(one.path, one.statement.id) for one in whole.left_out}
    for analysis in whole.filings:
        for statement in analysis.statements:
            if statement.kind in PRIMARY and any(row.figures for row in statement.rows):
                there = any(Place(analysis.path, figure.cite) in followed for figure in _figures(statement))
                entry = (analysis.path, statement.id) in left
                what = f"{analysis.path.name} {statement.id}"
                measures["statements in a series or left out"].count(name, right=there or entry, what=what)
                if there:
                    _columns_dropped(analysis, statement, followed, entry, name, measures)


def _columns_dropped(
    analysis: Analysis, statement: Statement, followed: set[Place], entry: bool, name: str, measures: Measures
) -> None:
    of_column: dict[int, list[bool]] = defaultdict(list)
    for figure in _figures(statement):
        if figure.value is not None:
            of_column[figure.column].append(Place(analysis.path, figure.cite) in followed)
    for column, there in of_column.items():
        what = f"{analysis.path.name} {statement.id} column {statement.columns[column].label!r}"
        measures["columns in a series or left out"].count(name, right=any(there) or entry, what=what)
        if any(there):
            measure = measures["figures of these columns in it"]
            measure.right += sum(there)
            measure.of += len(there)
            if not all(there):
                measure.missed.append(Missed(name, f"{what}: {there.count(False)} of {len(there)}"))


def _figures(statement: Statement) -> Iterator[Figure]:
    return (figure for row in statement.rows for figure in row.figures)


def _every_told(every: Iterable[Stitched]) -> Iterator[Told]:
    return (
        one for series in every for row in series.rows for cell in row.cells if cell is not None for one in told(cell)
    )


# rows that are one line


@dataclass(frozen=True, eq=False)
class Side:
    """What one statement says in one series: `printed` by row of the series and period."""

    path: Path
    statement: Statement
    row_at: Mapping[int, int]
    """The row of the series by the index of the row of the statement."""
    printed: Mapping[Period, Mapping[int, Printed]]
    """By the index of the row of the statement."""


def sides(whole: History, number: int) -> list[Side]:
    """The statements of a series."""
    series = whole.series[number]
    statements = {
        (one.path, statement.id): statement for one in whole.filings for statement in (*one.statements, *one.tables)
    }
    index = {
        (path, statement.id, figure.cite): at
        for (path, _), statement in statements.items()
        for at, row in enumerate(statement.rows)
        for figure in row.figures
    }
    row_at: dict[tuple[Path, str], dict[int, int]] = defaultdict(dict)
    printed: dict[tuple[Path, str], dict[Period, dict[int, Printed]]] = defaultdict(lambda: defaultdict(dict))
    for row_number, row in enumerate(series.rows):
        for period, cell in zip(series.periods, row.cells, strict=True):
            for one in told(cell) if cell is not None else ():
                key = (one.path, one.statement)
                at = index[one.path, one.statement, one.cite]
                row_at[key][at] = row_number
                if one.figure.value is not None:
                    printed[key][period][at] = amount(one.figure, one.figure.value, one.scale)
    return [Side(key[0], statements[key], row_at[key], printed[key]) for key in row_at]


def rare_amounts(some: Sequence[Side], name: str, measures: Measures) -> None:
    """Two rows that alone print one amount of a period are one line, in the coarser of the two prints."""
    for one, other in combinations(some, 2):
        for period in one.printed.keys() & other.printed.keys():
            for at, beside in _only(one.printed[period], other.printed[period]):
                a, b = one.statement.rows[at], other.statement.rows[beside]
                what = f"{_row(one, a)} | {_row(other, b)} {one.printed[period][at].printed}"
                scales = one.printed[period][at].scale, other.printed[period][beside].scale
                right = one.row_at[at] == other.row_at[beside]
                measures["rows of one rare amount in one"].count(name, right=right, what=what)
                if scales[0] != scales[1]:
                    measures["the same across scales"].count(name, right=right, what=what)


def _only(one: Mapping[int, Printed], other: Mapping[int, Printed]) -> Iterator[tuple[int, int]]:
    """The rows of two statements whose amounts agree with one row of the other alone."""
    forth = {at: [beside for beside, each in other.items() if _agree(mine, each)] for at, mine in one.items()}
    back = Counter(beside for found in forth.values() for beside in found)
    for at, found in forth.items():
        if len(found) == 1 and back[found[0]] == 1 and _is_rare(one[at], one) and _is_rare(other[found[0]], other):
            yield at, found[0]


def _is_rare(one: Printed, beside: Mapping[int, Printed]) -> bool:
    often = sum(abs(each.whole) == abs(one.whole) for each in beside.values())
    return often == 1 and digits(one.printed) >= RARE and len(one.printed.normalize().as_tuple().digits) >= RARE - 1


def _agree(one: Printed, other: Printed) -> bool:
    if one.whole == other.whole:
        return True
    return one.grain != other.grain and abs(one.whole - other.whole) * 2 <= max(one.grain, other.grain)


def _row(side: Side, row: Row) -> str:
    return f"{side.path.name[:24]} {side.statement.kind.value} {row.label[:60]!r}"


def captions(some: Sequence[Side], name: str, measures: Measures) -> None:
    """Rows of one caption under the same headings, each alone in it, are one line."""
    known = [_paths(side) for side in some]
    for (one, mine), (other, theirs) in combinations(zip(some, known, strict=True), 2):
        for path in mine.keys() & theirs.keys():
            at, beside = mine[path], theirs[path]
            what = f"{_row(one, one.statement.rows[at])} | {_row(other, other.statement.rows[beside])}"
            measures["captions under equal headings in one"].count(
                name, right=one.row_at[at] == other.row_at[beside], what=what
            )


def _paths(side: Side) -> dict[tuple[str, ...], int]:
    """The rows with figures by their caption and the headings over them, each the only one of it."""
    found: dict[tuple[str, ...], list[int]] = defaultdict(list)
    open_headings: list[Row] = []
    for at, row in enumerate(side.statement.rows):
        while open_headings and open_headings[-1].depth >= row.depth:
            open_headings.pop()
        if not row.figures:
            open_headings.append(row)
        elif row.label and at in side.row_at:
            found[(*(fold(each.label) for each in open_headings), fold(row.label))].append(at)
    return {path: rows[0] for path, rows in found.items() if len(rows) == 1}


# without tags


def tags(tagged: Sequence[Analysis], bare: History, name: str, measures: Measures) -> None:
    """Rows of one tag are one line when they are read without tags, and those of two tags are two."""
    known = {
        (one.path.stem, figure.cite): (
            fact.concept,
            tuple(sorted((each.axis, each.member) for each in fact.dimensions)),
        )
        for one in tagged
        for statement in one.statements
        for figure in _figures(statement)
        if (fact := figure.fact) is not None and fact.value is not None
    }
    for number in range(len(bare.series)):
        some = sides(bare, number)
        tag_of = [_tags(side, known) for side in some]
        for (one, mine), (other, theirs) in combinations(zip(some, tag_of, strict=True), 2):
            for tag in mine.keys() & theirs.keys():
                right = one.row_at[mine[tag]] == other.row_at[theirs[tag]]
                what = f"{_row(one, one.statement.rows[mine[tag]])} | {_row(other, other.statement.rows[theirs[tag]])}"
                measures["without tags: rows of one tag in one"].count(name, right=right, what=what)
            _apart(one, other, mine, theirs, name, measures)


def _apart(
    one: Side, other: Side, mine: Mapping[Hashable, int], theirs: Mapping[Hashable, int], name: str, measures: Measures
) -> None:
    of_row = {other.row_at[at]: tag for tag, at in theirs.items()}
    for tag, at in mine.items():
        beside = of_row.get(one.row_at[at])
        if beside is not None:
            what = f"{_row(one, one.statement.rows[at])} {tag} | {beside}"
            measures["without tags: rows in one of one tag"].count(name, right=tag == beside, what=what)


def _tags(side: Side, known: Mapping[tuple[str, Cite], Hashable]) -> dict[Hashable, int]:
    """The rows whose figures have one tag, which no other row has."""
    found: dict[Hashable, list[int]] = defaultdict(list)
    for at in side.row_at:
        of_row = {known.get((side.path.stem, figure.cite)) for figure in side.statement.rows[at].figures} - {None}
        if len(of_row) == 1:
            found[of_row.pop()].append(at)
    return {tag: rows[0] for tag, rows in found.items() if len(rows) == 1}


# one filing less


def left_out(whole: History, name: str, measures: Measures) -> None:
    """A line whose rows hold together by their own evidence stays the line of these rows where another filing is missing."""
    lines = [_Line.of(row) for series in whole.series for row in series.rows if row.joins]
    for gone in whole.filings:
        less = history(one for one in whole.filings if one is not gone)
        row_at = rows_of(less)
        sizes = Counter(row_at.values())
        for line in lines:
            places = [place for place in line.places if place.path != gone.path]
            if not line.holds_without(gone.path) or any(place not in row_at for place in places):
                continue
            rows = {row_at[place] for place in places}
            what = f"without {gone.path.name[:30]}: {line.label!r} of {len(line.paths)} filings"
            right = len(rows) == 1 and sizes[next(iter(rows))] == len(places)
            measures["lines that stay where a filing is left out"].count(name, right=right, what=what)


class _Line(NamedTuple):
    """A line of a history: where its figures stand, and which filings hold it together."""

    label: str
    places: frozenset[Place]
    joined: tuple[tuple[Path, Path], ...]

    @classmethod
    def of(cls, row: StitchedRow) -> "_Line":
        """The line that a row is."""
        every = (one for cell in row.cells if cell is not None for one in told(cell))
        places = frozenset(Place(one.path, one.cite) for one in every)
        return cls(row.label, places, tuple(join.paths for join in row.joins))

    @property
    def paths(self) -> set[Path]:
        """The filings that print it."""
        return {place.path for place in self.places}

    def holds_without(self, gone: Path) -> bool:
        """Whether the joins between the other filings alone hold two rows or more of it together, all of them."""
        left = self.paths - {gone}
        if len(left) < 2:
            return False
        reached = {next(iter(left))}
        for _ in left:
            reached |= {b for pair in self.joined for a, b in (pair, pair[::-1]) if a in reached and b in left}
        return reached == left


# differences


def differences(whole: History, name: str, measures: Measures) -> None:
    """A mark stands where filings print different amounts, and there alone; and Compare says the same of two filings."""
    for series in whole.series:
        for row in series.rows:
            for period, cell in zip(series.periods, row.cells, strict=True):
                if cell is not None and cell.others:
                    amounts = {one.value for one in told(cell)}
                    right = (cell.difference is not None) == (len(amounts) > 1)
                    what = f"{row.label!r} {period.label} {cell.difference}"
                    measures["marked where amounts differ, and only there"].count(name, right=right, what=what)
    for old, new in pairwise(whole.filings):
        _compared(old, new, whole, name, measures)


def _compared(old: Analysis, new: Analysis, whole: History, name: str, measures: Measures) -> None:
    """Where the two filings alone print a figure, or the others print what one of them does, the mark is the same. Both know
    all filings, as the window does."""
    said = {Place(new.path, one.new.cite): one.difference for one in changed_figures(old, new, whole.filings)}
    for series in whole.series:
        if series.kind not in PRIMARY:
            continue
        for cell in (cell for row in series.rows for cell in row.cells if cell is not None):
            if {one.path for one in told(cell)} != {old.path, new.path} or len(told(cell)) != 2:
                continue
            mark = None if cell.difference is Difference.ROUNDING else cell.difference
            right = said.get(Place(new.path, cell.told.cite)) == mark
            what = f"{cell.told.figure.text} {cell.others[0].figure.text}: {mark}, {said.get(Place(new.path, cell.told.cite))}"
            measures["Compare says what Years says"].count(name, right=right, what=what)


def measured(analyses: Sequence[Analysis]) -> Measures:
    """All measures over the companies of these filings."""
    measures: Measures = defaultdict(Measure)
    for own in companies(analyses):
        name = own[-1].filing.header.company or own[-1].path.name
        whole = history(own)
        dropped(whole, name, measures)
        for number in range(len(whole.series)):
            some = sides(whole, number)
            rare_amounts(some, name, measures)
            captions(some, name, measures)
        differences(whole, name, measures)
        if len(own) > 2:
            left_out(whole, name, measures)
        _without_tags(own, name, measures)
    return measures


def _without_tags(own: Sequence[Analysis], name: str, measures: Measures) -> None:
    inline = [one for one in own if b"<ix:" in one.path.read_bytes()]
    tagged = [one for one in inline if sum(f.fact is not None for s in one.statements for f in _figures(s)) >= _TAGGED]
    if len(tagged) < 2:
        return
    with tempfile.TemporaryDirectory() as folder:
        bare = read_all([untagged(one.path, Path(folder)) for one in tagged]).analyses
    tags(tagged, history(bare), name, measures)


def main(arguments: list[str]) -> int:
    """Prints the measures."""
    show = 0
    if "--show" in arguments:
        at = arguments.index("--show")
        show = int(arguments[at + 1])
        del arguments[at : at + 2]
    for what, measure in measured(read_all(filings(arguments)).analyses).items():
        print(f"{what:<52} {measure.right:>6} of {measure.of:>6}  {measure.right / measure.of:.4f}")
        for one in measure.missed[:show]:
            print(f"    {one.company}: {one.what}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
