"""Values of indicators: read as typed, refused where no number, judged as of a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from cchc_desktop.domain.errors import InvalidInput, NotFound
from cchc_desktop.domain.evidence.register import EvidenceDocument
from cchc_desktop.domain.indicators.targets import Operator, Target
from cchc_desktop.domain.indicators.values import ValueMode, Verdict
from cchc_desktop.services.followup_rules import NEAR_POINTS, near_points, save_near_points
from cchc_desktop.services.indicator_sheet import read_sheet
from cchc_desktop.services.json_views import indicators_view
from cchc_desktop.services.measuring import detail_value, enter_value, measure, refusal_of, verdicts
from tests.services.fakes import FakeQueries
from tests.services.followup_scene import FollowUpScene

TODAY = date(2025, 12, 20)
PERCENT, WORDS = "Tỷ lệ hồ sơ đúng hạn", "Mức độ hài lòng"


@pytest.fixture
def scene() -> FollowUpScene:
    return FollowUpScene(TODAY)


def row_id(scene, text):
    return next(row.id for row in scene.tree.indicators if row.text == text)


def values(scene):
    found = FakeQueries(scene.store).indicator_values(scene.plan_id)
    names = {row.id: row.text for row in scene.tree.indicators}
    return {(names[id_], one.period): one for id_, of_one in found.items() for one in of_one}


def verdict(scene, text, as_of=TODAY):
    return verdicts(scene.workspace, scene.plan_id, as_of)[row_id(scene, text)].verdict


@pytest.mark.parametrize(
    ("typed", "amount", "found"),
    [
        ("98,5", "98.5", Verdict.MET),
        ("98 %", "98", Verdict.MET),
        ("95", "95", Verdict.NEAR),
        ("63,8", "63.8", Verdict.NOT_MET),
    ],
)
def test_a_number_is_read_and_judged(scene, typed, amount, found):
    measure(scene.workspace, [(row_id(scene, PERCENT), "2025-Q3", typed)])
    assert values(scene)[PERCENT, "2025-Q3"].amount == Decimal(amount)
    assert verdict(scene, PERCENT) is found


def test_words_are_kept_where_the_target_is_words(scene):
    measure(scene.workspace, [(row_id(scene, WORDS), "2025", " Người dân hài lòng ")])
    value = values(scene)[WORDS, "2025"]
    assert (value.amount, value.words) == (None, "Người dân hài lòng")
    assert verdict(scene, WORDS) is Verdict.ASKED


def test_values_count_from_the_day_they_speak_of(scene):
    assert verdict(scene, PERCENT) is Verdict.NO_VALUE
    measure(scene.workspace, [(row_id(scene, PERCENT), "2025-Q3", "70"), (row_id(scene, PERCENT), "2025", "99")])
    days = (date(2025, 6, 30), date(2025, 9, 13), date(2025, 9, 14), date(2025, 12, 14))
    assert [verdict(scene, PERCENT, day) for day in days] == [
        Verdict.NOT_BEGUN, Verdict.NO_VALUE, Verdict.NOT_MET, Verdict.MET,
    ]  # fmt: skip


def test_a_pasted_grid_is_one_operation_all_or_none(scene):
    percent, words, before = row_id(scene, PERCENT), row_id(scene, WORDS), len(scene.store.log)
    with pytest.raises(InvalidInput, match=f"{PERCENT}.*“nhiều” không phải là số"):
        measure(scene.workspace, [(words, "2025", "tốt"), (percent, "2025", "nhiều")])
    assert (values(scene), len(scene.store.log)) == ({}, before)
    measure(scene.workspace, [(words, "2025", "tốt"), (percent, "2025", "97"), (percent, "2025-Q3", "96")])
    assert (len(values(scene)), len(scene.store.log)) == (3, before + 1)


def test_an_emptied_cell_takes_the_value_away(scene):
    percent = row_id(scene, PERCENT)
    measure(scene.workspace, [(percent, "2025", "97")])
    measure(scene.workspace, [(percent, "2025", " ")])
    assert values(scene) == {}
    assert not measure(scene.workspace, [(percent, "2025", "")])


@pytest.mark.parametrize(("period", "typed"), [("2025-Q2", "97"), ("quý 3", "97"), ("2025", "1,250")])
def test_an_unknown_period_or_an_unclear_number_is_refused(scene, period, typed):
    with pytest.raises(InvalidInput):
        measure(scene.workspace, [(row_id(scene, PERCENT), period, typed)])
    assert values(scene) == {}


def test_an_unknown_indicator_is_refused(scene):
    with pytest.raises(NotFound):
        measure(scene.workspace, [(999, "2025", "97")])


def test_details_of_a_value_stay_until_the_value_changes(scene):
    percent = row_id(scene, PERCENT)
    (document,) = scene.write(EvidenceDocument("Bảng tổng hợp"))
    measure(scene.workspace, [(percent, "2025", "60")])
    details = {
        "verdict": Verdict.MET, "source": "Cổng dịch vụ công", "mode": ValueMode.IN_PERIOD, "evidence": (document.id,),
    }  # fmt: skip
    detail_value(scene.workspace, percent, "2025", details)
    measure(scene.workspace, [(percent, "2025", "60,0")])
    assert verdict(scene, PERCENT) is Verdict.MET
    measure(scene.workspace, [(percent, "2025", "61")])
    value = values(scene)[PERCENT, "2025"]
    assert (value.verdict, value.source, value.evidence) == (None, "Cổng dịch vụ công", (document.id,))
    assert verdict(scene, PERCENT) is Verdict.NOT_MET


def test_details_without_a_value_or_of_tomorrow_are_refused(scene):
    percent = row_id(scene, PERCENT)
    with pytest.raises(InvalidInput, match="chưa có giá trị"):
        detail_value(scene.workspace, percent, "2025", {"source": "Báo cáo"})
    measure(scene.workspace, [(percent, "2025", "60")])
    with pytest.raises(InvalidInput, match="sau ngày hôm nay"):
        detail_value(scene.workspace, percent, "2025", {"measured_on": date(2025, 12, 21)})


def test_a_corrected_reading_of_the_target_counts(scene):
    measure(scene.workspace, [(row_id(scene, WORDS), "2025", "80")])
    with scene.workspace.units(scene.store.log[-1].operation) as unit:
        target = Target("vượt chỉ tiêu", Operator.AT_LEAST, low=Decimal(75))
        unit.indicators.update(replace(unit.indicators.get(row_id(scene, WORDS)), target=target))
        unit.commit()
    assert verdict(scene, WORDS) is Verdict.MET


def test_the_answer_of_indicators_loses_no_digit(scene):
    measure(scene.workspace, [(row_id(scene, PERCENT), "2025", "12345678901234,1234")])
    found = FakeQueries(scene.store).indicator_values(scene.plan_id)
    shown = indicators_view(scene.tree.indicators, found, verdicts(scene.workspace, scene.plan_id, TODAY))
    assert shown[0] == {
        "id": row_id(scene, PERCENT), "group": None, "number": "1", "text": PERCENT, "unit": "%", "target": "≥ 98",
        "agency": "Phòng Kinh tế", "values": [{"period": "2025", "value": "12345678901234.1234"}], "verdict": "met",
    }  # fmt: skip
    assert (shown[1]["values"], shown[1]["verdict"]) == ([], "no_value")


def test_a_value_with_its_details_is_one_operation(scene):
    percent, before = row_id(scene, PERCENT), len(scene.store.log)
    details = {"source": "Báo cáo", "measured_on": date(2025, 12, 10)}
    enter_value(scene.workspace, percent, "2025", "60", details)
    value = values(scene)[PERCENT, "2025"]
    assert (value.amount, value.source, value.measured_on) == (Decimal(60), "Báo cáo", date(2025, 12, 10))
    assert len(scene.store.log) == before + 1
    with pytest.raises(InvalidInput, match="chưa có giá trị"):
        enter_value(scene.workspace, percent, "2025-Q3", "", {"source": "Báo cáo"})
    enter_value(scene.workspace, percent, "2025", "", {})
    assert values(scene) == {}


@pytest.mark.parametrize(
    ("today", "measured_on"),
    [
        (date(2025, 9, 10), date(2025, 9, 10)),
        (date(2025, 9, 14), None),
        (date(2025, 12, 1), None),
        (date(2025, 6, 1), None),
    ],
)
def test_a_value_of_a_running_period_speaks_of_today(scene, today, measured_on):
    scene.clock.day = today
    measure(scene.workspace, [(row_id(scene, PERCENT), "2025-Q3", "70")])
    assert values(scene)[PERCENT, "2025-Q3"].measured_on == measured_on


def test_a_superiors_plan_takes_no_values(scene):
    percent = row_id(scene, PERCENT)
    with scene.workspace.units(scene.store.log[-1].operation) as unit:
        unit.plans.update(replace(unit.plans.get(scene.plan_id), superior=True))
        unit.commit()
    with pytest.raises(InvalidInput, match="chỉ để đối chiếu"):
        measure(scene.workspace, [(percent, "2025", "70")])
    with pytest.raises(InvalidInput, match="chỉ để đối chiếu"):
        detail_value(scene.workspace, percent, "2025", {"source": "Báo cáo"})


@pytest.mark.parametrize(("text", "is_refused"), [("63,8", False), ("", False), ("1,250", True), ("tốt", True)])
def test_a_refusal_is_told_before_anything_is_stored(scene, text, is_refused):
    percent, words = scene.tree.indicators
    assert bool(refusal_of(percent, text)) is is_refused
    assert refusal_of(words, text) is None


def test_the_points_of_nearly_met_are_the_offices(scene):
    measure(scene.workspace, [(row_id(scene, PERCENT), "2025-Q3", "90")])
    assert (near_points(scene.workspace), verdict(scene, PERCENT)) == (Decimal(5), Verdict.NOT_MET)
    save_near_points(scene.workspace, "8,5")
    assert (near_points(scene.workspace), verdict(scene, PERCENT)) == (Decimal("8.5"), Verdict.NEAR)


@pytest.mark.parametrize("text", ["", "nhiều", "-1", "101"])
def test_nonsense_for_nearly_met_is_refused(scene, text):
    with pytest.raises(InvalidInput):
        save_near_points(scene.workspace, text)
    assert near_points(scene.workspace) == Decimal(5)


@pytest.mark.parametrize("kept", [{}, {"points": "nhiều"}, {"points": "NaN"}, {"points": "-1"}, {"points": None}, []])
def test_a_kept_setting_that_cannot_be_read_is_the_usual_one(scene, kept):
    with scene.workspace.units(scene.store.log[-1].operation) as unit:
        unit.settings.put(NEAR_POINTS, kept)
        unit.commit()
    assert near_points(scene.workspace) == Decimal(5)


def test_the_sheet_holds_everything_of_the_screen(scene):
    measure(scene.workspace, [(row_id(scene, PERCENT), "2025-07", "70"), (row_id(scene, PERCENT), "2025", "99")])
    sheet = read_sheet(scene.workspace, scene.plan_id, TODAY)
    assert [period.key for period in sheet.periods] == ["2025-07", "2025-Q3", "2025"]
    assert (sheet.current, sheet.as_of, sheet.near_points) == ("2025", TODAY, Decimal(5))
    assert [one.row.text for one in sheet.rows] == [PERCENT, WORDS]
    first = sheet.rows[0]
    assert (first.agency, first.target.low, sorted(first.values)) == ("Phòng Kinh tế", Decimal(98), ["2025", "2025-07"])
    assert {one.row.id: one.judgement for one in sheet.rows} == verdicts(scene.workspace, scene.plan_id, TODAY)
