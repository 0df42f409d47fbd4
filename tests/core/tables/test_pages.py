"""Tables over pages: what goes on with the table before, and what begins another one."""

import pytest

from tests.core.tables.drawing import drawn

FIRST = """
                               1999      1998
                               ----      ----
Cash                             12        11
Receivables                     100       120
"""
SECOND = """
                               1999      1998
                               ----      ----
Inventories                   1,050     1,060
Goods in transit              1,062     1,071
"""
FOOT = "\n                           - 23 -\n<PAGE>\n"
JOINED = [
    "[] 1999 | 1998",
    "Cash; 12; 11",
    "Receivables; 100; 120",
    "Inventories; 1050; 1060",
    "Goods in transit; 1062; 1071",
]
APART = [*JOINED[:3], JOINED[0], *JOINED[3:]]


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        (FOOT, JOINED),
        (f"{FOOT}\n                THE MILL COMPANY\n", JOINED),
        ("\n                CURRENT ASSETS (continued)\n", JOINED),
        ("\n</TABLE>\n<TABLE>\n", JOINED),
        (f"{FOOT}\n                STATEMENTS OF INCOME\n", APART),
        (f"{FOOT}\n                BALANCE SHEETS (continued)\n", JOINED),
        (f"{FOOT}\nThe other assets were these at the ends of the two years:\n", APART),
        ("\n                OTHER ASSETS\n", APART),
        ("\n" * 45 + FOOT, APART),
    ],
)
def test_the_same_heads_again(between: str, expected: list[str]) -> None:
    assert drawn(f"{FIRST}{between}{SECOND}").split("\n") == expected


@pytest.mark.parametrize("last", ["Total receivables", "Net receivables"])
def test_a_table_that_ends_in_its_total_is_not_opened_again(last: str) -> None:
    text = f"{FIRST.replace('Receivables      ', f'{last:<17}')}\n</TABLE>\n<TABLE>\n{SECOND}"
    assert drawn(text).count("[] 1999 | 1998") == 2


def test_the_same_heads_in_another_year_begin_another_table() -> None:
    later = SECOND.replace("1999      1998", "1998      1997")
    assert drawn(f"{FIRST}{FOOT}{later}").split("\n") == [*JOINED[:3], "[] 1998 | 1997", *JOINED[3:]]


def test_a_caption_that_a_page_cuts_from_its_rows_heads_them() -> None:
    text = f"{FIRST}\n  Goods that are on their\n    way to us:\n{FOOT}            ASSETS (continued)\n{SECOND}"
    assert drawn(text).split("\n") == [*JOINED[:3], "Goods that are on their way to us:", *JOINED[3:]]


def test_a_spanner_that_only_the_first_page_has() -> None:
    first = f"\n                                 December 31{FIRST}"
    below = f"{FOOT}            ASSETS (continued)\n{SECOND}"
    assert drawn(first + below).split("\n") == ["[] December 31 1999 | December 31 1998", *JOINED[1:]]
    assert len(drawn(f"{first}{FOOT}{SECOND}").split("\n")) == len(APART)


@pytest.mark.parametrize(
    ("between", "heading"),
    [
        ("</TABLE>\n\n                OTHER ASSETS\n<TABLE>\n", ["OTHER ASSETS"]),
        (f"{FOOT}\n", []),
    ],
)
def test_figures_without_a_head_go_on(between: str, heading: list[str]) -> None:
    text = f"{FIRST}{between}" + "\n".join(SECOND.split("\n")[3:])
    assert drawn(text).split("\n") == [*JOINED[:3], *heading, *JOINED[3:]]


def test_figures_at_other_places_do_not() -> None:
    moved = "\n".join(line.replace("  ", "   ", 3) for line in SECOND.split("\n")[3:])
    assert drawn(f"{FIRST}</TABLE>\n<TABLE>\n{moved}").split("\n")[3:] == ["[]  | ", *JOINED[3:]]
