"""What stands apart like a heading and is none: whom a letter is addressed to, labels, units, spans of time ..."""

from functools import lru_cache

from core.vocabulary import entries, words

UNIT = "unit"
_SUBJECT, _TIME, _COMPARED = "set_apart", "time", "compared"
_IN = "(in "
"""How a line begins that says what figures are in, whatever else it says."""
_MARKS = ".:,$"
_SORTS = tuple(sort for sort in dict.fromkeys(entry.sort for entry in entries(_SUBJECT)) if sort != _COMPARED)
_APART = words(_SUBJECT, *_SORTS)
_FIRST_WORDS = frozenset(
    entry.phrase.lstrip("^").split(" ")[0].rstrip(_MARKS) for entry in entries(_SUBJECT) if entry.sort != _COMPARED
)


@lru_cache(maxsize=2048)
def sort_of(text: str) -> str | None:
    """What the first words of a line say that it is, a sort of the vocabulary `set_apart`; None where they may head it."""
    if text[: len(_IN)].lower() == _IN:
        return UNIT
    begun = text.lstrip("(")
    first = begun.split(" ", 1)[0]
    if first.rstrip(_MARKS).lower() not in _FIRST_WORDS:
        return None
    found = _APART.pattern.match(begun)
    sort = _APART.meanings[int(str(found.lastgroup)[1:])] if found is not None else None
    return None if sort == _TIME and words(_SUBJECT, _COMPARED).search(text) else sort
