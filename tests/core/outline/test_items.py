"""Parts and Items in the shapes that filers use."""

from core.outline.section import Section, SectionKind
from tests.core.outline.drawn import draw, sections, tree_of

PROSE = "The mill spins cotton and wool for weavers in four states, and sells what is left over."


def test_a_contents_page_only_lists_the_items() -> None:
    text = f"""
                         FORM 10-K
                  Hollow Brook Mills, Inc.

                      TABLE OF CONTENTS
PART I
Item 1.   Business ..................................    2
Item 2.   Properties ................................    9
PART II
Item 7A.  Quantitative and Qualitative Disclosures ..   12

PART I

Item 1.   Business

{PROSE}

ITEM 2 -- PROPERTIES

{PROSE}

PART II

Item 7A.
Quantitative and Qualitative Disclosures About
Market Risk

{PROSE}
"""
    assert (
        tree_of(text)
        == """
cover: Cover Page
contents: TABLE OF CONTENTS
part I:
  item 1: Business
  item 2: PROPERTIES
part II:
  item 7A: Quantitative and Qualitative Disclosures About Market Risk
"""
    )


def test_references_and_running_heads_open_no_item() -> None:
    text = f"""
PART I

ITEM 1. BUSINESS

{PROSE} See "Results of
Operations" and Item 8 of this report, and
Item 7 of this report under the heading "Cotton", for more.
Part II, Item 5 of this Form 10-K tells of the market.

ITEM 1. BUSINESS (CONTINUED)

{PROSE}

ITEM 3. LEGAL PROCEEDINGS

None.

PART II

ITEM 5. MARKET FOR REGISTRANT'S COMMON EQUITY AND RELATED STOCKHOLDER
        MATTERS

{PROSE}
"""
    assert (
        tree_of(text)
        == """
part I:
  item 1: BUSINESS
  item 3: LEGAL PROCEEDINGS
part II:
  item 5: MARKET FOR REGISTRANT'S COMMON EQUITY AND RELATED STOCKHOLDER MATTERS
"""
    )


def test_items_told_of_together() -> None:
    text = f"""
PART I

Items 1 and 2.  Business and Properties

{PROSE}

PART III

Item 10, 11, 12 and 13 will be contained in the proxy statement of the
Company, incorporated herein by reference.
"""
    assert (
        tree_of(text)
        == """
part I:
  item 1-2: Business and Properties
part III:
  item 10-13: Directors and Executive Officers; Executive Compensation; Security Ownership; Certain Relationships -> elsewhere
"""
    )


def test_items_that_point_to_the_annual_report() -> None:
    main = """
PART II

Item 6.  Selected Financial Data

The table on page 12 of the annual report to shareholders is incorporated
herein by reference.

Item 8.  Financial Statements and Supplementary Data

See Exhibit 13.2, which is incorporated by reference.
"""
    annual = "ANNUAL REPORT\n\nSelected Financial Data\n\n" + PROSE
    tree = sections(
        ("10-K", main), ("EX-13.1", annual), ("EX-13.2", "FINANCIAL STATEMENTS\n\n" + PROSE), ("EX-27", "<CASH> 1")
    )
    assert (
        draw(tree[:1])
        == """document 10-K: 10-K
  part II:
    item 6: Selected Financial Data -> 2
    item 8: Financial Statements and Supplementary Data -> 3
"""
    )
    assert [(each.id, each.number, len(each.children)) for each in tree[1:]] == [
        ("doc-2", "EX-13.1", 2),
        ("doc-3", "EX-13.2", 1),
        ("doc-4", "EX-27", 0),
    ]
    assert tree[0].children[0].children[1].id == "doc-1/part-2/item-8"


def test_items_of_a_quarterly_report_stand_in_their_parts() -> None:
    text = f"""
PART I. FINANCIAL INFORMATION

Item 1. Financial Statements

{PROSE}

Item 2. Management's Discussion and Analysis of Financial Condition

{PROSE}

PART II. OTHER INFORMATION

Item 1. Legal Proceedings

None.

Item 6. Exhibits and Reports on Form 8-K

None.
"""
    assert (
        tree_of(text, "10-Q")
        == """
part I: FINANCIAL INFORMATION
  item 1: Financial Statements
  item 2: Management's Discussion and Analysis of Financial Condition
part II: OTHER INFORMATION
  item 1: Legal Proceedings
  item 6: Exhibits and Reports on Form 8-K
"""
    )
    tree = sections(("", text), form="10-Q")
    assert [item.id for part in tree for item in part.children] == [
        "part-1/item-1",
        "part-1/item-2",
        "part-2/item-1",
        "part-2/item-6",
    ]


def test_items_of_current_reports_old_and_new() -> None:
    old = f"Item 5.  Other Events.  On May 3 the mill burned.\n\n{PROSE}\n\nITEM 7.  EXHIBITS\n\nNone.\n"
    new = f"Item 2.02  Results of Operations and Financial Condition\n\n{PROSE}\n\n"
    new += "Item 9.01.  Financial Statements and Exhibits\n\nNone.\n"
    assert tree_of(old, "8-K") == "\nitem 5: Other Events\nitem 7: EXHIBITS\n"
    assert (
        tree_of(new, "8-K")
        == """
item 2.02: Results of Operations and Financial Condition
item 9.01: Financial Statements and Exhibits
"""
    )


def test_an_item_out_of_order_is_one_where_its_number_comes_nowhere_else() -> None:
    text = f"""
ITEM 1.  BUSINESS

{PROSE}

ITEM 3.  LEGAL PROCEEDINGS

{PROSE}

ITEM 2.  PROPERTIES

{PROSE}

ITEM 4.  SUBMISSION OF MATTERS TO A VOTE OF SECURITY HOLDERS

None.
"""
    numbers = [section.number for section in sections(("", text)) if section.number]
    assert numbers == ["1", "3", "2", "4"]


def numbers_of(text: str, form: str = "10-K") -> list[str]:
    """Parts and Items in a line: the number of a Part with a colon behind it."""
    found: list[str] = []

    def look(tree: tuple[Section, ...]) -> None:
        for section in tree:
            if section.kind in (SectionKind.PART, SectionKind.ITEM):
                found.append(f"{section.number}{':' * (section.kind is SectionKind.PART)}")
            look(section.children)

    look(sections(("", text), form=form))
    return found


def items_text(*headings: str) -> str:
    """Headings with a paragraph below each."""
    text = "\n".join([PROSE] * 6)
    return "\n\n".join(f"{heading}\n\n{text}" for heading in headings)


def test_a_part_that_only_the_contents_name_begins_with_its_first_item() -> None:
    listing = "PART I\nItem 1.  Business .......... 2\nItem 3.  Legal Proceedings .......... 4\n"
    listing += "PART II\nItem 7.  Management's Discussion .......... 9\n"
    body = items_text("Item 1. Business", "Item 3. Legal Proceedings")
    rest = items_text("PART II\n\nItem 7. Management's Discussion")
    assert numbers_of(f"{listing}\n\n{body}\n\n{rest}") == ["I:", "1", "3", "II:", "7"]
    assert numbers_of(f"{body}\n\n{rest}") == ["1", "3", "II:", "7"]


def test_the_titles_of_items_tell_where_part_two_of_a_quarterly_report_begins() -> None:
    text = items_text(
        "PART I. FINANCIAL INFORMATION\n\nItem 1. Financial Statements", "Item 2. Management's Discussion",
        "Item 1. Legal Proceedings", "Item 1A. Risk Factors", "PART II. OTHER INFORMATION\n\nItem 6. Exhibits",
    )  # fmt: skip
    assert numbers_of(text, "10-Q") == ["I:", "1", "2", "II:", "1", "1A", "6"]
    part = next(section for section in sections(("", text), form="10-Q") if section.number == "II")
    assert (part.title, part.heading.start, part.heading.end) == (
        "OTHER INFORMATION",
        part.span.start,
        part.span.start,
    )


def test_a_list_of_items_that_opens_a_part_holds_none_of_them() -> None:
    names = ["Item 1. Business", "Item 2. Properties", "Item 3. Legal Proceedings"]
    opener = "PART I\n\n" + "\n\n".join(names)
    tree = sections(("", f"{opener}\n\n{items_text(*names)}\n\n{items_text('PART II', 'Item 5. Market for Shares')}"))
    lengths = [item.span.end - item.span.start for part in tree for item in part.children if item.kind == "item"]
    assert len(lengths) == 4
    assert min(lengths) > len(PROSE)


def test_items_that_only_stand_below_each_other_are_kept() -> None:
    text = "PART I\n\nItem 1. Business\n\nItem 2. Properties\n\nItem 3. Legal Proceedings\n\n" + PROSE
    assert numbers_of(text) == ["I:", "1", "2", "3"]


def test_a_running_head_begins_no_item_again() -> None:
    text = items_text("Item 1. Business", "Item 2. Properties", "ITEM 2. PROPERTIES", "Item 3. Legal Proceedings")
    tree = sections(("", text))
    assert [section.title for section in tree] == ["Business", "Properties", "Legal Proceedings"]


def test_two_items_in_one_heading() -> None:
    text = items_text("Item 1. Business and Item 2. Properties", "Item 3. Legal Proceedings")
    assert [(section.number, section.title) for section in sections(("", text))][:1] == [
        ("1-2", "Business and Properties")
    ]
    reference = items_text("Item 1. Business", "Item 3. See above and Item 8. Financial Statements")
    assert numbers_of(reference) == ["1", "3"]


def test_a_letter_belongs_to_the_number_where_the_form_says_so() -> None:
    assert numbers_of(items_text("Item 1Business", "Item 1ARisk Factors", "Item 1BUNRESOLVED STAFF COMMENTS")) == [
        "1",
        "1A",
        "1B",
    ]


def test_part_and_item_in_one_heading_are_both() -> None:
    text = items_text("PART I, Item 1. Business", "PART I, Item 2. Properties", "PART II - ITEM 5. MARKET FOR SHARES")
    tree = sections(("", text))
    assert [(part.number, [item.number for item in part.children]) for part in tree] == [
        ("I", ["1", "2"]),
        ("II", ["5"]),
    ]
    item = tree[0].children[0]
    assert text[item.heading.start : item.heading.end] == "Item 1. Business"
    assert text[tree[0].heading.start : tree[0].heading.end] == "PART I"
    assert numbers_of(f"{text}\n\nPart II, Item 7 of this report tells more, as does the rest of it.") == [
        "I:", "1", "2", "II:", "5",
    ]  # fmt: skip


def test_an_item_behind_a_rule_begins_behind_it() -> None:
    text = f"{'-' * 30}Item 5.01 Changes in Control of Registrant\n\n{PROSE}\n\n{items_text('Item 8.01 Other Events')}"
    tree = sections(("", text), form="8-K")
    found = [section for section in tree if section.kind is SectionKind.ITEM]
    assert [section.number for section in found] == ["5.01", "8.01"]
    assert text[found[0].span.start :].startswith("Item 5.01")


def test_letters_set_apart_are_words() -> None:
    text = items_text("P A R T  I\n\nI T E M  1.  B U S I N E S S", "I T E M 3. L E G A L P R O C E E D I N G S")
    tree = sections(("", text))
    assert [(item.number, item.title) for item in tree[0].children] == [("1", "BUSINESS"), ("3", "LEGAL PROCEEDINGS")]


def test_contents_may_name_items_that_the_text_lacks() -> None:
    entries = [("1", "Business"), ("2", "Properties"), ("3", "Legal Proceedings"), ("10", "Directors")]
    listing = "\n".join(f"Item {number}.  {title} .......... {number}" for number, title in entries)
    body = items_text("PART I\n\nItem 1. Business", "Item 2. Properties", "Item 3. Legal Proceedings")
    tree = sections(("", f"CONTENTS\n\n{listing}\n\n{body}"))
    assert [section.kind.value for section in tree] == ["contents", "part"]
    assert [item.number for item in tree[1].children] == ["1", "2", "3"]


def test_a_statement_below_an_item_without_a_title_is_not_its_title() -> None:
    text = f"""
PART II

Item 7.  Management's Discussion

{PROSE}

Item 8.

CONSOLIDATED BALANCE SHEETS

                       2003      2002
Cash                  1,200     1,100
Land                  2,000     2,000
Total assets          3,200     3,100

Item 9.  Changes in and Disagreements with Accountants

None.
"""
    assert "item 8: Financial Statements and Supplementary Data\n    statement: CONSOLIDATED" in tree_of(text)
