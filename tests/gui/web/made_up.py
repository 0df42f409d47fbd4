"""Made-up pages: runs of words that become a document's text and, tied to it, its markup."""

from collections.abc import Sequence
from html import escape

from gui.web.filed import Filed
from gui.web.runs import Runs


def lines_as_page(text: str) -> bytes:
    """Every line of a text as a paragraph tied to its place."""
    rows, at = [], 0
    for line in text.split("\n"):
        rows.append(f'<p data-at="{at}" style="margin:0;white-space:pre">{escape(line)}</p>' if line else "<br>")
        at += len(line) + 1
    return f'<!doctype html><meta charset="utf-8"><body style="margin:8px">{"".join(rows)}</body>'.encode()


def as_filed(text: str, html: bytes | None = None, pictures: dict[str, bytes] | None = None) -> Filed:
    """A page of this text, a paragraph a line where no markup is given."""
    made = lines_as_page(text) if html is None else html
    return Filed(made, pictures or {}, Runs.of(text, made))


def table(rows: Sequence[tuple[str, str]]) -> tuple[str, bytes]:
    """A table of captions and figures: its text, and its markup with blanks folded otherwise and figures in two parts."""
    text, body = "", []
    for caption, figure in rows:
        head, tail = figure[:1], figure[1:]
        at, money = len(text), len(text) + len(caption) + 2
        cells = (
            f'<td data-at="{at}">\n   {escape(caption).replace(" ", chr(10) + "  ")} </td>',
            f'<td align="right" data-at="{money}"> {head}<b data-at="{money + 1}">{tail}</b></td>',
        )
        body.append(f"<tr>{''.join(cells)}</tr>")
        text += f"{caption}  {figure}\n"
    return text, f'<meta charset="utf-8"><body><table width="100%">{"".join(body)}</table></body>'.encode()
