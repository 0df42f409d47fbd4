"""The long run of `make endurance`: what it writes down is what is drawn."""

import csv
from pathlib import Path

from tests.endurance import Row
from tests.endurance_picture import draw, rows_of

ROWS = [Row(25, 0.5, 320.5, 44, 4, 474, 183.9), Row(50, 1.0, 380.0, 45, 5, 475, 68.5)]


def test_the_rows_of_a_run_are_read_again_and_drawn(tmp_path: Path) -> None:
    written, picture = tmp_path / "rows.csv", tmp_path / "rows.png"
    with written.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows((Row._fields, *ROWS))
    assert rows_of(written) == ROWS
    draw(ROWS, picture)
    assert picture.read_bytes().startswith(b"\x89PNG")
