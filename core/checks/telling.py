"""Equations and causes as checks: what is said of them, with the places of their figures."""

from collections.abc import Callable
from decimal import Decimal

from core.checks.amounts import caption, count, period, say
from core.checks.causes import CERTAIN, Cause, Suspect
from core.checks.check import Check, Status
from core.checks.equation import Equation, Kind, Term
from core.checks.slips import Slip, above_and_below
from core.source import Cite
from core.statements.statement import Statement, StatementKind

_NAMES = {
    StatementKind.BALANCE_SHEET: "the balance sheet",
    StatementKind.INCOME_STATEMENT: "the income statement",
    StatementKind.COMPREHENSIVE_INCOME: "the statement of comprehensive income",
    StatementKind.CASH_FLOW: "the statement of cash flows",
    StatementKind.EQUITY: "the statement of equity",
    StatementKind.SELECTED_DATA: "the selected data",
    StatementKind.QUARTERLY: "the quarterly data",
    StatementKind.SCHEDULE: "the schedule",
}


def name(statement: Statement) -> str:
    """What a table is called in a sentence."""
    return _NAMES.get(statement.kind, "this table")


def tied(equation: Equation) -> Check:
    """The check of an equation that holds."""
    reported = equation.printed(equation.whole.value, equation.whole)
    expected = equation.printed(equation.total, equation.whole)
    printed = equation.whole.figure.value
    shown = printed if printed is not None and printed == reported else reported  # with the zeros behind its point
    title = _HOLDS[equation.kind](equation, say(shown))
    return _check(equation, Status.TIES, title, reported, expected, _cites(equation))


def _check(
    equation: Equation, status: Status, title: str, reported: Decimal, expected: Decimal, cites: tuple[Cite, ...]
) -> Check:
    return Check(equation.rule, status, title, reported, expected, reported - expected, cites, equation.subject)


def _cites(equation: Equation) -> tuple[Cite, ...]:
    return (equation.whole.figure.cite, *[part.figure.cite for part in equation.parts])


def _lines(equation: Equation) -> str:
    parts, table = len(equation.parts), equation.parts[0].statement
    if table is not equation.whole.statement:
        return f"{count(parts)} of {name(table)}"
    return "its two" if parts == 2 and not equation.plain else f"its {count(parts)}"


def _columns(equation: Equation) -> str:
    return f"{count(len(equation.parts), 'column')} of its row"


def _changes(equation: Equation) -> str:
    return count(sum(1 for part in equation.parts[1:] if part.value), "change")


_QUARTERS = 4


def _beside(equation: Equation) -> str:
    """What is added to the four quarters of a margin: the costs that make sales of it."""
    costs = [caption(part.row, part.statement) for part in equation.parts[_QUARTERS:]]
    return f" of {caption(equation.parts[0].row, equation.parts[0].statement)} and {costs[0]}" if costs else ""


def _other(equation: Equation) -> str:
    """What the one part of an equation is called where it stands."""
    part = equation.parts[0]
    if equation.kind is Kind.OPENING and part.statement.kind is StatementKind.SCHEDULE:
        return "the year before"
    if equation.kind is Kind.OPENING:
        return period(part.statement.columns[part.figure.column], part.statement.columns)
    return name(part.statement)


_Told = Callable[[Equation, str], str]
_HOLDS: dict[Kind, _Told] = {
    Kind.SUM: lambda e, amount: f"{e.subject}: {amount} is what {_lines(e)} come to.",
    Kind.ACROSS: lambda e, amount: f"{e.subject}: {amount} is what the {_columns(e)} {_add(e)} to.",
    Kind.ROLL: lambda e, amount: f"{e.subject}: {amount} is the balance before it and its {_changes(e)}.",
    Kind.BALANCE: lambda e, amount: f"{e.subject}: {amount} are the liabilities and equity.",
    Kind.OPENING: lambda e, amount: f"{e.subject}: {amount} is what {_other(e)} ended with.",
    Kind.SAME: lambda e, amount: f"{e.subject}: {amount} in {name(e.whole.statement)} and in {_other(e)}.",
    Kind.YEAR: lambda e, amount: f"{e.subject}: {amount} is what the four quarters{_beside(e)} add to.",
    Kind.QUOTIENT: lambda e, amount: f"{e.subject}: {amount} is {_divided(e)}.",
}


def _divided(equation: Equation) -> str:
    """What is divided by what."""
    income, shares = (caption(part.row, part.statement) for part in equation.parts)
    return f"{income} by the number of shares ({shares})"


def _add(equation: Equation) -> str:
    plain = equation.plain and len(equation.parts) > 1
    return "add" if plain else "come" if len(equation.parts) > 1 else "comes"


def _have(place: str) -> str:
    return "have" if place.endswith("data") else "has"


_FAILS: dict[Kind, _Told] = {
    Kind.SUM: lambda e, amount: f"{_lines(e)} {_add(e)} to {amount}",
    Kind.ACROSS: lambda e, amount: f"the {_columns(e)} {_add(e)} to {amount}",
    Kind.ROLL: lambda e, amount: f"the balance before it and its {_changes(e)} come to {amount}",
    Kind.BALANCE: lambda _, amount: f"liabilities and equity come to {amount}",
    Kind.OPENING: lambda e, amount: f"{_other(e)} ended with {amount}",
    Kind.SAME: lambda e, amount: f"{_other(e)} {_have(_other(e))} {amount}",
    Kind.YEAR: lambda e, amount: f"the four quarters{_beside(e)} add to {amount}",
    Kind.QUOTIENT: lambda e, amount: f"{_divided(e)} is {amount}",
}
_SLIPS = {
    Slip.DIGIT: "one digit wrong",
    Slip.SWAPPED: "two digits exchanged",
    Slip.EXTRA: "one digit too many",
    Slip.LOST: "one digit missing",
    Slip.SIGN: "the other sign",
    Slip.SCALE: "three zeros too many or too few",
    Slip.EXCHANGED: "the figure of the column beside it",
    Slip.ROW: "the figure of the row beside it",
}


def found(cause: Cause) -> Check:
    """The check of a cause: off, or worth a look where it is less than certain."""
    suspect = cause.first
    equation = suspect.asked[0].equation
    whole = next((one.equation for one in suspect.asked if one.term is one.equation.whole), None)
    equation = whole or equation
    value = suspect.term.figure.value or Decimal(0)
    subject = equation.subject if whole is not None else _called(suspect.term)
    where = f" in {name(suspect.term.statement)}" if equation.kind in _BETWEEN else ""
    words = [
        f"{subject}: printed {say(value)}{where}; {_reason(equation, suspect, of_whole=whole is not None)}",
        _and_so(suspect, equation),
        f" ({_slip(suspect)})" if _slip(suspect) else "",
        ".",
        _rivals(cause),
    ]
    status = Status.OFF if cause.probability >= CERTAIN else Status.NOT_CHECKED
    return Check(
        equation.rule,
        status,
        "".join(words),
        value,
        suspect.wanted,
        value - suspect.wanted,
        _places(cause, equation),
        subject,
        round(cause.probability, _DECIMALS),
        tuple([fails(one) for one in cause.equations]),
    )


_DECIMALS = 4
_TWO_PLACES = frozenset({Kind.SAME, Kind.BALANCE, Kind.OPENING})
"""What holds one figure against one other: both are told in any case."""
_BETWEEN = frozenset({Kind.SAME, Kind.YEAR})
"""What holds between two tables: it is said in which of them the figure stands."""


def fails(equation: Equation) -> str:
    """An equation that fails, in a sentence."""
    reported = say(equation.printed(equation.whole.value, equation.whole))
    expected = say(equation.printed(equation.total, equation.whole))
    return f"{equation.subject}: printed {reported}; {_FAILS[equation.kind](equation, expected)}."


def _called(term: Term) -> str:
    columns = term.statement.columns
    when = period(columns[term.figure.column], columns)
    return f"{caption(term.row, term.statement)}, {when}"


def _reason(equation: Equation, suspect: Suspect, *, of_whole: bool) -> str:
    wanted = say(suspect.wanted)
    if of_whole:
        expected = equation.printed(equation.total, equation.whole)
        return _FAILS[equation.kind](equation, say(expected))
    if equation.kind is Kind.SAME:
        whole = equation.whole
        return f"{name(whole.statement)} {_have(name(whole.statement))} {say(equation.printed(whole.value, whole))}"
    return f"with {wanted}, {equation.subject} would add up"


def _and_so(suspect: Suspect, told: Equation) -> str:
    """What else speaks for it: another sum, or another place that prints it."""
    others = [one.equation for one in suspect.asked if one.equation is not told]
    if others:
        return f", and only so {others[0].subject} would add up"
    return ", and that is printed elsewhere" if suspect.witness and told.kind is not Kind.SAME else ""


def _slip(suspect: Suspect) -> str:
    if suspect.seen.slip is Slip.STALE:
        return _stale(suspect.term)
    return _SLIPS.get(suspect.seen.slip, "")


def _stale(term: Term) -> str:
    """Whose figure was printed here again."""
    printed = term.figure.value
    same = [one for one in term.row.figures if one.value == printed and one.column != term.figure.column]
    columns = term.statement.columns
    return f"the figure of {period(columns[same[0].column], columns)}" if same else ""


def _rivals(cause: Cause) -> str:
    if cause.first.seen.slip is Slip.NONE or cause.equations[0].kind in _TWO_PLACES:
        return ""
    names = [
        f"{_called(one.term)} ({say(one.wanted)} for {say(one.term.figure.value or Decimal(0))})"
        for one in cause.suspects[1:]
    ]
    return f" Or it is {' or '.join(names)}." if names else ""


def _places(cause: Cause, told: Equation) -> tuple[Cite, ...]:
    """The suspect first, then the equation that is told, then the others."""
    cites = [cause.first.term.figure.cite, *_cites(told)]
    for equation in cause.equations:
        cites += _cites(equation)
    if cause.first.seen.slip is Slip.ROW:
        printed = cause.first.term.figure.value
        cites += [figure.cite for figure in above_and_below(cause.first.term) if figure.value == printed]
    return tuple(dict.fromkeys(cites))
