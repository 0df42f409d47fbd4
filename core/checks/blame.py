"""Which figure of a sum that is off is the misprint: the total, or one of the lines it is made from?"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import zip_longest
from typing import NamedTuple

from core.checks.amounts import say
from core.checks.check import Check, Held, Rule, Status, compared
from core.source import Cite
from core.statements.statement import Figure, Row, Statement


class Weighed(NamedTuple):
    """A check with the signs of its addends, in the order of its cites after the first (all are added where none are given),
    and the places of the addends that it ties only without: they were taken for what they should have been."""

    check: Check
    signs: tuple[int, ...] = ()
    doubted: frozenset[Cite] = frozenset()


def blame(statement: Statement, weighed: Iterable[Weighed]) -> Iterator[Check]:
    """The checks; where a total that is off is itself borne out by another sum, and one digit of one of its lines would
    mend it, that line is the figure in question."""
    weighed = list(weighed)
    if not any(each.check.status is Status.OFF for each in weighed):
        yield from (each.check for each in weighed)
        return
    figures = {figure.cite: (row, figure) for row in statement.rows for figure in row.figures}
    vouched = _vouched(weighed)
    for check, signs, _ in weighed:
        asked = check.status is Status.OFF and check.rule is Rule.FOOTING and check.cites[0] in vouched
        yield _placed(check, signs, figures, vouched) if asked else check


def _vouched(weighed: list[Weighed]) -> set[Cite]:
    """The places of all figures that some sum bears out."""
    ties = (each for each in weighed if each.check.status is Status.TIES)
    return {cite for each in ties for cite in each.check.cites if cite not in each.doubted}


class _Suspect(NamedTuple):
    """A line that may be the misprint, and what it should have been."""

    cite: Cite
    expected: Decimal


def _placed(check: Check, signs: tuple[int, ...], figures: dict[Cite, tuple[Row, Figure]], vouched: set[Cite]) -> Check:
    suspects = _suspects(check, signs, figures, vouched)
    if len(suspects) != 1:
        return check
    cite, expected = suspects[0]
    row, figure = figures[cite]
    value = figure.value or Decimal(0)
    subject = row.label.rstrip(" :.") or "Unnamed line"
    title = f"{subject}: printed {say(value)}; with {say(expected)}, {check.subject} would add up."
    places = (cite, *(other for other in check.cites if other != cite))
    return compared(check.rule, Held(value, expected, places), subject, title, off=True)


def _suspects(
    check: Check, signs: tuple[int, ...], figures: dict[Cite, tuple[Row, Figure]], vouched: set[Cite]
) -> list[_Suspect]:
    """The lines of a sum that no other sum bears out, and whose one wrong digit would explain it."""
    difference = check.difference or Decimal(0)
    found = []
    for cite, sign in zip_longest(check.cites[1:], signs, fillvalue=1):
        if isinstance(cite, Cite) and cite not in vouched:
            expected = _one_digit(figures[cite][1], sign * difference)
            found += [_Suspect(cite, expected)] if expected is not None else []
    return found


def _one_digit(figure: Figure, difference: Decimal) -> Decimal | None:
    """What a figure should have been, if it is one digit away from what makes up for the difference of its total."""
    if not figure.value:
        return None
    expected = figure.value + difference
    old, new = str(abs(figure.value)), str(abs(expected))
    same = (expected < 0) == (figure.value < 0) and len(old) == len(new)
    return expected if same and sum(1 for a, b in zip(old, new, strict=True) if a != b) == 1 else None
