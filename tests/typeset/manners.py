"""The manners of HTML: how a paragraph, a heading, a cell is written by the tools that filers have used."""

import html
from collections.abc import Callable
from dataclasses import dataclass

from tests.typeset.html_cells import Cell
from tests.typeset.inline import Inline
from tests.typeset.traits import Style

BLANK = "&nbsp;"
STEP = 12
"""Points a level of captions is indented by."""
SHEET = """<style type="text/css">
.t{font:10pt serif}.b{font-weight:bold}.u{text-decoration:underline}.c{text-align:center}.r{text-align:right}
.rule{border-bottom:1px solid black}.i1{padding-left:1em}.i2{padding-left:2em}.i3{padding-left:3em}.off{display:none}
.sh{background:#cef}
</style>
"""


@dataclass(slots=True)
class Manner:
    """Writes paragraphs and cells. `inline` tags the figures, where the filing is tagged."""

    style: Style
    inline: Inline | None

    @property
    def name(self) -> str:
        """The trait that it is."""
        return self.style.of("manner")

    def paragraph(self, words: str, bold: bool = False, underlined: bool = False, centred: bool = False) -> str:
        """A paragraph; `words` are markup already."""
        return PARAGRAPHS[self.name](words, bold, underlined, centred)

    def table(self, rows: list[list[Cell]]) -> str:
        """A table; inside of another where that is the manner."""
        written = [self._row(row, index) for index, row in enumerate(rows)]
        opening = TABLES.get(self.name, '<table border="0" cellpadding="0" cellspacing="0" width="100%">')
        whole = f"{opening}\n" + "\n".join(written) + "\n</table>\n"
        if self.name == "html-nested":
            return f'<table width="100%"><tr><td width="4%">{BLANK}</td><td>\n{whole}</td></tr></table>\n'
        return whole

    def _row(self, row: list[Cell], index: int) -> str:
        shaded = index % 2 and self.style.on("rows-shaded")
        ground = {"html-font": ' BGCOLOR="#cceeff"', "html-classes": ' class="sh"'}.get(
            self.name, ' style="background:#cceeff"'
        )
        return f"<tr{ground if shaded else ''}>" + "".join(self._cell(cell) for cell in row) + "</tr>"

    def _cell(self, cell: Cell) -> str:
        words = "<br>".join(html.escape(line, quote=False) for line in cell.lines)
        if cell.tag is not None and self.inline is not None:
            words = self.inline.tagged(cell.lines[0], cell.tag)
        if cell.sort == "stub" and cell.depth and self.style.on("indent-by-blanks"):
            words = BLANK * 3 * cell.depth + words
            cell = Cell(cell.sort, cell.lines, cell.span, 0, cell.bold, cell.ruled)
        if cell.sort == "figure" and cell.lines[0] and self.style.on("figures-padded"):
            words = f"{BLANK}{words}{BLANK}"
        span = f' colspan="{cell.span}"' if cell.span > 1 else ""
        return CELLS.get(self.name, _plain_cell)(cell, words or (BLANK if self.name != "html-plain" else ""), span)


def _plain(words: str, bold: bool, underlined: bool, centred: bool) -> str:
    words = f"<u>{words}</u>" if underlined else words
    words = f"<b>{words}</b>" if bold else words
    return f"<p{' align=center' if centred else ''}>{words}</p>\n"


def _font(words: str, bold: bool, underlined: bool, centred: bool) -> str:
    words = f"<U>{words}</U>" if underlined else words
    words = f"<B>{words}</B>" if bold else words
    place = ' ALIGN="center"' if centred else ' STYLE="margin-top:6px;margin-bottom:0px; text-indent:4%"'
    return f'<P{place}><FONT FACE="Times New Roman" SIZE="2">{words}</FONT></P>\n'


def _word(words: str, bold: bool, underlined: bool, centred: bool) -> str:
    words = f"<u>{words}</u>" if underlined else words
    words = f"<b style='mso-bidi-font-weight:normal'>{words}</b>" if bold else words
    place = " align=center style='text-align:center'" if centred else " style='text-align:justify'"
    look = 'font-size:10.0pt;font-family:"Times New Roman"'
    return f"<p class=MsoNormal{place}><span style='{look}'>{words}<o:p></o:p></span></p>\n"


def _classes(words: str, bold: bool, underlined: bool, centred: bool) -> str:
    names = " ".join(name for name, there in (("t", True), ("b", bold), ("u", underlined), ("c", centred)) if there)
    return f'<p class="{names}">{words}</p>\n'


def _divs(words: str, bold: bool, underlined: bool, centred: bool) -> str:
    place = "text-align:center" if centred else "text-align:justify;text-indent:0pt"
    line = ";text-decoration:underline" if underlined else ""
    look = f"font-family:'Times New Roman',sans-serif;font-size:10pt;font-weight:{700 if bold else 400};line-height:120%{line}"
    return f'<div style="margin-top:9pt;{place}"><span style="{look}">{words}</span></div>\n'


PARAGRAPHS: dict[str, Callable[[str, bool, bool, bool], str]] = {
    "html-plain": _plain,
    "html-nested": _plain,
    "html-font": _font,
    "html-word": _word,
    "html-classes": _classes,
    "html-divs": _divs,
    "html-inline": _divs,
}
TABLES = {
    "html-font": '<TABLE CELLSPACING="0" CELLPADDING="0" WIDTH="84%" BORDER="0" ALIGN="center">',
    "html-word": "<table class=MsoNormalTable border=0 cellspacing=0 cellpadding=0 style='border-collapse:collapse'>",
    "html-divs": '<table style="border-collapse:collapse;display:inline-table;margin-bottom:5pt;width:100%">',
    "html-inline": '<table style="border-collapse:collapse;display:inline-table;margin-bottom:5pt;width:100%">',
}
RIGHT = {"figure", "money"}


def _plain_cell(cell: Cell, words: str, span: str) -> str:
    place = {"figure": ' align="right"', "head": ' align="center"'}.get(cell.sort, "")
    indent = f' style="padding-left:{STEP * cell.depth}pt"' if cell.depth else ""
    words = f"<b>{words}</b>" if cell.bold else words
    rule = ' style="border-top:1px solid black"' if cell.ruled and cell.sort in RIGHT else ""
    return f"<td{span}{place}{indent}{rule}>{words}</td>"


def _font_cell(cell: Cell, words: str, span: str) -> str:
    size = 1 if cell.sort in {"head", "blank"} else 2
    place = {"figure": ' ALIGN="right"', "head": ' ALIGN="center"', "close": " NOWRAP"}.get(cell.sort, "")
    words = f'<FONT FACE="Times New Roman" SIZE="{size}">' + (f"<B>{words}</B>" if cell.bold else words) + "</FONT>"
    if cell.sort == "stub":
        words = f'<P STYLE="margin-left:{1 + 2 * cell.depth}.00em; text-indent:-1.00em">{words}</P>'
    rule = '<HR WIDTH="100%" SIZE="1" NOSHADE>' if cell.ruled and cell.sort == "head" else ""
    return f'<TD VALIGN="bottom"{span}{place}>{words}{rule}</TD>\n'


def _word_cell(cell: Cell, words: str, span: str) -> str:
    place = {"figure": ("right", "right"), "head": ("center", "center")}.get(cell.sort, ("", "left"))
    words = f"<b>{words}</b>" if cell.bold else words
    indent = f";text-indent:{STEP * cell.depth / 2:.1f}pt" if cell.depth else ""
    align = f" align={place[0]}" if place[0] else ""
    rule = ";border-bottom:solid windowtext 1.0pt" if cell.ruled else ""
    opening = f"<td width=72{span} valign=bottom style='width:54.0pt;padding:0in 5.4pt 0in 5.4pt{rule}'>"
    paragraph = f"<p class=MsoNormal{align} style='text-align:{place[1]}{indent}'>"
    return f"{opening}{paragraph}<span style='font-size:10.0pt'>{words}</span></p></td>"


def _class_cell(cell: Cell, words: str, span: str) -> str:
    own = {"figure": ["r"], "head": ["c"], "money": ["r"]}.get(cell.sort, [])
    names = ["t", *own, *(["b"] if cell.bold else []), *(["rule"] if cell.ruled else [])]
    if cell.depth:
        names.append(f"i{cell.depth}")
    return f'<td{span} class="{" ".join(names)}">{words}</td>'


def _div_cell(cell: Cell, words: str, span: str) -> str:
    place = {"figure": "right", "head": "center", "money": "left"}.get(cell.sort, "left")
    pad = f"2px 1pt 2px {1 + STEP * cell.depth}pt" if cell.sort == "stub" else "2px 0"
    rule = ";border-top:1pt solid #000000" if cell.ruled and cell.sort in RIGHT else ""
    if cell.sort in {"blank", "close", "money"} and words == BLANK:
        return f'<td{span} style="padding:0 1pt"></td>'
    look = (
        f"color:#000000;font-family:'Times New Roman',sans-serif;font-size:9pt;font-weight:{700 if cell.bold else 400}"
    )
    frame = f"padding:{pad};text-align:{place};vertical-align:bottom{rule}"
    return f'<td{span} style="{frame}"><span style="{look}">{words}</span></td>'


CELLS: dict[str, Callable[[Cell, str, str], str]] = {
    "html-font": _font_cell,
    "html-word": _word_cell,
    "html-classes": _class_cell,
    "html-divs": _div_cell,
    "html-inline": _div_cell,
}
