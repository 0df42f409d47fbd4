"""A table whose numbers are links to pages of the document is a list of contents; one whose numbers are none is of figures."""

import pytest

from core.document.html import lay_out_html
from core.read.submission import parse
from core.tables.html.read import html_grids


def _grids(cells: list[tuple[str, str, str]]) -> int:
    rows = "".join(f"<tr><td>{caption}</td><td>{one}</td><td>{other}</td></tr>" for caption, one, other in cells)
    page = f"<html><body><p>Kettles</p><table>{rows}</table><p id=a>Lamps</p></body></html>"
    document = parse("kettles.htm", page.encode()).documents[0]
    assert document.hypertext is not None
    return len(html_grids(lay_out_html(document.source, document.hypertext), document.hypertext))


def _linked(figure: str) -> str:
    return f'<a href="#a">{figure}</a>'


HALLS = ("Brass", "Tin", "Iron", "Lead")


@pytest.mark.parametrize(("linked", "tables"), [(0, 1), (1, 1), (2, 1), (3, 0), (4, 0)])
def test_figures_that_are_mostly_links_make_no_table(linked: int, tables: int) -> None:
    cells = [
        (hall, _linked(f"1,2{at}0"), _linked(f"1,1{at}0")) if at < linked else (hall, f"1,2{at}0", f"1,1{at}0")
        for at, hall in enumerate(HALLS)
    ]
    assert _grids(cells) == tables
