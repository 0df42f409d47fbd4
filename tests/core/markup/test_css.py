"""What tags and styles say of how words are set."""

import pytest

from core.markup.css import BOLD, CENTRED, DOUBLE, ITALIC, RAISED, RIGHT, SINGLE, UNDERLINED, declarations, look


@pytest.mark.parametrize(
    ("style", "said"),
    [
        ("", {}),
        ("color:red", {"color": "red"}),
        ("COLOR : Red ; font-weight:bold", {"color": "red", "font-weight": "bold"}),
        ("color:red;color:blue", {"color": "blue"}),
        ("color:red!important", {"color": "red"}),
        ("nothing;;", {}),
        ("background:url(a:b)", {"background": "url(a:b)"}),
    ],
)
def test_declarations_are_names_and_values(style: str, said: dict[str, str]) -> None:
    assert declarations(style) == said


@pytest.mark.parametrize(
    ("tag", "style", "align", "on"),
    [
        ("b", None, None, BOLD),
        ("i", None, None, ITALIC),
        ("u", None, None, UNDERLINED),
        ("sup", None, None, RAISED),
        ("center", None, None, CENTRED),
        ("p", None, "center", CENTRED),
        ("p", None, "RIGHT", RIGHT),
        ("p", None, "justify", 0),
        ("span", "font-weight:bold", None, BOLD),
        ("span", "font-weight:700", None, BOLD),
        ("span", "font-weight:400", None, 0),
        ("span", "font:bold 10pt serif", None, BOLD),
        ("span", "font-style:italic", None, ITALIC),
        ("span", "text-decoration:underline", None, UNDERLINED),
        ("div", "text-align:center", None, CENTRED),
        ("div", "text-align:right", None, RIGHT),
    ],
)
def test_what_an_element_sets(tag: str, style: str | None, align: str | None, on: int) -> None:
    assert look(tag, style, align).on == on


@pytest.mark.parametrize(
    ("style", "off"), [("font-weight:normal", BOLD), ("font-style:normal", ITALIC), ("font-weight:400", BOLD)]
)
def test_what_an_element_clears(style: str, off: int) -> None:
    assert look("span", style, None).off & off


@pytest.mark.parametrize(
    ("tag", "style", "block"),
    [
        *(("p", None, True), ("span", None, False), ("div", "display:inline", False), ("span", "display:block", True)),
        ("td", "display:inline", True),
    ],
)
def test_blocks_stand_on_lines_of_their_own(tag: str, style: str | None, block: bool) -> None:
    assert look(tag, style, None).block is block


@pytest.mark.parametrize(
    ("tag", "style", "hidden"),
    [
        *(("p", None, False), ("script", None, True), ("p", "display:none", True), ("p", "visibility:hidden", True)),
        *(("p", "display:block", False), ("head", "color:red", True)),
    ],
)
def test_what_no_reader_sees(tag: str, style: str | None, hidden: bool) -> None:
    assert look(tag, style, None).hidden is hidden


@pytest.mark.parametrize(
    ("style", "over", "under"),
    [
        ("border-top:1px solid black", SINGLE, 0),
        ("border-bottom:3px double black", 0, DOUBLE),
        ("border-bottom:none", 0, 0),
        ("border-top:0px solid black", 0, 0),
        ("border-top-style:solid", SINGLE, 0),
        ("border:1px solid", SINGLE, SINGLE),
        ("border:1px dashed;border-top:none", 0, SINGLE),
    ],
)
def test_lines_drawn_over_and_under(style: str, over: int, under: int) -> None:
    found = look("td", style, None)
    assert (found.over, found.under) == (over, under)


@pytest.mark.parametrize(
    ("style", "indent"),
    [
        ("margin-left:12pt", 12.0),
        ("padding-left:2em", 20.0),
        ("margin-left:1in", 72.0),
        ("margin-left:8px", 6.0),
        ("color:red", 0.0),
    ],
)
def test_how_far_from_the_left(style: str, indent: float) -> None:
    assert look("p", style, None).indent == pytest.approx(indent)


@pytest.mark.parametrize(("style", "breaks"), [("page-break-after:always", True), ("page-break-before:avoid", False)])
def test_where_a_page_ends(style: str, breaks: bool) -> None:
    assert look("p", style, None).breaks is breaks
