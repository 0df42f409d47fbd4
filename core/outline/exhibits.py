"""The entries of an exhibit index: a number and a description, which may run over several lines and beside other columns."""

import re

from core.document.block import WORDS
from core.outline.candidates import CHAPTER, HEADING, PART, Found, Heading
from core.outline.lines import Lines
from core.outline.reasons import EXHIBIT_ENTRY
from core.outline.section import SectionKind
from core.outline.titles import clean, fold

_SUFFIX = r"(?:\.\d{1,3}|[-.]?\([a-z0-9]{1,4}\)|\([ivx]{1,4}\)|-\d{1,2}|[A-Za-z](?![A-Za-z])|\.[A-Za-z](?![A-Za-z]))"
"""What follows the first figures of an exhibit's number: `.1`, `(a)`, `-2`, `A`."""
_ENTRY = re.compile(
    rf"[*+#\u2020]{{0,3}}\s?(?:Exhibit\s|EX-)?\(?(?P<number>\d{{1,3}}{_SUFFIX}*)\)?"
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
_NEXT_PAGE, _SAME_LIST = 15, 150
"""Lines between two titles of an index, the second at the top of its next page; and between the same title said twice."""
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


def exhibit_index(lines: Lines, found: Found, fixed: list[Heading], begin: int) -> list[Heading]:
    """The index to exhibits: the last line that titles one and has at least two entries below it, with its entries."""
    titles = [title for title in found.titles if title.kind is SectionKind.EXHIBIT_INDEX and title.first >= begin]
    ends = sorted(heading.first for heading in fixed)
    best: list[Heading] = []
    for at, title in enumerate(titles):
        if at and best and _same_list(titles[at - 1], title):
            continue
        end = next((line for line in ends if line > title.first), lines.count)
        entries = entries_of(lines, title.last, min(end, _next_chapter(found, title.first, lines.count)))
        if len(entries) >= max(2, len(best) // 2):
            best = [title._replace(level=_index_level(title, fixed)), *entries]
    return best


def _next_chapter(found: Found, line: int, count: int) -> int:
    """The next title of notes, a schedule or signatures: no list of exhibits crosses it."""
    ends = (SectionKind.HEADING, SectionKind.SIGNATURES)
    return next((title.first for title in found.titles if title.first > line and title.kind in ends), count)


def _index_level(title: Heading, fixed: list[Heading]) -> int:
    """A list of exhibits inside an Item is part of it; an index after the signatures stands for itself."""
    before = [heading for heading in fixed if heading.first < title.first]
    inside = bool(before) and before[-1].kind is SectionKind.ITEM and "index" not in title.title.lower()
    return CHAPTER if inside else PART


def _same_list(before: Heading, title: Heading) -> bool:
    """Whether a title only repeats the one before on a later page of the same list."""
    if title.first - before.first < _NEXT_PAGE and "index" in before.title.lower():
        return True
    return before.title.lower() == title.title.lower() and title.first - before.first < _SAME_LIST
