"""Tells titles by their words: statements, notes as a whole, schedules, signatures, the exhibit index, a contents page."""

import re

from core.outline.candidates import CHAPTER, PART, Found, Heading
from core.outline.lines import Lines, has_figures, has_page, is_title
from core.outline.reasons import (
    CONTENTS_TITLE,
    EXHIBIT_TITLE,
    NOTES_TITLE,
    SCHEDULE_NUMBERED,
    SIGNATURES_TITLE,
    STATEMENT_TITLE,
)
from core.outline.section import SectionKind
from core.outline.titles import (
    clean,
    fold,
    is_continued,
    is_notes_title,
    is_statement_title,
    schedule_of,
    statement_kind,
)

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
_YEAR = re.compile(r"(?:19|20)\d\d$|(?:\S+ )?\d{1,2},? (?:19|20)\d\d$")


def ask_titles(lines: Lines, found: Found, index: int, text: str) -> None:
    """Whether a line is a title that names what it opens: a statement, the notes, a schedule, signatures, an index."""
    first = text[0]
    if first in "SsEeIiTtCcLlF" and len(text) < 90:
        named = _named(lines, index, text)
        if named is not None:
            found.titles.append(named)
            return
    low = text.lower()
    if not ("sheet" in low or "statement" in low or "statment" in low or "balance s" in low or "note" in low[:20]):
        return
    if "   " not in text and not is_title(text, 0.5) and not lines.bold(index):
        return
    if len(lines.bare[index - 1]) > 75 and lines.words(index - 1) and lines.prose(index - 1):
        return
    titled = _statement(lines, index, text) or _notes(lines, index, text)
    if titled is not None:
        found.titles.append(titled)


def _named(lines: Lines, index: int, text: str) -> Heading | None:
    first = text[0]
    if first in "Ss":
        if _SIGNATURES.match(text) and not has_page(text):
            return Heading(
                SectionKind.SIGNATURES,
                None,
                clean(fold(text)),
                index,
                index + 1,
                PART,
                SIGNATURES_TITLE.of(SectionKind.SIGNATURES),
            )
        if text[:8].lower() == "schedule":
            return _schedule(lines, index, text)
    elif first in "Pp":
        return None
    if first in "EeIiLl" and "xhibit" in text.lower() and _EXHIBITS.match(text):
        return Heading(
            SectionKind.EXHIBIT_INDEX,
            None,
            clean(text),
            index,
            index + 1,
            PART,
            EXHIBIT_TITLE.of(SectionKind.EXHIBIT_INDEX),
        )
    if first in "TtCcIiF" and _CONTENTS.match(text):
        return Heading(
            SectionKind.CONTENTS, None, clean(text), index, index + 1, PART, CONTENTS_TITLE.of(SectionKind.CONTENTS)
        )
    return None


def _schedule(lines: Lines, index: int, text: str) -> Heading | None:
    named = schedule_of(text)
    if named is None or has_page(text) or not lines.apart(index):
        return None
    number, title = named
    last = index + 1
    if title and not is_title(title):
        return None
    following = lines.next_words(last, 6)
    if not title and following is not None and is_title(lines.bare[following]):
        after = lines.next_words(following + 1, 4)
        owner = (
            after is not None
            and is_title(lines.bare[after])
            and not has_page(lines.bare[after])
            and "    " not in lines.bare[after]
        )
        title = clean(lines.bare[after if owner and after is not None else following])
    return Heading(
        SectionKind.SCHEDULE, number, title, index, last, CHAPTER, SCHEDULE_NUMBERED.of(SectionKind.SCHEDULE)
    )


def _statement(lines: Lines, index: int, text: str) -> Heading | None:
    pieces = _GAP.split(text) if "   " in text else [text]
    title = next((piece for piece in pieces if is_statement_title(_without_owner(lines, piece))), "")
    last = index + 1
    joined = _joined(lines, index, pieces[0])
    if joined is not None and is_statement_title(joined) and (lines.looks is None or not title or _ands(lines, index)):
        title, last = joined, index + 2
    if not title or title[:3].lower() == "of " or _listed(pieces, text):
        return None
    if not is_title(title.partition(" (")[0]) and not lines.bold(index):
        return None
    if lines.words(last) and lines.bare[last][:4].lower() == "data":
        return None
    return Heading(SectionKind.STATEMENT, None, title, index, last, CHAPTER, STATEMENT_TITLE.of(SectionKind.STATEMENT))


def _without_owner(lines: Lines, text: str) -> str:
    """A title without the company's name before it."""
    begun = _NAMED_AFTER.search(text) if lines.owner else None
    return text[begun.start() :] if begun is not None and lines.company(text[: begun.start()].strip()) else text


def _ands(lines: Lines, index: int) -> bool:
    """Whether the line below goes on with a title: `AND COMPREHENSIVE INCOME`."""
    return lines.bare[index + 1][:4].lower() == "and "


def _listed(pieces: list[str], text: str) -> bool:
    """Whether a title stands in a list with page numbers, and not above columns for years."""
    if len(pieces) > 1 and all(_NUMBER.fullmatch(piece) for piece in pieces[1:]):
        return True
    return has_page(text) and not (len(pieces) > 1 and all(_YEAR.match(piece) for piece in pieces[1:]))


def _notes(lines: Lines, index: int, text: str) -> Heading | None:
    if "note" not in text[:40].lower() or has_page(text):
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
    above = [lines.bare[at] for at in range(max(0, index - 24), index) if lines.words(at)][-12:]
    return sum(1 for text in above if statement_kind(text) is not None and _lists(text)) > 1


def _lists(text: str) -> bool:
    """Whether a line that names a statement lists it, alone or with its page, and is no row of figures."""
    return _ON_PAGE.search(text) is not None or not has_figures(text)


def _joined(lines: Lines, index: int, text: str) -> str | None:
    """This line and the next, where the next may be the rest of a title."""
    if not lines.words(index + 1):
        return None
    after = _GAP.split(lines.bare[index + 1])[0]
    if after[0] in "($" or after[0].isdigit() or len(after) > 75 or not is_title(after):
        return None
    return f"{text} {after}"
