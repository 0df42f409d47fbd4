"""What changed between two filings: laws of the word-level comparison, sections matched, what is no change."""

import itertools
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.analysis import analyse
from core.compare.filings import Aligned, ChangeKind, Comparison, Pair, Tally, align, compare, pairs, tally
from core.compare.stream import Found
from core.compare.words import folded, printed
from core.document.prose import Passage, PassageKind
from core.places import Places
from core.source import Span
from tests.gui import made_up
from tests.redline import KINDS, SAMPLES, edits, set_anew

WORDS = st.lists(st.sampled_from(["a", "bc", "a-bc", ".", "1,2", "-", "\n"]), max_size=9)
TEXTS = st.lists(WORDS.map(lambda words: " ".join(["lamp", *words])), max_size=6)
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
OLD, NEW = (SAMPLES / f"pellwick-ladder-10k-{year}.txt" for year in (2002, 2003))


def side(*texts: str) -> list[Found]:
    """Passages one after another, as the one side of a comparison."""
    return [Found(Passage(PassageKind.PARAGRAPH, text, (Span(0, len(text)),)), folded(text)) for text in texts]


def drawn(rows: tuple[Aligned, ...]) -> str:
    """Rows as text: `[-old-]` for what went, `{+new+}` for what came, with the kind where it is another one."""
    out = []
    for row in rows:
        parts = []
        for change in row.changes:
            old = " ".join(word.text for word in row.old_words[change.old_start : change.old_end])
            new = " ".join(word.text for word in row.new_words[change.new_start : change.new_end])
            plain = change.kind in (ChangeKind.INSERT, ChangeKind.DELETE, ChangeKind.REPLACE)
            said = "" if plain else f"{change.kind}{change.move or ''}: "
            if change.kind is ChangeKind.EQUAL:
                parts.append(new)
            else:
                parts += [part for part, there in ((f"[-{said}{old}-]", old), (f"{{+{said}{new}+}}", new)) if there]
        out.append(" ".join(parts))
    return "\n".join(out)


@unhurried
@given(TEXTS, TEXTS)
def test_every_word_of_both_is_told_once_and_in_order(old: list[str], new: list[str]) -> None:
    for texts, newer in ((old, False), (new, True)):
        words = [word.text for text in texts for word in printed(text)]
        told = []
        for row in align(side(*old), side(*new)):
            mine = row.new_words if newer else row.old_words
            at = 0
            for change in row.changes:
                start, end = (change.new_start, change.new_end) if newer else (change.old_start, change.old_end)
                assert start == at
                told += [word.text for word in mine[start:end]]
                at = end
            assert at == len(mine)
        assert told == words


@unhurried
@given(TEXTS, TEXTS)
def test_equal_words_are_equal_but_for_hyphens_and_stops(old: list[str], new: list[str]) -> None:
    for row in align(side(*old), side(*new)):
        for change in row.changes:
            if change.kind is ChangeKind.EQUAL:
                was = "".join(word.text.lower() for word in row.old_words[change.old_start : change.old_end])
                now = "".join(word.text.lower() for word in row.new_words[change.new_start : change.new_end])
                assert was.replace(".", "") == now.replace(".", "")


@unhurried
@given(TEXTS)
def test_nothing_changed_where_nothing_changed(same: list[str]) -> None:
    assert tally(align(side(*same), side(*same))) == Tally()


@unhurried
@given(st.lists(st.sampled_from(["the", "of", "Lamp", "harbor", "1,234", "and"]), min_size=8, max_size=60), st.data())
def test_where_lines_break_is_no_change(words: list[str], data: st.DataObject) -> None:
    def broken() -> list[Found]:
        cuts = sorted(data.draw(st.sets(st.integers(1, len(words) - 1), max_size=4)))
        return side(*(" ".join(words[a:b]) for a, b in itertools.pairwise([0, *cuts, len(words)])))

    assert tally(align(broken(), broken())) == Tally()


def test_what_is_no_change() -> None:
    old = ['ITEM 7. The "Company" sells long-term con-', "tinued lamps--and oil.", "The Company's lamps"]
    new = ["Item 7", "The ``Company'' sells long term continued lamps — and oil.", "The Company’s lamps"]
    assert tally(align(side(*old), side(*new))) == Tally()


def test_a_changed_figure_a_new_passage_and_one_that_went() -> None:
    old = ["The Company has 41 employees at the end of the year.", "It owns a boat.", "Lamps are sold in nine states."]
    new = ["The Company has 52 employees at the end of the year.", "Lamps are sold in nine states.", "Oil is dear."]
    rows = align(side(*old), side(*new))
    assert drawn(rows) == (
        "The Company has [-figure: 41-] {+figure: 52+} employees at the end of the year .\n"
        "[-It owns a boat .-]\n"
        "Lamps are sold in nine states .\n"
        "{+Oil is dear .+}"
    )
    assert tally(rows) == Tally(inserted=4, deleted=5, places=3, rolled=1)


def test_rolled_dates_are_told_from_words() -> None:
    old = side("Net sales of the year ended June 30, 2002 rose strongly because of better demand for lamps abroad.")
    new = side("Net sales of the year ended July 2, 2003 rose slightly because of better demand for lamps abroad.")
    assert drawn(align(old, new)) == (
        "Net sales of the year ended [-date: June 30-] {+date: July 2+} , [-date: 2002-] {+date: 2003+} rose "
        "[-strongly-] {+slightly+} because of better demand for lamps abroad ."
    )


def test_a_rewritten_phrase_is_one_change_not_a_scatter() -> None:
    old = "Last year our results rose because of the strong demand for lamps abroad in all of our many markets."
    new = "Last year our results fell since fewer harbors of any kind were lit abroad in all of our many markets."
    (row,) = align(side(old), side(new))
    assert [change.kind for change in row.changes] == [ChangeKind.EQUAL, ChangeKind.REPLACE, ChangeKind.EQUAL]


def test_a_moved_sentence_is_told_from_a_new_one_though_it_was_edited() -> None:
    stays = ["Lamps are made of brass in the works at Harbor.", "Oil comes by ship from three ports in the north."]
    old = side(
        *stays, "The Company insures its boats with two old companies.", "It has no other risks to tell of here."
    )
    new = side(
        "The Company insures its boats with three old companies.", *stays, "It has no other risks to tell of here."
    )
    rows = align(old, new)
    counts = tally(rows)
    assert (counts.moved, counts.inserted, counts.deleted) == (1, 1, 1)
    assert "{+moved1: The Company insures its boats with+} {+three+} {+moved1: old companies .+}" in drawn(rows)


def test_a_sentence_that_came_twice_moved_once() -> None:
    stays = [f"Sentence number {at} speaks of lamp {at} and of nothing else at all." for at in range(4)]
    moves = "The Company insures its boats with two old companies."
    rows = align(side(*stays, moves), side(moves, *stays[:2], moves, *stays[2:]))
    counts = tally(rows)
    assert counts.moved == 1
    assert counts.inserted == len(folded(moves))
    assert counts.deleted == 0


def test_the_words_of_a_change_read_back() -> None:
    (row,) = align(side("one two three four five six"), side("one 2 three four five six"))
    (change,) = [change for change in row.changes if change.kind is not ChangeKind.EQUAL]
    assert row.old is not None
    (was,) = row.old_words[change.old_start : change.old_end]
    assert row.old.text[was.at : was.end] == "two"


def test_sections_find_their_like() -> None:
    old, new = made_up.analysis(Path("a.txt"), 2002), made_up.analysis(Path("b.txt"), 2003)
    found = pairs(old, new)
    assert all(pair.old and pair.new and pair.old.id == pair.new.id for pair in found)
    assert "part-2/item-7" in {pair.new.id for pair in found if pair.new}


def test_a_section_that_both_filings_have() -> None:
    old, new = made_up.analysis(Path("a.txt"), 2002), made_up.analysis(Path("b.txt"), 2003)
    pair = next(pair for pair in pairs(old, new) if pair.new and pair.new.id == "cover")
    rows = compare(Places(old), Places(new), pair)
    assert drawn(rows) == (
        "HARBOR LAMP COMPANY\nForm 10 K for the fiscal year ended December 31 , [-date: 2002-] {+date: 2003+}"
    )


def test_a_sample_set_anew_has_not_changed() -> None:
    assert [one for one in set_anew([NEW]) if one.places] == []


def test_made_up_edits_are_told_for_what_they_are() -> None:
    found = list(edits([NEW], 5 * len(KINDS)))
    assert sum(one.right for one in found) >= 0.95 * len(found)
    assert not any(one.false_move for one in found)


def test_all_words_are_compared_once() -> None:
    """The sections' own stretches are all of the text, none of it twice."""
    old, new = Places(analyse(OLD)), Places(analyse(NEW))
    comparison = Comparison(old, new)
    told = sum(len(row.new_words) for pair in comparison.pairs for rows in comparison.own(pair) for row in rows)
    every = sum(len(folded(document.source.text)) for document in new.analysis.filing.documents)
    assert 0.75 * every < told <= every


def test_a_whole_section_is_its_own_stretch_and_those_inside() -> None:
    comparison = Comparison(Places(analyse(OLD)), Places(analyse(NEW)))
    pair = next(one for one in comparison.pairs if one.new and one.new.number == "8" and one.inside)

    def every(at: Pair) -> int:
        mine = sum(len(row.new_words) for rows in comparison.own(at) for row in rows)
        return mine + sum(every(one) for one in at.inside)

    whole = [row for rows in comparison.whole(pair) for row in rows]
    assert sum(len(row.new_words) for row in whole) == every(pair)
    starts = [
        row.new.spans[0].start for row in whole if row.new and row.new.spans and row.new.kind is not PassageKind.TABLE
    ]
    assert starts == sorted(starts)
