"""A single rule of a recogniser, asked of a subject that is made by hand."""

from typing import Any

from core.evidence import Recogniser


def asked(recogniser: Recogniser[Any, Any], rule: str, subject: Any) -> Any:
    """What the rule of this name says."""
    return next(each for each in recogniser.rules if each.name == rule).says(subject)
