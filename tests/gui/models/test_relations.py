"""What a figure has to do with others, as lines that lead there."""

from core.analysis import Analysis
from core.places import Places
from gui.models.relations import how_many, relations
from tests.gui import made_up


def test_a_total_and_its_parts(analysis: Analysis) -> None:
    places = Places(analysis)
    told = relations(places, made_up.cite_of(analysis, "5,000"))
    assert [(line.name, line.value.rpartition(" · ")[0]) for line in told.lines] == [
        ("Made of", "$1,200 · Cash and cash equivalents"),
        ("", "2,300 · Accounts receivable, less allowance of $40"),
        ("", "1,500 · Inventories"),
        ("Goes into", "$8,000 · Total assets"),
    ]
    assert told.summary == "made of 3 · goes into 1"
    assert how_many(places, made_up.cite_of(analysis, "5,000")) == 4
    assert all(line.cite is not None for line in told.lines)


def test_what_goes_into_a_sum_that_is_off_says_so(analysis: Analysis) -> None:
    places = Places(analysis)
    part = made_up.off(analysis)[0].cites[1]
    lines = relations(places, part).lines
    assert any(line.value.startswith("▲ $17,900") for line in lines)


def test_where_the_same_is_tagged() -> None:
    analysis = made_up.with_tags()
    places = Places(analysis)
    figure = places.statements["balance-sheet"].rows[3].figures[0].cite
    tagged = [line for line in relations(places, figure).lines if line.name == "Tagged at"]
    others = places.tagged.elsewhere(places.figure_at(1, figure.start).figure.fact, figure)  # type: ignore[union-attr, arg-type]
    assert len(tagged) <= len(others)
    assert all(line.cite in set(others) for line in tagged)
