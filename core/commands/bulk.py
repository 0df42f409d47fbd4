"""The commands over many filings. What they need is imported when one of them runs: all other commands start without it."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from core.console import TIES, Parser, UsageError, fail, progress, unwritten, write

if TYPE_CHECKING:
    from argparse import _SubParsersAction

COMMANDS = ("facts",)
"""The first words that these take."""


def add(commands: "_SubParsersAction[Parser]") -> None:
    """Makes the commands known."""
    told = "writes every figure of filings as a table of data, one figure a row"
    facts = commands.add_parser("facts", help=told, description=told)
    facts.add_argument("files", type=Path, nargs="+", metavar="FILE", help="filings, or folders of them")
    facts.add_argument("--to", type=Path, required=True, metavar="OUT", help="out.csv, out.parquet or out.duckdb")
    facts.set_defaults(run=_facts)


def _facts(chosen: argparse.Namespace) -> int:
    from core.export.data import write as write_data
    from core.folder import files
    from core.store.disk import own_store

    try:
        written = write_data(files(chosen.files), chosen.to, own_store(), progress)
    except ValueError as error:
        raise UsageError(str(error)) from None
    except OSError as error:
        raise UsageError(unwritten(chosen.to, error)) from None
    for path, why in written.unreadable.items():
        fail(f"{path.name} is left out: {why}")
    write(f"{written.figures:,} figures of {written.filings:,} filings: {chosen.to}\n")
    return TIES
