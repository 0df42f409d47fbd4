"""Rows that print no figures: which are headings."""

from core.statements.statement import Role
from gui.models.headings import bare_rows
from tests.gui.plot.tables import MONEY, row


def bare(*lines: tuple[str, int, Role]) -> list[str]:
    """The captions of the rows that head nothing."""
    rows = [row(label, MONEY, [], at, role)._replace(depth=depth) for at, (label, depth, role) in enumerate(lines)]
    return [rows[at].label for at in bare_rows(rows)]


def test_words_above_another_heading_are_no_heading() -> None:
    lines = (
        ("Total liabilities", 0, Role.TOTAL),
        ("Commitments and contingencies", 0, Role.HEADING),
        ("Shareholders' equity:", 0, Role.HEADING),
        ("Common stock", 1, Role.LINE),
        ("See accompanying notes.", 0, Role.HEADING),
    )
    assert bare(*lines) == ["Commitments and contingencies", "See accompanying notes."]


def test_headings_of_headings_are_headings() -> None:
    lines = (
        ("Assets", 0, Role.HEADING),
        ("Current assets", 1, Role.HEADING),
        ("Cash", 2, Role.LINE),
        ("INVESTMENTS", 0, Role.HEADING),
        ("Affiliates", 0, Role.HEADING),
        ("Lamps of the North", 0, Role.LINE),
        ("Property:", 0, Role.HEADING),
        ("At cost", 0, Role.HEADING),
        ("Buildings", 0, Role.LINE),
    )
    assert bare(*lines) == []
