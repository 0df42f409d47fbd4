"""Tells whether a numbered line is the heading of a note: the rules, and how much each counts."""

import re
from typing import NamedTuple

from core.document.continued import is_continued
from core.evidence import CERTAIN, Recogniser, Rule, Verdict
from core.markup.css import BOLD, ITALIC, UNDERLINED
from core.outline.lines import has_figures, has_page, is_title
from core.outline.note_numbers import NoteLine
from core.outline.note_subjects import has_topic
from core.outline.note_titles import NumberedTitle
from core.outline.section import SectionKind

_OF_A_LIST = re.compile(
    r"(?:financial statements? )?schedules?(?:[.:]|$)|exhibits?(?:[.:,]|$| index| filed| and )|reports? on form"
    r"|(?:index|list) (?:to|of) (?:exhibits|financial)",
    re.IGNORECASE,
)
"""What the numbered lists of an Item on exhibits name, and no note."""
_OVER_LONG, _LONG = 110, 55
"""Characters of a title that is hardly one, and of one that running text may have been taken for."""
_ABOVE = 75
"""A title right above a note (of all notes, of the company) is shorter."""
_GAP = "    "
NOTE, NO_NOTE = SectionKind.NOTE, SectionKind.HEADING
"""What the rules speak for: a note, or a line that is none and may be a heading within one."""


_EXCLUDED = 2 * CERTAIN
"""The weight of what no heading of a note is, whatever else speaks for it."""


class CountedNote(NamedTuple):
    """A numbered line that looks like the heading of a note: its title, the line after it, and the verdict on it."""

    line: NoteLine
    title: str
    last: int
    verdict: Verdict[SectionKind]


def told(title: NumberedTitle) -> CountedNote | None:
    """A numbered title as the heading of a note, or None where more speaks against it than for it."""
    verdict = NOTE_HEADING.weigh(title)
    if verdict is None or verdict.decided is not NOTE or verdict.margin <= 0:
        return None
    return CountedNote(title.line, title.title, title.last, verdict)


def _above_is_title(it: NumberedTitle) -> bool:
    """Whether the line above is a title of its own: the notes as a whole, a company's name."""
    above = it.lines.bare[it.line.line - 1]
    return len(above) < _ABOVE and is_title(above)


def _is_apart(it: NumberedTitle) -> bool:
    return it.lines.apart(it.line.line) or _above_is_title(it)


def _apart(it: NumberedTitle) -> SectionKind | None:
    return NOTE if _is_apart(it) else None


def _text_above(it: NumberedTitle) -> SectionKind | None:
    return None if _is_apart(it) else NO_NOTE


def _known_topic(it: NumberedTitle) -> SectionKind | None:
    return NOTE if it.titled and has_topic(it.shown) else None


def _figures(it: NumberedTitle) -> SectionKind | None:
    return NO_NOTE if has_figures(it.lines.raw[it.line.line]) else None


def _blank_below(it: NumberedTitle) -> SectionKind | None:
    return NOTE if not it.run_in and not it.lines.words(it.last) else None


def _set_off(it: NumberedTitle) -> SectionKind | None:
    looks = it.lines.looks
    if looks is None or not it.lines.styled:
        return None
    return NOTE if looks[it.line.line] & (BOLD | ITALIC | UNDERLINED) else None


def _sentence_runs_on(it: NumberedTitle) -> SectionKind | None:
    return NO_NOTE if not it.titled and it.lines.words(it.last) and len(it.shown) > _LONG else None


def _of_a_list(it: NumberedTitle) -> SectionKind | None:
    return NO_NOTE if _OF_A_LIST.match(it.rest) is not None else None


def _tagged(it: NumberedTitle) -> SectionKind | None:
    return NOTE if it.lines.tagged_note(it.line.line, it.last) else None


NOTE_HEADING: Recogniser[NumberedTitle, SectionKind] = Recogniser(
    "note-heading",
    "Is a numbered line the heading of a note?",
    (
        Rule("word-note", 4.0, "the word Note stands before the number", lambda it: NOTE if it.line.named else None),
        Rule("capitals", 4.0, "its title is in capitals", lambda it: NOTE if it.capitals else None),
        Rule(
            "title-words",
            3.0,
            "its words begin with capitals",
            lambda it: NOTE if it.titled and not it.capitals else None,
        ),
        Rule("tagged", 4.0, "a block of text that is tagged as a note begins here", _tagged),
        Rule("set-off", 2.0, "it is bold, slanted or underlined in an HTML document", _set_off),
        Rule("apart", 2.0, "no text stands right above it", _apart),
        Rule("blank-below", 2.0, "no text stands right below it", _blank_below),
        Rule("known-topic", 1.0, "its title names what notes are about", _known_topic),
        Rule("sentence", 1.0, "its words are set like a sentence", lambda it: None if it.titled else NO_NOTE),
        Rule("text-above", 3.0, "text stands right above it", _text_above),
        Rule("text-behind", 2.0, "text runs on behind its title", lambda it: NO_NOTE if it.run_in else None),
        Rule("sentence-runs-on", 5.0, "it is a long sentence that goes on in the next line", _sentence_runs_on),
        Rule(
            "listed",
            8.0,
            "the number before or after stands right beside it, without text between",
            lambda it: NO_NOTE if it.listed else None,
        ),
        Rule(
            "bare-number",
            1.0,
            "neither a word nor a mark stands beside the number",
            lambda it: NO_NOTE if it.line.bare else None,
        ),
        Rule(
            "gap-inside", 4.0, "a gap parts its words, as columns do", lambda it: NO_NOTE if _GAP in it.rest else None
        ),
        Rule(
            "in-a-table", 3.0, "it stands inside a table", lambda it: NO_NOTE if it.lines.table[it.line.line] else None
        ),
        Rule(
            "over-long", 3.0, "it is longer than titles are", lambda it: NO_NOTE if len(it.shown) > _OVER_LONG else None
        ),
        Rule("figures", 5.0, "it ends in a column of figures", _figures),
        Rule(
            "goes-on",
            _EXCLUDED,
            "it ends in a comma or semicolon",
            lambda it: NO_NOTE if it.rest[-1] in ",;" and not it.run_in else None,
        ),
        Rule(
            "continued",
            _EXCLUDED,
            "it was begun on an earlier page",
            lambda it: NO_NOTE if is_continued(it.rest) else None,
        ),
        Rule(
            "page-behind",
            _EXCLUDED,
            "a page number stands behind it, as in a list",
            lambda it: NO_NOTE if has_page(it.rest) else None,
        ),
        Rule("exhibit-list", _EXCLUDED, "it names exhibits, schedules or their list", _of_a_list),
    ),
)
"""What speaks for the heading of a note, and what for a line within one or for an entry of a list."""
