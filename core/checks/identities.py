"""Lines that are made of two others wherever they are printed: working capital, the two sides of a balance sheet, cash with
the investments beside it. In one table, or held against the balance sheet."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from math import log10
from typing import NamedTuple

from core.checks.amounts import caption
from core.checks.check import Rule
from core.checks.equation import LINE, Equation, Kind, Read, digits_left, misread
from core.checks.statement_lines import Known, bare, lines_of, term_of
from core.statements.concepts import fold
from core.statements.statement import Statement, StatementKind


class _Part(NamedTuple):
    """A line by its bare name, and the sign with which it counts."""

    sign: int
    name: str


class _Identity(NamedTuple):
    """A line by its bare name, what it is made of, and how much likelier something else may stand between."""

    whole: str
    parts: tuple[_Part, ...]
    doubt: float = 1.0


_MEZZANINE = 10.0
"""Minority interests and shares to be redeemed stand between liabilities and equity, in some years."""
_IDENTITIES = (
    _Identity("working capital", (_Part(1, "current assets"), _Part(-1, "current liabilities"))),
    _Identity("assets", (_Part(1, "liabilities"), _Part(1, "stockholders equity")), _MEZZANINE),
)
_SPOKEN = ("working capital", "total assets", "securities", "investments")
"""Words of the captions that are looked at: a quick look."""
_FEWEST = 2
"""Columns that two lines and their sum must share."""
_SAME_NAMES = 0.1
"""By what it falls that an identity does not hold where its lines are called so."""
_ROUNDED = 2
"""Printed units by which a sum of two rounded amounts may miss."""


class Sheet(NamedTuple):
    """The balance sheet's lines in their order, and by their bare names."""

    lines: list[Known]
    named: dict[str, Known]


def sheet_of(lines: Iterable[Known]) -> Sheet:
    """The lines of the balance sheets of a filing; of a name that is printed twice, the first."""
    own = [known for known in lines if known.statement.kind is StatementKind.BALANCE_SHEET]
    return Sheet(own, _named(own))


def _named(lines: Iterable[Known]) -> dict[str, Known]:
    found: dict[str, Known] = {}
    for known in lines:
        found.setdefault(bare(fold(known.row.label)), known)
    return found


def identities(table: Statement, sheet: Sheet) -> Iterator[Equation]:
    """The sums of a table that its own lines make, or those of the balance sheet."""
    if not any(word in row.label.lower() for row in table.rows for word in _SPOKEN):
        return
    lines = list(lines_of(table))
    named = _named(lines)
    for identity in _IDENTITIES:
        whole = named.get(identity.whole)
        if whole is not None:
            own = _made_of(whole, identity, named)
            yield from own or _made_of(whole, identity, sheet.named)
    for known in lines:
        yield from _cash_and_investments(known, sheet)


def _made_of(whole: Known, identity: _Identity, named: dict[str, Known]) -> list[Equation]:
    parts = [_Signed(part.sign, named[part.name]) for part in identity.parts if part.name in named]
    return _equations(whole, parts, 1, identity.doubt) if len(parts) == len(identity.parts) else []


class _Signed(NamedTuple):
    """A line with the sign that it counts with."""

    sign: int
    known: Known


_CASH, _BESIDE = "cash", ("investments", "securities")
_MOST = 3
"""Lines at the top of a balance sheet that cash and investments may be."""


def _cash_and_investments(known: Known, sheet: Sheet) -> list[Equation]:
    """A line that is called cash and investments, as the first lines of the balance sheet."""
    called = bare(fold(known.row.label))
    if not called.startswith(_CASH) or not called.endswith(_BESIDE):
        return []
    first = next(
        (at for at, one in enumerate(sheet.lines) if bare(fold(one.row.label)).startswith(_CASH)), len(sheet.lines)
    )
    for count in range(_FEWEST, _MOST + 1):
        parts = [_Signed(1, one) for one in sheet.lines[first : first + count]]
        found = _equations(known, parts, _MOST)
        if len(parts) == count and found:
            return found
    return []


def _equations(whole: Known, parts: list[_Signed], tried: int, doubt: float = 1.0) -> list[Equation]:
    """One equation a period, where enough of them tie and at most one does not."""
    common = [end for end in whole.by_end if all(end in part.known.by_end for part in parts)]
    found = [_equation(whole, parts, end) for end in common]
    held = [one for one in found if not one.off]
    if len(found) < _FEWEST or len(held) not in (len(found), len(found) - 1):
        return []
    evidence = sum(digits_left(one.whole.value, one.slack) for one in held) - log10(tried)
    wrong = misread(LINE, Read(len(held), evidence), [_SAME_NAMES, doubt])
    return [one._replace(misread=wrong) if one.off else one for one in found]


def _equation(whole: Known, parts: list[_Signed], end: date) -> Equation:
    unit = max(whole.scale, *[part.known.scale for part in parts])
    terms = tuple([term_of(part.known, end, part.sign) for part in parts])
    table = whole.statement
    rule = Rule.FOOTING if parts[0].known.statement is table else Rule.REPEAT_TIE
    subject = f"{caption(whole.row, table)}, {end.year}"
    plain = all(part.sign > 0 for part in parts)
    slack = _ROUNDED * unit
    return Equation(Kind.SUM, rule, term_of(whole, end), terms, slack, Decimal(1), 0.0, subject, plain, unit)
