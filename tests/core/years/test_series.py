"""Lines followed over the years: matched, stitched, restated figures marked."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from core.analysis import Analysis
from core.read.filing import Document, Filing, Format, Header
from core.source import Source
from core.statements.statement import Statement, StatementKind
from core.years.series import Stitched, follow, stitch
from tests.core.drawn_statement import drawn

INCOME = StatementKind.INCOME_STATEMENT


def filed(year: int, *statements: Statement) -> Analysis:
    """A filing for a fiscal year that holds these statements."""
    header = Header(form="10-K", company="Tidewater Kettle Company", period_end=date(year, 12, 31))
    document = Document(1, "10-K", None, None, Format.TEXT, Source(1, ""))
    filing = Filing(f"{year}.txt", 0, "", Format.TEXT, "ascii", header, (document,))
    return Analysis(Path(f"{year}.txt"), filing, (None,), (), statements, (), (), (), 0.0)


def told(stitched: Stitched) -> str:
    """A stitched table as text: a line a row, restated figures with a star."""
    lines = ["  ".join(["", *(period.label for period in stitched.periods)])]
    for row in stitched.rows:
        cells = ["." if cell is None else f"{cell.value}{'*' if cell.restated else ''}" for cell in row.cells]
        lines.append("  ".join(["  " * row.depth + row.label, *cells]))
    return "\n".join(lines)


OLD = drawn(
    """
                                        2002        2001
    Net sales                          4,100       4,000
    Costs:
      Kettles                          2,000       1,900
      Other                              300         310
    Gain on sale of mill                  12           -
    Net income                         1,812       1,790
    """,
    INCOME,
    scale=1000,
)
NEW = drawn(
    """
                                        2003        2002
    Net sales                          4,400       4,100
    Costs:
      Kettles                          2,150       1,950
      Research                            70          50
      Other                              290         300
    Net earnings                       1,890       1,812
    """,
    INCOME,
    {"Net earnings": "us-gaap:NetIncomeLoss"},
    scale=1000,
)
OLD_KNOWN = Statement(
    OLD.id, OLD.kind, OLD.title, OLD.section, OLD.cite, OLD.currency, OLD.scale, OLD.columns,
    tuple(
        type(row)(row.label, row.depth, row.role, row.unit, "us-gaap:NetIncomeLoss", row.cite, row.figures)
        if row.label == "Net income"
        else row
        for row in OLD.rows
    ),
)  # fmt: skip


def test_stitched_table() -> None:
    """The latest filing wins; its restated figure is marked; a line only the older has comes after the one before it."""
    stitched = stitch([filed(2002, OLD_KNOWN), filed(2003, NEW)], INCOME)
    assert told(stitched) == "\n".join(
        [
            "  2001  2002  2003",
            "Net sales  4000000  4100000  4400000",
            "Costs:  .  .  .",
            "  Kettles  1900000  1950000*  2150000",
            "  Research  .  50000  70000",
            "  Other  310000  300000  290000",
            "Gain on sale of mill  0  12000  .",
            "Net earnings  1790000  1812000  1890000",
        ]
    )
    assert stitched.restated == 1
    assert stitched.paths == (Path("2003.txt"), Path("2002.txt"))


def test_what_earlier_filings_said_is_kept() -> None:
    cell = stitch([filed(2002, OLD_KNOWN), filed(2003, NEW)], INCOME).rows[2].cells[1]
    assert cell is not None
    assert (cell.told.path.name, cell.value) == ("2003.txt", Decimal(1950000))
    assert [(other.path.name, other.value) for other in cell.others] == [("2002.txt", Decimal(2000000))]


def test_every_cell_keeps_its_cite() -> None:
    stitched = stitch([filed(2002, OLD_KNOWN), filed(2003, NEW)], INCOME)
    figures = {figure.cite for one in (OLD_KNOWN, NEW) for row in one.rows for figure in row.figures}
    cited = {each.cite for row in stitched.rows for cell in row.cells if cell for each in (cell.told, *cell.others)}
    assert cited == figures


def test_rounding_to_another_scale_is_no_restatement() -> None:
    old = drawn("              2002\n    Net sales      4,100,417\n    Costs     17", INCOME)
    new = drawn("              2002\n    Net sales      4,100\n    Costs    1", INCOME, scale=1000)
    rows = stitch([filed(2002, old), filed(2003, new)], INCOME).rows
    assert [cell.restated for row in rows for cell in row.cells if cell] == [False, False]


def test_followed_line() -> None:
    analyses = [filed(2002, OLD_KNOWN), filed(2003, NEW)]
    line = follow(analyses, INCOME, "us-gaap:NetIncomeLoss")
    assert line is not None
    assert [cell.value for cell in line.cells if cell] == [Decimal(1790000), Decimal(1812000), Decimal(1890000)]
    assert follow(analyses, INCOME, "Kettles:") is not None
    assert follow(analyses, INCOME, "Teapots") is None


def test_total_is_known_again_by_what_it_says() -> None:
    """A reworded total, a caption that is a part of another, and a unit read otherwise are still one line each."""
    old = drawn(
        """
                                                  2002        2001
        Net cash from (used for) financing        (405)        554
        Deferred income taxes                      322        4,411
        Effect of exchange rates                   (62)        (10)
        Net income                               1,812       1,790
        """,
        StatementKind.CASH_FLOW,
    )
    new = drawn(
        """
                                                  2003        2002
        Net cash used for financing               (999)       (501)
        Deferred income taxes and other            400         322
        Effect of exchange rates on cash            16         (62)
        Net income                               1,890       1,812
        """,
        StatementKind.CASH_FLOW,
    )
    stitched = stitch([filed(2002, old), filed(2003, new)], StatementKind.CASH_FLOW)
    assert told(stitched).splitlines()[1:] == [
        "Net cash used for financing  554  -501*  -999",
        "Deferred income taxes and other  4411  322  400",
        "Effect of exchange rates on cash  -10  -62  16",
        "Net income  1790  1812  1890",
    ]


def test_a_heading_that_only_old_filings_have_comes_with_its_lines() -> None:
    """And not where all of its lines stand under another heading now."""
    old = drawn(
        "              2002\n    Costs and expenses:\n      Kettles  2,150\n    Gifts:\n      To schools  144", INCOME
    )
    new = drawn("              2002\n    Costs:\n      Kettles  2,150\n    Net sales  4,100", INCOME)
    rows = stitch([filed(2002, old), filed(2003, new)], INCOME).rows
    assert [(row.depth, row.label) for row in rows] == [
        (0, "Costs:"),
        (1, "Kettles"),
        (0, "Gifts:"),
        (1, "To schools"),
        (0, "Net sales"),
    ]


@pytest.mark.parametrize(
    ("kind", "form", "end", "months"),
    [
        (INCOME, "10-K", (12, 31), 12),
        (INCOME, "10-Q", (6, 30), 3),
        (StatementKind.CASH_FLOW, "10-Q", (3, 31), 3),
        (StatementKind.CASH_FLOW, "10-Q", (6, 30), 6),
        (StatementKind.CASH_FLOW, "10-Q", (9, 30), 9),
    ],
)
def test_periods_that_do_not_say_how_long_they_are(
    kind: StatementKind, form: str, end: tuple[int, int], months: int
) -> None:
    statement = drawn("              2002\n    Net income      1,812", kind)
    open_ended = replace(statement, columns=(replace(statement.columns[0], start=None, end=date(2002, *end)),))
    one = filed(2002, open_ended)
    header = replace(one.filing.header, form=form, period_end=date(2002, *end), fiscal_year_end=(12, 31))
    periods = stitch([replace(one, filing=replace(one.filing, header=header))], kind).periods
    assert [period.months for period in periods] == [months]


def test_nothing_to_stitch() -> None:
    assert stitch([], INCOME).rows == ()
    assert stitch([filed(2003)], INCOME).periods == ()
