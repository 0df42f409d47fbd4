"""From an offset to what stands there, and from what stands there to what was found about it."""

from pathlib import Path

import pytest

from core.analysis import Analysis, analyse
from core.checks.check import Status
from core.places import Places, walk
from core.source import Cite, Span, cite

SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "pellwick-ladder-10k-2003.txt"


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    return analyse(SAMPLE)


@pytest.fixture(scope="module")
def places(analysis: Analysis) -> Places:
    return Places(analysis)


def cites(places: Places) -> list[Cite]:
    """The places of all figures of the first document, by rising place."""
    found = {figure.cite for one in places.statements.values() for row in one.rows for figure in row.figures}
    return sorted((each for each in found if each.document == 1), key=lambda each: each.start)


def test_a_figure_is_found_by_each_of_its_characters_and_no_other(places: Places) -> None:
    for one in cites(places)[:40]:
        assert [
            found is not None and found.figure.cite == one
            for found in (places.figure_at(1, at) for at in range(one.start - 1, one.end + 1))
        ] == [False, *[True] * (one.end - one.start), False]
    assert places.figure_at(1, 0) is None
    assert places.figure_at(2, 0) is None


def test_from_figure_to_figure(places: Places) -> None:
    first, second, *_, last = cites(places)
    for at, steps, wanted in (
        (0, 1, first),
        (first.start - 1, 1, first),
        (first.start, 1, second),
        (second.start, -1, first),
        (second.start + 1, -1, second),
        (last.end + 9, -1, last),
    ):
        found = places.next_figure(1, at, steps)
        assert found is not None
        assert found.figure.cite == wanted
    assert places.next_figure(1, first.start, -1) is None
    assert places.next_figure(1, last.start, 1) is None
    assert places.next_figure(2, 0, 1) is None


def test_the_innermost_section_holds_an_offset(places: Places, analysis: Analysis) -> None:
    for section in walk(analysis.outline):
        found = places.section_at(section.document, section.span.start)
        assert found is not None
        assert section.id in [each.id for each in places.path_to(found)] or found.span.start == section.span.start
        children = [child.span for child in section.children]
        if not children and section.span.end > section.span.start:
            assert places.section_at(section.document, section.span.end - 1) is section
            after = places.section_at(section.document, section.span.end)
            assert after is not section


def test_what_a_click_points_at(places: Places, analysis: Analysis) -> None:
    one = cites(places)[0]
    assert places.cite_at(1, one.start) == one
    text = analysis.filing.document(1).source.text
    assert places.cite_at(1, text.index("Pellwick")) is None
    said = next(each for check in analysis.checks for each in check.cites if places.figure_at(1, each.start) is None)
    assert places.cite_at(said.document, said.start) == said
    assert places.related.at(said.document, said.start) == said


def test_amounts_rows_and_checks_by_their_place(places: Places, analysis: Analysis) -> None:
    for statement in places.statements.values():
        for index, row in enumerate(statement.rows):
            assert places.row_at(row.cite) == (statement, row)
            for figure in row.figures[:1]:
                found = places.figure_at(figure.cite.document, figure.cite.start)
                assert found is not None
                assert (found.row, places.row_of(found)) == (index, row)
                assert places.printed(figure.cite) == figure.value
    assert places.printed(cite(1, 0, 1)) is None
    assert places.row_at(cite(1, 0, 1)) is None
    for check in analysis.checks:
        if check.cites:
            assert check in places.checks_of(check.cites[0])
    assert places.checks_of(Cite(1, (Span(0, 1),))) == []


def test_what_does_not_tie_and_what_is_open_by_what_it_is_about(places: Places, analysis: Analysis) -> None:
    off = [check for check in analysis.checks if check.status is Status.OFF]
    assert off
    shown = [check for statement in places.statements.values() for check in places.off(statement)]
    assert all(check.status is Status.OFF for check in shown)
    figures = set(cites(places))
    assert {check.title for check in off if check.cites[0] in figures} == {check.title for check in shown}
    about = [*places.statements, *places.sections]
    told = [finding for each in about for finding in places.doubts_of(each)]
    assert {finding.message for finding in analysis.findings if finding.cites} == {each.message for each in told}
    assert all(len(places.doubts_of(each)) == len(set(places.doubts_of(each))) for each in about)
    assert places.doubts_of("nothing") == []
