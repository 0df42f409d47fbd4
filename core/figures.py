"""Numbers as accountants write them: `(1,234)`, `$ (56)`, `-`, `34%`, `.28`, `1 1/2`, `37,000*`."""

import re
from decimal import Decimal
from enum import IntEnum
from typing import NamedTuple

_CURRENCY = r"(?:US|U\.S\.|C|Cdn|CDN|Can|A|NZ|HK)?\$|[£¥€]"
_NUMBER = r"(?:\d{1,3}(?:,\d{3})++(?:\.\d++)?|\d++(?:\.\d++)?|\.\d++)"
FIGURE = re.compile(
    r"(?=[\d$(.£¥€UCANH–—-])"
    r"(?:(?<![^\s|])|(?<=\.\.)|(?<=[a-z.:)])(?=\$)|(?<=[A-Za-z)*])(?=\(?\d{1,3},\d{3}))"
    rf"(?P<open>\( {{0,12}})?(?P<minus>-)?(?P<currency>{_CURRENCY})?(?(currency) {{0,40}})(?P<open2>\( {{0,12}}|-(?=[\d.]))?"
    rf"(?:(?P<number>{_NUMBER})(?P<fraction>[ -]\d{{1,2}}/\d{{1,2}}(?![\d/]))?"
    rf"(?P<tail> {{0,3}}\)(?: ?%)?| ?%\)?)?"
    rf"(?P<range>(?:-| - | to )\$? ?{_NUMBER}%?)?"
    r"|(?P<nil>[-–—]{1,4})(?: ?%)?(?=\s|$|[*|]))"
    r"(?P<mark>\*{1,4}|[+#]|(?: ?\([a-zA-Z]{1,2}\)| {0,2}/\(?\w{1,2}\)?/|\(\d{1,2}\)"
    r"| ?[{\[]\w{1,2}[}\]])(?:,? ?\([\da-zA-Z]\))?)?"
    r"(?=\s|$|\||\.\.)"
)
"""One figure in a table's line; every quantifier is bounded or possessive, so a line costs what it is long."""

_FIRST = re.compile(r"[\d–—-](?<![^\s|.$(£¥€][–—-])")
"""Where the first figure of a line may be; most captions have neither a digit nor a dash that stands apart."""
_COMMON = re.compile(rf" ++(?:(\$) {{0,40}}+)?((\(?)({_NUMBER})(\)?%?)|[-–—]{{1,4}})(?=  |$)")
"""The common figure after its blanks: `1,234`, `$ 56`, `(7.8)`, `9%`, `-`, and nothing beside it."""
_PLAIN = re.compile(r"\d[\d,]*+")
_NUMBERED = re.compile(r"-(?:0\d|\d{4,}(?![\d,.]))(?!\d*\.)|\d{5}")
"""What follows the dash of a number that is no range: 77-0059951."""
ZERO = Decimal(0)
"""What a nil dash is worth."""
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
    the last digit, `close` one past bracket and percent sign; `gap` the blanks before it (99 at the line's beginning).
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
        """The number with its sign; a nil dash is 0, a range None."""
        return _value(self)

    @property
    def year(self) -> bool:
        """Whether it could be a calendar year: four plain digits."""
        return (
            len(self.digits) == 4
            and self.digits[:2] in ("19", "20")
            and self.kind is NUMBER
            and not (self.currency or self.percent or self.negative)
        )

    @property
    def marks(self) -> bool:
        """Whether it looks like a footnote mark of the figure before it, one blank away: `1,234 (1)`."""
        return self.gap == 1 and self.mark_like

    @property
    def mark_like(self) -> bool:
        """Whether it looks like a footnote mark too: `(1)`."""
        return self.negative and not self.currency and len(self.digits) <= 2 and self.digits.isdigit()


def _value(token: Token) -> Decimal | None:
    if token.kind is RANGE:
        return None
    if token.kind is NIL:
        return ZERO
    number = _number(token.digits)
    return -number if token.negative else number


def _number(digits: str) -> Decimal:
    """The number written as `1,234.5`, `.28`, `10 1/2` or `5-1/8`."""
    if "/" not in digits:
        return Decimal(digits.replace(",", ""))
    whole, _, fraction = digits.replace("-", " ").partition(" ")
    above, _, below = fraction.partition("/")
    if not int(below):
        return Decimal(whole.replace(",", ""))
    return Decimal(whole.replace(",", "")) + Decimal(above) / Decimal(below)


def common(line: str) -> list[Token] | None:
    """The figures of a line that ends in nothing but common figures, each after a gap; None for any other line."""
    first = _FIRST.search(line)
    if first is None:
        return []
    caption = line[: first.start()].rstrip(" $(")
    at = len(caption)
    gap = 99 if not at else 50 if caption.endswith("..") else 0
    found: list[Token] = []
    for match in _COMMON.finditer(line, at):
        begin, end = match.span()
        if begin != at:
            return None
        currency, _, opened, digits, tail = match.groups()
        left = start = match.start(2)
        if currency:
            start = match.start(1)
            left = start if left == start + 1 and not opened else left
        gap = gap or start - at
        if digits is None:
            token = (start, left, end, end, end, gap, NIL, "", False, currency or "", False, "")
        elif tail or opened or currency:
            right, percent = end - len(tail), tail[-1:] == "%"
            token = (start, left, right, end, end, gap, NUMBER, digits, bool(opened), currency or "", percent, "")
        else:
            token = (start, left, end, end, end, gap, NUMBER, digits, False, "", False, "")
        found.append(_new(Token, token))
        at, gap = end, 0
    return found if at == len(line) else None


def tokens(line: str) -> list[Token]:
    """Every figure of a line, from the left."""
    found: list[Token] = []
    before = 0
    for match in FIGURE.finditer(line):
        if match["range"] and _NUMBERED.search(match["range"]):
            continue
        found.append(_token(match, line, before))
        before = match.end()
    return found


def _token(match: re.Match[str], line: str, before: int) -> Token:
    start, end = match.span()
    words = line[before:start].rstrip()
    gap = 99 if not words and not before else 50 if words.endswith("..") else start - before - len(words)
    shown = match[0]
    if _PLAIN.fullmatch(shown):
        return Token(start, start, end, end, end, gap, NUMBER, shown)
    opened, minus, currency, second, number, fraction, tail, span, nil, mark = match.groups()
    left = match.start("number") if number else match.start("nil")
    if second:
        left = match.start("open2")
    if opened or minus or (currency and not second and match.end("currency") == left):
        left = start
    close = end - len(mark or "")
    kind = NIL if nil else RANGE if span else NUMBER
    right = match.end("nil") if nil else match.end("fraction") if fraction else match.end("number")
    percent = "%" in (tail or "") or (nil is not None and "%" in line[right:close])
    negative = bool(opened or minus or second) and not nil
    if span:
        right = match.end("range")
    digits, note = (number or "") + (fraction or ""), (mark or "").strip()
    return _new(Token, (start, left, right, close, end, gap, kind, digits, negative, currency or "", percent, note))


def token_of(match: re.Match[str], text: str) -> Token:
    """The figure that FIGURE matched in a text, with nothing before it."""
    return _token(match, text, 0)


def parse(text: str) -> Decimal | None:
    """The one number that this text is, as an accountant writes it; None where it is anything else."""
    match = FIGURE.fullmatch(text.strip())
    return _token(match, text.strip(), 0).value if match else None


def currency_code(sign: str) -> str | None:
    """The ISO code of a currency sign."""
    return _CODES.get(sign)
