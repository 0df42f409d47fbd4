"""What a made-up filing holds, in order, before it is set: cover, contents, Parts, Items, statements, notes, tables."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.typeset import statements, tables
from tests.typeset.company import Company
from tests.typeset.prose import Writer
from tests.typeset.sheet import Sheet
from tests.typeset.statements import Told
from tests.typeset.traits import Style


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: `level` is `part`, `item`, `note` or `sub`. `mark` is a word that stands in its own text and nowhere else."""

    level: str
    number: str
    title: str
    mark: str = ""
    words: str = ""
    """The first paragraph, which may follow on the same line."""


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph; a bullet of a list where `bullet`."""

    text: str
    bullet: bool = False


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page."""

    form: str
    period: str
    company: Company


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of titles with places: a contents page, a list of statements, of exhibits."""

    title: str
    entries: tuple[tuple[str, str, str], ...]
    """Number, title, page; a Part has no page."""


@dataclass(frozen=True, slots=True)
class Signed:
    """The signatures."""

    company: Company
    day: str


@dataclass(frozen=True, slots=True)
class NotesBegin:
    """The title over all notes."""

    title: str = "Notes to Consolidated Financial Statements"


Block = Heading | Words | Cover | Listed | Signed | NotesBegin | Sheet


@dataclass(frozen=True, slots=True)
class MadeUp:
    """A filing before it is set."""

    told: Told
    form: str
    blocks: tuple[Block, ...]
    marks: tuple[str, ...] = field(default=())


MARKET_RISK, CONTROLS, RISKS = 1997, 2003, 2005
"""Fiscal years since which annual reports have Item 7A, Item 9A and Items 1A and 1B."""

ANNUAL = (
    *(
        ("I", "1", "Business"),
        ("I", "1A", "Risk Factors"),
        ("I", "1B", "Unresolved Staff Comments"),
        ("I", "2", "Properties"),
    ),
    *(("I", "3", "Legal Proceedings"), ("I", "4", "Submission of Matters to a Vote of Security Holders")),
    ("II", "5", "Market for Registrant's Common Equity and Related Stockholder Matters"),
    ("II", "6", "Selected Financial Data"),
    ("II", "7", "Management's Discussion and Analysis of Financial Condition and Results of Operations"),
    ("II", "7A", "Quantitative and Qualitative Disclosures About Market Risk"),
    ("II", "8", "Financial Statements and Supplementary Data"),
    ("II", "9", "Changes in and Disagreements with Accountants on Accounting and Financial Disclosure"),
    *(("II", "9A", "Controls and Procedures"), ("III", "10", "Directors and Executive Officers of the Registrant")),
    ("III", "11", "Executive Compensation"),
    ("III", "12", "Security Ownership of Certain Beneficial Owners and Management"),
    ("III", "13", "Certain Relationships and Related Transactions"),
    ("III", "14", "Principal Accountant Fees and Services"),
    ("IV", "15", "Exhibits, Financial Statement Schedules, and Reports on Form 8-K"),
)
QUARTERLY = (
    ("I", "1", "Financial Statements"),
    ("I", "2", "Management's Discussion and Analysis of Financial Condition and Results of Operations"),
    ("I", "3", "Quantitative and Qualitative Disclosures About Market Risk"),
    *(("I", "4", "Controls and Procedures"), ("II", "1", "Legal Proceedings")),
    *(("II", "5", "Other Information"), ("II", "6", "Exhibits and Reports on Form 8-K")),
)
SINCE = {"7A": MARKET_RISK, "9A": CONTROLS, "14": CONTROLS, "1A": RISKS, "1B": RISKS}
SINCE_QUARTERLY = {"3": MARKET_RISK, "4": CONTROLS}
PARTS = {"I": "Financial Information", "II": "Other Information"}
ROMAN_FIRST = "I"
YEAR = 4
"""The quarter whose report is the annual one."""


def made_up(rng: random.Random, company: Company, style: Style, quarter: int) -> MadeUp:
    """The contents of a report for the company's year: annual where `quarter` is 4."""
    told = Told(company, company.year, quarter, statements.worded(rng), style.on("oldest-first"))
    builder = _Annual(rng, told, style) if quarter == YEAR else _Quarterly(rng, told, style)
    blocks = tuple(builder.blocks())
    return MadeUp(told, builder.form, blocks)


class _Report:
    """What both sorts of report share."""

    form = ""

    def __init__(self, rng: random.Random, told: Told, style: Style) -> None:
        self.rng, self.told, self.style = rng, told, style
        self.writer = Writer(rng, told.company)

    def cover(self) -> Cover:
        day = self.told.company.day(self.told.year, self.told.quarter)
        return Cover(self.form, f"{day:%B} {day.day}, {day.year}", self.told.company)

    def signed(self) -> Signed:
        return Signed(self.told.company, f"{self.told.year}")

    def heading(self, level: str, number: str, title: str) -> Heading:
        mark = self.writer.mark()
        return Heading(level, number, title, mark, self.writer.opening(mark, self.style.on("cross-references")))

    def listed(self, items: list[tuple[str, str, str]]) -> Iterator[Block]:
        if not self.style.on("contents"):
            return
        entries, page, part = [], 1, ""
        for own, number, title in items:
            if own != part:
                entries.append((f"Part {own}", "", ""))
                part = own
            entries.append((f"Item {number}.", title, str(page)))
            page += self.rng.randint(0, 9)
        yield Listed("Table of Contents", tuple(entries))

    def statements(self) -> list[Sheet]:
        sheets = [
            statements.balance_sheet(self.told),
            statements.income_statement(self.told),
            statements.cash_flows(self.told),
        ]
        if self.told.quarter == YEAR:
            sheets.insert(2, statements.equity_statement(self.told))
        return sheets

    def financial(self) -> Iterator[Block]:
        """The statements and their notes."""
        sheets = self.statements()
        if self.style.on("index-of-statements"):
            page = 20
            rows = [("", sheet.title, str(page + index)) for index, sheet in enumerate(sheets)]
            yield Listed("Index to Financial Statements", (*rows, ("", NotesBegin().title, str(page + len(rows)))))
        for sheet in sheets:
            yield sheet
            yield Words("The accompanying notes are an integral part of these statements.")
        yield NotesBegin()
        for number, (title, made) in enumerate(self.notes(), 1):
            yield self.heading("note", str(number), title)
            yield from self.body(made)

    def body(self, made: list[Sheet]) -> Iterator[Block]:
        if not made:
            if self.style.on("sub-headings"):
                for title in ("Consolidation", "Estimates", "Revenue Recognition"):
                    yield Heading("sub", "", title)
                    yield Words(self.writer.paragraph())
            else:
                yield Words(self.writer.paragraph())
        for sheet in made:
            yield Words(sheet.lead_in)
            yield sheet
            yield Words(self.writer.paragraph())

    def notes(self) -> list[tuple[str, list[Sheet]]]:
        told = self.told
        return [
            ("Summary of Significant Accounting Policies", []),
            ("Inventories", [tables.inventories(told)]),
            ("Earnings Per Share", [tables.earnings_a_share(told)]),
            ("Segment Information", [tables.segments(told, not self.style.on("segments-across"))]),
            ("Contingencies", []),
        ]

    def discussion(self) -> Iterator[Block]:
        yield Heading("sub", "", "Results of Operations")
        yield Words(self.writer.paragraph())
        if self.style.on("percent-columns"):
            shares = [tables.shares_of_sales(self.told)] if self.told.quarter == YEAR else []
            for sheet in (tables.changes(self.told, self.rng), *shares):
                yield Words(sheet.lead_in)
                yield sheet
        yield Heading("sub", "", "Liquidity and Capital Resources")
        yield Words(self.writer.paragraph())
        for _ in range(3):
            yield Words(self.writer.sentence(), bullet=True)

    def exhibits(self) -> Iterator[Block]:
        if not self.style.on("lists-of-exhibits"):
            return
        named = {
            "3.1": "Articles of Incorporation",
            "3.2": "By-laws",
            "10.1": "Lease of the main plant",
            "21": "Subsidiaries",
        }
        yield Listed("Exhibits", tuple((number, title, "") for number, title in named.items()))


class _Annual(_Report):
    form = "10-K"

    def blocks(self) -> Iterator[Block]:
        items = self.items()
        yield self.cover()
        yield from self.listed(items)
        part = ""
        for own, number, title in items:
            if own != part:
                yield Heading("part", own, "")
                part = own
            yield self.heading("item", number, title)
            yield from self.inside(part, number)
        yield self.signed()
        if self.style.on("statements-behind"):
            yield from self.financial()

    def items(self) -> list[tuple[str, str, str]]:
        items = [one for one in ANNUAL if SINCE.get(one[1], 0) <= self.told.year]
        last = items.pop()
        return [*items, last if self.told.year >= CONTROLS else ("IV", "14", last[2])]

    def inside(self, part: str, number: str) -> Iterator[Block]:
        if number == "6":
            sheet = tables.selected(self.told)
            yield Words(sheet.lead_in)
            yield sheet
        elif number == "7":
            yield from self.discussion()
        elif number == "8" and self.style.on("statements-behind"):
            yield Words("The statements that this Item asks for stand behind the signatures of this report.")
        elif number == "8":
            yield from self.financial()
        elif part == "IV":
            yield from self.exhibits()
        else:
            yield from (Words(self.writer.paragraph()) for _ in range(self.rng.randint(1, 3)))

    def notes(self) -> list[tuple[str, list[Sheet]]]:
        told = self.told
        listed = super().notes()
        more: list[tuple[str, list[Sheet]]] = [
            ("Long-Term Debt", [tables.debt(told), tables.maturities(told)]),
            ("Income Taxes", [tables.taxes(told), tables.tax_rates(told)]),
            ("Leases", [tables.leases(told)]),
            ("Stock Options", [tables.options(told)]),
            ("Allowance for Doubtful Accounts", [tables.allowance(told)]),
            (
                "Quarterly Results (Unaudited)",
                [tables.quarters(told, self.style.on("quarters-down"), self.style.on("quarters-stacked"))],
            ),
        ]
        return [*listed[:2], *more[:-1], *listed[2:], more[-1]]


class _Quarterly(_Report):
    form = "10-Q"

    def blocks(self) -> Iterator[Block]:
        items = [one for one in QUARTERLY if one[0] != ROMAN_FIRST or SINCE_QUARTERLY.get(one[1], 0) <= self.told.year]
        yield self.cover()
        yield from self.listed(items)
        part = ""
        for own, number, title in items:
            if own != part:
                yield Heading("part", own, PARTS[own])
                part = own
            yield self.heading("item", number, title)
            yield from self.inside(own, number)
        yield self.signed()

    def inside(self, part: str, number: str) -> Iterator[Block]:
        if (part, number) == ("I", "1"):
            yield from self.financial()
        elif (part, number) == ("I", "2"):
            yield from self.discussion()
        elif (part, number) == ("II", "6"):
            yield from self.exhibits()
        else:
            yield Words(self.writer.paragraph())
