"""Which statements of a company's filings are followed over the years, and why the others are not."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from core.analysis import Analysis
from core.statements.statement import PRIMARY, Column, Row, Statement, StatementKind
from core.years.company import company_name, plain_name
from core.years.period import Period, known_as, period_of, usual_months

KINDS = (
    StatementKind.BALANCE_SHEET,
    StatementKind.INCOME_STATEMENT,
    StatementKind.COMPREHENSIVE_INCOME,
    StatementKind.CASH_FLOW,
    StatementKind.SELECTED_DATA,
)
"""The statements whose columns are periods, which can be followed over the years."""
_SAME_CAPTIONS = 0.6
"""The part of the captions of two tables that must be the same for the one to go on with the other."""
_WHOLE = re.compile(
    r"\b(?:consolidated|and (?:its )?(?:consolidated )?(?:subsidiaries|affiliates|subsidiary companies))\b|^total\b"
)
"""What a column is headed by that stands for the company with all that belongs to it."""
_NEW = re.compile(r"^\W*as (?:restated|adjusted|revised|reclassified)\b|^\W*(?:restated|reclassified)\W*$")
_OLD = re.compile(r"^\W*(?:as )?(?:originally|previously) (?:reported|filed|stated)\b|^\W*as reported\b")
_NO_LETTERS = re.compile(r"[^a-z]+")


class Reason:
    """Why a statement is in no series."""

    NO_PERIODS = "none of its columns has a period that is known"
    COMPONENTS = "its columns are components of equity, which are not followed over the years"
    FULLER = "another statement of this kind in the filing is surer or has more figures: {}"
    NO_LENGTH = "how long its periods are is not told"
    COLUMNS = "of these columns no period is known, or another column is of it too: {}"


class LeftOut(NamedTuple):
    """A statement that is in no series, and why."""

    path: Path
    statement: Statement
    why: str


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """A statement of one filing, or those of its columns that are of one member, as it is followed: `columns` are the
    periods by the index of the column."""

    path: Path
    statement: Statement
    columns: Mapping[int, Period]

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of the statement."""
        return self.statement.rows

    @property
    def certainty(self) -> float:
        """How much speaks for its statement being what it is taken for."""
        verdict = self.statement.verdict
        return verdict.score if verdict is not None else 0.0

    @property
    def size(self) -> int:
        """How many of its figures stand in these columns."""
        return sum(figure.column in self.columns for row in self.rows for figure in row.figures)


@dataclass(frozen=True, slots=True)
class Sources:
    """What is followed of one kind, latest filing first, by member (None for the company with its subsidiaries)."""

    kind: StatementKind
    by_member: Mapping[str | None, tuple[Source, ...]]
    left_out: tuple[LeftOut, ...]


def age(analysis: Analysis) -> tuple[date, date]:
    """For sorting filings by time: the end of their period and the day they were filed."""
    header = analysis.filing.header
    return header.period_end or date.min, header.filed or date.min


def sources(analyses: Iterable[Analysis], kind: StatementKind) -> Sources:
    """The statements of one kind that are followed, of filings in any order."""
    filings = sorted(analyses, key=age, reverse=True)
    known: list[Period] = []
    by_member: dict[str | None, list[Source]] = {}
    left: list[LeftOut] = []
    for analysis in filings:
        for member, found in _of_filing(analysis, kind, known, left).items():
            by_member.setdefault(member, []).extend(found)
    return Sources(kind, {member: tuple(found) for member, found in by_member.items()}, tuple(left))


def left_out(analyses: Iterable[Analysis]) -> Iterator[LeftOut]:
    """The primary statements of kinds that are not followed at all."""
    for analysis in sorted(analyses, key=age, reverse=True):
        for statement in analysis.statements:
            if statement.kind in PRIMARY and statement.kind not in KINDS:
                yield LeftOut(analysis.path, statement, Reason.COMPONENTS)


def _of_filing(
    analysis: Analysis, kind: StatementKind, known: list[Period], left: list[LeftOut]
) -> dict[str | None, list[Source]]:
    """What is followed of each member: the fullest statement, and others of the same document that tell of other periods
    (three months in one table, nine in the next). The rest, and those without periods, are left out."""
    candidates: dict[str | None, list[Source]] = {}
    usual = usual_months(analysis, kind)
    statements = [one for one in (*analysis.statements, *analysis.tables) if one.kind is kind]
    own = _own_name(analysis, statements)
    for statement in statements:
        split = _of_owner(by_member(analysis, statement, known, usual), statement.owner, own)
        if not split:
            dated = any(column.end is not None for column in statement.columns)
            left.append(LeftOut(analysis.path, statement, Reason.NO_LENGTH if dated else Reason.NO_PERIODS))
        elif columns := _columns_left(statement, split.values()):
            left.append(LeftOut(analysis.path, statement, Reason.COLUMNS.format(columns)))
        for member, source in split.items():
            candidates.setdefault(member, []).append(source)
    return {member: _followed(found, left) for member, found in candidates.items()}


def _columns_left(statement: Statement, split: Iterable[Source]) -> str:
    """The heads of the columns with amounts that are in none of its sources."""
    followed = {column for source in split for column in source.columns}
    filled = {figure.column for row in statement.rows for figure in row.figures if figure.value is not None}
    return ", ".join(f"“{statement.columns[at].label}”" for at in sorted(filled - followed))


def _own_name(analysis: Analysis, statements: Iterable[Statement]) -> str | None:
    """The registrant among the companies whose statements a filing holds: the one that bears its name, else the first."""
    owners = [plain_name(one.owner) for one in statements if one.owner is not None]
    name = company_name(analysis.filing.header)
    return name if name in owners else next(iter(owners), None)


def _of_owner(split: dict[str | None, Source], owner: str | None, own: str | None) -> dict[str | None, Source]:
    """The sources of a statement by member; those of another company than the registrant are members by its name."""
    if owner is None or plain_name(owner) == own:
        return split
    name = " ".join(owner.split())
    return {name if member is None else f"{name}, {member}": source for member, source in split.items()}


def _followed(candidates: list[Source], left: list[LeftOut]) -> list[Source]:
    """Of the statements of one filing and member those that are followed."""
    fullest, *others = sorted(candidates, key=lambda one: (-one.certainty, -one.size))
    followed = [fullest]
    for source in others:
        if _goes_with(source, fullest) and all(_apart(source, each) for each in followed):
            followed.append(source)
        else:
            left.append(LeftOut(source.path, source.statement, Reason.FULLER.format(fullest.statement.id)))
    return followed


def _goes_with(source: Source, fullest: Source) -> bool:
    """Whether a statement goes on with the fullest in other columns: in the same document, by mostly the same captions."""
    if source.statement.cite.document != fullest.statement.cite.document:
        return False
    captions, known = _captions(source), _captions(fullest)
    return len(captions & known) >= _SAME_CAPTIONS * max(1, min(len(captions), len(known)))


def _captions(source: Source) -> set[str]:
    return {row.label.casefold() for row in source.rows if row.figures and row.label}


def _apart(one: Source, other: Source) -> bool:
    return set(one.columns.values()).isdisjoint(other.columns.values())


def by_member(
    analysis: Analysis, statement: Statement, known: list[Period], usual: int | None = None
) -> dict[str | None, Source]:
    """The columns of a statement that have periods, by member; their periods are added to those `known`.

    Where the company's own columns are headed as reported and as restated, the restated ones are its own.
    """
    columns: dict[str | None, dict[int, Period]] = {}
    for at, column in enumerate(statement.columns):
        period = period_of(column, statement.kind, usual)
        if period is None:
            continue
        period = known_as(period, known)
        if period not in known:
            known.append(period)
        member = member_of(analysis, column)
        if period not in columns.setdefault(member, {}).values():
            columns[member][at] = period
    return {member: Source(analysis.path, statement, found) for member, found in columns.items()}


def member_of(analysis: Analysis, column: Column) -> str | None:
    """What a column is of, beside the company as a whole: a sector, its parent, what was reported before a restatement."""
    if column.member is None:
        return None
    folded = column.member.casefold().strip()
    if (
        _WHOLE.search(folded)
        or _NEW.search(folded)
        or _letters(folded) == _letters(analysis.filing.header.company or "")
    ):
        return None
    return "As previously reported" if _OLD.search(folded) else " ".join(column.member.split())


def _letters(name: str) -> str:
    return _NO_LETTERS.sub("", name.casefold())
