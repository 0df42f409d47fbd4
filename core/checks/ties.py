"""Do the statements, the notes and the other tables of a filing agree with one another?

Three rules: `articulation` (net income in the three statements, cash and equity in two), `note_tie` (a total of a note is
a line of a statement) and `repeat_tie` (selected data print a statement's line again). Which line a table repeats is
read from its figures: a row that shows the same amounts for the same periods as a line of a statement in all columns but
one is that line, and in the one column the two disagree.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from core.checks.articulation import NET_INCOME, articulate, equity_again
from core.checks.cash import cash_in_notes
from core.checks.check import Rule
from core.checks.equation import LINE, Equation, Read, misread
from core.checks.equity_lines import equity_lines
from core.checks.identities import identities, sheet_of
from core.checks.lines_in_time import subject_of
from core.checks.per_share import per_share, repeated_shares
from core.checks.quarters import quarters
from core.checks.statement_lines import Known, alike, apart, bare, exchanged, lines_of, said, same, signs
from core.checks.valuation import valuations
from core.statements.concepts import fold
from core.statements.statement import Statement, StatementKind

_Index = dict[tuple[date, Decimal], list[Known]]
"""The lines of the statements by a period's end and an amount, in one scale."""

_HEARD = frozenset(
    {
        StatementKind.BALANCE_SHEET,
        StatementKind.INCOME_STATEMENT,
        StatementKind.CASH_FLOW,
        StatementKind.COMPREHENSIVE_INCOME,
    }
)
_SMALL = 1000
"""Amounts of fewer digits than this tie by accident, unless their captions and other periods agree too."""
_SAID_SMALL = 4.0
"""Powers of ten by which amounts so small must tie no accident, beside their captions."""


def ties(statements: Iterable[Statement], tables: Iterable[Statement]) -> Iterator[Equation]:
    """Every agreement between the primary statements, and between them and the other tables of one filing."""
    statements, tables = tuple(statements), tuple(tables)
    lines = [known for statement in statements if statement.kind in _HEARD for known in lines_of(statement)]
    yield from articulate(statements, lines)
    yield from cash_in_notes(statements, tables)
    yield from equity_again(statements, tables)
    yield from equity_lines(statements, lines)
    yield from _between(statements, lines)
    indexes: dict[int, _Index] = {}
    shares = per_share(statements)
    sheet = sheet_of(lines)
    printed = [*lines, *_totals_by_year(statements)]
    yield from quarters([table for table in tables if table.kind is StatementKind.QUARTERLY], lines)
    for table in tables:
        if table.kind is StatementKind.QUARTERLY:
            continue
        if table.scale not in indexes:
            indexes[table.scale] = _index(printed, table.scale)
        rule = Rule.REPEAT_TIE if table.kind is StatementKind.SELECTED_DATA else Rule.NOTE_TIE
        yield from _repeats(table, indexes[table.scale], rule)
        yield from repeated_shares(table, shares)
        yield from valuations(table, lines)
        yield from identities(table, sheet)


def _totals_by_year(statements: Iterable[Statement]) -> list[Known]:
    """The lines of statements of equity whose columns are periods: balances of years that no balance sheet has."""
    return [known for one in statements if one.kind is StatementKind.EQUITY for known in lines_of(one)]


def _between(statements: Iterable[Statement], lines: list[Known]) -> Iterator[Equation]:
    """The lines of the income statement that begin the statement of comprehensive income, or stand in that of cash flows: of
    what was earned and what was paid said only where it ties."""
    earned = [known for known in lines if known.statement.kind is StatementKind.INCOME_STATEMENT]
    again = [one for one in statements if one.kind in (StatementKind.COMPREHENSIVE_INCOME, StatementKind.CASH_FLOW)]
    for statement in again if earned else ():
        paid = statement.kind is StatementKind.CASH_FLOW
        for one in _repeats(statement, _index(earned, statement.scale), Rule.ARTICULATION):
            if _is_paid(one) if paid else _of_one_name(one):
                yield one


def _is_paid(one: Equation) -> bool:
    """Whether a line of the statement of cash flows that is none of net income agrees with what was earned."""
    return not one.off and one.whole.row.known not in NET_INCOME


def _of_one_name(one: Equation) -> bool:
    """Whether an agreement is between lines of one name."""
    return bare(fold(one.whole.row.label)) == bare(fold(one.parts[0].row.label))


def _index(lines: list[Known], scale: int) -> _Index:
    """The lines by their amounts as a table of this scale would print them."""
    found: _Index = defaultdict(list)
    for known in lines:
        finer = known.scale < scale
        for end, (amount, _, _) in known.by_end.items():
            shown = (abs(amount) / scale).to_integral_value() * scale if finer else abs(amount)
            found[end, shown].append(known)
    return found


class _Match(NamedTuple):
    """A line of a statement that shows amounts of a row, and in how many periods."""

    known: Known
    hits: int


def _matches(one: Known, index: _Index) -> list[_Match]:
    """The lines of the statements that show one of a row's amounts for the same period; of small ones those of its caption."""
    found: dict[int, _Match] = {}
    for end, (amount, figure, _) in one.by_end.items():
        small = figure.value is None or _is_small(figure.value)
        for known in index.get((end, abs(amount)), ()) if amount else ():
            if known.row.unit is one.row.unit and not (small and not alike(one, known)):
                found[id(known)] = _Match(known, found.get(id(known), _Match(known, 0)).hits + 1)
    return [match for match in found.values() if _says_enough(one, match)]


def _says_enough(one: Known, match: _Match) -> bool:
    """Whether a row's ties with a line are no accident: one amount of many digits, or several of few."""
    known = match.known
    ties = [end for end in one.by_end if end in known.by_end and not apart(one, known, end)]
    if any(not _is_small(one.by_end[end].figure.value or Decimal(0)) for end in ties):
        return True
    return len(ties) > 1 and said(one, known, ties) >= _SAID_SMALL


def _is_small(value: Decimal) -> bool:
    """Whether a printed number is of so few digits, decimals counted, that it ties by accident."""
    if value >= _SMALL or value <= -_SMALL:
        return False
    decimals = value.as_tuple().exponent
    return not isinstance(decimals, int) or decimals >= 0 or abs(value.scaleb(-decimals)) < _SMALL


_ALIKE, _UNLIKE, _ALONE = 0.2, 3.0, 30.0
_FEW_DIGITS = 10.0
_SAME_COLUMN = 0.3
_CROSSED = 0.2
_OTHERS = 2
"""How much less likely two lines are not one where their captions agree too, and how much likelier where only their amounts
say so; how much likelier two small amounts are a part and a whole; how much likelier a column is of another time where no
other row agrees in it, and how much less likely where one does; how much less likely two lines are not one that have each
other's amounts in two columns; the rows that must agree in two columns before amounts are
said to have been exchanged between them."""


def _repeats(table: Statement, index: _Index, rule: Rule) -> Iterator[Equation]:
    repeats = (_repeat(one, _matches(one, index)) for one in lines_of(table))
    found = [one for one in repeats if one is not None]
    agreed = Counter(end for one in found for end in one.agreed)
    for one in found:
        if len(one.missed) > 1 and any(agreed[end] < _OTHERS for end in one.missed):
            continue
        wrong = _misread(one, agreed) if one.missed else 0.0
        for end in one.ends:
            sign = one.sign if end in one.missed else None
            yield same(rule, one.row, one.known, end, wrong, subject_of(one.row, one.known, end), sign)


class _Repeat(NamedTuple):
    """A row of a table, the line of a statement that it prints again, their periods, and those in which they differ."""

    row: Known
    known: Known
    hits: int
    ends: list[date]
    missed: list[date]
    sign: int | None = None
    """Of a period that is missed because the line is printed with this sign in all others."""

    @property
    def agreed(self) -> list[date]:
        """The periods in which they agree."""
        return [end for end in self.ends if end not in self.missed]


def _repeat(one: Known, matches: list[_Match]) -> _Repeat | None:
    """A row of a table and the line of a statement that it prints again, chosen by how many periods agree, then by caption."""
    if not matches:
        return None
    known, hits = min(matches, key=lambda match: (-match.hits, not alike(one, match.known)))
    common = [end for end in one.by_end if end in known.by_end]
    missed = [end for end in common if apart(one, known, end)]
    if (len(missed) > 1 and not exchanged(one, known, missed)) or (hits < 2 and not alike(one, known)):
        return None
    if not missed and (turned := _turned(one, known, common)) is not None:
        return _Repeat(one, known, hits - 1, common, [turned.end], turned.sign)
    return _Repeat(one, known, hits, common, missed)


class _Turned(NamedTuple):
    """The one period in which a line is printed with the other sign, and the sign of all others."""

    end: date
    sign: int


def _turned(one: Known, known: Known, ends: list[date]) -> _Turned | None:
    """Where a line is printed again with the sign that it has there, but for one period of several."""
    ends = [end for end in ends if one.by_end[end].amount]
    found = signs(one, known, ends)
    usual = 1 if sum(found) >= 0 else -1
    enough = len(found) >= (_LEAST_SIGNS if alike(one, known) else _LEAST_SIGNS + 1)
    return _Turned(ends[found.index(-usual)], usual) if enough and found.count(-usual) == 1 else None


_LEAST_SIGNS = 2
"""Periods in which a line must be printed before one tells that it has the wrong sign, where the captions are the same."""


def _misread(found: _Repeat, agreed: Counter[date]) -> float:
    """How likely it is that a row that differs in one period is not the line it agrees with in others."""
    evidence = said(found.row, found.known, found.agreed)
    printed = found.row.by_end[found.missed[0]].figure.value
    beside = agreed[found.missed[0]]
    several = bool(beside) if found.hits > 1 else beside >= _OTHERS
    doubts = [_ALIKE if several else 1.0] if alike(found.row, found.known) else [_UNLIKE]
    if printed is not None and _is_small(printed):
        doubts.append(_FEW_DIGITS)
    if len(found.missed) > 1:
        doubts.append(_CROSSED)
    if beside:
        doubts.append(_SAME_COLUMN)
    elif found.hits == 1:
        doubts.append(_ALONE)
    return misread(LINE, Read(found.hits, evidence, 1), doubts)
