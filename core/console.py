"""What the commands without a window have in common: their exit codes, their faults in one line, what they print."""

import argparse
import contextlib
import errno
import json
import os
import sys
from pathlib import Path
from typing import NoReturn

from core.printable import drawn as printable
from core.printable import one_line

TIES, OFF, FAILED = 0, 1, 2
"""Exit codes: done, a sum is off, not done."""


class UsageError(Exception):
    """The command line asks for something that there is not. Its message is one line."""


class Parser(argparse.ArgumentParser):
    """Arguments whose faults are one line on standard error."""

    def error(self, message: str) -> NoReturn:
        """Ends with exit code 2."""
        self.exit(FAILED, f"tieout: {message} (see {self.prog} --help)\n")


def fail(message: str) -> int:
    """One clear line on standard error, as far as there is one; the exit code 2."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(f"tieout: {one_line(message)}\n")
        sys.stderr.flush()
    return FAILED


def write_json(whole: object) -> None:
    """Writes a value as one line of JSON."""
    write(json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n")


def unwritten(target: Path, error: OSError) -> str:
    """That a file cannot be written, and why."""
    return f"{target} cannot be written: {error.strerror or error}"


def write(text: str) -> None:
    """Writes UTF-8 whatever the terminal's own encoding, with nothing added and newlines left alone; to a terminal, which
    would obey some characters of a filing, a mark for each of those."""
    if sys.stdout is None:
        raise OSError(errno.EBADF, "it is closed")
    if sys.stdout.isatty():
        text = printable(text)
    binary = getattr(sys.stdout, "buffer", None)
    if binary is None:
        sys.stdout.write(text)
        return
    sys.stdout.flush()
    binary.write(text.encode("utf-8", "replace"))
    binary.flush()


def close_quietly() -> None:
    """The output takes no more: nothing more is written, not even at the interpreter's end."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def progress(done: int, of: int) -> None:
    """How far a long task is, on a line of its own that is written over; only to a terminal."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        if sys.stderr.isatty():
            sys.stderr.write(f"\r{done:,} of {of:,}" + ("\n" if done == of else ""))
            sys.stderr.flush()
