"""How the numbers of notes are printed: `NOTE 1 -`, `Note A.`, `NOTE ONE`, `IV.`, `1.`, `(1)`, `3 .`, `1.BASIS`."""

import re
from typing import NamedTuple

from core.date_forms import YEAR
from core.outline.numbering import as_roman, roman
from core.vocabulary import meanings

_LOOKED_AT = 200
"""Characters of a line that are looked at: number and title stand among them."""
_DASHES = "\u2013\u2014-"
_DASH = re.compile(rf"[{_DASHES}]{{1,2}}")
_BETWEEN = f"{_DASHES} "
"""What may stand between a number with its mark and the title."""
_CARDINAL = "|".join(meanings("numerals", "one"))
_TENS = "|".join(meanings("numerals", "ten"))
_WORD = rf"(?P<word>(?:(?:{_TENS})(?:[\s-](?:{_CARDINAL}))?|{_CARDINAL}))"
_NUMBER = rf"(?:(?P<number>\d{{1,2}})|{_WORD}|(?P<roman>[IVX]{{2,6}})|(?P<letter>[A-Z]))"
_CALLED = r"(?:FOOT)?NOTE(?:\s{1,3}(?:NO\.?\s?|NUMBER\s|#\s?)?\(?|(?=\d))"
_NAMED = re.compile(
    rf"{_CALLED}{_NUMBER}(?![A-Za-z0-9'])\)?\s*(?P<mark>[.:){_DASHES}]{{0,4}})\s*(?P<rest>.*)$", re.IGNORECASE
)
_PLAIN = r"(?:(?P<number>\d{1,2})|(?P<roman>[IVX]{2,6})|(?P<letter>[A-Z]))"
_CLOSE = rf"(?P<close>\s?[.):]{{1,2}}|\s?[{_DASHES}]{{1,2}}|)"
_GLUED = r"(?P<glued>(?<=[.)])[A-Z][A-Za-z]{2}.*)"
_NUMBERED = re.compile(rf"(?P<open>\(?){_PLAIN}{_CLOSE}(?:\s+(?P<rest>\S.*)|{_GLUED})?$")
_OF_A_YEAR = re.compile(rf"{YEAR} [A-Z]")
_TITLE_NEAR = 3
"""Characters among which a title has its first letter: a quotation mark or a bracket may stand before it."""
_MOST_ROMAN = 39
"""Roman figures of notes are I, V and X; other letters are a letter."""
_BEFORE_A = ord("A") - 1
_ROMAN = "I"
_CALLED_NOTE = "note "


class _Form(NamedTuple):
    """What stands before and behind a number."""

    before: str
    behind: str


_NOTE_FORM = _Form(_CALLED_NOTE, "")


class NoteLine(NamedTuple):
    """A line that may open a note. `form` is how its number is set, in figures, letters or Roman figures, and what stands
    around it (`note 1`, `note A`, `note I`, `1.`, `(A)`, `I.`); `shown` is the number as the reader is told it, Roman
    figures and words as figures; `rest` what stands behind the number."""

    line: int
    form: str
    number: int
    shown: str
    rest: str

    @property
    def named(self) -> bool:
        """Whether the word Note stands before the number."""
        return self.form.startswith(_CALLED_NOTE)

    @property
    def printed(self) -> str:
        """The number with Roman figures as they are."""
        return as_roman(self.number) if self.form.strip("(.)- ").endswith(_ROMAN) else self.shown

    @property
    def bare(self) -> bool:
        """Whether nothing but the number stands before the title."""
        return self.form.isalnum()


def named_note(line: int, text: str) -> list[NoteLine]:
    """A line that begins with the word Note and a number, in every way in which the number can be read."""
    match = _NAMED.match(text[:_LOOKED_AT])
    if match is None or match["rest"][:1].islower():
        return []
    printed = match["letter"] or match["roman"]
    if printed and not printed.isupper():
        return []
    return _read(line, match, _NOTE_FORM, match["rest"], match["word"])


def numbered_line(line: int, text: str) -> list[NoteLine]:
    """A line that begins with a number or a letter, in every way in which that can be read."""
    match = _NUMBERED.match(text[:_LOOKED_AT])
    if match is None:
        return []
    rest = (match["rest"] or match["glued"] or "").lstrip(_BETWEEN)
    close = _DASH.sub("-", match["close"].strip())
    if (rest and not _begins_title(rest)) or _is_word(match, text):
        return []
    return _read(line, match, _Form(match["open"], close), rest)


def _is_word(match: re.Match[str], text: str) -> bool:
    """Whether letters at the beginning of a line are a word of its own: nothing but a blank stands behind them."""
    marked = match["number"] or match["open"] or match["close"].strip()
    return not marked and not text[1:3].isspace()


def _begins_title(rest: str) -> bool:
    """Whether words behind a number may be a title: they begin with a capital, or with a year."""
    if rest[0].islower():
        return False
    return any(map(str.isalpha, rest[:_TITLE_NEAR])) or _OF_A_YEAR.match(rest) is not None


def _read(line: int, match: re.Match[str], form: _Form, rest: str, word: str | None = None) -> list[NoteLine]:
    """A matched number as figures, as a letter and as Roman figures: `I` can be the ninth letter or the first number."""
    found: list[NoteLine] = []
    before, behind = form
    number, letter, figures = match["number"], match["letter"], match["roman"]
    if number or word:
        value = int(number) if number else _in_words(word or "")
        found.append(NoteLine(line, f"{before}1{behind}", value, str(value), rest))
        return found
    if letter:
        found.append(NoteLine(line, f"{before}A{behind}", ord(letter) - _BEFORE_A, letter, rest))
    value = roman(figures or letter or "")
    if 0 < value <= _MOST_ROMAN:
        found.append(NoteLine(line, f"{before}{_ROMAN}{behind}", value, str(value), rest))
    return found


def _in_words(text: str) -> int:
    """The value of a number in words: `twenty-one`."""
    return sum(int(meanings("numerals", "one", "ten")[word]) for word in re.split(r"[\s-]", text.lower()))
