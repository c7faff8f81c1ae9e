"""The unit of work over SQL: one named operation, one transaction, one entry in the change log."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from sqlalchemy import Connection

from cchc_desktop.domain.changes import Changes, Operation
from cchc_desktop.domain.ports import Clock, Signature, UnitOfWorkFactory
from cchc_desktop.storage.bin_repository import BinInStorage
from cchc_desktop.storage.change_log import ChangeRecorder
from cchc_desktop.storage.engine import SingleConnection
from cchc_desktop.storage.faults import known_faults
from cchc_desktop.storage.followup_repositories import (
    DaysOffInStorage,
    DocumentsInStorage,
    ExtensionsInStorage,
    IndicatorValuesInStorage,
    PeriodUpdatesInStorage,
    RecordsInStorage,
    ReportingPeriodsInStorage,
    UrgingsInStorage,
)
from cchc_desktop.storage.form_repositories import FormPeriodsInStorage, SuperiorFormsInStorage
from cchc_desktop.storage.log_repository import LogInStorage
from cchc_desktop.storage.repositories import (
    AgenciesInStorage,
    IndicatorsInStorage,
    ItemsInStorage,
    PlansInStorage,
    SectionsInStorage,
    SettingsInStorage,
)


class SqlUnitOfWork:
    """One operation; it holds the write lock from `with` to its end, and units do not nest.

    The repositories exist inside the `with` block only.
    """

    plans: PlansInStorage
    sections: SectionsInStorage
    items: ItemsInStorage
    indicators: IndicatorsInStorage
    agencies: AgenciesInStorage
    settings: SettingsInStorage
    records: RecordsInStorage
    period_updates: PeriodUpdatesInStorage
    extensions: ExtensionsInStorage
    urgings: UrgingsInStorage
    indicator_values: IndicatorValuesInStorage
    documents: DocumentsInStorage
    reporting_periods: ReportingPeriodsInStorage
    days_off: DaysOffInStorage
    superior_forms: SuperiorFormsInStorage
    form_periods: FormPeriodsInStorage
    bin: BinInStorage
    log: LogInStorage

    def __init__(self, database: SingleConnection, clock: Clock, who: str, operation: Operation) -> None:
        self._database = database
        self._clock = clock
        self._who = who
        self._operation = operation
        self._is_open = False

    def __enter__(self) -> Self:
        connection = self._database.begin_writing()
        self._is_open = True
        self._connection = connection
        recorder = self._recorder = ChangeRecorder(self._operation, self._clock.now(), self._who)
        self.items = ItemsInStorage(connection, recorder)
        self.sections = SectionsInStorage(connection, recorder, self.items)
        self.indicators = IndicatorsInStorage(connection, recorder)
        self.plans = PlansInStorage(connection, recorder, self.sections, self.items, self.indicators)
        self.agencies = AgenciesInStorage(connection, recorder)
        self.settings = SettingsInStorage(connection, recorder)
        self._open_follow_up(connection, recorder)
        self.bin = BinInStorage(connection, recorder)
        self.log = LogInStorage(connection, recorder)
        return self

    def _open_follow_up(self, connection: Connection, recorder: ChangeRecorder) -> None:
        self.records = RecordsInStorage(connection, recorder)
        self.period_updates = PeriodUpdatesInStorage(connection, recorder)
        self.extensions = ExtensionsInStorage(connection, recorder)
        self.urgings = UrgingsInStorage(connection, recorder)
        self.indicator_values = IndicatorValuesInStorage(connection, recorder)
        self.documents = DocumentsInStorage(connection, recorder)
        self.reporting_periods = ReportingPeriodsInStorage(connection, recorder)
        self.days_off = DaysOffInStorage(connection, recorder)
        self.superior_forms = SuperiorFormsInStorage(connection, recorder)
        self.form_periods = FormPeriodsInStorage(connection, recorder)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._is_open:
            self._is_open = False
            self._database.rollback(error)

    def describe(self, title: str) -> None:
        """Give the operation a closer title, once it is known what it is about."""
        self._recorder.describe(title)

    def commit(self) -> Changes:
        """Write the log and end the transaction durably; an operation without changes leaves no trace.

        RuntimeError when the unit has ended; CannotWrite when the disk refuses, with everything rolled back.
        """
        if not self._is_open:
            raise RuntimeError("the unit of work has ended")
        with known_faults():
            changes = self._recorder.write(self._connection)
        self._is_open = False
        if changes:
            self._database.commit()
            if self.bin.is_purged or self.log.is_cut:
                self._database.compact()
        else:
            self._database.rollback()
        return changes


def unit_of_work_factory(database: SingleConnection, clock: Clock, who: Signature) -> UnitOfWorkFactory:
    """Return the opener of units of work on one database, signed with the person's name as it is at each opening."""

    def open_unit(operation: Operation) -> SqlUnitOfWork:
        return SqlUnitOfWork(database, clock, who if isinstance(who, str) else who(), operation)

    return open_unit
