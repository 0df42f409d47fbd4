"""Chooses the titles that stand above a primary statement among all that name one: lists, indexes and prose name them too."""

from core.outline.candidates import Found, Heading
from core.outline.lines import Lines
from core.outline.section import SectionKind
from core.outline.short_titles import named_alone
from core.outline.titles import clean, is_continued, key, statement_kind

_FIGURES = 4
"""A statement has at least so many rows of figures among its first lines."""


def tabled(lines: Lines, found: Found, begin: int) -> list[Heading]:
    """The titles of statements at or after line `begin` that stand above rows of figures."""
    titles = [title for title in found.titles if title.kind is SectionKind.STATEMENT]
    titles = [title for title in [*titles, *named_alone(lines, found.begun, titles)] if title.first >= begin]
    titles.sort(key=lambda title: title.first)
    ends = [*(title.first for title in titles[1:]), lines.count]
    return [
        title for title, end in zip(titles, ends, strict=False) if lines.figures_after(title.last - 1, end) >= _FIGURES
    ]


def joined(titles: list[Heading], others: list[int]) -> list[Heading]:
    """The headings of statements, parts on later pages joined to the first.

    `others` are the lines of headings of other kinds (Items, notes ...), rising: none stands inside a statement.
    """
    return [_named(title) for title in _joined(titles, others)]


def _joined(titles: list[Heading], others: list[int]) -> list[Heading]:
    """Titles without those that continue the one before, with nothing of another kind between."""
    joined: list[Heading] = []
    at = 0
    for title in titles:
        while at < len(others) and others[at] <= title.first:
            at += 1
        other = others[at - 1] if at else -1
        if joined and other <= joined[-1].first and _continues(joined[-1], title):
            continue
        joined.append(title)
    return joined


def _continues(before: Heading, title: Heading) -> bool:
    if statement_kind(before.title) != statement_kind(title.title):
        return False
    return is_continued(title.title) or key(before.title) == key(title.title) or "continued" in title.title.lower()


def _named(title: Heading) -> Heading:
    return title._replace(title=clean(title.title))
