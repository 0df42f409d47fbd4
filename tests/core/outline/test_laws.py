"""Whatever the lines: the outline never raises, and its sections nest."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.outline.section import Section
from core.outline.titles import clean, fold, is_major, is_notes_title, is_statement_title, schedule_of, statement_kind
from tests.core.outline.drawn import draw, sections

LINES = st.sampled_from(
    [
        "", "", "", "PART I", "Part II", "PART III - OTHER", "Item 1.  Business", "ITEM 7A. MARKET RISK",
        "Items 10, 11 and 12",
        "Item 8.",
        "Item 14 Exhibits .......... 4", "TABLE OF CONTENTS", "NOTES TO CONSOLIDATED FINANCIAL STATEMENTS", "1. Cash",
        "2. Debt", "(3) LEASES", "NOTE 1 - CASH", "NOTE 2", "A. Policies", "CONSOLIDATED BALANCE SHEETS",
        "STATEMENTS OF INCOME",
        "Cash and wool           1,234     2,345", "Total                   9,999     (9,999)", "- ------",
        "======", "<PAGE>   4",
        "    - 12 -", "SIGNATURES", "EXHIBIT INDEX", "10.1   Lease of the mill", "Schedule II",
        "Weaving and Dyeing", "OTHER MATTERS",
        "The mill spins cotton and wool for weavers in four states, and sells what is left over.", "<TABLE>", "</TABLE>",
        "ARTICLE I", "Section 1.1 Terms.", "PRESS RELEASE", "\x0c", "1. Cash (continued)", "Report of Independent Auditors",
    ]
)  # fmt: skip
DRAWN = st.lists(LINES | st.text(max_size=90), max_size=60).map("\n".join)
FORMS = st.sampled_from(["10-K", "10-Q", "8-K", "20-F", "EX-13", "EX-99.1", "EX-10", None])


def hold(tree: tuple[Section, ...], start: int, end: int, seen: set[str]) -> None:
    """Children inside their parents, siblings in order and apart, ids once, headings at the beginning."""
    at = start
    for section in tree:
        assert at <= section.span.start <= section.span.end <= end
        assert section.id not in seen
        seen.add(section.id)
        if section.kind.value != "document":
            assert section.span.holds(section.heading)
        hold(section.children, section.span.start, section.span.end, seen)
        at = section.span.end


@settings(max_examples=80, deadline=None)
@given(DRAWN, FORMS)
def test_any_lines_nest(text: str, form: str | None) -> None:
    text = text.replace("\r", "\n")
    hold(sections(("", text), form=form), 0, len(text), set())


@settings(max_examples=40, deadline=None)
@given(DRAWN, DRAWN)
def test_any_submission_nests(main: str, exhibit: str) -> None:
    main, exhibit = main.replace("\r", "\n"), exhibit.replace("\r", "\n")
    seen: set[str] = set()
    for section, text in zip(sections(("10-K", main), ("EX-13", exhibit)), (main, exhibit), strict=True):
        hold((section,), 0, len(text), seen)


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=200))
def test_titles_of_any_words(text: str) -> None:
    statement_kind(text), is_statement_title(text), is_notes_title(text), is_major(text), schedule_of(text)
    assert clean(clean(text)) == clean(text) or ")" in clean(text)
    assert "  " not in fold(text)


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("1. Cash and Wool\n\n" * 3_000, ""),
        ("Item 1. Business\n\n" * 3_000, "contents: Contents\nitem 1: Business\n"),
        ("NOTES TO FINANCIAL STATEMENTS\n\n" * 1_000, "heading: NOTES TO FINANCIAL STATEMENTS\n"),
        ("a " * 200_000, ""),
    ],
    ids=["numbers", "items", "titles", "a long line"],
)
def test_a_heading_said_a_thousand_times_is_one_and_read_in_time(text: str, drawn: str) -> None:
    found = sections(("", text))
    hold(found, 0, len(text), set())
    assert draw(found) == drawn
