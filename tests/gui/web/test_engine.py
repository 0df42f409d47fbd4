"""The engine is started late, quietly, and as far as the machine allows; a program that drew a page ends well."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning
from pytestqt.qtbot import QtBot

from gui.web import engine
from tests.gui.test_app import start
from tests.gui.web.made_up import ten_k

ROOT = Path(__file__).parent.parent.parent.parent


def test_a_window_starts_without_the_engine() -> None:
    script = "import sys, gui.main_window, gui.views.source; print([m for m in sys.modules if 'WebEngine' in m])"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.skipif(sys.platform != "linux", reason="only there has it such a sandbox")
@pytest.mark.parametrize(("user", "expected"), [(0, True), (1000, False)])
def test_only_root_goes_without_a_sandbox(monkeypatch: pytest.MonkeyPatch, user: int, expected: bool) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: user)
    assert ("--no-sandbox" in engine.flags()) is expected
    assert ("--no-zygote" in engine.flags()) is expected


@pytest.mark.skipif(sys.platform != "linux", reason="only there has it a size of its own")
@pytest.mark.parametrize(("folder", "expected"), [("gone", True), (".", None)])
def test_little_shared_memory_is_not_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, folder: str, expected: bool | None
) -> None:
    monkeypatch.setattr(engine, "SHARED", tmp_path / folder)
    monkeypatch.setattr(engine, "ENOUGH", 1)
    assert ("--disable-dev-shm-usage" in engine.flags()) is bool(expected)


def test_a_library_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    words = "libnss3.so: cannot open shared object file: No such file or directory"
    assert engine._missing(ImportError(words)) == "libnss3.so is missing"


def test_quiet_keeps_words_back_and_no_longer(qtbot: QtBot, capfd: pytest.CaptureFixture[str]) -> None:
    with engine.quiet():
        qWarning("tried something")
    assert capfd.readouterr().err == ""


def test_a_page_is_in_the_picture_of_the_window_and_the_program_ends_well(tmp_path: Path) -> None:
    path, out = tmp_path / "lamp.htm", tmp_path / "out.png"
    path.write_text(ten_k().replace("<table ", "<table bgcolor='#123456' "))
    done = start("snapshot", path, "--to", out)
    assert (done.returncode, done.stderr) == (0, "")
    from PySide6.QtGui import QImage

    image = QImage(str(out))
    colours = {image.pixelColor(x, y).name() for x in range(900, 1200, 5) for y in range(100, 500, 5)}
    assert "#123456" in colours
