"""Protocols through which services reach storage and documents; the composition roots fill them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, Self, TypeVar

from cchc_desktop.domain.forms.ports import FormQueries, FormRepositories

if TYPE_CHECKING:  # a Protocol's types are read by checkers only: whoever imports a port loads no entity
    from datetime import date, datetime
    from pathlib import Path
    from types import TracebackType

    from cchc_desktop.domain.agencies.agency import Agency
    from cchc_desktop.domain.agencies.uses import AgencyUse
    from cchc_desktop.domain.backups import (
        Backup,
        BackupLine,
        BackupReason,
        BackupState,
        OutsidePlace,
        Restored,
        RestorePreview,
    )
    from cchc_desktop.domain.bin import BinEntry
    from cchc_desktop.domain.changes import Changes, EntityKind, Operation
    from cchc_desktop.domain.draft import DraftPlan
    from cchc_desktop.domain.evidence.files import FileState
    from cchc_desktop.domain.evidence.register import EvidenceDocument, StoredFile
    from cchc_desktop.domain.evidence.uses import DocumentUse
    from cchc_desktop.domain.followup.days_off import DayOff
    from cchc_desktop.domain.followup.ledger import Ledger
    from cchc_desktop.domain.followup.period_register import KeptPeriod
    from cchc_desktop.domain.followup.records import Extension, PeriodUpdate, Record, Urging
    from cchc_desktop.domain.history import HistoryFilter, LoggedChange, LoggedOperation, LogSize, NextSteps
    from cchc_desktop.domain.indicators.indicator import Indicator
    from cchc_desktop.domain.indicators.values import IndicatorValue
    from cchc_desktop.domain.items import WorkItem
    from cchc_desktop.domain.plan import Plan, PlanSummary, Section
    from cchc_desktop.domain.plan_tree import PlanTree

Row = TypeVar("Row")

ProgressCallback = Callable[[int, int], None]
"""Called as progress(done, total) from long work."""
CancelCheck = Callable[[], bool]
"""Returns True once the user asked to stop."""
Signature = str | Callable[[], str]
"""Who signs operations: a name, or what tells the name that was given since."""


def no_progress(done: int, total: int) -> None:
    """Ignore progress."""


def never_cancelled() -> bool:
    """Never ask to stop."""
    return False


class Clock(Protocol):
    """The time, injected so that tests can set it."""

    def now(self) -> datetime:
        """Return the moment in UTC."""
        ...

    def today(self) -> date:
        """Return the date in Vietnam (+07:00)."""
        ...


class Repository(Protocol[Row]):
    """Stored rows of one kind; ids of deleted rows are not found. The forms for many rows cost few statements."""

    def get(self, id_: int) -> Row: ...
    def get_all(self, ids: Sequence[int]) -> Sequence[Row]:
        """Return rows in the order in which they are asked for; NotFound where one is not there."""
        ...

    def add(self, row: Row) -> Row: ...
    def add_all(self, rows: Sequence[Row]) -> Sequence[Row]:
        """Store new rows and return them with their ids, in their order."""
        ...

    def update(self, row: Row) -> Row: ...
    def update_all(self, rows: Sequence[Row]) -> Sequence[Row]:
        """Write what differs and return the rows with their new versions; StaleRow, NotFound. Each row once."""
        ...

    def delete(self, id_: int) -> None: ...
    def delete_all(self, ids: Sequence[int]) -> None:
        """Put rows with what stands below them into the bin."""
        ...


class SectionRepository(Repository["Section"], Protocol):
    """Stored sections of plans."""

    def of_plan(self, plan_id: int) -> Sequence[Section]: ...


class ItemRepository(Repository["WorkItem"], Protocol):
    """Stored work items with their agency links."""

    def of_plan(self, plan_id: int) -> Sequence[WorkItem]: ...
    def siblings(self, section_id: int, parent_id: int | None) -> Sequence[WorkItem]: ...
    def subtree(self, item_id: int) -> Sequence[WorkItem]: ...
    def subtrees(self, item_ids: Sequence[int]) -> Sequence[Sequence[WorkItem]]:
        """Return each item with all below it, parents first; one below another of the list comes with that one only."""
        ...


class IndicatorRepository(Repository["Indicator"], Protocol):
    """Stored indicators of plans."""

    def of_plan(self, plan_id: int) -> Sequence[Indicator]: ...


class FactRepository(Repository[Row], Protocol):
    """What was recorded about items, or about indicators."""

    def of_owners(self, ids: Sequence[int]) -> Sequence[Row]:
        """Return what was recorded about some items (indicators), in the order in which it was made."""
        ...


class AgencyRepository(Repository["Agency"], Protocol):
    """Stored agencies with their aliases and group members."""

    def all(self) -> Sequence[Agency]: ...


class SettingRepository(Protocol):
    """What the office decides, by name (`domain.office`)."""

    def value(self, name: str, default: Any = None) -> Any: ...
    def put(self, name: str, value: Any) -> None: ...


class BinRepository(Protocol):
    """Deleted rows, each with what went along when it was deleted."""

    def restore(self, kind: EntityKind, row_id: int) -> None:
        """Take a row and what was deleted with it out of the bin; InvalidInput while what holds it is deleted."""
        ...

    def uids(self, kind: EntityKind, row_id: int) -> Sequence[str]:
        """Return the uids of a deleted row and of all below it."""
        ...

    def purge(self, kind: EntityKind, row_id: int) -> None:
        """Remove a deleted row, what is below it and every word of both from the log, for good."""
        ...


class LogRepository(Protocol):
    """The change log inside a unit of work."""

    def take_back(self, operation_id: int) -> None:
        """Undo all changes of a logged operation in this unit; StaleRow where something later stands in the way."""
        ...

    def cut(self, before: datetime) -> int:
        """Forget the operations before a moment; return how many."""
        ...

    def note(self, detail: str) -> None:
        """Log this operation although it changes no row, with one detail that it needs later."""
        ...


class UnitOfWork(FormRepositories, Protocol):
    """One named operation: leaving the block without `commit()` rolls everything back."""

    @property
    def plans(self) -> Repository[Plan]: ...
    @property
    def sections(self) -> SectionRepository: ...
    @property
    def items(self) -> ItemRepository: ...
    @property
    def indicators(self) -> IndicatorRepository: ...
    @property
    def agencies(self) -> AgencyRepository: ...
    @property
    def records(self) -> FactRepository[Record]: ...
    @property
    def period_updates(self) -> FactRepository[PeriodUpdate]: ...
    @property
    def extensions(self) -> FactRepository[Extension]: ...
    @property
    def urgings(self) -> FactRepository[Urging]: ...
    @property
    def indicator_values(self) -> FactRepository[IndicatorValue]: ...
    @property
    def documents(self) -> Repository[EvidenceDocument]: ...
    @property
    def reporting_periods(self) -> Repository[KeptPeriod]: ...
    @property
    def days_off(self) -> Repository[DayOff]: ...
    @property
    def settings(self) -> SettingRepository: ...
    @property
    def bin(self) -> BinRepository: ...
    @property
    def log(self) -> LogRepository: ...

    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
    def describe(self, title: str) -> None:
        """Give the operation a closer title, once it is known what it is about."""
        ...

    def commit(self) -> Changes:
        """Write the operation and its changes to the log and end the transaction durably."""
        ...


class UnitOfWorkFactory(Protocol):
    """Opens a unit of work under the operation's name."""

    def __call__(self, operation: Operation) -> UnitOfWork: ...


@dataclass(frozen=True, slots=True)
class CheckReport:
    """The state of a database: `problems` is empty in a sound one; `counts` are rows per table."""

    problems: tuple[str, ...]
    counts: dict[str, int]
    schema_version: int


class PlanQueries(FormQueries, Protocol):
    """Reads outside a unit of work; plain snapshots, nothing is locked."""

    def plans(self) -> Sequence[PlanSummary]: ...
    def tree(self, plan_id: int) -> PlanTree: ...
    def indicators(self, plan_id: int) -> PlanTree:
        """Return a plan with its indicators alone, without sections and items; NotFound."""
        ...

    def agencies(self) -> Sequence[Agency]: ...
    def agency_uses(self) -> Sequence[AgencyUse]:
        """Return every row of all plans that names an agency, plan by plan in their order, with the id as stored."""
        ...

    def ledger(self, plan_id: int) -> Ledger:
        """Return what was recorded about a plan's items; agencies as stored, also those that were merged since."""
        ...

    def facts_about(self, item_ids: Sequence[int]) -> Ledger:
        """Return what was recorded about some items of any plans; nothing of those in the bin."""
        ...

    def items_told_of(self, changes: Changes) -> frozenset[int]:
        """Return the items of the facts that a write touched, as far as those still have a row, also one in the bin."""
        ...

    def indicator_values(self, plan_id: int) -> dict[int, tuple[IndicatorValue, ...]]:
        """Return the values of a plan's indicators by indicator, those that have any."""
        ...

    def documents(self) -> Sequence[EvidenceDocument]: ...
    def document_uses(self) -> Sequence[DocumentUse]:
        """Return every use of every document by what is not in the bin."""
        ...

    def named_files(self) -> frozenset[str]:
        """Return the SHA-256 of every file that a document or form names or, by the log, ever named."""
        ...

    def reporting_periods(self) -> Sequence[KeptPeriod]:
        """Return the periods that somebody touched, by the end of their data."""
        ...

    def days_off(self) -> Sequence[DayOff]:
        """Return the days that the office keeps, in their order."""
        ...

    def check(self) -> CheckReport: ...


class HistoryQueries(Protocol):
    """Reads of the change log and of the bin."""

    def operations(self, wanted: HistoryFilter, limit: int, before_id: int | None = None) -> Sequence[LoggedOperation]:
        """Return the newest operations that meet the filter, newest first, older than `before_id` where given."""
        ...

    def operation(self, operation_id: int) -> LoggedOperation: ...
    def changes(self, operation_id: int) -> Sequence[LoggedChange]: ...
    def names(self, kind: EntityKind, ids: Sequence[int]) -> dict[int, str]:
        """Return what rows are called, deleted ones too."""
        ...

    def people(self) -> Sequence[str]:
        """Return who signed operations, in Vietnamese order."""
        ...

    def next_steps(self, older_than: int | None = None) -> NextSteps:
        """Return what undo and redo would take back now; `older_than` passes newer operations over for undo."""
        ...

    def note(self, operation_id: int) -> str:
        """Return the detail that `LogRepository.note` kept; NotFound where there is none."""
        ...

    def size(self) -> LogSize: ...
    def setting(self, name: str, default: Any = None) -> Any:
        """Return what the office decided (`domain.office`)."""
        ...

    def bin(self) -> Sequence[BinEntry]: ...


class BackupKeeper(Protocol):
    """Makes, lists, thins and restores the backups of one database; every backup is verified before it counts.

    CannotWrite where a place refuses; RefusedDatabase for a file that is no sound backup of this program.
    """

    def make(
        self,
        reason: BackupReason,
        progress: ProgressCallback = no_progress,
        is_cancelled: CancelCheck = never_cancelled,
    ) -> Backup:
        """Make a verified backup, thin the old ones, and copy it to the second place where one is chosen."""
        ...

    def make_if_changed(
        self,
        reason: BackupReason,
        progress: ProgressCallback = no_progress,
        is_cancelled: CancelCheck = never_cancelled,
    ) -> Backup | None:
        """Make one unless the newest sound backup holds all of it; None where nothing was to be saved."""
        ...

    def make_to(self, target: Path, progress: ProgressCallback = no_progress) -> Backup:
        """Make a verified backup as one file at a place of choice; a folder gets a named file."""
        ...

    def outside_places(self) -> Sequence[OutsidePlace]:
        """Return the removable disks that are plugged in."""
        ...

    def copy_outside(
        self,
        folder: Path,
        progress: ProgressCallback = no_progress,
        is_cancelled: CancelCheck = never_cancelled,
    ) -> Backup:
        """Make a fresh backup and put it, with its evidence, into a folder of its own on another disk."""
        ...

    def lines(self) -> Sequence[BackupLine]:
        """Return all backups, newest first."""
        ...

    def preview(self, file: Path) -> RestorePreview: ...
    def restore(
        self,
        file: Path,
        progress: ProgressCallback = no_progress,
        is_cancelled: CancelCheck = never_cancelled,
        *,
        is_undo: bool = False,
    ) -> Restored:
        """Put a sound backup in the place of the data, a safety backup first; `is_undo` takes a restore back."""
        ...

    def state(self) -> BackupState: ...
    def holding(self, uids: Sequence[str]) -> Sequence[Backup]:
        """Return the backups that hold any of the rows with these uids."""
        ...


class EvidenceFiles(Protocol):
    """The files of the documents, named by their content; safe in any thread, for they are no rows."""

    def put(
        self, source: Path, progress: ProgressCallback = no_progress, is_cancelled: CancelCheck = never_cancelled
    ) -> StoredFile:
        """Copy a file in, each content once; RefusedFile, CannotWrite, Cancelled, nothing half left."""
        ...

    def find_again(
        self,
        file: StoredFile,
        source: Path,
        progress: ProgressCallback = no_progress,
        is_cancelled: CancelCheck = never_cancelled,
    ) -> None:
        """Bring a lost or changed file back from where a person found it; RefusedFile where that is another one."""
        ...

    def quick_states(self, files: Iterable[StoredFile]) -> Mapping[str, FileState]:
        """Return by SHA-256 how files are as far as their sizes tell."""
        ...

    def state(self, file: StoredFile) -> FileState:
        """Read a file from end to end and return whether it is what was stored."""
        ...

    def whole(self, file: StoredFile) -> Path:
        """Return where a file lies, for reading only; NotFound for a lost one, RefusedFile for a changed one."""
        ...

    def copy_to_look_at(self, file: StoredFile, words: str) -> Path:
        """Return a copy named by `words` that cannot be written; NotFound, RefusedFile, CannotWrite."""
        ...

    def let_go(self, needed: Collection[str]) -> int:
        """Put aside what nothing names (by SHA-256), remove what was put aside long ago; return how many went."""
        ...


class PlanReader(Protocol):
    """Reads a foreign file into a draft; raises RefusedFile, never stores anything."""

    def __call__(self, path: Path, progress: ProgressCallback, is_cancelled: CancelCheck) -> DraftPlan: ...
