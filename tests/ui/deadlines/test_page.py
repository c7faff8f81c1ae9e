"""The list of what falls due: its groups against the service, filters, choosing, keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from cchc_desktop.domain.followup.due_list import DueGroup
from cchc_desktop.domain.followup.records import Progress
from cchc_desktop.services import followup, recording
from cchc_desktop.ui.deadlines.groups import UNCLEAR, grouped
from cchc_desktop.ui.deadlines.model import DeadlinesModel, DueColumn, DueRole, key_of
from cchc_desktop.ui.deadlines.wishes import Span, Wishes
from tests.services.followup_scene import FINANCE, JULY, OFFICE, POLICE, QUARTERLY, STRICT, UNDATED, WAITING
from tests.ui.deadlines.conftest import TODAY, seen_of


def contents(page):
    return [line.item.content for line in page.shown_lines()]


def titles(page):
    return [group.title for group in page.model.groups()]


def test_the_groups_hold_just_what_the_service_lists(page, scene):
    lines = followup.due(scene.workspace, TODAY)
    assert sorted(map(key_of, page.shown_lines())) == sorted(map(key_of, lines))
    late = [key_of(line) for line in lines if line.row.group is DueGroup.OVERDUE]
    assert [key_of(line) for line in page.model.groups()[0].lines] == late


def test_late_ones_come_first_then_day_by_day_and_those_without_a_date_last(page):
    assert titles(page)[0] == "Quá hạn"
    assert titles(page)[-2:] == ["Chưa xác định thời hạn", "Chờ văn bản"]
    days = [group.key[1] for group in page.model.groups() if group.key[0] == "day"]
    assert days == sorted(days)
    assert "Thứ Ba 30/09/2025" in titles(page)


def test_a_header_says_how_far_away_the_day_is_and_how_many_tasks_fall_due(page):
    row = page.model.header_of(("day", date(2025, 12, 9)))
    words = page.model.index(row, 0).data()
    assert words == "Thứ Ba 09/12/2025 · còn 90 ngày · 1 nhiệm vụ"


def test_headers_can_not_be_chosen(page):
    flags = [page.model.flags(page.model.index(row, 0)) for row in page.model.header_rows()]
    assert flags
    assert set(flags) == {Qt.ItemFlag.NoItemFlags}


def test_the_model_holds_what_qt_asks_for(qtbot, scene):
    model = DeadlinesModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    lines = seen_of(scene).open
    model.show_groups(grouped(lines, TODAY, None, by_agency=False))
    model.show_groups(grouped(lines[:2], TODAY, None, by_agency=True))
    model.show_groups([])
    assert tester.model().rowCount() == 0


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (Span.OVERDUE, {JULY, STRICT}),
        (Span.WEEK, {JULY, STRICT}),
        (Span.MONTH, {JULY, STRICT, QUARTERLY}),
        ("2025-Q3", {JULY, STRICT, QUARTERLY}),
    ],
)
def test_a_span_leaves_out_what_is_further_away(page, span, expected):
    page.show_wishes(Wishes(span=span))
    assert set(contents(page)) == expected


def test_chips_leave_out_other_offices_and_areas(page):
    page.show_wishes(Wishes(agencies=frozenset({POLICE})))
    assert {UNDATED, WAITING} <= set(contents(page))
    assert JULY not in contents(page)
    page.show_wishes(Wishes(areas=frozenset({"Chỉ đạo, điều hành"})))
    assert set(contents(page)) == {JULY, QUARTERLY, STRICT}


def test_a_row_of_several_leads_stands_with_each_office(page):
    page.show_wishes(Wishes(by_agency=True))
    groups = {group.title: [line.item.content for line in group.lines] for group in page.model.groups()}
    assert QUARTERLY in groups[OFFICE]
    assert QUARTERLY in groups[FINANCE]
    assert list(groups) == sorted(groups, key=[POLICE, FINANCE, OFFICE].index)


def test_what_is_done_is_shown_when_the_chip_is_taken_away(page, scene, qtbot):
    july = next(line for line in page.shown_lines() if line.item.content == JULY)
    recording.record(
        scene.workspace, [(july.item.id, july.row.occurrence, {"progress": Progress.DONE, "done_on": july.row.due})]
    )
    page.show_seen(seen_of(scene, scene.plan_id))
    assert JULY not in contents(page)
    qtbot.mouseClick(page.bar.open_only, Qt.MouseButton.LeftButton)
    assert JULY in contents(page)
    chip = page.model.index(page.model.row_of(key_of(july)), DueColumn.STATUS).data(DueRole.LOOK)
    assert chip.words == "Đã hoàn thành"


def test_a_due_date_on_a_day_off_is_shown_so_and_not_moved(page, scene):
    from cchc_desktop.domain.followup.days_off import DayOff

    scene.write(DayOff(date(2025, 9, 30), "Lễ hội phường"))
    page.show_seen(seen_of(scene, scene.plan_id))
    group = next(group for group in page.model.groups() if group.key == ("day", date(2025, 9, 30)))
    assert "ngày nghỉ: Lễ hội phường" in group.aside


def test_choice_and_place_stay_when_figures_come_anew(page, scene):
    page.table.choose_line(key_of(page.shown_lines()[3]))
    before = [key_of(line) for line in page.table.chosen()]
    page.show_seen(seen_of(scene, scene.plan_id))
    page.show_wishes(replace(page.bar.wishes(), by_agency=True))
    assert [key_of(line) for line in page.table.chosen()] == before


@pytest.mark.parametrize(
    ("group", "expected"), [(DueGroup.OVERDUE, JULY), (DueGroup.UNDATED, UNDATED), (DueGroup.WAITING, WAITING)]
)
def test_a_group_that_is_asked_for_is_chosen_and_filters_give_way(page, group, expected):
    page.show_wishes(Wishes(agencies=frozenset({FINANCE}), span=Span.WEEK))
    page.choose_group(group)
    [chosen] = page.table.chosen()
    assert (chosen.item.content, chosen.row.group) == (expected, group)


def test_a_group_asked_for_before_anything_is_read_is_chosen_then(qtbot, scene):
    from cchc_desktop.ui.deadlines.page import DeadlinesPage

    page = DeadlinesPage(lambda: TODAY)
    qtbot.addWidget(page)
    page.choose_group(DueGroup.WAITING)
    page.show_seen(seen_of(scene, scene.plan_id))
    assert [line.item.content for line in page.table.chosen()] == [WAITING]


def test_keys_open_and_record(page):
    told = []
    page.open_wanted.connect(lambda lines: told.append(("open", [line.item.content for line in lines])))
    page.record_wanted.connect(lambda lines: told.append(("record", [line.item.content for line in lines])))
    page.choose_group(DueGroup.OVERDUE)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    QTest.keyClick(page.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(page.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told == [("open", [JULY]), ("record", [JULY]), ("record", [JULY, STRICT])]


def test_down_goes_over_the_headers(page):
    page.choose_group(DueGroup.OVERDUE)
    for _ in range(2):
        QTest.keyClick(page.table, Qt.Key.Key_Down)
    [chosen] = page.table.chosen()
    assert chosen.row.group is not DueGroup.OVERDUE


def test_the_foot_says_what_is_shown_and_chosen(page):
    page.choose_group(DueGroup.UNDATED)
    assert page.told().endswith(f"{UNDATED} · {POLICE}")
    assert " nhiệm vụ" in page.told().split(" · ")[0]


def test_nothing_is_recorded_while_the_data_can_only_be_looked_at(page):
    told = []
    page.record_wanted.connect(told.append)
    page.set_editable(False)
    page.choose_group(DueGroup.OVERDUE)
    QTest.keyClick(page.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told == []


def test_found_tasks_alone_are_shown(page, scene):
    page.show_found(frozenset({scene.id(STRICT)}))
    assert set(contents(page)) == {STRICT}
    page.show_found(None)
    assert JULY in contents(page)


# --- what is completed and unclear


@pytest.fixture
def unclear(page, scene):
    """One task completed without a date, one on the very day that 'trước ngày' names, one clearly in time."""
    quarter = {"progress": Progress.DONE, "done_on": TODAY}
    recording.record(
        scene.workspace,
        [
            (scene.id(JULY), None, {"progress": Progress.DONE}),
            (scene.id(STRICT), "2025-Q3", quarter),
            (scene.id(QUARTERLY), "2025-Q3", quarter),
        ],
    )
    page.show_seen(seen_of(scene, scene.plan_id))
    return page


def test_results_that_ask_whether_they_were_late_stand_in_a_group_of_their_own(unclear):
    group = next(group for group in unclear.model.groups() if group.key == UNCLEAR)
    assert (group.title, [line.item.content for line in group.lines]) == ("Cần bổ sung", [JULY, STRICT])
    assert titles(unclear).index("Cần bổ sung") > titles(unclear).index("Thứ Ba 09/12/2025")
    rows = [unclear.model.row_of(key_of(line)) for line in group.lines]
    chips = [unclear.model.index(row, DueColumn.STATUS).data(DueRole.LOOK).words for row in rows]
    assert chips == ["Thiếu ngày hoàn thành", "Cần xác nhận đúng hạn"]
    tip = unclear.model.index(rows[0], DueColumn.STATUS).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "Chưa rõ có chậm không: thiếu ngày hoàn thành · 31/07/2025"
    assert unclear.told().startswith("6 nhiệm vụ, cần bổ sung: 2 · ")
    assert unclear.table.choose_group(UNCLEAR)
    assert "Chưa rõ có chậm không: thiếu ngày hoàn thành" in unclear.told()


def test_a_chip_counts_them_and_shows_them_alone(unclear, scene, qtbot):
    chip = unclear.bar.unclear
    assert (chip.isVisible(), chip.text()) == (True, "Cần bổ sung: 2")
    unclear.show_wishes(Wishes(span=Span.OVERDUE))
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert contents(unclear) == [JULY, STRICT]
    assert unclear.bar.wishes() == Wishes(unclear_only=True)
    answers = {"done_on": date(2025, 7, 30)}, {"counts_as_late": False}
    recording.record(scene.workspace, [(scene.id(JULY), None, answers[0]), (scene.id(STRICT), "2025-Q3", answers[1])])
    unclear.show_seen(seen_of(scene, scene.plan_id))
    assert contents(unclear) == []
    assert chip.isVisible(), "it leaves rows out, so it is seen"
    unclear.bar.clear()
    assert not chip.isVisible()


def test_beside_what_is_done_they_stand_once(unclear, qtbot):
    qtbot.mouseClick(unclear.bar.open_only, Qt.MouseButton.LeftButton)
    shown = [key_of(line) for line in unclear.shown_lines()]
    assert len(shown) == len(set(shown))
    assert JULY in [
        line.item.content for group in unclear.model.groups() if group.key == UNCLEAR for line in group.lines
    ]
