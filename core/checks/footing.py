"""Do the subtotals and totals of a table add up, within rounding?

A total is first read, then checked: the reading (which lines, which signs) must hold in other columns before a column in
which it does not hold can be called off. A total for which no reading holds anywhere is not checked, and said to be so in
the primary statements. Rounding: a total and its n addends, each rounded by half of the last printed unit, may differ by
(n + 1) / 2 units, and always by 1; by 2 at most where all longer sums of the table come out exactly.
"""

from collections.abc import Iterator, Sequence
from math import log10
from typing import NamedTuple

from core.checks.amounts import Amounts, Line, amounts, caption, figure_at, period
from core.checks.check import Check, Rule, Status
from core.checks.equation import HOPELESS, MOST_DIGITS, SUM, Equation, Kind, Read, Term, misread
from core.checks.exchanged import exchanged
from core.checks.rounding import EXACT
from core.checks.sums import Addend, Signs, Sum, addend, best_sum, evidence, net_sum, plain_sum
from core.statements.statement import PRIMARY, Column, Role, Row, Statement, StatementKind, Unit

_SUMMED = (Role.SUBTOTAL, Role.TOTAL)
_NOT_SUMS = frozenset({StatementKind.QUARTERLY, StatementKind.EQUITY})


class Footed(NamedTuple):
    """The sums down the columns of a table, and the totals that no lines add up to."""

    equations: list[Equation]
    unread: list[Check]


class _Reading(NamedTuple):
    """A total, the lines that it adds up, and the topmost row of all that it comes of: also of the totals among its lines."""

    line: Line
    found: Sum
    top: Row


def down(statement: Statement, read: Amounts) -> Footed:
    """Every sum down the columns of one table."""
    if statement.kind is StatementKind.EQUITY:
        return Footed([], [])
    readings, unread = _readings(statement, read)
    if not readings:
        return Footed([], [_unread(statement, line) for line in unread])
    footing = _Footing(statement, read, readings)
    return Footed([*footing.equations()], [_unread(statement, line) for line in unread])


def _readings(statement: Statement, read: Amounts) -> tuple[list[_Reading], list[Line]]:
    """Each total with the lines that it adds up, and the totals of a primary statement that nothing adds up to."""
    stacks: dict[Unit | None, list[Addend]] = {}
    readings: list[_Reading] = []
    unread: list[Line] = []
    tops: dict[int, Row] = {}
    headings = _headings(statement)
    for line in read.lines:
        stack = stacks.setdefault(line.row.unit, [])
        total = is_total(line)
        found = _found(stack, line, read, total=total)
        if found is not None:
            del stack[len(stack) - len(found.addends) :]
            first = found.addends[0][1].line.row
            top = tops[id(line.row)] = tops.get(id(first), first)
            readings += [_Reading(line, found, top)] if len(found.addends) > 1 else []
        elif total:
            _leave(stack, line)
            if len(stack) > 1 and statement.kind in PRIMARY:
                unread.append(line)
        _put(stack, line, addend(line, headings.get(id(line.row), "")))
    return readings, unread


def _headings(statement: Statement) -> dict[int, str]:
    """The heading that each row stands right below, by the rows' ids: the nearest line without figures that is less deep."""
    found: dict[int, str] = {}
    above: Row | None = None
    for row in statement.rows:
        if not row.figures:
            above = row
        elif above is not None and row.depth > above.depth:
            found[id(row)] = above.label
        else:
            above = None
    return found


class Part(NamedTuple):
    """A row that is added into a total, with its sign."""

    sign: int
    row: int


def parts_of(statement: Statement) -> dict[int, tuple[Part, ...]]:
    """For every row that is read as a sum of others, which ones with which signs: by their indexes, from the top."""
    if len(statement.rows) < 2 or not statement.columns or statement.kind in _NOT_SUMS:
        return {}
    at = {id(row): index for index, row in enumerate(statement.rows)}
    readings, _ = _readings(statement, amounts(statement))
    return {
        at[id(line.row)]: tuple(Part(sign, at[id(one.line.row)]) for sign, one in found.addends)
        for line, found, _ in readings
    }


def _found(stack: list[Addend], line: Line, read: Amounts, *, total: bool) -> Sum | None:
    """The reading of a line as a sum, if it is one."""
    steps = read.steps[line.row.unit]
    if not total:
        return plain_sum(stack, line, steps) or net_sum(stack, line, steps)
    found = best_sum(stack, line, steps)
    return found if found is not None and _holds(found) else exchanged(stack, line, steps)


_TIES_FOR_ONE = 3
"""For each column that a reading does not hold in, beyond the first, it must hold in so many."""


def _holds(found: Sum) -> bool:
    """Whether a reading holds in enough columns for the others to be called off."""
    return len(found.off) <= max(1, len(found.ties) // _TIES_FOR_ONE)


_TOTALS = (
    "total",
    "net cash",
    "gross ",
    "net income",
    "net earnings",
    "net loss",
    "income before",
    "earnings before",
    "operating income",
    "cash flow",
    "cash generated",
    "cash provided",
    "cash used",
    "income (loss) before",
    "earnings (loss) before",
    "loss before",
    "operating profit",
    "operating loss",
    "income from operations",
    "income (loss) from operations",
    "loss from operations",
)


_KNOWN_TOTALS = frozenset(
    {
        "us-gaap:Assets",
        "us-gaap:AssetsCurrent",
        "us-gaap:LiabilitiesCurrent",
        "us-gaap:LiabilitiesAndStockholdersEquity",
        "us-gaap:CashAndCashEquivalentsAtEndOfPeriod",
        "us-gaap:CashAndCashEquivalentsPeriodIncreaseDecrease",
        "us-gaap:NetCashProvidedByUsedInOperatingActivities",
        "us-gaap:NetCashProvidedByUsedInInvestingActivities",
        "us-gaap:NetCashProvidedByUsedInFinancingActivities",
        "us-gaap:OperatingIncomeLoss",
        "us-gaap:IncomeLossFromContinuingOperationsBeforeIncomeTaxes",
    }
)


def is_total(line: Line) -> bool:
    """Whether a row is printed as a total: ruled, without caption, or so called; or is known to be one."""
    row = line.row
    return (
        row.ruled
        or row.known in _KNOWN_TOTALS
        or row.role in _SUMMED
        or not row.label
        or row.label.lower().startswith(_TOTALS)
    )


def _put(stack: list[Addend], line: Line, taken: Addend) -> None:
    """Lay a line on the stack; total assets close their side of the balance sheet, and nothing below is added to them."""
    if line.row.known == "us-gaap:Assets" or line.row.label.lower().startswith("total assets"):
        stack.clear()
        return
    stack.append(taken)


def _leave(stack: list[Addend], line: Line) -> None:
    """Drop the lines of the section that an unread total closes, so that they are not added twice further down."""
    while stack and stack[-1].line.row.depth > line.row.depth:
        stack.pop()


_EXACT = 4
"""Sums of three lines and more that must come out exactly before a table is taken to be exact."""
_LONG = 3
_SIGNS_DOUBT = {Signs.PLAIN: 1.0, Signs.COSTS: 2.0, Signs.RUNNING: 2.0, Signs.SEARCHED: 20.0}
_KIND_DOUBT = dict.fromkeys([*PRIMARY, StatementKind.SELECTED_DATA], 0.5) | {StatementKind.OTHER: 2.0}


class _Doubt(NamedTuple):
    """Something that makes a reading likelier wrong in the column where it fails, and how much likelier."""

    what: str
    factor: float


_UNMARKED = _Doubt("the total is not marked as one", 5.0)
_NOT_PRINTED = _Doubt("an addend prints nothing there", 5.0)
_LONELY = _Doubt("only one addend prints anything there", 30.0)
_TIMELESS = _Doubt("the column's head says no time", 5.0)
_OTHER_DECIMALS = _Doubt("the column prints other decimals than those in which it ties", 30.0)
_CHANGES = _Doubt("the column may tell changes in percent", 300.0)
_UNCOUNTED = _Doubt("rows stand between that were not counted", 10.0)
_LEFT_OUT = _Doubt("the difference is itself printed in the column", 30.0)
_NEW = _Doubt("a line that prints nothing where the reading ties prints about the difference", 60.0)
_SEVERAL = 2
_CHANGED = ("change", "increase", "decrease", "growth", "variance")
_LARGE_CHANGE = 1000
"""Last printed digits. No percentage is so large."""
_WHOLE = 0.3
"""By what it falls that a reading is wrong where it adds up a whole section."""
_EXPECTED, _HALF = 0.8, 0.3
"""Powers of ten: how much likelier a reading is before anything was added, where it is the one that is expected; and how
seldom a true sum of rounded amounts comes out exactly."""


def _without_loose(found: Sum, line: Line, steps: Sequence[int]) -> Sum:
    """A reading, where the columns that tie by more rounding than an exact filing allows count as off: some other column
    must tie."""
    loose = [column for column in found.ties if abs(found.missing(line, column)) > EXACT * steps[column]]
    if not loose:
        return found
    ties = tuple([column for column in found.ties if column not in loose])
    return found._replace(ties=ties, off=(*found.off, *loose))


class _Footing:
    """Makes the equations of the readings of one table."""

    def __init__(self, statement: Statement, read: Amounts, readings: list[_Reading]) -> None:
        self.statement = statement
        self.read = read
        self.readings = readings
        self.trusted = {column for reading in readings for column in reading.found.ties}
        self.periods = [period(column, statement.columns) for column in statement.columns]
        self.exact = self._is_exact()

    def _is_exact(self) -> bool:
        long = [one for one in self.readings if len(one.found.addends) >= _LONG]
        missed = [one.found.missing(one.line, column) for one in long for column in one.found.ties]
        return len(missed) >= _EXACT and not any(missed)

    def equations(self) -> Iterator[Equation]:
        """One equation for each column of each reading."""
        for line, found, top in self.readings:
            unit = line.row.unit
            steps = self.read.steps[unit]
            worth = self.read.worth(unit, self.statement.scale)
            what = caption(line.row, self.statement)
            sure = _without_loose(found, line, steps)
            whole_section = bool(sure.off) and self._whole_section(line, found, top)
            certain = self._evidence(line, sure, whole=whole_section) if sure.ties else MOST_DIGITS
            for column in (*found.ties, *found.off):
                parts = tuple(
                    [
                        Term(sign, a.values[column], figure_at(a.line.row, column), a.line.row, self.statement)
                        for sign, a in found.addends
                        if a.line.prints(column)
                    ]
                )
                if not parts:
                    continue
                whole = Term(1, line.worth(column), figure_at(line.row, column), line.row, self.statement)
                slack = found.slack(steps[column])
                wrong = 0.0
                if column in sure.off and found.ties and not sure.ties:
                    wrong = HOPELESS
                elif column in sure.off:
                    wrong = self._misread(line, sure, column, certain) * (_WHOLE if whole_section else 1.0)
                subject = f"{what}, {self.periods[column]}"
                plain = found.signs is Signs.PLAIN
                step = steps[column]
                yield Equation(Kind.SUM, Rule.FOOTING, whole, parts, slack, worth, wrong, subject, plain, step)

    def _evidence(self, line: Line, found: Sum, *, whole: bool) -> float:
        """How unlikely the ties of a reading are by chance, as a power of ten. Lines that are a whole section are what a
        total marked as one is expected to add up: little was tried to find them."""
        steps = self.read.steps[line.row.unit]
        if not whole:
            return evidence(found, line, steps)
        exact = self.exact and not any(found.missing(line, column) for column in found.ties)
        return evidence(found, line, steps, 1) + _EXPECTED + (log10(2 * found.slack(1) + 1) - _HALF if exact else 0.0)

    def _whole_section(self, line: Line, found: Sum, top: Row) -> bool:
        """Whether the lines of a reading, added as they are printed, begin below a heading, a total or the table's top."""
        if found.signs is not Signs.PLAIN or self.statement.kind is StatementKind.OTHER or not is_total(line):
            return False
        at = next(index for index, row in enumerate(self.statement.rows) if row is top)
        above = self.statement.rows[at - 1] if at else None
        return above is None or not above.figures or is_total(Line(above, ()))

    def _misread(self, line: Line, found: Sum, column: int, certain: float) -> float:
        if not found.ties:
            return misread(SUM, Read(1, certain, 1), [_SIGNS_DOUBT[found.signs]])
        return misread(SUM, Read(len(found.ties), certain, len(found.off)), self._doubts(line, found, column))

    def _doubts(self, line: Line, found: Sum, column: int) -> Iterator[float]:
        yield _SIGNS_DOUBT[found.signs]
        yield _KIND_DOUBT.get(self.statement.kind, 1.0)
        seen = {
            _UNMARKED: not is_total(line) or self._is_bare(line),
            _NOT_PRINTED: not all(a.line.prints(column) for _, a in found.addends),
            _LONELY: sum(1 for _, a in found.addends if a.values[column]) < _SEVERAL,
            _TIMELESS: not _is_period(self.statement.columns[column]) and column not in self.trusted,
            _UNCOUNTED: self._uncounted(line, found, column),
            _OTHER_DECIMALS: self._printed_otherwise(line, found, column),
            _CHANGES: self._may_be_changes(line, column),
            _LEFT_OUT: self._left_out(abs(found.missing(line, column)), line, column),
            _NEW: self._new(line, found, column),
        }
        yield from (doubt.factor for doubt, told in seen.items() if told)

    def _is_bare(self, line: Line) -> bool:
        """Whether nothing but a missing caption says that a row is a total, in a table that is nothing known."""
        return self.statement.kind is StatementKind.OTHER and not line.row.label and not line.row.ruled

    def _printed_otherwise(self, line: Line, found: Sum, column: int) -> bool:
        """Whether a column is printed with other decimals than all of those in which a reading ties: it may be prices."""
        steps = self.read.steps[line.row.unit]
        return all(steps[tie] != steps[column] for tie in found.ties)

    def _may_be_changes(self, line: Line, column: int) -> bool:
        """Whether a column is headed as a change and prints nothing that is no percentage."""
        head = self.statement.columns[column]
        words = f"{head.label} {head.member or ''}".lower()
        step = self.read.steps[line.row.unit][column]
        printed = (abs(one.worth(column)) for one in self.read.lines if one.row.unit is line.row.unit)
        return any(word in words for word in _CHANGED) and max(printed, default=0) < _LARGE_CHANGE * step

    def _left_out(self, miss: int, line: Line, column: int) -> bool:
        """Whether a column prints the difference itself, with either sign: a line left out, or taken in twice."""
        amount = self.read.decimal(miss, line.row.unit)
        figures = (figure.value for row in self.statement.rows for figure in row.figures if figure.column == column)
        return any(value in (amount, -amount) for value in figures)

    def _new(self, line: Line, found: Sum, column: int) -> bool:
        """Whether a line prints the difference, as far as rounding tells, and nothing where the reading ties: there it does
        not show whether it is added up."""
        miss, slack = abs(found.missing(line, column)), found.slack(self.read.steps[line.row.unit][column])
        return any(
            abs(abs(one.worth(column)) - miss) <= slack and not any(one.values[tie] for tie in found.ties)
            for one in self.read.lines
            if one.row.unit is line.row.unit and one.row is not line.row and one.worth(column)
        )

    def _uncounted(self, line: Line, found: Sum, column: int) -> bool:
        """Whether rows stand among the addends that could not be counted, or count something else."""
        counted = {id(one.row) for one in self.read.lines if one.row.unit is line.row.unit}
        first, inside = found.addends[0][1].line.row, False
        for row in self.statement.rows:
            inside = inside or row is first
            if row is line.row:
                return False
            if inside and id(row) not in counted and any(f.column == column and f.value != 0 for f in row.figures):
                return True
        return False


def _is_period(column: Column) -> bool:
    """Whether a column's own head names its time; else it is what the whole table is about."""
    return column.end is not None and bool(column.label) and column.member != column.label


def _unread(statement: Statement, line: Line) -> Check:
    """A total of a primary statement that no lines above it add up to in any column."""
    column = next(c for c, value in enumerate(line.values) if value is not None)
    figure = figure_at(line.row, column)
    title = f"{caption(line.row, statement)}: no lines above it add up to it in any column."
    return Check(Rule.FOOTING, Status.NOT_CHECKED, title, figure.value, None, None, (figure.cite,))
