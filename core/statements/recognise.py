"""Which tables are the primary statements, schedules, selected data: what the words over a table, its lines and its place
speak for, weighed against each other."""

import re
from collections.abc import Callable
from functools import cached_property, lru_cache
from typing import NamedTuple

from core.evidence import CERTAIN, Recogniser, Rule, Verdict, judged, single
from core.outline.section import Section, SectionKind
from core.outline.titles import clean, is_statement_title, schedule_of, statement_kind
from core.statements.lead_in import Above
from core.statements.place import Place
from core.statements.printed_title import as_printed, untitled
from core.statements.statement import PRIMARY, StatementKind
from core.statements.telling_lines import Marks
from core.tables.grid import Grid
from core.vocabulary import Words, words

_TITLES = "table_titles"
_SELECTED = words(_TITLES, "selected")
_QUARTERLY = words(_TITLES, "quarterly")
_NOT_QUARTERLY = words(_TITLES, "not_quarterly")
_NOT_PRIMARY = words(_TITLES, "not_primary")
_SCHEDULE = words(_TITLES, "schedule")
_QUARTERS = re.compile(r"(?i)\b(?:first|1st|fourth|4th)\b|quarter|march 31.*june 30|three months")
_DISCUSSION = frozenset(("1", "2", "3", "4", "5", "6", "7", "7A", "10", "11", "12", "13"))
"""Items of an annual report in which no financial statements stand; Item 1 of a quarterly report is told by its title."""
_SHORTEST, _LONGEST = 8, 200
"""Characters of a line that may be the title of a statement."""
_NEAR = 6
"""So many of the last lines above a table title it when they do not name a statement."""
_TOP = 8
"""Rows at the top of a table whose captions may be quarters."""
_SUMMARY = 4
"""Columns of years; a statement has fewer."""
_ROWS = 6
"""A statement that is told by its lines alone has at least so many rows."""
_FEW_ROWS = 4
"""So many has one that a title announces."""
_MANY, _FULL = 4, 6
"""Telling lines of a statement that say it alone: of the ones that few other tables have, and of those that others share."""
_SOME = 3
"""Telling lines of a balance sheet that bear out its title; so many of cash flows are not in a statement of income."""
_BOTH = 5
"""A table with so many lines of assets and of liabilities is no statement of income, whatever its title."""
_ALSO_INCOME = 7
"""Lines of income that make a statement of income of one titled as of comprehensive income."""


class _Lines(NamedTuple):
    """What a table must hold to be a statement by its lines alone: so many rows, and telling lines as `holds` wants them."""

    kind: StatementKind
    rows: int
    holds: Callable[[Marks], bool]


_BY_LINES = (
    _Lines(StatementKind.CASH_FLOW, _ROWS, lambda found: found.cash_flow >= _MANY),
    _Lines(
        StatementKind.BALANCE_SHEET,
        _ROWS,
        lambda found: max(found.assets, found.liabilities) >= _MANY and found.income < _FULL,
    ),
    _Lines(StatementKind.EQUITY, 0, lambda found: found.equity >= _MANY and found.assets < _SOME),
    _Lines(
        StatementKind.INCOME_STATEMENT,
        _ROWS,
        lambda found: found.income >= _FULL and found.assets < _MANY and found.cash_flow < _SOME,
    ),
)
"""Asked in this order."""


class Named(NamedTuple):
    """The statement that a line names: its kind, and the title as printed."""

    kind: StatementKind
    title: str


class Judged(NamedTuple):
    """What a table was taken for, with the clues; its title as printed; and whether a title said so."""

    verdict: Verdict[StatementKind]
    title: str | None
    titled: bool

    @property
    def kind(self) -> StatementKind:
        """What it was taken for."""
        return self.verdict.decided

    @property
    def told(self) -> bool:
        """Whether anything speaks for it: that nothing does makes an ordinary table."""
        return any(clue.says is self.kind and clue.rule != _ORDINARY.clues[0].rule for clue in self.verdict.clues)


def in_discussion(place: Place) -> bool:
    """Whether a place is in management's discussion, or in an Item in which no financial statements stand."""
    item = place.within(SectionKind.ITEM)
    if item is not None and item.number in _DISCUSSION:
        return item.number != "1" or "financial" not in item.title.lower()
    return "management's discussion" in place.titles


@lru_cache(maxsize=4096)
def _names_another(text: str) -> bool:
    """Whether a line speaks of what is no primary statement; titles stand over many tables."""
    return _NOT_PRIMARY.search(text) is not None


class Subject:
    """A table with what stands over it, where it stands, and its telling lines; `headed` is the statement that a heading
    inside of the whole table names, where this is the part of it below that heading."""

    def __init__(self, grid: Grid, over: Above, place: Place, found: Marks, headed: Named | None = None) -> None:
        self.grid = grid
        self.headed = headed
        self.over = over
        self.place = place
        self.marks = found
        self.rows = len(grid.rows)
        self.note = place.within(SectionKind.NOTE)
        self.ordinary = StatementKind.OTHER if self.note is None else StatementKind.NOTE
        self.announced = any(map(is_statement_title, over.titles))

    @cached_property
    def discussed(self) -> bool:
        """Whether it lies in management's discussion or before the financial statements, under no title of a statement."""
        return in_discussion(self.place) and self.place.within(SectionKind.STATEMENT) is None

    @cached_property
    def certain(self) -> StatementKind | None:
        """The primary statement that lines alone make certain."""
        told = (each.kind for each in _BY_LINES if self.rows >= each.rows and each.holds(self.marks))
        return next(told, None)

    @cached_property
    def named(self) -> Named | None:
        """The nearest line above the table (or in its head) that names a statement which its lines bear out."""
        lines = [*self.over.titles, *self.over.head]
        for index in range(len(lines) - 1, -1, -1):
            if _names_another(lines[index]):
                return None
            below = lines[index + 1 : index + 2]
            for text in (lines[index], " ".join((lines[index], *below)) if below else ""):
                kind = self._named_in(text) if _SHORTEST <= len(text) <= _LONGEST else None
                if kind is not None and self.fits(kind):
                    return Named(kind, as_printed(lines, index, text))
        return None

    @cached_property
    def entitled(self) -> Named | None:
        """The statement that the nearest title above it is that of, where at least one of its lines is that statement's and
        the others are not another's."""
        lines = self.over.titles
        for index in range(len(lines) - 1, -1, -1):
            if _names_another(lines[index]):
                return None
            if is_statement_title(lines[index]):
                kind = self._named_in(lines[index])
                fits = kind is not None and self.marks.of(kind) > 0 and self.certain in (None, kind)
                return Named(kind, as_printed(lines, index, lines[index])) if fits and kind is not None else None
        return None

    @cached_property
    def sectioned(self) -> Named | None:
        """The statement of whose section it is part, where its lines are that statement's."""
        section = self.place.last
        if section is None or section.kind is not SectionKind.STATEMENT:
            return None
        kind = self._named_in(section.title)
        moves = kind is StatementKind.EQUITY and self.certain is None and self.marks.equity > 1
        return Named(kind, section.title) if kind is not None and (self.certain is kind or moves) else None

    def _named_in(self, text: str) -> StatementKind | None:
        name = statement_kind(text)
        return None if name is None else _settled(StatementKind(name), text.lower(), self.marks)

    def fits(self, kind: StatementKind) -> bool:
        """Whether its lines bear out a title."""
        found, rows = self.marks, self.rows
        if kind is StatementKind.BALANCE_SHEET:
            return found.of(kind) >= _SOME and rows >= _FEW_ROWS and found.cash_flow < _MANY
        if kind is StatementKind.CASH_FLOW:
            return found.cash_flow > 1 and rows >= _FEW_ROWS
        if kind is StatementKind.INCOME_STATEMENT:
            return found.income > 1 and found.cash_flow < _MANY and min(found.assets, found.liabilities) < _BOTH
        return found.of(kind) >= 1

    def titled_as(self, wanted: Words) -> bool:
        """Whether one of the last lines above it, or the heading that it stands under, has these words."""
        if any(map(wanted.search, self.over.titles[-_NEAR:])):
            return True
        last = self.place.last
        return last is not None and last.kind is not SectionKind.ITEM and wanted.search(last.title) is not None


_TWO = ("income and", "operations and", "earnings and")


def _settled(kind: StatementKind, title: str, found: Marks) -> StatementKind:
    """One table under a title that names two statements, `Income and Retained Earnings`: which one its lines are."""
    if kind is StatementKind.EQUITY and found.income >= _MANY and any(map(title.__contains__, _TWO)):
        return StatementKind.INCOME_STATEMENT
    if kind is StatementKind.COMPREHENSIVE_INCOME and found.equity >= _MANY:
        return StatementKind.EQUITY
    if kind is StatementKind.COMPREHENSIVE_INCOME and found.income >= _ALSO_INCOME:
        return StatementKind.INCOME_STATEMENT
    return kind


def _in_schedule(table: Subject) -> StatementKind | None:
    return StatementKind.SCHEDULE if table.place.within(SectionKind.SCHEDULE) is not None else None


def _names_schedule(line: str) -> bool:
    return schedule_of(line) is not None or _SCHEDULE.search(line) is not None


def _schedule_line(table: Subject) -> str | None:
    """The title of a schedule, where no title of a statement stands nearer to the table."""
    titles = reversed(table.over.titles)
    named = next((line for line in titles if _names_schedule(line) or is_statement_title(line)), None)
    return named if named is not None and _names_schedule(named) else None


def _under_schedule(table: Subject) -> StatementKind | None:
    return StatementKind.SCHEDULE if _schedule_line(table) is not None else None


def _quarterly(table: Subject) -> StatementKind | None:
    if not table.titled_as(_QUARTERLY) or any(map(_NOT_QUARTERLY.search, table.over.titles[-1:])):
        return None
    grid = table.grid
    tops = " ".join(row.label for row in grid.rows[:_TOP])
    return StatementKind.QUARTERLY if _QUARTERS.search(f"{grid.head} {grid.stub} {tops}") else None


def _selected(table: Subject) -> StatementKind | None:
    if table.announced or table.note is not None:
        return None
    item = table.place.within(SectionKind.ITEM)
    six = item is not None and item.number == "6" and "financial" in item.title.lower()
    near = six or any(_says_selected(table, text) for text in (*table.over.titles[-_NEAR:], table.grid.stub))
    if near or (len(table.grid.columns) >= _SUMMARY and table.titled_as(_SELECTED)):
        return StatementKind.SELECTED_DATA
    return None


def _says_selected(table: Subject, text: str) -> bool:
    """Whether words speak of selected data, and do not go on to name the statement that the lines make certain: a page headed
    `Financial Review` may hold the balance sheet."""
    found = _SELECTED.search(text)
    return found is not None and (table.certain is None or statement_kind(text[found.end() :]) != table.certain.value)


def _discussed(table: Subject) -> StatementKind | None:
    return table.ordinary if table.discussed else None


def _of_another_kind(table: Subject) -> StatementKind | None:
    return table.ordinary if _names_another(table.over.text) else None


def _named_above(table: Subject) -> StatementKind | None:
    return table.named.kind if table.named is not None and table.announced else None


def _named_beside(table: Subject) -> StatementKind | None:
    return table.named.kind if table.named is not None and not table.announced else None


def _entitled(table: Subject) -> StatementKind | None:
    return table.entitled.kind if table.named is None and table.entitled is not None else None


def _headed(table: Subject) -> StatementKind | None:
    named = table.headed
    if named is None or not table.fits(named.kind):
        return None
    many = named.kind is StatementKind.BALANCE_SHEET and len(table.grid.columns) >= _SUMMARY
    return None if many else named.kind  # balances of many years are a summary


def _in_section(table: Subject) -> StatementKind | None:
    return table.sectioned.kind if table.named is None and table.sectioned is not None else None


def _by_lines(table: Subject) -> StatementKind | None:
    return table.certain if table.note is None or table.announced else None


def _in_note(table: Subject) -> StatementKind | None:
    return StatementKind.NOTE if table.note is not None else None


def _no_sign(_: Subject) -> StatementKind | None:
    return StatementKind.OTHER


STATEMENT_KIND: Recogniser[Subject, StatementKind] = Recogniser(
    "statement-kind",
    "Which statement, if any, is this table?",
    (
        Rule("in-schedule", CERTAIN, "What stands in the section of a schedule is a schedule.", _in_schedule),
        Rule("schedule-above", CERTAIN, "The nearest title above it is that of a schedule.", _under_schedule),
        Rule(
            "quarters", CERTAIN, "A title speaks of quarterly data, and its heads or captions are quarters.", _quarterly
        ),
        Rule("selected", 9.0, "A title speaks of selected data or of many years, or it stands in Item 6.", _selected),
        Rule("in-discussion", 7.5, "No financial statements stand in the discussion or before Item 8.", _discussed),
        Rule(
            "title-above", 4.0, "A line above is the title of a statement, and its lines bear that out.", _named_above
        ),
        Rule("title-beside", 3.0, "A line above or in its head names a statement among other words.", _named_beside),
        Rule("heading-inside", 4.0, "A heading inside of a table names the statement that begins there.", _headed),
        Rule("section", 3.5, "It stands in the section of a statement and has that statement's lines.", _in_section),
        Rule(
            "another-kind",
            3.5,
            "A line speaks of pro forma, parent only, guarantors, notes, an index.",
            _of_another_kind,
        ),
        Rule("in-note", 5.0, "A table within a note is part of the note.", _in_note),
        Rule(
            "lines",
            2.5,
            "Its captions are those of one statement and of no other (in a note: if titled so).",
            _by_lines,
        ),
        Rule("title-alone", 2.0, "The title above it is that of a statement, and one line at least is its.", _entitled),
        Rule("no-sign", 0.5, "A table that nothing speaks for is an ordinary one.", _no_sign),
    ),
)
_TITLED = frozenset(
    f"{STATEMENT_KIND.name}/{rule}"
    for rule in ("title-above", "title-beside", "heading-inside", "section", "title-alone")
)
_ORDINARY = single(f"{STATEMENT_KIND.name}/no-sign", StatementKind.OTHER, STATEMENT_KIND.rules[-1].weight)
_UNTITLED = (StatementKind.NOTE, StatementKind.OTHER)


def recognise(table: Subject) -> Judged:
    """What a table is, from its titles, its telling lines, and the sections that hold it."""
    verdict = STATEMENT_KIND.weigh(table) or _ORDINARY
    kind = verdict.decided
    titled = kind not in _UNTITLED
    if kind in PRIMARY:
        titled = any(clue.rule in _TITLED and clue.says is kind for clue in verdict.clues)
    return Judged(verdict, _title_of(kind, table, titled), titled)


_TOLD_BY_WORDS = {StatementKind.QUARTERLY: _QUARTERLY, StatementKind.SELECTED_DATA: _SELECTED}


def _title_of(kind: StatementKind, table: Subject, titled: bool) -> str | None:
    if kind in PRIMARY:
        return _primary_title(kind, table, titled)
    if kind in _TOLD_BY_WORDS:
        return _matched(_TOLD_BY_WORDS[kind], table)
    if kind is StatementKind.SCHEDULE:
        section = table.place.within(SectionKind.SCHEDULE)
        return clean(section.title if section is not None else _schedule_line(table) or "")
    return clean(table.note.title) if kind is StatementKind.NOTE and table.note else _section_title(table.place)


def _primary_title(kind: StatementKind, table: Subject, titled: bool) -> str | None:
    named = table.headed or table.named or table.sectioned or table.entitled
    if titled and named is not None:
        return clean(named.title)
    return untitled(kind, table.grid, table.over, table.place)


def _matched(wanted: Words, table: Subject) -> str | None:
    """The line that has these words: above the table, the title of its section, the head of its captions."""
    section = _section_title(table.place)
    lines = (*reversed(table.over.titles), section or "", table.grid.stub)
    line = next((line for line in lines if wanted.search(line)), None)
    return clean(line) if line else section


def _section_title(place: Place) -> str | None:
    inner: Section | None = next(
        (section for section in reversed(place.path) if section.kind is not SectionKind.DOCUMENT), None
    )
    return clean(inner.title) if inner is not None else None


class Among(NamedTuple):
    """A table among all others of its document: whether another one bears the title of the statement that this was taken
    for, and the statement that its tags say it is, where no table of the filing was taken for that one."""

    table: Judged
    elsewhere: bool = False
    tagged: StatementKind | None = None


def _titled_elsewhere(one: Among) -> StatementKind | None:
    return StatementKind.OTHER if one.elsewhere else None


def _tagged(one: Among) -> StatementKind | None:
    return one.tagged


STATEMENT_AMONG_OTHERS: Recogniser[Among, StatementKind] = Recogniser(
    "statement-among-others",
    "Which statement is this table, seen beside the other tables of the filing?",
    (
        Rule(
            "titled-elsewhere",
            3.5,
            "A table told by its lines alone gives way to one with the title.",
            _titled_elsewhere,
        ),
        Rule("tags", CERTAIN, "Its figures are tagged as those of a statement that no other table is.", _tagged),
    ),
)


def among(one: Among) -> Judged:
    """A table's judgement with what the others say of it."""
    verdict: Verdict[StatementKind] | None = judged((*one.table.verdict.clues, *STATEMENT_AMONG_OTHERS.clues(one)))
    return one.table if verdict is None else one.table._replace(verdict=verdict)
