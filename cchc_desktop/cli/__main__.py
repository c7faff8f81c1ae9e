"""`python -m cchc_desktop.cli`: the `cchc` command, or the reader child when a frozen `cchc` re-enters itself."""

from __future__ import annotations

import sys

READER_FLAG = "--read-raw"


def main(arguments: list[str] | None = None) -> int:
    """Run one command; with the hidden first flag, read a foreign file and print what it holds."""
    arguments = sys.argv[1:] if arguments is None else arguments
    if arguments[:1] == [READER_FLAG]:  # judged before click loads: the child needs none of it
        from cchc_desktop.documents import child

        return child.main(arguments[1:])
    from cchc_desktop.cli.main import main as run_command

    return run_command(arguments)


if __name__ == "__main__":
    sys.exit(main())
