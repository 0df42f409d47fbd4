"""Tieout: opens the window, or runs a headless command."""

import sys

from core import cli


def main(arguments: list[str]) -> int:
    """The exit code of the whole program."""
    return cli.run(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
