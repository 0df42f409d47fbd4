"""The whole of one filing: progress, cancelling, statements apart from tables, faults as findings."""

from pathlib import Path

import pytest

from core import analysis as stages
from core.analysis import FAULT, analyse
from core.read.unreadable import UnreadableError
from core.statements.statement import StatementKind
from tests.core.made_up import REPORT, submission


class StoppedError(Exception):
    """Raised by a step to cancel."""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "kettle.txt"
    path.write_text(text)
    return path


def test_a_submission_from_bytes_to_statements(tmp_path: Path) -> None:
    analysis = analyse(written(tmp_path, submission()))
    assert [layout is not None for layout in analysis.layouts] == [True, False, False]
    assert [section.title for section in analysis.outline[:1]] == ["ANNUAL REPORT"]
    assert [one.kind for one in analysis.statements] == [StatementKind.BALANCE_SHEET]
    assert {check.status.value for check in analysis.checks} == {"ties"}
    assert not [finding for finding in analysis.findings if finding.kind == FAULT]


def test_progress_rises_to_the_end(tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    analyse(written(tmp_path, REPORT), lambda done, total: steps.append((done, total)))
    shares = [done / total for done, total in steps]
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert shares[-1] <= 1


def test_a_step_that_raises_cancels(tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        if done:
            raise StoppedError

    with pytest.raises(StoppedError):
        analyse(written(tmp_path, REPORT), stop)


def test_a_stage_that_fails_is_a_finding_and_the_filing_opens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise ValueError("nine")

    monkeypatch.setattr(stages, "drafted", fails)
    analysis = analyse(written(tmp_path, REPORT))
    assert analysis.outline == ()
    (told,) = (finding for finding in analysis.findings if finding.kind == FAULT)
    assert told.message == "Fault in Tieout: a part of the filing could not be read (outline: ValueError: nine)"


def test_a_line_too_long_to_lay_out_is_shown_but_not_read(tmp_path: Path) -> None:
    analysis = analyse(written(tmp_path, REPORT + "kettles " * 4000))
    assert analysis.layouts == (None,)
    told = analysis.findings[-1]
    assert told.message == "Document 1 has lines of up to 32,000 characters: it is shown, but not read."
    assert told.cites[0].end - told.cites[0].start == 32_000


def test_a_paragraph_on_one_line_is_read(tmp_path: Path) -> None:
    analysis = analyse(written(tmp_path, REPORT + "\n" + "kettles " * 900))
    assert len(analysis.statements) == 1
    assert not analysis.findings


def test_what_is_no_filing_raises(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError):
        analyse(written(tmp_path, ""))
