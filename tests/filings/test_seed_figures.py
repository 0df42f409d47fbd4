"""Every figure of a real 10-K has its own amount, unit and time: held against a truth written by hand from its pages."""

import collections
from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import pytest

from core.analysis import analyse
from core.figures import parse
from core.statements.amount import whole
from core.statements.statement import Statement, Unit
from tests.filings_dir import SEED, needs_filings

pytestmark = needs_filings
TRUTH = Path(__file__).with_name("seed_figures.tsv")
STATEMENTS = {"Balance Sheets": 70, "Statements of Income": 42, "Statements of Stockholders' Equity": 129}
STATEMENTS |= {"Statements of Cash Flows": 90, "Schedule II": 24}
ALL_FIGURES = 772


class Told(NamedTuple):
    """What a figure is: what it comes to, what it counts, and the day or the time that it is of."""

    whole: Decimal | None
    unit: str
    time: str


class TrueLine(NamedTuple):
    """The figures of a printed line, from the left."""

    line: int
    table: str
    figures: tuple[Told, ...]


def _true_line(text: str) -> TrueLine:
    line, table, unit, time, printed = text.split("\t")
    figures = printed.split()
    units, times = (words.split() if " " in words else [words] * len(figures) for words in (unit, time))
    return TrueLine(int(line), table, tuple(map(_true, figures, units, times)))


def _true(printed: str, unit: str, time: str) -> Told:
    value = parse(printed)
    assert value is not None, printed
    return Told(value / 100 if unit == Unit.PERCENT else value, unit, time)


def truth() -> list[TrueLine]:
    """The lines of the truth; the first is its head."""
    lines = [line for line in TRUTH.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [_true_line(line) for line in lines[1:]]


def figures(statement: Statement) -> Iterator[tuple[int, Told]]:
    """Every figure of a table by where it begins."""
    for row in statement.rows:
        for figure in row.figures:
            start, end = statement.time(row, figure)
            time = "/".join(day.isoformat() for day in (start, end) if day is not None)
            if figure.value is not None:
                told = Told(whole(statement, row, figure), row.counts(figure) or "", time)
                yield figure.cite.start, told


@pytest.fixture(scope="module")
def read() -> dict[int, list[Told]]:
    """The figures of the tables of the seed, by their line, from the left."""
    analysis = analyse(SEED)
    source = analysis.filing.documents[0].source
    found = sorted(one for table in (*analysis.statements, *analysis.tables) for one in figures(table))
    return {line: [told for _, told in group] for line, group in groupby(found, lambda one: source.line_of(one[0]))}


def test_truth_holds_every_figure_of_the_statements() -> None:
    counts: collections.Counter[str] = collections.Counter()
    for line in truth():
        counts[line.table.removeprefix("Consolidated ")] += len(line.figures)
    assert {table: counts[table] for table in STATEMENTS} == STATEMENTS
    assert counts.total() == ALL_FIGURES


TABLES = list(dict.fromkeys(line.table for line in truth()))


@pytest.mark.parametrize("table", TABLES)
def test_every_figure_has_its_amount_unit_and_time(read: dict[int, list[Told]], table: str) -> None:
    wrong = {
        line.line: (read.get(line.line), line.figures)
        for line in truth()
        if line.table == table and tuple(read.get(line.line, ())) != line.figures
    }
    assert wrong == {}
