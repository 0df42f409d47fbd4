"""The cells of a table in HTML, before a manner writes them: which stand beside one another, and how many columns each spans."""

from dataclasses import dataclass, replace
from typing import NamedTuple

from core.statements.statement import Period, Role, Unit
from tests.typeset.printed import (
    Head,
    Printed,
    caption,
    heads,
    printed,
    subtitles,
    unit_place,
    unit_words,
    with_references,
)
from tests.typeset.sheet import Heads, Line, Sheet
from tests.typeset.text_table import grouped
from tests.typeset.traits import Style


class Tag(NamedTuple):
    """What inline XBRL says of a figure."""

    name: str
    time: Period
    member: str
    unit: Unit
    scale: int
    negative: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its lines of words, the columns it spans. `sort` is `stub`, `head`, `figure`, `money`, `close`, `blank`."""

    sort: str
    lines: tuple[str, ...] = ("",)
    span: int = 1
    depth: int = 0
    bold: bool = False
    ruled: bool = False
    tag: Tag | None = None
    """The tag of the figure, whose digits alone it covers."""


Rows = list[list[Cell]]
BLANK = "\u00a0"
"""A blank that does not break."""


class HtmlTable:
    """Lays out one table as rows of cells."""

    def __init__(self, sheet: Sheet, style: Style, tagged: bool) -> None:
        self.sheet, self.style, self.tagged = sheet, style, tagged
        self.figures, self.heads = with_references(sheet, style, printed(sheet, style), heads(sheet, style))
        self.shift = len(self.heads) - len(sheet.columns)
        self.own_money = style.on("dollar-cell")
        self.own_close = style.on("bracket-cell")
        self.spaced = style.on("blank-columns") or style.of("manner") in {"html-font", "html-divs", "html-inline"}
        self.each = 1 + self.own_money + self.own_close
        """Columns of cells for a column of figures, without the empty one before it."""

    @property
    def across(self) -> int:
        """Columns of cells in all."""
        return 1 + self.steps + len(self.heads) * (self.each + self.spaced)

    @property
    def steps(self) -> int:
        """Columns of cells before those of the captions, by which these are indented."""
        return max((line.depth for line in self.sheet.lines), default=0) if self.style.on("indent-by-cells") else 0

    def titles(self) -> list[str]:
        """The title and what stands under it; none for tables of notes."""
        return [self.sheet.title.upper(), *subtitles(self.sheet, self.style)] if self.sheet.primary else []

    def parts(self) -> list[Rows]:
        """The rows; in two parts where a balance sheet stands on two pages."""
        top = self._heads()
        body = [self._row(index, line) for index, line in enumerate(self.sheet.lines)]
        cut = self.sheet.split
        if self.style.on("lines-stacked") and not cut:
            body = _stacked(body)
        if cut and self.style.on("two-page-balance-sheet"):
            return [[*top, *body[:cut]], [*top, *body[cut:]]]
        return [[*top, *body]]

    def _heads(self) -> Rows:
        rows = self._spanners()
        unit = unit_words(self.sheet, self.style)
        place = unit_place(self.sheet, self.style) if unit else ""
        lines = self._lines()
        for index, texts in enumerate(lines):
            stub = unit if place == "stub" and index == len(lines) - 1 else ""
            row = self._stub(stub)
            for text in texts:
                row += self._headed(text, ruled=index == len(lines) - 1)
            rows.append(row)
        if place == "spanner":
            rows.append([*self._stub(), Cell("head", (unit,), self.across - 1 - self.steps)])
        return rows

    def _lines(self) -> list[list[tuple[str, ...]]]:
        """For each row of heads, the lines of each column's cell."""
        deepest = max(len(head.lines) for head in self.heads)
        padded = [("",) * (deepest - len(head.lines)) + head.lines for head in self.heads]
        if not self.style.on("heads-broken"):
            return [[(lines[row],) for lines in padded] for row in range(deepest)]
        if deepest > 1 and self.style.on("years-row"):
            return [[lines[:-1] for lines in padded], [lines[-1:] for lines in padded]]
        return [[head.lines for head in self.heads]]

    def _headed(self, lines: tuple[str, ...], ruled: bool) -> list[Cell]:
        before = [Cell("blank")] if self.spaced else []
        lines = tuple(line for line in lines if line) or ("",)
        if self.each > 1 and self.style.on("heads-span-otherwise"):
            head = Cell("head", lines, self.each - 1, bold=True, ruled=ruled)
            return [*before, head, Cell("blank")] if self.own_close else [*before, Cell("blank"), head]
        return [*before, Cell("head", lines, self.each, bold=True, ruled=ruled)]

    def _spanners(self) -> Rows:
        deepest = max(len(head.spanner) for head in self.heads)
        if not deepest:
            return []
        if self.style.on("heads-broken"):
            return [self._spanned([head.spanner for head in self.heads])]
        padded = [("",) * (deepest - len(head.spanner)) + head.spanner for head in self.heads]
        return [self._spanned([(lines[row],) for lines in padded]) for row in range(deepest)]

    def _spanned(self, texts: list[tuple[str, ...]]) -> list[Cell]:
        row = self._stub()
        for first, last in grouped([Head(text, ()) for text in texts]):
            span = (last - first + 1) * self.each + (last - first) * self.spaced
            row += [Cell("blank")] if self.spaced else []
            row.append(Cell("head", texts[first] or ("",), span, bold=True, ruled=bool(texts[first])))
        return row

    def _row(self, index: int, line: Line) -> list[Cell]:
        total = line.role is Role.TOTAL
        row = self._stub(caption(line, self.style), line.depth, bold=total)
        summed = line.role in {Role.SUBTOTAL, Role.TOTAL} and index > 0
        for column, figure in enumerate(self.figures[index]):
            row += self._figured(figure, self._tag(line, column - self.shift), summed)
        if line.heading:
            row += [Cell("blank") for _ in range(self.across - 1 - self.steps)]
        return row

    def _stub(self, words: str = "", depth: int = 0, bold: bool = False) -> list[Cell]:
        """The cells of a caption."""
        if not self.steps:
            return [Cell("stub", (words,), depth=depth, bold=bold)]
        return [*(Cell("blank") for _ in range(depth)), Cell("stub", (words,), self.steps - depth + 1, bold=bold)]

    def _figured(self, figure: Printed, tag: Tag | None, summed: bool) -> list[Cell]:
        cells = [Cell("blank")] if self.spaced else []
        opening = "$" if figure.money else ""
        if self.own_money:
            cells.append(Cell("money", (opening,), ruled=summed))
            opening = ""
        closing = "" if self.own_close else figure.close
        cells.append(
            Cell("figure", (f"{opening}{figure.digits}{closing}",), ruled=summed, tag=tag if figure.digits else None)
        )
        if self.own_close:
            cells.append(Cell("close", (figure.close,)))
        return cells

    def _tag(self, line: Line, index: int) -> Tag | None:
        if not self.tagged or index < 0 or line.unit is None:
            return None
        column, amount, time = self.sheet.columns[index], line.amounts[index], self.sheet.time(line, index)
        unit = column.unit or line.unit
        if time is None or amount is None or unit is Unit.PERCENT:
            return None
        member = column.member if self.sheet.heads is Heads.MEMBERS else ""
        scale = 1 if unit is Unit.PER_SHARE else self.sheet.scale
        return Tag(line.caption, time, member, unit, scale, amount < 0)


def _stacked(rows: Rows) -> Rows:
    """The rows, those that follow one another and are set alike being one, their lines one below the other."""
    found: Rows = []
    for row in rows:
        if found and _alike(found[-1], row):
            found[-1] = [
                replace(cell, lines=(*cell.lines, *(line or BLANK for line in below.lines)))
                for cell, below in zip(found[-1], row, strict=True)
            ]
        elif _plain(row):
            found.append([replace(cell, lines=tuple(line or BLANK for line in cell.lines)) for cell in row])
        else:
            found.append(row)
    return found


def _plain(row: list[Cell]) -> bool:
    """Whether a row is of an ordinary line with figures."""
    figures = any(cell.sort == "figure" and cell.lines[0].strip(BLANK) for cell in row)
    return figures and not any(cell.bold or cell.ruled or cell.tag for cell in row)


def _alike(row: list[Cell], other: list[Cell]) -> bool:
    """Whether two rows have the same cells."""
    same = [(cell.sort, cell.span, cell.depth) for cell in row] == [
        (cell.sort, cell.span, cell.depth) for cell in other
    ]
    return same and _plain(row) and _plain(other)
