"""How the lines of a redline's tables are set."""

from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from gui.text.redline_layout import heads_wrapped

LINE = "\u2028"


def test_heads_are_wrapped_in_their_columns_and_end_in_one_line(qapp: QApplication) -> None:
    measure = QFontMetricsF(QFont())
    room = measure.horizontalAdvance("September 30,") + 1
    found = heads_wrapped(["September 30, 2003", "2002"], measure, room).split(LINE)
    assert found == [" \tSeptember 30, \t", " \t2003 \t2002"]
    assert heads_wrapped(["", "2003"], measure, room) == " \t \t2003"


def test_a_word_wider_than_its_column_is_cut(qapp: QApplication) -> None:
    measure = QFontMetricsF(QFont())
    (found,) = heads_wrapped(["Extraordinarily"], measure, measure.horizontalAdvance("Extra…")).split(LINE)
    assert found.startswith(" \tExt")
    assert found.endswith("…")
