"""Contents pages: what is one, where it begins and ends, and how far each of its bounds reaches."""

import pytest

from core.document.plain import lay_out
from core.outline.contents import Listing, contents_of, listing_end, listings_of
from core.outline.forms import Form, form_of
from core.outline.headings import scan
from core.outline.lines import Lines
from core.source import Source

PROSE = "The mill spins cotton and wool for weavers in four states, and sells what is left over."


def annual() -> Form:
    """The form of annual reports."""
    form = form_of("10-K")
    assert form is not None
    return form


def listing(text: str) -> Listing | None:
    """The contents page of an annual report."""
    lines = Lines(lay_out(Source(1, text)))
    return contents_of(lines, scan(lines), annual())


def paged(words: str, page: int) -> str:
    """A line of a contents page, with leader dots."""
    return f"{words} {'.' * (60 - len(words))} {page}"


class Parts:
    """A contents page that lists Parts alone, in so many lines."""

    def __init__(self, entries: int = 4, filler: int = 0, parts: int = 2, tail: str = "", above: int = 1) -> None:
        names = ["PART I", "PART II", "PART III", "PART IV"][:parts]
        first = [names[0], *(paged(f"What the mill does, {at}", at) for at in range(1, entries))]
        rest = [paged("What it earns", entries)] if entries else []
        listed = [*first, *("" for _ in range(filler)), *(line for name in names[1:] for line in (name, *rest))]
        self.text = "\n".join(
            ["A MILL", "TABLE OF CONTENTS", *[""] * above, *listed, tail, "Item 1.  Business", "", PROSE]
        )
        self.begin = 1
        self.end = max(at for at, line in enumerate(self.text.split("\n")) if "...." in line or at == 0) + 1


def test_a_page_that_lists_parts_alone_ends_behind_its_last_page_number() -> None:
    page = Parts()
    found = listing(page.text)
    assert found is not None
    assert (found.first, found.last, found.entries, found.parts) == (page.begin, page.end, (), frozenset({1, 2}))


@pytest.mark.parametrize(
    ("page", "lists"),
    [
        (Parts(entries=4), True),
        (Parts(entries=3), False),
        (Parts(parts=1, entries=6), False),
        (Parts(filler=110), True),
        (Parts(filler=113), True),
        (Parts(filler=114), False),
    ],
    ids=["four pages", "three pages", "one Part", "long", "120 lines", "121 lines"],
)
def test_parts_alone_are_listed_on_four_lines_with_pages_above_the_first_item(page: Parts, lists: bool) -> None:
    assert (listing(page.text) is not None) == lists


def test_parts_below_the_first_item_are_not_listed() -> None:
    text = "\n".join(
        ["PART I", *(paged("What the mill does", at) for at in range(2, 8)), "Item 1.  Business", "PART II"]
    )
    assert listing(text) is None


def test_parts_below_the_last_page_number_are_not_listed() -> None:
    text = "\n".join(
        ["PART I", *(paged("What the mill does", at) for at in range(2, 8)), "PART II", "Item 1.  Business"]
    )
    assert listing(text) is None


def items(between: int = 0, words: str = "", pages: bool = False, below: int = 0, count: int = 3) -> str:
    """A contents page of Items with other lines between its first two, and lines between it and the text."""
    titles = ["Business", "Properties", "Legal Proceedings", "Mine Safety Disclosures"][:count]
    entries = [f"Item {number}.  {title}" for number, title in enumerate(titles, 1)]
    if pages:
        entries = [paged(entry, at) for at, entry in enumerate(entries, 1)]
    filler = [words or f"of the mill at Alder Lane no. {at}:" for at in range(between)]
    text = [f"Item {number}.  {title}\n\n{PROSE}\n" for number, title in enumerate(titles, 1)]
    return "\n".join([entries[0], *filler, *entries[1:], *[""] * below, *text])


FULL = "The mill spins cotton and wool for weavers in four states; it sells what is left over,"


@pytest.mark.parametrize(
    ("text", "lists"),
    [
        (items(), True),
        (items(between=24), True),
        (items(between=25), False),
        (items(between=24, pages=True), True),
        (items(between=25, pages=True), False),
        (items(between=9, words=FULL), True),
        (items(between=10, words=FULL), False),
        (items(below=398), True),
        (items(below=399), False),
        (items(below=399, pages=True), True),
        (items(count=1), False),
    ],
    ids=[
        *("entries alone", "as many other lines as may be", "more other lines"),
        *("beside page numbers as many", "beside page numbers more"),
        *("as much running text as may be", "more running text"),
        *("the text as far below as may be", "farther below", "farther below, with page numbers", "one Item"),
    ],
)
def test_how_much_may_stand_between_the_entries_of_a_list_and_below_it(text: str, lists: bool) -> None:
    assert (listing(text) is not None) == lists


@pytest.mark.parametrize(("above", "first"), [(0, 1), (13, 1), (14, 16)])
def test_the_title_of_a_contents_page_stands_close_above_its_first_entry(above: int, first: int) -> None:
    found = listing("A MILL\nTABLE OF CONTENTS\n" + "\n" * above + items())
    assert found is not None
    assert found.first == first


@pytest.mark.parametrize(("more", "last"), [(0, 3), (1, 4), (5, 8), (6, 8)])
def test_the_last_entry_goes_on_over_a_few_lines(more: int, last: int) -> None:
    entries = [f"Item {number}.  {title}" for number, title in enumerate(["Business", "Properties", "Proceedings"], 1)]
    text = "\n".join([*entries, *["of the mill"] * more, "", "", *(f"{entry}\n\n{PROSE}\n" for entry in entries)])
    found = listing(text)
    assert found is not None
    assert (found.last, len(found.entries)) == (last, 3)


@pytest.mark.parametrize(("listed", "found"), [(4, 1), (3, 0)])
def test_a_document_on_no_form_lists_its_contents_on_four_lines_with_pages(listed: int, found: int) -> None:
    text = "\n".join(["CONTENTS", "", *(paged("What the mill does", at) for at in range(listed)), "", PROSE])
    lines = Lines(lay_out(Source(1, text)))
    assert len(listings_of(lines, scan(lines))) == found


@pytest.mark.parametrize(
    ("below", "end"),
    [
        (["of the mill"] * 4 + ["and more ..... 3"], 6),
        ([""] * 26 + ["and more ..... 3"], 28),
        ([""] * 27 + ["and more ..... 3"], 1),
        (["of the mill"] * 26 + ["and more ..... 3"], 28),
        (["of the mill"] * 27 + ["and more ..... 3"], 1),
    ],
    ids=["an entry that goes on", "blank lines", "more blank lines", "words", "more words"],
)
def test_a_contents_page_ends_where_no_line_with_a_page_number_follows_soon(below: list[str], end: int) -> None:
    lines = Lines(lay_out(Source(1, "\n".join(["What it does ..... 2", *below, "", PROSE]))))
    assert listing_end(lines, 0, lines.count) == end
