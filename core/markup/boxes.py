"""An HTML table while it is read: its cells laid over a grid, what is printed in several cells folded into one."""

import re
from collections.abc import Callable, Iterator

from core.figures import is_numeric
from core.markup.css import DOUBLE, SINGLE
from core.markup.line import Line

MOST_COLUMNS = 1200
"""Columns that are told apart; what lies farther right is put into the last one."""
MOST_SPAN = 1000
"""The most that a browser takes a `colspan` for."""

MOST_PASSED = 1_000_000
"""Places of a table that cells may keep for the rows below them; where more are kept, no row keeps any."""

_NEAR = 2
"""Columns of the grid that may lie empty between a figure and its sign."""
_BEGINS_FIGURE = "(-–—."
_LONGEST_CLOSING = 4
"""Characters of what closes a figure: `)%`, `bps`."""
_LISTED_PAGES = 3
"""Rows with a page from which on a table is a list of pages."""
_CURRENCY = re.compile(
    r"\(?(?:US|U\.S\.|C|Cdn|A|NZ|HK|S|R|NT|MX)? ?[$£€¥] ?\(?$|\($|[-–—]\$$|R\$$|(?:Rs\.?|CHF|EUR|GBP|USD)$"
)
_MARK_AND_BRACKET = re.compile(r"\(\w{1,2}\) ?\)")
"""A footnote mark with the bracket that closes the figure before it."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_CLOSING = re.compile(r"\)? ?%?\)?$|pts?\.?$|x$|bps?$")
_STROKE = re.compile(r"[-–—_]{4,}$|={2,}$|[-–— ]{7,}$")
_LISTED = re.compile(r"(?:part|item|note|page)\b", re.IGNORECASE)
_NAMED = re.compile(r"(?i)\b(?:statements?|report|balance sheets?|notes to|schedules?|signatures|exhibits?)\b")
_PLAIN = re.compile(r"[-–—]?\d{1,3}$")
_PAGE = re.compile(r"(?:[A-Z]-?)?\d{1,3}(?:[-–—]\d{1,3})?$|[ivxl]{1,6}$")


class Cell:
    """A cell: its lines, and once it is closed its text, where in it each line begins, and whether it is `numeric`: a
    number, or a dash for none; lines drawn over and under it; `high` how many lines it has, empty ones among them."""

    __slots__ = ("high", "left", "lines", "linked", "numeric", "over", "pieces", "right", "text", "under")

    def __init__(self, left: int, right: int, over: int, under: int) -> None:
        self.left, self.right = left, right
        self.lines: list[Line] = []
        self.pieces: list[tuple[Line, int]] = []
        self.over, self.under = over, under
        self.linked = self.numeric = False
        self.high = 0
        self.text = ""

    def close(self) -> None:
        """Folds the cell's text; a stroke of dashes is a line drawn under what stands above."""
        if not self.lines:
            return
        at = 0
        for line in self.lines:
            self.pieces.append((line, at))
            at += line.length + 1
        self.text = " ".join([line.text for line in self.lines])
        self.numeric = is_numeric(self.text)
        if self.text and self.text[0] in "-–—_=" and _STROKE.match(self.text):
            self.over = DOUBLE if self.text[0] == "=" else SINGLE
            self.lines, self.pieces, self.text, self.numeric = [], [], "", False

    @property
    def raised(self) -> int:
        """How much of its text stands before a superscript; -1 where there is none."""
        return next((at + line.raised for line, at in self.pieces if line.raised >= 0), -1)

    def join(self, other: "Cell", between: str) -> None:
        """Takes in the cell at its right."""
        begin = len(self.text) + len(between)
        self.pieces += [(line, begin + at) for line, at in other.pieces]
        self.text = f"{self.text}{between}{other.text}"
        self.numeric = is_numeric(self.text)
        self.right = other.right
        self.over, self.under = max(self.over, other.over), max(self.under, other.under)
        self.linked = self.linked or other.linked

    def alone(self, number: int) -> "Cell | None":
        """One of its lines as a cell of a row of its own; None where that line is empty."""
        last = number == self.high - 1
        found = Cell(self.left, self.right, 0 if number else self.over, self.under if last else 0)
        found.lines = [line for line in self.lines if line.down == number]
        found.linked = self.linked
        found.close()
        return found if found.lines else None


class Rows:
    """The rows of a table as they are read; `loose` what stands in it outside of cells; `crowded` whether its cells reach
    over more rows than are laid out."""

    def __init__(self) -> None:
        self.rows: list[list[Cell]] = []
        self.loose: list[Line] = []
        self.at = 0
        self.crowded = False
        self._down: dict[int, int] = {}
        self._passed = 0
        self._open = False

    def row(self) -> None:
        """Begins a row."""
        self.rows.append([])
        self.at = 0
        self._open = True

    def end_row(self) -> None:
        """Ends it; a cell that follows outside of a row begins one."""
        self._open = False

    def cell(self, across: str | None, down: str | None, over: int, under: int) -> Cell:
        """Begins a cell, which takes the next free place."""
        if not self._open:
            self.row()
        self._pass_by()
        width = span(across, MOST_SPAN)
        left = min(self.at, MOST_COLUMNS)
        right = min(left + width, MOST_COLUMNS + 1)
        self.at = right
        if down and not self.crowded and (rows := span(down, 60_000)) > 1:
            self._down.update(dict.fromkeys(range(left, right), len(self.rows) + rows - 1))
            self._count(right - left)
        found = Cell(left, right, over, under)
        self.rows[-1].append(found)
        return found

    def _pass_by(self) -> None:
        """Goes past the places that cells of rows above keep."""
        if not self._down:
            return
        row, begin = len(self.rows), self.at
        while self._down.get(self.at, 0) >= row:
            self.at += 1
        self._count(self.at - begin)

    def _count(self, passed: int) -> None:
        self._passed += passed
        if self._passed > MOST_PASSED:
            self.crowded = True
            self._down = {}


def span(text: str | None, most: int) -> int:
    """A `colspan` or `rowspan`: at least 1."""
    if not text:
        return 1
    digits = text.strip()
    return max(1, min(int(digits), most)) if digits.isdecimal() and len(digits) < 7 else 1


def lines_apart(rows: list[list[Cell]]) -> list[list[Cell]]:
    """The rows of a table; one whose cells hold several lines each, figures one below the other, is as many rows."""
    return [part for row in rows for part in _parted(row)]


def _parted(row: list[Cell]) -> list[list[Cell]]:
    """The rows that a row is: every line of its captions has one."""
    spoken = [cell for cell in row if cell.text]
    count = len(spoken[0].lines) if len(spoken) > 1 else 1
    if count < 2 or not _stacked(spoken, count):
        return [row]
    return [[part for cell in spoken if (part := cell.alone(number)) is not None] for number in range(count)]


def _stacked(spoken: list[Cell], count: int) -> bool:
    """Whether cells have so many lines each, and one has a figure in all of them."""
    full = [cell for cell in spoken if len(cell.lines) == count]
    return all(cell.high == count for cell in spoken) and any(map(_all_figures, full))


def _all_figures(cell: Cell) -> bool:
    return all(is_numeric(line.text) for line in cell.lines)


def folded(row: list[Cell]) -> list[Cell]:
    """The cells of a row that hold words or figures: a currency sign with the figure at its right, a bracket or percent
    sign with the one at its left."""
    found: list[Cell] = []
    for cell in row:
        if not cell.text:
            continue
        before = found[-1] if found else None
        between = _between(before, cell) if before is not None and cell.left - before.right <= _NEAR else None
        if before is not None and between is not None:
            before.join(cell, between)
        else:
            found.append(cell)
    return found


def _between(before: Cell, cell: Cell) -> str | None:
    """What stands between two cells that are printed as one figure; None where they are two."""
    if _CURRENCY.match(before.text) and (cell.numeric or cell.text[0] in _BEGINS_FIGURE or cell.text[0].isdigit()):
        return "" if before.text[-1] == "(" else " "
    closed = before.text[-1:].isdigit() or (cell.text == "%" and before.numeric)
    return _closing(before, cell) if closed else None


def _closing(before: Cell, cell: Cell) -> str | None:
    """The same of a figure and what may close it: a bracket, a percent sign, a footnote mark."""
    if len(cell.text) <= _LONGEST_CLOSING and _CLOSING.match(cell.text) and not _YEAR.fullmatch(before.text):
        return "" if cell.text[0] in ")%" else " "
    return " " if _closes_with_a_mark(before, cell) else None


def _closes_with_a_mark(before: Cell, cell: Cell) -> bool:
    """Whether a footnote mark stands in a cell with the bracket that closes the figure before it."""
    opened = before.text.count("(") > before.text.count(")")
    return opened and _MARK_AND_BRACKET.fullmatch(cell.text) is not None


def holds_figures(rows: list[list[Cell]]) -> bool:
    """Whether a table of folded rows is one of figures, and not a way to set words side by side, or a list of pages."""
    spoken = [row for row in rows if row]
    if len(spoken) < 2:
        return False
    figures = list(_figures(spoken))
    if not figures or (len(figures) == 1 and not any(sign in figures[0].text for sign in ",.$%")):
        return False
    if 2 * sum(cell.linked for cell in figures) > len(figures):
        return False
    return not _lists_pages(spoken, figures)


def _figures(rows: list[list[Cell]]) -> Iterator[Cell]:
    """The numbers of a table behind its first column; dashes for none are no sign of figures."""
    first = min(cell.left for row in rows for cell in row)
    for row in rows:
        for cell in row:
            if cell.left > first and cell.numeric and cell.text[-1] not in "-–—":
                yield cell


def _lists_pages(rows: list[list[Cell]], figures: list[Cell]) -> bool:
    """Whether the figures are pages: behind Parts, Items and notes, or rising behind the names of statements."""
    paged = [row for row in rows if len(row) > 1 and _PAGE.match(row[-1].text)]
    listed = _saying(_LISTED.match, paged)
    if listed >= _LISTED_PAGES and 2 * listed >= len(figures):
        return True
    named = _saying(_NAMED.search, paged)
    return named >= _LISTED_PAGES and all(_PLAIN.match(cell.text) for cell in figures) and _rise(paged)


def _saying(look: Callable[[str], re.Match[str] | None], rows: list[list[Cell]]) -> int:
    """The number of rows whose first cell says this."""
    return sum(look(row[0].text) is not None for row in rows)


def _rise(rows: list[list[Cell]]) -> bool:
    """Whether the pages behind names rise from row to row."""
    pages = [int(re.sub(r"\D", "", row[1].text) or 0) for row in rows]
    return pages == sorted(pages)
