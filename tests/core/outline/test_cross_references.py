"""Items that point to another place of the same document, and where that ends the last of them."""

import pytest

from core.outline.section import Section
from tests.core.outline.drawn import sections

REPORT = """
PART II

ITEM 7.  MANAGEMENT'S DISCUSSION AND ANALYSIS OF FINANCIAL CONDITION

{seven}

ITEM 8.  FINANCIAL STATEMENTS AND SUPPLEMENTARY DATA

See the Financial Section, which is included elsewhere in this report.

PART III

ITEM 10.  DIRECTORS AND EXECUTIVE OFFICERS

The directors are the owners of the mill, and nobody else is one of them.

REVIEW OF THE YEAR

The mill spun more wool than in any year before, and sold all of it abroad.

FINANCIAL SECTION

The statements of the mill stand here, and have been looked through by others.
"""


def every(tree: tuple[Section, ...]) -> dict[str, Section]:
    """The sections of a tree by their ids."""
    return {one.id: one for section in tree for one in (section, *every(section.children).values())}


def pointed(seven: str) -> dict[str, str]:
    """Which Item points to which section."""
    found = every(sections(("", REPORT.format(seven=seven))))
    return {one.number or "": found[one.refers_in].title for one in found.values() if one.refers_in is not None}


def test_items_that_name_a_heading_of_the_same_document() -> None:
    said = 'The information is set forth under "Review of the Year" on a later page of this report.'
    assert pointed(said) == {"7": "REVIEW OF THE YEAR", "8": "FINANCIAL SECTION"}


@pytest.mark.parametrize(
    "said",
    [
        "Sales rose, as is found in the Review of the Year of this report. " * 20,  # it says more than where it stands
        'It is incorporated by reference to "Review of the Year" in Exhibit 13.',  # another document
        "The Review of the Year has nothing of it.",  # it does not send the reader there
        'It is set forth under "Summary of the Year" of this report.',  # no such heading
    ],
)
def test_what_points_to_no_heading(said: str) -> None:
    assert pointed(said) == {"8": "FINANCIAL SECTION"}


def test_the_first_heading_that_is_pointed_to_ends_the_last_item() -> None:
    found = every(sections(("", REPORT.format(seven='It is set forth under "Review of the Year" below.'))))
    item, review = found["part-3/item-10"], found["part-3/review-of-the-year"]
    assert item.span.end == review.span.start
    alone = REPORT.format(seven="Sales rose.").replace("See the Financial Section", "The Financial Section")
    inside = every(sections(("", alone)))
    assert inside["part-3/item-10"].span.end == len(alone)
