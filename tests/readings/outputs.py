"""All that the program makes of readings, as text: exports, comparisons, years, answers to why, search; by name."""

import io
import json
import zipfile
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, pairwise
from pathlib import Path
from typing import NamedTuple

from core import learning, rules_report, terminal, why_report
from core.analysis import Analysis
from core.compare.export import as_html as comparison_html
from core.compare.export import as_json as comparison_json
from core.compare.filings import Comparison
from core.compare.report import passages, summary
from core.export import check_report, history_workbook, tables, workbook, years
from core.export.data import for_people, for_programs
from core.export.history import as_json as history_json
from core.export.history import as_text as history_text
from core.library.passages import Text, entry, indexed, unpacked
from core.places import Places
from core.relations import Related
from core.search import Index, search
from core.statements.statement import Statement
from core.store.entry import key_of, pack, unpack
from core.tagged import Rows, Tagged, rows_of
from core.why import why
from core.years import change
from core.years.derived import derived
from core.years.frames import compound_growth, frames, growth, share_of
from core.years.frames import indexed as against_first
from core.years.history import history
from core.years.series import stitching_table
from core.years.stitched import across, groups, has_years, kinds_across, year_end
from core.years.tables import can_be_followed
from tests.readings.drawn import drawn_parts

QUERIES = (
    *(
        "total assets",
        "inventories 2003",
        "net",
        "Item 7",
        "1,2",
        "4.5 million",
        "(112)",
        "interest rate",
        "note 3",
        "10-K",
    ),
    *("assets total current", "pellwick 2002 cash", "liquidty", "$ 20", "part ii", "1.05"),
)
"""Titles, captions, years, amounts exact and begun, a word misspelt."""
EVERY = 11
"""Of so many lines of a filing one is asked why."""


class Output(NamedTuple):
    """What is made of a filing or of two, and how."""

    name: str
    made: Callable[[Analysis, Analysis], str]


def of(analyses: Sequence[Analysis]) -> Iterator[tuple[str, str]]:
    """Every output of two or more filings, with its name; those of one filing are of the last."""
    old, new = analyses[0], analyses[-1]
    for output in OUTPUTS:
        yield output.name, _placeless(output.made(old, new), new.path.parent)
    yield "history", _placeless(_history(analyses), new.path.parent)


def _placeless(text: str, folder: Path) -> str:
    """The same wherever the filings lie."""
    return text.replace(str(folder), "").replace(str(folder).replace("/", "\\"), "")


def _why(_: Analysis, new: Analysis) -> str:
    places = Places(new)
    lines = range(1, len(new.filing.document(1).source.lines) + 1, EVERY)
    asked = chain(map(str, lines), places.sections, *(_cells(one) for one in places.statements.values()))
    answers = [why(places, place) for place in asked]
    return _told(why_report.as_json(places, each) for each in answers) + "".join(
        why_report.as_text(places, each) for each in answers
    )


def _cells(statement: Statement) -> Iterator[str]:
    yield statement.id
    yield from (f"{statement.id}::{at + 1}" for at in range(len(statement.columns)))
    yield from (f"{statement.id}:{at + 1}" for at in range(0, len(statement.rows), 3))
    yield from (f"{statement.id}:{at + 1}:1" for at in range(1, len(statement.rows), 7))


def _changes(_: Analysis, new: Analysis) -> str:
    """What the window reckons with: two columns to compare, lines to begin with, bases of a common size."""
    lines = []
    for statement in (*new.statements, *new.tables):
        lines.append(f"{change.latest_two(statement)} {change.in_time(statement.columns)}")
        lines.append(f"{change.alike(statement.columns)} {[change.length(column) for column in statement.columns]}")
        lines.append(f"{change.default_rows(statement)} {change.first_rows(statement)} {change.base_row(statement)}")
        lines.append(f"{change.bases(statement, new.statements)} {can_be_followed(statement)}")
        lines += [f"{rows_of(statement.rows, wanted)}" for wanted in Rows]
        values = [figure.value for row in statement.rows for figure in row.figures]
        lines += [f"{change.change(one, other)} {change.share(one, other)}" for one, other in pairwise(values)]
    return "\n".join(lines)


def _compared(old: Analysis, new: Analysis) -> str:
    comparison = Comparison(Places(old), Places(new))
    told = json.dumps(comparison_json(comparison)) + comparison_html(comparison)
    ids = [pair.new.id for pair in comparison.pairs if pair.new is not None]
    return told + summary(old, new) + "".join(passages(old, new, ident) for ident in ids)


def _history(analyses: Sequence[Analysis]) -> str:
    told = history(analyses)
    written = [json.dumps(history_json(told)), history_text(told), _sheets(history_workbook.workbook(told))]
    by_path = {one.path: one for one in analyses}
    for series in told.series:
        written += map(repr, derived(series))
        sheet = frames(series)
        amounts = sheet.latest
        made = (sheet.lines, sheet.values, sheet.annual, growth(sheet.annual), against_first(amounts))
        written += [each.to_csv() for each in made]
        written.append(compound_growth(amounts, series.periods).to_csv())
        written += [share_of(amounts, at).to_csv() for at in (0, 3) if at < len(amounts)]
        for group in groups(series, year_end(analyses)):
            table = across(series, group)
            written += [repr(table.statement), years.as_csv(table, by_path), _sheets(years.as_workbook(table, by_path))]
    written.append(repr(kinds_across(analyses)))
    new = analyses[-1]
    for statement in (*new.statements, *new.tables):
        written.append(repr(has_years(analyses, new, statement)))
        if can_be_followed(statement):
            written.append(repr([each for each in stitching_table(analyses, new, statement) if each is not None]))
    return "\n".join(written)


def _checked(old: Analysis, new: Analysis) -> str:
    accepted = {check.title: "known" for check in new.checks[::5]}
    both = (old, new)
    book = check_report.as_workbook(both, lambda _, check: accepted.get(check.title))
    page = check_report.as_html(both, lambda _, check: accepted.get(check.title))
    return page + _sheets(book) + terminal.checked(new)


def _found(old: Analysis, new: Analysis) -> str:
    indexes = [Index(Places(old)), Index(Places(new))]
    return "\n".join(
        repr(hits) for query in QUERIES for many in (indexes, indexes[1:]) for hits in search(many, query) if hits
    )


def _related(_: Analysis, new: Analysis) -> str:
    figures = {
        figure.cite: figure for one in (*new.statements, *new.tables) for row in one.rows for figure in row.figures
    }
    printed = {cite: figure.value for cite, figure in figures.items()}
    related, tagged = Related(new.checks, printed.get), Tagged(new.facts)
    lines = [f"{related.of(cite)} {related.at(cite.document, cite.start + 1)}" for cite in figures]
    lines += [
        f"{tagged.at(1, cite.start)} {tagged.elsewhere(one.fact, cite)}" for one in new.facts for cite in (one.cite,)
    ]
    return "\n".join(lines)


def _shelved(_: Analysis, new: Analysis) -> str:
    kept = entry(new)
    texts: list[Text] = [unpacked(passage.packed) for passage in kept.passages]
    told = [passage._replace(packed=b"") for passage in kept.passages]
    return f"{kept._replace(passages=())}\n{told}\n" + "\n".join(f"{text} {indexed(text)}" for text in texts)


def _stored(_: Analysis, new: Analysis) -> str:
    """What comes back from the store: the reading as it was."""
    key = key_of(new.filing.name, new.filing.sha256)
    back = unpack(pack(new), key, new.path)
    assert drawn_parts(back) == drawn_parts(new)
    return "back"


def _learnt(_: Analysis, new: Analysis) -> str:
    known = learning.examples([new.path])
    return f"{known}\n{learning.as_text(learning.learnt(known))}" if known else ""


def _decided(_: Analysis, new: Analysis) -> str:
    return "\n".join(f"{each.named.name} {each.times}" for each in rules_report.counts([new.path]) if each.times)


def _sheets(data: bytes) -> str:
    """The parts of a workbook that hold cells, words and formats."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        names = [name for name in sorted(book.namelist()) if not name.startswith("docProps")]
        return "\n".join(book.read(name).decode() for name in names)


def _told(objects: Iterator[dict[str, object]]) -> str:
    return "\n".join(json.dumps(each) for each in objects)


OUTPUTS = (
    Output("why", _why),
    Output("changes", _changes),
    Output("compared", _compared),
    Output("csv", lambda _, new: tables.stacked(new) + tables.tidy(new)),
    Output("facts", lambda _, new: repr((for_people(new), for_programs(new)))),
    Output("workbook", lambda _, new: _sheets(workbook.workbook(new))),
    Output("terminal", lambda _, new: terminal.drawn(new)),
    Output("checked", _checked),
    Output("search", _found),
    Output("related", _related),
    Output("shelved", _shelved),
    Output("stored", _stored),
    Output("learnt", _learnt),
    Output("rules", _decided),
)
