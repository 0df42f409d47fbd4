"""Grids from HTML tables, drawn as text."""

import re

from core.document.html import lay_out_html
from core.markup.read import hypertext
from core.source import Source
from core.tables.grid import Grid
from core.tables.html.read import html_grids
from tests.core.tables.drawing import draw


def read(body: str) -> tuple[Source, tuple[Grid, ...]]:
    """The text and the grids of a document with this body."""
    found = hypertext(1, f"<html><body>{body}</body></html>")
    source = Source(1, found.text)
    return source, html_grids(lay_out_html(source, found), found)


def drawn(rows: str) -> str:
    """The grids of one table with these rows. A row a line, its cells between bars; `=3` before a cell's words is its
    colspan, `/` a row of cells that reach down another; any other line stands as it is."""
    return draw(read(f"<table>{table(rows)}</table>")[1])


def table(rows: str) -> str:
    """The markup of such rows."""
    return "".join(_row(line.strip()) for line in rows.strip().split("\n"))


def _row(line: str) -> str:
    if line.startswith("<"):
        return line
    return "<tr>" + "".join(_cell(cell.strip()) for cell in line.split("|")) + "</tr>"


def _cell(cell: str) -> str:
    found = re.match(r"(?:=(\d+) ?)?(?:/(\d+) ?)?(?:\[(.*?)\] ?)?(.*)", cell)
    assert found is not None
    across, down, style, words = found.groups()
    said = f' colspan="{across}"' if across else ""
    said += f' rowspan="{down}"' if down else ""
    said += f' style="{style}"' if style else ""
    return f"<td{said}>{words}</td>"
