"""Updates by reporting period and urgings: kept per (item, period, agency), apart from completion."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.errors import InvalidInput, NotFound
from cchc_desktop.domain.evidence.register import EvidenceDocument
from cchc_desktop.domain.followup.records import Urging, UrgingMeans
from cchc_desktop.services.updating import give_updates, update, urge
from tests.services.followup_scene import FINANCE, JULY, OFFICE, QUARTERLY, STANDING, STRICT, FollowUpScene

TODAY = date(2025, 9, 5)


@pytest.fixture
def scene() -> FollowUpScene:
    return FollowUpScene(TODAY)


def test_an_update_is_no_completion(scene):
    update(scene.workspace, scene.id(JULY), "2025-Q3", None, " Đang trình ")
    (given,) = scene.updates(JULY)
    assert (given.period, given.words, given.given_on, given.agency_id) == ("2025-Q3", "Đang trình", TODAY, None)
    assert scene.statuses()[JULY] == "overdue"


def test_each_agency_has_one_update_a_period(scene):
    item, office, finance = scene.id(QUARTERLY), scene.agency(OFFICE), scene.agency(FINANCE)
    for agency_id, words in ((office, "Lần một"), (finance, "Đã họp"), (office, "Lần hai")):
        update(scene.workspace, item, "2025-Q3", agency_id, words)
    update(scene.workspace, item, "2025", office, "Cả năm")
    told = {(one.period, one.agency_id): one.words for one in scene.updates(QUARTERLY)}
    assert told == {("2025-Q3", office): "Lần hai", ("2025-Q3", finance): "Đã họp", ("2025", office): "Cả năm"}


def test_an_emptied_update_goes_away(scene):
    item = scene.id(STANDING)
    update(scene.workspace, item, "2025-Q3", None, "Đã phát")
    assert scene.statuses()[STANDING] == "updated"
    update(scene.workspace, item, "2025-Q3", None, "  ")
    assert (scene.updates(STANDING), scene.statuses()[STANDING]) == ((), "update_due")
    assert not update(scene.workspace, item, "2025-Q3", None, "")


def test_a_pasted_block_is_one_operation(scene):
    before = len(scene.store.log)
    rows = [(scene.id(name), " 2025-Q3 ", None, {"words": "Đã làm"}) for name in (JULY, STRICT, STANDING)]
    give_updates(scene.workspace, [*rows, (*rows[0][:3], {"words": "Đã làm xong một phần"})])
    assert len(scene.store.log) == before + 1
    assert [one.words for one in scene.updates(JULY)] == ["Đã làm xong một phần"]
    assert [one.period for one in scene.updates(STRICT)] == ["2025-Q3"]


def test_what_is_not_named_stays(scene):
    (document,) = scene.write(EvidenceDocument("Bản tin"))
    entry = (scene.id(JULY), "2025-Q3", None)
    given = {"words": "Đã trình", "difficulty": " Thiếu góp ý ", "evidence": (document.id,)}
    give_updates(scene.workspace, [(*entry, given)])
    update(scene.workspace, *entry, "Đã trình lại")
    (kept,) = scene.updates(JULY)
    assert (kept.words, kept.difficulty, kept.evidence) == ("Đã trình lại", "Thiếu góp ý", (document.id,))


def test_an_update_of_a_period_that_is_over_has_no_day(scene):
    scene.clock.day = date(2025, 10, 5)
    update(scene.workspace, scene.id(STANDING), "2025-Q3", None, "Đã phát")
    assert scene.updates(STANDING)[0].given_on is None
    assert scene.statuses(date(2025, 9, 14))[STANDING] == "updated"


@pytest.mark.parametrize(
    ("period", "agency_id", "values"),
    [
        ("2025-Q2", None, {"words": "Đã làm"}),
        ("quý III", None, {"words": "Đã làm"}),
        ("2025-Q3", 999, {"words": "Đã làm"}),
        ("2025-Q3", None, {"words": "Đã làm", "given_on": date(2025, 9, 6)}),
    ],
)
def test_bad_input_is_refused(scene, period, agency_id, values):
    good = (scene.id(STRICT), "2025-Q3", None, {"words": "Đã làm"})
    with pytest.raises(InvalidInput):
        give_updates(scene.workspace, [good, (scene.id(JULY), period, agency_id, values)])
    assert scene.ledger.updates == {}


def test_an_unknown_item_is_refused(scene):
    with pytest.raises(NotFound):
        update(scene.workspace, 999, "2025-Q3", None, "Đã làm")


def test_urgings_are_logged(scene):
    before = len(scene.store.log)
    one = Urging(
        scene.id(JULY), TODAY, UrgingMeans.PHONE, occurrence="once", agency_id=scene.agency(OFFICE),
        person="Chị Hoa", promise="Tuần sau", promised_for=date(2025, 9, 12),
    )  # fmt: skip
    urge(scene.workspace, [one, Urging(scene.id(STRICT), TODAY, UrgingMeans.MESSAGE)])
    assert [row.means for row in scene.store.all(EntityKind.URGING)] == ["phone", "message"]
    assert scene.ledger.urgings[scene.id(JULY)][0].promised_for == date(2025, 9, 12)
    assert scene.store.log[-1].operation.title == "Đôn đốc 2 nhiệm vụ"
    assert len(scene.store.log) == before + 1


@pytest.mark.parametrize("change", [{"on": date(2025, 9, 6)}, {"promised_for": date(2025, 9, 1)}, {"agency_id": 999}])
def test_an_urging_that_cannot_be_is_refused(scene, change):
    row = replace(Urging(scene.id(JULY), TODAY, UrgingMeans.PHONE), **change)
    with pytest.raises(InvalidInput):
        urge(scene.workspace, [row])
    assert scene.ledger.urgings == {}
