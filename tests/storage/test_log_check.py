"""What SQLite's own check does not see: single letters that changed inside cells."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from cchc_desktop.domain.changes import EntityKind, Operation
from cchc_desktop.domain.indicators.indicator import Indicator
from cchc_desktop.domain.items import AgencyLink, WorkItem
from cchc_desktop.domain.plan import Section
from tests.storage.conftest import EDIT, sample_plan


@pytest.fixture
def filled(store):
    with store.units(Operation("plan.create", "Lập kế hoạch")) as unit:
        plan = unit.plans.add(sample_plan())
        section = unit.sections.add(Section(plan.id, "Cải cách thể chế"))
        item = unit.items.add(WorkItem(plan.id, section.id, "Rà soát văn bản", lead=(AgencyLink("Công an"),)))
        unit.indicators.add(Indicator(plan.id, "Tỷ lệ hồ sơ đúng hạn"))
        unit.settings.put("log.months", 12)
        unit.commit()
    with store.units(EDIT) as unit:
        unit.items.delete(item.id)
        unit.commit()
    with store.units(EDIT) as unit:
        unit.bin.restore(EntityKind.ITEM, item.id)
        unit.commit()
    return store


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE plan SET title = replace(title, 'cải', 'cãi')",
        "UPDATE section SET sort_key = 'zz'",
        "UPDATE item SET content = 'Rà soat văn bản'",
        "UPDATE item SET search_text = 'ra soot van ban'",
        "UPDATE item_agency SET words = 'Công am'",
        "DELETE FROM item_agency",
        "UPDATE indicator SET text = 'Tỷ lệ hồ sơ đúng hạm'",
        "DELETE FROM indicator",
        "UPDATE setting SET value = '13'",
        "UPDATE operation SET title = 'Lập kế hoaxh'",
        "UPDATE operation SET at = replace(at, '2025', '2026')",
        "UPDATE change SET after = replace(after, 'soát', 'soat') WHERE entity = 'item'",
        "UPDATE change SET entity_id = 99 WHERE id = 3",
        "DELETE FROM change WHERE id = 2",
        "UPDATE item SET rules = 'no json'",
        "UPDATE operation SET at = 'bad'",
    ],
)
def test_damage_inside_cells_is_noticed(filled, database_path, damage):
    assert filled.queries.check().problems == ()
    filled.connection.close()
    with closing(sqlite3.connect(database_path)) as raw:
        raw.execute(damage)
        raw.commit()
    assert filled.queries.check().problems != ()


def test_a_log_that_was_cut_vouches_for_what_it_still_tells(filled, clock):
    with filled.units(Operation("log.cut", "Dọn nhật ký")) as unit:
        assert unit.log.cut(clock.moment) == 3
        unit.log.note("3")
        unit.commit()
    assert filled.queries.check().problems == ()
