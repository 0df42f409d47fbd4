"""Runs core off the UI thread: one live answer a slot, with progress and cancel."""

import ctypes
import os
import sys
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import wait as wait_for
from functools import partial
from queue import SimpleQueue
from threading import Event, Lock, get_ident
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from core import collector

Step = Callable[[int, int], None]
Done = Callable[[Any], None]
Failed = Callable[[Exception], None]
EVERY = 0.05
"""Seconds between two words of progress: more often would only keep the window busy."""
SWITCH = 0.0005
"""Seconds a thread may keep the interpreter while another waits: the window's thread waits for no more than this."""
LAST_WAIT = 2.0
"""Seconds the window waits, when it is closed, for what is under way: an endless reading must not hold it."""
PATIENCE = 0.3
"""Seconds in which a job that is no longer wanted may end at a step of its own, before it is broken off where it stands."""
WORKERS = 2 + (os.cpu_count() or 1)
"""Threads at most. Those that wait for other processes do nothing meanwhile."""


class CancelledError(BaseException):
    """Raised inside a job by its own `step` to end it; no `except Exception` on the way may swallow it."""


class Job:
    """One piece of work, under way or waiting for a free thread; `done` and `failed` are called in the UI thread."""

    def __init__(self, slot: str, done: Done, failed: Failed, progress: Step | None, *, breaks: bool) -> None:
        self.slot, self.done, self.failed, self.progress = slot, done, failed, progress
        self.cancelled = Event()
        self._breaks = breaks
        self._lock = Lock()
        self._thread: int | None = None  # that works on it, while it may be broken off

    def does(self, work: Callable[[Step], Any], step: Step) -> Any:
        """What `work` answers, in this thread. Raises CancelledError where the job is broken off."""
        with self._lock:
            self._thread = get_ident() if self._breaks else None
        try:
            return work(step)
        finally:
            with self._lock:
                self._thread = None
                _raise_in(get_ident(), None)  # what was to be raised comes too late

    def break_off(self) -> None:
        """Ends the job wherever it stands, at the next instruction of the interpreter; from any thread."""
        with self._lock:
            if self._thread is not None:
                _raise_in(self._thread, CancelledError)


def _raise_in(thread: int, kind: type[BaseException] | None) -> None:
    """Has an exception raised in a thread at its next instruction; None takes back what has not been raised yet."""
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), kind and ctypes.py_object(kind))


class Jobs(QObject):
    """Work done in other threads. A new job takes its slot from the one before, whose answer is then never heard."""

    idle = Signal()
    """The last job has ended."""
    _woken = Signal()

    def __init__(self, parent: QObject | None = None, workers: int = WORKERS) -> None:
        super().__init__(parent)
        self._live: dict[str, Job] = {}
        self._futures: set[Future[None]] = set()
        self._shut = False
        self._busied = False  # whether the collector rests on our account
        self._answers: SimpleQueue[tuple[Job, Callable[[], object], bool]] = SimpleQueue()
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="tieout")
        self._woken.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        sys.setswitchinterval(SWITCH)

    def run(
        self,
        slot: str,
        work: Callable[[Step], Any],
        done: Done,
        failed: Failed,
        progress: Step | None = None,
        *,
        breaks: bool = False,
    ) -> None:
        """Runs `work(step)` in another thread; then `done(its answer)`, or `failed(its exception)`, in this one. Nothing is
        begun any more once all was shut. `breaks`: work that only reads, and may be broken off between two steps."""
        if self._shut:
            return
        self.cancel(slot)
        job = Job(slot, done, failed, progress, breaks=breaks)
        self._live[slot] = job
        if not self._busied:
            self._busied = True
            collector.rest()
        future = self._pool.submit(self._work, job, work)
        self._futures.add(future)
        future.add_done_callback(self._futures.discard)

    def cancel(self, slot: str) -> bool:
        """Ends the slot's job at its next step, or breaks it off, and forgets it; whether there was one."""
        job = self._live.pop(slot, None)
        if job is None:
            return False
        job.cancelled.set()
        # held by what is called: Qt's binding would not hold the job itself
        QTimer.singleShot(round(PATIENCE * 1000), self, partial(Job.break_off, job))
        self._rest()
        return True

    def busy(self, slot: str | None = None) -> bool:
        """Whether the slot (or any) has a job whose answer is still awaited."""
        return bool(self._live) if slot is None else slot in self._live

    def shut(self) -> None:
        """Cancels everything, and waits a moment for the threads to end; `ended` tells whether all did."""
        self._shut = True
        left = tuple(self._live.values())
        for slot in tuple(self._live):
            self.cancel(slot)
        self._pool.shutdown(wait=False, cancel_futures=True)
        if wait_for(set(self._futures), timeout=PATIENCE).not_done:
            for job in left:
                job.break_off()
        if not wait_for(set(self._futures), timeout=LAST_WAIT).not_done:
            self._pool.shutdown(wait=True)

    @property
    def ended(self) -> bool:
        """Whether no thread is at work any more; one that is would keep the program from ending."""
        return not self._futures

    def _work(self, job: Job, work: Callable[[Step], Any]) -> None:
        """In the other thread."""
        last = 0.0

        def step(done: int, total: int) -> None:
            nonlocal last
            if job.cancelled.is_set():
                raise CancelledError
            now = time.monotonic()
            if job.progress is not None and now - last >= EVERY:
                last = now
                self._tell(job, lambda: job.progress and job.progress(done, total), ends=False)

        try:
            step(0, 0)
            answer = job.does(work, step)
        except CancelledError:
            return
        except Exception as error:  # noqa: BLE001 - told to the one who asked for the work
            failure = error
            self._tell(job, lambda: job.failed(failure), ends=True)
        else:
            self._tell(job, lambda: job.done(answer), ends=True)

    def _tell(self, job: Job, call: Callable[[], object], *, ends: bool) -> None:
        self._answers.put((job, call, ends))
        self._woken.emit()

    @Slot()
    def _answer(self) -> None:
        """In the UI thread: what a job had to say, if its slot is still its own."""
        job, call, ends = self._answers.get()
        if self._live.get(job.slot) is not job:
            return
        if ends:
            del self._live[job.slot]
        try:
            call()
        finally:
            if ends:
                self._rest()

    def _rest(self) -> None:
        if not self._live:
            if self._busied:
                self._busied = False
                collector.wake()
            self.idle.emit()
