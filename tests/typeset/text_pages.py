"""Pages of plain text: lines in order, feet and heads where a page ends, tables kept whole or cut."""

import textwrap

from tests.typeset.text_table import SetTable
from tests.typeset.traits import Style

LENGTH = 58
"""Lines on a page, and the least that must be left where a table is cut."""
LEAST = 6
TAB = 8
INDENT = " " * 5


class Pages:
    """Takes lines and tables in order; ends pages where they are full."""

    def __init__(self, style: Style, name: str, width: int) -> None:
        self.style, self.name, self.width = style, name, width
        self.lines: list[str] = []
        self._on_page = 0
        self._number = 1
        self.running = ""
        """What the pages of a chapter repeat at their heads."""

    def put(self, *lines: str) -> None:
        """Lines that a page may end between."""
        for line in lines:
            if self._on_page >= LENGTH:
                self.end_page()
            self._add(line)

    def together(self, *lines: str) -> None:
        """Lines that stand on one page."""
        if self._on_page + len(lines) > LENGTH:
            self.end_page()
        for line in lines:
            self._add(line)

    def paragraph(self, text: str, indent: str = "", hanging: str = "") -> None:
        """Words in lines, and a blank line."""
        self.put(*textwrap.wrap(text, self.width, initial_indent=indent, subsequent_indent=hanging), "")

    def table(self, table: SetTable) -> None:
        """A table: whole, or cut where the page ends."""
        left = "      " if self.style.on("tables-indented") else ""
        body = [line for row in table.rows for line in row]
        whole = [*table.over, *table.opening, *table.heads, *body, *table.closing]
        divided = table.split and self.style.on("two-page-balance-sheet")
        if divided:
            self._divided(table, left)
        elif self._on_page + len(whole) > LENGTH and self.style.on("pages-cut-tables"):
            self._cut(table, left)
        else:
            if self._on_page and self._on_page + len(whole) > LENGTH:
                self.end_page()
            self._all(whole, left)
        self._all(table.below, left)
        self._add("")

    def _all(self, lines: list[str], left: str) -> None:
        for line in lines:
            self._add(indented(line, left))

    def _cut(self, table: SetTable, left: str) -> None:
        """The rows as they come; where a page ends, the heads again."""
        if self._on_page + len(table.over) + len(table.opening) + len(table.heads) + LEAST > LENGTH:
            self.end_page()
        self._all([*table.over, *table.opening, *table.heads], left)
        for row in table.rows:
            if self._on_page + len(row) > LENGTH:
                self._turn(table, left)
            self._all(row, left)
        self._all(table.closing, left)

    def _turn(self, table: SetTable, left: str) -> None:
        apart = self.style.on("pages-cut-tags") and table.opening
        if apart:
            self._all(table.closing, left)
        self.end_page()
        if apart:
            self._all([*[line for line in table.opening if line.startswith("<")]], left)
            self._all([*table.again, *table.heads[-1:]] if table.heads[-1].startswith("<S>") else table.again, left)
        elif self.style.on("continued"):
            self._all(table.again, left)

    def _divided(self, table: SetTable, left: str) -> None:
        """The first part on one page, the second on the next under the title and the heads again."""
        if self._on_page:
            self.end_page()
        cut = _row_of(table)
        self._all([*table.over, *table.opening, *table.heads, *_flat(table.rows[:cut]), *table.closing], left)
        self.end_page()
        self._all([*table.over, *table.opening, *table.heads, *_flat(table.rows[cut:]), *table.closing], left)

    def end_page(self) -> None:
        """The foot of this page, and the head of the next."""
        self._on_page = 0
        habit = self.style.of("pages")
        foot = {
            "page-tag": ["", str(self._number).center(self.width).rstrip(), "<PAGE>"],
            "page-dashes": ["", f"- {self._number} -".center(self.width).rstrip(), "", "<PAGE>", ""],
            "page-numbered-tag": ["", f"<PAGE>   {self._number}", ""],
            "page-f": ["", f"F-{self._number}".center(self.width).rstrip(), "<PAGE>", ""],
            "page-feet": ["", "", str(self._number).center(self.width).rstrip(), "", ""],
            "pages-none": [],
        }[habit]
        self.lines += foot
        self._number += 1
        if habit == "pages-none":
            return
        if self.style.on("running-head"):
            self.lines += [self.name.upper().center(self.width).rstrip(), ""]
        if self.running and self.style.on("continued"):
            self.lines += [f"{self.running} (continued)".center(self.width).rstrip(), ""]

    def text(self) -> str:
        """All pages."""
        lines = self.lines
        if self.style.on("page-indented"):
            lines = [indented(line, INDENT) for line in lines]
        if self.style.on("dash-escaped"):
            lines = [f"- {line}" if line.startswith("-") else line for line in lines]
        if self.style.on("tabs"):
            lines = [tabbed(line) for line in lines]
        return "\n".join(lines) + "\n"

    def _add(self, line: str) -> None:
        self.lines.append(line)
        self._on_page += 1


def indented(line: str, left: str) -> str:
    """A line farther to the right; a tag stays where it is, and what stands behind it on a ruler does not."""
    if line.startswith("<S> "):
        return f"<S>{left}{line[3:]}"
    return left + line if line and not line.startswith("<") else line


def _flat(rows: list[list[str]]) -> list[str]:
    return [line for row in rows for line in row]


def _row_of(table: SetTable) -> int:
    """The row where the second part begins: rows are fewer than lines where headings stand in the margin."""
    return min(table.split, len(table.rows))


def tabbed(line: str) -> str:
    """A line whose blanks are tabs where they reach a stop."""
    parts = [line[at : at + TAB] for at in range(0, len(line), TAB)]
    return "".join(part.rstrip(" ") + "\t" if len(part) == TAB and part.endswith("  ") else part for part in parts)
