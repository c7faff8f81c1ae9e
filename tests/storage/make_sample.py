"""Makes db/samples/schema-N.db of the present schema version: run once per version, then never again.

`python -m tests.storage.make_sample`; what it does should touch every table and every kind of change.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from cchc_desktop import wiring
from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.items import Place
from cchc_desktop.services import bin as bin_service
from cchc_desktop.services import editing, exchange, history, plans
from cchc_desktop.services.exchange import ImportChoices
from cchc_desktop.settings import Settings, save_settings
from cchc_desktop.storage.sqlite_file import HEAD_VERSION

FOLDER = Path(__file__).resolve().parents[2] / "db" / "samples"


def main() -> None:
    """Make the sample; refuses to replace one that stands."""
    target = FOLDER / f"schema-{HEAD_VERSION}.db"
    if target.exists():
        sys.exit(f"{target.name} stands already")
    with tempfile.TemporaryDirectory() as home:
        os.environ["CCHC_HOME"] = home
        save_settings(Settings(person="Nguyễn Thị Mẫu"))
        _fill(target)
    with closing(sqlite3.connect(target)) as raw:
        raw.execute("VACUUM")


def _fill(target: Path) -> None:
    with wiring.open_workspace(target) as workspace:
        draft = wiring.sample_draft()
        plan_id = exchange.import_plan(workspace, draft, ImportChoices()).plan_id
        second = exchange.import_plan(workspace, draft, ImportChoices(title="Kế hoạch thứ hai, đã xóa")).plan_id
        assert plan_id is not None
        assert second is not None
        tree = plans.open_plan(workspace, plan_id)
        ids = list(tree.items)
        editing.edit_item(workspace, ids[0], {"content": "Nội dung đã sửa", "lead_words": "Văn phòng; Công an xã"})
        editing.delete_items(workspace, ids[1:3])
        editing.move_item(workspace, ids[4], Place(tree.sections[-1].id, None, None))
        bin_service.restore(workspace, EntityKind.ITEM, ids[1])
        history.undo(workspace)
        history.redo(workspace)
        history.keep_months(workspace, 24)
        editing.delete_items(workspace, [ids[5]])
        bin_service.purge(workspace, EntityKind.ITEM, ids[5])
        plans.delete_plan(workspace, second)


if __name__ == "__main__":
    main()
