"""Statuses and due lists as the use cases give them: one truth for every plan that is followed."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop.domain.changes import Operation
from cchc_desktop.domain.draft import DraftItem, DraftPlan, DraftSection
from cchc_desktop.domain.errors import InvalidInput, NotFound
from cchc_desktop.domain.followup.days_off import DayOff
from cchc_desktop.domain.followup.due_list import DueGroup
from cchc_desktop.domain.followup.reporting import DEFAULT_PERIOD_RULES, DayRule, standard_rule
from cchc_desktop.domain.followup.status import CLOSED, StatusRules
from cchc_desktop.domain.items import ItemKind
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import DocumentRef, PlanState
from cchc_desktop.services import agency_editing, exchange, followup, plans, recording, updating
from cchc_desktop.services.exchange import ImportChoices
from cchc_desktop.services.followup_rules import (
    follow_up_rules,
    period_rules,
    save_period_rules,
    save_status_rules,
    status_rules,
)
from cchc_desktop.services.json_views import due_view, status_view
from tests.services.followup_scene import (
    FINANCE,
    JULY,
    OFFICE,
    PART,
    PARTS,
    POLICE,
    QUARTERLY,
    STANDING,
    STRICT,
    UNDATED,
    WAITING,
    FollowUpScene,
    half_year,
    reference_plans,
)

TODAY = date(2025, 9, 10)


@pytest.fixture
def scene() -> FollowUpScene:
    return FollowUpScene(TODAY)


def test_a_task_that_is_late_at_several_milestones_is_one_task(scene):
    march = followup.picture(scene.workspace, date(2026, 3, 2))
    late = [line.item.id for line in followup.due_lines(march) if line.row.late_days]
    assert (len(late), followup.overdue_tasks(march)) == (7, len(set(late)))


def test_a_picture_of_one_plan_holds_it_whether_it_presses_or_not(scene):
    plans.save_plan(scene.workspace, replace(scene.tree.plan, state=PlanState.CLOSED))
    assert followup.picture(scene.workspace, TODAY).plans == {}
    picture = followup.picture_of(scene.workspace, TODAY, [scene.plan_id])
    assert (set(picture.plans), picture.followed()) == ({scene.plan_id}, ())


def test_statuses_of_a_plan(scene):
    assert scene.statuses() == {
        JULY: "overdue", QUARTERLY: "not_due", STRICT: "overdue", STANDING: "update_due", WAITING: "waiting",
        UNDATED: "undated", PARTS: "not_due", PART: "not_due",
    }  # fmt: skip


def test_statuses_as_of_another_day(scene):
    recording.record(scene.workspace, [(scene.id(JULY), None, {"done_on": date(2025, 8, 2)})])
    on_days = {day: scene.statuses(day)[JULY] for day in (date(2025, 7, 24), date(2025, 8, 1), TODAY)}
    assert list(on_days.values()) == ["due_soon", "overdue", "done_late"]


def test_what_is_due_the_most_pressing_first(scene):
    assert scene.due() == [
        (JULY, "once", 41), (STRICT, "2025-Q3", 1), (QUARTERLY, "2025-Q3", 0), (STRICT, "2025-Q4", 0),
        (QUARTERLY, "2025-Q4", 0), (PARTS, "once", 0), (PART, "once", 0), (UNDATED, "once", 0), (WAITING, "once", 0),
    ]  # fmt: skip
    assert scene.due(days=20) == [(JULY, "once", 41), (STRICT, "2025-Q3", 1), (QUARTERLY, "2025-Q3", 0)]
    assert scene.due(date(2025, 7, 2), 7) == []


def test_a_line_names_plan_task_and_offices(scene):
    line = next(line for line in followup.due(scene.workspace, TODAY) if line.item.content == QUARTERLY)
    assert (line.plan.title, line.leads, line.row.due) == (
        half_year().title, (OFFICE, FINANCE), date(2025, 9, 30),
    )  # fmt: skip


def test_a_due_date_on_a_day_off_is_named_not_moved(scene):
    scene.write(DayOff(date(2025, 9, 30), "Nghỉ bù"))
    line = next(line for line in followup.due(scene.workspace, TODAY) if line.item.content == QUARTERLY)
    assert (line.row.due, line.row.day_off) == (date(2025, 9, 30), "Nghỉ bù")


@pytest.mark.parametrize("day", [date(2025, 7, 5), date(2025, 9, 10), date(2025, 12, 31), date(2026, 2, 1)])
def test_list_status_and_command_line_agree(scene, day):
    recording.record(scene.workspace, [(scene.id(STRICT), "2025-Q3", {"done_on": date(2025, 9, 9)})])
    status = followup.plan_status(scene.workspace, scene.plan_id, day)
    lines = followup.due(scene.workspace, day)
    shown = status_view(followup.followed_plan(scene.workspace, scene.plan_id, day), {})
    late = {line.item.id for line in lines if line.row.group is DueGroup.OVERDUE}
    assert late == {item_id for item_id, one in status.statuses.items() if one.status == "overdue"}
    open_items = {item_id for item_id, one in status.statuses.items() if one.status not in CLOSED}
    assert {line.item.id for line in lines} == open_items - {scene.id(STANDING)}
    counted = Counter({**shown["total"]["counts"]}) + Counter(shown["sub_items"]["counts"])
    assert counted == Counter(row["status"] for row in shown["items"])
    for breakdown in ("by_section", "by_agency"):
        summed: Counter[str] = Counter()
        for row in shown[breakdown]:
            summed.update(row["counts"])
        assert summed == Counter(shown["total"]["counts"])
    assert [row["late_days"] for row in due_view(lines)] == [line.row.late_days for line in lines]


def test_the_answer_of_due(scene):
    first = due_view(followup.due(scene.workspace, TODAY))[0]
    assert first == {
        "item_id": scene.id(JULY), "plan_id": scene.plan_id, "content": JULY, "lead": [OFFICE], "occurrence": "once",
        "due": "2025-07-31", "status": "overdue", "late_days": 41,
    }  # fmt: skip
    json.dumps(due_view(followup.due(scene.workspace, TODAY)))


# --- which plans ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "is_listed"),
    [
        ({}, True),
        ({"superior": True}, False),
        ({"state": PlanState.CLOSED}, False),
        ({"state": PlanState.REPLACED}, False),
        ({"state": PlanState.DRAFT}, True),
    ],
)
def test_which_plans_are_followed(scene, change, is_listed):
    plans.save_plan(scene.workspace, replace(scene.tree.plan, **change))
    assert bool(followup.all_status(scene.workspace, TODAY)) is is_listed
    assert bool(scene.due()) is is_listed


def test_a_plan_that_was_closed_pressed_until_the_day_before(scene):
    told = scene.due(date(2025, 9, 9))
    scene.clock.day = date(2025, 9, 20)
    plans.change_state(scene.workspace, scene.plan_id, PlanState.CLOSED)
    scene.clock.day = date(2025, 10, 1)
    assert scene.due(date(2025, 9, 9)) == told
    assert (scene.due(date(2025, 9, 19)) != [], scene.due(date(2025, 9, 20)), scene.due()) == (True, [], [])
    plans.change_state(scene.workspace, scene.plan_id, PlanState.DRAFT)
    scene.clock.day = date(2025, 10, 5)
    plans.change_state(scene.workspace, scene.plan_id, PlanState.REPLACED)
    assert [bool(scene.due(date(2025, *day))) for day in ((9, 19), (9, 25), (10, 1), (10, 4), (10, 5))] == [
        True, False, True, True, False,
    ]  # fmt: skip


def test_a_draft_presses_only_once_its_period_has_begun(scene):
    plans.save_plan(scene.workspace, replace(scene.tree.plan, state=PlanState.DRAFT))
    assert scene.due(date(2025, 6, 30)) == []
    assert scene.due(date(2025, 7, 1)) != []


def test_an_unknown_plan_is_refused(scene):
    with pytest.raises(NotFound):
        followup.plan_status(scene.workspace, 999, TODAY)


def test_answers_of_a_merged_agency_stand_under_its_heir(scene):
    item, gone, heir = scene.id(QUARTERLY), scene.agency(FINANCE), scene.agency(POLICE)
    updating.update(scene.workspace, item, "2025-Q3", gone, "Đã họp")
    agency_editing.merge(scene.workspace, heir, [gone])
    ledger = followup.plan_ledger(scene.workspace, scene.plan_id)
    assert [row.agency_id for row in ledger.updates[item]] == [heir]


# --- a plan that comes in while it runs -----------------------------------------------------------------------------


def test_nothing_is_unfairly_red_in_a_plan_imported_in_mid_year():
    scene = FollowUpScene(TODAY, imported_on=TODAY)
    assert scene.tree.plan.tracked_from == TODAY
    assert scene.statuses()[JULY] == "untracked"
    assert [row for row in scene.due() if row[2]] == []
    assert (STRICT, "2025-Q4", 22) in scene.due(date(2025, 12, 31))


def test_a_plan_imported_before_it_begins_or_after_its_end_is_tracked_as_a_whole():
    for day in (date(2025, 6, 1), date(2026, 1, 1)):
        assert FollowUpScene(TODAY, imported_on=day).tree.plan.tracked_from is None


def test_more_rows_for_a_plan_with_tasks_do_not_hide_what_is_late(scene):
    exchange.import_plan(scene.workspace, half_year(), ImportChoices(into_plan_id=scene.plan_id))
    assert scene.tree.plan.tracked_from is None
    assert scene.statuses()[JULY] == "overdue"


def test_tracking_that_was_set_stays(scene):
    chosen = date(2025, 8, 1)
    plans.save_plan(scene.workspace, replace(scene.tree.plan, tracked_from=chosen))
    exchange.import_plan(scene.workspace, half_year(), ImportChoices(into_plan_id=scene.plan_id))
    assert scene.tree.plan.tracked_from == chosen


def test_an_empty_plan_that_is_filled_by_an_import_is_tracked_from_that_day(scene):
    with scene.workspace.units(Operation("test", "Thử")) as unit:
        unit.items.delete_all([item.id for item in scene.tree.items.values() if item.parent_id is None])
        unit.commit()
    exchange.import_plan(scene.workspace, half_year(), ImportChoices(into_plan_id=scene.plan_id))
    assert scene.tree.plan.tracked_from == TODAY


# --- what the office sets -------------------------------------------------------------------------------------------


def test_the_usual_rules_where_nothing_is_set(scene):
    rules = follow_up_rules(scene.workspace)
    assert (rules.status, tuple(rules.periods)) == (StatusRules(), DEFAULT_PERIOD_RULES)


def test_the_number_of_days_is_the_offices(scene):
    before = scene.statuses(date(2025, 9, 1))[STRICT]
    save_status_rules(scene.workspace, StatusRules(soon_days=10, summary_days=0))
    assert status_rules(scene.workspace) == StatusRules(10, 0)
    assert (before, scene.statuses(date(2025, 9, 1))[STRICT]) == ("not_due", "due_soon")
    assert scene.statuses(date(2025, 10, 1))[QUARTERLY] == "overdue"


@pytest.mark.parametrize("days", [-1, 1000])
def test_a_number_of_days_out_of_reason_is_refused(scene, days):
    with pytest.raises(InvalidInput, match=str(days)):
        save_status_rules(scene.workspace, StatusRules(soon_days=days))


def test_rules_of_periods_are_stored_and_read(scene):
    rules = (standard_rule("Q3", "Quý III/{year}", 9, 3, is_regular=True), standard_rule("T", "T{month}", None, 1))
    save_period_rules(scene.workspace, rules)
    assert period_rules(scene.workspace) == rules
    assert followup.plan_status(scene.workspace, scene.plan_id, TODAY).period.title == "Quý III/2025"


@pytest.mark.parametrize(
    "rules",
    [
        (),
        (standard_rule("Q3", "a", 9, 3), standard_rule("Q3", "b", 9, 3)),
        (standard_rule("Q3", "{nobody}", 9, 3),),
        (standard_rule("Q3", "Quý III", 9, -3),),
        (replace(standard_rule("Q3", "Quý III", 9, 3), sent=DayRule(7)),),
    ],
    ids=["none", "one key twice", "a title that cannot be filled", "upside down", "sent before it is signed"],
)
def test_rules_that_cannot_be_are_refused(scene, rules):
    with pytest.raises(InvalidInput):
        save_period_rules(scene.workspace, rules)
    assert period_rules(scene.workspace) == DEFAULT_PERIOD_RULES


def test_members_of_groups_answer_for_them(scene):
    with scene.workspace.units(Operation("test", "Thử")) as unit:
        group = unit.agencies.get(scene.agency(POLICE))
        unit.agencies.update(replace(group, member_ids=(scene.agency(OFFICE), scene.agency(FINANCE))))
        unit.commit()
    item = scene.id(STANDING)
    updating.update(scene.workspace, item, "2025-Q3", scene.agency(OFFICE), "Đã làm")
    assert scene.statuses()[STANDING] == "update_due"
    updating.update(scene.workspace, item, "2025-Q3", scene.agency(FINANCE), "Đã làm")
    assert scene.statuses()[STANDING] == "updated"


# --- the reference plans --------------------------------------------------------------------------------------------


def _reference(name: str) -> FollowUpScene:
    path = reference_plans() / "structured" / f"{name}.json"
    if not path.exists():
        pytest.skip("the reference plans are not here")
    data = json.loads(path.read_text("utf-8"))

    def item(row, section: str, above: str = "") -> DraftItem:
        label = above or f"{section}.{row['number']}"
        parts = tuple(
            item(sub, section, f"{label}{letter}") for letter, sub in zip("abc", row["sub_items"], strict=False)
        )
        kind = ItemKind.SUB_ITEM if above else ItemKind.TASK
        return DraftItem(kind, label, lead_words="; ".join(row["lead"]), time_words=row["time"], children=parts)

    sections = tuple(
        DraftSection(one["number"], one["title"], tuple(item(row, one["number"]) for row in one["items"]))
        for one in data["sections"]
    )
    period = Period(date.fromisoformat(data["period"]["start"]), date.fromisoformat(data["period"]["end"]))
    draft = DraftPlan(title=name, period=period, document=DocumentRef("Kế hoạch", "1", period.start), sections=sections)
    return FollowUpScene(period.start, imported_on=period.start, draft=draft)


@pytest.mark.parametrize(
    ("on", "late", "soon"),
    [
        (date(2025, 9, 1), {"I.1": 32}, ["I.2", "II.10", "III.17", "III.21"]),
        (date(2025, 9, 9), {"I.1": 40}, ["I.2", "II.10", "III.17", "III.21"]),
        (date(2025, 9, 10), {"I.1": 41, "I.2": 1}, ["II.10", "III.17", "III.21"]),
        (date(2025, 9, 30), {"I.1": 61, "I.2": 21}, ["II.10", "III.17", "III.21"]),
    ],
    ids=["01/9", "09/9", "10/9", "30/9"],
)
def test_le_ich_moc(on, late, soon):
    rows = _reference("le-ich-moc-2025h2").due(on, 30)
    assert {label: days for label, _, days in rows if days} == late
    assert [label for label, _, days in rows if not days] == soon


def test_le_ich_moc_at_the_end_of_the_year():
    rows = _reference("le-ich-moc-2025h2").due(date(2025, 12, 31), 0)
    assert [(label, days) for label, _, days in rows if days] == [
        ("I.1", 153), ("I.2", 113), ("II.10", 92), ("III.17", 92), ("III.21", 92), ("I.2", 22), ("II.9", 22),
    ]  # fmt: skip
    assert len([label for label, _, days in rows if not days]) == 27


@pytest.mark.parametrize("year", range(2026, 2031))
def test_khuc_thua_du(year):
    scene = _reference("khuc-thua-du-2026-2030")
    rows = scene.due(date(year, 12, 31), 0)
    late = [label for label, _, days in rows if days]
    assert len(late) == 10 * (year - 2026)
    assert len(rows) - len(late) == (10 if year < 2030 else 22)
    yearly = [
        (scene.id(label), str(year), {"done_on": date(year, 12, 31)}) for label, key, _ in rows if key == str(year)
    ]
    scene.clock.day = date(year, 12, 31)
    recording.record(scene.workspace, yearly)
    assert [label for label, key, days in scene.due(date(year, 12, 31), 0) if key == str(year)] == []
