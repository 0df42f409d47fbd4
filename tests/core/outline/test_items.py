"""Parts and Items in the shapes that filers use."""

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


def test_an_item_out_of_order_is_left_to_its_neighbours() -> None:
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
    assert numbers in (["1", "3", "4"], ["1", "2", "4"])
