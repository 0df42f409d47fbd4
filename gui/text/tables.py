"""A table of the filing as a small HTML table, each figure a link to its place."""

from html import escape
from textwrap import wrap

from core.statements.statement import Figure, Role, Row, Statement
from gui.models.headings import bare_rows
from gui.models.titles import column_heads
from gui.text.links import to_place
from gui.theme import Theme

_MANY_ROWS, _MANY_COLUMNS = 150, 4
_HEAD = 14
"""Letters in a line of a column's head: a longer one would take the room of the captions."""


def as_html(statement: Statement, theme: Theme, smaller: int = 0) -> str:
    """The whole table; of a very long one the beginning, and a word that there is more in the table view. `smaller` is the size
    in pixels of one with many columns, 0 for that of the text."""
    width = len(statement.columns)
    of_figures = {figure.column for row in statement.rows for figure in row.figures if not _is_words(figure)}
    head = "".join(_head(label, words=n not in of_figures) for n, label in enumerate(column_heads(statement.columns)))
    plain = {at for at, row in enumerate(statement.rows) if row.role is Role.LINE}.union(bare_rows(statement.rows))
    rows = [_row(row, width, theme, bold=at not in plain) for at, row in enumerate(statement.rows[:_MANY_ROWS])]
    small = f"font-size:{smaller}px;" if smaller and width >= _MANY_COLUMNS else ""
    more = len(statement.rows) - _MANY_ROWS
    if more > 0:
        rows.append(
            f'<tr><td colspan="{width + 1}" style="color:{theme.secondary.name()}">{more:,} more rows</td></tr>'
        )
    return (
        f'<table cellspacing="0" cellpadding="3" style="{small}color:{theme.text.name()}">'
        f"<tr><td></td>{head}</tr>{''.join(rows)}</table>"
    )


def _is_words(figure: Figure) -> bool:
    """Whether a cell holds words."""
    return figure.value is None and any(map(str.isalpha, figure.text))


def _head(label: str, *, words: bool) -> str:
    side = "left" if words else "right"
    lines = "<br>".join(map(escape, wrap(label, _HEAD, break_long_words=False, break_on_hyphens=False)))
    return f'<td align="{side}" valign="bottom" style="padding-left:16px"><b>{lines}</b></td>'


def _row(row: Row, width: int, theme: Theme, *, bold: bool) -> str:
    by_column = {figure.column: figure for figure in row.figures}
    rule = f"border-top:1px solid {theme.secondary.name()};" if row.ruled else ""
    indent = 14 * min(row.depth, 8)
    label = escape(row.label)
    words = f"<b>{label}</b>" if bold else label
    if not row.figures:  # it runs on over the empty cells
        return f'<tr><td colspan="{width + 1}" style="padding-left:{indent}px">{words}</td></tr>'
    caption = f'<td style="padding-left:{indent}px">{words}</td>'
    cells = (_cell(by_column.get(column), rule, theme, bold=bold) for column in range(width))
    return f"<tr>{caption}{''.join(cells)}</tr>"


def _cell(figure: Figure | None, rule: str, theme: Theme, *, bold: bool) -> str:
    """A figure at the right, on one line; words in a cell are broken between words."""
    if figure is None:
        return "<td></td>"
    told = _is_words(figure)
    words = escape(figure.text) if told else escape(figure.text).replace(" ", "&nbsp;")
    words = f"<b>{words}</b>" if bold else words
    style = f"text-decoration:none;color:{theme.text.name()}"
    link = f'<a href="{to_place(figure.cite)}" style="{style}">{words}</a>'
    return f'<td align="{"left" if told else "right"}" style="padding-left:16px;{rule}">{link}</td>'
