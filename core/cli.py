"""The headless commands: inspect, text, check, export."""

import argparse
import json
import sys
from pathlib import Path

from core.analysis import analyse
from core.contract import as_json
from core.read.submission import read
from core.read.unreadable import UnreadableError


def run(arguments: list[str]) -> int:
    """Runs one command; the exit code is 0, 1 where `check` finds a sum that does not tie, 2 where nothing was done."""
    parser = _parser()
    chosen = parser.parse_args(arguments)
    try:
        return int(chosen.command(chosen))
    except UnreadableError as error:
        sys.stderr.write(f"tieout: {error}\n")
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tieout")
    commands = parser.add_subparsers(required=True)
    inspect = commands.add_parser("inspect", help="the tree and the statements of a filing")
    inspect.add_argument("file", type=Path)
    inspect.add_argument("--json", action="store_true")
    inspect.set_defaults(command=_inspect)
    text = commands.add_parser("text", help="the exact text of a document")
    text.add_argument("file", type=Path)
    text.add_argument("--document", type=int, default=1)
    text.set_defaults(command=_text)
    return parser


def _inspect(chosen: argparse.Namespace) -> int:
    _write(json.dumps(as_json(analyse(chosen.file)), ensure_ascii=False) + "\n")
    return 0


def _text(chosen: argparse.Namespace) -> int:
    _write(read(chosen.file).document(chosen.document).source.text)
    return 0


def _write(text: str) -> None:
    sys.stdout.buffer.write(text.encode("utf-8"))
