"""A table with its meaning: statement, columns with periods, rows with nesting and units, figures with their place."""

import datetime
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from core.evidence import Verdict
from core.facts.fact import Fact
from core.source import Cite


class StatementKind(StrEnum):
    """Which statement a table is."""

    BALANCE_SHEET = "balance_sheet"
    INCOME_STATEMENT = "income_statement"
    COMPREHENSIVE_INCOME = "comprehensive_income"
    CASH_FLOW = "cash_flow"
    EQUITY = "equity"
    SELECTED_DATA = "selected_data"
    QUARTERLY = "quarterly"
    SCHEDULE = "schedule"
    NOTE = "note"
    OTHER = "other"


class Period(NamedTuple):
    """First and last day of a period; an instant has no first day, and what is not known is None."""

    start: datetime.date | None
    end: datetime.date | None


_new = tuple.__new__
PRIMARY = frozenset(
    {
        StatementKind.BALANCE_SHEET,
        StatementKind.INCOME_STATEMENT,
        StatementKind.COMPREHENSIVE_INCOME,
        StatementKind.CASH_FLOW,
        StatementKind.EQUITY,
    }
)


class Role(StrEnum):
    """What a row is for."""

    HEADING = "heading"
    LINE = "line"
    SUBTOTAL = "subtotal"
    TOTAL = "total"


class Unit(StrEnum):
    """What a row's figures count."""

    MONEY = "money"
    PER_SHARE = "per_share"
    SHARES = "shares"
    PERCENT = "percent"
    NUMBER = "number"


class Figure(NamedTuple):
    """One printed figure: `text` as printed, `value` with its sign and not scaled (nil dash is 0, None for words); `fact`
    what it is tagged as, in an inline XBRL document; `unit` what it counts where that is not what its row counts: a price
    beside a number of shares, a percentage beside an amount; `time` when, where that is not its column's: an opening
    balance, a row that is a date."""

    column: int
    text: str
    value: Decimal | None
    cite: Cite
    fact: Fact | None = None
    unit: Unit | None = None
    time: Period | None = None

    def of(self, time: Period) -> "Figure":
        """The same of another time than its column's."""
        return _new(Figure, (*self[:-1], time))


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `label` as printed; `start` and `end` of its period (an instant has no start), or what it stands for
    (`member`: an equity component, a segment) where columns are not periods. `verdict` tells by
    which rules its period was told."""

    label: str
    start: datetime.date | None = None
    end: datetime.date | None = None
    member: str | None = None
    verdict: Verdict[Period] | None = None


_NO_COLUMN = Column("")


class Row(NamedTuple):
    """A row: whole caption (empty where none is printed), depth from 0, what it is for, what it counts, its concept
    (`us-gaap:Assets`, or None), and its figures, by rising column. `date` is set where rows carry dates (equity);
    `line` is the concept by which we know it again in other filings, where that is not the one it is tagged with.
    `role_verdict` and `unit_verdict` tell by which rules its role and its unit were told, `concept_verdict` what was thought
    of the concept of a row without tags."""

    label: str
    depth: int
    role: Role
    unit: Unit | None
    concept: str | None
    cite: Cite
    figures: tuple[Figure, ...]
    ruled: bool = False
    date: datetime.date | None = None
    line: str | None = None
    role_verdict: Verdict[Role] | None = None
    unit_verdict: Verdict[Unit] | None = None
    concept_verdict: Verdict[str] | None = None

    @property
    def known(self) -> str | None:
        """The line that it is, whatever concept it is tagged with."""
        return self.line or self.concept

    def counts(self, figure: Figure) -> Unit | None:
        """What one of its figures counts."""
        return figure.unit or self.unit

    def at(self, column: int) -> Figure | None:
        """The figure in this column, if the filing prints one."""
        return next((figure for figure in self.figures if figure.column == column), None)


@dataclass(frozen=True, slots=True)
class Statement:
    """A table with figures. `scale` (1, 1000, 1000000) is what its money figures are multiplied by, `share_scale` its
    numbers of shares (`core.statements.amount` tells what a figure comes to); `section` the id of the outline section that
    holds it; `cite` its places, more than one span where it runs over pages; `owner` the company that it is of, where the
    filing holds that of others too. The verdicts tell by which rules its kind, its scales and its currency were told."""

    id: str
    kind: StatementKind
    title: str | None
    section: str | None
    cite: Cite
    currency: str | None
    scale: int
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    verdict: Verdict[StatementKind] | None = None
    scale_verdict: Verdict[int] | None = None
    currency_verdict: Verdict[str] | None = None
    share_verdict: Verdict[int] | None = None
    owner: str | None = None

    @property
    def share_scale(self) -> int:
        """What its numbers of shares are multiplied by, where neither a caption nor a head says it."""
        return self.share_verdict.decided if self.share_verdict is not None else 1

    def time(self, row: Row, figure: Figure) -> Period:
        """When a figure is of: as it is tagged, its own time, else the day of its row, else the period of its column."""
        if figure.fact is not None and figure.fact.period is not None:
            return Period(figure.fact.period.start, figure.fact.period.end)
        if figure.time is not None:
            return figure.time
        if row.date is not None:
            return Period(None, row.date)
        column = self.columns[figure.column] if figure.column < len(self.columns) else _NO_COLUMN
        return Period(column.start, column.end)
