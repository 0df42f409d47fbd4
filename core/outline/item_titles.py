"""The title of an Item, over several lines if so set, and how several Items are named that are told of in one sentence."""

import re
from typing import NamedTuple

from core.evidence import Verdict
from core.outline.candidates import ITEM, Heading, ItemLine
from core.outline.forms import Form
from core.outline.lines import Lines, is_title
from core.outline.section import SectionKind
from core.outline.titles import clean, fold, is_notes_title, is_statement_title, key
from core.vocabulary import single_words

_SENTENCE_END = re.compile(r"(?<=[a-z)A-Z])(?:\.\s{1,8}|:\s{2,8}|\s?--\s?)(?=[A-Z(\"])")
_UNFINISHED_SIGNS = (",", ";", "&", "-")
"""Signs that no title ends with."""
_LAST_WORD = re.compile(r"[^\W_]+$")
_SHORTEST = 6
"""Characters. What ends before as many is no title of a sentence's length."""
_NEAR = 4
"""Lines below the number within which a title begins."""
_MOST_LINES = 7
"""Lines of the longest title, with the number's."""
_TITLE_LINE, _LAST_LINE, _UNFINISHED_LINE, _LINE_BELOW = 100, 75, 85, 60
"""Characters: of the first line of a title at most; of its last one; of one that goes on with an unfinished line; of one
that stands below an empty line."""
_FULL_LINE = 60
"""Characters of a line that is broken off at the margin, so that its words may go on below."""
_DEEPER = 4
"""Columns by which the further lines of a title are set in below its number."""
_SENTENCE, _SHORT_SENTENCE, _ENOUGH_SENTENCE = 240, 20, 160
"""Characters of a sentence that stands for a title: at most; at least before a full stop; as many as are looked for."""


class _Words(NamedTuple):
    """The words of a title, the line after its last, and the columns before it ends on its line (0: all of it)."""

    said: str
    last: int
    end: int


def item_heading(lines: Lines, item: ItemLine, form: Form, part: int, verdict: Verdict[SectionKind]) -> Heading:
    """An Item with the title printed, over several lines if so set; where none is, the one that the form has."""
    told = _titled(lines, item, form)
    title = clean(told.said) or form.title(item.number, part)
    return Heading(
        SectionKind.ITEM, item.number, title, item.line, told.last, ITEM, verdict, told.end, _column(lines, item)
    )


def _column(lines: Lines, item: ItemLine) -> int:
    """The columns before an Item that does not begin its line; 0 for one that does."""
    return lines.indent(item.line) + item.begin if item.begin else 0


def _titled(lines: Lines, item: ItemLine, form: Form) -> _Words:
    rest, last = item.rest, item.line + 1
    if item.spaced:
        return _Words(form.respaced(item.number, rest), last, 0)
    if not rest:
        below = lines.next_words(last, _NEAR)
        if below is not None and _may_title(lines, below):
            rest, last = lines.bare[below], below + 1
    if last == item.line + 1 and (stop := _stop(item, form, rest)):
        begin = lines.bare[item.line].find(rest)
        return _Words(rest[:stop], last, lines.indent(item.line) + max(begin, 0) + stop)
    while rest and last < item.line + _MOST_LINES:
        if _goes_on(lines, last, rest, item, form):
            rest, last = f"{rest} {lines.bare[last]}", last + 1
        elif _goes_on_below(lines, last, rest, item, form):
            rest, last = f"{rest} {lines.bare[last + 1]}", last + 2
        else:
            break
    return _Words(rest, last, 0)


def _stop(item: ItemLine, form: Form, rest: str) -> int:
    """Where the title ends of an Item whose text follows on the same line; 0 where none does."""
    sentence = _SENTENCE_END.search(rest)
    if sentence is not None and sentence.start() > _SHORTEST:
        return sentence.start()
    if not item.begin or is_title(rest):
        return 0
    low = rest.lower()
    titles = [named.title.lower() for named in form.named(item.number, rest)]
    return next((len(title) for title in titles if low.startswith(f"{title} ")), 0)


def sentence_heading(lines: Lines, item: ItemLine, form: Form, verdict: Verdict[SectionKind], *, ends: bool) -> Heading:
    """Items told of in one sentence ("Item 10, 11 and 12 will be contained in ..."), by their short titles on the form.

    Where the form has none for them: the sentence, not over 240 letters. `ends`: no other Item follows; the last one
    of Part IV is that on exhibits, whatever its number.
    """
    exhibits = ends and form.part(item.final.number) == "IV"
    title = "" if exhibits else form.together(item.first.number, item.final.number)
    title = title or _sentence(lines, item)
    return Heading(SectionKind.ITEM, item.number, title, item.line, item.line + 1, ITEM, verdict)


def _sentence(lines: Lines, item: ItemLine) -> str:
    last, rest = item.line + 1, item.rest
    while lines.words(last) and len(rest) < _ENOUGH_SENTENCE and not rest.rstrip().endswith("."):
        rest, last = f"{rest} {lines.bare[last]}", last + 1
    shown = fold(rest)
    stop = shown.find(". ")
    if _SHORT_SENTENCE < stop < _SENTENCE:
        shown = shown[:stop]
    if len(shown) > _SENTENCE:
        shown = shown[:_SENTENCE].rpartition(" ")[0]
    return clean(shown)


def _may_title(lines: Lines, index: int) -> bool:
    text = lines.bare[index]
    if is_statement_title(text) or is_notes_title(text):
        return False
    low = text[:_NEAR].lower()
    return is_title(text) and len(text) < _TITLE_LINE and not text.endswith(".") and low not in ("item", "part")


def _goes_on(lines: Lines, index: int, rest: str, item: ItemLine, form: Form) -> bool:
    """Whether line `index` is the rest of a title that was begun above."""
    if not lines.words(index) or _begins_another(lines, index):
        return False
    text = lines.bare[index]
    if _unfinished(rest):
        return len(text) < _UNFINISHED_LINE
    if _official(form, item, f"{rest} {text}"):
        return True
    if rest.endswith((".", ":")) or lines.ruled(index):
        return False
    if rest.isupper():
        return text.isupper() and not lines.prose(index)
    return not _complete(form, item, rest) and _last_line(lines, index, item)


def _begins_another(lines: Lines, index: int) -> bool:
    """Whether a line begins a heading of its own, or running text."""
    text = lines.bare[index]
    return text[:4].lower() in ("item", "part", "note") or (lines.prose(index) and not is_title(text))


def _unfinished(rest: str) -> bool:
    """Whether a title stops at a sign or a word that none ends with."""
    word = _LAST_WORD.search(rest)
    return rest.endswith(_UNFINISHED_SIGNS) or (
        word is not None and word[0].lower() in single_words("items", "unfinished")
    )


def _complete(form: Form, item: ItemLine, rest: str) -> bool:
    """Whether these words are all of the form's own title."""
    known = form.named(item.number, rest)
    return bool(known) and fold(rest).lower() == known[0].title.lower()


def _last_line(lines: Lines, index: int, item: ItemLine) -> bool:
    """Whether a line may be the last of a title in capitals and small letters, which was broken off above."""
    text = lines.bare[index]
    broken = len(lines.raw[index - 1].rstrip()) >= _FULL_LINE
    deeper = lines.indent(index) > lines.indent(item.line) + _DEEPER
    return (broken or deeper) and is_title(text) and len(text) < _LAST_LINE and not text.isupper()


def _goes_on_below(lines: Lines, index: int, rest: str, item: ItemLine, form: Form) -> bool:
    """Whether the rest of a title stands below an empty line, as in filings whose every line is followed by one."""
    below = index + 1
    if lines.words(index) or not lines.words(below) or lines.prose(below) or len(lines.bare[below]) > _LINE_BELOW:
        return False
    return _official(form, item, f"{rest} {lines.bare[below]}")


def _official(form: Form, item: ItemLine, said: str) -> bool:
    """Whether these words are how the form itself words the beginning of the Item's title."""
    wanted = f"{key(said)} "
    return any(f"{key(named.title)} ".startswith(wanted) for named in form.named(item.number, said))
