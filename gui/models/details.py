"""What is known of the figure or the tagged words that the reader points at, as lines of a name and a value."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from core.facts.fact import Fact, Period, PlacedFact
from core.facts.readable import (
    axis_words,
    concept_words,
    day_words,
    member_words,
    period_words,
    rounding_words,
    scale_words,
    whose,
)
from core.formulas import guarded
from core.places import FigurePlace, Places
from core.read.filing import Format
from core.search import whereabouts
from core.source import Cite
from core.statements.amount import scale_of
from core.statements.members import headings_of, members_of
from core.statements.statement import Column, Figure, Row, Statement, Unit
from core.tagged import is_tagged
from gui.format import CURRENCIES, MINUS, SCALES, SYMBOLS, currency_words
from gui.models.titles import calm, calm_place
from gui.session import Pointed

MOST_PLACES, LONGEST = 60, 600
NOT_TAGGED = "not tagged"
TAXONOMIES = {
    "us-gaap": "U.S. GAAP",
    "ifrs-full": "IFRS",
    "dei": "document and entity information",
    "srt": "SEC reporting taxonomy",
    "ecd": "executive compensation",
    "cyd": "cybersecurity",
}


class Detail(NamedTuple):
    """One line; `cite` is the place that it leads to, where it does; `strong` where it heads those below it."""

    name: str
    value: str
    cite: Cite | None = None
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Details:
    """All that is known: `summary` in a few words, `concept` with its prefix."""

    summary: str
    concept: str | None
    lines: tuple[Detail, ...]


def concept_of(places: Places, pointed: Pointed) -> str | None:
    """The concept of what is pointed at: of the tag, else of the figure's line."""
    placed = _tag(places, pointed)
    if placed is not None:
        return placed.fact.concept
    row = _row(places, pointed)
    return _of_line(row[1])[0] if row is not None else None


def details(places: Places, pointed: Pointed) -> Details:
    """Everything that is known of what is pointed at; of several places, of the first."""
    here, placed, row = pointed.cites[0], _tag(places, pointed), _row(places, pointed)
    lines = [*_what(row, pointed.figure)]
    if placed is not None:
        apart = not _inline(places, here)
        lines += [*_concept(placed.fact, apart=apart), *_fact(placed.fact, pointed.figure)]
    elif row is not None:
        lines += [*_by_caption(row[1]), *_printed(row[0], row[1], pointed.figure)]
    else:
        lines.append(Detail("Concept", NOT_TAGGED))
    lines.append(Detail("Place", _where(places, here), here))
    if placed is not None:
        lines += _elsewhere(places, placed, here)
    summary = _summary(placed, row, pointed.figure) or (NOT_TAGGED if places.analysis.facts else "")
    return Details(summary, concept_of(places, pointed), tuple(lines))


def as_text(lines: tuple[Detail, ...]) -> str:
    """Lines for the clipboard: one bare, several with their names."""
    if len(lines) == 1:
        return guarded(lines[0].value)
    return "".join(f"{line.name}\t{guarded(line.value)}\n" for line in lines)


def _tag(places: Places, pointed: Pointed) -> PlacedFact | None:
    here, found = pointed.cites[0], pointed.figure
    if found is not None and found.figure.fact is not None:
        return PlacedFact(found.figure.fact, here)
    if found is not None or places.row_at(here) is not None:
        return None
    return places.tagged.at(here.document, here.start)


def _row(places: Places, pointed: Pointed) -> tuple[Statement, Row] | None:
    if pointed.figure is not None:
        return pointed.figure.statement, places.row_of(pointed.figure)
    return places.row_at(pointed.cites[0])


def _summary(placed: PlacedFact | None, row: tuple[Statement, Row] | None, found: FigurePlace | None) -> str:
    if placed is not None:
        fact = placed.fact
        value = _value(fact)
        parts = (
            value if len(value) < 40 else "",
            concept_words(fact.concept),
            "" if fact.standard else "the filer's own",
        )
        return " · ".join(part for part in parts if part)
    if row is None:
        return ""
    figure = _amount(row[0], row[1], found.figure) if found is not None else ""
    return " · ".join(part for part in (figure, row[1].label) if part)


# the table


def _what(row: tuple[Statement, Row] | None, found: FigurePlace | None) -> Iterator[Detail]:
    """The line and the table in which a figure stands."""
    if row is None:
        return
    statement, of = row
    yield Detail("Line", of.label or "(no caption)")
    title = calm(" ".join((statement.title or "Table").split()))
    column = _column(statement, found)
    yield Detail("Table", f"{title} · {column.label or column.member or 'no head'}" if column is not None else title)


def _column(statement: Statement, found: FigurePlace | None) -> Column | None:
    at = found.figure.column if found is not None else len(statement.columns)
    return statement.columns[at] if at < len(statement.columns) else None


# what is tagged


def _inline(places: Places, here: Cite) -> bool:
    """Whether the document itself tags its figures; else their facts are those of a separate instance."""
    return places.analysis.filing.document(here.document).format is Format.IXBRL


def _concept(fact: Fact, *, apart: bool) -> Iterator[Detail]:
    yield Detail("Concept", concept_words(fact.concept))
    yield Detail("Tag", fact.concept)
    where = " · tagged in the filing's XBRL instance" if apart else ""
    yield Detail("Taxonomy", f"{_taxonomy(fact.concept)}{where}")


def _taxonomy(concept: str) -> str:
    prefix = concept.partition(":")[0]
    return f"{whose(concept)} · {TAXONOMIES.get(prefix, prefix)}"


def _fact(fact: Fact, found: FigurePlace | None) -> Iterator[Detail]:
    """Value, sign, period, unit, scale, decimals, dimensions and format of a fact, as far as they apply."""
    if fact.numeric:
        yield Detail("Value", _value(fact))
        yield Detail("Printed", _as_printed(fact, found))
    else:
        yield Detail("Words", _words(fact))
    if fact.period is not None:
        yield Detail("Period", period_words(fact.period))
    if fact.unit is not None:
        yield Detail("Unit", _unit(fact.unit))
    if fact.numeric and not fact.nil:
        yield Detail("Scale", scale_words(fact.scale))
    if fact.decimals is not None:
        yield Detail("Decimals", f"{fact.decimals.replace('-', MINUS)}: {rounding_words(fact.decimals)}")
    for dimension in fact.dimensions:
        yield Detail("Dimension", f"{axis_words(dimension.axis)}: {member_words(dimension.member)}")
    if fact.format is not None:
        yield Detail("Format", fact.format)


def _value(fact: Fact) -> str:
    """The whole amount: `$10,828,000,000`, `$2.46 a share`, `18.6%`; of words, how they begin."""
    value = fact.value
    if fact.nil:
        return "nil"
    if value is None:
        return _words(fact)
    if fact.unit == "pure":
        return f"{_plain(value * 100)}%" if fact.scale == -2 else _plain(value)
    above, _, below = (fact.unit or "").partition("/")
    symbol = SYMBOLS.get(above, "")
    after = "" if symbol else f" {above.rpartition(':')[2]}"
    per = f" a {below.rpartition(':')[2].removesuffix('s')}" if below else ""
    return f"{_signed(value, symbol)}{after}{per}".strip()


def _signed(value: Decimal, symbol: str) -> str:
    return f"{MINUS if value < 0 else ''}{symbol}{_plain(abs(value))}"


def _plain(value: Decimal) -> str:
    """All digits that an amount has, none made up; thousands parted."""
    text = f"{abs(value):,f}"
    bare = text.rstrip("0").rstrip(".") if "." in text else text
    kept = text if len(text) - text.find(".") == 3 and "." in text else bare  # cents stay two digits
    return f"{MINUS if value < 0 else ''}{kept}"


def _as_printed(fact: Fact, found: FigurePlace | None) -> str:
    """The figure as printed, and what its sign is where that needs a word."""
    text = found.figure.text if found is not None else fact.text
    if fact.value is None or fact.value >= 0:
        plain = found is None or found.figure.value is None or found.figure.value >= 0
        return text if plain else f"{text}, tagged positive"
    bracketed = any(mark in text for mark in "(-−–")
    return f"{text}, negative" if bracketed or found is None else f"{text}, tagged negative"


def _words(fact: Fact) -> str:
    if fact.block:
        return f"a whole passage, which begins “{fact.text[:80].rstrip()}…”" if fact.text else "a whole passage"
    return fact.text if len(fact.text) <= LONGEST else f"{fact.text[:LONGEST].rstrip()}…"


def _unit(unit: str) -> str:
    """`U.S. dollars a share (USD/shares)`."""
    if unit == "pure":
        return "a plain number (pure)"
    above, _, below = unit.partition("/")
    bare = above.rpartition(":")[2]
    words = CURRENCIES.get(above, concept_words(above) if ":" in above else bare)
    words += f" a {below.rpartition(':')[2].removesuffix('s')}" if below else ""
    return words if words == unit else f"{words} ({unit})"


# what is known without tags


def _by_caption(row: Row) -> Iterator[Detail]:
    """The concept of a line whose figure is not tagged: as others of its line are, or as its caption says."""
    concept, tagged = _of_line(row)
    if concept is None:
        yield Detail("Concept", NOT_TAGGED)
        return
    yield Detail("Concept", concept_words(concept))
    yield Detail("Tag", concept)
    how = "as its line is tagged" if tagged else "by its caption, not tagged"
    yield Detail("Taxonomy", f"{_taxonomy(concept)} · {how}")


def _of_line(row: Row) -> tuple[str | None, bool]:
    """The concept of a line, and whether its figures are tagged with it: else it is the one that its caption says."""
    tagged = row.concept is not None and is_tagged(row)
    return (row.concept if tagged else row.known), tagged


def _printed(statement: Statement, row: Row, found: FigurePlace | None) -> Iterator[Detail]:
    """Value, period, unit and scale as the table says them."""
    if found is not None:
        yield Detail("Value", _amount(statement, row, found.figure))
        yield Detail("Printed", found.figure.text)
        if words := _period(statement, row, found.figure):
            yield Detail("Period", words)
    unit = row.counts(found.figure) if found is not None else row.unit
    if unit is not None:
        yield Detail("Unit", _unit_of(statement, unit))
    scale = scale_of(statement, row, found.figure) if found is not None else statement.scale
    if unit is Unit.MONEY or (unit is Unit.SHARES and found is not None and scale != 1):
        yield Detail("Scale", SCALES.get(scale, f"in {scale:,}s") or "in units")
    if found is not None and (members := _members(statement, row, found.figure)):
        yield Detail("Of", " · ".join(members))


def _members(statement: Statement, row: Row, figure: Figure) -> tuple[str, ...]:
    """What narrows a figure: its segment, its class, its plan."""
    at = next((at for at, one in enumerate(statement.rows) if one is row), None)
    return members_of(statement, figure, headings_of(statement)[at]) if at is not None else ()


def _amount(statement: Statement, row: Row, figure: Figure) -> str:
    if figure.value is None:
        return figure.text
    symbol, unit = SYMBOLS.get(statement.currency or "", ""), row.counts(figure)
    if unit is Unit.MONEY:
        return _signed(figure.value * scale_of(statement, row, figure), symbol)
    if unit is Unit.PER_SHARE:
        return f"{_signed(figure.value, symbol)} a share"
    if unit is Unit.SHARES:
        return _plain(figure.value * scale_of(statement, row, figure))
    return f"{_plain(figure.value)}{'%' if unit is Unit.PERCENT else ''}"


def _unit_of(statement: Statement, unit: Unit) -> str:
    money = currency_words(statement.currency) or "money"
    words = {Unit.MONEY: money, Unit.PER_SHARE: f"{money} a share", Unit.PERCENT: "percent", Unit.NUMBER: "number"}
    return words.get(unit, unit.value)


def _period(statement: Statement, row: Row, figure: Figure) -> str:
    """When a figure is of; a day that is its own, and not its column's, is said to be one."""
    start, end = statement.time(row, figure)
    if end is None:
        return ""
    own = figure.time is not None or row.date is not None
    return f"at {day_words(end)}" if own and start is None else period_words(Period(start, end))


# where


def _where(places: Places, cite: Cite) -> str:
    words = calm_place(whereabouts(places, cite.document, cite.start))
    if sum(layout is not None for layout in places.analysis.layouts) < 2:
        return words
    document = places.analysis.filing.document(cite.document)
    return " · ".join(part for part in (document.type or document.filename, words) if part)


def _elsewhere(places: Places, placed: PlacedFact, here: Cite) -> Iterator[Detail]:
    """The other places where the same fact stands; how it is printed there, where that is otherwise."""
    others = places.tagged.elsewhere(placed.fact, here)
    printed = placed.fact.text
    for at, cite in enumerate(others[:MOST_PLACES]):
        found = places.figure_at(cite.document, cite.start)
        there = places.tagged.at(cite.document, cite.start)
        words = there.fact.text if there is not None and there.fact.numeric else printed
        other = f", printed {words}" if words != printed else ""
        target = found.figure.cite if found is not None else cite
        yield Detail("" if at else "Also at", f"{_where(places, cite)}{other}", target)
    if len(others) > MOST_PLACES:
        yield Detail("", f"and {len(others) - MOST_PLACES:,} more")
