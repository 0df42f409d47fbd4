"""The questions most asked of the figures of many filings: one line over companies and years, its parts, and what was printed
otherwise later. Asked of a corpus (`core/export/corpus.py`) by DuckDB; every figure has its filing and its place there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from core.export.corpus_folder import FIGURES, FILINGS, is_corpus
from core.export.duck import MEMORY, database, pattern
from core.export.heads import KINDS
from core.statements.statement import StatementKind

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

LINES = 400
"""Lines that are offered: those of the most companies."""
MOST = 2_000
"""Rows of an answer."""
_PRIMARY = tuple(
    KINDS[kind]
    for kind in (
        StatementKind.INCOME_STATEMENT,
        StatementKind.BALANCE_SHEET,
        StatementKind.CASH_FLOW,
        StatementKind.COMPREHENSIVE_INCOME,
    )
)
"""The statements that a line is taken from, the first before the others where several print it."""
_GRACE = 15
"""Days into the next year that a year of 52 or 53 weeks may end."""
_YEAR = (340, 385)
"""Days of a fiscal year, from the fewest to the most."""


class AnswerError(ValueError):
    """The figures cannot be asked. Its message is one line."""


class Question(StrEnum):
    """What is asked."""

    LINE = "line"
    PARTS = "parts"
    RESTATED = "restated"


class Asked(NamedTuple):
    """A question: of which line (a concept or a caption), of which companies (words of their names, or a CIK), of which years
    (None: all)."""

    line: str = ""
    company: str = ""
    years: tuple[int, int] | None = None


class Line(NamedTuple):
    """A line that can be asked for: its concept, its usual caption, and of how many companies it is known."""

    concept: str
    caption: str
    companies: int


class Point(NamedTuple):
    """One figure: what it comes to, in which currency (None: no money, or unknown), what it counts (`money`, `per share`: as in
    the tables of figures), as printed; its caption, its last day; its
    filing and place there; and how many other filings print the same line and period otherwise."""

    whole: Decimal
    currency: str | None
    unit: str | None
    printed: str
    caption: str
    end: date
    path: str
    sha256: str
    form: str
    filed: date | None
    document: int
    begin: int
    finish: int
    otherwise: int = 0


class Series(NamedTuple):
    """A row of an answer: a company, or a part of a line, by fiscal year."""

    name: str
    points: dict[int, Point]


class Restated(NamedTuple):
    """A figure that a later filing prints otherwise: the first and the last that were printed."""

    company: str
    kind: str
    start: date | None
    first: Point
    last: Point

    @property
    def change(self) -> Decimal:
        """By how much."""
        return self.last.whole - self.first.whole


@contextmanager
def opened(corpus: Path) -> Iterator["Answers"]:
    """The figures of a corpus, to be asked. Raises AnswerError."""
    if not is_corpus(corpus):
        raise AnswerError(f"{corpus} has no figures; `read` writes such a folder, `library figures` that of a library")
    with database(MEMORY, str(corpus)) as tables:
        for name in (FIGURES, FILINGS):
            tables.execute(f"CREATE VIEW {name} AS SELECT * FROM {pattern(corpus / name, '*.parquet')}")  # noqa: S608
        yield Answers(tables)


class Answers:
    """Figures that can be asked."""

    def __init__(self, tables: "DuckDBPyConnection") -> None:
        self._tables = tables

    def lines(self) -> list[Line]:
        """The lines of the primary statements, those of the most companies first."""
        rows = self._tables.execute(_LINES, [list(_PRIMARY), LINES]).fetchall()
        return [Line(*row) for row in rows]

    def to(self, question: Question, asked: Asked) -> list[Series] | list[Restated]:
        """The answer to a question."""
        if question is Question.RESTATED:
            return self.restated(asked)
        return self.line(asked) if question is Question.LINE else self.parts(asked)

    def line(self, asked: Asked) -> list[Series]:
        """One line of the annual reports by company and fiscal year, as the newest filing prints it."""
        concept = self._concept(asked.line)
        rows = self._points(_LINE, [list(_PRIMARY), concept, list(_PRIMARY), *_YEAR], asked)
        return _by_name(rows, asked.years)

    def parts(self, asked: Asked) -> list[Series]:
        """What the notes print of a line by segment, region or product."""
        concept = self._concept(asked.line)
        rows = self._points(_PARTS, [asked.line, concept, list(_PRIMARY), concept, *_YEAR], asked)
        return _by_name(rows, asked.years)

    def restated(self, asked: Asked) -> list[Restated]:
        """Amounts of the primary statements that a later filing prints otherwise, by more than rounding, under the same caption;
        of one line, where one is asked for."""
        concept = self._concept(asked.line) if asked.line else ""
        if asked.line and not concept:
            return []
        rows = self._tables.execute(_RESTATED, [list(_PRIMARY), concept, concept, *_company(asked), MOST]).fetchall()
        found = [_restated(row) for row in rows]
        return [one for one in found if _within(_fiscal(one.last.end), asked.years)]

    def _concept(self, line: str) -> str:
        """The concept that is meant by its name, or by a caption: of those that bear it, the one of most companies. Nothing where
        none is known."""
        words = " ".join(line.split()).casefold()
        found = self._tables.execute(_CONCEPT, [words, words, words, list(_PRIMARY)]).fetchone()
        return str(found[0]) if found else ""

    def _points(self, query: str, parameters: Sequence[object], asked: Asked) -> list["_Row"]:
        rows = self._tables.execute(query, [*parameters, *_company(asked)]).fetchall()
        return [_Row(key, name, rank, scale, _point(rest)) for key, name, rank, scale, *rest in rows]


class _Row(NamedTuple):
    """A figure that may be a point: of which row of the answer, what that is called in its filing, how near to the front of it,
    printed in which scale."""

    key: str
    name: str
    rank: int
    scale: int
    point: Point


def _point(cells: Sequence[Any]) -> Point:
    whole, *rest = cells
    return Point(_plain(whole), *rest)


def _plain(amount: Decimal) -> Decimal:
    """The same without the zeros that a database adds behind the point."""
    rounded = amount.to_integral_value()
    return rounded if rounded == amount else amount.normalize()


def _company(asked: Asked) -> tuple[str, str, str]:
    words = asked.company.strip()
    return words, words, words.lstrip("0") if words.isdigit() else "-"


def _fiscal(end: date) -> int:
    """The fiscal year that a day ends, or is the balance of."""
    return date.fromordinal(end.toordinal() - _GRACE).year


def _within(year: int, years: tuple[int, int] | None) -> bool:
    return years is None or years[0] <= year <= years[1]


def _by_name(rows: Iterable[_Row], years: tuple[int, int] | None) -> list[Series]:
    """Rows of an answer: each year as the newest filing prints it, told how many print it otherwise."""
    cells: dict[str, dict[int, list[_Row]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        year = _fiscal(row.point.end)
        if _within(year, years):
            cells[row.key][year].append(row)
    made = [_series(list(by_year.items())) for by_year in cells.values()]
    return sorted(made, key=lambda one: one.name.casefold())


def _series(by_year: list[tuple[int, list[_Row]]]) -> Series:
    newest = max((row for _, rows in by_year for row in rows), key=_age)
    return Series(newest.name, {year: _newest(rows) for year, rows in sorted(by_year, key=lambda one: one[0])})


def _age(row: _Row) -> tuple[date, date, int]:
    """Newer filings have more of it, in them the last day, and of that the first statement."""
    return row.point.filed or date.min, row.point.end, -row.rank


def _newest(rows: list[_Row]) -> Point:
    """The figure of the newest filing, told how many print that day otherwise."""
    best = max(rows, key=_age)
    same_day = [row for row in rows if row.point.end == best.point.end]
    differing = {row.point.sha256 for row in same_day if not _agree(row, best)}
    return best.point._replace(otherwise=len(differing))


def _agree(row: _Row, other: _Row) -> bool:
    """Whether two print the same, whatever the sign, up to a unit of the coarser print."""
    return abs(abs(row.point.whole) - abs(other.point.whole)) <= max(row.scale, other.scale)


def _restated(cells: Sequence[Any]) -> Restated:
    company, kind, start, first, last = cells
    return Restated(company, kind, start, _point(list(first.values())), _point(list(last.values())))


_OF_COMPANY = "(? = '' OR contains(lower(coalesce(i.company, '')), lower(?)) OR ltrim(coalesce(i.cik, ''), '0') = ?)"
_ANNUAL = "(i.form LIKE '10-K%' OR i.form LIKE '10K%' OR i.form LIKE '20-F%' OR i.form LIKE '40-F%')"
_CELLS = """
f.whole, CASE WHEN f.unit = 'money' THEN f.currency END AS currency, f.unit, f.printed, coalesce(f.caption, '') AS caption,
f."end", i.location,
f.filing, coalesce(i.form, '') AS form, coalesce(i.filed, i.period_end) AS filed, f.document, f.begin, f.finish"""
_JOINED = 'FROM figures f JOIN filings i USING (filing) WHERE f.whole IS NOT NULL AND f."end" IS NOT NULL'
_OF_A_YEAR = '(f.start IS NULL OR f."end" - f.start BETWEEN ? AND ?)'
_LINES = """
SELECT concept, mode(caption), count(DISTINCT coalesce(cik, company)) AS companies FROM figures
WHERE concept IS NOT NULL AND list_contains(?, kind) GROUP BY concept ORDER BY companies DESC, concept LIMIT ?"""
_CONCEPT = """
SELECT concept FROM figures
WHERE concept IS NOT NULL
    AND (lower(concept) = ? OR lower(split_part(concept, ':', -1)) = ? OR (lower(caption) = ? AND list_contains(?, kind)))
GROUP BY concept ORDER BY count(DISTINCT coalesce(cik, company)) DESC, concept LIMIT 1"""
_LINE = f"""
SELECT coalesce(i.cik, i.company, f.file), coalesce(i.company, f.file), list_position(?, f.kind), f.scale, {_CELLS} {_JOINED}
AND f.concept = ? AND list_contains(?, f.kind) AND coalesce(f.members, '') = ''
AND {_OF_A_YEAR} AND {_ANNUAL} AND {_OF_COMPANY}"""
_PARTS = f"""
WITH said AS (
    SELECT list(DISTINCT lower(caption)) || [lower(?)] AS names FROM figures WHERE concept = ? AND list_contains(?, kind)
), told AS (
    SELECT f.row, f.scale, {_CELLS}, said.names, coalesce(f.concept = ?, false) AS own, list_distinct(list_transform(
        string_split(coalesce(f.path, ''), ' | ') || string_split(coalesce(f.members, ''), ' | '),
        lambda word: rtrim(word, ' :')
    )) AS words
    {_JOINED.replace("WHERE", "CROSS JOIN said WHERE")}
    AND f.kind = 'Note' AND f.unit = 'money' AND {_OF_A_YEAR} AND {_ANNUAL} AND {_OF_COMPANY}
), of_it AS (
    SELECT *, list_filter(words, lambda word: word <> '' AND NOT list_contains(names, lower(word))) AS part
    FROM told WHERE own OR list_has_any(list_transform(words, lambda word: lower(word)), names)
)
SELECT array_to_string(part, ' · ') AS key, key, * EXCLUDE (names, own, words, part) FROM of_it WHERE len(part) > 0"""  # noqa: S608
_RESTATED = f"""
WITH one AS (
    SELECT coalesce(i.cik, i.company, '') AS who, coalesce(i.company, '') AS company, f.kind, f.concept, f.start,
        lower(coalesce(f.caption, '')) AS said, f.scale, {_CELLS}
    {_JOINED}
    AND list_contains(?, f.kind) AND coalesce(f.members, '') = '' AND f.unit = 'money'
    AND f.concept IS NOT NULL AND (? = '' OR f.concept = ?) AND {_OF_COMPANY}
), sure AS (
    SELECT * FROM one WINDOW own AS (PARTITION BY who, filing, concept, said, start, "end")
    QUALIFY max(abs(whole)) OVER own = min(abs(whole)) OVER own AND begin = min(begin) OVER own
)
SELECT arg_max(company, filed), arg_max(kind, filed), start,
    arg_min({{FIRST}}, filed) AS first, arg_max({{FIRST}}, filed) AS last
FROM sure GROUP BY who, concept, said, start, "end"
HAVING count(DISTINCT filed) > 1
    AND abs(abs(arg_max(whole, filed)) - abs(arg_min(whole, filed))) > max(scale)
ORDER BY 1, "end" DESC, abs(arg_max(whole, filed) - arg_min(whole, filed)) DESC LIMIT ?""".replace(  # noqa: S608
    "{FIRST}",
    'struct_pack(whole, currency, unit, printed, caption, "end", location, filing, form, filed, document, begin, finish)',
)
