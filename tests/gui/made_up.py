"""A made-up company's filing as finished values: for tests of views that need an Analysis and no reading of files."""

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from core.analysis import Analysis
from core.checks.amounts import count, say
from core.checks.check import Check, Rule, Status
from core.document.block import Block, BlockKind, Layout, Line, Page
from core.facts.fact import Dimension, Fact, Period, PlacedFact
from core.outline.section import Section, SectionKind
from core.read.filing import Document, Filing, Format, Header
from core.source import Cite, Source, Span, cite
from core.statements.statement import Column, Figure, Role, Row, Statement, StatementKind, Unit

PATH = Path("harbor-lamp-2003.txt")
CAPTIONS, WIDTH = 44, 14
Amounts = tuple[str | None, ...]


def amount(printed: str) -> Decimal:
    """What a printed figure says: brackets and a minus are negative, a dash is nil."""
    bare = printed.strip().lstrip("$").strip()
    if bare == "-":
        return Decimal(0)
    digits = bare.strip("()-%").replace(",", "")
    return -Decimal(digits) if bare.startswith(("(", "-")) else Decimal(digits)


@dataclass
class Writer:
    """Writes a text line by line and remembers what stands where."""

    document: int = 1
    lines: list[str] = field(default_factory=list)
    kinds: bytearray = field(default_factory=bytearray)
    length: int = 0

    def line(self, text: str = "", kind: Line | None = None) -> Span:
        """Adds a line; its span without the newline."""
        start = self.length
        self.lines.append(text)
        self.kinds.append(kind if kind is not None else Line.WORDS if text.strip() else Line.BLANK)
        self.length += len(text) + 1
        return Span(start, start + len(text))

    def row(self, label: str, depth: int, printed: Amounts, **more: object) -> Row:
        """Adds a table row with its figures flush right, as a Row."""
        text = ("  " * depth + label).ljust(CAPTIONS) + "".join((figure or "").rjust(WIDTH) for figure in printed)
        span = self.line(text.rstrip())
        figures = []
        for column, figure in enumerate(printed):
            if figure is not None:
                end = span.start + CAPTIONS + WIDTH * (column + 1)
                place = cite(self.document, end - len(figure), end)
                figures.append(Figure(column, figure, amount(figure), place))
        unit = more.pop("unit", Unit.MONEY if figures else None)
        role = more.pop("role", Role.LINE if figures else Role.HEADING)
        concept = more.pop("concept", None)
        place = cite(self.document, span.start, span.end)
        return Row(label, depth, role, unit, concept, place, tuple(figures), **more)  # type: ignore[arg-type]

    def rule(self, columns: int, mark: str = "-") -> None:
        """Adds a rule under the figures."""
        self.line(" " * CAPTIONS + (" " * 4 + mark * (WIDTH - 4)) * columns, Line.RULE)

    def head(self, *labels: str) -> None:
        """Adds a table's head line."""
        self.line(" " * CAPTIONS + "".join(label.rjust(WIDTH) for label in labels))


def balance_sheet(write: Writer, year: int) -> Statement:
    """A balance sheet whose last total is misprinted for the earlier year: 17,900 for 7,900."""
    start = write.length
    columns = (str(year), str(year - 1))
    write.head(*columns)
    write.rule(2)
    total = Role.TOTAL
    rows = [
        write.row("Current assets:", 0, ()),
        write.row("Cash and cash equivalents", 1, ("$1,200", "$1,100"), concept="us-gaap:CashAndCashEquivalents"),
        write.row("Accounts receivable, less allowance of $40", 1, ("2,300", "2,250")),
        write.row("Inventories", 1, ("1,500", "1,450"), concept="us-gaap:InventoryNet"),
    ]
    write.rule(2)
    rows += [
        write.row("Total current assets", 0, ("5,000", "4,800"), role=Role.SUBTOTAL, ruled=True),
        write.row("Equipment", 0, ("3,000", "3,100")),
    ]
    write.rule(2)
    rows.append(write.row("Total assets", 0, ("$8,000", "$7,900"), role=total, ruled=True, concept="us-gaap:Assets"))
    write.rule(2, "=")
    write.line()
    rows += [
        write.row("Liabilities:", 0, ()),
        write.row("Accounts payable", 1, ("900", "1,000")),
        write.row("Long-term debt", 1, ("2,100", "2,500")),
    ]
    write.rule(2)
    rows += [
        write.row("", 1, ("3,000", "3,500"), role=Role.SUBTOTAL, ruled=True),
        write.row("Common stock, $1 par value", 0, ("1,000", "1,000")),
        write.row("Retained earnings", 0, ("4,000", "3,400")),
    ]
    write.rule(2)
    rows.append(write.row("Total liabilities and equity", 0, ("$8,000", "$17,900"), role=total, ruled=True))
    write.rule(2, "=")
    place = cite(write.document, start, write.length - 1)
    dates = tuple(Column(label, None, date(int(label), 12, 31)) for label in columns)
    kind = StatementKind.BALANCE_SHEET
    return Statement(
        "balance-sheet", kind, "Balance Sheets", "part-2/item-8/balance-sheets", place, "USD", 1000, dates, tuple(rows)
    )


def income_statement(write: Writer, year: int) -> Statement:
    """Three years of income, one of them a loss, with figures per share."""
    start = write.length
    columns = tuple(str(year - back) for back in range(3))
    write.head(*columns)
    write.rule(3)
    rows = [
        write.row("Net sales", 0, ("$12,000", "$11,000", "$10,000"), concept="us-gaap:Revenues"),
        write.row("Cost of sales", 0, ("7,000", "7,100", "6,200")),
    ]
    write.rule(3)
    rows += [
        write.row("Gross profit", 0, ("5,000", "3,900", "3,800"), role=Role.SUBTOTAL, ruled=True),
        write.row("Selling and administrative", 0, ("4,400", "4,050", "3,500")),
    ]
    write.rule(3)
    net = ("$600", "$(150)", "$300")
    rows.append(write.row("Net income (loss)", 0, net, role=Role.TOTAL, ruled=True, concept="us-gaap:NetIncomeLoss"))
    write.rule(3, "=")
    rows.append(write.row("Income (loss) per share", 0, (".60", "(.15)", ".30"), unit=Unit.PER_SHARE))
    place = cite(write.document, start, write.length - 1)
    years = tuple(Column(label, date(int(label), 1, 1), date(int(label), 12, 31)) for label in columns)
    kind = StatementKind.INCOME_STATEMENT
    section = "part-2/item-8/statements-of-income"
    return Statement("income-statement", kind, "Statements of Income", section, place, "USD", 1000, years, tuple(rows))


def inventories(write: Writer, year: int) -> Statement:
    """The table of a note."""
    start = write.length
    columns = (str(year), str(year - 1))
    write.head(*columns)
    rows = [
        write.row("Raw materials", 0, ("$900", "$850")),
        write.row("Finished lamps", 0, ("600", "600")),
    ]
    write.rule(2)
    rows.append(write.row("", 0, ("$1,500", "$1,450"), role=Role.TOTAL, ruled=True))
    place = cite(write.document, start, write.length - 1)
    dates = tuple(Column(label, None, date(int(label), 12, 31)) for label in columns)
    kind = StatementKind.NOTE
    return Statement("inventories", kind, "Inventories", "part-2/item-8/note-2", place, "USD", 1000, dates, tuple(rows))


def footing(statement: Statement, total: int, parts: tuple[int, ...], signs: tuple[int, ...] = ()) -> list[Check]:
    """Whether row `total` is the sum of rows `parts`, a check a column."""
    signs = signs or (1,) * len(parts)
    checks = []
    for figure in statement.rows[total].figures:
        lines = [statement.rows[part].at(figure.column) for part in parts]
        amounts = [sign * (line.value or Decimal(0)) for sign, line in zip(signs, lines, strict=True) if line]
        expected = sum(amounts, Decimal(0))
        assert figure.value is not None
        difference = figure.value - expected
        subject = f"{statement.rows[total].label or '(no caption)'}, {statement.columns[figure.column].label}"
        status = Status.OFF if difference else Status.TIES
        cites = (figure.cite, *(line.cite for line in lines if line))
        lines_in_words = f"its {count(len(cites) - 1)}"
        off = f"{subject}: printed {say(figure.value)}; {lines_in_words} add to {say(expected)}."
        title = off if difference else f"{subject}: ties with {lines_in_words}."
        checks.append(Check(Rule.FOOTING, status, title, figure.value, expected, difference, cites, subject))
    return checks


def section(
    ident: str, kind: SectionKind, number: str | None, title: str, heading: Span, end: int, *children: Section
) -> Section:
    """A section from its heading to `end`."""
    return Section(
        ident, kind, number, title, 1, Span(heading.start, end), heading, children=tuple(children), why="made up"
    )


def _part_one(write: Writer) -> Section:
    part = write.line("PART I")
    write.line()
    one = write.line("Item 1.  Business")
    write.line()
    write.line("Harbor Lamp Company makes lamps for harbors and for the people who live by them. It")
    write.line("sells through dealers in nine states, and had 41 employees at the end of the year.")
    write.line()
    item_one = section("part-1/item-1", SectionKind.ITEM, "1", "Business", one, write.length)
    two = write.line("Item 2.  Properties")
    write.line()
    write.line("The Company owns one works of 40,000 square feet.")
    write.line("- 2 -", Line.FURNITURE)
    write.line()
    item_two = section("part-1/item-2", SectionKind.ITEM, "2", "Properties", two, write.length)
    return section("part-1", SectionKind.PART, "I", "Part I", part, write.length, item_one, item_two)


def _notes(write: Writer, year: int) -> tuple[Statement, tuple[Section, ...]]:
    first = write.line("1. Significant Accounting Policies")
    write.line()
    write.line("Sales are booked when lamps leave the works.")
    write.line()
    policies = section(
        "part-2/item-8/note-1", SectionKind.NOTE, "1", "Significant Accounting Policies", first, write.length
    )
    second = write.line("2. Inventories")
    write.line()
    table = inventories(write, year)
    write.line()
    stock = section("part-2/item-8/note-2", SectionKind.NOTE, "2", "Inventories", second, write.length)
    return table, (policies, stock)


def _part_two(write: Writer, year: int) -> tuple[tuple[Statement, ...], Section]:
    part = write.line("PART II")
    write.line()
    seven = write.line("Item 7.  Management's Discussion and Analysis of Financial Condition and Results of Operations")
    write.line()
    write.line("Net sales rose by 9.1% as harbors were lit again.")
    write.line()
    title = "Management's Discussion and Analysis of Financial Condition and Results of Operations"
    item_seven = section("part-2/item-7", SectionKind.ITEM, "7", title, seven, write.length)
    eight = write.line("Item 8.  Financial Statements")
    write.line()
    at = write.line("Balance Sheets (in thousands)".center(72).rstrip())
    sheet = balance_sheet(write, year)
    write.line()
    kind = SectionKind.STATEMENT
    balance = section("part-2/item-8/balance-sheets", kind, None, "Balance Sheets", at, write.length)
    at = write.line("Statements of Income (in thousands)".center(86).rstrip())
    incomes = income_statement(write, year)
    write.line()
    income = section("part-2/item-8/statements-of-income", kind, None, "Statements of Income", at, write.length)
    table, notes = _notes(write, year)
    title = "Financial Statements"
    item_eight = section("part-2/item-8", SectionKind.ITEM, "8", title, eight, write.length, balance, income, *notes)
    section_two = section("part-2", SectionKind.PART, "II", "Part II", part, write.length, item_seven, item_eight)
    return (sheet, incomes, table), section_two


def _part_three(write: Writer) -> Section:
    part = write.line("PART III")
    write.line()
    ten = write.line("Item 10.  Directors")
    write.line("Incorporated by reference to the proxy statement.")
    title = "Directors"
    span = Span(ten.start, write.length)
    item = Section("part-3/item-10", SectionKind.ITEM, "10", title, 1, span, ten, incorporated=True, why="made up")
    return section("part-3", SectionKind.PART, "III", "Part III", part, write.length, item)


def _blocks(source: Source, statements: tuple[Statement, ...], kinds: bytes) -> tuple[Block, ...]:
    blocks: list[Block] = []
    tables = {source.line_of(statement.cite.start) - 1: statement for statement in statements}
    index = 0
    while index < len(kinds):
        if index in tables:
            last = source.line_of(tables[index].cite.end - 1)
            kind = BlockKind.TABLE
        elif kinds[index] == Line.WORDS:
            last = index + 1
            while last < len(kinds) and kinds[last] == Line.WORDS and last not in tables:
                last += 1
            kind = BlockKind.WORDS
        else:
            index += 1
            continue
        span = Span(source.starts[index], source.starts[last - 1] + len(source.lines[last - 1]))
        blocks.append(Block(kind, index, last, span))
        index = last
    return tuple(blocks)


def _checks(statements: tuple[Statement, ...]) -> tuple[Check, ...]:
    sheet, income, table = statements
    return (
        *footing(sheet, 4, (1, 2, 3)),
        *footing(sheet, 6, (4, 5)),
        *footing(sheet, 10, (8, 9)),
        *footing(sheet, 13, (10, 11, 12)),
        *footing(income, 2, (0, 1), (1, -1)),
        *footing(income, 4, (2, 3), (1, -1)),
        *footing(table, 2, (0, 1)),
    )


def analysis(path: Path = PATH, year: int = 2003) -> Analysis:
    """Harbor Lamp Company's 10-K: two statements, a note's table, thirteen-odd sums, one of which is off."""
    write = Writer()
    cover = write.line("HARBOR LAMP COMPANY")
    write.line(f"Form 10-K for the fiscal year ended December 31, {year}")
    write.line()
    front = section("cover", SectionKind.COVER, None, "Cover", cover, write.length)
    one = _part_one(write)
    statements, two = _part_two(write, year)
    three = _part_three(write)
    source = Source(1, "\n".join(write.lines) + "\n")
    kinds = bytes(write.kinds) + bytes([Line.BLANK])
    broken = source.text.index("- 2 -") + len("- 2 -\n")
    pages = (Page("2", Span(0, broken)), Page(None, Span(broken, len(source.text))))
    layout = Layout(source, kinds, _blocks(source, statements, kinds), pages)
    header = Header("10-K", "Harbor Lamp Company", "0000012345", None, date(year, 12, 31), None, (12, 31))
    document = Document(1, None, path.name, None, Format.TEXT, source)
    size = len(source.text)
    filing = Filing(path.name, size, "0" * 64, Format.TEXT, "ascii", header, (document,))
    checks = _checks(statements)
    return Analysis(path, filing, (layout,), (front, one, two, three), statements[:2], statements[2:], checks, (), 0.06)


def _tagged(statement: Statement, concepts: dict[int, str], members: tuple[Dimension, ...] = ()) -> Statement:
    """The statement with the figures of some rows tagged; those of a concept of its own by `members`."""
    rows = list(statement.rows)
    for at, concept in concepts.items():
        own = members if concept.startswith("hl:") else ()
        figures = tuple(
            figure._replace(fact=_fact(concept, figure, statement.columns[figure.column], own))
            for figure in rows[at].figures
        )
        rows[at] = rows[at]._replace(concept=concept, figures=figures)
    return replace(statement, rows=tuple(rows))


def _fact(concept: str, figure: Figure, column: Column, members: tuple[Dimension, ...]) -> Fact:
    assert figure.value is not None
    assert column.end is not None
    period = Period(column.start, column.end)
    digits = figure.text.strip("$() ")
    return Fact(concept, figure.value * 1000, digits, period, "USD", 3, "-3", members, "num-dot-decimal")


def with_tags(path: Path = PATH, year: int = 2003) -> Analysis:
    """The same filing as inline XBRL would have it: some rows tagged, a number in prose, and a note as a whole."""
    plain = analysis(path, year)
    sheet, income = plain.statements
    members = (Dimension("us-gaap:ProductOrServiceAxis", "hl:FinishedLampsMember"),)
    sheet = _tagged(sheet, {1: "us-gaap:CashAndCashEquivalentsAtCarryingValue", 3: "us-gaap:InventoryNet"})
    income = _tagged(income, {0: "us-gaap:Revenues", 4: "us-gaap:NetIncomeLoss"})
    table = _tagged(plain.tables[0], {1: "hl:LampsInStock", 2: "us-gaap:InventoryNet"}, members)
    figures = [figure for one in (sheet, income, table) for row in one.rows for figure in row.figures]
    facts = [PlacedFact(figure.fact, figure.cite) for figure in figures if figure.fact is not None]
    today = Period(None, date(year, 12, 31))
    employees = Fact("hl:NumberOfEmployees", Decimal(41), "41", today, "hl:Employee", 0, "INF")
    note = Fact("us-gaap:InventoryDisclosureTextBlock", None, "2. Inventories", today, numeric=False)
    whole = Cite(1, (next(span for span in _sections(plain, "part-2/item-8/note-2")),))
    facts += [PlacedFact(employees, cite_of(plain, "41")), PlacedFact(note, whole)]
    facts.sort(key=lambda one: (one.cite.start, -one.cite.end))
    document = replace(plain.filing.documents[0], format=Format.IXBRL)
    filing = replace(plain.filing, format=Format.IXBRL, documents=(document,))
    return replace(plain, filing=filing, statements=(sheet, income), tables=(table,), facts=tuple(facts))


def _sections(analysis: Analysis, ident: str) -> list[Span]:
    found = list(analysis.outline)
    for one in found:
        found.extend(one.children)
    return [one.span for one in found if one.id == ident]


def off(analysis: Analysis) -> list[Check]:
    """The checks of an analysis that do not tie."""
    return [check for check in analysis.checks if check.status is Status.OFF]


def cite_of(analysis: Analysis, words: str) -> Cite:
    """Where these words first stand in the first document."""
    start = analysis.filing.documents[0].source.text.index(words)
    return cite(1, start, start + len(words))
