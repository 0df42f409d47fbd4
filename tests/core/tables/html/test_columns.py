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
