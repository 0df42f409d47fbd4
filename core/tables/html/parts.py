"""A table of boxes as heads and bodies: where its head ends, and where below rows a new head begins another table."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from core.evidence import Clue, Recogniser, Rule, Verdict
from core.tables.heads import STUB, YEAR
from core.tables.html.columns import Places
from core.tables.html.figured import FiguredBox, FiguredRow

_TIMELY = re.compile(r"(?i)\b(?:19|20)\d\d\b|\bended\b|\b(?:months|weeks|quarter|fiscal|as of)\b")
_NAME = re.compile(r"(?i)(?!none\b|\D?(?!(?:19|20)\d\d)\d).*?[a-z]{3}")
"""Words that can head a column: no `None`, no `8.1 years`."""
_LONG = 60
"""Characters. A head over one column is no longer."""
_FEW_DATED = 1 / 3
"""Of the years beside a caption no more have a year above them where they are heads: of the change between two of them."""
_NAMES = 1 / 3
"""Of the boxes over columns so many are words where they name the columns."""


class HeadedBody(NamedTuple):
    """The rows of a head, and those of the body under it; and why the head ends where it does."""

    head: list[FiguredRow]
    body: list[FiguredRow]
    verdict: Verdict[int]


def parts(rows: Sequence[FiguredRow], places: Places) -> list[HeadedBody]:
    """The tables that a run of rows is."""
    begins = _begins(rows, places)
    found: list[HeadedBody] = []
    for first, last in zip(begins, [*begins[1:], len(rows)], strict=True):
        part = rows[first:last]
        verdict = _head_end(part, places)
        cut = verdict.decided
        if any(each.token is not None for row in part[cut:] for each in row.boxes):
            found.append(HeadedBody(list(part[:cut]), list(part[cut:]), verdict))
        elif found:
            found[-1].body.extend(part)
    return found


def caption(row: FiguredRow, places: Places) -> list[FiguredBox]:
    """The boxes of a row that stand before the columns."""
    return [each for each in row.boxes if places.captions(each.box.left, each.box.right)]


def _over(row: FiguredRow, places: Places) -> list[FiguredBox]:
    """The boxes of a row that stand in columns."""
    return [each for each in row.boxes if not places.captions(each.box.left, each.box.right)]


def _amounts(over: Sequence[FiguredBox]) -> bool:
    """Whether one of these boxes is a figure that is no year."""
    return any(each.token is not None and not each.year for each in over)


def _is_head(row: FiguredRow, places: Places) -> bool:
    """Whether a row is a head by itself: years or words over the columns, and no caption but what goes with them."""
    over = _over(row, places)
    if not over or _amounts(over):
        return False
    names = caption(row, places)
    stub = " ".join(each.box.text for each in names)
    if stub and not (STUB.match(stub) or stub.endswith(",")):
        return False
    return len(over) == 1 or all(len(each.box.text) <= _LONG for each in over)


class RowOfTable(NamedTuple):
    """A row above a table's first figures: its boxes over columns, the rows known to be of the head, those below it;
    `next`: no row is between it and the head."""

    row: FiguredRow
    over: Sequence[FiguredBox]
    head: Sequence[FiguredRow]
    below: Sequence[FiguredRow]
    places: Places
    next: bool


def _units_alone(one: RowOfTable) -> bool | None:
    return True if one.next and _says_units(one.row) else None


def _title(one: RowOfTable) -> bool | None:
    return None if one.over else not one.head and _across(one.row, one.places)


def _years_or_words(one: RowOfTable) -> bool | None:
    return True if _is_head(one.row, one.places) else None


def _years_beside(one: RowOfTable) -> bool | None:
    if not all(each.year for each in one.over):
        return None
    return sum(_dated_over(one, each) for each in one.over) <= _FEW_DATED * len(one.over)


def _dated_over(one: RowOfTable, year: FiguredBox) -> bool:
    """Whether a head that names a year stands over this box, or in the captions."""
    left, right = year.box.left, year.box.right
    boxes = (each.box for row in one.head for each in row.boxes if YEAR.search(each.box.text))
    return any(one.places.captions(box.left, box.right) or (box.left < right and left < box.right) for box in boxes)


def _names(one: RowOfTable) -> bool | None:
    return True if _names_columns(one.over, one.below, one.places) else None


def _year_among(one: RowOfTable) -> bool | None:
    return False if any(each.year for each in one.over) else None


def _timely(one: RowOfTable) -> bool | None:
    timely = not _dated(one.head) and any(_TIMELY.search(each.box.text) for each in one.over)
    return not one.head or timely


HEAD_OR_BODY: Recogniser[RowOfTable, bool] = Recogniser(
    "head-row",
    "Does a row of cells above a table's first figures belong to its head?",
    (
        Rule("units-alone", 4, "A row that only says what the figures count does.", _units_alone),
        Rule("title", 4, "A caption does not, but a title right across does at the top.", _title),
        Rule(
            "years-or-words",
            4,
            "Years or words over columns do, beside no caption but what goes with heads.",
            _years_or_words,
        ),
        Rule("years-beside", 3, "Years beside a caption do where no year is above them.", _years_beside),
        Rule("names-columns", 3, "Words over several columns of figures name them.", _names),
        Rule("year-among", 3, "Other words with a year among them are cells.", _year_among),
        Rule(
            "timely",
            2,
            "Words beside a caption do at the top, or if they tell the time and nothing above does.",
            _timely,
        ),
    ),
)


def _head_end(rows: Sequence[FiguredRow], places: Places) -> Verdict[int]:
    """The index of the first row of the body; the clues tell of each row of the head why it is one."""
    cut = 0
    clues: list[Clue] = []
    for at, row in enumerate(rows):
        over = _over(row, places)
        if _amounts(over):
            break
        verdict = HEAD_OR_BODY.first(RowOfTable(row, over, rows[:cut], rows[at + 1 :], places, cut == at))
        if verdict is not None and verdict.decided:
            cut = at + 1
            clues += verdict.clues
    return Verdict(cut, sum(clue.weight for clue in clues), tuple(clues))


def _names_columns(over: Sequence[FiguredBox], below: Sequence[FiguredRow], places: Places) -> bool:
    """Whether words, or years and words, stand over columns of figures: `2024 | 2023 | % Change`, `High | Low`."""
    if sum(each.token is None and _NAME.match(each.box.text) is not None for each in over) < _NAMES * len(over):
        return False
    named = {places.of(each.box.left, each.box.right) for each in over}
    figures = {places.of(each.box.left, each.box.right) for row in below for each in _over(row, places) if each.number}
    return len(named & figures) > 1


def _says_units(row: FiguredRow) -> bool:
    """Whether a row only says what the figures count: `(In millions)`."""
    text = row.boxes[0].box.text if row.boxes else ""
    return text[:1] == "(" and STUB.match(text) is not None


def _dated(rows: Sequence[FiguredRow]) -> bool:
    """Whether these heads name a year."""
    return any(YEAR.search(each.box.text) for row in rows for each in row.boxes)


def _across(row: FiguredRow, places: Places) -> bool:
    """Whether a row is one box that reaches from the captions over the columns: a title."""
    return (
        len(row.boxes) == 1 and row.boxes[0].box.left < places.edge and row.boxes[0].box.right > places.found[-1].left
    )


def _begins(rows: Sequence[FiguredRow], places: Places) -> list[int]:
    """Where the tables begin: the first row, and each head below rows with figures."""
    found = [0]
    figures = 0
    for at, row in enumerate(rows):
        if any(each.number for each in _over(row, places)):
            figures += 1
        elif figures and _begins_anew(row, places):
            begin = at
            while begin > found[-1] + 1 and _titles(rows[begin - 1], places):
                begin -= 1
            found.append(begin)
            figures = 0
    return found


def _begins_anew(row: FiguredRow, places: Places) -> bool:
    """Whether a row below others is a head: years over most columns, or words over several and no caption."""
    over = _over(row, places)
    if not _is_head(row, places):
        return False
    years = sum(each.year for each in over)
    if years > 1 or caption(row, places):
        return years > 1
    return len(places.found) == 1 if years else len(over) > 1 or places.several(over[0].box.left, over[0].box.right)


def _titles(row: FiguredRow, places: Places) -> bool:
    """Whether a row right above a head belongs to it: words over columns without a caption, or a line right across."""
    return bool(row.boxes) and not row.figures and (not caption(row, places) or _across(row, places))
