"""What a figure was computed from, what it goes into and where it stands again, as lines that each lead to a place."""

from collections.abc import Iterator

from core.places import Places
from core.relations import Relations
from core.search import short, whereabouts
from core.source import Cite
from gui.models.details import MOST_PLACES, Detail, Details
from gui.models.titles import calm_place

MADE_OF, GOES_INTO, ALSO, TAGGED = "Made of", "Goes into", "Also at", "Tagged at"
OFF_MARK = "▲"
_LONGEST = 46
"""Characters of a caption that are shown."""


def relations(places: Places, here: Cite) -> Details:
    """All that a figure, or an amount in a sentence, has to do with others."""
    found = places.related.of(here)
    lines = tuple(_lines(places, here, found))
    return Details(_counted(found), None, lines)


def how_many(places: Places, here: Cite) -> int:
    """How many other places a figure leads to."""
    found = places.related.of(here)
    return len(found.parts) + len(found.totals) + len(found.same) + len(_tagged(places, here, found))


def _lines(places: Places, here: Cite, found: Relations) -> Iterator[Detail]:
    tagged = _tagged(places, here, found)
    marked = {one.cite for one in (*found.totals, *found.same) if one.off}
    kinds = (
        (MADE_OF, [one.cite for one in found.parts]),
        (GOES_INTO, [one.cite for one in found.totals]),
        (ALSO, [one.cite for one in found.same]),
        (TAGGED, list(tagged)),
    )
    for name, some in kinds:
        for at, cite in enumerate(some[:MOST_PLACES]):
            off = f"{OFF_MARK} " if cite in marked else ""
            yield Detail("" if at else name, f"{off}{named(places, cite, here)}", cite)
        if len(some) > MOST_PLACES:
            yield Detail("", f"and {len(some) - MOST_PLACES:,} more")


def _tagged(places: Places, here: Cite, found: Relations) -> tuple[Cite, ...]:
    """Where the same fact is tagged, besides those places that a check tells of."""
    placed = places.tagged.at(here.document, here.start)
    if placed is None or not placed.fact.numeric:
        return ()
    known = {(one.cite.document, one.cite.start) for one in found.same}
    elsewhere = (
        places.figure_at(cite.document, cite.start) or cite for cite in places.tagged.elsewhere(placed.fact, here)
    )
    cites = [one if isinstance(one, Cite) else one.figure.cite for one in elsewhere]
    return tuple(cite for cite in cites if (cite.document, cite.start) not in known and cite != here)


def _counted(found: Relations) -> str:
    """`made of 6 · goes into 1 · also at 3 places`."""
    counts = (
        f"made of {len(found.parts)}" if found.parts else "",
        f"goes into {len(found.totals)}" if found.totals else "",
        f"also at {len(found.same)} place{'s' if len(found.same) > 1 else ''}" if found.same else "",
    )
    return " · ".join(part for part in counts if part)


def named(places: Places, cite: Cite, beside: Cite) -> str:
    """Another figure in words: as printed, its line, and where it is where that is not the table of `beside`."""
    source = places.analysis.filing.document(cite.document).source
    found, here = (places.figure_at(one.document, one.start) for one in (cite, beside))
    printed = found.figure.text if found is not None else " ".join(source.read(cite).split())
    label = places.row_of(found).label or "(no caption)" if found is not None else "in the text"
    label = label if len(label) <= _LONGEST else f"{label[: _LONGEST - 1].rstrip()}…"
    near = found is not None and here is not None and found.statement is here.statement
    where = f"line {source.line_of(cite.start):,}" if near else _where(places, cite)
    return " · ".join(part for part in (printed, label, where) if part)


def _where(places: Places, cite: Cite) -> str:
    """`Balance Sheets · page 24 · line 1,318`, or `Item 7 · page 17 · line 963`."""
    found = places.figure_at(cite.document, cite.start)
    words = whereabouts(places, cite.document, cite.start)
    section = places.sections.get(found.statement.section or "") if found is not None else None
    name = short(section) if section is not None else ""
    return calm_place(words if not name or name in words else f"{name} · {' · '.join(words.split(' · ')[1:])}")
