"""Formulas over the lines of statements, as readers write them: `(revenue - cost) / revenue`, `"Goodwill" / average(equity)`.

A name is a line of `resources/years/measures.toml` or of the reader's own file; words in quotes are a caption, or a concept
(`us-gaap:Goodwill`). Python's own parser takes them apart; nothing of Python but arithmetic is taken.
"""

import ast
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

LONGEST = 500
"""Characters of a formula."""
_MOST_YEARS = 99
"""Over which growth can be asked for."""
_OPERATORS = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}


class Function(StrEnum):
    """What can be asked of an amount beside arithmetic: that of the year before, the mean of both, the change as a part of the
    year before, the yearly growth over some years, the amount without its sign, nought where a line is missing."""

    BEFORE = "before"
    AVERAGE = "average"
    GROWTH = "growth"
    COMPOUND = "cagr"
    SIZE = "size"
    OR_ZERO = "or_zero"


class FormulaError(ValueError):
    """What is written is no formula. Its message is one line."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is written."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class Name:
    """A line: by its name among the known ones, or in quotes by its caption or concept."""

    name: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Operation:
    """Two amounts and what stands between them: + - * /."""

    sign: str
    left: "Formula"
    right: "Formula"


@dataclass(frozen=True, slots=True)
class Call:
    """A function of an amount; `years` for growth over several."""

    function: Function
    of: "Formula"
    years: int = 1


Formula = Number | Name | Operation | Call


def parsed(text: str) -> Formula:
    """A formula as it is written. Raises FormulaError where it is none."""
    if len(text) > LONGEST:
        raise FormulaError(f"a formula has at most {LONGEST} characters")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", SyntaxWarning)  # `2if` is no formula, and nothing to print at the terminal
            tree = ast.parse(text.strip(), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise FormulaError(f"{text.strip()!r} is no formula") from error
    formula = _read(tree.body)
    if not any(names(formula)):
        raise FormulaError("it speaks of no line")
    return formula


def names(formula: Formula) -> Iterator[Name]:
    """The lines that a formula speaks of."""
    if isinstance(formula, Name):
        yield formula
    elif isinstance(formula, Operation):
        yield from names(formula.left)
        yield from names(formula.right)
    elif isinstance(formula, Call):
        yield from names(formula.of)


def _read(node: ast.expr) -> Formula:
    if isinstance(node, ast.Constant):
        return _constant(node)
    if isinstance(node, ast.Name):
        return Name(node.id)
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
        return Operation(_OPERATORS[type(node.op)], _read(node.left), _read(node.right))
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return Operation("-", Number(Decimal(0)), _read(node.operand))
    if isinstance(node, ast.Call):
        return _call(node)
    raise FormulaError(f"{ast.unparse(node)!r} is no part of a formula")


def _constant(node: ast.Constant) -> Formula:
    if isinstance(node.value, str) and node.value.strip():
        return Name(node.value.strip(), quoted=True)
    if isinstance(node.value, int | float) and not isinstance(node.value, bool):
        number = Decimal(str(node.value))
        if number.is_finite():
            return Number(number)
    raise FormulaError(f"{ast.unparse(node)!r} is no part of a formula")


def _call(node: ast.Call) -> Formula:
    known = {one.value: one for one in Function}
    name = node.func.id if isinstance(node.func, ast.Name) else ""
    if name not in known:
        raise FormulaError(f"{ast.unparse(node.func)!r} is no function; there are {', '.join(known)}")
    function = known[name]
    wanted = 2 if function is Function.COMPOUND else 1
    if node.keywords or len(node.args) != wanted:
        raise FormulaError(f"{name} takes {'an amount and a number of years' if wanted > 1 else 'one amount'}")
    return Call(function, _read(node.args[0]), _years(node.args[1]) if wanted > 1 else 1)


def _years(node: ast.expr) -> int:
    if isinstance(node, ast.Constant) and isinstance(node.value, int) and 0 < node.value <= _MOST_YEARS:
        return node.value
    raise FormulaError(f"{ast.unparse(node)!r} is no number of years")
