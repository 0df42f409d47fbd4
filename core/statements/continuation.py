"""Which tables are one statement that runs over pages: assets here and liabilities there, a cash flow in two parts."""

from collections.abc import Sequence
from typing import NamedTuple

from core.document.block import Layout
from core.document.continued import is_continued
from core.evidence import CERTAIN, Recogniser, Rule
from core.outline.titles import is_statement_title, statement_kind
from core.source import Span
from core.statements.lead_in import Above, between, is_prose
from core.statements.statement import PRIMARY, StatementKind
from core.statements.telling_lines import Marks
from core.tables.grid import Grid
from core.vocabulary import meanings

_MOST_LINES = 16
"""Lines of words that stand between two parts of a statement: a page's foot, a title, a head."""
_MOST_CHARACTERS = 6_000
"""What stands further apart is not looked at."""
_OTHER_COLUMNS = 2
"""So many columns more or less than the part before a part may have."""
_BEGUN = 2
"""Telling lines of assets with which a balance sheet has begun."""
_OWED = 4
"""Telling lines of liabilities with which it has told them already."""
_REST = 3
"""Telling lines of liabilities that are the rest of a balance sheet; with its title again, fewer."""
_FLOWS, _WHOLE = 6, 5
"""Telling lines of all flows, and those of a statement of cash flows that is whole by itself."""
_NAMES = {
    kind: tuple(
        phrase.removesuffix("*") for phrase, means in meanings("statement_titles", "goes_on").items() if means == kind
    )
    for kind in PRIMARY
}


class Joint(NamedTuple):
    """A table below a statement that may be its next part: the statement's kind, the telling lines of the parts so far and
    the last of them, the table with its own lines, and what stands over it."""

    kind: StatementKind
    parts: Sequence[Marks]
    before: Grid
    found: Marks
    grid: Grid
    over: Above

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines that may say whether it goes on."""
        return (*self.over.titles, *self.over.head, self.grid.stub)

    @property
    def told(self) -> set[str | None]:
        """The statements that the titles over it name."""
        return {statement_kind(line) for line in self.lines if is_statement_title(line)}


def near(layout: Layout, before: Span, after: Span) -> bool:
    """Whether no prose parts two tables: a page's foot, a title, a head at most."""
    if after.start - before.end > _MOST_CHARACTERS:
        return False
    lines = between(layout, before, after)
    return len(lines) <= _MOST_LINES and not any(is_prose(line) for line in lines)


def _no_statement(joint: Joint) -> bool | None:
    return None if joint.kind in PRIMARY else False


def _other_columns(joint: Joint) -> bool | None:
    before, own = len(joint.before.columns), len(joint.grid.columns)
    return None if before and abs(before - own) <= _OTHER_COLUMNS else False


def _other_title(joint: Joint) -> bool | None:
    return False if joint.told and str(joint.kind) not in joint.told else None


def _says_so(joint: Joint) -> bool | None:
    names = _NAMES[joint.kind]
    said = any(is_continued(line) and any(map(line.lower().__contains__, names)) for line in joint.lines)
    return True if said else None


def _lacks_liabilities(joint: Joint) -> bool:
    """Whether the parts so far are the assets of a balance sheet without what is owed."""
    if joint.kind is not StatementKind.BALANCE_SHEET or any(part.liabilities >= _OWED for part in joint.parts):
        return False
    return sum(part.assets for part in joint.parts) >= _BEGUN


def _is_owed(joint: Joint) -> bool | None:
    return True if _lacks_liabilities(joint) and joint.found.liabilities >= _REST else None


def _same_title(joint: Joint) -> bool | None:
    owed = joint.found.liabilities > 0 and joint.found.assets < _BEGUN
    return True if joint.told and owed and _lacks_liabilities(joint) else None


def _other_flows(joint: Joint) -> bool | None:
    if joint.kind is not StatementKind.CASH_FLOW or sum(part.cash_flow for part in joint.parts) >= _FLOWS:
        return None
    return True if 1 <= joint.found.cash_flow < _WHOLE else None


CONTINUATION: Recogniser[Joint, bool] = Recogniser(
    "continuation",
    "Is this table the next part of the statement before it?",
    (
        Rule("no-statement", CERTAIN, "Only primary statements run over pages.", _no_statement),
        Rule("other-columns", CERTAIN, "The parts of a statement have about as many columns.", _other_columns),
        Rule("other-title", CERTAIN, "A title between the two names another statement.", _other_title),
        Rule("says-so", 5.0, "A line over it names the statement and says (continued).", _says_so),
        Rule("is-owed", 4.0, "Liabilities and equity follow on assets that have none.", _is_owed),
        Rule(
            "same-title", 3.0, "Under the title of the balance sheet again: some liabilities, no assets.", _same_title
        ),
        Rule("other-flows", 3.0, "Some flows of cash follow on others, and neither table has them all.", _other_flows),
    ),
)
"""Asked in this order; the first rule that is not silent decides."""


def continues(joint: Joint) -> bool:
    """Whether a table goes on where the one before it stopped."""
    verdict = CONTINUATION.first(joint)
    return verdict is not None and verdict.decided
