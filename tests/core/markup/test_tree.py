"""Trees of markup that a parser would stop in, or take for something else."""

import pytest

from core.markup.tree import tree

DEEP = "<span>" * 5_000


def words(markup: str) -> str:
    root = tree(markup).root
    assert root is not None
    return " ".join(" ".join(root.itertext()).split())


def test_in_a_document_that_is_too_deep_elements_still_end_where_they_do() -> None:
    found = tree(f"<html><body>{DEEP}<i>lamps</i>oil<b>wicks</b></body></html>")
    assert found.deep
    assert [(each.text, each.tail) for each in found.root.iter("i")] == [("lamps", "oil")]
    assert [each.getparent().tag for each in found.root.iter("b")] == ["span"]


def test_a_document_that_is_not_deep_is_not_said_to_be() -> None:
    found = tree("<html><body><i>lamps</i>oil</body></html>")
    assert not found.deep


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ("<html><body>lamps</body></html>", "lamps"),
        ("<html><body>lamps</body></html>oil", "lamps oil"),
        ("<html><body>lamps</body></html></body></html>", "lamps"),
        ("<html><body>lamps</html> <p>oil</p></html>", "lamps oil"),
        ("<html><body>lamps<!-- never ended > oil", "lamps oil"),
        ("<html><body>lamps<!-- ended --> oil", "lamps oil"),
        ("<html><body>lamps<!-- one --> oil <!-- never > wicks", "lamps oil wicks"),
        ("<!--DOCTYPE html><html><body>lamps</body></html>", "lamps"),
        ('<!DOCTYPE html [<!ENTITY a "oil">]><html><body>lamps</body></html>', "lamps"),
    ],
)
def test_no_words_are_lost(markup: str, said: str) -> None:
    assert words(markup) == said


@pytest.mark.parametrize("markup", ["", "   ", "<!-- -->"])
def test_of_nothing_there_is_no_tree_or_one_without_words(markup: str) -> None:
    root = tree(markup).root
    assert root is None or not "".join(root.itertext()).strip()
