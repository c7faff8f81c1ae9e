"""Values of indicators: read as typed, refused where no number, judged as of a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from cchc_desktop.domain.documents_register import EvidenceDocument
from cchc_desktop.domain.errors import InvalidInput, NotFound
from cchc_desktop.domain.indicator_targets import Operator, Target
from cchc_desktop.domain.indicator_values import ValueMode, Verdict
from cchc_desktop.services.json_views import indicators_view
from cchc_desktop.services.measuring import detail_value, measure, verdicts
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
