"""Trees of HTML documents: how headings are set, what links lead to, what is tagged."""

from core.document.html import lay_out_html
from core.outline.build import outline
from core.outline.section import Section
from core.places import walk
from core.read.submission import parse
from tests.core.outline.drawn import draw

PROSE = "<p>The mill spins cotton and wool for weavers in four states, and sells what is left over to others.</p>\n"


def tree(body: str, head: str = "") -> str:
    """The tree of a bare document with this body."""
    return "\n" + draw(
        sections_of(f"<html {head}><body><p>FORM 10-K</p><p>Hollow Brook Mills, Inc.</p>\n{body}</body></html>")
    )


def sections_of(markup: str) -> tuple[Section, ...]:
    filing = parse("mills.htm", markup.encode())
    document = filing.documents[0]
    assert document.hypertext is not None
    return outline(filing, (lay_out_html(document.source, document.hypertext),))


ITEMS = f"""<p><b>PART I</b></p><p><b>Item 1. Business</b></p>{PROSE}<p><b>Item 2. Properties</b></p>{PROSE}
<p><b>Item 3. Legal Proceedings</b></p>{PROSE}"""


def test_headings_are_ranked_by_weight_slant_and_lines() -> None:
    body = f"""<p><b>PART I</b></p><p><b>Item 1. Business</b></p>
<p><b>Markets</b></p>{PROSE}<p><b><i>At home</i></b></p>{PROSE}<p><i>Weavers</i></p>{PROSE}<p><b><i>Abroad</i></b></p>{PROSE}
<p><b>Raw cotton</b></p>{PROSE}<p>Not a heading</p>{PROSE}<p><b>Item 2. Properties</b></p>{PROSE}
<p><b>Item 3. Legal Proceedings</b></p>{PROSE}"""
    assert (
        tree(body)
        == """
cover: Cover Page
part I:
  item 1: Business
    heading: Markets
      heading: At home
        heading: Weavers
      heading: Abroad
    heading: Raw cotton
  item 2: Properties
  item 3: Legal Proceedings
"""
    )


def test_a_word_in_a_paragraph_broken_into_lines_opens_nothing() -> None:
    long = "The company has had its mills for long, and has told of them as others did in reports since. " * 3
    body = ITEMS.replace(
        PROSE, f"<p>{long}See the report, and in it Item 7. Item 2. Properties tells of them at length.</p>", 1
    )
    assert (
        tree(body)
        == """
cover: Cover Page
part I:
  item 1: Business
  item 2: Properties
  item 3: Legal Proceedings
"""
    )


def test_an_item_in_a_table_of_one_row_and_one_broken_by_an_anchor() -> None:
    body = f"""<p><b>P<a name="x"></a>ART I</b></p><table><tr><td>Item 1.</td><td><b>Business</b></td></tr></table>{PROSE}
<p><b>I\n<a name="y"></a>TEM 2. Properties</b></p>{PROSE}<p><b>TEM 3. Legal Proceedings</b></p>{PROSE}"""
    assert (
        tree(body)
        == """
cover: Cover Page
part I:
  item 1: Business
  item 2: Properties
  item 3: Legal Proceedings
"""
    )


def test_links_of_the_contents_tell_an_item_from_a_reference() -> None:
    reference = "<p>Item 2. Looms and Sheds</p>" + PROSE
    body = f"""<p>TABLE OF CONTENTS</p><table>
<tr><td><a href="#i1">Item 1.</a></td><td>Business</td><td><a href="#i1">3</a></td></tr>
<tr><td><a href="#i2">Item 2.</a></td><td>Our Own Looms</td><td><a href="#i2">5</a></td></tr>
<tr><td><a href="#i3">Item 3.</a></td><td>Legal Proceedings</td><td><a href="#i3">9</a></td></tr></table>
<div id="i1"></div><p><b>Item 1. Business</b></p>{PROSE}{reference}
<div id="i2"></div><p><b>Item 2. Our Own Looms</b></p>{PROSE}<div id="i3"></div><p><b>Item 3. Legal Proceedings</b></p>{PROSE}"""
    assert (
        tree(body)
        == """
cover: Cover Page
contents: TABLE OF CONTENTS
item 1: Business
item 2: Our Own Looms
item 3: Legal Proceedings
"""
    )


TAGGED = """xmlns:ix="http://www.xbrl.org/2013/inlineXBRL\""""
CONTEXT = """<div style="display:none"><ix:header><ix:resources><xbrli:context id="c"><xbrli:period>
<xbrli:startDate>2024-01-01</xbrli:startDate><xbrli:endDate>2024-12-31</xbrli:endDate></xbrli:period></xbrli:context>
</ix:resources></ix:header></div>"""


def note(concept: str, title: str) -> str:
    return (
        f'<ix:nonNumeric contextRef="c" name="us-gaap:{concept}TextBlock"><p>{title}</p>{PROSE}'
        f"<p><b>More of it</b></p>{PROSE}</ix:nonNumeric>"
    )


def test_notes_without_numbers_are_the_blocks_that_tag_them() -> None:
    body = f"""{CONTEXT}{ITEMS}<p><b>Item 8. Financial Statements and Supplementary Data</b></p>
<p><b>NOTES TO CONSOLIDATED FINANCIAL STATEMENTS</b></p>
{note("SignificantAccountingPolicies", "Accounting Policies")}{note("InventoryDisclosure", "Inventories")}"""
    drawn = tree(body, TAGGED)
    assert drawn.partition("item 8")[2] == (
        """: Financial Statements and Supplementary Data
    heading: NOTES TO CONSOLIDATED FINANCIAL STATEMENTS
    note: Accounting Policies
      heading: More of it
    note: Inventories
      heading: More of it
"""
    )


def test_notes_and_policies_say_what_they_are_tagged_as() -> None:
    policy = (
        '<ix:nonNumeric contextRef="c" name="us-gaap:InventoryPolicyTextBlock"><p><b>Inventories</b></p>'
        f"{PROSE}</ix:nonNumeric>"
    )
    notes = (
        f'<p><b>1. Accounting Policies</b></p><ix:nonNumeric contextRef="c" name="us-gaap:PoliciesTextBlock">{PROSE}{policy}'
        f"</ix:nonNumeric><p><b>2. Debt</b></p>{PROSE}"
    )
    body = f"""{CONTEXT}{ITEMS}<p><b>Item 8. Financial Statements and Supplementary Data</b></p>
<p><b>NOTES TO CONSOLIDATED FINANCIAL STATEMENTS</b></p>{notes}"""
    markup = f"<html {TAGGED}><body><p>FORM 10-K</p><p>Hollow Brook Mills, Inc.</p>{body}</body></html>"
    found = {section.title: section.concept for top in sections_of(markup) for section in walk((top,))}
    assert [found[title] for title in ("Accounting Policies", "Inventories", "Debt")] == [
        "us-gaap:PoliciesTextBlock",
        "us-gaap:InventoryPolicyTextBlock",
        None,
    ]


def test_the_title_of_a_report_is_a_heading_by_its_words() -> None:
    body = f"""{ITEMS}<p><b>Weaving</b></p>{PROSE}<p>Report of Independent Accountants</p>{PROSE}
<p>Looms of the Mill</p>{PROSE}<p><b>Spinning</b></p>{PROSE}<p><b>Wool</b></p>{PROSE}"""
    drawn = tree(body)
    assert "heading: Report of Independent Accountants\n" in drawn
    assert "Looms" not in drawn


def test_a_note_begins_in_the_first_cell_of_its_table() -> None:
    notes = "<p align=center><b>NOTES TO FINANCIAL STATEMENTS</b></p>"
    notes += "".join(
        f"<p><u>NOTE {number}&#160;&#160;{title}</u></p>{PROSE}" for number, title in ((1, "WOOL"), (2, "YARN"))
    )
    cells = "<tr><td>Looms</td><td>526</td><td>518</td></tr><tr><td>Halls</td><td>5,886</td><td>4,302</td></tr>"
    lead_in = (
        "<p><u>NOTE 3&#160;&#160;MILLS AND LOOMS</u></p><p>The looms and halls of the mill were in both years:</p>"
    )
    notes += f"<table><tr><td colspan=3>{lead_in}</td></tr>{cells}</table>{PROSE}"
    drawn = tree(f"<p><b>PART II</b></p><p><b>Item 8. Financial Statements and Supplementary Data</b></p>{notes}")
    assert [line.strip() for line in drawn.splitlines() if "note" in line] == [
        "note 1: WOOL",
        "note 2: YARN",
        "note 3: MILLS AND LOOMS",
    ]
