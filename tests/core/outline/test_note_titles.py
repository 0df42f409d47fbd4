"""The titles of numbered notes: where they stand, where text runs on behind them, and over which lines they go on."""

import pytest

from core.document.plain import lay_out
from core.outline.headings import scan
from core.outline.lines import Lines
from core.outline.note_titles import NumberedTitle, numbered_title
from core.source import Source

PROSE = "The mill spins cotton and wool for weavers in four states, and sells what is left over."


def note(text: str) -> NumberedTitle | None:
    """The first numbered title of a text."""
    lines = Lines(lay_out(Source(1, f"{text}\n\n{PROSE}\n")))
    return numbered_title(lines, scan(lines).notes[0])


@pytest.mark.parametrize(("blanks", "last"), [(0, 2), (1, 3), (2, 4), (3, None)])
def test_a_title_stands_close_below_its_number(blanks: int, last: int | None) -> None:
    told = note(f"1.\n{chr(10) * blanks}Inventories")
    assert (told.title, told.last) == ("Inventories", last) if told is not None else last is None


def test_an_entry_of_a_contents_page_is_no_title() -> None:
    assert note("1.\n\nInventories ..... 4") is None


@pytest.mark.parametrize(
    ("text", "title", "runs"),
    [
        ("Inventories. The mill counts its wool at cost and its yarn too.", "Inventories", True),
        ("Inventories -- The mill counts its wool at cost, and its yarn.", "Inventories", True),
        ("Inventories: Wool, yarns, all counted", "Inventories", True),
        ("Inventories: Wool, yarn, all counted", "Inventories: Wool, yarn, all counted", False),
        ("Wool: Each bale of it is counted at cost and its yarn", "Wool", True),
        ("Tin: Each bale of it is counted at cost and its yarn", "", False),
        ("INVENTORIES The mill counts its wool at cost.", "INVENTORIES", True),
        ("INVENTORIES. The mill counts its wool at cost.", "INVENTORIES", True),
        ("INVENTORIES: 31 BALES OF WOOL AND YARN, AT COST", "INVENTORIES: 31 BALES OF WOOL AND YARN, AT COST", False),
        ("Inventories The mill counts its wool at cost", "Inventories", True),
        ("Inventories (restated)", "Inventories (restated)", False),
    ],
)
def test_where_text_runs_on_behind_a_title(text: str, title: str, runs: bool) -> None:
    told = note(f"1. {text}")
    assert told is not None
    if title:
        assert told.title == title
    assert told.run_in == runs


@pytest.mark.parametrize(
    ("text", "title", "last"),
    [
        ("PROPERTY, PLANT\n\nAND EQUIPMENT", "PROPERTY, PLANT AND EQUIPMENT", 3),
        ("PROPERTY, PLANT AND\n\nEQUIPMENT", "PROPERTY, PLANT AND EQUIPMENT", 3),
        ("PROPERTY, PLANT AND\n\n\nEQUIPMENT", "PROPERTY, PLANT AND EQUIPMENT", 4),
        ("PROPERTY, PLANT AND\n\n\n\nEQUIPMENT", "PROPERTY, PLANT AND", 1),
        ("PROPERTY, PLANT AND\n\nEquipment", "PROPERTY, PLANT AND", 1),
        ("PROPERTY, PLANT\n\nEQUIPMENT", "PROPERTY, PLANT", 1),
        ("PROPERTY, PLANT AND\n\nEQUIPMENT\nOF MILLS", "PROPERTY, PLANT AND", 1),
        ("PROPERTY, PLANT AND\nEQUIPMENT\nOF MILLS", "PROPERTY, PLANT AND EQUIPMENT", 2),
        ("Property, Plant and\nEquipment", "Property, Plant and Equipment", 2),
        ("Property, Plant and\nEQUIPMENT", "Property, Plant and", 1),
        ("Property, Plant\nEquipment", "Property, Plant", 1),
        (f"Property, Plant, {'Mills, ' * 5}Tins\nEquipment", f"Property, Plant, {'Mills, ' * 5}Tins Equipment", 2),
        (f"Property, Plant, {'Mills, ' * 5}Tin\nEquipment", f"Property, Plant, {'Mills, ' * 5}Tin", 1),
        ("INVENTORIES\n   YARN", "INVENTORIES YARN", 2),
        ("INVENTORIES\n  YARN", "INVENTORIES", 1),
        ("INVENTORIES\n      Yarn", "INVENTORIES", 1),
        ("INVENTORIES\n      12 YARNS", "INVENTORIES", 1),
        ("INVENTORIES (as\nrestated)", "INVENTORIES (as restated)", 2),
        ("INVENTORIES (as\nrestated\nby the\nmill)", "INVENTORIES (as restated by the mill)", 4),
        ("INVENTORIES (as\nrestated\nby the\nnew\nmill)", "INVENTORIES (as)", 1),
        ("INVENTORIES\n(as restated)", "INVENTORIES (as restated)", 2),
        ("INVENTORIES\n(as restated) here", "INVENTORIES", 1),
        ("INVENTORIES\n(as restated)\nhere", "INVENTORIES", 1),
        ("Inventories\n(as restated)", "Inventories", 1),
    ],
)
def test_over_which_lines_a_title_goes_on(text: str, title: str, last: int) -> None:
    told = note(f"1. {text}")
    assert told is not None
    assert (told.title, told.last) == (title, last)


@pytest.mark.parametrize(
    ("text", "titled", "capitals"),
    [
        ("INVENTORIES (restated)", True, True),
        ("Inventories", True, False),
        ("Wool is counted at cost here", False, False),
    ],
)
def test_how_a_title_is_set(text: str, titled: bool, capitals: bool) -> None:
    told = note(f"1. {text}")
    assert told is not None
    assert (told.titled, told.capitals) == (titled, capitals)
