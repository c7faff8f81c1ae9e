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
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from cchc_desktop import wiring
from cchc_desktop.domain.changes import EntityKind, Operation
from cchc_desktop.domain.evidence.register import EvidenceDocument, StoredFile
from cchc_desktop.domain.followup.days_off import DayOff
from cchc_desktop.domain.followup.period_register import KeptPeriod
from cchc_desktop.domain.followup.records import (
    Dropping,
    Extension,
    PeriodUpdate,
    Progress,
    Record,
    Urging,
    UrgingMeans,
)
from cchc_desktop.domain.followup.reporting import period_of_key
from cchc_desktop.domain.forms.cells import CellKind, ReadCell
from cchc_desktop.domain.forms.form import FormPeriod, MappedCell, SuperiorForm
from cchc_desktop.domain.forms.sources import TYPED, CellSource, SourceKind
from cchc_desktop.domain.indicators.targets import read_target
from cchc_desktop.domain.indicators.values import IndicatorValue, Verdict
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
        _follow_up(workspace, plan_id)
        _keep_forms(workspace)


def _keep_forms(workspace: Workspace) -> None:
    """Keep a form with what was typed and filled in two periods; another one is deleted."""
    cells = (
        ReadCell("Biểu!A2", "Biểu", 2, 1, "Số hồ sơ tiếp nhận"),
        ReadCell("Biểu!B2", "Biểu", 2, 2, takes=CellKind.NUMBER, room=12),
        ReadCell("Biểu!A4:1", "Biểu", 4, 1, "……", gap=1, lead="Kỳ báo cáo: "),
    )
    file = StoredFile("1e" * 32, "xlsx", 4096)
    sources = (
        MappedCell(1, "Biểu!B2", TYPED, "Số hồ sơ tiếp nhận"),
        MappedCell(2, "", CellSource(SourceKind.FIGURE, "done/area=procedures", "Đã hoàn thành")),
    )
    with workspace.units(Operation("form.add", "Thêm biểu mẫu")) as unit:
        form = unit.superior_forms.add(SuperiorForm("Biểu 01", file, cells, sources, 2, "Biểu 01.xlsx", "Sở Nội vụ"))
        other = unit.superior_forms.add(SuperiorForm("Biểu cũ", replace(file, sha256="2d" * 32), cells))
        unit.commit()
    with workspace.units(Operation("form.fill", "Điền biểu mẫu")) as unit:
        day = date(2026, 3, 8)
        unit.form_periods.add(FormPeriod(form.id, "2026-Q1", {1: "120"}, {1: "120", 2: "5"}, day))
        unit.form_periods.add(FormPeriod(form.id, "2026-H1", {1: "130"}))
        unit.superior_forms.delete(other.id)
        unit.commit()


def _follow_up(workspace: Workspace, plan_id: int) -> None:
    """Record something of each kind; one result is deleted, one undone."""
    tree = plans.open_plan(workspace, plan_id)
    task, other, *_ = tree.items
    indicator, agency = tree.indicators[0], workspace.queries.agencies()[0]
    day = date(2026, 3, 6)
    with workspace.units(Operation("document.add", "Thêm tài liệu")) as unit:
        proof = unit.documents.add(
            EvidenceDocument("Báo cáo quý I", number="15", symbol="BC-UBND", issued_on=day, item_ids=(task,),
                             indicator_ids=(indicator.id,), file=StoredFile("0f" * 32, "pdf", 2048))
        )  # fmt: skip
        unit.documents.add(EvidenceDocument("Tài liệu mật", secret=True, kept_at_registry=True))
        unit.commit()
    with workspace.units(Operation("record.save", "Ghi kết quả")) as unit:
        unit.records.add(
            Record(task, "2026-Q1", Progress.DONE, done_on=day, due_seen=day, result="Đã gửi", evidence=(proof.id,))
        )
        dropped = unit.records.add(Record(other, "all", Progress.DROPPED, dropping=Dropping("Trùng việc", day)))
        unit.period_updates.add(PeriodUpdate(task, "2026-Q1", "Đang làm", agency_id=agency.id, evidence=(proof.id,)))
        unit.extensions.add(Extension(task, "2026-Q1", date(2026, 3, 20), "Công văn số 8/UBND-VP", granted_on=day))
        unit.urgings.add(Urging(task, day, UrgingMeans.PHONE, agency_id=agency.id, person="Chị Mẫu"))
        unit.indicator_values.add(
            IndicatorValue(indicator.id, "2026-Q1", Decimal("12345678901234.1234"), verdict=Verdict.MET,
                           evidence=(proof.id,))
        )  # fmt: skip
        unit.commit()
    with workspace.units(Operation("record.delete", "Xóa kết quả")) as unit:
        unit.records.delete(dropped.id)
        unit.commit()
    with workspace.units(Operation("period.lock", "Khóa kỳ báo cáo")) as unit:
        locked = datetime(2026, 3, 14, 2, tzinfo=UTC)
        unit.reporting_periods.add(KeptPeriod(period_of_key("2026-Q1"), locked_at=locked, snapshot={"done": 1}))
        unit.days_off.add(DayOff(date(2026, 2, 16), "Nghỉ Tết Nguyên đán"))
        unit.indicators.update(replace(unit.indicators.get(indicator.id), target=read_target("≥ 95%")))
        unit.commit()
    with workspace.units(Operation("record.save", "Ghi kết quả")) as unit:
        unit.records.add(Record(other, "once", result="Ghi nhầm"))
        unit.commit()
    history.undo(workspace)


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
