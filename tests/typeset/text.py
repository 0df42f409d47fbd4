"""A filing set as plain text."""

import textwrap
from typing import assert_never

from tests.typeset.filing import Block, Cover, Heading, Listed, MadeUp, NotesBegin, Signed, Words
from tests.typeset.printed import heading, lead_in
from tests.typeset.sheet import Sheet
from tests.typeset.text_pages import Pages
from tests.typeset.text_table import TextTable
from tests.typeset.traits import Style

WIDTH, WIDE = 78, 100


class Text:
    """Sets one filing."""

    def __init__(self, filing: MadeUp, style: Style) -> None:
        self.filing, self.style = filing, style
        self.width = WIDE if style.on("wide-page") else WIDTH
        self.pages = Pages(style, filing.told.company.name, self.width)
        self.shaped: list[frozenset[str]] = []
        """For each block, the traits that shaped it."""

    def set(self) -> str:
        """The document."""
        waiting = None
        for block in self.filing.blocks:
            self.style.taken()
            if isinstance(block, Words) and waiting:
                waiting = None
            self._block(block)
            self.shaped.append(self.style.taken())
        return self.pages.text()

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
                self.pages.end_page()
                self.pages.put(self._centred(block.title.upper()), "")
                self.pages.running = block.title.upper()
            case Sheet():
                self.pages.table(TextTable(block, self.style, self.width).set())
            case Signed():
                self._signed(block)
            case _:
                assert_never(block)

    def _cover(self, cover: Cover) -> None:
        put, centred = self.pages.put, self._centred
        annual = "ANNUAL" if cover.form == "10-K" else "QUARTERLY"
        ended = "fiscal year" if cover.form == "10-K" else "quarterly period"
        put(centred("SECURITIES AND EXCHANGE COMMISSION"), centred("WASHINGTON, D.C. 20549"), "")
        put(centred(f"FORM {cover.form}"), "")
        put(
            centred(f"[X] {annual} REPORT PURSUANT TO SECTION 13 OR 15(d)"),
            centred("OF THE SECURITIES EXCHANGE ACT OF 1934"),
        )
        put(centred(f"For the {ended} ended {cover.period}"), "", centred(cover.company.name.upper()))
        put(centred("(Exact name of registrant as specified in its charter)"), "")
        put(
            f"{cover.company.state:<40}91-0000000",
            f"{'(State of incorporation)':<40}{'(I.R.S. Employer Identification No.)'}",
            "",
        )
        self.pages.end_page()

    def _listed(self, listed: Listed) -> None:
        self.pages.put("", self._centred(listed.title.upper()), "")
        bare = self.style.on("contents-without-pages")
        for number, title, page in listed.entries:
            if not title:
                self.pages.put("", self._centred(number.upper()))
                continue
            lines = textwrap.wrap(title, self.width - 24) or [""]
            last = lines[-1] if bare or not page else lines[-1].ljust(self.width - 22, ".") + page.rjust(4)
            for index, line in enumerate([*lines[:-1], last]):
                self.pages.put(f"{number if index == 0 else '':<12}{line}".rstrip())
        self.pages.put("")
        if listed.title == "Table of Contents":
            self.pages.end_page()

    def _heading(self, block: Heading) -> None:
        lines = heading(block.level, block.number, block.title, self.style)
        if block.level in {"part", "item"}:
            self.pages.running = ""
        if block.level == "note" and self.style.on("note-run-in") and len(lines) == 1:
            self.pages.put("")
            self.pages.paragraph(f"{lines[0]}. {block.words}", self._indent())
            return
        wrapped = [part for line in lines for part in textwrap.wrap(line, self.width - 6)]
        centred = block.level == "part" or (block.level in {"item", "note"} and self.style.on(f"{block.level}-centred"))
        underlined = block.level in {"item", "note"} and self.style.on(f"{block.level}-underlined")
        if underlined:
            wrapped.append("-" * len(wrapped[-1]))
        self.pages.together("", *(self._centred(line) if centred else line for line in wrapped), "")
        if block.words:
            self.pages.paragraph(block.words, self._indent())

    def _words(self, block: Words) -> None:
        if block.bullet:
            self.pages.paragraph(block.text, "   o  ", "      ")
            return
        sheets = [one for one in self.filing.blocks if isinstance(one, Sheet) and one.lead_in == block.text]
        text = lead_in(sheets[0], self.style) if sheets else block.text
        self.pages.paragraph(text, self._indent())

    def _signed(self, signed: Signed) -> None:
        self.pages.end_page()
        self.pages.put(self._centred("SIGNATURES"), "")
        self.pages.paragraph(
            "Pursuant to the requirements of the Securities Exchange Act of 1934, the registrant has duly caused this report "
            "to be signed on its behalf by the undersigned, thereunto duly authorized."
        )
        self.pages.put(
            f"{'':<36}{signed.company.name.upper()}", "", f"{'':<36}By: /s/ Ada Wintermoor", f"{'':<40}Treasurer", ""
        )
        self.pages.end_page()

    def _indent(self) -> str:
        return "     " if self.style.on("paragraphs-indented") else ""

    def _centred(self, line: str) -> str:
        return line.center(self.width).rstrip()
