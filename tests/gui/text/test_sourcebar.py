"""The head of the source gives way in a narrow window: first a word, then the steps, never the switch or the documents."""

import pytest
from pytestqt.qtbot import QtBot

from gui.text.sourcebar import SourceBar
from gui.theme import load


@pytest.fixture
def bar(qtbot: QtBot) -> SourceBar:
    bar = SourceBar()
    qtbot.addWidget(bar)
    bar.set_theme(load("light"))
    bar.show()
    bar.fill([("10-K · Annual report of a lampwright", "10-K"), ("EX-13 · Annual report", "EX-13")])
    bar.show_sides(there=True, as_filed=True)
    return bar


@pytest.mark.parametrize(
    ("width", "word", "steps"), [(900, True, True), (560, True, True), (310, False, True), (250, False, False)]
)
def test_what_has_no_room_is_left_out(bar: SourceBar, qtbot: QtBot, width: int, word: bool, steps: bool) -> None:
    bar.resize(width, bar.sizeHint().height())
    qtbot.wait(20)
    assert bar.width() == width
    assert (bar._word.isVisible(), bar.steps.isVisible()) == (word, steps)
    assert bar.documents.geometry().right() < width
    assert bar.sides.isVisible()


def test_the_documents_get_more_room_where_there_is_some(bar: SourceBar, qtbot: QtBot) -> None:
    widths = []
    for width in (600, 700, 900):
        bar.resize(width, bar.sizeHint().height())
        qtbot.wait(20)
        widths.append(bar.documents.width())
    assert widths == sorted(set(widths))


def test_a_place_loses_its_line_and_its_page_before_its_title(bar: SourceBar, qtbot: QtBot) -> None:
    words = "Note 12  Commitments and contingencies of the lampwright · page 47 · line 2,946"
    said = []
    for width in (1200, 700, 540, 430):
        bar.resize(width, bar.sizeHint().height())
        qtbot.wait(20)
        bar.tell_place(words)
        said.append((bar.place.text().count(" · "), bar.place.text().startswith("Note")))
    assert said[0] == (2, True)
    assert said[-1] == (0, True)
    assert said == sorted(said, reverse=True)
    assert bar.place.toolTip() == words
