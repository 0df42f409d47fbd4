"""Columns that say "as restated" are the company's own; those beside them, as reported before, are a series apart."""

import json
from pathlib import Path

import pytest

from core.analysis import analyse
from core.export.history import as_json
from core.years.differences import Difference
from core.years.history import History, history
from core.years.series import Stitched

_HEADER = """<SEC-DOCUMENT>0000999999-{filed}-000001.txt
<SEC-HEADER>
CONFORMED SUBMISSION TYPE:	10-K
CONFORMED PERIOD OF REPORT:	{year}1231
FILER:
	COMPANY DATA:
		COMPANY CONFORMED NAME:			HARBOR CHIP CORP
		CENTRAL INDEX KEY:			0000999999
</SEC-HEADER>
<DOCUMENT>
<TYPE>10-K
<TEXT>
Item 8. Financial Statements and Supplementary Data

                          HARBOR CHIP CORPORATION
                        CONSOLIDATED BALANCE SHEETS
                             (In thousands)

<TABLE>
<CAPTION>
"""
_END = "</TABLE>\n</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>\n"
_CAPTIONS = (
    "Cash and cash equivalents",
    "Inventories",
    "Total assets",
    "Accounts payable",
    "Stockholders' equity",
    "Total liabilities and equity",
)
_BEFORE = ("674,275", "89,901", "764,176", "111,345", "652,831", "764,176")
_RESTATED = ("674,275", "94,174", "768,449", "112,684", "655,765", "768,449")
_NEWEST = ("791,377", "213,877", "1,005,254", "282,500", "722,754", "1,005,254")
_OLDEST = ("61,560", "45,901", "107,461", "60,345", "47,116", "107,461")

_UNDER_YEARS = """
                                                   December 31,
                                                2001           2000
                                                           (as restated)
                                           -------------  --------------
"""
_BESIDE = """
                                                          December 31, 2000
                                                    -----------------------------
                                      December 31,  As previously
                                          2001         reported     As restated
                                      ------------  -------------  ------------
"""
_PLAIN = """
                                      December 31,  December 31,
                                          2000         1999
                                      ------------  -------------
"""


def _filing(folder: Path, year: int, heads: str, *columns: tuple[str, ...]) -> Path:
    rows = (
        caption.ljust(34) + "".join(each.rjust(15) for each in row)
        for caption, row in zip(_CAPTIONS, zip(*columns, strict=True), strict=True)
    )
    path = folder / f"{year}.txt"
    path.write_text(_HEADER.format(filed=f"{year + 1}"[2:], year=year) + heads + "\n".join(rows) + "\n" + _END)
    return path


def _told(folder: Path, heads: str, *columns: tuple[str, ...]) -> History:
    paths = (_filing(folder, 2000, _PLAIN, _BEFORE, _OLDEST), _filing(folder, 2001, heads, *columns))
    return history([analyse(path) for path in paths])


def _line(series: Stitched, caption: str) -> list[tuple[str, list[str], Difference | None]]:
    (row,) = (row for row in series.rows if row.label == caption)
    return [
        (cell.told.figure.text, [one.figure.text for one in cell.others], cell.difference)
        for cell in row.cells
        if cell is not None
    ]


@pytest.mark.parametrize(
    ("heads", "columns"), [(_UNDER_YEARS, (_NEWEST, _RESTATED)), (_BESIDE, (_NEWEST, _BEFORE, _RESTATED))]
)
def test_a_column_as_restated_is_the_year(tmp_path: Path, heads: str, columns: tuple[tuple[str, ...], ...]) -> None:
    told = _told(tmp_path, heads, *columns)
    assert not told.left_out
    own = told.series[0]
    assert own.member is None
    assert _line(own, "Inventories") == [
        ("45,901", [], None),
        ("94,174", ["89,901"], Difference.RESTATED),
        ("213,877", [], None),
    ]
    assert _line(own, "Cash and cash equivalents")[1] == ("674,275", ["674,275"], None)
    written = json.dumps(as_json(told))
    assert written.count('"restated"') >= len(_RESTATED) - 1


def test_a_column_as_reported_before_is_a_series_apart(tmp_path: Path) -> None:
    told = _told(tmp_path, _BESIDE, _NEWEST, _BEFORE, _RESTATED)
    (apart,) = (one for one in told.series if one.member is not None)
    assert apart.member == "As previously reported"
    assert _line(apart, "Inventories") == [("89,901", [], None)]
