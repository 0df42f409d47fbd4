"""A statement drawn as text, for tests: captions and figures as a filing prints them, rules as rules."""

import re
from datetime import date
from decimal import Decimal

from core.source import Cite, Span
from core.statements.statement import Column, Figure, Role, Row, Statement, StatementKind, Unit


def drawn(
    text: str,
    kind: StatementKind = StatementKind.BALANCE_SHEET,
    concepts: dict[str, str] | None = None,
    scale: int = 1,
    title: str | None = None,
) -> Statement:
    """The statement of a drawing. The first line holds the columns (years, or words for components), then a row a line.

    A figure is parted from its caption, and from others, by two blanks or more; `---` is a rule above the next row;
    indentation of the caption by two blanks is a depth. A lone `.` stands for a blank cell.
    """
    lines = text.strip("\n").split("\n")
    indent = min(len(line) - len(line.lstrip()) for line in lines if line.strip())
    lines = [line[indent:] for line in lines]
    columns = tuple(_column(word) for word in re.split(r"\s{2,}", lines[0].strip()))
    rows, ruled, offset = [], False, len(lines[0]) + 1
    for line in lines[1:]:
        if line.strip().startswith("---"):
            ruled = True
        elif line.strip():
            rows.append(_row(line, offset, ruled, concepts or {}))
            ruled = False
        offset += len(line) + 1
    return Statement(kind.value, kind, title, None, Cite(1, (Span(0, offset),)), "USD", scale, columns, tuple(rows))


def _column(word: str) -> Column:
    if word.isdigit():
        return Column(word, None, date(int(word), 12, 31))
    return Column(word, member=word)


def _row(line: str, offset: int, ruled: bool, concepts: dict[str, str]) -> Row:
    label = re.split(r"\s{2,}", line.strip())[0] if line[:60].strip() and not line.startswith(" " * 20) else ""
    depth = (len(line) - len(line.lstrip())) // 2 if label else 0
    rest = line.index(label) + len(label)
    figures = []
    for number, found in enumerate(re.finditer(r"\S+", line[rest:])):
        if found[0] != ".":
            place = Cite(1, (Span(offset + rest + found.start(), offset + rest + found.end()),))
            figures.append(Figure(number, found[0], value_of(found[0]), place))
    whole = Cite(1, (Span(offset, offset + len(line)),))
    role = Role.HEADING if not figures else Role.SUBTOTAL if ruled or label.lower().startswith("total") else Role.LINE
    unit = Unit.MONEY if figures else None
    return Row(label, depth, role, unit, concepts.get(label), whole, tuple(figures), ruled)


def value_of(text: str) -> Decimal | None:
    """The number of a printed figure; None where it is a word."""
    plain = text.strip("$()").replace(",", "")
    if text == "-":
        return Decimal(0)
    if not re.fullmatch(r"[\d.]+", plain):
        return None
    return -Decimal(plain) if text.startswith("(") else Decimal(plain)
