"""In what way lines are set as a heading: underlined, in capitals, centred, alone; in HTML bold and slanted too."""

from enum import StrEnum

from core.markup.css import BOLD, CENTRED, ITALIC, UNDERLINED
from core.outline.lines import Lines, has_figures, is_title
from core.outline.set_apart import UNIT, sort_of
from core.outline.titles import is_major


class Look(StrEnum):
    """A way in which lines are set as a heading."""

    UNDERLINED_CAPITALS = "underlined capitals"
    CENTRED_CAPITALS = "centred capitals"
    CAPITALS = "capitals"
    UNDERLINED = "underlined"
    CENTRED = "centred"
    ALONE = "alone"
    FIRST_LINE = "first line"
    BOLD_CAPITALS = "bold capitals"
    BOLD_CENTRED = "bold centred"
    BOLD_UNDERLINED = "bold underlined"
    BOLD_ITALIC = "bold italic"
    BOLD = "bold"
    UNDERLINED_ITALIC = "underlined italic"
    ITALIC = "italic"


_SET = BOLD | ITALIC | UNDERLINED
_IN_BOLD = ((CENTRED, Look.BOLD_CENTRED), (ITALIC, Look.BOLD_ITALIC), (UNDERLINED, Look.BOLD_UNDERLINED))
_LEAST_LETTERS = 3
"""Letters that a heading has at least."""
_MOST_LINES = 3
"""Lines that a heading has at most."""
_SENTENCE = 70
"""Characters of a heading whose words do not begin with capitals, at most."""
_UNDERLINED_SENTENCE, _ALONE, _BROKEN_OFF = 60, 85, 50
"""The same of one that is underlined, of one that nothing but its place tells, and of one above its own text."""
_INDENTED, _CENTRED, _MARGIN = 8, 12, "   "
"""Columns from which on a line is no more at the margin, and up to which one can be; blanks between columns."""
_PAGE, _OFF_CENTRE = 78, 14
"""Columns of a page of plain text, and by how many more stand on one side than on the other of a centred line."""
_ROOM = 6
"""Columns that a line broken off leaves, over the next word, at least."""
_RULED_ACROSS = 55
"""Characters of a rule that runs across the page."""
_RULE_OFF, _RULE_SHARE = 4, 4
"""A rule under words is as long as they are, give or take so many characters or one of so many."""
_REPORT = "report"
_ESCAPED = "- "


def look_of(lines: Lines, first: int, last: int) -> Look | None:
    """In what way the lines `[first, last)` are set as a heading, None where they are not."""
    text = lines.bare[last - 1]
    if not text[:_LEAST_LETTERS].isalpha() and sum(map(str.isalpha, text)) < _LEAST_LETTERS:
        return None
    if lines.looks is not None and lines.styled:
        return _styled(lines, lines.looks[first], first, last)
    return _plain(lines, first, last)


def _plain(lines: Lines, first: int, last: int) -> Look | None:
    """The look of lines of plain text."""
    if lines.ruled(last) and _fits(lines, first, last):
        return _ruled(lines, first, last)
    if not lines.apart(first) or not is_title(lines.bare[first]):
        return None
    if lines.words(last) and sort_of(lines.bare[last]) != UNIT:
        return Look.FIRST_LINE if last == first + 1 and _broken_off(lines, first) else None
    return _apart(lines, first, last)


def last_of(lines: Lines, taken: bytearray, first: int) -> int:
    """Where a heading that begins here ends: capitals, and centred lines, may go on over three lines."""
    last = first + 1
    if not lines.words(last):
        return last
    capitals, centred = lines.bare[first].isupper(), is_centred(lines, first)
    while last < first + _MOST_LINES and lines.words(last) and not taken[last] and not lines.table[last]:
        if not _goes_on(lines, last, capitals=capitals, centred=centred):
            break
        last += 1
    return last


def _goes_on(lines: Lines, index: int, *, capitals: bool, centred: bool) -> bool:
    """Whether a line below a heading in capitals, or centred, is more of it."""
    text = lines.bare[index]
    alike = (capitals and text.isupper()) or (centred and is_centred(lines, index) and is_title(text))
    return alike and text[0] != "(" and not has_figures(lines.raw[index])


def is_centred(lines: Lines, index: int) -> bool:
    """Whether a line of plain text stands in the middle of its page."""
    indent = lines.indent(index)
    if indent < _INDENTED or _MARGIN in lines.bare[index]:
        return False
    return abs(2 * indent + len(lines.bare[index]) - _PAGE) <= _OFF_CENTRE


def _ruled(lines: Lines, first: int, last: int) -> Look | None:
    text = lines.bare[last - 1]
    if not is_title(lines.bare[first]) and len(text) >= _UNDERLINED_SENTENCE:
        return None
    return Look.UNDERLINED_CAPITALS if text.isupper() else Look.UNDERLINED


def _apart(lines: Lines, first: int, last: int) -> Look | None:
    """The look of a title that stands apart from the text around it."""
    text = lines.bare[last - 1]
    if text.isupper() and sum(map(str.isalpha, text)) > _LEAST_LETTERS:
        return Look.CENTRED_CAPITALS if lines.indent(first) >= _INDENTED else Look.CAPITALS
    if is_centred(lines, first):
        return Look.CENTRED
    return Look.ALONE if len(text) < _ALONE and lines.indent(first) < _CENTRED else None


def _styled(lines: Lines, look: int, first: int, last: int) -> Look | None:
    """The look of lines of an HTML document: by weight, slant, lines under them and capitals; of a report by its words."""
    text = lines.bare[last - 1]
    if not lines.apart(first):
        return None
    if not (look & _SET or text.isupper()):
        return Look.ALONE if not lines.words(last) and _is_report(text) else None
    if lines.words(last) and (lines.flowing_from(last) or lines.looks_alike(first, last)):
        return None
    if not is_title(lines.bare[first]) and (len(text) > _SENTENCE or text[-1] in ".:"):
        return None
    return _style(look, capitals=text.isupper())


def _is_report(text: str) -> bool:
    """Whether a line is the title of an auditors' or a management's report."""
    return _REPORT in text.lower() and is_title(text) and is_major(text)


def _style(look: int, *, capitals: bool) -> Look:
    if look & BOLD:
        return Look.BOLD_CAPITALS if capitals else next((how for bit, how in _IN_BOLD if look & bit), Look.BOLD)
    if look & UNDERLINED:
        return Look.UNDERLINED_ITALIC if look & ITALIC else Look.UNDERLINED
    if look & ITALIC:
        return Look.ITALIC
    return Look.CENTRED_CAPITALS if look & CENTRED else Look.CAPITALS


def _fits(lines: Lines, first: int, last: int) -> bool:
    """Whether the rule below is drawn under the words, or right across the page under a line that stands apart."""
    rule = lines.bare[last].removeprefix(_ESCAPED)
    length = len(lines.bare[last - 1])
    if " " in rule:
        return False
    if abs(len(rule) - length) <= max(_RULE_OFF, length // _RULE_SHARE):
        return True
    across = len(rule) > _RULED_ACROSS and not lines.table[min(last + 1, lines.count - 1)]
    return across and lines.apart(first) and is_title(lines.bare[first])


def _broken_off(lines: Lines, index: int) -> bool:
    """Whether a title stands on the first line of a paragraph, broken off long before the margin."""
    text = lines.bare[index]
    if len(text) > _BROKEN_OFF or text[-1] in ".:" or not lines.prose(index + 1):
        return False
    after = lines.bare[index + 1]
    full = len(lines.raw[index + 1].rstrip())
    return after[0].isupper() and len(lines.raw[index].rstrip()) + 1 + len(after.split(" ", 1)[0]) < full - _ROOM
