"""Sample databases of our own making: several plans, some hundred items, and a log with all kinds of operations."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random

from cchc_desktop import wiring
from cchc_desktop.services import exchange
from cchc_desktop.services.exchange import ImportChoices
from cchc_desktop.services.workspace import Workspace
from tests.faults.random_edits import RandomEdits


def make_sample(path: Path, *, plans: int = 1, edits: int = 0, seed: int = 0) -> Path:
    """Make a database through the services: the seed's sample plan so many times, then random edits."""
    with wiring.open_workspace(path) as workspace:
        for number in range(plans):
            import_sample(workspace, f"Kế hoạch mẫu số {number + 1}")
        steps = RandomEdits(workspace, Random(seed))
        for _ in range(edits):
            steps.step()
    return path


def import_sample(workspace: Workspace, title: str) -> None:
    """Import the seed's sample plan under a title."""
    exchange.import_plan(workspace, wiring.sample_draft(), ImportChoices(title=title))


def copied(path: Path, target: Path) -> Path:
    """Copy a closed database to a fresh place; what lies beside the old target goes away."""
    for beside in (target, *(target.with_name(target.name + end) for end in ("-journal", "-wal", "-shm", ".lock"))):
        beside.unlink(missing_ok=True)
    return Path(shutil.copyfile(path, target))
