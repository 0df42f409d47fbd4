"""Where the head of a table of boxes ends, and where below its rows another table begins."""

from textwrap import dedent

import pytest

from tests.core.tables.html.drawing import drawn

CASES = {
    "a title right across, units, a spanner and years": (
        """
        =3 Sales of the mill
        (In thousands)  | |
               | =2 June 30,
               | 2003  | 2002
        Lamps  | 1,204 | 1,101
        Oil    | 506   | 458
        """,
        """
        [Sales of the mill (In thousands)] June 30, 2003 | June 30, 2002
        Lamps; 1204; 1101
        Oil; 506; 458
        """,
    ),
    "years beside a caption below a year of the head are a row": (
        """
                    | 2003  | 2002
        Founded in  | 1901  | 1902
        Sold        | 1,204 | 506
        Lent        | 333   | 470
        """,
        """
        [] 2003 | 2002
        Founded in; 1901; 1902
        Sold; 1204; 506
        Lent; 333; 470
        """,
    ),
    "years beside a caption are heads though the change between two of them is headed by one": (
        """
                    | =3 June 30,
                    |       |       | 2003 Change
        Revenue     | 2003  | 2002  | 2002
        Sold        | 1,204 | 506   | 12%
        Lent        | 333   | 470   | 4%
        """,
        """
        [Revenue] June 30, 2003 | June 30, 2002 | June 30, 2003 Change 2002
        Sold; 1204; 506; 12%
        Lent; 333; 470; 4%
        """,
    ),
    "words beside a caption above a second head are of the first table": (
        """
               | 2003  | 2002
        Lamps  | 1,204 | 1,101
        Oil    | None  | None
               | 2001  | 2000
        Lamps  | 1,007 | 1,008
        """,
        """
        [] 2003 | 2002
        Lamps; 1204; 1101
        Oil; 'None'; 'None'
        [] 2001 | 2000
        Lamps; 1007; 1008
        """,
    ),
    "a second head begins a second table": (
        """
               | 2003  | 2002
        Lamps  | 1,204 | 1,101
        Oil    | 506   | 458
               | 2001  | 2000
        Lamps  | 1,007 | 1,008
        Oil    | 405   | 406
        """,
        """
        [] 2003 | 2002
        Lamps; 1204; 1101
        Oil; 506; 458
        [] 2001 | 2000
        Lamps; 1007; 1008
        Oil; 405; 406
        """,
    ),
    "with the title right above it": (
        """
               | 2003  | 2002
        Lamps  | 1,204 | 1,101
        Oil    | 506   | 458
               | =2 Abroad
               | 2001  | 2000
        Lamps  | 1,007 | 1,008
        Oil    | 405   | 406
        """,
        """
        [] 2003 | 2002
        Lamps; 1204; 1101
        Oil; 506; 458
        [] Abroad 2001 | Abroad 2000
        Lamps; 1007; 1008
        Oil; 405; 406
        """,
    ),
    "a heading between rows begins none": (
        """
               | 2003  | 2002
        Lamps  | 1,204 | 1,101
        Abroad: | |
        Oil    | 506   | 458
        """,
        """
        [] 2003 | 2002
        Lamps; 1204; 1101
        Abroad:
        Oil; 506; 458
        """,
    ),
    "heads without figures below them are rows of the table before": (
        """
               | 2003  | 2002
        Lamps  | 1,204 | 1,101
        Oil    | 506   | 458
               | 2001  | 2000
        """,
        """
        [] 2003 | 2002
        Lamps; 1204; 1101
        Oil; 506; 458
        ; 2001; 2000
        """,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_heads_and_bodies(case: str) -> None:
    given, wanted = CASES[case]
    assert drawn(given) == dedent(wanted).strip()
