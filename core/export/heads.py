"""What a sheet or a CSV table says of itself: its title, its amounts, its columns, and where its rows stand."""

from core.analysis import Analysis
from core.statements.statement import Column, Row, Statement, StatementKind, Unit

KINDS = {
    StatementKind.BALANCE_SHEET: "Balance sheet",
    StatementKind.INCOME_STATEMENT: "Income statement",
    StatementKind.COMPREHENSIVE_INCOME: "Comprehensive income",
    StatementKind.CASH_FLOW: "Cash flows",
    StatementKind.EQUITY: "Stockholders' equity",
    StatementKind.SELECTED_DATA: "Selected data",
    StatementKind.QUARTERLY: "Quarterly data",
    StatementKind.SCHEDULE: "Schedule",
    StatementKind.NOTE: "Note",
    StatementKind.OTHER: "Table",
}

UNITS = {
    Unit.MONEY: "money",
    Unit.PER_SHARE: "per share",
    Unit.SHARES: "shares",
    Unit.PERCENT: "percent",
    Unit.NUMBER: "number",
}

SCALES = {1_000: "thousands", 1_000_000: "millions", 1_000_000_000: "billions"}
"""What money is counted in, by the scale of a statement."""


def tables(analysis: Analysis) -> tuple[Statement, ...]:
    """Everything with figures: the primary statements first, then the other tables, both in the order of the filing."""
    return (*analysis.statements, *analysis.tables)


def title(statement: Statement) -> str:
    """What a table is called, or what it is where the filing gives no title."""
    return statement.title or KINDS[statement.kind]


def amounts(statement: Statement) -> str:
    """`Amounts in thousands of USD, as filed`."""
    scale = SCALES.get(statement.scale, f"units of {statement.scale:,}" if statement.scale != 1 else "")
    currency = statement.currency or "the filing's currency"
    money = f"{scale} of {currency}" if scale else currency
    return f"Amounts in {money}, as filed; amounts per share, numbers of shares and percentages as printed"


def head(column: Column) -> str:
    """The printed head of a column, or what it stands for where none is printed."""
    return column.label or column.member or (column.end.isoformat() if column.end else "")


def line(analysis: Analysis, row: Row) -> int:
    """The line of its document on which a row's first figure stands, or its caption where it has no figure."""
    place = row.figures[0].cite if row.figures else row.cite
    return analysis.filing.document(place.document).source.line_of(place.start)


def about(analysis: Analysis) -> list[tuple[str, str]]:
    """What is known of the filing, as pairs of a name and its value."""
    filing, header = analysis.filing, analysis.filing.header
    known = (
        ("Company", header.company),
        ("Form", header.form),
        ("Period end", header.period_end.isoformat() if header.period_end else None),
        ("Filed", header.filed.isoformat() if header.filed else None),
        ("CIK", header.cik),
        ("Accession number", header.accession),
        ("File", filing.name),
        ("SHA-256", filing.sha256),
    )
    return [(name, value) for name, value in known if value]
