"""Measures of the code of `core`: how branched and dense its functions are, long patterns, numbers without a name.

`make measure` prints them with the worst places; `test_measures` holds them. Complexity is radon's, which counts `and` and `or`.
"""

import ast
import io
import statistics
import sys
import textwrap
import tokenize
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from radon.complexity import cc_visit

ROOT = Path(__file__).parent.parent.parent
BRANCHED = 10
"""Ways through a function; one with more can't be taken in at a glance."""
LONG_PATTERN = 200
"""Characters of the literals of one regular expression."""
PLAIN_NUMBERS = (0, 1, 2, -1)
"""Numbers that say what they are for where they stand."""
_SILENT = (tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.COMMENT, tokenize.ENDMARKER)


class Place(NamedTuple):
    """Something measured, and where it is."""

    amount: float
    where: str


class Measures(NamedTuple):
    """All measures of some modules: of each function its complexity and its tokens, of each pattern its characters."""

    complexity: tuple[Place, ...]
    tokens: tuple[Place, ...]
    patterns: tuple[Place, ...]
    numbers: tuple[Place, ...]

    @property
    def branched(self) -> list[Place]:
        """Functions over BRANCHED, the worst first."""
        return sorted((place for place in self.complexity if place.amount > BRANCHED), reverse=True)

    @property
    def long(self) -> list[Place]:
        """Patterns over LONG_PATTERN, the longest first."""
        return sorted((place for place in self.patterns if place.amount > LONG_PATTERN), reverse=True)

    @property
    def density(self) -> float:
        """Tokens of the median function."""
        return statistics.median(place.amount for place in self.tokens)


def measured(folder: Path) -> Measures:
    """The measures of all modules below a folder."""
    files = [(path, path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.py"))]
    trees = [(path, source, ast.parse(source)) for path, source in files]
    return Measures(
        tuple(
            Place(block.complexity, _where(path, block.lineno, block.name))
            for path, source in files
            for block in cc_visit(source)
            if not hasattr(block, "methods")
        ),
        tuple(place for path, source, tree in trees for place in _tokens(path, source, tree)),
        tuple(place for path, _, tree in trees for place in _patterns(path, tree)),
        tuple(place for path, _, tree in trees for place in _numbers(path, tree)),
    )


def _where(path: Path, line: int, name: str = "") -> str:
    return f"{path.relative_to(ROOT)}:{line} {name}".rstrip()


def _functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def _tokens(path: Path, source: str, tree: ast.AST) -> Iterator[Place]:
    for function in _functions(tree):
        text = textwrap.dedent(" " * function.col_offset + (ast.get_source_segment(source, function) or ""))
        spoken = [t for t in tokenize.generate_tokens(io.StringIO(text + "\n").readline) if t.type not in _SILENT]
        yield Place(len(spoken), _where(path, function.lineno, function.name))


def _patterns(path: Path, tree: ast.AST) -> Iterator[Place]:
    """Every `re.compile`, with the characters of all string literals in its call."""
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "re.compile":
            literals = [node.value for node in ast.walk(call) if isinstance(node, ast.Constant)]
            yield Place(sum(len(each) for each in literals if isinstance(each, str)), _where(path, call.lineno))


def _numbers(path: Path, tree: ast.AST) -> Iterator[Place]:
    """Every number inside of a function that has no name and is none of the plain ones."""
    for function in _functions(tree):
        for statement in function.body:
            for node in ast.walk(statement):
                if isinstance(node, ast.Constant) and _unnamed(node.value):
                    yield Place(float(node.value), _where(path, node.lineno))  # type: ignore[arg-type]


def _unnamed(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value not in PLAIN_NUMBERS


def main(folder: Path) -> None:
    """Prints the measures and the worst places."""
    found = measured(folder)
    count = len(found.complexity)
    print(f"{count} functions; {len(found.branched)} over complexity {BRANCHED} ({len(found.branched) / count:.1%})")
    print(f"{found.density:.0f} tokens in the median function")
    print(f"{len(found.patterns)} patterns, {len(found.long)} over {LONG_PATTERN} characters")
    print(f"{len(found.numbers)} numbers without a name")
    for title, places in (("complexity", found.branched), ("characters", found.long), ("number", found.numbers)):
        for place in places[:40]:
            print(f"  {title} {place.amount:g}  {place.where}")


if __name__ == "__main__":
    main(ROOT / (sys.argv[1] if len(sys.argv) > 1 else "core"))
