"""Laws of reading, over made-up input: nothing raises, nothing moves, every place reads back."""

import re
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.analysis import FAULT, Analysis, analyse
from core.contract import as_json
from core.document.block import Line
from core.document.plain import lay_out
from core.figures import parse as figure_value
from core.places import walk
from core.read.decode import decode
from core.read.submission import parse
from core.read.unreadable import UnreadableError
from core.source import Source
from core.statements.statement import Figure
from tests.core.made_up import REPORT, submission

MARKS = (
    "<DOCUMENT>",
    "</DOCUMENT>",
    "<TYPE>10-K",
    "<TEXT>",
    "</TEXT>",
    "<SEC-DOCUMENT>",
    "<PAGE>",
    "<TABLE>",
    "<S> <C>",
)
LINES = (
    *MARKS,
    *("</TABLE>", "- 12 -", "F-3", "----- ----", "", "Item 1. Business", "NOTE 2 - CASH", "Cash  $ 120   $ (90)"),
    *("                1999      1998", "Total assets     1,000    900", "(continued)", "\f", "Page 3 of 4", "PART II"),
)
lines = st.lists(st.sampled_from(LINES) | st.text(st.characters(codec="utf-8"), max_size=60), max_size=60)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("laws")


def analysed(folder: Path, data: bytes) -> Analysis | None:
    path = folder / "law.txt"
    path.write_bytes(data)
    try:
        return analyse(path)
    except UnreadableError:
        return None


SHOWN = re.compile(r"[\d,]*\d(?:\.\d+)?(?:[ -]\d{1,2}/\d{1,2})?|\.\d+")
BELOW_ZERO = re.compile(r"^\W*[(\u2010-\u2013\u2212-][ $]*[\d.]|[\d]-$")


def holds(analysis: Analysis) -> None:
    """Children inside parents, siblings in order and apart, figures where they are cited."""
    assert not [finding.message for finding in analysis.findings if finding.kind == FAULT]
    for section in walk(analysis.outline):
        at = section.span.start
        for child in section.children:
            assert at <= child.span.start <= child.span.end <= section.span.end
            at = child.span.end
    for statement in (*analysis.statements, *analysis.tables):
        for row in statement.rows:
            for figure in row.figures:
                figure_holds(figure, analysis.filing.document(figure.cite.document).source.read(figure.cite))
    as_json(analysis)


def figure_holds(figure: Figure, cited: str) -> None:
    """The characters at its place are of the figure's text, and its value is theirs: its sign, its point, not scaled."""
    assert squeezed(cited) in squeezed(figure.text)
    if figure.value is None:
        return
    assert figure_value(figure.text) == figure.value
    shown = SHOWN.search(cited)
    if shown is None:
        assert figure.value == 0
    elif "/" not in shown[0]:
        assert abs(figure.value) == Decimal(shown[0].replace(",", ""))
        assert (figure.value < 0) == (figure.value != 0 and BELOW_ZERO.search(cited.strip()) is not None)


def squeezed(text: str) -> str:
    """Without blanks, which a table may set anywhere between the parts of a figure."""
    return "".join(text.split())


@settings(max_examples=120, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_a_filing_or_are_refused(data: bytes) -> None:
    try:
        filing = parse("law", data)
    except UnreadableError:
        return
    assert [document.sequence for document in filing.documents] == list(range(1, len(filing.documents) + 1))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines)
def test_any_lines_are_read_to_the_end(folder: Path, parts: list[str]) -> None:
    analysis = analysed(folder, "\n".join(parts).encode())
    if analysis is not None:
        holds(analysis)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, len(submission())))
def test_a_submission_may_end_anywhere(folder: Path, end: int) -> None:
    analysis = analysed(folder, submission()[:end].encode())
    if analysis is not None:
        holds(analysis)


def figures(analysis: Analysis | None) -> list[tuple[str, str, Decimal | None]]:
    """Every figure with its row's caption and its own words."""
    assert analysis is not None
    return [
        (row.label, figure.text, figure.value)
        for statement in (*analysis.statements, *analysis.tables)
        for row in statement.rows
        for figure in row.figures
    ]


@pytest.mark.parametrize(
    "changed",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\r"),
        lambda text: text.replace("kettles", "kettles \U0001f600"),
        lambda text: text.replace("Cash", "Ca\x00sh"),
        lambda text: "\ufeff" + text,
        lambda text: text.replace("<PAGE>\n", "\f"),
        lambda text: "\n".join("   " + line for line in text.split("\n")),
        lambda text: text.replace("\n", "   \n"),
    ],
    ids=["crlf", "cr", "emoji", "nul", "byte-order mark", "form feed", "indented", "trailing blanks"],
)
def test_what_is_not_seen_on_paper_moves_no_figure(folder: Path, changed: "object") -> None:
    assert callable(changed)
    plain = figures(analysed(folder, REPORT.encode()))
    assert len(plain) == 16
    assert figures(analysed(folder, changed(REPORT).encode())) == plain


@settings(max_examples=100, deadline=None)
@given(lines)
def test_the_layout_covers_the_text(parts: list[str]) -> None:
    source = Source(1, decode("\n".join(parts).encode()).text)
    layout = lay_out(source)
    assert len(layout.kinds) == len(source.lines)
    assert all(
        (kind == Line.BLANK) <= (not line.strip()) for kind, line in zip(layout.kinds, source.lines, strict=True)
    )
    at = 0
    for block in layout.blocks:
        assert at <= block.first < block.last <= len(source.lines)
        assert (block.span.start, block.span.end) == (
            source.starts[block.first],
            source.starts[block.last - 1] + len(source.lines[block.last - 1]),
        )
        at = block.last
    ends = [page.span for page in layout.pages]
    assert all(before.end == after.start for before, after in pairwise(ends))


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("ab \r\n\t\f\x00é😀"), max_size=60))
def test_lines_and_places_are_one_count(text: str) -> None:
    source = Source(1, decode(text.encode()).text)
    assert "\r" not in source.text
    assert "\t" not in source.text
    assert "".join(f"{source.read(source.line_span(number))}\n" for number in range(1, len(source.lines) + 1)) == (
        source.text + "\n"
    )
    for number, start in enumerate(source.starts, 1):
        assert source.line_of(start) == number
