"""Filings of the typeset corpus with faults strewn in, as they are met in real ones: a line that is lost, a rule that is gone,
words in capitals, a figure that was misprinted, a note mark, a blank line too many."""

import random
from collections.abc import Callable

FEW, MANY = 4, 15
"""Lines with a fault, of a hundred: a filing that is read well all the same, and one of which much is lost."""
DIGITS = "0123456789"


def spoiled(seed: int, text: str, faulty: int = FEW) -> str:
    """The text with faults in some of its lines, always the same ones for a seed."""
    rng = random.Random(seed)
    lines = text.split("\n")
    return "\n".join(_faulty(line, rng) if rng.randrange(100) < faulty else line for line in lines)


def _faulty(line: str, rng: random.Random) -> str:
    """A line with one fault."""
    chosen = rng.randrange(len(FAULTS) + 2)
    if chosen < len(FAULTS):
        return FAULTS[chosen](line)
    return _misprinted(line, rng) if chosen == len(FAULTS) else _wordless(line, rng)


def _misprinted(line: str, rng: random.Random) -> str:
    """One digit is another."""
    places = [at for at, character in enumerate(line) if character in DIGITS]
    if not places:
        return line
    at = rng.choice(places)
    return line[:at] + rng.choice(DIGITS) + line[at + 1 :]


def _wordless(line: str, rng: random.Random) -> str:
    """One word is left out, and what follows keeps its place."""
    words = line.split(" ")
    at = rng.randrange(len(words))
    words[at] = " " * len(words[at])
    return " ".join(words)


FAULTS: tuple[Callable[[str], str], ...] = (
    lambda _: "",
    lambda line: f"{line}\n",
    str.upper,
    str.lower,
    lambda line: f" {line}",
    lambda line: line.replace("  ", " ", 1),
    lambda line: line.replace(",", "."),
    lambda line: line.replace("(", ""),
    lambda line: line.replace("$", " "),
    lambda line: f"{line}  (1)",
    lambda line: f"{line}\n{line}",
    lambda line: line.replace(":", ""),
    lambda line: line.replace("-", "="),
)
"""What may befall a whole line."""
