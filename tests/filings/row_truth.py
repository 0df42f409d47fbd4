"""Which rows of five companies' filings are one line, as a person reads them: `python -m tests.filings.row_truth`.

A file of `rows` a company. Its head names the filings by letters, and each line below it tells of one line over the years: the
statement, whether it is a total, its caption, and in each filing that prints it the document and the line of its text.
Drafted from what the program joins, then read against captions, headings and amounts, and put right where it was wrong or had
parted what is one.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from core.folder import read_all
from core.source import Cite
from core.years.history import History, history
from tests.filings_dir import FILINGS
from tests.over_years import At, Place, told

_FOLDER = Path(__file__).parent / "rows"
_PLACED = 3
"""Fields before the places of a line."""


class Printed(NamedTuple):
    """Where a filing prints a row of a statement."""

    filing: str
    kind: str
    document: int
    line: int


class Line(NamedTuple):
    """One line over the years."""

    number: int
    caption: str
    is_total: bool


@dataclass(slots=True)
class Told:
    """Pairs of rows of two filings: joined by the program, of these joined wrongly, and of the pairs that are one line how many
    are joined."""

    joined: int = 0
    wrong: list[str] = field(default_factory=list)
    wrong_totals: list[str] = field(default_factory=list)
    found: int = 0
    of: int = 0
    lost: int = 0
    """Rows that are not read where they stand."""


def companies() -> list[str]:
    """Whose rows are told."""
    return sorted(path.stem for path in _FOLDER.glob("*.tsv"))


def truth(company: str) -> tuple[list[str], dict[Printed, Line]]:
    """The names of the filings, and the line of every row."""
    names: dict[str, str] = {}
    rows: dict[Printed, Line] = {}
    for number, text in enumerate((_FOLDER / f"{company}.tsv").read_text("utf-8").splitlines()):
        fields = text.split("\t")
        if text.startswith("# "):
            names[fields[0].removeprefix("# ")] = fields[1]
            continue
        for place in fields[_PLACED:]:
            letter, document, line = place.split(":")
            rows[Printed(names[letter], fields[0], int(document), int(line))] = Line(number, fields[2], bool(fields[1]))
    return list(names.values()), rows


def measured(company: str) -> Told:
    """What the program joins, held against the truth."""
    names, rows = truth(company)
    paths = [path for name in names for path in FILINGS.glob(f"text-10*/{name}")]
    found = Told()
    places = _placed(history(read_all(paths).analyses))
    found.lost = len(rows.keys() - places.keys())
    for (one, mine), (other, theirs) in combinations(rows.items(), 2):
        if one.kind != other.kind or one.filing == other.filing or not {one, other} <= places.keys():
            continue
        is_joined = places[one] == places[other]
        found.joined += is_joined
        if mine.number == theirs.number:
            found.of += 1
            found.found += is_joined
        elif is_joined:
            what = f"{one.kind} {one.filing} {mine.caption!r} | {other.filing} {theirs.caption!r}"
            (found.wrong_totals if mine.is_total or theirs.is_total else found.wrong).append(what)
    return found


def _placed(whole: History) -> dict[Printed, At]:
    """The series and the row in which the program has every row of a statement, by the first figure of the row."""
    first = {
        Place(one.path, figure.cite): row.figures[0].cite
        for one in whole.filings
        for statement in one.statements
        for row in statement.rows
        for figure in row.figures
    }
    lines = {one.path: one for one in whole.filings}

    def printed(place: Place, kind: str) -> Printed:
        cite: Cite = first[place]
        source = lines[place.path].filing.document(cite.document).source
        return Printed(place.path.name, kind, cite.document, source.line_of(cite.start))

    return {printed(place, kind): at for place, kind, at in _every_place(whole) if place in first}


def _every_place(whole: History) -> Iterator[tuple[Place, str, At]]:
    for number, series in enumerate(whole.series):
        for index, row in enumerate(series.rows if series.member is None else ()):
            for cell in row.cells:
                for one in told(cell) if cell is not None else ():
                    yield Place(one.path, one.cite), series.kind.value, At(number, index)


def main() -> int:
    """Prints the figures."""
    every = [measured(company) for company in companies()]
    for company, one in zip(companies(), every, strict=True):
        wrong = len(one.wrong) + len(one.wrong_totals)
        print(f"{company:<6} {one.joined:>5} pairs joined, {wrong} wrong, {len(one.wrong_totals)} of totals; "
              f"{one.found} of {one.of} pairs of one line; {one.lost} rows not read")  # fmt: skip
        for what in (*one.wrong, *one.wrong_totals):
            print(f"    {what}")
    wrong, joined = sum(len(one.wrong) + len(one.wrong_totals) for one in every), sum(one.joined for one in every)
    found, of = sum(one.found for one in every), sum(one.of for one in every)
    print(f"together {wrong} of {joined:,} joins wrong, {found / of:.4f} of {of:,} pairs found")
    return 0


if __name__ == "__main__":
    sys.exit(main())
