"""What every function that reads words makes of every phrase of `phrases.txt`, as one text."""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path

from core import dates, figures, formulas, printable, search
from core.compare import words as compared
from core.document import furniture
from core.document.continued import is_continued
from core.edgar import names
from core.edgar.settings import is_contact
from core.facts import readable, transforms
from core.facts.words import number_of
from core.library import query
from core.library import words as sought
from core.markup import css, flat, line
from core.outline import (
    forms,
    incorporated,
    item_lines,
    nest,
    note_numbers,
    note_sets,
    note_subjects,
    numbered_sections,
    numbering,
    press_release,
    sentences,
    set_apart,
    short_titles,
    titles,
    typographic_headings,
)
from core.outline.lines import has_figures, has_page, is_title
from core.read import company_name, cover
from core.statements import caption_words, natures, nesting, parting, parts_of_year, row_dates, scale, share_scale
from core.statements import concepts as told
from core.statements.column_heads import head_of
from core.statements.lead_in import is_prose
from core.statements.naming import Line, counted, read
from core.statements.zones import Zone
from core.tables.captions import asks_for_more
from core.tables.grid import GridColumn
from core.tables.heads import without_mark
from core.tables.text.lines import runs
from core.years.company import plain_name
from core.years.formula import FormulaError, parsed
from core.years.line import caption_key

PHRASES = Path(__file__).with_name("phrases.txt")


def lines() -> Iterator[str]:
    """A line for each phrase and each function that makes something else of it than the phrase, or than of nothing."""
    nothing = {name: brief(made("")) for name, made in ASKED.items()}
    for phrase in PHRASES.read_text(encoding="utf-8").splitlines():
        yield phrase
        for name, made in ASKED.items():
            answer = brief(made(phrase))
            if answer not in ("None", nothing[name], repr(phrase)):
                yield f"    {name}: {answer}"


def brief(value: object) -> str:
    """A value with those of its fields that say something."""
    names = _names(value)
    if names:
        told = {name: getattr(value, name) for name in names}
        return f"{type(value).__name__}({', '.join(f'{name}={brief(each)}' for name, each in told.items() if each)})"
    if isinstance(value, re.Pattern):
        return str(value.pattern)
    if isinstance(value, frozenset | set):
        return f"{{{', '.join(sorted(map(brief, value)))}}}"
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(brief, value))}]"
    return str(value) if isinstance(value, date | Decimal | Enum) else repr(value)


def _names(value: object) -> tuple[str, ...]:
    """The fields of a named tuple or a data class."""
    if is_dataclass(value):
        return tuple(each.name for each in fields(value))
    return tuple(getattr(value, "_fields", ()))


def _or_error(made: Callable[[str], object], error: type[Exception]) -> Callable[[str], object]:
    """What is made of a phrase, or what is said of one that is refused."""

    def told(phrase: str) -> object:
        try:
            return made(phrase)
        except error as refused:
            return str(refused)

    return told


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
    "query": _or_error(query.parsed, query.QueryError),
    "time alone": dates.time_alone,
    "same figures": figures.common,
    "currency code": figures.currency_code,
    "formula of a sheet": formulas.guarded,
    "one line": printable.one_line,
    "printable": printable.drawn,
    "continued": is_continued,
    "page break": furniture.page_break,
    "accession": names.accession_of,
    "central index key": names.cik_of,
    "contact": is_contact,
    "words of a concept": readable.concept_words,
    "words of an axis": readable.axis_words,
    "words of a member": readable.member_words,
    "number": number_of,
    "sought": sought.folded,
    "face": css.face,
    "flat": flat.flat,
    "seen": line.seen,
    "forms": forms.form_of,
    "row of figures": has_figures,
    "page at the end": has_page,
    "set as a title": is_title,
    "slug": nest.slug,
    "first words": note_sets.first_words,
    "topic of notes": note_subjects.has_topic,
    "policy": note_subjects.is_policy,
    "last policy": note_subjects.is_last_policy,
    "policies": note_subjects.names_policies,
    "among policies": note_subjects.holds_policies,
    "fields": note_subjects.fields_of,
    "section": lambda phrase: numbered_sections.section_number(phrase or " "),
    "roman": numbering.roman,
    "numbers": numbering.item_numbers,
    "clutter": press_release.is_clutter,
    "sentence": sentences.sentence,
    "set apart": set_apart.sort_of,
    "spaces folded": typographic_headings.fold_spaces,
    "cover": cover.header_from_cover,
    "exhibit's date": cover.exhibit_date,
    "dates": lambda phrase: list(cover.whole_dates(phrase)),
    "words of a caption": caption_words.words_of,
    "short words": caption_words.short_words,
    "leaning": lambda phrase: f"{natures.leaning(phrase):.4f}",
    "closes a heading": nesting.closes,
    "parted": parting.named_by,
    "multiple": share_scale.multiple_in,
    "folded for concepts": told.fold,
    "prose": is_prose,
    "without mark": without_mark,
    "runs": runs,
    "plain name": plain_name,
    "measure": _or_error(parsed, FormulaError),
    "key of a caption": caption_key,
}
"""The functions by name."""
