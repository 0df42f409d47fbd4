"""Words of a file for a terminal, which takes some characters for orders: to move, to colour, to turn the writing round."""

import unicodedata

_ORDERS = ("Cc", "Cf", "Zl", "Zp")
"""Unicode's categories of characters that are not drawn but obeyed."""
_KEPT = "\n\t\u00ad\u200b\u200c\u200d"
"""Those that order nothing but where a line ends or may end, and how letters join."""
_STOOD_FOR = "\N{REPLACEMENT CHARACTER}"


def one_line(words: str) -> str:
    """The words in one line, whatever ends lines in them; what a terminal would obey is written as its number: `\\x1b`."""
    folded = " ".join(words.split())
    if folded.isprintable():
        return folded
    return "".join(each if _is_drawn(each) else each.encode("unicode_escape").decode("ascii") for each in folded)


def drawn(text: str) -> str:
    """Text of many lines as long as before, with a mark for each character that a terminal would obey."""
    if text.replace("\n", "").isprintable():
        return text
    obeyed = {ord(each): _STOOD_FOR for each in set(text) if not _is_drawn(each)}
    return text.translate(obeyed) if obeyed else text


def _is_drawn(character: str) -> bool:
    return character in _KEPT or unicodedata.category(character) not in _ORDERS
