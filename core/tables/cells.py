"""A figure as the cell of a grid: its value, what is printed at it, and where."""

from core.figures import NUMBER, Token, amount_of, currency_code
from core.source import Cite, Span
from core.tables.grid import CellUnit, GridCell

_PLAIN, _MONEY, _PERCENT = CellUnit
_new = tuple.__new__


def cell_of(document: int, line: str, offset: int, token: Token, number: int) -> GridCell:
    """The cell in column `number` that a figure of a line is; the line begins at this offset of the document's text."""
    start, left, _, close, _, _, kind, digits, negative, sign, percent, mark = token
    text = line[start:close]
    unit, currency = _PERCENT if percent else _PLAIN, None
    spans: tuple[Span, ...] = (_new(Span, (offset + left, offset + close)),)
    if " " in text:
        text = " ".join(text.split())
    if sign:
        unit, currency = _MONEY, currency_code(sign)
        if negative and line[left] == "(" and (at := line.find("$", left, close)) > 0:
            spans = _around(line, token, at, offset)
    if mark and close == token.end:
        spans, text = _without_mark(line, offset, token), f"{line[start : token.right]})"
    if kind is NUMBER:
        amount = amount_of(digits)
        value = -amount if negative and amount is not None else amount
    else:
        value = token.value
    return _new(GridCell, (number, text, value, _new(Cite, (document, spans)), unit, currency, mark))


def _without_mark(line: str, offset: int, token: Token) -> tuple[Span, ...]:
    """The places of a figure in a bracket, and of the bracket that closes behind its footnote mark: `(5,400 (1))`."""
    closing = line.rindex(")", token.right, token.close)
    return Span(offset + token.left, offset + token.right), Span(offset + closing, offset + closing + 1)


def _around(text: str, token: Token, sign: int, offset: int) -> tuple[Span, ...]:
    """The places of an opening bracket and of the figure after the currency sign: `($ 1,234)`."""
    rest = sign + 1
    while text[rest] == " ":
        rest += 1
    return Span(offset + token.left, offset + token.left + 1), Span(offset + rest, offset + token.close)
