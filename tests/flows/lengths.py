"""How long the random flows go on: short ones with every run of the tests, longer ones on request."""

from __future__ import annotations

import os

EXAMPLES = int(os.environ.get("CCHC_UNDO_EXAMPLES", "6"))
"""Random stories of each machine that undoes and does again."""
