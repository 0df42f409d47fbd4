"""Where a table stands: the sections that hold it."""

from bisect import bisect_right
from collections.abc import Callable
from typing import NamedTuple

from core.outline.section import Section, SectionKind


class Place(NamedTuple):
    """The sections that hold a table, from the outermost."""

    path: tuple[Section, ...]

    def within(self, kind: SectionKind) -> Section | None:
        """The innermost section of this kind that holds the table."""
        for section in reversed(self.path):
            if section.kind is kind:
                return section
        return None

    @property
    def last(self) -> Section | None:
        """The innermost section of any kind."""
        return self.path[-1] if self.path else None

    @property
    def titles(self) -> str:
        """The titles of Items and headings that hold it, lower case."""
        return " / ".join(section.title for section in self.path).lower()

    @property
    def item(self) -> str | None:
        """The number of the Item that holds it."""
        item = self.within(SectionKind.ITEM)
        return item.number if item else None


def places(outline: tuple[Section, ...], document: int) -> Callable[[int], Place]:
    """A function from an offset of a document to the sections that hold it."""
    top = tuple(section for section in outline if section.document == document)
    starts: dict[int, list[int]] = {}

    def find(offset: int) -> Place:
        path: list[Section] = []
        level = top
        while level:
            keys = starts.get(id(level))
            if keys is None:
                keys = starts[id(level)] = [section.span.start for section in level]
            at = bisect_right(keys, offset) - 1
            if at < 0 or offset >= level[at].span.end:
                break
            path.append(level[at])
            level = level[at].children
        return Place(tuple(path))

    return find
