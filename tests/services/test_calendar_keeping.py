"""Days off and make-up days as the use cases keep them: one operation each, none twice."""

from __future__ import annotations

from datetime import date

import pytest

from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.followup.days_off import DayOff
from cchc_desktop.services import calendar_keeping
from cchc_desktop.services.followup_rules import office_calendar
from tests.services.fakes import FakeStore, fake_workspace
from tests.services.followup_scene import FollowUpScene

TET = date(2026, 2, 17)


@pytest.fixture
def store():
    return FakeStore()


@pytest.fixture
def workspace(store):
    return fake_workspace(store)


def kept(workspace):
    return [(row.day, row.name, row.worked) for row in calendar_keeping.kept_days(workspace)]


def test_a_day_is_added_and_changed(workspace, store):
    day_id, changes = calendar_keeping.save_day(workspace, DayOff(TET, "  Tết   Nguyên đán "))
    assert kept(workspace) == [(TET, "Tết Nguyên đán", False)]
    assert changes.ids(EntityKind.DAY_OFF) == {day_id}
    [row] = calendar_keeping.kept_days(workspace)
    calendar_keeping.save_day(workspace, DayOff(TET, "Mùng một", True, row.id, row.uid, row.row_version))
    assert kept(workspace) == [(TET, "Mùng một", True)]
    assert [entry.operation.kind for entry in store.log] == ["calendar.add", "calendar.edit"]


@pytest.mark.parametrize(("day", "words"), [(DayOff(TET, " "), "tên"), (DayOff(TET, "Lại"), "17/02/2026 đã có")])
def test_what_cannot_be_kept_is_refused(workspace, store, day, words):
    calendar_keeping.save_day(workspace, DayOff(TET, "Tết"))
    with pytest.raises(InvalidInput, match=words):
        calendar_keeping.save_day(workspace, day)
    assert len(store.log) == 1


def test_many_are_added_as_one_operation_and_none_twice(workspace, store):
    calendar_keeping.save_day(workspace, DayOff(TET, "Tết của đơn vị"))
    days = [DayOff(date(2026, 2, day), "Tết") for day in (16, 17, 18)]
    count, _ = calendar_keeping.add_days(workspace, days)
    assert count == 2
    assert kept(workspace)[1] == (TET, "Tết của đơn vị", False)
    assert [entry.operation.kind for entry in store.log] == ["calendar.add", "calendar.fill"]


def test_days_are_deleted_as_one_operation(workspace, store):
    calendar_keeping.add_days(workspace, [DayOff(date(2026, 2, day), "Tết") for day in (16, 17, 18)])
    ids = [row.id for row in calendar_keeping.kept_days(workspace)]
    calendar_keeping.delete_days(workspace, ids[:2])
    assert [day for day, _, _ in kept(workspace)] == [date(2026, 2, 18)]
    assert len(store.log) == 2


def test_the_calendar_of_the_follow_up_has_them():
    scene = FollowUpScene(date(2025, 9, 10))
    calendar_keeping.add_days(
        scene.workspace, [DayOff(date(2025, 9, 1), "Quốc khánh"), DayOff(date(2025, 8, 30), "Làm bù", worked=True)]
    )
    calendar = office_calendar(scene.workspace)
    assert calendar.name(date(2025, 9, 1)) == "Quốc khánh"
    assert not calendar.is_off(date(2025, 8, 30))
