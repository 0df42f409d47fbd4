"""The commands over many filings. What they need is imported when one of them runs: all other commands start without it."""

import argparse
import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from core.console import TIES, Parser, UsageError, fail, progress, unwritten, write

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from core.export.corpus import Reading
    from core.export.corpus_folder import Asked

COMMANDS = ("facts", "read")
"""The first words that these take."""
_CORES = os.cpu_count() or 1


def add(commands: "_SubParsersAction[Parser]") -> None:
    """Makes the commands known."""
    told = "writes every figure of filings as a table of data, one figure a row"
    facts = commands.add_parser("facts", help=told, description=told)
    facts.add_argument("files", type=Path, nargs="+", metavar="FILE", help="filings, or folders of them")
    facts.add_argument("--to", type=Path, required=True, metavar="OUT", help="out.csv, out.parquet or out.duckdb")
    facts.set_defaults(run=_facts)
    told = "reads filings by the thousand into a folder of Parquet files; begun again, it goes on where it was"
    read = commands.add_parser("read", help=told, description=told)
    read.add_argument(
        "source", type=Path, metavar="FOLDER|LIST", help="a folder of filings, or a list of files, one a line"
    )
    read.add_argument("--to", type=Path, required=True, metavar="OUT", help="the folder that is written")
    read.add_argument("--workers", type=int, default=_CORES, metavar="N", help=f"processes that read ({_CORES})")
    read.add_argument("--scheduler", metavar="ADDRESS", help="of a Dask cluster that reads instead of this machine")
    read.set_defaults(run=_read)


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


def _read(chosen: argparse.Namespace) -> int:
    from core.cluster import ClusterError
    from core.export.corpus import read
    from core.export.corpus_folder import REPORT, CorpusError
    from core.export.corpus_report import report
    from core.target import put

    asked, target = _asked(chosen.source, chosen.to), chosen.to
    try:
        done = read(asked, target, _reading(chosen), progress)
        said = report(target)
        put(target / REPORT, said.encode())
    except (CorpusError, ClusterError) as error:
        raise UsageError(str(error)) from None
    except OSError as error:
        raise UsageError(unwritten(target, error)) from None
    write(
        f"{done.read:,} read, {done.failed:,} not read, {done.before:,} done before, {done.again:,} the same as others\n"
    )
    write(said)
    return TIES


def _reading(chosen: argparse.Namespace) -> "Reading":
    """Who reads: processes of this machine, or of the cluster that was named."""
    from core import bulk, cluster
    from core.store.disk import own_store

    if chosen.scheduler is None:
        return partial(bulk.each, store=own_store(), workers=max(1, chosen.workers))
    from core.edgar.settings import TURNED_OFF, load, places
    from core.edgar.trouble import EdgarError

    try:
        asked = load(places().settings).on
    except EdgarError:  # without a home nobody turned it off
        asked = True
    if not asked:
        raise UsageError(f"{TURNED_OFF}, so no cluster is asked")
    return partial(cluster.each, address=chosen.scheduler)


def _asked(source: Path, target: Path) -> "Asked":
    """The files of a folder, or of a list whose paths are told from where it is; without what is written itself."""
    from core.export.corpus_folder import Asked
    from core.folder import files

    if source.is_dir():
        return Asked(tuple(file for file in files([source]) if not file.is_relative_to(target)), source)
    try:
        lines = source.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{source} cannot be read: {error}") from None
    named = [source.parent / line.strip() for line in lines if line.strip()]
    if not any(file.is_file() for file in named):
        raise UsageError(f"{source} is neither a folder nor a list of files")
    return Asked(tuple(dict.fromkeys(named)), source.parent)
