"""What a replacement of words is: a date, a figure, or other words."""

import pytest

from core.compare.change import ChangeKind
from core.compare.rolled import kind_of


@pytest.mark.parametrize(
    ("old", "new", "before", "kind"),
    [
        ("2002", "2003", "december", ChangeKind.DATE),
        ("fy02", "fy03", "", ChangeKind.DATE),
        ("june 30", "july 2", "ended", ChangeKind.DATE),
        ("june 30 , 2002", "july 2 , 2003", "ended", ChangeKind.DATE),
        ("30", "29", "june", ChangeKind.DATE),
        ("1", "31", "june", ChangeKind.DATE),
        ("30", "32", "june", ChangeKind.FIGURE),
        ("0", "30", "june", ChangeKind.FIGURE),
        ("3\u00b2", "30", "june", ChangeKind.REPLACE),
        ("30", "29", "of", ChangeKind.FIGURE),
        ("1899", "1901", "", ChangeKind.FIGURE),
        (",", ".", "june", ChangeKind.REPLACE),
        ("$ 1,234 million", "$ 1.5 billion", "", ChangeKind.FIGURE),
        ("41", "52", "has", ChangeKind.FIGURE),
        ("three", "twenty four", "has", ChangeKind.FIGURE),
        ("3rd", "fourth", "the", ChangeKind.FIGURE),
        ("half", "12.5 %", "", ChangeKind.FIGURE),
        ("$", "%", "", ChangeKind.REPLACE),
        ("41", "many", "has", ChangeKind.REPLACE),
        ("2002", "then", "", ChangeKind.REPLACE),
        ("rose", "fell", "", ChangeKind.REPLACE),
        ("rose", "", "", ChangeKind.DELETE),
        ("", "fell", "", ChangeKind.INSERT),
    ],
)
def test_what_became_of_words(old: str, new: str, before: str, kind: ChangeKind) -> None:
    assert kind_of(old.split(), new.split(), before) is kind
    turned = {ChangeKind.DELETE: ChangeKind.INSERT, ChangeKind.INSERT: ChangeKind.DELETE}
    assert kind_of(new.split(), old.split(), before) is turned.get(kind, kind)
