"""What is told where something is entered whose reporting period is locked."""

from __future__ import annotations

from datetime import date

import pytest

from cchc_desktop.domain.followup.records import Dropping, Progress
from cchc_desktop.services import measuring, periods, recording, updating
from cchc_desktop.services.item_editing import edit_items
from cchc_desktop.services.locked_periods import lock_words, period_locks
from cchc_desktop.services.pasting import paste
from cchc_desktop.services.period_figures import figure_lines
from tests.services.followup_scene import JULY, PARTS, STANDING, UNDATED, WAITING, FollowUpScene

Q3 = "Kỳ “Quý III năm 2025” đã chốt ngày 20/09/2025; số liệu đã chốt không đổi."


@pytest.fixture
def scene() -> FollowUpScene:
    scene = FollowUpScene(date(2025, 9, 20))
    periods.lock(scene.workspace, "2025-Q3")
    return scene


@pytest.mark.parametrize(
    ("keys", "days", "expected"),
    [
        (["2025-Q3"], [], (Q3,)),
        (["2025"], [], ()),
        ([], [date(2025, 6, 15)], (Q3,)),
        ([], [date(2025, 9, 14)], (Q3,)),
        ([], [date(2025, 9, 15)], ()),
        ([], [], ()),
    ],
)
def test_it_is_told_of_the_period_and_of_the_days_of_its_data(scene, keys, days, expected):
    assert lock_words(period_locks(scene.workspace), keys, days) == expected


def test_nothing_is_told_while_all_are_open():
    assert period_locks(FollowUpScene(date(2025, 9, 20)).workspace) == ()


def test_everything_is_taken_and_what_was_kept_stays(scene):
    kept = periods.locked_figures(scene.workspace, "2025-Q3")
    indicator = scene.tree.indicators[0].id
    measuring.measure(scene.workspace, [(indicator, "2025-Q3", "99"), (indicator, "2025", "99")])
    updating.update(scene.workspace, scene.id(STANDING), "2025-Q3", None, "Đăng 5 tin bài")
    recording.record(scene.workspace, [(scene.id(JULY), None, {"done_on": date(2025, 7, 30)})])
    assert periods.locked_figures(scene.workspace, "2025-Q3") == kept
    differing = {
        line.words: (line.kept, line.present)
        for line in figure_lines(kept, periods.figures_now(scene.workspace, "2025-Q3"))
        if line.differs
    }
    assert differing["Chỉ tiêu có giá trị khác lúc chốt"] == (0, 1)
    assert differing["Hoàn thành"] == (0, 1)


def written(scene):
    """Yield what each way of writing tells, once into the locked period and once beside it."""
    workspace, indicator = scene.workspace, scene.tree.indicators[0].id
    dropped = {"progress": Progress.DROPPED, "dropping": Dropping("Bãi bỏ", date(2025, 9, 14))}
    yield measuring.measure(workspace, [(indicator, "2025-Q3", "99")])
    yield measuring.measure(workspace, [(indicator, "2025", "99")])
    yield measuring.detail_value(workspace, indicator, "2025-Q3", {"source": "Báo cáo 15"})
    yield updating.update(workspace, scene.id(STANDING), "2025-Q3", None, "Đăng 5 tin bài")
    yield recording.record(workspace, [(scene.id(JULY), None, {"done_on": date(2025, 7, 30)})]).changes
    yield recording.record(workspace, [(scene.id(JULY), None, {"done_on": date(2025, 9, 19)})]).changes
    yield recording.record(workspace, [(scene.id(JULY), None, {"done_on": date(2025, 9, 18)})]).changes
    yield recording.record(workspace, [(scene.id(JULY), None, {"done_on": date(2025, 9, 18)})]).changes
    yield recording.record(workspace, [(scene.id(WAITING), None, dropped)]).changes
    yield edit_items(workspace, {scene.id(PARTS): {"day_now": "14/9"}})
    yield edit_items(workspace, {scene.id(PARTS): {"day_now": "15/9"}})
    yield edit_items(workspace, {scene.id(PARTS): {"day_now": "16/9"}})
    yield paste(workspace, scene.plan_id, {scene.id(UNDATED): {"day_now": "1/9"}}, [])


def test_each_way_of_writing_tells_it_where_something_changed_in_the_period(scene):
    told = [changes.notes for changes in written(scene)]
    values, update, results = [(Q3,), (), (Q3,)], [(Q3,)], [(Q3,), (Q3,), (), (), (Q3,)]
    assert told == [*values, *update, *results, (Q3,), (Q3,), (), (Q3,)]


def test_a_value_of_another_period_is_no_difference(scene):
    kept = periods.locked_figures(scene.workspace, "2025-Q3")
    measuring.measure(scene.workspace, [(scene.tree.indicators[1].id, "2025", "Tốt")])
    now = periods.figures_now(scene.workspace, "2025-Q3")
    assert [line.words for line in figure_lines(kept, now) if "giá trị" in line.words] == []
