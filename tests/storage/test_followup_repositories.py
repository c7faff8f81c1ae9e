from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from cchc_desktop.domain.agencies.agency import Agency
from cchc_desktop.domain.changes import EntityKind, Operation
from cchc_desktop.domain.errors import InvalidInput, StaleRow
from cchc_desktop.domain.evidence.register import EvidenceDocument, StoredFile
from cchc_desktop.domain.followup.days_off import DayOff
from cchc_desktop.domain.followup.period_register import KeptPeriod
from cchc_desktop.domain.followup.records import Extension, PeriodUpdate, Progress, Record, Urging, UrgingMeans
from cchc_desktop.domain.followup.reporting import special_period
from cchc_desktop.domain.indicators.indicator import Indicator
from cchc_desktop.domain.indicators.values import IndicatorValue
from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import Section
from cchc_desktop.storage.history import SqlHistory
from tests.flows.fingerprint import fingerprint
from tests.storage import followup_strategies, strategies
from tests.storage.conftest import EDIT, sample_plan
from tests.storage.test_repositories import nfc

DAY = date(2025, 9, 10)
per_example = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12)


@pytest.fixture
def ids(store) -> dict[str, int]:
    """A plan with two tasks and an indicator, an agency, and two documents; each with something recorded."""
    with store.units(EDIT) as unit:
        plan = unit.plans.add(sample_plan())
        part = unit.sections.add(Section(plan.id, "Cải cách thể chế", sort_key="a"))
        task = unit.items.add(WorkItem(plan.id, part.id, "Báo cáo quý", sort_key="m"))
        other = unit.items.add(WorkItem(plan.id, part.id, "Rà soát", sort_key="n"))
        indicator = unit.indicators.add(Indicator(plan.id, "Tỷ lệ hồ sơ"))
        agency = unit.agencies.add(Agency("Công an xã"))
        unit.commit()
    with store.units(EDIT) as unit:
        proof, order = unit.documents.add_all([
            EvidenceDocument("Báo cáo quý III", number="15", symbol="BC-UBND", file=StoredFile("a" * 64, "pdf", 9)),
            EvidenceDocument("Chỉ đạo", item_ids=(task.id, other.id), indicator_ids=(indicator.id,)),
        ])
        record = unit.records.add(Record(task.id, "2025-Q3", Progress.DONE, done_on=DAY, evidence=(proof.id,)))
        unit.period_updates.add(PeriodUpdate(task.id, "2025-Q3", "Đã gửi", agency_id=agency.id, evidence=(proof.id,)))
        unit.extensions.add(Extension(task.id, "2025-Q3", DAY, "12/UBND"))
        unit.urgings.add(Urging(task.id, DAY, UrgingMeans.PHONE, agency_id=agency.id))
        value = unit.indicator_values.add(
            IndicatorValue(indicator.id, "2025-Q3", Decimal("98.50"), evidence=(order.id,))
        )
        unit.commit()
    return {
        "plan": plan.id, "task": task.id, "other": other.id, "indicator": indicator.id, "agency": agency.id,
        "proof": proof.id, "order": order.id, "record": record.id, "value": value.id,
    }  # fmt: skip


def pairs(data: Any, unit: Any, ids: dict[str, int]) -> Iterator[tuple[Any, Any, Any]]:
    """Yield repository, entity as given and as kept, of each kind once."""
    proofs = (ids["proof"], ids["order"])
    task, agency, indicator = ids["other"], ids["agency"], ids["indicator"]
    drawn: list[tuple[Any, Any]] = [
        (unit.documents, followup_strategies.documents((task,), (indicator,))),
        (unit.records, followup_strategies.records(task, agency, proofs)),
        (unit.period_updates, followup_strategies.updates(task, agency, proofs)),
        (unit.extensions, followup_strategies.extensions(task)),
        (unit.urgings, followup_strategies.urgings(task, agency)),
        (unit.indicator_values, followup_strategies.values(indicator, proofs).filter(lambda v: v.period != "2025-Q3")),
        (unit.reporting_periods, followup_strategies.kept_periods()),
        (unit.days_off, followup_strategies.days_off),
        (unit.indicators, strategies.indicators(ids["plan"], agency)),
    ]
    for repository, strategy in drawn:
        entity = data.draw(strategy)
        yield repository, entity, repository.add(entity)


def normal(value: Any) -> Any:
    """Normalise texts as the other entities' test does, inside lists and mappings too."""
    if isinstance(value, list):
        return [normal(part) for part in value]
    if isinstance(value, dict):
        return {name: normal(part) for name, part in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{part.name: normal(getattr(value, part.name)) for part in fields(value)})
    return nfc(value)


@per_example
@given(st.data())
def test_every_entity_comes_back_as_it_went_in(store, ids, data):
    with store.units(EDIT) as unit:
        for repository, given_entity, kept in pairs(data, unit, ids):
            assert kept == replace(normal(given_entity), id=kept.id, row_version=1)
            assert repository.get(kept.id) == kept
            assert repository.update(kept) == kept, "what stands already is written no second time"


def test_a_number_is_kept_to_its_last_digit(store, ids):
    with store.units(EDIT) as unit:
        exact = replace(unit.indicator_values.get(ids["value"]), amount=Decimal("12345678901234.1234"))
        unit.indicator_values.update(exact)
        unit.commit()
    assert store.queries.indicator_values(ids["plan"])[ids["indicator"]][0].amount == Decimal("12345678901234.1234")


# ---------------------------------------------------------------- the ledger


def test_the_ledger_holds_what_was_recorded_about_live_items(store, ids):
    ledger = store.queries.ledger(ids["plan"])
    assert [[row.item_id for row in rows[ids["task"]]] for rows in (
        ledger.records, ledger.updates, ledger.extensions, ledger.urgings
    )] == [[ids["task"]]] * 4  # fmt: skip
    assert ledger.records[ids["task"]][0].evidence == (ids["proof"],)
    assert store.queries.ledger(ids["plan"] + 1).records == {}


def test_the_ledger_costs_the_same_statements_whatever_it_holds(store, ids):
    with store.units(EDIT) as unit:
        unit.records.add_all([Record(ids["other"], str(year)) for year in range(2000, 3200)])
        unit.commit()
    told: list[str] = []
    event.listen(store.connection._engine, "before_cursor_execute", lambda *args: told.append(args[2]))
    assert len(store.queries.ledger(ids["plan"]).records[ids["other"]]) == 1200
    assert len([statement for statement in told if statement.startswith("SELECT")]) == 6


def test_facts_are_found_by_what_they_are_about(store, ids):
    with store.units(EDIT) as unit:
        assert [row.id for row in unit.records.of_owners([ids["task"], ids["other"]])] == [ids["record"]]
        assert [row.id for row in unit.indicator_values.of_owners([ids["indicator"]])] == [ids["value"]]
        assert unit.records.of_owners([]) == []


def test_an_operation_belongs_to_the_plan_that_its_facts_are_about(store, ids):
    with store.units(Operation("record.save", "Ghi kết quả")) as unit:
        unit.records.update(replace(unit.records.get(ids["record"]), result="Đã gửi"))
        assert unit.commit().plan_id == ids["plan"]
    with store.units(Operation("record.delete", "Xóa kết quả")) as unit:
        unit.records.delete(ids["record"])
        assert unit.commit().plan_id == ids["plan"]


# ---------------------------------------------------------------- natural keys

SECOND: dict[str, Callable[[dict[str, int]], Any]] = {
    "records": lambda ids: Record(ids["task"], "2025-Q3"),
    "period_updates": lambda ids: PeriodUpdate(ids["task"], "2025-Q3", "Lại", agency_id=ids["agency"]),
    "indicator_values": lambda ids: IndicatorValue(ids["indicator"], "2025-Q3"),
}


@pytest.mark.parametrize("name", SECOND)
def test_a_second_row_for_a_key_is_refused_in_plain_words(store, ids, name):
    with store.units(EDIT) as unit, pytest.raises(StaleRow, match="Đã có"):
        getattr(unit, name).add(SECOND[name](ids))


def test_a_key_is_free_again_once_its_row_is_deleted(store, ids):
    with store.units(EDIT) as unit:
        unit.records.delete(ids["record"])
        again = unit.records.add(Record(ids["task"], "2025-Q3"))
        unit.records.add(Record(ids["task"], "2025-Q3", agency_id=ids["agency"]))
        unit.commit()
    assert again.id in [row.id for row in store.queries.ledger(ids["plan"]).records[ids["task"]]]


def test_days_and_periods_are_kept_once(store):
    window = special_period(Period(DAY, DAY), DAY, DAY, DAY)
    with store.units(EDIT) as unit:
        unit.days_off.add(DayOff(DAY, "Nghỉ bù"))
        unit.reporting_periods.add(KeptPeriod(window, locked_at=datetime(2025, 9, 10, tzinfo=UTC), snapshot=[1]))
        with pytest.raises(StaleRow):
            unit.days_off.add(DayOff(DAY, "Lại"))
        with pytest.raises(StaleRow):
            unit.reporting_periods.add(KeptPeriod(window))


def test_days_and_periods_come_in_their_order(store):
    later, earlier = date(2025, 12, 31), date(2025, 1, 2)
    with store.units(EDIT) as unit:
        for day in (later, earlier):
            unit.days_off.add(DayOff(day, "Nghỉ", worked=day is later))
            unit.reporting_periods.add(KeptPeriod(special_period(Period(day, day), day, day, day)))
        unit.commit()
    assert [(row.day, row.worked) for row in store.queries.days_off()] == [(earlier, False), (later, True)]
    assert [row.period.window.end for row in store.queries.reporting_periods()] == [earlier, later]


@pytest.mark.parametrize("place", ["secret", "kept_at_registry"])
def test_the_file_itself_holds_that_a_secret_has_no_file(store, database_path, ids, place):
    refused = pytest.raises(sqlite3.IntegrityError, match="ck_document_no_file")
    with closing(sqlite3.connect(database_path)) as raw, refused:
        raw.execute(f"UPDATE document SET {place} = 1 WHERE id = ?", (ids["proof"],))


# ---------------------------------------------------------------- undo


def take_back(store, id_: int) -> int:
    with store.units(Operation("undo", "Hoàn tác", undoes=id_)) as unit:
        unit.log.take_back(id_)
        done = unit.commit().operation_id
    assert done is not None
    return done


@per_example
@given(st.data())
def test_everything_can_be_taken_back_and_done_again(store, ids, database_path, data):
    before = fingerprint(database_path)
    with store.units(EDIT) as unit:
        for repository, _, kept in pairs(data, unit, ids):
            if data.draw(st.booleans()):
                repository.delete(kept.id)
        done = unit.commit().operation_id
    after = fingerprint(database_path)
    undone = take_back(store, done)
    assert fingerprint(database_path) == before
    redone = take_back(store, undone)
    assert fingerprint(database_path) == after
    take_back(store, redone)
    assert fingerprint(database_path) == before
    assert store.queries.check().problems == ()


def test_rows_that_changed_places_change_back(store, ids, database_path):
    with store.units(EDIT) as unit:
        first, second = unit.records.add_all([Record(ids["other"], name) for name in ("2025-Q1", "2025-Q3")])
        unit.commit()
    before = fingerprint(database_path)
    with store.units(EDIT) as unit:
        first = unit.records.update(replace(first, occurrence="2024"))
        unit.records.update(replace(second, occurrence="2025-Q1"))
        unit.records.update(replace(first, occurrence="2025-Q3"))
        done = unit.commit().operation_id
    undone = take_back(store, done)
    assert fingerprint(database_path) == before
    take_back(store, undone)
    assert [row.occurrence for row in store.queries.ledger(ids["plan"]).records[ids["other"]]] == ["2025-Q3", "2025-Q1"]


def test_a_deleted_result_does_not_come_back_beside_a_newer_one(store, ids, database_path):
    with store.units(EDIT) as unit:
        unit.records.delete(ids["record"])
        deleting = unit.commit().operation_id
    with store.units(EDIT) as unit:
        unit.records.add(Record(ids["task"], "2025-Q3"))
        unit.commit()
    before = fingerprint(database_path)
    with pytest.raises(StaleRow, match="cùng nhiệm vụ và kỳ"):
        take_back(store, deleting)
    assert fingerprint(database_path) == before


def test_a_document_that_proves_something_is_not_taken_away_by_undo(store, ids, database_path):
    with store.units(EDIT) as unit:
        paper = unit.documents.add(EvidenceDocument("Biên bản"))
        adding = unit.commit().operation_id
    with store.units(EDIT) as unit:
        unit.records.update(replace(unit.records.get(ids["record"]), evidence=(paper.id,)))
        unit.commit()
    with pytest.raises(StaleRow, match="đang dựa vào"):
        take_back(store, adding)


# ---------------------------------------------------------------- the bin


def test_what_was_recorded_stays_while_its_item_lies_in_the_bin(store, ids):
    before = store.queries.ledger(ids["plan"])
    with store.units(EDIT) as unit:
        unit.items.delete(ids["task"])
        changes = unit.commit()
    assert EntityKind.RECORD not in changes.touched
    assert store.queries.ledger(ids["plan"]).records == {}
    with store.units(EDIT) as unit:
        unit.bin.restore(EntityKind.ITEM, ids["task"])
        unit.commit()
    assert store.queries.ledger(ids["plan"]) == before


@pytest.mark.parametrize("kind", [EntityKind.ITEM, EntityKind.PLAN])
def test_emptying_the_bin_takes_what_was_recorded_along(store, ids, database_path, kind):
    with store.units(EDIT) as unit:
        unit.records.add(Record(ids["task"], "2025-Q1", result="Bí mật nhỏ"))
        take_away = unit.commit().operation_id
    take_back(store, take_away)
    with store.units(EDIT) as unit:
        unit.records.update(replace(unit.records.get(ids["record"]), result="Bí mật lớn"))
        unit.commit()
    owner = ids["task"] if kind is EntityKind.ITEM else ids["plan"]
    with store.units(EDIT) as unit:
        (unit.items if kind is EntityKind.ITEM else unit.plans).delete(owner)
        unit.commit()
    with store.units(Operation("bin.purge", "Xóa hẳn")) as unit:
        unit.bin.purge(kind, owner)
        unit.commit()
    rows = fingerprint(database_path)
    assert [rows[name] for name in ("record", "record_evidence", "period_update", "extension", "urging")] == [[]] * 5
    assert (rows["indicator_value"] == []) is (kind is EntityKind.PLAN)
    assert "Bí mật".encode() not in database_path.read_bytes()
    left = next(row for row in store.queries.documents() if row.id == ids["order"])
    assert left.item_ids == ((ids["other"],) if kind is EntityKind.ITEM else ())
    assert store.queries.check().problems == ()


# ---------------------------------------------------------------- the history


def test_facts_are_called_after_what_they_tell_of(store, ids):
    history = SqlHistory(store.connection)
    assert history.names(EntityKind.RECORD, [ids["record"]]) == {ids["record"]: "Báo cáo quý – Quý III/2025"}
    assert history.names(EntityKind.URGING, [1]) == {1: "Báo cáo quý – 10/09/2025"}
    assert history.names(EntityKind.INDICATOR_VALUE, [ids["value"]]) == {ids["value"]: "Tỷ lệ hồ sơ – Quý III/2025"}
    assert history.names(EntityKind.DOCUMENT, [ids["proof"]]) == {ids["proof"]: "Báo cáo quý III"}


def test_facts_that_are_no_more_keep_their_name(store, ids):
    with store.units(EDIT) as unit:
        record = unit.records.add(Record(ids["task"], "once"))
        done = unit.commit().operation_id
    take_back(store, done)
    assert SqlHistory(store.connection).names(EntityKind.RECORD, [record.id]) == {record.id: "Báo cáo quý"}


# ---------------------------------------------------------------- the bin


_PUT_AWAY = {
    EntityKind.PERIOD_UPDATE: ("period_updates", "Báo cáo quý – Quý III/2025"),
    EntityKind.EXTENSION: ("extensions", "Báo cáo quý – Quý III/2025"),
    EntityKind.URGING: ("urgings", "Báo cáo quý – 10/09/2025"),
}


@pytest.mark.parametrize("kind", _PUT_AWAY)
def test_a_fact_that_was_put_away_lies_in_the_bin_and_comes_back(store, ids, kind):
    name, title = _PUT_AWAY[kind]
    with store.units(EDIT) as unit:
        before = getattr(unit, name).get(1)
        getattr(unit, name).delete(1)
        unit.commit()
    (entry,) = SqlHistory(store.connection).bin()
    assert (entry.kind, entry.id, entry.title, entry.plan_id) == (kind, 1, title, ids["plan"])
    with store.units(EDIT) as unit:
        unit.bin.restore(kind, 1)
        changes = unit.commit()
    assert changes.plan_id == ids["plan"]
    with store.units(EDIT) as unit:
        assert replace(getattr(unit, name).get(1), row_version=before.row_version) == before
    assert SqlHistory(store.connection).bin() == []


@pytest.mark.parametrize("kind", _PUT_AWAY)
def test_a_fact_is_removed_for_good(store, ids, database_path, kind):
    with store.units(EDIT) as unit:
        getattr(unit, _PUT_AWAY[kind][0]).delete(1)
        unit.commit()
    with store.units(Operation("bin.purge", "Xóa hẳn")) as unit:
        unit.bin.purge(kind, 1)
        unit.commit()
    assert fingerprint(database_path)[kind.value] == []
    assert store.queries.check().problems == ()


def test_an_update_does_not_come_back_beside_a_newer_one(store, ids):
    with store.units(EDIT) as unit:
        unit.period_updates.delete(1)
        unit.period_updates.add(PeriodUpdate(ids["task"], "2025-Q3", "Đã gửi lại", agency_id=ids["agency"]))
        unit.commit()
    with store.units(EDIT) as unit, pytest.raises(InvalidInput, match="đã có nội dung cập nhật khác"):
        unit.bin.restore(EntityKind.PERIOD_UPDATE, 1)


def test_a_fact_of_a_deleted_task_waits_for_it(store, ids):
    with store.units(EDIT) as unit:
        unit.extensions.delete(1)
        unit.items.delete(ids["task"])
        unit.commit()
    held = {entry.kind: entry.held_by for entry in SqlHistory(store.connection).bin()}
    assert held == {EntityKind.EXTENSION: "Báo cáo quý", EntityKind.ITEM: None}
