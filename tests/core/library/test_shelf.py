"""The library's file."""

import threading
from pathlib import Path

from core.library.shelf import LibraryError, opened


def test_several_may_make_the_same_library_at_once(tmp_path: Path) -> None:
    faults: list[LibraryError] = []
    for number in range(20):
        path, go = tmp_path / f"{number}.sqlite", threading.Barrier(4)

        def make(path: Path = path, go: threading.Barrier = go) -> None:
            go.wait()
            try:
                with opened(path, new=True) as shelf:
                    assert shelf.folders() == []
            except LibraryError as error:
                faults.append(error)

        threads = [threading.Thread(target=make) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert faults == []
