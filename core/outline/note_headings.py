"""Tells whether a numbered line is the heading of a note: the rules, and how much each counts."""

import re
from collections.abc import Callable
from typing import NamedTuple

from core.evidence import CERTAIN, Recogniser, Rule, Verdict
from core.markup.css import BOLD, ITALIC, UNDERLINED
from core.outline.lines import has_figures, has_page, is_title
from core.outline.note_numbers import NoteLine
from core.outline.note_subjects import has_topic
from core.outline.note_titles import NumberedTitle
from core.outline.section import SectionKind
from core.outline.titles import is_continued

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


def _apart(it: NumberedTitle) -> bool:
    return it.lines.apart(it.line.line) or _above_is_title(it)


def _blank_below(it: NumberedTitle) -> bool:
    return not it.run_in and not it.lines.words(it.last)


def _set_off(it: NumberedTitle) -> bool:
    looks = it.lines.looks
    return looks is not None and it.lines.styled and looks[it.line.line] & (BOLD | ITALIC | UNDERLINED) != 0


def _sentence_runs_on(it: NumberedTitle) -> bool:
    return not it.titled and it.lines.words(it.last) and len(it.shown) > _LONG


def _of_a_list(it: NumberedTitle) -> bool:
    return _OF_A_LIST.match(it.rest) is not None


def _tagged(it: NumberedTitle) -> bool:
    return it.lines.tagged_note(it.line.line, it.last)


Seen = Callable[[NumberedTitle], bool]


def _for(rule: str, weight: float, knows: str, seen: Seen) -> Rule[NumberedTitle, SectionKind]:
    return Rule(rule, weight, knows, lambda it: NOTE if seen(it) else None)


def _against(rule: str, weight: float, knows: str, seen: Seen) -> Rule[NumberedTitle, SectionKind]:
    return Rule(rule, weight, knows, lambda it: NO_NOTE if seen(it) else None)


NOTE_HEADING: Recogniser[NumberedTitle, SectionKind] = Recogniser(
    "note-heading",
    "Is a numbered line the heading of a note?",
    (
        _for("word-note", 4.0, "the word Note stands before the number", lambda it: it.line.named),
        _for("capitals", 4.0, "its title is in capitals", lambda it: it.capitals),
        _for("title-words", 3.0, "its words begin with capitals", lambda it: it.titled and not it.capitals),
        _for("tagged", 4.0, "a block of text that is tagged as a note begins here", _tagged),
        _for("set-off", 2.0, "it is bold, slanted or underlined in an HTML document", _set_off),
        _for("apart", 2.0, "no text stands right above it", _apart),
        _for("blank-below", 2.0, "no text stands right below it", _blank_below),
        _for("known-topic", 1.0, "its title names what notes are about", lambda it: it.titled and has_topic(it.shown)),
        _against("sentence", 1.0, "its words are set like a sentence", lambda it: not it.titled),
        _against("text-above", 3.0, "text stands right above it", lambda it: not _apart(it)),
        _against("text-behind", 2.0, "text runs on behind its title", lambda it: it.run_in),
        _against("sentence-runs-on", 5.0, "it is a long sentence that goes on in the next line", _sentence_runs_on),
        _against(
            "listed",
            8.0,
            "the number before or after stands right beside it, without text between",
            lambda it: it.listed,
        ),
        _against("bare-number", 1.0, "neither a word nor a mark stands beside the number", lambda it: it.line.bare),
        _against("gap-inside", 4.0, "a gap parts its words, as columns do", lambda it: _GAP in it.rest),
        _against("in-a-table", 3.0, "it stands inside a table", lambda it: bool(it.lines.table[it.line.line])),
        _against("over-long", 3.0, "it is longer than titles are", lambda it: len(it.shown) > _OVER_LONG),
        _against("figures", 5.0, "it ends in a column of figures", lambda it: has_figures(it.lines.raw[it.line.line])),
        _against("goes-on", _EXCLUDED, "it ends in a comma or semicolon", lambda it: it.rest[-1] in ",;"),
        _against("continued", _EXCLUDED, "it was begun on an earlier page", lambda it: is_continued(it.rest)),
        _against(
            "page-behind", _EXCLUDED, "a page number stands behind it, as in a list", lambda it: has_page(it.rest)
        ),
        _against("exhibit-list", _EXCLUDED, "it names exhibits, schedules or their list", _of_a_list),
    ),
)
"""What speaks for the heading of a note, and what for a line within one or for an entry of a list."""
