"""Where `main.py get` says that filings are put while the reader has named no folder."""

import pytest

from core import cli
from core.edgar.settings import Places
from tests.core.edgar.conftest import CONTACT


def test_a_folder_is_told_before_one_is_named(own: Places, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["get", "--agree", "--contact", CONTACT]) == 0
    assert f"filings: {own.filings}\n" in capfd.readouterr().out
