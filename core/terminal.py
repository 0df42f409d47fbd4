"""A filing in a terminal: its tree, its statements in columns, the sums that do not add up, what was wrong with it."""

from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import NamedTuple

from core.analysis import Analysis
from core.checks.check import Check, Status
from core.finding import Severity
from core.outline.section import Section, SectionKind
from core.read.filing import Document, Filing, Format
from core.statements.statement import Figure, Role, Row, Statement

CAPTION = 46
"""The widest that captions get, in characters; longer ones are wrapped."""

_SHORTEST_RULE, _LINES_AT, _LONGEST_TITLE = 24, 88, 80
"""Characters: the rule under a short name, the column at which line numbers stand, and titles, which are cut."""
_WIDEST_WORD, _NARROWEST = 14, 6
"""Characters: as much as a word of a head may widen its column, and the least that a column gets."""
_DEEPEST = 6
"""Levels to which captions are indented."""
_HANGING = 8
"""Characters by which a caption's further lines may reach beyond its width."""
_LEAST_CAPTION = 20
"""Characters that a caption gets, however deep it is."""
_SCALES = {1: "", 1000: "thousands", 1_000_000: "millions"}


def drawn(analysis: Analysis) -> str:
    """The whole filing as lines of text, each ended by a newline."""
    parts = [
        _title(analysis.filing),
        _findings(analysis),
        _tree(analysis),
        *(_statement(statement) for statement in analysis.statements),
        _ending(analysis),
    ]
    return "\n".join(part for part in parts if part)


def _title(filing: Filing) -> str:
    header = filing.header
    named = header.company or filing.name
    what = [header.form or "filing"]
    if header.period_end:
        what.append(f"period ended {header.period_end}")
    elif header.dated:
        what.append(f"dated {header.dated}")
    if header.filed:
        what.append(f"filed {header.filed}")
    if header.cik:
        what.append(f"CIK {header.cik}")
    return f"{named}\n{' · '.join(what)}\n{'═' * max(len(named), _SHORTEST_RULE)}\n"


def _findings(analysis: Analysis) -> str:
    told = [finding for finding in analysis.findings if finding.severity is not Severity.INFO]
    return "".join(f"! {finding.message}\n" for finding in told)


def _tree(analysis: Analysis) -> str:
    lines: list[str] = []
    for section in analysis.outline:
        lines += _branch(section, "", "", analysis.filing)
    return "".join(f"{line}\n" for line in lines)


def _branch(section: Section, lead: str, below: str, filing: Filing) -> Iterator[str]:
    """A section and the sections in it; sub-headings in Items and notes are left to the window."""
    line = filing.document(section.document).source.line_of(section.heading.start)
    words = _heading(section, filing)
    yield f"{lead}{words} {'·' * max(2, _LINES_AT - len(lead) - len(words))} {line:>5}"
    inside = [child for child in section.children if child.kind is not SectionKind.HEADING]
    for number, child in enumerate(inside, 1):
        last = number == len(inside)
        yield from _branch(child, below + ("└ " if last else "├ "), below + ("  " if last else "│ "), filing)


def _heading(section: Section, filing: Filing) -> str:
    title = section.title
    if section.kind is SectionKind.DOCUMENT:
        document = filing.document(section.document)
        title = f"{document.type or ''} {title if title != document.type else ''}".strip() + _unread(document)
    elif section.kind in (SectionKind.PART, SectionKind.ITEM, SectionKind.NOTE) and section.number:
        title = f"{section.kind.value.capitalize()} {section.number}  {section.title}".rstrip()
    if section.incorporated:
        title += " (incorporated by reference)"
    return title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1].rstrip() + "…"


def _unread(document: Document) -> str:
    return " (not text)" if document.format is Format.BINARY else ""


class _Sheet(NamedTuple):
    """How a statement is laid out: its columns with figures, their widths, the width of the captions, and what each cell
    shows by its row and column."""

    columns: list[int]
    widths: dict[int, int]
    left: int
    cells: dict[tuple[int, int], str]


def _statement(statement: Statement) -> str:
    """A statement with its captions indented, its columns aligned by their last digit, and rules over totals."""
    captions = [_caption(row) for row in statement.rows]
    sheet = _sheet(statement, captions)
    lines = [_named(statement), *_heads(statement, sheet.columns, sheet.widths, sheet.left)]
    for index, row in enumerate(statement.rows):
        *above, last = captions[index]
        if row.ruled and row.role is not Role.HEADING and row.figures:
            lines.append(_rule(sheet, index))
        lines += above
        figures = [(sheet.cells.get((index, column), ""), sheet.widths[column]) for column in sheet.columns]
        lines.append(_row(last, sheet.left, figures))
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _sheet(statement: Statement, captions: list[list[str]]) -> _Sheet:
    columns = sorted({figure.column for row in statement.rows for figure in row.figures})
    cells = {
        (index, figure.column): _shown(figure) for index, row in enumerate(statement.rows) for figure in row.figures
    }
    widths = {column: _width(statement, cells, column) for column in columns}
    longest = max((len(line) for lines in captions for line in lines), default=0)
    return _Sheet(columns, widths, min(longest, CAPTION + _HANGING), cells)


def _rule(sheet: _Sheet, index: int) -> str:
    """The rule over the figures of a row."""
    over = ("─" * sheet.widths[column] if (index, column) in sheet.cells else "" for column in sheet.columns)
    return _row("", sheet.left, zip(over, map(sheet.widths.__getitem__, sheet.columns), strict=True))


def _named(statement: Statement) -> str:
    kind = statement.kind.value.replace("_", " ").capitalize()
    unit = " ".join(part for part in (statement.currency or "", _SCALES.get(statement.scale, "")) if part)
    words = (statement.title or kind) + (f"  ({unit})" if unit else "")
    return f"{words}\n{'─' * len(words)}"


def _heads(statement: Statement, columns: list[int], widths: dict[int, int], left: int) -> list[str]:
    """The column heads, wrapped to their columns, the last lines level."""
    stacks = {column: wrap(_period(statement, column), widths[column]) or [""] for column in columns}
    height = max((len(stack) for stack in stacks.values()), default=0)
    padded = {column: [""] * (height - len(stack)) + stack for column, stack in stacks.items()}
    return [_row("", left, [(padded[column][line], widths[column]) for column in columns]) for line in range(height)]


def _period(statement: Statement, column: int) -> str:
    label = statement.columns[column].label if column < len(statement.columns) else ""
    end = statement.columns[column].end if column < len(statement.columns) else None
    return label or (end.isoformat() if end else "")


def _width(statement: Statement, cells: dict[tuple[int, int], str], column: int) -> int:
    figures = max((len(text) for (_, at), text in cells.items() if at == column), default=0)
    longest = max(map(len, _period(statement, column).split()), default=0)
    return max(figures, min(longest, _WIDEST_WORD), _NARROWEST)


def _caption(row: Row) -> list[str]:
    indent = "  " * min(row.depth, _DEEPEST)
    label = row.label or ("(unnamed)" if row.figures and row.role is Role.LINE else "")
    lines = wrap(label, max(CAPTION - len(indent), _LEAST_CAPTION)) or [""]
    return [indent + lines[0], *(f"{indent}  {line}" for line in lines[1:])]


def _shown(figure: Figure) -> str:
    """A figure with a closing column of its own for brackets, so that digits stand under digits."""
    text = figure.text
    return text if text.endswith((")", "%")) else f"{text} "


def _row(caption: str, left: int, figures: Iterable[tuple[str, int]]) -> str:
    return caption.ljust(left) + "".join(f"  {text:>{width}}" for text, width in figures)


def _ending(analysis: Analysis) -> str:
    """How many tables and sums there are, and every sum that does not tie."""
    off = [check for check in analysis.checks if check.status is Status.OFF]
    lines = [f"{len(analysis.tables)} other tables, {_tally(analysis)}"]
    lines += [f"⚠ {line}" for line in map(sentence, off)]
    return "".join(f"{line}\n" for line in lines)


def sentence(check: Check) -> str:
    """A check as one sentence, with the amount by which it is off."""
    apart = f" ({check.difference:+,})" if check.difference else ""
    return f"{check.title}{apart}"


def _tally(analysis: Analysis) -> str:
    """How many sums tie and how many do not; where nothing was checked, nothing ties."""
    if not analysis.checks:
        return "no sums to check."
    ties, off = (sum(check.status is status for check in analysis.checks) for status in (Status.TIES, Status.OFF))
    return f"{ties} sums tie, {off} do not."


def _at(analysis: Analysis, check: Check) -> str:
    """The file, the document and the line where the figure in question stands."""
    place = check.cites[0]
    line = analysis.filing.document(place.document).source.line_of(place.start)
    return f"{analysis.filing.name}:{place.document}:{line}"


def checked(analysis: Analysis) -> str:
    """What `check` prints: every sum that does not tie with its place, then what is worth a look, and how many tie."""
    off = [check for check in analysis.checks if check.status is Status.OFF]
    look = [check for check in analysis.checks if check.worth_a_look]
    lines = [f"{_at(analysis, check)}: {sentence(check)}" for check in off if check.cites]
    lines += [f"{_at(analysis, check)}: worth a look: {sentence(check)}" for check in look if check.cites]
    if not analysis.checks:
        lines += [finding.message for finding in analysis.findings]
    lines.append(_tally(analysis).capitalize())
    return "".join(f"{line}\n" for line in lines)
