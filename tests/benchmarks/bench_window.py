"""Start of the window against a bare PySide6 window, in one run: `python -m tests.benchmarks.bench_window [ROUNDS]`.

Needs a display (run it under Xvfb). Prints medians and ratios; targets: painted 1.3, 60 tasks shown 2.8, memory 1.9.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from cchc_desktop import wiring
from cchc_desktop.domain.draft import DraftPlan, DraftSection
from cchc_desktop.services.exchange import ImportChoices, import_plan

PROBE = Path(__file__).with_name("window_probe.py")
ROOT = Path(__file__).resolve().parents[2]
TARGETS = {"painted": 1.3, "shown": 2.8, "rss_mb": 1.9}


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "data" / "cchc.db"
        database.parent.mkdir()
        _fill(database)
        runs: dict[str, list[dict[str, float]]] = {"bare": [], "ours": []}
        for _ in range(rounds):
            for kind, results in runs.items():
                results.append(_probe(kind, folder))
    print(f"{'':10}{'bare':>9}{'ours':>9}{'ratio':>8}{'target':>8}")
    for name, target in TARGETS.items():
        floor, own = (statistics.median(run[name] for run in runs[kind]) for kind in ("bare", "ours"))
        print(f"{name:10}{floor:9.3f}{own:9.3f}{own / floor:8.2f}{target:8.1f}")


def _fill(database: Path) -> None:
    sample = wiring.sample_draft()
    tasks = [item for section in sample.sections for item in section.items]
    sixty = tuple((tasks * 3)[:60])
    draft = DraftPlan(
        title=sample.title,
        period=sample.period,
        sections=tuple(DraftSection(str(n), f"Mục {n}", sixty[n * 10 : n * 10 + 10]) for n in range(6)),
    )
    with wiring.open_workspace(database) as workspace:
        import_plan(workspace, draft, ImportChoices())


def _probe(kind: str, home: str) -> dict[str, float]:
    environment = os.environ | {"PROBE_START": repr(time.time()), "CCHC_HOME": home, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(PROBE), kind]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60)
    return json.loads(done.stdout.splitlines()[-1])


if __name__ == "__main__":
    main()
