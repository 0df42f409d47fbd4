"""Every number in the status bar, in a copied cell and in a table that is exported is the one that the JSON tells."""

import re
import tempfile
from collections import defaultdict
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from core.analysis import Analysis, analyse
from core.contract import as_json
from core.places import Places
from gui.models.copied import copied
from gui.models.selected import summed
from gui.models.sheet import SheetModel
from gui.models.shown_table import shown_table
from gui.options import Scale, SheetOptions
from gui.plot.plot import plot
from tests.gui.plot.tables import MONEY, table, year
from tests.typeset.draw import Drawn, draw
from tests.typeset.score import read as read_drawn
from tests.typeset.traits import Medium

MEDIA = (Medium.TEXT, Medium.HTML)
SAMPLES = sorted((Path(__file__).parents[2] / "resources" / "samples").glob("pellwick*"))
SEEDS = range(700, 704)
"""Made-up filings in drawn layouts, each as text and as a page."""
DRAWN = [draw(seed, medium=medium) for seed in SEEDS for medium in MEDIA]
SOURCES: dict[str, Path | Drawn] = {**{path.name: path for path in SAMPLES}, **{one.name: one for one in DRAWN}}
SUMMED = ("money", "shares", "number", None)
ENLARGED = {Scale.UNITS: Decimal(1), Scale.THOUSANDS: Decimal(1000), Scale.MILLIONS: Decimal(1_000_000)}
EITHER_WAY = [SheetOptions(scale=scale, brackets=brackets) for scale in Scale for brackets in (True, False)]
ENOUGH = 100
"""Figures of a filing that are held at least."""
_SDVAL = re.compile(r'sdval="([^"]*)"')


class Told(NamedTuple):
    """A figure of the JSON: its cell, the unit of it, its value as printed, and what it comes to."""

    cell: tuple[int, int]
    unit: str | None
    value: Decimal
    whole: Decimal


@cache
def read(source: str) -> tuple[Analysis, list[list[Told]]]:
    """A filing, and the figures of each of its tables as the JSON tells them."""
    made = SOURCES[source]
    if isinstance(made, Path):
        analysis = analyse(made)
    else:
        with tempfile.TemporaryDirectory() as folder:
            analysis = read_drawn(made, Path(folder))
    told = as_json(analysis)
    return analysis, [list(figures(table)) for table in (*told["statements"], *told["tables"])]


def figures(table: dict[str, Any]) -> list[Told]:
    """The figures of a table that have a value."""
    return [
        Told((at, cell["column"] + 1), cell.get("unit") or row["unit"], Decimal(cell["value"]), Decimal(cell["whole"]))
        for at, row in enumerate(table["rows"])
        for cell in row["cells"]
        if cell["value"] is not None and cell["whole"] is not None
    ]


def models(analysis: Analysis, options: SheetOptions) -> list[SheetModel]:
    """The sheets of all tables of a filing."""
    places, made = Places(analysis), []
    for statement in (*analysis.statements, *analysis.tables):
        made.append(SheetModel())
        made[-1].show(statement, places, options)
    return made


def expected(told: Told, scale: Scale) -> Decimal:
    """What a cell is in a scale: money counts in it, everything else is as it is printed."""
    return told.whole / ENLARGED[scale] if told.unit == "money" and scale in ENLARGED else told.value


def bare(words: str) -> Decimal:
    """A number of the status bar."""
    return Decimal(words.replace("−", "-").translate({ord(sign): None for sign in "$,€£¥%"}))


@pytest.fixture(params=SOURCES, scope="module")
def source(request: pytest.FixtureRequest) -> str:
    """The name of each filing."""
    return str(request.param)


def test_there_is_enough_to_be_told(source: str) -> None:
    assert sum(map(len, read(source)[1])) > ENOUGH


@pytest.mark.parametrize("options", EITHER_WAY, ids=lambda options: f"{options.scale.value} {options.brackets}")
def test_copied_cells(qapp: object, source: str, options: SheetOptions) -> None:
    analysis, tables = read(source)
    for model, told in zip(models(analysis, options), tables, strict=True):
        for one in told:
            alone = copied(model, [model.index(*one.cell)]).text()
            assert Decimal(alone.rstrip("%")) == expected(one, options.scale), (model.statement.id, one)
        for one, other in pairwise(told):
            data = copied(model, [model.index(*one.cell), model.index(*other.cell)])
            both = [expected(each, options.scale) for each in (one, other)]
            in_text = [
                Decimal(word.rstrip("%"))
                for line in data.text().splitlines()[1:]
                for word in line.split("\t")[1:]
                if word
            ]
            assert sorted(in_text) == sorted(both), (model.statement.id, one, other)
            percents = ["%" in model.cell(*each.cell).text for each in (one, other)]
            shares = [each / 100 if percent else each for each, percent in zip(both, percents, strict=True)]
            assert sorted(map(Decimal, _SDVAL.findall(data.html()))) == sorted(shares), (model.statement.id, one, other)


def test_the_status_bar(qapp: object, source: str) -> None:
    analysis, tables = read(source)
    for options in EITHER_WAY:
        for model, told in zip(models(analysis, options), tables, strict=True):
            columns: dict[tuple[int, str | None], list[Told]] = defaultdict(list)
            for one in told:
                columns[one.cell[1], one.unit].append(one)
            for (_, unit), ones in columns.items():
                if len(ones) < 2 or unit not in SUMMED:
                    continue
                said = summed(model, [model.index(*one.cell) for one in ones]).split("   ")
                words = dict(part.split(" ", 1) for part in said)
                total = sum((one.whole for one in ones), Decimal(0))
                assert bare(words["Sum"]) == total, (model.statement.id, ones)
                finest = Decimal(1).scaleb(-len(words["Average"].rstrip("%").partition(".")[2]))
                average = (total / len(ones)).quantize(finest, ROUND_HALF_UP)
                assert bare(words["Average"]) == average, (model.statement.id, ones)
                assert words["Count"] == f"{len(ones):,}"


@pytest.mark.parametrize("scale", Scale)
def test_an_exported_table(qapp: object, source: str, scale: Scale) -> None:
    analysis, tables = read(source)
    for model, told in zip(models(analysis, SheetOptions(scale=scale)), tables, strict=True):
        table = shown_table(model)
        assert table is not None
        for one in told:
            row, column = one.cell
            cell = table.lines[row].cells[column - 1]
            assert cell.value == expected(one, scale), (model.statement.id, one)
            assert cell.place is not None


def test_a_row_that_names_its_own_multiple_is_shown_in_that(qapp: object) -> None:
    rows = [("Volume", MONEY, ["1831", "1700"]), ("Transactions (in millions)", MONEY, ["25942", "24000"])]
    statement, model = table([year(2003), year(2002)], *rows, scale=1_000_000_000), SheetModel()
    model.show(statement, None, SheetOptions(scale=Scale.UNITS))
    assert [model.cell(row, 1).text for row in (0, 1)] == ["1,831,000,000,000", "25,942,000,000"]
    model.show(statement, None, SheetOptions(scale=Scale.MILLIONS, changes=True))
    assert [[model.cell(row, at).text for at in (1, 3)] for row in (0, 1)] == [
        ["1,831,000", "131,000"],
        ["25,942", "1,942"],
    ]
    points = [one.points[-1] for one in plot(statement, (0, 1)).series]
    assert [point.amount for point in points if point is not None] == [1_831_000_000_000, 25_942_000_000]


def test_columns_of_two_multiples_are_not_compared(qapp: object) -> None:
    later, earlier = year(2003), year(2002)
    columns = [replace(later, label="2003 (in millions)"), replace(earlier, label="2002 (in thousands)")]
    model = SheetModel()
    model.show(table(columns, ("Sales", MONEY, ["3", "2900"])), None, SheetOptions(changes=True, compare=(0, 1)))
    assert [model.cell(0, at).text for at in range(1, 5)] == ["3", "2,900", "", ""]


@pytest.mark.parametrize("printed", ["10.97", "0.000001", "1.23456789", "-7.5"])
def test_no_decimal_of_an_amount_is_lost(qapp: object, printed: str) -> None:
    model = SheetModel()
    model.show(table([year(2003)], ("Price", MONEY, [printed])), None, SheetOptions(scale=Scale.MILLIONS))
    assert Decimal(copied(model, [model.index(0, 1)]).text()) == Decimal(printed) / 1_000_000
