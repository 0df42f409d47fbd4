"""What speaks for two rows being one line, and what against it."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from core.statements.statement import Statement, StatementKind, Unit
from core.years.clusters import clustered
from core.years.joins import Join, Likeness, Side, likeness, restated_share, weighed, weights
from core.years.line import Line, caption_key, lines
from core.years.sources import sources
from tests.core.drawn_statement import drawn
from tests.core.years.test_series import filed

INCOME, BALANCE = StatementKind.INCOME_STATEMENT, StatementKind.BALANCE_SHEET


def read(*statements: Statement) -> list[list[Line]]:
    """The lines of statements, the latest first, each of a filing of the year of its first column."""
    filings = [filed(int(one.columns[0].label), one) for one in statements]
    found = sources(filings, statements[0].kind).by_member[None]
    return [lines(source, number) for number, source in enumerate(found)]


def join(sources: Sequence[Sequence[Line]], one: str, other: str) -> Join:
    new, old = sources
    sides = Side(new), Side(old)
    line, candidate = (
        next(each for each in side.lines if each.row.label == label)
        for side, label in zip(sides, (one, other), strict=True)
    )
    return weighed(*sides, line, candidate, restated_share(*sides))


def rules(found: Join) -> set[str]:
    return {clue.rule.partition("/")[2] for clue in found.clues}


NEW = drawn(
    """
                                        2003        2002
    Net sales                          4,400       4,100
    Research                              70          50
    Profit before taxes                2,150       1,950
    Basic                               1.15        1.02
    Diluted                             1.15        1.02
    """,
    INCOME,
)
OLD = drawn(
    """
                                        2002        2001
    Net sales                          4,100       4,000
    Income before taxes                1,950       1,900
    Rent                                  50          12
    Basic                               1.02         .99
    Diluted                             1.02         .98
    """,
    INCOME,
)


def test_amounts_of_many_digits_make_one_line_of_two_names() -> None:
    found = join(read(NEW, OLD), "Profit before taxes", "Income before taxes")
    assert found.score >= weights().enough
    assert {"values-agree", "caption-akin"} <= rules(found)


def of_money(statement: Statement) -> Statement:
    return replace(statement, rows=tuple(row._replace(unit=Unit.MONEY) for row in statement.rows))


BEFORE = of_money(
    drawn(
        """
                                        1994        1993
    Revenues                           3,100       2,900
    Income before income taxes           810         790
    Provision for income taxes           270         260
    Net income                           540         530
    """,
        INCOME,
    )
)


@pytest.mark.parametrize(
    "caption",
    [
        "Earnings before provision for taxes, minority interest and equity in affiliates",
        "Loss before extraordinary loss and income taxes",
        "Profit before tax",
    ],
)
def test_a_stage_that_each_statement_passes_once_joins_over_a_gap_of_years(caption: str) -> None:
    after = of_money(
        drawn(f"              2003    2002\n    Sales      9,100   9,000\n    {caption}      150   112", INCOME)
    )
    found = join(read(after, BEFORE), caption, "Income before income taxes")
    assert "milestone-equal" in rules(found)
    assert found.score >= weights().enough


@pytest.mark.parametrize(
    "captions",
    [
        ("Earnings before interest and income taxes",),
        ("Provision for taxes before extraordinary items",),
        ("Domestic income before taxes",),
        ("Income before income taxes and minority interest", "Income before income taxes and affiliates"),
        ("Income before extraordinary items",),
    ],
)
def test_what_is_another_stage_or_is_struck_twice_does_not(captions: Sequence[str]) -> None:
    lines = "".join(f"    {caption}      {150 + at}   112\n" for at, caption in enumerate(captions))
    after = of_money(drawn(f"              2003    2002\n    Sales      9,100   9,000\n{lines}", INCOME))
    found = join(read(after, BEFORE), captions[0], "Income before income taxes")
    assert "milestone-equal" not in rules(found)
    assert found.score < weights().enough


def test_net_income_after_a_change_in_accounting_is_net_income() -> None:
    after = of_money(
        drawn(
            """
                                                                          2003   2002
    Net income before cumulative effect of change in accounting            150    112
    Cumulative effect of change in accounting                               30      -
    Net income after cumulative effect of change in accounting             120    112
    """,
            INCOME,
        )
    )
    *_, clusters = clustered(read(after, BEFORE))
    (found,) = [one for one in clusters if len(one.lines) > 1 and one.newest.name.startswith("net")]
    assert found.newest.name.startswith("net income after")


def test_an_amount_of_two_digits_does_not() -> None:
    assert join(read(NEW, OLD), "Research", "Rent").score < weights().enough


def test_words_that_tell_lines_apart_outweigh_equal_amounts() -> None:
    found = join(read(NEW, OLD), "Basic", "Diluted")
    assert "caption-telling" in rules(found)
    assert found.score < weights().enough


def test_no_two_rows_of_one_statement_are_one_line() -> None:
    *_, clusters = clustered(read(NEW, OLD))
    labels = sorted(tuple(line.row.label for _, line in sorted(one.lines.items())) for one in clusters)
    assert labels == [
        ("Basic", "Basic"),
        ("Diluted", "Diluted"),
        ("Net sales", "Net sales"),
        ("Profit before taxes", "Income before taxes"),
        ("Rent",),
        ("Research",),
    ]


def test_headings_that_tell_parts_apart() -> None:
    """The same caption under basic and under diluted, with the same amounts."""
    part = "    {}:\n      Before the change      1.02    1.00\n"
    text = "              {}    {}\n" + part + part
    new = drawn(text.format(2003, 2002, "Basic earnings per share", "Diluted earnings per share"), INCOME)
    old = drawn(text.format(2003, 2001, "Diluted earnings per share", "Basic earnings per share"), INCOME)
    *_, clusters = clustered(read(new, old))
    under = [{line.heading.name for line in one.lines.values() if line.heading} for one in clusters]
    assert sorted(map(sorted, under)) == [["basic earnings per share"], ["diluted earnings per share"]]


def test_where_all_was_restated_other_amounts_do_not_speak_against_a_line() -> None:
    pooled = drawn(
        "              2002    2001\n    Net sales      9,100   9,000\n    Rent      150   112\n    Basic    2.02   1.99",
        INCOME,
    )
    new, old = read(OLD, pooled)
    assert restated_share(Side(new), Side(old)) == 1
    assert join((new, old), "Rent", "Rent").score >= weights().enough


def test_a_scale_that_changed_does_not_part_a_line() -> None:
    thousands = drawn("              2002\n    Vessels leased     4,123", BALANCE, scale=1000)
    millions = drawn("              2003    2002\n    Fleet held for charter     5      4.1", BALANCE, scale=1_000_000)
    found = join(read(millions, thousands), "Fleet held for charter", "Vessels leased")
    assert "values-agree" in rules(found)


def test_a_split_of_shares_is_known_in_every_period() -> None:
    def per_share(statement: Statement) -> Statement:
        return replace(statement, rows=tuple(row._replace(unit=Unit.PER_SHARE) for row in statement.rows))

    new = per_share(drawn("              2003    2002\n    Earnings a share      .58    .51", INCOME))
    old = per_share(drawn("              2003    2002\n    Net income per share      1.16    1.02", INCOME))
    assert "values-split" in rules(join(read(new, old), "Earnings a share", "Net income per share"))


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Cash", "Cash", Likeness.EQUAL),
        ("Cash at beginning of year", "Cash at end of year", Likeness.TELLING),
        ("Accounts receivable", "Accounts payable", Likeness.TELLING),
        ("Accrued salaries and wages", "Accrued wages and salaries", Likeness.ALIKE),
        ("Deferred income taxes", "Deferred income taxes and other", Likeness.PART),
        ("Goodwill", "Treasury stock", Likeness.FOREIGN),
        ("", "Treasury stock", Likeness.BARE),
    ],
)
def test_likeness_of_captions(one: str, other: str, kind: Likeness) -> None:
    assert likeness(caption_key(one), caption_key(other)) is kind


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("Cash", "cash"),
        ("Receivables, less allowance of $334", "receivables"),
        ("Receivables, net of allowance", "receivables"),
        ("Common stock, par value $.10 per share", "common stock"),
        ("Debt (Note 4)", "debt"),
        ("Net cash provided by operating activities", "net cash operating activities"),
        ("Net cash used in operating activities", "net cash operating activities"),
        ("(Loss) income", "income"),
        ("2003", "2003"),
    ],
)
def test_what_changes_every_year_is_no_part_of_a_caption(label: str, key: str) -> None:
    assert caption_key(label) == key


def test_lines_know_what_stands_over_them() -> None:
    (found,) = read(
        drawn(
            """
                            2003    2002
        Assets:
          Current:
            Cash            12      25
          Land              30      41
        Debt                42      66
        """
        )
    )
    assert [(one.name, one.heading.name if one.heading else None, one.full) for one in found] == [
        ("assets", None, "assets"),
        ("current", "assets", "assets current"),
        ("cash", "current", "current cash"),
        ("land", "assets", "current land"),
        ("debt", None, "current debt"),
    ]


def test_grand_totals_without_caption_are_known_by_being_equal() -> None:
    (found,) = read(
        drawn(
            """
                            2003    2002
        Cash            12      25
        Land              30      41
        ---
                              42      66
        Debt                10      20
        Equity                32      46
        ---
                              42      66
        """
        )
    )
    assert [(one.name, one.concept) for one in found if not one.row.label] == [
        ("total assets", "us-gaap:Assets"),
        ("total liabilities and stockholders equity", "us-gaap:LiabilitiesAndStockholdersEquity"),
    ]


def year(number: int, lines: str) -> Statement:
    return of_money(drawn(f"              {number}\n{lines}", INCOME))


def line_of(*statements: Statement, label: str) -> list[list[int]]:
    """In which of these statements, the latest first, each line stands that has a row of this caption."""
    *_, clusters = clustered(read(*statements))
    return [sorted(one.lines) for one in clusters if any(line.row.label == label for line in one.lines.values())]


def test_a_line_goes_on_that_filings_between_leave_out() -> None:
    plain = "    Sales      {}\n    Rent      12"
    between = [year(at, plain.format(4000 + at)) for at in (2008, 2007, 2006)]
    ends = [year(at, plain.format(4000 + at) + "\n    Gain on sale of mill      77") for at in (2009, 2005)]
    assert line_of(ends[0], *between, ends[1], label="Gain on sale of mill") == [[0, 4]]
    other = year(2005, plain.format(6005) + "\n    Loss on sale of mill at auction      71")
    assert line_of(ends[0], *between, other, label="Gain on sale of mill") == [[0]]


def test_a_caption_that_is_the_same_to_the_last_word_goes_before_one_of_its_name() -> None:
    notes = "    3 1/4% notes      500\n    6% notes      {}\n    Sales      1,000"
    new, old = read(year(2003, notes.format(20)), year(1999, notes.format(90)))
    same, other = (join([new, old], "6% notes", label) for label in ("6% notes", "3 1/4% notes"))
    assert same.score > other.score


def test_under_another_heading_though_both_have_the_heading_of_either() -> None:
    text = "              {}\n    Hedges:\n      Change      {}\n    Securities:\n      Move      {}"
    new, old = read(drawn(text.format(2003, 7, 9), INCOME), drawn(text.format(1999, 8, 6), INCOME))
    assert "place-outside-heading" in rules(join([new, old], "Change", "Move"))
    assert "place-heading" in rules(join([new, old], "Change", "Change"))


def test_headings_that_are_akin_speak_less_than_equal_ones() -> None:
    text = "              {}\n    {}:\n      Basic      1.02"
    heads = "Earnings per common share", "Earnings per common share before accounting change"
    new, old = read(drawn(text.format(2003, heads[0]), INCOME), drawn(text.format(1999, heads[1]), INCOME))
    assert "place-akin-heading" in rules(join([new, old], "Basic", "Basic"))


def test_numbers_of_shares_that_differ_by_the_factor_of_a_split() -> None:
    def counted(*amounts: str) -> Statement:
        made = drawn(f"              2003    2002\n    Shares      {amounts[0]}   {amounts[1]}", INCOME)
        return replace(made, rows=tuple(row._replace(unit=Unit.SHARES) for row in made.rows))

    twice, other = (join(read(counted("1,254", "1,281"), counted(*old)), "Shares", "Shares")
                    for old in (("627", "640"), ("627", "900")))  # fmt: skip
    assert "values-split" in rules(twice)
    assert "values-split" not in rules(other)


@pytest.mark.parametrize(
    ("caption", "joined"),
    [("Consolidated net sales", True), ("Net sales to affiliates", False), ("Net sales before trade discounts", False)],
)
def test_net_sales_are_net_revenue(caption: str, joined: bool) -> None:
    found = join(
        read(year(2003, f"    {caption}      9,100"), year(1999, "    Net revenue      4,200")), caption, "Net revenue"
    )
    assert ("milestone-equal" in rules(found)) == joined


def test_issues_of_debt_are_told_apart_by_rate_and_year() -> None:
    new = drawn("              2003    2002\n4% notes due 2010    500    500\n6% notes due 2012    212    212", BALANCE)
    old = drawn("              2001    2000\n4% notes due 2010    400    400\n5% notes due 2004    212    212", BALANCE)
    sides = read(new, old)
    assert join(sides, "4% notes due 2010", "4% notes due 2010").score >= weights().enough
    for one, other in (("4% notes due 2010", "5% notes due 2004"), ("6% notes due 2012", "5% notes due 2004")):
        found = join(sides, one, other)
        assert "caption-telling" in rules(found)
        assert found.score < weights().enough
