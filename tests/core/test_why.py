"""Why a place is read so, and why a line was not taken for what it looks like: ten questions and more."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from core import cli
from core.analysis import analyse
from core.evidence import Clue, Verdict, judged, single
from core.outline.section import SectionKind
from core.places import Places, walk
from core.statements.statement import StatementKind, Unit
from core.why import PlaceError, Standing, why
from core.why_report import as_json, as_text
from tests.core.made_up import SMALL_SHEET

REPORT = (
    """
                                   FORM 10-K

                            TIDEWATER KETTLE COMPANY

                               TABLE OF CONTENTS

                                                                      Page
PART I
  Item 1.  Business ...............................................     2
  Item 2.  Properties .............................................     2
PART II
  Item 7.  Management's Discussion and Analysis ...................     3
  Item 8.  Financial Statements ...................................     4

                                     - 1 -
<PAGE>

                                     PART I

ITEM 1.  BUSINESS

     The Company makes kettles of copper and of steel for hotels and ships. See
Item 7 for what was spent on them, and Note 2 for what the
kettles in stock had cost. The Company has one plant.

ITEM 2.  PROPERTIES

     The plant is owned by the Company, and stands on eleven acres of land.

                                     - 2 -
<PAGE>

                                     PART II

ITEM 7.  MANAGEMENT'S DISCUSSION AND ANALYSIS

     Sales rose as more ships were built. The following costs had grown since
1997 by more than sales did:

     1. Copper
     2. Wages

ITEM 8.  FINANCIAL STATEMENTS
"""
    + SMALL_SHEET
    + """
                                     - 3 -
<PAGE>

                                   SIGNATURES

     Pursuant to the requirements of the Securities Exchange Act of 1934, the
registrant has duly caused this report to be signed on its behalf.
"""
)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("filings") / "kettle.txt"
    path.write_text(REPORT)
    return path


@pytest.fixture(scope="module")
def places(file: Path) -> Places:
    return Places(analyse(file))


def line(words: str, nth: int = 1) -> str:
    """The number of the nth line that has these words."""
    numbers = [str(at) for at, each in enumerate(REPORT.split("\n"), 1) if words in each]
    return numbers[nth - 1]


@pytest.mark.parametrize(
    ("words", "nth", "standing"),
    [
        ("ITEM 1.  BUSINESS", 1, Standing.HEADING),
        ("CONSOLIDATED BALANCE SHEETS", 1, Standing.HEADING),
        ("Inventories", 1, Standing.TABLE_ROW),
        ("June 30,", 1, Standing.TABLE_HEAD),
        ("has one plant", 1, Standing.PROSE),
        ("- 2 -", 1, Standing.FURNITURE),
        ("<PAGE>", 1, Standing.FURNITURE),
        ("Item 2.  Properties", 1, Standing.CONTENTS),
    ],
)
def test_what_a_line_is(places: Places, words: str, nth: int, standing: Standing) -> None:
    assert why(places, line(words, nth)).standing is standing


def said(places: Places, words: str, nth: int = 1) -> str:
    return as_text(places, why(places, line(words, nth)))


WHY_NOT = [
    ("Item 1.  Business ..", 1, "It begins like an Item 1, but only lists it: it stands on the contents page."),
    ("Item 7.  Management", 1, "It begins like an Item 7, but only lists it: it stands on the contents page."),
    ("PART II", 1, "It begins like a Part II, but only lists it: it stands on the contents page."),
    (
        "Item 7 for what",
        1,
        "It begins like an Item 7, but that begins on line 36, with which the numbering goes on better.",
    ),
    ("kettles in stock", 1, "nothing sets the line apart from those around it."),
    ("Pursuant to the", 1, "Prose: no rule took it for a heading."),
    ("- 3 -", 1, "Page furniture: the number, foot or running head of a page, left out of titles and tables."),
    ("--------", 1, "A rule: it parts rows or sections and has no words."),
    ("June 30,", 1, "The head of a table that is read, or a line between its rows."),
    ("1. Copper", 1, "but its numbering does not go on from what is around it, or its words are no title."),
]


@pytest.mark.parametrize(("words", "nth", "answer"), WHY_NOT)
def test_why_not(places: Places, words: str, nth: int, answer: str) -> None:
    assert answer in said(places, words, nth)


def test_a_row_a_column_and_a_figure_count_from_one(places: Places) -> None:
    figure = why(places, "balance-sheet:2:1").figure
    assert figure is not None
    assert figure.text == "880"
    assert [each.name for each in why(places, "balance-sheet::2").judgements][:1] == ["June 30, 1997"]
    assert [each.question.value for each in why(places, "balance-sheet:2").judgements] == [
        "role", "unit", "concept", "statement", "scale", "currency",
    ]  # fmt: skip
    assert why(places, "balance-sheet:2:1").words.startswith("Inventories")


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("9999", "document 1 has 70 lines, there is no line 9999"),
        ("3:1", "there are 1 documents, there is no document 3"),
        ("balance-sheet:9", "balance-sheet has 6 rows, there is no row 9"),
        ("balance-sheet:1:0", "balance-sheet has 2 columns, there is no column 0"),
        ("sheet", "there is no line, section or statement sheet; there is balance-sheet"),
        ("wholly-else", "there is no line, section or statement wholly-else"),
    ],
)
def test_a_place_that_is_not_there_is_one_line(places: Places, place: str, message: str) -> None:
    with pytest.raises(PlaceError) as raised:
        why(places, place)
    assert str(raised.value) == message


def with_verdicts(places: Places) -> Places:
    """The same filing, in which the clues of a heading, a statement and a row were kept."""
    analysis = places.analysis
    (sheet,) = analysis.statements
    near: Verdict[StatementKind] | None = judged(
        (Clue("made/titled", 3.0, StatementKind.BALANCE_SHEET), Clue("made/short", 2.5, StatementKind.SELECTED_DATA))
    )
    rows = tuple(row._replace(unit_verdict=single("made/dollar-sign", Unit.MONEY)) for row in sheet.rows)
    changed = replace(sheet, verdict=near, rows=rows)
    outline = tuple(replace(each, verdict=single("made/set-apart", each.kind, 3.0)) for each in analysis.outline)
    return Places(replace(analysis, statements=(changed,), outline=outline))


def test_clues_are_told_with_their_weights(places: Places) -> None:
    known = with_verdicts(places)
    told = as_text(known, why(known, "balance-sheet:2:1")).splitlines()
    assert "  + dollar sign [settles it; made/dollar-sign, +10]" in told
    assert "  + titled [a good sign; made/titled, +3]" in told
    assert "  - short [a sign, for selected data; made/short, +2.5]" in told
    assert "    It could as well be selected data: the clues are nearly even (3 points against 2.5)." in told
    part = next(section for section in walk(known.analysis.outline) if section.kind is SectionKind.PART)
    assert "What the heading opens: a Part  (I)" in as_text(known, why(known, part.id))


def test_the_answer_as_json(places: Places) -> None:
    known = with_verdicts(places)
    whole: dict[str, Any] = json.loads(json.dumps(as_json(known, why(known, "balance-sheet:2:1"))))
    assert (whole["schema"], whole["stands"], whole["figure"]) == ("tieout.why/1", "table_row", "880")
    judged_kind = next(each for each in whole["judgements"] if each["question"] == "statement")
    assert judged_kind["verdict"]["thin"] is True
    assert [clue["weight"] for clue in judged_kind["verdict"]["clues"]] == [3.0, 2.5]
    scale = next(each for each in whole["judgements"] if each["question"] == "scale")
    assert (scale["decided"], scale["verdict"]["clues"][0]["rule"]) == ("thousands", "scale/stub")


def test_the_commands(file: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert cli.run(["why", str(file), line("Inventories")]) == 0
    assert "A row of a table that is read." in capfdbinary.readouterr().out.decode()
    assert cli.run(["why", str(file), line("Inventories"), "--json"]) == 0
    assert json.loads(capfdbinary.readouterr().out)["location"]["line"] == int(line("Inventories"))
    assert cli.run(["why", str(file), "nowhere"]) == 2
    assert capfdbinary.readouterr().err.decode() == "tieout: there is no line, section or statement nowhere\n"
    assert cli.run(["rules"]) == 0
    assert capfdbinary.readouterr().out.decode().endswith(" rules\n")
    assert cli.run(["rules", str(file), "--json"]) == 0
    assert json.loads(capfdbinary.readouterr().out)["schema"] == "tieout.rules/1"
