"""The head of a table, in text and in HTML alike: words over columns, spanners over several, and the stub over the captions.

Two readers place words over columns: by where they stand on the page (`core.tables.text.heads`), and by the columns that
their cells reach over (`core.tables.html.heads`). What the words so placed say of each column is told here.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from core.date_forms import FULL_MONTH, MONTH
from core.evidence import Recogniser, Rule
from core.source import Span
from core.tables.lexicon import Lexicon

UNITS = re.compile(r"(?i)thousand|million|billion|dollar|unaudited|per share|\b000'?s\b")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_UNITS_STUB = (
    r"\(?(?:dollars |(?:all |dollar )?amounts |shares |expressed )?in (?:thousands|millions|billions)"
    r"|\((?:stated |expressed )?in (?:u\.? ?s\.? |united states )?dollars\b"
    r"|\(?(?:thousands|millions) of|\(?\$?000['\u2019]?s? omitted"
)
_PERIOD_STUB = r"(?:for the )?(?:fiscal )?(?:years?|months|quarters?|weeks?|periods?)\b|as of|at |ended|fiscal\b"
_COUNT_STUB = r"\(?[$£€]|\(?(?:un)?audited|three|six|nine|twelve|thirteen"
STUB = re.compile(rf"(?i){_UNITS_STUB}|{_PERIOD_STUB}|{_COUNT_STUB}|{FULL_MONTH} \d")
"""How words in a cell beside heads begin that go with them: what the figures count, and when."""
STUB_LINE = re.compile(
    rf"(?i){_UNITS_STUB}|\(unaudited|(?:years? )?ended|fiscal year|(?:at |as of )?{FULL_MONTH} \d{{1,2}},?(?: \d{{4}})?$"
)
"""The same of words that have a line for themselves, which may as well head the rows below."""
DATE = re.compile(rf"(?i)(?:as of |at )?{MONTH}\.? \d{{1,2}}, ?(?:19|20)\d\d")
"""A whole date."""
_MARK = re.compile(r"(?<=[^\W\d_]) ?(?:[*†‡]{1,3}|[(\[]\d{1,2}[)\]])$")
"""A footnote mark behind the last word of a head."""
_MARK_ENDS = frozenset("*†‡)]")


class Over(NamedTuple):
    """Words of a head over columns `[first, last]`; `line` counts the head's lines from the top."""

    line: int
    first: int
    last: int
    text: str
    span: Span


class Head(NamedTuple):
    """What a head says of its columns: for each its words from the top, and their places; and the rest of it."""

    heads: tuple[tuple[str, ...], ...]
    spans: tuple[tuple[Span, ...], ...]
    stub: str
    words: str


@dataclass(slots=True)
class Placed:
    """The words of a head so far: those over columns, and by line those over the captions and all."""

    over: list[Over] = field(default_factory=list)
    stubs: dict[int, list[str]] = field(default_factory=dict)
    words: dict[int, list[str]] = field(default_factory=dict)

    def words_over(self, columns: int) -> list[tuple[str, ...]]:
        """The words over each of so many columns, from the top."""
        pieces = sorted(self.over, key=_by_place)
        return [tuple([one.text for one in pieces if one.first <= at <= one.last]) for at in range(columns)]

    def head(self, columns: int, lexicon: Lexicon) -> Head:
        """What they say of so many columns."""
        per: list[list[Over]] = [[] for _ in range(columns)]
        for piece in sorted(self.over, key=_by_place):
            for index in range(piece.first, piece.last + 1):
                per[index].append(piece)
        return Head(
            tuple([tuple(_grouped(pieces, lexicon)) for pieces in per]),
            tuple([tuple([piece.span for piece in pieces]) for pieces in per]),
            _joined(self.stubs),
            _joined(self.words),
        )


def _by_place(piece: Over) -> tuple[int, int]:
    return piece.line, piece.first


def _joined(lines: dict[int, list[str]]) -> str:
    return " ".join([text for at in sorted(lines) for text in lines[at]])


def _grouped(pieces: Iterable[Over], lexicon: Lexicon) -> list[str]:
    """The words over one column; those that stand over the same columns are one phrase."""
    found: list[str] = []
    last = (-1, -1)
    for piece in pieces:
        columns = piece.first, piece.last
        if columns == last:
            found[-1] = lexicon.join(found[-1], piece.text)
        else:
            found.append(piece.text)
        last = columns
    return found


def without_mark(text: str) -> str:
    """Words of a head without the footnote mark behind them."""
    return _MARK.sub("", text) if text[-1:] in _MARK_ENDS else text


class Bracketed(NamedTuple):
    """Words of a head: how many of the columns they stand over, whether they are alone at its top, and whether they are
    alone in their line and in the middle of all columns."""

    text: str
    over: int
    columns: int
    top: bool
    middle: bool = False


def _no_units(words: Bracketed) -> bool | None:
    bare = words.text.strip()
    bracketed = bare[:1] == "(" and bare[-1:] == ")" and "  " not in bare
    return None if bracketed and UNITS.search(bare) else False


def _alone_on_top(words: Bracketed) -> bool | None:
    return True if words.top else None


def _in_the_middle(words: Bracketed) -> bool | None:
    return True if words.middle else None


def _over_all(words: Bracketed) -> bool | None:
    return words.over != 1 or words.columns == 1


UNITS_LINE: Recogniser[Bracketed, bool] = Recogniser(
    "units-line",
    "Do words of a head say what all the figures count, rather than name columns?",
    (
        Rule("no-units", 5, "Units of a whole table stand in brackets: `(In thousands)`.", _no_units),
        Rule("alone-on-top", 4, "Alone over all other heads they are of the whole table.", _alone_on_top),
        Rule("middle", 3, "Alone in their line, in the middle of all columns, they are of all.", _in_the_middle),
        Rule("over-all", 3, "Over one column of several they are of that column.", _over_all),
    ),
)


def says_units(text: str, over: int, columns: int, *, top: bool, middle: bool = False) -> bool:
    """What UNITS_LINE decides; words without a bracket are not asked for more."""
    return ")" in text and bool(UNITS_LINE.decide(Bracketed(text, over, columns, top, middle)))
