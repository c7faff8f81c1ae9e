"""An in-memory workspace: services run on it without SQLite, and it can be asked what was written."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from operator import attrgetter
from pathlib import Path
from typing import Any

from cchc_desktop.domain.agencies.uses import AgencyUse, UseRole
from cchc_desktop.domain.backups import Backup, BackupReason
from cchc_desktop.domain.changes import Changes, EntityKind, Operation
from cchc_desktop.domain.draft import DraftPlan
from cchc_desktop.domain.errors import NotFound, RefusedFile
from cchc_desktop.domain.evidence.files import FileState, require_kind
from cchc_desktop.domain.evidence.register import StoredFile
from cchc_desktop.domain.evidence.uses import DocumentRole, DocumentUse
from cchc_desktop.domain.followup.ledger import Ledger, build_ledger
from cchc_desktop.domain.forms.cells import FormReading
from cchc_desktop.domain.forms.writing import FilledCell
from cchc_desktop.domain.indicators.values import IndicatorValue
from cchc_desktop.domain.office import Setting
from cchc_desktop.domain.plan import PlanSummary
from cchc_desktop.domain.plan_tree import PlanTree, build_tree
from cchc_desktop.domain.ports import CheckReport, never_cancelled, no_progress
from cchc_desktop.services.workspace import Workspace
from tests.services.fake_history import FakeBin, FakeHistory, FakeLog, FakeOperation, Key, Rows

FACTS = (EntityKind.RECORD, EntityKind.EXTENSION, EntityKind.PERIOD_UPDATE, EntityKind.URGING)
"""Kinds of rows that tell of items, in the order of `build_ledger`."""


class FakeEvidence:
    """Files of documents by SHA-256, read where they lie; `refusal` is raised by whatever brings one in or out."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.states: dict[str, FileState] = {}
        self.refusal: Exception | None = None
        self.let_go_of: list[frozenset[str]] = []

    def put(self, source: Path, progress: Any = no_progress, is_cancelled: Any = never_cancelled) -> StoredFile:
        if self.refusal is not None:
            raise self.refusal
        extension, content = require_kind(source.name), source.read_bytes()
        sha256 = hashlib.sha256(content).hexdigest()
        self.files[sha256] = content
        progress(len(content), len(content))
        return StoredFile(sha256, extension, len(content))

    def find_again(
        self, file: StoredFile, source: Path, progress: Any = no_progress, is_cancelled: Any = never_cancelled
    ) -> None:
        if hashlib.sha256(source.read_bytes()).hexdigest() != file.sha256:
            raise RefusedFile("Tệp có nội dung khác với tệp đã lưu.")
        self.put(source)
        self.states.pop(file.sha256, None)

    def quick_states(self, files: Iterable[StoredFile]) -> dict[str, FileState]:
        return {file.sha256: self.state(file) for file in files}

    def state(self, file: StoredFile) -> FileState:
        present = FileState.PRESENT if file.sha256 in self.files else FileState.MISSING
        return self.states.get(file.sha256, present)

    def whole(self, file: StoredFile) -> Path:
        return self.copy_to_look_at(file, f"{file.sha256}.{file.extension}")

    def copy_to_look_at(self, file: StoredFile, words: str) -> Path:
        if self.state(file) is not FileState.PRESENT:
            raise NotFound("Không còn tệp của tài liệu này trong kho.")
        return Path(words)

    def let_go(self, needed: Collection[str]) -> int:
        self.let_go_of.append(frozenset(needed))
        return 0


class FakeForms:
    """Answers `reading` for every form and notes what was filled: the cells by target."""

    def __init__(self) -> None:
        self.reading = FormReading("", ())
        self.filled: list[tuple[Path, tuple[FilledCell, ...]]] = []

    def read(self, path: Path, progress: Any, is_cancelled: Any) -> FormReading:
        return replace(self.reading, sha256=hashlib.sha256(path.read_bytes()).hexdigest())

    def fill(
        self, original: Path, cells: Sequence[FilledCell], target: Path, progress: Any, is_cancelled: Any
    ) -> tuple[str, ...]:
        self.filled.append((target, tuple(cells)))
        return ()


@dataclass
class FakeStore:
    """The committed rows, the operations in order, and what a reader or writer should answer.

    `log` remembers each operation with all rows before and after it; `purged` are rows that left the bin for good.
    """

    rows: Rows = field(default_factory=lambda: {kind: {} for kind in EntityKind})
    log: list[FakeOperation] = field(default_factory=list)
    purged: set[Key] = field(default_factory=set)
    backups: list[Backup] = field(default_factory=list)
    secured: list[BackupReason] = field(default_factory=list)
    evidence: FakeEvidence = field(default_factory=lambda: FakeEvidence())
    forms: FakeForms = field(default_factory=lambda: FakeForms())
    who: str = "Nguyễn Thị Hoa"
    last_id: int = 0
    draft: DraftPlan = field(default_factory=DraftPlan)
    written: list[tuple[str, str]] = field(default_factory=list)

    @property
    def operations(self) -> list[Operation]:
        return [entry.operation for entry in self.log]

    def all(self, kind: EntityKind) -> list[Any]:
        return list(self.rows[kind].values())


class FakeRepository:
    def __init__(self, unit: FakeUnit, kind: EntityKind) -> None:
        self._unit = unit
        self._kind = kind

    @property
    def _rows(self) -> dict[int, Any]:
        return self._unit.rows[self._kind]

    def get(self, row_id: int) -> Any:
        if row_id not in self._rows:
            raise NotFound("Không tìm thấy.")
        return self._rows[row_id]

    def get_all(self, row_ids: Sequence[int]) -> list[Any]:
        return [self.get(row_id) for row_id in row_ids]

    def all(self) -> list[Any]:
        return list(self._rows.values())

    def of_plan(self, plan_id: int) -> list[Any]:
        return sorted((row for row in self.all() if row.plan_id == plan_id), key=lambda row: row.sort_key)

    def of_owners(self, owner_ids: Sequence[int]) -> list[Any]:
        name = "indicator_id" if self._kind is EntityKind.INDICATOR_VALUE else "item_id"
        return [row for row in self.all() if getattr(row, name) in owner_ids]

    def add(self, row: Any) -> Any:
        stored = replace(row, id=self._unit.next_id())
        self._rows[stored.id] = stored
        self._unit.touch(self._kind, stored.id)
        return stored

    def add_all(self, rows: Sequence[Any]) -> list[Any]:
        return [self.add(row) for row in rows]

    def update(self, row: Any) -> Any:
        if self.get(row.id) != row:
            row = replace(row, row_version=row.row_version + 1)
            self._rows[row.id] = row
            self._unit.touch(self._kind, row.id)
        return row

    def update_all(self, rows: Sequence[Any]) -> list[Any]:
        assert len({row.id for row in rows}) == len(rows), "each row once"
        return [self.update(row) for row in rows]

    def delete(self, row_id: int) -> None:
        self.get(row_id)
        del self._rows[row_id]
        self._unit.touch(self._kind, row_id)

    def delete_all(self, row_ids: Sequence[int]) -> None:
        for row in self.get_all(row_ids):
            if row.id in self._rows:  # not taken along by one before it
                self.delete(row.id)


class FakeSettings(FakeRepository):
    def value(self, name: str, default: Any = None) -> Any:
        return next((row.value for row in self.all() if row.name == name), default)

    def put(self, name: str, value: Any) -> None:
        found = next((row for row in self.all() if row.name == name), None)
        if found is None:
            self.add(Setting(name, value))
        else:
            self.update(replace(found, value=value))


class FakePlans(FakeRepository):
    def delete(self, row_id: int) -> None:
        self._unit.delete_of_plan(row_id)
        super().delete(row_id)


class FakeKeyed(FakeRepository):
    """Rows that have a natural key: one live row for each, as the database's unique indexes hold it."""

    def __init__(self, unit: FakeUnit, kind: EntityKind, key: tuple[str, ...]) -> None:
        super().__init__(unit, kind)
        self._key = attrgetter(*key)

    def add(self, row: Any) -> Any:
        self._require_free(row)
        return super().add(row)

    def update(self, row: Any) -> Any:
        self._require_free(row)
        return super().update(row)

    def _require_free(self, row: Any) -> None:
        taken = any(other.id != row.id and self._key(other) == self._key(row) for other in self.all())
        assert not taken, f"{self._kind} {self._key(row)} is there already: update it"


class FakeSections(FakeRepository):
    def delete(self, row_id: int) -> None:
        for item in self._unit.items.all():
            if item.section_id == row_id and item.parent_id is None:
                self._unit.items.delete(item.id)
        super().delete(row_id)


class FakeItems(FakeRepository):
    def siblings(self, section_id: int, parent_id: int | None) -> list[Any]:
        rows = [row for row in self.all() if (row.section_id, row.parent_id) == (section_id, parent_id)]
        return sorted(rows, key=lambda row: row.sort_key)

    def subtree(self, item_id: int) -> list[Any]:
        top = self.get(item_id)
        children = [row for row in self.all() if row.parent_id == item_id]
        return [top, *(item for child in children for item in self.subtree(child.id))]

    def subtrees(self, item_ids: Sequence[int]) -> list[list[Any]]:
        trees = {id_: self.subtree(id_) for id_ in item_ids}
        below = {item.id for tree in trees.values() for item in tree[1:]}
        return [tree for id_, tree in trees.items() if id_ not in below]

    def delete(self, row_id: int) -> None:
        for row in self.subtree(row_id):
            super().delete(row.id)


class FakeUnit:
    def __init__(self, store: FakeStore, operation: Operation, clock: FixedClock) -> None:
        self.store = store
        self.operation = operation
        self._clock = clock
        self.rows: Rows = deepcopy(store.rows)
        self._last_id = store.last_id
        self._touched: dict[EntityKind, set[int]] = {}
        self.plans = FakePlans(self, EntityKind.PLAN)
        self.sections = FakeSections(self, EntityKind.SECTION)
        self.items = FakeItems(self, EntityKind.ITEM)
        self.indicators = FakeRepository(self, EntityKind.INDICATOR)
        self.agencies = FakeRepository(self, EntityKind.AGENCY)
        self.settings = FakeSettings(self, EntityKind.SETTING)
        self.records = FakeKeyed(self, EntityKind.RECORD, ("item_id", "occurrence", "agency_id"))
        self.period_updates = FakeKeyed(self, EntityKind.PERIOD_UPDATE, ("item_id", "period", "agency_id"))
        self.extensions = FakeRepository(self, EntityKind.EXTENSION)
        self.urgings = FakeRepository(self, EntityKind.URGING)
        self.indicator_values = FakeKeyed(self, EntityKind.INDICATOR_VALUE, ("indicator_id", "period"))
        self.documents = FakeRepository(self, EntityKind.DOCUMENT)
        self.reporting_periods = FakeKeyed(self, EntityKind.REPORTING_PERIOD, ("key",))
        self.days_off = FakeKeyed(self, EntityKind.DAY_OFF, ("day",))
        self.superior_forms = FakeRepository(self, EntityKind.SUPERIOR_FORM)
        self.form_periods = FakeKeyed(self, EntityKind.FORM_PERIOD, ("form_id", "period"))
        self.bin = FakeBin(self)
        self.log = FakeLog(self)

    def __enter__(self) -> FakeUnit:
        return self

    def __exit__(self, *_: object) -> None:
        self.rows = {}

    def describe(self, title: str) -> None:
        self.operation = replace(self.operation, title=title)

    def next_id(self) -> int:
        self._last_id += 1
        return self._last_id

    def touch(self, kind: EntityKind, row_id: int) -> None:
        self._touched.setdefault(kind, set()).add(row_id)

    def delete_of_plan(self, plan_id: int) -> None:
        for kind in (EntityKind.ITEM, EntityKind.INDICATOR, EntityKind.SECTION):
            for row in list(self.rows[kind].values()):
                if row.plan_id == plan_id:
                    del self.rows[kind][row.id]
                    self.touch(kind, row.id)

    def commit(self) -> Changes:
        if not self._touched:
            return Changes()
        before, self.store.rows, self.store.last_id = self.store.rows, self.rows, self._last_id
        touched = {kind: frozenset(ids) for kind, ids in self._touched.items()}
        plan_id = self.operation.plan_id or self._plan_of(before, touched)
        entry = FakeOperation(
            id=1 + (self.store.log[-1].id if self.store.log else 0), operation=self.operation,
            at=self._clock.now(), who=self.store.who, plan_id=plan_id, before=before, after=self.rows, touched=touched,
        )  # fmt: skip
        self.store.log.append(entry)
        return Changes(entry.id, plan_id, touched)

    def _plan_of(self, before: Rows, touched: dict[EntityKind, frozenset[int]]) -> int | None:
        plans = set(touched.get(EntityKind.PLAN, ()))
        for kind, ids in touched.items():
            rows = [self.rows[kind].get(id_) or before[kind].get(id_) for id_ in ids]
            plans.update(row.plan_id for row in rows if hasattr(row, "plan_id"))
        return next(iter(plans)) if len(plans) == 1 else None


class FakeQueries:
    def __init__(self, store: FakeStore) -> None:
        self._store = store

    def plans(self) -> Sequence[PlanSummary]:
        items = self._store.all(EntityKind.ITEM)
        return [
            PlanSummary(
                plan.id, plan.title, plan.kind, plan.period, plan.state, plan.document,
                sum(item.plan_id == plan.id for item in items), plan.superior, plan.parent_plan_id,
            )
            for plan in self._store.all(EntityKind.PLAN)
        ]  # fmt: skip

    def tree(self, plan_id: int) -> PlanTree:
        plan = self._store.rows[EntityKind.PLAN].get(plan_id)
        if plan is None:
            raise NotFound("Không tìm thấy kế hoạch.")
        kinds = (EntityKind.SECTION, EntityKind.ITEM, EntityKind.INDICATOR)
        return build_tree(plan, *([row for row in self._store.all(kind) if row.plan_id == plan_id] for kind in kinds))

    def indicators(self, plan_id: int) -> PlanTree:
        tree = self.tree(plan_id)
        return build_tree(tree.plan, (), (), tree.indicators)

    def agencies(self) -> Sequence[Any]:
        return self._store.all(EntityKind.AGENCY)

    def agency_uses(self) -> list[AgencyUse]:
        return [use for plan in self.plans() for use in _uses_in(self.tree(plan.id))]

    def ledger(self, plan_id: int) -> Ledger:
        items = {item.id for item in self._store.all(EntityKind.ITEM) if item.plan_id == plan_id}
        return build_ledger(*([row for row in self._store.all(kind) if row.item_id in items] for kind in FACTS))

    def facts_about(self, item_ids: Sequence[int]) -> Ledger:
        items = self._store.rows[EntityKind.ITEM].keys() & set(item_ids)
        return build_ledger(*([row for row in self._store.all(kind) if row.item_id in items] for kind in FACTS))

    def items_told_of(self, changes: Changes) -> frozenset[int]:
        """Rows that went are nowhere any more, as in a file from which an undo took them."""
        rows = (self._store.rows[kind].get(id_) for kind in FACTS for id_ in changes.ids(kind))
        return frozenset(row.item_id for row in rows if row is not None)

    def indicator_values(self, plan_id: int) -> dict[int, tuple[IndicatorValue, ...]]:
        values = self._store.all(EntityKind.INDICATOR_VALUE)
        ids = [row.id for row in self._store.all(EntityKind.INDICATOR) if row.plan_id == plan_id]
        found = {id_: tuple(value for value in values if value.indicator_id == id_) for id_ in ids}
        return {id_: of_indicator for id_, of_indicator in found.items() if of_indicator}

    def documents(self) -> Sequence[Any]:
        return self._store.all(EntityKind.DOCUMENT)

    def document_uses(self) -> list[DocumentUse]:
        return [use for document in self.documents() for use in _uses_of(self._store, document)]

    def named_files(self) -> frozenset[str]:
        kept = [*(entry.before for entry in self._store.log), *(entry.after for entry in self._store.log)]
        kinds = (EntityKind.DOCUMENT, EntityKind.SUPERIOR_FORM)
        named = (row for rows in kept for kind in kinds for row in rows[kind].values())
        return frozenset(row.file.sha256 for row in named if row.file)

    def superior_forms(self) -> Sequence[Any]:
        return self._store.all(EntityKind.SUPERIOR_FORM)

    def form_periods(self, form_id: int) -> Sequence[Any]:
        return [row for row in self._store.all(EntityKind.FORM_PERIOD) if row.form_id == form_id]

    def reporting_periods(self) -> Sequence[Any]:
        return sorted(self._store.all(EntityKind.REPORTING_PERIOD), key=lambda row: row.period.window.end)

    def days_off(self) -> Sequence[Any]:
        return sorted(self._store.all(EntityKind.DAY_OFF), key=lambda row: row.day)

    def check(self) -> CheckReport:
        return CheckReport((), {str(kind): len(rows) for kind, rows in self._store.rows.items()}, 1)


def _uses_in(tree: PlanTree) -> Iterator[AgencyUse]:
    plan = tree.plan
    for item in (item for section in tree.sections for item, _ in tree.walk(section.id)):
        number = item.ordinal or item.number or item.label or ""
        for role, links in ((UseRole.LEAD, item.lead), (UseRole.COORDINATING, item.coordinating)):
            for link in links:
                if link.agency_id is not None:
                    yield AgencyUse(
                        link.agency_id, plan.id, plan.title, item.id, None, number, item.content, role, link.words
                    )
    for row in tree.indicators:
        if row.agency_id is not None:
            yield AgencyUse(
                row.agency_id, plan.id, plan.title, None, row.id, row.number or "", row.text, UseRole.INDICATOR,
                row.agency_words or "",
            )  # fmt: skip


_FACTS = {
    DocumentRole.RESULT: (EntityKind.RECORD, "item_id", "occurrence"),
    DocumentRole.UPDATE: (EntityKind.PERIOD_UPDATE, "item_id", "period"),
    DocumentRole.VALUE: (EntityKind.INDICATOR_VALUE, "indicator_id", "period"),
}


def _uses_of(store: FakeStore, document: Any) -> Iterator[DocumentUse]:
    for role, (kind, owner, moment) in _FACTS.items():
        for fact in store.all(kind):
            about = EntityKind.INDICATOR if role is DocumentRole.VALUE else EntityKind.ITEM
            if document.id in fact.evidence and getattr(fact, owner) in store.rows[about]:
                row = store.rows[about][getattr(fact, owner)]
                yield _use(store, document, role, fact.id, row, about, getattr(fact, moment))
    for role, kind, ids in (
        (DocumentRole.ITEM, EntityKind.ITEM, document.item_ids),
        (DocumentRole.INDICATOR, EntityKind.INDICATOR, document.indicator_ids),
    ):
        for id_ in ids:
            if id_ in store.rows[kind]:
                yield _use(store, document, role, id_, store.rows[kind][id_], kind, "")


def _use(
    store: FakeStore, document: Any, role: DocumentRole, id_: int, row: Any, about: EntityKind, moment: str
) -> DocumentUse:
    is_item = about is EntityKind.ITEM
    plan = store.rows[EntityKind.PLAN][row.plan_id]
    words = row.content if is_item else row.text
    item_id, indicator_id = (row.id, None) if is_item else (None, row.id)
    return DocumentUse(
        document.id, role, id_, plan.id, plan.title, item_id, indicator_id, row.number or "", words, moment
    )


class FakeBackups:
    """Backups that exist from the start; all of them hold everything. What is asked for is noted and not made."""

    def __init__(self, store: FakeStore) -> None:
        self._store = store

    def make_if_changed(self, reason: BackupReason, progress: Any, is_cancelled: Any) -> None:
        self._store.secured.append(reason)

    def holding(self, uids: Sequence[str]) -> Sequence[Backup]:
        return list(self._store.backups)


class FixedClock:
    def now(self) -> datetime:
        return datetime(2026, 3, 2, 1, 0, tzinfo=UTC)

    def today(self) -> date:
        return date(2026, 3, 2)


def fake_workspace(store: FakeStore, clock: FixedClock | None = None) -> Workspace:
    """Return a workspace over the store; its reader answers `store.draft`, its writer notes what it was asked."""

    def note_paper(paper: Any, target: Any, progress: Any, is_cancelled: Any) -> tuple[str, ...]:
        store.written.append((type(paper).__name__, str(target)))
        return ()

    used_clock = clock or FixedClock()
    return Workspace(
        units=lambda operation: FakeUnit(store, operation, used_clock),  # type: ignore[arg-type,return-value]
        queries=FakeQueries(store),
        history=FakeHistory(store),  # type: ignore[arg-type]
        backups=FakeBackups(store),  # type: ignore[arg-type]
        reader=lambda path, progress, is_cancelled: store.draft,
        papers=note_paper,
        clock=used_clock,
        evidence=store.evidence,
        forms=store.forms,
    )
