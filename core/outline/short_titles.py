"""Statements that are named by a word or two alone ("Cash Flows"), above their table or at the left of its column heads."""

import re

from core.date_forms import YEAR
from core.outline.candidates import CHAPTER, Heading
from core.outline.lines import Lines, has_figures, is_title
from core.outline.reasons import STATEMENT_NAME_ALONE, STATEMENT_NAME_BESIDE, Reason
from core.outline.section import SectionKind
from core.outline.titles import statement_kind
from core.vocabulary import meanings

_GAP = re.compile(r"\s{3,}")
_YEAR = re.compile(rf"{YEAR}$|(?:\S+ )?\d{{1,2}},? {YEAR}$")
_NAMES = meanings("statement_titles", "alone")
_BEGINNINGS = tuple(_NAMES)
_CAPTIONS = {
    "income_statement": ("net income", "net earnings", "net loss", "income (loss)", "income taxes", "per share"),
    "cash_flow": ("operating activities", "investing activities", "financing activities"),
    "balance_sheet": ("total assets", "current assets", "total liabilities", "current liabilities"),
}
"""Captions of which each statement has two at least."""
_LONGEST = 120
"""Characters of a line that names a statement and the heads of its columns."""
_LONG, _TOP = 90, 25
"""So many lines a statement has at most; among so many first ones an equity statement has its opening balances."""


def named_alone(lines: Lines, begun: list[int], titled: list[Heading]) -> list[Heading]:
    """The headings of statements so named, among lines that begin like one.

    A name above columns of years is enough. One alone on its line counts where no title names the same statement,
    and another statement stands in the document.
    """
    above: list[Heading] = []
    alone: list[Heading] = []
    for index in begun:
        if (pieces := _pieces(lines, index)) is None or not _borne_out(lines, index, _NAMES[_name(pieces[0])]):
            continue
        if len(pieces) == 1:
            alone.append(_heading(pieces[0], index, STATEMENT_NAME_ALONE))
        else:
            above.append(_heading(pieces[0], index, STATEMENT_NAME_BESIDE))
    known = {statement_kind(title.title) for title in titled} | {_NAMES[_name(title.title)] for title in above}
    alone = [title for title in alone if _NAMES[_name(title.title)] not in known]
    several = len((known - {None}) | {_NAMES[_name(title.title)] for title in alone}) > 1
    return above + alone if several else above


def kind_named_alone(title: str) -> str | None:
    """The primary statement that a title of a word or two names (`Cash Flows`), or None."""
    return _NAMES.get(_name(title))


def _heading(name: str, index: int, reason: Reason) -> Heading:
    verdict = reason.of(SectionKind.STATEMENT)
    return Heading(SectionKind.STATEMENT, None, name, index, index + 1, CHAPTER, verdict)


def _name(text: str) -> str:
    return text.lower().removeprefix("consolidated ")


def _may_name(lines: Lines, index: int) -> bool:
    """Whether a line begins like the name of a statement and is set like a title: a first look."""
    text = lines.bare[index]
    return _name(text).startswith(_BEGINNINGS) and bool(lines.words(index)) and len(text) <= _LONGEST and is_title(text)


def _pieces(lines: Lines, index: int) -> list[str] | None:
    """The name and the column heads beside it; None where a line is not set so."""
    if not _may_name(lines, index):
        return None
    pieces = _GAP.split(lines.bare[index])
    if _name(pieces[0]) not in _NAMES:
        return None
    if len(pieces) == 1:
        return None if lines.words(index + 1) else pieces
    years = all(_YEAR.match(piece) for piece in pieces[1:])
    parts = _NAMES[_name(pieces[0])] == "equity" and not has_figures(lines.raw[index])
    return pieces if len(pieces) > 2 and lines.ruled(index + 1) and (years or parts) else None


def _borne_out(lines: Lines, index: int, kind: str) -> bool:
    """Whether the lines below have the captions of this statement."""
    if kind == "equity":
        return any(
            lines.bare[at][:7].lower() == "balance" and has_figures(lines.raw[at])
            for at in range(index + 1, min(index + _TOP, lines.count))
        )
    below = "\n".join(lines.bare[index + 1 : index + _LONG]).lower()
    return sum(1 for caption in _CAPTIONS[kind] if caption in below) > 1
