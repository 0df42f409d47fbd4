"""The headings that filers set inside Items, notes and exhibits: underlined, in capitals, centred, or alone on a line."""

import itertools
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from core.document.block import Line
from core.document.continued import is_continued
from core.outline.candidates import CHAPTER, HEADING, Heading
from core.outline.heading_looks import Look, last_of, look_of
from core.outline.heading_rules import (
    COMPANY,
    DATED,
    NOTES_AS_A_WHOLE,
    SIGNED,
    Below,
    SetApart,
    is_heading,
    judged_line,
)
from core.outline.lines import Lines, has_figures, has_page
from core.outline.note_subjects import holds_policies
from core.outline.numbered_sections import numbered_section, section_number
from core.outline.section import SectionKind
from core.outline.set_apart import UNIT, sort_of
from core.outline.titles import clean, fold, is_major, is_notes_title, key
from core.vocabulary import words

_SHORTEST, _LONGEST = 3, 160
"""Characters of a heading."""
_SENTENCE, _SENTENCE_BLANKS = 50, 6
"""A heading that ends in a point is shorter, and has fewer blanks."""
_GAP = "   "
_BEGINS = "\"'$"
"""What a heading begins with besides letters."""
_ENDS = ",;"
"""What none ends with."""
_MARKS = ("/s/", "@", "www.")
"""What signatures and addresses have."""
_MONTHS = words("months", "month")
_DATE = 28
"""Characters of a date, at most."""
_POSTAL = 5
"""Figures at the end of an address."""
_WEAKEST = HEADING + 9
"""The level of a heading that nothing sets apart; each point of the weight of its look lifts it by one."""
_WITHIN = 8
"""So many lines below a heading stands what it is the heading of."""
_NEAR = 4
"""Another section that begins so near leaves a line without text of its own."""
_FEW_WORDS = 25
"""Characters of a line below that says too little to tell."""
_LEADS_TO_HEADING, _LEADS_TO_TEXT = 1, 2


class Candidate(NamedTuple):
    """A line that may be a heading: the heading, and what is seen of its line (None where its number tells it)."""

    heading: Heading
    line: SetApart | None


def subheads_of(lines: Lines, taken: bytearray, begin: int, end: int) -> list[Heading]:
    """The filer's own headings between lines `begin` and `end`; lines marked in `taken` belong to other headings."""
    found: list[Candidate] = []
    after = begin
    for index in _leads(lines, taken, begin, end):
        if index >= after and not taken[index] and (candidate := _candidate(lines, taken, index)) is not None:
            found.append(candidate)
            after = candidate.heading.last
    return _levelled(lines, _kept(lines, _leading(lines, taken, _ranked(lines, found)))) if found else []


def _leads(lines: Lines, taken: bytearray, begin: int, end: int) -> list[int]:
    """The lines that may be headings by their place; also one right below another section's heading."""
    leads = lines.leads[bisect_left(lines.leads, begin) : bisect_left(lines.leads, end)]
    below = begin < end and begin and taken[begin - 1] and lines.words(begin) and not lines.table[begin]
    return [begin, *leads] if below and leads[:1] != [begin] else leads


def _candidate(lines: Lines, taken: bytearray, index: int) -> Candidate | None:
    """A line as a heading, as far as it can be told without what stands below."""
    text = lines.bare[index]
    if not _may_begin(text):
        return None
    section = section_number(text)
    if section is not None:
        numbered = numbered_section(lines, index, section)
        return Candidate(numbered, None) if numbered is not None else None
    if _is_row(lines, index) or (text[-1] == "." and not _is_short(text)):
        return None
    last = last_of(lines, taken, index)
    look = look_of(lines, index, last)
    return _set_apart(lines, index, last, look) if look is not None else None


def _may_begin(text: str) -> bool:
    return len(text) >= _SHORTEST and text[-1] not in _ENDS and (text[0].isalpha() or text[0] in _BEGINS)


def _is_row(lines: Lines, index: int) -> bool:
    """Whether a line has columns, or ends in a figure or a page."""
    text = lines.bare[index]
    return (_GAP in text and _GAP in fold_spaces(text)) or has_figures(lines.raw[index]) or has_page(text)


def _is_short(text: str) -> bool:
    return len(text) < _SENTENCE and text.count(" ") < _SENTENCE_BLANKS


def _set_apart(lines: Lines, index: int, last: int, look: Look) -> Candidate | None:
    title = clean(" ".join(fold(line) for line in lines.bare[index:last]))
    if not _SHORTEST <= len(title) <= _LONGEST:
        return None
    line = _seen(lines, index, title, look)
    verdict = judged_line(line)
    if verdict is None or not is_heading(verdict):
        return None
    level = CHAPTER if line.chapter else _WEAKEST - int(verdict.clues[0].weight)
    return Candidate(Heading(SectionKind.HEADING, None, title, index, last, level, verdict), line)


def _seen(lines: Lines, index: int, title: str, look: Look) -> SetApart:
    chapter = look is not Look.FIRST_LINE and is_major(title)
    return SetApart(look, _says(lines, lines.bare[index]), chapter, holds_policies(title))


def seen_apart(lines: Lines, index: int) -> SetApart | None:
    """What is seen of a line as a heading, but for what stands below it; None where nothing sets it apart."""
    if not lines.bare[index] or not _may_begin(lines.bare[index]) or _is_row(lines, index):
        return None
    look = look_of(lines, index, index + 1)
    return _seen(lines, index, clean(fold(lines.bare[index])), look) if look is not None else None


def _says(lines: Lines, text: str) -> str | None:
    """What the first words of a line say that it is, where that is no heading."""
    low = text.lower()
    if any(map(low.__contains__, _MARKS)):
        return SIGNED
    if lines.company(text):
        return COMPANY
    if is_notes_title(text):
        return NOTES_AS_A_WHOLE
    if text[-1].isdigit() and (text[-_POSTAL:].isdigit() or (len(text) < _DATE and _MONTHS.match(text))):
        return DATED
    return sort_of(text)


def fold_spaces(text: str) -> str:
    """A line as it stands, but letter-spaced words closed up."""
    folded = fold(text)
    closed = folded.replace(" ", "") == text.replace(" ", "") and len(folded.split(" ")) < len(text.split())
    return folded if closed else text


def _ranked(lines: Lines, found: list[Candidate]) -> list[Candidate]:
    """In a document with styles, a well-known heading that is set in small letters like one before it ranks with that."""
    levels: dict[str, int] = {}
    ranked: list[Candidate] = []
    for heading, line in found:
        level = heading.level
        if level > CHAPTER:
            levels[heading.rule] = level
        elif lines.styled and not heading.title.isupper():
            level = levels.get(heading.rule, level)
        chapter = level <= CHAPTER
        seen = line._replace(chapter=chapter) if line is not None and line.chapter != chapter else line
        ranked.append(Candidate(heading._replace(level=level) if level != heading.level else heading, seen))
    return ranked


def _leading(lines: Lines, taken: bytearray, found: list[Candidate]) -> list[Heading]:
    """The candidates below which text, a table, or another heading stands that they can be the heading of."""
    starts = {candidate.heading.first: candidate.heading for candidate in found}
    leads: dict[int, int] = {}
    kept: list[Heading] = []
    for heading, line in reversed(found):
        below = _below(lines, taken, heading, starts, leads)
        if line is None:
            good, verdict = below not in (Below.NOTHING, Below.FEW_WORDS), heading.verdict
        else:
            judged = judged_line(SetApart(line.look, line.says, line.chapter, line.policies, below))
            good, verdict = is_heading(judged), judged or heading.verdict
        to_heading = below in (Below.HEADING, Below.LIKE_HEADING)
        leads[heading.first] = (_LEADS_TO_HEADING if to_heading else _LEADS_TO_TEXT) if good else 0
        if good:
            kept.append(heading if verdict is heading.verdict else heading._replace(verdict=verdict))
    return kept[::-1]


def _below(
    lines: Lines, taken: bytearray, heading: Heading, starts: Mapping[int, Heading], leads: Mapping[int, int]
) -> Below:
    """What stands below a heading; `leads` tells of the later candidates what they lead to."""
    if heading.number and lines.words(heading.last):
        return Below.TEXT
    after = lines.next_words(heading.last, _WITHIN)
    if after is None or (taken[after] and after - heading.last < _NEAR):
        return Below.NOTHING
    if sort_of(lines.bare[after]) == UNIT:
        return Below.TABLE
    if after in starts:
        return _heading_below(heading, starts[after], leads[after])
    return _words_below(lines, after)


def _words_below(lines: Lines, after: int) -> Below:
    if lines.table[after]:
        return Below.TABLE
    if lines.prose(after):
        return Below.TEXT
    return Below.SHORT_LINE if len(lines.bare[after]) > _FEW_WORDS else Below.FEW_WORDS


def _heading_below(heading: Heading, other: Heading, leads: int) -> Below:
    if not leads:
        return Below.NOTHING
    alike = other.level == heading.level and leads == _LEADS_TO_HEADING
    return Below.LIKE_HEADING if alike else Below.HEADING


def _kept(lines: Lines, found: list[Heading]) -> list[Heading]:
    """Headings without those that repeat one on a later page; running heads count only the first time."""
    kept: list[Heading] = []
    seen: dict[str, int] = {}
    for heading in found:
        name = key(heading.title)
        continued = is_continued(" ".join(lines.bare[heading.first : heading.last]))
        if not continued and not (name in seen and _repeats(lines, heading, seen[name])):
            kept.append(heading)
        seen[name] = heading.first
    return kept


def _repeats(lines: Lines, heading: Heading, before: int) -> bool:
    """Whether a heading only repeats the one with the same title on line `before`."""
    return is_continued(heading.title) or (heading.first - before > 1 and _tops_page(lines, heading.first))


def _levelled(lines: Lines, heads: list[Heading]) -> list[Heading]:
    """Headings whose way of being set stands right above another way more often than below it, ranked above it."""
    above: dict[tuple[int, int], int] = defaultdict(int)
    for head, after in itertools.pairwise(heads):
        own = min(head.level, after.level) > CHAPTER
        if own and head.level != after.level and lines.next_words(head.last) == after.first:
            above[head.level, after.level] += 1
    raised = {
        upper: max(HEADING, lower - 1)
        for (upper, lower), times in above.items()
        if upper > lower and times > above.get((lower, upper), 0)
    }
    if not raised:
        return heads
    return [head._replace(level=raised[head.level]) if head.level in raised else head for head in heads]


def _tops_page(lines: Lines, index: int) -> bool:
    """Whether only blanks stand between a line and the top of its page."""
    at = index - 1
    while at >= 0 and lines.kinds[at] in (Line.BLANK, Line.MARKUP):
        at -= 1
    return at >= 0 and lines.kinds[at] == Line.FURNITURE
