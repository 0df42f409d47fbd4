"""Where a report is signed."""

import pytest

from tests.core.outline.drawn import tree_of

REPORT = """
PART I

ITEM 1.  BUSINESS

The mill spins wool and sells it abroad, and it has done so for a long time.

{below}
"""
SIGNED = """Pursuant to the requirements of Section 13 of the Securities Exchange Act of 1934,
the registrant has duly caused this report to be signed."""


@pytest.mark.parametrize(
    ("below", "told"),
    [
        (f"SIGNATURES\n\n{SIGNED}\n", "signatures: SIGNATURES"),
        (f"SIGNATURE\n\n{SIGNED}\n", "signatures: SIGNATURE"),
        (f"\n{SIGNED}\n", "signatures: Signatures"),
        ("The mill is signed for by nobody.\n", None),
    ],
)
def test_a_title_or_the_sentence_alone(below: str, told: str | None) -> None:
    found = [line for line in tree_of(REPORT.format(below=below)).split("\n") if line.strip().startswith("signatures")]
    assert found == ([told] if told is not None else [])


def test_the_first_title_that_is_signed_is_taken() -> None:
    below = f"SIGNATURES\n\nThese stand below.\n\nMore of it.\n\nEven more.\n{'Wool. ' * 9}\n\nSIGNATURES\n\n{SIGNED}\n"
    assert tree_of(REPORT.format(below=below)).count("signatures:") == 1
