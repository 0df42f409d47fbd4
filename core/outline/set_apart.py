"""What stands apart like a heading and is none: whom a letter is addressed to, labels, units, spans of time ..."""

from core.vocabulary import entries, words

_SUBJECT = "set_apart"
_MARKS = ".:,$"
UNIT = "unit"
_IN = "(in "
"""How a line begins that says what figures are in, whatever else it says."""
_APART = words(_SUBJECT)
_FIRST_WORDS = frozenset(
    entry.phrase.lstrip("^").split(" ")[0].rstrip(_MARKS).split("[")[0] for entry in entries(_SUBJECT)
)


def sort_of(text: str) -> str | None:
    """What the first words of a line say that it is, a sort of the vocabulary `set_apart`; None where they may head it."""
    if text[: len(_IN)].lower() == _IN:
        return UNIT
    begun = text.lstrip("(")
    first = begun.split(" ", 1)[0].rstrip(_MARKS).lower()
    if first not in _FIRST_WORDS:
        return None
    found = _APART.pattern.match(begun)
    return _APART.meanings[int(str(found.lastgroup)[1:])] if found is not None else None
