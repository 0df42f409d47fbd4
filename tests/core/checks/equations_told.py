"""Equations in words, for tests."""

from collections.abc import Iterable

from core.checks.equation import Equation
from core.checks.telling import fails, tied


def told(equations: Iterable[Equation]) -> list[tuple[str, str]]:
    """Whether each holds, and the sentence that says so."""
    return [("off", fails(one)) if one.off else ("ties", tied(one).title) for one in equations]
