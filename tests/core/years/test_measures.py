"""Measures: the reader's file, lines and years that formulas find, what is missing, how they come to be a table."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from core.analysis import Analysis, analyse
from core.statements.statement import Role, StatementKind, Unit
from core.years.measured_table import as_across, said_of_missing
from core.years.measures import (
    Lack,
    Measures,
    MeasuresError,
    Table,
    Value,
    measured,
    measures_of,
    measuring,
    own_file,
    read,
    shipped,
    with_file,
)
from core.years.period import FiscalCalendar
from core.years.series import Stitched, stitch
from tests.core.drawn_statement import drawn
from tests.core.years.test_derived import spans
from tests.core.years.test_series import filed

INCOME, BALANCE = StatementKind.INCOME_STATEMENT, StatementKind.BALANCE_SHEET
SAMPLES = Path(__file__).parents[3] / "resources" / "samples"
LINES = """
[lines]
sales = { statement = "income_statement", concepts = ["c:Sales", "c:Revenue"], of_several = "total" }
profit = { statement = "income_statement", concepts = ["c:Profit"] }
assets = { statement = "balance_sheet", concepts = ["c:Assets"] }
debt = { statement = "balance_sheet", concepts = ["c:Debt"] }
"""


def measure(formula: str, counts: str = "ratio") -> Measures:
    return read(f'{LINES}\n[[measures]]\nname = "M"\nformula = "{formula}"\ncounts = "{counts}"\n')


def flows(year: int, **rows: str) -> Analysis:
    """An annual report whose income statement has these rows, a concept each."""
    text = f"              {year}\n" + "\n".join(
        f"    {name.replace('_', ' ')}      {said}" for name, said in rows.items()
    )
    made = spans(drawn(text, INCOME), (date(year, 1, 1), date(year, 12, 31)))
    known = (row._replace(unit=Unit.MONEY, line=f"c:{row.label.split()[0]}") for row in made.rows)
    return filed(year, replace(made, rows=tuple(known)))


def balances(year: int, **rows: str) -> Analysis:
    text = f"              {year}\n" + "\n".join(
        f"    {name.replace('_', ' ')}      {said}" for name, said in rows.items()
    )
    made = drawn(text, BALANCE)
    columns = tuple(replace(one, start=None, end=date(year, 12, 31)) for one in made.columns)
    known = (row._replace(unit=Unit.MONEY, line=f"c:{row.label.split()[0]}") for row in made.rows)
    return filed(year, replace(made, rows=tuple(known), columns=columns))


def values(wanted: Measures, *analyses: Analysis) -> tuple[Value, ...]:
    (row,) = measured(_series(analyses), wanted, FiscalCalendar(())).rows
    return row.values


def _series(analyses: tuple[Analysis, ...]) -> list[Stitched]:
    return [
        made
        for kind in (INCOME, BALANCE)
        if (made := stitch([one for one in analyses if any(each.kind is kind for each in one.statements)], kind)).rows
    ]


def amounts(wanted: Measures, *analyses: Analysis) -> list[str | None]:
    return [None if one.amount is None else f"{float(one.amount):.4g}" for one in values(wanted, *analyses)]


YEARS = (
    flows(2001, Sales="1,000", Profit="100"),
    flows(2002, Sales="1,200", Profit="(90)"),
    flows(2003, Sales="1,440", Profit="180"),
)
DAYS = (balances(2001, Assets="400", Debt="50"), balances(2002, Assets="600"), balances(2003, Assets="800"))


@pytest.mark.parametrize(
    ("formula", "told"),
    [
        ("profit / sales", ["0.1", "-0.075", "0.125"]),
        ("(sales - profit) * 2", ["1800", "2580", "2520"]),
        ("-profit", ["-100", "90", "-180"]),
        ("size(profit)", ["100", "90", "180"]),
        ("before(sales)", [None, "1000", "1200"]),
        ("growth(sales)", [None, "0.2", "0.2"]),
        ("growth(profit)", [None, None, None]),
        ("cagr(sales, 2)", [None, None, "0.2"]),
        ("cagr(profit, 1)", [None, None, None]),
        ("sales / average(assets)", [None, "2.4", "2.057"]),
        ("or_zero(debt) / assets", ["0.125", "0", "0"]),
        ("'Sales' / \\\"c:Assets\\\"", ["2.5", "2", "1.8"]),
        ("sales / (sales - sales)", [None, None, None]),
    ],
)
def test_what_formulas_come_to(formula: str, told: list[str | None]) -> None:
    assert amounts(measure(formula), *YEARS, *DAYS) == told


@pytest.mark.parametrize("function", ["average", "growth"])
def test_a_formula_in_a_formula_is_computed_once_a_year(function: str) -> None:
    deep = f"{function}(" * 50 + "sales" + ")" * 50
    *_, last = values(measure(deep), *YEARS)
    assert last.amount is None
    assert len(last.missing) == len(set(last.missing))
    assert [one.end.year for one in last.terms] == [2003, 2002, 2001]


def test_no_year_is_before_the_first() -> None:
    assert amounts(measure("cagr(" * 40 + "sales" + ", 99)" * 40), *YEARS) == [None] * 3


def test_a_value_has_the_figures_that_it_was_computed_from() -> None:
    last = values(measure("profit / average(assets) + profit"), *YEARS, *DAYS)[-1]
    assert [(one.line, one.end.year, one.told.figure.text) for one in last.terms] == [
        ("profit", 2003, "180"),
        ("assets", 2003, "800"),
        ("assets", 2002, "600"),
    ]


def test_what_is_missing_is_said() -> None:
    first = values(measure("average(debt) / sales"), *YEARS, *DAYS)[0]
    assert [(one.lack, one.line, one.end.year) for one in first.missing] == [(Lack.NOT_PRINTED, "debt", 2000)]
    assert list(said_of_missing(first)) == ["debt of 2000 is in none of these filings"]
    other = values(measure("'Goodwill' / sales"), *YEARS)[0]
    assert list(said_of_missing(other)) == ["no line is known as Goodwill"]
    nought = values(measure("sales / (sales - sales)"), *YEARS)[0]
    assert list(said_of_missing(nought)) == ["it has no meaning for these amounts"]
    assert values(measure("or_zero(debt) + sales"), *YEARS)[0].zeros == ("debt",)
    assert values(measure("or_zero(sales / (sales - sales))"), *YEARS)[0].amount is None


def test_of_several_lines_the_total_or_none() -> None:
    several = flows(2001, Sales_at_home="700", Sales_abroad="300", Profit="9")
    assert list(said_of_missing(values(measure("sales + profit"), several)[0])) == [
        "several lines could be sales of 2001"
    ]
    statement = several.statements[0]
    rows = (statement.rows[0], statement.rows[1]._replace(role=Role.TOTAL), *statement.rows[2:])
    summed = replace(several, statements=(replace(statement, rows=rows),))
    assert amounts(measure("sales"), summed) == ["300"]
    first = measure("sales").lines["sales"]
    wanted = measure("sales")
    other = replace(wanted, lines={**wanted.lines, "sales": replace(first, of_several=type(first.of_several).FIRST)})
    assert amounts(other, summed) == ["700"]


def test_the_first_concept_that_a_statement_has() -> None:
    both = flows(2001, Revenue="900", Sales="800")
    assert amounts(measure("sales"), both) == ["800"]
    assert amounts(measure("sales"), flows(2001, Revenue="900")) == ["900"]


def test_a_line_counts_money() -> None:
    one = flows(2001, Sales="800")
    statement = one.statements[0]
    share = replace(statement, rows=tuple(row._replace(unit=Unit.PER_SHARE) for row in statement.rows))
    assert amounts(measure("sales"), replace(one, statements=(share,))) == [None]


def test_years_some_days_apart_are_one_and_quarters_none() -> None:
    late = balances(2001, Assets="400")
    columns = tuple(replace(one, end=date(2002, 1, 4)) for one in late.statements[0].columns)
    late = replace(late, statements=(replace(late.statements[0], columns=columns),))
    june = balances(2002, Assets="500")
    columns = tuple(replace(one, end=date(2002, 6, 30)) for one in june.statements[0].columns)
    june = replace(june, statements=(replace(june.statements[0], columns=columns),))
    assert amounts(measure("sales / assets"), YEARS[0], late, june) == ["2.5"]


# the files


def test_every_shipped_measure_can_be_computed() -> None:
    known = shipped()
    assert len(known.measures) >= 15
    assert [one.name for one in known.measures if one.formula is None] == []
    names = [one.name for one in known.measures]
    assert len(names) == len(set(names))


def test_the_readers_own(tmp_path: Path) -> None:
    own = tmp_path / "measures.toml"
    assert with_file(own) is shipped()
    own.write_text(
        '[lines]\ngoodwill = { statement = "balance_sheet", concepts = ["us-gaap:Goodwill"] }\n'
        '[[measures]]\nname = "Net margin"\nformula = "net_income / assets"\n'
        '[[measures]]\nname = "Of goodwill"\nformula = "goodwill / assets"\ncounts = "percent"\n'
        '[[measures]]\nname = "Odd"\nformula = "nothing / assets"\n'
        '[[measures]]\nname = "Broken"\nformula = "assets /"\n'
        '[[measures]]\nname = "Counted"\nformula = "assets"\ncounts = "apples"\n'
    )
    told = {one.name: one for one in with_file(own).measures}
    assert len(told) == len(shipped().measures) + 4
    assert (told["Net margin"].text, told["Net margin"].group) == ("net_income / assets", "Own")
    assert told["Of goodwill"].formula is not None
    assert told["Odd"].fault == "nothing: no such line"
    assert "no formula" in told["Broken"].fault
    assert "apples" in told["Counted"].fault


@pytest.mark.parametrize(
    "text",
    [
        "[[measures]]\nname = ",
        '[measures]\nname = "A"',
        '[[measures]]\nformula = "assets"',
        "lines = 3\n",
        '[lines]\nx = { statement = "equity", concepts = ["a"] }',
        '[lines]\nx = { statement = "no such", concepts = ["a"] }',
        '[lines]\nx = { statement = "cash_flow", concepts = "a" }',
        '[lines]\nx = { statement = "cash_flow", concepts = ["a"], of_several = "all" }',
    ],
)
def test_a_file_that_is_none(text: str, tmp_path: Path) -> None:
    own = tmp_path / "measures.toml"
    own.write_text(text)
    with pytest.raises(MeasuresError, match=r"measures\.toml"):
        with_file(own)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    own = tmp_path / "measures.toml"
    own.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(MeasuresError, match="cannot be read"):
        with_file(own)
    with pytest.raises(MeasuresError, match="cannot be read"):
        with_file(tmp_path)


def test_where_the_readers_own_are() -> None:
    assert own_file({"XDG_CONFIG_HOME": "/s"}, "linux", lambda: Path("/h")) == Path("/s/tieout/measures.toml")

    def homeless() -> Path:
        raise RuntimeError

    assert own_file({}, "linux", homeless) is None
    assert with_file(None).measures == shipped().measures


# as a table


@pytest.fixture(scope="module")
def table() -> Table:
    return measures_of([analyse(path) for path in sorted(SAMPLES.glob("pellwick*200*.txt"))], shipped())


def test_the_samples(table: Table) -> None:
    """Of figures that the samples print: 44,317 of sales, 31,072 of cost; 18,678 and 16,258 of equity, 3,064 of net income."""
    assert [end.year for end in table.ends] == [2000, 2001, 2002, 2003]
    last = {one.measure.name: one.values[-1].amount for one in table.rows}
    assert last["Gross margin"] == Decimal(44317 - 31072) / 44317
    assert last["Return on equity"] == Decimal(3064) / (Decimal(18678 + 16258) / 2)
    assert last["Revenue growth a year over five years"] is None


def test_steps(table: Table) -> None:
    filings = [analyse(path) for path in sorted(SAMPLES.glob("pellwick*200*.txt"))]
    *steps, last = measuring(filings, shipped(), first=True)
    assert len(steps) > 3
    assert not any(steps)
    assert last is not None
    restated = "Selling, general and administrative of revenue"
    of = [next(row for row in one.rows if row.measure.name == restated).values[2] for one in (table, last)]
    assert [value.terms[0].told.figure.text for value in of] == ["7,217", "7,643"]


def test_as_a_statement(table: Table) -> None:
    across = as_across(table)
    rows = {row.label: row for row in across.statement.rows}
    assert [figure.text for figure in rows["Gross margin"].figures] == ["28.9%", "29.0%", "29.4%", "29.9%"]
    assert [figure.text for figure in rows["Working capital"].figures] == ["8,597", "9,190", "9,626"]
    assert rows["Margins"].role is Role.HEADING
    assert rows["Current ratio"].unit is Unit.NUMBER
    assert across.statement.scale == 1000
    for (row, column), cell in across.cells.items():
        terms = across.computed[row, column].value.terms
        assert cell.told.cite == terms[0].told.cite
        assert cell.told.path == terms[0].told.path
    assert across.computed[1, -1].formula == "growth(revenue)"


def test_too_large_to_show() -> None:
    table = measured(_series(YEARS), measure("sales * 1000000000000000"), FiscalCalendar(()))
    assert as_across(table).cells == {}
