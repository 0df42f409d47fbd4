"""The figures of the tables by their years, for what sentences say of them."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from core.checks.prose.said import stems
from core.source import Cite
from core.statements.statement import PRIMARY, Column, Figure, Row, Statement, Unit


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


class Said:
    """A row of a table with the stems of its caption, and of the table's title and the heads over it; `called` is what else
    it is called in sentences, its caption first, `number` its place among all rows."""

    def __init__(self, row: Row, statement: Statement, caption: frozenset[str], over: "_Over") -> None:
        self.row = row
        self.statement = statement
        self.caption = caption
        self.called = (caption, *_ALSO.get(row.known or "", ()))
        self.next: Said | None = None
        """The row below it."""
        self.number = 0
        self.primary = statement.kind in PRIMARY
        self._over = over

    @cached_property
    def over(self) -> frozenset[str]:
        """The stems of what stands over it."""
        return self._over.stems()

    @cached_property
    def figures(self) -> list[Printed]:
        """What it prints in amounts, each in its year."""
        scaled = _scaled(self.statement, self.row)
        return [Printed(value, _year(self, figure), figure, self) for figure, value in scaled]

    @cached_property
    def years(self) -> dict[int | None, list[Printed]]:
        """Its figures by their years."""
        found: dict[int | None, list[Printed]] = defaultdict(list)
        for one in self.figures:
            found[one.year].append(one)
        return dict(found)

    def in_year(self, year: int) -> Sequence[Printed]:
        """Its figures of a year."""
        return self.years.get(year, ())


class _Over(NamedTuple):
    """What stands over a row: the title, the heading, the caption above one without, and the heads of the columns."""

    title: str
    heading: str
    above: str
    heads: tuple[Column, ...]

    def stems(self) -> frozenset[str]:
        """The stems of all of it."""
        heads = stems(" ".join([column.label for column in self.heads]))
        return stems(self.title) | stems(self.heading) | stems(self.above) | heads


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
_SCALED = (Unit.MONEY, Unit.SHARES)
_YEAR_DIGITS = 4
_MOST_CALLED = 1000
"""Rows whose captions share a word, of which the first are looked at."""


class Tables:
    """All rows with figures, and their figures by amount."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self.lines: list[Said] = []
        self._figures: list[_Found] = []
        for statement in statements:
            self._add(statement)
        self._figures.sort(key=_by_amount)
        self._values = [one.amount for one in self._figures]
        self._called: dict[tuple[frozenset[str], float, bool], list[Said]] = {}
        self._by_word()
        self._by_concept()

    def _add(self, statement: Statement) -> None:
        """Adds the rows of a table that print amounts."""
        heading, above, before = "", "", None
        title = statement.title or ""
        for row in statement.rows:
            if not row.figures:
                heading = row.label
                continue
            caption = stems(row.label)
            line = Said(row, statement, caption, _Over(title, heading, "" if caption else above, statement.columns))
            above = row.label if caption else above
            scaled = _scaled(statement, row)
            if not scaled:
                continue
            line.number = len(self.lines)
            self._figures += [_Found(abs(value), line, at) for at, (_, value) in enumerate(scaled) if value]
            self.lines.append(line)
            if before is not None:
                before.next = line
            before = line

    def _by_word(self) -> None:
        self.by_stem: dict[str, list[Said]] = defaultdict(list)
        self.by_stem_primary: dict[str, list[Said]] = defaultdict(list)
        for line in self.lines:
            words = line.caption if len(line.called) == 1 else frozenset[str]().union(*line.called)
            for stem in words:
                if len(self.by_stem[stem]) < _MOST_CALLED:
                    self.by_stem[stem].append(line)
                    if line.primary:
                        self.by_stem_primary[stem].append(line)

    def _by_concept(self) -> None:
        primary = [line for line in self.lines if line.primary]
        self.known: dict[str, list[Said]] = defaultdict(list)
        for line in primary:
            self.known[line.row.known or ""].append(line)
        known = [line for concept in _REVENUES for line in self.known.get(concept, ())]
        self.revenues = known or list(filter(_is_sales, primary))
        self.before_taxes = [line for line in primary if line.caption >= _BEFORE_TAXES]

    def between(self, low: Decimal, high: Decimal) -> list[Printed]:
        """The figures whose amount, whatever its sign, lies between two."""
        found = self._figures[bisect_left(self._values, low) : bisect_right(self._values, high)]
        return [one.line.figures[one.at] for one in found]

    def called(self, words: frozenset[str], least: float, *, primary: bool = False) -> list[Said]:
        """The rows of whose captions at least so large a part is among these words, from the top; of the primary
        statements, or of all tables."""
        key = words, least, primary
        if key not in self._called:
            by_stem = self.by_stem_primary if primary else self.by_stem
            near = {line.number: line for stem in words for line in by_stem.get(stem, ())}
            self._called[key] = [line for _, line in sorted(near.items()) if _is_called(line, words, least)]
        return self._called[key]


class _Found(NamedTuple):
    """The amount of a figure without its sign, its row, and which of the row's figures it is."""

    amount: Decimal
    line: Said
    at: int


def _by_amount(one: _Found) -> Decimal:
    return one.amount


def _is_called(line: Said, words: frozenset[str], least: float) -> bool:
    for caption in line.called:  # noqa: SIM110 - asked of very many rows
        if caption and len(caption & words) >= least * len(caption):
            return True
    return False


def _is_sales(line: Said) -> bool:
    return line.caption in _SALES


def _scaled(statement: Statement, row: Row) -> list[tuple[Figure, Decimal]]:
    """The figures of a row that are amounts, each in whole units."""
    found = []
    for figure in row.figures:
        counted = figure.unit or row.unit
        if figure.value is None or counted not in _COUNTED or "%" in figure.text:
            continue
        scale = statement.scale if counted in _SCALED else 1
        found.append((figure, figure.value * scale if scale != 1 else figure.value))
    return found


def _year(line: Said, figure: Figure) -> int | None:
    """The year that a figure is of: the one that its row is called, or the one that its time ends in."""
    label = line.row.label
    if len(label) == _YEAR_DIGITS and label.isdecimal():
        return int(label) or None
    end = line.statement.time(line.row, figure).end
    return end.year if end is not None else None
