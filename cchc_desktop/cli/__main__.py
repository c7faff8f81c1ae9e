"""`python -m cchc_desktop.cli`: the same as the `cchc` command."""

from __future__ import annotations

import sys

from cchc_desktop.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
