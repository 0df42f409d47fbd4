"""Words of a filing in a spreadsheet, which takes words that begin in certain ways for formulas and would carry them out."""

import re

_BEGINNINGS = tuple("=+-@\t\r\n") + tuple("＝＋－＠")
"""The second row stands for the first in writing of full width, which spreadsheets of some languages read alike."""
_NUMBER = re.compile(r"[-+]?[0-9]+(?:\.[0-9]+)?%?")


def guarded(words: str) -> str:
    """The words, after an apostrophe where they could begin a formula; a bare number stays one."""
    return f"'{words}" if words.startswith(_BEGINNINGS) and not _NUMBER.fullmatch(words) else words
