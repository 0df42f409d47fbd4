"""With which signs a table parts thousands and decimals: `1,234.5` is usual, `1.234,5`, `1 234,5` and `1'234.5` are not.

One figure alone may be read both ways (`934.567`); the table as a whole tells.
"""

import re
from collections.abc import Sequence
from enum import StrEnum

from core.evidence import Recogniser, Rule, Verdict, single


class Numerals(StrEnum):
    """What stands between the thousands of a table's figures."""

    COMMAS = ","
    DOTS = "."
    BLANKS = " "
    APOSTROPHES = "'"


_BLANK = "[ \u00a0\u2009\u202f]"
_MARK = "['\u2019]"
_UNUSUAL = re.compile(rf"\d(?:\.\d{{3}}[.,]\d|{_MARK}\d{{3}}|{_BLANK}\d{{3}}{_BLANK}\d{{3}})(?!\d{{4}})")
"""A quick look: without one of these every figure is written as usual."""
_SIGNS = "()$£€¥%+-\u2212\u2013 "
"""What may stand around a figure's digits."""
_BY_COMMAS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_BY_DOTS = re.compile(r"\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:\.\d{3})+,\d+")
_BY_BLANKS = re.compile(rf"\d{{1,3}}(?:{_BLANK}\d{{3}})+(?:,\d+)?")
_BY_MARKS = re.compile(rf"\d{{1,3}}(?:{_MARK}\d{{3}})+(?:[.,]\d+)?")
_PLAIN_SIGN = 5
"""The weight of figures that can be read in one way only."""
_FEW = 2
"""So many figures with blanks in them are no accident."""
_GROUPING_BLANK = re.compile(rf"(?<=\d){_BLANK}(?=\d{{3}}(?!\d))")
_GROUPING_MARK = re.compile(rf"(?<=\d){_MARK}(?=\d{{3}}(?!\d))")
_TURNED = str.maketrans(".,", ",.")


def _so_written(pattern: re.Pattern[str], said: Numerals, least: int = 1) -> "Rule[Sequence[str], Numerals]":
    """A rule that speaks where at least so many cells are written in one way."""
    names = {Numerals.COMMAS: "commas", Numerals.DOTS: "dots", Numerals.BLANKS: "blanks"}

    def says(cells: Sequence[str]) -> Numerals | None:
        found = (cell for cell in cells if pattern.fullmatch(cell.strip(_SIGNS)))
        return said if sum(1 for _, _ in zip(range(least), found, strict=False)) == least else None

    name = names.get(said, "apostrophes")
    knows = f"Figures with {name} between their thousands show that the other figures of the table are written so too."
    return Rule(name, _PLAIN_SIGN, knows, says)


NUMERALS: Recogniser[Sequence[str], Numerals] = Recogniser(
    "numerals",
    "Which signs part the thousands and the decimals of a table's figures?",
    (
        Rule("usual", 2, "Reports to the Commission write 1,234.5.", lambda _: Numerals.COMMAS),
        _so_written(_BY_COMMAS, Numerals.COMMAS),
        _so_written(_BY_DOTS, Numerals.DOTS),
        _so_written(_BY_BLANKS, Numerals.BLANKS, _FEW),
        _so_written(_BY_MARKS, Numerals.APOSTROPHES),
    ),
)
USUAL: Verdict[Numerals] = single("numerals/usual", Numerals.COMMAS, 2)
"""The verdict on a table in which nothing is unusual."""


def numerals(cells: Sequence[str]) -> Verdict[Numerals]:
    """How the figures of a table are written; `cells` are all of its texts."""
    if _UNUSUAL.search("\n".join(cells)) is None:
        return USUAL
    return NUMERALS.weigh(cells) or USUAL


def as_usual(text: str, written: Numerals) -> str:
    """A text with its figures as they are usually written; every sign stays in its place."""
    if written is Numerals.COMMAS:
        return text
    if written is Numerals.DOTS:
        return text.translate(_TURNED)
    if written is Numerals.BLANKS:
        return _GROUPING_BLANK.sub(",", text.replace(",", "."))
    return _GROUPING_MARK.sub(",", text)
