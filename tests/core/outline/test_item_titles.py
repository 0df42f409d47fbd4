"""Titles of Items: where they begin and end, over how many lines they go on, and what stands for one told of in a sentence."""

import pytest

from core.document.plain import lay_out
from core.evidence import Verdict
from core.outline.forms import Form, form_of
from core.outline.headings import scan
from core.outline.item_titles import item_heading, sentence_heading
from core.outline.items import reread
from core.outline.lines import Lines
from core.outline.section import SectionKind
from core.source import Source

PROSE = "The mill spins cotton and wool for weavers in four states, and sells what is left over."
TOLD: Verdict[SectionKind] = Verdict(SectionKind.ITEM, 1.0, ())


def annual() -> Form:
    """The form of annual reports."""
    form = form_of("10-K")
    assert form is not None
    return form


def title(text: str, at: int = 0) -> tuple[str, int]:
    """The title of the first Item of a text, and the line after its last."""
    lines = Lines(lay_out(Source(1, f"{text}\n\n{PROSE}\n")))
    item = reread(scan(lines).items[at], annual())
    heading = item_heading(lines, item, annual(), 1, TOLD)
    return heading.title, heading.last


def sentence(text: str) -> str:
    """What stands for the title of Items that are told of in a sentence on other things than the form's."""
    lines = Lines(lay_out(Source(1, f"{text}\n\n{PROSE}\n")))
    return sentence_heading(lines, scan(lines).items[0], annual(), TOLD, ends=True).title


@pytest.mark.parametrize(
    ("text", "said", "last"),
    [
        ("Item 1.\n\n\n\nThe Kettle Works", "The Kettle Works", 5),
        ("Item 1.\n\n\n\n\nThe Kettle Works", "Business", 1),
        ("Item 1.\n\nPart of the Kettle Works", "Business", 1),
        ("Item 1.\n\nThe Kettle Works.", "Business", 1),
        ("Item 1.\n\nBalance Sheets", "Business", 1),
        ("Item 1.\n\nNotes to Financial Statements", "Business", 1),
        (f"Item 1.\n\n{'The Kettle Works ' * 5}Of the Mills", f"{'The Kettle Works ' * 5}Of the Mills", 3),
        (f"Item 1.\n\n{'The Kettle Works ' * 5}Of the Mill Now", "Business", 1),
    ],
)
def test_a_title_below_the_number(text: str, said: str, last: int) -> None:
    assert title(text) == (said.strip(), last)


@pytest.mark.parametrize(
    ("text", "said", "last"),
    [
        ("Item 1. The Kettle Works of the Mill and\nthe Looms", "The Kettle Works of the Mill and the Looms", 2),
        (f"Item 1. The Kettle Works,\n{'Looms ' * 13}Yarned", f"The Kettle Works, {'Looms ' * 13}Yarned", 2),
        (f"Item 1. The Kettle Works,\n{'Looms ' * 13}Yarning", "The Kettle Works", 1),
        ("Item 3. THE KETTLE WORKS\nAND THE LOOMS\nAND THE YARNS", "THE KETTLE WORKS AND THE LOOMS AND THE YARNS", 3),
        ("Item 3. THE KETTLE WORKS\nAnd the Looms", "THE KETTLE WORKS", 1),
        ("Item 3. THE\n" + "KETTLES AND\n" * 8, "THE" + " KETTLES AND" * 6, 7),
        ("Item 3. The Kettle Works:\n          Its Looms", "The Kettle Works", 1),
        ("Item 3. The Kettle Works\n          Its Looms", "The Kettle Works Its Looms", 2),
        ("Item 3. The Kettle Works\n     Its Looms", "The Kettle Works Its Looms", 2),
        ("Item 3. The Kettle Works\n    Its Looms", "The Kettle Works", 1),
        ("Item 3. The Kettle Works\n          ITS LOOMS", "The Kettle Works", 1),
        ("Item 3. The Kettle Works\n          -----------", "The Kettle Works", 1),
        (f"Item 3. {'The Kettles ' * 4}Too\nIts Looms", f"{'The Kettles ' * 4}Too", 1),
        (f"Item 3. {'The Kettles ' * 4}Also\nIts Looms", f"{'The Kettles ' * 4}Also Its Looms", 2),
        ("Item 3. Legal Proceedings\n          Its Looms", "Legal Proceedings", 1),
        ("Item 3. The Kettle Works\n          Note on Looms", "The Kettle Works", 1),
        (f"Item 3. The Kettle Works\n          {'Looms ' * 12}A", f"The Kettle Works {'Looms ' * 12}A", 2),
        (f"Item 3. The Kettle Works\n          {'Looms ' * 12}Are", "The Kettle Works", 1),
    ],
)
def test_a_title_goes_on_below_what_is_broken_off(text: str, said: str, last: int) -> None:
    assert title(text) == (said, last)


@pytest.mark.parametrize(
    ("below", "said", "last"),
    [
        ("\n\nand Analysis of Financial Condition", " and Analysis of Financial Condition", 3),
        ("\n\nand Analysis of Kettles", "", 1),
        ("\nand Analysis of Financial Condition", " and Analysis of Financial Condition", 2),
        ("\nand Analysis of Kettles", "", 1),
    ],
)
def test_the_words_of_the_form_go_on_also_below_an_empty_line(below: str, said: str, last: int) -> None:
    assert title(f"Item 7. Management's Discussion{below}") == (f"Management's Discussion{said}", last)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Item 1. Business. The mill spins cotton", "Business"),
        ("Item 1. Looming. The mill spins cotton", "Looming"),
        ("Item 1. Looms. The mill spins cotton", "Looms. The mill spins cotton"),
        ("Item 1. The Looms: The mill spins", "The Looms: The mill spins"),
        ("Item 1. The Looms:  The mill spins", "The Looms"),
        ("Item 1. The Looms -- The mill spins", "The Looms"),
    ],
)
def test_a_title_ends_where_text_follows_on_its_line(text: str, said: str) -> None:
    assert title(text)[0] == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The kettles are told of below. More of it.", "The kettles are told of below"),
        ("Kettles and so many looms. More of it below", "Kettles and so many looms"),
        ("Kettles and mill. More of it below", "Kettles and mill. More of it below"),
        ("The kettles are\ntold of\nbelow.\nMore of it.", "The kettles are told of below"),
        ("The kettles are\n\ntold of", "The kettles are"),
    ],
)
def test_a_sentence_stands_for_a_title(text: str, said: str) -> None:
    assert sentence(f"Items 1 and 13.  {text}") == said


@pytest.mark.parametrize(
    ("lengths", "length"),
    [((50, 50, 50, 87), 240), ((50, 50, 50, 88), 152), ((50, 50, 57, 20), 180), ((50, 50, 58, 20), 160)],
)
def test_a_long_sentence_is_looked_for_so_far_and_cut_at_a_word(lengths: tuple[int, ...], length: int) -> None:
    assert len(sentence("Items 1 and 13.  " + "\n".join("K" + "s" * (count - 1) for count in lengths))) == length
