"""What is found for what is typed: titles, captions, amounts, text; and that a search can be stopped at any time."""

from dataclasses import replace
from decimal import Decimal
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.analysis import Analysis
from core.places import Places
from core.search import Amount, HitKind, Index, _excerpt, amount, occurrences, page, search, whereabouts
from core.source import Span
from tests.gui import made_up


@pytest.fixture
def index() -> Index:
    return Index(Places(made_up.analysis()))


def drawn(index: Index, query: str) -> list[str]:
    """The hits as text, best first: `kind title`."""
    hits = [hit for batch in search([index], query) for hit in batch]
    return [f"{hit.kind} {hit.title}" for hit in sorted(hits, key=lambda hit: -hit.score)]


@pytest.mark.parametrize(
    ("query", "low", "high", "exact"),
    [
        ("1,740,763", "1740763", "1740763", True),
        ("1740763", "1740763", "1740763", True),
        ("$ (250)", "250", "250", True),
        (".28", "0.28", "0.28", True),
        ("$1.7 million", "1650000", "1750000", False),
        ("2 billion", "1500000000", "2500000000", False),
        ("40k", "39500", "40500", False),
    ],
)
def test_amounts_in_any_notation(query: str, low: str, high: str, exact: bool) -> None:
    asked = amount(query)
    assert asked is not None
    assert asked[:3] == (Decimal(low), Decimal(high), exact)


def test_an_amount_that_is_still_being_typed_is_found_by_its_first_digits(index: Index) -> None:
    whole = next(
        figure.text.strip("$() ")
        for statement in index.places.statements.values()
        for row in statement.rows
        for figure in row.figures
        if figure.value is not None and abs(figure.value) >= 1000
    )
    bare = whole.replace(",", "")
    for query in (bare[:3], bare, whole):
        assert any(hit.startswith("amount ") for hit in drawn(index, query)), query
    assert amount("12") == Amount(Decimal(12), Decimal(12), exact=True)


@pytest.mark.parametrize("query", ["", "item 7", "1.2.3", "million", "10-K", "1,2 3"])
def test_words_are_no_amounts(query: str) -> None:
    assert amount(query) is None


def test_an_item_by_its_number(index: Index) -> None:
    assert drawn(index, "item 2")[0] == "section Item 2  Properties"


def test_a_note_by_its_title(index: Index) -> None:
    assert drawn(index, "inventories")[:2] == ["section Note 2  Inventories", "line Inventories"] or drawn(
        index, "inventories"
    )[:2] == ["line Inventories", "section Note 2  Inventories"]


def test_a_line_by_the_beginnings_of_its_words(index: Index) -> None:
    assert "line Total current assets" in drawn(index, "tot cur ass")


def test_a_misspelt_line(index: Index) -> None:
    assert "line Inventories" in drawn(index, "invntories")


@pytest.mark.parametrize("query", ["17,900", "17900", "$17,900", "17,900,000", "$17.9 million"])
def test_an_amount_as_printed_or_in_units(index: Index, query: str) -> None:
    assert drawn(index, query)[0] == "amount Total liabilities and equity, 2002"


def test_a_figure_per_share_is_not_scaled(index: Index) -> None:
    assert drawn(index, ".60")[0] == "amount Income (loss) per share, 2003"
    assert not [hit for hit in drawn(index, "600.00") if "per share" in hit]


def test_an_amount_leads_to_its_own_figure(index: Index) -> None:
    hits = [hit for batch in search([index], "17,900") for hit in batch if hit.kind is HitKind.AMOUNT]
    assert [index.analysis.filing.document(1).source.read(hit.cite) for hit in hits] == ["$17,900"]


def test_words_of_the_text_without_page_furniture(index: Index) -> None:
    assert drawn(index, "harbors were lit") == ["text Net sales rose by 9.1% as harbors were lit again."]
    assert drawn(index, "- 2 -") == []


def test_words_over_a_line_break(index: Index) -> None:
    assert len(list(drawn(index, "live by them. It sells"))) == 1


def test_a_search_may_be_left_at_any_time(index: Index) -> None:
    assert list(islice(search([index], "total"), 1))


def test_where_a_place_is() -> None:
    analysis = made_up.analysis()
    offset = made_up.cite_of(analysis, "Sales are booked").start
    line = analysis.filing.document(1).source.line_of(offset)
    assert whereabouts(Places(analysis), 1, offset) == f"Item 8 · Note 1 · line {line}"
    assert whereabouts(Places(analysis), 1, made_up.cite_of(analysis, "makes lamps").start).endswith("page 2 · line 8")
    assert page(analysis, 1, offset) is None


def test_the_index_holds_every_section_and_captioned_line() -> None:
    analysis: Analysis = made_up.analysis()
    titles = {entry.title for entry in Index(Places(analysis)).entries}
    assert {"Item 7  Management's Discussion and Analysis of Financial Condition and Results of Operations"} <= titles
    assert {row.label for s in analysis.statements for row in s.rows if row.label and row.figures} <= titles


@given(st.text(alphabet="ab \n,1", max_size=300), st.text(alphabet="ab1", min_size=1, max_size=3))
def test_every_occurrence_is_found_once_and_reads_back(text: str, query: str) -> None:
    found = [span for piece in occurrences(text, query) for span in piece]
    assert found == sorted(set(found))
    assert all(text[start:end].lower() == query for start, end in found)
    assert bool(found) == (query in text)


def test_what_lies_over_the_seam_of_two_pieces() -> None:
    text = "x" * ((1 << 16) - 3) + "needle" + "x" * 10
    assert [span for piece in occurrences(text, "NEEDLE") for span in piece] == [Span((1 << 16) - 3, (1 << 16) + 3)]


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("lamps", "lamps"),
        ("before lamps after", "before lamps after"),
        (
            "one two three four five six seven eight nine ten eleven twelve lamps",
            "two three four five six seven eight nine ten eleven twelve lamps",
        ),
        ("x" * 90 + "lamps", "lamps"),
    ],
)
def test_an_excerpt_begins_with_a_word(line: str, shown: str) -> None:
    text = f"Harbor\n{line}\n"
    at = text.index("lamps")
    assert _excerpt(text, Span(at, at + 5)) == shown


@pytest.mark.parametrize("query", ["o'hara-lamp net", "ohara lamp net", "o’hara lamp net"])
def test_a_companys_name_may_be_asked_with_or_without_its_signs(query: str) -> None:
    analysis = made_up.analysis()
    header = replace(analysis.filing.header, company="O'HARA LAMP INC")
    named = replace(analysis, filing=replace(analysis.filing, header=header))
    assert [hit for batch in search([Index(Places(named))], query) for hit in batch if hit.kind is HitKind.LINE]


def test_a_primary_statement_comes_before_a_heading_of_the_same_words(index: Index) -> None:
    hits = sorted((hit for batch in search([index], "balance") for hit in batch), key=lambda hit: -hit.score)
    assert hits[0].statement == "balance-sheet"
    assert hits[0].score < 100


def test_words_that_stand_together_in_the_text_come_before_titles_that_are_only_like_them() -> None:
    text = made_up.analysis().filing.documents[0].source.text
    sentence = next(line.strip() for line in text.splitlines() if line.count(" ") > 8 and line.strip().endswith("."))
    words = " ".join(sentence.split()[1:4])
    hits = [hit for batch in search([Index(Places(made_up.analysis()))], words) for hit in batch]
    assert max(hits, key=lambda hit: hit.score).kind is HitKind.TEXT
