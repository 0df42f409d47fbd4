"""Tables that run over pages or under titles: a head repeated on the next page goes on with the table before, and a table
without a head stands under the heads of the one above."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from core.document.block import Layout, Line
from core.document.continued import is_continued
from core.evidence import Recogniser, Rule
from core.source import Cite, Span
from core.tables.grid import Grid, GridColumn, GridRow
from core.tables.heads import YEAR as _YEAR

_MOST_BETWEEN = 40
"""Lines. Tables farther apart do not go on with one another."""
_SAME_PLACE, _SAME_RIGHT = 2, 1
"""Characters by which the right edges of one column may differ from page to page, and under one head."""


class _Words:
    """Lines of words between two tables that are titles of the second; more or longer ones are prose."""

    def __init__(self, lines: int, characters: int, ends: tuple[str, ...]) -> None:
        self.lines, self.characters, self.ends = lines, characters, ends

    def are(self, words: list[str]) -> bool:
        """Whether these lines are titles."""
        short = not any(len(line) > self.characters or line.endswith(self.ends) for line in words)
        return short and len(words) <= self.lines


_OVER_BODY = _Words(4, 48, (".",))
"""Over the second half of a table without a head of its own."""
_OVER_HEAD = _Words(6, 64, (":", "."))
"""Over a head that is printed again."""
_OVER_LENT = _Words(4, 64, (".",))
"""Over a table that stands under the heads of another."""


class Neighbours:
    """Two tables of a document, one below the other, and what stands between them."""

    def __init__(self, layout: Layout, before: Grid, grid: Grid) -> None:
        self.layout, self.before, self.grid = layout, before, grid

    @cached_property
    def alike(self) -> bool:
        """Whether they have as many columns."""
        return len(self.before.columns) == len(self.grid.columns)

    @cached_property
    def headless(self) -> bool:
        """Whether the second has no head, and the places of the first's columns."""
        return not self.grid.head and self.same_places(_SAME_PLACE)

    @cached_property
    def repeated(self) -> bool:
        """Whether the second has the heads of the first; where it says that it goes on, the lower of them are enough."""
        pairs = list(zip(self.before.columns, self.grid.columns, strict=False))
        if not self.alike or len(pairs) < 2 or not all(own.label for _, own in pairs):
            return False
        same = all(one.label == own.label for one, own in pairs)
        return same or (self.continued and all(one.heads[-len(own.heads) :] == own.heads for one, own in pairs))

    def same_places(self, within: int) -> bool:
        """Whether the columns, two at least, end at the same places."""
        pairs = zip(self.before.columns, self.grid.columns, strict=False)
        return (
            self.alike
            and len(self.grid.columns) > 1
            and all(abs(one.right - other.right) <= within for one, other in pairs)
        )

    @cached_property
    def between(self) -> range:
        """The lines between them."""
        source = self.layout.source
        return range(source.line_of(self.before.span.end), source.line_of(self.grid.span.start) - 1)

    @cached_property
    def near(self) -> bool:
        """Whether few lines stand between."""
        return len(self.between) <= _MOST_BETWEEN

    @cached_property
    def words(self) -> list[str]:
        """The lines of words between, without a caption that heads the rows below."""
        return self._bare(Line.WORDS)

    def _bare(self, *kinds: Line) -> list[str]:
        """The lines of these kinds between."""
        source, all_kinds = self.layout.source, self.layout.kinds
        return [source.bare[index] for index in self.between if all_kinds[index] in kinds and index not in self.cut]

    @cached_property
    def broken(self) -> bool:
        """Whether a page ends between them; under figures without a head a tag is as good."""
        return self.has(Line.FURNITURE) or (self.headless and self.has(Line.MARKUP))

    @cached_property
    def continued(self) -> bool:
        """Whether a title or a page's head between them says that the table is continued."""
        return any(map(is_continued, self._bare(Line.WORDS, Line.FURNITURE)))

    @cached_property
    def unfinished(self) -> bool:
        """Whether the first stops at a row that is no total: no rule at it, and it is not called so."""
        last = self.before.rows[-1]
        return not (last.above or last.below or "total" in last.label.lower())

    @cached_property
    def reopened(self) -> bool:
        """Whether nothing but tags stands between the rows of an unfinished table and more rows: it was closed at a page."""
        alone = not self.words and self.has(Line.MARKUP)
        unfinished = self.unfinished and not self.before.rows[-1].label.lower().startswith("net ")
        return alone and unfinished and bool(self.grid.rows[0].cells)

    @cached_property
    def cut(self) -> range:
        """The lines of a caption that ends in a colon at the foot of a page, under an unfinished table: it heads the rows
        of the next page. Empty where none does."""
        source, kinds, first = self.layout.source, self.layout.kinds, self.between.start
        foot = next((at for at in self.between if kinds[at] == Line.FURNITURE), first)
        last = next((at for at in range(foot - 1, first - 1, -1) if kinds[at] == Line.WORDS), None)
        if last is None or source.bare[last][-1] != ":" or not self.unfinished:
            return range(0)
        top = last
        while top > first and kinds[top - 1] == Line.WORDS:
            top -= 1
        edge, indent = self.before.columns[0].left, min(row.indent for row in self.before.rows)
        inside = all(_indent(line) >= indent and len(line.rstrip()) <= edge for line in source.lines[top : last + 1])
        return range(top, last + 1) if inside else range(0)

    def has(self, *kinds: Line) -> bool:
        """Whether a line of one of these kinds stands between."""
        between = self.layout.kinds[self.between.start : self.between.stop]
        return any(kind in between for kind in kinds)


def _other_columns(two: Neighbours) -> bool | None:
    return None if two.headless or two.repeated else False


def _notes_between(two: Neighbours) -> bool | None:
    return False if two.before.notes else None


def _one_page(two: Neighbours) -> bool | None:
    return None if two.near and (two.broken or two.continued or two.reopened) else False


def _body_goes_on(two: Neighbours) -> bool | None:
    return _OVER_BODY.are(two.words) if two.headless else None


def _another_statement(two: Neighbours) -> bool | None:
    titles = [*two.words, two.grid.head] if two.grid.head != two.before.head else two.words
    return False if any(_begins_statement(line.lower()) for line in titles) else None


def _another_time(two: Neighbours) -> bool | None:
    years = [set(_YEAR.findall(grid.head)) for grid in (two.before, two.grid)]
    return False if two.repeated and all(years) and years[0] != years[1] else None


def _head_again(two: Neighbours) -> bool | None:
    return _OVER_HEAD.are(two.words)


NEXT_PAGE: Recogniser[Neighbours, bool] = Recogniser(
    "next-page",
    "Does a table go on with the one before it, from which a page break parts it?",
    (
        Rule("notes-between", 5, "Footnotes end a table.", _notes_between),
        Rule(
            "other-columns",
            5,
            "Halves of a table have the same heads, or the second has none.",
            _other_columns,
        ),
        Rule("one-page", 5, "Without a page break between them two tables are two.", _one_page),
        Rule(
            "body-goes-on",
            4,
            "Figures without a head go on where no more than a title is printed over them.",
            _body_goes_on,
        ),
        Rule("another-statement", 4, "The title of another statement begins another table.", _another_statement),
        Rule("another-time", 4, "The same heads in another year begin another table.", _another_time),
        Rule("head-again", 3, "The same heads under a title or two go on with the table.", _head_again),
    ),
)


def _has_heads(two: Neighbours) -> bool | None:
    return False if two.grid.head or not all(column.heads for column in two.before.columns) else None


def _other_places(two: Neighbours) -> bool | None:
    return None if two.same_places(_SAME_RIGHT) else False


def _only_titles(two: Neighbours) -> bool | None:
    return _OVER_LENT.are(two.words)


LENT_HEADS: Recogniser[Neighbours, bool] = Recogniser(
    "lent-heads",
    "Does a table without heads stand under those of the table above it?",
    (
        Rule("own-heads", 5, "A table with heads of its own needs no other's.", _has_heads),
        Rule("other-places", 5, "Figures under a head end where its columns end.", _other_places),
        Rule("only-titles", 3, "Nothing but a title stands between.", _only_titles),
    ),
)


def join_pages(layout: Layout, found: Iterable[Grid]) -> list[Grid]:
    """The grids of a document, those joined that a page break alone parts and whose heads are the same."""
    grids: list[Grid] = []
    for grid in found:
        if grids and NEXT_PAGE.decide(two := Neighbours(layout, grids[-1], grid)):
            before = grids[-1]
            span = Span(before.span.start, grid.span.end)
            grids[-1] = replace(before, span=span, rows=before.rows + _headings(two) + grid.rows, notes=grid.notes)
        else:
            grids.append(grid)
    return grids


def with_heads(layout: Layout, found: Iterable[Grid]) -> list[Grid]:
    """The grids of a document, those without a head under the heads of the one before, where only a title parts them."""
    grids: list[Grid] = []
    for grid in found:
        if grids and LENT_HEADS.decide(Neighbours(layout, grids[-1], grid)):
            pairs = zip(grids[-1].columns, grid.columns, strict=True)
            grid = replace(grid, columns=tuple([_under(one, other) for one, other in pairs]))
        grids.append(grid)
    return grids


def _under(above: GridColumn, column: GridColumn) -> GridColumn:
    """A column with the head of the one above it."""
    return replace(column, label=above.label, heads=above.heads, cite=above.cite)


def _begins_statement(line: str) -> bool:
    """Whether a line is the title of another statement, not of the same one continued."""
    named = "balance sheet" in line or ("statement" in line and "note" not in line and "see " not in line)
    return named and "ontinued" not in line


def _headings(two: Neighbours) -> tuple[GridRow, ...]:
    """The words between two halves of a table on one page as rows; on another page they are the page's titles, but for a
    caption that was cut from its rows."""
    if two.cut:
        return (_heading(two, two.cut),)
    if two.has(Line.FURNITURE) or two.continued:
        return ()
    kinds = two.layout.kinds
    return tuple(_heading(two, range(at, at + 1)) for at in two.between if kinds[at] == Line.WORDS)


def _heading(two: Neighbours, lines: range) -> GridRow:
    """Lines of words as a row without figures."""
    source = two.layout.source
    spans = tuple(
        Span(start := source.starts[at] + _indent(source.lines[at]), start + len(source.bare[at])) for at in lines
    )
    label = " ".join(" ".join(source.bare[at] for at in lines).split())
    whole = Span(spans[0].start, spans[-1].end)
    return GridRow(label, Cite(two.grid.document, spans), _indent(source.lines[lines[0]]), (), whole, blank_above=True)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
