"""The commands without a window, as a person and a program call them."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import main
from core import cli
from tests.core.made_up import REPORT, submission

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def kettle(tmp_path: Path) -> Path:
    path = tmp_path / "kettle.txt"
    path.write_text(submission())
    return path


def test_inspect_draws_the_tree_and_the_statements(kettle: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert cli.run(["inspect", str(kettle)]) == 0
    shown = capfdbinary.readouterr().out.decode()
    assert shown.startswith("TIDEWATER KETTLE CO\n10-K · period ended 1998-06-30 · filed 1998-09-28 · CIK 0000012345\n")
    assert "├ Item 1  BUSINESS" in shown or "Item 1  Business" in shown
    drawn = [line.split() for line in shown.splitlines()]
    assert ["Total", "assets", "$", "1,000", "$", "1,000"] in drawn
    assert "EX-27" in shown
    assert "(not text)" in shown
    assert "not read" not in shown


def test_inspect_json_is_one_object(kettle: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert cli.run(["inspect", str(kettle), "--json"]) == 0
    assert json.loads(capfdbinary.readouterr().out)["filing"]["company"] == "TIDEWATER KETTLE CO"


def test_text_is_exactly_the_text(kettle: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert cli.run(["text", str(kettle), "--document", "1"]) == 0
    assert capfdbinary.readouterr().out == REPORT.encode()


def test_check_exits_with_one_where_a_sum_is_off(kettle: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert cli.run(["check", str(kettle), "--json"]) == 0
    assert {check["status"] for check in json.loads(capfdbinary.readouterr().out)["checks"]} == {"ties"}
    kettle.write_text(submission().replace("880         910", "980         910"))
    assert cli.run(["check", str(kettle)]) == 1
    shown = capfdbinary.readouterr().out.decode()
    assert "kettle.txt:1:" in shown
    assert shown.endswith("1 do not.\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["inspect", "gone.txt"], "tieout: gone.txt is not there: no such file.\n"),
        (["text", "{}", "--document", "9"], "tieout: kettle.txt has 3 documents, there is no document 9\n"),
        (["inspect"], "tieout: the following arguments are required: FILE (see main.py inspect --help)\n"),
        (
            ["text", "{}", "--document", "x"],
            "tieout: argument --document: invalid int value: 'x' (see main.py text --help)\n",
        ),
    ],
)
def test_faults_are_one_line_and_exit_code_two(
    kettle: Path, capfd: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert cli.run([argument.format(kettle) for argument in arguments]) == 2
    shown = capfd.readouterr()
    assert (shown.out, shown.err) == ("", message)


def test_a_reader_who_leaves_early_is_no_fault(kettle: Path) -> None:
    command = f"{sys.executable} main.py inspect {kettle} --json | head -c 10"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b'{"schema":', b"")


def test_no_command_needs_the_window(kettle: Path) -> None:
    """The headless commands load neither Qt nor pandas: they start at once, and work where there is no screen."""
    code = (
        "import sys, main\n"
        f"main.main(['inspect', {str(kettle)!r}, '--json'])\n"
        "sys.exit(any(name in sys.modules for name in ('PySide6', 'pandas', 'pyqtgraph')))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False).returncode == 0


def test_a_size_that_is_none_is_said(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main.main(["snapshot", "kettle.txt", "--to", "out.png", "--size", "big"])
    assert ended.value.code == 2
    assert capfd.readouterr().err == "tieout: big is no size such as 1280x800 (see main.py snapshot --help)\n"


def test_what_has_no_words_never_ties(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "picture.htm"
    path.write_text('<html><body><img src="page1.gif"></body></html>')
    assert cli.run(["check", str(path)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "The main document has no words: what it shows may be pictures.",
        "No sums to check.",
    ]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
@pytest.mark.parametrize("command", ["inspect", "check", "text", "rules", "why"])
@pytest.mark.parametrize(
    ("output", "told"), [(">/dev/full", "No space left on device"), (">&-", "it is closed"), (">&- 2>&-", "")]
)
def test_an_output_that_takes_nothing_never_looks_like_a_sum_that_is_off(
    kettle: Path, command: str, output: str, told: str
) -> None:
    words = {"rules": "", "why": f"{kettle} 5"}.get(command, str(kettle))
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} main.py {command} {words} {output}"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == (f"tieout: the output cannot be written: {told}\n" if told else "")


def test_a_reader_who_leaves_early_does_not_hear_that_all_ties(kettle: Path) -> None:
    command = f"set -o pipefail; {sys.executable} main.py text {kettle} | true"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (2, b"")


def test_a_fault_of_ours_is_one_line_with_its_place(
    kettle: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_: Path) -> None:
        raise ZeroDivisionError("nothing to share")

    monkeypatch.setattr(cli, "analyse", broken)
    assert cli.run(["check", str(kettle)]) == 2
    assert re.fullmatch(
        r"tieout: Fault in Tieout \(test_cli\.py, line \d+\): ZeroDivisionError: nothing to share\n",
        capsys.readouterr().err,
    )


def test_a_name_gives_the_terminal_no_orders(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["inspect", str(tmp_path / "a\n\x1b[2J\u202eb.txt")]) == 2
    assert capsys.readouterr().err == "tieout: a \\x1b[2J\\u202eb.txt is not there: no such file.\n"


def test_a_comparison_does_not_replace_what_it_compares(kettle: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = kettle.with_suffix(".html")
    page.write_bytes(kettle.read_bytes())
    assert cli.run(["compare", str(kettle), str(page), "--to", str(page)]) == 2
    assert page.read_bytes() == kettle.read_bytes()
    assert "is a file that this is read from" in capsys.readouterr().err
