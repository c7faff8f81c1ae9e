"""Sets the project up, runs it and checks it: `python3 packaging/dev.py run`, `... test`, `... --help`.

Standard library only. This file itself stays readable for old Pythons, so that they can say what is missing
(hence no `from __future__ import annotations` and no f-string here).
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 (an older Python is exactly who must read this)
    sys.exit(
        "This project needs Python 3.11 or newer; this is Python %d.%d.\n"  # noqa: UP031
        "What to do: install a newer Python and start this command with it, "
        "for example: python3.12 packaging/dev.py test" % sys.version_info[:2]
    )

from dev_commands import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
