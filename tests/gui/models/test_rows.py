"""Any list as a table: what columns say, and that Qt's rules for models are kept."""

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from gui.models.rows import RowColumn, RowsModel


def made() -> RowsModel[tuple[str, int]]:
    bold = {int(Qt.ItemDataRole.ToolTipRole): lambda one: f"{one[0]} has {one[1]}"}
    model = RowsModel(
        [RowColumn("Name", lambda one: one[0], roles=bold), RowColumn("Count", lambda one: f"{one[1]:,}", right=True)]
    )
    model.set_values([("lamps", 1234), ("boats", 2)])
    return model


def drawn(model: RowsModel[tuple[str, int]]) -> str:
    columns = range(model.columnCount())
    head = " | ".join(str(model.headerData(at, Qt.Orientation.Horizontal)) for at in columns)
    rows = (" | ".join(str(model.data(model.index(row, at))) for at in columns) for row in range(model.rowCount()))
    return "\n".join([head, *rows])


def test_what_the_columns_say(qapp: object) -> None:
    assert drawn(made()) == "Name | Count\nlamps | 1,234\nboats | 2"


def test_more_roles_and_flush_right(qapp: object) -> None:
    model = made()
    assert model.data(model.index(0, 0), Qt.ItemDataRole.ToolTipRole) == "lamps has 1234"
    flush = model.data(model.index(0, 1), Qt.ItemDataRole.TextAlignmentRole)
    assert isinstance(flush, Qt.AlignmentFlag)
    assert flush & Qt.AlignmentFlag.AlignRight


def test_other_values_take_the_place_of_the_old(qapp: object) -> None:
    model = made()
    model.set_values([("oil", 3)])
    assert drawn(model) == "Name | Count\noil | 3"
    assert model.value(0) == ("oil", 3)
    assert model.value(1) is None


def test_the_model_keeps_its_word(qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(made())
