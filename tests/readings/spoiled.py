"""Filings of the typeset corpus with faults strewn in, as they are met in real ones: a line that is lost, a rule that is gone,
words in capitals, a figure that was misprinted, a note mark, a blank line too many."""

import random
from collections.abc import Callable

FAULTS_A_HUNDRED = 4
"""Lines with a fault, of a hundred."""
DIGITS = "0123456789"


def spoiled(seed: int, text: str) -> str:
    """The text with faults in some of its lines, always the same ones for a seed."""
    rng = random.Random(seed)
    lines = text.split("\n")
    return "\n".join(rng.choice(FAULTS)(line, rng) if rng.randrange(100) < FAULTS_A_HUNDRED else line for line in lines)


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


FAULTS: tuple[Callable[[str, random.Random], str], ...] = (
    _misprinted,
    _wordless,
    lambda line, rng: "",
    lambda line, rng: f"{line}\n",
    lambda line, rng: line.upper(),
    lambda line, rng: line.lower(),
    lambda line, rng: f" {line}",
    lambda line, rng: line.replace("  ", " ", 1),
    lambda line, rng: line.replace(",", "."),
    lambda line, rng: line.replace("(", ""),
    lambda line, rng: line.replace("$", " "),
    lambda line, rng: f"{line}  (1)",
    lambda line, rng: f"{line}\n{line}",
    lambda line, rng: line.replace(":", ""),
    lambda line, rng: line.replace("-", "="),
)
"""What may befall a line."""
