"""What every function that reads words makes of every phrase of `phrases.txt`, as one text."""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path

from core import dates, figures, search
from core.compare import words as compared
from core.facts import transforms
from core.library import query
from core.markup import css
from core.outline import incorporated, item_lines, note_numbers, short_titles, titles
from core.read import company_name
from core.statements import parts_of_year, row_dates, scale
from core.statements.column_heads import head_of
from core.statements.naming import Line, counted, read
from core.statements.zones import Zone
from core.tables.captions import asks_for_more
from core.tables.grid import GridColumn

PHRASES = Path(__file__).with_name("phrases.txt")


def lines() -> Iterator[str]:
    """A line for each phrase and each function that makes something else of it than the phrase, or than of nothing."""
    nothing = {name: _brief(made("")) for name, made in ASKED.items()}
    for phrase in PHRASES.read_text(encoding="utf-8").splitlines():
        yield phrase
        for name, made in ASKED.items():
            answer = _brief(made(phrase))
            if answer not in ("None", nothing[name], repr(phrase)):
                yield f"    {name}: {answer}"


def _brief(value: object) -> str:
    """A value with those of its fields that say something."""
    names = _names(value)
    if names:
        told = {name: getattr(value, name) for name in names}
        return f"{type(value).__name__}({', '.join(f'{name}={_brief(each)}' for name, each in told.items() if each)})"
    if isinstance(value, re.Pattern):
        return str(value.pattern)
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(_brief, value))}]"
    return str(value) if isinstance(value, date | Decimal | Enum) else repr(value)


def _names(value: object) -> tuple[str, ...]:
    """The fields of a named tuple or a data class."""
    if is_dataclass(value):
        return tuple(each.name for each in fields(value))
    return tuple(getattr(value, "_fields", ()))


def _asked(phrase: str) -> object:
    """A query of the library."""
    try:
        return query.parsed(phrase)
    except query.QueryError as error:
        return str(error)


def _named(phrase: str) -> object:
    """What filers tag a caption as, by the part of the statement."""
    told = [(zone.value, counted(Line(zone, phrase))[:1]) for zone in Zone]
    return [f"{zone} {known[0].concept} {known[0].companies}" for zone, known in told if known]


ASKED: dict[str, Callable[[str], object]] = {
    "said": dates.said,
    "without time": dates.without_time,
    "figures": figures.tokens,
    "minus behind": figures.has_minus_behind,
    "cell": figures.cell_figure,
    "value": figures.parse,
    "numeric": figures.is_numeric,
    "fold": titles.fold,
    "clean": titles.clean,
    "key": titles.key,
    "statement": titles.statement_kind,
    "statement title": titles.is_statement_title,
    "notes title": titles.is_notes_title,
    "major": titles.is_major,
    "report": titles.is_report,
    "schedule": titles.schedule_of,
    "alone": short_titles.kind_named_alone,
    "item": lambda phrase: item_lines.item_line(0, phrase),
    "second item": item_lines.second_of,
    "part": lambda phrase: item_lines.part_line(0, phrase),
    "glued": item_lines.glued,
    "note": lambda phrase: note_numbers.named_note(0, phrase),
    "numbered": lambda phrase: note_numbers.numbered_line(0, phrase),
    "says more": incorporated.says_more,
    "points": incorporated.points,
    "name": company_name.first_name,
    "no name": company_name.is_no_name,
    "opens": row_dates.opens,
    "closes": row_dates.closes,
    "edge": row_dates.edge_of,
    "scale": lambda phrase: scale.scale_in([phrase]),
    "currency": lambda phrase: scale.currency_in([phrase]),
    "part of year": parts_of_year.part_of,
    "part in": parts_of_year.part_in,
    "head": lambda phrase: head_of(GridColumn(phrase, (phrase,), None, 0, len(phrase))),
    "asks for more": asks_for_more,
    "caption": lambda phrase: read(Line(Zone.ASSETS, phrase)),
    "concepts": _named,
    "compared": compared.printed,
    "sentences": lambda phrase: compared.sentence_starts(compared.folded(phrase)),
    "tag": lambda phrase: transforms.amount(phrase, "ixt:num-dot-decimal", 3, "-"),
    "styles": css.declarations,
    "look": lambda phrase: css.look("td", phrase, None),
    "points of length": css.points,
    "amount": search.amount,
    "pattern": search.pattern,
    "query": _asked,
}
"""The functions by name."""
