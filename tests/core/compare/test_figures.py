"""Figures that two filings print differently, and the same answer as the years give."""

from pathlib import Path

from core.compare.figures import changed_figures
from core.years.differences import Difference
from core.years.series import stitch
from core.years.sources import KINDS
from tests.gui import made_up


def test_by_line_and_period() -> None:
    old, new = made_up.analysis(Path("a.txt"), 2002), made_up.analysis(Path("b.txt"), 2003)
    found = {(one.label, one.period): (one.old.text, one.new.text, one.difference) for one in changed_figures(old, new)}
    assert found["Net sales", "December 31, 2002"] == ("$12,000", "$11,000", Difference.RESTATED)
    assert found["Total assets", "December 31, 2002"] == ("$8,000", "$7,900", Difference.RESTATED)
    assert ("Common stock, $1 par value", "December 31, 2002") not in found
    assert not changed_figures(new, new)


def test_the_years_say_the_same() -> None:
    old, new = made_up.analysis(Path("a.txt"), 2002), made_up.analysis(Path("b.txt"), 2003)
    marked = {
        (row.label or "(no caption)", cell.told.figure.text, cell.difference)
        for kind in KINDS
        for row in stitch((old, new), kind).rows
        for cell in row.cells
        if cell is not None and cell.restated
    }
    assert {(one.label, one.new.text, one.difference) for one in changed_figures(old, new)} == marked
