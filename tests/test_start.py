"""What a start has loaded when the first rows are there: nothing that only a later key, click or screen needs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cchc_desktop import paths, wiring
from cchc_desktop.services.exchange import ImportChoices, import_plan

ROOT = Path(__file__).resolve().parents[1]

_START = """
import json, linecache, sys, threading
from PySide6.QtWidgets import QApplication
from cchc_desktop import app

furnish, open_workspace = app.furnish, app.wiring.open_workspace
shown = threading.Event()

def opened_behind_the_rows(*arguments, **options):
    shown.wait(30)  # the database's thread goes on beside the first rows: what it loads meanwhile is left to chance
    return open_workspace(*arguments, **options)

def watched(*arguments):
    contents = furnish(*arguments)
    contents.filled.connect(lambda: leave(contents))
    return contents

def leave(contents):
    read = [file for file in linecache.cache if file.endswith("tree_view.py")]
    print(json.dumps([contents.view.model().rowCount(), sorted(sys.modules), read]), flush=True)
    shown.set()
    QApplication.exit(0)

app.furnish, app.wiring.open_workspace = watched, opened_behind_the_rows
sys.exit(app.main([]))
"""

LATE = (
    # libraries
    "uuid", "sqlalchemy", "alembic", "openpyxl", "docx", "lxml", "reportlab", "html.parser", "_hashlib",
    "PySide6.QtNetwork",
    # layers behind the window
    "cchc_desktop.documents", "cchc_desktop.cli", "cchc_desktop.rescue", "cchc_desktop.storage.database",
    "cchc_desktop.services", "cchc_desktop.domain.history", "cchc_desktop.domain.backups", "cchc_desktop.domain.ports",
    "cchc_desktop.domain.search.index", "cchc_desktop.domain.agencies.names", "cchc_desktop.domain.doubts",
    # screens and desks
    "cchc_desktop.ui.backups", "cchc_desktop.ui.evidence", "cchc_desktop.ui.exchange", "cchc_desktop.ui.finding",
    "cchc_desktop.ui.forms",
    "cchc_desktop.ui.help",
    "cchc_desktop.ui.history", "cchc_desktop.ui.indicators", "cchc_desktop.ui.palette",
    "cchc_desktop.ui.office", "cchc_desktop.ui.plans", "cchc_desktop.ui.settings", "cchc_desktop.ui.plan_commands",
    "cchc_desktop.ui.deadlines", "cchc_desktop.ui.calendar", "cchc_desktop.holiday_source", "holidays",
    "cchc_desktop.ui.instance", "cchc_desktop.ui.person", "cchc_desktop.ui.touched", "cchc_desktop.ui.opening.desk",
    "cchc_desktop.ui.following.recording", "cchc_desktop.ui.following.record_dialog", "cchc_desktop.ui.following.tasks",
    "cchc_desktop.ui.overview", "cchc_desktop.ui.reporting", "cchc_desktop.ui.reports", "pypdfium2",
    "cchc_desktop.ui.drafting", "cchc_desktop.ui.paper_desks",
    # parts of the plan's screen
    "cchc_desktop.ui.inspector.item_page", "cchc_desktop.ui.inspector.schedule_page",
    "cchc_desktop.ui.workbench.bulk_edit_dialog", "cchc_desktop.ui.workbench.clipboard",
    "cchc_desktop.ui.workbench.context_menu", "cchc_desktop.ui.workbench.grouping",
    "cchc_desktop.ui.workbench.grouping_rows", "cchc_desktop.ui.workbench.pasting",
    "cchc_desktop.ui.workbench.pasting_commands", "cchc_desktop.ui.workbench.plan_index",
)  # fmt: skip
"""Modules and packages that come behind the first rows."""


@pytest.fixture(scope="module")
def started(tmp_path_factory):
    """Return the rows that a start in a process of its own showed first, the modules loaded by then, sources read."""
    home = tmp_path_factory.mktemp("home")
    environment = os.environ | {"CCHC_HOME": str(home), "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CCHC_HOME", str(home))
        database = paths.default_database()
        database.parent.mkdir(parents=True)
        with wiring.open_workspace(database) as workspace:
            import_plan(workspace, wiring.sample_draft(), ImportChoices())
    command = [sys.executable, "-c", _START]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60, cwd=ROOT)
    rows, modules, read = json.loads(done.stdout.splitlines()[-1])
    return rows, frozenset(modules), read


def test_rows_are_shown(started):
    rows, modules, _ = started
    assert rows > 0
    assert {"cchc_desktop.ui.workbench.tree_view", "cchc_desktop.storage.first_look"} <= modules


@pytest.mark.parametrize("late", LATE)
def test_the_first_rows_wait_for_nothing_that_they_do_not_need(started, late):
    _, modules, _ = started
    assert [name for name in modules if name == late or name.startswith(f"{late}.")] == []


def test_no_source_is_read_for_an_import(started):
    """PySide's own `import` reads and keeps the source of every module."""
    assert started[2] == []
