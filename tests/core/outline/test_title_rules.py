"""Lines that are titles of what they open: statements, the notes, schedules, signatures, indexes; and how far each reaches."""

import pytest

from core.document.plain import lay_out
from core.outline.candidates import Found
from core.outline.lines import Lines
from core.outline.title_rules import ask_titles
from core.source import Source

PROSE = "The mill spins cotton and wool for weavers in four states, and sells what is left over."


def title(text: str, line: str, company: str | None = None) -> tuple[str, str, int] | None:
    """What a line of a text is the title of: its kind, its words, and how many lines it has."""
    lines = Lines(lay_out(Source(1, text)), company)
    found = Found()
    index = lines.bare.index(line.strip())
    ask_titles(lines, found, index, lines.bare[index])
    return next(((each.kind.value, each.title, each.last - each.first) for each in found.titles), None)


def alone(line: str) -> tuple[str, str, int] | None:
    return title(f"{PROSE}\n\n{line}\n\n{PROSE}\n", line)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("CONSOLIDATED BALANCE SHEETS", ("statement", "CONSOLIDATED BALANCE SHEETS", 1)),
        ("CONSOLIDATED BALANCE SHEETS          12", None),
        ("CONSOLIDATED BALANCE SHEETS     Unaudited     12", None),
        ("CONSOLIDATED BALANCE SHEETS     F-3     F-4", None),
        ("CONSOLIDATED BALANCE SHEETS     2003     2002", ("statement", "CONSOLIDATED BALANCE SHEETS", 1)),
        (
            "CONSOLIDATED BALANCE SHEETS     May 31, 2003     May 31, 2002",
            ("statement", "CONSOLIDATED BALANCE SHEETS", 1),
        ),
        ("CONSOLIDATED BALANCE SHEETS     May 31, 2003     12", None),
        ("consolidated balance sheets", None),
        (
            "Consolidated Balance Sheets (in thousands)",
            ("statement", "Consolidated Balance Sheets (in thousands)", 1),
        ),
        ("of Balance Sheets", None),
        ("NOTES TO FINANCIAL STATEMENTS", ("heading", "NOTES TO FINANCIAL STATEMENTS", 1)),
        ("NOTES TO FINANCIAL STATEMENTS (CONTINUED)", ("heading", "NOTES TO FINANCIAL STATEMENTS (continued)", 1)),
        ("NOTES TO FINANCIAL STATEMENTS .......... 12", None),
        ("Notes to financial statements.", None),
        ("SIGNATURES", ("signatures", "SIGNATURES", 1)),
        ("EXHIBIT INDEX", ("exhibit_index", "EXHIBIT INDEX", 1)),
        ("TABLE OF CONTENTS", ("contents", "TABLE OF CONTENTS", 1)),
    ],
)
def test_a_title_by_itself(line: str, found: tuple[str, str, int] | None) -> None:
    assert alone(line) == found


@pytest.mark.parametrize(
    ("block", "found"),
    [
        (["CONSOLIDATED STATEMENTS", "OF CASH FLOWS"], "CONSOLIDATED STATEMENTS OF CASH FLOWS"),
        (["CONSOLIDATED STATEMENTS", "of cash flows of the mill"], None),
        (["CONSOLIDATED STATEMENTS", "(OF CASH FLOWS)"], None),
        (["CONSOLIDATED STATEMENTS", "2003 OF CASH FLOWS"], None),
        (
            ["CONSOLIDATED STATEMENTS OF INCOME", "AND COMPREHENSIVE INCOME"],
            "CONSOLIDATED STATEMENTS OF INCOME AND COMPREHENSIVE INCOME",
        ),
        (["BALANCE SHEET", "DATA OF THE MILL"], None),
        (["NOTES TO CONSOLIDATED", "FINANCIAL STATEMENTS"], "NOTES TO CONSOLIDATED FINANCIAL STATEMENTS"),
        (["NOTES TO CONSOLIDATED", "HALLS"], None),
    ],
)
def test_a_title_that_goes_on_below(block: list[str], found: str | None) -> None:
    said = title("\n".join([PROSE, "", *block, "", PROSE]), block[0])
    assert (said and said[1:]) == (found and (found, 2))


NOTES = "NOTES TO FINANCIAL STATEMENTS"


@pytest.mark.parametrize(
    ("above", "listed"),
    [
        ([], False),
        (["Balance Sheets"], False),
        (["Balance Sheets", "Statements of Income"], True),
        (["Balance Sheets          3", "Statements of Income          4"], True),
        (["Balance Sheets       1,204     880", "Statements of Income       1,204     880"], False),
        (["Balance Sheets", "Statements of Income", *["A Hall of the Mill"] * 10], True),
        (["Balance Sheets", "Statements of Income", *["A Hall of the Mill"] * 11], False),
        (["Balance Sheets", "Statements of Income", *[""] * 22], True),
        (["Balance Sheets", "Statements of Income", *[""] * 23], False),
    ],
)
def test_the_title_of_the_notes_in_a_list_of_statements(above: list[str], *, listed: bool) -> None:
    said = title("\n".join([PROSE, "", *above, NOTES, "", PROSE]), NOTES)
    assert (said is None) is listed


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("HARBOR LAMP COMPANY CONSOLIDATED BALANCE SHEETS", "HARBOR LAMP COMPANY CONSOLIDATED BALANCE SHEETS"),
        ("HARBOR OIL COMPANY CONSOLIDATED BALANCE SHEETS", None),
    ],
)
def test_the_companys_name_may_stand_before(line: str, found: str | None) -> None:
    said = title(f"{PROSE}\n\n{line}\n\n{PROSE}\n", line, "Harbor Lamp Company")
    assert (said and said[1]) == found


@pytest.mark.parametrize(
    ("below", "found"),
    [
        (["", "Valuation Accounts"], "Valuation Accounts"),
        (["", "Harbor Lamp Company", "Valuation Accounts"], "Valuation Accounts"),
        (["", "Harbor Lamp Company", *[""] * 3, "Valuation Accounts"], "Valuation Accounts"),
        (["", "Harbor Lamp Company", *[""] * 4, "Valuation Accounts"], "Harbor Lamp Company"),
        ([*[""] * 5, "Valuation Accounts"], "Valuation Accounts"),
        ([*[""] * 6, "Valuation Accounts"], None),
        (["", "accounts of the mill"], None),
    ],
)
def test_a_schedule_has_its_title_below(below: list[str], found: str | None) -> None:
    said = title("\n".join([PROSE, "", "SCHEDULE II", *below, "", PROSE]), "SCHEDULE II")
    assert said is None or said[0] == "schedule"
    assert ((said and said[1]) or None) == found
