"""Jobs: off the UI thread, one live answer a slot, progress, cancel."""

import threading

import pytest
from pytestqt.qtbot import QtBot

from gui import jobs as work
from gui.jobs import Jobs, Step


class Heard:
    """Collects what a job says."""

    def __init__(self) -> None:
        self.answers: list[object] = []
        self.faults: list[str] = []
        self.steps: list[tuple[int, int]] = []
        self.thread: threading.Thread | None = None

    def done(self, answer: object) -> None:
        self.answers.append(answer)
        self.thread = threading.current_thread()

    def failed(self, error: Exception) -> None:
        self.faults.append(str(error))

    def progress(self, done: int, total: int) -> None:
        self.steps.append((done, total))


def test_the_answer_comes_in_the_ui_thread(qtbot: QtBot, jobs: Jobs) -> None:
    heard = Heard()
    jobs.run("read", lambda _: threading.current_thread().name, heard.done, heard.failed)
    qtbot.waitUntil(lambda: bool(heard.answers))
    assert str(heard.answers[0]).startswith("tieout")
    assert heard.thread is threading.main_thread()
    assert not jobs.busy()


def test_a_failure_is_told(qtbot: QtBot, jobs: Jobs) -> None:
    heard = Heard()

    def work(_: Step) -> None:
        raise ValueError("no filing")

    with qtbot.waitSignal(jobs.idle):
        jobs.run("read", work, heard.done, heard.failed)
    assert (heard.answers, heard.faults) == ([], ["no filing"])


def test_a_new_job_takes_the_slot(qtbot: QtBot, jobs: Jobs) -> None:
    heard, go = Heard(), threading.Event()

    def slow(step: Step) -> str:
        go.wait(5)
        step(1, 2)
        return "old"

    jobs.run("read", slow, heard.done, heard.failed)
    jobs.run("read", lambda _: "new", heard.done, heard.failed)
    go.set()
    qtbot.waitUntil(lambda: bool(heard.answers))
    qtbot.wait(20)
    assert heard.answers == ["new"]


def test_cancel_ends_the_work_at_its_next_step(qtbot: QtBot, jobs: Jobs) -> None:
    heard, ended = Heard(), threading.Event()

    def endless(step: Step) -> None:
        try:
            while True:
                step(1, 2)
        finally:
            ended.set()

    jobs.run("read", endless, heard.done, heard.failed, heard.progress)
    qtbot.waitUntil(lambda: bool(heard.steps))
    assert jobs.cancel("read")
    assert ended.wait(5)
    qtbot.wait(20)
    assert (heard.answers, heard.faults) == ([], [])
    assert not jobs.cancel("read")


def test_progress_is_not_told_too_often(qtbot: QtBot, jobs: Jobs) -> None:
    heard = Heard()

    def work(step: Step) -> str:
        for at in range(2000):
            step(at, 2000)
        return "done"

    jobs.run("read", work, heard.done, heard.failed, heard.progress)
    qtbot.waitUntil(lambda: bool(heard.answers))
    assert len(heard.steps) < 20


def test_shutting_ends_everything(qtbot: QtBot) -> None:
    jobs = Jobs()

    def endless(step: Step) -> None:
        while True:
            step(1, 2)

    for slot in "abc":
        jobs.run(slot, endless, lambda _: None, lambda _: None)
    jobs.shut()
    assert not jobs.busy()


def test_work_that_does_not_end_does_not_hold_the_window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "LAST_WAIT", 0.05)
    jobs, let_go = Jobs(), threading.Event()
    jobs.run("a", lambda _: let_go.wait(30), lambda _: None, lambda _: None)
    jobs.shut()
    assert not jobs.ended
    let_go.set()
    qtbot.waitUntil(lambda: jobs.ended)


def forever(_: Step) -> None:
    """Work without a step, as a reading between two steps is."""
    while True:
        pass


def test_work_that_may_be_broken_off_ends_without_a_step(qtbot: QtBot, jobs: Jobs) -> None:
    heard = Heard()
    jobs.run("read", forever, heard.done, heard.failed, breaks=True)
    qtbot.wait(50)
    assert jobs.cancel("read")
    assert not jobs.ended
    qtbot.waitUntil(lambda: jobs.ended)
    assert (heard.answers, heard.faults) == ([], [])


def test_a_thread_whose_work_was_broken_off_works_on(qtbot: QtBot) -> None:
    jobs, heard = Jobs(workers=1), Heard()
    for _ in range(5):
        jobs.run("read", forever, heard.done, heard.failed, breaks=True)
    jobs.run("other", lambda _: "done", heard.done, heard.failed)
    jobs.cancel("read")
    qtbot.waitUntil(lambda: heard.answers == ["done"])
    jobs.shut()
    assert jobs.ended


def test_what_comes_too_late_to_break_work_off_harms_nothing(qtbot: QtBot) -> None:
    jobs, heard, go = Jobs(workers=1), Heard(), threading.Event()
    late = work.Job("read", heard.done, heard.failed, None, breaks=True)

    def broken_at_its_end(_: Step) -> str:
        late.break_off()
        return "done"

    for number in range(50):
        late.does(lambda _: None, lambda *_: None)
        late.break_off()  # of no thread any more
        jobs.run(f"job {number}", lambda _: go.wait(5), heard.done, heard.failed)
    go.set()
    qtbot.waitUntil(lambda: heard.answers == [True] * 50)
    with pytest.raises(work.CancelledError):
        late.does(broken_at_its_end, lambda *_: None)
    jobs.shut()


def test_work_that_may_not_be_broken_off_goes_on_to_its_end(
    qtbot: QtBot, jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "PATIENCE", 0.01)
    let_go, ended = threading.Event(), threading.Event()

    def kept(_: Step) -> None:
        let_go.wait(30)
        ended.set()

    jobs.run("keep", kept, lambda _: None, lambda _: None)
    jobs.cancel("keep")
    qtbot.wait(100)
    let_go.set()
    assert ended.wait(5)
