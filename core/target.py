"""Files that the program writes: whole or not at all, as the reader had them, and never in the place of what it reads."""

import contextlib
import errno
import os
import secrets
import shutil
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

_NEW = 0o666
"""Rights of a new file, from which the system takes what the reader's umask forbids."""
_RIGHTS = 0o7777
"""Those bits of a file's mode that are rights."""
_OWN = 0o700
"""Rights of a folder of the program's own."""
_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
_RANDOM = 8
"""Bytes of chance in the name of a file that is not finished."""


class TargetError(ValueError):
    """The target may not be written. Its message is one line."""


def put(path: Path, data: bytes, inputs: Iterable[Path] = ()) -> None:
    """Writes a file that was read from these inputs.

    It is written beside its place and then put there, so that a failure leaves what was there; through a link to what
    the link names; a device or a pipe is written to. Raises TargetError where it is one of the inputs, and OSError where
    it cannot be written: a file that nobody may write is not replaced either.
    """
    try:
        _put(path, data, inputs)
    except OSError as error:  # which names the file that is written beside it
        if error.errno is None:
            raise
        raise type(error)(error.errno, error.strerror, str(path)) from error


def _put(path: Path, data: bytes, inputs: Iterable[Path]) -> None:
    known = _allowed(path, inputs)
    if known is not None and not stat.S_ISREG(known.st_mode):
        with path.open("wb") as device:
            device.write(data)
    else:
        _replace(Path(os.path.realpath(path)), data, _rights(known))


def _allowed(path: Path, inputs: Iterable[Path]) -> os.stat_result | None:
    """What is there now, if anything. Raises TargetError or OSError where it may not be written."""
    known = _known(path)
    if known is None:
        return None
    if stat.S_ISDIR(known.st_mode):
        raise IsADirectoryError(errno.EISDIR, "Is a directory", str(path))
    if stat.S_ISREG(known.st_mode):
        if any(_same(known, each) for each in inputs):
            raise TargetError(f"{path.name} is a file that this is read from; choose another name")
        if not known.st_mode & _WRITABLE or not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, "It is read-only", str(path))
    return known


def _rights(known: os.stat_result | None) -> int | None:
    return known.st_mode & _RIGHTS if known is not None else None


@contextlib.contextmanager
def filling(path: Path, inputs: Iterable[Path] = ()) -> Iterator[Path]:
    """A place where a file too large for memory is written, by whatever writes it, and nothing is yet; when it is done, it is
    put where `put` would put it. What is raised meanwhile leaves what was there. Raises as `put` does."""
    known = _allowed(path, inputs)
    if known is not None and not stat.S_ISREG(known.st_mode):
        raise TargetError(f"{path.name} is no file; choose the name of one")
    real = Path(os.path.realpath(path))
    own = real.with_name(f".{secrets.token_hex(_RANDOM)}.part")
    try:
        own.mkdir(_OWN)  # nobody else can lay a link in it
    except OSError as error:
        raise type(error)(error.errno, error.strerror, str(path)) from error
    try:
        part = own / "whole"
        yield part
        _finished(part, _rights(known))
        part.replace(real)
    finally:
        shutil.rmtree(own, ignore_errors=True)


def finish(part: Path, path: Path) -> None:
    """Puts a file that was filled beside its place, over any number of starts, there whole. Raises as `put` does."""
    known = _allowed(path, ())
    if known is not None and not stat.S_ISREG(known.st_mode):
        raise TargetError(f"{path.name} is no file; choose the name of one")
    _finished(part, _rights(known))
    part.replace(Path(os.path.realpath(path)))


def _finished(part: Path, rights: int | None) -> None:
    with part.open("rb+") as file:
        if rights is not None and hasattr(os, "fchmod"):
            os.fchmod(file.fileno(), rights)
        os.fsync(file.fileno())


def _known(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _same(known: os.stat_result, other: Path) -> bool:
    found = _known(other) if other != Path() else None
    return found is not None and os.path.samestat(known, found)


def _replace(path: Path, data: bytes, rights: int | None) -> None:
    part = path.with_name(f".{secrets.token_hex(_RANDOM)}.part")  # no name that another could have laid a link at
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    number = os.open(part, flags, _NEW)
    try:
        with os.fdopen(number, "wb") as file:
            if rights is not None and hasattr(os, "fchmod"):
                os.fchmod(number, rights)
            file.write(data)
            file.flush()
            os.fsync(number)
        part.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
