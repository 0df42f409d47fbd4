"""Finds the notes to financial statements, in whatever shape, and tells them from numbered lists by their sequence."""

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from core.outline.candidates import CHAPTER, HEADING, Found, Heading, NoteLine
from core.outline.lines import Lines, has_figures, has_page, is_title
from core.outline.note_subjects import holds_policies, is_last_policy, is_part, is_policy
from core.outline.reasons import NOTE_PARAGRAPH, NOTE_SEQUENCE, NOTE_SET_ALIKE, SECTION_SEQUENCE
from core.outline.section import SectionKind
from core.outline.sequence import best_counting
from core.outline.titles import clean, fold, is_continued, key

_LEADING = frozenset(("and", "of", "the", "in", "for", "to", "on", "with", "significant", "&"))
_OF_A_LIST = re.compile(
    r"(?:financial statements? )?schedules?(?:[.:]|$)|exhibits?(?:[.:,]|$| index| filed| and )|reports? on form"
    r"|(?:index|list) (?:to|of) (?:exhibits|financial)",
    re.IGNORECASE,
)
"""What the numbered lists of an Item on exhibits name, and no note."""
_ASIDE = re.compile(r"\s*\([^()]*\)?$")
"""What is said of a title in brackets: `(unaudited)`."""
_RUN_IN = re.compile(r"(?<=[a-z)]) (?:The|In|At|On|We|Our|During|As|Effective|This|There|For|It|All|Certain) [a-z]")
"""Where running text begins right behind a title, without a point between."""
_SKIP = 4.0
"""What a number left out of a sequence costs: about half of a good title."""
_ENOUGH = 9.0
"""A sequence lighter than one plain title and a half is none."""
_SECTIONS = 3
"""So many numbered titles make the sections of an agreement; fewer are a list."""


class Titled(NamedTuple):
    """A candidate with its title, its lines `[first, last)` and how much it looks like the heading of a note."""

    line: NoteLine
    title: str
    last: int
    weight: float


def notes_of(
    lines: Lines, found: Found, walls: list[int], listed: int, figures: list[int]
) -> tuple[list[Heading], list[Heading]]:
    """The headings of the notes of every set in a document, and the title of each set.

    `figures` are the titles of statements; `walls` are lines that no set of notes crosses (Items, Parts, signatures
    ...); what stands before `listed` is no note.
    """
    titles = [title for title in found.titles if title.kind is SectionKind.HEADING and title.first >= listed]
    numbered = [line for line in found.notes if line.line >= listed]
    opened: list[Heading] = []
    notes: list[Heading] = []
    for begin, end in _regions(titles, walls, lines.count):
        inside = [title for title in titles if begin <= title.first < end]
        sets = _sets([line for line in numbered if begin < line.line < end], inside, figures)
        for opener, members in sets:
            opened.append(opener)
            notes += _filled(lines, _sequence(lines, members), members) or _paragraphs(lines, members)
    if not opened:
        notes += _untitled(lines, numbered, figures, walls)
    return sorted(set(notes), key=lambda heading: heading.first), opened


def _regions(titles: list[Heading], walls: list[int], count: int) -> list[tuple[int, int]]:
    """The stretches from a title of notes to the next wall."""
    regions: list[tuple[int, int]] = []
    ends = iter([*walls, count])
    end = 0
    for title in titles:
        if title.first < end:
            continue
        while end <= title.first:
            end = next(ends, count)
            if end >= count:
                break
        regions.append((title.first, max(end, title.first + 1)))
    return regions


def _sets(numbered: list[NoteLine], titles: list[Heading], figures: list[int]) -> list[tuple[Heading, list[NoteLine]]]:
    """The numbered lines of a region, parted where a title of notes begins a set anew: a first note stands below it,
    or statements stand between it and the title before (which was only listed)."""
    sets: list[tuple[Heading, list[NoteLine]]] = []
    for title in titles:
        below = next((line for line in numbered if line.line > title.first), None)
        anew = below is not None and below.number == 1 and below.line - title.first < 8 and not is_continued(below.rest)
        last = sets[-1][0].first if sets else 0
        if not sets or (
            not is_continued(title.title) and (anew or bisect_right(figures, last) < bisect_left(figures, title.first))
        ):
            sets.append((title, []))
    at = 0
    for line in numbered:
        while at + 1 < len(sets) and sets[at + 1][0].first < line.line:
            at += 1
        sets[at][1].append(line)
    return sets


def _sequence(lines: Lines, members: list[NoteLine]) -> list[Heading]:
    """The best sequence of one way of numbering among these lines."""
    best: list[Titled] = []
    most = _ENOUGH
    for form in dict.fromkeys(line.form for line in members):
        titled = [told for line in members if line.form == form and (told := tell(lines, line)) is not None]
        weight, path = best_counting([told.line.number for told in titled], [told.weight for told in titled], _SKIP)
        if weight > most:
            most, best = weight, [titled[index] for index in path]
    return [_heading(told) for told in best]


def unnumbered(lines: Lines, opener: Heading, heads: list[Heading]) -> list[Heading]:
    """The notes of a set that numbers none: the headings set like the first one below the title of the set.

    Where the policies inside the first note are set like the notes themselves, they are told by their subjects.
    """
    if not heads:
        return []
    alike: list[Heading] = []
    for first in heads[:2]:
        if len(alike) < 2:
            alike = [head for head in heads if head.level <= first.level and key(head.title) != key(opener.title)]
    if len(alike) < 2:
        return []
    verdict = NOTE_SET_ALIKE.of(SectionKind.NOTE)
    return [note._replace(kind=SectionKind.NOTE, level=CHAPTER, verdict=verdict) for note in _whole_notes(lines, alike)]


def _whole_notes(lines: Lines, alike: list[Heading]) -> list[Heading]:
    """Of headings that are set alike those of notes, without those of their parts."""
    notes: list[Heading] = []
    policies = stacked = False
    for head, after in zip(alike, [*alike[1:], None], strict=True):
        if policies and is_policy(head.title) and "policies" not in key(head.title):
            policies = not is_last_policy(head.title)
            continue
        if notes and is_part(head.title, notes[-1].title, stacked=stacked):
            continue
        stacked = after is not None and lines.next_words(head.last) == after.first
        policies = stacked and holds_policies(head.title)
        notes.append(head)
    return notes


def _paragraphs(lines: Lines, members: list[NoteLine]) -> list[Heading]:
    """Notes without titles: numbered paragraphs in sequence, named by their first words."""
    told = [
        line for line in members if line.form in ("1.", "(1)", "note", "1)") and line.rest and lines.apart(line.line)
    ]
    best: list[NoteLine] = []
    for form in dict.fromkeys(line.form for line in told):
        alike = [line for line in told if line.form == form]
        weight, path = best_counting([line.number for line in alike], [5.0] * len(alike), _SKIP)
        if weight > max(_ENOUGH, 5.0 * len(best)) and alike[path[0]].number == 1:
            best = [alike[index] for index in path]
    return [_paragraph(lines, line) for line in best]


def _paragraph(lines: Lines, line: NoteLine) -> Heading:
    """A numbered paragraph as a note, by its first words."""
    verdict = NOTE_PARAGRAPH.of(SectionKind.NOTE)
    title = first_words(_two_lines(lines, line))
    return Heading(SectionKind.NOTE, str(line.number), title, line.line, line.line + 1, CHAPTER, verdict)


def _filled(lines: Lines, notes: list[Heading], members: list[NoteLine]) -> list[Heading]:
    """Notes with the numbered paragraphs that stand where a number is left out between two of them."""
    if not any(note.number and note.number.isdigit() for note in notes):
        return notes
    form = next((line.form for line in members if line.line == notes[0].first), "")
    missing = [line for line in members if line.form == form and line.rest and lines.apart(line.line)]
    filled = notes[:1]
    for note in notes[1:]:
        for line in missing:
            next_one = int(filled[-1].number or 0) + 1 == line.number < int(note.number or 0)
            if next_one and filled[-1].last <= line.line < note.first:
                filled.append(_paragraph(lines, line))
        filled.append(note)
    return filled


def _two_lines(lines: Lines, line: NoteLine) -> str:
    below = line.line + 1
    return f"{line.rest} {lines.bare[below]}" if lines.words(below) else line.rest


def first_words(text: str) -> str:
    """The beginning of running text, to stand for a title: its first sentence, or some sixty letters of it."""
    folded = fold(text)
    stop = folded.find(". ")
    if 3 < stop < 60:
        return clean(folded[:stop])
    if len(folded) <= 60:
        return clean(folded)
    return folded[:60].rpartition(" ")[0].rstrip(" ,;:-") + " ..."


def _untitled(lines: Lines, numbered: list[NoteLine], figures: list[int], walls: list[int]) -> list[Heading]:
    """Notes that no title opens: those that call themselves so (`NOTE 1 - ...`), or a long sequence after the statements."""
    named = [line for line in numbered if line.form in ("note", "NOTE A")]
    if len(named) > 1:
        return _sequence(lines, named)
    if len(figures) < 2:
        return []
    wall = next((line for line in walls if line > figures[-1]), lines.count)
    members = [line for line in numbered if figures[-1] < line.line < wall]
    notes = _sequence(lines, members)
    return _filled(lines, notes, members) if len(notes) > 2 else []


def sections_of(lines: Lines, found: Found) -> list[Heading]:
    """The numbered sections of an agreement or a plan: told like notes, but headings of its own."""
    notes = _sequence(lines, found.notes)
    if len(notes) < _SECTIONS:
        return []
    verdict = SECTION_SEQUENCE.of(SectionKind.HEADING)
    return [note._replace(kind=SectionKind.HEADING, level=HEADING, verdict=verdict) for note in notes]


def tell(lines: Lines, line: NoteLine) -> Titled | None:
    """A numbered line as the heading of a note, or None where it can be none."""
    rest, first = line.rest, line.line
    last, weight = first + 1, 0.0
    if not rest:
        below = lines.next_words(last, 3)
        if below is None or not is_title(lines.bare[below]) or has_page(lines.bare[below]):
            return None
        rest, last = lines.bare[below], below + 1
    if rest[-1] in ",;" or is_continued(rest) or has_page(rest) or _OF_A_LIST.match(rest):
        return None
    titled = is_title(_ASIDE.sub("", rest) or rest)
    if not titled and (run := _RUN_IN.search(rest)) is not None and is_title(rest[: run.start()]):
        return _run_in(lines, line, rest[: run.start()])
    shown, last = _whole(lines, last, rest, titled)
    weight += 4 if (_ASIDE.sub("", shown) or shown).isupper() else 3 if titled else -1
    weight += 2.0 if lines.apart(first) or _paged(lines, first) else -3.0
    weight += 2.0 if not lines.words(last) else 0.0
    weight += 4.0 if line.form in ("note", "NOTE A") else -1.0 if line.form in ("1", "A") else 0.0
    weight -= 5.0 * (not titled and lines.words(last) and len(shown) > 55)
    weight -= (
        4.0 * ("    " in rest)
        + 3.0 * bool(lines.table[first])
        + 3.0 * (len(shown) > 110)
        + 5.0 * has_figures(lines.raw[first])
    )
    return Titled(line, clean(_before_prose(shown)), last, weight) if weight > 0 else None


def _run_in(lines: Lines, line: NoteLine, title: str) -> Titled | None:
    """A note whose text runs on behind its title: only where it begins a paragraph."""
    return Titled(line, clean(title), line.line + 1, 3.0) if lines.apart(line.line) and len(title) > 5 else None


def _paged(lines: Lines, first: int) -> bool:
    """Whether the line above is a title of its own: the notes as a whole, a company's name."""
    above = lines.bare[first - 1]
    return len(above) < 75 and is_title(above)


def _whole(lines: Lines, last: int, rest: str, titled: bool) -> tuple[str, int]:
    """The title with the lines it goes on over."""
    begun = last
    while titled and lines.words(last) and last < begun + 3:
        text = lines.bare[last]
        if _in_brackets(lines, last, rest):
            rest, last = f"{rest} {text}", last + 1
            continue
        more = _more_capitals(lines, last, rest) if rest.isupper() else _short_rest(lines, last, rest)
        if not more or (lines.ruled(last) and text.startswith("-")) or (lines.prose(last) and not text.isupper()):
            break
        if text[0].isdigit() or has_figures(lines.raw[last]) or not any(map(str.isalpha, text)):
            break
        rest, last = f"{rest} {text}", last + 1
    return rest, last


def _in_brackets(lines: Lines, index: int, title: str) -> bool:
    """Whether a line goes on with what a title says in brackets, which close within three lines."""
    if title.count("(") <= title.count(")") and not (lines.bare[index][0] == "(" and title.isupper()):
        return False
    end = next((at for at in range(index, index + 3) if not lines.words(at) or ")" in lines.bare[at]), None)
    return end is not None and lines.words(end) and not lines.words(end + 1) and lines.bare[end][-1] == ")"


def _unfinished(text: str) -> bool:
    """Whether a title stops at a word that none ends with."""
    return text.rsplit(" ", 1)[-1].lower() in _LEADING


def _short_rest(lines: Lines, index: int, rest: str) -> bool:
    """Whether a short line under a title set in capitals and small letters ends it, with nothing but a blank below."""
    text = lines.bare[index]
    if len(text) >= 60 or text.isupper() or not (is_title(text) or (text[0].isupper() and " " not in text)):
        return False
    return _unfinished(rest) or (len(rest) > 55 and not lines.words(index + 1))


def _more_capitals(lines: Lines, index: int, rest: str) -> bool:
    """Whether a line of capitals goes on with a title in capitals, and is no heading of its own."""
    if not lines.bare[index].isupper():
        return False
    full = len(lines.raw[index - 1].rstrip()) >= 55 and not lines.words(index + 1)
    return _unfinished(rest) or full or lines.indent(index) > lines.indent(index - 1) + 2


def _before_prose(title: str) -> str:
    """A title without the running text that follows it on its line ("Inventories. The Company ...")."""
    if title.isupper():
        return title
    for mark in (". ", ": ", " -- "):
        at = title.find(mark)
        if 3 < at < 90 and (len(title) - at > 25 or (mark == ". " and title[at - 4 : at].islower())):
            return title[:at]
    return title


def _heading(told: Titled) -> Heading:
    number = str(told.line.number) if "1" in told.line.form or told.line.form == "note" else chr(told.line.number + 64)
    verdict = NOTE_SEQUENCE.of(SectionKind.NOTE)
    return Heading(SectionKind.NOTE, number, told.title, told.line.line, told.last, CHAPTER, verdict)


def again(heading: Heading, notes: list[Heading]) -> bool:
    """Whether a title only repeats one of these notes, on a later page."""
    return key(fold(heading.title)) in {key(note.title) for note in notes}
