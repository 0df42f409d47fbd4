"""One cause for the equations that fail: the smallest set of misprints that explains them.

Each figure of an equation that fails is a suspect, with the value that the equation asks of it. What speaks for a suspect:
several equations ask the same of it; a slip of the hand explains it; the value asked for is printed elsewhere. What speaks
against it: equations that hold with what is printed. Odds are powers of ten throughout.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from math import log10
from typing import NamedTuple

from core.checks.equation import Equation, Kind, Term, power
from core.checks.slips import Seen, Slip, beside, seen, seen_in_digits
from core.source import Cite
from core.statements.statement import Row


class Asked(NamedTuple):
    """What an equation that fails asks of one of its figures: its value in whole amounts, and within what rounding."""

    equation: Equation
    term: Term
    wanted: Decimal
    slack: Decimal


class Suspect(NamedTuple):
    """A figure that may be misprinted, what it should be (as printed there), the equations that this mends, and how likely
    it is, as a power of ten."""

    term: Term
    wanted: Decimal
    asked: tuple[Asked, ...]
    seen: Seen
    odds: float
    ranked: float
    witness: bool = False


class Cause(NamedTuple):
    """What is off, with the equations it explains: the likeliest suspect first, and others that are nearly as likely;
    `probability` that the filing is wrong here."""

    suspects: tuple[Suspect, ...]
    equations: tuple[Equation, ...]
    probability: float

    @property
    def first(self) -> Suspect:
        """The likeliest suspect."""
        return self.suspects[0]


CERTAIN = 0.98
"""The probability from which something is called off."""
_MISPRINTS = log10(0.003)
"""About how many of the sums of a filing are misprinted."""
_NEAR = 0.7
"""Powers of ten. Suspects that are less apart are named together."""
_MOST_SUSPECTS = 3
_WITNESS = {4: 0.5, 5: 1.5}
_GOOD_WITNESS = 2.0
"""What it says that the value asked for is printed elsewhere, by its digits."""
_MOST_AGAINST = 1.5
"""Powers of ten. What holds with a printed figure lowers the probability that anything is off by no more than this."""
_MOST_TIE = 3.0
"""Powers of ten. No one tie says more than this for its figures."""
_SECOND = 2.0
"""Powers of ten. What a second equation that asks the same adds at most beyond its own trust."""


def causes(
    off: list[Equation], held: Iterable[Equation], witnesses: Callable[[], dict[Decimal, list[Cite]]]
) -> list[Cause]:
    """The causes of the equations that fail, the likeliest first; `held`: those that hold; `witnesses`: where each whole
    amount of the filing is printed."""
    if not off:
        return []
    return _Case(off, held, witnesses()).solved()


class _Case:
    """The equations of a filing that fail, with all that speaks for and against their figures."""

    def __init__(self, off: list[Equation], held: Iterable[Equation], witnesses: dict[Decimal, list[Cite]]) -> None:
        self.off = off
        self.witnesses = witnesses
        self.asked = self._asked()
        self.vouched = self._vouched(held)
        self.places = {term.figure.cite: term for each in self.asked.values() for _, term, _, _ in each[:1]}

    def _asked(self) -> dict[Cite, list[Asked]]:
        found: dict[Cite, list[Asked]] = defaultdict(list)
        for equation in self.off:
            for term in (equation.whole, *equation.parts):
                wanted = equation.wanted(term) * equation.worth
                found[term.figure.cite].append(Asked(equation, term, wanted, equation.slack * equation.worth))
        return found

    def _vouched(self, held: Iterable[Equation]) -> dict[Cite, float]:
        """How much the equations that hold say for the figures in question."""
        found: dict[Cite, float] = defaultdict(float)
        begun = {cite.start for cite in self.asked}  # a quick look: most figures are in no question
        for equation in held:
            for term in (equation.whole, *equation.parts):
                if term.figure.cite.spans[0].start in begun and term.figure.cite in self.asked and term.value:
                    found[term.figure.cite] += min(_MOST_TIE, equation.weight())
        return found

    def solved(self) -> list[Cause]:
        """The causes, one after the other: each explains what the likelier ones before it leave open."""
        found: list[Cause] = []
        left = {id(one) for one in self.off}
        suspects = {cite: list(self._suspects(asked)) for cite, asked in self.asked.items()}
        while left:
            cause = _likeliest([one for group in suspects.values() for one in group])
            found.append(cause)
            left.difference_update(map(id, cause.equations))
            for cite in {term.figure.cite for one in cause.equations for term in (one.whole, *one.parts)}:
                suspects[cite] = list(self._suspects([one for one in self.asked[cite] if id(one.equation) in left]))
        return sorted(found, key=lambda one: -one.probability)

    def _suspects(self, asked: list[Asked]) -> Iterator[Suspect]:
        """The suspects at one place: one for each value that equations ask for."""
        for group in _agreeing(asked):
            yield self._suspect(group)

    def _suspect(self, group: tuple[Asked, ...]) -> Suspect:
        best = min(group, key=lambda one: one.slack)
        term = best.term
        figures = 1 + min(len(one.equation.parts) for one in group)
        wanted, slip = self._slip(best, figures, sure=not all(map(_of_unsure_column, group)))
        beside = self._exchanged(term, wanted) if slip.slip is Slip.EXCHANGED else ()
        witness = self._witness(wanted * term.scale, group)
        odds = _MISPRINTS + slip.odds + witness + _said((*group, *beside)) - _unexplained(slip, group)
        odds += _TWIN if _twin(term, wanted) else 0.0
        against = self.vouched.get(term.figure.cite, 0.0)
        ranked = odds - against + _nearness(term, wanted) - _first_print(best)
        if not all(one.equation.kind is Kind.SAME for one in group):
            odds -= min(against, _MOST_AGAINST)  # else two amounts of one thing differ, however well each adds up
        return Suspect(term, wanted, (*group, *beside), slip, odds, ranked, witness > 0)

    def _slip(self, asked: Asked, figures: int, *, sure: bool) -> tuple[Decimal, Seen]:
        """The value asked for, as it is printed there, with the slip that best explains it: rounding leaves some choice;
        `sure` whether it is asked for in the figure's own column for certain."""
        equation, term = asked.equation, asked.term
        exact = equation.wanted(term)
        if not sure:
            return equation.printed(exact, term), seen_in_digits(term, equation.printed(exact, term), figures)
        around = beside(term)
        best = equation.printed(exact, term), seen(term, equation.printed(exact, term), figures, around)
        step = max(1, int(equation.worth and term.scale / equation.worth)) if term.scale > equation.worth else 1
        reach = min(equation.slack // step, _MOST_TRIED)
        for off in range(1, reach + 1):
            for value in (exact - off * step, exact + off * step):
                shown = equation.printed(value, term)
                found = seen(term, shown, figures, around)
                odds = found.odds - log10(2 * off + 1)
                if odds > best[1].odds:
                    best = shown, Seen(found.slip, odds)
        return best

    def _exchanged(self, term: Term, wanted: Decimal) -> tuple[Asked, ...]:
        """What equations ask of the figure beside that should stand here, if they ask for what is printed here."""
        for figure in term.row.figures:
            if figure.value == wanted and abs(figure.column - term.figure.column) == 1:
                here = (term.figure.value or 0) * term.scale
                return tuple([one for one in self.asked.get(figure.cite, ()) if abs(one.wanted - here) <= one.slack])
        return ()

    def _witness(self, whole: Decimal, group: tuple[Asked, ...]) -> float:
        """What it says that an amount is printed elsewhere too, outside of the equations that ask for it."""
        asking = {term.figure.cite for one in group for term in (one.equation.whole, *one.equation.parts)}
        here = group[0].term.statement.cite
        places = self.witnesses.get(abs(whole), ())
        if all(cite in asking or _inside(cite, here) for cite in places):
            return 0.0
        digits = len(str(abs(whole)).rstrip("0").rstrip("."))
        return _GOOD_WITNESS if digits > max(_WITNESS) else _WITNESS.get(digits, 0.0)


_TWIN = 1.5
"""Powers of ten. What it says that a row near by, which prints the same in all other columns, prints the value asked for."""
_NEAR_BY, _LEAST_ALIKE, _TELLING = 2, 3, 100
"""Rows above and below; the other columns in which both rows must be alike; printed units from which that says something."""


def _twin(term: Term, wanted: Decimal) -> bool:
    """Whether a row near by is the same line again, but for the one column where it has the value asked for."""
    rows = term.statement.rows
    at = next((index for index, row in enumerate(rows) if row is term.row), None)
    if at is None:
        return False
    near = rows[max(0, at - _NEAR_BY) : at + _NEAR_BY + 1]
    return any(_is_twin(term, row, wanted) for row in near if row is not term.row and row.unit is term.row.unit)


def _is_twin(term: Term, row: Row, wanted: Decimal) -> bool:
    here, there = _amounts(term.row), _amounts(row)
    column = term.figure.column
    if there.get(column) != wanted or here.keys() != there.keys():
        return False
    others = [here[at] for at in here if at != column and here[at] == there[at] and abs(here[at]) >= _TELLING]
    return len(others) >= _LEAST_ALIKE and len(others) == len(here) - 1


def _amounts(row: Row) -> dict[int, Decimal]:
    """The amounts of a row by their columns."""
    return {one.column: one.value for one in row.figures if one.value and one.unit is None}


_OTHER_MEASURE = 0.7
"""Powers of ten. Two places that differ by no slip are likelier two measures of one name than lines are wrongly added."""


def _unexplained(slip: Seen, group: tuple[Asked, ...]) -> float:
    """What it takes from a suspect that no slip explains what two places say differently."""
    between = all(one.equation.kind in (Kind.SAME, Kind.YEAR) for one in group)
    return _OTHER_MEASURE if between and slip.slip is Slip.NONE else 0.0


def _likeliest(suspects: list[Suspect]) -> Cause:
    """The likeliest suspect, with those that would explain the same nearly as well."""
    best = max(suspects, key=lambda one: one.ranked)
    equations = tuple([one.equation for one in best.asked])
    named = set(map(id, equations))
    near = [one for one in suspects if one.ranked > best.ranked - _NEAR and _is_rival(one, best)]
    rivals = [one for one in near if any(id(asked.equation) in named for asked in one.asked)]
    rivals.sort(key=lambda one: -one.ranked)
    odds = max([best.odds, *(one.odds for one in rivals)])
    return Cause((best, *rivals[: _MOST_SUSPECTS - 1]), equations, _probability(odds))


def _is_rival(one: Suspect, best: Suspect) -> bool:
    """Whether a suspect is another figure than the likeliest, and not the one that it was exchanged with."""
    exchanged = one.seen.slip is best.seen.slip is Slip.EXCHANGED and one.term.row is best.term.row
    return one.term.figure.cite != best.term.figure.cite and not exchanged


_MOST_TRIED = 4
"""Units of rounding that are tried on either side of what an equation asks for."""


def _agreeing(asked: list[Asked]) -> Iterator[tuple[Asked, ...]]:
    """The groups of equations that ask the same of a figure within their rounding."""
    left = list(asked)
    while left:
        first = left[0]
        group = [one for one in left if abs(one.wanted - first.wanted) <= one.slack + first.slack]
        yield tuple(group)
        left = [one for one in left if one not in group]


_SURE_COLUMN = 0.001
"""Two figures of one amount are in one period if their rows are so unlikely misread; else the columns may be of other years."""
_LEAST_MISREAD = 1e-5


def _of_unsure_column(asked: Asked) -> bool:
    """Whether a figure is only held against one that may be of another column."""
    return asked.equation.kind is Kind.SAME and asked.equation.misread > _SURE_COLUMN


def _said(asked: tuple[Asked, ...]) -> float:
    """What equations that ask the same say together: each its own trust, and how unlikely it is that further ones ask the
    same by chance. Lines that are only said to be the same are doubted together, and count once."""
    same = [_trust(one.equation) for one in asked if one.equation.kind is Kind.SAME]
    others = [one.equation for one in asked if one.equation.kind is not Kind.SAME]
    said = max(same, default=0.0) + sum(map(_trust, others))
    again = others if same else others[1:]
    return said + sum(min(_SECOND, len(str(abs(one.miss))) - 1) for one in again)


def _trust(equation: Equation) -> float:
    return -log10(max(equation.misread, _LEAST_MISREAD))


_FIRST_PRINT = 0.8


def _first_print(asked: Asked) -> float:
    """A little for the statement that is repeated, against the table that repeats it."""
    repeated = asked.equation.kind is Kind.SAME and asked.term is not asked.equation.whole
    return _FIRST_PRINT if repeated else 0.0


_NEARNESS = 0.5


def _nearness(term: Term, wanted: Decimal) -> float:
    """A little for a value that is nearer to the others of its row than what is printed."""
    printed = term.figure.value
    others = [abs(figure.value) for figure in term.row.figures if figure is not term.figure and figure.value]
    if not others or not printed or not wanted:
        return 0.0
    here, there = (min(abs(log10(abs(value) / other)) for other in others) for value in (printed, wanted))
    return max(-_NEARNESS, min(_NEARNESS, here - there))


def _inside(cite: Cite, other: Cite) -> bool:
    return cite.document == other.document and other.start <= cite.start < other.end


_CERTAIN_ODDS = 9.0


def _probability(odds: float) -> float:
    return 1 / (1 + power(-max(-_CERTAIN_ODDS, min(_CERTAIN_ODDS, odds))))
