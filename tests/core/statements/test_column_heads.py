"""What spanners lend to the columns under them, and what they do not."""

from core.source import Cite, Span
from core.statements.column_heads import Length, head_of, heads_of
from core.tables.grid import GridColumn

CITE = Cite(1, (Span(0, 1),))


def _heads(*heads: tuple[str, ...]) -> list[tuple[int | None, int | None, bool]]:
    """Of each column its year, the months that its head or its spanner says, and whether it stands outside of spanners."""
    columns = [GridColumn(" ".join(parts), parts, CITE, at, at + 1) for at, parts in enumerate(heads)]
    found = heads_of(columns)
    return [
        (
            head.whole.year if head.whole else head.year,
            (head.length or head.lent or Length(None, None)).months,
            head.outside,
        )
        for head in found
    ]


def test_a_year_goes_on_under_the_spanner_beside_it() -> None:
    found = _heads(
        ("Three Months Ended", "2000"), ("Three Months Ended", "1999"), ("Six Months Ended", "2000"), ("1999",)
    )
    assert found == [(2000, 3, False), (1999, 3, False), (2000, 6, False), (1999, 6, False)]


def test_years_that_a_spanner_has_already_are_not_under_it() -> None:
    found = _heads(("1997",), ("1998",), ("Nine Months Ended Sept 30", "1998"), ("Nine Months Ended Sept 30", "1999"))
    assert [(months, outside) for _, months, outside in found] == [(None, True), (None, True), (9, False), (9, False)]


def test_more_years_than_the_spanner_covers_are_not_under_it() -> None:
    found = _heads(("Nine Months Ended Sept 30", "1999"), ("1998",), ("1997",), ("1996",))
    assert [months for _, months, _ in found] == [9, None, None, None]


def test_a_spanner_parted_between_its_count_and_its_unit_is_one() -> None:
    found = _heads(("THREE MONTHS ENDED", "June 26, 1998"), ("NINE June 26, 1998",), ("MONTHS ENDED June 27, 1997",))
    assert [(year, months) for year, months, _ in found] == [(1998, 3), (1998, 9), (1997, 9)]


def test_a_count_of_something_else_is_no_spanner() -> None:
    found = _heads(("Nine stores", "1998"), ("Sales", "1997"))
    assert [months for _, months, _ in found] == [None, None]


def test_the_length_nearest_to_the_figures_counts() -> None:
    heads = ("For the three and six months ended June 30, 1994", "Three Months Ended June 30,", "1994")
    head = head_of(GridColumn(" ".join(heads), heads, CITE, 0, 1))
    assert head.said.months == 3


def _labelled(*labels: str) -> list[GridColumn]:
    return [GridColumn(label, (label,), CITE, at, at + 1) for at, label in enumerate(labels)]


def test_years_beside_prior_are_those_in_which_something_began() -> None:
    found = heads_of(_labelled("2023", "2022", "2021", "Prior", "Total"))
    assert [head.origin for head in found] == [True, True, True, False, False]
    assert not any(head.dated for head in found)
    assert [head.origin for head in heads_of(_labelled("2023", "2022", "Prior"))] == [False] * 3


def test_the_lower_head_is_one_of_the_times_that_are_compared() -> None:
    found = _heads(("2023 Compared to 2022", "December 31, 2022"), ("2023 Compared to 2022", "% Change"))
    assert [year for year, _, _ in found] == [2022, None]


def _quarters(*heads: tuple[str, ...]) -> list[int | None]:
    columns = [GridColumn(" ".join(parts), parts, CITE, at, at + 1) for at, parts in enumerate(heads)]
    return [head.said.quarter for head in heads_of(columns)]


def test_ordinals_side_by_side_are_the_quarters_of_the_year_over_them() -> None:
    years = [("1997", ordinal) for ordinal in ("1st", "2nd", "3rd", "4th")]
    assert _quarters(*years, ("1997", "Total")) == [1, 2, 3, 4, None]
    assert _quarters(("Fourth",), ("Third",), ("Second",), ("First",)) == [4, 3, 2, 1]
    assert _heads(*years)[0] == (1997, 3, False)


def test_ordinals_that_do_not_count_to_four_are_no_quarters() -> None:
    assert _quarters(("1st",), ("2nd",), ("3rd",)) == [None, None, None]
    assert _quarters(("First",), ("Second",), ("Fourth",), ("Third",)) == [None] * 4
