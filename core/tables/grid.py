"""A table as rows and columns, before anyone asks what it means; every cell cited."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from core.evidence import Verdict
from core.source import Cite, Span
from core.tables.numerals import USUAL, Numerals


class CellUnit(StrEnum):
    """What is printed at the figure itself."""

    PLAIN = ""
    MONEY = "$"
    PERCENT = "%"


class GridCell(NamedTuple):
    """What stands in one column of one row.

    `text` as printed, blanks folded (`(1,234)`, `$ 56`, `34%`, `-`); `value` the number with its sign, a nil dash is 0,
    None where the cell is words; `cite` the figure's characters with sign and brackets, without the currency sign where
    it stands apart; `mark` a footnote mark such as `(a)` or `*`.
    """

    column: int
    text: str
    value: Decimal | None
    cite: Cite
    unit: CellUnit = CellUnit.PLAIN
    currency: str | None = None
    mark: str = ""


class Rule(StrEnum):
    """A line drawn through the figures."""

    NONE = ""
    SINGLE = "-"
    DOUBLE = "="


class GridRow(NamedTuple):
    """A row. `label` is the whole caption with its wrapped lines joined, empty where none is printed; `label_cite` None then.

    `indent` is the caption's first column on the page; `above` the rule drawn between the row before and this one,
    `below` the one under it; `blank_above`: an empty line parts it from the row before; `span` the row's lines.
    """

    label: str
    label_cite: Cite | None
    indent: int
    cells: tuple[GridCell, ...]
    span: Span
    above: Rule = Rule.NONE
    below: Rule = Rule.NONE
    blank_above: bool = False


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column of figures (captions are not a column). `heads` are its head lines from the top, spanners among them,
    each with its wrapped parts; `label` their words joined by one blank; `left` and `right` its reach on the page."""

    label: str
    heads: tuple[str, ...]
    cite: Cite | None
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of one document. `span` reaches from its head to its last row; `stub` is the head above the captions
    ("(In thousands)", "December 31"); `head` all head words; `notes` footnotes under the table. `verdict` says why its
    lines are a table (None where the markup says so), `head_verdict` how many lines are its head and why, `numerals` how
    its figures are written."""

    document: int
    span: Span
    columns: tuple[GridColumn, ...]
    rows: tuple[GridRow, ...]
    stub: str = ""
    head: str = ""
    notes: tuple[Cite, ...] = ()
    verdict: Verdict[bool] | None = None
    head_verdict: Verdict[int] | None = None
    numerals: Verdict[Numerals] = USUAL
