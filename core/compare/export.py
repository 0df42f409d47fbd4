"""What changed between two filings as JSON, and as a page of HTML that stands alone and prints."""

from collections.abc import Iterator
from html import escape
from itertools import groupby
from typing import NamedTuple

from core.compare.change import Aligned, ChangeKind, Tally, tally
from core.compare.filings import Comparison, Pair
from core.document.prose import PassageKind
from core.search import label, titled

_STYLE = """\
body { font: 14px/1.5 sans-serif; margin: 2em; color: #1d1d1f; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
td { vertical-align: top; padding: 4px 12px; width: 50%; white-space: pre-line; }
td.line { white-space: pre-wrap; tab-size: 12; font: 12px/1.5 monospace; }
table.list td { width: auto; text-align: right; padding: 2px 8px; } table.list td:first-child { text-align: left; }
table.list { table-layout: auto; } h2 { page-break-after: avoid; } tr { page-break-inside: avoid; }
del { color: #b3261e; background: #fbeae9; } ins { color: #1b7a3d; background: #e8f5ec; }
.moved { color: #1f5fbf; text-decoration: underline dotted; } .rolled { color: #6e6e73; text-decoration: underline dotted; }
"""
_CLASSES = {ChangeKind.MOVED: "moved", ChangeKind.DATE: "rolled", ChangeKind.FIGURE: "rolled"}


def as_json(comparison: Comparison, only: Pair | None = None) -> dict[str, object]:
    """All sections (or one) with their counts, most changed first, and the rows that changed: offsets are characters of
    the texts beside them."""
    return {
        "older": label(comparison.old.analysis),
        "newer": label(comparison.new.analysis),
        "sections": [_section(pair, counts, rows) for pair, counts, rows in told(comparison, only)],
    }


class Told(NamedTuple):
    """What changed in a pair of sections."""

    pair: Pair
    counts: Tally
    rows: list[Aligned]


def told(comparison: Comparison, only: Pair | None) -> list[Told]:
    """What is told of all sections, or of one with those inside it; most changed first."""
    found = []
    for pair in comparison.pairs if only is None else (only,):
        every = comparison.own(pair) if only is None else comparison.whole(pair)
        rows = [row for some in every for row in some]
        if rows:
            found.append(Told(pair, tally(rows), rows))
    return sorted(found, key=lambda one: -(one.counts.inserted + one.counts.deleted + one.counts.moved))


def _section(pair: Pair, counts: Tally, rows: list[Aligned]) -> dict[str, object]:
    section = pair.new or pair.old
    return {
        "title": titled(section) if section is not None else "",
        "old": pair.old.id if pair.old is not None else None,
        "new": pair.new.id if pair.new is not None else None,
        "words_added": counts.inserted,
        "words_removed": counts.deleted,
        "places": counts.places,
        "moved": counts.moved,
        "dates_and_figures": counts.rolled,
        "changed": [_row(row) for row in rows if row.changed],
    }


def _row(row: Aligned) -> dict[str, object]:
    changes = [
        {"kind": one.kind.value, "old": list(one.old), "new": list(one.new), **({"move": one.move} if one.move else {})}
        for one in _stretches(row)
    ]
    return {
        "old": row.old.text if row.old is not None else None,
        "new": row.new.text if row.new is not None else None,
        "table": is_line(row),
        "changes": changes,
    }


class _Stretch:
    """A change by characters of the two texts."""

    def __init__(self, kind: ChangeKind, old: tuple[int, int], new: tuple[int, int], move: int) -> None:
        self.kind, self.old, self.new, self.move = kind, old, new, move


def _stretches(row: Aligned) -> Iterator[_Stretch]:
    """The changes that are any, by characters."""
    old, new = row.old_words, row.new_words
    for one in row.changes:
        if one.kind is not ChangeKind.EQUAL:
            gone, come = old[one.old_start : one.old_end], new[one.new_start : one.new_end]
            yield _Stretch(
                one.kind,
                (gone[0].at, gone[-1].end) if gone else (0, 0),
                (come[0].at, come[-1].end) if come else (0, 0),
                one.move,
            )


def is_line(row: Aligned) -> bool:
    """Whether it is a row of a table."""
    side = row.new or row.old
    return side is not None and side.kind is PassageKind.TABLE


def as_html(comparison: Comparison, only: Pair | None = None) -> str:
    """A page with the list of sections, most changed first, and what changed in each, both filings beside each other."""
    names = [escape(label(one.analysis)) for one in (comparison.old, comparison.new)]
    changed = [one for one in told(comparison, only) if one.counts.places]
    parts = [
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{names[0]} – {names[1]}</title>',
        f"<style>{_STYLE}</style></head><body><h1>{names[0]} – {names[1]}</h1>",
        '<table class="list"><tr><td>Section</td><td>Words added</td><td>Removed</td><td>Moved</td><td>Dates, figures</td></tr>',
    ]
    parts += [
        f'<tr><td><a href="#s{at}">{escape(whose(pair))}</a></td>'
        f"<td>{counts.inserted:,}</td><td>{counts.deleted:,}</td><td>{counts.moved:,}</td><td>{counts.rolled:,}</td></tr>"
        for at, (pair, counts, _) in enumerate(changed)
    ]
    parts.append("</table>")
    for at, (pair, _, rows) in enumerate(changed):
        parts.append(f'<h2 id="s{at}">{escape(whose(pair))}</h2><table>')
        parts += _html_rows(rows)
        parts.append("</table>")
    return "\n".join([*parts, "</body></html>\n"])


def whose(pair: Pair) -> str:
    """The title of a pair of sections, and where only one of the filings has it."""
    section = pair.new or pair.old
    alone = "" if pair.old and pair.new else f" (only in the {'newer' if pair.new else 'older'})"
    return (titled(section) if section is not None else "") + alone


def _html_rows(rows: list[Aligned]) -> Iterator[str]:
    """The rows that changed, and a mark for those between."""
    for changed, group in groupby(rows, key=lambda row: row.changed):
        if not changed:
            yield '<tr><td colspan="2">⋯</td></tr>'
            continue
        for row in group:
            kind = ' class="line"' if is_line(row) else ""
            old, new = _side(row, newer=False), _side(row, newer=True)
            yield f"<tr><td{kind}>{old}</td><td{kind}>{new}</td></tr>"


def _side(row: Aligned, *, newer: bool) -> str:
    passage = row.new if newer else row.old
    if passage is None:
        return ""
    text, out, at = passage.text, [], 0
    for one in _stretches(row):
        start, end = one.new if newer else one.old
        if end > start:
            tag = "ins" if newer else "del"
            mark = f'<span class="{_CLASSES[one.kind]}">' if one.kind in _CLASSES else f"<{tag}>"
            close = "</span>" if one.kind in _CLASSES else f"</{tag}>"
            out += [escape(text[at:start]), mark, escape(text[start:end]), close]
            at = end
    return "".join([*out, escape(text[at:])])
