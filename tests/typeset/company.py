"""A made-up company and its books: five years of quarters in which every amount comes from the one before."""

import calendar
import datetime
import random
from dataclasses import dataclass
from decimal import Decimal

from core.statements.statement import Period

QUARTERS_A_YEAR = 4
YEARS = 5
PLACES = (
    "Tarnwick",
    "Ostermoor",
    "Quillbeck",
    "Fennerley",
    "Dunhaven",
    "Marrowick",
    "Selbrook",
    "Pellgrave",
    "Kestermere",
)
TRADES = (
    ("Instruments", "gauges and meters"),
    ("Mills", "cloth and yarn"),
    ("Foods", "canned fruit and sauces"),
    ("Paper", "boxes and wrapping paper"),
    ("Tool", "hand tools and saws"),
    ("Chemical", "paints and solvents"),
    ("Brands", "clocks and lamps"),
)
ENDS = ("Inc.", "Corporation", "Company", "Corp.", "Co.")
STATES = ("Delaware", "Ohio", "New York", "Minnesota", "Georgia")
SIZES = {1: (2_400_000, 90_000_000), 1_000: (18_000, 900_000), 1_000_000: (260, 7_500)}
"""Sales of a quarter, least and most, in the unit of the scale."""
SHARES = {1: (900_000, 9_000_000), 1_000: (2_000, 90_000), 1_000_000: (30, 900)}
"""Shares outstanding, in the unit of the scale."""
SALES_UP, SALES_DOWN = 1.05, 0.98

FLOWS = (
    *("sales", "cost", "selling", "research", "depreciation", "interest", "other", "current_tax", "deferred_tax"),
    *("receivables", "inventories", "prepaid", "payables", "accrued", "taxes_payable"),
    *("capital", "acquired", "borrowed", "repaid", "dividends", "issued", "treasury", "bad_debts", "written_off"),
)
BALANCES = (
    *("cash", "receivables", "inventories", "prepaid", "land", "buildings", "machinery", "accumulated", "goodwill"),
    *("payables", "accrued", "taxes_payable", "current_debt", "debt", "deferred", "common", "capital", "retained"),
    *("treasury", "allowance"),
)


@dataclass(frozen=True, slots=True)
class Quarter:
    """The flows of a quarter and the balances at its end, in the unit of the scale."""

    flows: dict[str, int]
    balances: dict[str, int]


@dataclass(frozen=True, slots=True)
class Company:
    """Who files, and the books: `quarters` in order, the last of them the fourth of fiscal `year`."""

    name: str
    state: str
    makes: str
    month: int
    """The month in which the fiscal year ends."""
    year: int
    scale: int
    shares: int
    quarters: tuple[Quarter, ...]

    def day(self, year: int, quarter: int = QUARTERS_A_YEAR) -> datetime.date:
        """The last day of a quarter of a fiscal year."""
        return _month_end(year, self.month - 3 * (QUARTERS_A_YEAR - quarter))

    def period(self, year: int, first: int = 1, last: int = QUARTERS_A_YEAR) -> Period:
        """From the first day of a quarter to the last of another."""
        before = self.day(year, first - 1)
        return Period(before + datetime.timedelta(1), self.day(year, last))

    def flow(self, name: str, year: int, first: int = 1, last: int = QUARTERS_A_YEAR) -> int:
        """What flowed in quarters of a fiscal year, both counted."""
        return sum(self._quarter(year, quarter).flows[name] for quarter in range(first, last + 1))

    def balance(self, name: str, year: int, quarter: int = QUARTERS_A_YEAR) -> int:
        """What stood at the end of a quarter; quarter 0 is the end of the year before."""
        return self._quarter(year, quarter).balances[name]

    def per_share(self, income: int) -> Decimal:
        """An income in dollars and cents a share."""
        return (Decimal(income) / Decimal(self.shares)).quantize(Decimal("0.01"))

    def _quarter(self, year: int, quarter: int) -> Quarter:
        return self.quarters[
            len(self.quarters) - 1 - QUARTERS_A_YEAR * (self.year - year) - (QUARTERS_A_YEAR - quarter)
        ]


def _month_end(year: int, month: int) -> datetime.date:
    """The last day of a month; months below 1 belong to the year before."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return datetime.date(year, month, calendar.monthrange(year, month)[1])


def found(rng: random.Random, year: int) -> Company:
    """A company drawn for the fiscal year `year`."""
    trade, makes = rng.choice(TRADES)
    scale = rng.choice((1, 1_000, 1_000, 1_000, 1_000_000))
    return Company(
        name=f"{rng.choice(PLACES)} {trade} {rng.choice(ENDS)}",
        state=rng.choice(STATES),
        makes=makes,
        month=rng.choice((12, 12, 12, 6, 9, 3)),
        year=year,
        scale=scale,
        shares=rng.randint(*SHARES[scale]),
        quarters=tuple(_kept(rng, rng.randint(*SIZES[scale]))),
    )


def _kept(rng: random.Random, sales: int) -> list[Quarter]:
    """The books of one more year than are told, so that every year has a beginning."""
    balances = _opening(rng, sales)
    quarters = []
    for _ in range(QUARTERS_A_YEAR * (YEARS + 1) + 1):
        sales = max(20, int(sales * rng.uniform(SALES_DOWN, SALES_UP)))
        quarter = _next(rng, sales, balances)
        balances = quarter.balances
        quarters.append(quarter)
    return quarters


def _opening(rng: random.Random, sales: int) -> dict[str, int]:
    """What the company begins with; what its owners left in it is what makes both sides equal."""

    def part(low: float, high: float) -> int:
        return max(1, int(sales * rng.uniform(low, high)))

    opening = {
        "cash": part(0.4, 0.9),
        "receivables": part(0.4, 0.7),
        "inventories": part(0.5, 1.1),
        "prepaid": part(0.05, 0.2),
        "land": part(0.1, 0.3),
        "buildings": part(0.6, 1.2),
        "machinery": part(1.2, 2.5),
        "accumulated": part(0.8, 1.4),
        "goodwill": part(0.2, 0.6),
        "payables": part(0.2, 0.4),
        "accrued": part(0.1, 0.3),
        "taxes_payable": part(0.02, 0.08),
        "current_debt": part(0.05, 0.15),
        "debt": part(0.5, 0.9),
        "deferred": part(0.05, 0.1),
        "common": part(0.05, 0.1),
        "capital": part(0.2, 0.4),
        "treasury": part(0.05, 0.2),
        "allowance": part(0.02, 0.04),
    }
    opening["retained"] = _held(opening) - _owed(opening) - opening["common"] - opening["capital"] + opening["treasury"]
    return opening


def _held(balances: dict[str, int]) -> int:
    names = ("cash", "receivables", "inventories", "prepaid", "land", "buildings", "machinery", "goodwill")
    return sum(balances[name] for name in names) - balances["accumulated"]


def _owed(balances: dict[str, int]) -> int:
    return sum(balances[name] for name in ("payables", "accrued", "taxes_payable", "current_debt", "debt", "deferred"))


def _next(rng: random.Random, sales: int, before: dict[str, int]) -> Quarter:
    """One more quarter: its flows drawn, its balances what they come to."""
    flows = _earned(rng, sales)
    income = net_income(flows)

    def part(low: float, high: float) -> int:
        return int(sales * rng.uniform(low, high))

    for name, low, high in (("receivables", 0.4, 0.7), ("inventories", 0.5, 1.1), ("prepaid", 0.05, 0.2)):
        flows[name] = before[name] - max(1, part(low, high))
    for name, low, high in (("payables", 0.2, 0.4), ("accrued", 0.1, 0.3), ("taxes_payable", 0.02, 0.08)):
        flows[name] = max(1, part(low, high)) - before[name]
    flows |= {"capital": part(0.05, 0.2), "acquired": rng.choice((0, 0, 0, part(0.01, 0.1))), "issued": part(0.0, 0.02)}
    flows |= {
        "dividends": part(0.0, 0.03),
        "treasury": rng.choice((0, part(0.0, 0.02))),
        "repaid": before["current_debt"] // 4,
    }
    flows |= {
        "bad_debts": part(0.002, 0.006),
        "written_off": min(part(0.001, 0.005), before["allowance"] // 2),
        "borrowed": 0,
    }
    cash = before["cash"] + cash_flow(flows)
    flows["borrowed"] = max(0, part(0.3, 0.5) - cash)
    return Quarter(flows, _after(rng, before, flows, income, cash + flows["borrowed"]))


def _earned(rng: random.Random, sales: int) -> dict[str, int]:
    """The lines of a quarter's income."""
    flows = {
        "sales": sales,
        "cost": int(sales * rng.uniform(0.52, 0.68)),
        "selling": int(sales * rng.uniform(0.12, 0.2)),
    }
    flows |= {
        "research": int(sales * rng.uniform(0.02, 0.06)),
        "depreciation": max(1, int(sales * rng.uniform(0.03, 0.05))),
    }
    flows |= {
        "interest": max(1, int(sales * rng.uniform(0.008, 0.02))),
        "other": int(sales * rng.uniform(-0.004, 0.01)),
    }
    before_tax = pretax(flows)
    flows["current_tax"] = int(before_tax * rng.uniform(0.28, 0.36))
    flows["deferred_tax"] = int(before_tax * rng.uniform(-0.02, 0.04))
    return flows


def _after(rng: random.Random, before: dict[str, int], flows: dict[str, int], income: int, cash: int) -> dict[str, int]:
    """The balances at the end of a quarter."""
    after = dict(before)
    for name in ("receivables", "inventories", "prepaid"):
        after[name] -= flows[name]
    for name in ("payables", "accrued", "taxes_payable"):
        after[name] += flows[name]
    built = flows["capital"] * rng.randint(10, 40) // 100
    owing = before["debt"] + before["current_debt"] + flows["borrowed"] - flows["repaid"]
    par = flows["issued"] // 10
    after |= {
        "cash": cash,
        "buildings": before["buildings"] + built,
        "machinery": before["machinery"] + flows["capital"] - built,
        "accumulated": before["accumulated"] + flows["depreciation"],
        "goodwill": before["goodwill"] + flows["acquired"],
        "current_debt": owing // 9,
        "debt": owing - owing // 9,
        "deferred": before["deferred"] + flows["deferred_tax"],
        "common": before["common"] + par,
        "capital": before["capital"] + flows["issued"] - par,
        "retained": before["retained"] + income - flows["dividends"],
        "treasury": before["treasury"] + flows["treasury"],
        "allowance": before["allowance"] + flows["bad_debts"] - flows["written_off"],
    }
    return after


def pretax(flows: dict[str, int]) -> int:
    """Income before taxes."""
    costs = sum(flows[name] for name in ("cost", "selling", "research", "depreciation", "interest"))
    return flows["sales"] - costs + flows["other"]


def net_income(flows: dict[str, int]) -> int:
    """Income after taxes."""
    return pretax(flows) - flows["current_tax"] - flows["deferred_tax"]


def operating_cash(flows: dict[str, int]) -> int:
    """Cash from operations."""
    changes = ("receivables", "inventories", "prepaid", "payables", "accrued", "taxes_payable")
    return net_income(flows) + flows["depreciation"] + flows["deferred_tax"] + sum(flows[name] for name in changes)


def cash_flow(flows: dict[str, int]) -> int:
    """How much more cash there is at the end."""
    out = flows["capital"] + flows["acquired"] + flows["repaid"] + flows["dividends"] + flows["treasury"]
    return operating_cash(flows) + flows["borrowed"] + flows["issued"] - out
