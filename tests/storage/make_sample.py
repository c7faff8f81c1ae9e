"""Makes db/samples/schema-N.db of the present schema version: run once per version, then never again.

`python -m tests.storage.make_sample`; what it does should touch every table and every kind of change.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import tempfile
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

from cchc_desktop import wiring
from cchc_desktop.domain.changes import EntityKind, Operation
from cchc_desktop.domain.items import Place
from cchc_desktop.domain.plan import DocumentRef, PlanState
from cchc_desktop.services import bin as bin_service
from cchc_desktop.services import exchange, history, indicator_editing, item_editing, moving, plans
from cchc_desktop.services.exchange import ImportChoices
from cchc_desktop.services.workspace import Workspace
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
        item_editing.edit_item(workspace, ids[0], {"content": "Nội dung đã sửa", "lead_words": "Văn phòng; Công an xã"})
        item_editing.delete_items(workspace, ids[1:3])
        moving.move_item(workspace, ids[4], Place(tree.sections[-1].id, None, None))
        bin_service.restore(workspace, EntityKind.ITEM, ids[1])
        history.undo(workspace)
        history.redo(workspace)
        history.keep_months(workspace, 24)
        item_editing.delete_items(workspace, [ids[5]])
        bin_service.purge(workspace, EntityKind.ITEM, ids[5])
        plans.delete_plan(workspace, second)
        _merge_agencies(workspace)
        _amend_indicators(workspace, plan_id)


def _merge_agencies(workspace: Workspace) -> None:
    with workspace.units(Operation("agency.merge", "Gộp cơ quan")) as unit:
        kept, spelling = list(unit.agencies.all())[:2]
        unit.agencies.update(replace(spelling, merged_into_id=kept.id, note="Gộp từ ngày 01/7/2025"))
        unit.commit()


def _amend_indicators(workspace: Workspace, plan_id: int) -> None:
    tree = plans.open_plan(workspace, plan_id)
    issued = DocumentRef("Kế hoạch", "12/KH-UBND", date(2026, 1, 15))
    plans.change_state(workspace, plan_id, PlanState.ISSUED, issued)
    indicator_editing.edit_indicator(workspace, tree.indicators[0].id, {"unit": "%"}, "Quyết định số 15/QĐ-UBND")


if __name__ == "__main__":
    main()
