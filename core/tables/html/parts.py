"""A table of boxes as heads and bodies: where its head ends, and where below rows a new head begins another table."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from core.tables.html.columns import Places
from core.tables.html.figured import FiguredBox, FiguredRow

_STUB = re.compile(
    r"(?i)\(?(?:dollars |amounts |shares )?in (?:thousands|millions|billions)|\(?(?:thousands|millions) of|\(?(?:un)?audited"
    r"|(?:for the )?(?:fiscal )?(?:years?|months|quarters?|weeks?|periods?)\b|as of|at |ended|fiscal\b"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d"
    r"|\(?[$£€]|three|six|nine|twelve|thirteen"
)
_TIMELY = re.compile(r"(?i)\b(?:19|20)\d\d\b|\bended\b|\b(?:months|weeks|quarter|fiscal|as of)\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NAME = re.compile(r"(?i)(?!none\b|\D?(?!(?:19|20)\d\d)\d).*?[a-z]{3}")
"""Words that can head a column: no `None`, no `8.1 years`."""
_LONG = 60
"""A head over one column is no longer than this."""


class Part(NamedTuple):
    """The rows of a head, and those of the body under it."""

    head: list[FiguredRow]
    body: list[FiguredRow]


def parts(rows: Sequence[FiguredRow], places: Places) -> list[Part]:
    """The tables that a run of rows is."""
    begins = _begins(rows, places)
    found: list[Part] = []
    for first, last in zip(begins, [*begins[1:], len(rows)], strict=True):
        part = rows[first:last]
        cut = _head_end(part, places)
        if any(each.token is not None for row in part[cut:] for each in row.boxes):
            found.append(Part(list(part[:cut]), list(part[cut:])))
        elif found:
            found[-1].body.extend(part)
    return found


def caption(row: FiguredRow, places: Places) -> list[FiguredBox]:
    """The boxes of a row that stand before the columns."""
    return [each for each in row.boxes if places.captions(each.box.left, each.box.right)]


def _over(row: FiguredRow, places: Places) -> list[FiguredBox]:
    """The boxes of a row that stand in columns."""
    return [each for each in row.boxes if not places.captions(each.box.left, each.box.right)]


def _is_head(row: FiguredRow, places: Places) -> bool:
    """Whether a row is a head by itself: years or words over the columns, and no caption but what goes with them."""
    over = _over(row, places)
    if not over or any(each.token is not None and not each.year for each in over):
        return False
    names = caption(row, places)
    stub = " ".join(each.box.text for each in names)
    if stub and not (_STUB.match(stub) or stub.endswith(",")):
        return False
    return len(over) == 1 or all(len(each.box.text) <= _LONG for each in over)


def _head_end(rows: Sequence[FiguredRow], places: Places) -> int:
    """The index of the first row of the body."""
    cut = 0
    for at, row in enumerate(rows):
        over = _over(row, places)
        if any(each.token is not None and not each.year for each in over):
            break
        if _heads(row, over, rows[:cut], rows[at + 1 :], places) or (cut == at and _says_units(row)):
            cut = at + 1
    return cut


def _heads(
    row: FiguredRow, over: list[FiguredBox], head: Sequence[FiguredRow], below: Sequence[FiguredRow], places: Places
) -> bool:
    """Whether a row above the first figures belongs to the head, of which these rows are known."""
    if not over:
        return not head and _across(row, places)
    if _is_head(row, places):
        return True
    if all(each.year for each in over):
        return not _dated(head)
    if _names_columns(over, below, places):
        return True
    if any(each.year for each in over):
        return False
    return not head or (not _dated(head) and any(_TIMELY.search(each.box.text) for each in over))


def _names_columns(over: Sequence[FiguredBox], below: Sequence[FiguredRow], places: Places) -> bool:
    """Whether words, or years and words, stand over columns of figures: `2024 | 2023 | % Change`, `High | Low`."""
    if sum(each.token is None and _NAME.match(each.box.text) is not None for each in over) < len(over) / 3:
        return False
    named = {places.of(each.box.left, each.box.right) for each in over}
    figures = {places.of(each.box.left, each.box.right) for row in below for each in _over(row, places) if each.number}
    return len(named & figures) > 1


def _says_units(row: FiguredRow) -> bool:
    """Whether a row only says what the figures count: `(In millions)`."""
    text = row.boxes[0].box.text if row.boxes else ""
    return text[:1] == "(" and _STUB.match(text) is not None


def _dated(rows: Sequence[FiguredRow]) -> bool:
    """Whether these heads name a year."""
    return any(_YEAR.search(each.box.text) for row in rows for each in row.boxes)


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
    if years:
        return years > 1 or (len(places.found) == 1 and not caption(row, places))
    wide = [each for each in over if (under := places.under(each.box.left, each.box.right)) and under[1] > under[0]]
    return not caption(row, places) and (len(over) > 1 or bool(wide)) and not any(each.token for each in over)


def _titles(row: FiguredRow, places: Places) -> bool:
    """Whether a row right above a head belongs to it: words over columns without a caption, or a line right across."""
    return bool(row.boxes) and not row.figures and (not caption(row, places) or _across(row, places))
