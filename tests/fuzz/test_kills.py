"""`make fuzz`: a program that is killed while it writes leaves what was there, or what it wrote, whole."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
KILLS = 200
LONGEST = 0.12
"""Seconds until the program is killed, counted from its first output."""
SIZE = 400_000

OUTPUTS = f"""
import sys
from pathlib import Path
from core.target import put
target = Path(sys.argv[1])
for turn in range(10**9):
    put(target, bytes([65 + turn % 26]) * {SIZE})
    if not turn:
        print("begun", flush=True)
"""
SETTINGS = """
import sys
from pathlib import Path
from gui.settings import Settings
settings = Settings(Path(sys.argv[1]))
for turn in range(10**9):
    for name in ("folder", "theme", "chart/size"):
        settings.set_text(name, chr(65 + turn % 26) * 20_000)
    settings.sync()
    if not turn:
        print("begun", flush=True)
"""


def killed(script: str, target: Path, draw: random.Random) -> None:
    """Lets a script write for a moment, and kills it."""
    command = [sys.executable, "-c", script, str(target)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"begun\n"
        time.sleep(draw.random() * LONGEST)
        writer.kill()


@pytest.mark.fuzz
@pytest.mark.timeout(900)
def test_an_output_is_whole_after_every_kill(tmp_path: Path) -> None:
    target, draw, seen = tmp_path / "out.csv", random.Random(5), set[bytes]()
    for _ in range(KILLS):
        killed(OUTPUTS, target, draw)
        data = target.read_bytes()
        assert data == data[:1] * SIZE
        seen.add(data[:1])
    assert len(seen) > 2


@pytest.mark.fuzz
@pytest.mark.timeout(900)
def test_settings_are_whole_after_every_kill(tmp_path: Path) -> None:
    from gui.settings import Settings

    target, draw = tmp_path / "tieout.ini", random.Random(6)
    for _ in range(KILLS):
        killed(SETTINGS, target, draw)
        told = {name: Settings(target).text(name) for name in ("folder", "theme", "chart/size")}
        assert {len(text) for text in told.values()} == {20_000}
        assert len({text[0] for text in told.values()}) == 1
        assert all(text == text[0] * 20_000 for text in told.values())
