"""What the selected cells come to."""

from decimal import Decimal

import pytest

from core.analysis import Analysis
from core.contract import as_json
from gui.models.selected import summed
from gui.models.sheet import SheetModel
from gui.options import Scale, Share, SheetOptions
from tests.gui.models.test_sheet import sheet


def of(model: SheetModel, *cells: tuple[int, int]) -> str:
    """What these cells come to."""
    return summed(model, [model.index(row, column) for row, column in cells])


def test_sum_average_and_count_of_amounts(qapp: object, analysis: Analysis) -> None:
    assert of(sheet(analysis), (1, 1), (2, 1), (1, 2)) == "Sum $4,600,000   Average $1,533,333.33   Count 3"


@pytest.mark.parametrize("scale", list(Scale))
def test_whole_amounts_in_every_scale(qapp: object, analysis: Analysis, scale: Scale) -> None:
    model = sheet(analysis, 0, SheetOptions(scale=scale))
    assert of(model, (1, 1), (1, 2)) == "Sum $2,300,000   Average $1,150,000   Count 2"


def test_the_sum_is_that_of_the_json(qapp: object, analysis: Analysis) -> None:
    model = sheet(analysis)
    rows = as_json(analysis)["statements"][0]["rows"]
    told = [Decimal(cell["whole"]) for row in rows for cell in row["cells"]]
    said = of(model, *((row, column) for row in range(model.rowCount()) for column in (1, 2)))
    assert said.startswith(f"Sum ${sum(told):,}   ")
    assert said.endswith(f"Count {len(told)}")


def test_captions_and_changes_do_not_count(qapp: object, analysis: Analysis) -> None:
    assert of(sheet(analysis), (1, 0), (1, 1), (1, 3), (1, 4)) == ""
    assert of(sheet(analysis), (1, 0), (1, 1), (2, 1), (1, 3)) == "Sum $3,500,000   Average $1,750,000   Count 2"


def test_what_does_not_count_the_same_is_only_counted(qapp: object, analysis: Analysis) -> None:
    assert of(sheet(analysis, 1), (4, 1), (5, 1)) == "Count 2"


def test_percentages_and_amounts_per_share_have_no_sum(qapp: object, analysis: Analysis) -> None:
    assert of(sheet(analysis, 1), (5, 1), (5, 2)) == "Average $0.225   Count 2"
    shares = sheet(analysis, 1, SheetOptions(share=Share.COMMON_SIZE))
    assert of(shares, (0, 1), (0, 2)) == "Average 100.0%   Count 2"


def test_the_selection_is_told_to_the_status_bar(qapp: object, analysis: Analysis) -> None:
    assert of(sheet(analysis), (1, 1)) == ""
