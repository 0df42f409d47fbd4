"""Something done with each of any number of filings by processes of Dask, on whichever machines somebody began them.

They need the same files under the same paths, and the same version of Tieout: what another one read is not mixed in. Dask is
not among what Tieout installs (`requirements-cluster.txt`), and is imported by nothing else.
"""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Generic, TypeVar

from core.analysis import Analysis
from core.bulk import ENDED, Done, Job, Outcome
from core.store.disk import Store
from core.store.version import version

if TYPE_CHECKING:
    from distributed import Client, Future

T = TypeVar("T")

_AHEAD = 4
"""Filings for each process that are sent before the first of them is asked for: the way is longer than on one machine."""
_PATIENCE = 10.0
"""Seconds for which a scheduler is waited for, and the first process that reads."""
_BEGUN_ELSEWHERE = (
    "the scheduler or a process that reads has failed; each must be begun in a folder of Tieout with PYTHONPATH=."
)
_READING = Lock()
"""A process reads one filing at a time, whatever threads it was begun with: they would wait for one another."""


class ClusterError(RuntimeError):
    """The processes cannot be had, or may not be used. Its message is one line."""


class OtherVersionError(Exception):
    """In a process that reads: its program is another one than that which asks."""


@dataclass(frozen=True, slots=True)
class _Sent(Generic[T]):
    """What is done with one file, in a process whose program must be the one that asks."""

    job: Job[T]
    version: bytes

    def __call__(self, path: Path) -> Done[T]:
        if version() != self.version:
            raise OtherVersionError
        with _READING:
            return self.job(path)


def each(paths: Sequence[Path], work: Callable[[Analysis], T], address: str) -> Iterator[Done[T]]:
    """Does something with each filing, in order, as `core.bulk.each` does. Whatever process ends, its filings are read by
    another; one that ends several processes is told. The readings are not kept. Raises ClusterError."""
    sent = _Sent(Job(work, Store(None), keep=False), version())
    with _client(address) as client:
        yield from _in_order(client, deque(paths), sent)


def _client(address: str) -> "Client":
    try:
        from distributed import Client
    except ImportError:
        raise ClusterError("Dask is not installed; requirements-cluster.txt has it") from None
    client = None
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)
        client.wait_for_workers(1, timeout=_PATIENCE)
    except (OSError, ValueError) as error:  # among the first is that nothing was heard in time
        if client is None:
            raise ClusterError(f"no scheduler answers at {address}: {str(error) or 'silence'}") from None
        client.close()
        raise ClusterError(f"the scheduler at {address} has no process that reads") from None
    return client


def _in_order(client: "Client", left: deque[Path], sent: _Sent[T]) -> Iterator[Done[T]]:
    begun: deque[tuple[Path, Future[Done[T]]]] = deque()
    while left or begun:
        while left and len(begun) < _AHEAD * max(1, sum(client.nthreads().values())):
            begun.append((left[0], client.submit(sent, left[0], pure=False)))
            left.popleft()
        path, future = begun.popleft()
        yield _told(path, future)


def _told(path: Path, future: "Future[Done[T]]") -> Done[T]:
    """What came of a file, waited for."""
    from distributed import KilledWorker

    try:
        done: Done[T] = future.result()
    except KilledWorker:
        return Done(path, None, ENDED, Outcome.ENDED)
    except OtherVersionError:
        raise ClusterError(
            "a process there has another version of Tieout, of Python or of a library it reads with"
        ) from None
    except Exception as error:  # noqa: BLE001 - what is wrong with filings is told, not raised: this is of the way there
        said = str(error).partition(". ")[0]
        raise ClusterError(f"{_BEGUN_ELSEWHERE} ({type(error).__name__}: {said})") from None
    return done
