"""Draws filings, reads them, and prints how much is right: by kind, and the traits with which least is.

python -m tests.typeset                               200 filings
python -m tests.typeset --seeds 0-39 --medium TEXT    those of these seeds, as text
python -m tests.typeset --trait tabs --faults 20      with this trait in every one, and what is wrong
python -m tests.typeset --alone                       every trait by itself, with nothing else but the plain ones
python -m tests.typeset --show 7                      the filing of a seed, and its traits
python -m tests.typeset --names                       every trait and what it is
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable

from tests.typeset.draw import Drawn, draw
from tests.typeset.score import KINDS, Score, scored
from tests.typeset.traits import AS_TEXT, TRAITS, Medium, Trait

DRAWN = 200
WORST = 24
"""Traits printed."""
EACH = 4
"""Filings of a trait that is alone."""
SIGNIFICANT = 0.002
"""A trait is named where this much less is right with it than without."""


def main() -> int:
    """Runs what was asked for; 2 where a name is not known."""
    arguments = _arguments()
    media = [Medium[arguments.medium]] if arguments.medium else [Medium.TEXT, Medium.HTML]
    seeds = _seeds(arguments.seeds)
    if arguments.names:
        for trait in TRAITS:
            print(f"{trait.name:24} {trait.medium.name or 'BOTH':5} {trait.group:8} {trait.tells}")
    elif arguments.show is not None:
        drawn = draw(arguments.show, arguments.trait, media[0] if arguments.medium else None, alone=arguments.plain)
        sys.stdout.write(drawn.data.decode())
        print("traits:", " ".join(sorted(drawn.style.names)), file=sys.stderr)
    elif arguments.alone:
        _each(media, arguments.trait)
    else:
        score = scored(_drawn(seeds, arguments.trait, media, arguments.plain))
        _print(score, arguments.faults, arguments.kind)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tests.typeset", description="How much is read rightly of made-up filings.")
    parser.add_argument("--seeds", default=f"0-{DRAWN // 2 - 1}", help="A-B: of each medium")
    parser.add_argument("--medium", choices=("TEXT", "HTML"))
    parser.add_argument(
        "--trait", action="append", default=[], choices=[trait.name for trait in TRAITS], metavar="NAME"
    )
    parser.add_argument("--plain", action="store_true", help="no other traits but the plain ones")
    parser.add_argument("--alone", action="store_true")
    parser.add_argument("--faults", type=int, default=0, metavar="N", help="print N faults of each kind")
    parser.add_argument("--kind", choices=KINDS, help="... of this kind only")
    parser.add_argument("--show", type=int, metavar="SEED")
    parser.add_argument("--names", action="store_true")
    return parser.parse_args()


def _seeds(words: str) -> range:
    first, _, last = words.partition("-")
    return range(int(first), int(last or first) + 1)


def _drawn(seeds: Iterable[int], traits: list[str], media: list[Medium], plain: bool) -> Iterable[Drawn]:
    return (draw(seed, traits, medium, alone=plain) for seed in seeds for medium in media)


def _print(score: Score, faults: int, kind: str | None) -> None:
    for name in KINDS:
        print(f"{name:12} {score.share(name):7.4f}   {score.right[name]} of {score.all[name]}")
    print()
    worst = sorted(worse(score), reverse=True)[:WORST]
    print("with the trait   without   kind         trait" if worst else "no trait stands out")
    for _, trait, name in worst:
        print(f"{score.of_trait(trait, name):14.4f} {score.without_trait(trait, name):9.4f}   {name:12} {trait}")
    shown: Counter[str] = Counter()
    for fault in score.faults:
        shown[fault.kind] += 1
        if shown[fault.kind] <= faults and kind in {None, fault.kind}:
            print(f"{fault.kind} of {fault.filing}: {fault.says}")


def worse(score: Score) -> list[tuple[float, str, str]]:
    """By how much less is right with a trait than without it."""
    lost = [
        (score.without_trait(trait, kind) - score.of_trait(trait, kind), trait, kind) for trait, kind in score.trait_all
    ]
    return [each for each in lost if each[0] > SIGNIFICANT]


def _each(media: list[Medium], names: list[str]) -> None:
    """Every trait by itself, on a few filings: only those are printed that differ from the plain ones."""
    for medium in media:
        before = _few([], medium)
        print(f"{medium.name:5} {'(plain)':24} {_less(before, Score())}")
        for trait in TRAITS:
            if _fits(trait, medium) and (not names or trait.name in names):
                score = _few([trait.name], medium)
                less = _less(score, before)
                if less:
                    known = {(fault.kind, fault.says) for fault in before.faults}
                    first = next((one for one in score.faults if (one.kind, one.says) not in known), None)
                    print(
                        f"{medium.name:5} {trait.name:24} {less}   {f'{first.filing}: {first.says}' if first else ''}"
                    )


def _few(names: list[str], medium: Medium) -> Score:
    return scored(draw(seed, names, medium, alone=True) for seed in range(EACH))


def _less(score: Score, before: Score) -> str:
    """The kinds of which less is right than before."""
    kinds = [kind for kind in KINDS if score.share(kind) < before.share(kind) - SIGNIFICANT]
    return "  ".join(f"{kind} {score.share(kind):.3f}" for kind in kinds)


def _fits(trait: Trait, medium: Medium) -> bool:
    return bool(trait.medium & medium) or (medium is Medium.HTML and trait.name in AS_TEXT)


if __name__ == "__main__":
    sys.exit(main())
