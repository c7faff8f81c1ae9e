"""Attaching a document of the register: where it can go, and what becomes of it."""

from __future__ import annotations

from datetime import date

import pytest

from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.errors import NotFound
from cchc_desktop.domain.followup.records import Progress
from cchc_desktop.services import evidence, followup, history, item_editing, measuring, recording, updating
from cchc_desktop.services.attaching import AttachPlace, attach_to, indicator_places, task_places
from tests.services.followup_scene import JULY, STANDING, STRICT, UNDATED, FollowUpScene

TODAY = date(2025, 9, 20)


@pytest.fixture
def scene() -> FollowUpScene:
    """One result of a milestone, one update, one value."""
    scene = FollowUpScene(TODAY)
    typed = {"progress": Progress.DONE, "done_on": date(2025, 9, 8)}
    recording.record(scene.workspace, [(scene.id(STRICT), "2025-Q3", typed)])
    updating.update(scene.workspace, scene.id(STANDING), "2025-Q3", None, "Đăng 5 tin bài")
    measuring.measure(scene.workspace, [(scene.tree.indicators[0].id, "2025-Q3", "99")])
    return scene


def document(scene: FollowUpScene) -> int:
    (id_,), _ = evidence.add_documents(scene.workspace, [{"reference": "312/BC-UBND", "abstract": "Báo cáo quý III"}])
    return id_


def tasks(scene: FollowUpScene) -> tuple[AttachPlace, ...]:
    return task_places(followup.picture(scene.workspace, TODAY, scene.plan_id), scene.plan_id)


def indicators(scene: FollowUpScene) -> tuple[AttachPlace, ...]:
    return indicator_places(scene.workspace, followup.picture(scene.workspace, TODAY, scene.plan_id))


def place(places: tuple[AttachPlace, ...], words: str, moment: str = "") -> AttachPlace:
    return next(one for one in places if (one.words, one.moment) == (words, moment))


def test_each_task_is_offered_with_what_is_on_record_and_the_milestone_at_hand(scene):
    found = [(one.words, one.moment, one.kind) for one in tasks(scene)]
    assert [row[1:] for row in found if row[0] == STRICT] == [
        ("", EntityKind.ITEM),
        ("Mốc 09/09/2025, Quý III/2025", EntityKind.RECORD),
        ("Mốc 09/12/2025, Quý IV/2025", EntityKind.ITEM),
    ]
    assert [row[1:] for row in found if row[0] == STANDING] == [
        ("", EntityKind.ITEM),
        ("Cập nhật Quý III năm 2025", EntityKind.PERIOD_UPDATE),
    ]
    assert [row[1:] for row in found if row[0] == UNDATED] == [("", EntityKind.ITEM), ("Kết quả", EntityKind.ITEM)]


def test_indicators_are_offered_with_their_values(scene):
    first, value, second = indicators(scene)
    assert (first.kind, value.kind, second.kind) == (
        EntityKind.INDICATOR, EntityKind.INDICATOR_VALUE, EntityKind.INDICATOR,
    )  # fmt: skip
    assert (value.words, value.moment) == (first.words, "Giá trị Quý III năm 2025")


@pytest.mark.parametrize(
    ("words", "moment"),
    [(STRICT, ""), (STRICT, "Mốc 09/09/2025, Quý III/2025"), (STANDING, "Cập nhật Quý III năm 2025")],
)
def test_it_is_one_operation_that_undo_takes_back(scene, words, moment):
    id_ = document(scene)
    before = len(scene.store.log)
    attach_to(scene.workspace, place(tasks(scene), words, moment), [id_])
    (line,) = evidence.register(scene.workspace)
    assert [use.words for use in line.uses] == [words]
    assert len(scene.store.log) == before + 1
    assert "312/BC-UBND" in scene.store.log[-1].operation.title
    history.undo(scene.workspace)
    assert evidence.register(scene.workspace)[0].uses == ()


def test_a_milestone_without_a_result_keeps_it_and_stands_as_before(scene):
    id_, wanted = document(scene), place(tasks(scene), JULY, "Mốc 31/07/2025")
    status = scene.statuses()[JULY]
    attach_to(scene.workspace, wanted, [id_])
    (row,) = scene.records(JULY)
    assert (row.progress, row.evidence, row.result) == (Progress.NOT_STARTED, (id_,), None)
    assert scene.statuses()[JULY] == status
    again = attach_to(scene.workspace, wanted, [id_])
    assert not again
    assert scene.records(JULY)[0].evidence == (id_,)


def test_an_indicator_and_its_value_take_it(scene):
    id_ = document(scene)
    for one in indicators(scene)[:2]:
        attach_to(scene.workspace, one, [id_])
    (line,) = evidence.register(scene.workspace)
    assert sorted(use.role for use in line.uses) == ["indicator", "indicator_value"]


def test_a_task_that_is_no_more_takes_nothing(scene):
    id_, wanted = document(scene), place(tasks(scene), JULY)
    item_editing.delete_items(scene.workspace, [scene.id(JULY)], "CV 1")
    with pytest.raises(NotFound):
        attach_to(scene.workspace, wanted, [id_])
