from __future__ import annotations

from datetime import date

import pytest

from cchc_desktop import wiring
from cchc_desktop.domain.errors import InvalidInput, NotFound
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import PlanKind
from cchc_desktop.domain.schedule.model import ScheduleKind
from cchc_desktop.services import exchange, history, plans
from cchc_desktop.services.exchange import ImportChoices
from cchc_desktop.services.samples import draft_from_json, draft_to_json
from cchc_desktop.services.templates import (
    create_from_template,
    delete_template,
    draft_of,
    own_templates,
    save_template,
)
from tests.services.samples import draft

YEAR_2028 = Period(date(2028, 1, 1), date(2028, 12, 31))


@pytest.fixture
def workspace(tmp_path):
    with wiring.open_workspace(tmp_path / "dữ liệu.db") as workspace:
        yield workspace


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Kế hoạch năm", PlanKind.ANNUAL),
        ("Kế hoạch 6 tháng đầu năm", PlanKind.SIX_MONTHS),
        ("Kế hoạch 6 tháng cuối năm", PlanKind.SIX_MONTHS),
        ("Kế hoạch giai đoạn 5 năm", PlanKind.MULTI_YEAR),
    ],
)
def test_each_shipped_template_makes_a_plan_of_seven_areas(workspace, name, kind):
    template = next(one for one in wiring.plan_templates() if one.name == name)
    written = template.period
    period = Period(written.start.replace(year=2031), written.end.replace(year=written.end.year + 5))
    result = create_from_template(workspace, template, ImportChoices(period=period))
    tree = plans.open_plan(workspace, result.plan_id)
    assert (tree.plan.kind, tree.plan.period, len({section.area for section in tree.sections})) == (kind, period, 7)
    assert "2031" in tree.plan.title
    assert len(tree.items) >= 14
    for item in tree.items.values():
        schedule = tree.schedule(item)
        assert schedule.kind is ScheduleKind.EXTERNAL or not schedule.question, item.time_words
        assert all(period.contains(day) for day in schedule.due)
        assert item.lead and item.product
        assert "2026" not in " ".join(filter(None, (item.content, item.time_words, item.product)))


def test_an_own_template_holds_the_plans_words(workspace):
    exchange.import_plan(workspace, draft(), ImportChoices())
    save_template(workspace, 1, "  Mẫu của   phường ")
    (template,) = own_templates(workspace)
    assert (template.name, template.is_own) == ("Mẫu của phường", True)
    plan_id = create_from_template(workspace, template, ImportChoices(title="Kế hoạch 2028", period=YEAR_2028)).plan_id
    new, old = plans.open_plan(workspace, plan_id), plans.open_plan(workspace, 1)
    assert [item.content for item in new.items.values()] == [item.content for item in old.items.values()]
    assert next(iter(new.items.values())).time_words == "Quý IV/2028"
    assert len(new.indicators) == 1


def test_templates_are_replaced_deleted_and_undone(workspace):
    exchange.import_plan(workspace, draft(), ImportChoices())
    save_template(workspace, 1, "Mẫu")
    save_template(workspace, 1, "Mẫu")
    assert len(own_templates(workspace)) == 1
    delete_template(workspace, "Mẫu")
    assert list(own_templates(workspace)) == []
    history.undo(workspace)
    assert len(own_templates(workspace)) == 1
    with pytest.raises(NotFound):
        delete_template(workspace, "Khác")
    with pytest.raises(InvalidInput, match="tên mẫu"):
        save_template(workspace, 1, " ")


def test_a_stored_plan_is_the_draft_that_it_came_from(workspace):
    exchange.import_plan(workspace, draft(), ImportChoices())
    kept = draft_of(plans.open_plan(workspace, 1))
    assert kept.sections == draft().sections
    assert kept.indicators == draft().indicators
    again = draft_from_json(draft_to_json(kept))
    assert (again.sections, again.indicators, again.period) == (kept.sections, kept.indicators, kept.period)
    assert (again.form, again.indicator_form) == (kept.form, kept.indicator_form)
