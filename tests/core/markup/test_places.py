"""Tags and links, tied to the words they stand around."""

from decimal import Decimal

import pytest

from core.markup.read import hypertext
from tests.core.markup.drawing import linked, marked

NUMBER = '<ix:nonFraction name="a:Cash" scale="6" format="ixt:num-dot-decimal">{}</ix:nonFraction>'


def number(text: str) -> str:
    """A tagged number."""
    return NUMBER.format(text)


def words(name: str, text: str, more: str = "") -> str:
    """Tagged words."""
    goes_on = f' continuedAt="{more}"' if more else ""
    return f'<ix:nonNumeric name="a:{name}"{goes_on}>{text}</ix:nonNumeric>'


def more(name: str, text: str, then: str = "") -> str:
    """Where tagged words go on."""
    goes_on = f' continuedAt="{then}"' if then else ""
    return f'<ix:continuation id="{name}"{goes_on}>{text}</ix:continuation>'


CASES = {
    "in a sentence": (f"<p>of ${number('1,234')} million</p>", "of ${Cash: 1,234} million"),
    "in a cell": (
        f"<table><tr><td>Cash</td><td>$</td><td>{number('1,234')}</td></tr><tr><td>Debt</td><td></td><td>5</td></tr></table>",
        "Cash   $ {Cash: 1,234}\nDebt         5\n",
    ),
    "without the blanks around": (f"<p>a {words('Name', ' b <b> c</b> ')} d</p>", "a {Name: b c} d"),
    "over paragraphs": (words("Note", "<p>One</p><p>Two</p>"), "{Note: One\n\nTwo}"),
    "one in another": (f"<p>{words('Name', 'Tidewater <b>Kettle</b>')}</p>", "{Name: Tidewater Kettle}"),
    "going on elsewhere": (
        f"<p>{words('Note', 'One', 'c1')}</p><p>x</p><p>{more('c1', 'Two', 'c2')}</p><p>{more('c2', 'Three')}</p>",
        "{Note: One}\n\nx\n\n{Note: Two}\n\n{Note: Three}",
    ),
    "going on in a circle": (
        f"<p>{words('Note', 'One', 'c1')}</p><p>{more('c1', 'Two', 'c1')}</p>",
        "{Note: One}\n\n{Note: Two}",
    ),
    "going on from no words": (
        f"<p>{words('Note', '&#8203;', 'c1')}</p><p>x</p><p>{more('c1', 'Two')}</p>",
        "x\n\n{Note: Two}",
    ),
    "going on nowhere": (f"<p>{words('Note', 'One', 'c9')}</p>", "{Note: One}"),
    "without words": (f"<p>a{words('Note', ' ')}b</p>", "a b"),
    "not displayed": (f"<p>a<span style='display:none'>{words('Note', 'x')}</span>b</p>", "ab"),
    "in preformatted text": (f"<pre>Cash  {number('12')}  \nDebt</pre>", "Cash  {Cash: 12}\nDebt"),
    "behind an emoji": (f"<p>😀 {number('12')}</p>", "😀 {Cash: 12}"),
}


@pytest.mark.parametrize("kind", CASES)
def test_tagged_words(kind: str) -> None:
    body, text = CASES[kind]
    assert marked(body) == text


def test_a_tagged_number_has_its_whole_value() -> None:
    (placed,) = hypertext(1, f"<html xmlns:ix='x'><body><p>{number('1,234.5')}</p></body></html>").facts
    assert (placed.fact.concept, placed.fact.value) == ("a:Cash", Decimal(1_234_500_000))


def test_facts_of_the_header_are_hidden_ones() -> None:
    body = f"<ix:header><ix:hidden>{words('Form', '10-K')}</ix:hidden></ix:header><p>{words('Name', 'Tidewater')}</p>"
    found = hypertext(1, f"<html xmlns:ix='x'><body>{body}</body></html>")
    assert [placed.fact.concept for placed in found.facts] == ["a:Name"]
    assert [(fact.concept, fact.text) for fact in found.hidden] == [("a:Form", "10-K")]


def test_hidden_facts_are_read_where_no_others_are() -> None:
    body = f"<ix:header><ix:hidden>{words('Form', '10-K')}</ix:hidden></ix:header><p>Tidewater</p>"
    found = hypertext(1, f"<html xmlns:ix='x'><body>{body}</body></html>")
    assert [(fact.concept, fact.text) for fact in found.hidden] == [("a:Form", "10-K")]


def test_places_of_a_text_that_goes_on_above_stand_in_the_order_of_the_document() -> None:
    body = f"<p>{more('c1', 'Two')}</p><p>{words('Note', 'One', 'c1')}</p>"
    (placed,) = hypertext(1, f"<html xmlns:ix='x'><body>{body}</body></html>").facts
    assert [(span.start, span.end) for span in placed.cite.spans] == [(0, 3), (5, 8)]


@pytest.mark.parametrize(
    ("body", "links"),
    [
        ("<a href='#i'>Item 1</a><p>x</p><p id='i'>Business</p>", [("Item 1", "Business")]),
        ("<a href='#i'>Item 1</a><p>x</p><a name='i'></a><p>Business</p>", [("Item 1", "Business")]),
        ("<a href='#i'>Item 1</a><p id='i'><br></p><p>Business</p>", [("Item 1", "Business")]),
        ("<a href='#i'>Item 1</a><a href='#i'>2</a><p id='i'>One</p><p id='i'>Two</p>", [("Item 1", "One"), ("2", "One")]),
        ("<a href='#none'>Item 1</a><a href='#'>x</a><a href='x.htm#i'>y</a><p id='i'>One</p>", []),
        ("<a href='#i'></a><p id='i'>One</p>", []),
        ("<a href='#i'>Item 1</a><p>x</p><p id='i'></p>", []),
        ("<p id='i'>One</p><table><tr><td><a href='#i'>Back</a></td><td>7</td></tr></table>", [("Back", "One")]),
        ("<p id='i'>One</p><pre>Go <a href='#i'>back</a></pre>", [("back", "One")]),
    ],
)  # fmt: skip
def test_links_lead_to_the_first_words_of_their_target(body: str, links: list[tuple[str, str]]) -> None:
    assert linked(body) == links


def test_a_place_does_not_end_before_it_begins() -> None:
    """Words outside of the cells of a table are placed before the table."""
    row = "<tr><td>Cash</td><td>1,234</td></tr>"
    note = words("Note", f"<table>{row}{row}<div>Outside of the cells</div></table>")
    (placed,) = hypertext(1, f"<html xmlns:ix='x'><body>{note}</body></html>").facts
    assert placed.cite.start < placed.cite.end
