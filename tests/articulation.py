"""How much of real filings is held against something: `python -m tests.articulation [FILE or FOLDER …]`.

By format, of the filings that have both statements: in how many do assets tie with liabilities and equity, net income with
the statement of cash flows, and the cash that it ends and begins with. And by kind of table: how many of its figures take
part in a sum or an agreement that holds, and how many in two.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from core.analysis import Analysis, analyse
from core.checks.balances import CASH_IN_FLOWS
from core.checks.cash import CASH
from core.checks.check import Check, Rule, Status
from core.source import Cite
from core.statements.statement import Figure, Row, Statement, StatementKind
from tests.filings_dir import FILINGS

ENDINGS = {".txt", ".htm", ".html", ".nc", ".sgml"}
_SHEET, _FLOW, _INCOME = StatementKind.BALANCE_SHEET, StatementKind.CASH_FLOW, StatementKind.INCOME_STATEMENT


class Placed(NamedTuple):
    """A figure with the row and the table that it stands in."""

    figure: Figure
    row: Row
    table: Statement

    @property
    def is_closing(self) -> bool:
        """Whether it is of the day on which its column ends."""
        return self.table.time(self.row, self.figure).end == self.table.columns[self.figure.column].end


def placed(analysis: Analysis) -> dict[Cite, Placed]:
    """Every figure of the tables by its place."""
    return {
        figure.cite: Placed(figure, row, table)
        for table in (*analysis.statements, *analysis.tables)
        for row in table.rows
        for figure in row.figures
    }


def holding(analysis: Analysis) -> list[Check]:
    """What ties, but for tags and sentences."""
    skipped = (Rule.TAG_TIE, Rule.PROSE_TIE)
    return [one for one in analysis.checks if one.status is Status.TIES and one.rule not in skipped]


def articulated(analysis: Analysis) -> Iterator[tuple[str, bool]]:
    """What should tie between the statements that a filing has, and whether it does in any column."""
    figures = placed(analysis)
    told = [(check, [figures[cite] for cite in check.cites if cite in figures]) for check in holding(analysis)]
    kinds = {statement.kind for statement in analysis.statements}
    cash = [(check, some) for check, some in told if any(_is_cash_of_flows(one) for one in some)]
    if _SHEET in kinds:
        yield (
            "assets = liabilities + equity",
            any(c.rule is Rule.EQUATION and _in(_SHEET, some[:1]) for c, some in told),
        )
    if {_INCOME, _FLOW} <= kinds:
        both = (c.rule is Rule.ARTICULATION and _in(_INCOME, some) and _in(_FLOW, some) for c, some in told)
        yield "net income", any(both)
    if {_SHEET, _FLOW} <= kinds:
        yield "cash at the end", any(_is_elsewhere(some, closing=True) for _, some in cash)
    if _FLOW in kinds:
        begun = (c.rule is Rule.EQUATION or _is_elsewhere(some, closing=False) for c, some in cash)
        yield "cash at the beginning", any(begun)


def _in(kind: StatementKind, some: list[Placed]) -> bool:
    return any(one.table.kind is kind for one in some)


def _is_cash_of_flows(one: Placed) -> bool:
    """Whether a figure is the cash of a statement of cash flows, with what is restricted or (at its foot) without."""
    return one.row.known in CASH_IN_FLOWS or (one.table.kind is _FLOW and one.row.known == CASH)


def _is_elsewhere(some: list[Placed], *, closing: bool) -> bool:
    """Whether a figure stands in a statement of cash flows, as what a column of it ends or begins with, and in another table."""
    flows = [one for one in some if one.table.kind is _FLOW]
    return len(flows) < len(some) and any(one.is_closing is closing for one in flows)


def held(analysis: Analysis) -> Counter[tuple[StatementKind, int]]:
    """The figures of each kind of table by how often they are held: 0, 1, and 2 for more."""
    times = Counter(cite for check in holding(analysis) for cite in check.cites)
    return Counter((one.table.kind, min(2, times[cite])) for cite, one in placed(analysis).items() if one.figure.value)


def form(analysis: Analysis) -> str:
    """Text, HTML or inline XBRL."""
    if not any(document.hypertext is not None for document in analysis.filing.documents):
        return "text"
    return "iXBRL" if any(fact.fact.numeric for fact in analysis.facts) else "HTML"


def filings(arguments: list[str]) -> list[Path]:
    """The files named, and all in the folders named."""
    roots = [Path(one) for one in arguments] or [FILINGS]
    every = [[root] if root.is_file() else sorted(root.rglob("*")) for root in roots]
    return [path for some in every for path in some if path.suffix in ENDINGS]


def main(arguments: list[str]) -> int:
    """Prints the shares."""
    tied: dict[tuple[str, str], list[bool]] = defaultdict(list)
    figures: Counter[tuple[StatementKind, int]] = Counter()
    for path in filings(arguments):
        analysis = analyse(path)
        for what, ties in articulated(analysis):
            tied[form(analysis), what].append(ties)
        figures += held(analysis)
    for (how, what), marks in sorted(tied.items()):
        print(f"{how:<6} {what:<30} {sum(marks):>4} of {len(marks):>4}  {sum(marks) / len(marks):.2f}")
    for kind in StatementKind:
        count = sum(figures[kind, times] for times in range(3))
        if count:
            once, twice = figures[kind, 1] + figures[kind, 2], figures[kind, 2]
            print(f"{kind.value:<22} figures {count:>7}  held {once / count:.2f}  twice {twice / count:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
