"""What notes are about: by their subjects, notes are told from headings inside them that are set alike."""

from functools import lru_cache

from core.outline.titles import key
from core.vocabulary import entries, words

_TOPICS = "note_topics"
_POLICY, _LAST_POLICY, _PRESENTATION, _PER_SHARE = "policy", "last_policy", "presentation", "per_share"
_FIELDS = tuple(
    sort
    for sort in dict.fromkeys(entry.sort for entry in entries(_TOPICS))
    if sort not in (_POLICY, _LAST_POLICY, _PRESENTATION)
)
"""The fields that notes are about."""
_SINGLE = frozenset(("tax", "segment", "leases"))
"""Fields of which a set of notes has one note, however many headings."""
_POLICIES, _ESTIMATES = "policies", "accounting estimates"
_REMEMBERED = 512
"""Titles whose fields are kept: those of one filing come again while its notes are chosen."""


@lru_cache(maxsize=_REMEMBERED)
def has_topic(title: str) -> bool:
    """Whether a title names what notes are about."""
    return words(_TOPICS, _PRESENTATION, *_FIELDS).search(key(title)) is not None


def is_policy(title: str) -> bool:
    """Whether a heading may be that of one accounting policy."""
    return words(_TOPICS, _POLICY).search(key(title)) is not None


def is_last_policy(title: str) -> bool:
    """Whether a policy is of those that come last."""
    return words(_TOPICS, _LAST_POLICY).search(key(title)) is not None


def names_policies(title: str) -> bool:
    """Whether a heading is that of the policies as a whole, and not of one of them."""
    return _POLICIES in key(title)


def holds_policies(title: str) -> bool:
    """Whether a note is that of the accounting policies or estimates."""
    return names_policies(title) or _ESTIMATES in key(title)


@lru_cache(maxsize=_REMEMBERED)
def fields_of(title: str) -> frozenset[str]:
    """The fields that a note with this title is about."""
    named = key(title)
    found = frozenset(field for field in _FIELDS if words(_TOPICS, field).search(named))
    return frozenset((_PER_SHARE,)) if _PER_SHARE in found else found


def shares_single_field(title: str, note: str) -> bool:
    """Whether a heading is about the same as the note before it, and of a field of which a set has one note only."""
    return bool(fields_of(title) & fields_of(note) & _SINGLE)


def within_field(title: str, note: str) -> bool:
    """Whether a heading is about what the note before it is about, or about none of the fields of notes."""
    mine = fields_of(title)
    return not mine or bool(mine & fields_of(note))
