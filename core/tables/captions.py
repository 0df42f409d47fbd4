"""Captions over several lines: which lines of a table's body are one row, and which are headings of their own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.source import Cite, Span
from core.tables.grid import GridCell, GridRow, Rule
from core.tables.lexicon import Lexicon

_NONE = Rule.NONE
_new = tuple.__new__
_JOINING = frozenset(
    [
        "a",
        "an",
        "and",
        "or",
        "of",
        "for",
        "to",
        "in",
        "on",
        "at",
        "by",
        "the",
        "net",
        "less",
        "from",
        "with",
        "per",
        "as",
        "than",
        "other",
        "plus",
        "including",
        "excluding",
        "which",
        "that",
        "its",
        "into",
        "under",
        "over",
        "through",
        "between",
        "before",
        "after",
        "assuming",
        "&",
        "due",
        "upon",
        "not",
        "is",
        "are",
        "was",
        "were",
        "-",
        "--",
    ]
)
_STOCK = re.compile(r"\b(?:stock|shares)\b.*\b(?:par|stated) value", re.IGNORECASE)
_COUNT = re.compile(r"(?:shares )?(?:authorized|issued|outstanding)\b|[\d,]{3,} shares\b", re.IGNORECASE)
_ENUMERATOR = re.compile(r"\(?[a-zA-Z\d]{1,3}[.)] ")


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
    above: Rule = _NONE
    below: Rule = _NONE
    aside: bool = False

    @property
    def apart(self) -> bool:
        """Whether something parts it from the line before."""
        return self.blank_above or self.above is not _NONE


def join_rows(pieces: Sequence[Piece], document: int, lexicon: Lexicon) -> list[GridRow]:
    """The rows of a table's body: lines whose captions go on are one row; the rest are rows of their own."""
    zone = max((piece.right for piece in pieces if piece.text), default=0)
    groups: list[list[Piece]] = []
    for at, piece in enumerate(pieces):
        after = pieces[at + 1] if at + 1 < len(pieces) else None
        if groups and not piece.apart and _belongs(groups[-1], piece, after, zone):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return [_row(group, document, lexicon) for group in groups]


def _belongs(group: list[Piece], piece: Piece, after: Piece | None, zone: int) -> bool:
    """Whether a line goes on with the row of the lines above it."""
    last = group[-1]
    if piece.aside or last.aside:
        return piece.aside and last.aside
    if last.figures or any(member.figures for member in group):
        return not piece.figures and _goes_on(group, piece, after)
    if last.cells and piece.figures:
        return not piece.text or _leads(last, piece, after, zone)
    if piece.cells and not piece.figures and not piece.text:
        return bool(last.cells)
    return _leads(last, piece, after, zone) or _counts_shares(group[0], piece)


def _goes_on(group: list[Piece], piece: Piece, after: Piece | None) -> bool:
    """Whether words below a row with figures are the rest of its caption, or of its words."""
    first, last = group[0], group[-1]
    if not piece.text:
        return True
    if not last.text and len(group) == 1:
        return False
    if piece.text[0].islower():
        return not (
            after and not after.apart and after.figures and asks_for_more(piece.text) and piece.left <= first.left - 2
        )
    if piece.text.endswith(":"):
        return False
    if asks_for_more(last.text) and piece.left >= first.left and not _capital_heading(piece):
        return True
    if piece.text[0] == "(" and piece.left >= first.left and not _ENUMERATOR.match(piece.text):
        return not (after and not after.apart and after.left == piece.left)
    deeper = piece.left > first.left
    returns = after is None or after.apart or (bool(after.text) and after.left < piece.left)
    return deeper and returns and not (after and not after.apart and not after.text)


def _leads(last: Piece, piece: Piece, after: Piece | None, zone: int) -> bool:
    """Whether a caption without figures goes on in the line below it, rather than being a heading over it."""
    above, below = last.text, piece.text
    if not below:
        return not above.endswith(":") or piece.figures
    if above.endswith(":") or not above:
        return False
    if below[0].islower() or below[0] in "-–&" or (below[0] == "(" and not _ENUMERATOR.match(below)):
        return True
    if asks_for_more(above) or (above.isupper() and below.isupper() and _centred(last, piece)):
        return True
    if (
        piece.left == last.left + 1
        and not above.isupper()
        and (after is None or after.apart or after.left <= last.left)
    ):
        return True
    tight = last.right + 1 + len(below.split(" ", 1)[0]) > zone
    if not tight or len(above) < 25 or above.isupper() != below.isupper() or not _title_case(above):
        return False
    if piece.left > last.left:
        return after is None or after.apart or after.left <= last.left
    return piece.left == last.left


def _counts_shares(first: Piece, piece: Piece) -> bool:
    """Whether a line says how many shares of the stock above it there are: the rest of one caption, not a line of its own."""
    return piece.left >= first.left and bool(_COUNT.match(piece.text)) and bool(_STOCK.search(first.text))


def _centred(last: Piece, piece: Piece) -> bool:
    """Whether two lines of words stand in the middle of the captions, over one another."""
    return (
        min(last.left, piece.left) > 8
        and abs(last.left + last.right - piece.left - piece.right) <= 3
        and not piece.cells
    )


def asks_for_more(text: str) -> bool:
    """Whether words ask for more words: `and`, a comma, a bracket not closed."""
    last = text.rsplit(" ", 1)[-1]
    return text[-1:] in tuple(",;-(&/–") or last.lower() in _JOINING or text.count("(") > text.count(")")


def _title_case(text: str) -> bool:
    """Whether most words after the first begin with a capital, so that a capital does not tell a new caption."""
    words = [word for word in text.split()[1:] if len(word) > 3 and word[0].isalpha()]
    return bool(words) and 2 * sum(word[0].isupper() for word in words) > len(words)


def _capital_heading(piece: Piece) -> bool:
    return piece.text.isupper() and len(piece.text) > 3


def _row(group: list[Piece], document: int, lexicon: Lexicon) -> GridRow:
    """The row that these lines are."""
    first = group[0]
    label, indent, spans = first.text, first.left, [first.span]
    if len(group) > 1 or not label:
        captioned = [piece for piece in group if piece.text]
        label, spans = "", [piece.span for piece in captioned]
        indent = captioned[0].left if captioned else indent
        for piece in captioned:
            label = lexicon.join(label, piece.text)
    cite = _new(Cite, (document, tuple(spans))) if spans else None
    whole = first.line if len(group) == 1 or first.aside else Span(first.line.start, group[-1].line.end)
    row = (label, cite, indent, _cells(group, lexicon), whole, first.above, group[-1].below, first.blank_above)
    return _new(GridRow, row)


def _cells(group: list[Piece], lexicon: Lexicon) -> tuple[GridCell, ...]:
    """The cells of a row by column; words that go on from line to line are one cell."""
    if len(group) == 1:
        cells = group[0].cells
        columns = [cell.column for cell in cells]
        if columns == sorted(set(columns)):
            return tuple(cells)
    found: dict[int, GridCell] = {}
    for piece in group:
        for cell in piece.cells:
            before = found.get(cell.column)
            if before is None or (before.value is None and cell.value is not None):
                found[cell.column] = cell
            elif cell.value is None and before.value is None:
                cite = Cite(before.cite.document, before.cite.spans + cell.cite.spans)
                found[cell.column] = before._replace(text=lexicon.join(before.text, cell.text), cite=cite)
    return tuple(found[column] for column in sorted(found))
