"""The statements of a made-up company, drawn from its books."""

import datetime
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from core.statements.statement import Period, Role, StatementKind, Unit
from tests.typeset.company import Company, cash_flow, net_income, operating_cash, pretax
from tests.typeset.sheet import Column, Heads, Line, Sheet

COMPARED = 3
"""Fiscal years in statements of flows; balance sheets have one less."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of quarters of a fiscal year: what a column of flows is for."""

    year: int
    first: int = 1
    last: int = 4


@dataclass(frozen=True, slots=True)
class Told:
    """What a report tells: the fiscal year, the quarter at whose end it ends (4 in an annual report), and the words drawn
    for its titles and captions."""

    company: Company
    year: int
    quarter: int
    words: dict[str, str]
    oldest_first: bool = False

    def days(self) -> list[tuple[int, int]]:
        """The year and quarter at whose ends the balances are told."""
        return self._ordered([(self.year, self.quarter), (self.year - 1, 4)])

    def spans(self) -> list[Span]:
        """The stretches whose flows the income statement tells."""
        if self.quarter == 4:
            return self._ordered([Span(self.year - back) for back in range(COMPARED)])
        years = self._ordered([self.year, self.year - 1])
        three = [Span(year, self.quarter, self.quarter) for year in years]
        return three if self.quarter == 1 else three + self.whole()

    def whole(self) -> list[Span]:
        """The stretches from the beginning of a year: those of cash flows."""
        if self.quarter == 4:
            return self.spans()
        return [Span(year, 1, self.quarter) for year in self._ordered([self.year, self.year - 1])]

    def _ordered(self, newest_first: list) -> list:  # type: ignore[type-arg] # years, days or spans
        return newest_first[::-1] if self.oldest_first else newest_first

    def flow(self, name: str, span: Span) -> int:
        """One flow over a stretch."""
        return self.company.flow(name, span.year, span.first, span.last)

    def flows(self, span: Span) -> dict[str, int]:
        """Every flow over a stretch."""
        return {name: self.flow(name, span) for name in self.company.quarters[0].flows}

    def period(self, span: Span) -> Period:
        """First and last day of a stretch."""
        return self.company.period(span.year, span.first, span.last)

    def day(self, at: tuple[int, int]) -> Period:
        """The day at whose end a balance stands."""
        return Period(None, self.company.day(*at))

    def equity(self, year: int, quarter: int = 4) -> int:
        """What belongs to the owners."""
        common, capital, retained, treasury = (
            self.company.balance(name, year, quarter) for name in ("common", "capital", "retained", "treasury")
        )
        return common + capital + retained - treasury


WORDS: dict[str, tuple[str, ...]] = {
    "balance-title": ("Consolidated Balance Sheets", "Balance Sheets", "Consolidated Statements of Financial Position"),
    "income-title": (
        *(
            "Consolidated Statements of Income",
            "Consolidated Statements of Operations",
            "Statements of Consolidated Income",
        ),
        *("Statements of Income", "Consolidated Statements of Earnings"),
    ),
    "cash-title": (
        "Consolidated Statements of Cash Flows",
        "Statements of Cash Flows",
        "Statements of Consolidated Cash Flows",
    ),
    "equity-title": (
        *(
            "Consolidated Statements of Stockholders' Equity",
            "Consolidated Statements of Changes in Shareholders' Equity",
        ),
        *("Statements of Shareholders' Equity", "Consolidated Statements of Shareholders' Investment"),
    ),
    "sales": ("Net sales", "Revenues", "Net revenues", "Sales"),
    "cost": ("Cost of sales", "Cost of products sold", "Cost of goods sold"),
    "income": ("Net income", "Net earnings"),
    "owners": ("stockholders' equity", "shareholders' equity", "shareholders' investment"),
    "receivables": ("Accounts receivable, net", "Trade receivables", "Receivables"),
}


def worded(rng: random.Random) -> dict[str, str]:
    """One of each choice of words."""
    return {name: rng.choice(choices) for name, choices in WORDS.items()}


def line(caption: str, amounts: Sequence[int | Decimal | None], depth: int = 0, role: Role = Role.LINE) -> Line:
    """A line of money."""
    return Line(caption, tuple(None if each is None else Decimal(each) for each in amounts), depth, role)


def head(caption: str, depth: int = 0) -> Line:
    """A line without figures."""
    return Line(caption, (), depth, Role.HEADING, None)


def dated(days: Sequence[datetime.date]) -> str:
    """Days in words: `December 31, 1998 and 1997`; `June 30, 1998 and December 31, 1997`."""
    words = [f"{day:%B} {day.day}" for day in days]
    if len(set(words)) == 1:
        years = [str(day.year) for day in days]
        return f"{words[0]}, " + _listed(years)
    return _listed([f"{word}, {day.year}" for word, day in zip(words, days, strict=True)])


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def spanned(told: Told, spans: Sequence[Span]) -> str:
    """Stretches in words: `Years ended June 30, 1998, 1997 and 1996`."""
    months = {3 * (span.last - span.first + 1) for span in spans}
    ends = dated([told.company.day(span.year, span.last) for span in spans if span.first == spans[-1].first])
    if months == {12}:
        return f"Years ended {ends}"
    names = {3: "three", 6: "six", 9: "nine"}
    return f"For the {_listed([names[count] for count in sorted(months)])} months ended {ends}"


def balance_sheet(told: Told) -> Sheet:
    """Assets, liabilities, equity."""
    days = told.days()

    def stand(name: str, sign: int = 1) -> list[int]:
        return [sign * told.company.balance(name, *day) for day in days]

    def total(*names: str) -> list[int]:
        return [sum(each) for each in zip(*(stand(name) for name in names), strict=True)]

    current = ("cash", "receivables", "inventories", "prepaid")
    plant = ("land", "buildings", "machinery")
    owed = ("current_debt", "payables", "accrued", "taxes_payable")
    accumulated, equity = stand("accumulated"), [told.equity(*day) for day in days]
    net = [gross - worn for gross, worn in zip(total(*plant), accumulated, strict=True)]
    assets = [sum(each) for each in zip(total(*current), net, stand("goodwill"), strict=True)]
    owners = told.words["owners"]
    lines = (
        head("Assets"),
        head("Current assets:"),
        line("Cash and cash equivalents", stand("cash"), 1),
        line(told.words["receivables"], stand("receivables"), 1),
        line("Inventories", stand("inventories"), 1),
        line("Prepaid expenses and other current assets", stand("prepaid"), 1),
        line("Total current assets", total(*current), 0, Role.SUBTOTAL),
        head("Property, plant and equipment, at cost:"),
        line("Land", stand("land"), 1),
        line("Buildings and improvements", stand("buildings"), 1),
        line("Machinery and equipment", stand("machinery"), 1),
        line("Less accumulated depreciation and amortization", stand("accumulated", -1), 1),
        line("Net property, plant and equipment", net, 0, Role.SUBTOTAL),
        line("Goodwill", stand("goodwill")),
        line("Total assets", assets, 0, Role.TOTAL),
        head(f"Liabilities and {owners}"),
        head("Current liabilities:"),
        line("Current portion of long-term debt", stand("current_debt"), 1),
        line("Accounts payable", stand("payables"), 1),
        line("Accrued expenses", stand("accrued"), 1),
        line("Income taxes payable", stand("taxes_payable"), 1),
        line("Total current liabilities", total(*owed), 0, Role.SUBTOTAL),
        line("Long-term debt, less current portion", stand("debt")),
        line("Deferred income taxes", stand("deferred")),
        head(f"{owners.capitalize()}:"),
        line(_stock(told), stand("common"), 1),
        line("Additional paid-in capital", stand("capital"), 1),
        line("Retained earnings", stand("retained"), 1),
        line("Less treasury stock, at cost", stand("treasury", -1), 1),
        line(f"Total {owners}", equity, 0, Role.SUBTOTAL),
        line(f"Total liabilities and {owners}", assets, 0, Role.TOTAL),
    )
    columns = tuple(Column(told.day(day)) for day in days)
    about = dated([told.company.day(*day) for day in days])
    title = told.words["balance-title"]
    split = next(index for index, each in enumerate(lines) if each.caption.startswith("Liabilities and"))
    scale = told.company.scale
    return Sheet(StatementKind.BALANCE_SHEET, title, Heads.INSTANTS, columns, lines, scale, about=about, split=split)


def _stock(told: Told) -> str:
    authorized = 40 * told.company.shares * told.company.scale
    return f"Common stock, par value $.10 per share; {authorized:,} shares authorized"


def income_statement(told: Told) -> Sheet:
    """From sales to what is earned a share."""
    spans = told.spans()

    def of(work: Callable[[dict[str, int]], int]) -> list[int]:
        return [work(told.flows(span)) for span in spans]

    def flow(*names: str) -> list[int]:
        return of(lambda flows: sum(flows[name] for name in names))

    def operating(flows: dict[str, int]) -> int:
        return pretax(flows) + flows["interest"] - flows["other"]

    income = of(net_income)
    lines = (
        line(told.words["sales"], flow("sales")),
        line(told.words["cost"], flow("cost")),
        line("Gross profit", of(lambda flows: flows["sales"] - flows["cost"]), 0, Role.SUBTOTAL),
        head("Operating expenses:"),
        line("Selling, general and administrative", flow("selling"), 1),
        line("Research and development", flow("research"), 1),
        line("Depreciation and amortization", flow("depreciation"), 1),
        line("Total operating expenses", flow("selling", "research", "depreciation"), 1, Role.SUBTOTAL),
        line("Operating income", of(operating), 0, Role.SUBTOTAL),
        line("Interest expense", [-each for each in flow("interest")]),
        line("Other income (expense), net", flow("other")),
        line("Income before income taxes", of(pretax), 0, Role.SUBTOTAL),
        line("Provision for income taxes", flow("current_tax", "deferred_tax")),
        line(told.words["income"], income, 0, Role.TOTAL),
        head(f"{told.words['income']} per share:"),
        *_per_share(told, income),
    )
    columns = tuple(Column(told.period(span)) for span in spans)
    title, about = told.words["income-title"], spanned(told, spans)
    heads = Heads.YEARS if told.quarter == 4 else Heads.MONTHS
    return Sheet(StatementKind.INCOME_STATEMENT, title, heads, columns, lines, told.company.scale, about=about)


def _per_share(told: Told, income: list[int]) -> tuple[Line, ...]:
    shares = told.company.shares
    diluted = shares + shares // 40
    lower = tuple((Decimal(each) / diluted).quantize(Decimal("0.01")) for each in income)
    basic = tuple(told.company.per_share(each) for each in income)
    return (
        Line("Basic", basic, 1, unit=Unit.PER_SHARE, places=2),
        Line("Diluted", lower, 1, unit=Unit.PER_SHARE, places=2),
        head("Weighted average shares outstanding:"),
        Line("Basic", (Decimal(shares),) * len(income), 1, unit=Unit.SHARES),
        Line("Diluted", (Decimal(diluted),) * len(income), 1, unit=Unit.SHARES),
    )


def cash_flows(told: Told) -> Sheet:
    """What came in and went out."""
    spans = told.whole()
    company = told.company

    def flow(name: str, sign: int = 1) -> list[int]:
        return [sign * told.flow(name, span) for span in spans]

    def of(work: Callable[[dict[str, int]], int]) -> list[int]:
        return [work(told.flows(span)) for span in spans]

    ended = "year" if told.quarter == 4 else "period"
    periods = [told.period(span) for span in spans]
    opening = [company.balance("cash", span.year, span.first - 1) for span in spans]
    closing = [company.balance("cash", span.year, span.last) for span in spans]
    lines = (
        head("Operating activities:"),
        line(told.words["income"], of(net_income), 1),
        head("Adjustments to reconcile net income to net cash provided by operating activities:", 1),
        line("Depreciation and amortization", flow("depreciation"), 2),
        line("Deferred income taxes", flow("deferred_tax"), 2),
        head("Changes in operating assets and liabilities:", 2),
        line("Receivables", flow("receivables"), 3),
        line("Inventories", flow("inventories"), 3),
        line("Prepaid expenses and other", flow("prepaid"), 3),
        line("Accounts payable", flow("payables"), 3),
        line("Accrued expenses", flow("accrued"), 3),
        line("Income taxes payable", flow("taxes_payable"), 3),
        line("Net cash provided by operating activities", of(operating_cash), 1, Role.SUBTOTAL),
        head("Investing activities:"),
        line("Capital expenditures", flow("capital", -1), 1),
        line("Purchase of businesses, net of cash acquired", flow("acquired", -1), 1),
        line("Net cash used in investing activities", of(_invested), 1, Role.SUBTOTAL),
        head("Financing activities:"),
        line("Proceeds from long-term debt", flow("borrowed"), 1),
        line("Repayment of long-term debt", flow("repaid", -1), 1),
        line("Cash dividends paid", flow("dividends", -1), 1),
        line("Issuance of common stock", flow("issued"), 1),
        line("Purchase of treasury stock", flow("treasury", -1), 1),
        line("Net cash provided by (used in) financing activities", of(_financed), 1, Role.SUBTOTAL),
        line("Net increase (decrease) in cash and cash equivalents", of(cash_flow), 0, Role.SUBTOTAL),
        at(line(f"Cash and cash equivalents at beginning of {ended}", opening), [day_before(one) for one in periods]),
        at(
            line(f"Cash and cash equivalents at end of {ended}", closing, 0, Role.TOTAL),
            [Period(None, one.end) for one in periods],
        ),
    )
    columns = tuple(Column(told.period(span)) for span in spans)
    title, about = told.words["cash-title"], spanned(told, spans)
    heads = Heads.YEARS if told.quarter == 4 else Heads.MONTHS
    return Sheet(StatementKind.CASH_FLOW, title, heads, columns, lines, company.scale, about=about)


def _invested(flows: dict[str, int]) -> int:
    return -flows["capital"] - flows["acquired"]


def _financed(flows: dict[str, int]) -> int:
    return flows["borrowed"] + flows["issued"] - flows["repaid"] - flows["dividends"] - flows["treasury"]


def at(one: Line, times: Sequence[Period | None]) -> Line:
    """A line whose figures have times of their own: a balance in a column of flows, what happened between two balances."""
    return replace(one, times=tuple(times))


def day_before(period: Period) -> Period:
    """The moment at which a period begins."""
    assert period.start is not None
    return Period(None, period.start - datetime.timedelta(1))


def equity_statement(told: Told) -> Sheet:
    """How the parts of equity moved over three years."""
    company = told.company
    lines = [_balance(told, told.year - COMPARED)]
    for year in range(told.year - COMPARED + 1, told.year + 1):
        span = Span(year)
        flows, period = told.flows(span), told.period(span)
        income, issued = net_income(flows), flows["issued"]
        par = company.balance("common", year) - company.balance("common", year - 1)
        lines += [
            _moved(period, told.words["income"], None, None, income, None),
            _moved(period, "Cash dividends declared", None, None, -flows["dividends"], None),
            _moved(period, "Stock issued under employee plans", par, issued - par, None, None),
            _moved(period, "Purchase of treasury stock", None, None, None, -flows["treasury"]),
            _balance(told, year),
        ]
    members = ("Common Stock", "Additional Paid-in Capital", "Retained Earnings", "Treasury Stock", "Total")
    columns = tuple(Column(member=member) for member in members)
    title, about = told.words["equity-title"], spanned(told, [Span(told.year - back) for back in range(COMPARED)])
    return Sheet(StatementKind.EQUITY, title, Heads.MEMBERS, columns, tuple(lines), company.scale, about=about)


def _moved(period: Period, caption: str, *parts: int | None) -> Line:
    return at(line(caption, [*parts, sum(part or 0 for part in parts)]), [period] * (len(parts) + 1))


def _balance(told: Told, year: int) -> Line:
    common, capital, retained, treasury = (
        told.company.balance(name, year) for name in ("common", "capital", "retained", "treasury")
    )
    day = told.company.day(year)
    made = line(f"Balance at {day:%B} {day.day}, {day.year}", [common, capital, retained, -treasury, told.equity(year)])
    return Line(made.caption, made.amounts, 0, Role.TOTAL, Unit.MONEY, day)
