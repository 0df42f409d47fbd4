"""The ways in which filers set the word Item and its number."""

import pytest

from core.outline.item_lines import closed_up, item_line, part_line


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("Item 7A.  Market Risk", "7A", "Market Risk"),
        ("ITEM NO. 3: CLAIMS", "3", "CLAIMS"),
        ("TEM 3. Claims", "3", "Claims"),
        ("Item 9A(T). Controls", "9A(T)", "Controls"),
        ("Item 9A (T). Controls", "9A(T)", "Controls"),
        ("Item 9AT. Controls", "9A(T)", "Controls"),
        ("Item 9A-T. Controls", "9A(T)", "Controls"),
        ("Item 4T. Controls", "4T", "Controls"),
        ("Item 4. The mill", "4", "The mill"),
        ("Items 1 and 2. Business and Properties", "1-2", "Business and Properties"),
        ("ITEM 1. and ITEM 2. BUSINESS", "1-2", "BUSINESS"),
        ("Items 2.02 and 7.01. Results", "2.02-7.01", "Results"),
        ("Item 9.01 Exhibits", "9.01", "Exhibits"),
        ("Item IV. Votes", "4", "Votes"),
        ("Item X. Officers", "X", "Officers"),
        ("Item 1117 of Regulation AB. Claims", "1117", "Claims"),
        ("Item 1114(b)(2) of Regulation AB, Support", "1114(b)(2)", ", Support"),
        ("I T E M  1 A.  R I S K S", "1A", "RISKS"),
        ("Item 7.   Looms   Pages 8-23", "7", "Looms"),
    ],
)
def test_numbers(text: str, number: str, rest: str) -> None:
    item = item_line(0, text)
    assert item is not None
    assert (item.number, item.rest) == (number, rest)


@pytest.mark.parametrize("text", ["Item 8(t)", "Itemized costs", "Items of value", "Item 7, 3 and 5"])
def test_other_words(text: str) -> None:
    item = item_line(0, text)
    assert item is None or item.number in ("7", "8")


def test_the_paragraph_of_an_item_stands_apart_from_its_number() -> None:
    item = item_line(0, "Item 2 (c). Changes in Securities")
    assert item is not None
    assert (item.number, item.sub, item.rest) == ("2", "(c)", "Changes in Securities")


def test_an_entry_of_an_index_says_so() -> None:
    item = item_line(0, "Item 1A.   Risks   Page 28")
    assert item is not None
    assert item.listed
    plain = item_line(0, "Item 1A.   Risks of page 28 and others")
    assert plain is not None
    assert not plain.listed


def test_part_and_item_on_one_line() -> None:
    part, item = part_line(4, "PART II, Item 7A. Market Risk")
    assert part is not None
    assert item is not None
    assert (part.number, part.end, item.number, item.begin) == (2, 7, "7A", 9)


def test_a_page_and_an_item_behind_a_part_are_an_entry() -> None:
    assert part_line(4, "PART II   51   Item 5. Market") == (None, None)


def test_letters_set_apart() -> None:
    assert closed_up("I T E M  2.  M I L L  S I T E S") == "ITEM 2. MILL SITES"
    assert closed_up("P A R T I") == "PARTI"
    assert closed_up("A B of mills") == "A B of mills"
    assert closed_up("Mill  sites") == "Mill  sites"
