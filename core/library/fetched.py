"""What was fetched, read by the library: where the folder is one of its own, or is to be."""

from pathlib import Path

from core.analysis import Step, no_step
from core.library.shelf import opened, own_place
from core.library.update import Updated, update
from core.store.disk import own_store


def take_in(folder: Path, step: Step = no_step, *, own: bool) -> Updated | None:
    """Brings the reader's library up to a folder that something was put in, which becomes one of its folders where it is the
    program's `own`; None where it is none of them. Raises LibraryError."""
    place, real = own_place(), folder.resolve()
    if not own and not place.exists():
        return None
    with opened(place, new=own) as shelf:
        if own:
            shelf.add_folder(real)
        if not any(real.is_relative_to(each) for each in shelf.folders()):
            return None
        return update(shelf, own_store(), step)
