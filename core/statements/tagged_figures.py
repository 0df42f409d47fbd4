"""What inline XBRL says of a table: which figure is tagged as what, and so its rows' concepts, its columns' periods and its
scale."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence

from core.evidence import CERTAIN, Clue, Verdict, single
from core.facts.fact import Fact, PlacedFact
from core.facts.fact import Period as Tagged
from core.figures import DASHES, LONGEST_AMOUNT
from core.source import Cite
from core.statements.statement import Column, Figure, Period, Row, StatementKind, Unit

_MOST = 0.6
"""A column has a period where so many of its tagged figures have it."""
_PRESENT = frozenset({StatementKind.BALANCE_SHEET})


_ANCHORS = {
    StatementKind.BALANCE_SHEET: (
        frozenset({"LiabilitiesAndStockholdersEquity", "EquityAndLiabilities"}),
        frozenset({"Assets", "AssetsCurrent", "Liabilities", "LiabilitiesCurrent", "StockholdersEquity", "Equity"}),
        1,
    ),
    StatementKind.INCOME_STATEMENT: (
        frozenset(
            {f"EarningsPerShare{how}" for how in ("Basic", "Diluted", "BasicAndDiluted")}
            | {"BasicEarningsLossPerShare", "DilutedEarningsLossPerShare"}
        ),
        frozenset({"NetIncomeLoss", "ProfitLoss", "IncomeTaxExpenseBenefit", "IncomeTaxExpenseContinuingOperations"}),
        1,
    ),
    StatementKind.CASH_FLOW: (
        frozenset({"NetCashProvidedByUsedInOperatingActivities", "CashFlowsFromUsedInOperatingActivities"}),
        frozenset(
            {f"NetCashProvidedByUsedIn{activity}Activities" for activity in ("Investing", "Financing")}
            | {f"CashFlowsFromUsedIn{activity}Activities" for activity in ("Investing", "Financing")}
        ),
        2,
    ),
}
"""Of each statement: concepts of which it has one, others, and how many of those it has at least."""
_ENOUGH = 12
"""A statement has at least so many tagged figures."""


_TAGGED = 2 * CERTAIN
"""The weight of a column's tags, whatever its head prints."""
_HUNDREDTHS, _LARGEST = -2, 12
"""Powers of ten: that of what is printed in per cent, and the largest that is taken for a table's scale."""
_CODE = 3
"""Letters of a currency's ISO code."""


class Tags:
    """The tagged figures of one document, by their places."""

    def __init__(self, facts: Iterable[PlacedFact] = ()) -> None:
        placed = sorted(
            (one.cite.start, one.cite.end, at, one.fact) for at, one in enumerate(facts) if one.fact.numeric
        )
        self._starts = [start for start, _, _, _ in placed]
        self._placed = placed
        self.any = bool(placed)
        """Whether anything is tagged."""

    def at(self, cite: Cite) -> Fact | None:
        """What the figure at this place is tagged as; the innermost where tags lie in one another."""
        if not self._starts:
            return None
        last = bisect_left(self._starts, cite.end) - 1
        if last < 0:
            return None
        _, end, _, fact = self._placed[last]
        return fact if end > cite.start else None


def told_kind(facts: Sequence[Fact]) -> StatementKind | None:
    """The statement that a table with these tags is; None where they do not tell."""
    whole = {fact.concept.partition(":")[2] for fact in facts if not fact.dimensions}
    if len(facts) < _ENOUGH or sum(not fact.dimensions for fact in facts) < _MOST * len(facts):
        return None
    for kind, (one, others, least) in _ANCHORS.items():
        if whole & one and len(whole & others) >= least:
            return kind
    return None


def common_concept(figures: Sequence[Figure]) -> str | None:
    """The concept that most figures of a row are tagged with, the first of several; None where none is."""
    told = [figure.fact.concept for figure in figures if figure.fact is not None]
    return max(told, key=told.count, default=None)


def unit_of(fact: Fact | None, otherwise: Unit | None) -> Unit | None:
    """What a figure counts, by the unit that it is tagged with."""
    if fact is None or fact.unit is None:
        return otherwise
    if fact.unit == "shares":
        return Unit.SHARES
    if "/" in fact.unit:
        return Unit.PER_SHARE if fact.unit.endswith("/shares") else otherwise
    if fact.unit == "pure":
        known = otherwise if otherwise is not Unit.MONEY else None
        return Unit.PERCENT if fact.scale == _HUNDREDTHS else known or Unit.NUMBER
    return Unit.MONEY if _is_currency(fact.unit) else Unit.NUMBER


def _is_currency(unit: str) -> bool:
    """Whether a unit is the ISO code of a currency."""
    return len(unit) == _CODE and unit.isupper()


def _money(rows: Iterable[Row]) -> list[tuple[Figure, Fact]]:
    """The tagged figures of the rows that count money."""
    return [
        (figure, figure.fact)
        for row in rows
        if row.unit is Unit.MONEY
        for figure in row.figures
        if figure.fact is not None
    ]


def tagged_scale(rows: Iterable[Row]) -> Verdict[int] | None:
    """What the money of a table is multiplied by, as most of its tags say."""
    told = Counter([fact.scale for figure, fact in _money(rows) if figure.value])
    scale = told.most_common(1)[0][0] if told else -1
    return single("scale/tags", 10**scale) if 0 <= scale <= _LARGEST else None


def tagged_currency(rows: Iterable[Row]) -> Verdict[str] | None:
    """The currency that most of the money in a table is tagged with."""
    told = Counter([fact.unit for _, fact in _money(rows) if fact.unit and _is_currency(fact.unit)])
    return single("currency/tags", told.most_common(1)[0][0]) if told else None


def with_values(rows: tuple[Row, ...], scale: int) -> tuple[Row, ...]:
    """The rows, a figure whose printing is not understood having the value that it is tagged with: `no`, `twelve thousand`;
    not one that is too long for an amount."""
    return tuple(
        row._replace(figures=tuple(_valued(figure, row, scale) for figure in row.figures))
        if any(figure.value is None and figure.fact is not None for figure in row.figures)
        else row
        for row in rows
    )


def _valued(figure: Figure, row: Row, scale: int) -> Figure:
    fact = figure.fact
    if figure.value is not None or fact is None or fact.value is None or not _is_whole(figure.text, fact.text):
        return figure
    if len(fact.value.as_tuple().digits) > LONGEST_AMOUNT:
        return figure
    unit = unit_of(fact, row.unit)
    value = fact.value / scale if unit is Unit.MONEY else fact.value.scaleb(-fact.scale)
    return figure._replace(value=value, unit=None if unit is row.unit else unit)


def _is_whole(printed: str, tagged: str) -> bool:
    """Whether what is tagged is all that a cell prints, but for signs: not one end of a range, nor a figure among words."""
    rest = printed.replace(tagged, "", 1)
    return tagged in printed and not any(map(str.isalnum, rest)) and sum(map(rest.count, DASHES)) <= 1


def with_periods(kind: StatementKind, columns: Sequence[Column], rows: Sequence[Row]) -> tuple[Column, ...]:
    """The columns with the periods that their figures are tagged with, where these agree."""
    if kind is StatementKind.EQUITY:
        return tuple(columns)
    told: list[Counter[Tagged]] = [Counter() for _ in columns]
    for row in rows:
        for figure in row.figures:
            if figure.fact is not None and figure.fact.period is not None:
                told[figure.column][figure.fact.period] += 1
    return tuple(_column(kind, column, periods) for column, periods in zip(columns, told, strict=True))


def _column(kind: StatementKind, column: Column, told: Counter[Tagged]) -> Column:
    """A column with the period that most of its tags name: a span of time for flows, a day for a balance sheet."""
    wanted = {period: n for period, n in told.items() if (period.start is None) == (kind in _PRESENT)} or dict(told)
    if not wanted:
        return column
    period = max(wanted, key=lambda one: wanted[one])
    if wanted[period] < _MOST * sum(wanted.values()) or (period.end == column.end and period.start == column.start):
        return column
    member = None if column.member == column.label and column.end is None else column.member
    return Column(column.label, period.start, period.end, member, _tags_over(column, Period(period.start, period.end)))


def _tags_over(column: Column, told: Period) -> Verdict[Period]:
    """The verdict that a column has the period that its figures are tagged with, against what its head says."""
    clue, head = Clue("column-period/tags", _TAGGED, told), column.verdict
    if head is None:
        return Verdict(told, _TAGGED, (clue,))
    return Verdict(told, _TAGGED, (clue, *head.clues), head.decided, head.score)
