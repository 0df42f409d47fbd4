"""The command that reads many filings."""

import os

import pytest

from core.commands import bulk
from core.console import Parser


@pytest.fixture
def parser() -> Parser:
    made = Parser()
    bulk.add(made.add_subparsers())
    return made


def test_all_cores_read_where_nothing_else_is_said(parser: Parser) -> None:
    assert parser.parse_args(["read", "folder", "--to", "out"]).workers == os.cpu_count()
    assert parser.parse_args(["read", "folder", "--to", "out", "--workers", "3"]).workers == 3


def test_where_to_is_asked_for(parser: Parser, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parser.parse_args(["facts", "folder"])
    assert "--to" in capsys.readouterr().err
