"""What must be read in a made-up filing: its Items, its notes, its tables with every figure that is printed."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from core.statements.statement import Period, StatementKind, Unit
from tests.typeset.draw import Drawn
from tests.typeset.filing import Heading
from tests.typeset.printed import caption, note_number, printed, unit_words
from tests.typeset.sheet import Column, Heads, Sheet
from tests.typeset.traits import Style


@dataclass(frozen=True, slots=True)
class TrueSection:
    """An Item or a note. `mark` is a word of its own text; `part` is empty for notes. `traits` shaped it."""

    part: str
    number: str
    title: str
    mark: str
    traits: frozenset[str]


@dataclass(frozen=True, slots=True)
class TrueFigure:
    """A figure as printed: its `value` with its sign, not scaled; `unit` and `time` are None where the page leaves them open."""

    column: int
    text: str
    value: Decimal
    unit: Unit | None
    time: Period | None
    scale: int

    @property
    def whole(self) -> Decimal:
        """What it comes to: money with its scale applied."""
        return self.value * self.scale if self.unit is Unit.MONEY else self.value


@dataclass(frozen=True, slots=True)
class TrueRow:
    """A line with figures; `day` is the one that its caption names."""

    caption: str
    day: datetime.date | None
    figures: tuple[TrueFigure, ...]


@dataclass(frozen=True, slots=True)
class TrueTable:
    """A table. `members` are what its columns stand for, None where they are times; `timed` whether they are times and
    nothing else; `counted` whether it holds money."""

    kind: StatementKind
    title: str
    scale: int
    currency: str | None
    members: tuple[str | None, ...]
    timed: bool
    rows: tuple[TrueRow, ...]
    traits: frozenset[str]

    @property
    def counted(self) -> bool:
        """Whether some of it is money."""
        return any(figure.unit is Unit.MONEY for row in self.rows for figure in row.figures)


@dataclass(frozen=True, slots=True)
class Truth:
    """All of it."""

    items: tuple[TrueSection, ...]
    notes: tuple[TrueSection, ...]
    tables: tuple[TrueTable, ...]


def truth(drawn: Drawn) -> Truth:
    """What must be read in it."""
    shaped = list(zip(drawn.filing.blocks, drawn.shaped, strict=True))
    return Truth(
        tuple(_items(drawn)),
        tuple(
            TrueSection("", note_number(block.number, drawn.style), block.title, block.mark, traits)
            for block, traits in shaped
            if isinstance(block, Heading) and block.level == "note"
        ),
        tuple(_table(block, drawn.style, traits) for block, traits in shaped if isinstance(block, Sheet)),
    )


def _items(drawn: Drawn) -> Iterator[TrueSection]:
    part = ""
    for block, traits in zip(drawn.filing.blocks, drawn.shaped, strict=True):
        if isinstance(block, Heading) and block.level == "part":
            part = block.number
        if isinstance(block, Heading) and block.level == "item":
            yield TrueSection(part, block.number, block.title, block.mark, traits)


def _member(column: Column) -> str | None:
    """What a column stands for besides its time: that it holds amounts is nothing."""
    return None if column.time is not None and column.member == "Amount" else column.member or None


def _table(sheet: Sheet, style: Style, traits: frozenset[str]) -> TrueTable:
    rows = []
    money = False
    for line, texts in zip(sheet.lines, printed(sheet, style), strict=True):
        figures = []
        for index, (amount, text, column) in enumerate(zip(line.amounts, texts, sheet.columns, strict=False)):
            if amount is None or not text.digits:
                continue
            money = money or text.money
            time = sheet.time(line, index)
            figures.append(TrueFigure(index, text.text, amount, column.unit or line.unit, time, sheet.scale))
        if figures:
            rows.append(TrueRow(caption(line, style), line.day, tuple(figures)))
    named = sheet.heads is Heads.MEMBERS
    timed = sheet.heads in {Heads.INSTANTS, Heads.YEARS, Heads.MONTHS} and all(one.time for one in sheet.columns)
    members = tuple(_member(column) if named else None for column in sheet.columns)
    spoken = money or "ollars" in unit_words(sheet, style)
    return TrueTable(
        sheet.kind, sheet.title, sheet.scale, "USD" if spoken else None, members, timed, tuple(rows), traits
    )
