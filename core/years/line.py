"""What a row of a statement is known by in another year's filing: its caption, its place, and what it prints of each period."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from core.statements.concepts import fold
from core.statements.statement import Role, Row, StatementKind, Unit
from core.years.amounts import Printed, amount
from core.years.period import Period
from core.years.sources import Source

_SHORT = 3
"""Letters. What is cut off a caption leaves more."""
_CUTS = (", less ", ", net of", "; ", ", par ", " - ", ", no par", ", $", ", including")
_DIRECTIONS = frozenset(("provided", "used", "from", "for", "by", "in", "to"))
"""What a year's sign changes in the caption of a cash flow."""
_ASIDE = re.compile(r" ?\([^()]*(\)|$)")
TOTAL_OF = "total "
"""Before the name of a heading: the name of the total without a caption that closes its lines."""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A row of one source. `name` is its caption for comparing, `words` all the words of it. `heading` is the row that it stands
    under, `above` the name of the last row without figures before it, whatever its depth. `scale` is that of its statement;
    `printed` is what it prints, by period."""

    source: int
    index: int
    row: Row
    name: str
    words: str
    heading: "Line | None"
    above: str
    concept: str | None
    scale: int
    printed: Mapping[Period, Printed]

    def in_unit(self, period: Period, unit: Unit | None) -> Printed:
        """What it prints of a period, were its unit this one: filings of different years may leave different things unsaid."""
        one, scale = self.printed[period], self.scale if unit is Unit.MONEY else 1
        return one if scale == one.scale else amount(one.figure, one.printed, scale)

    @property
    def full(self) -> str:
        """Its name after the caption above it, of which it may be the end."""
        return f"{self.above} {self.name}" if self.above else self.name

    @property
    def is_total(self) -> bool:
        """Whether it sums others."""
        return self.row.role in (Role.SUBTOTAL, Role.TOTAL)


def caption_key(label: str) -> str:
    """A caption for comparing over the years: folded, and without what changes every year (allowances, numbers of shares)."""
    lower = _ASIDE.sub("", label.lower()) or label.lower()
    words = [word for word in fold(lower[: _cut(lower)]).split() if not word.isdigit()]
    if words[:2] == ["net", "cash"]:
        words = [word for word in words if word not in _DIRECTIONS]
    return " ".join(words) or fold(label)


def _cut(caption: str) -> int:
    """Where a caption goes over to what changes every year; its end where it does not."""
    cuts = [at for mark in _CUTS if (at := caption.find(mark)) > _SHORT]
    return min(cuts, default=len(caption))


def lines(source: Source, number: int) -> list[Line]:
    """Every row of a source, the `number`th; a row without caption is the total of the heading that it closes."""
    grand = _grand_totals(source)
    known = [grand[index].concept if index in grand else row.known for index, row in enumerate(source.rows)]
    concepts = Counter(concept for concept, row in zip(known, source.rows, strict=True) if row.figures)
    headings = _Headings()
    found: list[Line] = []
    for index, row in enumerate(source.rows):
        closed = headings.closed_by(row)
        headings.leave(row)
        concept = known[index] if row.figures and concepts[known[index]] == 1 else None
        name, scale = grand[index].name if index in grand else _name(row, closed), source.statement.scale
        words = fold(row.label.replace("(", " ").replace(")", " ")) or name
        above = headings.last.name if headings.last is not None else ""
        line = Line(number, index, row, name, words, headings.innermost, above, concept, scale, printed(source, row))
        found.append(line)
        headings.enter(line)
    return found


class _Headings:
    """The headings over the rows of a statement, from the first row on."""

    def __init__(self) -> None:
        self._open: list[Line] = []
        self._waiting: Line | None = None
        self.last: Line | None = None
        """The last row without figures, whatever its depth."""

    @property
    def innermost(self) -> Line | None:
        """The heading that the row stands under."""
        return self._open[-1] if self._open else None

    def closed_by(self, row: Row) -> Line | None:
        """The heading whose lines a total without caption ends: that of its own depth; or the last one whose total has not come
        yet, for rows are not always set in under their heading; or the one it stands under, where no other came since."""
        own = next((line for line in self._open if line.row.depth >= row.depth), None)
        under = self.innermost if self.innermost is self.last else None
        return own or self._waiting or under

    def leave(self, row: Row) -> None:
        """Closes the headings under which a row does not stand."""
        while self._open and self._open[-1].row.depth >= row.depth:
            self._open.pop()

    def enter(self, line: Line) -> None:
        """Takes a row in."""
        if not line.row.figures:
            self._open.append(line)
            self._waiting = self.last = line
        elif line.row.role is not Role.LINE:
            self._waiting = None


class _Grand(NamedTuple):
    """A grand total of a balance sheet: its name, and its concept."""

    name: str
    concept: str


_ASSETS = _Grand("total assets", "us-gaap:Assets")
_LIABILITIES_AND_EQUITY = _Grand(
    "total liabilities and stockholders equity", "us-gaap:LiabilitiesAndStockholdersEquity"
)


def _grand_totals(source: Source) -> dict[int, _Grand]:
    """The totals of a balance sheet without caption that are known by being equal: total assets above, and below it what they
    are owed to and owned by."""
    if source.statement.kind is not StatementKind.BALANCE_SHEET:
        return {}
    totals = [
        index
        for index, row in enumerate(source.rows)
        if row.role is not Role.LINE
        and row.figures
        and row.known in (None, _ASSETS.concept, _LIABILITIES_AND_EQUITY.concept)
    ]
    for above in totals:
        amounts = _amounts(source.rows[above])
        below = next(
            (each for each in reversed(totals) if each > above and _amounts(source.rows[each]) == amounts), None
        )
        if below is not None and any(amounts):
            found = {above: _ASSETS, below: _LIABILITIES_AND_EQUITY}
            return {index: grand for index, grand in found.items() if not source.rows[index].label}
    return {}


def _amounts(row: Row) -> list[Decimal | None]:
    return [figure.value for figure in row.figures]


def _name(row: Row, closed: Line | None) -> str:
    """The name of a row: a total is known by what it is the total of, whether it says that it is one or not."""
    if row.label:
        name = caption_key(row.label)
        return name.removeprefix(TOTAL_OF) if row.role is not Role.LINE else name
    return closed.name if closed is not None and row.role is not Role.LINE else ""


def printed(source: Source, row: Row) -> dict[Period, Printed]:
    """What a row prints of each period: the first figure that counts what the row does, where two columns are of one."""
    scale = source.statement.scale if row.unit is Unit.MONEY else 1
    found: dict[Period, Printed] = {}
    for figure in row.figures:
        period = source.columns.get(figure.column)
        if period is not None and figure.value is not None and figure.unit is None and period not in found:
            found[period] = amount(figure, figure.value, scale)
    return found
