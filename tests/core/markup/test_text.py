"""The text of a document, as a reader sees it."""

import pytest

from tests.core.markup.drawing import read, text_of

CASES = {
    "blocks on lines of their own": ("<p>One</p>\n<p>Two</p>", "One\n\nTwo"),
    "blocks in blocks": ("<div>One<div>Two</div>Three</div>", "One\n\nTwo\n\nThree"),
    "blocks that do not end": ("<p>One<p>Two<p>Three", "One\n\nTwo\n\nThree"),
    "blocks without words": ("<p></p><p>&nbsp;</p><div><br></div>One", "One"),
    "inline runs joined": ("<p>The <b>Com</b>pany <i>makes</i> kettles</p>", "The Company makes kettles"),
    "a blank between runs": ("<p>a<span> </span>b<span></span>c <font>d</font>\n<font>e</font></p>", "a bc d e"),
    "a hard blank between runs": ("<p>a<span>&nbsp;</span>b</p>", "a b"),
    "line breaks": ("<p>One<br>Two<br/>Three<br><br>Four</p>", "One\nTwo\nThree\n\nFour"),
    "white space": ("<p>  a \n b\t c&nbsp;&nbsp;d&#160;</p>", "a b c d"),
    "characters that take no room": ("<p>Ca&#8203;sh&#65279; co&shy;op &#8205;x</p>", "Cash coop x"),
    "Windows' own codes": ("<p>&#147;Kettle&#148; Co&#146;s &#150; 5&#128;</p>", "“Kettle” Co’s – 5€"),
    "names of characters": ("<p>&ldquo;x&rdquo; &mdash; &amp; &lt;b&gt; &unknown;</p>", "“x” — & <b> &unknown;"),
    "characters beyond the first plane": ("<p>&#128512; 😀&#x1F600;</p>", "😀 😀😀"),
    "what is not displayed": ("<p>a<span style='display:none'>b</span>c</p><div style='DISPLAY: none'>d</div>", "ac"),
    "what is hidden": ("<p style='visibility:hidden'>a</p><p style='font-size:0pt'>b</p>c", "c"),
    "what follows hidden words": ("<p>a<span style='display:none'>b</span> c</p>", "a c"),
    "the header of inline XBRL": ("<ix:header><ix:hidden>a</ix:hidden></ix:header>b", "b"),
    "scripts and titles": ("<script>a</script><style>b</style><title>c</title><p>d</p><!-- e -->", "d"),
    "capitals": ("<p style='text-transform:uppercase'>Item 1 <b>business</b> é</p><p>a</p>", "ITEM 1 BUSINESS É\n\na"),
    "superscripts": ("<p>Cash<sup>(1)</sup> of 2015<sup>2</sup> and 2014<sup>3</sup></p>", "Cash(1) of 2015 2 and 2014 3"),
    "a superscript that begins a line": ("<p><sup>1</sup> See note</p>", "1 See note"),
    "lists": ("<ul><li>One</li><li>Two</li></ul>", "One\n\nTwo"),
    "blocks that are displayed inline": ("<div style='display:inline'>a</div><div style='display:inline'>b</div>", "ab"),
    "runs that are displayed as blocks": ("<span style='display:block'>a</span>b", "a\n\nb"),
    "headings": ("<h1>Title</h1>Words<h2>Second</h2>", "Title\n\nWords\n\nSecond"),
    "preformatted text": (
        "<p>a</p><pre>  Cash    12\n\n  <b>Debt</b>     3\n&lt;\tb</pre>c",
        "a\n\n  Cash    12\n\n  Debt     3\n<       b\n\nc",
    ),
    "bullets in cells": (
        "<table><tr><td>•</td><td>A point</td></tr><tr><td>(a)</td><td>Another</td></tr></table>",
        "• A point\n(a) Another\n",
    ),
    "words side by side": (
        "<table><tr><td>Name</td><td>Age</td></tr><tr><td>A. Smith</td><td></td><td>President</td></tr></table>",
        "Name   Age\nA. Smith   President\n",
    ),
    "paragraphs in a cell": ("<table><tr><td><p>One</p><p>Two</p></td></tr></table>", "One\n\nTwo\n"),
    "tables in a table": (
        "<table><tr><td><table><tr><td>In</td><td>side</td></tr></table></td><td>Beside</td></tr></table>After",
        "In side\n\nBeside\n\nAfter",
    ),
    "words of a table outside of cells": ("<table>One<tr><td>Two</td></tr></table>", "One\n\nTwo\n"),
    "cells outside of rows": ("<table><td>Name</td><td>Age</td></table>", "Name   Age\n"),
    "figures one under the other": (
        "<table><tr><td>Cash</td><td>1,234</td><td>(5)</td></tr><tr><td>Inventories</td><td>6</td><td>78</td></tr></table>",
        "Cash          1,234   (5)\nInventories       6   78\n",
    ),
    "captions as they are indented": (
        "<table><tr><td>Assets</td></tr><tr><td style='padding-left:10pt'>Cash</td><td>1,234</td></tr></table>",
        "Assets\n  Cash   1,234\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", CASES)
def test_a_reader_sees(kind: str) -> None:
    body, text = CASES[kind]
    assert text_of(body) == text


@pytest.mark.parametrize(
    "body",
    [
        "<p>12</p><div style='page-break-after:always'></div><p>Item 2</p>",
        "<p>12</p><hr style='page-break-after:always'><p>Item 2</p>",
        "<p>12</p><p style='page-break-before:always'>Item 2</p>",
        "<p>12</p><div style='break-before: page'>Item 2</div>",
        "<p>12</p><hr><p>Item 2</p>",
        "<p>12</p><hr width='100%'><p>Item 2</p>",
        "<p>12</p><page></page><p>Item 2</p>",
    ],
)
def test_a_page_ends(body: str) -> None:
    found = read(body)
    assert found.text.split("\n") == ["12", "", "", "Item 2"]
    assert found.breaks == {2}


@pytest.mark.parametrize("body", ["<p>a</p><hr width='20%'><p>b</p>", "<table><tr><td>a<hr>b</td></tr></table>"])
def test_a_short_line_ends_no_page(body: str) -> None:
    assert not read(body).breaks


def test_preformatted_lines_are_told() -> None:
    found = read("<p>a</p><pre>b\nc</pre><p>d</p>")
    assert [found.text.split("\n")[first:last] for first, last in found.verbatim] == [["b", "c"]]
