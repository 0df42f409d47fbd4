"""Which figure of a sum that is off is the misprint: the total, or one of the lines it is made from?"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from core.checks.amounts import say
from core.checks.check import Check, Status
from core.source import Cite
from core.statements.statement import Figure, Row, Statement


def blame(statement: Statement, checks: Iterable[Check]) -> Iterator[Check]:
    """The same checks; where a total that is off is itself borne out by another sum, and one digit of one of its lines
    would mend it, that line is the figure in question."""
    checks = list(checks)
    if not any(check.status is Status.OFF for check in checks):
        yield from checks
        return
    figures = {figure.cite: (row, figure) for row in statement.rows for figure in row.figures}
    vouched: dict[Cite, int] = {}
    for check in checks:
        if check.status is Status.TIES:
            for cite in check.cites:
                vouched[cite] = vouched.get(cite, 0) + 1
    for check in checks:
        yield _placed(check, figures, vouched) if check.status is Status.OFF and check.rule == "footing" else check


def _placed(check: Check, figures: dict[Cite, tuple[Row, Figure]], vouched: dict[Cite, int]) -> Check:
    if check.difference is None or not vouched.get(check.cites[0]):
        return check
    suspects = [
        (cite, expected)
        for cite in check.cites[1:]
        if not vouched.get(cite) and (expected := _one_digit(figures[cite][1], check.difference)) is not None
    ]
    if len(suspects) != 1:
        return check
    cite, expected = suspects[0]
    row, figure = figures[cite]
    value = figure.value or Decimal(0)
    total = check.title.split(": printed ")[0]
    title = f"{row.label.rstrip(' :.') or 'Unnamed line'}: printed {say(value)}; with {say(expected)}, {total} would add up."
    rest = tuple(other for other in check.cites if other != cite)
    return replace(
        check, title=title, reported=value, expected=expected, difference=value - expected, cites=(cite, *rest)
    )


def _one_digit(figure: Figure, difference: Decimal) -> Decimal | None:
    """What a figure should have been, if changing one of its digits makes up for the difference of its total."""
    if figure.value is None:
        return None
    for expected in (figure.value + difference, figure.value - difference):
        old, new = str(abs(figure.value)), str(abs(expected))
        same_sign = (expected < 0) == (figure.value < 0)
        if same_sign and len(old) == len(new) and sum(1 for a, b in zip(old, new, strict=True) if a != b) == 1:
            return expected
    return None
