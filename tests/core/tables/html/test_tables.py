"""Tables of boxes, as HTML draws them, read as grids."""

from textwrap import dedent

import pytest

from tests.core.tables.html.drawing import drawn, read, table

CASES = {
    "currency signs, brackets and percent signs in cells of their own": (
        """
                | =3 2024           |  | =3 2023
        Sales   | $   | 1,234 |     |  | $    | 1,100 |
        Loss    |     | (56   | )   |  |      | (7    | )
        Share   |     | 12.5  | %   |  |      | 9     | %
        Change  |     | (12.5 | )%  |  |      | 9     | %
        Result  | $(  | 56    | )   |  | $ (  | 7     | )
        Part    |     | (1)   | %   |  |      | —     | %
        """,
        """
        [] 2024 | 2023
        Sales; 1234$; 1100$
        Loss; -56; -7
        Share; 12.5%; 9%
        Change; -12.5%; 9%
        Result; -56$; -7$
        Part; -1%; 0%
        """,
    ),
    "spacer columns, and cells left blank": (
        """
             |  | 2024  |  |  | 2023  |
        Cash |  | 1,234 |  |  | 1,100 |
        Debt |  |       |  |  | 7     |
        Tax  |  | 5
        """,
        """
        [] 2024 | 2023
        Cash; 1234; 1100
        Debt; _; 7
        Tax; 5; _
        """,
    ),
    "captions indented by empty cells": (
        """
        =3                             | 2024 | 2023
        =3 Current assets:
          | =2 Cash                    | 1    | 2
          |    | Restricted            | 3    | 4
        =3 Total                       | 4    | 6
        """,
        """
        [] 2024 | 2023
        Current assets:
        Cash; 1; 2
        Restricted; 3; 4
        Total; 4; 6
        """,
    ),
    "a head of several lines": (
        """
                      | =2 Year ended December 31,
                      | 2024  | 2023
        (In millions) |       |
        Sales         | 1,200 | 1,100
        """,
        """
        [(In millions)] Year ended December 31, 2024 | Year ended December 31, 2023
        Sales; 1200; 1100
        """,
    ),
    "titles across": (
        """
        =3 CONSOLIDATED BALANCE SHEETS
        =3 (In millions)
             | 2024 | 2023
        Cash | 1    | 2
        """,
        """
        [CONSOLIDATED BALANCE SHEETS (In millions)] 2024 | 2023
        Cash; 1; 2
        """,
    ),
    "spanners over some columns": (
        """
              | =2 Quarter ended                | =2 Year ended
              | March 31, 2024 | March 31, 2023 | March 31, 2024 | March 31, 2023
        Sales | 1              | 2              | 3              | 4
        Costs | 5              | 6              | 7              | 8
        """,
        """
        [] Quarter ended March 31, 2024 | Quarter ended March 31, 2023 | Year ended March 31, 2024 | Year ended March 31, 2023
        Sales; 1; 2; 3; 4
        Costs; 5; 6; 7; 8
        """,
    ),
    "cells that reach over rows": (
        """
        /2 (In millions) | =2 December 31
        2024  | 2023
        Cash  | 1 | 2
        /2 Debt | 3 | 4
        5 | 6
        """,
        """
        [(In millions)] December 31 2024 | December 31 2023
        Cash; 1; 2
        Debt; 3; 4
        ; 5; 6
        """,
    ),
    "a head again in the middle": (
        """
              | 2024 | 2023
        Sales | 1    | 2
        Costs | 3    | 4
              | 2022 | 2021
        Sales | 5    | 6
        Costs | 7    | 8
        """,
        """
        [] 2024 | 2023
        Sales; 1; 2
        Costs; 3; 4
        [] 2022 | 2021
        Sales; 5; 6
        Costs; 7; 8
        """,
    ),
    "columns of words": (
        """
        Name     | Age | Position
        A. Smith | 52  | President
        B. Jones | 47  | Treasurer
        C. Brown | 61  | Director
        """,
        """
        [Name] Age | Position
        A. Smith; 52; 'President'
        B. Jones; 47; 'Treasurer'
        C. Brown; 61; 'Director'
        """,
    ),
    "rules drawn along the figures": (
        """
              | 2024                          | 2023
        [border-bottom:1px solid] Assets | |
        Cash  | 1                             | 2
        Debt  | [border-bottom:1px solid] 3   | [border-bottom:1px solid] 4
        Total | [border-bottom:3px double] 4  | [border-bottom:3px double] 6
        """,
        """
        [] 2024 | 2023
        Assets
        Cash; 1; 2
        Debt; 3; 4
        ---
        Total; 4; 6
        ===
        """,
    ),
    "rules drawn along cells without words": (
        """
              | 2024                       | 2023
        Cash  | 1                          | 2
              | [border-bottom:1px solid]  | [border-bottom:1px solid]
        Total | 4                          | 6
              | [border-top:3px double]    | [border-top:3px double]
        """,
        """
        [] 2024 | 2023
        Cash; 1; 2
        ---
        Total; 4; 6
        ===
        """,
    ),
    "rules as elements": (
        """
              | 2024     | 2023
        Cash  | 1        | 2
              | <hr>     | <hr>
        Total | 4        | 6
              | <hr><hr> | <hr><hr>
        """,
        """
        [] 2024 | 2023
        Cash; 1; 2
        ---
        Total; 4; 6
        ===
        """,
    ),
    "rules of dashes": (
        """
              | 2024  | 2023
        Cash  | 1     | 2
              | ----- | -----
        Total | 4     | 6
              | ===== | =====
        """,
        """
        [] 2024 | 2023
        Cash; 1; 2
        ---
        Total; 4; 6
        ===
        """,
    ),
    "footnote marks": (
        """
                         | 2024               |     | 2023
        Sales<sup>1</sup>| 1,234              |     | 1,100<sup>(a)</sup>
        Costs            | 1,000<sup>2</sup>  |     | 1,050 *
        Space            | 37,000             | (2) | 30,200†
        Share            | 12 %**             |     | (9)%
        """,
        """
        [] 2024 | 2023
        Sales; 1234; 1100(a)
        Costs; 10002; 1050*
        Space; 37000(2); 30200†
        Share; 12%**; -9%
        """,
    ),
    "dashes for none": (
        """
              | 2024 | 2023    | 2022
        Sales | -    | —       | –
        Costs | $ —  | 1       | --
        """,
        """
        [] 2024 | 2023 | 2022
        Sales; 0; 0; 0
        Costs; 0$; 1; 0
        """,
    ),
    "a column that refers to notes": (
        """
               | Note | 2024  | 2023
        Cash   | 3    | 1,234 | 1,100
        Debt   | 4    | 200   | 300
        Equity | 12   | 500   | 600
        """,
        """
        [] Note | 2024 | 2023
        Cash; '3'; 1234; 1100
        Debt; '4'; 200; 300
        Equity; '12'; 500; 600
        """,
    ),
    "captions wrapped over two rows": (
        """
                                    | 2024 | 2023
        Receivables, less allowance |      |
        for doubtful accounts       | 1    | 2
        Other                       | 3    | 4
        """,
        """
        [] 2024 | 2023
        Receivables, less allowance for doubtful accounts; 1; 2
        Other; 3; 4
        """,
    ),
    "captions that are years": (
        """
        Year | Sales | Costs
        2024 | 1,234 | 900
        2023 | 1,100 | 800
        """,
        """
        [Year] Sales | Costs
        2024; 1234; 900
        2023; 1100; 800
        """,
    ),
    "no captions": (
        """
        2024  | 2023
        1,234 | 1,100
        5     | 6
        """,
        """
        [] 2024 | 2023
        ; 1234; 1100
        ; 5; 6
        """,
    ),
    "headings among the rows": (
        """
             | 2024 | 2023
        =3 ASSETS
        Cash | 1    | 2
        LIABILITIES
        Debt | 3    | 4
        """,
        """
        [] 2024 | 2023
        ASSETS
        Cash; 1; 2
        LIABILITIES
        Debt; 3; 4
        """,
    ),
    "a list of pages is no table": (
        """
        Item 1. | Business          | 3
        Item 2. | Properties        | 12
        Item 3. | Legal Proceedings | 14
        Item 4. | Mine Safety       | 15
        """,
        "",
    ),
    "years alone are no table": ("Adopted | 2014\nAmended | in 2019", ""),
}


@pytest.mark.parametrize("kind", CASES)
def test_a_table_of_this_kind(kind: str) -> None:
    rows, expected = CASES[kind]
    assert drawn(dedent(rows)) == dedent(expected).strip("\n")


def test_captions_are_indented_by_padding_hard_blanks_or_cells() -> None:
    rows = """
           |   | 2024 | 2023
    =2 Assets
    =2 [padding-left:10pt] Cash | 1 | 2
    =2 [text-indent:20pt] Tax | 1 | 2
    =2 &nbsp;&nbsp;&nbsp;&nbsp;Debt | 3 | 4
           | Equity | 3 | 4
    """
    (grid,) = read(f"<table>{table(rows)}</table>")[1]
    assert [(row.label, row.indent) for row in grid.rows] == [
        ("Assets", 0),
        ("Cash", 10),
        ("Tax", 20),
        ("Debt", 10),
        ("Equity", 8),
    ]


def test_cells_are_cited_with_sign_and_bracket_and_without_the_dollar_that_stands_apart() -> None:
    rows = """
         | =3 2024        | =3 2023
    Cash | $ | 1,234 |    | $ | (100 | )
    Debt |   | 12    | %  |   | 5 *  |
    """
    source, (grid,) = read(f"<p>Cash of 1,234</p><table>{table(rows)}</table>")
    assert [[source.read(cell.cite) for cell in row.cells] for row in grid.rows] == [["1,234", "(100)"], ["12%", "5"]]
    assert [source.read(row.label_cite) for row in grid.rows if row.label_cite] == ["Cash", "Debt"]
    assert [source.read(column.cite) for column in grid.columns if column.cite] == ["2024", "2023"]


def test_a_table_that_goes_on_over_pages_in_preformatted_text_is_found_too() -> None:
    source, found = read(
        "<p>a</p><pre>\n             2024   2023\nCash            1      2\nDebt            3      4\n</pre>"
    )
    assert [[row.label for row in grid.rows] for grid in found] == [["Cash", "Debt"]]
    assert source.read(found[0].rows[1].cells[1].cite) == "4"
