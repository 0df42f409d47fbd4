"""Which columns of figures a table of boxes has: what names the rows is none, and what lies over two makes none."""

from textwrap import dedent

import pytest

from tests.core.tables.html.drawing import drawn

CASES = {
    "years at the left name the rows": (
        """
              | Lamps | Oil
        2001  | 1,204 | 506
        2002  | 1,101 | 458
        2003  | 1,330 | 470
        """,
        """
        [] Lamps | Oil
        2001; 1204; 506
        2002; 1101; 458
        2003; 1330; 470
        """,
    ),
    "a year and a percent sign head two columns": (
        """
                | 2003  | 2002  | %    | %
        Lamps   | 1,204 | 1,101 | 9.4  | 9.1
        Oil     | 506   | 458   | 10.5 | 9.9
        Wicks   | 470   | 333   | 41.1 | 40.2
        """,
        """
        [] 2003 | 2002 | % | %
        Lamps; 1204; 1101; 9.4; 9.1
        Oil; 506; 458; 10.5; 9.9
        Wicks; 470; 333; 41.1; 40.2
        """,
    ),
    "a footnote mark with the bracket that closes a figure": (
        """
                | 2003   |       | 2002
        Lamps   | 1,204  | (1)   | 1,101
        Oil     | (506   | (1))  | 458
        Wicks   | 470    |       | 333
        """,
        """
        [] 2003 | 2002
        Lamps; 1204(1); 1101
        Oil; -506(1); 458
        Wicks; 470; 333
        """,
    ),
    "numbers of a list that are within captions": (
        """
                | 2003  | 2002
        Lamps   | 1,204 | 1,101
        Oil     | 506   | 458
        Wicks   | 470   | 333
        """,
        """
        [] 2003 | 2002
        Lamps; 1204; 1101
        Oil; 506; 458
        Wicks; 470; 333
        """,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_columns(case: str) -> None:
    given, wanted = CASES[case]
    assert drawn(given) == dedent(wanted).strip()
