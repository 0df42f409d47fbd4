"""Breaks filings many thousand times: `python -m tests.fuzz.many [--inputs N] [--seed S] [--keep FOLDER]`.

Each input is drawn from the seed and its number alone, so that one that is found is found again. What breaks a law, raises,
or takes too long is printed, and kept where a folder is named.
"""

import argparse
import os
import random
import resource
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from tests.fuzz.mutations import MUTATIONS
from tests.fuzz.test_broken_filings import faults, mutated, small_inputs

SLOWEST = 15.0
"""Seconds of one core that an input may take."""
HUNG = 120
"""Seconds after which it is taken not to end."""
ROOM = 6 << 30
"""Bytes of memory that the process may hold."""
TIMES = (1, 1, 1, 2, 2, 3)
"""How many mutations an input goes through."""
WORDS = 300
OFTEN = 1000
"""Inputs after which it is said how far it is."""


class Told(NamedTuple):
    """What became of one input: what is wrong with it, if anything, and the seconds it took."""

    name: str
    wrong: str
    seconds: float


_inputs = cache(small_inputs)


def one(number: int, seed: int, keep: Path | None) -> Told:
    """Draws one input and reads it."""
    draw = random.Random(f"{seed} {number}")
    path = draw.choice(_inputs())
    chosen = [draw.choice(MUTATIONS) for _ in range(draw.choice(TIMES))]
    data = path.read_bytes()
    for mutation in chosen:
        data = mutated(data, draw, mutation)
    name = f"{number} {path.name} {' '.join(mutation.__name__ for mutation in chosen)}"
    began = time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        try:
            wrong = "; ".join(faults(data, Path(folder) / f"broken{path.suffix}")[:3])
        except Exception:  # noqa: BLE001 - it is what is looked for
            wrong = traceback.format_exc()[-WORDS:]
    took = time.process_time() - began
    wrong = wrong or (f"{took:.1f} s" if took > SLOWEST else "")
    if wrong and keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
        (keep / f"{seed}-{number}{path.suffix}").write_bytes(data)
    return Told(name, wrong[:WORDS], took)


def _bounded() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (ROOM, ROOM))


def every(inputs_wanted: int, seed: int, keep: Path | None) -> Iterator[Told]:
    """All of them, on all cores, in order."""
    work = partial(one, seed=seed, keep=keep)
    with ProcessPoolExecutor(os.cpu_count(), initializer=_bounded) as pool:
        yield from pool.map(work, range(inputs_wanted), timeout=HUNG * inputs_wanted, chunksize=4)


def main() -> int:
    """Prints what was found; 1 where there is anything."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--inputs", type=int, default=1000)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--keep", type=Path)
    chosen = asked.parse_args()
    found = 0
    for done, told in enumerate(every(chosen.inputs, chosen.seed, chosen.keep), 1):
        if told.wrong:
            found += 1
            print(told.name, told.wrong, sep="\n  ", flush=True)
        if not done % OFTEN:
            print(f"{done:,} of {chosen.inputs:,}", file=sys.stderr, flush=True)
    print(f"{chosen.inputs:,} inputs, {found} with a fault")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
