"""The title behind the number of a note: where it begins, how far it goes on, and where running text follows it."""

import re
from typing import NamedTuple

from core.outline.lines import Lines, has_figures, has_page, is_title
from core.outline.note_numbers import NoteLine
from core.outline.titles import clean

_UNENDED = frozenset(("and", "of", "the", "in", "for", "to", "on", "with", "significant", "&"))
"""Words that no title ends with."""
_UNBEGUN = frozenset(("and", "of", "for", "&"))
"""Words that no heading begins with: a line that does goes on with the one above."""
_ASIDE = re.compile(r"\s*\([^()]*\)?$")
"""What is said of a title in brackets: `(unaudited)`."""
_OPENERS = "The|In|At|On|We|Our|During|As|Effective|This|There|For|It|All|Certain"
_RUN_IN = re.compile(rf"(?<=[a-z)]) (?:{_OPENERS}) [a-z]")
"""Where running text begins right behind a title, without a point between."""
_SENTENCE = re.compile(r"(?<=[a-z]{2}[a-z)])\. (?:[A-Z][a-z]+ ){1,3}[a-z]")
"""Where a sentence begins behind the point of a title, however few of its words stand on the line."""
_AFTER_CAPITALS = re.compile(r"(?<=[A-Z][A-Z),])(?: |\. (?:[A-Z][a-z]+ ){0,2})[A-Z][a-z]* [a-z]")
"""The same behind a title in capitals, with or without a point: the first words in small letters."""
_STOPS = (". ", ": ", " -- ", " \u2013 ", " \u2014 ")
"""What stands between a title and the text that runs on behind it."""
_TITLE_WITHIN, _TEXT_BEHIND = 90, 25
"""Characters: a title that text follows on its line is shorter, and the text longer."""
_LEAST_TITLE = 5
"""A title that text follows without a stop has more characters."""
_A_WORD = 4
"""Letters before a point that ends a title, and not a word that is cut short."""
_TITLE_BELOW = 3
"""So many lines below a number that stands alone its title stands at most."""
_MORE_LINES = 3
"""So many lines more than its first a title has at most."""
_FULL = 55
"""Characters from which on a line may go on in the next for want of room."""
_SHORT = 60
"""Characters: the last line of a title over several lines is shorter."""
_DEEPER = 2
"""Columns that the lines of a title stand further to the right than its first, at least."""
_BLANKS_INSIDE = 2
"""Blank lines inside a title at most, where its words cannot end at the first."""


class NumberedTitle(NamedTuple):
    """A numbered line with the title behind its number.

    `rest` are the words behind the number on their line (or on the line below), `shown` the title over all its lines, up
    to line `last`. `titled` tells whether its words are set as a title, `capitals` whether all of them are in capitals
    but what is said in brackets, `run_in` whether text follows on the same line, `listed` whether the line with the number
    before or after stands right beside it.
    """

    lines: Lines
    line: NoteLine
    rest: str
    shown: str
    last: int
    titled: bool
    capitals: bool
    run_in: bool = False
    listed: bool = False

    @property
    def title(self) -> str:
        """The title as it is told."""
        return clean(self.shown if self.run_in else _before_prose(self.shown))


def numbered_title(lines: Lines, line: NoteLine) -> NumberedTitle | None:
    """The title of a numbered line, or None where no words stand behind the number or below it."""
    rest, last = line.rest, line.line + 1
    if not rest:
        below = lines.next_words(last, _TITLE_BELOW)
        if below is None or not is_title(lines.bare[below]) or has_page(lines.bare[below]):
            return None
        rest, last = lines.bare[below], below + 1
    titled = is_title(_without_aside(rest))
    if before := _before_text(rest, titled=titled):
        return NumberedTitle(lines, line, rest, before, last, titled=True, capitals=before.isupper(), run_in=True)
    shown, last = _whole(lines, last, rest) if titled else (rest, last)
    return NumberedTitle(lines, line, rest, shown, last, titled, _without_aside(shown).isupper())


def _without_aside(title: str) -> str:
    """A title without what is said of it in brackets at its end."""
    return _ASIDE.sub("", title) or title if "(" in title else title


def _before_text(rest: str, *, titled: bool) -> str:
    """The title before the text that runs on behind it on its line; empty where none does."""
    if rest.isupper():
        return ""
    if rest[:_A_WORD].isupper() and (capitals := _capitals_before_text(rest)):
        return capitals
    if titled and _SENTENCE.search(rest) is None:
        return ""
    return _title_before_text(rest)


def _capitals_before_text(rest: str) -> str:
    """A title in capitals, before the first words of a text or before a stop."""
    begun = _AFTER_CAPITALS.search(rest)
    for end in (begun.start() if begun is not None else None, _stop(rest)):
        if end is not None and rest[:end].isupper():
            return rest[:end]
    return ""


def _title_before_text(rest: str) -> str:
    """A title before a stop, or before words by which sentences begin, whichever comes first."""
    begun = [
        found.start() for found in (_RUN_IN.search(rest, _LEAST_TITLE), _SENTENCE.search(rest)) if found is not None
    ]
    ends = [at for at in (_stop(rest), *begun) if at is not None]
    title = rest[: min(ends, default=0)]
    return title if is_title(title) else ""


def _stop(text: str) -> int | None:
    """Where a title ends that a stop parts from the text behind it."""
    ends = [at for at in map(text.find, _STOPS) if _A_WORD <= at < _TITLE_WITHIN and len(text) - at > _TEXT_BEHIND]
    return min(ends, default=None)


def _before_prose(title: str) -> str:
    """A title without the running text that follows it on its line ("Inventories. The Company ...")."""
    if title.isupper():
        return title
    for mark in _STOPS:
        at = title.find(mark)
        ended = mark == ". " and title[at - _A_WORD : at].islower()
        if _A_WORD <= at < _TITLE_WITHIN and (len(title) - at > _TEXT_BEHIND or ended):
            return title[:at]
    return title


def _whole(lines: Lines, last: int, title: str) -> tuple[str, int]:
    """The title with the lines it goes on over."""
    begun = last
    while last < begun + _MORE_LINES:
        after = _next_line(lines, last, title)
        if after is None:
            break
        title, last = f"{title} {lines.bare[after]}", after + 1
    return title, last


def _next_line(lines: Lines, last: int, title: str) -> int | None:
    """The line that goes on with a title which has come to line `last`."""
    if not lines.words(last):
        return _over_blanks(lines, last, title)
    return last if _goes_on(lines, last, title) else None


def _goes_on(lines: Lines, index: int, title: str) -> bool:
    """Whether a line right under a title is more of it."""
    if _in_brackets(lines, index, title):
        return True
    text = lines.bare[index]
    if text[0].isdigit() or has_figures(lines.raw[index]) or not any(map(str.isalpha, text)):
        return False
    if title.isupper():
        return _more_capitals(lines, index, title)
    return not lines.prose(index) and _short_rest(lines, index, title)


def _in_brackets(lines: Lines, index: int, title: str) -> bool:
    """Whether a line goes on with what a title says in brackets, which close within three lines."""
    if title.count("(") <= title.count(")") and not (lines.bare[index][0] == "(" and title.isupper()):
        return False
    within = range(index, index + _MORE_LINES)
    end = next((at for at in within if not lines.words(at) or ")" in lines.bare[at]), None)
    return end is not None and lines.words(end) and not lines.words(end + 1) and lines.bare[end][-1] == ")"


def _unended(text: str) -> bool:
    """Whether a title stops at a word that none ends with."""
    return text.rsplit(" ", 1)[-1].lower() in _UNENDED


def _short_rest(lines: Lines, index: int, title: str) -> bool:
    """Whether a short line under a title set in capitals and small letters ends it, with nothing but a blank below."""
    text = lines.bare[index]
    if len(text) >= _SHORT or text.isupper() or not (is_title(text) or (text[0].isupper() and " " not in text)):
        return False
    return _unended(title) or (len(title) > _FULL and not lines.words(index + 1))


def _more_capitals(lines: Lines, index: int, title: str) -> bool:
    """Whether a line of capitals goes on with a title in capitals, and is no heading of its own."""
    if not lines.bare[index].isupper():
        return False
    full = len(lines.raw[index - 1].rstrip()) >= _FULL and not lines.words(index + 1)
    return _unended(title) or full or lines.indent(index) > lines.indent(index - 1) + _DEEPER


def _over_blanks(lines: Lines, index: int, title: str) -> int | None:
    """The line below a blank that goes on with a title which cannot end before it (`PROPERTY, PLANT`, `AND EQUIPMENT`)."""
    at = lines.next_words(index, _BLANKS_INSIDE + 1)
    if at is None or lines.table[at] or lines.words(at + 1):
        return None
    text = lines.bare[at]
    if len(text) >= _SHORT or not text[0].isalpha() or not is_title(text) or text.isupper() != title.isupper():
        return None
    return at if _unended(title) or text.split(" ", 1)[0].lower() in _UNBEGUN else None
