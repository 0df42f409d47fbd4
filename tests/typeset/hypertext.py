"""A filing set as HTML."""

import html
from collections.abc import Callable
from typing import assert_never

from tests.typeset.filing import Block, Cover, Heading, Listed, MadeUp, NotesBegin, Signed, Words
from tests.typeset.html_cells import Cell, HtmlTable
from tests.typeset.inline import NAMESPACES, Inline
from tests.typeset.manners import BLANK, SHEET, Manner
from tests.typeset.printed import heading, lead_in
from tests.typeset.sheet import Sheet
from tests.typeset.traits import Style

BLOCKS_A_PAGE = 9
CHARACTER, LINE, LETTERS = 6, 13, 10
"""Points that a letter and a line take on a page where words are set at their places, and how high its letters are."""
WIDTHS = {
    "fijlt.,:;'|! ()-": 0.3,
    "cksvxyz": 0.5,
    "mw%": 0.83,
    "MW_": 0.86,
    "ABCDEFGHJKLNOPQRSTUVXYZ&": 0.69,
}
USUAL = 0.556
"""Of their height: how wide letters are, and how wide all others and digits."""


class Hypertext:
    """Sets one filing."""

    def __init__(self, filing: MadeUp, style: Style) -> None:
        self.filing, self.style = filing, style
        tagged = style.of("manner") == "html-inline"
        told = filing.told
        self.inline = Inline(told.company, filing.form, told.quarter) if tagged else None
        self.manner = Manner(style, self.inline)
        self.parts: list[str] = []
        self.shaped: list[frozenset[str]] = []
        self.page = 1

    def set(self) -> str:
        """The document."""
        for index, block in enumerate(self.filing.blocks, 1):
            self.style.taken()
            self._block(block)
            self.style.on("headings-bold")
            self.shaped.append(self.style.taken() | {self.style.of("manner")})
            if not index % BLOCKS_A_PAGE:
                self._foot()
        return self._whole("".join(self.parts))

    def _whole(self, body: str) -> str:
        name = html.escape(self.filing.told.company.name)
        sheet = SHEET if self.manner.name == "html-classes" else ""
        if self.inline is not None:
            head = f'<?xml version="1.0" encoding="UTF-8"?>\n<html {NAMESPACES}><head><title>{name}</title></head>'
            return f"{head}<body>{self.inline.header()}{_closed(body)}</body></html>\n"
        return (
            f'<html>\n<head>\n<title>{name}</title>\n{sheet}</head>\n<body bgcolor="white">\n{body}</body>\n</html>\n'
        )

    def _block(self, block: Block) -> None:
        match block:
            case Cover():
                self._cover(block)
            case Listed():
                self._listed(block)
            case Heading():
                self._heading(block)
            case Words():
                self._words(block)
            case NotesBegin():
                self._put(block.title.upper(), bold=True, centred=True)
            case Sheet():
                self._sheet(block)
            case Signed():
                self._signed(block)
            case _:
                assert_never(block)

    def _put(self, words: str, bold: bool = False, underlined: bool = False, centred: bool = False) -> None:
        self.parts.append(self.manner.paragraph(html.escape(words, quote=False), bold, underlined, centred))

    def _cover(self, cover: Cover) -> None:
        annual = "ANNUAL" if cover.form == "10-K" else "QUARTERLY"
        ended = "fiscal year" if cover.form == "10-K" else "quarterly period"
        for words in (
            *("UNITED STATES", "SECURITIES AND EXCHANGE COMMISSION", "Washington, D.C. 20549", f"FORM {cover.form}"),
            f"☒ {annual} REPORT PURSUANT TO SECTION 13 OR 15(d) OF THE SECURITIES EXCHANGE ACT OF 1934",
            f"For the {ended} ended {cover.period}",
            *(cover.company.name, "(Exact name of registrant as specified in its charter)"),
        ):
            self._put(words, bold=True, centred=True)
        self.parts.append(self.manner.table([[Cell("stub", (cover.company.state,)), Cell("stub", ("91-0000000",))]]))
        if self.style.on("hidden-words"):
            looks = 'class="off"' if self.manner.name == "html-classes" else 'style="display:none"'
            self.parts.append(
                f"<div {looks}>Item 9. Words of the tool that wrote this page: total assets 1,234</div>\n"
            )
        self._foot()

    def _listed(self, listed: Listed) -> None:
        self._put(listed.title.upper(), bold=True, centred=True)
        bare = self.style.on("contents-without-pages")
        rows = []
        for number, title, page in listed.entries:
            last = [] if bare or not page else [Cell("figure", (page,))]
            rows.append([Cell("stub", (number,)), Cell("stub", (title,)), *last])
        self.parts.append(self.manner.table(rows))
        if listed.title == "Table of Contents":
            self._foot()

    def _heading(self, block: Heading) -> None:
        lines = heading(block.level, block.number, block.title, self.style)
        named = block.level in {"item", "note"}
        bold = self.style.on("headings-bold") or block.level == "part"
        underlined = named and self.style.on(f"{block.level}-underlined")
        centred = block.level == "part" or (named and self.style.on(f"{block.level}-centred"))
        if block.level == "item" and len(lines) == 1 and self._in_table(lines[0]):
            self._words(Words(block.words))
            return
        if block.level == "note" and len(lines) == 1 and self.style.on("note-run-in"):
            title, words = html.escape(lines[0], quote=False), html.escape(block.words, quote=False)
            self.parts.append(self.manner.paragraph(f"{f'<b>{title}.</b>' if bold else f'{title}.'} {words}"))
            return
        if not bold and not named:
            underlined = True
        for line in lines:
            self._put(line, bold, underlined, centred)
        if block.words:
            self._put(block.words)

    def _in_table(self, line: str) -> bool:
        """Sets number and title in two cells, where that is the habit."""
        if self.style.of("items") != "item-dot" or not self.style.on("headings-in-tables"):
            return False
        word, number, title = line.split(" ", 2)
        self.parts.append(
            self.manner.table([[Cell("stub", (f"{word} {number}",), bold=True), Cell("stub", (title,), bold=True)]])
        )
        return True

    def _words(self, block: Words) -> None:
        if block.bullet and self.style.on("lists-as-tables"):
            self.parts.append(self.manner.table([[Cell("stub", ("•",)), Cell("stub", (block.text,))]]))
            return
        if block.bullet:
            self._put(f"• {block.text}")
            return
        sheets = [one for one in self.filing.blocks if isinstance(one, Sheet) and one.lead_in == block.text]
        self._put(lead_in(sheets[0], self.style) if sheets else block.text)

    def _sheet(self, sheet: Sheet) -> None:
        table = HtmlTable(sheet, self.style, self.inline is not None)
        titles = table.titles()
        inside = titles and self.style.on("title-in-rows")
        for index, rows in enumerate(table.parts()):
            said = [f"{titles[0]} (continued)", *titles[1:]] if index and self.style.on("continued") else titles
            if index:
                self._foot()
            if inside:
                rows = [*([Cell("head", (title,), table.across, bold=True)] for title in said), *rows]
            else:
                for title in said:
                    self._put(title, bold=True, centred=True)
            self.parts.append(self.manner.table(rows))

    def _signed(self, signed: Signed) -> None:
        self._put("SIGNATURES", bold=True, centred=True)
        self._put(
            "Pursuant to the requirements of the Securities Exchange Act of 1934, the registrant has duly caused this report "
            "to be signed on its behalf by the undersigned, thereunto duly authorized."
        )
        for words in (signed.company.name, "By: /s/ Ada Wintermoor", "Treasurer"):
            self._put(words)
        self._foot()

    def _foot(self) -> None:
        if not self.style.on("page-foot"):
            return
        self.parts.append(
            self.manner.paragraph(str(self.page), centred=True) + '<hr style="page-break-after:always">\n'
        )
        if self.style.on("running-head"):
            self._put(self.filing.told.company.name.upper(), centred=True)
        self.page += 1


def _closed(body: str) -> str:
    """Markup as XHTML asks for it."""
    return body.replace("<br>", "<br/>").replace(BLANK, "&#160;").replace('always">', 'always"/>')


def as_page(text: str, manner: str) -> str:
    """Plain text on a page of HTML: between PRE tags, word by word at its place, or in paragraphs of typewriter letters."""
    lines = text.split("\n")
    written = {"html-pre": _pre, "html-placed": _typed, "html-printed": _printed, "html-courier": _courier}[manner](
        lines
    )
    return f"<html>\n<head><title>Report</title></head>\n<body>\n{written}\n</body>\n</html>\n"


def _pre(lines: list[str]) -> str:
    return "<PRE>\n" + html.escape("\n".join(lines), quote=False) + "\n</PRE>"


def _courier(lines: list[str]) -> str:
    escaped = (html.escape(line, quote=False).replace(" ", BLANK) for line in lines)
    return "\n".join(f'<p style="margin:0px; font-family:Courier New">{line or "<br>"}</p>' for line in escaped)


def _typed(lines: list[str]) -> str:
    """Each run of words between two blanks at its own place, in letters of a typewriter."""
    return _placed(lines, "Courier", lambda _words, left, _first: left)


def _printed(lines: list[str]) -> str:
    """Each run at its own place, in letters of their own widths: a figure ends where it would if it were typed. Rules are
    drawn, not set in letters, and so not there."""
    lines = [line if line.strip(" -=_") else "" for line in lines]

    def left_of(words: str, left: int, first: bool) -> float:
        flush = not first and words[-1] in "0123456789)%-"
        return round(left + len(words) * CHARACTER - width(words), 1) if flush else left

    return _placed(lines, "Helvetica", left_of)


def width(words: str) -> float:
    """How wide words are in letters of their own widths, in points."""
    return sum(next((wide for letters, wide in WIDTHS.items() if one in letters), USUAL) for one in words) * LETTERS


def _placed(lines: list[str], face: str, left_of: Callable[[str, int, bool], float]) -> str:
    """Each run of words between two blanks at a place of its own; `left_of` tells it of the words, of where they would be
    typed and of whether they are the first of their line."""
    placed = []
    for row, line in enumerate(lines):
        at = 0
        for run in line.split("  "):
            words = run.strip()
            if words:
                typed = (at + len(run) - len(run.lstrip())) * CHARACTER
                left = left_of(words, typed, not line[:at].strip())
                looks = f"font-size:{LETTERS}px;font-family:{face};white-space:nowrap"
                style = f"position:absolute;left:{left}px;top:{row * LINE}px;{looks}"
                placed.append(f'<div style="{style}">{html.escape(words, quote=False)}</div>')
            at += len(run) + 2
    return f'<div style="position:relative;height:{len(lines) * LINE}px">' + "\n".join(placed) + "</div>"
