"""Which tables are the primary statements, schedules, selected data: by title first, by their lines where none is printed."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from core.outline.section import Section, SectionKind
from core.outline.titles import clean, schedule_of, statement_kind
from core.statements.lead_in import Above, is_statement_title
from core.statements.statement import PRIMARY, StatementKind
from core.tables.grid import Grid

_SELECTED = re.compile(
    r"selected (?:\S+ ){0,3}(?:data|information|highlights)"
    r"|(?:five|six|ten|eleven|5|10)[ -]year (?:\S+ ){0,3}(?:summary|review|data|record|comparison|statistic)"
    r"|financial highlights|summary of (?:\S+ ){0,2}(?:financial|operations)|financial (?:summary|review)\b"
    r"|historical (?:\S+ ){0,2}(?:summary|data)"
    r"|summary (?:\S+ ){0,2}financial (?:data|information)"
)
_QUARTERLY = re.compile(
    r"quarterly (?!report|dividend|cash)(?:\S+ ){0,4}(?:data|results|information|summary|operating)"
    r"|quarterly financial|interim (?:financial|results)|results by quarter|summary of quarterly"
)
_NOT_PRIMARY = re.compile(
    r"pro[ -]?forma|\bindex to\b|parent company|parent only|supplement(?:al|ary) (?:balance|income|statement|cash)"
    r"|guarantor|summarized"
    r"|percent(?:age)? of (?:net )?(?:sales|revenues)|\bnotes to\b"
)
_QUARTERS = re.compile(r"(?i)\b(?:first|1st|fourth|4th)\b|quarter|march 31.*june 30|three months")


class Marks(NamedTuple):
    """How much of each primary statement a table holds: the number of its telling lines."""

    assets: int
    liabilities: int
    income: int
    cash_flow: int
    equity: int

    def of(self, kind: StatementKind) -> int:
        """The telling lines for one kind."""
        if kind is StatementKind.BALANCE_SHEET:
            return self.assets + self.liabilities
        if kind is StatementKind.COMPREHENSIVE_INCOME:
            return self.income
        return int(getattr(self, _FIELD[kind]))


_FIELD = {
    StatementKind.INCOME_STATEMENT: "income",
    StatementKind.CASH_FLOW: "cash_flow",
    StatementKind.EQUITY: "equity",
}
_ASSETS = ("total assets", "total current assets", "\ncash", "receivable", "inventor", "prepaid", "property", "loans")
_LIABILITIES = (
    "total liabilities", "total current liabilities", "payable", "accrued", "retained earnings", "accumulated deficit",
    "common stock",
    "paid-in", "deposits", "capital in excess", "treasury",
)  # fmt: skip
_INCOME = (
    "\nnet income", "\nnet loss", "\nnet earnings", "\nnet (loss", "cost of", "income tax", "\nnet sales", "revenue", "\nsales",
    "before", "interest expense", "per share", "per common share", "administrative", "taxes on income", "interest income",
    "operating income", "operating expenses", "comprehensive",
)  # fmt: skip
_CASH = (
    "operating activities",
    "investing activities",
    "financing activities",
    "beginning of",
    "end of",
    "depreciation",
)
_MOVES = (
    "net income", "net earnings", "net loss", "dividend", "common stock", "retained earnings", "paid-in", "treasury",
)  # fmt: skip
_COMPONENTS = re.compile(
    r"(?i)retained|earnings|common|capital|treasury|compre|paid|preferred|translation|deficit|unearned|shares|amount|total|surplus|equity|stock"
)
_BALANCE = re.compile(
    r"\nbalances?\b|\n(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|beginning of|end of|\nat (?:jan|dec)"
)


def marks(grid: Grid) -> Marks:
    """Count the telling lines of a table."""
    text = "\n" + "\n".join([row.label for row in grid.rows]).lower()
    has = text.__contains__
    equity = 0
    if _BALANCE.search(text):
        equity = sum(bool(_COMPONENTS.search(column.label)) for column in grid.columns) if len(grid.columns) > 1 else 0
        equity = max(equity, 2 * (sum(map(has, _MOVES)) >= 2))
    return Marks(
        sum(map(has, _ASSETS)),
        sum(map(has, _LIABILITIES)),
        sum(map(has, _INCOME)),
        sum(map(has, _CASH)),
        equity,
    )


class Place(NamedTuple):
    """The sections that hold a table, from the outermost."""

    path: tuple[Section, ...]

    def within(self, kind: SectionKind) -> Section | None:
        """The innermost section of this kind that holds the table."""
        return next((section for section in reversed(self.path) if section.kind is kind), None)

    @property
    def titles(self) -> str:
        """The titles of Items and headings that hold it, lower case."""
        return " / ".join(section.title for section in self.path).lower()

    @property
    def item(self) -> str | None:
        """The number of the Item that holds it."""
        item = self.within(SectionKind.ITEM)
        return item.number if item else None


class Verdict(NamedTuple):
    """What a table was taken for: its kind, its title as printed, and whether a title above it said so."""

    kind: StatementKind
    title: str | None
    titled: bool


def _strong(found: Marks, rows: int) -> StatementKind | None:
    """The primary statement that lines alone make certain."""
    if found.cash_flow >= 4 and rows >= 6:
        return StatementKind.CASH_FLOW
    if rows >= 6 and (found.assets >= 4 or found.liabilities >= 4) and found.income < 6:
        return StatementKind.BALANCE_SHEET
    if found.equity >= 4 and found.assets < 3:
        return StatementKind.EQUITY
    if found.income >= 6 and found.assets < 4 and found.cash_flow < 3 and rows >= 6:
        return StatementKind.INCOME_STATEMENT
    return None


def _fits(kind: StatementKind, found: Marks, grid: Grid) -> bool:
    """Whether a table's lines bear out its title."""
    if kind is StatementKind.BALANCE_SHEET:
        return found.of(kind) >= 3 and len(grid.rows) >= 4 and found.cash_flow < 4
    if kind is StatementKind.CASH_FLOW:
        return found.cash_flow >= 2 and len(grid.rows) >= 4
    if kind is StatementKind.EQUITY:
        return found.equity >= 1
    if kind is StatementKind.COMPREHENSIVE_INCOME:
        return found.income >= 1
    return found.income >= 2 and found.cash_flow < 4 and not (found.assets >= 5 and found.liabilities >= 5)


def _title(over: Above, place: Place, found: Marks, grid: Grid) -> tuple[StatementKind, str] | None:
    """The nearest line above the table (or in its head) that names a statement which its lines bear out; else the
    title of the statement's section."""
    lines = [*over.titles, *over.head]
    for index in range(len(lines) - 1, -1, -1):
        if _NOT_PRIMARY.search(lines[index].lower()):
            return None
        for text in (lines[index], f"{lines[index]} {lines[index + 1]}" if index + 1 < len(lines) else ""):
            if len(text) < 8 or len(text) > 200 or (name := statement_kind(text)) is None:
                continue
            kind = _settle(StatementKind(name), text, found)
            if _fits(kind, found, grid):
                return kind, _as_printed(lines, index, text)
    section = place.path[-1] if place.path else None
    if (
        section is not None
        and section.kind is SectionKind.STATEMENT
        and (name := statement_kind(section.title)) is not None
    ):
        kind = _settle(StatementKind(name), section.title, found)
        strong = _strong(found, len(grid.rows))
        if strong is kind or (strong is None and kind is StatementKind.EQUITY and found.equity >= 2):
            return kind, section.title
    return None


_HALF = re.compile(r"(?i)((?:consolidated |condensed |combined )*statements?)\b")
_BARE_YEARS = re.compile(r"(?:\s+(?:19|20)\d\d){2,}$")


def _as_printed(lines: Sequence[str], index: int, text: str) -> str:
    """A title without what stands beside it on its line (the company's name, the years over the columns); one that begins
    `OF RETAINED EARNINGS` with the beginning that the line above it prints."""
    if text[:3].lower() == "of " and index and (half := _HALF.match(lines[index - 1])):
        return f"{half[1]} {text}"
    title = _BARE_YEARS.sub("", clean(text))
    if not is_statement_title(title):
        words = title.split()
        for count in range(len(words) - 1, 1, -1):
            shorter = " ".join(words[:count])
            if is_statement_title(shorter):
                return shorter
    return title


def _settle(kind: StatementKind, text: str, found: Marks) -> StatementKind:
    """One table under a title that names two statements, `Income and Retained Earnings`: which one its lines are."""
    lower = text.lower()
    if (
        kind is StatementKind.EQUITY
        and ("income and" in lower or "operations and" in lower or "earnings and" in lower)
        and found.income >= 4
    ):
        return StatementKind.INCOME_STATEMENT
    if kind is StatementKind.COMPREHENSIVE_INCOME and found.equity >= 4:
        return StatementKind.EQUITY
    if kind is StatementKind.COMPREHENSIVE_INCOME and found.income >= 7:
        return StatementKind.INCOME_STATEMENT
    return kind


def recognise(grid: Grid, over: Above, place: Place, found: Marks) -> Verdict:
    """What a table is, from its titles, its telling lines, and the sections that hold it."""
    if (special := _special(grid, over, place)) is not None:
        return special
    note = place.within(SectionKind.NOTE)
    if not _analysis(place):
        titled = _title(over, place, found, grid)
        if titled is not None and (note is None or any(is_statement_title(line) for line in over.titles)):
            return Verdict(titled[0], clean(titled[1]), titled=True)
        if (
            note is None
            and not _NOT_PRIMARY.search(over.text.lower())
            and (kind := _strong(found, len(grid.rows))) is not None
        ):
            return Verdict(kind, _untitled(kind, grid, over, place), titled=False)
    if note is not None:
        return Verdict(StatementKind.NOTE, clean(note.title), titled=False)
    return Verdict(StatementKind.OTHER, _section_title(place), titled=False)


_PLAIN = {
    kind: re.compile(rf"(?i)(?:consolidated |condensed )*(?:{names})(?: ?\([^()]*\))?(?: +(?:19|20)\d\d)*[.: ]*$")
    for kind, names in {
        StatementKind.BALANCE_SHEET: "balance sheets?|financial (?:position|condition)",
        StatementKind.INCOME_STATEMENT: "(?:net )?income|earnings|operations|results of operations|income statements?",
        StatementKind.COMPREHENSIVE_INCOME: "comprehensive (?:income|loss)",
        StatementKind.CASH_FLOW: "cash ?flows?",
        StatementKind.EQUITY: "(?:changes in )?"
        "(?:(?:stock|share)-?(?:holder|owner)s?['\u2019]?s? (?:equity|investment)|retained earnings)",
    }.items()
}
"""Titles that say only what the statement is about, where the page's head says the rest: `Income`, `Cash Flows`."""


def _untitled(kind: StatementKind, grid: Grid, over: Above, place: Place) -> str | None:
    """A title for a statement told by its lines: its section's if that names the same statement, else what is printed."""
    section = place.path[-1] if place.path else None
    if section is not None and statement_kind(section.title) == kind.value:
        return clean(section.title)
    named = next(
        (line for line in (grid.stub, *over.head[:2], *reversed(over.titles)) if _PLAIN[kind].match(line)), None
    )
    if named is not None:
        return _BARE_YEARS.sub("", clean(named))
    words = ("statement", "sheet", "cash flow", "income", "operations", "earnings", "financial position", "equity")
    for index in range(len(over.titles) - 1, -1, -1):
        line = over.titles[index]
        if len(line) < 80 and any(word in line.lower() for word in words):
            return _as_printed(over.titles, index, line)
    return None


def _special(grid: Grid, over: Above, place: Place) -> Verdict | None:
    """Schedules, selected data and quarterly results."""
    schedule = place.within(SectionKind.SCHEDULE)
    if schedule is not None:
        return Verdict(StatementKind.SCHEDULE, clean(schedule.title), titled=True)
    named = next((line for line in reversed(over.titles) if _names_schedule(line) or is_statement_title(line)), None)
    if named is not None and _names_schedule(named):
        return Verdict(StatementKind.SCHEDULE, clean(named), titled=True)
    if _titled_as(_QUARTERLY, over, place) and _QUARTERS.search(
        f"{grid.head} {grid.stub} " + " ".join(row.label for row in grid.rows[:8])
    ):
        return Verdict(StatementKind.QUARTERLY, _matched(_QUARTERLY, over) or _section_title(place), titled=True)
    primary = any(is_statement_title(line) for line in over.titles)
    if not primary and place.within(SectionKind.NOTE) is None and _is_selected(grid, over, place):
        return Verdict(StatementKind.SELECTED_DATA, _matched(_SELECTED, over) or _section_title(place), titled=True)
    return None


def _names_schedule(line: str) -> bool:
    return schedule_of(line) is not None or "valuation and qualifying accounts" in line.lower()


def _is_selected(grid: Grid, over: Above, place: Place) -> bool:
    """Selected data: Item 6, or so titled; under a section so titled only with more years than a statement has."""
    if place.item == "6" or any(_SELECTED.search(line.lower()) for line in over.titles[-6:]):
        return True
    return len(grid.columns) >= 4 and _titled_as(_SELECTED, over, place)


def _matched(pattern: re.Pattern[str], over: Above) -> str | None:
    line = next((line for line in reversed(over.titles) if pattern.search(line.lower())), None)
    return clean(line) if line else None


def _titled_as(pattern: re.Pattern[str], over: Above, place: Place) -> bool:
    if any(pattern.search(line.lower()) for line in over.titles[-6:]):
        return True
    last = place.path[-1] if place.path else None
    return last is not None and last.kind is not SectionKind.ITEM and pattern.search(last.title.lower()) is not None


def _analysis(place: Place) -> bool:
    """Whether the table lies in management's discussion or before the financial statements."""
    if place.item in ("1", "2", "3", "4", "5", "6", "7", "7A", "10", "11", "12", "13"):
        return place.within(SectionKind.STATEMENT) is None and not _part_one(place)
    return "management's discussion" in place.titles and place.within(SectionKind.STATEMENT) is None


def _part_one(place: Place) -> bool:
    """Item 1 of a quarterly report is its financial statements."""
    item = place.within(SectionKind.ITEM)
    return item is not None and item.number == "1" and "financial" in item.title.lower()


def _section_title(place: Place) -> str | None:
    inner = next((section for section in reversed(place.path) if section.kind is not SectionKind.DOCUMENT), None)
    return clean(inner.title) if inner is not None else None


def settle(verdicts: Sequence[Verdict], grids: Sequence[Grid]) -> list[Verdict]:
    """Among all tables: one told by its lines alone gives way to one with the title, of the same document and kind."""
    titled = {
        (grid.document, verdict.kind)
        for verdict, grid in zip(verdicts, grids, strict=True)
        if verdict.titled and verdict.kind in PRIMARY
    }
    return [
        verdict._replace(kind=StatementKind.OTHER)
        if verdict.kind in PRIMARY and not verdict.titled and (grid.document, verdict.kind) in titled
        else verdict
        for verdict, grid in zip(verdicts, grids, strict=True)
    ]
