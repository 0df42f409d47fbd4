"""What the reading leaves open is said, each kind once, and a plain filing leaves nothing open."""

import ast
from dataclasses import replace
from pathlib import Path

import pytest

import core
from core.analysis import Analysis, analyse
from core.doubts import Doubt, WholeReading, doubts
from core.evidence import Clue, Verdict, judged
from core.finding import Finding
from core.places import walk
from core.statements.statement import StatementKind
from tests.core.made_up import SMALL_SHEET

HEAD = """
                                   FORM 10-K

                            TIDEWATER KETTLE COMPANY

                               TABLE OF CONTENTS

                                                                      Page
PART I
  Item 1.  Business ...............................................     2
  Item 2.  Properties .............................................     2
PART II
  Item 8.  Financial Statements ...................................     4

                                     - 1 -
<PAGE>

                                     PART I

ITEM 1.  BUSINESS

     The Company makes kettles of copper and of steel for hotels and ships.

ITEM 2.  PROPERTIES

     The plant is owned by the Company, and stands on eleven acres of land.

                                     PART II

ITEM 8.  FINANCIAL STATEMENTS
"""

NOTES = """
                   NOTES TO CONSOLIDATED FINANCIAL STATEMENTS

1. Basis of Presentation

     The statements hold the accounts of the Company and of its one subsidiary.

2. Inventories

     Inventories are stated at the lower of cost and market, by first-in, first-out.

3. Income Taxes

     The provision for income taxes is that of the federal law.

4. Leases

     The Company leases its shops under leases that end in the year 2003.
"""

PLAIN = HEAD + SMALL_SHEET + NOTES


def found(folder: Path, text: str) -> list[Finding]:
    """The doubts about a report with this text."""
    path = folder / "kettle.txt"
    path.write_text(text)
    return [finding for finding in analyse(path).findings if finding.kind in set(Doubt)]


def told(folder: Path, text: str) -> list[str]:
    return [f"{finding.kind}: {finding.message}" for finding in found(folder, text)]


def test_a_plain_report_leaves_nothing_open(tmp_path: Path) -> None:
    assert told(tmp_path, PLAIN) == []


def test_a_note_that_is_left_out(tmp_path: Path) -> None:
    gap = PLAIN.replace("3. Income Taxes\n", "\n")
    assert told(tmp_path, gap) == ["note-gap: The numbering of the notes has a gap: 4 follows 2."]
    (finding,) = found(tmp_path, gap)
    assert gap[finding.cites[0].start : finding.cites[0].end] == "4. Leases"


def test_an_item_that_the_contents_page_lists(tmp_path: Path) -> None:
    lacking = PLAIN.replace("ITEM 2.  PROPERTIES\n", "\n")
    assert told(tmp_path, lacking) == ["item-missing: The contents page lists Item 2, which was not found."]


def test_a_title_without_its_statement(tmp_path: Path) -> None:
    odd = SMALL_SHEET.replace("CONSOLIDATED BALANCE SHEETS", "CONSOLIDATED STATEMENTS OF CASH FLOWS")
    assert "statement-missing" in " ".join(told(tmp_path, HEAD + odd + NOTES))


def test_figures_without_a_time(tmp_path: Path) -> None:
    timeless = SMALL_SHEET.replace("June 30,", "        ").replace("1998        1997", "                ")
    (first, *_) = told(tmp_path, HEAD + timeless + NOTES)
    assert first.startswith("column-without-time: CONSOLIDATED BALANCE SHEETS: the time of ")


def test_rows_of_figures_that_are_in_no_table(tmp_path: Path) -> None:
    path = tmp_path / "kettle.txt"
    large = PLAIN.replace("    120    $     90", "  9,120    $  9,090").replace(
        "  880         910", "1,880       1,910"
    )
    path.write_text(large)
    analysis = analyse(path)
    left = WholeReading(analysis.filing, analysis.layouts, analysis.outline, ())
    (finding,) = (one for one in doubts(left) if one.kind == Doubt.UNREAD_TABLE)
    assert finding.message == "A table that holds figures is not read."
    rows = large[finding.cites[0].start : finding.cites[0].end].splitlines()
    assert (rows[0][:4], rows[-1][:12]) == ("Cash", "Total assets")


def test_amounts_in_a_sentence_are_no_table(tmp_path: Path) -> None:
    justified = "     Interest was  $24.9 million,  $8.9 million  and  $6.5 million  in  three years.\n" * 3
    assert told(tmp_path, PLAIN + justified) == []


@pytest.mark.parametrize("text", ["", "\n \n", "- 1 -\n<PAGE>\n"])
def test_a_document_without_words(tmp_path: Path, text: str) -> None:
    path = tmp_path / "kettle.txt"
    path.write_text(f"<DOCUMENT>\n<TYPE>10-K\n<SEQUENCE>1\n<TEXT>\n{text}</TEXT>\n</DOCUMENT>\n")
    assert [one.kind for one in analyse(path).findings] == [Doubt.NO_WORDS]


NEAR: Verdict[StatementKind] | None = judged(
    (Clue("made/titled", 3.0, StatementKind.BALANCE_SHEET), Clue("made/short", 2.5, StatementKind.SELECTED_DATA))
)


def test_a_decision_by_a_thin_margin(tmp_path: Path) -> None:
    path = tmp_path / "kettle.txt"
    path.write_text(PLAIN)
    analysis: Analysis = analyse(path)
    unsure = tuple(replace(one, verdict=NEAR) for one in analysis.statements)
    (finding,) = doubts(WholeReading(analysis.filing, analysis.layouts, analysis.outline, unsure))
    assert finding.message == (
        "The table “CONSOLIDATED BALANCE SHEETS” was taken for balance sheet, and could as well be selected data."
    )


def test_which_of_two_kinds_an_ordinary_table_is_matters_little(tmp_path: Path) -> None:
    path = tmp_path / "kettle.txt"
    path.write_text(PLAIN)
    analysis = analyse(path)
    ordinary: Verdict[StatementKind] | None = judged(
        (Clue("made/a", 3.0, StatementKind.SELECTED_DATA), Clue("made/b", 2.5, StatementKind.OTHER))
    )
    unsure = tuple(replace(one, kind=StatementKind.SELECTED_DATA, verdict=ordinary) for one in analysis.statements)
    thin = doubts(WholeReading(analysis.filing, analysis.layouts, (), unsure))
    assert [one.kind for one in thin] == []


def test_every_place_of_a_doubt_is_in_the_filing(tmp_path: Path) -> None:
    gap = PLAIN.replace("3. Income Taxes\n", "\n").replace("ITEM 2.", "    ")
    places = [place for finding in found(tmp_path, gap) for place in finding.cites]
    assert len(places) > 1
    assert all(0 <= place.start < place.end <= len(gap) for place in places)


def test_every_finding_in_core_has_a_kind() -> None:
    bare = []
    for path in sorted(Path(core.__path__[0]).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Finding":
                named = len(node.args) > 3 or any(keyword.arg == "kind" for keyword in node.keywords)
                bare += [] if named else [f"{path.name}:{node.lineno}"]
    assert not bare


def test_sections_of_the_plain_report(tmp_path: Path) -> None:
    """What the tests above take away is there at first."""
    path = tmp_path / "kettle.txt"
    path.write_text(PLAIN)
    numbers = [f"{one.kind.value} {one.number}" for one in walk(analyse(path).outline) if one.number]
    assert numbers == ["part I", "item 1", "item 2", "part II", "item 8", "note 1", "note 2", "note 3", "note 4"]
