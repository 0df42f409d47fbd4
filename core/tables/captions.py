"""Captions over several lines: which lines of a table's body go on with the row above them, and which begin one.

The rules that need no more than the words are shared by text and HTML; those that look at columns of the page are of text.
"""

import re
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from core.date_forms import MONTH
from core.dates import time_alone
from core.evidence import Recogniser, Rule
from core.source import Span
from core.tables.grid import GridCell
from core.tables.grid import Rule as Stroke
from core.vocabulary import single_words

_JOINING = single_words("captions", "joining")
"""Last words of a caption that goes on."""
_STOCK = re.compile(r"\b(?:stock|shares)\b.*\b(?:par|stated) value", re.IGNORECASE)
_COUNT = re.compile(r"(?:shares )?(?:authorized|issued|outstanding)\b|[\d,]{3,} shares\b", re.IGNORECASE)
_ENUMERATOR = re.compile(r"\(?[a-zA-Z\d]{1,3}[.)] ")
_BRACKET_BEGINS = re.compile(r"\([A-Z][a-z]+\) [a-z]")
"""How a caption begins whose first word may be the other way round: `(Increase) decrease in inventories`."""
_ENDS_IN_MONTH = re.compile(rf"(?i)\b{MONTH}\.?$")
_DAY_BEGINS = re.compile(r"(?:[12]?\d|3[01])(?:,|$)|(?:19|20)\d\d\b")
"""How the rest of a date begins whose month ends the line above."""
_OPEN_SIGNS = tuple(",;-(&/–")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_POSSESSIVE = re.compile(r"(?i)s['’]$")
"""How a word ends that asks what is theirs: `stockholders'`."""
_CARRIED_SIGNS = frozenset("-–&")
"""Signs with which the rest of a caption begins."""
_CARRIED_WORDS = frozenset(("AND", "OF", "OR"))
"""Words with which, in capitals, it begins."""
_WHOLE = (" net", " Net", " NET", " other", " Other", " OTHER")
"""Last words of captions that are whole: `Other income, net`."""
_BACK = 2
"""Columns. A line that stands so far left of the row above is no rest of its caption."""
_SHORTEST_FULL = 25
"""Characters. A caption that fills its column is at least as long."""
_FULL = 0.5
"""... or fills at least so much of a narrow one, if what is below stands deeper."""
_SHORTEST_CAPITALS = 4
"""Characters. Fewer capitals are an abbreviation, no heading."""
_SHORTEST_WORD = 4
"""Characters. Shorter words are written small in titles too."""
_CENTRED_FROM, _CENTRED_WITHIN = 9, 3
"""Columns. Centred words begin past the first, and their middles are no farther apart than half of the second."""


@dataclass(slots=True)
class Piece:
    """One line of a table's body: caption (may be empty), its columns, cells; what parts it from the line before."""

    text: str
    left: int
    right: int
    span: Span
    line: Span
    cells: list[GridCell]
    figures: bool
    """Whether a figure stands in the line."""
    blank_above: bool = False
    above: Stroke = Stroke.NONE
    below: Stroke = Stroke.NONE
    aside: bool = False

    @property
    def apart(self) -> bool:
        """Whether something parts it from the line before."""
        return self.blank_above or self.above is not Stroke.NONE

    @property
    def heads(self) -> bool:
        """Whether it is a heading in capitals."""
        return self.text.isupper() and len(self.text) >= _SHORTEST_CAPITALS


class Captions(Protocol):
    """Two captions, one right below the other."""

    @property
    def upper(self) -> str:
        """The words of the one above."""

    @property
    def lower(self) -> str:
        """The words of the one below."""


class Lines(NamedTuple):
    """A line below others of one row: the row so far, the line, the line after it; captions end before `zone`."""

    group: list[Piece]
    piece: Piece
    after: Piece | None
    zone: int

    @property
    def upper(self) -> str:
        """The words of the line above."""
        return self.group[-1].text

    @property
    def lower(self) -> str:
        """The words of the line itself."""
        return self.piece.text

    @property
    def next(self) -> Piece | None:
        """The line after, where nothing parts it from this one."""
        return self.after if self.after is not None and not self.after.apart else None

    @property
    def returns(self) -> bool:
        """Whether the line after stands no deeper than the one above, or is itself the rest of words."""
        after = self.next
        return after is None or after.left <= self.group[-1].left or _carried_in_capitals(after.text)


def asks_for_more(text: str) -> bool:
    """Whether words ask for more words: `and`, a comma, a bracket not closed."""
    last = text.rsplit(" ", 1)[-1]
    asks = text[-1:] in _OPEN_SIGNS or last.lower() in _JOINING or text.count("(") > text.count(")")
    return asks or _POSSESSIVE.search(last) is not None


def _carried_in_capitals(text: str) -> bool:
    """Whether words begin with `AND`, as the rest of a caption in capitals does."""
    return text.split(" ", 1)[0] in _CARRIED_WORDS


def _whole(text: str) -> bool:
    """Whether words end a caption though they would ask for more elsewhere."""
    return f" {text}".endswith(_WHOLE)


def _begins_small(text: str) -> bool:
    return text[:1].islower()


def _no_words(lines: Lines) -> bool | None:
    return None if lines.lower else True


def _colon_above(captions: Captions) -> bool | None:
    return False if captions.upper[-1:] == ":" or not captions.upper else None


def _colon_below(captions: Captions) -> bool | None:
    return False if captions.lower[-1:] == ":" else None


def _small_letter(captions: Captions) -> bool | None:
    return True if _begins_small(captions.lower) else None


def _small_in_bracket(captions: Captions) -> bool | None:
    """`Net increase` over `(decrease) in cash`; `(a) Restated` numbers something."""
    lower = captions.lower
    return True if lower[:1] == "(" and _begins_small(lower[1:]) and not _ENUMERATOR.match(lower) else None


def _date_goes_on(captions: Captions) -> bool | None:
    """`Balance at December` over `31, 1998`."""
    begins = _DAY_BEGINS.match(captions.lower) is not None
    return True if begins and _ENDS_IN_MONTH.search(captions.upper) is not None else None


def _time_alone(captions: Captions) -> bool | None:
    """`Year ended December 31, 2023` heads what is below it; `Year ended December 31, 2023 and` does not end there."""
    if _YEAR.search(captions.upper) is None or asks_for_more(captions.upper):
        return None
    return False if time_alone(captions.upper) else None


# Words below a row that has its figures.


def _figures_alone(lines: Lines) -> bool | None:
    return False if not lines.upper and len(lines.group) == 1 else None


def _small_below(lines: Lines) -> bool | None:
    if not _begins_small(lines.lower):
        return None
    leads = lines.next is not None and lines.next.figures and asks_for_more(lines.lower)
    return not (leads and lines.piece.left <= lines.group[0].left - _BACK)


def _unfinished_row(lines: Lines) -> bool | None:
    flush = lines.piece.left >= lines.group[0].left
    unfinished = asks_for_more(lines.upper) and not _whole(lines.upper)
    return True if flush and not lines.piece.heads and unfinished else None


def _carried_below(lines: Lines) -> bool | None:
    return True if _carried_in_capitals(lines.lower) and lines.piece.left >= lines.group[0].left else None


def _bracket_below(lines: Lines) -> bool | None:
    if lines.lower[0] != "(" or lines.piece.left < lines.group[0].left or _ENUMERATOR.match(lines.lower):
        return None
    if _BRACKET_BEGINS.match(lines.lower):
        return False
    return not _lists_such(lines)


def _lists_such(lines: Lines) -> bool:
    """Whether the line after stands as far to the right and begins anew: a list of words in brackets."""
    after = lines.next
    rest = after is not None and _begins_small(after.text) and not after.figures
    return after is not None and after.left == lines.piece.left and not rest


def _year_below(lines: Lines) -> bool | None:
    """`2024` between two years of a roll-forward."""
    if _YEAR.search(lines.lower) is None or asks_for_more(lines.upper):
        return None
    return False if time_alone(lines.lower) else None


def _hangs(lines: Lines) -> bool | None:
    after = lines.after
    if lines.piece.left <= lines.group[0].left:
        return None
    if lines.next is not None and not lines.next.text:
        return None
    if after is None or after.apart or after.left < lines.piece.left:
        return True
    return True if _carried_in_capitals(after.text) and not after.figures else None


REST_OF_ROW: Recogniser[Lines, bool] = Recogniser(
    "rest-of-row",
    "Are words below a row with figures the rest of its caption?",
    (
        Rule("no-words", 5, "A line without a caption goes on with the row above.", _no_words),
        Rule("figures-alone", 5, "Words below figures without a caption begin a row.", _figures_alone),
        Rule(
            "small-letter", 4, "A small letter goes on, unless the words lead to the figures below them.", _small_below
        ),
        Rule("colon", 4, "Words that end in a colon head what is below.", _colon_below),
        Rule("broken-date", 4, "A day goes on with the month that ends the line above.", _date_goes_on),
        Rule("carried", 4, "`AND` and `OF` in capitals go on with what is above.", _carried_below),
        Rule("unfinished", 3, "A caption that ends in `and`, a comma or an open bracket goes on.", _unfinished_row),
        Rule(
            "bracket",
            3,
            "Words in brackets belong to the caption above, unless a list of such begins, or `(Increase) decrease`.",
            _bracket_below,
        ),
        Rule("year-below", 3, "A time with its year heads what is below it.", _year_below),
        Rule("hangs", 2, "Words set deeper go on where the line after them returns to the left.", _hangs),
    ),
)

# Words below words.


def _figures_below(lines: Lines) -> bool | None:
    return None if lines.lower else lines.upper[-1:] != ":" or lines.piece.figures


def _carried(lines: Lines) -> bool | None:
    below = lines.lower
    if _carried_in_capitals(below):
        return True
    return True if below[0] in _CARRIED_SIGNS or (below[0] == "(" and not _ENUMERATOR.match(below)) else None


def _unfinished(lines: Lines) -> bool | None:
    return True if asks_for_more(lines.upper) else None


def _centred_capitals(lines: Lines) -> bool | None:
    last, piece = lines.group[-1], lines.piece
    if not (last.text.isupper() and piece.text.isupper()) or min(last.left, piece.left) < _CENTRED_FROM:
        return None
    apart = abs(last.left + last.right - piece.left - piece.right)
    return True if apart <= _CENTRED_WITHIN and not piece.cells else None


def _one_deeper(lines: Lines) -> bool | None:
    last = lines.group[-1]
    return True if lines.piece.left == last.left + 1 and not last.text.isupper() and lines.returns else None


def _has_room(lines: Lines) -> bool | None:
    last = lines.group[-1]
    first_word = lines.lower.split(" ", 1)[0]
    hangs = lines.piece.left > last.left and lines.lower[-1:] != ":"
    shortest = min(_SHORTEST_FULL, _FULL * lines.zone) if hangs else _SHORTEST_FULL
    return False if last.right + 1 + len(first_word) <= lines.zone or len(last.text) < shortest else None


def _other_case(lines: Lines) -> bool | None:
    above, below = lines.upper, lines.lower
    return False if above.isupper() != below.isupper() or not _title_case(above) else None


def _full(lines: Lines) -> bool | None:
    last, piece = lines.group[-1], lines.piece
    return lines.returns if piece.left > last.left else piece.left == last.left


LEADS_ON: Recogniser[Lines, bool] = Recogniser(
    "leads-on",
    "Does a caption without figures go on in the line below it, rather than being a heading over it?",
    (
        Rule("figures-below", 5, "Figures without a caption belong to the caption above them.", _figures_below),
        Rule("colon", 5, "What ends in a colon is a heading.", _colon_above),
        Rule("small-letter", 5, "A small letter goes on with the line above.", _small_letter),
        Rule("time-alone", 4, "A time with its year is whole, and heads what is below it.", _time_alone),
        Rule("broken-date", 4, "A day goes on with the month that ends the line above.", _date_goes_on),
        Rule("carried", 4, "So does a dash, an ampersand, `AND`, or a bracket that numbers nothing.", _carried),
        Rule("unfinished", 4, "A caption that ends in `and`, a comma or an open bracket goes on.", _unfinished),
        Rule("centred-capitals", 3, "Capitals centred over one another are one title.", _centred_capitals),
        Rule("one-deeper", 3, "A line one blank deeper is the rest of the line above.", _one_deeper),
        Rule("has-room", 3, "A caption that had room for the next word is whole.", _has_room),
        Rule(
            "other-case", 2, "Capitals and small letters do not mix; a new caption begins with a capital.", _other_case
        ),
        Rule("full", 2, "A title that fills its column goes on below, flush or deeper.", _full),
    ),
)


def _title_case(text: str) -> bool:
    """Whether most words after the first begin with a capital, so that a capital does not tell a new caption."""
    words = [word for word in text.split()[1:] if len(word) >= _SHORTEST_WORD and word[0].isalpha()]
    return bool(words) and 2 * sum(word[0].isupper() for word in words) > len(words)


# A line below others.


def _margin(lines: Lines) -> bool | None:
    last, piece = lines.group[-1], lines.piece
    return piece.aside and last.aside if piece.aside or last.aside else None


def _below_figures(lines: Lines) -> bool | None:
    if not any(member.figures for member in lines.group):
        return None
    return not lines.piece.figures and bool(REST_OF_ROW.decide(lines))


def _figures_below_words(lines: Lines) -> bool | None:
    if not (lines.group[-1].cells and lines.piece.figures):
        return None
    return not lines.lower or bool(LEADS_ON.decide(lines))


def _words_alone(lines: Lines) -> bool | None:
    piece = lines.piece
    return bool(lines.group[-1].cells) if piece.cells and not piece.figures and not piece.text else None


def _led(lines: Lines) -> bool | None:
    return True if LEADS_ON.decide(lines) else None


def _counts_shares(lines: Lines) -> bool | None:
    first, piece = lines.group[0], lines.piece
    counts = piece.left >= first.left and _COUNT.match(piece.text) is not None
    return True if counts and _STOCK.search(first.text) else None


SAME_ROW: Recogniser[Lines, bool] = Recogniser(
    "same-row",
    "Does a line of a table's body go on with the row of the lines above it?",
    (
        Rule("margin", 5, "Words of the margin go on with words of the margin only.", _margin),
        Rule(
            "below-figures", 4, "Below figures, words without figures may be the rest of the caption.", _below_figures
        ),
        Rule(
            "figures-below-words",
            4,
            "Figures below words belong to them where the caption goes on.",
            _figures_below_words,
        ),
        Rule("words-alone", 3, "Words in columns without a caption go on with words in columns.", _words_alone),
        Rule("leads-on", 3, "A caption without figures may go on below.", _led),
        Rule("counts-shares", 3, "How many shares there are belongs to the stock above.", _counts_shares),
    ),
)

# Rows of a table whose cells hold whole captions.

_LONGEST_CELL = 400
"""Characters. A caption that is as long does not go on in the next row."""


class Rows(NamedTuple):
    """A row's caption and the one of the row below; whether either has figures."""

    upper: str
    lower: str
    upper_cells: bool
    lower_cells: bool


def _row_is_whole(rows: Rows) -> bool | None:
    return False if rows.upper_cells or not rows.lower or not 0 < len(rows.upper) < _LONGEST_CELL else None


def _unfinished_caption(rows: Rows) -> bool | None:
    return True if rows.lower_cells and asks_for_more(rows.upper) and not _whole(rows.upper) else None


SAME_CAPTION: Recogniser[Rows, bool] = Recogniser(
    "same-caption",
    "Does a caption in a cell go on in the row below?",
    (
        Rule("whole", 5, "A row with figures, or with a long text, is whole.", _row_is_whole),
        Rule("colon", 5, "What ends in a colon is a heading.", _colon_above),
        Rule("small-letter", 5, "A small letter goes on with the row above.", _small_letter),
        Rule("broken-date", 4, "A day goes on with the month that ends the row above.", _date_goes_on),
        Rule("small-in-bracket", 4, "So does a small letter behind a bracket that numbers nothing.", _small_in_bracket),
        Rule(
            "unfinished",
            3,
            "A caption that ends in `and` goes on, where the row below has figures.",
            _unfinished_caption,
        ),
    ),
)
