"""What stands over a table: its titles and the prose that leads up to it, in text and in HTML."""

from core.document.html import lay_out_html
from core.document.plain import lay_out
from core.markup.read import hypertext
from core.source import Source
from core.statements.lead_in import Above, above
from core.tables.html.read import html_grids
from core.tables.text.read import grids

TABLE = """
                                   1998       1997
                                 -------    -------
Net revenues                     $ 8,460    $ 9,750
Cost of revenues                   5,394      6,067
Net income                       $   700    $   630
"""
ROWS = """<table><tr><td>Shown in thousands</td><td>1998</td><td>1997</td></tr>
<tr><td>Net revenues</td><td>8,460</td><td>9,750</td></tr><tr><td>Net income</td><td>700</td><td>630</td></tr></table>"""
LONG = (
    "The amounts below are those of the company and of all of its mills, whether they spin cotton, wool or flax, and "
)


def over_text(text: str) -> Above:
    layout = lay_out(Source(1, text + TABLE))
    return above(layout, grids(layout)[0], 0)


def over_html(body: str) -> Above:
    markup = hypertext(1, f"<html><body>{body}{ROWS}</body></html>")
    layout = lay_out_html(Source(1, markup.text), markup)
    return above(layout, html_grids(layout, markup)[0], 0)


def test_what_stands_below_a_statement_is_no_title_of_the_next_one() -> None:
    title = "CONSOLIDATED STATEMENTS OF INCOME"
    for below in ("See accompanying notes.", "The accompanying notes are an integral part of these statements."):
        assert over_text(f"\nRetained earnings at a loss\n\n{below}\n\n{title}\n").titles == (title,)


def test_a_paragraph_broken_into_lines_is_one_of_prose() -> None:
    over = over_html(f"<p>{LONG * 2}Net income of the year:</p>")
    assert (over.titles, over.lead.startswith("The amounts below"), over.lead.endswith("Net income of the year:")) == (
        (),
        True,
        True,
    )


def test_the_cells_of_a_head_are_told_apart() -> None:
    assert over_html("<p><b>Income</b></p>").head == ("Shown in thousands", "1998", "1997")
