"""Statements, schedules, signatures, exhibit indexes, press releases, agreements: told by their titles."""

from tests.core.outline.drawn import draw, sections, tree_of

PROSE = "The mill spins cotton and wool for weavers in four states, and sells what is left over."
ROWS = "\n".join(
    f"{name:<40}{amount:>10,}{amount * 2:>12,}"
    for name, amount in zip("abcdefgh", range(1000, 9000, 1000), strict=True)
)


def test_statements_stand_above_figures_and_not_in_lists() -> None:
    text = f"""
Item 8.  Financial Statements and Supplementary Data

     Consolidated Balance Sheets
     Consolidated Statements of Income

                     Report of Independent Auditors

{PROSE}

                        Hollow Brook Mills, Inc.
                      Consolidated Balance Sheets

                                              2003        2002
{ROWS}
                                     - 2 -

                        Hollow Brook Mills, Inc.
                Consolidated Balance Sheets (continued)

                                              2003        2002
{ROWS}
                                     - 3 -

                   Consolidated Statements of Income

                                              2003        2002
{ROWS}

Schedule II - Valuation and Qualifying Accounts

                                              2003        2002
{ROWS}
"""
    assert (
        tree_of(text)
        == """
item 8: Financial Statements and Supplementary Data
  heading: Report of Independent Auditors
  statement: Consolidated Balance Sheets
  statement: Consolidated Statements of Income
  schedule II: Valuation and Qualifying Accounts
"""
    )


def test_signatures_and_exhibit_index() -> None:
    text = f"""
PART IV

Item 14.  Exhibits, Financial Statement Schedules, and Reports on Form 8-K

{PROSE}

                               SIGNATURES

Pursuant to the requirements of Section 13 of the Securities Exchange Act,
the registrant has signed this report.

/s/ A. Weaver

                             EXHIBIT INDEX

 3.1    Articles of Incorporation                    Form 10-K for 1990
        of the Company                               and its amendments
10(a)   Lease of the mill
23      Consent of auditors
"""
    assert (
        tree_of(text)
        == """
part IV:
  item 14: Exhibits, Financial Statement Schedules, and Reports on Form 8-K
signatures: SIGNATURES
exhibit_index: EXHIBIT INDEX
  heading 3.1: Articles of Incorporation of the Company
  heading 10(a): Lease of the mill
  heading 23: Consent of auditors
"""
    )


def test_signatures_without_a_title() -> None:
    text = f"""
Item 15.  Exhibits

{PROSE}

Pursuant to the requirements of Section 13 or 15(d) of the Securities
Exchange Act of 1934, the registrant has signed this report.
"""
    assert tree_of(text) == "\nitem 15: Exhibits\nsignatures: Signatures\n"


def test_headings_set_in_different_ways() -> None:
    text = f"""
Item 1.  Business

                                GENERAL

{PROSE}

Spinning
- --------

{PROSE}

Weaving and Dyeing

{PROSE}

                                 OTHER

{PROSE}
"""
    assert (
        tree_of(text)
        == """
item 1: Business
  heading: GENERAL
    heading: Spinning
      heading: Weaving and Dyeing
  heading: OTHER
"""
    )


def test_a_press_release_by_its_headline() -> None:
    text = f"""
Exhibit 99.1

                             PRESS RELEASE

                                   Contact: A. Weaver
                                   Phone: (555) 555-0100

(BW) (NY-HOLLOW-BROOK)(NASDAQ:HBMI)  HOLLOW BROOK MILLS
REPORTS A GOOD YEAR

BUSINESS EDITOR:

HOLLOW BROOK, N.Y. (BUSINESS WIRE) On March 19 the mill reported a good
year. {PROSE}

Safe Harbor Statement

{PROSE}
"""
    assert (
        tree_of(text, "EX-99.1")
        == """
heading: HOLLOW BROOK MILLS REPORTS A GOOD YEAR
  heading: Safe Harbor Statement
"""
    )


def test_an_agreement_by_its_articles_and_sections() -> None:
    articles = f"ARTICLE I\n\nDEFINITIONS\n\n{PROSE}\n\n"
    articles += f"Section 1.1  Terms.  The mill is called\nthe mill.\n\nARTICLE II\n\nTHE LEASE\n\n{PROSE}\n"
    numbered = f"1.  Purpose.\n\n{PROSE}\n\n2.  Term.\n\n{PROSE}\n\n3.  Rent and Other Payments.\n\n{PROSE}\n"
    tree = sections(("EX-10.1", articles), ("EX-10.2", numbered))
    assert (
        draw(tree)
        == """document EX-10.1: EX-10.1
  heading I: DEFINITIONS
    heading 1.1: Terms
  heading II: THE LEASE
document EX-10.2: EX-10.2
  heading 1: Purpose
  heading 2: Term
  heading 3: Rent and Other Payments
"""
    )


def test_statements_named_by_a_word_or_two_alone() -> None:
    text = """
Consolidated Financial Statements (millions of dollars)
Income
<TABLE>
<CAPTION>
                                        1998        1997
Net revenues                           8,460       9,750
Costs                                  8,061       9,135
Interest on loans                         75          94
Provision for income taxes               210         411
Net income                               114         110
</TABLE>

Consolidated Financial Statements (millions of dollars)
Cash Flows
<TABLE>
<CAPTION>
                                        1998        1997
Cash flows from operating activities   1,251       1,843
Additions to property                 (1,031)     (1,238)
Cash flows from investing activities    (980)     (1,014)
Dividends paid                          (133)       (131)
Cash flows from financing activities    (421)       (255)
</TABLE>

Cash Flows

The mill spins cotton and wool for weavers in four states, and sells what is left over.
"""
    drawn = draw(sections(("10-K", "Item 1.  Business\n"), ("EX-13", text)))
    assert [line.strip() for line in drawn.splitlines() if "statement" in line] == [
        "statement: Income",
        "statement: Cash Flows",
    ]


def test_a_schedule_is_where_its_table_is() -> None:
    text = """
Item 14.  Exhibits, Financial Statement Schedules and Reports on Form 8-K

     Schedule II - Valuation and Qualifying Accounts

SCHEDULE II

VALUATION AND QUALIFYING ACCOUNTS

                                        1998        1997
Balance at beginning of year           8,460       9,750
Additions                                 61          35
Balance at end of year                 8,521       9,785
"""
    found = [each for item in sections(("", text)) for each in item.children if each.kind.value == "schedule"]
    assert [(each.number, each.title) for each in found] == [("II", "VALUATION AND QUALIFYING ACCOUNTS")]
    assert found[0].heading.start == text.index("SCHEDULE II\n")


def test_notes_below_an_exhibit_index_are_no_exhibits() -> None:
    text = """
Item 1.  Business

SIGNATURES

Pursuant to the requirements of Section 13 the mill has signed this report.

INDEX TO EXHIBITS

3.1   Certificate of incorporation (1)
10.1  Lease of the weaving shed (2)

(1)  Incorporated by reference to the annual report for 1994.
(2)  Previously  filed as an exhibit to the report for 1995.
"""
    index = next(each for each in sections(("", text)) if each.kind.value == "exhibit_index")
    assert [each.number for each in index.children] == ["3.1", "10.1"]


def test_a_report_may_be_signed_without_a_title() -> None:
    signed = "Pursuant to the requirements of the Securities Exchange Act of 1934,\nit is signed.\n"
    text = f"Item 1. Business\n\nThe mill spins.\n\n{signed}"
    assert [section.kind.value for section in sections(("", text))] == ["item", "signatures"]
