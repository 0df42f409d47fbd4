"""The outline of real filings held against lists written by hand from the filings."""

import pytest

from core.document.plain import lay_out
from core.outline.build import outline
from core.outline.section import Section
from core.read.filing import Filing, Format
from core.read.submission import read
from tests.filings_dir import FILINGS, PRESS_RELEASE, SEED, needs_filings

pytestmark = [needs_filings, pytest.mark.filings]

ITEMS = """
part-1/item-1 91 Description of Business
part-1/item-2 388 Description of Property
part-1/item-3 443 Legal Proceedings
part-1/item-4 475 Submission of Matters to a Vote of Security Holders
part-2/item-5 488 Market for Common Equity and Related Stockholder Matters
part-2/item-6 543 Selected Financial Data
part-2/item-7 609 Management's Discussion and Analysis of Financial Condition and Results of Operations
part-2/item-7a 1145 Quantitative and Qualitative Disclosures About Market Risk
part-2/item-8 1186 Financial Statements and Supplementary Data
part-2/item-9 2570 Changes In and Disagreements With Accountants on Accounting and Financial Disclosure
part-2/item-9a 2575 Controls and Procedures
part-3/item-10-14 2589 Directors and Executive Officers; Executive Compensation
part-3/item-15 2593 Exhibits, Financial Statement Schedules and Reports on Form 8-K
"""
NOTES = """
1566 Basis of Presentation
1581 Summary of Significant Accounting Policies
1791 Inventories
1812 Debt
1868 Operating Leases
1882 Income Taxes
2005 Pension and Other Postretirement Benefits
2168 Capital Stock
2174 Stock Options
2241 Shareholder Rights Plan
2275 Earnings Per Share
2308 Accumulated Other Comprehensive Loss
2333 Geographic and Customer Concentration Data
2386 Quarterly Results of Operations (Unaudited)
2441 Related Parties
2459 Contingencies
"""
STATEMENTS = """
1249 Consolidated Balance Sheets
1361 Consolidated Statements of Income
1418 Consolidated Statements of Stockholders' Equity
1492 Consolidated Statements of Cash Flows
"""
OTHERS = {
    "WMT_10-K_19990131_0000104169-99-000002.txt": """
1 Summary of Significant Accounting Policies
2 Defined Contribution Plans
3 Commercial Paper and Long-term Debt
4 Financial Instruments
5 Income Taxes
6 Acquisitions
7 Stock Option Plans
8 Long-term Lease Obligations
9 Segments
10 Quarterly Financial Data (unaudited)
""",
    "NVDA_10-K405_19990131_0000929624-99-000772.txt": """
1 Organization and Significant Accounting Policies
2 Balance Sheet Components
3 Stockholders' Equity
4 Financial Arrangements, Commitments and Contingencies
5 Income Taxes
6 Development Agreements
7 Risk and Uncertainties
8 Quarterly Summary (Unaudited)
9 Subsequent Events
""",
    "EMC_10-K_19991231_0000912057-00-012165.txt": """
A SUMMARY OF SIGNIFICANT ACCOUNTING POLICIES
B ACQUISITIONS
C RESTRUCTURING, MERGER AND OTHER CHARGES
D DERIVATIVES
E FAIR VALUE OF FINANCIAL INSTRUMENTS
F INVENTORIES
G NOTES RECEIVABLE
H PROPERTY, PLANT AND EQUIPMENT
I ACCRUED EXPENSES
J INCOME TAXES
K RETIREMENT PLANS AND RETIREE MEDICAL BENEFITS
L COMMITMENTS AND LONG-TERM OBLIGATIONS
M STOCKHOLDERS' EQUITY
N LITIGATION
O RISKS AND UNCERTAINTIES
P SEGMENT INFORMATION
Q SELECTED QUARTERLY FINANCIAL DATA (UNAUDITED)
R SUBSEQUENT EVENTS (UNAUDITED)
""",
    "DELL_10-K_19990129_0000950134-99-003281.txt": """
1 DESCRIPTION OF BUSINESS AND SUMMARY OF SIGNIFICANT ACCOUNTING POLICIES
2 FINANCIAL INSTRUMENTS
3 INCOME TAXES
4 FINANCING ARRANGEMENTS
5 PREFERRED STOCK
6 COMMON STOCK
7 BENEFIT PLANS
8 PREFERRED SHARE PURCHASE RIGHTS
9 COMMITMENTS, CONTINGENCIES AND CERTAIN CONCENTRATIONS
10 RELATED PARTY TRANSACTIONS
11 SEGMENT INFORMATION
12 SUPPLEMENTAL CONSOLIDATED FINANCIAL INFORMATION
13 UNAUDITED QUARTERLY RESULTS
""",
    "MSFT_10-K_19950630_0000891020-95-000433.txt": """
None SIGNIFICANT ACCOUNTING POLICIES
None CASH AND SHORT-TERM INVESTMENTS
None PROPERTY, PLANT, AND EQUIPMENT
None INCOME TAXES
None COMMON STOCK
None PUT WARRANTS
None EMPLOYEE STOCK AND SAVINGS PLANS
None LEASES
None THE MICROSOFT NETWORK
None NONCONTINUING ITEMS
None CONTINGENCIES
None INFORMATION BY GEOGRAPHIC AREA
1 THE PLAN
1 DESCRIPTION OF THE PLAN AND SUMMARY OF SIGNIFICANT ACCOUNTING POLICIES
2 INVESTMENTS
3 PARTICIPANT LOANS
4 TAX STATUS
""",
    "WMX_10-K_19931231_0000950131-94-000440.txt": """
1 SUMMARY OF ACCOUNTING POLICIES
2 BUSINESS COMBINATIONS
3 DEBT
4 ENVIRONMENTAL COSTS AND LIABILITIES
5 STOCK OPTIONS
6 CAPITAL STOCK
7 EARNINGS PER SHARE
8 COMMITMENTS AND CONTINGENCIES
9 BENEFIT PLANS
10 COMPANY'S OPERATIONS IN DIFFERENT INDUSTRIES AND GEOGRAPHICAL AREAS
11 SPECIAL GAINS AND SPECIAL CHARGES
12 FAIR VALUE OF FINANCIAL INSTRUMENTS
13 SELECTED QUARTERLY FINANCIAL DATA (UNAUDITED)
""",
}


def outlined(path: object) -> tuple[Filing, list[Section]]:
    """A filing and all its sections, parents first."""
    filing = read(FILINGS / str(path))
    layouts = tuple(lay_out(each.source) if each.format is Format.TEXT else None for each in filing.documents)
    found: list[Section] = []

    def walk(tree: tuple[Section, ...]) -> None:
        for section in tree:
            found.append(section)
            walk(section.children)

    walk(outline(filing, layouts))
    return filing, found


def line(filing: Filing, section: Section) -> int:
    """The line a section's heading stands on."""
    return filing.document(section.document).source.line_of(section.heading.start)


def test_parts_and_items_of_the_seed() -> None:
    filing, found = outlined(SEED)
    items = [f"{each.id} {line(filing, each)} {each.title}" for each in found if each.kind == "item"]
    wanted = ITEMS.strip().splitlines()
    assert [item[: len(want)] for item, want in zip(items, wanted, strict=True)] == wanted
    assert [(each.number, line(filing, each)) for each in found if each.kind == "part"] == [
        ("I", 88),
        ("II", 485),
        ("III", 2586),
    ]
    together = [each for each in found if each.incorporated]
    assert [each.number for each in together] == ["10-14"]
    assert together[0].title.endswith("Compensation; Security Ownership; Certain Relationships; Accountant Fees")


def test_notes_and_statements_of_the_seed() -> None:
    filing, found = outlined(SEED)
    notes = [f"{line(filing, each)} {each.title}" for each in found if each.kind == "note"]
    assert notes == NOTES.strip().splitlines()
    assert [each.number for each in found if each.kind == "note"] == [str(number) for number in range(1, 17)]
    statements = [f"{line(filing, each)} {each.title}" for each in found if each.kind == "statement"]
    assert statements == STATEMENTS.strip().splitlines()


def test_the_rest_of_the_seed() -> None:
    filing, found = outlined(SEED)
    others = [
        (str(each.kind), line(filing, each), each.title) for each in found if each.id in ("signatures", "exhibit-index")
    ]
    assert others == [("signatures", 2684, "Signatures"), ("exhibit_index", 2748, "EXHIBIT INDEX")]
    schedules = [(each.number, each.title) for each in found if each.kind == "schedule"]
    assert schedules == [("II", "Valuation and Qualifying Accounts")]
    headings = {each.title for each in found if each.kind == "heading"}
    assert headings >= {
        "Competition",
        "Raw Materials",
        "Patents",
        "Backlog",
        "Net Sales",
        "Cost of Sales",
        "Contractual Obligations",
        "Report of Independent Auditors",
        "Cash and Cash Equivalents",
        "Stock-Based Compensation",
    }
    entries = [each.number for each in found if each.id.startswith("exhibit-index/")]
    assert len(entries) == 43
    assert [entries[0], entries[8], entries[-1]] == ["3.1", "10.1", "32"]


def test_the_press_release() -> None:
    _, found = outlined(PRESS_RELEASE)
    assert [each.title for each in found] == [
        "AMERICAN LOCKER GROUP INCORPORATED ANNOUNCES RESIGNATION OF A CORPORATE DIRECTOR",
        "Safe Harbor Statement under the Private Securities Litigation Reform Act Of 1995",
    ]


@pytest.mark.parametrize("name", OTHERS)
def test_notes_of_other_shapes(name: str) -> None:
    _, found = outlined(f"text-10k/{name}")
    notes = [f"{each.number} {each.title}" for each in found if each.kind == "note"]
    assert notes == OTHERS[name].strip().splitlines()
