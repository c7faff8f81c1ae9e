"""Figures and words of a periodic report: those of Tổng quan and of the command line, as of the period's day."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop.domain.changes import Operation
from cchc_desktop.domain.draft import DraftItem, DraftPlan, DraftSection
from cchc_desktop.domain.errors import InvalidInput, NotFound
from cchc_desktop.domain.followup.reporting import PeriodStep
from cchc_desktop.domain.followup.status import Status
from cchc_desktop.domain.items import ItemKind
from cchc_desktop.domain.papers.report_figures import Counted, RowsKey
from cchc_desktop.domain.papers.report_paper import rows_of
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import DocumentRef
from cchc_desktop.services import exchange, followup, history, measuring, periods, plans, recording, updating
from cchc_desktop.services.exchange import ImportChoices
from cchc_desktop.services.indicator_editing import delete_indicators, edit_indicator
from cchc_desktop.services.item_editing import delete_items, edit_items
from cchc_desktop.services.overview import overview
from cchc_desktop.services.papers.report import report
from tests.services.followup_scene import (
    FINANCE,
    HALF,
    JULY,
    OFFICE,
    PARTS,
    POLICE,
    QUARTERLY,
    STANDING,
    STRICT,
    UNDATED,
)  # fmt: skip
from tests.services.papers.report_scene import AFTER, SENT_DAY, told_scene

DAYS = [date(2025, 7, 20), date(2025, 9, 4), SENT_DAY, AFTER, date(2025, 12, 8), date(2026, 2, 1)]


def contents(scene, ids):
    return [scene.tree.items[id_].content for id_ in ids]


# --- one truth ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["2025-Q3", "2025-9M", "2025"])
@pytest.mark.parametrize("day", DAYS)
def test_figures_are_those_of_tong_quan_and_the_command_line(day, key):
    scene = told_scene(day)
    found = report(scene.workspace, [scene.plan_id], key)
    assert found.as_of == min(day, periods.reporting_period(scene.workspace, key).figures)
    status = followup.plan_status(scene.workspace, scene.plan_id, found.as_of)
    seen = overview(followup.picture_of(scene.workspace, found.as_of, [scene.plan_id]), scene.plan_id)
    figures = found.figures
    assert figures.roll_up().counts == status.total.counts == seen.total.counts
    counts = (figures.count(Counted.TOTAL), figures.count(Counted.EXPECTED), figures.count(Counted.DONE))
    assert counts == (status.total.total, status.total.expected, status.total.done)
    assert figures.share() == status.total.percentage
    assert [(area.title, figures.roll_up(area.scope).counts) for area in figures.areas] == [
        (share.title.partition(". ")[2], share.roll_up.counts) for share in seen.areas
    ]
    assert [(one.scope.agency, figures.roll_up(one.scope).counts) for one in figures.agencies] == [
        (share.id or 0, share.roll_up.counts) for share in seen.agencies
    ]


@pytest.mark.parametrize("groups", ["areas", "agencies"])
@pytest.mark.parametrize("counted", list(Counted)[:13])
def test_every_break_down_adds_up(counted, groups):
    figures = report(told_scene().workspace, [1], "2025-Q3").figures
    assert sum(figures.count(counted, group.scope) for group in getattr(figures, groups)) == figures.count(counted)


def test_a_task_is_done_late_or_open_and_nothing_else():
    figures = report(told_scene(date(2026, 2, 1)).workspace, [1], "2025").figures
    parts = (Counted.DONE_ON_TIME, Counted.DONE_LATE, Counted.IN_TIME, Counted.OVERDUE, Counted.NEUTRAL)
    assert sum(map(figures.count, parts)) == figures.count(Counted.TOTAL)
    assert figures.count(Counted.OPEN) == figures.count(Counted.EXPECTED) - figures.count(Counted.DONE)


def test_every_figure_opens_its_rows():
    scene = told_scene()
    found = report(scene.workspace, [scene.plan_id], "2025-Q3")
    for counted in Counted:
        key = RowsKey.read(found.figures.key(counted).text)
        assert len(rows_of(found, key)) == found.figures.count(counted)
        if counted in (Counted.DONE, Counted.OVERDUE):
            statuses = followup.plan_status(scene.workspace, scene.plan_id, key.as_of).statuses
            assert {statuses[id_].status for id_ in rows_of(found, key)} <= key.statuses


# --- a period -------------------------------------------------------------------------------------------------------


def test_what_was_done_in_the_period():
    scene = told_scene()
    found = report(scene.workspace, [scene.plan_id], "2025-Q3")
    done = rows_of(found, found.figures.key(Counted.DONE_IN_PERIOD))
    assert contents(scene, done) == [JULY, STRICT]  # the quarterly report's part of Q3 too
    assert contents(scene, rows_of(found, found.figures.key(Counted.DONE_LATE))) == [JULY]
    later = report(told_scene(date(2025, 12, 20)).workspace, [1], "2025-Q3")
    assert later.as_of == date(2025, 9, 14)
    assert later.figures.count(Counted.DONE_IN_PERIOD) == 2


def test_a_report_that_goes_out_before_its_window_ends_is_estimated():
    scene = told_scene(date(2025, 12, 5))
    plan_id = store_plan(scene, (("Tập huấn", "Đến ngày 10/12/2025"), ("Sơ kết", "Đến ngày 20/12/2025")))
    found = report(scene.workspace, [plan_id], "2025")
    assert (found.is_estimated, found.period.sent, found.period.window.end) == (
        True, date(2025, 12, 8), date(2025, 12, 14),
    )  # fmt: skip
    figures = found.figures
    assert contents(plan_scene(scene, plan_id), rows_of(found, figures.key(Counted.FORESEEN))) == ["Tập huấn"]
    assert figures.count(Counted.FORESEEN_DONE) == figures.count(Counted.DONE) + 1


@pytest.mark.parametrize(
    ("sent", "today", "is_estimated"),
    [
        (None, date(2025, 9, 8), True),
        (None, date(2025, 9, 14), False),
        (date(2025, 9, 20), date(2025, 9, 8), False),
    ],
    ids=["sent early", "the window is over", "sent after it"],
)
def test_when_a_report_is_estimated(sent, today, is_estimated):
    scene = told_scene(today)
    if sent:
        periods.set_dates(scene.workspace, "2025-Q3", {PeriodStep.SENT: sent})
    found = report(scene.workspace, [scene.plan_id], "2025-Q3")
    assert found.is_estimated is is_estimated
    if today >= found.period.window.end:
        assert found.figures.count(Counted.FORESEEN) == 0


def test_words_of_the_period_by_area():
    scene = told_scene()
    direction, institutions = report(scene.workspace, [scene.plan_id], "2025-Q3").areas
    assert [(one.task, one.words) for one in direction.results] == [
        (JULY, "Quyết định số 30/QĐ-UBND."), (QUARTERLY, "Đã họp"), (STRICT, "Báo cáo số 15/BC-UBND"),
    ]  # fmt: skip
    assert [(one.task, one.words) for one in direction.limits] == [(QUARTERLY, "Thiếu người"), (STRICT, "Số liệu chậm")]
    assert [(one.task, one.words) for one in institutions.results] == [(STANDING, "Đăng 12 tin bài;\n3 hội nghị.")]
    assert institutions.limits == ()


def test_words_of_another_period_are_not_this_ones():
    scene = told_scene(date(2025, 12, 20))
    recording.record(
        scene.workspace, [(scene.id(STRICT), "2025-Q4", {"done_on": date(2025, 12, 2), "result": "Báo cáo quý IV"})]
    )
    third, year = (report(scene.workspace, [scene.plan_id], key) for key in ("2025-Q3", "2025"))
    assert "Báo cáo quý IV" not in [one.words for area in third.areas for one in area.results]
    said = [one.words for area in year.areas for one in area.results]
    assert "Báo cáo quý IV" in said
    assert "Đã họp" in said  # without words for the year, the newest for a shorter period in it


def test_a_word_of_several_offices_names_them():
    scene = told_scene()
    updating.give_updates(
        scene.workspace, [(scene.id(QUARTERLY), "2025-Q3", scene.agency(OFFICE), {"words": "Đã chuẩn bị"})]
    )
    direction, _ = report(scene.workspace, [scene.plan_id], "2025-Q3").areas
    assert {(one.words, one.agency) for one in direction.results if one.task == QUARTERLY} == {
        ("Đã họp", FINANCE), ("Đã chuẩn bị", OFFICE),
    }  # fmt: skip


def test_who_has_not_answered():
    scene = told_scene()
    missing = report(scene.workspace, [scene.plan_id], "2025-Q3").not_answered
    assert {(one.agency, one.given, one.owed) for one in missing} >= {(OFFICE, 0, 1)}
    assert all(one.given < one.owed == one.given + len(one.item_ids) for one in missing)
    assert report(scene.workspace, [scene.plan_id], "2025-9M").not_answered == ()  # asks for nothing of its own


def test_the_tasks_of_the_next_period_by_their_dates():
    scene = told_scene()
    found = report(scene.workspace, [scene.plan_id], "2025-Q3")
    assert found.next_period.key == "2025"
    days = [one.due for one in found.next_tasks]
    assert days == sorted(days)
    assert all(day <= date(2025, 12, 14) for day in days)
    assert [one.task for one in found.next_tasks] == [QUARTERLY, STRICT]


# --- since the last period ------------------------------------------------------------------------------------------


def test_the_first_period_of_a_plan_has_nothing_before_it():
    scene = told_scene()
    assert report(scene.workspace, [scene.plan_id], "2025-Q3").since is None


def test_changes_since_the_last_period_are_computed_as_of_its_day():
    scene = told_scene(date(2025, 12, 20))
    found = report(scene.workspace, [scene.plan_id], "2025")
    since = found.since
    assert (since.period.key, since.as_of, since.is_locked) == ("2025-Q3", date(2025, 9, 14), False)
    before = followup.plan_status(scene.workspace, scene.plan_id, date(2025, 9, 14))
    assert since.figures.roll_up().counts == before.total.counts
    assert [one.task for one in since.overdue] == [QUARTERLY, STRICT]
    assert since.done == ()


def test_changes_since_a_locked_period_are_those_to_what_was_kept():
    scene = told_scene(date(2025, 9, 20))
    periods.lock(scene.workspace, "2025-Q3")
    scene.clock.day = date(2025, 12, 10)
    recording.drop(scene.workspace, scene.id(PARTS), "Sáp nhập", moment="once")
    before = report(scene.workspace, [scene.plan_id], "2025").since
    # a result of August, entered after the period was closed: what was kept stays
    recording.record(scene.workspace, [(scene.id(JULY), None, {"progress": recording.Progress.NOT_STARTED})])
    after = report(scene.workspace, [scene.plan_id], "2025").since
    assert (after.is_locked, after.figures.roll_up()) == (True, before.figures.roll_up())
    assert [one.task for one in after.dropped] == [PARTS]
    assert JULY in [one.task for one in after.overdue]


def test_a_locked_period_reports_what_was_kept():
    scene = told_scene()
    periods.lock(scene.workspace, "2025-Q3")
    before = report(scene.workspace, [scene.plan_id], "2025-Q3")
    assert before.is_locked
    recording.record(scene.workspace, [(scene.id(JULY), None, {"progress": recording.Progress.NOT_STARTED})])
    measuring.measure(scene.workspace, [(scene.tree.indicators[0].id, "2025-Q3", "50")])
    after = report(scene.workspace, [scene.plan_id], "2025-Q3")
    assert after.figures.roll_up() == before.figures.roll_up()
    assert [(line.shown, line.verdict) for line in after.indicators] == [
        (line.shown, line.verdict) for line in before.indicators
    ]
    for _ in range(3):
        history.undo(scene.workspace)
    assert not report(scene.workspace, [scene.plan_id], "2025-Q3").is_locked


def test_a_locked_period_keeps_areas_agencies_and_marks():
    scene = told_scene()
    periods.lock(scene.workspace, "2025-Q3")
    before = report(scene.workspace, [scene.plan_id], "2025-Q3")
    assert before.figures.count(Counted.DONE_IN_PERIOD) > 0
    recording.record(scene.workspace, [(scene.id(JULY), None, {"done_on": date(2025, 6, 2)})])
    edit_items(scene.workspace, {scene.id(STRICT): {"lead_words": POLICE}}, "Quyết định 9/QĐ-UBND")
    delete_items(scene.workspace, [scene.id(UNDATED)], "Quyết định 9/QĐ-UBND")
    after = report(scene.workspace, [scene.plan_id], "2025-Q3")
    assert after.figures.rows == before.figures.rows
    assert UNDATED not in [task.task for area in after.areas for task in area.overdue]
    live = report(scene.workspace, [scene.plan_id], "2025").figures
    assert len(live.rows) == len(before.figures.rows) - 1


def test_a_locked_period_keeps_its_indicators_with_the_words_of_that_time():
    scene = told_scene()
    periods.lock(scene.workspace, "2025-Q3")
    before = report(scene.workspace, [scene.plan_id], "2025-Q3").indicators
    first, second = scene.tree.indicators
    edit_indicator(scene.workspace, second.id, {"text": "Chỉ tiêu khác"}, "Quyết định 9/QĐ-UBND")
    delete_indicators(scene.workspace, [first.id], "Quyết định 9/QĐ-UBND")
    after = report(scene.workspace, [scene.plan_id], "2025-Q3")
    assert after.indicators == before
    assert after.figures.count(Counted.INDICATORS) == 2
    assert [line.text for line in report(scene.workspace, [scene.plan_id], "2025").indicators] == ["Chỉ tiêu khác"]


def test_a_period_that_kept_verdicts_alone_leaves_out_what_is_gone():
    scene = told_scene()
    periods.lock(scene.workspace, "2025-Q3")
    _rewrite_kept(scene, lambda plan: plan | {"indicators": {
        id_: {name: value for name, value in one.items() if name != "words"} for id_, one in plan["indicators"].items()
    }})  # fmt: skip
    before = report(scene.workspace, [scene.plan_id], "2025-Q3").indicators
    delete_indicators(scene.workspace, [scene.tree.indicators[0].id], "Quyết định 9/QĐ-UBND")
    assert report(scene.workspace, [scene.plan_id], "2025-Q3").indicators == before[1:]


def _rewrite_kept(scene, change) -> None:
    """Change what a locked period kept of each plan, as an older program would have written it."""
    with scene.workspace.units(Operation("test", "Thử")) as unit:
        kept = next(iter(scene.workspace.queries.reporting_periods()))
        plans = [change(plan) for plan in kept.snapshot["plans"]]
        unit.reporting_periods.update(replace(kept, snapshot={**kept.snapshot, "plans": plans}))
        unit.commit()


def test_a_period_that_kept_statuses_alone_is_still_read():
    scene = told_scene()
    periods.lock(scene.workspace, "2025-Q3")
    before = report(scene.workspace, [scene.plan_id], "2025-Q3").figures
    _rewrite_kept(scene, lambda plan: {name: value for name, value in plan.items() if name != "rows"})
    recording.record(scene.workspace, [(scene.id(JULY), None, {"progress": recording.Progress.NOT_STARTED})])
    after = report(scene.workspace, [scene.plan_id], "2025-Q3").figures
    assert after.roll_up() == before.roll_up()


def test_the_last_periods_values_are_those_that_were_kept():
    scene = told_scene(date(2025, 12, 20))
    measuring.measure(scene.workspace, [(scene.tree.indicators[0].id, "2025", "94")])
    periods.lock(scene.workspace, "2025")
    before, _ = report(scene.workspace, [scene.plan_id], "2025").indicators
    measuring.measure(scene.workspace, [(scene.tree.indicators[0].id, key, "70") for key in ("2025-Q3", "2025")])
    after, words = report(scene.workspace, [scene.plan_id], "2025").indicators
    assert (after.shown_before, after.shown) == (before.shown_before, before.shown) == ("98,5", "94")
    assert (words.shown, words.shown_before) == ("", "")


def test_values_of_indicators_beside_those_of_the_last_period():
    scene = told_scene(date(2025, 12, 20))
    measuring.measure(scene.workspace, [(scene.tree.indicators[0].id, "2025", "94")])
    line, words = report(scene.workspace, [scene.plan_id], "2025").indicators
    assert (line.shown_before, line.shown, str(line.verdict), line.target) == ("98,5", "94", "near", "≥ 98")
    assert (words.shown, str(words.verdict)) == ("", "no_value")
    found = report(scene.workspace, [scene.plan_id], "2025").figures
    assert (found.count(Counted.INDICATORS), found.count(Counted.NEAR), found.count(Counted.NO_VALUE)) == (2, 1, 1)


def test_an_old_value_is_not_this_periods():
    scene = told_scene(date(2025, 12, 20))
    line, _ = report(scene.workspace, [scene.plan_id], "2025").indicators
    assert (line.shown_before, line.shown, str(line.verdict)) == ("98,5", "", "met")
    first, _ = report(scene.workspace, [scene.plan_id], "2025-9M").indicators
    assert (first.shown_before, first.shown) == ("", "98,5")


# --- several plans --------------------------------------------------------------------------------------------------


def store_plan(scene, rows, period=HALF, title="Kế hoạch khác", number="22/KH-UBND"):
    day, scene.clock.day = scene.clock.day, period.start
    tasks = tuple(DraftItem(ItemKind.TASK, words, lead_words=FINANCE, time_words=time) for words, time in rows)
    draft = DraftPlan(
        title=title,
        period=period,
        document=DocumentRef("Kế hoạch", number, period.start),
        sections=(DraftSection("I", "Cải cách thể chế", tasks),),
    )
    plan_id = exchange.import_plan(scene.workspace, draft, ImportChoices()).plan_id
    scene.clock.day = day
    return plan_id


class plan_scene:  # noqa: N801 - reads as the function that it stands for
    """The tree of another plan of a scene, as `contents` takes it."""

    def __init__(self, scene, plan_id):
        self.tree = plans.open_plan(scene.workspace, plan_id)


def test_one_report_over_several_plans_joins_their_areas():
    scene = told_scene()
    other = store_plan(scene, (("Tập huấn", "Quý IV/2025"),))
    both = report(scene.workspace, [scene.plan_id, other, scene.plan_id], "2025-Q3")
    assert both.plan_ids == (scene.plan_id, other)
    assert [area.heading for area in both.figures.areas] == ["I. Chỉ đạo, điều hành", "II. Cải cách thể chế"]
    totals = [report(scene.workspace, [id_], "2025-Q3").figures.count(Counted.TOTAL) for id_ in (scene.plan_id, other)]
    assert both.figures.count(Counted.TOTAL) == sum(totals)
    assert sum(both.figures.count(Counted.TOTAL, area.scope) for area in both.figures.areas) == sum(totals)


@pytest.mark.parametrize("link", ["carries_out_id", "continues_id"])
def test_linked_tasks_count_once(link):
    scene = told_scene()
    other = store_plan(scene, (("Tập huấn", "Quý IV/2025"), ("Sơ kết", "Quý IV/2025")))
    with scene.workspace.units(Operation("test", "Thử")) as unit:
        unit.items.update(replace(unit.items.of_plan(other)[0], **{link: scene.id(JULY)}))
        unit.commit()
    both = report(scene.workspace, [scene.plan_id, other], "2025-Q3")
    assert both.left_out == (scene.id(JULY),)
    ids = Counter(row.item_id for row in both.figures.rows)
    assert ids[scene.id(JULY)] == 0 and set(ids.values()) == {1}
    assert report(scene.workspace, [scene.plan_id], "2025-Q3").left_out == ()
    assert both.figures.count(Counted.CARRIED) == (1 if link == "continues_id" else 0)


# --- refusals -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["2024", "2025-Q1"])
def test_a_plan_that_does_not_run_in_the_period_is_refused(key):
    with pytest.raises(InvalidInput, match="không thực hiện trong kỳ"):
        report(told_scene().workspace, [1], key)


@pytest.mark.parametrize(
    ("ids", "key", "error"),
    [([], "2025", InvalidInput), ([99], "2025", NotFound), ([1], "2025-Q2", InvalidInput)],
)
def test_what_cannot_be_reported_is_refused(ids, key, error):
    with pytest.raises(error):
        report(told_scene().workspace, ids, key)


def test_a_superiors_plan_is_refused():
    scene = told_scene()
    with scene.workspace.units(Operation("test", "Thử")) as unit:
        unit.plans.update(replace(unit.plans.get(scene.plan_id), superior=True))
        unit.commit()
    with pytest.raises(InvalidInput, match="cấp trên"):
        report(scene.workspace, [scene.plan_id], "2025-Q3")


def test_a_report_out_of_turn_and_a_plan_of_five_years():
    scene = told_scene()
    window, days = (
        Period(date(2025, 7, 1), date(2025, 8, 20)),
        (date(2025, 8, 21), date(2025, 8, 22), date(2025, 8, 23)),
    )
    key, _ = periods.add_special(scene.workspace, window, *days)
    found = report(scene.workspace, [scene.plan_id], key)
    assert (found.as_of, found.figures.count(Counted.DONE_IN_PERIOD)) == (date(2025, 8, 20), 1)
    long = store_plan(scene, (("Rà soát", "Hàng năm"),), Period(date(2025, 1, 1), date(2029, 12, 31)))
    assert report(scene.workspace, [long], "2025-Q3").figures.roll_up().counts == {Status.NOT_DUE: 1}
    assert POLICE not in [one.agency for one in report(scene.workspace, [long], "2025-Q3").not_answered]
