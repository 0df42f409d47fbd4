"""A short run of `tests.edgar_long`, which takes half an hour at its full length."""

import pytest

from tests.edgar_long import run


@pytest.mark.fuzz
@pytest.mark.server
@pytest.mark.timeout(900)
def test_fetching_with_faults_and_kills() -> None:
    told = run(requests=130, kills=8, seed=7)
    assert told.well, str(told)
