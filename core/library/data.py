"""The figures of a library as data: a corpus beside it, of the filings in its folders."""

import shutil
from pathlib import Path

from core.export.corpus import Listener, Reading, read
from core.export.corpus_folder import Asked, Written, is_of_another_version
from core.folder import files
from core.library.shelf import Shelf

_ENDING = ".figures"


def place_beside(library: Path) -> Path:
    """Where the figures of a library are."""
    return library.with_suffix(_ENDING)


def bring_up(shelf: Shelf, library: Path, reading: Reading, told: Listener) -> Written:
    """Reads the figures of what is new or changed in the folders of a library, and drops what is gone, but for what is in a
    folder that is not there. What another version of the program read is read anew. `told(done, of)` may raise to stop it; what
    was done is done. Raises as `core.export.corpus.read` does."""
    target, folders = place_beside(library), shelf.folders()
    if is_of_another_version(target):
        shutil.rmtree(target)
    there = [folder for folder in folders if folder.is_dir()]
    asked = Asked(tuple(files(there)), target, all=len(there) == len(folders))
    return read(asked, target, reading, told)
