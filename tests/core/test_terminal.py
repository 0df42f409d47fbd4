"""A filing in a terminal."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from core.checks.check import Check, Rule, Status
from core.finding import Finding, Severity
from core.source import cite
from core.statements.statement import Column, Statement, StatementKind
from core.terminal import checked, drawn, sentence
from tests.core.drawn_statement import drawn as table
from tests.gui import made_up

FILING = made_up.analysis(Path("lamp.txt"), 2003)
LINES = drawn(FILING).split("\n")


def only(statement: Statement) -> list[str]:
    """The lines of a filing that has this statement alone, from its title on."""
    lines = drawn(replace(FILING, statements=(statement,), outline=(), findings=())).split("\n")
    return lines[4:-4]


def test_the_title_says_what_it_is() -> None:
    assert LINES[0] == "Harbor Lamp Company"
    assert LINES[1] == "10-K · period ended 2003-12-31 · CIK 0000012345"
    assert LINES[2] == "═" * 24
    header = replace(FILING.filing.header, company=None, form=None, cik=None, period_end=None)
    bare = drawn(replace(FILING, filing=replace(FILING.filing, header=header))).split("\n")
    assert bare[:2] == [FILING.filing.name, "filing"]


def test_the_tree_has_lines_and_no_headings() -> None:
    tree = [line for line in LINES if "····" in line]
    assert tree[0].startswith("Cover ")
    assert tree[1].startswith("Part I  Part I ")
    assert tree[2].startswith("├ Item 1  Business ")
    assert tree[3].startswith("└ Item 2  Properties ")
    assert any(line.startswith("└ Item 10  Directors (incorporated by reference) ") for line in tree)
    assert all(len(line) == len(tree[0]) for line in tree)
    assert tree[2].split()[-1] == "6"


@pytest.mark.parametrize("severity", Severity)
def test_findings_are_told_but_remarks(severity: Severity) -> None:
    told = drawn(replace(FILING, findings=(Finding(severity, "It is cut off."),)))
    assert ("! It is cut off." in told) is (severity is not Severity.INFO)


SHEET = """
                                      2003      2002
    Assets
      Wool                           3,000     (310)
      ---
      Total of wool                 12.5%         -
"""


def test_a_statement_with_its_digits_under_each_other() -> None:
    assert only(replace(table(SHEET, scale=1000), title="BALANCE SHEETS")) == [
        "BALANCE SHEETS  (USD thousands)",
        "─" * 31,
        "                   2003    2002",
        "Assets",
        "  Wool           3,000    (310)",
        "                 ──────  ──────",
        "  Total of wool   12.5%      -",
    ]


def test_what_has_no_name_is_called_by_its_kind() -> None:
    lines = only(replace(table(SHEET, StatementKind.CASH_FLOW), currency=None, title=None))
    assert lines[:2] == ["Cash flow", "─────────"]


def test_a_long_caption_is_wrapped_and_its_figures_stand_on_its_last_line() -> None:
    caption = "Wool and yarn and cloth of every kind, less what has been lost of it on the way"
    lines = only(table(f"{'':<90}2003\n{caption:<90}3,000"))
    assert lines[3:] == [
        "Wool and yarn and cloth of every kind, less",
        "  what has been lost of it on the way        3,000",
    ]


def test_heads_are_wrapped_and_end_level() -> None:
    statement = replace(table(SHEET), columns=(Column("Year ended June 30, 2003"), Column("2002")))
    lines = only(statement)
    heads = lines[2 : lines.index("Assets")]
    assert [line.split() for line in heads][-1][-1] == "2002"
    assert " ".join(word for line in heads for word in line.split()[:1]) == "Year ended June 30, 2003"


OFF = Check(
    Rule.FOOTING,
    Status.OFF,
    "Total: printed 5; its lines add to 4.",
    Decimal(5),
    Decimal(4),
    Decimal(1),
    (cite(1, 0, 1),),
)
LOOK = replace(OFF, status=Status.NOT_CHECKED, probability=0.5)
TIES = replace(OFF, status=Status.TIES, difference=Decimal(0))


def test_a_check_with_the_amount_by_which_it_is_off() -> None:
    assert sentence(OFF) == "Total: printed 5; its lines add to 4. (+1)"
    assert sentence(replace(OFF, difference=Decimal(-1200))) == "Total: printed 5; its lines add to 4. (-1,200)"
    assert sentence(TIES) == TIES.title


def test_what_is_off_stands_at_its_place_and_all_is_counted() -> None:
    told = checked(replace(FILING, checks=(OFF, LOOK, TIES, TIES))).split("\n")
    assert told[0] == f"{FILING.filing.name}:1:1: {sentence(OFF)}"
    assert told[1] == f"{FILING.filing.name}:1:1: worth a look: {sentence(LOOK)}"
    assert told[2:] == ["2 sums tie, 1 do not.", ""]


def test_where_nothing_was_checked_nothing_ties() -> None:
    found = replace(FILING, checks=(), findings=(Finding(Severity.INFO, "There is no table."),))
    assert checked(found) == "There is no table.\nNo sums to check.\n"
    assert drawn(found).endswith("1 other tables, no sums to check.\n")
    assert drawn(replace(FILING, checks=(OFF,))).endswith(f"1 other tables, 0 sums tie, 1 do not.\n⚠ {sentence(OFF)}\n")
