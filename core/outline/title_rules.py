"""Tells titles by their words: statements, notes as a whole, schedules, signatures, the exhibit index, a contents page."""

import re
from typing import NamedTuple

from core.date_forms import YEAR
from core.document.continued import is_continued
from core.outline.candidates import CHAPTER, PART, Found, Heading
from core.outline.lines import Lines, has_figures, has_page, is_title
from core.outline.reasons import (
    CONTENTS_TITLE,
    EXHIBIT_TITLE,
    NOTES_TITLE,
    SCHEDULE_NUMBERED,
    SIGNATURES_TITLE,
    STATEMENT_TITLE,
    Reason,
)
from core.outline.section import SectionKind
from core.outline.titles import clean, fold, is_notes_title, is_statement_title, schedule_of, statement_kind

_SIGNATURES = re.compile(r"SIGNATURES?(?: PAGES?)?(?: \(?continued\)?)?[.:]?$|S I G N A T U R E S?$", re.IGNORECASE)
_EXHIBITS = re.compile(
    r"(?:INDEX (?:TO|OF) (?:\S+ )?EXHIBITS?|EXHIBITS? INDEX|LIST OF EXHIBITS|EXHIBITS? LIST|INDEX OF EXHIBITS"
    r"|EXHIBITS|EXHIBIT)[.:]?$",
    re.IGNORECASE,
)
_CONTENTS = re.compile(
    r"(?:TABLE OF CONTENTS|CONTENTS|INDEX|FORM 10-?[KQ](?:405)? INDEX|INDEX TO FORM 10-?[KQ]"
    r"|CROSS REFERENCE (?:SHEET|INDEX))[.:]?$",
    re.IGNORECASE,
)
_GAP = re.compile(r"\s{3,}")
_ON_PAGE = re.compile(r"[a-z)] {3,}(?:F-?|S-?)?\d{1,3}$", re.IGNORECASE)
_NAMED_AFTER = re.compile(r"(?<=\S )(?:consolidated|condensed|combined|statements?|balance|notes)\b", re.IGNORECASE)
_NUMBER = re.compile(r"[-\u2013]?(?:F-?|S-?)?\d{1,3}")
_YEAR = re.compile(rf"{YEAR}$|(?:\S+ )?\d{{1,2}},? {YEAR}$")


_LINE = 90
"""Characters of a line that may be a title of one of the sorts told by its first word."""
_FULL = 75
"""Characters of a full line of prose, or of the rest of a title on a line of its own."""
_TITLED = 0.5
"""The share of a line's words that begin with capitals, where it names a statement."""
_SOON, _EARLY = 20, 40
"""Characters at the beginning of a line within which the title of the notes says so."""
_BELOW, _OWNED = 6, 4
"""So many lines below its number the title of a schedule stands, and so many below that of its company."""
_LIST, _LISTED = 24, 12
"""So many lines above are looked at for a list, and so many of them that have words."""
_NAMES = ("sheet", "statement", "statment", "balance s")


class _Titled(NamedTuple):
    """A title, and the line behind its last one."""

    title: str
    last: int


def ask_titles(lines: Lines, found: Found, index: int, text: str) -> None:
    """Whether a line is a title that names what it opens: a statement, the notes, a schedule, signatures, an index."""
    named = _named(lines, index, text) if text[0] in "SsEeIiTtCcLlF" and len(text) < _LINE else None
    if named is None and _may_name(lines, index, text):
        named = _statement(lines, index, text) or _notes(lines, index, text)
    if named is not None:
        found.titles.append(named)


def _may_name(lines: Lines, index: int, text: str) -> bool:
    """Whether a line speaks of statements or notes, is set as a title, and goes on with no line of prose."""
    low = text.lower()
    if not (any(map(low.__contains__, _NAMES)) or "note" in low[:_SOON]):
        return False
    if "   " not in text and not is_title(text, _TITLED) and not lines.bold(index):
        return False
    return len(lines.bare[index - 1]) <= _FULL or not lines.words(index - 1) or not lines.prose(index - 1)


def _named(lines: Lines, index: int, text: str) -> Heading | None:
    first = text[0]
    if first in "Ss" and _SIGNATURES.match(text) and not has_page(text):
        return _alone(SectionKind.SIGNATURES, fold(text), index, SIGNATURES_TITLE)
    if first in "Ss" and text.lower().startswith("schedule"):
        return _schedule(lines, index, text)
    if first in "EeIiLl" and "xhibit" in text.lower() and _EXHIBITS.match(text):
        return _alone(SectionKind.EXHIBIT_INDEX, text, index, EXHIBIT_TITLE)
    if first in "TtCcIiF" and _CONTENTS.match(text):
        return _alone(SectionKind.CONTENTS, text, index, CONTENTS_TITLE)
    return None


def _alone(kind: SectionKind, title: str, index: int, reason: Reason) -> Heading:
    """A title that fills its line."""
    return Heading(kind, None, clean(title), index, index + 1, PART, reason.of(kind))


def _schedule(lines: Lines, index: int, text: str) -> Heading | None:
    named = schedule_of(text)
    if named is None or has_page(text) or not lines.apart(index):
        return None
    number, title = named
    last = index + 1
    if title and not is_title(title):
        return None
    return Heading(
        SectionKind.SCHEDULE,
        number,
        title or _title_below(lines, last),
        index,
        last,
        CHAPTER,
        SCHEDULE_NUMBERED.of(SectionKind.SCHEDULE),
    )


def _title_below(lines: Lines, last: int) -> str:
    """The title of a schedule on a line below its number, or below the company's name there; empty where there is none."""
    following = lines.next_words(last, _BELOW)
    if following is None or not is_title(lines.bare[following]):
        return ""
    after = lines.next_words(following + 1, _OWNED)
    owned = after is not None and is_title(lines.bare[after]) and not has_page(lines.bare[after])
    return clean(lines.bare[after if owned and after is not None and "    " not in lines.bare[after] else following])


def _statement(lines: Lines, index: int, text: str) -> Heading | None:
    pieces = _GAP.split(text) if "   " in text else [text]
    title, last = _title_from(lines, index, pieces)
    if not title or title.lower().startswith("of ") or _listed(pieces, text):
        return None
    if not is_title(title.partition(" (")[0]) and not lines.bold(index):
        return None
    if lines.words(last) and lines.bare[last].lower().startswith("data"):
        return None
    return Heading(SectionKind.STATEMENT, None, title, index, last, CHAPTER, STATEMENT_TITLE.of(SectionKind.STATEMENT))


def _title_from(lines: Lines, index: int, pieces: list[str]) -> _Titled:
    """The title of a statement on this line, or on this and the next; empty where there is none."""
    title = next((piece for piece in pieces if is_statement_title(_without_owner(lines, piece))), "")
    joined = _joined(lines, index, pieces[0])
    if joined is not None and is_statement_title(joined) and (lines.looks is None or not title or _ands(lines, index)):
        return _Titled(joined, index + 2)
    return _Titled(title, index + 1)


def _without_owner(lines: Lines, text: str) -> str:
    """A title without the company's name before it."""
    begun = _NAMED_AFTER.search(text) if lines.owner else None
    return text[begun.start() :] if begun is not None and lines.company(text[: begun.start()].strip()) else text


def _ands(lines: Lines, index: int) -> bool:
    """Whether the line below goes on with a title: `AND COMPREHENSIVE INCOME`."""
    return lines.bare[index + 1].lower().startswith("and ")


def _listed(pieces: list[str], text: str) -> bool:
    """Whether a title stands in a list with page numbers, and not above columns for years."""
    if len(pieces) > 1 and all(_NUMBER.fullmatch(piece) for piece in pieces[1:]):
        return True
    return has_page(text) and not (len(pieces) > 1 and all(_YEAR.match(piece) for piece in pieces[1:]))


def _notes(lines: Lines, index: int, text: str) -> Heading | None:
    if "note" not in text[:_EARLY].lower() or has_page(text):
        return None
    first = _without_owner(lines, _GAP.split(text)[0])
    last = index + 1
    if not is_notes_title(first):
        joined = _joined(lines, index, first)
        if joined is None or not is_notes_title(joined):
            return None
        first, last = joined, index + 2
    if _in_a_list(lines, index):
        return None
    if first.endswith((".", '"')) or not (is_title(first) or lines.bold(index)):
        return None
    return Heading(
        SectionKind.HEADING,
        None,
        clean(first) + " (continued)" * is_continued(first),
        index,
        last,
        CHAPTER,
        NOTES_TITLE.of(SectionKind.HEADING),
    )


def _in_a_list(lines: Lines, index: int) -> bool:
    """Whether the lines above name two statements or more, as only a list of them does."""
    above = [lines.bare[at] for at in range(max(0, index - _LIST), index) if lines.words(at)][-_LISTED:]
    return sum(1 for text in above if statement_kind(text) is not None and _lists(text)) > 1


def _lists(text: str) -> bool:
    """Whether a line that names a statement lists it, alone or with its page, and is no row of figures."""
    return _ON_PAGE.search(text) is not None or not has_figures(text)


def _joined(lines: Lines, index: int, text: str) -> str | None:
    """This line and the next, where the next may be the rest of a title."""
    if not lines.words(index + 1):
        return None
    after = _GAP.split(lines.bare[index + 1])[0]
    if after[0] in "($" or after[0].isdigit() or len(after) > _FULL or not is_title(after):
        return None
    return f"{text} {after}"
