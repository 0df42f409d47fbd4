"""Notes in the shapes that filers use, told from numbered lists by their sequence."""

import pytest

from core.outline.section import SectionKind
from core.places import walk
from tests.core.outline.drawn import sections, tree_of

PROSE = "The mill spins cotton and wool for weavers in four states, and sells what is left over."
START = f"""
Item 8.  Financial Statements and Supplementary Data

{PROSE}

NOTES TO CONSOLIDATED FINANCIAL STATEMENTS

"""
END = f"""

{PROSE}

Item 9.  Changes in and Disagreements with Accountants

None.
"""


def notes_in(text: str) -> list[str]:
    """The notes of a made-up Item 8, as drawn."""
    return [line.strip() for line in tree_of(START + text + END).splitlines() if line.strip().startswith("note")]


@pytest.mark.parametrize(
    ("first", "second", "number"),
    [
        ("1. Accounting Policies", "2. Inventories", "12"),
        ("NOTE 1 - ACCOUNTING POLICIES", "NOTE 2 - INVENTORIES", "12"),
        ("NOTE 1--ACCOUNTING POLICIES", "NOTE 2--INVENTORIES", "12"),
        ("Note 1:  Accounting Policies", "Note 2:  Inventories", "12"),
        ("(1) ACCOUNTING POLICIES", "(2) INVENTORIES", "12"),
        ("1  Accounting Policies", "2  Inventories", "12"),
        ("NOTE A - Accounting Policies", "NOTE B - Inventories", "AB"),
        ("A. Accounting Policies", "B. Inventories", "AB"),
        ("A  Accounting Policies", "B  Inventories", "AB"),
        ("NOTE 1\nACCOUNTING POLICIES", "NOTE 2\nINVENTORIES", "12"),
        ("NOTE ONE - ACCOUNTING POLICIES", "NOTE TWO - INVENTORIES", "12"),
        ("NOTE I - ACCOUNTING POLICIES", "NOTE II - INVENTORIES", "12"),
        ("I. Accounting Policies", "II. Inventories", "12"),
        ("1.ACCOUNTING POLICIES", "2.INVENTORIES", "12"),
        ("1 . Accounting Policies", "2 . Inventories", "12"),
    ],
)
def test_every_shape(first: str, second: str, number: str) -> None:
    policies, inventories = (
        ("ACCOUNTING POLICIES", "INVENTORIES") if "INVENT" in second else ("Accounting Policies", "Inventories")
    )
    assert notes_in(f"{first}\n\n{PROSE}\n\n{second}\n\n{PROSE}") == [
        f"note {number[0]}: {policies}",
        f"note {number[1]}: {inventories}",
    ]


def test_lists_and_later_pages_are_no_notes() -> None:
    text = f"""1. Summary of Significant Accounting Policies

The Company holds to these rules:

1. Cotton is carried at cost, which the board has set, and is never
   written up.
2. Wool is carried at market.

{PROSE}
                                     - 28 -


1. Summary of Significant Accounting Policies (continued)

Wool

{PROSE}

2. Inventories

{PROSE}

3. Long-Term Debt and the Lines of Credit That the Company Has Drawn
   Upon

{PROSE}"""
    assert notes_in(text) == [
        "note 1: Summary of Significant Accounting Policies",
        "note 2: Inventories",
        "note 3: Long-Term Debt and the Lines of Credit That the Company Has Drawn Upon",
    ]


def test_headings_inside_a_note_are_its_children() -> None:
    text = f"1. Accounting Policies\n\nCash\n\n{PROSE}\n\nInventories\n\n{PROSE}\n\n2. Debt\n\n{PROSE}"
    assert (
        tree_of(START + text + END)
        == """
item 8: Financial Statements and Supplementary Data
  heading: NOTES TO CONSOLIDATED FINANCIAL STATEMENTS
  note 1: Accounting Policies
    heading: Cash
    heading: Inventories
  note 2: Debt
item 9: Changes in and Disagreements with Accountants
"""
    )


def test_notes_without_numbers() -> None:
    text = f"ACCOUNTING POLICIES\n\n{PROSE}\n\nCASH AND WOOL\n\n{PROSE}\n\nCONTINGENCIES\n\n{PROSE}"
    assert notes_in(text) == ["note: ACCOUNTING POLICIES", "note: CASH AND WOOL", "note: CONTINGENCIES"]


def test_notes_without_titles_are_named_by_their_first_words() -> None:
    text = (
        f"1. The interim information is unaudited, and the mill's year ends\nin June.\n\n2. {PROSE}\n\n3. Wool. {PROSE}"
    )
    assert notes_in(text) == [
        "note 1: The interim information is unaudited, and the mill's year ...",
        "note 2: The mill spins cotton and wool for weavers in four states ...",
        "note 3: Wool",
    ]


def test_lettered_paragraphs_without_titles_are_notes() -> None:
    text = f"""Note A - {PROSE}
         It has done so for a hundred years.

Note B - The board declared a dividend in the fourth quarter, of one bale of
         wool a share.
"""
    assert notes_in(text) == [
        "note A: The mill spins cotton and wool for weavers in four states ...",
        "note B: The board declared a dividend in the fourth quarter, of one ...",
    ]


def test_a_chapter_below_the_title_of_notes_is_no_note() -> None:
    text = f"MANAGEMENT'S DISCUSSION AND ANALYSIS\n\nWOOL\n\n{PROSE}\n\nYARN\n\n{PROSE}"
    assert notes_in(text) == []


def test_a_note_after_a_gap_says_so() -> None:
    text = f"NOTE 1 - CASH\n\n{PROSE}\n\nNOTE 2 - WOOL\n\n{PROSE}\n\nNOTE 4 - DEBT\n\n{PROSE}"
    notes = [each for each in walk(sections(("", START + text + END))) if each.kind is SectionKind.NOTE]
    left_out = ["note/number-left-out" in [clue.rule for clue in each.verdict.clues] for each in notes if each.verdict]
    assert left_out == [False, False, True]


def test_entries_of_a_list_do_not_go_on_with_the_notes() -> None:
    listed = "\n\n".join(f"{number}. {wool}" for number, wool in enumerate(("Cotton", "Wool", "Flax", "Silk"), 1))
    text = f"1. Accounting Policies\n\n{PROSE}\n\n2. Inventories\n\n{PROSE}\n\n{listed}\n\n{PROSE}"
    assert notes_in(text) == ["note 1: Accounting Policies", "note 2: Inventories"]


def test_remarks_to_a_table_are_no_notes() -> None:
    heads = "".join(
        f"{head}\n\n{PROSE}\n{PROSE}\n\n{PROSE}\n\n" for head in ("POLICIES", "WOOL", "YARN", "LOOMS", "DEBT")
    )
    remarks = "(1) The mill has bought them in the year that is told of here.\n\n(2) They were sold.\n"
    assert notes_in(heads + remarks) == [
        "note: POLICIES", "note: WOOL", "note: YARN", "note: LOOMS", "note: DEBT",
    ]  # fmt: skip


def test_a_number_left_out_does_not_end_the_notes() -> None:
    text = f"NOTE 1 - CASH\n\n{PROSE}\n\nNOTE 2 - WOOL\n\n{PROSE}\n\nNOTE 4 - DEBT\n\n{PROSE}"
    assert notes_in(text) == ["note 1: CASH", "note 2: WOOL", "note 4: DEBT"]


def test_a_note_that_begins_with_a_year_and_one_whose_text_runs_on() -> None:
    text = f"""1  Accounting Policies

{PROSE}

2  1993 Special Charges, Net

{PROSE}

3  Land and Buildings, Net The components of land and buildings are these:

{PROSE}

4  Litigation

{PROSE}"""
    assert notes_in(text) == [
        "note 1: Accounting Policies",
        "note 2: 1993 Special Charges, Net",
        "note 3: Land and Buildings, Net",
        "note 4: Litigation",
    ]


def test_a_paragraph_stands_for_the_note_left_out_between_titles() -> None:
    text = f"""1. Accounting Policies

{PROSE}

2. Interest expense totaled $6 million and $5 million for the years, and the
mill had no other expense that is told of here.

3. Litigation

{PROSE}"""
    assert notes_in(text)[1:] == [
        "note 2: Interest expense totaled $6 million and $5 million for the ...",
        "note 3: Litigation",
    ]


def test_lists_of_an_item_on_exhibits_are_no_notes() -> None:
    text = f"""
Item 14.  Exhibits, Financial Statement Schedules and Reports on Form 8-K

(a)  The following are filed with this report:

     (1)  See the list on page 20.

          Notes to Financial Statements

     (2)  Financial Statement Schedules

          {PROSE}

     (3)  Exhibits

          {PROSE}
"""
    assert "note" not in tree_of(START + PROSE + "\n" + text)


def test_parts_of_notes_set_like_the_notes_are_inside_them() -> None:
    notes = [
        "Summary of Significant Accounting Policies",
        "Revenue Recognition",
        "Reclassifications",
        "Income Taxes",
        "Common Stock",
        "Stock Option Plans",
        "Stock Repurchase Programs",
        "Employee Savings Plan",
        "Segment Information",
        "Segment Net Revenues",
    ]
    stacked = {"Summary of Significant Accounting Policies", "Common Stock"}
    text = "\n\n".join(note if note in stacked else f"{note}\n\n{PROSE}" for note in notes)
    drawn = tree_of(START + text + END).splitlines()
    found = [
        line.strip() for line in drawn if line.strip().startswith(("note: ", "heading: ")) and "NOTES TO" not in line
    ]
    assert found == [
        "note: Summary of Significant Accounting Policies",
        "heading: Revenue Recognition",
        "heading: Reclassifications",
        "note: Income Taxes",
        "note: Common Stock",
        "heading: Stock Option Plans",
        "heading: Stock Repurchase Programs",
        "note: Employee Savings Plan",
        "note: Segment Information",
        "heading: Segment Net Revenues",
    ]


def test_a_running_head_above_a_list_begins_no_set() -> None:
    first = "".join(f"{at}. {head}\n\n{PROSE}\n\n" for at, head in enumerate(("Policies", "Inventories", "Taxes"), 1))
    running = f"NOTES TO CONSOLIDATED FINANCIAL STATEMENTS\n\n{PROSE}\n\n1. Wool of Sheep\n\n{PROSE}\n\n"
    after = "".join(f"{at}. {head}\n\n{PROSE}\n\n" for at, head in enumerate(("Leases", "Debt", "Segments"), 4))
    assert [note.split(":")[0] for note in notes_in(first + running + after)] == [f"note {at}" for at in range(1, 7)]


def test_notes_that_are_numbered_anew_are_a_set_of_their_own() -> None:
    notes = "".join(f"{at}. {head}\n\n{PROSE}\n\n" for at, head in enumerate(("Policies", "Inventories", "Taxes"), 1))
    again = f"NOTES TO FINANCIAL STATEMENTS OF THE LOOM\n\n{notes}"
    title = "NOTES TO CONSOLIDATED FINANCIAL STATEMENTS\n\n"
    found = [note.split(":")[0] for note in notes_in(notes + title + again.partition("\n\n")[2])]
    assert found == ["note 1", "note 2", "note 3"] * 2


def test_a_title_ends_before_a_few_words_of_text_on_its_line() -> None:
    text = f"""
Item 8.  Financial Statements

NOTES TO FINANCIAL STATEMENTS

Note 1 - Inventories. Stated at cost.

{PROSE}

Note 2 - Taxes

{PROSE}
"""
    assert "note 1: Inventories\n" in tree_of(text)
