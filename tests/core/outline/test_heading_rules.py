"""What speaks for a line that is set apart as a heading of the filer's own, and what against."""

import pytest

from core.outline.heading_looks import Look
from core.outline.heading_rules import SUBHEADING, Below, SetApart, is_heading, judged_line
from core.outline.set_apart import sort_of
from core.vocabulary import entries
from tests.core.outline.drawn import tree_of

PROSE = "The mill spins cotton and wool for weavers in four states, and sells what is left over."
SHORT = "The mill, its halls and what is in them"


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        (SetApart(Look.ALONE, below=Below.TEXT), True),
        (SetApart(Look.ALONE, below=Below.TABLE), True),
        (SetApart(Look.ALONE, below=Below.HEADING), True),
        (SetApart(Look.ALONE, below=Below.LIKE_HEADING), False),
        (SetApart(Look.ALONE, below=Below.SHORT_LINE), False),
        (SetApart(Look.ALONE, below=Below.SHORT_LINE, chapter=True), True),
        (SetApart(Look.ALONE, below=Below.FEW_WORDS), False),
        (SetApart(Look.ALONE, below=Below.FEW_WORDS, policies=True), True),
        (SetApart(Look.CAPITALS, below=Below.LIKE_HEADING), True),
        (SetApart(Look.CAPITALS, below=Below.SHORT_LINE), True),
        (SetApart(Look.BOLD_CAPITALS, below=Below.FEW_WORDS), False),
        (SetApart(Look.BOLD_CAPITALS, below=Below.NOTHING), False),
        (SetApart(Look.BOLD_CAPITALS, "unit", below=Below.TABLE), False),
    ],
)
def test_a_line_is_a_heading_where_more_speaks_for_it(line: SetApart, *, heading: bool) -> None:
    assert is_heading(judged_line(line)) is heading


def test_every_sort_of_what_stands_apart_has_its_rule() -> None:
    sorts = {entry.sort for entry in entries("set_apart")} - {"compared"}
    spoken = {sort: SUBHEADING.clues(SetApart(Look.BOLD, sort)) for sort in sorts}
    assert {sort: len(clues) for sort, clues in spoken.items()} == dict.fromkeys(sorts, 2)
    assert not any(is_heading(judged_line(SetApart(Look.BOLD, sort, below=Below.TEXT))) for sort in sorts)


def test_every_look_has_its_rule_and_leads() -> None:
    assert [SUBHEADING.clues(SetApart(look))[0].rule for look in Look] == [
        f"heading/{look.replace(' ', '-')}" for look in Look
    ]


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("To the Board of Directors and Stockholders of the Mill", "addressed"),
        ("Dear Mr. Weaver", "addressed"),
        ("By: John Weaver", "label"),
        ("BY-LAWS", None),
        ("None", "answer"),
        ("and Subsidiaries", "begun_above"),
        ("(in thousands)", "unit"),
        ("(In Bales)", "unit"),
        ("In Millions, Except per Share", "unit"),
        ("In-House Weaving", None),
        ("Dollars in millions", "unit"),
        ("YEARS ENDED DECEMBER 31", "time"),
        ("For the Year Ended June 30", "time"),
        ("Year 2000", None),
        ("I, John Weaver, certify that", "first_person"),
        ("EXHIBIT 21", "listed"),
        ("Notes", "listed"),
        ("Year Ended June 30, 1999 Compared with 1998", None),
        ("Wool: A View", None),
        ("Notes Payable", None),
        ("Items of Note", None),
        ("Datelines", None),
    ],
)
def test_what_the_first_words_say(text: str, sort: str | None) -> None:
    assert sort_of(text) == sort


def headings(text: str) -> list[str]:
    """The headings of a made-up exhibit with this text."""
    return [line.strip() for line in tree_of(text, form="EX-99").splitlines() if line.strip()]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"WEAVING\n\n{PROSE}\n", ["heading: WEAVING"]),
        (f"Weaving\n-------\n{PROSE}\n", ["heading: Weaving"]),
        (
            f"                    WEAVING AND SPINNING\n                      IN FOUR STATES\n\n{PROSE}\n",
            ["heading: WEAVING AND SPINNING IN FOUR STATES"],
        ),
        (f"Weaving\n\n{PROSE}\n", ["heading: Weaving"]),
        (f"Weaving\n\n(in thousands)\n\n{PROSE}\n", ["heading: Weaving"]),
        (f"Weaving,\n\n{PROSE}\n", []),
        (f"weaving\n\n{PROSE}\n", []),
        (f"12 Looms\n\n{PROSE}\n", []),
        (f"Weaving     Looms     Sold\n\n{PROSE}\n", []),
        (f"Weaving . . . . . . 12\n\n{PROSE}\n", []),
        (f"Weaving\n\n{SHORT}\n", []),
        (f"WEAVING\n\n{SHORT}\n", ["heading: WEAVING"]),
        ("WEAVING\n\nMore\n", []),
        ("WEAVING\n", []),
        (f"By: John Weaver\n\n{PROSE}\n", []),
        (f"/s/ John Weaver\n\n{PROSE}\n", []),
        (f"Hollow Brook Mills, Inc.\n\n{PROSE}\n", []),
        (f"December 31, 1998\n\n{PROSE}\n", []),
        (f"Weavers, Ohio 43210\n\n{PROSE}\n", []),
        (f"ARTICLE IV\n\nWEAVING\n\n{PROSE}\n", ["heading IV: WEAVING"]),
        (f"Section 2.1 Weaving. The mill spins cotton and wool\n{PROSE}\n", ["heading 2.1: Weaving"]),
        (f"Section 2.1 weaves.\n\n{PROSE}\n", []),
        ("Section 2.1 Weaving of the mill that goes on\nwith its looms.\n", []),
    ],
)
def test_headings_of_plain_text(text: str, found: list[str]) -> None:
    assert headings(f"\n{text}") == found


def test_a_running_head_counts_once() -> None:
    page = f"<PAGE>\n\nWEAVING\n\n{PROSE}\n\n{PROSE}\n\n"
    assert headings(f"\n{page}{page}") == ["heading: WEAVING"]


def test_headings_say_by_which_rules_they_are_told() -> None:
    verdict = judged_line(SetApart(Look.BOLD, below=Below.TEXT))
    assert verdict is not None
    assert [(clue.rule, clue.weight) for clue in verdict.clues] == [("heading/bold", 4.0), ("heading/text-below", 2.0)]
    assert verdict.score == 6.0
