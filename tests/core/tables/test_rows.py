"""How the lines of a row become one."""

from core.source import Cite, Span
from core.tables.captions import Piece
from core.tables.grid import GridCell
from core.tables.lexicon import Lexicon
from core.tables.rows import join_rows


def words(text: str, start: int) -> GridCell:
    return GridCell(1, text, None, Cite(1, (Span(start, start + len(text)),)))


def test_words_of_one_column_are_joined_in_the_order_of_their_places() -> None:
    cells = [words("1996 - 1995", 60), words("for the two years", 20), words("as told", 90)]
    piece = Piece("Effect", 0, 6, Span(0, 6), Span(0, 100), cells, figures=False)
    (row,) = join_rows([piece], 1, Lexicon(""))
    (cell,) = row.cells
    assert cell.text == "for the two years 1996 - 1995 as told"
    assert [span.start for span in cell.cite.spans] == [20, 60, 90]
