"""Why something is read so, in the details: asked by its button, by the session, and following what is pointed at."""

import pytest
from pytestqt.qtbot import QtBot

from core.analysis import Analysis
from gui.session import Session
from gui.views.details import HINT, WHY_HINT, DetailsView
from tests.gui import judged, made_up

PATH = made_up.PATH


@pytest.fixture
def analysis() -> Analysis:
    return judged.analysis()


@pytest.fixture
def view(qtbot: QtBot, session: Session) -> DetailsView:
    made = DetailsView(session)
    qtbot.addWidget(made)
    made.resize(420, 360)
    made.fold(folded=False)
    made.show()
    return made


def first(view: DetailsView) -> str:
    """The first line that is shown."""
    line = view.lines.lines.values[0]
    return f"{line.name}: {line.value}"


def test_asking_shows_the_answer(view: DetailsView, session: Session) -> None:
    assert view.hint.text() == HINT
    session.show(PATH, "part-1/item-1")
    session.ask(PATH, "part-1/item-1")
    assert view.why.isChecked()
    assert first(view) == "Heading of: an Item"


def test_it_follows_what_is_pointed_at_and_can_be_left(view: DetailsView, session: Session, analysis: Analysis) -> None:
    view.why.click()
    assert view.hint.text() == WHY_HINT
    session.point_at(PATH, made_up.cite_of(analysis, "$1,200"))
    assert first(view) == "The row is: line"
    view.why.click()
    assert first(view).startswith("Line: ")


def test_what_was_asked_before_it_was_made_is_answered(qtbot: QtBot, session: Session) -> None:
    session.show(PATH, None, "balance-sheet")
    session.ask(PATH, "balance-sheet::1")
    made = DetailsView(session)
    qtbot.addWidget(made)
    made.fold(folded=False)
    made.show()
    assert first(made).startswith("Time: the day December 31, ")


def test_folded_away_it_asks_to_be_unfolded(view: DetailsView) -> None:
    heard: list[bool] = []
    view.fold_asked.connect(lambda: heard.append(True))
    view.fold(folded=True)
    view.why.click()
    assert heard == [True]
