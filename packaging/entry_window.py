"""Entry of the frozen window, `cchc-desktop`; with the hidden first flag it is the reader child."""

from __future__ import annotations

import sys

from cchc_desktop.__main__ import main

sys.exit(main())
