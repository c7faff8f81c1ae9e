"""Run the fault harness: python -m tests.faults [--full] [--only NAME] [--count N] [--seed N] [--folder FOLDER].

Prints a table of figures per scenario; the exit code is 1 where a promise was broken.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path
from types import ModuleType


def _scenarios() -> dict[str, ModuleType]:
    from tests.faults import (
        backup_year,
        damage,
        failing_writes,
        full_disk,
        hostile,
        killed_edits,
        killed_export,
        killed_migration,
        two_instances,
    )

    modules = (killed_edits, failing_writes, full_disk, damage, killed_migration, hostile, two_instances, backup_year,
               killed_export)  # fmt: skip
    return {module.NAME: module for module in modules}


def main(arguments: list[str] | None = None) -> int:
    """Run what was asked for; return the exit code."""
    scenarios = _scenarios()
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--full", action="store_true", help="the full counts instead of CI's small ones")
    parser.add_argument("--only", action="append", choices=list(scenarios), help="one scenario; may be repeated")
    parser.add_argument("--count", type=int, help="tries instead of either count")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="where the files are made (default: the temporary folder)")
    chosen = parser.parse_args(arguments)
    is_broken = False
    for name in chosen.only or scenarios:
        module = scenarios[name]
        count = chosen.count or (module.FULL if chosen.full else module.SMALL)
        is_broken |= not _run(module, count, chosen.seed, chosen.folder)
    return int(is_broken)


def _run(module: ModuleType, count: int, seed: int, folder: Path | None) -> bool:
    """Run one scenario in a folder and a home of its own; return whether its promises held."""
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="cchc-faults-", dir=folder) as room:
        os.environ["CCHC_HOME"] = str(Path(room) / "home")
        report = module.run(count, Path(room), seed)
    print(*report.lines(), f"    {'seconds':<44} {time.monotonic() - start:.0f}", sep="\n", flush=True)
    return bool(report.holds)


if __name__ == "__main__":
    sys.exit(main())
