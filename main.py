"""Tieout: `main.py [FILES]` opens the window, `main.py COMMAND FILE` works without one."""

import sys
from pathlib import Path

from core import cli
from core.console import Parser


def main(arguments: list[str]) -> int:
    """The exit code of the whole program."""
    if arguments and arguments[0] in cli.COMMANDS:
        return cli.run(arguments)
    if arguments and arguments[0] == "snapshot":
        return _snapshot(arguments[1:])
    return _window(arguments)


def _window(arguments: list[str]) -> int:
    parser = Parser(
        prog="main.py",
        description="Opens filings in a window.",
        epilog=f"Without a window: main.py {{{','.join(cli.COMMANDS)},snapshot}} FILE ...; each has its own --help.",
    )
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--samples", action="store_true", help="opens the made-up company's filings")
    parser.add_argument("--or-draw", action="store_true", help="without a display, draws the window to a PNG")
    parser.add_argument("--self-test", action="store_true", help="visits every view; exit code 0 or 1")
    chosen = parser.parse_args(arguments)
    from gui import app

    if chosen.self_test:
        from gui.snapshot import self_test

        return app.lacking() or self_test()
    return app.run(chosen.files, or_draw=chosen.or_draw, samples=chosen.samples)


def _snapshot(arguments: list[str]) -> int:
    parser = Parser(prog="main.py snapshot", description="Draws the real window to a PNG, without a display.")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--to", type=Path, required=True, metavar="OUT.png")
    parser.add_argument("--select", metavar="ID", help="the section or statement that is shown")
    parser.add_argument("--view", metavar="NAME", help="a page, such as checks or compare")
    parser.add_argument("--why", metavar="PLACE", help="tells why a place of the filing that is shown is read so")
    parser.add_argument("--size", default="1280x800", metavar="WxH")
    parser.add_argument("--theme", default="light", choices=("light", "dark"))
    chosen = parser.parse_args(arguments)
    width, _, height = chosen.size.partition("x")
    if not (width.isdigit() and height.isdigit() and int(width) and int(height)):
        parser.error(f"{chosen.size} is no size such as 1280x800")
    from gui.app import lacking
    from gui.snapshot import snapshot

    return lacking() or snapshot(
        chosen.files,
        out=chosen.to,
        select=chosen.select,
        view=chosen.view,
        size=(int(width), int(height)),
        theme=chosen.theme,
        why=chosen.why,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
