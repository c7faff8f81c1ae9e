"""Undo and the history as screens use them, on a real file (the log is storage's; services only steer it)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from cchc_desktop import wiring
from cchc_desktop.domain.backups import BackupReason
from cchc_desktop.domain.changes import ChangeAction
from cchc_desktop.domain.errors import InvalidInput, StaleRow
from cchc_desktop.domain.history import HistoryFilter
from cchc_desktop.domain.items import Place
from cchc_desktop.services import bin as bin_service
from cchc_desktop.services import exchange, history, item_editing, moving, plans
from cchc_desktop.services.exchange import ImportChoices
from cchc_desktop.services.workspace import Workspace
from tests.services.samples import draft


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "dữ liệu.db"


@pytest.fixture
def workspace(path) -> Iterator[Workspace]:
    with wiring.open_workspace(path) as workspace:
        exchange.import_plan(workspace, draft(), ImportChoices())
        yield workspace


def item_named(workspace: Workspace, content: str):
    return next(item for item in plans.open_plan(workspace, 1).items.values() if item.content == content)


def newest(workspace: Workspace):
    return history.operations(workspace, HistoryFilter(), 1)[0]


def test_titles_name_the_deed_once(workspace):
    item_editing.delete_items(workspace, [item_named(workspace, "Công khai").id])
    assert history.undo(workspace).title == "Xóa nhiệm vụ “Công khai”"
    assert newest(workspace).title == "Hoàn tác: Xóa nhiệm vụ “Công khai”"
    assert history.redo(workspace).title == "Xóa nhiệm vụ “Công khai”"
    assert newest(workspace).title == "Làm lại: Xóa nhiệm vụ “Công khai”"
    assert history.undo(workspace).title == "Xóa nhiệm vụ “Công khai”"


def test_undo_works_after_a_restart(path):
    with wiring.open_workspace(path) as workspace:
        exchange.import_plan(workspace, draft(), ImportChoices())
    with wiring.open_workspace(path) as workspace:
        history.undo(workspace)
        assert plans.list_plans(workspace) == []
        with pytest.raises(InvalidInput, match="hoàn tác"):
            history.undo(workspace)
    with wiring.open_workspace(path) as workspace:
        history.redo(workspace)
        assert len(plans.open_plan(workspace, 1).items) == 5
        with pytest.raises(InvalidInput, match="làm lại"):
            history.redo(workspace)


def test_an_operation_of_long_ago_is_undone_from_the_history(workspace):
    item = item_named(workspace, "Công khai")
    item_editing.edit_item(workspace, item.id, {"note": "cũ"})
    chosen = newest(workspace).id
    item_editing.edit_item(workspace, item.id, {"product": "Báo cáo"})
    history.undo_operation(workspace, chosen)
    item = item_named(workspace, "Công khai")
    assert (item.note, item.product) == (None, "Báo cáo")
    with pytest.raises(InvalidInput, match="đã được hoàn tác"):
        history.undo_operation(workspace, chosen)
    history.undo(workspace)  # the undo from the history is itself the newest operation
    assert item_named(workspace, "Công khai").note == "cũ"


def test_a_redo_can_be_had_from_the_history_too(workspace):
    item = item_named(workspace, "Công khai")
    item_editing.edit_item(workspace, item.id, {"note": "cũ"})
    history.undo(workspace)
    taken_back = newest(workspace).id
    item_editing.edit_item(workspace, item.id, {"product": "Báo cáo"})
    with pytest.raises(InvalidInput):
        history.redo(workspace)
    history.undo_operation(workspace, taken_back)
    item = item_named(workspace, "Công khai")
    assert (item.note, item.product) == ("cũ", "Báo cáo")


def test_a_field_that_was_changed_since_is_not_taken_back(workspace):
    item = item_named(workspace, "Công khai")
    item_editing.edit_item(workspace, item.id, {"note": "một"})
    chosen = newest(workspace).id
    item_editing.edit_item(workspace, item.id, {"note": "hai"})
    with pytest.raises(StaleRow, match="đã được sửa sau đó"):
        history.undo_operation(workspace, chosen)
    assert item_named(workspace, "Công khai").note == "hai"


def test_details_speak_the_users_words(workspace):
    item = item_named(workspace, "Công khai")
    item_editing.edit_item(workspace, item.id, {"time_words": "Quý IV/2026", "lead_words": "Công an xã"})
    lines = history.details(workspace, newest(workspace).id)
    assert [(line.name, line.field, line.old, line.new) for line in lines if line.field] == [
        ("Công khai", "Cơ quan chủ trì", "", "Công an xã"),
        ("Công khai", "Thời gian", "", "Quý IV/2026"),
    ]
    plans.save_plan(workspace, replace(plans.open_plan(workspace, 1).plan, tracked_from=None))
    plan = plans.open_plan(workspace, 1).plan
    plans.save_plan(workspace, replace(plan, tracked_from=plan.period.start))
    (line,) = history.details(workspace, newest(workspace).id)
    assert (line.field, line.old, line.new) == ("Theo dõi từ ngày", "", "01/01/2026")


def test_a_move_is_told_by_the_names_of_sections(workspace):
    item = item_named(workspace, "Công khai")
    first = plans.open_plan(workspace, 1).sections[0]
    moving.move_item(workspace, item.id, Place(first.id, None, None))
    lines = history.details(workspace, newest(workspace).id)
    told = {line.field: (line.old, line.new) for line in lines if line.entity_id == item.id}
    assert told["Lĩnh vực"] == ("Cải cách tài chính công", "Cải cách thể chế")
    assert told["Vị trí"] == ("", "(đã chuyển)")


def test_rows_that_an_undo_removed_keep_their_names_in_the_history(workspace):
    history.undo(workspace)
    lines = history.details(workspace, newest(workspace).id)
    assert {line.action for line in lines} == {ChangeAction.PURGE}
    assert "Rà soát văn bản" in {line.name for line in lines}


def test_restoring_keeps_numbers_in_step(workspace):
    first = item_named(workspace, "Rà soát văn bản")
    item_editing.delete_items(workspace, [first.id])
    assert item_named(workspace, "Rà soát thủ tục").number == "1"
    (entry,) = bin_service.entries(workspace)
    bin_service.restore(workspace, entry.kind, entry.id)
    assert [item_named(workspace, name).number for name in ("Rà soát văn bản", "Rà soát thủ tục")] == ["1", "2"]


@pytest.mark.parametrize(("months", "left"), [(0, 2), (12, 2)])
def test_the_log_is_kept_for_as_long_as_the_office_decides(workspace, months, left):
    history.keep_months(workspace, months)
    assert history.cut_by_rule(workspace) == 0
    assert history.size(workspace).operations == left


def test_a_clock_that_jumped_ahead_does_not_empty_the_log(workspace):
    history.keep_months(workspace, 12)
    later = FixedClock(workspace.clock.now() + timedelta(days=7300))
    assert history.cut_by_rule(replace(workspace, clock=later)) == 0
    assert history.size(workspace).operations == 2


class FixedClock:
    def __init__(self, moment):
        self._moment = moment

    def now(self):
        return self._moment

    def today(self):
        return self._moment.date()


def test_a_row_can_be_put_behind_two_that_share_a_place(workspace):
    """What comes back from the bin has its old key, which another row may have been given meanwhile."""
    first, second = item_named(workspace, "Rà soát văn bản"), item_named(workspace, "Rà soát thủ tục")
    item_editing.delete_items(workspace, [second.id])
    place = Place(first.section_id, None, first.id)
    new, _ = item_editing.add_item(workspace, 1, place, {"content": "Mới"})
    (entry,) = [entry for entry in bin_service.entries(workspace) if entry.id == second.id]
    bin_service.restore(workspace, entry.kind, entry.id)
    for behind in (second.id, new, first.id):
        item_editing.add_item(workspace, 1, Place(first.section_id, None, behind), {"content": "Sau"})
    assert len(plans.open_plan(workspace, 1).items) == 9


def test_doing_an_undo_back_is_called_a_redo(workspace):
    item = item_named(workspace, "Công khai")
    item_editing.edit_item(workspace, item.id, {"note": "cũ"})
    history.undo(workspace)
    undo_line = newest(workspace)
    item_editing.edit_item(workspace, item.id, {"product": "Báo cáo"})
    assert history.is_taking_back(undo_line)
    history.undo_operation(workspace, undo_line.id)
    assert newest(workspace).title == "Làm lại: Sửa nhiệm vụ “Công khai”"
    assert not history.is_taking_back(newest(workspace))


def test_a_restore_without_its_safety_backup_is_passed_over(workspace):
    backup = workspace.backups.make(BackupReason.MANUAL)
    item = item_named(workspace, "Công khai")
    item_editing.edit_item(workspace, item.id, {"note": "sau bản sao lưu"})
    workspace.backups.restore(backup.file)
    assert history.next_steps(workspace).undo.kind == "database.restore"
    name = workspace.history.note(history.next_steps(workspace).undo.id)
    (safety,) = [line.backup.file for line in workspace.backups.lines() if line.backup.file.name == name]
    safety.unlink()
    assert history.next_steps(workspace).undo.kind == "plan.import"
    history.undo(workspace)
    assert plans.list_plans(workspace) == []
