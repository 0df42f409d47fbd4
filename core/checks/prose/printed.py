"""The figures of the tables by their years, for what sentences say of them."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from core.checks.prose.said import stems
from core.source import Cite
from core.statements.statement import PRIMARY, Figure, Row, Statement, Unit


class Printed(NamedTuple):
    """A figure of a table in whole units, with its year and the row that it stands in."""

    value: Decimal
    year: int | None
    figure: Figure
    line: "Said"

    @property
    def cite(self) -> Cite:
        """Where it stands."""
        return self.figure.cite


@dataclass(eq=False, slots=True)
class Said:
    """A row of a table with the stems of its caption, and of the table's title and the heads over it."""

    row: Row
    statement: Statement
    caption: frozenset[str]
    over: frozenset[str]
    figures: list[Printed]
    called: tuple[frozenset[str], ...] = ()
    """What else it is called in sentences, its caption first."""
    next: "Said | None" = None
    """The row below it."""

    @property
    def primary(self) -> bool:
        """Whether it stands in a primary statement."""
        return self.statement.kind in PRIMARY

    def in_year(self, year: int) -> list[Printed]:
        """Its figures of a year."""
        return [one for one in self.figures if one.year == year]


_ALSO = {
    "us-gaap:CostOfRevenue": (stems("cost of sales"), stems("cost of revenues")),
    "us-gaap:CostOfGoodsSold": (stems("cost of sales"), stems("cost of revenues")),
    "us-gaap:PaymentsToAcquirePropertyPlantAndEquipment": (stems("capital expenditures"), stems("capital additions")),
    "us-gaap:NetIncomeLoss": (stems("net earnings"),),
    "us-gaap:IncomeTaxExpenseBenefit": (stems("provision for income taxes"),),
}
"""What sentences call the lines of statements besides their captions."""
_SALES = (stems("sales"), stems("revenues"))
_REVENUES = (
    "us-gaap:Revenues",
    "us-gaap:SalesRevenueNet",
    "us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax",
)
_BEFORE_TAXES = stems("income before taxes")
_COUNTED = (Unit.MONEY, Unit.SHARES, Unit.NUMBER, None)
_YEAR_DIGITS = 4
_MOST_CALLED = 1000
"""Rows whose captions share a word, of which the first are looked at."""


class Tables:
    """All rows with figures, and their figures by amount."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self.lines = [line for statement in statements for line in _lines(statement)]
        for line, below in pairwise(self.lines):
            line.next = below if below.statement is line.statement else None
        every = sorted([(abs(one.value), n, one) for n, one in enumerate(self._figures()) if one.value])
        self._values = [value for value, _, _ in every]
        self._printed = [one for _, _, one in every]
        self._by_word()
        self._by_concept()

    def _by_word(self) -> None:
        self.by_stem: dict[str, list[Said]] = defaultdict(list)
        for line in self.lines:
            for stem in frozenset().union(*line.called):
                if len(self.by_stem[stem]) < _MOST_CALLED:
                    self.by_stem[stem].append(line)

    def _by_concept(self) -> None:
        primary = [line for line in self.lines if line.primary]
        self.known: dict[str, list[Said]] = defaultdict(list)
        for line in primary:
            self.known[line.row.known or ""].append(line)
        known = [line for concept in _REVENUES for line in self.known.get(concept, ())]
        self.revenues = known or list(filter(_is_sales, primary))
        self.before_taxes = [line for line in primary if line.caption >= _BEFORE_TAXES]

    def _figures(self) -> Iterator[Printed]:
        for line in self.lines:
            yield from line.figures

    def between(self, low: Decimal, high: Decimal) -> list[Printed]:
        """The figures whose amount, whatever its sign, lies between two."""
        return self._printed[bisect_left(self._values, low) : bisect_right(self._values, high)]

    def called(self, words: frozenset[str], least: float) -> list[Said]:
        """The rows of whose captions at least so large a part is among these words."""
        near = {id(line): line for stem in words for line in self.by_stem.get(stem, ())}
        return [
            line for line in near.values() if any(len(one & words) >= least * len(one) for one in line.called if one)
        ]


def _is_sales(line: Said) -> bool:
    return line.caption in _SALES


def _lines(statement: Statement) -> Iterator[Said]:
    title = stems(statement.title or "")
    heads = stems(" ".join(column.label for column in statement.columns))
    heading, above = frozenset[str](), frozenset[str]()
    for row in statement.rows:
        if not row.figures:
            heading = stems(row.label)
            continue
        caption = stems(row.label)
        over = title | heading | (above if not caption else frozenset()) | heads
        line = Said(row, statement, caption, over, [], (caption, *_ALSO.get(row.known or "", ())))
        line.figures.extend(_figures(line))
        above = caption or above
        if line.figures:
            yield line


def _figures(line: Said) -> Iterator[Printed]:
    """What a row prints in amounts, each in its year."""
    row, statement = line.row, line.statement
    year = int(row.label) if len(row.label) == _YEAR_DIGITS and row.label.isdigit() else None
    for figure in row.figures:
        counted = row.counts(figure)
        if figure.value is None or counted not in _COUNTED or "%" in figure.text:
            continue
        end = statement.time(row, figure).end
        when = year or (end.year if end is not None else None)
        scale = statement.scale if counted in (Unit.MONEY, Unit.SHARES) else 1
        yield Printed(figure.value * scale, when, figure, line)
