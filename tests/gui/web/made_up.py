"""Made-up pages: runs of words that become a document's text and, tied to it, its markup."""

from collections.abc import Sequence
from html import escape

from gui.web.drawn_document import Filed
from gui.web.runs import Runs

BALANCE = (
    ("Cash and cash equivalents", "1,204", "1,101"),
    ("Accounts receivable", "2,305", "2,257"),
    ("Inventories", "1,506", "1,458"),
    ("Total current assets", "5,015", "4,816"),
    ("Equipment", "3,007", "3,108"),
    ("Total assets", "8,022", "7,924"),
    ("Accounts payable", "922", "1,033"),
    ("Long-term debt", "2,100", "2,500"),
    ("Common stock", "1,000", "1,000"),
    ("Retained earnings", "4,000", "3,391"),
    ("Total liabilities and stockholders' equity", "8,022", "7,924"),
)


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


def ten_k() -> str:
    """A 10-K of a company that does not exist, as short as one can be."""
    cells = "".join(
        f'<tr><td>{caption}</td><td align="right">{later}</td><td align="right">{earlier}</td></tr>'
        for caption, later, earlier in BALANCE
    )
    words = "<p>The Company makes lamps for harbors and sells them to harbors.</p>" * 40
    table = f"<table width='100%'><tr><td></td><td><b>2003</b></td><td><b>2002</b></td></tr>{cells}</table>"
    return (
        "<html><body><p align='center'><b>FORM 10-K</b></p><p align='center'><b>HARBOR LAMP COMPANY</b></p>"
        f"<p><b>Item 1. Business</b></p>{words}<p><b>Item 2. Properties</b></p>{words}"
        "<p><b>Item 8. Financial Statements and Supplementary Data</b></p>"
        "<p align='center'><b>CONSOLIDATED BALANCE SHEETS</b></p>"
        f"<p align='center'>December 31, (in thousands)</p>{table}"
        f"<p><b>Item 9. Changes in Accountants</b></p>{words}</body></html>"
    )
