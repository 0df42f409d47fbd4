"""Captions to the lines we know: aliases, folding, and nothing guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.statements.concepts import concept_of, concepts, fold


@pytest.mark.parametrize(
    ("caption", "folded"),
    [
        ("Net income (loss)", "net income"),
        ("Net cash (used in) provided by financing activities", "net cash provided by financing activities"),
        ("Shareholders' equity:", "stockholders equity"),
        ("Share-owners' equity", "stockholders equity"),
        ("Commitments and contingencies (Note 9)", "commitments and contingencies"),
        ("Selling, general & administrative", "selling general and administrative"),
        ("Long-term debt - Note 4", "long term debt"),
        ("Net income per share (basic)", "net income per share basic"),
    ],
)
def test_folding(caption: str, folded: str) -> None:
    assert fold(caption) == folded


@pytest.mark.parametrize(
    ("caption", "table", "concept"),
    [
        ("Total assets", "balance_sheet.assets", "us-gaap:Assets"),
        ("Accounts receivable, less allowance of $9", "balance_sheet.assets", "us-gaap:AccountsReceivableNetCurrent"),
        ("Common stock, $1 par value", "balance_sheet.liabilities", "us-gaap:CommonStockValue"),
        ("Net sales", "income_statement", "us-gaap:Revenues"),
        ("Net (loss) income", "income_statement", "us-gaap:NetIncomeLoss"),
        ("Fully diluted", "per_share", "us-gaap:EarningsPerShareDiluted"),
        ("Sundry widgets", "income_statement", None),
        ("Net sales of a division", "income_statement", None),
    ],
)
def test_known_captions(caption: str, table: str, concept: str | None) -> None:
    assert concept_of(caption, (table,)) == concept


def test_every_caption_of_the_list_is_written_as_folded() -> None:
    wrong = [(table, caption) for table, known in concepts().items() for caption in known if fold(caption) != caption]
    assert wrong == []


@given(st.text(max_size=80))
def test_any_caption_is_folded_without_a_fault(caption: str) -> None:
    assert fold(fold(caption)) == fold(fold(fold(caption)))
