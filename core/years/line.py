"""What a row of a statement is known by in another year's filing: its caption, its place, and what it prints of each period."""

import re
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import NamedTuple

from core.date_forms import YEAR
from core.statements.amount import scale_of
from core.statements.concepts import fold
from core.statements.statement import Role, Row, StatementKind, Unit
from core.years.amounts import Printed, amount
from core.years.period import Period
from core.years.sources import Source

_FILE = Path(__file__).resolve().parents[2] / "resources" / "years" / "joins.toml"
_SHORT = 3
"""Letters. What is cut off a caption leaves more."""
_CUTS = (", less ", ", net of", "; ", ", par ", " - ", ", no par", ", $", ", including")
_SAME = {"period": "year"}
"""What interim reports say for what annual ones do: `at end of period`."""
_DIRECTIONS = frozenset(("provided", "used", "from", "for", "by", "in", "to"))
"""What a year's sign changes in the caption of a cash flow."""
_ASIDE = re.compile(r" ?\([^()]*(\)|$)")
_LESS = "less"
"""How the line begins that is taken from the total above it."""
GROSS = " gross"
"""Behind the name of a heading: the name of the total without a caption from which something is taken below it."""
_ISSUE = re.compile(
    rf"(?P<rate>\b\d{{1,2}}(?:\.\d+|[ -]\d/\d)?) ?%[^%\d]{{3,80}}\bdue(?: in)? (?P<due>{YEAR})\b(?! ?(?:to|through|-))",
    re.IGNORECASE,
)
"""A caption that names an issue of debt: `4 1/4% convertible subordinated notes due 2001`."""
TOTAL_OF = "total "
"""Before the name of a heading: the name of the total without a caption that closes its lines."""


class Issue(NamedTuple):
    """An issue of debt by what tells it from others, as a caption names it: `4 1/4`, `2001`."""

    rate: str
    due: str


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A row of one source. `name` is its caption for comparing, `words` all the words of it. `heading` is the row that it stands
    under, `above` the name of the last row without figures before it, whatever its depth. `scale` is that of its statement;
    `printed` is what it prints, by period, `issue` the issue of debt that it is of, where its caption names one."""

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
    issue: Issue | None = None

    def in_unit(self, period: Period, unit: Unit | None) -> Printed:
        """What it prints of a period, were its unit this one: filings of different years may leave different things unsaid."""
        one = self.printed[period]
        if unit is Unit.MONEY and self.row.unit is Unit.MONEY:
            return one
        scale = self.scale if unit is Unit.MONEY else 1
        return one if scale == one.scale else amount(one.figure, one.printed, scale)

    @property
    def full(self) -> str:
        """Its name after the caption above it, of which it may be the end."""
        return f"{self.above} {self.name}" if self.above else self.name

    @property
    def is_total(self) -> bool:
        """Whether it sums others."""
        return self.row.role in (Role.SUBTOTAL, Role.TOTAL)


def _issue(caption: str) -> Issue | None:
    """The issue of debt that a caption names."""
    found = _ISSUE.search(caption) if "%" in caption else None
    return Issue("".join(found["rate"].split()), found["due"]) if found is not None else None


class _Unsure(NamedTuple):
    """Concepts that are told by captions that say less: the caption, with the words above it, must have one of `words` (where
    there are any), and none of `but`."""

    concepts: frozenset[str]
    words: frozenset[str]
    but: frozenset[str]


@cache
def _unsure() -> tuple[_Unsure, ...]:
    told = tomllib.loads(_FILE.read_text("utf-8"))["unsure"]
    return tuple(_Unsure(*(frozenset(one.get(name, ())) for name in ("concepts", "words", "not"))) for one in told)


def _says_less(concept: str, caption: str) -> bool:
    """Whether a caption does not say all that a concept does which it was told to be: it is not known by it then."""
    words = frozenset(caption.split())
    return any(
        concept in one.concepts and ((one.words and not one.words & words) or one.but & words) for one in _unsure()
    )


def caption_key(label: str) -> str:
    """A caption for comparing over the years: folded, and without what changes every year (allowances, numbers of shares)."""
    lower = _ASIDE.sub("", label.lower()) or label.lower()
    words = [_SAME.get(word, word) for word in fold(lower[: _cut(lower)]).split() if not word.isdigit()]
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
    often = Counter(concept for concept, row in zip(known, source.rows, strict=True) if row.figures)
    headings = _Headings()
    found: list[Line] = []
    for index, row in enumerate(source.rows):
        closed = headings.closed_by(row)
        headings.leave(row)
        is_gross = _is_gross(source.rows, index)
        name = grand[index].name if index in grand else _name(row, closed, is_gross=is_gross)
        words = fold(row.label.replace("(", " ").replace(")", " ")) or name
        above = headings.last.name if headings.last is not None else ""
        concept = (
            known[index] if often[known[index]] == 1 and _is_known(row, known[index], f"{above} {words}") else None
        )
        scale, told = source.statement.scale, printed(source, row)
        line = Line(number, index, row, name, words, headings.innermost, above, concept, scale, told, _issue(row.label))
        found.append(line)
        headings.enter(line, is_gross=is_gross)
    return found


def _is_known(row: Row, concept: str | None, caption: str) -> bool:
    """Whether a row with figures is known by a concept: it is tagged with it, or its caption says all that it does."""
    if not row.figures or concept is None:
        return False
    return row.concept_verdict is None or not _says_less(concept, caption)


def _is_gross(rows: Sequence[Row], index: int) -> bool:
    """Whether a row is a total without a caption, of which the next row takes something away."""
    if rows[index].label or rows[index].role is Role.LINE or index + 1 == len(rows):
        return False
    after = rows[index + 1]
    return bool(after.figures) and after.label.lower().startswith(_LESS)


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

    def enter(self, line: Line, *, is_gross: bool) -> None:
        """Takes a row in. A gross total leaves its heading waiting for the net one."""
        if not line.row.figures:
            self._open.append(line)
            self._waiting = self.last = line
        elif line.row.role is not Role.LINE and not is_gross:
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


def _name(row: Row, closed: Line | None, *, is_gross: bool) -> str:
    """The name of a row: a total is known by what it is the total of, whether it says that it is one or not."""
    if row.label:
        name = caption_key(row.label)
        return name.removeprefix(TOTAL_OF) if row.role is not Role.LINE else name
    name = closed.name if closed is not None and row.role is not Role.LINE else ""
    return name + GROSS if name and is_gross else name


def printed(source: Source, row: Row) -> dict[Period, Printed]:
    """What a row prints of each period: the first figure that counts what the row does, where two columns are of one."""
    found: dict[Period, Printed] = {}
    for figure in row.figures:
        period = source.columns.get(figure.column)
        if period is not None and figure.value is not None and figure.unit is None and period not in found:
            scale = scale_of(source.statement, row, figure) if row.unit is Unit.MONEY else 1
            found[period] = amount(figure, figure.value, scale)
    return found
