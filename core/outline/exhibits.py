"""The entries of an exhibit index: a number and a description, which may run over several lines and beside other columns."""

import re

from core.document.block import WORDS
from core.outline.candidates import HEADING, Heading
from core.outline.lines import Lines
from core.outline.reasons import EXHIBIT_ENTRY
from core.outline.section import SectionKind
from core.outline.titles import clean, fold

_ENTRY = re.compile(
    r"[*+#\u2020]{0,3}\s?(?:Exhibit\s|EX-)?\(?(?P<number>\d{1,3}(?:\.\d{1,3}|[-.]?\([a-z0-9]{1,4}\)|\([ivx]{1,4}\)|-\d{1,2}|[A-Za-z](?![A-Za-z])|\.[A-Za-z](?![A-Za-z]))*)\)?"
    r"[*+#\u2020.)]{0,4}(?P<gap>\s+|\s*-+\s+)(?P<title>[A-Z\"'(\u201c*+#\[].*)$"
)
_FOOTNOTE = re.compile(
    r"\W{0,2}(?:incorporated\s+(?:herein\s+)?by|(?:previously\s+)?filed\s+(?:as|with|herewith)|confidential"
    r"|management\s+contract|indicates|denotes)",
    re.IGNORECASE,
)
"""How the notes below an index begin; their numbers are of one figure."""
_GAP = re.compile(r"[\s.](?:(?<=\s)\s{2,}|(?<=\.)(?:\.{2,}| (?:\. ){2,}))")
_LONGEST = 300
_HIGHEST = 110
_FAR = 45
"""So many lines after the last entry the list has ended."""


def entries_of(lines: Lines, begin: int, end: int) -> list[Heading]:
    """The exhibits listed between lines `begin` and `end`."""
    found: list[Heading] = []
    index = begin
    while index < end and index - (found[-1].last if found else begin) < _FAR:
        told = _entry(lines, index) if lines.kinds[index] == WORDS else None
        if told is None:
            index += 1
            continue
        number, column, title = told
        last = index + 1
        title, last = _whole(lines, last, end, column, title)
        verdict = EXHIBIT_ENTRY.of(SectionKind.HEADING)
        found.append(Heading(SectionKind.HEADING, number, title, index, last, HEADING, verdict))
        index = last
    return found


def _entry(lines: Lines, index: int) -> tuple[str, int, str] | None:
    """The exhibit's number, the column its description begins in, and the first line of it."""
    text = lines.bare[index]
    if not (text[0].isdigit() or text[0] in "*+#(E\u2020"):
        return None
    match = _ENTRY.match(text[:250])
    if match is None or int(re.match(r"\d+", match["number"])[0]) > _HIGHEST:  # type: ignore[index]
        return None
    if len(match["gap"]) < 2 and "." not in match["number"] and not lines.apart(index):
        return None
    column = lines.indent(index) + match.start("title")
    number = match["number"]
    if len(number) == 1 and _FOOTNOTE.match(match["title"]):
        return None
    return (
        number if number.count("(") == number.count(")") else number.strip("()"),
        column,
        _first_column(match["title"]),
    )


def _first_column(text: str) -> str:
    return _GAP.split(text, maxsplit=1)[0]


def _whole(lines: Lines, last: int, end: int, column: int, title: str) -> tuple[str, int]:
    """The description with the lines it goes on over, down to a blank line or the next entry."""
    parts = [title]
    length = len(title)
    while last < end and lines.words(last) and length < _LONGEST and _entry(lines, last) is None:
        raw = lines.raw[last]
        start = len(raw) - len(raw.lstrip())
        if abs(start - column) <= 6:
            parts.append(_first_column(raw[start:].rstrip()))
            length += len(parts[-1])
        elif start < column:
            break
        last += 1
    return clean(fold(" ".join(parts)))[:_LONGEST], last
