from __future__ import annotations

import signal
import sqlite3
from contextlib import closing

import pytest

from cchc_desktop import wiring
from cchc_desktop.services import item_editing
from tests.faults import forks, killed_edits

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not forks.IS_POSSIBLE, reason=forks.WHY_NOT)]


def test_nothing_acknowledged_is_lost(tmp_path):
    report = killed_edits.run(killed_edits.SMALL, tmp_path, seed=1)
    assert report.broken == ()
    assert report.figures["edits acknowledged"] > 0
    assert report.figures["owner file left behind"] > 0, "no kill hit an open database"


def acknowledges_too_early(database, seed, send):
    def tell(content):
        send(("intent", content))
        send(("done", "early"))
        signal.pause()  # the commit never comes

    killed_edits.tell_before_commits(tell)
    with wiring.open_workspace(database) as workspace:
        send(("open", ""))
        item_editing.edit_item(workspace, 1, {"note": "sớm"})


def forgets_an_edit(database, seed, send):
    first = []

    def tell(content):
        first.append(content)
        send(("intent", content))

    killed_edits.tell_before_commits(tell)
    with wiring.open_workspace(database) as workspace:
        send(("open", ""))
        item_editing.edit_item(workspace, 1, {"note": "một"})
        send(("done", ""))
        send(("intent", "what will never be"))
        send(("done", ""))
        signal.pause()


def writes_half(database, seed, send):
    with closing(sqlite3.connect(database, isolation_level=None)) as raw:
        raw.execute("UPDATE item SET note = 'nửa' WHERE id = 1")
        for _ in range(5):
            send(("intent", "whole"))
            send(("done", ""))
        signal.pause()


@pytest.mark.parametrize(
    ("writer", "verdict"),
    [(acknowledges_too_early, "lost"), (forgets_an_edit, "lost"), (writes_half, "half")],
)
def test_the_detector_barks(tmp_path, writer, verdict):
    report = killed_edits.run(8, tmp_path, seed=2, writer=writer, patience=0.7)
    assert report.figures[verdict] > 0
    assert not report.holds
