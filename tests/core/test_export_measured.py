"""Measures in workbooks: every formula, computed over the cells that it names, gives the value that is shown."""

import ast
import operator
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from core import cli
from core.analysis import Analysis, analyse
from core.export import export_history, export_years
from core.export.measured import expression
from core.years.history import history
from core.years.measured_table import as_across
from core.years.measures import Value, measures_of, read, shipped

SAMPLES = sorted((Path(__file__).parents[2] / "resources" / "samples").glob("pellwick-ladder-10k-*.txt"))
_SIGNS: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: pow,
}
_CELL = re.compile(r"'([^']+)'!([A-Z]+\d+)")


@pytest.fixture(scope="module")
def filings() -> tuple[Analysis, ...]:
    """The annual reports of the made-up company."""
    return tuple(analyse(path) for path in SAMPLES)


def computed(formula: str, book: Any) -> float:
    """What a spreadsheet makes of a formula of arithmetic, `ABS` and cells."""
    plain = _CELL.sub(lambda cell: f"({book[cell[1]][cell[2]].value})", formula.removeprefix("=")).replace("^", "**")
    return _of(ast.parse(plain, mode="eval").body)


def _of(node: ast.expr) -> float:
    match node:
        case ast.Constant(value=int() | float() as number):
            return float(number)
        case ast.UnaryOp(op=ast.USub(), operand=of):
            return -_of(of)
        case ast.Call(func=ast.Name(id="ABS"), args=[of]):
            return abs(_of(of))
        case ast.BinOp(left=left, op=sign, right=right) if type(sign) in _SIGNS:
            return float(_SIGNS[type(sign)](_of(left), _of(right)))
    raise AssertionError(f"no spreadsheet takes {ast.unparse(node)}")


def hold(path: Path) -> int:
    """Holds every formula of measures against its value; answers how many there are."""
    book, values = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)["Measures"]
    found = 0
    for cell in (cell for row in book["Measures"].iter_rows() for cell in row):
        if isinstance(cell.value, str) and cell.value.startswith("="):
            shown = values[cell.coordinate].value
            assert computed(cell.value, book) == pytest.approx(shown, abs=0.51), cell.coordinate
            found += 1
    return found


def test_formulas_of_the_whole_workbook_give_what_is_shown(filings: tuple[Analysis, ...], tmp_path: Path) -> None:
    export_history(history(filings), tmp_path / "out.xlsx")
    assert hold(tmp_path / "out.xlsx") > 30
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    margin = next(row for row in book["Measures"].iter_rows() if row[0].value == "Net margin")
    assert "'Sources'!" in str(margin[-2].value)
    assert margin[-1].value == "net_income / revenue"
    assert any(
        cell.comment and "Not computed" in cell.comment.text for row in book["Measures"].iter_rows() for cell in row
    )


def test_formulas_of_the_table_of_measures_stand_on_its_inputs(filings: tuple[Analysis, ...], tmp_path: Path) -> None:
    table = as_across(measures_of(filings, shipped()))
    export_years(table, {one.path: one for one in filings}, tmp_path / "out.xlsx")
    assert openpyxl.load_workbook(tmp_path / "out.xlsx").sheetnames == ["Measures", "Inputs"]
    assert hold(tmp_path / "out.xlsx") > 30


def test_own_measures_are_written_too(filings: tuple[Analysis, ...], tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        '[[measures]]\nname = "Mine"\nformula = "before(assets) + or_zero(\\"no such line\\") - 2.5"\ncounts = "money"\n'
    )
    assert cli.run(["years", *map(str, SAMPLES), "--measures", str(own), "--to", str(tmp_path / "out.xlsx")]) == 0
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    mine = next(row for row in book["Measures"].iter_rows() if row[0].value == "Mine")
    assert any(isinstance(cell.value, str) and cell.value.endswith("+0)-2.5)/1000") for cell in mine)
    assert hold(tmp_path / "out.xlsx") > 30


def test_what_has_no_value_or_would_be_too_long_has_no_formula() -> None:
    end, value = date(2003, 12, 31), Value(Decimal(1))
    assert expression("assets / equity", Value(None), end, lambda _: "A1") is None
    assert (
        expression("assets / equity", value, end, lambda _: "A1") is None
    )  # names lines that it was not computed from
    assert expression("no formula at all", value, end, lambda _: "A1") is None


def test_a_formula_that_is_too_long_for_a_spreadsheet_keeps_its_value(filings: tuple[Analysis, ...]) -> None:
    text = "*".join(["assets"] * 30)
    wanted = shipped().with_own(read(f'[[measures]]\nname = "Long"\nformula = "{text}"', shipped().lines))
    table = measures_of(filings, wanted)
    value, end = table.rows[-1].values[-1], table.ends[-1]
    assert value.amount is not None
    assert expression(text, value, end, lambda _: "A1") == "(" * 29 + "A1" + "*A1)" * 29
    assert expression(text, value, end, lambda _: "A" * 300) is None
