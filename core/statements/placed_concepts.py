"""What the place of a row among the others tells of its concept, where a caption alone is one of two."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from core.statements.caption_words import words_of
from core.statements.statement import Role, Row, StatementKind
from core.statements.zones import Zone, zones

_SHARED = "ProfitLoss"
_WHOLE_EQUITY = "StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest"
_OWN_EQUITY = "StockholdersEquity"
_OTHERS = "noncontrolling"
_OWN_INCOME = "NetIncomeLoss"
_WHOLE_INCOMES = frozenset(("net income", "net income period", "total net income"))
"""What an income is called that may be all or the company's own: where nobody shares in it, it is the company's."""
_NEAR = 6
"""Rows below an income in which the part of others in it stands."""
_INCOMES = frozenset(
    ("net income", "income", "consolidated net income", "net income including noncontrolling interest",
     "net income before noncontrolling interest", "net income period", "total net income")
)  # fmt: skip
_EQUITIES = frozenset(
    ("total equity", "total stockholder equity", "stockholder equity", "equity", "total deficit", "total stockholder deficit",
     "total equity deficit", "net stockholder equity", "total capital", "total stockholder investment")
)  # fmt: skip
_COSTS = frozenset(
    ("total operating expense", "total cost expense", "total operating cost expense", "total expense", "total cost",
     "total operating cost", "total operating expense cost", "total cost other deduction")
)  # fmt: skip
_OTHER_INCOMES = frozenset(
    ("other income net", "other income", "other net", "total other income", "total other income net", "other expense net",
     "total other expense", "total other expense net", "nonoperating income net", "other income expense net",
     "other income expense", "total nonoperating income", "investment other income net", "other gain income",
     "total other income expense net", "total other income expense", "other expense", "nonoperating expense net")
)  # fmt: skip
_OPERATING = frozenset(
    ("operating income", "income operation", "operating profit", "total operating income", "income from operation")
)
_BEFORE_TAX = frozenset(("before", "pretax"))


class Laid(NamedTuple):
    """The rows of a statement with their words and their parts; `shared` whether others have a part in the income of its
    filing."""

    kind: StatementKind
    rows: Sequence[Row]
    words: Sequence[tuple[str, ...]]
    zones: Sequence[Zone | None]
    shared: bool


def laid(kind: StatementKind, rows: Sequence[Row], shared: bool) -> Laid:
    """The rows of a statement as their concepts are asked for."""
    return Laid(kind, rows, [words_of(row.label) for row in rows], zones(kind, rows), shared)


def placed(laid: Laid) -> list[str]:
    """For each row the concept that its place tells, empty where it tells none."""
    found = [""] * len(laid.rows)
    for at, concept in _TELLS.get(laid.kind, _nothing)(laid):
        if laid.rows[at].figures:
            found[at] = concept
    return found


def has_others(rows: Sequence[Row]) -> bool:
    """Whether a statement of income says what part of it others have."""
    return any(_OTHERS in words_of(row.label) for row in rows if row.figures)


def _nothing(_laid: Laid) -> Iterator[tuple[int, str]]:
    yield from ()


def _income(laid: Laid) -> Iterator[tuple[int, str]]:
    keys = [" ".join(words) for words in laid.words]
    gross = any("gross" in words for words in laid.words)
    for at, key in enumerate(keys):
        if laid.zones[at] is not Zone.INCOME:
            continue
        if key in _COSTS and (gross or "cost" in key):
            yield at, "OperatingExpenses" if gross else "CostsAndExpenses"
        elif concept := _whose_income(laid, at, key):
            yield at, concept
    yield from _beside_operations(laid, keys)


def _whose_income(laid: Laid, at: int, key: str) -> str:
    """Whether an income is that of all, or the company's own; empty where its place does not tell."""
    if key in _INCOMES and any(_OTHERS in words for words in laid.words[at + 1 : at + _NEAR]):
        return _SHARED
    if key in _WHOLE_INCOMES:
        return "" if laid.shared else _OWN_INCOME
    others_above = key == "net income common" and any(_OTHERS in words for words in laid.words[:at])
    return _OWN_INCOME if others_above and not _apart(laid.words) else ""


def _apart(words: Sequence[tuple[str, ...]]) -> bool:
    """Whether the income of the company is told apart from that of its common shares."""
    return any("parent" in said or "preferred" in said or "preference" in said for said in words)


def _beside_operations(laid: Laid, keys: Sequence[str]) -> Iterator[tuple[int, str]]:
    """What stands between the operating income and the income before taxes: all of it together, or the rest of it."""
    inside = _between(laid, keys)
    for at in inside:
        if keys[at] in _OTHER_INCOMES:
            whole = len(inside) == 1 or laid.words[at][0] == "total" or (at == inside[-1] and _sums(laid.rows[at]))
            yield at, "NonoperatingIncomeExpense" if whole else "OtherNonoperatingIncomeExpense"


def _between(laid: Laid, keys: Sequence[str]) -> list[int]:
    """The rows with figures between the operating income and the income before taxes."""
    figured = [at for at, row in enumerate(laid.rows) if row.figures]
    start = next((at for at in figured if keys[at] in _OPERATING), len(keys))
    end = next((at for at in figured if at > start and _BEFORE_TAX & set(laid.words[at])), start)
    return [at for at in figured if start < at < end]


def _sums(row: Row) -> bool:
    """Whether a row is the total of those above it."""
    return row.role in (Role.SUBTOTAL, Role.TOTAL)


def _cash_flow(laid: Laid) -> Iterator[tuple[int, str]]:
    first = next(
        (at for at, words in enumerate(laid.words) if " ".join(words) in _INCOMES and laid.rows[at].figures), None
    )
    if first is None or laid.zones[first] is not Zone.OPERATING:
        return
    if laid.shared or " ".join(laid.words[first]) in _WHOLE_INCOMES:
        yield first, _SHARED if laid.shared else _OWN_INCOME


def _balance_sheet(laid: Laid) -> Iterator[tuple[int, str]]:
    others = [at for at, words in enumerate(laid.words) if _is_others(words) and laid.rows[at].figures]
    for at, words in enumerate(laid.words):
        key = " ".join(words)
        if key in _EQUITIES:
            yield at, _WHOLE_EQUITY if others and at > others[-1] else _OWN_EQUITY
        elif words and words[0] == "total" and words[-2:] == ("stockholder", "equity") and "liability" not in words:
            yield at, _OWN_EQUITY


def _is_others(words: tuple[str, ...]) -> bool:
    return _OTHERS in words and not {"redeemable", "total", "including", "liability"} & set(words)


_TELLS = {
    StatementKind.INCOME_STATEMENT: _income,
    StatementKind.CASH_FLOW: _cash_flow,
    StatementKind.BALANCE_SHEET: _balance_sheet,
}
