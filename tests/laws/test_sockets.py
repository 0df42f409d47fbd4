"""Nothing but `get` connects anywhere, and no test reaches another machine."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests import conftest
from tests.watched.sitecustomize import ReachedError, reached

ROOT = Path(__file__).parents[2]
ELSEWHERE = ("192.0.2.1", 80)
"""An address that is nobody's."""


def test_a_connection_fails_the_test() -> None:
    with socket.socket() as one, pytest.raises(ReachedError):
        one.connect(ELSEWHERE)
    with socket.socket() as one, pytest.raises(ReachedError):
        one.connect(("127.0.0.1", 9))
    with pytest.raises(ReachedError):
        socket.getaddrinfo("www.example.com", 80)
    assert conftest._reached == ["192.0.2.1", "127.0.0.1", "www.example.com"]
    conftest._reached.clear()


@pytest.mark.server
def test_a_test_of_a_server_reaches_this_machine_only() -> None:
    with socket.socket() as server, socket.socket() as one:
        server.bind(("127.0.0.1", 0))
        server.listen()
        one.connect(server.getsockname())
    with socket.socket() as one, pytest.raises(ReachedError):
        one.connect(ELSEWHERE)
    conftest._reached.clear()


def test_processes_that_tests_begin_are_watched() -> None:
    program = f"import socket; socket.socket().connect({ELSEWHERE!r})"
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=False)
    assert "sockets watched: 192.0.2.1" in ended.stderr
    assert ended.returncode


def test_sockets_that_are_files_are_no_connections() -> None:
    assert reached("socket.connect", (None, "/tmp/.X11-unix/X0")) is None  # noqa: S108 - nothing is there
    assert reached("socket.getaddrinfo", (None, 80)) is None
    assert reached("socket.bind", (None, ELSEWHERE)) is None


@pytest.mark.parametrize(
    "words", [["inspect", "--json"], ["check"], ["text"], ["export", "--to", "out.xlsx"], ["facts", "--to", "out.csv"]]
)
def test_no_other_command_brings_in_what_asks_others(words: list[str], tmp_path: Path) -> None:
    sample = ROOT / "tests" / "core" / "sample_2024.txt"
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]); from core import cli; code = cli.run(sys.argv[2:]);"
        "print(sorted({'httpx', 'httpcore', 'h11', 'anyio'} & set(sys.modules)), file=sys.stderr); sys.exit(code)"
    )
    command = [sys.executable, "-c", program, str(ROOT), words[0], str(sample), *words[1:]]
    environment = os.environ | {"TIEOUT_STORE": "off"}
    ended = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False, env=environment)
    assert ended.stderr.splitlines()[-1] == "[]", ended.stderr
    assert ended.returncode in (0, 1)
