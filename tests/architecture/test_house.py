"""The rules of the house that no linter knows: the top level, the size of files and functions, no addresses of machines."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
TOP = {"main.py", "core", "gui", "resources", "tests"}
MODULES = sorted(path for folder in ("core", "gui", "tests") for path in (ROOT / folder).rglob("*.py"))
LONGEST_FUNCTION = 60
LONGEST_WINDOW = 300


def tracked() -> list[Path]:
    """The files that git tracks, or every file outside hidden folders where there is no git."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        return [p for p in ROOT.rglob("*") if p.is_file() and not any(part.startswith(".") for part in p.parts)]
    return [ROOT / name for name in listed.stdout.split("\0") if name]


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Every function of a file with its length in lines."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def test_code_lives_in_the_fixed_top_level() -> None:
    python = {path.relative_to(ROOT).parts[0] for path in tracked() if path.suffix == ".py"}
    assert python <= TOP


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_functions_can_be_taken_in_at_a_glance(path: Path) -> None:
    long = [f"{name}: {length} lines" for name, length in functions(path) if length > LONGEST_FUNCTION]
    assert not long


def test_the_window_has_no_rules_of_its_own() -> None:
    """It puts the parts together; what it decided itself would belong to one of them."""
    lines = len((ROOT / "gui" / "main_window.py").read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST_WINDOW


def test_no_module_is_without_a_docstring() -> None:
    bare = [
        str(path.relative_to(ROOT))
        for path in MODULES
        if (source := path.read_text(encoding="utf-8")).strip() and not ast.get_docstring(ast.parse(source))
    ]
    assert not bare


def test_no_paths_of_machines_and_no_addresses_of_registries() -> None:
    """Neither belongs into a file: what works only here does not work on a user's machine."""
    bad = re.compile(r"(?<![\w.])/(?:ho[m]e|ro[o]t|wo[r]k|Us[e]rs)/\w|index[-]url|file[s]\.pythonhosted|py[p]i\.org")
    found = []
    for path in tracked():
        try:
            text = path.read_text(encoding="utf-8")
        except (UnicodeDecodeError, OSError):
            continue
        found += [f"{path.relative_to(ROOT)}: {match[0]}" for match in bad.finditer(text)]
    assert not found
