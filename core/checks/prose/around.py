"""The other amounts that stand around one in the text."""

from functools import cached_property

from core.checks.prose.said import Mention


class Around:
    """The amounts around one: those under its heading, those of its passage, and those that say the same."""

    def __init__(self, one: Mention, beside: list[Mention], equal: list[Mention]) -> None:
        self.one = one
        self.beside = beside
        self.equal = equal

    @cached_property
    def section(self) -> list[Mention]:
        """Those under the same heading."""
        heading, document = self.one.heading, self.one.cite.document
        return [other for other in self.beside if other.heading == heading and other.cite.document == document]

    @cached_property
    def passage(self) -> list[Mention]:
        """Those of the same passage."""
        return [other for other in self.section if other.passage == self.one.passage]

    def near(self, sentences: int) -> list[Mention]:
        """Those of the passage so many sentences away."""
        return [other for other in self.passage if abs(other.sentence - self.one.sentence) <= sentences]
