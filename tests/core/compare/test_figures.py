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


def test_other_filings_of_the_company_tell_more_of_what_is_one_line() -> None:
    third, old, new = (
        made_up.analysis(Path(name), year) for name, year in (("0.txt", 2001), ("a.txt", 2002), ("b.txt", 2003))
    )
    alone, beside = changed_figures(old, new), changed_figures(old, new, (third, old, new))
    assert [(one.label, one.period, one.difference) for one in alone] == [
        (one.label, one.period, one.difference) for one in beside
    ]
    assert {one.old.cite for one in beside} == {one.old.cite for one in alone}
    farther = changed_figures(third, new, (old,))
    assert {one.difference for one in farther} <= {one.difference for one in (*alone, *changed_figures(third, old))}


def test_two_prints_of_a_cell() -> None:
    third, old, new = (
        made_up.analysis(Path(name), year) for name, year in (("0.txt", 2001), ("a.txt", 2002), ("b.txt", 2003))
    )
    cells = [
        cell for kind in KINDS for row in stitch((third, old, new), kind).rows for cell in row.cells if cell is not None
    ]
    of_two = [cell for cell in cells if {one.path for one in (cell.told, *cell.others)} == {old.path, new.path}]
    assert of_two
    for cell in of_two:
        between = cell.between(new.path, old.path)
        assert between is not None
        assert between.difference == cell.difference
        assert (between.told, between.others) == (cell.told, cell.others)
        assert cell.between(old.path, new.path) is None
        assert cell.between(new.path, third.path) is None
