from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from cchc_desktop.domain.agencies.agency import Agency
from cchc_desktop.domain.changes import ChangeAction, EntityKind, Operation
from cchc_desktop.domain.errors import NotFound, StaleRow
from cchc_desktop.domain.history import HistoryFilter
from cchc_desktop.domain.items import AgencyLink, WorkItem
from cchc_desktop.domain.plan import Section
from cchc_desktop.storage.history import SqlHistory
from tests.flows.fingerprint import fingerprint
from tests.storage.conftest import EDIT, sample_plan

ALL = HistoryFilter()


@pytest.fixture
def history(store):
    return SqlHistory(store.connection)


@pytest.fixture
def item(store) -> WorkItem:
    with store.units(Operation("plan.create", "Lập kế hoạch")) as unit:
        plan = unit.plans.add(sample_plan())
        section = unit.sections.add(Section(plan.id, "Cải cách thể chế"))
        item = unit.items.add(WorkItem(plan.id, section.id, "Rà soát văn bản"))
        unit.commit()
    return item


def edit(store, item: WorkItem, title: str = "Sửa nội dung", **values: object) -> int:
    with store.units(Operation("item.edit", title, item.plan_id)) as unit:
        unit.items.update(replace(unit.items.get(item.id), **values))
        id_ = unit.commit().operation_id
    assert id_ is not None
    return id_


def take_back(store, id_: int) -> None:
    with store.units(Operation("undo", "Hoàn tác", undoes=id_)) as unit:
        unit.log.take_back(id_)
        unit.commit()


def test_operations_come_newest_first_in_pages(store, history, item):
    ids = [edit(store, item, note=str(number)) for number in range(5)]
    first = history.operations(ALL, 3)
    assert [operation.id for operation in first] == ids[:1:-1]
    assert [operation.id for operation in history.operations(ALL, 9, first[-1].id)] == [*ids[1::-1], 1]
    assert (first[0].title, first[0].who, first[0].changes) == ("Sửa nội dung", "Nguyễn Văn Đức", 1)


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (HistoryFilter(words="kinh phi"), 1),
        (HistoryFilter(words="KINH PHÍ bổ sung"), 1),
        (HistoryFilter(words="sửa"), 2),
        (HistoryFilter(words="không có"), 0),
        (HistoryFilter(plan_id=1), 3),
        (HistoryFilter(plan_id=2), 0),
        (HistoryFilter(who="Nguyễn Văn Đức"), 3),
        (HistoryFilter(who="Admin"), 0),
        (HistoryFilter(first_day=date(2025, 7, 1), last_day=date(2025, 7, 1)), 3),
        (HistoryFilter(first_day=date(2025, 7, 2)), 0),
        (HistoryFilter(last_day=date(2025, 6, 30)), 0),
        (HistoryFilter(row=(EntityKind.ITEM, 1)), 3),
        (HistoryFilter(row=(EntityKind.SECTION, 1)), 1),
        (HistoryFilter(kind=EntityKind.ITEM), 3),
        (HistoryFilter(kind=EntityKind.SECTION), 1),
        (HistoryFilter(kind=EntityKind.AGENCY), 0),
        (HistoryFilter(words="content"), 0),
        (HistoryFilter(words="uid"), 0),
        (HistoryFilter(words="draft"), 0),
        (HistoryFilter(words="null"), 0),
        (HistoryFilter(words="kinh sửa Đức"), 1),
        (HistoryFilter(words="31/12/2025"), 1),
        (HistoryFilter(words="12/2025"), 1),
        (HistoryFilter(words="2025-12-31"), 1),
        (HistoryFilter(words="30/12/2025"), 0),
    ],
)
def test_filters(store, history, item, wanted, count):
    edit(store, item, note="Kinh phí bổ sung")
    edit(store, item, product="Báo cáo")
    assert len(history.operations(wanted, 10)) == count


def test_days_are_those_of_vietnam(store, history, clock, item):
    clock.moment = datetime(2025, 7, 31, 17, 30, tzinfo=UTC)  # half past midnight in Hanoi
    id_ = edit(store, item, note="đêm")
    august = history.operations(HistoryFilter(first_day=date(2025, 8, 1)), 5)
    assert [operation.id for operation in august] == [id_]


def test_undone_is_told_and_told_no_more_after_a_redo(store, history, item):
    id_ = edit(store, item, note="a")
    take_back(store, id_)
    assert history.operation(id_).undone
    take_back(store, history.operations(ALL, 1)[0].id)
    assert not history.operation(id_).undone


def test_changes_and_names_of_rows_that_are_no_more(store, history, item):
    take_back(store, 1)
    changes = history.changes(2)
    assert {change.action for change in changes} == {ChangeAction.PURGE}
    assert history.names(EntityKind.ITEM, [item.id]) == {item.id: "Rà soát văn bản"}
    with pytest.raises(NotFound):
        history.operation(77)


def test_an_old_operation_goes_back_when_nothing_later_touched_its_fields(store, history, item):
    first = edit(store, item, note="a")
    edit(store, item, product="Báo cáo")
    take_back(store, first)
    restored = store.queries.tree(item.plan_id).items[item.id]
    assert (restored.note, restored.product) == (None, "Báo cáo")


@pytest.mark.parametrize("later", [{"note": "b"}, {}])
def test_an_old_operation_stays_when_something_later_needs_it(store, database_path, item, later):
    first = edit(store, item, note="a") if later else 1
    if later:
        edit(store, item, **later)
    else:  # the creation of an item under which another one was put
        with store.units(EDIT) as unit:
            unit.items.add(WorkItem(item.plan_id, item.section_id, "Con", parent_id=item.id))
            unit.commit()
    before = fingerprint(database_path)
    with pytest.raises(StaleRow):
        take_back(store, first)
    assert fingerprint(database_path) == before


def test_an_agency_that_a_later_item_names_stays(store, database_path, item):
    with store.units(EDIT) as unit:
        agency = unit.agencies.add(Agency("Công an"))
        created = unit.commit().operation_id
    edit(store, item, lead=(AgencyLink("Công an", agency.id),))
    before = fingerprint(database_path)
    with pytest.raises(StaleRow, match="dựa vào"):
        take_back(store, created)
    assert fingerprint(database_path) == before


def test_nothing_comes_back_into_what_is_deleted(store, database_path, item):
    with store.units(Operation("item.delete", "Xóa nhiệm vụ")) as unit:
        unit.items.delete(item.id)
        deleted = unit.commit().operation_id
    with store.units(Operation("section.delete", "Xóa lĩnh vực")) as unit:
        unit.sections.delete(item.section_id)
        unit.commit()
    before = fingerprint(database_path)
    with pytest.raises(StaleRow, match="đã bị xóa"):
        take_back(store, deleted)
    assert fingerprint(database_path) == before


def test_the_log_is_cut_by_order_and_gives_room_back(store, history, clock, item, database_path):
    for number in range(40):
        edit(store, item, note="x" * 5000 + str(number))
    store.connection.close()
    before, size = history.size(), database_path.stat().st_size
    clock.moment = datetime(2026, 1, 1, tzinfo=UTC)
    kept = edit(store, item, note="mới")
    with store.units(Operation("log.cut", "Dọn nhật ký")) as unit:
        assert unit.log.cut(datetime(2025, 12, 1, tzinfo=UTC)) == 41
        unit.log.note("41")
        unit.commit()
    assert (before.operations, before.oldest) == (41, date(2025, 7, 1))
    assert before.bytes > 40 * 5000
    assert history.size().operations == 2
    assert history.next_steps().undo.id == kept
    store.connection.close()
    assert database_path.stat().st_size < size / 2
    assert store.queries.check().problems == ()


def test_the_size_counts_bytes_of_titles_and_changes(store, history, item):
    before = history.size().bytes
    edit(store, item, "đ" * 100, note="ă" * 1000)
    assert before + 2 * 1100 < history.size().bytes < before + 2 * 1100 + 100


def test_a_note_is_kept_and_changes_no_row(store, history):
    with store.units(Operation("database.restore", "Khôi phục")) as unit:
        unit.log.note("tệp.db")
        id_ = unit.commit().operation_id
    assert history.note(id_) == "tệp.db"
    assert history.operation(id_).changes == 0
    assert history.next_steps().undo.id == id_
    with pytest.raises(NotFound):
        history.note(id_ + 1)


def test_settings_are_kept_logged_and_undone(store, history):
    with store.units(EDIT) as unit:
        unit.settings.put("log.months", 12)
        id_ = unit.commit().operation_id
    assert history.setting("log.months", 0) == 12
    with store.units(EDIT) as unit:
        unit.settings.put("log.months", 12)
        assert not unit.commit()
    take_back(store, id_)
    assert history.setting("log.months", 0) == 0


def test_a_field_that_was_set_to_and_fro_since_has_been_touched(store, item):
    first = edit(store, item, note="a")
    edit(store, item, "Sửa nhiệm vụ “Rà soát”", note="b")
    newest = edit(store, item, "Sửa lại", note="a")
    with pytest.raises(StaleRow, match=r"đã được sửa sau đó: Sửa lại \(\d\d:\d\d ngày 01/07/2025\)"):
        take_back(store, first)
    take_back(store, newest)
    with pytest.raises(StaleRow, match="Rà soát"):
        take_back(store, first)


def test_what_was_itself_taken_back_does_not_stand_in_the_way(store, item):
    first = edit(store, item, note="a")
    later = edit(store, item, note="b")
    take_back(store, later)
    take_back(store, first)
    assert store.queries.tree(item.plan_id).items[item.id].note is None


def test_what_took_an_older_operation_back_stands_in_the_way(store, item):
    first = edit(store, item, note="a")
    second = edit(store, item, product="Báo cáo")
    take_back(store, first)
    take_back(store, second)  # another field
    third = edit(store, item, note="c")
    fourth = edit(store, item, note="d")
    take_back(store, fourth)
    take_back(store, third)
    assert store.queries.tree(item.plan_id).items[item.id].note is None


def test_a_refusal_names_what_leans_on_the_row(store, item):
    with store.units(EDIT) as unit:
        agency = unit.agencies.add(Agency("Công an"))
        section = unit.sections.add(Section(item.plan_id, "Phần khác", sort_key="b"))
        created = unit.commit().operation_id
    with store.units(EDIT) as unit:
        unit.items.add(WorkItem(item.plan_id, section.id, "Việc dựa vào"))
        unit.commit()
    assert agency.id
    with pytest.raises(StaleRow, match="“Việc dựa vào”"):
        take_back(store, created)
