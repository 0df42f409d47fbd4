"""The choices of how statements are shown."""

import pytest

from gui.options import LARGER, SMALLER, zoom_of, zoomed


def test_a_zoom_has_its_limits_and_a_way_back() -> None:
    assert zoomed(0, 1) == 1
    assert zoomed(LARGER, 1) == LARGER
    assert zoomed(SMALLER, -1) == SMALLER
    assert zoomed(5, 0) == 0


@pytest.mark.parametrize(("kept", "zoom"), [("3", 3), ("-2", -2), ("", 0), ("large", 0), ("9999", LARGER)])
def test_a_zoom_is_kept_in_words(kept: str, zoom: int) -> None:
    assert zoom_of(kept) == zoom
