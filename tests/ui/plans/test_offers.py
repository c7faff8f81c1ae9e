"""A recorded result is offered to the plan of five years in a strip; carrying over begins with what is left."""

from __future__ import annotations

from datetime import date

import pytest

from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.followup.records import Progress
from cchc_desktop.domain.plan import PlanState
from cchc_desktop.services import plan_links, recording
from tests.services.fakes import FakeQueries
from tests.services.linked_plans import ALWAYS, OUR_WHOLE, OUR_YEARLY, WHOLE, YEARLY
from tests.ui.plans.test_coverage_page import Compared

DONE_ON = date(2026, 2, 20)
"""Before the stage's day."""


@pytest.fixture
def linked(stage):
    compared = Compared(stage)
    for ours, theirs in ((OUR_YEARLY, YEARLY), (OUR_WHOLE, WHOLE)):
        plan_links.link_items(stage.workspace, [compared.item(ours).id], compared.item(theirs).id)
    stage.session.load()
    compared.settle()
    return compared


def record(linked, *contents, **values):
    entries = [(linked.item(content).id, None, {"done_on": DONE_ON, **values}) for content in contents]
    linked.stage.session.write(lambda workspace: recording.record(workspace, entries))
    linked.settle()


def parent_records(linked):
    return FakeQueries(linked.stage.store).ledger(linked.parent_id).records


def test_a_result_is_offered_and_written_by_one_button(linked):
    record(linked, OUR_YEARLY, result="Xếp hạng 3/114")
    linked.stage.bot.waitUntil(lambda: linked.stage.on_screen("Strip"))
    linked.stage.press("Ghi vào nhiệm vụ đó")
    linked.settle()
    (stored,) = parent_records(linked)[linked.item(YEARLY).id]
    assert (stored.result, stored.progress) == ("Xếp hạng 3/114", Progress.DONE)
    assert not linked.stage.on_screen("Strip")
    assert linked.stage.deed() == "Đã ghi kết quả vào “Kế hoạch giai đoạn 2026-2030”."


def test_a_refused_offer_does_not_come_again(linked):
    record(linked, OUR_YEARLY)
    linked.stage.bot.waitUntil(lambda: linked.stage.on_screen("Strip"))
    linked.stage.press("Bỏ qua")
    linked.settle()
    record(linked, OUR_YEARLY, result="Chữ khác")
    assert not linked.stage.on_screen("Strip")
    assert parent_records(linked) == {}


def test_several_results_are_offered_together(linked):
    record(linked, OUR_YEARLY, OUR_WHOLE)
    linked.stage.bot.waitUntil(lambda: linked.stage.on_screen("Strip"))
    linked.stage.press("Ghi cả 2 kết quả")
    linked.settle()
    assert set(parent_records(linked)) == {linked.item(YEARLY).id, linked.item(WHOLE).id}


def test_an_offer_goes_with_the_result_that_is_taken_back(linked):
    record(linked, OUR_YEARLY)
    linked.stage.bot.waitUntil(lambda: linked.stage.on_screen("Strip"))
    linked.stage.trigger("undo")
    linked.settle()
    linked.stage.bot.waitUntil(lambda: not linked.stage.on_screen("Strip"))


def test_without_a_link_nothing_is_offered(linked):
    plan_links.link_items(linked.stage.workspace, [linked.item(OUR_YEARLY).id], None)
    record(linked, OUR_YEARLY)
    assert not linked.stage.on_screen("Strip")
    assert linked.item(ALWAYS).id not in parent_records(linked)


# --- carrying over


def test_closing_a_plan_leads_to_the_next_with_what_is_left(linked):
    record(linked, OUR_YEARLY)
    linked.stage.trigger("close_plan")
    desk = linked.stage.contents._desks.plans
    linked.stage.bot.waitUntil(lambda: desk.dialog is not None)
    assert desk.dialog.next_plan.text() == "Sau đó lập kế hoạch kỳ sau với 3 nhiệm vụ chưa xong"
    desk.dialog.next_plan.setChecked(True)
    desk.dialog.confirmed.emit()
    linked.stage.bot.waitUntil(lambda: linked.stage.on_screen("NewPlanPage"))
    linked.settle()
    page = linked.page
    assert linked.stage.session.tree.plan.state is PlanState.CLOSED
    assert len(page.plan().carried) == 3
    linked.stage.press("Tạo kế hoạch")
    linked.stage.bot.waitUntil(lambda: linked.stage.session.tree.plan.title == "Kế hoạch năm 2027")
    rows = linked.stage.session.tree.items.values()
    assert linked.item(OUR_YEARLY).id not in {row.continues_id for row in rows}
    assert len({row.continues_id for row in rows}) == 3


def test_the_next_plan_shows_how_each_task_stands(linked):
    record(linked, OUR_YEARLY)
    linked.stage.trigger("copy_plan")
    linked.stage.bot.waitUntil(lambda: linked.stage.on_screen("NewPlanPage"))
    linked.settle()
    page = linked.page
    section = page.preview.model().index(0, 0)
    assert page.preview.model().index(0, 2, section).data() == "Đã hoàn thành"
    assert page.plan().carried is None
    linked.stage.press("Chưa xong (3)")
    assert len(page.plan().carried) == 3
    assert linked.stage.store.all(EntityKind.RECORD)
