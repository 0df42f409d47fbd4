"""Whether a line says that what it names was begun on an earlier page: `(continued)`, `(Cont'd)`."""

import re

CONTINUED = r"\bcont(?:inued|inuation|['\u2019]d|d|\.)(?:\s+(?:from|on)\b[^)]{0,40})?[\s.:]*\)?[\s.:]*$"
"""The words for it at the end of a title."""
_CONTINUED = re.compile(CONTINUED, re.IGNORECASE)


def is_continued(title: str) -> bool:
    """Whether a title says that it was begun on an earlier page."""
    return ("ont" in title or "ONT" in title) and _CONTINUED.search(title) is not None
