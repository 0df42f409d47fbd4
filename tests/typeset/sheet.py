"""A table before it is set: columns with their times and members, lines with their amounts. Layouts print it; the truth is it."""

import datetime
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum, auto

from core.statements.statement import Period, Role, StatementKind, Unit


class Heads(Enum):
    """What the columns of a table are."""

    INSTANTS = auto()
    """Days: balance sheets."""
    YEARS = auto()
    """Whole fiscal years."""
    MONTHS = auto()
    """Periods of three, six or nine months, one beside the other."""
    MEMBERS = auto()
    """Parts of a whole, whatever the time: components of equity, segments, kinds of leases."""
    QUARTERS = auto()
    """The four quarters of a year."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of figures: its time, or the words of its member; `spanner` over several of them. `unit` is what its
    figures count whatever their line counts."""

    time: Period | None = None
    member: str = ""
    spanner: str = ""
    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line: an amount a column (None where nothing is printed), as printed, not scaled. `day` is the one the caption
    names, `times` what its figures have in place of their columns'; `timed` is false where the page leaves it open."""

    caption: str
    amounts: tuple[Decimal | None, ...] = ()
    depth: int = 0
    role: Role = Role.LINE
    unit: Unit | None = Unit.MONEY
    day: datetime.date | None = None
    timed: bool = True
    places: int = 0
    """Digits behind the point."""
    times: tuple[Period | None, ...] = ()

    @property
    def heading(self) -> bool:
        """Whether it has no figures."""
        return not self.amounts


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table. `scale` is what its money is multiplied by; `lead_in` the sentence before it, and `about` its times in words
    (`December 31, 1998 and 1997`). `years` are the fiscal years it compares, newest first."""

    kind: StatementKind
    title: str
    heads: Heads
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    scale: int
    lead_in: str = ""
    about: str = ""
    split: int = 0
    """The line before which a page may end: that where the liabilities begin. 0 where it is not to be divided."""
    marks: dict[int, str] = field(default_factory=dict)
    """Footnote marks behind captions, by line."""

    def time(self, line: Line, column: int) -> Period | None:
        """When a figure is of; None where the page leaves it open."""
        if line.times:
            return line.times[column]
        return self.columns[column].time if line.timed else None

    @property
    def primary(self) -> bool:
        """Whether it is a statement with a title of its own."""
        return bool(self.title)
