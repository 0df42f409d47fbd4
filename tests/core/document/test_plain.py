"""What the lines of a plain text are for, its pages and its blocks; drawn a letter a line."""

from core.document.block import BlockKind, Layout, Line
from core.document.plain import lay_out
from core.source import Source

LETTERS = {Line.BLANK: " ", Line.WORDS: "w", Line.RULE: "-", Line.FURNITURE: "f", Line.MARKUP: "m"}


def layout(text: str) -> Layout:
    return lay_out(Source(1, text))


def drawn(text: str) -> str:
    """A letter for each line: words, rule, furniture, markup, blank."""
    return "".join(LETTERS[Line(kind)] for kind in layout(text).kinds)


def pages(*bodies: str, foot: str = "\n\n                 - {} -\n<PAGE>\n") -> str:
    """Pages with a number each."""
    return "".join(f"{body}{foot.format(number)}" for number, body in enumerate(bodies, 1))


def test_rules_markup_and_page_numbers() -> None:
    text = (
        "PART I\n- ------\n\n<TABLE>\n<S>    <C>\nCash     12\n======\n</TABLE>\n\n       - 23 -\n<PAGE>   24\nItem 2"
    )
    assert drawn(text) == "w- mmw-m ffw"


def test_numbers_beside_page_breaks_are_furniture_in_every_writing() -> None:
    for foot in (
        "\n\n  {}\n<PAGE>\n",
        "\n\nPage {} of 40\n\f\n",
        "\n\n   F-{}\n<PAGE>\n",
        "\n\n<PAGE>  {}\n",
        "\n\n(Page {})\n\n",
    ):
        text = pages(*["Kettles sell well.\nSo do pots."] * 4, foot=foot)
        found = layout(text)
        words = [line for line, kind in zip(found.source.lines, found.kinds, strict=True) if kind == Line.WORDS]
        assert set(words) == {"Kettles sell well.", "So do pots."}, foot


def test_numbers_that_count_on_are_pages_without_any_mark() -> None:
    prose = "\n".join(["The Company makes kettles of every kind."] * 20)
    text = "".join(f"{prose}\n\n                  {number}\n\n" for number in (7, 8, 9))
    assert [page.number for page in layout(text).pages] == ["7", "8", "9"]


def test_figures_of_a_table_are_not_page_numbers() -> None:
    text = "Employees\n\nOhio          12\n              --\n              34\n\nUtah           3\n\n<PAGE>\nItem 2\n"
    assert drawn(text).count("f") == 1


def test_a_running_head_is_content_once_and_furniture_after() -> None:
    head = "KETTLE COMPANY\nNOTES TO FINANCIAL STATEMENTS{}\n\n"
    bodies = [head.format("") + "1. Cash\nCash is money."] + [
        head.format(" -- (CONTINUED)") + f"{number}. Pots\nPots are many." for number in (2, 3, 4)
    ]
    found = layout(pages(*bodies))
    furniture = [line for line, kind in zip(found.source.lines, found.kinds, strict=True) if kind == Line.FURNITURE]
    assert furniture.count("KETTLE COMPANY") == 3
    assert furniture.count("NOTES TO FINANCIAL STATEMENTS -- (CONTINUED)") == 3
    assert "NOTES TO FINANCIAL STATEMENTS" not in furniture


def test_a_note_that_goes_on_once_keeps_its_heading() -> None:
    text = pages("4. Taxes\nTaxes were paid.", "4. Taxes (continued)\nMore taxes.", "5. Leases\nPots are leased.")
    found = layout(text)
    assert found.kinds[found.source.lines.index("4. Taxes (continued)")] == Line.WORDS


def test_column_heads_with_years_are_never_running_heads() -> None:
    head = "                 1999      1998\n"
    found = layout(
        pages(*[f"{head}{name}               1         2" for name in ("Cash", "Pots", "Lids", "Tea", "Tin")])
    )
    heads = [kind for line, kind in zip(found.source.lines, found.kinds, strict=True) if line == head[:-1]]
    assert heads == [Line.WORDS] * 5


def test_pages_have_their_printed_numbers_and_cover_the_text() -> None:
    text = pages("First.", "Second.") + "Last words."
    found = layout(text).pages
    assert [page.number for page in found] == ["1", "2", None]
    assert [page.span.start for page in found] == [0, *(page.span.end for page in found[:-1])]
    assert found[-1].span.end == len(text)


def test_a_label_after_the_break_numbers_the_page_that_follows() -> None:
    text = "<PAGE>cover\nA title.\n<PAGE>i\nA list.\n<PAGE>1\nWords.\n"
    assert [page.number for page in layout(text).pages] == ["cover", "i", "1"]


def test_paragraphs_are_runs_of_words_and_cite_their_lines() -> None:
    text = "PART I\n------\n\nItem 1. Business\n\nKettles are\nmade here.\n"
    found = layout(text)
    assert [text[block.span.start : block.span.end] for block in found.blocks] == [
        "PART I\n------",
        "Item 1. Business",
        "Kettles are\nmade here.",
    ]
    assert {block.kind for block in found.blocks} == {BlockKind.WORDS}


def test_a_foot_right_above_each_break_is_furniture() -> None:
    text = "".join(f"Kettles sell well in town {name}.\nHARBOR LAMP COMPANY ANNUAL REPORT\n\f\n" for name in "abcde")
    found = layout(text)
    words = [line for line, kind in zip(found.source.lines, found.kinds, strict=True) if kind == Line.WORDS]
    assert words.count("HARBOR LAMP COMPANY ANNUAL REPORT") == 1, "all but the first printing"
    assert sum(line.startswith("Kettles") for line in words) == 5
