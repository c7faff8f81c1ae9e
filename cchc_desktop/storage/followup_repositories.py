"""The repositories of what was recorded, of the register of documents and of the calendar (see `domain.ports`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from sqlalchemy import Table, select

from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.evidence.register import EvidenceDocument
from cchc_desktop.domain.followup.days_off import DayOff
from cchc_desktop.domain.followup.period_register import KeptPeriod
from cchc_desktop.domain.followup.records import Extension, PeriodUpdate, Record, Urging
from cchc_desktop.domain.indicators.values import IndicatorValue
from cchc_desktop.storage import followup_mapping as mapping
from cchc_desktop.storage import followup_readers as readers
from cchc_desktop.storage import tables
from cchc_desktop.storage.mapping import Image, Row
from cchc_desktop.storage.parts import chunks
from cchc_desktop.storage.repository import Repository
from cchc_desktop.storage.selects import Where

Fact = TypeVar("Fact", Record, PeriodUpdate, Extension, Urging, IndicatorValue)


class FactsInStorage(Repository[Fact]):
    """What was recorded about rows of plans; an operation without a plan of its own belongs to theirs."""

    about: ClassVar[Table] = tables.item
    owner: ClassVar[str] = "item_id"

    def of_owners(self, ids: Sequence[int]) -> Sequence[Fact]:
        """Return what was recorded about some rows of plans, in the order in which it was made."""
        found = [fact for some in chunks(ids) for fact in self.read(self.table.c[self.owner].in_(some))]
        return sorted(found, key=lambda fact: fact.id)

    def _note_plans(self, entities: Sequence[Fact]) -> None:
        ids = sorted({getattr(entity, self.owner) for entity in entities})
        columns = self.about.c
        for some in chunks(ids):
            plans = select(columns.plan_id).where(columns.id.in_(some)).distinct()
            self._recorder.note_plans(self._connection.execute(plans).scalars())


class RecordsInStorage(FactsInStorage[Record]):
    """Results of milestones with their evidence."""

    kind = EntityKind.RECORD
    table = tables.record
    noun = "kết quả"

    def _read(self, *where: Where) -> list[Record]:
        return readers.read_records(self._connection, *where)

    def _row(self, entity: Record) -> Row:
        return mapping.record_row(entity)

    def _parts(self, entity: Record) -> Image:
        return mapping.evidence_parts(entity)


class PeriodUpdatesInStorage(FactsInStorage[PeriodUpdate]):
    """What agencies said of items for a reporting period."""

    kind = EntityKind.PERIOD_UPDATE
    table = tables.period_update
    noun = "báo cáo kỳ"

    def _read(self, *where: Where) -> list[PeriodUpdate]:
        return readers.read_updates(self._connection, *where)

    def _row(self, entity: PeriodUpdate) -> Row:
        return mapping.update_row(entity)

    def _parts(self, entity: PeriodUpdate) -> Image:
        return mapping.evidence_parts(entity)


class ExtensionsInStorage(FactsInStorage[Extension]):
    """Later due dates."""

    kind = EntityKind.EXTENSION
    table = tables.extension
    noun = "lần gia hạn"

    def _read(self, *where: Where) -> list[Extension]:
        return readers.read_extensions(self._connection, *where)

    def _row(self, entity: Extension) -> Row:
        return mapping.extension_row(entity)


class UrgingsInStorage(FactsInStorage[Urging]):
    """Urgings of items."""

    kind = EntityKind.URGING
    table = tables.urging
    noun = "lần đôn đốc"

    def _read(self, *where: Where) -> list[Urging]:
        return readers.read_urgings(self._connection, *where)

    def _row(self, entity: Urging) -> Row:
        return mapping.urging_row(entity)


class IndicatorValuesInStorage(FactsInStorage[IndicatorValue]):
    """Values of indicators by period."""

    kind = EntityKind.INDICATOR_VALUE
    table = tables.indicator_value
    noun = "số liệu chỉ tiêu"
    about = tables.indicator
    owner = "indicator_id"

    def _read(self, *where: Where) -> list[IndicatorValue]:
        return readers.read_values(self._connection, *where)

    def _row(self, entity: IndicatorValue) -> Row:
        return mapping.value_row(entity)

    def _parts(self, entity: IndicatorValue) -> Image:
        return mapping.evidence_parts(entity)


class DocumentsInStorage(Repository[EvidenceDocument]):
    """The register of documents.

    A deleted document stays named by results and values (that it proved them is a fact); readers must expect that.
    """

    kind = EntityKind.DOCUMENT
    table = tables.document
    noun = "tài liệu"

    def _read(self, *where: Where) -> list[EvidenceDocument]:
        return readers.read_documents(self._connection, *where)

    def _row(self, entity: EvidenceDocument) -> Row:
        return mapping.document_row(entity)

    def _parts(self, entity: EvidenceDocument) -> Image:
        return mapping.document_parts(entity)


class ReportingPeriodsInStorage(Repository[KeptPeriod]):
    """Reporting periods that somebody touched."""

    kind = EntityKind.REPORTING_PERIOD
    table = tables.reporting_period
    noun = "kỳ báo cáo"

    def _read(self, *where: Where) -> list[KeptPeriod]:
        return readers.read_periods(self._connection, *where)

    def _row(self, entity: KeptPeriod) -> Row:
        return mapping.period_row(entity)


class DaysOffInStorage(Repository[DayOff]):
    """The office's days off and make-up days."""

    kind = EntityKind.DAY_OFF
    table = tables.day_off
    noun = "ngày nghỉ"

    def _read(self, *where: Where) -> list[DayOff]:
        return readers.read_days_off(self._connection, *where)

    def _row(self, entity: DayOff) -> Row:
        return mapping.day_off_row(entity)
