"""A line of the tree of the open filings: what it shows, and what is said of it."""

from pathlib import Path
from typing import NamedTuple

from core.facts.readable import concept_words
from core.finding import Finding
from core.outline.section import Section, SectionKind
from core.places import Places
from core.source import Cite
from core.wording import because
from gui.models.filings import COMPANY, FILING, YEAR
from gui.models.titles import calm
from gui.session import Shown

ROOT, TABLE = FILING, "table"
GROUPS = frozenset({COMPANY, YEAR})
"""Lines over filings, which are nothing of themselves."""
NOWHERE = Shown(Path())
"""What a line over filings shows."""
DOUBT_MARK = "?"
"""Marks what the reading leaves open."""


class Node(NamedTuple):
    """One line of the tree. `parent` is the parent's id, 0 at the top; `row` its place among its siblings."""

    parent: int
    row: int
    shown: Shown
    kind: str
    title: str
    number: str = ""
    off: int = 0
    link: str = ""
    refers_to: int | None = None
    faint: bool = False
    doubts: int = 0


def word_of(kind: str) -> str:
    """What stands before the number of a line of this kind."""
    return {SectionKind.ITEM: "Item", SectionKind.NOTE: "Note", TABLE: "Table"}.get(kind, "")


def line_of(places: Places, place: Cite) -> int:
    """The line on which a place begins."""
    return places.analysis.filing.document(place.document).source.line_of(place.start)


def _told(places: Places, section: Section, link: str) -> str:
    """What the tooltip says of a section: its title in full, where it is, and how it was told."""
    name = " ".join(word for word in (word_of(section.kind), section.number or "") if word)
    if section.kind is SectionKind.PART:
        name = ""
    lines = [
        f"{name}  {section.title}".strip(),
        f"Line {line_of(places, Cite(section.document, (section.heading,))):,}",
    ]
    if section.incorporated:
        lines.append("Incorporated by reference" + (f": see {link}" if link else ": not in this file"))
    if section.concept:
        lines.append(f"Tagged as {concept_words(section.concept).removesuffix(' Text Block')}")
    if reason := because(section.verdict) if section.verdict is not None else section.why:
        lines.append(f"Told by: {reason}")
    return "\n".join(lines)


def hint_of(places: Places, node: Node) -> str:
    """What the tooltip says of a filing, a section or a table; made when it is asked for, for few ever are."""
    if node.kind == ROOT:
        return f"{places.analysis.filing.name}\n{node.shown.path}"
    if node.kind == TABLE:
        table = places.statements[node.shown.statement or ""]
        told = f"{calm(table.title or node.title)}\nTable at line {line_of(places, table.cite):,}"
    else:
        told = _told(places, places.sections[node.shown.section or ""], node.link)
    return "\n".join([told, *(f"{DOUBT_MARK} {finding.message}" for finding in _doubts(places, node))])


def _doubts(places: Places, node: Node) -> list[Finding]:
    """What is open about a node: about its section where it stands for one, and about its table."""
    about = [node.shown.statement, None if node.kind == TABLE else node.shown.section]
    return [finding for ident in about if ident for finding in places.doubts_of(ident)]


def spoken(node: Node) -> str:
    """A line in words, for those who cannot see it."""
    words = [word_of(node.kind), node.number, node.title]
    if node.off:
        words.append(f"({node.off} sums do not tie)")
    if node.doubts:
        words.append(f"({node.doubts} {'finding' if node.doubts == 1 else 'findings'})")
    return " ".join(word for word in words if word)
