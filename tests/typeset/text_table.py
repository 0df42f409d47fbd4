"""A table set in characters of one width: captions at the left, figures in columns, rules over sums."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from core.statements.statement import Role, StatementKind
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
from tests.typeset.sheet import Line, Sheet
from tests.typeset.traits import Style

NARROWEST, NARROW = 32, 22
"""Characters in the column of captions: the least, and where filers keep it narrow."""
GAP, TIGHT, APART = 4, 2, 9
"""Blanks between columns: as a rule, in crowded tables, where an empty column stands between."""
STEP = 2
"""Blanks a level of captions is indented by."""
MARGIN = 18
"""Characters in the margin where headings stand beside the lines."""


@dataclass(frozen=True, slots=True)
class SetTable:
    """A table in lines: what stands over it, its heads, a list of lines for each row, what ends it. `again` is what stands
    over its second part where a page cuts it."""

    over: list[str]
    opening: list[str]
    heads: list[str]
    rows: list[list[str]]
    closing: list[str]
    below: list[str]
    again: list[str]
    split: int = 0


class TextTable:
    """Sets one table within a page of `width` characters."""

    def __init__(self, sheet: Sheet, style: Style, width: int) -> None:
        self.sheet, self.style, self.page = sheet, style, width
        self.figures, self.heads = with_references(sheet, style, printed(sheet, style), heads(sheet, style))
        self.gap = APART if style.on("blank-columns") else TIGHT if style.on("tight-columns") else GAP
        self.apart = style.on("dollar-apart")
        self.widths = [self._width(column) for column in range(len(self.heads))]
        self.hangs = [
            max((len(row[column].close) for row in self.figures if row), default=0) for column in range(len(self.heads))
        ]
        self._widen()
        self.side = sheet.kind is StatementKind.BALANCE_SHEET and style.on("side-heads")
        self.stub = self._stub()

    def set(self) -> SetTable:
        """The table in lines."""
        titles = self._titles()
        tagged = self.style.of("ruler") != "table-none"
        inside = tagged and self.style.on("title-in-table")
        opening = ["<TABLE>"] if tagged else []
        if tagged and self.style.on("caption-tag"):
            opening.append("<CAPTION>")
        again = (
            [f"{titles[0].rstrip()} (continued)", "", *self._heads()]
            if titles and self.style.on("continued")
            else self._heads()
        )
        return SetTable(
            over=[] if inside or not titles else [*titles, ""],
            opening=[*opening, *titles, ""] if inside and titles else opening,
            heads=[*self._heads(), *self._ruler()],
            rows=self._rows(),
            closing=["</TABLE>"] if tagged else [],
            below=self._below(),
            again=again,
            split=self.sheet.split,
        )

    def _titles(self) -> list[str]:
        if not self.sheet.primary:
            return []
        lines = [self.sheet.title.upper(), *subtitles(self.sheet, self.style)]
        if self.style.on("titles-left"):
            return lines
        return [line.center(self.page).rstrip() for line in lines]

    def _width(self, column: int) -> int:
        """Characters of a column without what hangs over at its right."""
        digits = max((len(row[column].digits) for row in self.figures if row), default=1)
        money = any(row and row[column].money for row in self.figures)
        own = max((len(line) for line in self.heads[column].lines), default=1)
        return max(digits + (2 if money and self.apart else 1 if money else 0), own)

    def _widen(self) -> None:
        """Columns under a long spanner are as wide together as it is, and two blanks more."""
        for first, last in grouped(self.heads):
            have = sum(self.widths[first : last + 1]) + sum(self.hangs[first:last]) + self.gap * (last - first)
            need = max(map(len, self.heads[first].spanner), default=0) + 2 - self.gap
            while have < need:
                for column in range(first, last + 1):
                    self.widths[column] += 1
                have += last - first + 1

    def _stub(self) -> int:
        if self.style.on("narrow-captions"):
            return NARROW
        longest = max(len(caption(line, self.style)) + STEP * line.depth for line in self.sheet.lines)
        left = (
            self.page - sum(self.widths) - sum(self.hangs) - self.gap * len(self.widths) - (MARGIN if self.side else 0)
        )
        return max(NARROWEST, min(left, max(longest + STEP, NARROWEST)))

    def _starts(self) -> list[int]:
        """Where each column begins."""
        at, starts = self.stub + (MARGIN if self.side else 0), []
        for width, hang in zip(self.widths, self.hangs, strict=True):
            at += self.gap
            starts.append(at)
            at += width + hang
        return starts

    def _heads(self) -> list[str]:
        deepest = max(len(head.lines) for head in self.heads)
        lines = self._spanners()
        for row in range(deepest):
            texts = []
            for head, width in zip(self.heads, self.widths, strict=True):
                at = row - (deepest - len(head.lines))
                texts.append(head.lines[at].center(width) if at >= 0 else "")
            lines.append(self._columns(texts))
        unit = unit_words(self.sheet, self.style)
        place = unit_place(self.sheet, self.style)
        if unit and place == "stub" and lines:
            self._into_stub(lines, unit)
        if self.style.on("heads-ruled"):
            lines.append(self._columns(["-" * width for width in self.widths]))
        if unit and place == "spanner":
            start = self._starts()[0]
            lines.append(" " * start + unit.center(max(len(unit), self._end() - start)).rstrip())
        return lines

    def _into_stub(self, lines: list[str], unit: str) -> None:
        if len(unit) < self._starts()[0] - 1:
            lines[-1] = unit + lines[-1][len(unit) :]
        else:
            lines.insert(0, unit)

    def _end(self) -> int:
        return self._starts()[-1] + self.widths[-1]

    def _columns(self, texts: Sequence[str], left: str = "") -> str:
        """Texts where their columns begin."""
        line = left
        for text, start in zip(texts, self._starts(), strict=True):
            if text.strip():
                line = line.ljust(start) + text
        return line.rstrip()

    def _spanners(self) -> list[str]:
        """Lines over several columns with the same ones, each centred over them."""
        deepest = max(len(head.spanner) for head in self.heads)
        lines = [""] * deepest
        ruled = ""
        starts = self._starts()
        for first, last in grouped(self.heads):
            spanner = self.heads[first].spanner
            if not spanner:
                continue
            begin, end = starts[first], starts[last] + self.widths[last]
            for row, words in enumerate(spanner, deepest - len(spanner)):
                at = max(begin + (end - begin - len(words)) // 2, len(lines[row]) + 1)
                lines[row] = lines[row].ljust(at) + words
            ruled = ruled.ljust(begin) + "-" * (end - begin)
        return [*lines, ruled] if ruled and self.style.on("spanner-ruled") else lines

    def _ruler(self) -> list[str]:
        ruler = self.style.of("ruler")
        if ruler == "ruler-true":
            return [self._columns(["<C>"] * len(self.heads), "<S>")]
        return ["<S>" + "<C>" * len(self.heads)] if ruler == "ruler-false" else []

    def _rows(self) -> list[list[str]]:
        rows: list[list[str]] = []
        waiting: list[str] = []
        for index, (line, figures) in enumerate(zip(self.sheet.lines, self.figures, strict=True)):
            if self.side and line.heading:
                rows += [[word] for word in waiting]
                waiting = textwrap.wrap(line.caption.rstrip(":").upper(), MARGIN - STEP)
                continue
            over = self._rule("-") if self._summed(index) else []
            row = [*over, *self._line(line, figures)]
            if self.side:
                row = [self._beside(one, waiting) for one in row]
            rows.append(row + self._under(index))
        return rows

    def _beside(self, line: str, waiting: list[str]) -> str:
        """A line with the next words of the heading in the margin; rules have none."""
        if not waiting or not line.strip() or not any(letter.isalpha() for letter in line):
            return line
        return waiting.pop(0).ljust(MARGIN) + line[MARGIN:]

    def _summed(self, index: int) -> bool:
        return index > 0 and self.sheet.lines[index].role in {Role.SUBTOTAL, Role.TOTAL}

    def _under(self, index: int) -> list[str]:
        line = self.sheet.lines[index]
        if line.role is Role.TOTAL and index:
            double = self.style.of("rules") == "rules-double"
            return [*self._rule("-"), *self._rule("-")] if double else self._rule("=")
        return [""] if self.style.on("blank-lines") else []

    def _rule(self, sign: str) -> list[str]:
        habit = self.style.of("rules")
        if habit == "rules-none":
            return []
        sign = "_" if habit == "rules-underscored" and sign == "-" else sign
        return [self._columns([sign * width for width in self.widths])]

    def _line(self, line: Line, figures: list[Printed]) -> list[str]:
        """A row in its lines: a long caption on several, the figures beside the last or the first of them."""
        margin = MARGIN if self.side else 0
        indent = " " * (STEP * line.depth)
        wrapped = textwrap.wrap(
            caption(line, self.style), self.stub - STEP, initial_indent=indent, subsequent_indent=indent + "  "
        ) or [indent]
        wrapped = [" " * margin + one for one in wrapped]
        if not figures:
            return wrapped
        at = 0 if self.style.on("figures-first") else len(wrapped) - 1
        if self.style.on("dot-leaders"):
            wrapped[at] += self._leaders(self.stub + margin - len(wrapped[at]))
        wrapped[at] = self._figured(figures, wrapped[at])
        return wrapped

    def _leaders(self, room: int) -> str:
        """Dots that fill so many columns; with blanks between them they stand one under the other."""
        if self.style.on("dots-spaced"):
            return "".join(" ."[(self.stub - at) % 2] for at in range(room, 0, -1))
        return "." * room

    def _figured(self, figures: list[Printed], left: str) -> str:
        line = left
        for figure, start, width in zip(figures, self._starts(), self.widths, strict=True):
            if not figure.digits:
                continue
            if figure.money and self.apart:
                body = "$" + figure.digits.rjust(width - 1)
            else:
                body = (("$" if figure.money else "") + figure.digits).rjust(width)
            line = line.ljust(start) + body + figure.close
        return line

    def _below(self) -> list[str]:
        return [f"{mark} Restated to agree with the present year." for mark in self.sheet.marks.values()]


def grouped(columns: list[Head]) -> list[tuple[int, int]]:
    """First and last column of each stretch with the same spanner."""
    stretches: list[tuple[int, int]] = []
    for index, head in enumerate(columns):
        if stretches and columns[stretches[-1][0]].spanner == head.spanner:
            stretches[-1] = (stretches[-1][0], index)
        else:
            stretches.append((index, index))
    return stretches
