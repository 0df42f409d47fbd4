"""Laws of reading HTML, over made-up input: nothing raises, every place reads back, and a statement reads as it does in
plain text."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.analysis import Analysis, analyse
from core.document.html import lay_out_html
from core.markup.flat import LONGEST_LINE, flat, pieces
from core.markup.hypertext import Hypertext
from core.markup.read import hypertext
from core.source import Source
from core.tables.html.read import html_grids
from tests.laws.test_reading import analysed, holds

TAGS = (
    """
<table>|</table>|<tr>|</tr>|<td>|</td>|<td colspan=3>|<td rowspan=2>|<th>|<td style="border-bottom:1px solid">|<td
<p>|</p>|<div>|</div>|<br>|<hr>|<pre>|</pre>|<ul>|<li>|<center>|<page>|<p style="page-break-before:always">|<body>|<html>|</html>
<b>|</b>|<sup>|</sup>|<font size=1>|</font>|<span style="display:none">|</span>|<td style="padding-left:9pt">|<script>|<|>
<!--|-->
<a href="#x">|<a name=x>|</a>|<ix:nonFraction name="a:Cash" contextRef="c">|</ix:nonFraction>|<ix:header>|</ix:header>
<ix:nonNumeric name="a:Note" continuedAt="n">|</ix:nonNumeric>|<ix:continuation id="n">|</ix:continuation>
""".strip()
    .replace("\n", "|")
    .split("|")
)
WORDS = (
    *("Cash", "Total assets", "2024", "2023", "1,234", "(56", ")", "$", "%", "—", "-----", "(1)", "7 *", "&nbsp;", "&#146;"),
    *("\U0001f600", "\n", "\r\n", "\x00", "Item 1. Business", "NOTE 1 - CASH", "BALANCE SHEETS", "(In millions)", "&#128512;"),
    *("December 31, 2024", " ", "12", "Page 3"),
)  # fmt: skip
markup = st.lists(
    st.sampled_from(TAGS) | st.sampled_from(WORDS) | st.text(st.characters(codec="utf-8"), max_size=12),
    max_size=80,
).map("".join)
cells = st.sampled_from(
    ["", "Cash", "1,234", "(56)", "$", "5 *", "12", "%", "—", "2024", "Other assets", "7<sup>1</sup>", "\U0001f600"]
)
attributes = st.sampled_from(
    ["", " colspan=2", " colspan=3", " rowspan=2", ' style="border-bottom:1px solid"', " align=right"]
)
rows = st.lists(st.tuples(attributes, cells).map(lambda cell: f"<td{cell[0]}>{cell[1]}</td>"), max_size=7).map("".join)
tables = st.lists(rows.map("<tr>{}</tr>".format), max_size=8).map(lambda rows: f"<table>{''.join(rows)}</table>")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("markup")


def read_back(found: Hypertext) -> None:
    """That every box, cell, tag and link stands where it says."""
    text = found.text
    lines = text.split("\n")
    assert len(found.looks) == len(lines)
    assert all(length <= len(lines[at]) for at, length in found.led.items())
    assert all(at < len(lines) and not lines[at] for at in found.breaks)
    for table in found.tables:
        for row in table.rows:
            assert table.span.holds(row.span) or not row.boxes
            for box in row.boxes:
                assert text[box.start : box.start + len(box.text)] == box.text
                assert row.span.start <= box.start <= box.start + len(box.text) <= row.span.end
                assert box.raised <= len(box.text)
    for link in found.links:
        assert 0 <= link.span.start < link.span.end <= len(text)
        assert 0 <= link.target < len(text)
    for placed in found.facts:
        assert all(0 <= span.start < span.end <= len(text) for span in placed.cite.spans)


def grids_read_back(found: Hypertext) -> None:
    """That the words of every cell of the grids give its value."""
    source = Source(1, found.text)
    for grid in html_grids(lay_out_html(source, found), found):
        for row in grid.rows:
            columns = [cell.column for cell in row.cells]
            assert columns == sorted(set(columns))
            assert all(0 <= column < len(grid.columns) for column in columns)
            for cell in row.cells:
                shown = re.search(r"\d[\d,]*(?:\.\d+)?|\.\d+", source.read(cell.cite))
                if cell.value is not None and "/" not in cell.text:
                    assert abs(cell.value) == (Decimal(shown[0].replace(",", "")) if shown else 0)


@settings(max_examples=150, deadline=None)
@given(markup)
def test_any_markup_is_read_and_every_place_reads_back(text: str) -> None:
    found = hypertext(1, text)
    read_back(found)
    grids_read_back(found)


@settings(max_examples=150, deadline=None)
@given(tables)
def test_any_table_is_read_and_every_place_reads_back(text: str) -> None:
    found = hypertext(1, text)
    read_back(found)
    grids_read_back(found)


@settings(max_examples=60, deadline=None)
@given(markup)
def test_any_markup_is_analysed_to_the_end(folder: Path, text: str) -> None:
    analysis = analysed(folder, f"<html><body>{'<p>Cash</p>' * 8}{text}".encode())
    if analysis is not None:
        read = analysis.filing.documents[0].hypertext
        assert read is not None
        assert read.text.startswith("Cash\n")
        holds(analysis)


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from("ab &;<>/p\n"), max_size=60))
@example("<p<>>")
def test_the_words_of_any_markup_can_be_had_without_its_tags(text: str) -> None:
    assert not re.search(r"<p\b[^<>]*>|\n\n", flat(text.replace("&", "")))


@given(st.integers(0, 3 * LONGEST_LINE), st.integers(1, 2 * LONGEST_LINE))
def test_a_long_line_is_parted_and_nothing_is_lost(length: int, word: int) -> None:
    text = ("a" * word + " ") * (length // word) + "b" * (length % word)
    found = pieces(text)
    assert "".join(found) == text
    assert all(0 < len(piece) <= LONGEST_LINE for piece in found)


class Line(NamedTuple):
    """A row of a made-up statement: caption, depth, the two figures."""

    caption: str
    depth: int
    figures: tuple[int, int]


class Made(NamedTuple):
    """A made-up balance sheet."""

    scale: str
    years: tuple[int, int]
    rows: tuple[Line, ...]


CAPTIONS = (
    *("Cash and cash equivalents", "Accounts receivable", "Inventories", "Prepaid expenses", "Goodwill", "Other assets"),
    *("Total assets", "Accounts payable", "Accrued liabilities", "Long-term debt", "Deferred taxes", "Common stock"),
    *("Retained earnings", "Treasury stock", "Total liabilities and equity"),
)  # fmt: skip
amounts = st.integers(-999_999, 9_999_999).map(lambda number: number or 5)


@st.composite
def made(draw: st.DrawFn) -> Made:
    """Any such balance sheet: captions in their order, at least four."""
    captions = draw(st.lists(st.sampled_from(CAPTIONS), min_size=4, unique=True))
    year = draw(st.integers(1994, 2024))
    rows = tuple(
        Line(caption, 0 if "Total" in caption else 1, (draw(amounts), draw(amounts)))
        for caption in sorted(captions, key=CAPTIONS.index)
    )
    return Made(draw(st.sampled_from(("In thousands", "In millions", "Dollars in thousands"))), (year, year - 1), rows)


def printed(number: int) -> str:
    """A figure as it is printed."""
    return f"{number:,}" if number >= 0 else f"({-number:,})"


COVER = (
    "FORM 10-K",
    "For the fiscal year ended December 31, {}",
    "TIDEWATER KETTLE COMPANY",
    "CONSOLIDATED BALANCE SHEETS",
)


def as_text(sheet: Made) -> str:
    """The sheet as plain text."""
    lines = [f"{line.format(sheet.years[0]):^80}\n" for line in COVER] + [f"{f'({sheet.scale})':^80}\n"]
    lines += [
        f"{'':50}{'December 31,':^30}",
        f"{'':50}{sheet.years[0]:>14} {sheet.years[1]:>14}",
        f"{'':50}{'-' * 13:>14} {'-' * 13:>14}",
    ]
    for caption, depth, figures in sheet.rows:
        first, second = (printed(number) + " " * (number >= 0) for number in figures)
        lines.append(f"{'  ' * depth + caption:<50}{first:>14} {second:>14}")
    return "\n".join(lines) + "\n"  # fmt: skip


def as_html(sheet: Made, *, spacers: bool = False) -> str:
    """The sheet as an HTML document; with brackets and spacers in columns of their own."""
    between = "<td></td>" * 2 if spacers else ""

    def cell(number: int) -> str:
        text = printed(number)
        if not spacers:
            return f'<td align="right">{text}</td>'
        return f"<td></td><td>{text.rstrip(')')}</td><td>{')' if number < 0 else ''}</td>"

    wide = 3 if spacers else 1
    heads = between.join(f'<td colspan="{wide}">{year}</td>' for year in sheet.years)
    body = "".join(f'<p align="center">{line.format(sheet.years[0])}</p>' for line in (*COVER, f"({sheet.scale})"))
    rows = f'<tr><td></td><td colspan="{2 * wide + 2 * spacers}">December 31,</td></tr><tr><td></td>{heads}</tr>'
    for caption, depth, figures in sheet.rows:
        rows += f'<tr><td style="padding-left:{10 * depth}pt">{caption}</td>{between.join(map(cell, figures))}</tr>'
    return f"<html><body>{body}<table>{rows}</table></body></html>"


class Told(NamedTuple):
    """What a statement says, wherever it stands."""

    kind: str
    currency: str | None
    scale: int
    periods: list[tuple[date | None, date | None]]
    rows: list[tuple[str, list[tuple[int, Decimal | None]]]]


def told(analysis: Analysis | None) -> list[Told]:
    """What the statements of a filing say."""
    assert analysis is not None
    return [
        Told(
            one.kind.value,
            one.currency,
            one.scale,
            [(column.start, column.end) for column in one.columns],
            [(row.label, [(figure.column, figure.value) for figure in row.figures]) for row in one.rows],
        )
        for one in (*analysis.statements, *analysis.tables)
    ]


@settings(max_examples=60, deadline=None)
@given(made())
def test_a_statement_reads_the_same_in_plain_text_and_in_html(folder: Path, sheet: Made) -> None:
    plain = told(analysed(folder, as_text(sheet).encode()))
    rows = [(row.caption, list(enumerate(map(Decimal, row.figures)))) for row in sheet.rows]
    assert [one.rows for one in plain] == [rows]
    assert told(analysed(folder, as_html(sheet).encode())) == plain
    assert told(analysed(folder, as_html(sheet, spacers=True).encode())) == plain


SHEET = Made(
    "In millions",
    (2024, 2023),
    (
        *(Line("Cash", 1, (120, 90)), Line("Goodwill", 1, (880, 910)), Line("Total assets", 0, (1000, 1000))),
        *(Line("Long-term debt", 1, (1_234, 1_100)), Line("Retained earnings", 1, (-234, -100))),
        Line("Total liabilities and equity", 0, (1000, 1000)),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    "changed",
    [
        lambda text: text.replace("</p>", "</p>\r\n").replace("</td>", "</td>\r\n"),
        lambda text: text.replace("</p>", " \U0001f600</p>", 1),
        lambda text: text.replace("</p>", " &#128512;\u200b</p>", 1),
        lambda text: "\ufeff" + text,
        lambda text: text.replace("Cash", "Ca\x00sh"),
        lambda text: text.replace("<td", "<td></td><td"),
        lambda text: text.replace("<td", "\n\n  <!-- x --><td"),
        lambda text: re.sub(r"(?<=>)([\d,()]+)(?=</td>)", r"<font><b>\1</b></font>", text),
        lambda text: text.replace("</td>", "").replace("</tr>", ""),
        lambda text: text.replace("<table>", "<div><table><tr><td><table>").replace("</table>", "</table></table></div>"),
        lambda text: text.upper().replace("PADDING", "padding"),
        lambda text: text.replace("</p>", "</p><hr>", 1),
    ],
    ids=[
        *("crlf", "emoji", "emoji by number", "byte-order mark", "nul", "blank columns", "comments", "fonts", "no closing tags"),
        *("nested", "capitals", "page end"),
    ],
)  # fmt: skip
def test_what_is_not_seen_moves_no_figure(folder: Path, changed: "object") -> None:
    assert callable(changed)
    plain = told(analysed(folder, as_html(SHEET).encode()))
    found = told(analysed(folder, changed(as_html(SHEET)).encode()))
    assert len(plain) == 1
    assert repr(found).upper() == repr(plain).upper()


def test_an_astral_character_is_one(folder: Path) -> None:
    path = folder / "astral.htm"
    path.write_text(as_html(SHEET).replace("FORM 10-K", "\U0001f600" * 3 + " FORM 10-K"))
    analysis = analyse(path)
    source = analysis.filing.documents[0].source
    assert source.text.startswith("\U0001f600" * 3 + " FORM")
    (statement,) = analysis.statements
    assert [source.read(figure.cite) for figure in statement.rows[-1].figures] == ["1,000", "1,000"]
