"""Entry of the frozen command line, `cchc`; with the hidden first flag it is the reader child."""

from __future__ import annotations

import sys

from cchc_desktop.cli.__main__ import main

sys.exit(main())
