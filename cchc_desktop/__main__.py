"""`python -m cchc_desktop`: the window, or the reader child when the program re-enters itself."""

from __future__ import annotations

import sys

READER_FLAG = "--read-raw"


def main(arguments: list[str] | None = None) -> int:
    """Start the window; with the hidden first flag, read a foreign file and print what it holds."""
    arguments = sys.argv[1:] if arguments is None else arguments
    if arguments[:1] == [READER_FLAG]:
        from cchc_desktop.documents import child

        return child.main(arguments[1:])
    from cchc_desktop import app

    return app.main(arguments)


if __name__ == "__main__":
    sys.exit(main())
