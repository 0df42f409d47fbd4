"""Sets of notes: which title opens one, where it ends, and when notes without a title are one."""

import pytest

from core.document.plain import lay_out
from core.outline.headings import scan
from core.outline.lines import Lines
from core.outline.notes import notes_of
from core.source import Source

PROSE = "The mill spins cotton and wool for weavers in four states, and sells what is left over."
TITLE = "NOTES TO FINANCIAL STATEMENTS"
NOTES = [
    f"{number}. {title}\n\n{PROSE}" for number, title in enumerate(("Inventories", "Debt", "Income Taxes", "Leases"), 1)
]
NAMED = [f"NOTE {number} - {title}\n\n{PROSE}" for number, title in enumerate(("Inventories", "Debt"), 1)]


def sets(
    *blocks: str, walls: tuple[int, ...] = (), listed: int = 0, figures: tuple[int, ...] = ()
) -> tuple[str, list[int]]:
    """The numbers of the notes of a text whose blocks stand a blank line apart, and the lines of the titles of their sets."""
    lines = Lines(lay_out(Source(1, "\n\n".join(blocks) + "\n")))
    found = notes_of(lines, scan(lines), list(walls), listed, list(figures))
    return "".join(str(note.number) for note in found.notes), [title.first for title in found.openers]


@pytest.mark.parametrize(
    ("walls", "listed", "found"),
    [
        ((), 0, ("1234", [0])),
        ((10,), 0, ("12", [0])),
        ((0, 10), 0, ("12", [0])),
        ((6,), 0, ("", [0])),
        ((), 1, ("", [])),
        ((), 3, ("", [])),
    ],
)
def test_a_set_reaches_from_its_title_to_the_next_wall(
    walls: tuple[int, ...], listed: int, found: tuple[str, list[int]]
) -> None:
    assert sets(TITLE, *NOTES, walls=walls, listed=listed) == found


@pytest.mark.parametrize(
    ("blocks", "walls", "figures", "numbers"),
    [
        (NAMED, (), (), "12"),
        (NAMED[:1], (), (), ""),
        (NOTES, (), (), ""),
        (["A", "B", *NOTES], (), (0, 2), "1234"),
        (["A", "B", *NOTES[:3]], (), (0, 2), "123"),
        (["A", "B", *NOTES[:2]], (), (0, 2), ""),
        (["A", "B", *NOTES], (), (0,), ""),
        (["A", "B", *NOTES], (16,), (0, 2), "123"),
        (["A", "B", *NOTES], (2, 16), (0, 2), "123"),
        (["A", "B", *NOTES], (12,), (0, 2), ""),
        (["A", "B", *NOTES], (), (0, 4), "234"),
    ],
)
def test_notes_that_no_title_opens_say_so_or_follow_the_statements(
    blocks: list[str], walls: tuple[int, ...], figures: tuple[int, ...], numbers: str
) -> None:
    assert sets(*blocks, walls=walls, figures=figures) == (numbers, [])


@pytest.mark.parametrize(
    ("blocks", "figures", "found"),
    [
        ([TITLE, *NOTES[:2], f"{TITLE} (continued)", *NOTES[2:]], (), ("1234", [0])),
        ([TITLE, *NOTES[:2], TITLE, *NOTES[2:]], (), ("1234", [0])),
        ([TITLE, *NOTES[:2], TITLE, *NOTES[:2]], (), ("1212", [0, 10])),
        ([TITLE, *NOTES[:2], TITLE, *NOTES[2:]], (9,), ("12", [0, 10])),
        ([TITLE, TITLE, *NOTES], (1,), ("1234", [0, 2])),
        ([TITLE, TITLE, *NOTES], (), ("1234", [0, 2])),
        ([TITLE, PROSE, PROSE, PROSE, TITLE, *NOTES], (), ("1234", [0, 8])),
    ],
)
def test_a_title_begins_a_set_anew_where_notes_or_statements_say_so(
    blocks: list[str], figures: tuple[int, ...], found: tuple[str, list[int]]
) -> None:
    assert sets(*blocks, figures=figures) == found
