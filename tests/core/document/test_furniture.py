"""Page numbers, breaks and running heads: what is furniture of a printed page, and what is content."""

import pytest

from core.document.block import FURNITURE
from core.document.furniture import PAGE_NUMBER, Number, NumberAlone, number, page_break
from core.document.plain import lay_out
from core.source import Source


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("<PAGE>", ""),
        ("<page>", ""),
        ("<PAGE> 12", "12"),
        ("<PAGE>   F-3", "F-3"),
        ("<PAGE12>", "12"),
        ("</PAGE>", ""),
        ("<PAGE", ""),
        ("PAGE 12", None),
        ("<PAGES OF THE REPORT>", None),
        ("<PAGE> that is not the label of anything", None),
        ("", None),
    ],
)
def test_a_break_may_have_the_label_of_its_page(line: str, label: str | None) -> None:
    assert page_break(line) == label


@pytest.mark.parametrize(
    ("line", "prefix", "value", "label"),
    [
        ("12", "", 12, "12"),
        ("- 12 -", "", 12, "12"),
        ("Page 12", "", 12, "12"),
        ("Page 12 of 40", "", 12, "12"),
        ("(12)", "", 12, "12"),
        ("xii", "", 12, "xii"),
        ("iv", "", 4, "iv"),
    ],
)
def test_numbers_that_a_page_may_have(line: str, prefix: str, value: int, label: str) -> None:
    found = number(7, line)
    assert found is not None
    assert (found.line, found.prefix, found.value, found.label) == (7, prefix, value, label)


def test_the_number_of_a_page_may_have_its_part_before_it() -> None:
    first, other = number(0, "F-12"), number(0, "S-12")
    assert first is not None
    assert other is not None
    assert first.value == other.value == 12
    assert first.prefix != other.prefix


@pytest.mark.parametrize("line", ["1,204", "12 lamps", "lamps 12", "1204", "Page", "12.5%", "$12", "12 13", "xylo"])
def test_numbers_that_no_page_has(line: str) -> None:
    assert number(0, line) is None


@pytest.mark.parametrize(("line", "sure"), [("- 12 -", True), ("Page 12", True), ("12", False), ("- 12", False)])
def test_some_numbers_are_written_as_only_those_of_pages_are(line: str, sure: bool) -> None:
    found = number(0, line)
    assert found is not None
    assert found.sure is sure


PLAIN = Number(9, "", 12, "12", sure=False, plain=True)
BRACKETED = PLAIN._replace(plain=False)
DASHED = PLAIN._replace(sure=True, plain=False)


def alone(one: Number, sides: str = "", *, counted: bool = False) -> NumberAlone:
    """`sides` are those of above, below, beside and foot that hold."""
    held = sides.split()
    return NumberAlone(one, "above" in held, "below" in held, "beside" in held, counted, "foot" in held)


@pytest.mark.parametrize(
    ("subject", "rule"),
    [
        (alone(PLAIN, "above below", counted=True), "counts-on"),
        (alone(PLAIN, "beside", counted=True), "counts-on"),
        (alone(PLAIN, "foot", counted=True), "counts-on"),
        (alone(PLAIN, "above", counted=True), None),
        (alone(PLAIN, "below", counted=True), None),
        (alone(PLAIN, "above beside"), "at-break"),
        (alone(PLAIN, "below beside"), "at-break"),
        (alone(PLAIN, "beside"), None),
        (alone(PLAIN, "above below"), None),
        (alone(PLAIN, "foot"), None),
        (alone(BRACKETED, "above below beside"), None),
        (alone(DASHED, "above"), "as-pages-are"),
        (alone(DASHED, "below"), "as-pages-are"),
        (alone(DASHED, "beside"), "as-pages-are"),
        (alone(DASHED), None),
    ],
)
def test_a_number_alone_is_its_pages_by_one_of_three_signs(subject: NumberAlone, rule: str | None) -> None:
    verdict = PAGE_NUMBER.first(subject)
    assert (verdict.clues[0].rule if verdict is not None else None) == (f"page-number/{rule}" if rule else None)


THINGS = ("lamps", "wicks", "masts", "ropes", "boats", "nets", "bells")


def words(page: int) -> str:
    """The text of a page, which no other page has."""
    return "\n".join(
        f"The {THINGS[(page + at) % 7]} of the harbor, {'ab'[at % 2] * (page + 1)}{at}, are of brass."
        for at in range(14)
    )


def furniture(text: str) -> list[str]:
    """The lines of a text that are its pages' furniture, breaks aside."""
    layout = lay_out(Source(1, text))
    found = (line for line, kind in zip(layout.source.lines, layout.kinds, strict=True) if kind == FURNITURE)
    return [line.strip() for line in found if line.strip() and not line.startswith("<PAGE>")]


def test_numbers_that_count_on_are_furniture_and_one_that_does_not_is_content() -> None:
    text = "\n".join(f"{words(page)}\n\n{page}\n" for page in (3, 4, 5))
    assert furniture(text) == ["3", "4", "5"]
    other = "\n".join(f"{words(page)}\n\n{page}\n" for page in (30, 4, 51))
    assert "4" not in furniture(other)


def test_running_heads_are_furniture_from_the_second_printing_on() -> None:
    text = "\n<PAGE>\n".join(f"HARBOR LAMP COMPANY\n\n{words(page)}" for page in range(4))
    assert furniture(text) == ["HARBOR LAMP COMPANY"] * 3


@pytest.mark.parametrize("pages", [1, 2])
def test_a_head_that_is_printed_once_or_twice_is_content(pages: int) -> None:
    heads = ["HARBOR LAMP COMPANY"] * pages + ["Oil of the town", "Gas of the land"]
    text = "\n<PAGE>\n".join(f"{head}\n\n{words(page)}" for page, head in enumerate(heads))
    assert "HARBOR LAMP COMPANY" not in furniture(text)


def test_a_title_over_two_pages_and_its_line_in_a_list_of_titles_are_no_head() -> None:
    listed = "Index\n\nStatements of Lamps\nStatements of Oil\n\n" + words(0)
    titled = [f"STATEMENTS OF LAMPS\n\n{words(page)}" for page in (1, 2)]
    assert furniture("\n<PAGE>\n".join([listed, *titled])) == []
    assert furniture("\n<PAGE>\n".join([*titled, titled[0]])) == ["STATEMENTS OF LAMPS"] * 2


def test_pages_have_the_numbers_printed_on_them() -> None:
    text = "\n<PAGE>\n".join(f"{words(page)}\n\n- {page} -" for page in (3, 4))
    assert [page.number for page in lay_out(Source(1, text)).pages] == ["3", "4"]


@pytest.mark.parametrize(
    ("line", "running"), [("Year Ended       Year Ended", False), ("The Mill         Yearly Report", True)]
)
def test_heads_of_columns_on_every_page_are_no_running_head(line: str, running: bool) -> None:
    page = (
        "{line}\n\nWool      {at}\nYarn      {at}\n"
        + "Cloth that was sold to others\n" * 12
        + "\n   - {at} -\n<PAGE>\n"
    )
    text = "".join(page.format(line=line, at=at) for at in range(3, 8))
    source = Source(1, text)
    places = [at for at, each in enumerate(source.bare) if each == line]
    assert [lay_out(source).kinds[at] == FURNITURE for at in places] == [False, *[running] * 4]


def test_a_page_that_a_sentence_names_is_no_number_of_its_page() -> None:
    sentence = "The factors that may impact future results are described beginning on\npage 18.\n"
    assert furniture(f"{sentence}\nMore of it.\n\n                  Page 19\n\nAnd more.\n") == ["Page 19"]


def test_a_last_word_that_often_ends_a_page_is_no_foot_of_it() -> None:
    page = "A member of class {} has the rights that every other member has under the\nPlan.\n\n<PAGE>\nWords of page {}.\n\n"
    assert "Plan." not in furniture("".join(page.format(at, at) for at in "abcdef"))
    apart = page.replace(" the\nPlan.", " it.\n\nPlan.")
    assert "Plan." in furniture("".join(apart.format(at, at) for at in "abcdef"))


SIGNED = (
    "                  /s/ {} Reed\n                      {}\n                      Harbor Lamp Company\n\n<PAGE>\n"
)


def test_lines_under_a_signature_are_no_foot_of_their_pages() -> None:
    text = "".join(f"{words(page)}\n\n\n" + SIGNED.format("ABCDEF"[page], "Director") for page in range(6))
    assert furniture(text) == []
    apart = "".join(f"{words(page)}\n\n                      Harbor Lamp Company\n\n<PAGE>\n" for page in range(6))
    assert furniture(apart) == ["Harbor Lamp Company"] * 5
    row = "Oil            12\n"
    under_a_row = "".join(f"{words(page)}\n\n   {row}   Harbor Lamp Company\n\n<PAGE>\n" for page in range(6))
    assert furniture(under_a_row) == ["Harbor Lamp Company"] * 5


def test_a_line_between_two_breaks_is_printed_on_one_page() -> None:
    title = "HARBOR LAMP PLAN"
    text = f"<PAGE>\n\n<PAGE>\n{title}\n\n{words(1)}\n<PAGE>\n{title}\n\n{words(2)}\n"
    assert furniture(text) == []


def test_printed_numbers_tell_pages_that_belong_together_whatever_breaks_are_between() -> None:
    def between(breaks: int) -> str:
        return f"\n\n{words(breaks)}\n\n<PAGE>\n\n".join(f"{words(at)}" for at in range(breaks))

    def pages(numbers: tuple[int, ...]) -> str:
        return "".join(f"{between(5)}\n\n{at}\n\nHarbor Lamp Report\n\n" for at in numbers)

    assert furniture(pages((3, 5, 6, 8))).count("Harbor Lamp Report") == 3
    assert "Harbor Lamp Report" not in furniture(pages((3, 9, 16, 25)))
    labelled = pages((3, 5, 6, 8)).replace("<PAGE>", "<PAGE> 7")
    assert furniture(labelled).count("Harbor Lamp Report") == 3


@pytest.mark.parametrize(("label", "is_number"), [("i", True), ("iv", True), ("x", False), ("v", False), ("I", False)])
def test_a_small_roman_number_beside_a_break_is_its_pages(label: str, is_number: bool) -> None:
    text = f"{words(1)}\n\n              {label}\n<PAGE>\n{words(2)}\n"
    assert furniture(text) == [label] * is_number


def test_a_head_of_two_lines_says_in_its_last_that_it_goes_on() -> None:
    head = "SCHEDULE OF LAMPS\nOF THE HARBOR"
    text = f"{words(1)}\n<PAGE>\n{head}\n\n{words(2)}\n<PAGE>\n{head}\n(continued)\n\n{words(3)}\n"
    assert furniture(text) == head.split("\n")
    assert furniture(text.replace("(continued)\n", "")) == []


def test_the_number_of_a_break_goes_before_the_one_above_it() -> None:
    text = "".join(
        f"{words(at)}\n\n- {at} -\n<PAGE> {at * 9}\nHarbor Lamp Report\n\n" + f"{words(9)}\n<PAGE>\n" * 5
        for at in range(3, 8)
    )
    assert "Harbor Lamp Report" not in furniture(text)
