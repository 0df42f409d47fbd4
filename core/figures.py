"""Figures as accountants write them: `(1,234)`, `$ (56)`, `-`, `34%`, `.28`, `1 1/2`, `37,000*`, `(5,400 (1))`.

The one grammar of figures: everything that recognises a figure, or a part of one, is made of the parts named here.
"""

import re
from decimal import Decimal
from enum import IntEnum
from functools import cache, lru_cache
from typing import NamedTuple

CURRENCY = r"(?:US|U\.S\.|C|Cdn|CDN|Can|A|NZ|HK)?\$|[£¥€]"
"""A currency sign, with the country before it where it is written."""
MINUS = "[\u2010\u2011\u2212–-]"
"""A minus before or behind a figure: the minus sign, or a hyphen or an en dash set for it."""
DASHES = "\u2010\u2011\u2012–—\u2015\u2212-"
"""Signs that stand for nil where they stand alone."""
APOSTROPHES = "'`´’′"
"""What is written for an apostrophe, also between thousands."""
GROUPED = r"\d{1,3}(?:,\d{3})++"
"""Digits with commas between the thousands."""
AMOUNT = rf"(?:{GROUPED}(?:\.\d++)?|\d++(?:\.\d++)?|\.\d++)"
"""Digits with a decimal point, or without one."""
LOOSE_AMOUNT = r"(?:\d[\d,]*+(?<!,)(?:\.\d++)?|\.\d++)"
"""The same with commas anywhere."""
LOOSE_FIGURE = (
    rf"(?:US)?[$£¥€]?(?:\( {{0,9}}|{MINUS})?(?:[$£¥€] {{0,9}})?{MINUS}?{LOOSE_AMOUNT}(?: \d{{1,2}}/\d{{1,2}})?"
)
"""What may be a figure, for a first look at many lines."""
LOOSE_END = r"(?: ?[)%*]|-| ?\([a-zA-Z\d]{1,2}\)|/\(?\w\)?/){0,4}"
"""What may stand behind it: brackets, percent signs, footnote marks."""
FRACTION = r"[ -]\d{1,2}/\d{1,2}(?![\d/])"
"""Halves, eighths and the like behind a whole number: ` 1/2`, `-1/8`."""
REFERENCE = r" ?\([a-zA-Z]{1,2}\)| {0,2}/\(?\w{1,2}\)?/|\(\d{1,2}\)| ?[{\[]\w{1,2}[}\]]"
"""A footnote mark in brackets or strokes: ` (a)`, `/1/`, `(1)`, `[b]`."""
MARK = rf"\*{{1,4}}|[+#]|(?:{REFERENCE})(?:,? ?\([\da-zA-Z]\))?"
"""A footnote mark, or two of them."""
_APART_MARK = r" \(\d{1,2}\)"
"""A footnote mark that stands apart in the cell of a figure, `1,234 (1)`; in a line it is a figure of its own at first."""
_COUNTS = re.compile(r"\d{1,2} \(\d{1,2}\)|\d+ \(\d{2}\)")
"""A few digits, or with more than one in the bracket, may as well be a number and a percentage or a part of it."""
_RAISED = r"(?:[(\[]?\w{1,2}(?:,\d{1,2}){0,3} ?[)\]],? ?){1,4}|[(\[]?\w{1,2}(?:, ?\w{1,2}){0,3}"
RAISED_MARK = re.compile(rf"{_RAISED}|[*†‡§¶]{{1,4}}")
"""Footnote marks that are set as a superscript, with brackets or without."""
_BRACKET = r"\( {0,12}"
_BROKEN = r"\d{1,3}(?:,\d{3})*+, \d{3}(?:,\d{3})*+(?:\.\d++)?(?![\d,])"
"""Digits broken by a blank behind a comma: `8, 356`."""
_BEGINS = rf"(?=[\d$(.£¥€UCANH{DASHES}])"
"""A quick look at the first sign; the letters are those of CURRENCY."""
_APART = r"(?<![^\s|])|(?<=\.\.)|(?<=[a-z.:)])(?=\$)|(?<=[A-Za-z)*])(?=\(?\d{1,3},\d{3})"
"""Where a figure begins: behind a blank, a bar or leader dots; glued to a word only where a sign or a comma tells."""
_SIGNED = rf"(?P<open>{_BRACKET})?(?P<minus>{MINUS})?(?P<currency>{CURRENCY})?(?(currency) {{0,40}})"
_SECOND = rf"(?P<open2>{_BRACKET}|{MINUS}(?=[\d.]))?"
_CLOSES = r" {0,3}\)(?: ?%)?| ?%\)?"
_MARKED_INSIDE = r"(?(open)|(?(open2)|(?!)))(?P<inside> ?(?:\(\w{1,2}\)|\*{1,3})) ?\)"
"""A footnote mark inside of the bracket that makes a figure negative: `(5,400 (1))`."""
_IN_CELL = rf"(?<!19\d\d)(?<!20\d\d){MINUS}(?![^\s|])"
"""A minus behind the figure of a cell; in a line it is the dash of a range that goes on below or after a gap."""
_RANGE = rf"(?:-| - | to )\$? ?{AMOUNT}%?"
NOTHING = rf"(?:-0-|[{DASHES}]{{1,4}})"
"""What is printed for nil."""
_NIL = rf"(?P<nil>{NOTHING})(?: ?%)?(?=\s|$|[*|])"
_ENDS = r"(?=\s|$|\||\.\.)"


def _figure(broken: str, behind: str = r"(?!)", mark: str = MARK) -> re.Pattern[str]:
    """The pattern of one figure; `broken` and `behind`: where digits may be broken, and have a minus behind them. Every
    quantifier is bounded or possessive, so a line costs what it is long."""
    digits = rf"(?P<number>{broken}{_BROKEN}|{AMOUNT})(?P<fraction>{FRACTION})?"
    tail = rf"(?P<tail>{_CLOSES}|{_MARKED_INSIDE}|(?P<behind>{behind}))?"
    amount = rf"{digits}{tail}(?P<range>{_RANGE})?"
    return re.compile(rf"{_BEGINS}(?:{_APART}){_SIGNED}{_SECOND}(?:{amount}|{_NIL})(?P<mark>{mark})?{_ENDS}")


_MINUS_BEHIND = re.compile(
    r"-(?=  |$)(?<=\d-)(?:(?<=,\d{3}-)|(?<=, \d{3}-)|(?<=(?:  |.\$)\d-)|(?<=(?:  |.\$)\d{2}-)|(?<=(?:  |.\$)\d{3}-))",
    re.MULTILINE,
)
"""A minus behind digits. It begins with the sign: of a whole table nothing else is looked at."""


@cache
def _in_line(*, behind: bool = False) -> re.Pattern[str]:
    """One figure in a line of text; `behind`: with a minus behind it. Built when it is first asked for, as it takes long."""
    broken = "(?(currency)|(?!))"
    return _figure(broken, _IN_CELL) if behind else _figure(broken)


@cache
def _in_cell() -> re.Pattern[str]:
    """One figure that is all of a cell: what could be two figures in a line is one here."""
    return _figure("", _IN_CELL, rf"{MARK}|{_APART_MARK}")


_UNUSUAL = r"\d{1,3}(?:[.'’ ]\d{3})+(?:[.,]\d+)?|\d{1,3}(?:,\d{3})*, \d{3}"
"""Digits with other signs between the thousands, or broken behind a comma."""
_PIECE = re.compile(
    rf"[({DASHES}]{{0,2}} ?(?:US|C|A)?[$£€¥]? ?(?:\(|{MINUS})? ?(?:\d[\d,]*(?:\.\d+)?|\.\d+|{_UNUSUAL})"
    rf"(?: ?[)%]*(?: ?\(\w{{1,2}}\)|\*+|[+#†‡])?| ?\(\w{{1,2}}\) ?\)|{MINUS})$"
)
_NIL_PIECE = re.compile(rf"[$£€¥]? ?(?:[{DASHES}]{{1,3}}|-0-) ?%?$")
_PIECE_SIGNS = frozenset(f"(. $£€¥UCA{DASHES}")
"""What these begin with besides digits: a quick look, which most words do not pass."""
_LONGEST_PIECE = 26
"""Characters. A longer text is no figure."""
_FIRST = re.compile(rf"[\d{DASHES}](?<![^\s|.$(£¥€][{DASHES}])")
"""Where the first figure of a line may be; most captions have neither a digit nor a dash that stands apart."""
_COMMON = re.compile(rf" ++(?:(\$) {{0,40}}+)?((\(?)({AMOUNT})(\)?%?)|[-–—]{{1,4}})(?=  |$)")
"""The common figure after its blanks: `1,234`, `$ 56`, `(7.8)`, `9%`, `-`, and nothing beside it."""
_PLAIN = re.compile(r"\d[\d,]*+")
_NUMBERED = re.compile(r"-(?:0\d|\d{4,}(?![\d,.]))(?!\d*\.)|\d{5}")
"""What follows the dash of a number that is no range: 77-0059951."""
ZERO = Decimal(0)
"""What a nil dash is worth."""
_YEAR_DIGITS = 4
_CENTURIES = ("19", "20")
NO_GAP, LEADERS, AT_BEGINNING = 0, 50, 99
"""Blanks before a figure that count: none; and what leader dots and the beginning of a line count for, more than any gap
that is told apart."""
_MOST_MARK_DIGITS = 2
"""Footnotes have numbers of so many digits at most."""
_CODES = {"$": "USD", "US$": "USD", "U.S.$": "USD", "£": "GBP", "¥": "JPY", "€": "EUR", "C$": "CAD", "Cdn$": "CAD"}
_CODES |= {"CDN$": "CAD", "Can$": "CAD", "A$": "AUD", "NZ$": "NZD", "HK$": "HKD"}


class FigureKind(IntEnum):
    """What a figure in a line is."""

    NUMBER = 0
    NIL = 1
    RANGE = 2


NUMBER, NIL, RANGE = FigureKind
"""By short names too: an enumeration looks its members up slowly."""
_new = tuple.__new__
"""Builds a named tuple from a tuple without the detour over its own constructor, for the many."""


class Token(NamedTuple):
    """A figure in a line, in columns of that line.

    `[start, end)` is all of it with currency sign and mark; `left` where sign, bracket or digits begin, `right` one past
    the last digit, `close` one past bracket and percent sign, and past a mark inside of the bracket; `gap` the blanks
    before it (see LEADERS and AT_BEGINNING).
    """

    start: int
    left: int
    right: int
    close: int
    end: int
    gap: int
    kind: FigureKind
    digits: str
    negative: bool = False
    currency: str = ""
    percent: bool = False
    mark: str = ""

    @property
    def value(self) -> Decimal | None:
        """The number with its sign; a nil dash is 0, a range None, and so is what is too long for an amount."""
        if self.kind is NUMBER:
            number = amount_of(self.digits)
            return -number if self.negative and number is not None else number
        return ZERO if self.kind is NIL else None

    @property
    def year(self) -> bool:
        """Whether it could be a calendar year: four plain digits."""
        plain = self.kind is NUMBER and not (self.currency or self.percent or self.negative)
        return plain and len(self.digits) == _YEAR_DIGITS and self.digits[:2] in _CENTURIES

    @property
    def marks(self) -> bool:
        """Whether it looks like a footnote mark of the figure before it, one blank away: `1,234 (1)`."""
        return self.gap == 1 and self.mark_like

    @property
    def mark_like(self) -> bool:
        """Whether it looks like a footnote mark too: `(1)`."""
        return self.negative and not self.currency and len(self.digits) <= _MOST_MARK_DIGITS and self.digits.isdigit()


LONGEST_AMOUNT = 22
"""Signs in the longest amount. So many digits, in millions, are as many as Decimal adds and multiplies without rounding."""


@lru_cache(maxsize=16384)
def amount_of(digits: str) -> Decimal | None:
    """The number written as `1,234.5`, `.28`, `10 1/2` or `5-1/8`; None where there are more digits than an amount has."""
    if len(digits) > LONGEST_AMOUNT:
        return None
    if "/" not in digits:
        return Decimal(digits.replace(",", "").replace(" ", ""))
    whole, _, fraction = digits.replace("-", " ").partition(" ")
    above, _, below = fraction.partition("/")
    number = Decimal(whole.replace(",", ""))
    return number + Decimal(above) / Decimal(below) if int(below) else number


def common(line: str) -> list[Token] | None:
    """The figures of a line that ends in nothing but common figures, each after a gap; None for any other line."""
    first = _FIRST.search(line)
    if first is None:
        return []
    caption = line[: first.start()].rstrip(" $(")
    at = len(caption)
    gap = AT_BEGINNING if not at else LEADERS if caption.endswith("..") else NO_GAP
    found: list[Token] = []
    for match in _COMMON.finditer(line, at):
        before, end = match.span()
        if before != at:
            return None
        currency, shown, _, digits, _ = match.groups()
        if digits == shown and currency is None:  # digits and no sign, as most are
            start = end - len(digits)
            token = (start, start, end, end, end, gap or start - at, NUMBER, digits, False, "", False, "")
            found.append(_new(Token, token))
        else:
            found.append(_common_token(match, gap))
        at, gap = end, NO_GAP
    return found if at == len(line) else None


def _common_token(match: re.Match[str], gap: int) -> Token:
    """The figure of one match of _COMMON; `gap` what stands before it, where that is more than blanks."""
    at, end = match.span()
    currency, _, opened, digits, tail = match.groups()
    left = start = match.start(2)
    if currency:
        start = match.start(1)
        left = start if left == start + 1 and not opened else left
    gap = gap or start - at
    if digits is None:
        token = (start, left, end, end, end, gap, NIL, "", False, currency or "", False, "")
    else:
        right, percent = end - len(tail), tail[-1:] == "%"
        token = (start, left, right, end, end, gap, NUMBER, digits, bool(opened), currency or "", percent, "")
    return _new(Token, token)


def has_minus_behind(text: str) -> bool:
    """Whether a table writes the minus behind its figures: `1,234-`, twice at least."""
    found = _MINUS_BEHIND.finditer(text)
    return next(found, None) is not None and next(found, None) is not None


def tokens(line: str, *, behind: bool = False) -> list[Token]:
    """Every figure of a line, from the left; `behind`: a minus may stand behind one."""
    found: list[Token] = []
    before = 0
    for match in _in_line(behind=behind).finditer(line):
        if match["range"] and _NUMBERED.search(match["range"]):
            continue
        found.append(_token(match, _gap(line, before, match.start())))
        before = match.end()
    return found


def _gap(line: str, before: int, start: int) -> int:
    """What stands before a figure: blanks, leader dots, or nothing at all from the beginning of the line."""
    words = line[before:start].rstrip()
    if not words and not before:
        return AT_BEGINNING
    return LEADERS if words.endswith("..") else start - before - len(words)


def _token(match: re.Match[str], gap: int) -> Token:
    start, end = match.span()
    shown = match[0]
    if _PLAIN.fullmatch(shown):
        return Token(start, start, end, end, end, gap, NUMBER, shown)
    opened, minus, currency, second, number, fraction, tail, inside, behind, span, nil, mark = match.groups("")
    left, close = _left(match), end - len(mark)
    note = (inside or mark).strip()
    if nil:
        right, percent = match.end("nil"), "%" in match.string[match.end("nil") : close]
        return _new(Token, (start, left, right, close, end, gap, NIL, "", False, currency, percent, note))
    right = match.end("range" if span else "fraction" if fraction else "number")
    negative = bool(opened + minus + second + behind)
    kind = RANGE if span else NUMBER
    return _new(
        Token, (start, left, right, close, end, gap, kind, number + fraction, negative, currency, "%" in tail, note)
    )


def _left(match: re.Match[str]) -> int:
    """Where sign, bracket or digits begin; a currency sign belongs to them only where it is glued to them."""
    if match["open"] or match["minus"]:
        return match.start()
    if match["open2"]:
        return match.start("open2")
    left = match.start("number" if match["number"] else "nil")
    return match.start() if match["currency"] and match.end("currency") == left else left


def cell_figure(text: str) -> Token | None:
    """The one figure that all of a text is, in columns of the text; None where it is anything else."""
    match = _in_cell().fullmatch(text)
    if match is None or _two_counts(match):
        return None
    return _token(match, AT_BEGINNING)


def _two_counts(match: re.Match[str]) -> bool:
    """Whether a cell may hold two counts, and not a figure with its footnote mark: `12 (3)`, `180 (45)`."""
    return match["mark"] is not None and _COUNTS.fullmatch(match[0]) is not None


def parse(text: str) -> Decimal | None:
    """The one number that this text is, as an accountant writes it; None where it is anything else."""
    token = cell_figure(text.strip())
    return token.value if token is not None else None


def is_numeric(text: str) -> bool:
    """Whether a text is a figure or a dash for none, or what of it stands in a cell when its sign and its closing bracket
    have cells of their own: `(1,234`."""
    if len(text) >= _LONGEST_PIECE or not (text[:1] in _PIECE_SIGNS or text[:1].isdigit()):
        return False
    return _PIECE.match(text) is not None or _NIL_PIECE.match(text) is not None


def currency_code(sign: str) -> str | None:
    """The ISO code of a currency sign."""
    return _CODES.get(sign)
