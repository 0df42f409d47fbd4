"""Items that stand elsewhere: in another document, wholly or in part, or in another place of the same one."""

import pytest

from core.outline.incorporated import INCORPORATED, Answer, footnote_of
from core.outline.section import Extent, Section, SectionKind
from tests.core.outline.drawn import sections

TEXT = "\n".join(["The mill spins cotton and wool for weavers in four states, and sells what is left over."] * 6)
POINTS = "The information required by this Item is incorporated by reference to the proxy statement."


def items(text: str, form: str = "10-K") -> dict[str, Section]:
    """The Items of a report by number."""
    found: dict[str, Section] = {}

    def look(tree: tuple[Section, ...]) -> None:
        for section in tree:
            if section.kind is SectionKind.ITEM:
                found[section.number or ""] = section
            look(section.children)

    look(sections(("", text), form=form))
    return found


@pytest.mark.parametrize(
    ("body", "footnote", "extent"),
    [
        (POINTS, "", Extent.WHOLE),
        (f"{TEXT} {POINTS} {TEXT}", "", Extent.PART),
        ("", f"* {POINTS}", Extent.WHOLE),
        (TEXT, POINTS, Extent.PART),
        (TEXT, "", None),
        ("None.", "Amounts in thousands.", None),
        (f"{TEXT} Exhibits required by Item 601 are incorporated by reference to earlier reports.", "", None),
        (f"{TEXT} The rent is set by reference to the price of cotton.", "", None),
    ],
)
def test_how_much_stands_elsewhere(body: str, footnote: str, extent: Extent | None) -> None:
    verdict = INCORPORATED.first(Answer(body, footnote))
    assert (verdict.decided if verdict else None) is extent


def test_a_footnote_is_found_by_its_mark() -> None:
    text = "Item 11. Pay**\n\nWords.\n\n* Another.\n\n** It stands in the\n   proxy statement.\n\nMore."
    assert footnote_of(text, 0, 14).split() == ["It", "stands", "in", "the", "proxy", "statement."]
    assert footnote_of(text, 0, 12) == ""


def test_items_marked_with_an_asterisk() -> None:
    names = [
        "Item 10. Directors and Executive Officers*",
        "Item 11. Executive Compensation*",
        "Item 12. Security Ownership",
    ]
    text = "PART III\n\n" + "\n\n".join(names) + f"\n\n{TEXT}\n\n* Incorporated by reference to the proxy statement.\n"
    found = items(text)
    assert {number: item.incorporated for number, item in found.items()} == {"10": True, "11": True, "12": False}
    verdict = found["10"].extent
    assert verdict is not None
    assert verdict.clues[0].rule == "incorporated/footnote-points"


def test_a_part_of_an_item_is_said_and_its_text_kept() -> None:
    text = f"Item 10. Directors and Executive Officers\n\nEXECUTIVE OFFICERS\n\n{TEXT}\n\n{POINTS}\n\n{TEXT}\n\n"
    item = items(f"{text}Item 11. Executive Compensation\n\n{POINTS}\n")["10"]
    assert not item.incorporated
    assert item.extent is not None
    assert item.extent.decided is Extent.PART
    assert [child.title for child in item.children] == ["EXECUTIVE OFFICERS"]


SENTENCE = """PART III

What Part III asks for (Item 10, Directors, Item 11, Compensation, Item 12, Ownership, and Item 13,
Relationships) is incorporated by reference to the proxy statement.

PART IV
"""


def test_a_sentence_may_name_the_items_of_a_part() -> None:
    exhibits = f"\n\nItem 15. Exhibits\n\n{TEXT}"
    found = items(f"PART I\n\nItem 1. Business\n\n{TEXT}\n\n{SENTENCE}{exhibits}")
    assert list(found) == ["1", "10-13", "15"]
    assert found["10-13"].incorporated
    told = SENTENCE.replace("is incorporated by reference to", "differs from what is said in")
    assert list(
        items(f"PART I\n\nItem 1. Business\n\n{TEXT}\n\n{told.replace('proxy statement', 'mill')}{exhibits}")
    ) == [
        "1",
        "15",
    ]


def test_a_section_that_items_point_to_ends_the_last_of_them() -> None:
    text = f"""Item 7. Management's Discussion

Reference is made to the Mill Review section of this report.

Item 15. Exhibits

None.

MILL REVIEW

{TEXT}

SPINDLES

{TEXT}
"""
    found = items(text)
    tree = sections(("", text))
    assert found["7"].refers_in == "mill-review"
    assert found["15"].children == ()
    assert [section.title for section in tree][-2:] == ["Exhibits", "MILL REVIEW"]


def test_a_heading_that_no_item_points_to_stays_where_it_is() -> None:
    text = f"Item 7. Management's Discussion\n\nNone.\n\nItem 15. Exhibits\n\nNone.\n\nMILL REVIEW\n\n{TEXT}\n"
    found = items(text)
    assert [child.title for child in found["15"].children] == ["MILL REVIEW"]
    assert found["7"].refers_in is None
