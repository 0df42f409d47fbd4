"""The words of a document that is too large to be read as one."""

from hypothesis import given, settings
from hypothesis import strategies as st

from core.markup.flat import LONGEST_LINE, flat, pieces


def test_blocks_stand_on_lines_of_their_own() -> None:
    markup = "<p>Oil <b>is</b>&nbsp;dear</p><table><tr><td>12</td><td>13</td></tr></table>A &amp; B<br>end <unclosed"
    assert flat(markup) == "Oil is dear\n12 13\nA & B\nend unclosed"


def test_a_long_line_is_parted_at_a_blank() -> None:
    first, second = pieces("x" * (LONGEST_LINE - 10) + " " + "y" * 20)
    assert (first, second) == ("x" * (LONGEST_LINE - 10) + " ", "y" * 20)
    assert [len(one) for one in pieces("x" * (2 * LONGEST_LINE + 1))] == [LONGEST_LINE, LONGEST_LINE, 1]
    assert pieces("") == []


@settings(deadline=None)
@given(st.text(alphabet="ab <>&;/p", max_size=60))
def test_no_tag_is_left_and_no_blank_line(markup: str) -> None:
    found = flat(markup)
    assert all(line.strip() for line in found.split("\n") if found)
