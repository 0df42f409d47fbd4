"""The table of captions and concepts: what stands in it reads back."""

import pytest

from core.statements.caption_table import Known, parsed, printed, table

TEXT = """# part, concept, captions
assets\tCash\tcash=*4/9|cash equivalent=2/3

assets\tCashAndDueFromBanks\tcash=1/1
income\tCash\tcash
"""


def test_the_concepts_of_a_caption() -> None:
    parts = parsed(TEXT)
    assert set(parts) == {"assets", "income"}
    assert parts["assets"].at(("cash",)) == (
        Known("Cash", 4, 9, listed=True),
        Known("CashAndDueFromBanks", 1, 1, listed=False),
    )
    assert parts["assets"].at(("cash", "equivalent")) == (Known("Cash", 2, 3, listed=False),)
    assert parts["assets"].at(("equivalent", "cash")) == ()
    assert parts["income"].at(("cash",)) == (Known("Cash", 0, 0, listed=False),)


@pytest.mark.parametrize(
    ("known", "counts"),
    [
        (Known("Cash", 4, 9, listed=True), "*4/9"),
        (Known("Cash", 2, 3, listed=False), "2/3"),
        (Known("Cash", 0, 0, listed=True), "*"),
        (Known("Cash", 0, 0, listed=False), ""),
    ],
)
def test_counts_as_they_stand_read_back(known: Known, counts: str) -> None:
    assert printed(known) == counts
    assert parsed(f"assets\tCash\tcash={counts}")["assets"].at(("cash",)) == (known,)


def test_the_project_has_one() -> None:
    listed = {one.concept for one in table()["assets"].at(("inventory",)) if one.listed}
    assert listed <= {"InventoryNet"}
    assert all(part.at(()) == () for part in table().values())
