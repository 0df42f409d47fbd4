"""What speaks for and against a numbered line as the heading of a note, and where its title ends."""

import pytest

from core.document.plain import lay_out
from core.outline.lines import Lines
from core.outline.note_headings import NO_NOTE, NOTE, NOTE_HEADING, told
from core.outline.note_numbers import named_note, numbered_line
from core.outline.note_titles import NumberedTitle, numbered_title
from core.source import Source

PROSE = (
    "The mill spins cotton and wool for weavers in four states, and sells what is left over.\nIt has done so for long."
)
BEFORE = "\n"


def titled(text: str) -> NumberedTitle | None:
    """The title of the numbered line that a text begins with, below a blank line."""
    lines = Lines(lay_out(Source(1, BEFORE + text)))
    found = named_note(1, lines.bare[1]) or numbered_line(1, lines.bare[1])
    return numbered_title(lines, found[0])


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"1. Wool\n\n{PROSE}", "Wool"),
        (f"1.\n\nWool of the Mill\n\n{PROSE}", "Wool of the Mill"),
        (f"NOTE 1: WOOL AND\n\nCOTTON\n\n{PROSE}", "WOOL AND COTTON"),
        (f"NOTE 1: WOOL, YARN\n\nAND COTTON\n\n{PROSE}", "WOOL, YARN AND COTTON"),
        (f"NOTE 1: WOOL, YARN\n\nTHE COTTON\n\n{PROSE}", "WOOL, YARN"),
        (f"1. Wool and\n\nCotton\n\n{PROSE}", "Wool and Cotton"),
        (f"1. Wool and\n\n{PROSE}", "Wool and"),
        (
            f"1. WOOL. In the fourth quarter the mill bought some, and sold it, which it has told of before.\n\n{PROSE}",
            "WOOL",
        ),
        (f"1. Wool of Sheep. The mill bought some of it last year, and sold it.\n{PROSE}", "Wool of Sheep"),
        (f"NOTE 1 WOOL AND YARN Yarns that the mill has spun were these:\n{PROSE}", "WOOL AND YARN"),
        (f"1  Wool of the Mill, Net The components of it are these:\n\n{PROSE}", "Wool of the Mill, Net"),
        (f"1. WOOL (IN BALES\nAND IN SACKS)\n\n{PROSE}", "WOOL (IN BALES AND IN SACKS)"),
        (f"NOTE 1. WOOL OF THE MILL. Work at Hull went\n{PROSE}", "WOOL OF THE MILL"),
        (f"NOTE 1. WOOL OF THE MILL. The Hull and York plants\n{PROSE}", "WOOL OF THE MILL"),
        (f"1. Wool of Significance to the Mill. The Hull plant bears\n{PROSE}", "Wool of Significance to the Mill"),
    ],
)
def test_where_a_title_ends(text: str, title: str) -> None:
    found = titled(text)
    assert found is not None
    assert found.title == title


def test_a_number_without_words_has_no_title() -> None:
    assert titled(f"1.\n\n{PROSE}") is None


@pytest.mark.parametrize(
    "text", ["1. Wool of the Mill. Cotton is bought,\nand sold.", "NOTE 1. WOOL. Cotton is bought;\nsold."]
)
def test_a_comma_behind_the_text_that_runs_on_is_none_of_the_title(text: str) -> None:
    assert "goes-on" not in rules(text)[NO_NOTE]
    assert "goes-on" in rules("1. Wool of the Mill,\n\nMore.")[NO_NOTE]


def rules(text: str) -> dict[object, list[str]]:
    """The names of the rules that speak for and against the first line of a text."""
    found = titled(text)
    assert found is not None
    clues = NOTE_HEADING.clues(found)
    return {kind: [each.rule.partition("/")[2] for each in clues if each.says is kind] for kind in (NOTE, NO_NOTE)}


def test_what_speaks_for_a_note() -> None:
    assert rules(f"NOTE 1 - INVENTORIES\n\n{PROSE}") == {
        NOTE: ["word-note", "capitals", "apart", "blank-below", "known-topic"],
        NO_NOTE: [],
    }
    assert rules(f"1  The Mill\n\n{PROSE}") == {NOTE: ["title-words", "apart", "blank-below"], NO_NOTE: ["bare-number"]}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (
            "1. Wool is carried at what the mill has paid for it, or at less where it would fetch\nless.",
            "sentence-runs-on",
        ),
        ("1. Wool is dear\n\nMore.", "sentence"),
        ("1. Wool. The mill bought some of it in the last year.\n\nMore.", "text-behind"),
        ("1. Wool     Yarn     Cloth\n\nMore.", "gap-inside"),
        ("1. Wool of the Mill   1,234\n\nMore.", "figures"),
        ("1. Wool,\n\nMore.", "goes-on"),
        ("1. Wool (continued)\n\nMore.", "continued"),
        ("1. Wool . . . . . . . . 12\n\nMore.", "page-behind"),
        ("1. Exhibits\n\nMore.", "exhibit-list"),
    ],
)
def test_what_speaks_against(text: str, rule: str) -> None:
    assert rule in rules(text)[NO_NOTE]


def test_words_right_above_speak_against() -> None:
    lines = Lines(lay_out(Source(1, f"{PROSE}\n1. Wool\n{PROSE}")))
    found = numbered_title(lines, numbered_line(2, lines.bare[2])[0])
    assert found is not None
    assert [clue.rule for clue in NOTE_HEADING.clues(found) if clue.says is NO_NOTE] == ["note-heading/text-above"]


def test_a_line_is_a_note_where_more_speaks_for_it() -> None:
    good, bad = titled(f"1. Wool\n\n{PROSE}"), titled("1. Wool (continued)\n\nMore.")
    assert good is not None
    assert bad is not None
    assert (note := told(good)) is not None
    assert (note.title, note.last, note.verdict.margin) == ("Wool", 2, 7.0)
    assert told(bad) is None
