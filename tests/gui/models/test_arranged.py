"""Rows as the reader arranges them: hidden, pinned to the top, sorted by a column."""

from core.analysis import Analysis
from gui.models.arranged import AS_FILED, Arrangement, arranged
from gui.models.sheet import SheetModel
from gui.options import SheetOptions
from gui.table.filtered import filtered_words
from tests.gui.models.test_sheet import sheet


def labels(model: SheetModel) -> list[str]:
    return [model.row(row).label for row in range(model.rowCount())]


def test_hidden_pinned_and_sorted(analysis: Analysis) -> None:
    statement = analysis.statements[0]
    rows = tuple(range(len(statement.rows)))
    assert arranged(statement, rows, AS_FILED) == rows
    assert arranged(statement, rows, AS_FILED.hide([0, 2])) == (1, *rows[3:])
    pinned = AS_FILED.pin([6, 1])
    assert arranged(statement, rows, pinned)[:3] == (6, 1, 0)
    assert pinned.pin([6]) == Arrangement(pinned=(1,))
    assert pinned.hide([6]).pinned == (1,)
    by = arranged(statement, rows, AS_FILED.sort(0))
    values = [next(f.value for f in statement.rows[row].figures if f.column == 0) for row in by]
    assert values == sorted(values, reverse=True)  # type: ignore[type-var]
    assert 0 not in by, "a heading has no place among lines that are sorted"
    small = arranged(statement, rows, AS_FILED.sort(1, smallest_first=True))
    values = [next(f.value for f in statement.rows[row].figures if f.column == 1) for row in small]
    assert values == sorted(values)  # type: ignore[type-var]


def test_the_sheet_shows_them_and_says_so(qapp: object, analysis: Analysis) -> None:
    model = sheet(analysis)
    statement, places = model.statement, model.places
    model.arrangement = AS_FILED.hide([0]).pin([6]).sort(0)
    model.show(statement, places, SheetOptions())
    assert labels(model)[0] == statement.rows[6].label
    assert filtered_words(model) == "1 row hidden, 1 row pinned, sorted by 2003, largest first."
    figure = statement.rows[2].figures[0]
    place = model.where(2, figure)
    assert model.row(place.row()).label == statement.rows[2].label
    assert model.figure(place.row(), place.column()) is figure
    assert not model.where(0, figure).isValid()
    assert model.target_of(place.row(), 1) == "balance-sheet:3:1"


def test_another_statement_is_shown_as_filed(qapp: object, analysis: Analysis) -> None:
    model = sheet(analysis)
    model.arrangement = AS_FILED.hide([0])
    model.show(analysis.statements[1], model.places, SheetOptions())
    assert model.arrangement == AS_FILED
    assert filtered_words(model) == ""


def test_changes_name_their_years(qapp: object, analysis: Analysis) -> None:
    model = sheet(analysis)
    assert [model.under(column) for column in range(5)] == ["", "", "", "2002–03", "2002–03"]
    model.show(model.statement, model.places, SheetOptions(compare=(1, 0)))
    assert model.under(3) == "2003–02"
