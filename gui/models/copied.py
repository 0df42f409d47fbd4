"""Cells of a sheet as a table for a spreadsheet: plain text with tabs, and HTML."""

from collections.abc import Iterable
from decimal import Decimal
from html import escape

from PySide6.QtCore import QMimeData, QModelIndex

from core.formulas import guarded
from core.search import page
from gui.format import currency_words, printed_decimals, scale_words
from gui.models.sheet import SheetModel
from gui.models.titles import filing_title

_HUNDRED = 100
DECIMALS, MOST_DECIMALS = 6, 18
"""Decimals of the outcome of a division, and the most that an amount has, in millions too."""


def words(text: str) -> str:
    """Words of a filing that a spreadsheet cannot take for a formula."""
    return guarded(" ".join(text.split()))


def raw(model: SheetModel, row: int, column: int) -> str:
    """A cell as a spreadsheet reads it: the bare number in the scale shown, a percent with its sign, or words."""
    cell = model.cell(row, column)
    if cell.raw is None:
        return words(cell.text)
    return format(_plain(cell.raw), "f") + ("%" if "%" in cell.text else "")


def _plain(number: Decimal) -> Decimal:
    """A number without zeros at its end; what is the outcome of a division is cut where nobody reads on."""
    if number == number.to_integral_value():
        return number
    exponent = number.as_tuple().exponent
    ends = isinstance(exponent, int) and -exponent <= MOST_DECIMALS
    return (number if ends else round(number, DECIMALS)).normalize()


def table(model: SheetModel, indexes: Iterable[QModelIndex]) -> list[list[str]]:
    """The rows of a selection with their captions, under the heads of its columns."""
    cells = {(index.row(), index.column()) for index in indexes}
    columns = sorted({column for _, column in cells} - {0})
    lines = [["", *(words(model.head(column)) for column in columns)]] if columns else []
    for row in sorted({row for row, _ in cells}):
        figures = [raw(model, row, column) if (row, column) in cells else "" for column in columns]
        lines.append([words(model.row(row).label), *figures])
    return lines


def number_format(model: SheetModel, text: str) -> str:
    """How a spreadsheet should show a number that stands here as this text: `#,##0;(#,##0)`, `0.0%`."""
    decimals = printed_decimals(text.strip("()−▲◆ "))
    if "%" in text:
        return f"0.{'0' * decimals}%" if decimals else "0%"
    pattern = f"#,##0.{'0' * decimals}" if decimals else "#,##0"
    return f"{pattern};({pattern})" if model.options.brackets else pattern


def _cell(model: SheetModel, row: int, column: int, *, bold: bool) -> str:
    """A figure with its number and how to show it: `mso` for one spreadsheet program, `sd` for the other."""
    cell, text = model.cell(row, column), escape(raw(model, row, column))
    words = f"<b>{text}</b>" if bold and text else text
    if cell.raw is None:
        return f'<td align="right">{words}</td>'
    pattern = number_format(model, cell.text)
    value = cell.raw / _HUNDRED if "%" in cell.text else cell.raw
    style = f"mso-number-format:'{pattern}'"
    return f'<td align="right" sdval="{value:f}" sdnum="1033;0;{pattern}" style="{style}">{words}</td>'


def as_html(model: SheetModel, indexes: Iterable[QModelIndex]) -> str:
    """A copied table as HTML: the same cells, with number formats, totals bold, and what they count above."""
    cells = {(index.row(), index.column()) for index in indexes}
    columns = sorted({column for _, column in cells} - {0})
    heads = "".join(f'<th align="right">{escape(words(model.head(column)))}</th>' for column in columns)
    lines = [f"<tr><th></th>{heads}</tr>"] if columns else []
    for row in sorted({row for row, _ in cells}):
        bold = model.is_bold(row)
        label = escape(words(model.row(row).label))
        figures = "".join(
            _cell(model, row, column, bold=bold) if (row, column) in cells else "<td></td>" for column in columns
        )
        lines.append(f"<tr><td>{f'<b>{label}</b>' if bold else label}</td>{figures}</tr>")
    return f'<meta charset="utf-8"><table>{_caption(model)}{"".join(lines)}</table>'


def _caption(model: SheetModel) -> str:
    """The title, and what its money is counted in."""
    statement = model.statement
    money = ", ".join(filter(None, (currency_words(statement.currency), scale_words(statement, model.options.scale))))
    said = f"{statement.title} ({money})" if statement.title else money
    return f"<caption>{escape(words(said))}</caption>"


def copied(model: SheetModel, indexes: list[QModelIndex], *, cited: bool = False) -> QMimeData:
    """A selection for the clipboard, with where it stands where it is `cited`; a single cell is copied bare."""
    data = QMimeData()
    place = citation(model, indexes) if cited else ""
    if len(indexes) == 1:
        index = indexes[0]
        bare = raw(model, index.row(), index.column()) if index.column() else words(model.row(index.row()).label)
        data.setText(f"{bare} ({place})" if place else bare)
        return data
    source = f"Source: {place}" if place else ""
    data.setText("".join("\t".join(line) + "\n" for line in table(model, indexes)) + (f"{source}\n" if source else ""))
    data.setHtml(as_html(model, indexes) + (f"<p>{escape(source)}</p>" if source else ""))
    return data


def citation(model: SheetModel, indexes: Iterable[QModelIndex]) -> str:
    """Where cells stand, as one cites it: `American Locker Group · 10-K 2003, p. 24, lines 1,311–1,318`."""
    if model.places is None:
        return ""
    analysis = model.places.analysis
    cites = sorted(cite for index in indexes for cite in model.cites(index.row(), index.column()))
    ends = [cite for cite in (cites[0], cites[-1]) if cite.document == cites[0].document] if cites else []
    pages = dict.fromkeys(filter(None, (page(analysis, cite.document, cite.start) for cite in ends)))
    lines = dict.fromkeys(f"{analysis.filing.document(one.document).source.line_of(one.start):,}" for one in ends)
    parts = [filing_title(analysis.filing), _listed("p.", "pp.", pages), _listed("line", "lines", lines)]
    return ", ".join(part for part in parts if part)


def _listed(one: str, many: str, numbers: Iterable[str]) -> str:
    """`p. 24`, `lines 1,311–1,318`; nothing of none."""
    known = list(numbers)
    return f"{one if len(known) == 1 else many} {'–'.join(known)}" if known else ""
