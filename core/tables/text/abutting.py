"""Figures that a caption runs into, one blank before them: figures where a head is over them that no other figure has."""

from collections.abc import Sequence

from core.figures import DASHES, Token
from core.tables.text.lines import FIGURES, RULE, WORDS, TableLine, runs, segments
from core.tables.text.sections import Section

_STUB = 8
"""Characters. A head that begins no farther in than that is the one of the captions."""
_SLACK = 1
"""Characters by which a figure may reach out of the stroke under its head."""


def with_abutting(section: Section) -> Section:
    """A table with such figures as figures of their lines."""
    if not any(line.weak and line.kind is FIGURES for line in section.body):
        return section
    heads = _bare_heads(section)
    if not heads:
        return section
    return section._replace(body=[_freed(line, heads) for line in section.body])


def _bare_heads(section: Section) -> list[tuple[int, int]]:
    """The strokes under heads, or the heads of the lowest line, that no figure stands under."""
    figures = [(token.left, token.right) for line in section.body for token in line.figures]
    captions = min(line.indent for line in section.body if line.kind >= WORDS)
    return [
        (left, right)
        for left, right in _lowest(section.head)
        if left > captions + _STUB and not any(begin < right and left < end for begin, end in figures)
    ]


def _lowest(head: Sequence[TableLine]) -> list[tuple[int, int]]:
    """Where the lowest heads stand."""
    for line in reversed(head):
        if line.kind is RULE:
            return runs(line.text)
        if line.kind >= WORDS:
            return [(part.left, part.right) for part in segments(line.text)]
    return []


def _freed(line: TableLine, heads: Sequence[tuple[int, int]]) -> TableLine:
    if not line.weak or line.kind is not FIGURES:
        return line
    freed = [token for token in line.weak if _under(token, heads) and not _ends_range(line.text, token)]
    if not freed:
        return line
    weak = tuple([token for token in line.weak if token not in freed])
    return line._replace(figures=tuple(sorted([*freed, *line.figures])), weak=weak)


def _ends_range(text: str, token: Token) -> bool:
    """Whether a dash before a figure makes it the upper end of a range."""
    return text[: token.start].rstrip()[-1:] in DASHES


def _under(token: Token, heads: Sequence[tuple[int, int]]) -> bool:
    """Whether a figure stands under a head, and is no year or number in words."""
    told = bool(token.currency) or not token.digits.isdigit()
    return told and any(left - _SLACK <= token.start and token.close <= right + _SLACK for left, right in heads)
