"""Where the real filings are, on machines that have them."""

from pathlib import Path

import pytest

FILINGS = Path(__file__).parent.parent.parent / "shared" / "filings"
"""Folder of real filings beside the project's root; not on every machine."""

SEED = FILINGS / "seed" / "001_ca836c439cf71e0b.txt"
PRESS_RELEASE = FILINGS / "seed" / "004_9e0e0fb7cf4518a9.txt"

needs_filings = pytest.mark.skipif(
    not FILINGS.is_dir(), reason=f"no real filings at {FILINGS.name}: not on this machine"
)

CASES = FILINGS.parent / "cases"
"""Folder of small made-up filings that show one fault of reading each; not on every machine."""

needs_cases = pytest.mark.skipif(not CASES.is_dir(), reason=f"no {CASES.name} of misread filings: not on this machine")
