"""The reader's own sums: what selected figures come to, some of them taken away, and a total that should be what they come to,
kept as a check."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from typing import NamedTuple

from core.checks.amounts import say
from core.checks.check import Check, Rule, Status
from core.places import FigurePlace, Places
from core.source import Cite
from core.statements.amount import scale_of, whole
from core.statements.statement import Role, Unit
from gui.remarks import OwnSum

ADDED = frozenset({Unit.MONEY, Unit.SHARES, Unit.NUMBER, None})
"""What may be added up; percentages and amounts per share are not."""
_FEWEST = 3
"""Figures of which one may be the sum of the others."""
GONE = "A figure of this sum is not read where it was."


class _Term(NamedTuple):
    """A figure with what it comes to."""

    cite: Cite
    whole: Decimal
    total: bool


def own_sum(
    places: Places, cites: Sequence[Cite], last: Cite | None, minus: AbstractSet[Cite] = frozenset()
) -> OwnSum | None:
    """The sum that selected figures are, those in `minus` taken away: of those that are not, the one at their end that the
    others come to is the total; else the only total among them; else the figure chosen last. None where they cannot be
    added up."""
    terms = _terms(places, cites)
    if terms is None or len(terms) < _FEWEST or all(term.cite in minus for term in terms):
        return None
    total = _total(terms, last, minus)
    return OwnSum(total, tuple(term.cite for term in terms if term.cite != total), frozenset(minus) & frozenset(cites))


def _terms(places: Places, cites: Iterable[Cite]) -> list[_Term] | None:
    found = [places.figure_at(cite.document, cite.start) for cite in dict.fromkeys(cites)]
    if None in found or len({_unit(places, one) for one in found if one is not None}) > 1:
        return None
    terms = [_term(places, one) for one in found if one is not None]
    return [term for term in terms if term is not None]


def _unit(places: Places, place: FigurePlace) -> Unit | None:
    return places.row_of(place).counts(place.figure)


def _term(places: Places, place: FigurePlace) -> _Term | None:
    row = places.row_of(place)
    value = whole(place.statement, row, place.figure)
    if value is None or row.counts(place.figure) not in ADDED:
        return None
    return _Term(place.figure.cite, value, row.role is Role.TOTAL or row.role is Role.SUBTOTAL)


def _total(terms: Sequence[_Term], last: Cite | None, minus: AbstractSet[Cite]) -> Cite:
    every, added = _come_to(terms, minus), [term for term in terms if term.cite not in minus]
    for term in (added[-1], added[0]):
        if term.whole and every - term.whole == term.whole:
            return term.cite
    totals = [term.cite for term in added if term.total]
    if len(totals) == 1:
        return totals[0]
    return last if last in {term.cite for term in added} and last is not None else added[-1].cite


def _come_to(terms: Iterable[_Term], minus: AbstractSet[Cite]) -> Decimal:
    return sum((-term.whole if term.cite in minus else term.whole for term in terms), Decimal(0))


def check_of(places: Places, own: OwnSum) -> Check:
    """How one of the reader's sums comes out, exactly: what is printed against what the others come to."""
    cites = (own.total, *own.parts)
    terms = _terms(places, cites)
    if terms is None or len(terms) != len(cites):
        return Check(Rule.FOOTING, Status.NOT_CHECKED, GONE, None, None, None, cites)
    place = places.figure_at(own.total.document, own.total.start)
    assert place is not None  # noqa: S101 - it is among the terms
    row = places.row_of(place)
    scale = scale_of(place.statement, row, place.figure)
    reported = terms[0].whole / scale
    expected = _come_to(terms[1:], own.minus) / scale
    column = (
        place.statement.columns[place.figure.column] if place.figure.column < len(place.statement.columns) else None
    )
    year = str(column.end.year) if column is not None and column.end is not None else column.label if column else ""
    subject = ", ".join(part for part in (row.label or "Total", year) if part)
    status = Status.TIES if reported == expected else Status.OFF
    taken = f", {len(own.minus)} of them subtracted," if own.minus else ""
    chosen = f"the {len(own.parts)} figures you chose{taken} come to"
    holds = f"{subject}: {say(reported)} is what {chosen}."
    fails = f"{subject}: printed {say(reported)}; {chosen} {say(expected)}."
    title = holds if status is Status.TIES else fails
    return Check(Rule.FOOTING, status, title, reported, expected, reported - expected, cites, subject)
