"""The headline of a press release: which block it is, how long it may be, and what stands around it."""

import pytest

from core.document.plain import lay_out
from core.outline.lines import Lines
from core.outline.press_release import headline_of, is_clutter
from core.source import Source

RUNNING = """The mill spins cotton and wool for weavers in four states, and it sells what is
left over to dealers abroad; it announced today that it has bought another kettle works."""
DATED = "ALDER LANE, Ohio -- The mill has bought the kettle works today and will pay for it in cash."
TITLE = "Hollow Brook Mills Buys the Kettle Works"


def headline(text: str, kind: str = "EX-99.1") -> tuple[str, int, int] | None:
    """The headline and its lines."""
    layout = lay_out(Source(1, text))
    found = headline_of(Lines(layout), layout, kind)
    return None if found is None else (found.title, found.first, found.last)


def release(*blocks: str, text: str = RUNNING, wire: str = "FOR IMMEDIATE RELEASE") -> str:
    """Blocks over the text of a release."""
    return "\n\n".join([wire, *blocks, text, ""])


@pytest.mark.parametrize("kind", ["EX-99.1", "EX-99", ""])
def test_a_release_has_a_headline(kind: str) -> None:
    assert headline(release(TITLE), kind) == (TITLE, 2, 3)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (release(TITLE), "EX-10.1"),
        (release(TITLE, wire="A LETTER"), "EX-99.1"),
        (release(TITLE, text="Kettles."), "EX-99.1"),
        (release(TITLE, text=RUNNING.splitlines()[0]), "EX-99.1"),
        ("\n" * 89 + RUNNING + "\n\nFOR IMMEDIATE RELEASE\n\n" + TITLE, "EX-99.1"),
    ],
    ids=["another exhibit", "nothing says release", "no running text", "one line of it", "all of it below"],
)
def test_what_has_none(text: str, kind: str) -> None:
    assert headline(text, kind) is None


def test_one_line_of_running_text_is_enough_with_a_date_line() -> None:
    assert headline(release(TITLE, text=DATED)) == (TITLE, 2, 3)


def test_a_date_line_over_what_is_announced_makes_a_release() -> None:
    text = release(TITLE, text=f"{DATED} It also\nannounced that it sells its looms.", wire="A LETTER")
    assert headline(text) == (TITLE, 2, 3)
    assert headline(text.replace("announced", "says")) is None
    assert headline(text.replace("announced", "reported")) == (TITLE, 2, 3)


@pytest.mark.parametrize(("above", "found"), [(85, (TITLE, 87, 88)), (86, None)])
def test_it_stands_among_the_first_lines(above: int, found: tuple[str, int, int] | None) -> None:
    assert headline("FOR IMMEDIATE RELEASE\n" + "\n" * (above + 1) + f"{TITLE}\n\n{RUNNING}\n") == found


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Mill Buys Works", "Mill Buys Works"),
        ("Mill Buys", None),
        ("12 31 2003", None),
        ("the mill buys the works", None),
        ("Mill   Buys Works", None),
        ("\n".join(["Mill Buys Works"] * 6), " ".join(["Mill Buys Works"] * 6)),
        ("\n".join(["Mill Buys Works"] * 7), None),
        ("Contact: Ann Alder\nMill Buys Works\n(555) 555-0100", "Mill Buys Works"),
        ("(BUSINESS WIRE) Mill Buys Works", "Mill Buys Works"),
    ],
)
def test_the_words_of_a_headline(words: str, title: str | None) -> None:
    found = headline(release(words))
    assert (None if found is None else found[0]) == title


@pytest.mark.parametrize(
    ("blocks", "title"),
    [
        (("Mill Buys Works", "Cash Is Paid Today"), "Mill Buys Works"),
        (("Mill Buys Works", "", "Cash Is Paid Today"), "Cash Is Paid Today"),
        (("MILL BUYS WORKS", "", "", "Cash Is Paid Today"), "MILL BUYS WORKS"),
        (("Mill Buys Works", "CASH IS PAID TODAY"), "CASH IS PAID TODAY"),
        (("MILL BUYS WORKS", "CASH IS PAID TODAY"), "MILL BUYS WORKS"),
        (("MILL BUYS WORKS", "", "CASH IS PAID TODAY"), "CASH IS PAID TODAY"),
    ],
)
def test_of_two_headlines_the_later_is_it_but_none_right_below_another(blocks: tuple[str, ...], title: str) -> None:
    found = headline(release(*blocks))
    assert found is not None
    assert found[0] == title


@pytest.mark.parametrize(
    ("text", "clutter"), [("# # #", True), ("(555) 555-0100", True), ("# Mill", False), ("Mill Buys Works", False)]
)
def test_clutter(text: str, clutter: bool) -> None:
    assert is_clutter(text) == clutter
