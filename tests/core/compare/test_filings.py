"""What changed between two filings: laws of the word-level comparison, sections matched."""

import itertools
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from core.compare.filings import Aligned, ChangeKind, Tally, align, changes, compare, pairs, tally
from core.document.prose import Passage, PassageKind, Word, words
from core.places import Places
from core.source import Span
from tests.gui import made_up

WORDS = st.lists(st.sampled_from(["the", "of", "lamp", "harbor", "1,234", ".", "and"]), max_size=60)
TEXTS = st.lists(st.text(alphabet="abc .,1\n", max_size=40).filter(str.strip), max_size=8)


def side(texts: list[str]) -> tuple[str, list[tuple[Passage, tuple[Word, ...]]]]:
    """Passages one after another, as the one side of a comparison, and their text."""
    whole, found = "", []
    for text in texts:
        span = Span(len(whole), len(whole) + len(text))
        whole += text + "\n"
        passage = Passage(PassageKind.PARAGRAPH, text, (span,))
        found.append((passage, tuple(words(whole, passage))))
    return whole, found


def drawn(rows: tuple[Aligned, ...]) -> str:
    """Rows as text: `[-old-]` for what went, `{+new+}` for what came."""
    out = []
    for row in rows:
        parts = []
        for change in row.changes:
            old = " ".join(word.text for word in row.old_words[change.old_start : change.old_end])
            new = " ".join(word.text for word in row.new_words[change.new_start : change.new_end])
            if change.kind is ChangeKind.EQUAL:
                parts.append(new)
            else:
                parts += [part for part, there in ((f"[-{old}-]", old), (f"{{+{new}+}}", new)) if there]
        out.append(" ".join(parts))
    return "\n".join(out)


@given(WORDS, WORDS)
def test_equal_and_deleted_rebuild_the_old_equal_and_inserted_the_new(old: list[str], new: list[str]) -> None:
    found = changes(old, new)
    kinds = (ChangeKind.EQUAL, ChangeKind.DELETE, ChangeKind.REPLACE)
    assert [word for c in found if c.kind in kinds for word in old[c.old_start : c.old_end]] == old
    kinds = (ChangeKind.EQUAL, ChangeKind.INSERT, ChangeKind.REPLACE)
    assert [word for c in found if c.kind in kinds for word in new[c.new_start : c.new_end]] == new
    for change in found:
        if change.kind is ChangeKind.EQUAL:
            assert old[change.old_start : change.old_end] == new[change.new_start : change.new_end]


@given(WORDS, WORDS)
def test_kinds_say_what_they_are_and_alternate(old: list[str], new: list[str]) -> None:
    found = changes(old, new)
    for change in found:
        went, came = change.old_end > change.old_start, change.new_end > change.new_start
        expected = {
            ChangeKind.EQUAL: (True, True),
            ChangeKind.REPLACE: (True, True),
            ChangeKind.DELETE: (True, False),
            ChangeKind.INSERT: (False, True),
        }
        assert (went, came) == expected[change.kind]
    equal = [change.kind is ChangeKind.EQUAL for change in found]
    assert all(one != other for one, other in itertools.pairwise(equal))


@given(WORDS)
def test_nothing_changed_where_nothing_changed(same: list[str]) -> None:
    assert all(change.kind is ChangeKind.EQUAL for change in changes(same, same))


@given(TEXTS, TEXTS)
def test_rows_hold_every_passage_of_both_once_and_in_order(old: list[str], new: list[str]) -> None:
    rows = align(side(old)[1], side(new)[1])
    assert [row.old.text for row in rows if row.old] == old
    assert [row.new.text for row in rows if row.new] == new


@given(TEXTS)
def test_words_read_back_from_their_spans_and_from_the_passage(texts: list[str]) -> None:
    whole, found = side(texts)
    for passage, inside in found:
        for word in inside:
            assert whole[word.span.start : word.span.end] == word.text
            assert passage.text[word.at : word.at + len(word.text)] == word.text


def test_a_changed_word_a_new_passage_and_one_that_went() -> None:
    old = ["The Company has 41 employees at the end of the year.", "It owns a boat.", "Lamps are sold in nine states."]
    new = ["The Company has 52 employees at the end of the year.", "Lamps are sold in nine states.", "Oil is dear."]
    rows = align(side(old)[1], side(new)[1])
    assert drawn(rows) == (
        "The Company has [-41-] {+52+} employees at the end of the year .\n"
        "[-It owns a boat .-]\n"
        "Lamps are sold in nine states .\n"
        "{+Oil is dear .+}"
    )
    assert tally(rows) == Tally(inserted=5, deleted=6, places=3)


def test_a_rewritten_phrase_is_one_change_not_a_scatter() -> None:
    old = ["results", "rose", "because", "of", "the", "strong", "demand", "for", "lamps", "abroad"]
    new = ["results", "fell", "since", "fewer", "harbors", "of", "any", "kind", "were", "lit", "abroad"]
    assert [change.kind for change in changes(old, new)] == [ChangeKind.EQUAL, ChangeKind.REPLACE, ChangeKind.EQUAL]


def test_the_words_of_a_change_read_back() -> None:
    old_text, old = side(["one two three"])
    new_text, new = side(["one 2 three"])
    (row,) = align(old, new)
    (change,) = [change for change in row.changes if change.kind is not ChangeKind.EQUAL]
    was, now = row.old_words[change.old_start : change.old_end], row.new_words[change.new_start : change.new_end]
    assert [old_text[word.span.start : word.span.end] for word in was] == ["two"]
    assert [new_text[word.span.start : word.span.end] for word in now] == ["2"]


def test_sections_find_their_like() -> None:
    old, new = made_up.analysis(Path("a.txt"), 2002), made_up.analysis(Path("b.txt"), 2003)
    found = pairs(old, new)
    assert all(pair.old and pair.new and pair.old.id == pair.new.id for pair in found)
    assert "part-2/item-7" in {pair.new.id for pair in found if pair.new}


def test_a_section_that_both_filings_have() -> None:
    old, new = made_up.analysis(Path("a.txt"), 2002), made_up.analysis(Path("b.txt"), 2003)
    pair = next(pair for pair in pairs(old, new) if pair.new and pair.new.id == "cover")
    rows = compare(Places(old), Places(new), pair)
    assert drawn(rows) == ("HARBOR LAMP COMPANY\nForm 10 - K for the fiscal year ended December 31 , [-2002-] {+2003+}")
