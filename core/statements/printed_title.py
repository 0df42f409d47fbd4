"""The title of a statement as the page prints it, without what stands beside it."""

import re
from collections.abc import Sequence

from core.date_forms import YEAR
from core.outline.titles import clean, is_statement_title, statement_kind
from core.statements.lead_in import Above
from core.statements.place import Place
from core.statements.statement import StatementKind
from core.tables.grid import Grid

_HALF = re.compile(r"(?i)((?:consolidated |condensed |combined )*statements?)\b")
_BARE_YEARS = re.compile(rf"(?:\s+{YEAR}){{2,}}$")
_LONGEST = 80
"""Characters of a line above a table that may be a title without naming the statement in full."""
_PLAIN = {
    kind: re.compile(rf"(?i)(?:consolidated |condensed )*(?:{names})(?: ?\([^()]*\))?(?: +{YEAR})*[.: ]*$")
    for kind, names in {
        StatementKind.BALANCE_SHEET: "balance sheets?|financial (?:position|condition)",
        StatementKind.INCOME_STATEMENT: "(?:net )?income|earnings|operations|results of operations|income statements?",
        StatementKind.COMPREHENSIVE_INCOME: "comprehensive (?:income|loss)",
        StatementKind.CASH_FLOW: "cash ?flows?",
        StatementKind.EQUITY: "(?:changes in )?"
        "(?:(?:stock|share)-?(?:holder|owner)s?['\u2019]?s? (?:equity|investment)|retained earnings)",
    }.items()
}
"""Titles that say only what the statement is about, where the page's head says the rest: `Income`, `Cash Flows`."""
_SPEAKING = ("statement", "sheet", "cash flow", "income", "operations", "earnings", "financial position", "equity")


def as_printed(lines: Sequence[str], index: int, text: str) -> str:
    """A title without what stands beside it on its line (the company's name, the years over the columns); one that begins
    `OF RETAINED EARNINGS` with the beginning that the line above it prints."""
    if text[:3].lower() == "of " and index and (half := _HALF.match(lines[index - 1])):
        return f"{half[1]} {text}"
    title = _BARE_YEARS.sub("", clean(text))
    return title if is_statement_title(title) else _shortened(title)


def _shortened(title: str) -> str:
    """The longest beginning of a line that is a title; the whole line where none is, or where it would end at an `and`."""
    words = title.split()
    for count in range(len(words) - 1, 1, -1):
        shorter = " ".join(words[:count])
        if is_statement_title(shorter):
            return title if words[count].lower() == "and" else shorter
    return title


def untitled(kind: StatementKind, grid: Grid, over: Above, place: Place) -> str | None:
    """A title for a statement told by its lines: its section's if that names the same statement, else what is printed."""
    section = place.last
    if section is not None and statement_kind(section.title) == kind.value:
        return clean(section.title)
    named = next(
        (line for line in (grid.stub, *over.head[:2], *reversed(over.titles)) if _PLAIN[kind].match(line)), None
    )
    if named is not None:
        return _BARE_YEARS.sub("", clean(named))
    for index in range(len(over.titles) - 1, -1, -1):
        line = over.titles[index]
        if len(line) < _LONGEST and any(word in line.lower() for word in _SPEAKING):
            return as_printed(over.titles, index, line)
    return None
