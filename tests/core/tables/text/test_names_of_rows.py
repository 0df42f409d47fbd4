"""Whether the leftmost column of figures is a part of the captions: each rule by itself, at its bounds."""

from types import SimpleNamespace

import pytest

from core.figures import RANGE
from core.tables.text.plan import NAMES_ROWS
from core.tables.text.sections import Section
from tests.core.asked import asked
from tests.core.tables.text.made import table_lines


def column(
    *figures: str,
    opening: int = 0,
    filled: int = 0,
    most: int = 8,
    left: int = 20,
    body: str = "",
    head: str = "",
    headed: bool = False,
) -> SimpleNamespace:
    """The leftmost column of figures, each as its signs: `y` a year, `r` a range, `$` with a currency sign, `n` any other."""
    signs = [
        (
            None,
            SimpleNamespace(year="y" in each, kind=RANGE if "r" in each else None, currency="$" if "$" in each else ""),
        )
        for each in figures
    ]
    filled = filled or len(figures)
    return SimpleNamespace(
        inside=signs,
        opening=opening,
        most=most,
        left=left,
        right=left + 4,
        column=SimpleNamespace(left=left, right=left + 4, filled=filled),
        section=Section(table_lines(head) if head else [], table_lines(body) if body else []),
        headed=headed,
        sparse=filled * 4 <= most,
    )


@pytest.mark.parametrize(
    ("rule", "told", "says"),
    [
        ("years", column("y", "y"), True),
        ("years", column("y", "r"), True),
        ("years", column("y", "n"), None),
        ("within-lines", column("n", "n", "n", "n", "n", opening=4), None),
        ("within-lines", column("n", "n", "n", "n", "n", opening=3), False),
        ("currency", column("n", "n"), None),
        ("currency", column("n", "$", "n"), False),
        ("currency", column("n", "$r"), None),
        ("sparse", column(*"nnn"), False),
        ("sparse", column(*"nn"), True),
        ("sparse", column(*"nn", headed=True), False),
        ("sparse", column(*"nn", opening=1), False),
        ("sparse", column(*"nn", filled=1, opening=1), False),
    ],
)
def test_figures_by_what_they_are(rule: str, told: SimpleNamespace, says: bool | None) -> None:
    assert asked(NAMES_ROWS, rule, told) is says


LONG, SHORT = f"{'Lamps of brass and iron':<30}12", f"{'Lamps':<30}12"


@pytest.mark.parametrize(
    ("body", "figures", "says"),
    [
        ("\n".join([LONG]), "n", None),
        ("\n".join([f"{'Lamps of brass and of tin':<30}12"] * 2), "n", True),
        ("\n".join([f"{'Lamps of brass and of tin':<30}12"] * 2), "nnn", True),
        ("\n".join([f"{'Lamps of brass and of tin':<30}12"] * 2), "nnnn", None),
        ("\n".join([SHORT] * 9), "n", None),
        ("\n".join(["Lamps of brass and of tin"] * 2), "n", True),
        ("\n".join(["x", *[" " * 21 + "Lamps of brass and of tin"] * 2]), "n", None),
    ],
)
def test_captions_of_other_lines_reach_over_figures(body: str, figures: str, says: bool | None) -> None:
    assert asked(NAMES_ROWS, "captions-reach-over", column(*figures, body=body)) is says


@pytest.mark.parametrize(
    ("left", "body", "says"),
    [
        (6, "", True),
        (7, "", None),
        (6, f"{'':4}Lamps\nOil", None),
        (2, "Oil", True),
        (3, "Oil", None),
        (2, f"{'Lamps':<30}12", True),
        (3, f"{'Lamps':<30}12", None),
        (3, "     12      13", True),
    ],
)
def test_numbers_at_the_margin_name_rows(left: int, body: str, says: bool | None) -> None:
    told = column("n", left=left)
    told.section = Section([], table_lines(f"x\n{body}")[1:] if body else [])
    assert asked(NAMES_ROWS, "margin", told) is says


@pytest.mark.parametrize(("left", "says"), [(17, False), (16, None), (23, False), (24, None)])
def test_figures_below_a_year_of_the_head_are_amounts(left: int, says: bool | None) -> None:
    head = f"x\n{'':<20}1999      1998"
    told = column("n", "n", "n", left=left)
    told.section = Section(table_lines(head)[1:], [])
    assert asked(NAMES_ROWS, "year-above", told) is says
