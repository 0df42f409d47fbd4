"""The lines of one filing: its sections, and the tables of each section."""

from collections import Counter
from collections.abc import Callable, Mapping

from core.outline.section import Section, SectionKind
from core.places import Places
from core.statements.statement import Statement
from gui.models.outline_node import TABLE, Node, line_of
from gui.models.titles import calm, first_caption, section_title
from gui.session import Shown

OWN_TABLE = frozenset({SectionKind.STATEMENT, SectionKind.SCHEDULE})
"""Sections that are their first table, so that it needs no node of its own."""


class Planter:
    """Makes the lines of one filing: `add` keeps one and gives its id; `off` is how many sums of each table do not tie."""

    def __init__(self, places: Places, off: Mapping[str, int], add: Callable[[Node], int]) -> None:
        self.places, self.off, self.add = places, off, add
        self.path = places.analysis.path

    @property
    def many(self) -> int:
        """How many lines stand right under the filing."""
        return len(self.places.analysis.outline) + len(self._apart())

    def plant(self, root: int, first: int) -> None:
        """Makes all lines below the filing, from this row on."""
        for at, section in enumerate(self.places.analysis.outline, first):
            self._section(section, root, at)
        for at, table in enumerate(self._apart(), first + len(self.places.analysis.outline)):
            self._table(table, root, at)

    def _apart(self) -> list[Statement]:
        """The tables that lie in no section."""
        return [
            table
            for table in self.places.statements.values()
            if table.section is None or table.section not in self.places.sections
        ]

    def _section(self, section: Section, parent: int, row: int) -> None:
        tables = list(self.places.of_section.get(section.id, ()))
        own = tables.pop(0) if section.kind in OWN_TABLE and tables else None
        shown = Shown(self.path, section.id, own.id if own else None)
        ident = self.add(
            Node(
                parent,
                row,
                shown,
                section.kind.value,
                section_title(section),
                self._number(section),
                self.off.get(own.id, 0) if own else 0,
                self._link(section),
                section.refers_to,
                section.incorporated,
                self._open(section.id, own),
            )
        )
        inside: list[tuple[int, Section | Statement]] = [(child.span.start, child) for child in section.children]
        inside += [(table.cite.start, table) for table in tables]
        inside.sort(key=lambda entry: entry[0])
        alike = {title for title, times in Counter(table.title for table in tables).items() if times > 1}
        for at, (_, thing) in enumerate(inside):
            if isinstance(thing, Section):
                self._section(thing, ident, at)
            else:
                self._table(thing, ident, at, alone=thing.title not in alike)

    def _open(self, section: str, own: Statement | None) -> int:
        """How many findings are about a section and its own table."""
        of_table = self.places.doubts_of(own.id) if own is not None else []
        return len(self.places.doubts_of(section)) + len(of_table)

    @staticmethod
    def _number(section: Section) -> str:
        """The number before a title; none where the title says it already: `Part I`, `8-K`."""
        said = section.kind is SectionKind.PART or section.title.strip() == section.number
        return "" if said else section.number or ""

    def _table(self, table: Statement, parent: int, row: int, *, alone: bool = True) -> None:
        """A table by its title; where it has none or that is not its `alone`, by its first caption; else by its line."""
        title = calm(table.title) if table.title and alone else first_caption(table)
        title = title or f"Table at line {line_of(self.places, table.cite):,}"
        shown = Shown(self.path, table.section, table.id)
        off, doubts = self.off.get(table.id, 0), len(self.places.doubts_of(table.id))
        self.add(Node(parent, row, shown, TABLE, title, off=off, doubts=doubts))

    def _link(self, section: Section) -> str:
        if section.refers_to is None:
            return ""
        return self.places.analysis.filing.document(section.refers_to).type or f"document {section.refers_to}"
