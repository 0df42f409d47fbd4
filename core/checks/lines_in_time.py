"""Two lines of statements held against each other by the times that their figures are of, whatever their columns."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from core.checks.amounts import caption
from core.checks.check import Rule
from core.checks.equation import LINE, Equation, Read, misread
from core.checks.statement_lines import Entry, Known, alike, apart, exchanged, is_whole, said, same
from core.statements.statement import Row, Statement, StatementKind, Unit

CERTAIN = 0.5
"""By what it falls that two lines are not one where both are called what they should be."""
_SAME_START = 10
"""Days by which the first days of one period may differ in two statements: weeks and months are counted both."""


class Place(NamedTuple):
    """A line of a statement."""

    statement: Statement
    row: Row


def places(statements: Iterable[Statement], kind: StatementKind, concepts: tuple[str, ...]) -> list[Place]:
    """The lines of these concepts in the statements of a kind."""
    return [
        Place(statement, row)
        for statement in statements
        if statement.kind is kind
        for row in statement.rows
        if row.known in concepts and row.figures and row.unit is Unit.MONEY
    ]


class _Timed(NamedTuple):
    """An amount with the first and the last day of what it is of; a day has no first."""

    start: date | None
    end: date
    entry: Entry

    @property
    def days(self) -> int:
        """How long it is; 0 for a day."""
        return (self.end - self.start).days if self.start is not None else 0


def _timed(place: Place) -> list[_Timed]:
    """The amounts of a line by the times that its figures are of."""
    statement, row = place
    found: list[_Timed] = []
    for figure in row.figures:
        start, end = statement.time(row, figure)
        if figure.value is not None and figure.unit is None and end is not None and is_whole(statement, figure.column):
            entry = Entry(figure.value * statement.scale, figure, statement.columns[figure.column])
            found.append(_Timed(start, end, entry))
    return found


class Pair(NamedTuple):
    """Two lines with the amounts that they have for the same times, by the last day."""

    one: Known
    other: Known

    @property
    def ties(self) -> list[date]:
        """The days for which both have one amount."""
        return [day for day in self.one.by_end if not apart(self.one, self.other, day)]

    @property
    def rank(self) -> tuple[int, int, bool]:
        """How well they agree: days that tie, fewest that do not, captions."""
        ties = len(self.ties)
        return ties, ties - len(self.one.by_end), alike(self.one, self.other)


def paired(one: Place, other: Place) -> Pair:
    """Two lines in the times that both are printed for; of two that end on one day, the longer one."""
    here: dict[date, Entry] = {}
    there: dict[date, Entry] = {}
    beside = _timed(other)
    for mine in sorted(_timed(one), key=lambda timed: -timed.days):
        match = next((theirs for theirs in beside if _is_one_time(mine, theirs)), None)
        if match is not None and mine.end not in here:
            here[mine.end], there[mine.end] = mine.entry, match.entry
    return Pair(Known(one.statement, one.row, here), Known(other.statement, other.row, there))


def _is_one_time(one: _Timed, other: _Timed) -> bool:
    if one.end != other.end:
        return False
    return one.start is None or other.start is None or abs((one.start - other.start).days) <= _SAME_START


def best(place: Place, others: list[Place]) -> Pair | None:
    """A line with the one of others that it agrees with best; None where it agrees with none."""
    best = max((paired(place, other) for other in others), key=lambda pair: pair.rank, default=None)
    return best if best is not None and best.ties else None


def agree(one: Known, other: Known) -> Iterator[Equation]:
    """The same line in two statements, period by period; off only where other periods agree, in one period or in two whose
    amounts were exchanged."""
    common = [end for end in one.by_end if end in other.by_end]
    missed = [end for end in common if apart(one, other, end)]
    if len(missed) == len(common) or (len(missed) > 1 and not exchanged(one, other, missed)):
        return
    evidence = said(one, other, [end for end in common if end not in missed])
    wrong = misread(LINE, Read(len(common) - len(missed), evidence), [CERTAIN]) if missed else 0.0
    for end in common:
        yield same(Rule.ARTICULATION, one, other, end, wrong, subject_of(one, other, end))


def subject_of(one: Known, other: Known, end: date) -> str:
    """What a figure that stands in two lines is called, with its year."""
    named = one if one.row.label else other
    return f"{caption(named.row, named.statement)}, {end.year}"
