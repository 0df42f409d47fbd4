"""Each rule on two tables, one below the other, by itself."""

from types import SimpleNamespace

import pytest

from core.tables.pages import LENT_HEADS, NEXT_PAGE
from tests.core.asked import asked

TITLE, OVER = "W" * 48, "W" * 64


def two(flags: str = "", words: tuple[str, ...] = (), heads: tuple[str, str] = ("", "")) -> SimpleNamespace:
    """Two tables of which this is so, with these words between them."""
    names = ("near", "broken", "continued", "reopened", "headless", "repeated")
    before = SimpleNamespace(notes="notes" in flags, head=heads[0], columns=[SimpleNamespace(heads="heads" in flags)])
    below = SimpleNamespace(head=heads[1])
    places = SimpleNamespace(same_places=lambda _: "places" in flags)
    told = {name: name in flags for name in names}
    return SimpleNamespace(**told, words=list(words), before=before, grid=below, same_places=places.same_places)


@pytest.mark.parametrize(
    ("rule", "tables", "says"),
    [
        ("other-columns", two(), False),
        ("other-columns", two("headless"), None),
        ("other-columns", two("repeated"), None),
        ("notes-between", two("notes"), False),
        ("notes-between", two(), None),
        ("one-page", two("near broken"), None),
        ("one-page", two("near continued"), None),
        ("one-page", two("near reopened"), None),
        ("one-page", two("near"), False),
        ("one-page", two("broken continued reopened"), False),
        ("body-goes-on", two("headless"), True),
        ("body-goes-on", two("headless", (TITLE,) * 4), True),
        ("body-goes-on", two("headless", (TITLE,) * 5), False),
        ("body-goes-on", two("headless", (f"{TITLE}W",)), False),
        ("body-goes-on", two("headless", ("The mill.",)), False),
        ("body-goes-on", two("headless", ("The mill:",)), True),
        ("body-goes-on", two(), None),
        ("head-again", two(words=(OVER,) * 6), True),
        ("head-again", two(words=(OVER,) * 7), False),
        ("head-again", two(words=(f"{OVER}W",)), False),
        ("head-again", two(words=("The mill:",)), False),
        ("another-statement", two(words=("Statements of Income",)), False),
        ("another-statement", two(words=("Other mills",)), None),
        ("another-statement", two(heads=("", "Statements of Income")), False),
        ("another-statement", two(heads=("Statements of Income",) * 2), None),
        ("another-time", two("repeated", heads=("1999", "1998")), False),
        ("another-time", two("repeated", heads=("1999", "1999")), None),
        ("another-time", two("repeated", heads=("1999", "")), None),
        ("another-time", two(heads=("1999", "1998")), None),
    ],
)
def test_what_goes_on_with_the_table_before(rule: str, tables: SimpleNamespace, says: bool | None) -> None:
    assert asked(NEXT_PAGE, rule, tables) is says


@pytest.mark.parametrize(
    ("rule", "tables", "says"),
    [
        ("own-heads", two("heads"), None),
        ("own-heads", two(), False),
        ("own-heads", two("heads", heads=("", "1999")), False),
        ("other-places", two("places"), None),
        ("other-places", two(), False),
        ("only-titles", two(words=(OVER,) * 4), True),
        ("only-titles", two(words=(OVER,) * 5), False),
        ("only-titles", two(words=(f"{OVER}W",)), False),
    ],
)
def test_what_stands_under_the_heads_above(rule: str, tables: SimpleNamespace, says: bool | None) -> None:
    assert asked(LENT_HEADS, rule, tables) is says
