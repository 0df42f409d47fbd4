"""The tables of notes and of other Items, drawn from the same books, so that they agree with the statements."""

import datetime
import random
from dataclasses import replace
from decimal import Decimal

from core.statements.statement import Period, Role, StatementKind, Unit
from tests.typeset.company import net_income, pretax
from tests.typeset.sheet import Column, Heads, Line, Sheet
from tests.typeset.statements import COMPARED, Span, Told, dated, day_before, head, line, spanned

NOTE = StatementKind.NOTE
SELECTED = 5
ORDINALS = ("First", "Second", "Third", "Fourth")
SEGMENTS = ("Household", "Industrial", "International")


def parted(total: int, shares: tuple[int, ...]) -> list[int]:
    """A total in parts by these percentages; the last takes what remains."""
    parts = [total * share // 100 for share in shares[:-1]]
    return [*parts, total - sum(parts)]


def _days(told: Told) -> tuple[tuple[Column, ...], str]:
    return tuple(Column(told.day(at)) for at in told.days()), dated([told.company.day(*at) for at in told.days()])


def _years(told: Told) -> tuple[list[Span], tuple[Column, ...], str]:
    spans = told.whole()
    return spans, tuple(Column(told.period(span)) for span in spans), spanned(told, spans)


def _flows(told: Told) -> Heads:
    return Heads.YEARS if told.quarter == 4 else Heads.MONTHS


def inventories(told: Told) -> Sheet:
    """Raw, half made, made."""
    columns, about = _days(told)
    totals = [told.company.balance("inventories", *at) for at in told.days()]
    parts = list(zip(*(parted(total, (34, 21, 45)) for total in totals), strict=True))
    names = ("Raw materials and supplies", "Work in process", "Finished goods")
    lines = (*(line(name, part) for name, part in zip(names, parts, strict=True)), line("Total", totals, 0, Role.TOTAL))
    lead = f"Inventories at {about} consisted of the following"
    return Sheet(NOTE, "", Heads.INSTANTS, columns, lines, told.company.scale, lead, about)


def debt(told: Told) -> Sheet:
    """What is owed, and what of it soon."""
    columns, about = _days(told)
    ats = told.days()
    soon, later = ([told.company.balance(name, *at) for at in ats] for name in ("current_debt", "debt"))
    whole = [sum(each) for each in zip(soon, later, strict=True)]
    parts = list(zip(*(parted(total, (55, 30, 15)) for total in whole), strict=True))
    lines = (
        line("Notes payable to banks, 7.25%", parts[0]),
        line("Senior notes, 8.40%, due in installments through 2009", parts[1]),
        line("Industrial revenue bonds and other", parts[2]),
        line("Total debt", whole, 0, Role.SUBTOTAL),
        line("Less current portion", [-each for each in soon]),
        line("Long-term debt", later, 0, Role.TOTAL),
    )
    lead = f"Long-term debt at {about} was made up as follows"
    return Sheet(NOTE, "", Heads.INSTANTS, columns, lines, told.company.scale, lead, about)


def taxes(told: Told) -> Sheet:
    """Current and deferred."""
    spans, columns, about = _years(told)
    current, deferred = ([told.flow(name, span) for span in spans] for name in ("current_tax", "deferred_tax"))
    federal, state = zip(*(parted(each, (84, 16)) for each in current), strict=True)
    lines = (
        head("Current:"),
        line("Federal", federal, 1),
        line("State", state, 1),
        line("Total current", current, 1, Role.SUBTOTAL),
        line("Deferred", deferred),
        line("Provision for income taxes", [sum(each) for each in zip(current, deferred, strict=True)], 0, Role.TOTAL),
    )
    lead = f"The provision for income taxes {_for(about)} was"
    return Sheet(NOTE, "", _flows(told), columns, lines, told.company.scale, lead, about)


def _for(about: str) -> str:
    return f"for the {about[0].lower()}{about[1:]}".replace("for the for the", "for the")


def tax_rates(told: Told) -> Sheet:
    """From the rate of the law to that of the company, in percent."""
    spans, columns, about = _years(told)
    flows = [told.flows(span) for span in spans]
    rates = [Decimal(100 * (one["current_tax"] + one["deferred_tax"])) / pretax(one) for one in flows]
    rates = [rate.quantize(Decimal("0.1")) for rate in rates]
    state = [Decimal("2.1") + Decimal(index) / 10 for index in range(len(rates))]
    other = [rate - 35 - part for rate, part in zip(rates, state, strict=True)]
    names = ("Federal statutory rate", "State taxes, net of federal benefit", "Other")
    rows = zip(names, ([Decimal("35.0")] * len(rates), state, other), strict=True)
    lines = (
        *(Line(name, tuple(row), unit=Unit.PERCENT, places=1) for name, row in rows),
        Line("Effective tax rate", tuple(rates), 0, Role.TOTAL, Unit.PERCENT, places=1),
    )
    lead = f"The effective tax rate {_for(about)} differed from the rate of the law as follows"
    return Sheet(NOTE, "", _flows(told), columns, lines, 1, lead, about)


def earnings_a_share(told: Told) -> Sheet:
    """What was earned, over how many shares."""
    spans, columns, about = _years(told)
    incomes = [net_income(told.flows(span)) for span in spans]
    shares = (Decimal(told.company.shares),) * len(spans)
    lines = (
        line(told.words["income"], incomes),
        Line("Weighted average shares outstanding", shares, unit=Unit.SHARES),
        Line(
            f"{told.words['income']} per share",
            tuple(map(told.company.per_share, incomes)),
            unit=Unit.PER_SHARE,
            places=2,
        ),
    )
    lead = f"{told.words['income']} per share {_for(about)} is computed as follows"
    return Sheet(NOTE, "", _flows(told), columns, lines, told.company.scale, lead, about)


def maturities(told: Told) -> Sheet:
    """When what is owed falls due."""
    company = told.company
    soon, later = company.balance("current_debt", told.year), company.balance("debt", told.year)
    years = [soon, *parted(later, (30, 25, 20, 25))]
    names = [*(str(told.year + after) for after in range(1, 5)), "Thereafter"]
    day = company.day(told.year)
    owed = (Period(None, day),)
    lines = (
        *(Line(name, (Decimal(each),), times=owed) for name, each in zip(names, years, strict=True)),
        Line("Total", (Decimal(soon + later),), 0, Role.TOTAL, times=owed),
    )
    lead = f"Debt outstanding at {day:%B} {day.day}, {day.year} falls due in fiscal years as follows"
    return Sheet(NOTE, "", Heads.MEMBERS, (Column(member="Amount"),), lines, company.scale, lead)


def leases(told: Told) -> Sheet:
    """Rents to be paid, by year and kind of lease."""
    base = max(20, told.company.flow("interest", told.year) // 5)
    capital = [base * share // 100 for share in (30, 28, 20, 12, 10)]
    operating = [3 * base * share // 100 for share in (30, 26, 20, 14, 10)]
    names = [*(str(told.year + after) for after in range(1, 5)), "Later years"]
    rows = zip(names, capital, operating, strict=True)
    lines = (
        *(Line(name, (Decimal(one), Decimal(two)), timed=False) for name, one, two in rows),
        Line(
            "Total minimum lease payments", (Decimal(sum(capital)), Decimal(sum(operating))), 0, Role.TOTAL, timed=False
        ),
    )
    columns = (Column(member="Capital Leases"), Column(member="Operating Leases"))
    lead = "Minimum payments under leases that cannot be cancelled are"
    return Sheet(NOTE, "", Heads.MEMBERS, columns, lines, told.company.scale, lead)


def options(told: Told) -> Sheet:
    """Options granted and exercised: shares and their average price."""
    count, price = max(40, told.company.shares // 50), Decimal("12.40")
    day = told.company.day(told.year - COMPARED)
    lines = [_outstanding(day, count, price)]
    for back in range(COMPARED - 1, -1, -1):
        period = told.company.period(told.year - back)
        granted, exercised = count // 4 + back, count // 6
        price += Decimal("1.15")
        lines += [
            _options("Granted", granted, price + 2, period),
            _options("Exercised", -exercised, price - 1, period),
        ]
        count += granted - exercised
        lines.append(_outstanding(told.company.day(told.year - back), count, price))
    columns = (Column(member="Shares", unit=Unit.SHARES), Column(member="Average Price", unit=Unit.PER_SHARE))
    scaled = {1: "", 1_000: " (shares in thousands)", 1_000_000: " (shares in millions)"}[told.company.scale]
    lead = f"Options under the plans moved as follows{scaled}"
    return Sheet(NOTE, "", Heads.MEMBERS, columns, tuple(lines), 1, lead)


def _outstanding(day: datetime.date, count: int, price: Decimal) -> Line:
    return _options(f"Outstanding at {day:%B} {day.day}, {day.year}", count, price, Period(None, day))


def _options(caption: str, count: int, price: Decimal, time: Period) -> Line:
    return Line(caption, (Decimal(count), price), unit=None, times=(time, time))


def segments(told: Told, by_rows: bool) -> Sheet:
    """Sales and assets by line of business: the years beside one another, or the segments of the last one."""
    spans, columns, about = _years(told)
    sales = [parted(told.flow("sales", span), (46, 33, 21)) for span in spans]
    income = [parted(pretax(told.flows(span)), (40, 42, 18)) for span in spans]
    if by_rows:
        lines = [*_blocks("Net sales:", sales), *_blocks("Income before income taxes:", income)]
        lead = f"Sales and income by segment {_for(about)} were"
        return Sheet(NOTE, "", _flows(told), columns, tuple(lines), told.company.scale, lead, about)
    newest = spans.index(Span(told.year, 1, told.quarter))
    lines = [
        Line(name, tuple(map(Decimal, (*rows[newest], sum(rows[newest])))))
        for name, rows in (("Net sales", sales), ("Income before income taxes", income))
    ]
    time = columns[newest].time
    members = tuple(Column(time, member=name) for name in (*SEGMENTS, "Total"))
    lead = f"Sales and income by segment {_for(spanned(told, [spans[newest]])).replace('years', 'year')} were"
    return Sheet(NOTE, "", Heads.MEMBERS, members, tuple(lines), told.company.scale, lead)


def _blocks(title: str, rows: list[list[int]]) -> list[Line]:
    parts = [line(name, part, 1) for name, part in zip(SEGMENTS, zip(*rows, strict=True), strict=True)]
    return [head(title), *parts, line("Total", [sum(row) for row in rows], 1, Role.SUBTOTAL)]


def allowance(told: Told) -> Sheet:
    """How the allowance for bad debts moved: a line a year."""
    lines = []
    for span in told.whole():
        flows = told.flows(span)
        opening = told.company.balance("allowance", span.year, 0)
        parts = (
            opening,
            flows["bad_debts"],
            -flows["written_off"],
            opening + flows["bad_debts"] - flows["written_off"],
        )
        period = told.period(span)
        times = (day_before(period), period, period, Period(None, period.end))
        lines.append(Line(str(span.year), tuple(map(Decimal, parts)), times=times))
    names = ("Balance at Beginning of Year", "Charged to Expense", "Deductions", "Balance at End of Year")
    lead = "The allowance for doubtful accounts moved as follows"
    columns = tuple(Column(member=name) for name in names)
    return Sheet(NOTE, "", Heads.MEMBERS, columns, tuple(lines), told.company.scale, lead)


def quarters(told: Told, by_rows: bool, stacked: bool) -> Sheet:
    """Sales, gross profit and income of each quarter of the year; `stacked` with those of the year before below them."""
    if stacked:
        return _stacked(told, by_rows)
    numbers = range(1, 5)
    flows = [told.flows(Span(told.year, number, number)) for number in numbers]
    sales = [one["sales"] for one in flows]
    gross = [one["sales"] - one["cost"] for one in flows]
    income = [net_income(one) for one in flows]
    shares = [told.company.per_share(each) for each in income]
    day = told.company.day(told.year)
    lead = f"Results by quarter of the year ended {day:%B} {day.day}, {day.year} (unaudited) were"
    times = [told.company.period(told.year, number, number) for number in numbers]
    if by_rows:
        return _quarters_down(told, lead, (sales, gross, income), shares)
    lines = (
        line(told.words["sales"], sales),
        line("Gross profit", gross),
        line(told.words["income"], income),
        Line(f"{told.words['income']} per share", tuple(shares), unit=Unit.PER_SHARE, places=2),
    )
    columns = tuple(Column(time, member=f"{name} Quarter") for name, time in zip(ORDINALS, times, strict=True))
    return Sheet(StatementKind.QUARTERLY, "", Heads.QUARTERS, columns, lines, told.company.scale, lead)


def _stacked(told: Told, by_rows: bool) -> Sheet:
    """Two years of quarters, one above the other, each under its own heading."""
    parts = [quarters(replace(told, year=told.year - back), by_rows, stacked=False) for back in (0, 1)]
    lines: list[Line] = []
    for back, part in enumerate(parts):
        lines.append(head(f"{told.year - back}:"))
        for one in part.lines:
            times = one.times or tuple(column.time for column in part.columns)
            lines.append(replace(one, depth=one.depth + 1, times=times))
    about = spanned(told, [Span(told.year), Span(told.year - 1)])
    lead = f"Results by quarter {_for(about)} (unaudited) were"
    return replace(parts[0], lines=tuple(lines), lead_in=lead)


def _quarters_down(told: Told, lead: str, rows: tuple[list[int], ...], shares: list[Decimal]) -> Sheet:
    names = (told.words["sales"], "Gross Profit", told.words["income"])
    columns = (*(Column(member=name) for name in names), Column(member="Per Share", unit=Unit.PER_SHARE))
    times = [told.company.period(told.year, number, number) for number in range(1, 5)]
    lines = [
        Line(f"{name} quarter", (*map(Decimal, parts), share), times=(time,) * len(columns))
        for name, share, time, *parts in zip(ORDINALS, shares, times, *rows, strict=True)
    ]
    whole = (*(Decimal(sum(row)) for row in rows), Decimal(sum(shares)))
    lines.append(Line("Year", whole, 0, Role.TOTAL, times=(told.company.period(told.year),) * len(columns)))
    return Sheet(StatementKind.QUARTERLY, "", Heads.MEMBERS, columns, tuple(lines), told.company.scale, lead)


def selected(told: Told) -> Sheet:
    """Five years side by side."""
    years = [told.year - back for back in range(SELECTED)]
    years = years[::-1] if told.oldest_first else years
    flows = [told.flows(Span(year)) for year in years]
    income = [net_income(one) for one in flows]
    lines = (
        line(told.words["sales"], [one["sales"] for one in flows]),
        line(told.words["income"], income),
        Line(
            f"{told.words['income']} per share",
            tuple(map(told.company.per_share, income)),
            unit=Unit.PER_SHARE,
            places=2,
        ),
        _late("Long-term debt", [told.company.balance("debt", year) for year in years]),
        _late(f"{told.words['owners'].capitalize()}", [told.equity(year) for year in years]),
    )
    columns = tuple(Column(told.period(Span(year))) for year in years)
    about = spanned(told, [Span(year) for year in years])
    lead = f"The table below tells the {about[0].lower()}{about[1:]}"
    return Sheet(StatementKind.SELECTED_DATA, "", Heads.YEARS, columns, lines, told.company.scale, lead, about)


def _late(caption: str, amounts: list[int]) -> Line:
    made = line(caption, amounts)
    return Line(made.caption, made.amounts, timed=False)


def shares_of_sales(told: Told) -> Sheet:
    """Amounts, and beside each its part of sales in percent."""
    spans, _, about = _years(told)
    flows = [told.flows(span) for span in spans]
    rows = []
    for caption, of in (
        (told.words["sales"], lambda one: one["sales"]),
        (told.words["cost"], lambda one: one["cost"]),
        (told.words["income"], net_income),
    ):
        pairs = [(Decimal(of(one)), (Decimal(100 * of(one)) / one["sales"]).quantize(Decimal("0.1"))) for one in flows]
        rows.append(Line(caption, tuple(each for pair in pairs for each in pair)))
    columns = tuple(
        Column(told.period(span), member, spanner=str(span.year), unit=unit)
        for span in spans
        for member, unit in (("Amount", None), ("% of Sales", Unit.PERCENT))
    )
    lead = f"Sales and costs {_for(about)} were"
    return Sheet(StatementKind.OTHER, "", Heads.MEMBERS, columns, tuple(rows), told.company.scale, lead, about)


def changes(told: Told, rng: random.Random) -> Sheet:
    """Two years and by how much they differ in percent: a table of the discussion."""
    spans = sorted(told.whole(), key=lambda span: -span.year)[:2]
    rows = []
    for name, caption in (
        ("sales", told.words["sales"]),
        ("cost", told.words["cost"]),
        ("selling", "Selling and administrative"),
    ):
        now, before = (told.flow(name, span) for span in spans)
        change = (Decimal(100 * (now - before)) / before).quantize(Decimal("0.1"))
        rows.append(Line(caption, (Decimal(now), Decimal(before), change)))
    times: list[Period] = [told.period(span) for span in spans]
    columns = (*(Column(time) for time in times), Column(member="Change", unit=Unit.PERCENT))
    about = spanned(told, spans)
    lead = rng.choice(("Sales and costs", "The main lines")) + f" {_for(about)} compare as follows"
    return Sheet(StatementKind.OTHER, "", _flows(told), columns, tuple(rows), told.company.scale, lead, about)
