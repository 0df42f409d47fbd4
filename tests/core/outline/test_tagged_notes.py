"""Notes that inline XBRL tags as blocks: their titles at the block's beginning or right above it."""

import pytest

from core.document.block import BLANK, WORDS, Layout
from core.document.html import lay_out_html
from core.outline.lines import Lines
from core.outline.tagged_notes import tagged_notes
from core.read.submission import parse
from core.source import Source

SAID = "<p>The lamps of the harbor are all of brass, and were bought in the years before it was built.</p>"


def block(name: str, body: str) -> str:
    return f'<ix:nonNumeric contextRef="c" name="us-gaap:{name}TextBlock" escape="true">{body}</ix:nonNumeric>'


def found(body: str) -> list[str]:
    """The titles of the notes of a document with this body."""
    named = "xmlns:ix='http://www.xbrl.org/2013/inlineXBRL'"
    filing = parse("lamps.htm", f"<html {named}><body>{body}</body></html>".encode())
    document = filing.documents[0]
    assert document.hypertext is not None
    lines = Lines(lay_out_html(document.source, document.hypertext))
    return [heading.title for heading in tagged_notes(lines, 0, lines.count)]


LAMPS = "<p><b>Lamps of the Harbor</b></p>"


@pytest.mark.parametrize(
    ("body", "titles"),
    [
        (block("Lamps", LAMPS + SAID), ["Lamps of the Harbor"]),
        (LAMPS + block("Lamps", SAID), ["Lamps of the Harbor"]),
        (block("Lamps", LAMPS + SAID) + block("Oil", "<p><b>Oil</b></p>" + SAID), ["Lamps of the Harbor", "Oil"]),
        (LAMPS + block("Lamps", SAID) + block("Oil", SAID), ["Lamps of the Harbor"]),
        (block("Lamps", SAID), []),
        (LAMPS + SAID, []),
        (LAMPS + SAID + block("Lamps", SAID), []),
    ],
)
def test_a_tagged_note_has_the_title_at_its_beginning_or_right_above(body: str, titles: list[str]) -> None:
    assert found(body) == titles


@pytest.mark.parametrize(("empty", "held"), [(1, True), (3, True), (4, False), (8, False)])
def test_a_title_more_than_four_lines_above_is_not_the_blocks(empty: int, *, held: bool) -> None:
    text = "Lamps of the Harbor" + "\n" * (empty + 1) + "and all of it"
    lines = Lines(Layout(Source(1, text), bytes([WORDS, *[BLANK] * empty, WORDS]), (), ()))
    lines.blocks = [lines.source.starts[-1]]
    assert [heading.title for heading in tagged_notes(lines, 0, lines.count)] == ["Lamps of the Harbor"] * held
