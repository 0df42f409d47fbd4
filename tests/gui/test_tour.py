"""The tour has twelve pages, and each shows a picture that `make screenshots` draws."""

import re
from pathlib import Path

from tests.screenshots import pictures

DOCS = Path(__file__).parent.parent.parent / "docs"


def test_every_page_of_the_tour_has_its_picture() -> None:
    tour = (DOCS / "tour.md").read_text(encoding="utf-8")
    pages = re.findall(r"^## (\d+)\. ", tour, re.MULTILINE)
    shown = re.findall(r"^!\[[^\]]{20,}\]\(screenshots/(.+)\.png\)$", tour, re.MULTILINE)
    assert pages == [str(number) for number in range(1, 13)]
    assert len(shown) == 12
    assert set(shown) <= {picture.name for picture in pictures()}
    assert all((DOCS / "screenshots" / f"{name}.png").is_file() for name in shown)
