"""Lines to passages: joined where the line was full, broken where a break was meant, furniture left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.document.block import Layout, Line
from core.document.html import lay_out_html
from core.document.prose import Mark, PassageKind, passages, words
from core.markup.read import hypertext
from core.source import Source, Span

PROSE = """\
Item 1.  Business

Harbor Lamp Company makes lamps for harbors and for the people who
live by them, and sells them through dealers in nine states whose
sales of lamps and of the oil that they burn rose
- 2 -

in the year. It has long-
term leases.
   A second paragraph is told by its first line, which is set in.

  o  brass lamps that burn oil, for harbors
     and for boats
  o  lamps of tin

Harbor Lamp Company
12 Quay Street
Portland

By:  A. Keeper            President
     B. Wick              Secretary
"""


def laid_out(text: str) -> Layout:
    """A layout by the plainest rules: blank, `- n -`, words."""
    source = Source(1, text)
    kinds = bytes(
        Line.BLANK
        if not line.strip()
        else Line.FURNITURE
        if line.startswith("- ") and line.endswith(" -")
        else Line.WORDS
        for line in source.lines
    )
    return Layout(source, kinds, (), ())


def drawn(text: str, *marks: Mark) -> list[str]:
    return [f"{one.kind}: {one.text}" for one in passages(laid_out(text), Span(0, len(text)), marks)]


def test_a_section_as_it_is_read() -> None:
    heading = Mark("item-1", Span(0, len("Item 1.  Business")), 0)
    assert drawn(PROSE, heading) == [
        "heading: Item 1. Business",
        (
            "paragraph: Harbor Lamp Company makes lamps for harbors and for the people who live by them, and sells them"
            " through dealers in nine states whose sales of lamps and of the oil that they burn rose"
            " in the year. It has long-term leases."
        ),
        "paragraph: A second paragraph is told by its first line, which is set in.",
        "list_item: o brass lamps that burn oil, for harbors and for boats",
        "list_item: o lamps of tin",
        "paragraph: Harbor Lamp Company\n12 Quay Street\nPortland",
        "verbatim: By:  A. Keeper            President\n     B. Wick              Secretary",
    ]


def test_a_table_over_two_pages_is_one_passage() -> None:
    text = "head\n\nrow 1\n\nrow 2\n"
    marks = (Mark("t", Span(6, 11), None), Mark("t", Span(13, 18), None))
    found = passages(laid_out(text), Span(0, len(text)), marks)
    assert [(one.kind, one.spans) for one in found] == [
        (PassageKind.PARAGRAPH, (Span(0, 4),)),
        (PassageKind.TABLE, (Span(6, 11), Span(13, 18))),
    ]


@given(st.text(alphabet="aB .-\n()1", max_size=400))
def test_every_word_is_kept_once_and_in_order(text: str) -> None:
    layout = laid_out(text)
    spans = [span for one in passages(layout, Span(0, len(text))) for span in one.spans]
    assert spans == sorted(spans)
    kept = "".join("".join(text[start:end].split()) for start, end in spans)
    lines = zip(layout.source.lines, layout.kinds, strict=True)
    assert kept == "".join("".join(line.split()) for line, kind in lines if kind == Line.WORDS)


@given(st.text(alphabet="aB .-\n()1", max_size=400))
def test_words_of_a_passage_stand_where_they_say(text: str) -> None:
    for passage in passages(laid_out(text), Span(0, len(text))):
        for word in words(text, passage):
            assert (
                text[word.span.start : word.span.end] == word.text == passage.text[word.at : word.at + len(word.text)]
            )


def test_a_paragraph_of_html_goes_on_over_a_page_break_however_short_its_line() -> None:
    page = "<hr style='page-break-after:always'>"
    words = f"<p>Lamps burn</p><p>12</p>{page}<p>oil of every kind.</p><p>Lamps</p><p>shine</p>"
    markup = hypertext(1, words)
    layout = lay_out_html(Source(1, markup.text), markup)
    found = passages(layout, Span(0, len(markup.text)))
    assert [one.text for one in found] == ["Lamps burn oil of every kind.", "Lamps", "shine"]


def shown(text: str, *marks: Mark) -> list[str]:
    """The passages of a text: the first letter of each one's kind, and its words."""
    found = passages(laid_out(text), Span(0, len(text)), marks)
    return [f"{each.kind.value[0]} {each.text}" for each in found]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Lamp    Oil\n", ["v Lamp    Oil"]),
        ("Lamp    Oil\nWick\n", ["v Lamp    Oil\nWick"]),
        ("Lamp    Oil\nWick\nTin\n", ["p Lamp Oil\nWick\nTin"]),
        ("  Lamp    Oil\n    Wick    Tin\n", ["v Lamp    Oil\n  Wick    Tin"]),
    ],
)
def test_lines_half_of_which_are_in_columns_stay_as_they_are(text: str, told: list[str]) -> None:
    assert shown(text) == told


def of(length: int, end: str = "") -> str:
    """A line of this length."""
    return ("lamp " * 30)[: length - len(end)].rstrip().ljust(length - len(end), "s") + end


@pytest.mark.parametrize(
    ("first", "breaks"),
    [(of(60), False), (of(44), False), (of(43), True), (of(30), True)],
)
def test_a_break_stays_where_the_next_word_would_have_had_room(first: str, breaks: bool) -> None:
    text = f"{of(60, '.')}\n\n{first}\nwick and oil\n"
    assert shown(text)[1] == f"p {first}{chr(10) if breaks else ' '}wick and oil"


@pytest.mark.parametrize(
    ("end", "joined"), [("term-", "term-oil"), ("3-", "3- oil"), (" -", " - oil"), ("term", "term oil")]
)
def test_a_hyphen_at_the_end_of_a_line_joins_words(end: str, joined: str) -> None:
    assert shown(f"{of(60, end)}\noil\n")[0].endswith(joined)


def test_marks_that_overlap_or_reach_out_are_passed_over() -> None:
    text = "Lamps. Oil\n\nWicks and tin\n"
    heading, table = Mark("a", Span(0, 5), 1), Mark("t", Span(12, 17), None)
    assert shown(text, heading, table) == ["h Lamps", "p Oil", "t ", "p and tin"]
    assert shown(text, heading, Mark("b", Span(4, 8), 1)) == ["h Lamps", "p Oil", "p Wicks and tin"]
    assert shown(text, Mark("b", Span(20, len(text) + 1), 1)) == ["p Lamps. Oil", "p Wicks and tin"]
