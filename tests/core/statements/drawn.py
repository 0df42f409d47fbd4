"""Statements read from a made-up document and drawn as text, so that tests compare text with text."""

from core.document.plain import lay_out
from core.outline.build import drafted, settled
from core.read.submission import parse
from core.statements.build import statements
from core.statements.judgement import judge, stands
from core.statements.statement import Statement
from core.tables.text.read import grids

COVER = """                                   FORM 10-K
        ANNUAL REPORT PURSUANT TO SECTION 13 OR 15(d) OF THE SECURITIES EXCHANGE ACT OF 1934
                    For the fiscal year ended {end}

                              Widget Works Inc.
             (Exact name of registrant as specified in its charter)

PART II

Item 8.  Financial Statements and Supplementary Data

"""


def read_statements(text: str, end: str = "December 31, 1998") -> tuple[Statement, ...]:
    """Every statement of a made-up annual report that holds this text under Item 8."""
    filing = parse("made-up.txt", (COVER.format(end=end) + text).encode())
    layouts = tuple(lay_out(document.source) for document in filing.documents)
    found = tuple(grids(layout) for layout in layouts)
    drafts = drafted(filing, layouts)
    tables = judge(layouts, drafts.sections, found)
    return statements(filing, layouts, settled(filing, drafts, stands(tables)), tables)


def draw(statement: Statement) -> str:
    """A statement as text: head, `@` columns with their periods, and a line a row with what it is for and counts."""
    lines = [f"{statement.kind.value}: {statement.title} ({statement.currency} x {statement.scale})"]
    for column in statement.columns:
        period = f"{column.start or ''}..{column.end or ''}"
        lines.append(f"@ {column.label} [{period}]" + (f" {column.member}" if column.member else ""))
    for row in statement.rows:
        cells = " ".join(f"{figure.column}={figure.value}" for figure in row.figures)
        unit = row.unit.value if row.unit else "-"
        concept = (row.concept or "-").removeprefix("us-gaap:")
        lines.append(f"{row.role.value[:4]} {unit} {concept} |{'  ' * row.depth}{row.label}| {cells}".rstrip())
    return "\n".join(lines)
