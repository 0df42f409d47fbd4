"""Figures that a caption runs into: amounts where a head stands over them alone."""

import pytest

from tests.core.tables.drawing import drawn

HEAD = """
                                1998      1997
                              --------  --------
"""
CASES = [
    ("Wool and yarn and cloth of it 1,234     5,678", "Wool and yarn and cloth of it; 1234; 5678"),
    ("Wool and yarn and cloth of it $ 234     5,678", "Wool and yarn and cloth of it; 234$; 5678"),
    # no amount: a bare number, the end of a range; the head then stands over the figure next to it
    ("Wool and yarn and cloth of 1998       5,678", "Wool and yarn and cloth of 1998; 5678; _"),
    ("Wool and yarn of grades 1 - $ 234     5,678", "Wool and yarn of grades 1 - $ 234; 5678; _"),
]


@pytest.mark.parametrize(("line", "row"), CASES)
def test_a_figure_right_behind_a_caption(line: str, row: str) -> None:
    found = drawn(f"{HEAD}{line}\nOther things                                777\n").split("\n")
    assert found[1:] == [row, "Other things; _; 777"]


def test_where_other_figures_stand_under_the_head_it_is_left_alone() -> None:
    found = drawn(
        f"{HEAD}Wool and yarn and cloth of it 1,234     5,678\nOther                            888     777\n"
    )
    assert found.split("\n")[1:] == ["Wool and yarn and cloth of it 1,234; _; 5678", "Other; 888; 777"]
