"""One judgement: the outline has a section of a statement where the tables have a statement, and nowhere else."""

from core.document.plain import lay_out
from core.outline.build import drafted, settled
from core.read.submission import parse
from core.statements.build import statements
from core.statements.judgement import judge, stands
from core.statements.statement import PRIMARY
from core.tables.text.read import grids
from tests.core.outline.drawn import draw
from tests.core.statements.drawn import COVER

PROSE = "The mill spins cotton and wool for weavers in four states, and sells what is left over to others.\n" * 4
HEADS = f"{'':<40}      1998       1997\n{'':<40}   -------    -------\n"
ASSETS = ("Cash", "Receivables", "Inventories", "Property", "Total assets", "Accounts payable", "Common stock")
FLOWS = (
    "Operating activities",
    "Depreciation",
    "Investing activities",
    "Financing activities",
    "Other",
    "Cash at end of year",
)
YARN = ("Yarn spun", "Yarn sold", "Yarn lost", "Yarn held", "Yarn bought")


def _table(captions: tuple[str, ...]) -> str:
    return HEADS + "\n".join(f"{name:<40}{1000 + at:>10,}{900 + at:>11,}" for at, name in enumerate(captions)) + "\n"


def _read(text: str) -> tuple[str, list[tuple[str, str | None, str | None]]]:
    """The outline below the cover, drawn, and every statement's kind, title and section."""
    filing = parse("made-up.txt", (COVER.format(end="December 31, 1998") + text).encode())
    layouts = tuple(lay_out(document.source) for document in filing.documents)
    drafts = drafted(filing, layouts)
    tables = judge(layouts, drafts.sections, tuple(grids(layout) for layout in layouts))
    sections = settled(filing, drafts, stands(tables))
    read = statements(filing, layouts, sections, tables)
    drawn = draw(sections).partition("Supplementary Data\n")[2]
    return drawn, [(one.kind.value, one.title, one.section) for one in read if one.kind in PRIMARY]


def test_a_title_above_another_table_is_no_statement() -> None:
    item = "Item 10.  Directors and Executive Officers of the Registrant"
    drawn, read = _read(f"{PROSE}\n{item}\n\n{PROSE}\n                    BALANCE SHEET\n\n{_table(YARN)}\n{PROSE}")
    assert "statement:" not in drawn
    assert read == []


def test_a_title_above_a_table_that_is_not_understood_stays() -> None:
    drawn, read = _read(f"{PROSE}\n                    BALANCE SHEET\n\n{_table(YARN)}\n{PROSE}")
    assert "statement: BALANCE SHEET" in drawn
    assert read == []


def test_a_title_above_its_table_is_one() -> None:
    drawn, read = _read(f"{PROSE}\n                    BALANCE SHEET\n\n{_table(ASSETS)}\n{PROSE}")
    assert "statement: BALANCE SHEET" in drawn
    assert read == [("balance_sheet", "BALANCE SHEET", "part-2/item-8/balance-sheet")]


def test_a_statement_under_the_title_of_another_has_a_section_of_its_own() -> None:
    drawn, read = _read(
        f"                    BALANCE SHEET\n\n{_table(ASSETS)}\n\n          Where the Cash Came From\n\n{_table(FLOWS)}"
    )
    assert [kind for kind, _, _ in read] == ["balance_sheet", "cash_flow"]
    assert drawn.count("statement: ") == 2
    assert read[0][2] != read[1][2]


def test_a_table_that_lines_tell_gives_way_to_the_one_with_the_title() -> None:
    _, read = _read(
        f"          What We Own\n\n{_table(ASSETS)}\n{PROSE}\n                    BALANCE SHEET\n\n{_table(ASSETS)}"
    )
    assert read == [("balance_sheet", "BALANCE SHEET", "part-2/item-8/balance-sheet")]
