"""The made-up filing with the clues of some decisions, and with something left open."""

from dataclasses import replace

from core.analysis import Analysis
from core.evidence import Clue, Verdict, judged, single
from core.finding import Finding, Severity
from core.outline.section import Section
from core.statements.statement import Statement, StatementKind, Unit
from tests.gui import made_up

OPEN = Finding(Severity.INFO, "The time of column 1 is not known.", (), "column-without-time")


def _sheet(sheet: Statement) -> Statement:
    """A balance sheet by a thin margin, its rows money by a sign."""
    near: Verdict[StatementKind] | None = judged(
        (
            Clue("made/titled", 3.0, StatementKind.BALANCE_SHEET, sheet.rows[0].cite),
            Clue("made/short", 2.5, StatementKind.SELECTED_DATA),
        )
    )
    rows = tuple(row._replace(unit_verdict=single("made/dollar-sign", Unit.MONEY)) for row in sheet.rows)
    return replace(sheet, verdict=near, rows=rows)


def _heading(section: Section) -> Section:
    verdict = single("made/set-apart", section.kind, 3.0)
    return replace(section, verdict=verdict, children=tuple(map(_heading, section.children)))


def analysis() -> Analysis:
    """Harbor Lamp Company's 10-K, in which the time of a column of the inventories was left open."""
    made = made_up.analysis()
    sheet, *others = made.statements
    table = next(one for one in made.tables if one.id == "inventories")
    return replace(
        made,
        outline=tuple(map(_heading, made.outline)),
        statements=(_sheet(sheet), *others),
        findings=(*made.findings, replace(OPEN, cites=(table.cite,))),
    )
