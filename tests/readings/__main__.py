"""Writes what is held of all readings anew, after a change that was meant: `git diff` then shows what it changed.

python -m tests.readings                    writes them
python -m tests.readings --bounds "heading/" looks for more bounds of the least texts of these rules, and prints them
python -m tests.readings --show "1003 TEXT" prints the whole reading of a drawn filing, to be held against that of before
"""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from core.rules_report import as_text
from tests.readings import bounds, edges, phrase_bounds
from tests.readings.drawn import drawn_parts
from tests.readings.held import (
    BOUNDS,
    DIGESTS,
    EDGES,
    LEAST,
    OUTPUTS,
    PHRASE_BOUNDS,
    PHRASES,
    RULES,
    SETS,
    digests,
    held,
    inputs,
    least_texts,
    output_digests,
    read,
    samples,
    whole,
)
from tests.readings.phrases import lines


def main() -> int:
    """Writes or shows."""
    parser = argparse.ArgumentParser(prog="tests.readings", description="Holds what is read now.")
    parser.add_argument("--show", metavar="NAME", help="the whole reading of a drawn filing")
    parser.add_argument(
        "--bounds", metavar="RULES", help="where the least texts of the rules that begin so tip over; slow"
    )
    arguments = parser.parse_args()
    if arguments.bounds:
        with TemporaryDirectory() as folder:
            reader = bounds.Reader(Path(folder))
            rules = [rule for rule in reader.texts if rule.startswith(arguments.bounds)]
            print(*(bounds.told(reader, bound) for bound in bounds.found(reader, rules)), sep="\n")
        return 0
    if arguments.show:
        with TemporaryDirectory() as folder:
            found = next(sample for sample in samples() if sample.name == arguments.show)
            sys.stdout.write("".join(text for _, text in drawn_parts(read(found, Path(folder)))))
        return 0
    for path in inputs():
        held(path).write_text(whole(path), encoding="utf-8")
    DIGESTS.write_text("".join(f"{line}\n" for line in digests(samples())), encoding="utf-8")
    LEAST.write_text("".join(f"{line}\n" for line in digests(least_texts())), encoding="utf-8")
    OUTPUTS.write_text("".join(f"{line}\n" for name in SETS for line in output_digests(name)), encoding="utf-8")
    PHRASES.write_text("".join(f"{line}\n" for line in lines()), encoding="utf-8")
    for path, again in ((BOUNDS, bounds.held_again), (PHRASE_BOUNDS, phrase_bounds.held_again)):
        known = path.read_text(encoding="utf-8").splitlines()
        path.write_text("".join(f"{line}\n" for line in again(known)), encoding="utf-8")
    EDGES.write_text("".join(f"{line}\n" for line in edges.lines(list(edges.known()))), encoding="utf-8")
    RULES.write_text(as_text(None), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
