"""What a double or triple click takes, and how far the keyboard carries a selection."""

from core.source import Source, Span

_FAR = 4000


def word_at(text: str, offset: int) -> Span:
    """The run of characters without blanks around an offset; the blanks where there is none."""
    if not text:
        return Span(0, 0)
    at = min(offset, len(text) - 1)
    blank = text[at].isspace()
    start = end = at
    while start > 0 and at - start < _FAR and text[start - 1].isspace() == blank and text[start - 1] != "\n":
        start -= 1
    while end < len(text) and end - at < _FAR and text[end].isspace() == blank and text[end] != "\n":
        end += 1
    return Span(start, end)


def line_at(source: Source, offset: int) -> Span:
    """The line that holds an offset, with its newline."""
    span = source.line_span(source.line_of(offset))
    return Span(span.start, min(span.end + 1, len(source.text)))


def moved(source: Source, offset: int, lines: int, columns: int) -> int:
    """The offset some lines and columns away, within the text."""
    if columns:
        return max(0, min(len(source.text), offset + columns))
    number = source.line_of(offset)
    column = offset - source.starts[number - 1]
    there = max(1, min(len(source.lines), number + lines))
    span = source.line_span(there)
    return min(span.start + column, span.end)
