"""The session: what is open, shown and pointed at, and who is told."""

from dataclasses import replace

import pytest

from core.analysis import Analysis
from core.statements.statement import Statement
from gui.options import Scale
from gui.session import Session, Shown
from tests.gui.made_up import cite_of


@pytest.fixture
def heard(session: Session) -> list[str]:
    """What the session's signals said, in words."""
    said: list[str] = []
    session.opened.connect(lambda analysis: said.append(f"opened {analysis.path}"))
    session.closed.connect(lambda path: said.append(f"closed {path}"))
    session.shown.connect(lambda shown: said.append(f"shown {shown.section} {shown.statement}" if shown else "nothing"))
    session.pointed.connect(lambda pointed: said.append("pointed" if pointed else "not pointed"))
    session.rows_selected.connect(lambda rows: said.append(f"rows {rows}"))
    session.options_changed.connect(lambda options: said.append(f"scale {options.scale.value}"))
    return said


def test_a_statement_is_shown_with_its_section(session: Session, analysis: Analysis, heard: list[str]) -> None:
    session.show(analysis.path, statement="balance-sheet")
    assert heard == ["shown part-2/item-8/balance-sheets balance-sheet"]


def test_a_statements_section_shows_its_statement(session: Session, analysis: Analysis, heard: list[str]) -> None:
    session.show(analysis.path, "part-2/item-8/statements-of-income")
    assert session.statement is not None
    assert session.statement.id == "income-statement"


def test_what_is_not_there_is_not_shown(session: Session, analysis: Analysis) -> None:
    session.show(analysis.path, "no-such", "no-such")
    assert session.current == Shown(analysis.path)


def test_back_and_forward(session: Session, analysis: Analysis) -> None:
    for section in ("part-1/item-1", "part-1/item-2", "part-2/item-7"):
        session.show(analysis.path, section)
    session.go(-1)
    session.go(-1)
    assert session.current == Shown(analysis.path, "part-1/item-1")
    assert not session.can_go(-1)
    session.go(1)
    assert session.current == Shown(analysis.path, "part-1/item-2")
    session.show(analysis.path, "part-2/item-8/note-1")
    assert not session.can_go(1)


def test_pointing_at_a_figure_shows_its_statement(session: Session, analysis: Analysis, heard: list[str]) -> None:
    session.point_at(analysis.path, cite_of(analysis, "$17,900"))
    assert heard == ["shown part-2/item-8/balance-sheets balance-sheet", "pointed"]
    assert session.pointing is not None
    assert session.pointing.figure is not None
    assert session.pointing.figure.row == 13
    session.point_at(analysis.path, cite_of(analysis, "$17,900"))
    assert len(heard) == 2


def test_pointing_at_words_shows_their_section(session: Session, analysis: Analysis) -> None:
    session.point_at(analysis.path, cite_of(analysis, "41 employees"))
    assert session.current == Shown(analysis.path, "part-1/item-1")


def test_rows_chosen_for_the_chart_end_with_their_statement(
    session: Session, analysis: Analysis, heard: list[str]
) -> None:
    session.show(analysis.path, statement="balance-sheet")
    session.select_rows((1, 2))
    session.select_rows((1, 2))
    session.show(analysis.path, statement="income-statement")
    assert heard.count("rows (1, 2)") == 1
    assert session.selected_rows == ()


def test_options_are_told_once(session: Session, heard: list[str]) -> None:
    session.set_options(scale=Scale.MILLIONS)
    session.set_options(scale=Scale.MILLIONS)
    assert heard == ["scale millions"]


def test_closing_shows_what_was_open_before(session: Session, analysis: Analysis, earlier: Analysis) -> None:
    session.open(earlier)
    session.show(earlier.path, "part-1/item-1")
    session.point_at(earlier.path, cite_of(earlier, "41 employees"))
    session.close(earlier.path)
    assert session.current == Shown(analysis.path)
    assert session.pointing is None
    assert not session.can_go(-1)
    session.close(analysis.path)
    assert session.current is None
    session.close(analysis.path)


def test_a_new_reading_keeps_what_is_shown(session: Session, analysis: Analysis, heard: list[str]) -> None:
    session.show(analysis.path, statement="balance-sheet")
    session.open(analysis)
    assert heard[-2:] == [f"opened {analysis.path}", "shown part-2/item-8/balance-sheets balance-sheet"]


def test_a_new_reading_points_at_the_same_figure(session: Session, analysis: Analysis, heard: list[str]) -> None:
    cite = cite_of(analysis, "$17,900")
    session.point_at(analysis.path, cite)
    before = session.pointing
    session.open(replace(analysis))
    assert heard[-1] == "pointed"
    assert "not pointed" in heard
    assert session.pointing == before


def test_a_new_reading_without_the_figure_points_at_nothing(session: Session, analysis: Analysis) -> None:
    session.point_at(analysis.path, cite_of(analysis, "$17,900"))
    session.open(replace(analysis, statements=(), tables=()))
    assert session.pointing is None


def test_back_brings_back_page_and_figure(session: Session, analysis: Analysis) -> None:
    turned: list[str] = []
    session.turned.connect(turned.append)
    session.show(analysis.path, statement="balance-sheet")
    session.point_at(analysis.path, cite_of(analysis, "$17,900"))
    before = session.pointing
    session.turn("checks")
    session.show(analysis.path, statement="income-statement")
    assert session.page == ""
    session.go(-1)
    assert (session.page, session.pointing) == ("checks", before)
    session.go(-1)
    assert (session.page, session.pointing) == ("", before)
    assert session.statement is not None
    assert session.statement.id == "balance-sheet"
    session.go(1)
    assert session.page == "checks"
    assert turned == ["checks", "", "checks"]


def test_a_page_stays_where_it_goes_on_with_what_is_shown(session: Session, analysis: Analysis) -> None:
    session.stays = lambda page, shown: page == "compare" and shown.section is not None
    session.show(analysis.path, "part-1/item-1")
    session.turn("compare")
    session.show(analysis.path, "part-2/item-7")
    assert session.page == "compare"
    session.show(analysis.path)
    assert session.page == ""


def test_nothing_chosen_or_pointed_at_survives_into_another_filing(
    session: Session, analysis: Analysis, earlier: Analysis
) -> None:
    heard: list[object] = []
    session.open(earlier)
    session.show(analysis.path, statement="balance-sheet")
    session.point_at(analysis.path, cite_of(analysis, "$17,900"))
    session.select_rows((1, 2))
    session.set_options(compare=(0, 1))
    session.pointed.connect(heard.append)
    session.show(earlier.path, statement="balance-sheet")
    assert heard == [None]
    assert session.pointing is None
    assert session.selected_rows == ()
    assert session.options.compare is None
    session.go(-1)
    assert session.options.compare == (0, 1)
    assert session.pointing is not None
    assert session.pointing.path == analysis.path


def test_what_does_not_stand_in_what_is_shown_next_is_not_pointed_at_any_more(
    session: Session, analysis: Analysis
) -> None:
    place = cite_of(analysis, "12,000")
    session.point_at(analysis.path, place)
    assert session.statement is not None
    income = session.statement
    session.show(analysis.path, income.section)
    assert session.pointing is not None
    session.show(analysis.path, statement="balance-sheet")
    assert session.pointing is None
    session.go(-1)
    assert session.pointing is not None
    assert session.pointing.cites == (place,)
    session.show(analysis.path, "part-1/item-1")
    assert session.pointing is None
    session.point_at(analysis.path, cite_of(analysis, "nine states"))
    session.show(analysis.path, "part-2/item-7")
    assert session.pointing is None


def test_a_link_that_is_followed_leads_back(session: Session, analysis: Analysis) -> None:
    session.point_at(analysis.path, cite_of(analysis, "5,000"))
    session.follow(analysis.path, cite_of(analysis, "$1,200"))
    assert session.pointing is not None
    assert session.pointing.cites == (cite_of(analysis, "$1,200"),)
    session.go(-1)
    assert session.pointing.cites == (cite_of(analysis, "5,000"),)


def without_the_last_column(analysis: Analysis, statement: str) -> Analysis:
    """The same filing read anew after its statement lost a column."""

    def cut(one: Statement) -> Statement:
        kept = len(one.columns) - 1
        rows = tuple(
            row._replace(figures=tuple(each for each in row.figures if each.column < kept)) for row in one.rows
        )
        return replace(one, columns=one.columns[:kept], rows=rows)

    return replace(analysis, statements=tuple(cut(one) if one.id == statement else one for one in analysis.statements))


def test_columns_that_a_new_reading_lacks_are_compared_no_more(session: Session, analysis: Analysis) -> None:
    session.show(analysis.path, statement="balance-sheet")
    assert session.statement is not None
    last = len(session.statement.columns) - 1
    session.set_options(compare=(0, last))
    told: list[int] = []
    session.opened.connect(
        lambda _: told.extend(at for at in session.options.compare or () if at >= len(session.statement.columns))
    )
    compares: list[object] = []
    for again in (replace(analysis), without_the_last_column(analysis, "balance-sheet")):
        session.open(again)
        compares.append(session.options.compare)
    assert (compares, told) == ([(0, last), None], [])


def test_rows_that_a_new_reading_has_otherwise_are_chosen_no_more(session: Session, analysis: Analysis) -> None:
    session.show(analysis.path, statement="balance-sheet")
    session.select_rows((1, 2))
    statements = tuple(replace(one, rows=one.rows[1:]) for one in analysis.statements)
    chosen: list[object] = []
    for again in (replace(analysis), replace(analysis, statements=statements)):
        session.open(again)
        chosen.append(session.selected_rows)
    assert chosen == [(1, 2), ()]
