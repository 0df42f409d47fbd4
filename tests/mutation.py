"""Breaks core in one place at a time and sees whether the tests tell: those that survive show what no test holds.

    python -m tests.mutation                    60 mutants of the seed below
    python -m tests.mutation --module core/dates.py --count 20
    python -m tests.mutation --seed 3 --list    what would be changed, without running anything

A mutant is one token: an operator, a comparison, `and` or `or`, a `not`, a number, a truth value, or what is returned. Each
runs in a copy of the project against tests that may tell, from near and quick to far and slow, and the first that fails kills it:
those of its module and those that name it, the small inputs and phrases, those in its mirrored folder and of the modules that use
it, and those that read whole filings. First of all they run without a change: a test that fails anyway would kill everything.

Left alone is what no reader can see: the arguments of decorators (sizes of caches, slots), `strict=` of `zip` and `repr=` of
`field`; and `return False` becomes `return True`, not `None`, which is as false.
"""

import argparse
import ast
import compileall
import importlib
import io
import itertools
import os
import random
import resource
import shutil
import signal
import sys
import tempfile
import time
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent
CASES = Path("shared", "cases")
"""Small filings that show one fault of reading each, beside the project on machines that have them."""
COPIED = ("core", "gui", "tests", "resources", "main.py", "pyproject.toml")
SEED, COUNT = 7, 60
SLOWEST, LONGEST = 240, 3_600
"""Seconds of work, and by the clock, that the tests may take for one mutant; one that goes round for ever is killed."""
UNSEEN = ("strict", "repr")
"""Arguments by name that change nothing which is read."""
POLL = 0.05
"""Seconds between two looks at whether they are done."""
SLOW = ("lxml.html", "pandas", "PySide6.QtWidgets", "PySide6.QtWebEngineCore", "openpyxl", "jsonschema")
"""What takes long to import and knows nothing of the project."""
SWAPS = {
    "+": "-",
    "-": "+",
    "*": "+",
    "//": "*",
    "<": "<=",
    "<=": "<",
    ">": ">=",
    ">=": ">",
    "==": "!=",
    "!=": "==",
    "and": "or",
    "or": "and",
    "True": "False",
    "False": "True",
    "+=": "-=",
    "-=": "+=",
}
_HELD = "tests/readings/test_held.py"
SMALL = (
    *(f"{_HELD}::test_every_{what}" for what in ("phrase_is_understood_as_it_was", "rule_weighs_what_it_did")),
    *(f"{_HELD}::test_every_{what}" for what in ("bound_of_a_phrase_is_where_it_was", "word_of_a_small_input")),
    *(f"{_HELD}::test_every_{what}" for what in ("part_of_a_least_text", "bound_of_a_least_text_is_where_it_was")),
    f"{_HELD}::test_every_text_with_something_at_its_bound",
    *("tests/core/test_rules_spoken.py", "tests/core/forms", "tests/cases"),
)
"""Quick tests of small inputs, which between them use nearly every module that reads."""
WHOLE = (
    *("tests/core/test_samples.py", "tests/core/test_sample_2024.py", "tests/core/test_analysis.py"),
    *("tests/core/test_contract.py", "tests/typeset/test_floors.py", _HELD),
)
"""Tests that read whole filings, or make all that is made of them."""


class Mutant(NamedTuple):
    """One change: in `path`, the characters `[start, end)` become `new`."""

    path: Path
    line: int
    start: int
    end: int
    old: str
    new: str

    def __str__(self) -> str:
        return f"{self.path.relative_to(ROOT)}:{self.line}: {self.old!r} -> {self.new!r}"


def candidates(path: Path) -> list[Mutant]:
    """Every change of a module by one token, also such as leave no Python."""
    source = path.read_text(encoding="utf-8")
    tree = ast.parse(source)
    unseen = _unseen(source, tree)
    tokens = _of_tokens(path, source, _untouched(tree))
    seen = (each for each in tokens if not any(start <= each.start < end for start, end in unseen))
    return [*seen, *_of_returns(path, source, tree)]


def sound(mutant: Mutant) -> bool:
    """Whether it is still Python, and another program."""
    source = mutant.path.read_text(encoding="utf-8")
    changed = source[: mutant.start] + mutant.new + source[mutant.end :]
    try:
        return ast.dump(ast.parse(changed)) != ast.dump(ast.parse(source))
    except SyntaxError:
        return False


def _untouched(tree: ast.Module) -> set[int]:
    """The lines of annotations and imports, and of values that name a type."""
    lines: set[int] = set()
    for node in ast.walk(tree):
        notes: list[ast.AST | None] = []
        if isinstance(node, ast.FunctionDef):
            notes = [node.returns, *(argument.annotation for argument in (*node.args.args, *node.args.kwonlyargs))]
        elif isinstance(node, ast.AnnAssign):
            notes = [node.annotation]
        elif isinstance(node, ast.Import | ast.ImportFrom):
            notes = [node]
        for note in notes:
            if isinstance(note, ast.expr | ast.stmt):
                lines |= set(range(note.lineno, (note.end_lineno or note.lineno) + 1))
    return lines


def _unseen(source: str, tree: ast.Module) -> list[tuple[int, int]]:
    """Where what no reader can see stands: arguments of decorators, and of calls `strict=`, `repr=`; as offsets."""
    found: list[ast.expr] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found += [each for each in node.decorator_list if isinstance(each, ast.Call)]
        elif isinstance(node, ast.Call):
            found += [each.value for each in node.keywords if each.arg in UNSEEN]
    return [_extent(source, node) for node in found]


def _extent(source: str, node: ast.expr) -> tuple[int, int]:
    """Where an expression begins and ends; columns are told in bytes."""
    starts, lines = _starts(source), source.split("\n")

    def offset(row: int, column: int) -> int:
        return starts[row - 1] + len(lines[row - 1].encode()[:column].decode())

    begin = offset(node.lineno, node.col_offset)
    return begin, offset(node.end_lineno or node.lineno, node.end_col_offset or 0)


def _of_tokens(path: Path, source: str, untouched: set[int]) -> Iterator[Mutant]:
    starts = _starts(source)
    tokens = list(tokenize.generate_tokens(io.StringIO(source).readline))
    for index, token in enumerate(tokens):
        row, column = token.start
        if row in untouched and token.type != tokenize.NUMBER:
            continue
        at = starts[row - 1] + column
        following = tokens[index + 1].string if index + 1 < len(tokens) else ""
        new = _swapped(token, following, tokens[index - 1].string if index else "")
        if new is not None:
            yield Mutant(path, row, at, at + len(token.string), token.string, new)


def _swapped(token: tokenize.TokenInfo, following: str, before: str) -> str | None:
    """What a token becomes; None where it is left alone."""
    if token.type == tokenize.NUMBER:
        return _other(token.string)
    if token.type not in {tokenize.OP, tokenize.NAME}:
        return None
    if token.string == "not":
        return ""
    if token.string == "is" and following != "not":
        return "is not"
    if token.string == "in" and before != "not":
        return "not in"
    return SWAPS.get(token.string)


def _other(number: str) -> str | None:
    try:
        return str(int(number.replace("_", "")) + 1)
    except ValueError:
        return f"{float(number) + 1}" if number.replace(".", "").isdigit() else None


def _of_returns(path: Path, source: str, tree: ast.Module) -> Iterator[Mutant]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Return) and node.value is not None:
            value = node.value
            begin, end = _extent(source, value)
            old = source[begin:end]
            if old not in ("None", "False"):
                yield Mutant(path, value.lineno, begin, end, f"return {old.splitlines()[0]}", "None")


def _starts(source: str) -> list[int]:
    starts = [0]
    for line in source.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return starts


def relevant(module: Path) -> list[str]:
    """The tests for a module, those first that tell soonest."""
    own = module.relative_to(ROOT / "core")
    mirrored = ROOT / "tests" / "core" / own.parent
    near = [path for path in (mirrored / f"test_{own.name}",) if path.exists()]
    name = _dotted(module)
    near += [path for path, text in _tests().items() if _names(text, name)]
    beside = [path for path in _tests() if len(own.parts) > 1 and path.is_relative_to(mirrored)]
    users = [_dotted(path) for path, text in _modules().items() if _names(text, name)]
    far = [path for path, text in _tests().items() if any(_names(text, user) for user in users)]
    return list(dict.fromkeys([*map(_shown, near), *SMALL, *map(_shown, (*beside, *far)), *WHOLE]))


def _names(text: str, name: str) -> bool:
    """Whether a module imports another."""
    package, _, last = name.rpartition(".")
    return f"from {name} import" in text or f"import {name}\n" in text or f"from {package} import {last}\n" in text


def _dotted(module: Path) -> str:
    return ".".join(module.relative_to(ROOT).with_suffix("").parts)


def _shown(path: Path) -> str:
    return str(path.relative_to(ROOT))


@cache
def _tests() -> dict[Path, str]:
    """What stands in each module of tests of core."""
    return {path: path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests" / "core").rglob("test_*.py"))}


@cache
def _modules() -> dict[Path, str]:
    """What stands in each module of core."""
    return {path: path.read_text(encoding="utf-8") for path in sorted((ROOT / "core").rglob("*.py"))}


class Copy:
    """A copy of the project in which one mutant at a time is tested."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.told = folder.parent / "failing"
        for name in COPIED:
            source = ROOT / name
            if source.is_dir():
                shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(source, folder / name)
        cases = ROOT.parent / CASES
        if cases.is_dir():
            (folder.parent / CASES).parent.mkdir()
            (folder.parent / CASES).symlink_to(cases)
        for name in ("core", "tests"):
            compileall.compile_dir(folder / name, quiet=1)

    def killed_by(self, mutant: Mutant) -> str | None:
        """The first test that fails with it, None where every one passes."""
        target = self.folder / mutant.path.relative_to(ROOT)
        source, written = target.read_text(encoding="utf-8"), target.stat()
        target.write_text(source[: mutant.start] + mutant.new + source[mutant.end :], encoding="utf-8")
        try:
            return self._failing(relevant(mutant.path))
        finally:
            target.write_text(source, encoding="utf-8")
            os.utime(target, ns=(written.st_atime_ns, written.st_mtime_ns))  # what is compiled of it holds again

    def failing(self) -> str | None:
        """The first test that fails without a change, None where every one passes."""
        return self._failing(list(dict.fromkeys([*SMALL, *WHOLE])), written=True)

    def _failing(self, tests: list[str], written: bool = False) -> str | None:
        """The first of these tests that fails, in a child that has what is slow to import already."""
        self.told.write_text("")
        child = os.fork()
        if not child:
            code = 1
            try:
                code = self._tested(tests, written)
            finally:  # whatever happens: the copy belongs to the parent
                os._exit(code)
        until = time.monotonic() + LONGEST
        while time.monotonic() < until:
            done, status = os.waitpid(child, os.WNOHANG)
            if done:
                return (self.told.read_text() or "no end, or no start") if status else None
            time.sleep(POLL)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return "no end"

    def _tested(self, tests: list[str], written: bool) -> int:
        """Runs tests of the copy in this process; 0 where all pass. `written`: what is compiled on the way is kept."""
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.dup2(nowhere, sys.stderr.fileno())
        resource.setrlimit(resource.RLIMIT_CPU, (SLOWEST, SLOWEST))
        os.chdir(self.folder)
        sys.path[0] = str(self.folder)
        for name in [name for name in sys.modules if name.partition(".")[0] in {"core", "gui", "tests", "main"}]:
            del sys.modules[name]
        sys.dont_write_bytecode = not written
        early = "ignore:Module already imported:pytest.PytestAssertRewriteWarning"
        return int(
            pytest.main(["-x", "-q", "-W", early, "--timeout=0", "-m", "not fuzz and not journey", *tests], [self])
        )

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Tells the parent which test fails."""
        if report.failed:
            self.told.write_text(report.nodeid)


def drawn(seed: int, count: int, modules: list[Path]) -> list[Mutant]:
    """Some mutants by chance, all of them alike likely."""
    every = [mutant for module in modules for mutant in candidates(module)]
    random.Random(seed).shuffle(every)
    return list(itertools.islice(filter(sound, every), count))


def main() -> int:
    """Prints each mutant and what became of it; the survivors again at the end."""
    parser = argparse.ArgumentParser(prog="tests.mutation", description="Which changes of core no test tells.")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--module", action="append", type=Path, help="only of this file, or of those in this folder")
    parser.add_argument("--list", action="store_true")
    arguments = parser.parse_args()
    places = [path.resolve() for path in arguments.module or ()] or [ROOT / "core"]
    modules = [each for path in places for each in (sorted(path.rglob("*.py")) if path.is_dir() else (path,))]
    chosen = drawn(arguments.seed, arguments.count, modules)
    if arguments.list:
        print(*chosen, sep="\n")
        return 0
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    for name in SLOW:
        importlib.import_module(name)
    alive = []
    with tempfile.TemporaryDirectory() as folder:
        copy = Copy(Path(folder) / "copy")
        if failing := copy.failing():
            print(f"Without any change {failing} fails.", file=sys.stderr)
            return 1
        for number, mutant in enumerate(chosen, 1):
            killer = copy.killed_by(mutant)
            print(f"{number:3} {f'killed by {killer}' if killer else 'SURVIVED'}: {mutant}", flush=True)
            alive += [] if killer else [mutant]
    print(f"\n{len(alive)} of {len(chosen)} survive ({100 * len(alive) / max(1, len(chosen)):.0f} %)")
    print(*alive, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
