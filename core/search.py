"""Words and amounts in the open filings, and where: titles, captions, figures, text."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from core.analysis import Analysis
from core.document.block import Line
from core.figures import CURRENCY, MINUS
from core.outline.section import Section, SectionKind
from core.places import Places
from core.source import Cite, Span
from core.statements.statement import PRIMARY, Figure, Role, Row, Statement, StatementKind, Unit

_PIECE = 1 << 16
_LONGEST = 1 << 10
_FUZZY_FROM = 80
PLENTY = 60
"""Answers of a kind that a filing gives where no more are asked for."""
_BEFORE, _AFTER = 60, 80
"""Characters of a line that are shown around what was found in it."""
_BEGUN = 3
"""Digits that are enough to offer the amounts that begin with them."""
_MOST_DIGITS = 40
"""Digits. What is longer is no amount."""
_GROUP = 3
"""Digits between the commas of an amount."""
_TEN = Decimal(10)
_AMOUNT = re.compile(
    rf"(?:{MINUS}|\()?\s?(?:{CURRENCY})?\s?(?:{MINUS}|\()?\s?(?P<digits>\d[\d,]*(?:\.\d+)?|\.\d+)"
    r"\s?(?P<unit>thousand|million|billion|mm|bn|k|m|b)?\s?\)?",
    re.IGNORECASE,
)
_APART = re.compile(r"[^a-z0-9]+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_UNITS = {"": 0, "k": 3, "thousand": 3, "m": 6, "mm": 6, "million": 6, "b": 9, "bn": 9, "billion": 9}


class HitKind(StrEnum):
    """What was found."""

    SECTION = "section"
    STATEMENT = "statement"
    LINE = "line"
    AMOUNT = "amount"
    TEXT = "text"


class Hit(NamedTuple):
    """Something found: `title` what it is, `detail` where it is; `score` 0 to 100, the better the higher."""

    kind: HitKind
    title: str
    detail: str
    path: Path
    cite: Cite
    score: float
    section: str | None = None
    statement: str | None = None


class Amount(NamedTuple):
    """An amount that was asked for: any value from `low` to `high`, and whether it was given to the last digit.

    `begun` holds the digits where they may be only the first ones, as of an amount that is still being typed.
    """

    low: Decimal
    high: Decimal
    exact: bool
    begun: str = ""


def amount(query: str) -> Amount | None:
    """The amount that a query says: `1,740,763`, `(250)`, `$1.7 million`. The sign is left aside. None for words."""
    match = _AMOUNT.fullmatch(query.strip())
    if match is None or len(match["digits"]) > _MOST_DIGITS:
        return None
    digits = Decimal(match["digits"].replace(",", ""))
    power = _UNITS[(match["unit"] or "").lower()]
    if not power:
        begun = match["digits"].replace(",", "")
        return Amount(digits, digits, exact=True, begun=begun if len(begun) >= _BEGUN else "")
    exponent = digits.as_tuple().exponent
    half = _TEN ** (power + int(exponent)) / 2
    value = digits * _TEN**power
    return Amount(value - half, value + half, exact=False)


def pattern(query: str) -> re.Pattern[str] | None:
    """How a query is looked for in text: case aside, any blanks between words, and an amount with or without commas."""
    words = query.split()
    if not words:
        return None
    bare = words[0].replace(",", "")
    if len(words) == 1 and bare.isdigit() and len(bare) > _GROUP and bare.isascii():
        head = len(bare) % _GROUP or _GROUP
        groups = [bare[:head], *(bare[at : at + _GROUP] for at in range(head, len(bare), _GROUP))]
        return re.compile(r"(?<![\d,.])" + ",?".join(groups) + r"(?!\d|,\d|\.\d)")
    return re.compile(r"\s{1,400}".join(map(re.escape, words)), re.IGNORECASE)


def occurrences(text: str, query: str) -> Iterator[list[Span]]:
    """Where a query stands in a text, a piece of the text at a time (a list for each, maybe empty)."""
    wanted = pattern(query)
    at = 0
    while wanted is not None and at < len(text):
        end = min(len(text), at + _PIECE)
        found = []
        for match in wanted.finditer(text, at, min(len(text), end + _LONGEST)):
            if match.start() >= end:
                break
            found.append(Span(*match.span()))
        yield found
        at = max(end, found[-1].end if found else 0)


class Index:
    """The titles and captions of one open filing, ready to be searched. Built once for one analysis."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.analysis: Analysis = places.analysis
        self.path = self.analysis.path
        self.name = label(self.analysis)
        self.entries: list[Hit] = [*self._sections(), *self._lines()]
        self.keys = [_folded(entry.title) for entry in self.entries]
        self.about = _about(self.analysis)

    def _sections(self) -> Iterator[Hit]:
        for section in self.places.sections.values():
            tables = self.places.of_section.get(section.id, [])
            is_statement = section.kind is SectionKind.STATEMENT and bool(tables)
            kind = HitKind.STATEMENT if is_statement else HitKind.SECTION
            statement = tables[0].id if is_statement else None
            detail = self._detail(section)
            yield Hit(kind, titled(section), detail, self.path, section.cite, 0, section.id, statement)

    def _detail(self, section: Section) -> str:
        above = (parent for parent in self.places.path_to(section)[:-1] if not _goes_without_saying(parent))
        return " · ".join(filter(None, (" › ".join(map(short, above)), self.name)))

    def _lines(self) -> Iterator[Hit]:
        for statement in self.places.statements.values():
            several = Counter(row.label for row in statement.rows if row.figures)
            for row in statement.rows:
                if row.label and row.figures:
                    first = row.figures[0].cite
                    year = _year_of(statement, row) if several[row.label] > 1 else ""
                    detail = " · ".join(filter(None, (statement.title or "Table", year, self.name)))
                    yield Hit(HitKind.LINE, row.label, detail, self.path, first, 0, statement.section, statement.id)


def _goes_without_saying(section: Section) -> bool:
    """Whether a place is known without this part of its path: a Part, or the filing's own form."""
    first = section.kind is SectionKind.DOCUMENT and section.document == 1
    return first or section.kind is SectionKind.PART


def _year_of(statement: Statement, row: Row) -> str:
    """The year that all figures of a row end in: it tells the rows of a roll-forward apart. Empty where there are several."""
    years = {end.year for figure in row.figures if (end := statement.time(row, figure).end) is not None}
    return str(years.pop()) if len(years) == 1 else ""


def search(indexes: Sequence[Index], query: str, most: int = PLENTY) -> Iterator[list[Hit]]:
    """Everything found, best first within each list, at most so many of a kind in each filing; a list after every bounded
    piece of work, maybe empty. Stop asking to stop searching."""
    query = " ".join(query.split())
    if not query:
        return
    for index in indexes:
        yield from _titles(index, query, most)
        if " " in query or len(indexes) > 1:
            yield from _of_filing(index, query, most)
    wanted = amount(query)
    if wanted is not None:
        for index in indexes:
            yield from _amounts(index, wanted, most)
    if len(query) > 2:
        for index in indexes:
            yield from _text(index, query, most)


def label(analysis: Analysis) -> str:
    """A filing in few words: company, form and year, or the file's name."""
    header = analysis.filing.header
    words = [header.company or "", header.form or "", str(header.fiscal_year or "")]
    return " ".join(word for word in words if word) if header.company or header.form else analysis.filing.name


def titled(section: Section) -> str:
    """A section's number and title: `Item 7A  Market Risk`, `Note 3  Inventories`."""
    lead = short(section) if section.kind in (SectionKind.ITEM, SectionKind.NOTE) and section.number else ""
    return f"{lead}  {section.title}".strip()


def short(section: Section) -> str:
    """A section in a word or two: `Item 7A`, `Note 3`, or its title."""
    if section.number and section.kind in (SectionKind.ITEM, SectionKind.NOTE, SectionKind.PART):
        return f"{section.kind.value.capitalize()} {section.number}"
    return section.title


def whereabouts(places: Places, document: int, offset: int) -> str:
    """Where an offset is, as a reader says it: `Item 8 · page 24 · line 1,318`."""
    analysis = places.analysis
    section = places.section_at(document, offset)
    above = places.path_to(section) if section is not None else []
    named = [part for part in above if part.kind in (SectionKind.ITEM, SectionKind.NOTE, SectionKind.SCHEDULE)]
    parts = [short(part) for part in named] or [part.title for part in above[-1:]]
    if number := page(analysis, document, offset):
        parts.append(f"page {number}")
    parts.append(f"line {analysis.filing.document(document).source.line_of(offset):,}")
    return " · ".join(parts)


def page(analysis: Analysis, document: int, offset: int) -> str | None:
    """The printed number of the page that holds this offset."""
    layout = analysis.layouts[document - 1]
    if layout is None or not layout.pages:
        return None
    at = bisect_right(layout.pages, offset, key=lambda one: one.span.start) - 1
    return layout.pages[max(at, 0)].number


def _folded(title: str) -> str:
    return " ".join(title.lower().replace(",", " ").split())


class _Fit(NamedTuple):
    """What a title scores that answers a query in some way, and how many letters more than asked for still count against it."""

    score: float
    longest: int


_WHOLE = 100.0
_BEGINS, _HAS_WORDS, _HAS = _Fit(97, 40), _Fit(92, 60), _Fit(85, 60)
"""Titles that begin with the query, that have words which begin as its words do, and that have it anywhere."""
_LETTERS_A_POINT = 20
"""So many letters more than asked for cost one point: the shorter of two titles is more likely meant."""


def _score(query: str, key: str) -> float:
    """How well a title answers a query, without misspellings; of 100."""
    if key == query:
        return _WHOLE
    if key.startswith(query):
        return _less(_BEGINS, len(key) - len(query))
    words = key.split()
    if all(any(word.startswith(part) for word in words) for part in query.split()):
        return _less(_HAS_WORDS, len(key) - len(query))
    return _less(_HAS, len(key)) if query in key else 0


def _less(fit: _Fit, longer: int) -> float:
    return fit.score - min(longer, fit.longest) / _LETTERS_A_POINT


_AT_ONCE = 2000
"""Titles that are looked through before something else may be done."""
_SHORTEST = 3
"""Letters. What is as short may be the beginning of anything, and is not taken for misspelled."""
_MISSPELLED, _LIKELY = 0.8, 20
"""What a title that is only like the query counts of its likeness, and how many of them are offered."""


def _titles(index: Index, query: str, most: int) -> Iterator[list[Hit]]:
    folded = _folded(query)
    for start in range(0, len(index.keys), _AT_ONCE):
        keys = index.keys[start : start + _AT_ONCE]
        scores = {at: score for at, key in enumerate(keys) if (score := _score(folded, key))}
        if len(folded) > _SHORTEST and not scores and not any(sign.isdigit() for sign in folded):
            from rapidfuzz import fuzz, process  # not before it is needed: the window's start counts

            for _, score, at in process.extract(
                folded, keys, scorer=fuzz.WRatio, processor=None, limit=_LIKELY, score_cutoff=_FUZZY_FROM
            ):
                scores.setdefault(at, score * _MISSPELLED)
        hits = [_ranked(index, index.entries[start + at], score) for at, score in scores.items()]
        yield _best(hits, most)


def _best(hits: Iterable[Hit], most: int) -> list[Hit]:
    """The best first, at most so many of a kind."""
    counted: Counter[HitKind] = Counter()
    kept = []
    for hit in sorted(hits, key=lambda hit: -hit.score):
        counted[hit.kind] += 1
        if counted[hit.kind] <= most:
            kept.append(hit)
    return kept


_IN_ITS_FILING, _IN_A_COLUMN, _JUST_THE_FILING = 1.0, 3.0, 88.0
"""Points that a title stands behind where words of the query say its filing, and where one says the year of a column; what a
statement scores where they say no more than its filing."""


def _about(analysis: Analysis) -> frozenset[str]:
    """The words that say which filing it is: those of its company and its file's name, its form with and without a hyphen, its
    fiscal year."""
    header = analysis.filing.header
    form = (header.form or "").lower()
    company = [word.strip(".,()") for word in (header.company or "").lower().split()]
    joined = (_APART.sub("", word) for word in company)
    year = header.fiscal_year or (header.period_end or header.dated or header.filed or date.min).year
    named = (word for word in _APART.split(analysis.path.stem.lower()) if word.isalpha() and len(word) > 1)
    return frozenset(filter(None, (*company, *joined, *named, form, form.replace("-", ""), str(year))))


def _of_filing(index: Index, query: str, most: int) -> Iterator[list[Hit]]:
    """Titles in a filing that some words of the query name, by the other words, in any order: `ford 10-K 2002 income`."""
    asked = _asked(index, query)
    if not asked.title:
        yield _named_only(index, asked)
    elif asked.known or asked.years:
        for start in range(0, len(index.keys), _AT_ONCE):
            yield _named(index, asked, start, most)


class _Asked(NamedTuple):
    """A query's words: those that say which filing it is, years that are not the filing's, and the rest, joined."""

    known: tuple[str, ...]
    years: frozenset[str]
    title: str


def _asked(index: Index, query: str) -> _Asked:
    words = _folded(query).split()
    known = tuple(word for word in words if _says(index.about, word))
    rest = [word for word in words if word not in known]
    years = frozenset(word for word in rest if _YEAR.fullmatch(word))
    return _Asked(known, years, " ".join(word for word in rest if word not in years))


def _named(index: Index, asked: _Asked, start: int, most: int) -> list[Hit]:
    """The titles, from this one on and as many as are looked through at once, that answer what is asked of their filing."""
    found = ((at, _score(asked.title, key)) for at, key in enumerate(index.keys[start : start + _AT_ONCE], start))
    hits = (_in_year(index, _ranked(index, index.entries[at], score), asked.years) for at, score in found if score)
    kept = [hit._replace(score=hit.score - _IN_ITS_FILING) for hit in hits if hit is not None]
    return _best(kept, most)


def _says(about: frozenset[str], word: str) -> bool:
    """Whether a word of a query says which filing: a name may be begun, a form and a year may not; a name with a hyphen or an
    apostrophe may be written without in the filing, or the other way round."""
    if word in about or (len(word) >= _SHORTEST and word.isalpha() and any(one.startswith(word) for one in about)):
        return True
    parts = [part for part in _APART.split(word) if part]
    named = len(parts) > 1 and all(part.isalpha() for part in parts)
    return named and (all(part in about for part in parts) or "".join(parts) in about)


def _named_only(index: Index, asked: _Asked) -> list[Hit]:
    """The primary statements of a filing, where a query says nothing but which filing."""
    if asked.years or not any(word.isalpha() for word in asked.known):
        return []
    statements = index.places.statements
    primary = {ident for ident, one in statements.items() if one.kind in PRIMARY}
    hits = [hit for hit in index.entries if hit.kind is HitKind.STATEMENT and hit.statement in primary]
    return [hit._replace(score=_JUST_THE_FILING) for hit in hits]


def _in_year(index: Index, hit: Hit, years: frozenset[str]) -> Hit | None:
    """A hit in the columns of the years that were asked for: a line's at its figure there; None where it has none."""
    statement = index.places.statements.get(hit.statement or "")
    if not years or statement is None:
        return None if years else hit
    columns = _columns_of(statement, years)
    if not years.issubset(columns.values()):
        return None
    hit = hit._replace(score=hit.score - _IN_A_COLUMN)
    return hit if hit.kind is not HitKind.LINE else _at_column(statement, hit, columns)


def _columns_of(statement: Statement, years: frozenset[str]) -> dict[int, str]:
    """The columns that end in one of these years, and which."""
    ends = {at: str(one.end.year) for at, one in enumerate(statement.columns) if one.end is not None}
    return {at: year for at, year in ends.items() if year in years}


def _at_column(statement: Statement, hit: Hit, columns: dict[int, str]) -> Hit | None:
    """A line's hit at its first figure in one of these columns."""
    row = next(row for row in statement.rows if row.figures and row.figures[0].cite == hit.cite)
    figure = next((figure for figure in row.figures if figure.column in columns), None)
    return (
        hit._replace(cite=figure.cite, title=f"{hit.title}, {columns[figure.column]}") if figure is not None else None
    )


_PRIMARY_LINE, _OTHER_LINE, _HEADING = 2, 6, 3
"""Points that a line of a primary statement, one of another table, and a heading of the filer's own stand behind the rest."""
_STATEMENT, _NEARLY = 6, 99.0
"""Points that a primary statement stands before the rest, and what it scores at most where its title is not the query."""


def _ranked(index: Index, entry: Hit, score: float) -> Hit:
    """Lines of the primary statements come before those of other tables, Items before headings."""
    if entry.kind is HitKind.LINE:
        statement = index.places.statements[entry.statement or ""]
        return entry._replace(score=score - (_PRIMARY_LINE if statement.kind in PRIMARY else _OTHER_LINE))
    of = index.places.statements.get(entry.statement or "")
    if of is not None and of.kind in PRIMARY:
        return entry._replace(score=max(score, min(score + _STATEMENT, _NEARLY)))
    section = index.places.sections.get(entry.section or "")
    heading = section is not None and section.kind is SectionKind.HEADING
    return entry._replace(score=score - (_HEADING if heading else 0))


_IN_PRIMARY, _IN_OTHERS, _ONLY_BEGUN = 99.0, 96.0, 12
"""What an amount scores in a primary statement and in another table, and what it loses where only its beginning was asked for."""


def _amounts(index: Index, wanted: Amount, most: int) -> Iterator[list[Hit]]:
    for statement in index.places.statements.values():
        hits = (_amount_hit(index, statement, row, figure, wanted) for row in statement.rows for figure in row.figures)
        yield [hit for hit in hits if hit is not None][:most]


def _amount_hit(index: Index, statement: Statement, row: Row, figure: Figure, wanted: Amount) -> Hit | None:
    """A figure as an answer; None where it is not the amount that is wanted."""
    if figure.value is None:
        return None
    fits = _fits(abs(figure.value), statement.scale if row.counts(figure) in (Unit.MONEY, None) else 1, wanted)
    if not fits and not (wanted.begun and _bare(figure.text).startswith(wanted.begun)):
        return None
    column = statement.columns[figure.column].label if figure.column < len(statement.columns) else ""
    title = ", ".join(part for part in (row.label or "(no caption)", column) if part)
    detail = f"{figure.text} · {statement.title or 'Table'} · {index.name}"
    score = _amount_score(statement, row) - (0 if fits else _ONLY_BEGUN)
    return Hit(HitKind.AMOUNT, title, detail, index.path, figure.cite, score, statement.section, statement.id)


def _amount_score(statement: Statement, row: Row) -> float:
    """What an amount scores by where it stands."""
    score = _IN_PRIMARY if statement.kind in PRIMARY else _IN_OTHERS
    return score - (1 if row.role is Role.HEADING or statement.kind is StatementKind.OTHER else 0)


def _bare(figure: str) -> str:
    """The digits of a figure as printed: `$ (1,234)` is `1234`."""
    return figure.replace(",", "").lstrip("$( -")


def _fits(value: Decimal, scale: int, wanted: Amount) -> bool:
    if wanted.exact:
        return value == wanted.low or (scale != 1 and value * scale == wanted.low)
    return wanted.low <= value * scale < wanted.high


_IN_TEXT, _PHRASE_IN_TEXT = 50, 80
"""What a place in the text scores: less than any title, but where several words stand there as asked for, no less than titles
that are only like them."""


def _text(index: Index, query: str, most: int) -> Iterator[list[Hit]]:
    left, score = most, _PHRASE_IN_TEXT if " " in query else _IN_TEXT
    for document, layout in zip(index.analysis.filing.documents, index.analysis.layouts, strict=True):
        source = document.source
        for spans in occurrences(source.text, query):
            hits = []
            for span in spans[:left]:
                number = source.line_of(span.start)
                if layout is not None and layout.kinds[number - 1] == Line.FURNITURE:
                    continue
                detail = f"{whereabouts(index.places, document.sequence, span.start)} · {index.name}"
                cited = Cite(document.sequence, (span,))
                hits.append(Hit(HitKind.TEXT, _excerpt(source.text, span), detail, index.path, cited, score))
            left -= len(hits)
            yield hits
            if left <= 0:
                return


def _excerpt(text: str, span: Span) -> str:
    """A few words before and after, on one line."""
    line = text.rfind("\n", 0, span.start) + 1
    start = max(line, span.start - _BEFORE)
    while line < start < span.start and not text[start - 1].isspace():
        start += 1
    end = text.find("\n", span.end, span.end + _AFTER)
    end = min(span.end + _AFTER, len(text)) if end < 0 else end
    return " ".join(text[start:end].split())
