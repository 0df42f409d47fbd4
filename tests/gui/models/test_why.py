"""What the window says when it is asked why something is read so."""

import pytest

from core.analysis import Analysis
from gui.models.why import answer_of, asked, lines_of, summary_of
from gui.session import Session
from tests.gui import judged, made_up

PATH = made_up.PATH


@pytest.fixture
def analysis() -> Analysis:
    return judged.analysis()


def told(session: Session) -> list[str]:
    """The lines of the answer."""
    found = answer_of(session)
    assert found is not None
    return [f"{line.name}: {line.value}" for line in lines_of(*found)]


def test_nothing_is_asked_where_nothing_is_shown(session: Session) -> None:
    assert asked(session) is None
    assert answer_of(session) is None


def test_what_is_shown_is_asked_about_till_something_is_pointed_at(session: Session, analysis: Analysis) -> None:
    session.show(PATH, "part-1/item-1")
    assert asked(session) == "part-1/item-1"
    session.show(PATH, None, "balance-sheet")
    assert asked(session) == "balance-sheet"
    session.point_at(PATH, made_up.cite_of(analysis, "$1,200"))
    assert asked(session) == "balance-sheet:2:1"
    session.ask(PATH, "balance-sheet::2")
    assert asked(session) == "balance-sheet::2"
    session.point_at(PATH, made_up.cite_of(analysis, "$17,900"))
    assert asked(session) == "balance-sheet:14:2"


def test_a_row_and_a_line_of_words_can_be_pointed_at(session: Session, analysis: Analysis) -> None:
    session.show(PATH, None, "balance-sheet")
    session.point_at(PATH, analysis.statements[0].rows[0].cite)
    assert asked(session) == "balance-sheet:1"
    section = session.places(PATH).sections["part-1/item-1"]
    session.point_at(PATH, section.cite)
    assert asked(session) == f"1:{analysis.filing.document(1).source.line_of(section.heading.start)}"


def test_clues_with_their_strength_and_what_else_it_could_be(session: Session) -> None:
    session.show(PATH, None, "balance-sheet")
    session.ask(PATH, "balance-sheet:3:1")
    lines = told(session)
    assert lines[lines.index("It counts: money") + 1] == "certain: dollar sign"
    at = lines.index("The table is: balance sheet")
    assert lines[at + 1 : at + 4] == [
        "good sign: titled",
        "or else: selected data: short",
        "unsure: It could as well be selected data: the clues are nearly even (3 points against 2.5).",
    ]
    assert "No clues were kept of this." in lines[lines.index("Money is in: thousands") + 1]


def test_a_clue_leads_to_its_place(session: Session, analysis: Analysis) -> None:
    session.ask(PATH, "balance-sheet")
    session.show(PATH, None, "balance-sheet")
    found = answer_of(session)
    assert found is not None
    cites = [line.cite for line in lines_of(*found) if line.value == "titled"]
    assert cites == [analysis.statements[0].rows[0].cite]
    assert summary_of(found[1]).startswith("balance sheet · thousands · USD")


def test_a_place_of_an_older_reading_has_no_answer(session: Session) -> None:
    session.show(PATH, None, "balance-sheet")
    session.ask(PATH, "balance-sheet:99:1")
    assert answer_of(session) is None
