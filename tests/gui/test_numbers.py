"""Every number in the status bar, in a copied cell and in a table that is exported is the one that the JSON tells."""

from collections import defaultdict
from decimal import Decimal
from functools import cache
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

SAMPLES = sorted((Path(__file__).parents[2] / "resources" / "samples").glob("pellwick*"))
SUMMED = ("money", "shares", "number", None)


class Told(NamedTuple):
    """A figure of the JSON: its cell, the unit of it, its value as printed, and what it comes to."""

    cell: tuple[int, int]
    unit: str | None
    value: Decimal
    whole: Decimal


@cache
def read(path: Path) -> tuple[Analysis, list[list[Told]]]:
    """A sample, and the figures of each of its tables as the JSON tells them."""
    analysis = analyse(path)
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


def models(analysis: Analysis, scale: Scale) -> list[SheetModel]:
    """The sheets of all tables of a filing."""
    places, made = Places(analysis), []
    for statement in (*analysis.statements, *analysis.tables):
        made.append(SheetModel())
        made[-1].show(statement, places, SheetOptions(scale=scale))
    return made


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_copied_cells(qapp: object, path: Path) -> None:
    analysis, tables = read(path)
    assert sum(map(len, tables)) > 300
    for scale, name in ((Scale.AS_FILED, "value"), (Scale.UNITS, "whole")):
        for model, told in zip(models(analysis, scale), tables, strict=True):
            for one in told:
                text = copied(model, [model.index(*one.cell)]).text()
                expected = one.value if one.unit != "money" else getattr(one, name)
                assert Decimal(text.rstrip("%")) == expected, (model.statement.id, one)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_the_status_bar(qapp: object, path: Path) -> None:
    analysis, tables = read(path)
    for model, told in zip(models(analysis, Scale.AS_FILED), tables, strict=True):
        columns: dict[tuple[int, str | None], list[Told]] = defaultdict(list)
        for one in told:
            columns[one.cell[1], one.unit].append(one)
        for (_, unit), ones in columns.items():
            if len(ones) < 2 or unit not in SUMMED:
                continue
            words = dict(
                part.split(" ", 1) for part in summed(model, [model.index(*one.cell) for one in ones]).split("   ")
            )
            number = words["Sum"].replace("−", "-").translate({ord(sign): None for sign in "$,€£"})
            assert Decimal(number) == sum(one.whole for one in ones), (model.statement.id, ones)
            assert words["Count"] == f"{len(ones):,}"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_an_exported_table(qapp: object, path: Path) -> None:
    analysis, tables = read(path)
    for model, told in zip(models(analysis, Scale.AS_FILED), tables, strict=True):
        table = shown_table(model)
        assert table is not None
        for one in told:
            row, column = one.cell
            cell = table.lines[row].cells[column - 1]
            assert cell.value == one.value
            assert cell.place is not None
